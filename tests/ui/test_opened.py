"""A case of one's own: whatever brings it in, it is shown at once, and the one before it can be come back to."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st

import colocate
from colocate.casefile.changing import Value
from colocate.casefile.faults import CaseError, fault_at
from colocate.casefile.one_file import one_file
from colocate.casefile.opened import Opened, Weights
from colocate.casefile.reading import tables_beside
from colocate.ui import opened, state, waiting
from colocate.ui.state import Source
from colocate.ui.waiting import UPLOAD

DATA = Path(__file__).parents[2] / "data"
CASES = sorted(DATA.glob("*.toml"))


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a session of its own."""
    monkeypatch.setattr(st, "session_state", {})


def read(path: Path) -> Source:
    return opened.read_own(path.name, path.read_bytes(), tables_beside(path.parent))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_source_has_its_tables_byte_for_byte(path: Path) -> None:
    found = read(path)
    assert found.case == colocate.load_case(path)
    assert found.text == path.read_text(encoding="utf-8")
    assert dict(found.tables) == {name: (DATA / name).read_bytes() for name in found.tables}
    assert bool(found.tables) == bool(found.case.constituents)


def test_it_is_shown_at_once_with_what_comes_with_it() -> None:
    one = read(DATA / "hanoi.toml")
    opened.open_own(one, changes={"discounting.rate": 2.0}, name="Mine", option="move")
    assert opened.own() is one
    made = state.choice()
    assert (made.case, made.changes, made.name, made.option) == (UPLOAD, {"discounting.rate": 2.0}, "Mine", "move")


def test_nothing_of_the_case_before_it_stays() -> None:
    state.choose(case="hanoi", changes={"discounting.rate": 2.0}, name="Mine", option="move", view="cash only")
    opened.open_own(read(DATA / "regional-office.toml"))
    made = state.choice()
    assert (made.changes, made.name, made.option, made.weights) == ({}, "", "", Weights())
    assert made.view == "cash only"


def test_one_that_cannot_be_worked_out_leaves_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_end(*_taken: object) -> None:
        raise CaseError([fault_at("options[move]", "comes out without end")])

    first = read(DATA / "hanoi.toml")
    opened.open_own(first)
    before = state.choice()
    monkeypatch.setattr(state, "try_out", without_end)
    with pytest.raises(CaseError, match="without end"):
        opened.open_own(read(DATA / "regional-office.toml"))
    assert opened.own() is first
    assert state.choice() == before


def test_an_earlier_one_is_taken_up_by_its_version() -> None:
    first, second = read(DATA / "hanoi.toml"), read(DATA / "regional-office.toml")
    opened.open_own(first)
    opened.open_own(second)
    opened.take_up("none such")
    assert opened.own() is second
    opened.take_up(waiting.version_of(first))
    assert opened.own() is first


def test_a_saved_case_opens_as_it_stood() -> None:
    one = read(DATA / "hanoi.toml")
    changes: dict[str, Value] = {"discounting.rate": 0.1 + 0.2, "back_office[ict].opt_in": False}
    weights = Weights(swings={"money": 100 / 3, "access": 50.0}, seen={"money": 10.0}, by="Head", asked="in June")
    stood = state.Choice("hanoi", changes, weights=weights, name="Mine")
    opened.scenarios_of(one).update({"Mine": changes, "Other": {"discounting.rate": 5}})
    packed = opened.to_save(one, stood)
    st.session_state.clear()
    opened.open_saved("hanoi.colocate", packed)
    again, made = opened.own(), state.choice()
    assert again is not None
    assert (again.key, again.text, again.case, again.tables) == (one.key, one.text, one.case, one.tables)
    assert (made.case, made.changes, made.name, made.weights) == (UPLOAD, changes, "Mine", weights)
    assert opened.scenarios_of(again) == {"Mine": changes, "Other": {"discounting.rate": 5}}


def test_what_the_app_writes_it_opens_whatever_was_typed() -> None:
    one = read(DATA / "hanoi.toml")
    typed = Weights(start="gone", swings={"money": 10.0, "no criterion": 5.0}, by="[brackets]", asked="x" * 400)
    opened.open_saved("hanoi.colocate", opened.to_save(one, state.Choice("hanoi", weights=typed)))
    assert opened.own() is not None


def test_weights_that_do_not_fit_are_told_by_name() -> None:
    one = read(DATA / "hanoi.toml")
    packed = one_file(one.text, one.tables, Opened(weights=Weights(swings={"beauty": 10.0})))
    with pytest.raises(CaseError, match=r"opened\.json, weights, swings: does not fit the case"):
        opened.open_saved("hanoi.colocate", packed)
    assert opened.own() is None
