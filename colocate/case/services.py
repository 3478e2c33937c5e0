"""The shared back office, the National Coordinators, and staff travel to constituents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.quantity import Figure, Measure, Note

ServiceId = Literal["finance", "procurement", "human resources", "ict", "logistics", "facilities"]
SERVICES: tuple[ServiceId, ...] = ("finance", "procurement", "human resources", "ict", "logistics", "facilities")


@dataclass(frozen=True, kw_only=True)
class BackOfficeService:
    """One of the six services that UN entities may share, with what it costs today and what sharing would change."""

    service: Annotated[ServiceId, Note("Service", "finance, procurement, human resources, ict, logistics, facilities.")]
    opt_in: Annotated[bool, Note("Opted in", "A service that is not opted in saves nothing and costs nothing.")]
    owed_to_move: Annotated[
        bool,
        Note("Owed to the move", "false: mutual recognition gives it to an office that stays, so to every option."),
    ]
    people: Annotated[Figure, Measure("Staff today", "person", "Full-time posts doing this work.", least=0)] = 0.0
    cost_per_person: Annotated[
        Figure, Measure("Full cost of a post", "money/person/time", "Salary and all that goes with it.", least=0)
    ] = 0.0
    purchases: Annotated[Figure, Measure("Purchases", "money/time", "Bought in for this work.", least=0)] = 0.0
    driver: Annotated[str, Note("Driver", "How cost, fee and transition cost grow.")]
    can_be_shared: Annotated[Figure, Measure("Can be shared", "%", "Part of the work.", least=0, most=100)] = 1.0
    saving: Annotated[
        Figure, Measure("Saving", "%", "On the shared part, once mature.", least=-100, most=100, planned="saving")
    ]
    start: Annotated[
        Figure,
        Measure("Starts", "month", "After moving in if owed to the move, else after the decision.", least=0),
    ] = 0.0
    ramp_years: Annotated[Figure, Measure("Years to mature", "year", "Straight rise from nothing.", least=0)] = 0.0
    needs_recognition: Annotated[
        bool, Note("Needs mutual recognition", "Whether the agency must first accept the provider's procedures.")
    ] = False
    recognised_from: Annotated[
        Figure | None,
        Measure("Recognised from", "month", "Months from the decision; never if left out.", least=0, dated=True),
    ] = None
    cash_part: Annotated[
        Figure,
        Measure("Cash part", "%", "Part of the saving that leaves a budget; the rest is time.", least=0, most=100),
    ] = 0.0
    fee: Annotated[
        Figure, Measure("Fee", "money/time", "Charged by the provider.", least=0, planned="running cost")
    ] = 0.0
    transition: Annotated[
        Figure, Measure("Transition cost", "money", "Once, when sharing starts.", least=0, planned="capital cost")
    ] = 0.0
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "The case's first if left out.")] = ""


Arrangement = Annotated[
    Literal["hosted", "house", "may be lost"],
    Note("Arrangement", "hosted: nothing changes. house: a desk there. may be lost: the ministry may end it."),
]
DeskCost = Annotated[Figure, Measure("Cost of a desk", "money/person/time", "Where the agency pays for it.", least=0)]
HostingLost = Annotated[
    Figure, Measure("Hosting is lost", "yes/no", "Chance that the ministry takes the desk back.", least=0, most=1)
]
LostFrom = Annotated[Figure, Measure("Lost from", "month", "Months from the decision.", least=0, dated=True)]
CoordinatorCount = Annotated[Figure, Measure("Coordinators", "person", "Hosted free today.", least=0)]
ValueOfHosting = Annotated[
    Figure, Measure("Value of hosting", "money/person/time", "What the host gives, in kind.", least=0)
]


@dataclass(frozen=True, kw_only=True)
class CoordinatorCountry:
    """The National Coordinators of one country, whom its labour ministry hosts at no cost."""

    name: Annotated[str, Note("Country", "Its name, used by the options' plans.")]
    number: CoordinatorCount
    value_of_hosting: ValueOfHosting = 0.0


@dataclass(frozen=True, kw_only=True)
class Coordinators:
    """National Coordinators, whom labour ministries host at no cost: all together, or country by country."""

    number: CoordinatorCount = 0.0
    value_of_hosting: ValueOfHosting = 0.0
    driver: Annotated[str, Note("Driver", "How this and the options' cost of a desk grow.")]
    countries: Annotated[
        tuple[CoordinatorCountry, ...], Note("Countries", "In place of the one number and value of hosting.")
    ] = ()


@dataclass(frozen=True, kw_only=True)
class CountryDesks:
    """What an option does to the National Coordinators' desks in one country."""

    country: Annotated[str, Note("Country", "Name of a country of the case's coordinators.")]
    arrangement: Arrangement = "hosted"
    desk_cost: DeskCost = 0.0
    lost: HostingLost = 0.0
    lost_from: LostFrom = 0.0


@dataclass(frozen=True, kw_only=True)
class CoordinatorPlan:
    """What an option does to the National Coordinators' desks: everywhere alike, or country by country."""

    arrangement: Arrangement = "hosted"
    desk_cost: DeskCost = 0.0
    lost: HostingLost = 0.0
    lost_from: LostFrom = 0.0
    fund: Annotated[str, Note("Fund", "The case's first if left out.")] = ""
    countries: Annotated[
        tuple[CountryDesks, ...], Note("Countries", "One plan for each, in place of the one plan for all.")
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Travel:
    """Staff travel to constituents: shown in money or in the access score, never in both."""

    shown_in: Annotated[
        Literal["money", "access"], Note("Shown in", "money or access: so that no minute counts twice.")
    ] = "access"
    cost_per_hour: Annotated[Figure, Measure("Cost of time", "money/hour", "Of a staff member.", least=0)] = 0.0
    people_per_trip: Annotated[Figure, Measure("People per trip", "person", "Who travel together.", least=0)] = 1.0
    fare_per_km: Annotated[Figure, Measure("Fare", "money/km", "Taxi or fuel, per kilometre by road.", least=0)] = 0.0
    driver: Annotated[str, Note("Driver", "How both amounts grow.")] = ""
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "The case's first if left out.")] = ""
