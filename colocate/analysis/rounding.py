"""Rounding that keeps sums: parts of a whole, each written shorter, that still add up to what is written of the whole.

Each part is cut off first, and what is missing to the whole goes to the parts that lost most (largest remainder).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

HARDLY = 1e-9
"""Remainders that differ by less are alike; the part that stands first gets the unit then."""


def rounded_parts(parts: Sequence[float], digits: int = 0, whole: float | None = None) -> tuple[float, ...]:
    """Round parts so that they add up to their rounded sum, or to a `whole` that lies less than a unit off their sum.

    >>> rounded_parts([10.26, 20.26, 5.26], digits=1)
    (10.3, 20.3, 5.2)
    """
    unit = 10.0**digits
    exact = np.asarray(parts, dtype=np.float64) * unit
    floors = np.floor(exact + HARDLY)
    total = float(exact.sum() + HARDLY) if whole is None else whole * unit
    missing = round(total) - round(float(floors.sum()))
    lost = sorted(range(exact.size), key=lambda place: (-round(float(exact[place] - floors[place]), 9), place))
    for place in lost[:missing]:
        floors[place] += 1.0
    return tuple(round(float(one) / unit, digits) + 0.0 for one in floors)


def parts_to(parts: Sequence[float], whole: float, unit: float) -> tuple[float, ...]:
    """Round parts to a unit so that they add up to a whole that is rounded already, a multiple of the unit.

    How far the whole lies off their sum is spread over them by their size: a part of nothing stays nothing.

    >>> parts_to([-489_950.0, -20_360.0, 516.0], -510_000.0, 1_000.0)
    (-490000.0, -20000.0, 0.0)
    """
    exact = [part / unit for part in parts]
    size = sum(abs(one) for one in exact)
    off = whole / unit - sum(exact)
    spread = [one + off * abs(one) / size for one in exact] if size else exact
    return tuple(one * unit for one in rounded_parts(spread, whole=whole / unit))


def shares_of_hundred(shares: Sequence[float]) -> tuple[int, ...]:
    """Write shares of one whole as whole numbers that add up to 100.

    >>> shares_of_hundred([1 / 3, 1 / 3, 1 / 3])
    (34, 33, 33)
    """
    return tuple(int(one) for one in rounded_parts([100.0 * share for share in shares]))
