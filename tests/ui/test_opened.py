"""A case of one's own: whatever brings it in, it is shown at once, and the one before it can be come back to."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st

import colocate
from colocate.casefile.faults import CaseError, fault_at
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
    assert (made.changes, made.name, made.option, made.weights) == ({}, "", "", state.Weights())
    assert made.view == "cash only"


def test_one_that_cannot_be_worked_out_leaves_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_end(*_taken: object) -> None:
        raise CaseError([fault_at("options[move]", "comes out without end")])

    first = read(DATA / "hanoi.toml")
    opened.open_own(first)
    before = state.choice()
    monkeypatch.setattr(opened, "evaluate", without_end)
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
