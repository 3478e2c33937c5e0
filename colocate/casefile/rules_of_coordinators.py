"""What must hold in what a case says of National Coordinators: all together or country by country, never both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from colocate.case.services import CoordinatorPlan, Coordinators
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.casefile.walk import Place, Survey, records_of
from colocate.message import Message

Rule = Callable[[Place, Survey], Iterator[Fault]]
OF_ALL = ("number", "value_of_hosting")
PLAN_FOR_ALL = ("arrangement", "desk_cost", "lost", "lost_from")


def _coordinators(place: Place, _read: Survey) -> Iterator[Fault]:
    """The coordinators are counted once: one number for all, or one for each country."""
    if place.written.get("countries"):
        for key in OF_ALL:
            if key in place.written:
                yield fault_at(
                    place.at(key), "stands beside countries", "Write it in each country, and take it out here"
                )
    elif "number" not in place.written:
        yield fault_at(
            place.at("number"),
            "is missing",
            "Due: how many coordinators there are, or [[coordinators.countries]] with a number for each",
        )


def _plan(place: Place, read: Survey) -> Iterator[Fault]:
    """An option plans for all countries alike, or for every country by its name, each once."""
    plans = records_of(place.written.get("countries"))
    if not plans:
        return
    countries = countries_of(read.document)
    if not countries:
        yield fault_at(
            place.at("countries"),
            "the case names no countries of its coordinators",
            "Add [[coordinators.countries]] to the case, or write one plan for all here",
        )
        return
    for key in PLAN_FOR_ALL:
        if key in place.written:
            yield fault_at(place.at(key), "stands beside countries", "Write it in each country, and take it out here")
    planned = [one.get("country") for one in plans]
    for position, name in enumerate(planned):
        if isinstance(name, str) and name not in countries:
            here = f"{place.at('countries')}[{position}].country"
            yield Fault(
                here,
                Message('the coordinators have no country "{name}"', name=name[:60]),
                did_you_mean(name, countries),
            )
    for name in countries:
        if name not in planned:
            yield fault_at(
                place.at("countries"), 'has no plan for "{name}"', "Due: a plan for every country", name=name[:60]
            )


def countries_of(document: Mapping[str, Any]) -> list[str]:
    """Name the countries that a document's coordinators are counted by; none where they are counted together."""
    written = document.get("coordinators")
    names = [one.get("name") for one in records_of(written.get("countries") if isinstance(written, Mapping) else None)]
    return [name for name in names if isinstance(name, str)]


RULES_OF_COORDINATORS: dict[type, tuple[Rule, ...]] = {Coordinators: (_coordinators,), CoordinatorPlan: (_plan,)}
