"""Owning premises: works that are paid for over years, loans that pay for them, what capital costs, and a sale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.premises import Per
from colocate.case.spending import Payer
from colocate.quantity import Figure, Measure, Note

WorksCategory = Literal[
    "land", "purchase", "construction", "refurbishment", "major replacement", "design and supervision", "other works"
]


Lender = Literal["bank", "un", "host", "donor"]


@dataclass(frozen=True, kw_only=True)
class Works:
    """A purchase or a building work that is paid for over years; what is paid at once is a one-off cost."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    category: Annotated[WorksCategory, Note("Category", "The heading that it is added up under.")]
    per: Annotated[Per, Note("Per", "m2, person, workstation or office (a lump sum).")] = "office"
    amount: Annotated[
        Figure,
        Measure("Amount", "money/per", "All years together, in today's prices.", least=0, planned="capital cost"),
    ]
    driver: Annotated[str, Note("Driver", "How the amount grows until it is spent.")]
    month: Annotated[
        Figure, Measure("Works start", "month", "Planned first month, from the decision.", least=0, dated=True)
    ]
    profile: Annotated[
        tuple[Figure, ...],
        Measure(
            "Spending by year",
            "%",
            "Part of the amount in each year from the start; a list that adds up to 100, evenly spent within a year.",
            least=0,
            most=100,
        ),
    ]
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves it.")] = True
    contingency: Annotated[bool, Note("Contingency applies", "false where a contract fixes the price.")] = True
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    payer: Annotated[Payer, Note("Payer", "agency, un, host or donor.")] = "agency"
    fund: Annotated[str, Note("Fund", "Of the agency; the case's first if left out.")] = ""


@dataclass(frozen=True, kw_only=True)
class Loan:
    """Money that the agency borrows for an option and pays back in instalments, each at the end of its period."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    lender: Annotated[
        Lender, Note("Lender", "bank (outside every book), or un, host or donor: it bears what its loan costs it.")
    ]
    principal: Annotated[Figure, Measure("Principal", "money", "The sum borrowed; it does not grow.", least=0)]
    month: Annotated[
        Figure, Measure("Drawn", "month", "Planned month of receiving it, from the decision.", least=0, dated=True)
    ]
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves it.")] = True
    rate: Annotated[
        Figure,
        Measure("Interest", "%/year", "As in the contract, so with inflation in it; 0 is interest-free.", least=0),
    ] = 0.0
    rate_is: Annotated[
        Literal["effective", "divided"],
        Note(
            "Rate is", "effective: the rate of a whole year. divided: each period bears its part, as 6 % / 12 a month."
        ),
    ] = "effective"
    term_years: Annotated[
        int, Note("Term", "Years from receiving it to the last instalment, grace included.", least=1, most=99)
    ]
    grace_years: Annotated[int, Note("Grace", "Years at the start without repayment.", least=0, most=98)] = 0
    grace_interest: Annotated[
        Literal["paid", "capitalised"], Note("Interest in grace", "paid as it falls due, or capitalised: owed as well.")
    ] = "paid"
    instalments: Annotated[
        Literal["equal", "falling"],
        Note("Instalments", "equal: the same sum each time. falling: equal repayment, and interest on the rest."),
    ] = "equal"
    frequency: Annotated[
        Literal["yearly", "half-yearly", "quarterly", "monthly"],
        Note("Paid", "yearly, half-yearly, quarterly, monthly."),
    ] = "yearly"
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "Of the agency; the case's first if left out.")] = ""


@dataclass(frozen=True, kw_only=True)
class CapitalCharge:
    """What the capital bound in a building is charged with each year, where the agency's rules know such a charge."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    value: Annotated[Figure, Measure("Value", "money", "Of what is invested, on the first day; no growth.", least=0)]
    rate: Annotated[Figure, Measure("Charge", "%/year", "Of the value, as the rules state it.", least=0, most=100)]
    on: Annotated[
        Literal["invested", "written down"],
        Note("Charged on", "invested: the value stays. written down: it falls evenly to nothing over the years."),
    ]
    years: Annotated[int, Note("Years", "How many years it is charged, and written down.", least=1, most=99)]
    month: Annotated[
        Figure, Measure("Charged from", "month", "Planned first month, from the decision.", least=0, dated=True)
    ]
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves it.")] = True
    counts_as: Annotated[
        Literal["cash", "efficiency"],
        Note("Counts as", "cash: a budget pays it. efficiency: it is reckoned, and no money leaves the agency."),
    ]
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "Of the agency; the case's first if left out.")] = ""


@dataclass(frozen=True, kw_only=True)
class Sale:
    """A building of the agency that is sold under this option, with the costs of selling it."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    price: Annotated[Figure, Measure("Price", "money", "In today's prices.", least=0)]
    driver: Annotated[str, Note("Driver", "How the price grows until it is sold.")]
    month: Annotated[
        Figure | None,
        Measure(
            "Month", "month", "Planned month, from the decision; after moving out if left out.", least=0, dated=True
        ),
    ] = None
    months_after: Annotated[
        Figure, Measure("Months after", "month", "From moving out to the sale, where no month is stated.", least=0)
    ] = 0.0
    costs: Annotated[Figure, Measure("Costs of sale", "%", "Of the price: agents, lawyers.", least=0, most=100)] = 0.0
    shifts_with_delay: Annotated[bool, Note("Shifts with delay", "Whether a late opening moves a stated month.")] = True
    currency: Annotated[str, Note("Currency", "The case's own if left out.")] = ""
    fund: Annotated[str, Note("Fund", "Of the agency that receives it; the case's first if left out.")] = ""
