"""One decision on paper: the case and its options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from colocate.case.correlation import Correlation
from colocate.case.disruption import Disruption
from colocate.case.further import FurtherPremises
from colocate.case.house import House
from colocate.case.office import Currency, Discounting, Driver, Office
from colocate.case.optimism import ReferenceClass
from colocate.case.owning import CapitalCharge, Loan, Sale, Works
from colocate.case.paper import Paper
from colocate.case.premises import Lease, Move
from colocate.case.reach import (
    Access,
    ChecklistItem,
    Constituent,
    Gate,
    Government,
    MandateAnswer,
    Place,
    TravelTime,
)
from colocate.case.ruled_out import RuledOut
from colocate.case.services import BackOfficeService, CoordinatorPlan, Coordinators, Travel
from colocate.case.spending import Contribution, Income, OneOff, RunningCost
from colocate.case.weighing import OptionPoints, OwnCriterion, Weighing
from colocate.case.years import DesksFrom
from colocate.quantity import Figure, Measure, Note, Quantity

Market = Literal["", "low", "middle", "high"]
"""Kinds of market, by what an office costs there."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """A way to house the office. The first option of a case is its baseline."""

    id: Annotated[str, Note("Short name", "Letters, digits and hyphens; one of its kind in the case.")]
    name: Annotated[str, Note("Name", "As shown on screen.")]
    short: Annotated[
        str, Note("Short label", "Two or three words that name the option in a sentence, for example: Present lease.")
    ] = ""
    summary: Annotated[str, Note("Summary", "One or two sentences.")] = ""
    place: Annotated[Place | None, Note("Place", "Where the door is; due where the case has constituents.")] = None
    move: Annotated[Move | None, Note("Move", "Left out where the office stays.")] = None
    disruption: Annotated[
        Disruption | None, Note("Disruption", "What the move does to the people of the office; beside a move only.")
    ] = None
    lease: Annotated[Lease, Note("Lease", "The right to use the premises; of several, the main ones.")]
    premises: Annotated[
        tuple[FurtherPremises, ...], Note("Further premises", "Other buildings that the option uses beside its lease.")
    ] = ()
    house: Annotated[str, Note("House", "Id of the common house that the option sits in, if any.")] = ""
    common_premises: Annotated[
        bool, Note("Common premises", "Whether savings owed to co-location are had under this option.")
    ] = False
    desks_per_person: Annotated[
        Figure | None,
        Measure("Desks per person", "workstation/person", "The office's own if left out.", least=0, most=3),
    ] = None
    desks_from: Annotated[
        tuple[DesksFrom, ...], Note("Desks by year", "Beside its desks per person: others from later years on.")
    ] = ()
    m2_per_desk: Annotated[
        Figure | None, Measure("Space per desk", "m2/workstation", "The office's own if left out.", least=0, most=100)
    ] = None
    house_use: Annotated[
        Figure, Measure("Use of the house", "use/year", "Uses a year, where a cost is shared by use.", least=0)
    ] = 0.0
    running: Annotated[tuple[RunningCost, ...], Note("Running costs", "Every year while the premises are used.")] = ()
    income: Annotated[tuple[Income, ...], Note("Income", "From others, every year while the premises are used.")] = ()
    one_offs: Annotated[tuple[OneOff, ...], Note("One-off costs", "Once, in their month.")] = ()
    works: Annotated[tuple[Works, ...], Note("Works", "Purchases and building works, paid for over years.")] = ()
    loans: Annotated[tuple[Loan, ...], Note("Loans", "Borrowed for this option, and paid back.")] = ()
    capital_charges: Annotated[
        tuple[CapitalCharge, ...], Note("Capital charges", "On what is invested, each year, where rules know them.")
    ] = ()
    sales: Annotated[tuple[Sale, ...], Note("Sales", "Buildings that are sold under this option.")] = ()
    contingency: Annotated[
        Figure, Measure("Contingency", "%", "On one-off costs and works, for what plans forget.", least=0, most=300)
    ] = 0.0
    contributions: Annotated[tuple[Contribution, ...], Note("Contributions", "From the host or a donor.")] = ()
    residual_value: Annotated[
        Figure,
        Measure("Residual value", "money", "Of what is owned, at the horizon: in its prices, or today's.", least=0),
    ] = 0.0
    residual_driver: Annotated[
        str,
        Note(
            "Driver of the residual value",
            "How the residual value, then in today's prices, grows; left out: it is the horizon's.",
        ),
    ] = ""
    coordinators: Annotated[CoordinatorPlan, Note("Coordinators", "What happens to their desks.")] = field(
        default_factory=CoordinatorPlan
    )
    mandate: Annotated[tuple[MandateAnswer, ...], Note("Mandate", "Answers to the checklist.")] = ()
    government: Annotated[Government | None, Note("Government", "The host government's wish.")] = None
    gates: Annotated[tuple[Gate, ...], Note("Gates", "Conditions to pass first.")] = ()
    criteria: Annotated[tuple[OptionPoints, ...], Note("Own criteria", "Points on the case's own criteria.")] = ()


@dataclass(frozen=True, kw_only=True)
class Case:
    """One decision on paper: an office, its options, its uncertain figures and their sources."""

    format: Annotated[int, Note("Format", "1: the version of this format.", least=1, most=1)]
    title: Annotated[str, Note("Title", "As shown on screen.")]
    summary: Annotated[str, Note("Summary", "What is decided, in two or three sentences.")] = ""
    agency: Annotated[str, Note("Agency", "Whose office it is.")]
    illustrative: Annotated[bool, Note("Illustrative", "true where the office or its figures are made up.")]
    decision_date: Annotated[date, Note("Decision date", "Day 0 of every month and year in the file.")]
    horizon_years: Annotated[int, Note("Horizon", "Years looked at, 1 to 60.", least=1, most=60)]
    currency: Annotated[str, Note("Currency", "Three letters, for example USD; results are in it.")]
    defaults: Annotated[
        Market,
        Note("Defaults", "Of a short case: low, middle or high, what offices cost there; fills in what is left out."),
    ] = ""
    funds: Annotated[tuple[str, ...], Note("Funds", "The agency's funds; the first pays unless a line names one.")] = (
        "Regular budget",
    )
    discounting: Annotated[Discounting, Note("Discounting", "How later money is brought to today.")]
    drivers: Annotated[tuple[Driver, ...], Note("Drivers", "What figures grow with.")]
    currencies: Annotated[tuple[Currency, ...], Note("Currencies", "Other than the case's own.")] = ()
    office: Annotated[Office, Note("Office", "People and the space they need.")]
    houses: Annotated[tuple[House, ...], Note("Houses", "Common houses that options use.")] = ()
    back_office: Annotated[tuple[BackOfficeService, ...], Note("Back office", "Services that could be shared.")] = ()
    coordinators: Annotated[Coordinators | None, Note("National Coordinators", "Left out if there are none.")] = None
    travel: Annotated[Travel | None, Note("Travel", "Staff travel to constituents.")] = None
    access: Annotated[Access | None, Note("Access", "Constituents and how they reach the office.")] = None
    checklist: Annotated[tuple[ChecklistItem, ...], Note("Checklist", "Safeguards of identity and mandate.")] = ()
    criteria: Annotated[
        tuple[OwnCriterion, ...], Note("Own criteria", "Beyond money, access, mandate and government.")
    ] = ()
    weighing: Annotated[Weighing | None, Note("Weighing", "Ends of the scales, and several people's weights.")] = None
    correlations: Annotated[
        tuple[Correlation, ...], Note("Correlations", "Figures that tend to move together beyond what they share.")
    ] = ()
    reference_classes: Annotated[
        tuple[ReferenceClass, ...], Note("Reference classes", "Past projects that figures take their range from.")
    ] = ()
    options: Annotated[tuple[Option, ...], Note("Options", "Two or more; the first is the baseline.")]
    ruled_out: Annotated[
        tuple[RuledOut, ...], Note("Options ruled out", "Looked at and ruled out before; shown, and not compared.")
    ] = ()
    paper: Annotated[
        Paper | None, Note("Paper", "What the decision paper says beside its figures; enters no figure.")
    ] = None

    constituents: tuple[Constituent, ...] = ()
    travel_times: tuple[TravelTime, ...] = ()
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    places_of: Mapping[str, tuple[tuple[str | int, ...], ...]] = field(default_factory=dict)
    document: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def baseline(self) -> Option:
        """Return the option that the others are measured against."""
        return self.options[0]

    @property
    def horizon_months(self) -> float:
        """Return the horizon in months."""
        return 12.0 * self.horizon_years

    def option(self, option_id: str) -> Option:
        """Return the option with that id; KeyError if there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def house(self, house_id: str) -> House:
        """Return the house with that id; KeyError if there is none."""
        for house in self.houses:
            if house.id == house_id:
                return house
        raise KeyError(house_id)

    def reference_class(self, class_id: str) -> ReferenceClass:
        """Return the reference class with that id; KeyError if there is none."""
        for one in self.reference_classes:
            if one.id == class_id:
                return one
        raise KeyError(class_id)
