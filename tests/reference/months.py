"""Walking the months of the horizon one by one (method.md, section 1)."""

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

Level = Callable[[float], float]


def pieces(years: int, start: float, end: float, cuts: Iterable[float] = ()) -> Iterator[tuple[int, float, float]]:
    """Year, first and last moment of each month's part of [start, end), parted again at every cut inside it."""
    cuts_of_month: dict[int, set[float]] = {}
    for cut in cuts:
        cuts_of_month.setdefault(math.floor(cut), set()).add(cut)
    for month in range(math.floor(max(start, 0.0)), math.ceil(min(end, 12.0 * years))):
        opens, closes = max(float(month), start), min(month + 1.0, end)
        if closes <= opens:
            continue
        inside = sorted(cut for cut in cuts_of_month.get(month, ()) if opens < cut < closes)
        moments = [opens, *inside, closes]
        for first, last in pairwise(moments):
            yield month // 12, first, last


def integral(years: int, start: float, end: float, level: Level, cuts: Iterable[float] = ()) -> list[float]:
    """The integral, in years, of a level over [start, end), by budget year.

    The level at the middle of a piece stands for the piece: exact where the level is constant or straight between cuts.
    """
    totals = [0.0] * years
    for year, first, last in pieces(years, start, end, cuts):
        totals[year] += level((first + last) / 2) * (last - first) / 12
    return totals


def coverage(years: int, start: float, end: float) -> list[float]:
    """The part of each budget year that the months [start, end) take up."""
    return integral(years, start, end, lambda _month: 1.0)


def year_of(month: float, years: int) -> int | None:
    """The budget year of a one-off; the very end belongs to the last year, and what is later to none."""
    if month > 12 * years:
        return None
    return min(math.floor(month / 12), years - 1)
