"""Which inputs change together because none of them makes sense alone: a currency and the amounts in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from colocate.analysis.bridge.differences import SHARED, Difference
from colocate.analysis.bridge.pairs import Place, Record
from colocate.casefile.references import REFERS_TO
from colocate.casefile.walk import places

Group = tuple[Difference, ...]

OF_REACH = ("access", "travel")
OPTIONS, COORDINATORS, DOOR = "options", "coordinators", "place"
DEEP = 2
"""Steps to a record of a list of the case: what is not deeper stands for itself."""


def bundled(inputs: Sequence[Difference], documents: Sequence[Record], *, with_access: bool) -> tuple[Group, ...]:
    """Put inputs together that make sense only together, each bundle in the place of its first.

    These are: a word that says what the figures of a record mean (a unit, a tenure) and all that differs in it; a
    shared figure of another unit and the records that use it; what is told of National Coordinators; and, where it
    costs money, how constituents are reached.
    """
    leader = list(range(len(inputs)))

    def join(members: Iterable[int]) -> None:
        first, *others = members or [0]
        for other in others:
            old, new = leader[other], leader[first]
            leader[:] = [new if one == old else one for one in leader]

    for records in _together(inputs, documents, with_access=with_access):
        join([place for place, one in enumerate(inputs) if any(_is_in(one.place, record) for record in records)])
    found: dict[int, list[Difference]] = {}
    for place, one in enumerate(inputs):
        found.setdefault(leader[place], []).append(one)
    return tuple(tuple(group) for group in found.values())


def _together(
    inputs: Sequence[Difference], documents: Sequence[Record], *, with_access: bool
) -> Iterator[Sequence[Place]]:
    """Give sets of places: what differs in any of a set goes together."""
    options = [one.place[:DEEP] for one in inputs if one.place[0] == OPTIONS and len(one.place) > DEEP]
    yield [(COORDINATORS,), *((*option, COORDINATORS) for option in options)]
    uses = _uses_of_shared(documents)
    if with_access:
        reach = [(name,) for name in OF_REACH] + [(*option, DOOR) for option in options]
        there = [name for name, used in uses.items() if all(any(_is_in(use, one) for one in reach) for use in used)]
        yield [*reach, *((SHARED, name) for name in there)]
    for one in inputs:
        if _says_how_to_read(one):
            yield [one.place[:-1]]
        if one.place[0] == SHARED and _unit_of(one.old) != _unit_of(one.new):
            yield [one.place, *(use[:-1] for use in uses.get(one.place[1], ()))]


def _says_how_to_read(one: Difference) -> bool:
    """Tell whether an input says what the figures beside it mean: a unit, a tenure, a currency; a driver does not."""
    if one.kind != "field" or one.field is None or len(one.place) <= DEEP + 1:
        return False
    return one.field.kind in ("choice", "text") and REFERS_TO.get(one.field.name) != "drivers"


def _is_in(place: Place, record: Place) -> bool:
    return place[: len(record)] == record


def _unit_of(written: object) -> object:
    return written.get("unit") if isinstance(written, Mapping) else None


def _uses_of_shared(documents: Sequence[Record]) -> dict[str, list[Place]]:
    """Give the places, by names, that use each shared figure in either document."""
    found: dict[str, list[Place]] = {}
    for document in documents:
        for record in places(document):
            here = tuple(record.name.replace("[", ".[").split(".")) if record.name else ()
            for name, written in record.written.items():
                for one in written if isinstance(written, list) else [written]:
                    if isinstance(one, str) and one.startswith(f"{SHARED}."):
                        found.setdefault(one.removeprefix(f"{SHARED}."), []).append((*here, name))
    return found
