"""Change figures of a case by path: in memory, and in its file without losing a comment or the order.

A path names a figure ("options[move].lease.rent", "shared.market_rent"): a number settles it, so that it is held there
in every future, and `FREE` releases it again. Or it names one part of the figure's table ("shared.market_rent.high"),
which changes its range; or any other field of the case ("back_office[ict].opt_in"), written in the file or left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

import tomlkit
from tomlkit.items import InlineTable

from colocate.case import Case
from colocate.casefile.building import build_case, with_tables
from colocate.casefile.classes import Classes, classes_in, made_by_hand
from colocate.casefile.faults import (
    CaseError,
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.casefile.fields import KEYS, Field, fields_of
from colocate.casefile.filling import fill
from colocate.casefile.reading import examined
from colocate.casefile.structure import FigureTable
from colocate.message import Message
from colocate.quantity import Note

Value = float | int | bool | str
FREE = "free"
"""The value that releases a settled figure: it varies over its range again."""

RANGE = ("low", "mode", "high")
"""The parts of a figure's table that make its range."""

TABLES = (["access", "constituents"], ["access", "travel_times"])
"""What names a file beside the case: another name would change nothing, since tables are read with the case."""

PATH_LIMIT = 500
STEP = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)|\[([^\]]+)\]")
MODE_FOLLOWS = ("uniform", "normal", "lognormal")
"""Shapes whose mode follows from low and high: a written one is taken out where these change."""

PARTS = tuple(FigureTable.model_fields)
Kind = type | Field | None
"""What stands at a place of a document: a record, a field that is no record, or something without a name of its own."""

NOTE = Note("Shared figure", "By name.")
SHARED = Field(name="shared", kind="weights", required=False, default=None, note=NOTE)
FIGURE = Field(name="figure", kind="figure", required=False, default=None, note=NOTE)
"""The table of shared figures, and each figure in it, which no record describes."""


def change(case: Case, changes: Mapping[str, Value]) -> Case:
    """Give the case with values changed by path, checked again whole; a figure's value is in the unit of the file.

    Raises CaseError where a path leads nowhere or the changed case is at fault.
    """
    if not changes:
        return case
    document = _copied_along(case.document, changes)
    _make(document, changes)
    faults, read = examined(document)
    if faults:
        raise CaseError(faults)
    return with_tables(build_case(document, read), case.constituents, case.travel_times)


def write_changes(text: str, changes: Mapping[str, Value]) -> str:
    """Give the text of a case file with values changed by path; comments, order and spacing stay.

    Into a short case its defaults are written first: what was changed may be one of them. Raises CaseError where a path
    leads nowhere.
    """
    document = tomlkit.parse(text)
    if changes:
        fill(document, _in_one_line)
    _make(document, changes)
    return tomlkit.dumps(document)


def write_defaults(text: str) -> str:
    """Give the text of a case file with all that it leaves out to defaults written in; the same where it takes none."""
    document = tomlkit.parse(text)
    fill(document, _in_one_line)
    return tomlkit.dumps(document)


def _in_one_line(table: dict[str, Any]) -> InlineTable:
    figure = tomlkit.inline_table()
    figure.update(table)
    return figure


def part_of(path: str) -> tuple[str, str]:
    """Part the path of a range's end from its figure's: the figure's own path, and low, mode, high or nothing.

    >>> part_of("shared.rent.high"), part_of("shared.rent")
    (('shared.rent', 'high'), ('shared.rent', ''))
    """
    figure, _, last = path.rpartition(".")
    return (figure, last) if last in RANGE else (path, "")


def value_of(text: str) -> Value:
    """Read the value of a `path=value` on a command line or in an address: true, false, a number, or words.

    >>> value_of("true"), value_of("12"), value_of("-0.0"), value_of("free")
    (True, 12, 0.0, 'free')
    """
    if text in ("true", "false"):
        return text == "true"
    try:
        number = float(text) + 0.0  # there is no -0 to show
    except ValueError:
        return text
    return int(number) if re.fullmatch(r"[+-]?\d{1,15}", text) else number


def _copied_along(document: Mapping[str, Any], paths: Iterable[str]) -> dict[str, Any]:
    """Copy the tables and lists that these paths lead through: all else stays what it is in both documents."""
    copied = dict(document)
    own = {id(copied)}
    for path in paths:
        place: Any = copied
        for step in _parse(path) or []:
            key: Any = _position(place, step) if isinstance(place, list) else step
            below = None if key is None else place[key] if isinstance(place, list) else place.get(key)
            if not isinstance(below, (dict, list)):
                break
            if id(below) not in own:
                below = place[key] = below.copy()
                own.add(id(below))
            place = below
    return copied


def _make(document: Any, changes: Mapping[str, Value]) -> None:
    """Make all changes, ends of ranges first; CaseError with every path that leads nowhere."""
    ends_first = sorted(changes.items(), key=lambda one: not one[0].endswith((".low", ".high")))
    faults = {path: _set(document, path, value) for path, value in ends_first}
    found = [fault for path in changes if (fault := faults[path]) is not None]
    if found:
        raise CaseError(found)


