"""What nobody foresaw: told in words with a code, logged with its trace; frame, case and levers stay."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from colocate.casefile.faults import CaseError, fault_at
from colocate.casefile.reading import load_case
from colocate.ui import chart, frame, levers, opened, picker, state
from colocate.ui.pages import decision
from tests.documents import ROOT
from tests.ui.test_pages import DATA, PAGES, files_of, headline, is_fine, lever_key, started, texts, turned, upload

RENT = "options[move].lease.renewal.rent"
CODE = re.compile(r"code ([0-9A-F]{6})")


def fails(*_taken: object, **_named: object) -> None:
    raise TypeError("unhashable type: 'dict'")


def code_told(app: AppTest) -> str:
    found = [told.group(1) for one in (*app.error, *app.get("html")) if (told := CODE.search(_words(one)))]
    assert len(set(found)) == 1, [one.value for one in app.error]
    return found[0]


def _words(element: object) -> str:
    return str(getattr(getattr(element, "proto", None), "body", ""))


def logged(caplog: pytest.LogCaptureFixture, code: str) -> str:
    (first, *_) = [one for one in caplog.records if code in one.getMessage()]
    assert first.exc_info is not None
    return first.getMessage()


@pytest.mark.parametrize("where", ["read_with_tables", "text_of", "try_out"])
@pytest.mark.parametrize("error", [TypeError, RecursionError, MemoryError, AttributeError])
def test_whatever_an_upload_raises_the_case_before_it_stays(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, where: str, error: type[Exception]
) -> None:
    def raises(*_taken: object) -> None:
        raise error("secret")

    app = started(case="national-coordinator")
    before = headline(app)
    monkeypatch.setattr(state if where == "try_out" else opened, where, raises)
    upload(app, *files_of("hanoi"))
    is_fine(app)
    assert headline(app) == before
    assert "one from before" in app.error[0].value
    assert "reading an upload" in logged(caplog, code_told(app))
    assert not any("secret" in text for text in texts(app))
    monkeypatch.undo()
    assert headline(upload(app, *files_of("hanoi"))) == headline(started())


def test_an_upload_that_comes_out_without_end_is_refused_before_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_end(*_taken: object) -> None:
        raise CaseError([fault_at("options[move]", "comes out without end")])

    app = started(case="national-coordinator")
    before = headline(app)
    monkeypatch.setattr(state, "try_out", without_end)
    upload(app, *files_of("hanoi"))
    is_fine(app)
    assert headline(app) == before
    assert any("comes out without end" in text for text in texts(app))


def test_a_page_that_fails_keeps_frame_navigation_and_levers(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = started(case="national-coordinator")
    slider = app.slider[0]
    usual, key = slider.value, slider.key
    monkeypatch.setattr("colocate.analysis.verdict.verdict", fails)
    slider.set_value(slider.max).run()
    is_fine(app)
    assert "the page" in logged(caplog, code_told(app))
    assert app.slider(key=key).value == slider.max
    assert app.radio(key="case").value == "national-coordinator"
    assert any('class="co-case"' in one.proto.body for one in app.get("html"))
    assert app.query_params, "the address is written as ever"
    is_fine(turned(app, "figures"))
    assert not app.error
    turned(app, "decision")
    app.button(key="take back").click().run()
    assert app.slider(key=key).value == usual
    monkeypatch.undo()
    assert headline(app.run()) == headline(started(case="national-coordinator"))


def test_all_figures_can_be_set_back_from_a_page_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("colocate.analysis.verdict.verdict", fails)
    app = started(**{RENT: "0"})
    is_fine(app)
    app.button(key="all back").click().run()
    assert not app.session_state[state.CHOICE].changes


def test_a_part_that_fails_leaves_the_page_around_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(chart, "_title_outside", fails)
    app = turned(started(case="national-coordinator"), "money")
    is_fine(app)
    assert "show_chart" in logged(caplog, code_told(app))
    assert any("<h1" in text for text in texts(app))
    assert app.slider


@pytest.mark.parametrize(("module", "name"), [(levers, "draw"), (picker, "draw"), (frame.save, "draw")])
def test_a_side_that_fails_leaves_the_page(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, module: object, name: str
) -> None:
    monkeypatch.setattr(module, name, fails)
    app = started(case="national-coordinator")
    is_fine(app)
    assert logged(caplog, code_told(app))
    assert headline(app)
    assert app.selectbox(key="book").value == "agency"


def test_changes_that_fail_fall_back_to_the_last_good_state(monkeypatch: pytest.MonkeyPatch) -> None:
    app = started()
    before, good = headline(app), state.evaluate
    usual = app.slider(key=lever_key(RENT)).value

    def only_as_read(case: object) -> object:
        return fails() if case is not app.session_state[state.SCENE].source.case else good(case)  # type: ignore[func-returns-value, arg-type]

    monkeypatch.setattr(state, "evaluate", only_as_read)
    app.slider(key=lever_key(RENT)).set_value(1.0).run()
    is_fine(app)
    assert code_told(app)
    assert headline(app) == before
    assert app.slider(key=lever_key(RENT)).value == usual


def test_a_case_of_ours_that_cannot_be_worked_out_gives_way_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    state.SHELF.clear()
    good: Callable[..., object] = state.evaluate
    title = load_case(DATA / "hanoi.toml").title

    def not_hanoi(case: object) -> object:
        return fails() if case.title == title else good(case)  # type: ignore[attr-defined, func-returns-value]

    monkeypatch.setattr(state, "evaluate", not_hanoi)
    app = started()
    is_fine(app)
    assert code_told(app)
    assert headline(app)
    assert app.session_state[state.CHOICE].case != "hanoi"
    state.SHELF.clear()


@pytest.mark.parametrize("page", PAGES)
def test_the_end_of_a_run_is_no_error(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    """Streamlit's own exceptions pass the frame: a run that is stopped says nothing of a failure."""
    import streamlit as st

    app = started(case="national-coordinator")
    for name in ("table", "sentence", "title"):
        monkeypatch.setattr(f"colocate.ui.parts.{name}", lambda *_taken, **_named: st.stop())
    monkeypatch.setattr(decision, "verdict", lambda *_taken: st.stop())
    turned(app, page)
    assert not app.exception
    assert not app.error


