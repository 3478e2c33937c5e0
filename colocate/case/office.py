"""The office that decides: its people, the space they need, its prices, its currencies and how money is discounted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.years import DesksFrom, PeopleFrom, RateFrom
from colocate.quantity import Figure, Measure, Note

Rates = Literal["nominal", "real"]
Timing = Literal["mid", "end", "start"]


@dataclass(frozen=True, kw_only=True)
class Office:
    """Who works there and how much room they need; the same under every option unless an option says otherwise."""

    people: Annotated[Figure, Measure("People", "person", "People who work in the office.", least=0)]
    people_from: Annotated[
        tuple[PeopleFrom, ...], Note("People by year", "Other numbers of people from later years on.")
    ] = ()
    desks_per_person: Annotated[
        Figure, Measure("Desks per person", "workstation/person", "Below 1 where desks are shared.", least=0, most=3)
    ] = 1.0
    desks_from: Annotated[
        tuple[DesksFrom, ...], Note("Desks by year", "Other desks per person from later years on.")
    ] = ()
    m2_per_desk: Annotated[
        Figure, Measure("Space per desk", "m2/workstation", "Net area around one desk.", least=0, most=100)
    ]
    shared_space: Annotated[
        Figure,
        Measure("Shared space", "%", "Reception, meeting rooms and services, on top of the desk area.", least=0),
    ] = 0.0


@dataclass(frozen=True, kw_only=True)
class Discounting:
    """The rate that brings later money to today, and where in a year a recurring amount is taken to fall."""

    rate: Annotated[Figure, Measure("Discount rate", "%/year", "How much less money is worth a year later.", least=-50)]
    rate_from: Annotated[
        tuple[RateFrom, ...], Note("Rate by year", "Other rates from later years on, as where a rate steps down.")
    ] = ()
    rates: Annotated[
        Rates,
        Note("Rates are", "nominal: rates include inflation. real: every rate of the case is above inflation."),
    ] = "nominal"
    inflation: Annotated[
        Figure | None,
        Measure("Inflation", "%/year", 'Turns real rates into nominal ones; only where rates = "real".', least=-50),
    ] = None
    timing: Annotated[
        Timing, Note("Recurring money falls", "mid, end or start of its year. A one-off keeps its own date.")
    ] = "mid"


@dataclass(frozen=True, kw_only=True)
class Driver:
    """What makes several figures grow together: inflation, salaries, rents."""

    id: Annotated[str, Note("Short name", "Used by the lines that follow this driver.")]
    name: Annotated[str, Note("Name", "As shown on screen.")]
    growth: Annotated[
        tuple[Figure, ...],
        Measure("Growth", "%/year", "Growth a year; a list gives one per year, the last going on.", least=-50),
    ]


@dataclass(frozen=True, kw_only=True)
class Currency:
    """A currency other than the case's own: how many of it buy one unit of the case's, today and later."""

    code: Annotated[str, Note("Code", "Three letters, for example VND.")]
    rate: Annotated[
        Figure,
        Measure("Exchange rate", "rate of exchange", "Units of this currency for one of the case's.", least=1e-9),
    ]
    change: Annotated[
        tuple[Figure, ...],
        Measure("Change of the rate", "%/year", "Yearly change; above 0 this currency loses value.", least=-50),
    ] = (0.0,)
