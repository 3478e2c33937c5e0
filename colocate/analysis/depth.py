"""How deep a case is: whether it leans on defaults, states all of its figures, or goes into leases, owning and time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from colocate.analysis.deciding.decisive import MOST, Deciding
from colocate.case import Case
from colocate.quantity import Quantity

Depth = Literal["short", "standard", "full"]


@dataclass(frozen=True)
class HowDeep:
    """How deep a case is, and the figures of it that are defaults of a kind of market."""

    depth: Depth
    defaults: tuple[Quantity, ...]
    all: int


def how_deep(case: Case) -> HowDeep:
    """Tell a short case, some of whose figures are defaults, from a standard one, which states all, and a full one.

    A full case has owning or building, income, disruption, several premises in one option, classes of past projects,
    correlations, figures by year, or the finer terms of a lease.
    """
    defaults = tuple(one for one in case.quantities.values() if one.default)
    depth: Depth = "short" if defaults else "full" if any(_parts_of_full_cases(case)) else "standard"
    return HowDeep(depth, defaults, len(case.quantities))


def narrowing(found: Deciding) -> tuple[Quantity, ...]:
    """Give the figures that are most worth finding out, `MOST` of them, perhaps none, the most worthwhile first."""
    return tuple(one.quantity for one in found.worthwhile[:MOST])


def _parts_of_full_cases(case: Case) -> Iterator[bool]:
    yield bool(case.reference_classes or case.correlations)
    yield bool(case.office.people_from or case.office.desks_from or case.discounting.rate_from)
    yield any(house.occupancy_from for house in case.houses)
    for option in case.options:
        yield bool(option.works or option.loans or option.capital_charges or option.sales or option.income)
        yield bool(option.disruption or option.desks_from or option.premises)
        lease = option.lease
        yield bool(lease.area_from or lease.steps or lease.indexation or lease.incentives or lease.payments)
