"""A document as the rows of the form: facts of single records, a table for each list of records, and every figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from colocate.case import Case
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.form.places import SHARED, handles_of, joined
from colocate.casefile.walk import Survey, places, survey
from colocate.quantity import Quantity

FIGURES = ("figure", "figures")
RECORDS = ("record", "records")
DocumentSteps = tuple[str | int, ...]


@dataclass(frozen=True)
class FactLine:
    """One fact of a single record; `field` is None for the record itself, of the kind `record`, that is empty."""

    place: str
    trail: tuple[str, ...]
    field: Field | None
    written: Any
    record: type = Case


@dataclass(frozen=True)
class ListLine:
    """One record of a list: its place, what it is called, and what the file writes of it."""

    place: str
    trail: tuple[str, ...]
    written: Mapping[str, Any]


@dataclass
class ListPart:
    """A list of records: where it is, in names alone, the field that holds it, and its records."""

    pattern: tuple[str, ...]
    field: Field
    lines: list[ListLine] = made(default_factory=list)

    @property
    def columns(self) -> tuple[Field, ...]:
        """Return the fields of its records that are neither figures nor records."""
        return plain_fields(self.field.record or Case)


@dataclass(frozen=True)
class FigureLine:
    """One figure: its place, what it is called, its field (None: a shared one that nothing uses), its units.

    `written` is what the file writes: a number, a table, the name of a shared figure, or None where it is left out.
    """

    place: str
    trail: tuple[str, ...]
    field: Field | None
    units: tuple[str, ...]
    written: Any
    shared: bool = False


@dataclass
class Parts:
    """All rows of the form, in the order of the format."""

    facts: list[FactLine] = made(default_factory=list)
    lists: dict[tuple[str, ...], ListPart] = made(default_factory=dict)
    figures: list[FigureLine] = made(default_factory=list)


def plain_fields(record: type) -> tuple[Field, ...]:
    """Give the fields of a record that are neither figures nor records."""
    return tuple(one for one in fields_of(record) if one.kind not in (*FIGURES, *RECORDS))


def parts_of(document: Mapping[str, Any]) -> Parts:
    """Take a document apart into the rows of the form; one with faults as well as one without."""
    parts, read = Parts(), survey(document)
    found = {place.steps: place for place in places(document)}

    def units(steps: DocumentSteps, one: Field) -> tuple[str, ...]:
        return found[steps].units(one) if steps in found else (one.measure.unit,)

    def walk(record: type, written: Mapping[str, Any], at: str, steps: DocumentSteps, trail: tuple[str, ...]) -> None:
        in_a_list = bool(steps) and isinstance(steps[-1], int)
        for one in fields_of(record):
            value, here, inner = written.get(one.name), joined(at, one.name), (*trail, one.note.label)
            if one.kind in FIGURES:
                for place, part in _single_figures(here, value):
                    if part is not None or one.required:
                        parts.figures.append(FigureLine(place, inner, one, units(steps, one), part))
            elif one.kind == "record" and one.record is not None:
                if value == {}:
                    parts.facts.append(FactLine(here, inner, None, value, one.record))
                if isinstance(value, Mapping):
                    walk(one.record, value, here, (*steps, one.name), inner)
            elif one.kind == "records" and one.record is not None:
                _walk_list(one, written, here, steps, trail)
            elif not in_a_list:
                parts.facts.append(FactLine(here, inner, one, value, record))

    def _walk_list(
        one: Field, written: Mapping[str, Any], here: str, steps: DocumentSteps, trail: tuple[str, ...]
    ) -> None:
        pattern = (*(step for step in steps if isinstance(step, str)), one.name)
        part = parts.lists.setdefault(pattern, ListPart(pattern, one))
        entries = written.get(one.name)
        entries = [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []
        for position, handle in enumerate(handles_of(one.record or Case, entries)):
            entry, place = entries[position], f"{here}[{handle}]"
            called = str(entry.get("short") or entry.get("name") or handle)
            inner = (*trail, f"{one.note.label}: {called}")
            part.lines.append(ListLine(place, inner, entry))
            walk(one.record or Case, entry, place, (*steps, one.name, position), inner)

    walk(Case, document, "", (), ())
    parts.figures[:0] = _shared_figures(document, read)
    return parts


def _single_figures(place: str, written: Any) -> Iterator[tuple[str, Any]]:
    """Give each figure of a field that holds one or several; a list is numbered from 1."""
    if isinstance(written, list):
        for number, part in enumerate(written, start=1):
            yield f"{place}[{number}]", part
    else:
        yield place, written


def _shared_figures(document: Mapping[str, Any], read: Survey) -> list[FigureLine]:
    """Give the shared figures, with the measure and the unit of the first place that uses each."""
    shared = document.get(SHARED)
    if not isinstance(shared, Mapping):
        return []
    used: dict[str, tuple[Field, tuple[str, ...]]] = {}
    for steps, figures in read.figures.items():
        for one, _, quantity in figures:
            if isinstance(quantity, Quantity) and quantity.path.startswith(f"{SHARED}."):
                used.setdefault(quantity.path, (one, read.places[steps].units(one)))
    lines = []
    for name, written in shared.items():
        one_field, units = used.get(f"{SHARED}.{name}", (None, ()))
        called = (name.replace("_", " ").capitalize(),)
        lines.append(FigureLine(f"{SHARED}.{name}", called, one_field, units, written, shared=True))
    return lines
