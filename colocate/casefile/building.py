"""From a document without faults to a case: frozen records with plain figures, and the quantities they came from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from colocate.case import Case
from colocate.casefile.faults import CaseError, Steps
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.walk import figures, places
from colocate.quantity import Quantity

Leaves = dict[Steps, Quantity]


def build_case(document: Mapping[str, Any]) -> Case:
    """Build the case of a document that has passed the checks of form and rules; CaseError if a figure still fails."""
    leaves, quantities, places_of = _collect(document)
    case = _build(Case, document, (), leaves)
    return Case(**{**case, "quantities": quantities, "places_of": places_of, "document": document})


def _collect(document: Mapping[str, Any]) -> tuple[Leaves, dict[str, Quantity], dict[str, tuple[Steps, ...]]]:
    leaves: Leaves = {}
    quantities: dict[str, Quantity] = {}
    places_of: dict[str, tuple[Steps, ...]] = {}
    for place in places(document):
        for _, inner, quantity in figures(place, document):
            if not isinstance(quantity, Quantity):
                raise CaseError(quantity)
            steps = (*place.steps, *inner)
            leaves[steps] = quantity
            quantities.setdefault(quantity.path, quantity)
            places_of[quantity.path] = (*places_of.get(quantity.path, ()), steps)
    return leaves, quantities, places_of


def _build(record: type, written: Mapping[str, Any], steps: Steps, leaves: Leaves) -> dict[str, Any]:
    """Give the arguments of a record; those that the file leaves out keep their defaults."""
    return {
        field.name: _value(field, written[field.name], (*steps, field.name), leaves)
        for field in fields_of(record)
        if written.get(field.name) is not None
    }


def _value(field: Field, written: Any, steps: Steps, leaves: Leaves) -> Any:
    if field.kind == "figure":
        return leaves[steps].figure
    if field.kind == "figures":
        if isinstance(written, list):
            return tuple(leaves[(*steps, position)].figure for position in range(len(written)))
        return (leaves[steps].figure,)
    if field.record is not None:
        if field.kind == "record":
            return field.record(**_build(field.record, written, steps, leaves))
        return tuple(
            field.record(**_build(field.record, one, (*steps, position), leaves))
            for position, one in enumerate(written)
        )
    if field.kind == "texts":
        return tuple(written)
    if field.kind == "weights":
        return {name: float(weight) for name, weight in written.items()}
    if field.kind == "date" and isinstance(written, datetime):
        return written.date()
    return written if not isinstance(written, date) else date(written.year, written.month, written.day)
