"""All options on one scale as a picture of a few lines of HTML: a mark at the expected value, a bar over its range.

No script and no plotly: the first screen must be there at once on a slow line.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from colocate.charts.colours import colours, pick
from colocate.safe import for_html

SHAPES = (
    '<circle cx="7" cy="7" r="6" fill="{0}"/>',
    '<rect x="1.5" y="1.5" width="11" height="11" fill="{0}"/>',
    '<path d="M7 0L14 7L7 14L0 7Z" fill="{0}"/>',
    '<path d="M7 1L14 13H0Z" fill="{0}"/>',
    '<path d="M7 13L0 1H14Z" fill="{0}"/>',
)
"""The mark of each option by its place, the same shapes as in the other charts."""


@dataclass(frozen=True)
class Mark:
    """One option on a scale: its label, its figure in words, and its value and range as parts of the scale (0 to 1).

    `value` is None where only a range is known, and the range is None where there is none; without either nothing is
    drawn. `place` is the option's place in the case; `said` is the whole row in words.
    """

    place: int
    label: str
    figure: str
    value: float | None
    low: float | None
    high: float | None
    first: bool
    said: str


def strips(marks: Sequence[Mark], *, dark: bool = False) -> str:
    """Draw the marks below each other on one scale, as HTML."""
    rows = "".join(_strip(one, pick(colours(dark).series, one.place)) for one in marks)
    return f'<div class="co-scale">{rows}</div>'


def _strip(one: Mark, colour: str) -> str:
    bar = dot = ""
    if one.low is not None and one.high is not None:
        wide = max(0.0, one.high - one.low)
        bar = f'<i style="left:{100 * one.low:.2f}%;width:{100 * wide:.2f}%;background:{colour}"></i>'
    if one.value is not None:
        shape = pick(SHAPES, one.place).format(colour)
        drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14">{shape}</svg>'
        coded = base64.b64encode(drawn.encode()).decode()
        dot = f'<img alt="" src="data:image/svg+xml;base64,{coded}" style="left:{100 * one.value:.2f}%">'
    first = " co-first" if one.first else ""
    label, figure, said = (for_html(words, None) for words in (one.label, one.figure, one.said))
    return (
        f'<div class="co-strip" role="img" aria-label="{said}" title="{said}">'
        f'<span class="co-label{first}">{label}</span>'
        f'<span class="co-line">{bar}{dot}</span><span class="co-figure{first}">{figure}</span></div>'
    )
