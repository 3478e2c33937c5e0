"""Purchases and works that are paid for over years, with their contingency (method, section 7)."""

from __future__ import annotations

import numpy as np

from colocate.case.owning import Works
from colocate.model.costs.line import Book, Category, Factor, Line, Terms
from colocate.model.costs.planned import with_contingency
from colocate.model.costs.premises import Stay
from colocate.model.payments import Payments, payments
from colocate.model.prices import Prices
from colocate.model.timeline import coverage
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR


def works_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each of an option's works, and one for the contingency on it."""
    lines = []
    for works in stay.option.works:
        start = stay.shifted(works.month, works.shifts_with_delay)
        spent, paid = spending(works.profile, start, book.prices)
        lines += _works(works, Factor("part spent in the year", spent, "fraction"), paid, stay, book)
    return lines


def spending(profile: tuple[Figure, ...], start: Figure, prices: Prices) -> tuple[Array, Payments]:
    """Give the part of an amount that is spent in each budget year, shape `(years, 1 or draws)`, and when.

    `profile` has the parts by year of works from the month `start` on. Each is spent evenly over its twelve months, and
    brought to the decision date from their middle.
    """
    whole = sum(profile[1:], start=profile[0])
    spent = present = dated = np.zeros((prices.horizon_years, 1))
    for place, part in enumerate(profile):
        first = start + MONTHS_PER_YEAR * place
        middle = first + 0.5 * MONTHS_PER_YEAR
        share = part / whole * coverage(first, first + MONTHS_PER_YEAR, prices.horizon_years)
        spent = spent + share
        present = present + share * prices.discount_at(middle)
        dated = dated + share * middle
    return spent, payments(spent, present, dated)


def _works(works: Works, spent: Factor, paid: Payments, stay: Stay, book: Book) -> list[Line]:
    by_year = (book.growth(works.driver), spent)
    terms = Terms(works.driver, works.currency, works.payer, works.fund, one_time=True)

    def write(category: Category, name: str, factors: tuple[Factor, ...]) -> Line:
        return book.paid(category, name, paid, (*factors, *by_year), terms)

    return with_contingency(works, stay, "contingency on works", write)
