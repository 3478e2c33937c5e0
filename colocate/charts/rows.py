"""Rows of a chart whose labels stand above them, each row as high as its own label needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from colocate.charts.look import LABEL_WIDTH, LINE_HEIGHT, Colours, Figure, escaped, row_labels, wrapped

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
        at += LINE_HEIGHT * len(wrapped(words, LABEL_WIDTH)) + 4
        middles.append(at + mark / 2)
        at += mark + GAP
    return Rows(tuple(middles), mark / 2, round(at))


def lay_out(figure: Figure, rows: Rows, labels: Sequence[str], look: Colours) -> None:
    """Give the figure an axis of pixels from top to bottom, and write the labels above the marks."""
    row_labels(figure, list(zip(rows.middles, labels, strict=True)), rows.half + 2, look)
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
        font={"color": look.text},
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


def around_zero(low: float, high: float, left: int, right: int, extra: int = 0) -> list[float]:
    """Give a range that holds low, high and zero, with room in pixels for words at either side of zero.

    `extra` is room beside the marks for written values. Reckoned for the narrowest screen, so wider ones have more.
    """
    low, high = min(low, 0.0), max(high, 0.0)
    span = max(high - low, 1.0)
    inner = PLOT - 2 * extra
    room = span * extra / inner
    low, high = low - room, high + room
    for _turn in range(8):
        pixel = (high - low) / PLOT
        low, high = min(low, -left * pixel), max(high, right * pixel)
    return [low, high]
