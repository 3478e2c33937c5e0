"""What is typed and not good yet is held with the case, and comes back after the page was loaded anew."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from colocate.casefile.editing.actions import type_at
from colocate.casefile.faults import CaseError, fault_at
from colocate.casefile.reading import tables_beside
from colocate.ui import opened, state
from colocate.ui.editor import holding
from colocate.ui.state import Source

HANOI = Path(__file__).parents[2] / "data" / "hanoi.toml"
PEOPLE = ("shared", "people")


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch) -> Source:
    """Give a session of its own that shows the case of Hanoi."""
    monkeypatch.setattr(st, "session_state", {})
    found = opened.read_own(HANOI.name, HANOI.read_bytes(), tables_beside(HANOI.parent))
    monkeypatch.setattr(holding, "scene", lambda: SimpleNamespace(source=found))
    return found


def without_end(*_taken: object) -> None:
    raise CaseError([fault_at("options[move]", "comes out without end")])


def test_a_case_that_cannot_be_worked_out_comes_back_with_its_reason(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "try_out", without_end)
    holding.act(lambda editing: type_at(editing, PEOPLE, "30, 40, 50"))
    typed = holding.current(source)
    assert typed.is_good
    kept = holding.draft(source)
    st.session_state.clear()
    assert holding.take_up(kept)
    assert holding.current(source).text == typed.text != source.text
    assert [fault.path for fault in holding.without_end()] == ["options[move]"]
    assert holding.is_back(source)


def test_one_that_can_be_worked_out_by_now_is_not_brought_back(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where another program keeps what it likes: a good case comes back as the session's own alone."""
    with monkeypatch.context() as during:
        during.setattr(state, "try_out", without_end)
        holding.act(lambda editing: type_at(editing, PEOPLE, "30, 40, 50"))
        kept = holding.draft(source)
    st.session_state.clear()
    assert not holding.take_up(kept)
    assert holding.current(source).text == source.text
    assert holding.without_end() == ()
