"""What is not good yet comes back as it was typed, and nothing that a browser sends does harm."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from colocate.casefile.editing import actions, rows
from colocate.casefile.editing.drafts import LONGEST, draft_of, read_draft, with_draft
from colocate.casefile.editing.state import Editing, begin, undo
from tests.casefile.editing.walking import opened, stepped
from tests.examples import many

RENT = ("options", 2, "lease", "renewal", "rent")


def brought_back(first: Editing, editing: Editing) -> Editing:
    """The case as it is begun anew from its last good state, with what was not good yet."""
    good = editing.good or first
    kept = draft_of(editing, good.text, good.tables, ("options", 2))
    again = begin(first.file_name, good.text, good.tables)
    draft = read_draft(kept)
    return again if draft is None else with_draft(again, draft)


def test_boxes_that_could_not_be_read_come_back_at_their_places() -> None:
    first = opened("hanoi")
    editing = actions.type_at(actions.type_at(first, RENT, "about ten"), ("office", "people"), "1,234")
    again = brought_back(first, editing)
    assert again.typed == editing.typed
    assert again.text == first.text
    assert undo(undo(again)).typed == {}


def test_a_faulty_text_and_a_faulty_table_come_back() -> None:
    first = opened("hanoi")
    columns, lines = rows.rows_of(first)
    editing = actions.type_at(first, RENT, "60, 40, 20")
    editing = rows.with_rows(editing, [{**lines[0], columns[2]: "north"}, *lines[1:]])
    again = brought_back(first, editing)
    assert editing.faults
    assert (again.text, again.tables, again.faults) == (editing.text, editing.tables, editing.faults)


def test_of_a_good_case_nothing_is_kept() -> None:
    first = opened("hanoi")
    after = actions.type_at(first, RENT, "1, 2, 3")
    assert draft_of(after, after.text, after.tables, ()) == ""


def test_a_text_without_a_fault_that_was_not_taken_is_kept() -> None:
    """It could not be worked out."""
    first = opened("hanoi")
    after = actions.type_at(first, RENT, "1, 2, 3")
    draft = read_draft(draft_of(after, first.text, first.tables, ()))
    assert draft is not None
    assert with_draft(first, draft).text == after.text


@pytest.mark.parametrize("seed", range(many(40, 2)))
@pytest.mark.slow
def test_what_a_walk_leaves_unfinished_comes_back(seed: int) -> None:
    chance = random.Random(f"draft {seed}")  # noqa: S311
    first = editing = opened("national-coordinator")
    for _ in range(25):
        editing = stepped(chance, editing)
        if not editing.is_good or editing.typed:
            again = brought_back(first, editing)
            assert (again.text, again.tables) == (editing.text, editing.tables)
            assert {place: one.text for place, one in again.typed.items()} == {
                place: one.text for place, one in editing.typed.items()
            }


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[",
        "[" * 100_000,
        "5",
        "{}",
        json.dumps({"text": 5, "tables": {}, "typed": []}),
        json.dumps({"text": None, "tables": [], "typed": []}),
        " " * (LONGEST + 1),
    ],
)
def test_what_is_no_draft_is_left(kept: str) -> None:
    assert read_draft(kept) is None


@pytest.mark.parametrize(
    "typed",
    [
        [None],
        [[["options", -1, "id"], "x"]],
        [[["options", True, "id"], "x"]],
        [[["options", 99, "lease", "rent"], "x"]],
        [[[], "x"]],
        [[["settled"], "x"]],
        [[["x"] * 99, "x"]],
        [[["office", "people"], 5]],
        [[["office", "people"], "\ud800"]],
        [[["title"], "\ud800"]],
    ],
)
def test_places_that_are_none_change_nothing_that_is_good(typed: list[Any]) -> None:
    first = opened("national-coordinator")
    draft = read_draft(json.dumps({"text": None, "tables": {"../x": "y"}, "typed": typed, "part": ["options", 0]}))
    assert draft is not None
    after = with_draft(first, draft)
    assert after.good == first.good
    assert after.tables == first.tables


@pytest.mark.parametrize("text", ["[", "\ud800", "x = " + "[" * 5000, "a" * 100, "format = 1"])
def test_a_text_that_is_no_case_is_left_or_told(text: str) -> None:
    first = opened("national-coordinator")
    draft = read_draft(json.dumps({"text": text, "tables": {}, "typed": [], "part": None}))
    assert draft is not None
    assert with_draft(first, draft).good == first.good
