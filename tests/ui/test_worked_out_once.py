"""What is worked out for a case as it was read serves every visit, and what a visitor changes stays the visitor's."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.faults import CaseError, fault_at
from colocate.ui import levers, state
from tests.ui.test_levers import RENT, RENT_KEY, address
from tests.ui.test_pages import files_of, headline, started, texts, turned, upload

SWITCH = "back_office[ict].opt_in"
WORK = ("futures_of", "decided", "decided_briefly", "deciding", "leading_levers")


def nothing_is_worked_out(patch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any, **_settings: Any) -> None:
        raise AssertionError("worked out again")

    for name in WORK:
        patch.setattr(state, name, refuse)


def counted(patch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is worked out from now on, as often as it is."""
    names: list[str] = []

    def counting(name: str, work_out: Any) -> Any:
        def work(*arguments: Any, **settings: Any) -> Any:
            names.append(name)
            return work_out(*arguments, **settings)

        return work

    for name in WORK:
        patch.setattr(state, name, counting(name, getattr(state, name)))
    return names


def test_a_first_visit_works_each_thing_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = started()
    names = counted(monkeypatch)
    state.SHELF.clear()  # as if nobody had looked at the case before
    upload(app, *files_of("hanoi"))
    turned(app, "what_matters")
    assert sorted(names) == sorted(WORK)


@pytest.mark.slow
@pytest.mark.parametrize("page", ["decision", "what_matters"])
def test_the_levers_stand_at_the_side_before_what_takes_longer(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    order: list[str] = []

    def noting(name: str, work: Any) -> Any:
        def work_noted(*arguments: Any, **settings: Any) -> Any:
            order.append(name)
            return work(*arguments, **settings)

        return work_noted

    app = turned(started(), page)
    state.SHELF.clear()
    for module, name in ((levers, "draw"), (state, "decided"), (state, "decided_briefly")):
        monkeypatch.setattr(module, name, noting(name.removesuffix("_briefly"), getattr(module, name)))
    assert not app.run().exception
    assert order == ["draw", "decided"]
    assert sum("<h1" in text for text in texts(app)) == 1


def test_what_takes_longer_and_fails_says_so_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_end(*_taken: Any) -> None:
        raise CaseError([fault_at("options[move]", "comes out without end")])

    app = turned(started(), "what_matters")
    state.SHELF.clear()
    monkeypatch.setattr(state, "decided", without_end)
    app.run()
    assert any("comes out without end" in text for text in texts(app))
    assert app.slider


def test_a_second_visit_works_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    first = started()
    shown = list(texts(first))
    nothing_is_worked_out(monkeypatch)
    again = started()
    assert not again.exception
    assert list(texts(again)) == shown


def test_what_one_visitor_changes_no_other_sees() -> None:
    before = headline(started())
    mine = started(**{RENT: "0"})
    assert headline(mine) != before
    other = started()
    assert headline(other) == before
    assert not address(other)
    assert RENT in state.SHELF.find(other.session_state[state.FUTURES]).figures


def test_a_lever_set_back_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = started()
    before = headline(app)
    app.slider(key=RENT_KEY).set_value(app.slider(key=RENT_KEY).min).run()
    nothing_is_worked_out(monkeypatch)
    app.button(key=f"reset {RENT_KEY}").click().run()
    assert not app.exception
    assert headline(app) == before


def test_influences_are_those_of_the_form_that_is_shown() -> None:
    """Figures and their ranges leave the form of a case as it is; a switch makes another form of it."""
    app = started()
    source = app.session_state[state.SCENE].source
    started(**{RENT: "5"})
    started(**{f"{RENT}.high": "40"})
    started(**{SWITCH: "false"})
    forms = {wanted[2] for wanted in list(state.SHELF._results) if wanted[:2] == (state.INFLUENCES, source.key)}
    assert ((SWITCH, False),) in forms
    assert all("rent" not in path for form in forms for path, _ in form)
