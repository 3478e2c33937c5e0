"""A name that is changed is changed wherever it is used; and who uses a record that is to be removed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from colocate.case import Case
from colocate.case.correlation import Correlation
from colocate.case.reach import MandateAnswer
from colocate.case.services import CountryDesks
from colocate.case.weighing import Judgement, SwingChoice, Weighing
from colocate.casefile.editing.places import Map, Spot
from colocate.casefile.editing.written import Written, found_in
from colocate.casefile.faults import Steps
from colocate.casefile.fields import fields_of, key_of
from colocate.casefile.references import REFERS_TO
from colocate.casefile.sheet import plain_name, separator_of

Tables = Mapping[str, bytes]

COUNTRIES = ("coordinators", "countries")
COSTS = ("one_offs", "running")


def with_references(written: Written, map_: Map, spot: Spot, new: Any) -> Written:
    """Give the text with everything that uses the name in a place using another; the place itself stays."""
    if spot.field.kind == "texts" and spot.steps == ("funds",) and isinstance(spot.written, list):
        changes = [(one, two) for one, two in zip(spot.written, new, strict=False) if one != two]
        if len(new) != len(spot.written) or len(changes) != 1:
            return written
        old, new = changes[0]
        uses = list(_fields_naming(map_, "funds", old))
    elif spot.field.name == key_of(spot.record.record) and isinstance(spot.written, str) and isinstance(new, str):
        old = spot.written
        uses = list(users_of(map_, spot.steps[:-1]))
    else:
        return written
    for use in uses:
        here = found_in(written.document, use)
        if isinstance(here, str):
            written = written.put(use, new if here == old else here.replace(f"[{old}]", f"[{new}]"))
        elif here is not None:  # a number by its name
            written = written.take(use).put((*use[:-1], new), here)
    return written


def with_ways_renamed(tables: Tables, document: Mapping[str, Any], old: str, new: str) -> Tables:
    """Give the tables with another name of a constituent or an option in that of measured ways.

    A name stands there under the headings `from_id` and `to_id`, or else in the first row and the first column, as in
    a matrix. What a routing engine wrote as JSON stays as it is.
    """
    name = found_in(document, ("access", "travel_times"))
    content = tables.get(name) if isinstance(name, str) else None
    if not old or content is None or old.encode() not in content:
        return tables
    try:
        text = content.decode("utf-8-sig")
        mark = separator_of(text)
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except (UnicodeDecodeError, csv.Error):
        return tables
    if text.lstrip()[:1] in ("{", "["):
        return tables
    pair = [place for place, cell in enumerate(lines[0]) if plain_name(cell) in ("from_id", "to_id")]

    def is_name(row: int, column: int) -> bool:
        return column in pair if pair else 0 in (row, column)

    renamed = [
        [new if cell.strip() == old and is_name(row, column) else cell for column, cell in enumerate(line)]
        for row, line in enumerate(lines)
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(renamed)
    return {**tables, name: out.getvalue().encode()} if renamed != lines else tables


def users_of(map_: Map, steps: Steps) -> Iterator[Steps]:
    """Give every place that names the record in a place: a driver's lines, an option that another one leaves."""
    record = map_.records.get(steps)
    key = None if record is None else key_of(record.record)
    name = None if record is None or key is None else record.written.get(key)
    if not isinstance(name, str) or not steps or not isinstance(steps[-1], int):
        return
    list_name = steps[-2]
    if len(steps) == 2 and list_name in REFERS_TO.values():
        yield from _fields_naming(map_, str(list_name), name)
    if list_name == "criteria" and len(steps) == 2:
        yield from _weights_of(map_, name)
    for place in map_.records.values():
        if place.record is Correlation:
            yield from (
                (*place.steps, end)
                for end in ("first", "second")
                if str(place.written.get(end)).find(f"{list_name}[{name}]") >= 0
            )
        if place.record is CountryDesks and steps[:-1] == COUNTRIES and place.written.get("country") == name:
            yield (*place.steps, "country")
        is_cost = len(steps) == 4 and list_name in COSTS
        if (
            place.record is MandateAnswer
            and is_cost
            and place.steps[:2] == steps[:2]
            and place.written.get("mitigation") == name
        ):
            yield (*place.steps, "mitigation")


def _fields_naming(map_: Map, list_name: str, name: str) -> Iterator[Steps]:
    for place in map_.records.values():
        for field in fields_of(place.record) if place.record is not Case else ():
            named = field.kind == "text" and REFERS_TO.get(field.name) == list_name
            if named and place.written.get(field.name) == name:
                yield (*place.steps, field.name)


def _weights_of(map_: Map, criterion: str) -> Iterator[Steps]:
    """Give where weights are told for a criterion of the case's own."""
    for place in map_.records.values():
        if place.record is SwingChoice:
            yield from ((*place.steps, end) for end in ("first", "second") if place.written.get(end) == criterion)
        if place.record in (Judgement, Weighing):
            for field in fields_of(place.record):
                written = place.written.get(field.name)
                if field.kind == "weights" and isinstance(written, dict) and criterion in written:
                    yield (*place.steps, field.name, criterion)
