"""A document built from the rows of a form, and for each path of it the cell that it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from colocate.case import Case
from colocate.casefile.faults import Fault, did_you_mean, path_of
from colocate.casefile.fields import Field, fields_of, key_of
from colocate.casefile.form import sheets as names
from colocate.casefile.form.cells import (
    EXAMPLE,
    Wrong,
    choice_of,
    date_of,
    number_in_words,
    number_of,
    switch_of,
    words_of,
)
from colocate.casefile.form.grid import Value
from colocate.casefile.form.parts import FIGURES, plain_fields
from colocate.casefile.form.places import SHARED, Step, Steps, field_of, folded, joined, record_at, steps_in
from colocate.casefile.form.rows import Row
from colocate.casefile.form.values import entries_of, pairs_of, text_of
from colocate.message import Message

DocumentSteps = tuple[str | int, ...]


class NowhereError(Exception):
    """A place that leads nowhere: what is wrong, and what would be right."""

    def __init__(self, problem: Message, remedy: Message) -> None:
        self.wrong: Wrong = (problem, remedy)
        super().__init__(str(problem))


@dataclass
class Draft:
    """A document that is being built: its faults by cell, the cell of each path, and the places of records of lists.

    `spoilt` are the paths of what a cell should have told and does not: what they then miss is no fault of its own.
    """

    document: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)
    handles: dict[DocumentSteps, dict[str, int]] = field(default_factory=dict)

    def tell(self, cell: str, wrong: Wrong, path: str = "") -> None:
        """Keep a fault of a cell; `path` is what is lost by it."""
        self.faults.append(Fault(cell, *wrong))
        if path:
            self.spoilt.add(path)

    def lead(self, steps: Steps, *, make: bool = True) -> tuple[dict[str, Any], DocumentSteps, type]:
        """Go to the record at a place: what is written of it, its steps in the document, and its kind.

        Single records on the way are begun, unless not `make`; NowhereError where there is no such place.
        """
        written, path, record = self.document, (), Case  # type: tuple[dict[str, Any], DocumentSteps, type]
        for position, step in enumerate(steps):
            one = field_of(record, step.name)
            if one is None or one.record is None:
                known = [known.name for known in fields_of(record)]
                raise NowhereError(Message('"{name}" is no part of a case here', name=step.name), _meant(step, known))
            if one.kind == "record":
                below = written.setdefault(one.name, {}) if make else written.get(one.name, {})
                written, path = below, (*path, one.name)
            else:
                path = (*path, one.name, self._position(one, step, path, written, steps[: position + 1]))
                written = written[one.name][path[-1]]
            record = one.record
        return written, path, record

    def _position(self, one: Field, step: Step, path: DocumentSteps, written: Mapping[str, Any], upto: Steps) -> int:
        known = self.handles.get((*path, one.name), {})
        if step.handle is None:
            raise NowhereError(
                Message('"{name}" is a list', name=step.name),
                Message("Write the short name of one behind it, such as {name}[{one}]", name=one.name, one=_any(known)),
            )
        found = known.get(folded(step.handle))
        if found is None and one.record is not None:
            key = key_of(one.record)
            entries = written.get(one.name, [])
            called = [folded(str(entry.get(key, ""))) for entry in entries] if key else []
            found = called.index(folded(step.handle)) if folded(step.handle) in called else None
        if found is None:
            place = text_of_steps(upto)
            raise NowhereError(
                Message('no row has the place "{place}"', place=place), did_you_mean(folded(step.handle), list(known))
            )
        return found


def text_of_steps(steps: Steps) -> str:
    """Write steps as a place."""
    place = ""
    for step in steps:
        place = joined(place, step.name, step.handle)
    return place


def _any(known: Mapping[str, int]) -> str:
    return next(iter(known), "1")


def _meant(step: Step, known: Sequence[str]) -> Message:
    return did_you_mean(step.name.lower(), known) or Message("The sheet {sheet} lists all places", sheet=names.FIELDS)


NO_PLACE: Wrong = (
    Message("is empty: the row has no place"),
    Message("Write the place, as in the rows above it; or clear the row"),
)
NOT_A_PLACE: Wrong = (
    Message("is not a place"),
    Message("Write one such as options[stay].lease.tenure, or begin the row with \u25b8 if it is a remark"),
)


def read_records(draft: Draft, rows: Sequence[Row]) -> None:
    """Take in the rows of lists, those of outer lists first, and then the facts of single records."""
    lists = [(steps, row) for row in rows if row.kind == "list" and (steps := _steps(draft, row)) is not None]
    for steps, row in sorted(lists, key=lambda one: len(one[0])):
        _take(draft, row, lambda steps=steps, row=row: _read_list_row(draft, steps, row))
    for row in rows:
        if row.kind == "facts" and (steps := _steps(draft, row)) is not None:
            _take(draft, row, lambda steps=steps, row=row: _read_fact(draft, steps, row))


def _take(draft: Draft, row: Row, read: Any) -> None:
    try:
        read()
    except NowhereError as error:
        draft.tell(row.at(names.PLACE), error.wrong)


def _steps(draft: Draft, row: Row) -> Steps | None:
    """Give the place of a row; None where it has none, which is a fault only where the row says something."""
    passed_over = {row.column(names.NAME), row.column(names.MEANING)} if row.kind != "list" else set()
    says = [column for column in row.cells if column in row.heads.values() and column not in passed_over]
    if not row.place:
        if says:
            draft.tell(row.at(names.PLACE), NO_PLACE)
        return None
    steps = steps_in(row.place)
    if steps is None:
        draft.tell(row.at(names.PLACE), NOT_A_PLACE)
    return steps


def _read_list_row(draft: Draft, steps: Steps, row: Row) -> None:
    above, path, record = draft.lead(steps[:-1])
    step = steps[-1]
    one = field_of(record, step.name)
    if one is None or one.kind != "records" or one.record is None:
        known = [known.name for known in fields_of(record) if known.kind == "records"]
        raise NowhereError(Message('"{name}" is no list of the format here', name=step.name), _meant(step, known))
    if not step.handle:
        raise NowhereError(
            Message("does not say which one it is"),
            Message("Write a short name in brackets, such as {name}[1]", name=one.name),
        )
    handles = draft.handles.setdefault((*path, one.name), {})
    if folded(step.handle) in handles:
        first = draft.cells.get(path_of((*path, one.name, handles[folded(step.handle)])), "")
        raise NowhereError(
            Message("stands in {cell} already", cell=first), Message("Put another short name between the brackets")
        )
    entries = above.setdefault(one.name, [])
    here = (*path, one.name, len(entries))
    handles[folded(step.handle)] = len(entries)
    written: dict[str, Any] = {}
    entries.append(written)
    draft.cells[path_of(here)] = row.at(names.PLACE)
    draft.called[path_of(here)] = row.place
    labels = [column.note.label for column in plain_fields(one.record)]
    for column in plain_fields(one.record):
        label = column.note.label
        heads = (f"{label} ({column.name})", *((label,) if labels.count(label) == 1 else ()), column.name)
        _read_value(draft, written, (*here, column.name), column, row, heads)


def _read_fact(draft: Draft, steps: Steps, row: Row) -> None:
    value = row.value(names.VALUE)
    record, last = record_at(steps), steps[-1]
    if record is not None and last.handle is None and steps:
        if value is not None and switch_of(value) is True:
            draft.lead(steps)
        return
    _, path, above = draft.lead(steps[:-1], make=False)
    one = field_of(above, last.name)
    if one is None or last.handle is not None or one.kind in ("records", "record"):
        known = [known.name for known in fields_of(above)]
        raise NowhereError(Message('"{name}" is no part of a case here', name=last.name), _meant(last, known))
    if one.kind in FIGURES:
        raise NowhereError(
            Message("is a figure"), Message("Write it on the sheet {sheet}, with its unit", sheet=names.FIGURES)
        )
    here = (*path, one.name)
    if path_of(here) in draft.cells and value is not None and path_of(here) not in draft.spoilt:
        first = draft.cells[path_of(here)]
        if first != row.at(names.VALUE):
            raise NowhereError(Message("stands in {cell} already", cell=first), Message("Take one row out"))
    written: dict[str, Any] = {}
    _read_value(draft, written, here, one, row, (names.VALUE,))
    if written:
        draft.lead(steps[:-1])[0].update(written)


def _read_value(
    draft: Draft, written: dict[str, Any], here: DocumentSteps, one: Field, row: Row, heads: Sequence[str]
) -> None:
    """Read a cell as the value of a field; an empty one leaves the field out."""
    path = path_of(here)
    draft.cells[path] = row.at(*heads)
    value = row.value(*heads)
    if value is None:
        return
    found = value_in(one, value, row)
    if isinstance(found, tuple):
        draft.tell(row.at(*heads), found, path)
    elif found not in ("", [], {}):
        written[one.name] = found


def value_in(one: Field, value: Value, row: Row) -> Any:
    """Read a cell as the value of a field that is no figure; what is wrong where it is none."""
    if one.kind == "switch":
        return switch_of(value)
    if one.kind == "date":
        return date_of(value, row.sheet.epoch)
    if one.kind == "choice":
        return choice_of(value, one.choices)
    if one.kind == "whole":
        number = number_of(value)
        if isinstance(number, tuple):
            return number
        whole = Message('"{word}" is not a whole number', word=value.words[:40]), Message("Write digits alone")
        return int(number) if number.is_integer() and abs(number) < 1e15 else whole
    words = words_of(value)
    if isinstance(words, tuple):
        return words
    if one.kind == "texts":
        return entries_of(words)
    return _weights(words) if one.kind == "weights" else text_of(words)


def _weights(words: str) -> dict[str, float] | Wrong:
    pairs = pairs_of(words)
    if pairs is None:
        return Message('"{word}" is no list of weights', word=words[:40]), Message("Write lines such as money = 60")
    found: dict[str, float] = {}
    for name, written in pairs:
        number = number_in_words(written)
        if isinstance(number, tuple):
            return number[0], EXAMPLE
        found[name] = plain_number(number)
    return found


def plain_number(number: float) -> float:
    """Give a whole number as one, so that a file does not write 60.0."""
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def in_order(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give a document with its parts in the order of the format; shared figures stand behind the drivers."""
    ordered = _in_order(document, Case)
    if SHARED not in document:
        return ordered
    keys = list(ordered)
    after = keys.index("drivers") + 1 if "drivers" in keys else len(keys)
    return {key: document[SHARED] if key == SHARED else ordered[key] for key in [*keys[:after], SHARED, *keys[after:]]}


def _in_order(written: Mapping[str, Any], record: type) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in fields_of(record):
        if one.name not in written:
            continue
        value = written[one.name]
        if one.record is not None and isinstance(value, dict):
            found[one.name] = _in_order(value, one.record)
        elif one.record is not None and isinstance(value, list):
            found[one.name] = [_in_order(entry, one.record) for entry in value]
        else:
            found[one.name] = value
    return found
