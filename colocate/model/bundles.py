"""Lines that follow one path over the years, taken together: what they add up to, and what each is on average.

Most lines of an option differ only in their size: a price, a number of people, a part. What makes them grow, begin
and end they share. So a path is worked out once for all of them, and the mean of a line is a sum of products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from colocate.case.spending import Payer
from colocate.model.costs.line import Category, Line, Nature
from colocate.model.payments import Payments
from colocate.model.prices import Moment, Prices
from colocate.model.timeline import rows as one_below_the_other
from colocate.quantity import Array, Figure


@dataclass(frozen=True)
class Sums:
    """Amounts by year, shape `(years, 1 or draws)`, and their sum at the decision date, shape `(1 or draws,)`."""

    by_year: Array
    present_value: Array


@dataclass(frozen=True)
class LineMeans:
    """Means over draws of each of an option's lines, in their order; each array has shape `(lines, years)`.

    There are no lines in it where no means were asked for.

    `dated` is the mean of an amount times its month, of a line that has dates; 0 for one that is spread over its years.
    """

    amounts: Array
    present: Array
    dated: Array


@dataclass(frozen=True)
class Additions:
    """What an option's lines add up to, by payer and nature; its one-off budget by year; the means where asked for."""

    sums: dict[tuple[Payer, Nature], Sums]
    one_off_by_year: Array
    means: LineMeans


@dataclass
class _Bundle:
    """Lines of one payer and nature that follow the same path; `places` are theirs among the option's lines.

    Each is its size times the path: the product of `paths`, of shape `(years, 1 or draws)`.
    """

    paths: list[Array]
    in_budget: bool
    places: list[int]
    sizes: list[Figure]


@dataclass
class _Column:
    """Bundles of one payer and nature: spread over years, one-offs, and those whose payments have their own dates."""

    spread: list[_Bundle] = field(default_factory=list)
    once: list[tuple[Moment, _Bundle]] = field(default_factory=list)
    paid: list[tuple[Payments, _Bundle]] = field(default_factory=list)


NOT_FOUND: frozenset[Category] = frozenset(
    ["residual value", "loan still owed", "sale", "costs of sale", "pay of vacant posts"]
)


class Kind(Protocol):
    """What of a line, of whatever kind, tells when its money is found."""

    @property
    def one_time(self) -> bool:
        """Return whether it is paid once in the course of the years."""

    @property
    def category(self) -> Category:
        """Return the heading under which it is paid."""


def in_budget(line: Line) -> bool:
    """Tell whether a line is of the one-off budget: the agency's one-time cash, contributions and deposits with it.

    So is a loan that it receives, which pays for what is spent; interest and repayment are a yearly cost.
    """
    return line.payer == "agency" and line.nature == "cash" and is_found_once(line)


def is_found_once(line: Kind) -> bool:
    """Tell whether a line is money that its payer must find for an option, or receives for it, once.

    What stands at the horizon is not: a residual value, which nobody can spend before, and what is still owed then. Nor
    is the price of a building, which comes after the move, and what is taken off it for selling; nor the pay of
    posts that stand empty.
    """
    return line.one_time and line.category not in NOT_FOUND


class _Desk:
    """Memory for products that are used up before the next is made: new memory would be many times slower."""

    def __init__(self) -> None:
        self._places: dict[str, Array] = {}

    def product(self, first: Array, second: Figure, place: str) -> Array:
        """Multiply a path, shape `(rows, 1 or draws)`, by another or by a size; it is kept until the place is used."""
        wide = max(first.shape[-1], second.shape[-1] if isinstance(second, np.ndarray) and second.ndim else 1)
        if wide == 1:
            small: Array = first * second
            return small
        shape = (len(first), wide)
        room = self._places.get(place)
        if room is None or room.shape != shape:
            room = self._places[place] = np.empty(shape)
        return np.multiply(first, second, out=room)


def add_up(lines: Sequence[Line], prices: Prices, *, with_means: bool = False) -> Additions:
    """Add an option's lines up; with means, give the mean of every line over the draws as well."""
    years, desk = prices.horizon_years, _Desk()
    means = LineMeans(*np.zeros((3, len(lines) if with_means else 0, years)))
    sums: dict[tuple[Payer, Nature], Sums] = {}
    budget: Array = np.zeros((years, 1))
    for payer_and_nature, column in _bundled(lines).items():
        total: Array = np.zeros((years, 1))
        for bundle in column.spread:
            path, amounts = _multiplied(bundle, years, desk)
            total = _widened(total, amounts)
            total += amounts
            if bundle.in_budget:
                budget = _widened(budget, amounts)
                budget += amounts
            if with_means:
                _keep_spread(means, bundle, path, amounts, prices.discount, desk)
        present: Array = desk.product(total, prices.discount, "present").sum(axis=0)
        for moment, bundle in column.once:
            first, path = moment.falls
            rows = slice(first, first + len(path))
            amounts = path * _added(bundle.sizes)
            total = _widened(total, amounts)
            total[rows] += amounts
            if bundle.in_budget:
                budget = _widened(budget, amounts)
                budget[rows] += amounts
            present = present + amounts.sum(axis=0) * moment.discount
            if with_means:
                _keep_once(means, bundle, moment, rows)
        for paid, bundle in column.paid:
            path, amounts = _multiplied(bundle, years, desk)
            total = _widened(total, amounts)
            total += amounts
            if bundle.in_budget:
                budget = _widened(budget, amounts)
                budget += amounts
            present = present + desk.product(amounts, paid.discount, "present").sum(axis=0)
            if with_means:
                _keep_spread(means, bundle, path, amounts, paid.discount, desk)
                _keep_dates(means, bundle, path, amounts, paid.months, desk)
        sums[payer_and_nature] = Sums(total, present)
    return Additions(sums, budget, means)


