"""Which option has the lowest expected cost over the ranges of two figures, all others as uncertain as they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.interpolate import RegularGridInterpolator

from colocate.analysis.uncertainty.held import nearly_expected
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array, Quantity

GRID = 13
"""Values along each side at which the futures are run."""

STEPS = 41
"""Values along each side of the map, by straight lines between those of the grid."""

FEW = 64
"""Futures run at each point of the grid."""

Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class TwoWayMap:
    """Which option has the lowest expected cost over the ranges of two figures.

    `first` runs along columns, `second` along rows; `costs` has shape `(options, rows, columns)`, expected costs in
    today's money of the options named; `cheapest` the place of the cheapest of them, shape `(rows, columns)`.
    `expected` is what the two figures are on average, in the units of the file.
    """

    first: Quantity
    second: Quantity
    first_values: Array
    second_values: Array
    options: tuple[str, ...]
    costs: Array
    cheapest: Places
    expected: tuple[float, float]


def two_way(
    futures: Futures,
    first: str,
    second: str,
    reading: Reading = HEADLINE,
    *,
    grid: int = GRID,
    few: int = FEW,
    steps: int = STEPS,
) -> TwoWayMap:
    """Lay two figures out over their ranges; ValueError where they are the same or one has no range.

    At each point of a coarse grid both figures are held and a few of the futures are run (`held.nearly_expected`). On
    the cases of `data/` the map differs from one of 41 by 41 points and all futures in at most one point of a hundred.
    """
    for path in (first, second):
        if path not in futures.figures:
            raise ValueError(f"{path} has no range to be laid out over")
    if first == second:
        raise ValueError("a map needs two figures, and both are the same")
    sides = [futures.case.quantities[path] for path in (first, second)]
    values = [_values(quantity, grid) for quantity in sides]
    settings = [{first: here, second: there} for there in values[1].tolist() for here in values[0].tolist()]
    costs = nearly_expected(futures, settings, reading, few=few)
    across, up = (_values(quantity, steps) for quantity in sides)
    surface = costs.reshape(len(costs), values[1].size, values[0].size)
    fine = np.stack([_between(one, values, across, up) for one in surface])
    expected = [
        float(futures.figures[path].mean() / quantity.scale)
        for path, quantity in zip((first, second), sides, strict=True)
    ]
    return TwoWayMap(
        sides[0],
        sides[1],
        across,
        up,
        tuple(option.id for option in futures.ranked),
        fine,
        np.argmin(fine, axis=0),
        (expected[0], expected[1]),
    )


def _between(surface: Array, values: list[Array], across: Array, up: Array) -> Array:
    found: Array = RegularGridInterpolator((values[1], values[0]), surface)(
        tuple(np.meshgrid(up, across, indexing="ij"))
    )
    return found


def _values(quantity: Quantity, points: int) -> Array:
    """Give values over a figure's range; 0 and 1 for a yes or no."""
    if quantity.shape == "yes/no":
        return np.array([0.0, 1.0])
    return np.linspace(quantity.low, quantity.high, points)
