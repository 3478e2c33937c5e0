"""A triangle of weights: money, access, and mandate with the government's wish; who comes first where (section 19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from colocate.analysis.weighing.acceptability import SAME, first_at
from colocate.analysis.weighing.scales import Weighable
from colocate.quantity import Array

CORNERS = ("money", "access")
STEPS = 20
"""Each side of the triangle is cut into so many parts: a point for every five per cent of weight."""

INWARDS = 1e-6
"""How far points are moved towards the middle to part options that tie: on a side, where a criterion has no weight,
options that differ in it alone are alike, and next to the side they are not."""


@dataclass(frozen=True)
class Point:
    """One set of weights of the three corners, who has the highest expected total there, and its part of the draws.

    The part is that of the draws in which the option comes first at these weights.
    """

    corners: tuple[float, float, float]
    option: str
    share: float


@dataclass(frozen=True)
class Triangle:
    """The corners' criteria, and the points of the triangle in rows from the third corner's weight 0 to 1.

    `here` is where the weights asked about lie. `first` gives each option's share of the points.
    """

    corners: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    points: tuple[Point, ...]
    here: tuple[float, float, float]
    first: dict[str, float]


def triangle(table: Weighable, weights: Array) -> Triangle | None:
    """Lay weights out over a triangle; within the third corner they keep the proportions of `weights`.

    The option first is that of the highest expected total. None where the case cannot be weighed by money, access and a
    third.
    """
    criteria = table.criteria
    rest = tuple(name for name in criteria if name not in CORNERS)
    if not rest or any(name not in criteria for name in CORNERS):
        return None
    inner = np.array([float(weights[criteria.index(name)]) for name in rest])
    inner = inner / inner.sum() if inner.sum() > 0 else np.full(len(rest), 1.0 / len(rest))
    corners = _grid(STEPS)
    inside = (1.0 - INWARDS) * corners + INWARDS / 3.0
    spread = np.zeros((3, len(criteria)))
    spread[0, criteria.index("money")] = spread[1, criteria.index("access")] = 1.0
    spread[2, [criteria.index(name) for name in rest]] = inner
    at, beside = (table.expected_values @ (points @ spread).T for points in (corners, inside))
    leaders = np.where(at >= at.max(axis=0) - SAME, beside, -np.inf).argmax(axis=0)
    shares = first_at(table.values, inside @ spread)
    points = tuple(
        Point((float(one[0]), float(one[1]), float(one[2])), table.options[leader], float(shares[leader, place]))
        for place, (one, leader) in enumerate(zip(corners, leaders.tolist(), strict=True))
    )
    third = float(sum(weights[criteria.index(name)] for name in rest))
    here = (float(weights[criteria.index("money")]), float(weights[criteria.index("access")]), third)
    return Triangle((("money",), ("access",), rest), points, here, _shares(points, table.options))


def _grid(steps: int) -> Array:
    """Give the points of a triangle, each three parts that make 1; shape `(points, 3)`."""
    return np.array(
        [
            ((steps - third - second) / steps, second / steps, third / steps)
            for third in range(steps + 1)
            for second in range(steps + 1 - third)
        ]
    )


def _shares(points: Sequence[Point], options: Sequence[str]) -> dict[str, float]:
    return {one: sum(point.option == one for point in points) / len(points) for one in options}
