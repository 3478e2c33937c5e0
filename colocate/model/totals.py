"""Adding lines up: by book and view, by year, to a present value (method, sections 11 and 12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

import numpy as np

from colocate.case.spending import Payer
from colocate.model.bundles import Sums
from colocate.model.costs.line import CATEGORIES, Category, Line, Nature
from colocate.model.prices import Prices
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


class Reading(NamedTuple):
    """Whose money is read, and what counts as money: the key of an option's money."""

    book: BookName = "agency"
    view: View = "cash"


HEADLINE = Reading()
"""What the answer is given in: the agency's own cash."""


@dataclass(frozen=True)
class Money:
    """What an option costs in one book and one view; costs above 0.

    `by_year` has shape `(years, 1 or draws)`, `present_value` and `equivalent_annual` `(1 or draws,)`.
    """

    by_year: Array
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


def present_amounts(line: Line, prices: Prices) -> Array:
    """Bring a line's amounts to the decision date: by year for spread ones, from its own month for what has a date."""
    if line.paid is not None:
        return line.amounts * line.paid.discount
    return line.amounts * (prices.discount if line.moment is None else line.moment.discount)


def books_of(parts: Mapping[tuple[Payer, Nature], Sums], prices: Prices) -> dict[tuple[BookName, View], Money]:
    """Add an option up in every book and view, from its sums by payer and nature."""
    return {
        pair: Money(one.by_year, one.present_value, np.atleast_1d(one.present_value * prices.annuity))
        for pair, one in sums_of_books(parts, prices.horizon_years).items()
    }


def sums_of_books(parts: Mapping[tuple[Payer, Nature], Sums], years: int) -> dict[tuple[BookName, View], Sums]:
    """Add sums by payer and nature up to every book and view."""
    counted: dict[tuple[BookName, View], list[Sums]] = {
        (book, view): [part for pair, part in parts.items() if _counts(*pair, book, view)]
        for book in BOOKS
        for view in VIEWS
    }
    nothing: Array = np.zeros(1)
    return {
        pair: Sums(
            added_up((part.by_year for part in members), years),
            sum((part.present_value for part in members), start=nothing),
        )
        for pair, members in counted.items()
    }


def difference(money: Money, baseline: Money) -> Money:
    """Give one option's money less the baseline's: below 0 where the option costs less."""
    return Money(
        money.by_year - baseline.by_year,
        money.present_value - baseline.present_value,
        money.equivalent_annual - baseline.equivalent_annual,
    )


class Counted(Protocol):
    """A line of whatever kind, with who pays it, how it counts, and its amounts of shape `(years, 1 or draws)`."""

    @property
    def category(self) -> Category:
        """Return the heading under which it is paid."""

    @property
    def payer(self) -> Payer:
        """Return who pays it."""

    @property
    def nature(self) -> Nature:
        """Return how it counts."""

    @property
    def amounts(self) -> Array:
        """Return its amounts by year."""


def by_category(lines: Iterable[Counted], book: BookName, view: View) -> dict[Category, Array]:
    """Add lines up by category and year, in the usual order; categories with nothing in them are left out."""
    found: dict[Category, Array] = {}
    for line in lines:
        if _counts(line.payer, line.nature, book, view):
            found[line.category] = found.get(line.category, 0.0) + line.amounts
    return {category: found[category] for category in CATEGORIES if category in found and np.any(found[category])}


def added_up(arrays: Iterable[Array], years: int) -> Array:
    """Add arrays of shape `(years, 1 or draws)` up, one after the other; zeros where there are none."""
    total: Array = np.zeros((years, 1))
    for array in arrays:
        if array.shape[1] > total.shape[1]:
            total = np.repeat(total, array.shape[1], axis=1)
        total += array
    return total


def _counts(payer: Payer, nature: Nature, book: BookName, view: View) -> bool:
    return payer in BOOKS[book] and nature in VIEWS[view]
