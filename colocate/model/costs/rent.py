"""The level of a rent through the life of a lease, and what it comes to in each budget year (method, section 4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from colocate.case.premises import Indexation, Lease, Renewal
from colocate.model.prices import Prices
from colocate.model.recording.telling import told_shorter
from colocate.model.timeline import NEVER, in_year, rows, year_edges, year_of
from colocate.quantity import Array, Figure, is_nothing
from colocate.units import MONTHS_PER_YEAR

COLUMNS_AT_ONCE = 64
"""Draws up to which all levels of a rent are worked out at once; of more, a level after the other."""


@dataclass(frozen=True)
class RentLevels:
    """A rent that holds from each start to each end: yearly, per unit of size; shape `(levels, 1 or draws)` each.

    `before_review` is the rent in force on the contract's last day, where a renewal may not fall below it.
    """

    starts: Array
    ends: Array
    levels: Array
    before_review: Array | None = None

    def paid(self, start_month: Figure, end_month: Figure, horizon_years: int) -> Array:
        """Give the rent of the months [start, end) in each year, per unit of size; shape `(years, 1 or draws)`.

        Levels that hold in none of these months add nothing, and only the first is counted all the same: from it the
        sum has its columns and its origins.
        """
        holds = self.holds(start_month, end_month)
        holds[:1] = True
        (counted,) = holds.nonzero()
        return self._between(year_edges(start_month, end_month, horizon_years), counted)

    def between(self, edges: Array) -> Array:
        """Give the rent from each of these months to the next, per unit of size; shape `(edges - 1, 1 or draws)`."""
        (counted,) = self.holds(edges[0], edges[-1]).nonzero()
        return self._between(edges, counted)

    def _between(self, edges: Array, counted: npt.NDArray[np.intp]) -> Array:
        columns = max(edges.shape[1], self.starts.shape[1], self.ends.shape[1], self.levels.shape[1])
        if columns > COLUMNS_AT_ONCE:
            return self._level_by_level(counted, edges, columns)
        return rent_between(edges, self.starts[counted], self.ends[counted], self.levels[counted])

    def _level_by_level(self, counted: npt.NDArray[np.intp], edges: Array, columns: int) -> Array:
        """Add what each level comes to, in those years alone in which it holds in some draw."""
        paid: Array = np.zeros((len(edges) - 1, columns))
        first_days, last_days = edges.min(axis=1), edges.max(axis=1)
        for level in counted:
            starts, ends = self.starts[level], np.maximum(self.starts[level], self.ends[level])
            years = ((last_days[1:] > starts.min()) & (first_days[:-1] < ends.max())).nonzero()[0]
            if years.size:
                rows = slice(years[0], years[-1] + 1)
                reached = np.minimum(np.maximum(edges[years[0] : years[-1] + 2], starts), ends)
                paid[rows] += (reached[1:] - reached[:-1]) * (self.levels[level] / MONTHS_PER_YEAR)
        return paid

    def holds(self, start_month: Figure, end_month: Figure) -> npt.NDArray[np.bool_]:
        """Tell which levels hold in some month of [start, end), in any draw; shape `(levels,)`."""
        return levels_that_hold(self.starts, self.ends, start_month, end_month)


@told_shorter("levels that hold")
def levels_that_hold(starts: Array, ends: Array, start_month: Figure, end_month: Figure) -> npt.NDArray[np.bool_]:
    """Tell which levels hold in some month of [start, end), in any draw; shape `(levels,)`."""
    begin, end = np.maximum(starts, start_month), np.minimum(ends, end_month)
    return np.asarray(np.logical_or.reduce(begin < end, axis=1))


@told_shorter("rent between")
def rent_between(edges: Array, starts: Array, ends: Array, levels: Array) -> Array:
    """Give the rent from each month to the next, all levels at once; shapes `(edges, ...)` and `(levels, ...)`."""
    starts, ends = starts[:, None], ends[:, None]
    reached = np.minimum(np.maximum(edges, starts), np.maximum(starts, ends))
    paid: Array = ((reached[:, 1:] - reached[:, :-1]) * (levels[:, None] / MONTHS_PER_YEAR)).sum(axis=0)
    return paid


def contract_levels(lease: Lease, start: Figure, expiry: Figure | None, prices: Prices) -> RentLevels:
    """Give the rent of the contract from its first day; the last level goes on after the expiry.

    A running lease's rent is today's, so anniversaries before the decision add nothing.
    """
    written = _written_levels(lease, start, expiry, prices)
    free_until = start + lease.rent_free_months
    if expiry is not None:
        free_until = np.minimum(free_until, expiry)
    before_review = None
    if expiry is not None and lease.renewal is not None and lease.renewal.upward_only:
        in_force = (written.starts < expiry) & (expiry <= written.ends)
        before_review = np.where(in_force, written.levels, 0.0).sum(axis=0)
    return RentLevels(np.maximum(written.starts, free_until), written.ends, written.levels, before_review)


def _written_levels(lease: Lease, start: Figure, expiry: Figure | None, prices: Prices) -> RentLevels:
    """Give the levels that the contract writes, whatever months of them are free."""
    rent = _agreed_rent(lease, start, prices)
    if lease.steps and lease.indexation is not None:
        return _steps_with_indexation(lease, lease.indexation, rent, start, expiry, prices)
    if lease.steps:
        starts, levels = _step_months(lease, start), rows(_step_levels(lease, rent, start, expiry))
    elif lease.indexation is not None:
        starts = _anniversaries(start, prices)
        levels = _raised(rent, _counted(starts, expiry), lease.indexation, starts, prices)
    else:
        starts, levels = rows([start]), rows([rent])
    ends = np.concatenate([starts[1:], np.full((1, starts.shape[1]), np.inf)])
    return RentLevels(starts, ends, levels)


def _agreed_rent(lease: Lease, start: Figure, prices: Prices) -> Figure:
    """Give the rent of the first day: as the case states it, or grown from today's prices to the year of that day."""
    if not lease.rent_driver:
        return lease.rent
    year = year_of(np.atleast_1d(start), prices.horizon_years)
    grown: Figure = lease.rent * in_year(prices.grown(lease.rent_driver), year)
    return grown


