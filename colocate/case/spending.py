"""What an option spends besides its lease: running costs, one-off costs, contributions and what is left at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.premises import Payments, Per
from colocate.quantity import Figure, Measure, Note

Payer = Literal["agency", "un", "host", "donor"]
Giver = Literal["host", "donor"]
RunningCategory = Literal[
    "utilities", "cleaning", "maintenance", "security", "insurance", "ict", "common services", "other running"
]
IncomeKind = Literal["sublease", "parking", "other"]
OneOffCategory = Literal[
    "fit-out",
    "furniture",
    "moving",
    "ict set-up",
    "security compliance",
    "project management",
    "contribution to the house",
    "other one-off",
]


@dataclass(frozen=True, kw_only=True)
class RunningCost:
    """A cost that comes back every year while the premises are used."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    category: Annotated[RunningCategory, Note("Category", "The heading that it is added up under.")]
    per: Annotated[Per, Note("Per", "m2, person, workstation or office (a lump sum).")] = "office"
    amount: Annotated[
        Figure, Measure("Amount", "money/per/time", "In prices of the decision date.", least=0, planned="running cost")
    ]
    driver: Annotated[str, Note("Driver", "How the amount grows.")]
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    payer: Annotated[Payer, Note("Payer", "agency, un, host or donor.")] = "agency"
    fund: Annotated[str, Note("Fund", "Of the agency; the case's first if left out.")] = ""
    start: Annotated[
        Figure, Measure("From", "month", "Months from the decision; not before moving in.", least=0, dated=True)
    ] = 0.0
    end: Annotated[
        Figure | None, Measure("To", "month", "Months from the decision; to the end if left out.", least=0, dated=True)
    ] = None
    payments: Annotated[
        Payments, Note("Paid", "monthly, quarterly, half-yearly or yearly; with the case's own timing if left out.")
    ] = ""
    in_advance: Annotated[
        bool, Note("In advance", "true: as each period begins. false: as it ends. Beside payments only.")
    ] = False
    staff_time: Annotated[
        bool, Note("Staff time", "true: staff time valued in money, which no budget returns; false: cash.")
    ] = False


@dataclass(frozen=True, kw_only=True)
class Income:
    """What others pay the agency every year while the premises are used; always written as above 0."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    kind: Annotated[IncomeKind, Note("Kind", "sublease, parking or other.")]
    per: Annotated[Per, Note("Per", "m2, person, workstation or office (a lump sum), of the whole option.")] = "office"
    amount: Annotated[
        Figure,
        Measure("Amount", "money/per/time", "Fully let, in prices of the decision date.", least=0, planned="occupancy"),
    ]
    driver: Annotated[str, Note("Driver", "How the amount grows.")]
    vacancy: Annotated[
        Figure, Measure("Vacancy", "%", "Part of it that is not let, or not paid.", least=0, most=100)
    ] = 0.0
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "Of the agency that receives it; the case's first if left out.")] = ""
    start: Annotated[
        Figure, Measure("From", "month", "Months from the decision; not before moving in.", least=0, dated=True)
    ] = 0.0
    end: Annotated[
        Figure | None, Measure("To", "month", "Months from the decision; to the end if left out.", least=0, dated=True)
    ] = None
    payments: Annotated[
        Payments, Note("Paid", "monthly, quarterly, half-yearly or yearly; with the case's own timing if left out.")
    ] = ""
    in_advance: Annotated[
        bool, Note("In advance", "true: as each period begins. false: as it ends. Beside payments only.")
    ] = False


@dataclass(frozen=True, kw_only=True)
class OneOff:
    """A cost that falls once, in the month when it falls."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    category: Annotated[OneOffCategory, Note("Category", "The heading that it is added up under.")]
    per: Annotated[Per, Note("Per", "m2, person, workstation or office (a lump sum).")] = "office"
    amount: Annotated[
        Figure, Measure("Amount", "money/per", "In prices of the decision date.", least=0, planned="capital cost")
    ]
    driver: Annotated[str, Note("Driver", "How the amount grows until it falls.")]
    month: Annotated[Figure, Measure("Month", "month", "Planned month, from the decision.", least=0, dated=True)]
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves it.")] = True
    repeats_every_years: Annotated[
        int | None,
        Note("Repeats every", "Years after which it falls again, and again; once if left out.", least=1, most=59),
    ] = None
    until: Annotated[
        Figure | None,
        Measure(
            "Repeats until",
            "month",
            "It falls again before this month only; while premises are used if left out.",
            least=0,
            dated=True,
        ),
    ] = None
    contingency: Annotated[bool, Note("Contingency applies", "false where a contract fixes the price.")] = True
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    payer: Annotated[Payer, Note("Payer", "agency, un, host or donor.")] = "agency"
    fund: Annotated[str, Note("Fund", "Of the agency; the case's first if left out.")] = ""
    staff_time: Annotated[
        bool, Note("Staff time", "true: staff time valued in money, which no budget returns; false: cash.")
    ] = False


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """Money that the host government or a donor gives to the agency for this option; always written as above 0."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    giver: Annotated[Giver, Note("Giver", "host or donor.")]
    amount: Annotated[Figure, Measure("Amount", "money", "As pledged; it does not grow.", least=0)]
    month: Annotated[Figure, Measure("Month", "month", "Planned month, from the decision.", least=0, dated=True)]
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves it.")] = True
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "Of the agency that receives it; the case's first if left out.")] = ""
