"""The figures of a form put into its document: a number, a range with its source, or the name of a shared figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from colocate.casefile.faults import did_you_mean, path_of
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.form import sheets as names
from colocate.casefile.form.cells import EXAMPLE, Wrong, choice_of, number_of, switch_of, words_of
from colocate.casefile.form.columns import Part, parts_of_a_figure
from colocate.casefile.form.document import (
    NO_PLACE,
    NOT_A_PLACE,
    DocumentSteps,
    Draft,
    NowhereError,
    plain_number,
)
from colocate.casefile.form.grid import Value
from colocate.casefile.form.parts import FIGURES
from colocate.casefile.form.places import SHARED, field_of, folded, steps_in
from colocate.casefile.form.rows import Row
from colocate.casefile.form.values import text_of
from colocate.casefile.walk import places
from colocate.message import Message

BOTH: Wrong = (
    Message("names a shared figure beside numbers of its own"),
    Message("Clear this cell, or the numbers, source and quality of the row"),
)


@dataclass(frozen=True)
class FigureRow:
    """A row with a figure: the steps to its record and itself, its field (None: a shared one), its number in a list."""

    row: Row
    record: DocumentSteps
    steps: DocumentSteps
    field: Field | None
    number: int | None = None

    @property
    def path(self) -> str:
        """Return the path of the figure in the document; of one of a list, before it has its position."""
        return path_of(self.steps)


def read_figures(draft: Draft, rows: Sequence[Row]) -> None:
    """Take in the rows of figures, once all records are there."""
    found: list[FigureRow] = []
    for row in rows:
        if row.kind == "figures":
            try:
                placed = _placed(draft, row)
            except NowhereError as error:
                draft.tell(row.at(names.PLACE), error.wrong)
                continue
            if placed is not None:
                found.append(placed)
    found = _each_once(draft, _numbered(found))
    shared = {one.steps[1]: one for one in found if one.field is None}
    of_records = [one for one in found if one.field is not None]
    due = {place.steps: place for place in places(draft.document)}
    used: dict[str, tuple[str, ...]] = {}
    users: dict[str, list[str]] = {}
    for one in of_records:
        place = due.get(one.record)
        units = place.units(one.field) if place is not None and one.field is not None else ()
        written = _written(draft, one, units, shared)
        if written is not None:
            _put(draft, one, written)
            if isinstance(written, str):
                used.setdefault(written, units)
                users.setdefault(written, []).append(one.path)
    for name, one in shared.items():
        written = _written(draft, one, used.get(f"{SHARED}.{name}", ()), shared)
        if written is not None:
            draft.document.setdefault(SHARED, {})[name] = written
        elif one.path in users:
            draft.spoilt.update(users[one.path])
            if one.path not in draft.spoilt:
                draft.tell(draft.cells[one.path], (Message("is missing"), EXAMPLE), one.path)


def _placed(draft: Draft, row: Row) -> FigureRow | None:
    """Find the record of a figure, and begin it where the row says anything; None for a row without anything."""
    says = _says(row)
    if not row.place:
        if says:
            draft.tell(row.at(names.PLACE), NO_PLACE)
        return None
    before, _, name = row.place.partition(".")
    if folded(before) == SHARED and name:
        return FigureRow(row, (), (SHARED, text_of(name)), None)
    steps = steps_in(row.place)
    if steps is None:
        draft.tell(row.at(names.PLACE), NOT_A_PLACE)
        return None
    _, path, record = draft.lead(steps[:-1], make=says)
    last = steps[-1]
    one = field_of(record, last.name)
    if one is None or one.kind not in FIGURES:
        known = [known.name for known in fields_of(record) if known.kind in FIGURES]
        raise NowhereError(
            Message('"{name}" is no figure here', name=last.name), did_you_mean(last.name.lower(), known)
        )
    number = None
    if last.handle is not None:
        if one.kind != "figures" or not last.handle.isdigit() or len(last.handle) > 4:
            raise NowhereError(
                Message('"{name}" is one figure', name=last.name), Message("Take the brackets away at its end")
            )
        number = int(last.handle)
    return FigureRow(row, path, (*path, one.name), one, number)


def _says(row: Row) -> bool:
    heads = [names.SAME_AS, *(one for part in parts_of_a_figure() for one in (part.heading, part.name))]
    return any(row.value(head) is not None for head in heads)


def _numbered(found: list[FigureRow]) -> list[FigureRow]:
    """Give the figures of a list their positions, in the order of their numbers."""
    by_list: dict[DocumentSteps, list[FigureRow]] = {}
    for one in found:
        if one.number is not None and _says(one.row):
            by_list.setdefault(one.steps, []).append(one)
    numbered = []
    for steps, members in by_list.items():
        known: dict[int, int] = {}
        for one in sorted(members, key=lambda one: one.number or 0):
            position = known.setdefault(one.number or 0, len(known))
            numbered.append(FigureRow(one.row, one.record, (*steps, position), one.field, one.number))
    return [*(one for one in found if one.number is None), *numbered]


def _each_once(draft: Draft, found: list[FigureRow]) -> list[FigureRow]:
    kept: dict[str, FigureRow] = {}
    for one in sorted(found, key=lambda one: not _says(one.row)):
        if one.path in kept:
            if _says(one.row):
                first = kept[one.path].row.at(names.PLACE)
                draft.tell(
                    one.row.at(names.PLACE),
                    (Message("stands in {cell} already", cell=first), Message("Take one row out")),
                )
            continue
        kept[one.path] = one
        draft.cells[one.path] = one.row.at(names.LIKELY, "mode")
        draft.cells[f"{one.path}.unit"] = one.row.at(names.UNIT)
        for part in parts_of_a_figure():
            draft.cells[f"{one.path}.{part.name}"] = one.row.at(part.heading, part.name)
    return [one for one in found if kept.get(one.path) is one]


def _written(draft: Draft, one: FigureRow, units: tuple[str, ...], shared: dict[Any, FigureRow]) -> Any:
    """Give a figure as a file writes it; None where the row holds none, or one at fault."""
    row = one.row
    stated = row.value(names.UNIT)
    unit = "" if stated is None else _unit(stated.words, units)
    table: dict[str, Any] = {}
    wrong = False
    for part in parts_of_a_figure():
        value = row.value(part.heading, part.name)
        if value is None:
            continue
        found = _part(part, value, unit or (units[0] if units else ""))
        if isinstance(found, tuple):
            draft.tell(row.at(part.heading, part.name), found, one.path)
            wrong = True
        elif found != "" and found is not False:
            table[part.name] = found
    named = row.value(names.SAME_AS)
    if named is not None and folded(named.words):
        if table:
            draft.tell(row.at(names.SAME_AS), BOTH, one.path)
            return None
        draft.cells[one.path] = row.at(names.SAME_AS)
        return _name(named.words, shared)
    if wrong or not table:
        return None
    if list(table) == ["mode"] and unit in ("", *units[:1]):
        return table["mode"]
    unit = unit or (units[0] if units else "")
    order = [key for key in ("low", "mode", "high") if key in table]
    rest = [key for key in table if key not in (*order, "source", "quality")]
    words = [key for key in ("source", "quality") if key in table]
    with_unit = {"unit": unit} if unit else {}
    return {key: table[key] for key in order} | with_unit | {key: table[key] for key in (*rest, *words)}


def _part(part: Part, value: Value, unit: str) -> Any:
    if part.kind == "number":
        in_unit = unit if part.name != "probability" else ""
        found = number_of(value, in_unit)
        return found if isinstance(found, tuple) else plain_number(found)
    if part.kind == "switch":
        return switch_of(value)
    if part.kind == "choice":
        return choice_of(value, part.choices)
    words = words_of(value)
    return words if isinstance(words, tuple) else text_of(words)


def _unit(words: str, units: tuple[str, ...]) -> str:
    """Give a unit as the format writes it, whatever its capitals and blanks."""
    plain = "".join(words.split()).replace("\u00b2", "2")
    known = [*units, words.strip()]
    return next((unit for unit in known if folded("".join(unit.split())) == folded(plain)), words.strip())


def _name(words: str, shared: dict[Any, FigureRow]) -> str:
    """Give the name of a shared figure as the document has it."""
    name = " ".join(words.split())
    name = name[len(SHARED) + 1 :] if folded(name).startswith(f"{SHARED}.") else name
    known = next((str(one) for one in shared if folded(str(one)) == folded(name)), name)
    return f"{SHARED}.{known}"


def _put(draft: Draft, one: FigureRow, written: Any) -> None:
    place: Any = draft.document
    for step in one.record:
        place = place[step]
    if one.number is None or one.field is None:
        place[one.steps[-1]] = written
        return
    entries = place.setdefault(one.field.name, [])
    if isinstance(entries, list):
        entries.append(written)
