"""A walk over every record of a document, with what a figure inside it needs to know: currency, basis and path."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from colocate.case import Case
from colocate.case.office import Currency
from colocate.casefile.classes import classes_in
from colocate.casefile.faults import Fault, Steps, path_of
from colocate.casefile.fields import Field, fields_of, key_of
from colocate.casefile.figures import Found, follow, read_quantity
from colocate.quantity import Quantity
from colocate.units import PER, units_due


@dataclass(frozen=True)
class Place:
    """One record as the file writes it: its kind, where it is, and the currency and basis that hold in it.

    `steps` count records of a list from 0, `name` tells them apart by their short names.
    """

    record: type
    written: Mapping[str, Any]
    steps: Steps
    name: str
    currency: str
    per: str
    base: str

    @property
    def path(self) -> str:
        """Return the path by place, for example options[2].lease."""
        return path_of(self.steps) if self.steps else ""

    def at(self, key: str) -> str:
        """Return the path by place of one of the record's keys."""
        return path_of((*self.steps, key))

    def units(self, field: Field) -> tuple[str, ...]:
        """Return the units that may stand in a field of this record."""
        return units_due(field.measure.unit, self.currency, self.per, self.base)


@dataclass(frozen=True)
class Survey:
    """A document read once: every record by its steps, and every figure of each record, so that checks share them."""

    document: Mapping[str, Any]
    places: Mapping[Steps, Place]
    figures: Mapping[Steps, tuple[tuple[Field, Steps, Quantity | list[Fault]], ...]]

    def quantities(self, steps: Steps) -> dict[str, Quantity]:
        """Return the figures of one record by their field, without those at fault; none where there is no record."""
        return {field.name: one for field, _, one in self.figures.get(steps, ()) if isinstance(one, Quantity)}


def records_of(written: object) -> list[Mapping[str, Any]]:
    """Give the tables of a list; none where it is something else, which another check tells."""
    return [one for one in written if isinstance(one, Mapping)] if isinstance(written, list) else []


def leases_of(option: Mapping[str, Any]) -> list[tuple[Steps, Mapping[str, Any], Mapping[str, Any]]]:
    """Give the leases of an option as it is written: the steps to each, the lease, and the record that it is of.

    The main one is first, and of the option itself; each other one is of further premises.
    """
    written: list[tuple[Steps, object, Mapping[str, Any]]] = [(("lease",), option.get("lease"), option)]
    for place, one in enumerate(records_of(option.get("premises"))):
        written.append((("premises", place, "lease"), one.get("lease"), one))
    return [(steps, lease, record) for steps, lease, record in written if isinstance(lease, Mapping)]


def words_under(written: Mapping[str, Any], key: str) -> str:
    """Give the words under a key; empty where there are none, or something else, which another check tells."""
    found = written.get(key)
    return found if isinstance(found, str) else ""


def centrals(place: Place, read: Survey, *below: str | int) -> dict[str, float]:
    """Give the central figures of a record, or of one below it; those at fault are left out."""
    return {name: quantity.figure for name, quantity in read.quantities((*place.steps, *below)).items()}


def survey(document: Mapping[str, Any], spoilt: Collection[str] = ()) -> Survey:
    """Read every record and every figure of a document once; those at the paths `spoilt` are no figures any more."""
    found = {place.steps: place for place in places(document)}
    return Survey(document, found, {steps: tuple(figures(place, document, spoilt)) for steps, place in found.items()})


def places(document: Mapping[str, Any]) -> Iterator[Place]:
    """Walk over the file itself and every record below it; what has the wrong type is passed over."""
    base = document.get("currency")
    base = base if isinstance(base, str) else "USD"
    yield from _walk(Place(Case, document, (), "", base, "office", base))


def figures(
    place: Place, document: Mapping[str, Any], spoilt: Collection[str] = ()
) -> Iterator[tuple[Field, Steps, Quantity | list[Fault]]]:
    """Read every figure of one record: its field, the steps to it, and the quantity or its faults.

    Those at the paths `spoilt` have neither: what is wrong with them is told already.
    """
    shared = document.get("shared")
    shared = shared if isinstance(shared, Mapping) else {}
    classes = classes_in(document)
    for field in fields_of(place.record):
        if field.kind not in ("figure", "figures") or field.name not in place.written:
            continue
        written = place.written[field.name]
        parts = enumerate(written) if isinstance(written, list) else [(None, written)]
        for position, part in parts:
            inner: Steps = (field.name,) if position is None else (field.name, position)
            found = follow(part, path_of((*place.steps, *inner)), shared)
            if isinstance(found, Fault):
                yield field, inner, [found]
                continue
            if found.path in spoilt:
                yield field, inner, []
                continue
            quantity = read_quantity(found, field.measure, place.units(field), classes)
            yield field, inner, _renamed(quantity, found, place, inner)


def _renamed(quantity: Quantity | list[Fault], found: Found, place: Place, inner: Steps) -> Quantity | list[Fault]:
    """Give a quantity the path by short names that results use; faults keep the path by place."""
    if isinstance(quantity, list) or found.path.startswith("shared."):
        return quantity
    name = f"{place.name}.{path_of(inner)}" if place.name else path_of(inner)
    return Quantity(**{**quantity.__dict__, "path": name})


def _walk(place: Place) -> Iterator[Place]:
    yield place
    for field in fields_of(place.record):
        written = place.written.get(field.name)
        if field.record is None or written is None:
            continue
        if field.kind == "record" and isinstance(written, Mapping):
            yield from _walk(_inside(place, field, written, (field.name,), field.name))
        elif field.kind == "records" and isinstance(written, list):
            key = key_of(field.record)
            for position, one in enumerate(written):
                if isinstance(one, Mapping):
                    short = one.get(key) if key else None
                    name = f"{field.name}[{short if isinstance(short, str) else position}]"
                    yield from _walk(_inside(place, field, one, (field.name, position), name))


def _inside(place: Place, field: Field, written: Mapping[str, Any], inner: Steps, name: str) -> Place:
    record = field.record
    if record is None:
        raise TypeError(f"{field.name} is not a record")
    own = written.get("code" if record is Currency else "currency")
    currency = own if isinstance(own, str) and own else place.currency
    names = {described.name: described for described in fields_of(record)}
    per = place.per
    if "per" in names:
        stated = written.get("per", names["per"].default)
        per = stated if stated in PER else place.per
    return Place(
        record,
        written,
        (*place.steps, *inner),
        f"{place.name}.{name}" if place.name else name,
        currency,
        per,
        place.base,
    )
