"""Files that take some seconds: made with a bar and a Cancel beside it, kept for what they were made of, then saved."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from colocate.casefile.one_file import read_one_file
from colocate.export.formats import MAKERS
from colocate.export.pictures.finding import BrowserFailsError
from colocate.ui import making, state
from colocate.words.pages.save import OFFERED
from tests.ui.test_levers import RENT_KEY
from tests.ui.test_pages import headline, is_fine, started, texts, upload

TABLES, CHARTS = "tables csv", "charts html"


def buttons(app: AppTest, words: str) -> list[Any]:
    return [one for one in app.sidebar.button if words in one.label]


def made(app: AppTest) -> making.Made:
    one: making.Made = app.session_state[making.MADE]
    return one


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files that are made at once, and which were."""
    order: list[str] = []

    def found(_scene: Any, far: Any) -> str:
        far(0.5)
        return "found"

    def make(name: str, kind: str, _scene: Any, found: Any, far: Any) -> making.Content:
        order.append(name)
        far(0.5)
        return making.Content(f"{name}.{kind}", f"{name} of {found}".encode())

    monkeypatch.setattr(making, "_what_changes", found)
    monkeypatch.setattr(making, "_format", make)
    return order


def test_a_file_is_made_when_asked_for_and_then_stands_there_to_be_saved(quick: list[str]) -> None:
    app = started()
    assert not quick
    app.button(key=f"press {TABLES}").click().run()
    assert quick == ["tables"]
    assert made(app) == making.Made(TABLES, made(app).of, making.Content("tables.csv", b"tables of found"))
    assert not buttons(app, "Cancel")
    app.run()
    assert quick == ["tables"]
    labels = [one.label for one in app.sidebar.get("download_button")]
    assert "Save: Tables (CSV, zipped), 0.1\xa0MB" in labels
    assert app.button(key=f"press {CHARTS}").label == "Charts (HTML)"


def test_a_lever_that_moves_makes_the_file_one_to_be_made_again(quick: list[str]) -> None:
    app = started()
    app.button(key=f"press {CHARTS}").click().run()
    assert not buttons(app, "Charts (HTML)")
    app.slider(key=RENT_KEY).set_value(20.0).run()
    app.button(key=f"press {CHARTS}").click().run()
    assert quick == ["charts", "charts"]


def test_what_fails_says_so_in_its_place_and_is_not_tried_again(
    quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: Any) -> making.Content:
        raise ZeroDivisionError

    monkeypatch.setattr(making, "_format", fails)
    app = started()
    app.button(key=f"press {TABLES}").click().run()
    assert not app.exception
    assert len(app.error) == 1
    assert not app.run().error
    assert buttons(app, "Tables (CSV, zipped)")
    assert not quick
    assert any('class="co-before"' in text and "turns at" in text for text in texts(app))


def test_a_browser_that_fails_is_told_in_words_and_all_else_is_there(
    quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: Any) -> making.Content:
        raise BrowserFailsError

    monkeypatch.setattr(making, "_format", fails)
    app = started()
    app.button(key=f"press {TABLES}").click().run()
    assert not app.exception
    assert not app.error
    assert any("did not answer and was ended" in text for text in texts(app))
    assert buttons(app.run(), "Tables (CSV, zipped)")
    assert not quick


def test_cancel_ends_it_and_says_so(quick: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    app = started()
    app.session_state[making.ASKED] = TABLES
    monkeypatch.setattr(state, "afterwards", lambda _work: None)  # as while it is under way
    app.run()
    (cancel,) = buttons(app, "Cancel")
    cancel.click().run()
    assert not quick
    assert not buttons(app, "Cancel")
    assert buttons(app, "Tables (CSV, zipped)")
    assert any("Cancelled before it was done" in text for text in texts(app))
    assert not any("Cancelled before it was done" in text for text in texts(app.run()))


def in_order() -> None:
    """A page of three pieces of work, one of them kept by another."""
    import streamlit as st

    from colocate.ui import state

    state.afterwards(lambda: (st.text("first"), state.afterwards(lambda: st.text("kept by the first"))))
    state.afterwards(lambda: st.text("second"))
    st.text("page")
    state.do_afterwards()


def test_work_kept_for_the_end_is_done_in_its_order() -> None:
    app = AppTest.from_function(in_order, default_timeout=60).run()
    assert not app.exception
    assert [one.value for one in app.text] == ["page", "first", "second", "kept by the first"]


def test_work_that_a_run_given_up_has_kept_is_forgotten() -> None:
    order: list[int] = []
    app = started()
    app.session_state[state.AFTERWARDS] = [lambda: order.append(0)]
    app.run()
    assert not order


def test_every_format_of_every_maker_has_a_button() -> None:
    """What compares two cases has its own on the page of two cases, and figures as JSON have one beside the case."""
    every = {(maker.name, kind) for maker in MAKERS for kind in maker.formats if maker.name != "two cases"}
    assert every - {("figures", "json")} == set(OFFERED)


@pytest.mark.slow
def test_a_decided_case_is_frozen_opens_again_and_its_change_is_the_next_version() -> None:
    app = started(case="national-coordinator")
    assert app.button(key="freeze").disabled
    app.text_input(key="decided by").set_value("The director\u202e <b>").run()
    app.button(key="press frozen").click().run(timeout=120)
    first = made(app).content
    assert first.name == "national-coordinator-decided-1.zip"
    decided = read_one_file(first.content).opened.decided
    assert decided is not None
    assert (decided.by, decided.version, decided.before) == ("The director <b>", 1, "")
    again = upload(started(), (first.name, first.content))
    is_fine(again)
    assert headline(again) == headline(app)
    assert any("nothing in it was changed since" in one.value for one in again.sidebar.caption)
    lever = again.sidebar.slider[0]
    lever.set_value(lever.max).run()
    assert any("It was changed since" in one.value for one in again.sidebar.caption)
    again.text_input(key="decided by").set_value("The board").run()
    again.button(key="press frozen").click().run(timeout=120)
    second = read_one_file(made(again).content.content).opened.decided
    assert second is not None
    assert (second.by, second.version, second.before) == ("The board", 2, decided.fingerprint)


@pytest.mark.slow
def test_the_files_of_hanoi_open() -> None:
    app = started()
    app.button(key=f"press {TABLES}").click().run(timeout=120)
    assert made(app).content.name == "hanoi-tables.zip"
    with zipfile.ZipFile(io.BytesIO(made(app).content.content)) as archive:
        assert archive.testzip() is None
        assert {"lines.csv", "options.csv", "switching.csv", "acceptability.csv"} <= set(archive.namelist())
    app.button(key=f"press {CHARTS}").click().run(timeout=120)
    assert made(app).content.content.startswith(b"<!doctype html>")