def _step_months(lease: Lease, start: Figure) -> Array:
    """Give the months of the first day and of each step; no draw may put a step before the one before it."""
    written = rows([start, *(start + step.after_months for step in lease.steps)])
    months: Array = np.maximum.accumulate(written, axis=0)
    return months


def _steps_with_indexation(
    lease: Lease, indexation: Indexation, rent: Figure, start: Figure, expiry: Figure | None, prices: Prices
) -> RentLevels:
    """Give the levels from each step to the next: the step's rent, raised on the anniversaries after it.

    On a day that is both, the step's rent holds. A step at the expiry or later is put beyond everything.
    """
    begins, anniversaries = _step_months(lease, start), _anniversaries(start, prices)
    if expiry is not None:
        begins = np.where(begins < expiry, begins, NEVER)
    counts, parts = _counted(anniversaries, expiry), []
    for place, stated in enumerate((rent, *(step.rent for step in lease.steps))):
        begin, last = begins[place], place == len(lease.steps)
        until: Figure = np.inf if last else begins[place + 1]
        levels = _raised(stated, counts & (anniversaries > begin), indexation, anniversaries, prices)
        starts: Array = np.minimum(np.maximum(anniversaries, begin), until)
        ends = np.concatenate([starts[1:], np.broadcast_to(until, (1, starts.shape[1]), subok=True)])
        parts.append(RentLevels(starts, ends, levels))
    return _one_after_the_other(parts)


def _anniversaries(start: Figure, prices: Prices) -> Array:
    """Give the first day and every anniversary that may lie within the horizon; shape `(months, 1 or draws)`."""
    years_before = math.ceil(max(0.0, -float(np.min(start))) / MONTHS_PER_YEAR)
    months: Array = start + MONTHS_PER_YEAR * np.arange(years_before + prices.horizon_years + 1.0)[:, None]
    return months


def _counted(anniversaries: Array, expiry: Figure | None) -> npt.NDArray[np.bool_]:
    """Tell which anniversaries raise the rent: those after the decision and before the expiry, never the first day."""
    counts = anniversaries > 0
    if expiry is not None:
        counts = counts & (anniversaries < expiry)
    counts[0] = False
    return counts


def _raised(
    rent: Figure, counts: npt.NDArray[np.bool_], indexation: Indexation, anniversaries: Array, prices: Prices
) -> Array:
    """Raise a rent on each anniversary that counts, by the driver's growth and then by the amount."""
    growth = np.where(counts, _indexed_growth(indexation, anniversaries, prices), 0.0)
    if is_nothing(indexation.amount):
        raised: Array = np.asanyarray(rent) * np.cumprod(1.0 + growth, axis=0)
        return raised
    added = np.where(counts, indexation.amount, 0.0)
    levels: list[Figure] = [rent]
    for year in range(1, len(anniversaries)):
        levels.append(levels[-1] * (1.0 + growth[year]) + added[year])
    return rows(levels)


