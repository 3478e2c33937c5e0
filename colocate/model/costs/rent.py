"""The level of a rent through the life of a lease, and what it comes to in each budget year (method, section 4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from colocate.case.premises import Indexation, Lease
from colocate.model.prices import Prices
from colocate.model.timeline import in_year, rows, year_edges, year_of
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR

COLUMNS_AT_ONCE = 64
"""Draws up to which all levels of a rent are worked out at once; of more, a level after the other."""


@dataclass(frozen=True)
class RentLevels:
    """A rent that holds from each start to each end: yearly, per unit of size; shape `(levels, 1 or draws)` each."""

    starts: Array
    ends: Array
    levels: Array

    def paid(self, start_month: Figure, end_month: Figure, horizon_years: int) -> Array:
        """Give the rent of the months [start, end) in each year, per unit of size; shape `(years, 1 or draws)`.

        Levels that hold in none of these months add nothing, and only the first is counted all the same: from it the
        sum has its columns and its origins.
        """
        holds = self.holds(start_month, end_month)
        holds[:1] = True
        (counted,) = holds.nonzero()
        edges = year_edges(start_month, end_month, horizon_years)
        columns = max(edges.shape[1], self.starts.shape[1], self.ends.shape[1], self.levels.shape[1])
        if columns > COLUMNS_AT_ONCE:
            return self._level_by_level(counted, edges, columns)
        starts, ends = self.starts[counted, None], self.ends[counted, None]
        reached = np.minimum(np.maximum(edges, starts), np.maximum(starts, ends))
        paid: Array = ((reached[:, 1:] - reached[:, :-1]) * (self.levels[counted, None] / MONTHS_PER_YEAR)).sum(axis=0)
        return paid

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
        begin, end = np.maximum(self.starts, start_month), np.minimum(self.ends, end_month)
        return np.asarray(np.logical_or.reduce(begin < end, axis=1))


def contract_levels(lease: Lease, start: Figure, expiry: Figure | None, prices: Prices) -> RentLevels:
    """Give the rent of the contract from its first day; the last level goes on after the expiry.

    A running lease's rent is today's, so anniversaries before the decision add nothing.
    """
    if lease.steps:
        written: Array = rows([start, *(start + step.after_months for step in lease.steps)])
        starts: Array = np.maximum.accumulate(written, axis=0)  # no draw may put a step before the one before it
        levels: Array = rows(_step_levels(lease, start, expiry))
    elif lease.indexation is not None:
        years_before = math.ceil(max(0.0, -float(np.min(start))) / MONTHS_PER_YEAR)
        anniversaries: Array = start + MONTHS_PER_YEAR * np.arange(years_before + prices.horizon_years + 1.0)[:, None]
        counts = anniversaries > 0
        if expiry is not None:
            counts = counts & (anniversaries < expiry)
        counts[0] = False
        growth = np.where(counts, _indexed_growth(lease.indexation, anniversaries, prices), 0.0)
        starts = anniversaries
        levels = np.asanyarray(lease.rent) * np.cumprod(1.0 + growth, axis=0)
    else:
        starts, levels = rows([start]), rows([lease.rent])
    ends = np.concatenate([starts[1:], np.full((1, starts.shape[1]), np.inf)])
    free_until = start + lease.rent_free_months
    if expiry is not None:
        free_until = np.minimum(free_until, expiry)
    return RentLevels(np.maximum(starts, free_until), ends, levels)


def _step_levels(lease: Lease, start: Figure, expiry: Figure | None) -> list[Figure]:
    """Give the rent from the first day and from each step; a step that would come after the expiry changes nothing."""
    levels: list[Figure] = [lease.rent]
    for step in lease.steps:
        counts = True if expiry is None else start + step.after_months < expiry
        levels.append(np.where(counts, step.rent, levels[-1]))
    return levels


def own_levels(contract: RentLevels, lease: Lease, expiry: Figure | None, prices: Prices) -> RentLevels:
    """Give the rent of a lease that is kept: its contract to the expiry, then renewals at the market's rent."""
    if expiry is None:
        return _that_hold(contract, prices.horizon_years)
    contract = RentLevels(contract.starts, np.minimum(contract.ends, expiry), contract.levels)
    contract = _that_hold(contract, prices.horizon_years)
    if lease.renewal is None:
        return contract
    renewed = _that_hold(_renewal_levels(lease, expiry, prices), prices.horizon_years)
    return RentLevels(
        _stacked([contract.starts, renewed.starts]),
        _stacked([contract.ends, renewed.ends]),
        _stacked([contract.levels, renewed.levels]),
    )


def _that_hold(rent: RentLevels, horizon_years: int) -> RentLevels:
    """Leave out the levels that hold in no month of the horizon, in any draw."""
    holds = rent.holds(0.0, MONTHS_PER_YEAR * horizon_years)
    return RentLevels(rent.starts[holds], rent.ends[holds], rent.levels[holds])


def _renewal_levels(lease: Lease, expiry: Figure, prices: Prices) -> RentLevels:
    renewal = lease.renewal
    if renewal is None:
        raise ValueError("the lease has no renewal")
    term_months = MONTHS_PER_YEAR * renewal.term_years
    terms = int(np.ceil(prices.horizon_years / renewal.term_years)) + 1
    reviews = expiry + term_months * np.arange(float(terms))[:, None]
    index = in_year(prices.grown(renewal.driver), year_of(reviews, prices.horizon_years))
    market = renewal.rent * index * (1.0 + renewal.premium)
    if lease.indexation is None:
        return RentLevels(reviews, reviews + term_months, market + 0.0 * reviews)
    starts = np.concatenate([reviews + MONTHS_PER_YEAR * year for year in range(renewal.term_years)])
    growth = 1.0 + _indexed_growth(lease.indexation, starts[terms:], prices)
    levels = [market]
    for first in range(0, len(growth), terms):
        levels.append(levels[-1] * growth[first : first + terms])
    return RentLevels(starts, starts + MONTHS_PER_YEAR, _stacked(levels))


def _indexed_growth(indexation: Indexation, anniversaries: Array, prices: Prices) -> Array:
    """Give the growth that each anniversary brings: of the budget year that it falls in or closes, floor to cap."""
    closed = np.ceil(anniversaries / MONTHS_PER_YEAR) - 1.0
    year = np.minimum(np.maximum(closed, 0.0), prices.horizon_years - 1.0)
    growth = in_year(prices.growth[indexation.driver], year)
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
