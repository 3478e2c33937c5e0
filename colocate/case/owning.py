"""Owning premises: works that are paid for over years, and the loans that pay for them."""

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
