"""Adding lines up: by book and view, by year, to a present value (method, sections 11 and 12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from colocate.case.spending import Payer
from colocate.model.costs.line import CATEGORIES, Category, Line, Nature
from colocate.model.prices import Moment, Prices
from colocate.model.timeline import put_in_year
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
class Sums:
    """Amounts by year, shape `(years, 1 or draws)`, and their sum at the decision date, shape `(1 or draws,)`."""

    by_year: Array
    present_value: Array


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


def in_book(line: Line, book: BookName, view: View) -> bool:
    """Tell whether a line counts in a book and a view."""
    return _counts(line.payer, line.nature, book, view)


def present_amounts(line: Line, prices: Prices) -> Array:
    """Bring a line's amounts to the decision date: by year for spread ones, from its own month for a one-off."""
    return line.amounts * (prices.discount if line.moment is None else line.moment.discount)


def by_payer_and_nature(lines: Sequence[Line], prices: Prices) -> dict[tuple[Payer, Nature], Sums]:
    """Add lines up by who pays and how they count: the amounts by year, and their sum at the decision date."""
    found: dict[tuple[Payer, Nature], list[Line]] = {}
    for line in lines:
        found.setdefault((line.payer, line.nature), []).append(line)
    return {pair: _sums(members, prices) for pair, members in found.items()}


def books_of(parts: Mapping[tuple[Payer, Nature], Sums], prices: Prices) -> dict[tuple[BookName, View], Money]:
    """Add an option up in every book and view, from its sums by payer and nature."""
    counted: dict[tuple[BookName, View], list[Sums]] = {
        (book, view): [part for pair, part in parts.items() if _counts(*pair, book, view)]
        for book in BOOKS
        for view in VIEWS
    }
    return {pair: _money(members, prices) for pair, members in counted.items()}


def present_by_year(lines: Iterable[Line], book: BookName, view: View, prices: Prices) -> Array:
    """Give each year's amounts of a book and view brought to the decision date; shape `(years, 1 or draws)`."""
    counted = [present_amounts(line, prices) for line in lines if in_book(line, book, view)]
    return added_up(counted, prices.horizon_years)


def one_off_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Give the agency's one-time cash lines; contributions and deposits count, a residual value does not."""
    return tuple(
        line
        for line in lines
        if line.one_time and line.payer == "agency" and line.nature == "cash" and line.category != "residual value"
    )


def difference(money: Money, baseline: Money) -> Money:
    """Give one option's money less the baseline's: below 0 where the option costs less."""
    return Money(
        money.by_year - baseline.by_year,
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


def by_year_of(lines: Iterable[Line], years: int) -> Array:
    """Add lines up by year; shape `(years, 1 or draws)`, zeros where there are none."""
    listed = list(lines)
    total = added_up((line.amounts for line in listed if line.moment is None), years)
    for line in listed:
        if line.moment is not None:
            total = _with_one_off(total, line.moment, line.once * line.moment.counts)
    return total


def added_up(arrays: Iterable[Array], years: int) -> Array:
    """Add arrays of shape `(years, 1 or draws)` up, one after the other; zeros where there are none."""
    total: Array = np.zeros((years, 1))
    for array in arrays:
        if array.shape[1] > total.shape[1]:
            total = _as_wide(total, array.shape[1])
        total += array
    return total


def _as_wide(total: Array, columns: int) -> Array:
    """Give a sum of our own as many columns as what is to be added to it."""
    return total if total.shape[1] >= columns else np.repeat(total, columns, axis=1)


def _counts(payer: Payer, nature: Nature, book: BookName, view: View) -> bool:
    return payer in BOOKS[book] and nature in VIEWS[view]


def _sums(lines: list[Line], prices: Prices) -> Sums:
    """Discount the spread lines together, after they are added up, and each one-off from its own month."""
    by_year = added_up((line.amounts for line in lines if line.moment is None), prices.horizon_years)
    present: Array = (by_year * prices.discount).sum(axis=0)
    for line in lines:
        if line.moment is not None:
            once = line.once * line.moment.counts
            by_year = _with_one_off(by_year, line.moment, once)
            present = present + once * line.moment.discount
    return Sums(by_year, present)


def _with_one_off(by_year: Array, moment: Moment, once: Array) -> Array:
    """Add a one-off to a sum by year of our own."""
    if once.size > by_year.shape[1]:
        by_year = _as_wide(by_year, once.size)
    put_in_year(by_year, moment.year, once)
    return by_year


def _money(parts: list[Sums], prices: Prices) -> Money:
    by_year = added_up((part.by_year for part in parts), prices.horizon_years)
    nothing: Array = np.zeros(1)
    value = sum((part.present_value for part in parts), start=nothing)
    return Money(by_year, value, np.atleast_1d(value * prices.annuity))
