"""Rows of a chart whose labels stand above them, each row as high as its own label needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from colocate.charts.drawing import Drawing, Lines
from colocate.charts.lettering import LINE_HEIGHT, bold, lines_of, wrapped
from colocate.safe import for_svg

WIDTH = 44
"""Characters a line of a label: names of figures have more wide letters than those of options."""
FIGURES_WIDTH = 48
"""Characters a line of a label that is mostly figures, which are narrower."""
GAP = 10
"""Pixels between a row's mark and the next row's label."""
AXIS = 62
"""Pixels below the rows for the ticks and the axis title."""
CHARACTER = 8.2
"""Pixels that a character of a written value takes at most, on average."""
PLOT = 330
"""Pixels across which a chart is drawn on the narrowest screen."""


@dataclass(frozen=True)
class Rows:
    """Rows from top to bottom in pixels: the middle of each one's mark, half a mark's height, and the height of all."""

    middles: tuple[float, ...]
    half: float
    height: int


def rows_of(labels: Sequence[str], mark: int, before: int = 0, width: int = WIDTH) -> Rows:
    """Lay rows out below each other, `before` pixels from the top, each with its label's lines above its mark."""
    middles, at = [], float(before)
    for words in labels:
        at += LINE_HEIGHT * len(wrapped(words, width)) + 4
        middles.append(at + mark / 2)
        at += mark + GAP
    return Rows(tuple(middles), mark / 2, round(at))


def lay_out(figure: Drawing, rows: Rows, labels: Sequence[str], width: int = WIDTH, **across: Any) -> None:
    """Give the figure an axis of pixels from top to bottom, and write the labels above the marks.

    `across` is what is set for the axis across.
    """
    first = len(figure.layout.get("annotations", ()))
    figure.labels = Lines(first, tuple(labels), width, rows.middles, rows.half)
    for middle, words in zip(rows.middles, labels, strict=True):
        top = middle - rows.half - 2
        figure.write_at_left(lines_of(words, width), top, yanchor="bottom", bgcolor=figure.look.background)
    figure.update_yaxes(range=[rows.height, 0], visible=False)
    figure.update_xaxes(showgrid=False, **across)


def write_beside(figure: Drawing, x: float, row: float, words: str, side: str = "right") -> None:
    """Write a value beside the end of a mark, on its right or its left."""
    anchor, shift = ("left", 5) if side == "right" else ("right", -5)
    place = {"xanchor": anchor, "xshift": shift, "borderpad": 0}
    figure.write(for_svg(words), round(x, 2), row, **place, bgcolor=figure.look.background)


def zero_line(figure: Drawing, rows: Rows, left: Sequence[str], right: Sequence[str]) -> None:
    """Mark zero by a line, and write above the rows, at either side of it, what lies on that side."""
    figure.add_line((0, 0), (0, rows.height), behind=True, color=figure.look.text, width=2)
    for lines, anchor, shift in ((left, "right", -6), (right, "left", 6)):
        text = "<br>".join(bold(for_svg(line)) for line in lines)
        figure.write(text, 0, 0, xanchor=anchor, xshift=shift, yanchor="top", align=anchor, borderpad=0)
    figure.update_xaxes(zeroline=False)


def around_zero(low: float, high: float, left: int, right: int, beside: int = 0) -> list[float]:
    """Give a range that holds low, high and zero, with room in pixels for words at either side of zero.

    `beside` is room for values written at both ends of the marks. Reckoned for the narrowest screen; wider have more.

    >>> around_zero(-100.0, 200.0, 0, 0, beside=15)
    [-115.0, 215.0]
    """
    low, high = min(low, 0.0), max(high, 0.0, low + 1.0)
    downwards, upwards = ((-low, beside), (0.0, left)), ((high, beside), (0.0, right))
    pixel = max((one + other) / (PLOT - taken - room) for one, taken in downwards for other, room in upwards)
    return [-max(beside * pixel - low, left * pixel), max(high + beside * pixel, right * pixel)]
