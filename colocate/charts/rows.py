"""Rows of a chart whose labels stand above them, each row as high as its own label needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from colocate.charts.theme import LINE_HEIGHT, Colours, Figure, escaped, lines_of, wrapped

WIDTH = 44
"""Characters a line of a label: names of figures have more wide letters than those of options."""
GAP = 10
"""Pixels between a row's mark and the next row's label."""
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


def rows_of(labels: Sequence[str], mark: int, before: int = 0) -> Rows:
    """Lay rows out below each other, `before` pixels from the top, each with its label's lines above its mark."""
    middles, at = [], float(before)
    for words in labels:
        at += LINE_HEIGHT * len(wrapped(words, WIDTH)) + 4
        middles.append(at + mark / 2)
        at += mark + GAP
    return Rows(tuple(middles), mark / 2, round(at))


def lay_out(figure: Figure, rows: Rows, labels: Sequence[str], look: Colours) -> None:
    """Give the figure an axis of pixels from top to bottom, and write the labels above the marks."""
    for middle, words in zip(rows.middles, labels, strict=True):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=middle - rows.half - 2,
            yanchor="bottom",
            text=lines_of(words, WIDTH),
            showarrow=False,
            align="left",
            borderpad=0,
            bgcolor=look.background,
        )
    figure.update_yaxes(range=[rows.height, 0], visible=False)
    figure.update_xaxes(showgrid=False)


def write_beside(figure: Figure, x: float, row: float, words: str, look: Colours, side: str = "right") -> None:
    """Write a value beside the end of a mark, on its right or its left."""
    figure.add_annotation(
        x=x,
        y=row,
        xanchor="left" if side == "right" else "right",
        xshift=5 if side == "right" else -5,
        text=escaped(words),
        showarrow=False,
        borderpad=0,
        bgcolor=look.background,
    )


def zero_line(figure: Figure, rows: Rows, left: Sequence[str], right: Sequence[str], look: Colours) -> None:
    """Mark zero by a line, and write above the rows, at either side of it, what lies on that side."""
    figure.add_shape(
        type="line", x0=0, x1=0, y0=0, y1=rows.height, layer="below", line={"color": look.text, "width": 2}
    )
    for lines, anchor, shift in ((left, "right", -6), (right, "left", 6)):
        figure.add_annotation(
            x=0,
            y=0,
            xanchor=anchor,
            xshift=shift,
            yanchor="top",
            align=anchor,
            text="<br>".join(f"<b>{escaped(line)}</b>" for line in lines),
            showarrow=False,
            borderpad=0,
        )
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