def _step_levels(lease: Lease, rent: Figure, start: Figure, expiry: Figure | None) -> list[Figure]:
    """Give the rent from the first day and from each step; a step that would come after the expiry changes nothing."""
    levels: list[Figure] = [rent]
    for step in lease.steps:
        counts = True if expiry is None else start + step.after_months < expiry
        levels.append(np.where(counts, step.rent, levels[-1]))
    return levels


def own_levels(contract: RentLevels, lease: Lease, expiry: Figure | None, prices: Prices) -> RentLevels:
    """Give the rent of a lease that is kept: its contract to the expiry, then renewals at the market's rent."""
    if expiry is None:
        return _that_hold(contract, prices.horizon_years)
    floor = contract.before_review
    contract = RentLevels(contract.starts, np.minimum(contract.ends, expiry), contract.levels)
    contract = _that_hold(contract, prices.horizon_years)
    if lease.renewal is None:
        return contract
    renewed = _renewal_levels(lease, lease.renewal, expiry, floor, prices)
    return _one_after_the_other([contract, _that_hold(renewed, prices.horizon_years)])


def _one_after_the_other(parts: list[RentLevels]) -> RentLevels:
    """Put the levels of several stretches of a lease together."""
    return RentLevels(
        _stacked([part.starts for part in parts]),
        _stacked([part.ends for part in parts]),
        _stacked([part.levels for part in parts]),
    )


def _that_hold(rent: RentLevels, horizon_years: int) -> RentLevels:
    """Leave out the levels that hold in no month of the horizon, in any draw."""
    holds = rent.holds(0.0, MONTHS_PER_YEAR * horizon_years)
    return RentLevels(rent.starts[holds], rent.ends[holds], rent.levels[holds])


def _renewal_levels(lease: Lease, renewal: Renewal, expiry: Figure, floor: Array | None, prices: Prices) -> RentLevels:
    """Give the rent of each term after the expiry; `floor` is the rent in force before the first, where that holds."""
    term_months = MONTHS_PER_YEAR * renewal.term_years
    terms = int(np.ceil(prices.horizon_years / renewal.term_years)) + 1
    reviews = expiry + term_months * np.arange(float(terms))[:, None]
    index = in_year(prices.grown(renewal.driver), year_of(reviews, prices.horizon_years))
    market = renewal.rent * index * (1.0 + renewal.premium)
    clause = lease.indexation
    if clause is None and floor is None:
        return RentLevels(reviews, reviews + term_months, market + 0.0 * reviews)
    starts = np.concatenate([reviews + MONTHS_PER_YEAR * year for year in range(renewal.term_years)])
    raises: list[tuple[Figure, Figure]] = [(1.0, 0.0)] * int(renewal.term_years - 1)
    if clause is not None:
        growth = 1.0 + _indexed_growth(clause, starts[terms:], prices)
        raises = [(growth[first : first + terms], clause.amount) for first in range(0, len(growth), terms)]
    if floor is not None:
        market = _never_falling(market, floor, raises)
    levels = [market]
    for factor, added in raises:
        levels.append(levels[-1] * factor + added)
    return RentLevels(starts, starts + MONTHS_PER_YEAR, _stacked([level + 0.0 * reviews for level in levels]))


def _never_falling(market: Array, floor: Array, raises: list[tuple[Figure, Figure]]) -> Array:
    """Hold each review at or above the rent in force before it; `floor` is that of the first review."""
    held: list[Figure] = []
    for term in range(len(market)):
        rent: Figure = np.maximum(market[term], floor)
        held.append(rent)
        for factor, added in raises:
            rent = rent * (factor if isinstance(factor, float) else factor[term]) + added
        floor = np.asanyarray(rent)
    return rows(held)


def _indexed_growth(indexation: Indexation, anniversaries: Array, prices: Prices) -> Array:
    """Give the growth that each anniversary brings: the part of that of the year that it falls in or closes, held."""
    if not indexation.driver:
        return np.zeros_like(anniversaries, subok=False)
    closed = np.ceil(anniversaries / MONTHS_PER_YEAR) - 1.0
    year = np.minimum(np.maximum(closed, 0.0), prices.horizon_years - 1.0)
    growth = in_year(prices.growth[indexation.driver], year) * indexation.share
    if indexation.floor is not None:
        growth = np.maximum(growth, prices.nominal(indexation.floor))
    if indexation.cap is not None:
        growth = np.minimum(growth, prices.nominal(indexation.cap))
    return growth


def _stacked(parts: list[Array]) -> Array:
    """Put levels one after the other, all as wide as the widest; shape `(levels, 1 or draws)`."""
    draws = max(part.shape[1] for part in parts)
    return np.concatenate(
        [part if part.shape[1] == draws else np.broadcast_to(part, (len(part), draws), subok=True) for part in parts]
    )
