"""Adding lines up: by book and view, by year, to a present value (method, sections 11 and 12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.costs.line import CATEGORIES, Category, Line
from colocate.finance import discount_factors, equivalent_annual_cost
from colocate.prices import Prices
from colocate.quantity import Array

BookName = Literal["agency", "un family", "everyone"]
View = Literal["cash", "cash and efficiency"]

BOOKS: dict[BookName, tuple[str, ...]] = {
    "agency": ("agency",),
    "un family": ("agency", "un"),
    "everyone": ("agency", "un", "host", "donor"),
}
VIEWS: dict[View, tuple[str, ...]] = {
    "cash": ("cash", "in kind"),
    "cash and efficiency": ("cash", "in kind", "efficiency"),
}
"""Value in kind counts in both views: only the host bears it, so only the book of everyone holds it."""

HEADLINE: tuple[BookName, View] = ("agency", "cash")


@dataclass(frozen=True)
class Money:
    """What an option costs in one book and one view; costs above 0.

    `by_year` and `present_by_year` (each year's amounts brought to today) have shape `(years, 1 or draws)`,
    `present_value` and `equivalent_annual` `(1 or draws,)`.
    """

    by_year: Array
    present_by_year: Array
    present_value: Array
    equivalent_annual: Array

    @property
    def total(self) -> Array:
        """Return the undiscounted sum over the years."""
        total: Array = self.by_year.sum(axis=0)
        return total

    @property
    def cumulative(self) -> Array:
        """Return the running undiscounted sum, by year."""
        return np.cumsum(self.by_year, axis=0)


def in_book(line: Line, book: BookName, view: View) -> bool:
    """Tell whether a line counts in a book and a view."""
    return line.payer in BOOKS[book] and line.nature in VIEWS[view]


def present_amounts(line: Line, prices: Prices) -> Array:
    """Bring a line's amounts to the decision date: by year for spread ones, from its own month for a one-off."""
    if line.month is None:
        return line.amounts * prices.discount
    return line.amounts * discount_factors(prices.discount_rate, np.atleast_2d(line.month) / 12.0)


def add_up(lines: Sequence[Line], prices: Prices) -> dict[tuple[BookName, View], Money]:
    """Add an option's lines up in every book and view."""
    pairs = [(line, present_amounts(line, prices)) for line in lines]
    return {
        (book, view): _money([pair for pair in pairs if in_book(pair[0], book, view)], prices)
        for book in BOOKS
        for view in VIEWS
    }


def difference(money: Money, baseline: Money) -> Money:
    """Give one option's money less the baseline's: below 0 where the option costs less."""
    return Money(
        money.by_year - baseline.by_year,
        money.present_by_year - baseline.present_by_year,
        money.present_value - baseline.present_value,
        money.equivalent_annual - baseline.equivalent_annual,
    )


def by_category(lines: Iterable[Line], book: BookName, view: View) -> dict[Category, Array]:
    """Add lines up by category and year, in the usual order; categories with nothing in them are left out."""
    found: dict[Category, Array] = {}
    for line in lines:
        if in_book(line, book, view):
            found[line.category] = found.get(line.category, 0.0) + line.amounts
    return {category: found[category] for category in CATEGORIES if category in found and np.any(found[category])}


def _money(lines: list[tuple[Line, Array]], prices: Prices) -> Money:
    nothing: Array = np.zeros((prices.horizon_years, 1))
    by_year, present = nothing, nothing
    for line, here in lines:
        by_year = by_year + line.amounts
        present = present + here
    value = present.sum(axis=0)
    annual = np.atleast_1d(equivalent_annual_cost(value, prices.discount_rate, prices.horizon_years))
    return Money(by_year, present, value, annual)