def test_tables_that_were_missed_complete_the_upload_before() -> None:
    case, table = sorted(files_of("hanoi"), key=lambda file: file[0].endswith(".csv"))
    app = upload(started(case="national-coordinator"), case)
    assert any("is not in the upload" in text for text in texts(app))
    upload(app, table)
    is_fine(app)
    assert not app.error
    assert headline(app) == headline(started())
    assert "one from before" in upload(app, table).error[0].value, "what is complete is not completed again"


def test_what_takes_time_to_make_is_said_beside_it() -> None:
    assert any("takes some seconds" in one.value for one in started().caption)


def test_a_press_that_fails_leaves_everything_as_it_was(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = started(case="national-coordinator")
    before = headline(app)
    monkeypatch.setattr(state, "choose", fails)
    app.selectbox(key="book").select("everyone").run()
    is_fine(app)
    assert logged(caplog, code_told(app))
    assert headline(app) == before
    monkeypatch.undo()
    app.selectbox(key="book").select("everyone").run()
    assert not app.error
    assert app.session_state[state.CHOICE].book == "everyone"


def test_whatever_a_press_does_is_guarded() -> None:
    given = [
        ast.unparse(one.value)
        for path in (ROOT / "colocate" / "ui").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        for one in call.keywords
        if one.arg in ("on_change", "on_click", "on_select", "on_submit")
    ]
    assert [one for one in given if not one.startswith(("guarded(", "'"))] == []
    assert len(given) > 30
