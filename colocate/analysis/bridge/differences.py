"""Which inputs differ between two cases: a figure, another field, a record that only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from colocate.analysis.bridge.pairs import Place, Record, is_in_other_order, is_record, pairs_of, path_of_place
from colocate.case import Case
from colocate.casefile.fields import Field, fields_of

Kind = Literal["figure", "field", "added", "removed", "order", "tables"]
SHARED = "shared"
ORDER = "order"
"""The last step to the order of a list: ("options", "order")."""

TABLES: Place = ("access", "tables")
"""Where the tables beside a case stand among its differences."""


@dataclass(frozen=True)
class Difference:
    """One input that differs: where it is, what kind of difference it is, and what either case says, None for nothing.

    `field` describes it, and is None for a shared figure and for the tables. `old` and `new` are as the files write
    them.
    """

    place: Place
    kind: Kind
    field: Field | None
    old: Any
    new: Any

    @property
    def path(self) -> str:
        """Return where it is, as a path by short names."""
        return path_of_place(self.place)

    @property
    def option(self) -> str:
        """Return the id of the option that it belongs to; empty where it belongs to none, or to all."""
        return self.place[1][1:-1] if len(self.place) > 1 and self.place[0] == "options" else ""


def differences_of(old: Record, new: Record) -> tuple[Difference, ...]:
    """Give every input in which two documents differ, in the order of the format, but those in its tables.

    A shared figure counts once, where both have it; one that a case alone has comes with the figures that use it.
    """
    return (*_of_record(Case, old, new, ()), *_of_shared(old.get(SHARED), new.get(SHARED)))


def differences_between(old: Case, new: Case) -> tuple[Difference, ...]:
    """Give every input in which two cases differ, their tables counted as one."""
    found = differences_of(old.document, new.document)
    if (old.constituents, old.travel_times) == (new.constituents, new.travel_times):
        return found
    sizes = ((len(one.constituents), len(one.travel_times)) for one in (old, new))
    return (*found, Difference(TABLES, "tables", None, *sizes))


def _of_shared(old: Any, new: Any) -> Iterator[Difference]:
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        return
    for name, written in old.items():
        if name in new and new[name] != written:
            yield Difference((SHARED, name), "figure", None, written, new[name])


def _of_record(record: type, old: Record, new: Record, here: Place) -> Iterator[Difference]:
    for field in fields_of(record):
        yield from _of_field(field, old.get(field.name), new.get(field.name), (*here, field.name))


def _of_field(field: Field, old: Any, new: Any, here: Place) -> Iterator[Difference]:
    if old == new:
        return
    found = pairs_of(field, old, new)
    if field.record is not None and is_record(field, old, new):
        yield from _of_record(field.record, old, new, here)
    elif found is None:
        yield Difference(here, _kind_of(field, new), field, old, new)
    elif field.record is not None:
        if is_in_other_order(found, field, new):
            yield Difference((*here, ORDER), "order", field, old, new)
        for pair in found:
            inner = (*here, pair.step)
            if pair.old is not None and pair.new is not None:
                yield from _of_record(field.record, pair.old, pair.new, inner)
            else:
                yield Difference(inner, "removed" if pair.new is None else "added", field, pair.old, pair.new)


def _kind_of(field: Field, new: Any) -> Kind:
    if field.kind in ("figure", "figures"):
        return "figure"
    if field.kind == "record":
        return "removed" if new is None else "added"
    return "field"
