"""Months laid over budget years: how much of each year a cost covers, and in which year a date falls.

Arrays have the year on axis 0 and the draw on axis 1; a figure without draws has one column. Months count from the
decision date.
"""

from __future__ import annotations

import numpy as np

from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR


def coverage(start_month: Figure, end_month: Figure, horizon_years: int) -> Array:
    """Give the part of each budget year that the months [start, end) cover.

    Months are floats or arrays of shape `(draws,)`. Returns fractions of shape `(years, 1 or draws)`; 0 where the end
    is not after the start. Formula: clip(end/12 - t, 0, 1) - clip(start/12 - t, 0, 1).

    >>> coverage(6.0, 30.0, 3).ravel().tolist()
    [0.5, 1.0, 0.5]
    """
    edges = year_edges(start_month, end_month, horizon_years)
    return (edges[1:] - edges[:-1]) / MONTHS_PER_YEAR


def year_edges(start_month: Figure, end_month: Figure, horizon_years: int) -> Array:
    """Give the months at which budget years begin and end, held within [start, end); shape `(years + 1, draws)`."""
    edges = MONTHS_PER_YEAR * np.arange(horizon_years + 1.0)[:, None]
    held: Array = np.minimum(np.maximum(edges, start_month), np.maximum(end_month, start_month))
    return held


def year_of(month: Figure, horizon_years: int) -> Array:
    """Give the budget year in which a month falls, held within the horizon; whole numbers, shape as `month`."""
    begun = np.floor(np.asanyarray(month) / MONTHS_PER_YEAR)
    year: Array = np.asanyarray(np.minimum(np.maximum(begun, 0.0), horizon_years - 1.0))
    return year


def falls_in(month: Figure, horizon_years: int) -> Array:
    """Give 1 for the budget year in which a month falls and 0 elsewhere; shape `(years, 1 or draws)`.

    The last month of the horizon belongs to the last year; a month outside it falls in no year.

    >>> falls_in(14.0, 3).ravel().tolist()
    [0.0, 1.0, 0.0]
    """
    years = np.arange(float(horizon_years))[:, None]
    falls: Array = np.asanyarray(years == year_of(month, horizon_years)) * within(month, horizon_years)
    return falls


def within(month: Figure, horizon_years: int) -> Array:
    """Give 1 where a month lies between the decision and the end of the horizon, both included, and 0 elsewhere."""
    moment = np.asanyarray(month)
    return np.asanyarray((moment >= 0) & (moment <= MONTHS_PER_YEAR * horizon_years), dtype=np.float64)


def put_in_year(by_year: Array, month: Figure, amount: Array) -> None:
    """Add an amount to the budget year in which its month falls, in place.

    `by_year` has shape `(years, 1 or draws)`, as wide as `month` and `amount`, each one figure or one per draw; an
    amount of a month outside the horizon must be 0.
    """
    years, columns = by_year.shape
    year = year_of(np.atleast_1d(month), years).astype(np.intp)
    if year.size == 1:
        by_year[int(year[0])] += amount
    else:
        by_year[year, np.arange(columns)] += amount


def in_year(path: Array, year: Array) -> Array:
    """Read a path by year, shape `(years, 1 or draws)`, in the given years: shape `(n, 1 or draws)`."""
    columns = np.zeros(1, dtype=np.intp) if path.shape[1] == 1 else np.arange(path.shape[1])
    read: Array = path[year.astype(np.intp), columns]
    return read


def growth_path(growth: tuple[Figure, ...], horizon_years: int) -> Array:
    """Lay yearly growth rates over the horizon, the last going on; shape `(years, 1 or draws)`."""
    rows = [np.atleast_1d(np.asanyarray(growth[min(year, len(growth) - 1)])) for year in range(horizon_years)]
    return np.stack(np.broadcast_arrays(*rows, subok=True))


def growth_index(growth: Array) -> Array:
    """Give the product of (1 + growth) over the years before each year; 1 in year 0; shape as `growth`.

    >>> growth_index(np.array([[0.1], [0.1], [0.1]])).ravel().round(2).tolist()
    [1.0, 1.1, 1.21]
    """
    return np.concatenate([np.ones_like(growth[:1]), np.cumprod(1.0 + growth[:-1], axis=0)])