def _bundled(lines: Sequence[Line]) -> dict[tuple[Payer, Nature], _Column]:
    """Put lines that follow the same path together, by payer and nature."""
    found: dict[tuple[object, ...], _Bundle] = {}
    columns: dict[tuple[Payer, Nature], _Column] = {}
    for place, line in enumerate(lines):
        size, paths = line.size_and_paths
        budgeted = in_budget(line)
        same = (line.payer, line.nature, budgeted, id(line.moment), id(line.paid), *map(id, paths))
        bundle = found.get(same)
        if bundle is None:
            bundle = found[same] = _Bundle(paths, budgeted, [], [])
            column = columns.setdefault((line.payer, line.nature), _Column())
            if line.moment is not None:
                column.once.append((line.moment, bundle))
            elif line.paid is not None:
                column.paid.append((line.paid, bundle))
            else:
                column.spread.append(bundle)
        bundle.places.append(place)
        bundle.sizes.append(size)
    return columns


def _multiplied(bundle: _Bundle, years: int, desk: _Desk) -> tuple[Array | None, Array]:
    """Give the path of a bundle of several lines, and what its lines come to together; shapes `(years, 1 or draws)`."""
    paths = bundle.paths or [np.ones((years, 1))]
    if len(bundle.sizes) == 1:
        return None, _product(paths, bundle.sizes[0], desk)
    path = paths[0] if len(paths) == 1 else _product(paths[:-1], paths[-1], desk)
    return path, desk.product(path, _added(bundle.sizes), "amounts")


def _product(paths: list[Array], first: Figure, desk: _Desk) -> Array:
    """Multiply paths and what is first, a size or a path; shape `(years, 1 or draws)`."""
    product = desk.product(paths[0], first, "path")
    for other in paths[1:]:
        if other.shape[1] in (1, product.shape[1]):
            product *= other
        else:
            product = product * other
    return product


def _added(sizes: list[Figure]) -> Figure:
    return sizes[0] if len(sizes) == 1 else sum(sizes[1:], start=sizes[0])


def _stacked(sizes: list[Figure]) -> Array:
    """Put sizes one under the other, shape `(lines, 1, 1 or draws)`."""
    return one_below_the_other(sizes)[:, None, :]


def _widened(total: Array, amounts: Array) -> Array:
    """Give a sum of our own as many columns as what is to be added to it."""
    return total if amounts.shape[1] <= total.shape[1] else np.repeat(total, amounts.shape[1], axis=1)


def _keep_spread(
    means: LineMeans, bundle: _Bundle, path: Array | None, amounts: Array, discount: Array, desk: _Desk
) -> None:
    """Write the means of lines that are spread over their years into their places."""
    if path is None:
        place = bundle.places[0]
        means.amounts[place] = np.add.reduce(amounts, axis=1) / amounts.shape[1]
        means.present[place] = _mean_product(amounts, discount)
        return
    sizes = _stacked(bundle.sizes)
    means.amounts[bundle.places] = _mean_product(sizes, path)
    means.present[bundle.places] = _mean_product(sizes, desk.product(path, discount, "present"))


def _keep_dates(
    means: LineMeans, bundle: _Bundle, path: Array | None, amounts: Array, months: Array, desk: _Desk
) -> None:
    """Write the means of amounts times their months into the places of lines whose payments have their own dates."""
    if path is None:
        means.dated[bundle.places[0]] = _mean_product(amounts, months)
        return
    means.dated[bundle.places] = _mean_product(_stacked(bundle.sizes), desk.product(path, months, "present"))


def _keep_once(means: LineMeans, bundle: _Bundle, moment: Moment, rows: slice) -> None:
    """Write the means of one-offs that fall in the same month into their places."""
    path = moment.falls[1]
    sizes = _stacked(bundle.sizes)
    at = np.array(bundle.places)
    means.amounts[at, rows] = _mean_product(sizes, path)
    means.present[at, rows] = _mean_product(sizes, path * moment.discount)
    means.dated[at, rows] = _mean_product(sizes, path * np.atleast_1d(moment.month))


def _mean_product(first: Array, second: Array) -> Array:
    """Give the mean over draws, the last axis (1 or draws), of a product."""
    if first.shape[-1] == 1 or second.shape[-1] == 1:
        apart: Array = np.add.reduce(first, -1) * np.add.reduce(second, -1) / (first.shape[-1] * second.shape[-1])
        return apart
    together: Array = np.vecdot(first, second) / first.shape[-1]
    return together