def _set(document: Any, path: str, value: Value) -> Fault | None:
    steps = _parse(path)
    if steps is None:
        return fault_at(path, "is not a path", "Write it like options[move].lease.rent")
    if steps in TABLES:
        return fault_at(path, "names a table, which is read with the case", "Change the name in the case file")
    place, kind = document, Case  # type: tuple[Any, Kind]
    for step in steps[:-1]:
        found = _step_into(place, kind, step) or _record_left_out(place, kind, step)
        if found is None:
            return _nowhere(path, place, kind, step)
        place, kind = found
    last = steps[-1]
    if _is_table_of_figure(place, kind):
        return _set_part(place, last, value, path, classes_in(document))
    if _step_into(place, kind, last) is None:
        field = _field_of(kind, last) if isinstance(place, MutableMapping) else None
        if field is None or field.kind not in ("figure", "figures", "text", "switch", "whole", "date", "choice"):
            return _nowhere(path, place, kind, last)
        place[last] = value
        return None
    key = _position(place, last) if isinstance(place, list) else last
    return _assign(place, last if key is None else key, value, path)


def _assign(place: Any, key: str | int, value: Value, path: str) -> Fault | None:
    """Put the value in: a figure that is a table is settled at it, anything else is replaced."""
    written = place[key]
    if isinstance(written, MutableMapping):
        if "unit" not in written:
            return fault_at(path, "is not one figure but a part of the case", "Name one of its figures")
        if value == FREE:
            written.pop("settled", None)
            return None
        if isinstance(value, str):
            return fault_at(path, '"{value}" is not a number', "Due: a number in the figure's unit", value=value)
        written["settled"] = value
        return None
    if isinstance(written, str) and written.startswith("shared."):
        return fault_at(
            path, "is the shared figure {shared}", "Set {shared}: it changes wherever it is used", shared=written
        )
    if isinstance(written, list):
        return fault_at(path, "is a list", "Name one of its parts, for example {list}[0]", list=path)
    place[key] = value
    return None


def _set_part(table: MutableMapping[str, Any], part: str, value: Value, path: str, classes: Classes) -> Fault | None:
    """Change one part of a figure's table; with a new end, what follows from the ends is worked out again.

    A range that came from a reference class is made by hand from then on, and says so no more.
    """
    if part not in PARTS:
        return Fault(path, Message('leads nowhere: a figure has no "{part}"', part=part), did_you_mean(part, PARTS))
    if part in RANGE and "reference_class" in table:
        numbers = made_by_hand(table, classes)
        if numbers.get(part) == value:  # what the class says already
            return None
        for key in ("plan", "reference_class"):
            table.pop(key, None)
        table.update(numbers)
    if part in RANGE:  # a range made by hand is no default any more
        table.pop("default", None)
    table[part] = value
    if part in ("low", "high") and table.get("shape") in MODE_FOLLOWS:
        table.pop("mode", None)
    if part in ("low", "high") and table.get("shape") == "fixed":
        table.pop("shape")
    return None


def _step_into(place: Any, kind: Kind, step: str) -> tuple[Any, Kind] | None:
    """Go one step down what is written: the part there, and what it is."""
    if isinstance(place, Mapping):
        if step not in place:
            return None
        field = SHARED if kind is Case and step == "shared" else _field_of(kind, step)
        return place[step], (FIGURE if kind is SHARED else field and (field.record or field))
    if isinstance(place, list):
        position = _position(place, step)
        return None if position is None else (place[position], kind)
    return None


def _position(places: list[Any], step: str) -> int | None:
    """Find one of a list by its short name, else by its place counted from 0."""
    for key in KEYS:
        for position, one in enumerate(places):
            if isinstance(one, Mapping) and one.get(key) == step:
                return position
    return int(step) if step.isdigit() and int(step) < len(places) else None


def _record_left_out(place: Any, kind: Kind, step: str) -> tuple[Any, Kind] | None:
    """Begin a record that the file leaves out and the format knows."""
    field = _field_of(kind, step)
    if field is None or field.kind != "record" or not isinstance(place, MutableMapping) or step in place:
        return None
    place[step] = {}
    return place[step], field.record


def _field_of(kind: Kind, name: str) -> Field | None:
    """Give the field of a record; None where there is none of that name, or no record."""
    fields = fields_of(kind) if isinstance(kind, type) else ()
    return next((field for field in fields if field.name == name), None)


def _is_table_of_figure(place: Any, kind: Kind) -> bool:
    return isinstance(place, MutableMapping) and isinstance(kind, Field) and kind.kind in ("figure", "figures")


def _nowhere(path: str, place: Any, kind: Kind, step: str) -> Fault:
    if isinstance(place, str) and place.startswith("shared."):
        return fault_at(
            path,
            "is the shared figure {shared}",
            "Set {part}: it changes wherever it is used",
            shared=place,
            part=f"{place}.{step}",
        )
    if isinstance(kind, Field) and isinstance(place, (int, float)) and step in PARTS:
        return fault_at(path, "has no range: the file writes one number", "Write it there as a table with its source")
    if isinstance(place, Mapping):
        fields = fields_of(kind) if isinstance(kind, type) else ()
        known = list(dict.fromkeys([*(str(key) for key in place), *(field.name for field in fields)]))
    elif isinstance(place, list):
        known = [str(next((one[key] for key in KEYS if key in one), "")) for one in place if isinstance(one, Mapping)]
    else:
        known = []
    remedy = did_you_mean(step, known) if known else Message("The path goes deeper than the case")
    return Fault(path, Message('leads nowhere: there is no "{step}" there', step=step), remedy)


def _parse(path: str) -> list[str] | None:
    if len(path) > PATH_LIMIT:
        return None
    steps: list[str] = []
    end = 0
    for match in STEP.finditer(path):
        between = path[end : match.start()]
        if between != ("." if match.group(1) and steps else ""):
            return None
        steps.append(match.group(1) or match.group(2))
        end = match.end()
    return steps if steps and end == len(path) else None
