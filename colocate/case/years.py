"""Figures that change with the years: what a figure is from a budget year on, until the next entry of its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from colocate.quantity import Figure, Measure, Note

FROM_YEAR = Note(
    "From year", "Budget year from which the figure holds; the decision date begins year 0.", least=1, most=59
)


@dataclass(frozen=True, kw_only=True)
class PeopleFrom:
    """How many people work in the office from a budget year on."""

    from_year: Annotated[int, FROM_YEAR]
    people: Annotated[Figure, Measure("People", "person", "People who work in the office from then on.", least=0)]


@dataclass(frozen=True, kw_only=True)
class DesksFrom:
    """How many desks there are for a person from a budget year on."""

    from_year: Annotated[int, FROM_YEAR]
    desks_per_person: Annotated[
        Figure, Measure("Desks per person", "workstation/person", "Below 1 where desks are shared.", least=0, most=3)
    ]


@dataclass(frozen=True, kw_only=True)
class AreaFrom:
    """The area let from a budget year on: more or less space in the middle of a lease."""

    from_year: Annotated[int, FROM_YEAR]
    area: Annotated[Figure, Measure("Area", "m2", "Area let from then on.", least=0, most=1e6)]


@dataclass(frozen=True, kw_only=True)
class ShareFrom:
    """The part of the people who sit in further premises from a budget year on."""

    from_year: Annotated[int, FROM_YEAR]
    people_share: Annotated[
        Figure, Measure("Part of the people", "%", "Of the office's people, from then on.", least=0, most=100)
    ]


@dataclass(frozen=True, kw_only=True)
class OccupancyFrom:
    """How full a house is from a budget year on."""

    from_year: Annotated[int, FROM_YEAR]
    occupancy: Annotated[
        Figure,
        Measure(
            "Occupancy",
            "%",
            "Part of the planned size of the other tenants that is there.",
            least=0,
            planned="occupancy",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class RateFrom:
    """The discount rate from a budget year on, for a rate that steps down with distance."""

    from_year: Annotated[int, FROM_YEAR]
    rate: Annotated[
        Figure, Measure("Discount rate", "%/year", "How much less money is worth after each of these years.", least=-50)
    ]
