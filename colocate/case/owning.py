"""Owning premises: works that are paid for over years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.case.premises import Per
from colocate.case.spending import Payer
from colocate.quantity import Figure, Measure, Note

WorksCategory = Literal[
    "land", "purchase", "construction", "refurbishment", "major replacement", "design and supervision", "other works"
]


@dataclass(frozen=True, kw_only=True)
class Works:
    """A purchase or a building work that is paid for over years; what is paid at once is a one-off cost."""

    name: Annotated[str, Note("Name", "As shown on screen; one of its kind in the option.")]
    category: Annotated[WorksCategory, Note("Category", "The heading that it is added up under.")]
    per: Annotated[Per, Note("Per", "m2, person, workstation or office (a lump sum).")] = "office"
    amount: Annotated[Figure, Measure("Amount", "money/per", "All years together, in today's prices.", least=0)]
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
