"""Marks that charts share: a value with its range on a line, and bars that lie across, plain, hatched, or in parts.

A row is a place on an axis of pixels from top to bottom, as `rows.rows_of` lays them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from colocate.analysis.uncertainty.odds import Range
from colocate.charts.colours import MARKERS, pick
from colocate.charts.drawing import Drawing, Table
from colocate.charts.theme import rounded

HATCH = "/"
"""The pattern of what is not like the rest: the high end of a range, a sum of several, all together."""


def marker(symbol: str | list[str], size: float, colour: str | list[str], rim: str, width: float) -> Table:
    """Describe a mark: its shape, size and colour, and the line around it."""
    return {"symbol": symbol, "size": size, "color": colour, "line": {"color": rim, "width": width}}


def pattern(shape: str, colour: str | list[str], size: float = 7, solidity: float = 0.3) -> Table:
    """Describe the pattern of a bar, which keeps its colour below it."""
    return {"shape": shape, "fillmode": "overlay", "fgcolor": colour, "size": size, "solidity": solidity}


def draw_marks(figure: Drawing, rows: Sequence[float], told: Sequence[tuple[int, Range]]) -> None:
    """Draw in each row a line from low to high with small ends, and the mean's mark on it.

    `told` has the range of each row behind the place of its option, which sets colour and shape.
    """
    shades = [figure.look.of(place) for place, _range in told]
    for (_place, one), row, shade in zip(told, rows, shades, strict=True):
        low, high = round(one.low, 2), round(one.high, 2)
        for x0, x1, half in ((low, high, 0), (low, low, 6), (high, high, 6)):
            figure.add_line((x0, row - half), (x1, row + half), behind=True, color=shade, width=3)
    symbols = [pick(MARKERS, place) for place, _range in told]
    means = rounded([one.mean for _place, one in told])
    figure.add_points(means, rows, marker(symbols, 14, shades, figure.look.background, 1.5))


def draw_bars(
    figure: Drawing,
    rows: Sequence[float],
    sizes: Sequence[float],
    colour: str | list[str],
    *,
    width: float | list[float],
    hatched: bool = False,
    **settings: Any,
) -> None:
    """Draw a bar across in each row, from zero or from `base`; hatched ones keep their colour below the hatch."""
    hatch = pattern(HATCH if hatched else "", figure.look.background, 8, 0.25)
    draw_filled(figure, rows, sizes, {"color": colour, "line": {"width": 0}, "pattern": hatch}, width=width, **settings)


def draw_filled(
    figure: Drawing,
    rows: Sequence[float],
    sizes: Sequence[float],
    fill: Table,
    *,
    width: float | list[float],
    **settings: Any,
) -> None:
    """Draw a bar across in each row with a colour, a line and a pattern."""
    across = {"orientation": "h", "x": rounded(sizes), "y": list(rows), "width": width}
    figure.add_bar(**across, hoverinfo="skip", marker=fill, **settings)


def interval(values: Sequence[float], ends: Sequence[tuple[float, float]], colour: str) -> Table:
    """Give a thin line from each low to each high, about a mark or a bar's end that lies between them."""
    return {
        "type": "data",
        "symmetric": False,
        "array": rounded([max(0.0, high - value) for value, (_low, high) in zip(values, ends, strict=True)]),
        "arrayminus": rounded([max(0.0, value - low) for value, (low, _high) in zip(values, ends, strict=True)]),
        "color": colour,
        "thickness": 1.5,
        "width": 4,
    }
