"""The form of a case, with its tables; or an empty one, made from the template of a new case."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from colocate.case import Case
from colocate.case.reach import Constituent
from colocate.casefile.encoding import table_text_of
from colocate.casefile.fields import fields_of
from colocate.casefile.form.parts import FIGURES
from colocate.casefile.form.places import SHARED
from colocate.casefile.form.values import Cell
from colocate.casefile.form.writing import write_form
from colocate.casefile.sheet import separator_of
from colocate.casefile.tables import CONSTITUENT_COLUMNS, read_constituents
from colocate.casefile.template import Depth, template_text
from colocate.quantity import central_of

WAYS = ["from_id", "to_id", "travel_time", "travel_time_p5", "travel_time_p50", "travel_time_p95"]
TO_FILL_IN = ("title", "summary", "agency", "decision_date", "evidence", "step", "form")
"""Words of the template that are made up: an empty form leaves them to whoever fills it in."""

UNKNOWN = "unknown"


def form_of(case: Case, tables: Mapping[str, bytes]) -> bytes:
    """Write the form of a case; `tables` has the files beside it, by their names."""
    measured = tables.get(case.access.travel_times) if case.access is not None else None
    return write_form(case.document, _constituents(case.constituents), _ways(case, measured))


def empty_form(depth: Depth = "standard") -> bytes:
    """Write a form to be filled in: the parts of the template, without its made-up figures and words."""
    document = tomllib.loads(template_text(depth, "constituents.csv"))
    rows = resources.files("colocate.casefile").joinpath("template-constituents.csv").read_text(encoding="utf-8")
    constituents = read_constituents(rows, "")[0] if depth != "short" else ()
    blank: list[list[Cell]] = [[one.name, one.group] for one in constituents]
    return write_form(_emptied(document, Case), [[*CONSTITUENT_COLUMNS], *blank], [[*WAYS]])


def _constituents(constituents: Sequence[Constituent]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[getattr(one, column) for column in CONSTITUENT_COLUMNS] for one in constituents]
    return [[*CONSTITUENT_COLUMNS], *rows]


def _ways(case: Case, measured: bytes | None) -> list[list[Cell]]:
    """Give measured ways as their file has them, each number as one; those of an engine's answer as they were read."""
    text = "" if measured is None else table_text_of(measured, "")
    plain = not text or {*WAYS[:2]} <= {cell.strip() for cell in text.partition("\n")[0].split(separator_of(text))}
    if not plain:  # an engine's answer, a matrix, or a table that a spreadsheet wrote in its own way
        ways: list[list[Cell]] = [[one.constituent, one.option, central_of(one.minutes)] for one in case.travel_times]
        return [[*WAYS[:3]], *ways]
    lines = list(csv.reader(io.StringIO(text), delimiter=separator_of(text)))
    if not lines:
        return [list(WAYS)]
    header = [name.strip() for name in lines[0]]
    minutes = [name.startswith("travel_time") for name in header]
    named = [place for place, name in enumerate(header) if name]
    rows = [
        [
            _number(line[place].strip()) if minutes[place] else line[place].strip()
            for place in named
            if place < len(line)
        ]
        for line in lines[1:]
        if any(cell.strip() for cell in line)
    ]
    return [[header[place] for place in named], *rows]


def _number(cell: str) -> Cell:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return cell


def _emptied(written: Mapping[str, Any], record: type) -> dict[str, Any]:
    """Take made-up figures and words out of the template; what ties its parts together stays."""
    kept: dict[str, Any] = {}
    for field in fields_of(record):
        value = written.get(field.name)
        if value is None or field.name in TO_FILL_IN:
            continue
        if field.kind in FIGURES:
            kept[field.name] = _without_numbers(value)
        elif field.kind == "record" and field.record is not None:
            kept[field.name] = _emptied(value, field.record)
        elif field.kind == "records" and field.record is not None:
            kept[field.name] = [_emptied(one, field.record) for one in value]
        else:
            kept[field.name] = UNKNOWN if UNKNOWN in field.choices else value
    if record is Case:
        kept[SHARED] = {name: _without_numbers(one) for name, one in written.get(SHARED, {}).items()}
    return kept


def _without_numbers(written: Any) -> Any:
    """Give a figure with its unit alone; the name of a shared one as it is."""
    if isinstance(written, str):
        return written
    return {"unit": written["unit"]} if isinstance(written, Mapping) else {}
