"""The parts of a case as they can be gone through: records, lists of records, and the shared figures.

What a part is called and holds is read off the records, so that a part that is new in the format is here by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from colocate.case import Case
from colocate.casefile.editing.places import Map, Spot, name_in_list
from colocate.casefile.editing.state import Editing, is_below
from colocate.casefile.editing.written import found_in
from colocate.casefile.faults import Steps, path_of
from colocate.casefile.fields import Field, fields_of

PartKind = Literal["case", "record", "list", "entry", "shared"]
SHARED: Steps = ("shared",)


@dataclass(frozen=True)
class Part:
    """A part of the case: the case itself, a record, a list, an entry of a list, or the shared figures.

    `field` is the field that it stands in, None for the case and the shared figures; `name` tells an entry from the
    others of its list, and is empty where it has no name; `count` is how many entries a list has.
    """

    steps: Steps
    kind: PartKind
    field: Field | None = None
    name: str = ""
    count: int = 0

    @property
    def record(self) -> type:
        """Return the kind of record that it is, or that its entries are."""
        return Case if self.field is None or self.field.record is None else self.field.record


def parts(editing: Editing) -> tuple[Part, ...]:
    """Give all parts that are there, each before what is in it; a list without entries is left out."""
    return tuple(_below(editing.map, ()))


def part_at(editing: Editing, steps: Steps) -> Part:
    """Give the part at a place, an empty list as well; where there is none, the nearest one around it."""
    while steps:
        found = _part(editing.map, steps)
        if found is not None:
            return found
        steps = steps[:-1]
    return Part((), "case")


def parts_in(editing: Editing, part: Part) -> tuple[tuple[Part, ...], tuple[Field, ...]]:
    """Give what is in a part: the parts that are there, and the fields whose record or list is not there (yet)."""
    if part.kind == "list":
        return tuple(_entries(editing.map, part)), ()
    if part.kind == "shared":
        return (), ()
    there: list[Part] = []
    missing: list[Field] = []
    for field in fields_of(part.record):
        if field.record is None:
            continue
        found = _part(editing.map, (*part.steps, field.name))
        is_there = found is not None and (found.kind != "list" or found.count > 0)
        if found is not None and is_there:
            there.append(found)
        else:
            missing.append(field)
    if part.kind == "case" and _shared(editing.map):
        there.append(Part(SHARED, "shared"))
    return tuple(there), tuple(missing)


def spots_in(editing: Editing, part: Part) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Give the fields of a part that are told or due, and those that may be told besides."""
    if part.kind == "list":
        return (), ()
    if part.kind == "shared":
        shared = (editing.map.spot((*SHARED, name)) for name in _shared(editing.map))
        return tuple(spot for spot in shared if spot is not None), ()
    told: list[Spot] = []
    more: list[Spot] = []
    for field in fields_of(part.record):
        steps = (*part.steps, field.name)
        spot = editing.map.spot(steps) if field.record is None else None
        if spot is None or _has_no_choice(spot):
            continue
        is_told = spot.written is not None or field.required or _is_pending(editing, steps)
        (told if is_told else more).append(spot)
    return tuple(told), tuple(more)


def part_of_path(editing: Editing, path: str) -> Part:
    """Give the part in which a fault's path lies, the case itself for one that lies in no part."""
    best: Steps = ()
    table = found_in(editing.document, ("access", "constituents"))
    if isinstance(table, str) and path.startswith(f"{table}, "):
        return part_at(editing, ("access",))
    for steps in (*editing.map.records, SHARED):
        place = path_of(steps) if steps else ""
        if place and is_below(path, place) and len(steps) > len(best):
            best = steps
    return part_at(editing, best)


def _has_no_choice(spot: Spot) -> bool:
    """Tell whether a field holds the one thing that it can be, so that nobody need see it."""
    note = spot.field.note
    return note.least is not None and note.least == note.most == spot.written


def _is_pending(editing: Editing, steps: Steps) -> bool:
    return any(place[: len(steps)] == steps for place in editing.typed) or bool(editing.faults_at(steps))


def _below(map_: Map, steps: Steps) -> Iterator[Part]:
    here = _part(map_, steps) if steps else Part((), "case")
    if here is None:
        return
    yield here
    if here.kind == "list":
        for entry in _entries(map_, here):
            yield from _below(map_, entry.steps)
        return
    for field in fields_of(here.record):
        inner = _part(map_, (*steps, field.name)) if field.record is not None else None
        if inner is not None and (inner.kind != "list" or inner.count > 0):
            yield from _below(map_, inner.steps)
    if not steps and _shared(map_):
        yield Part(SHARED, "shared")


def _entries(map_: Map, part: Part) -> Iterator[Part]:
    for place in range(part.count):
        found = _part(map_, (*part.steps, place))
        if found is not None:
            yield found


def _part(map_: Map, steps: Steps) -> Part | None:
    """Give the record or list at a place; a list that is not there has no entries, a record must be there."""
    if steps == SHARED:
        return Part(SHARED, "shared") if _shared(map_) else None
    if isinstance(steps[-1], int):
        field, record = _field(map_, steps[:-1]), map_.records.get(steps)
        if field is None or record is None or field.record is None:
            return None
        return Part(steps, "entry", field, name_in_list(field.record, record.written))
    field = _field(map_, steps)
    if field is None:
        return None
    if field.kind == "record":
        return Part(steps, "record", field) if steps in map_.records else None
    written = found_in(map_.document, steps)
    return Part(steps, "list", field, count=len(written) if isinstance(written, list) else 0)


def _field(map_: Map, steps: Steps) -> Field | None:
    record = map_.records.get(steps[:-1])
    fields = fields_of(record.record) if record is not None else ()
    return next((one for one in fields if one.name == steps[-1] and one.record is not None), None)


def _shared(map_: Map) -> tuple[str, ...]:
    shared = map_.document.get("shared")
    return tuple(shared) if isinstance(shared, Mapping) else ()
