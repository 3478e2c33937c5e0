"""Expected values of a case: the mean over the futures of all that an outcome holds, in the shape of an outcome.

Means add up: over lines, years, payers and options, and a mean of differences is the difference of the means. So money
is added up from the means of the lines, and every sum holds as it does in one future. Every array has one column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

import numpy as np

from colocate.case import Case
from colocate.case.spending import Payer
from colocate.model.access import OptionAccess
from colocate.model.bundles import LineMeans, Sums, in_budget
from colocate.model.costs.line import Category, Line, LineKey, Nature, keys_of
from colocate.model.costs.premises import LeftPremises, OwnPremises, Size, Stay
from colocate.model.costs.travel import TravelNeed
from colocate.model.options import JudgedOption, Options
from colocate.model.outcome import OptionOutcome
from colocate.model.timeline import coverage, is_path
from colocate.model.totals import BookName, Money, View, added_up, sums_of_books
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR


class LineName(NamedTuple):
    """What a line is, without its figures.

    `key` tells it from every other line of the case; `in_budget` whether it is of the agency's one-off budget; `dated`
    whether it falls in one month instead of being spread over its years, `paid` whether it is spread and its payments
    have dates of their own.
    """

    key: LineKey
    one_time: bool
    labour: bool
    in_budget: bool
    dated: bool
    paid: bool


@dataclass(frozen=True)
class LineMean:
    """A line's expected amounts and expected present values, each of shape `(years, 1)`, costs above 0.

    `key` tells it from every other line of the case; `in_budget` whether it is of the agency's one-off budget. `months`
    is when the amount of each year falls, shape `(years,)`: of a one-off the mean month of what falls in that year,
    weighted by the amount; None of a line that is spread over its years and has no dates of its own.
    """

    key: LineKey
    one_time: bool
    labour: bool
    in_budget: bool
    amounts: Array
    present: Array
    months: Array | None

    @property
    def comes_to_nothing(self) -> bool:
        """Tell whether it is 0 in every year of every future, such as a deposit that is paid already."""
        return not self.amounts.any()

    @property
    def option(self) -> str:
        """Return the option's id."""
        return self.key.option

    @property
    def category(self) -> Category:
        """Return the heading under which it is paid."""
        return self.key.category

    @property
    def name(self) -> str:
        """Return the line's name."""
        return self.key.name

    @property
    def payer(self) -> Payer:
        """Return who pays it."""
        return self.key.payer

    @property
    def fund(self) -> str:
        """Return the agency's fund that pays it; empty for another payer."""
        return self.key.fund

    @property
    def nature(self) -> Nature:
        """Return how it counts: as cash, efficiency, or in kind."""
        return self.key.nature


@dataclass(frozen=True)
class OptionMeans:
    """Means over draws, or over some of them, of what is not kept by draw: lines, months and sizes, area in use.

    `stay` has the figures of the option's stay in the order of `_figures_of`; `area` is by year, shape `(years,)`.
    """

    names: tuple[LineName, ...]
    lines: LineMeans
    stay: Array
    area: Array

    @property
    def arrays(self) -> tuple[Array, ...]:
        """Return every mean, in the same order for every block of draws."""
        return (self.lines.amounts, self.lines.present, self.lines.dated, self.stay, self.area)


@dataclass(frozen=True, kw_only=True)
class OptionExpected(JudgedOption):
    """One option in expected values, with what is no figure: its gates, mandate and the government's wish.

    `stay` has mean months and sizes; `area_by_year` the mean area in use in each year, shape `(years, 1)`.
    """

    area_by_year: Array
    lines: tuple[LineMean, ...]

    @property
    def one_off_by_year(self) -> Array:
        """Return the agency's one-off budget by year, contributions deducted; shape `(years, 1)`."""
        years = len(self.area_by_year)
        return added_up((line.amounts for line in self.lines if line.in_budget), years)


@dataclass(frozen=True, kw_only=True)
class Expected(Options[OptionExpected]):
    """Expected values of a case.

    `draws` is how many futures they are means of; None where they are of a case worked out with single figures.
    `varies` tells whether any figure has a range: where none has, every future is the same.
    """

    case: Case
    draws: int | None
    varies: bool


def option_expected(
    central: OptionOutcome,
    means: OptionMeans,
    annual: Mapping[tuple[BookName, View], Array],
    access: OptionAccess | None,
) -> OptionExpected:
    """Put an option's expected values together.

    `annual` is the mean equivalent annual cost by book and view, which hangs on the discount rate and so is no sum of
    the lines' means; `access` is as it is drawn.
    """
    lines = tuple(
        line_mean(name, amounts[:, None], present[:, None], dated)
        for name, amounts, present, dated in zip(
            means.names, means.lines.amounts, means.lines.present, means.lines.dated, strict=True
        )
    )
    sums = _by_payer_and_nature(lines, len(means.area))
    return OptionExpected(
        option=central.option,
        stay=_stay_with(central.stay, means.stay),
        area_by_year=means.area[:, None],
        lines=lines,
        money={
            pair: Money(one.by_year, one.present_value, annual[pair])
            for pair, one in sums_of_books(sums, len(means.area)).items()
        },
        present_by_payer={pair: part.present_value for pair, part in sums.items()},
        access=None if access is None else mean_access(access),
        mandate=central.mandate,
        government=central.government,
        gates=central.gates,
    )


def no_means(like: OptionMeans) -> OptionMeans:
    """Give means of no draws yet, to which those of blocks are added."""
    amounts, present, dated, stay, area = (np.zeros_like(one) for one in like.arrays)
    return OptionMeans(like.names, LineMeans(amounts, present, dated), stay, area)


