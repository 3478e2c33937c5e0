"""Months laid over budget years: how much of each year a cost covers, and in which year a date falls.

Arrays have the year on axis 0 and the draw on axis 1; a figure without draws has one column. Months count from the
decision date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeGuard

import numpy as np
import numpy.typing as npt

from colocate.model.recording.telling import told_shorter
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR

NEVER = 6e3
"""A month beyond all that a case can state, for what never comes; near enough to be discounted at any rate."""


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
    edges = _year_ends(horizon_years)
    held: Array = np.minimum(np.maximum(edges, start_month), np.maximum(end_month, start_month))
    return held


@lru_cache
def _year_ends(horizon_years: int) -> Array:
    """Give the months at which budget years begin and end, shape `(years + 1, 1)`; only to be read."""
    edges: Array = MONTHS_PER_YEAR * np.arange(horizon_years + 1.0)[:, None]
    edges.flags.writeable = False
    return edges


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
    year, counts = placed(month, horizon_years)
    falls: Array = np.asanyarray(np.arange(horizon_years)[:, None] == year) * counts
    return falls


def placed(month: Figure, horizon_years: int) -> tuple[npt.NDArray[np.intp], Array]:
    """Give the budget year in which a month falls, held within the horizon, and whether it is; shapes as `month`.

    The second is 1 for a month between the decision and the end of the horizon, both included, and 0 elsewhere.
    """
    held = np.asanyarray(np.minimum(np.maximum(month, 0.0), MONTHS_PER_YEAR * horizon_years))
    year = np.minimum(held / MONTHS_PER_YEAR, horizon_years - 1.0).astype(np.intp)
    return year, np.asanyarray(held == month).astype(np.float64)


def in_year(path: Array, year: Array | npt.NDArray[np.intp]) -> Array:
    """Read a path by year, shape `(years, 1 or draws)`, in the given years: shape `(n, 1 or draws)`."""
    years = year.astype(np.intp, copy=False)
    if years.ndim > 1 and years.shape[1] == 1:
        same: Array = np.take(path, years[:, 0], axis=0)  # whole rows, where the years are those of every draw
        return same
    if path.shape[1] == 1:
        return np.take(path[:, 0], years)
    read: Array = path[years, np.arange(path.shape[1])]
    return read


def growth_path(growth: tuple[Figure, ...], horizon_years: int) -> Array:
    """Lay yearly growth rates over the horizon, the last going on; shape `(years, 1 or draws)`."""
    return going_on(rows(growth[:horizon_years]), horizon_years)


@told_shorter("stated by year")
def going_on(stated: Array, horizon_years: int) -> Array:
    """Give a figure for each year from those of the first years, the last going on."""
    path: Array = stated[np.minimum(np.arange(horizon_years), len(stated) - 1)]
    return path


def by_year(first: Figure, later: Iterable[tuple[int, Figure]], horizon_years: int) -> Figure:
    """Give a figure that is another from later budget years on; the first as it is where there are no others.

    `later` has pairs of a year, counted from 0, and the figure from then on, in order of time. With any of them the
    result is a path of shape `(years, 1 or draws)`, and the first may be one already.

    >>> by_year(10.0, [(1, 12.0), (3, 8.0)], 4).ravel().tolist()
    [10.0, 12.0, 12.0, 8.0]
    """
    years = np.arange(horizon_years)[:, None]
    for from_year, figure in later:
        first = np.where(years >= from_year, figure, first)
    return first


def is_path(figure: Figure) -> TypeGuard[Array]:
    """Tell whether a figure is one by year, shape `(years, 1 or draws)`."""
    return isinstance(figure, np.ndarray) and figure.ndim == 2


def rows(figures: Sequence[Figure]) -> Array:
    """Put figures one under the other, all as wide as the widest; shape `(figures, 1 or draws)`."""
    wide = [np.atleast_1d(figure) for figure in figures]
    if len({row.size for row in wide}) > 1:
        wide = list(np.broadcast_arrays(*wide, subok=True))
    return np.stack(wide)


def growth_index(growth: Array) -> Array:
    """Give the product of (1 + growth) over the years before each year; 1 in year 0; shape as `growth`.

    >>> growth_index(np.array([[0.1], [0.1], [0.1]])).ravel().round(2).tolist()
    [1.0, 1.1, 1.21]
    """
    return np.cumprod(np.concatenate([np.ones((1, growth.shape[1])), 1.0 + growth[:-1]]), axis=0)
