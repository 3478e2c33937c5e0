"""Where on a map of two figures each option costs least on average: areas, lines between them, room for a name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import minimum_filter

from colocate.analysis.deciding.two_way_map import TwoWayMap
from colocate.quantity import Array, Quantity

LEVELS = 9999
"""An area's lead is given in so many steps of its largest size: a line between areas needs no more."""
ACROSS = 21
"""Most values of each side that an area's lead is given at."""
FINE = 60
"""Cells of each side in which a place for a name is looked for."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Area:
    """Where one option is the cheapest over two figures.

    `lead` has rows for `second` and columns for `first`: the cost of the cheapest other option less its own, above 0
    inside the area, in steps without unit. `mask` tells in which of `FINE` times `FINE` cells it is the cheapest,
    rows from low to high; `part` is the part of them.
    """

    option: str
    first: tuple[float, ...]
    second: tuple[float, ...]
    lead: list[list[int]]
    mask: Mask

    @property
    def part(self) -> float:
        """Return the part of the map that the area covers."""
        return float(self.mask.mean())


def areas_of(found: TwoWayMap) -> tuple[Area, ...]:
    """Give the area of every option that is the cheapest somewhere on a map, in the order of the options."""
    columns, first = _thinned(found.first, found.first_values)
    rows, second = _thinned(found.second, found.second_values)
    areas = []
    for place, option_id in enumerate(found.options):
        mask = _enlarged(found.cheapest == place)
        if not mask.any():
            continue
        others = np.delete(found.costs, place, axis=0).min(axis=0)
        lead = (others - found.costs[place])[np.ix_(rows, columns)]
        size = float(np.max(np.abs(lead))) or 1.0
        steps: list[list[int]] = np.rint(lead / size * LEVELS).astype(int).tolist()
        areas.append(Area(option_id, first, second, steps, mask))
    return tuple(areas)


def place_for(
    free: Mask, width: float, height: float, near: tuple[float, float] = (0.5, 0.5)
) -> tuple[float, float] | None:
    """Find the centre of a box inside the free cells, the nearest to a point; None where it fits nowhere.

    All are parts of the map's width and height, from its left and its foot.

    >>> left = np.zeros((60, 60), dtype=bool)
    >>> left[:, :30] = True
    >>> place_for(left, 0.5, 0.2)
    (0.25, 0.5)
    >>> place_for(left, 0.7, 0.2) is None
    True
    """
    rows, columns = free.shape
    size = (max(1, round(height * rows)), max(1, round(width * columns)))
    if size[0] > rows or size[1] > columns:
        return None
    inside = minimum_filter(free.astype(np.int8), size=size, mode="constant", cval=0)
    found = np.argwhere(inside > 0)
    if not len(found):
        return None
    # an even box has no middle cell: the filter's is the one after the middle
    centres = (found + np.where(np.array(size) % 2 == 0, 0.0, 0.5)) / np.array([rows, columns])
    distance = np.abs(centres - np.array([near[1], near[0]])).sum(axis=1)
    up, across = centres[int(np.argmin(distance))]
    return float(across), float(up)


def deepest(mask: Mask) -> tuple[float, float]:
    """Give a point well inside an area, as parts of the map's width and height; the area must not be empty."""
    for size in range(min(mask.shape), 0, -1):
        found = place_for(mask, size / mask.shape[1], size / mask.shape[0])
        if found is not None:
            return found
    raise ValueError("an empty area has no inside")


def without_box(mask: Mask, centre: tuple[float, float], width: float, height: float) -> Mask:
    """Give the cells of a mask that a box leaves free; all are parts of the map's width and height."""
    rows, columns = mask.shape
    across = np.abs((np.arange(columns) + 0.5) / columns - centre[0]) < width / 2
    up = np.abs((np.arange(rows) + 0.5) / rows - centre[1]) < height / 2
    free: Mask = mask & ~(up[:, None] & across[None, :])
    return free


def expected_on_map(found: TwoWayMap) -> tuple[float, float]:
    """Give the place of what both figures are on average, as parts of the map's width and height."""
    ends = (_ends(found.first), _ends(found.second))
    parts = [(value - low) / (high - low) for value, (low, high) in zip(found.expected, ends, strict=True)]
    return parts[0], parts[1]


def _ends(quantity: Quantity) -> tuple[float, float]:
    """Give the ends of an axis; a yes or no has half a unit on either side."""
    return (-0.5, 1.5) if quantity.shape == "yes/no" else (quantity.low, quantity.high)


def _thinned(quantity: Quantity, values: Array) -> tuple[list[int], tuple[float, ...]]:
    """Give places and values of a side to draw: the two strips of a yes or no, or not more than `ACROSS` values."""
    if quantity.shape == "yes/no":
        return [0, 0, 1, 1], (-0.5, 0.499, 0.501, 1.5)
    places = np.unique(np.rint(np.linspace(0, len(values) - 1, min(ACROSS, len(values)))).astype(int)).tolist()
    return places, tuple(float(f"{values[place]:.6g}") for place in places)


def _enlarged(mask: Mask) -> Mask:
    """Spread a map over `FINE` times `FINE` cells."""
    rows, columns = (np.arange(FINE) * size // FINE for size in mask.shape)
    enlarged: Mask = mask[np.ix_(rows, columns)]
    return enlarged
