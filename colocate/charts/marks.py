"""Marks that charts share: a value with its range on a line, and bars that lie across with words at their ends.

A row is a place on an axis of pixels from top to bottom, as `rows.rows_of` lays them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from colocate.charts.theme import MARKERS, Colours, Figure, pick, rounded

HATCH = "/"
"""The pattern of what is not like the rest: the high end of a range, a sum of several, all together."""


@dataclass(frozen=True)
class Mark:
    """An expected value with the ends of its range; `place` is its option's, which sets colour and shape."""

    value: float
    low: float
    high: float
    place: int


def draw_marks(figure: Figure, rows: Sequence[float], marks: Sequence[Mark], look: Colours) -> None:
    """Draw in each row a line from low to high with small ends, and the value's mark on it."""
    shades = [pick(look.series, mark.place) for mark in marks]
    for mark, row, shade in zip(marks, rows, shades, strict=True):
        for x0, x1, y0, y1 in (
            (mark.low, mark.high, row, row),
            (mark.low, mark.low, row - 6, row + 6),
            (mark.high, mark.high, row - 6, row + 6),
        ):
            ends: dict[str, Any] = {"x0": round(x0, 2), "x1": round(x1, 2), "y0": y0, "y1": y1}
            figure.add_shape(type="line", **ends, layer="below", line={"color": shade, "width": 3})
    figure.add_scatter(
        x=rounded([mark.value for mark in marks]),
        y=list(rows),
        mode="markers",
        hoverinfo="skip",
        cliponaxis=False,
        marker={
            "symbol": [pick(MARKERS, mark.place) for mark in marks],
            "size": 14,
            "color": shades,
            "line": {"color": look.background, "width": 1.5},
        },
    )


def draw_bars(
    figure: Figure,
    rows: Sequence[float],
    values: Sequence[float],
    colour: str | list[str],
    look: Colours,
    *,
    width: float | list[float],
    hatched: bool = False,
    **settings: Any,
) -> None:
    """Draw a bar across in each row, from zero or from `base`; hatched ones keep their colour below the hatch."""
    figure.add_bar(
        orientation="h",
        x=rounded(values),
        y=list(rows),
        width=width,
        hoverinfo="skip",
        marker={
            "color": colour,
            "line": {"width": 0},
            "pattern": {
                "shape": HATCH if hatched else "",
                "fillmode": "overlay",
                "fgcolor": look.background,
                "solidity": 0.25,
            },
        },
        **settings,
    )


def interval(values: Sequence[float], ends: Sequence[tuple[float, float]], colour: str) -> dict[str, Any]:
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
