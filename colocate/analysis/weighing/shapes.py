"""Where things lie in the charts of a weighing: lines from a measure to its value, and places in the triangle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.weighing.scales import TOP, Scale, Weighable, worth
from colocate.analysis.weighing.triangle import Point, Triangle
from colocate.quantity import Array

HEIGHT = 3.0**0.5 / 2.0
"""The height of a triangle with sides of 1."""

CLEAR = 0.11
"""How far a letter keeps from the mark of the weights asked about, as a part of a side."""

SURE = 0.9
"""From this part of the futures on, an option that comes first at a point of the triangle does so surely."""


@dataclass(frozen=True)
class Curve:
    """A criterion's value against its measure: `line` and `options` have pairs of way and value.

    The way goes from 0 at the worst end to 1 at the best; the value from 0 to 100. `options` follow the table's order;
    way and value are both on average over the draws, so that on a bent line an uncertain option lies beside it.
    """

    criterion: str
    line: tuple[tuple[float, float], ...]
    options: tuple[tuple[float, float], ...]


def curves(table: Weighable) -> tuple[Curve, ...]:
    """Give the line of every criterion, as long as its options need, with every option's place on it."""
    return tuple(
        _curve(scale, table.expected[:, place].tolist(), table.expected_values[:, place].tolist())
        for place, scale in enumerate(table.scales)
    )


def _curve(scale: Scale, measures: list[float], values: list[float]) -> Curve:
    span = scale.best - scale.worst
    ways = [(measure - scale.worst) / span for measure in measures]
    on_line = np.array([min(0.0, *ways), scale.half, max(1.0, *ways)])
    heights = worth(scale, scale.worst + on_line * span)
    line = tuple(zip(on_line.tolist(), heights.tolist(), strict=True))
    return Curve(scale.criterion, line, tuple(zip(ways, values, strict=True)))


def widest(found: tuple[Curve, ...]) -> tuple[float, float]:
    """Give the least and the most way over all criteria: 0 and 1, or beyond where an option lies off a scale."""
    ways = [way for curve in found for way, _value in curve.line]
    return min(ways), max(ways)


def tallest(curve: Curve) -> tuple[float, float]:
    """Give the lowest and highest value of a curve: 0 and 100, or beyond."""
    values = [value for _way, value in curve.line]
    return min(0.0, *values), max(TOP, *values)


def beginnings(parts: Array) -> Array:
    """Give where each part of a stacked bar begins, for parts of shape `(bars, parts)`; parts below 0 lie on the left.

    >>> beginnings(np.array([[10.0, 20.0, 5.0]])).tolist()
    [[0.0, 10.0, 30.0]]
    """
    above = np.clip(parts, 0.0, None)
    return np.cumsum(above, axis=1) - above


def reach(parts: Array) -> tuple[float, float]:
    """Give how far stacked bars reach to the left and to the right: 0 and 100, or beyond.

    >>> reach(np.array([[10.0, 20.0], [-5.0, 30.0]]))
    (-5.0, 100.0)
    """
    left, right = (np.clip(parts, *ends).sum(axis=1) for ends in ((None, 0.0), (0.0, None)))
    return min(0.0, float(left.min())), max(TOP, float(right.max()))


def place_of(corners: tuple[float, float, float]) -> tuple[float, float]:
    """Give the place of three weights: the first corner at the bottom left, the second at the bottom right.

    >>> place_of((1.0, 0.0, 0.0)), place_of((0.0, 1.0, 0.0))
    ((0.0, 0.0), (1.0, 0.0))
    """
    return corners[1] + corners[2] / 2.0, corners[2] * HEIGHT


@dataclass(frozen=True)
class Zone:
    """The points of the triangle at which an option comes first: those where it is sure, and the others.

    `part` is the option's part of all points, `middle` the point of its own nearest to the middle of them that leaves
    the mark of the weights asked about clear.
    """

    option: str
    sure: tuple[Point, ...]
    unsure: tuple[Point, ...]
    part: float
    middle: tuple[float, float]


def zones(found: Triangle, table: Weighable) -> tuple[Zone, ...]:
    """Sort the triangle's points by the option that comes first, in the case's order; options without any left out."""
    told = []
    here = np.array(place_of(found.here))
    for option in table.options:
        points = [point for point in found.points if point.option == option]
        if not points:
            continue
        places = np.array([place_of(point.corners) for point in points])
        far = ((places - places.mean(axis=0)) ** 2).sum(axis=1)
        beside = ((places - here) ** 2).sum(axis=1) >= CLEAR**2
        middle = places[int(np.where(beside, far, far + 1.0).argmin())].tolist()
        told.append(
            Zone(
                option,
                tuple(point for point in points if point.share >= SURE),
                tuple(point for point in points if point.share < SURE),
                found.first[option],
                (middle[0], middle[1]),
            )
        )
    return tuple(told)
