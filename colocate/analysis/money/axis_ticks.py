"""Round numbers for an axis."""

from __future__ import annotations

import math

TICKS = 5


def ticks_of(low: float, high: float) -> list[float]:
    """Give about five round numbers, evenly apart, that span the values and 0.

    >>> ticks_of(0.0, 4_300_000.0)
    [0.0, 1000000.0, 2000000.0, 3000000.0, 4000000.0, 5000000.0]
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if high <= low:
        return [0.0, 1.0]
    raw = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(lead * power for lead in (1.0, 2.0, 2.5, 5.0, 10.0) if lead * power >= raw * (1 - 1e-9))
    return [place * step for place in range(math.floor(low / step), math.ceil(high / step - 1e-9) + 1)]
