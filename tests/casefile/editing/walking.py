"""A random walk of actions over a case that is being changed, and what must hold after each."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

from colocate.casefile.editing import actions
from colocate.casefile.editing.places import FIGURES, list_field
from colocate.casefile.editing.state import Editing, begin, redo, undo
from colocate.casefile.editing.typed import plainly
from colocate.casefile.editing.written import found_in, places_below
from colocate.casefile.fields import fields_of
from tests.documents import DATA_CASES, ROOT

RUBBISH = (
    "", " ", "rent", "1,234", "12 to", "--", "=1+1", "<b>", '"', "'''", '"""', "a\nb", "\\", "#", "[x]", "{}", "\x00",
    "é\u202e", "nan", "shared.nothing", "9" * 50, "x" * 5000, "1e400", "yes", "-1", "12, 18, 28", "2025-02-30",
)  # fmt: skip


def opened(name: str) -> Editing:
    """A case of `data/` as it is opened to be changed."""
    path = next(one for one in DATA_CASES if one.stem == name)
    tables = {one.name: one.read_bytes() for one in (ROOT / "data").glob(f"{name}*.csv")}
    return begin(path.name, path.read_text(encoding="utf-8"), tables)


def spots(editing: Editing) -> list[Any]:
    """The place of every field that may be told: those that are written, those that are not, and shared figures."""
    found = [
        (*steps, field.name)
        for steps, place in editing.map.records.items()
        for field in fields_of(place.record)
        if field.record is None
    ]
    return [*found, *(("shared", name) for name in editing.map.uses)]


def lists(editing: Editing) -> list[Any]:
    """The place of every list of records and every record that may be left out."""
    return [
        (*steps, field.name)
        for steps, place in editing.map.records.items()
        for field in fields_of(place.record)
        if field.record is not None
    ]


def entries(editing: Editing) -> list[Any]:
    return [steps for steps in editing.map.records if steps and isinstance(steps[-1], int)]


def something(chance: random.Random, editing: Editing, steps: Any) -> str:
    """Something to type that may well fit."""
    spot = editing.map.spot(steps)
    if spot is None or chance.random() < 0.2:
        return chance.choice(RUBBISH)
    field = spot.field
    if field.kind in FIGURES:
        if spot.is_chance:
            return chance.choice(["yes", "no", "30 %"])
        least, most = field.limits
        low, mode, high = sorted(round(chance.uniform(max(least, 0), min(most, 100)), 3) for _ in range(3))
        return chance.choice([plainly(mode), f"{plainly(low)} to {plainly(high)}", f"{low}, {mode}, {high}"])
    fitting = {
        "whole": str(chance.randint(0, 20)),
        "date": "2026-07-01",
        "choice": chance.choice([one for one in field.choices if one] or ["x"]),
        "switch": chance.choice(["yes", "no"]),
        "texts": "One fund\nAnother",
        "weights": "money: 100\naccess: 50",
        "text": chance.choice([f"name {chance.randint(0, 99)}", f"id-{chance.randint(0, 99)}"]),
    }
    return fitting[field.kind]


def leaves(document: Any) -> Counter[Any]:
    """What a document says, by its keys without the places in lists."""
    return Counter(
        (tuple(key for key in steps if isinstance(key, str)), repr(value)) for steps, value in places_below(document)
    )


def stepped(chance: random.Random, editing: Editing) -> Editing:
    """Take one step of the walk, and see that it loses nothing and can be taken back."""
    kind = chance.choice(
        ["type"] * 6
        + ["choose", "part", "part", "hold", "own", "year", "add", "add", "copy", "copy", "remove", "remove"]
        + ["move", "move", "begin", "leave", "leave", "undo", "redo", "reload"]
    )  # fmt: skip
    before = editing
    touched: Any = ()
    if kind == "undo":
        return undo(editing)
    if kind == "redo":
        return redo(editing)
    if kind == "reload":
        again = begin(editing.file_name, editing.text, editing.tables)
        assert again.document == editing.document
        assert again.faults == editing.faults
        return again if chance.random() < 0.3 else editing
    if kind in ("type", "choose", "part", "hold", "own", "year"):
        touched = chance.choice(spots(editing))
        text = something(chance, editing, touched)
        if kind == "type":
            editing = actions.type_at(editing, touched, text)
            is_taken = touched not in editing.typed
            if not is_taken:
                assert editing.typed[touched].text == text
                assert editing.document == before.document
        elif kind == "choose":
            editing = actions.choose_at(editing, touched, chance.choice([True, False, None, "x", text]))
        elif kind == "part":
            part, value = chance.choice(
                [("source", text), ("quality", "exact"), ("quality", "estimated"), ("lever", True), ("lever", False),
                 ("shape", "triangular"), ("shape", "normal"), ("shape", None), ("unit", "USD/year")]
            )  # fmt: skip
            editing = actions.set_part(editing, touched, part, value)
        elif kind == "hold":
            editing = actions.hold_at(editing, touched, chance.choice(["5", "", "x", "1,234"]))
        elif kind == "own":
            editing = actions.own_figure(editing, touched)
        else:
            editing = actions.by_year(editing, touched)
    elif kind in ("add", "begin", "leave"):
        touched = chance.choice(lists(editing) if kind != "leave" else [*lists(editing), *spots(editing)])
        field = list_field(editing.map.records, touched)
        act = {"add": actions.add, "begin": actions.begin_record, "leave": actions.leave_out}[kind]
        if kind != "leave" or len(touched) > 1 or field is None or not field.required:
            editing = act(editing, touched)
            if kind == "add" and field is not None and field.kind == "records":
                there = found_in(before.document, touched) or []
                assert len(found_in(editing.document, touched)) >= len(there) + 1
    elif entries(editing):
        touched = chance.choice(entries(editing))
        record = found_in(editing.document, touched)
        if kind == "move":
            by = chance.choice([-1, 1])
            editing = actions.move(editing, touched, by)
            if editing is not before:
                assert found_in(editing.document, (*touched[:-1], touched[-1] + by)) == record
                assert leaves(editing.document) == leaves(before.document)
        elif kind == "copy":
            editing = actions.copy(editing, touched)
            assert found_in(editing.document, touched) == record
        else:
            editing = actions.remove(editing, touched)
            left = found_in(editing.document, touched[:-1]) or []
            assert len(left) == len(found_in(before.document, touched[:-1])) - 1
    nothing_else_is_lost(before, editing, touched, kind)
    if editing is not before:
        back = undo(editing)
        assert back.text == before.text
        assert back.typed == before.typed
        assert back.faults == before.faults
        assert redo(back).text == editing.text
    return editing


def nothing_else_is_lost(before: Editing, after: Editing, touched: Any, kind: str) -> None:
    """What is no longer said was said in the place that was touched, or follows it: a name, a shared figure."""
    if before.document is not before.now.written.document:
        return  # defaults go and come with what they fill
    keys = tuple(key for key in touched if isinstance(key, str))
    spot = before.map.spot(touched) if touched else None
    other = () if spot is None else tuple(key for key in spot.of if isinstance(key, str))
    gone = leaves(before.document) - leaves(after.document)
    names = spot is not None and spot.field.kind in ("text", "texts")
    for place, value in gone:
        expected = place[: len(keys)] == keys or (other and place[: len(other)] == other) or place[0] == "shared"
        assert expected or names, (kind, touched, place, value)
