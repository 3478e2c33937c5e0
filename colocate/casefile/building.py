"""From a document without faults to a case: frozen records with plain figures, and the quantities they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from colocate.case import Case
from colocate.case.reach import Constituent, TravelTime
from colocate.casefile.faults import CaseError, Steps
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.walk import Survey, survey
from colocate.quantity import Quantity

Leaves = dict[Steps, Quantity]


def build_case(document: Mapping[str, Any], read: Survey | None = None) -> Case:
    """Build the case of a document that has passed the checks of form and rules; CaseError if a figure still fails.

    `read` is the document's survey, where there is one already.
    """
    leaves, quantities, places_of = _collect(survey(document) if read is None else read)
    case = _build(Case, document, (), leaves)
    return Case(**{**case, "quantities": quantities, "places_of": places_of, "document": document})


def with_tables(case: Case, constituents: tuple[Constituent, ...], travel_times: tuple[TravelTime, ...]) -> Case:
    """Give the case with what the tables beside it hold; measured times with a range are figures like any other."""
    ranges = {place: one.quantity for place, one in enumerate(travel_times) if one.quantity is not None}
    return replace(
        case,
        constituents=constituents,
        travel_times=travel_times,
        quantities={**case.quantities, **{quantity.path: quantity for quantity in ranges.values()}},
        places_of={
            **case.places_of,
            **{quantity.path: (("travel_times", place, "minutes"),) for place, quantity in ranges.items()},
        },
    )


def _collect(read: Survey) -> tuple[Leaves, dict[str, Quantity], dict[str, tuple[Steps, ...]]]:
    leaves: Leaves = {}
    quantities: dict[str, Quantity] = {}
    places_of: dict[str, tuple[Steps, ...]] = {}
    for record, figures in read.figures.items():
        for _, inner, quantity in figures:
            if not isinstance(quantity, Quantity):
                raise CaseError(quantity)
            steps = (*record, *inner)
            leaves[steps] = quantity
            quantities[quantity.path] = _held_by_all(quantities.get(quantity.path), quantity)
            places_of[quantity.path] = (*places_of.get(quantity.path, ()), steps)
    return leaves, quantities, places_of


def _held_by_all(known: Quantity | None, again: Quantity) -> Quantity:
    """Give a shared figure as it was first met, within the limits of every place that uses it."""
    if known is None:
        return again
    if known.least >= again.least and known.most <= again.most:
        return known
    return replace(known, least=max(known.least, again.least), most=min(known.most, again.most))


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