def names_of(lines: Sequence[Line]) -> tuple[LineName, ...]:
    """Give what an option's lines are, in their order."""
    return tuple(
        LineName(key, line.one_time, line.labour, in_budget(line), line.moment is not None, line.paid is not None)
        for key, line in zip(keys_of(lines), lines, strict=True)
    )


def line_mean(name: LineName, amounts: Array, present: Array, dated: Array) -> LineMean:
    """Give a line's means; `dated` is that of its amounts times their months, shape `(years,)`."""
    months = _months(amounts[:, 0], dated, within_years=name.dated) if name.dated or name.paid else None
    return LineMean(name.key, name.one_time, name.labour, name.in_budget, amounts, present, months)


def _months(amounts: Array, dated: Array, *, within_years: bool) -> Array:
    """Give the mean month of the amounts that fall in each year, and the middle of a year in which nothing does.

    Where amounts above and below 0 meet in a year, a weighted mean may lie outside it: it is held within the year. A
    payment that is dated by the middle of a year of works may lie in the next budget year, and is left there.
    """
    begins = MONTHS_PER_YEAR * np.arange(float(len(amounts)))
    falls = amounts != 0
    weighted = np.where(falls, dated / np.where(falls, amounts, 1.0), begins + 0.5 * MONTHS_PER_YEAR)
    if not within_years:
        return weighted
    within: Array = np.clip(weighted, begins, begins + MONTHS_PER_YEAR)
    return within


def _by_payer_and_nature(lines: Sequence[LineMean], years: int) -> dict[tuple[Payer, Nature], Sums]:
    found: dict[tuple[Payer, Nature], list[LineMean]] = {}
    for line in lines:
        found.setdefault((line.payer, line.nature), []).append(line)
    return {
        pair: Sums(
            added_up((line.amounts for line in members), years),
            added_up((line.present for line in members), years).sum(axis=0),
        )
        for pair, members in found.items()
    }


# ---- months, sizes and area


def area_in_use(stay: Stay, years: int) -> Array:
    """Give the area that an option uses in each year, weighted over a move; shape `(years, 1 or draws)`."""
    used = [own.size.area * coverage(own.begins, own.ends, years) for own in stay.own]
    used += [left.size.area * coverage(left.begins, left.moved_out, years) for left in stay.leaves]
    area: Array = used[0]
    for more in used[1:]:
        area = area + more
    return area


def stay_means(stay: Stay) -> Array:
    """Give the mean of every figure of a stay, one after the other; of a size by year, the mean of every year."""
    return np.concatenate(
        [figure.mean(axis=1) if is_path(figure) else np.atleast_1d(np.mean(figure)) for figure in _figures_of(stay)]
    )


def _figures_of(stay: Stay) -> Iterator[Figure]:
    """Give the figures of a stay, always in the same order; a lease without an end has none for it.

    The size of the main premises stands for the whole where there are no others.
    """
    for size in (stay.size, stay.left_size):
        if size is not None:
            yield from _figures_of_size(size)
    yield from (stay.moving_in, stay.delay)
    pairs = [(stay.size, one) for one in stay.own] + [(stay.left_size, one) for one in stay.leaves]
    for whole, premises in pairs:
        if premises.size is not whole:
            yield from _figures_of_size(premises.size)
        yield from (getattr(premises, name) for name in _months_of(premises))


def _figures_of_size(size: Size) -> tuple[Figure, ...]:
    return (size.people, size.workstations, size.area, size.area_needed, size.own_area, size.use)


def _stay_with(stay: Stay, means: Array) -> Stay:
    """Give a stay with other figures, in the order of `_figures_of`."""
    figures = iter(means.tolist())
    size = _size_with(stay.size, figures)
    left_size = None if stay.left_size is None else _size_with(stay.left_size, figures)
    moving_in, delay = next(figures), next(figures)
    return replace(
        stay,
        size=size,
        left_size=left_size,
        moving_in=moving_in,
        delay=delay,
        own=tuple(_premises_with(one, stay.size, size, figures) for one in stay.own),
        leaves=tuple(_premises_with(one, stay.left_size, left_size, figures) for one in stay.leaves),
    )


Premises = TypeVar("Premises", OwnPremises, LeftPremises)


def _premises_with(premises: Premises, whole: Size | None, now: Size | None, figures: Iterator[float]) -> Premises:
    """Give premises with the next of these figures; `whole` is the size of all, that is `now` another."""
    size = now if premises.size is whole and now is not None else _size_with(premises.size, figures)
    months: dict[str, Any] = {name: next(figures) for name in _months_of(premises)}
    return replace(premises, size=size, **months)


def _months_of(premises: OwnPremises | LeftPremises) -> tuple[str, ...]:
    """Name the figures of premises besides their size."""
    if isinstance(premises, LeftPremises):
        return ("lease_start", "begins", "moved_out", "obligation_end", "break_used")
    months = ("lease_start", "begins", "ends")
    return months if premises.lease_expiry is None else (*months, "lease_expiry")


def _size_with(size: Size, figures: Iterator[float]) -> Size:
    """Give a size with the next of these figures, one by year where it is."""
    return Size(
        *(
            np.array([next(figures) for _ in one])[:, None] if is_path(one) else next(figures)
            for one in _figures_of_size(size)
        )
    )


# ---- access


def mean_access(access: OptionAccess) -> OptionAccess:
    """Give an option's access with every array's mean over the draws, in one column; its ways stay those by draw."""

    def mean(figure: Figure) -> Array:
        return np.atleast_1d(np.mean(figure, axis=-1, keepdims=True))

    return replace(
        access,
        group_scores={group: mean(scores) for group, scores in access.group_scores.items()},
        tripartite=mean(access.tripartite),
        travel=TravelNeed(mean(access.travel.hours), mean(access.travel.kilometres)),
        their_hours=mean(access.their_hours),
    )
