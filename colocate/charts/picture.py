"""The first screen's chart as a light picture: the cost of every option added up, in 3 kB of HTML and no script.

Country offices have slow lines, and plotly is 4.7 MB: the first screen does without it, and a lever that is moved has
its picture at once. The same chart by plotly, to point at and to save, is `money.cumulative_cost`. Lines are an image
that stretches with the page; names and numbers are text, so that they keep their size.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from dataclasses import dataclass

from colocate.analysis.money.axis_ticks import ticks_of
from colocate.charts.money import spread
from colocate.charts.theme import LINE_HEIGHT, Colours, colours, pick, plain, wrapped
from colocate.model.outcome import Outcome
from colocate.model.totals import BookName, View
from colocate.words.money import finding_cumulative
from colocate.words.numbers import compact, month_of

HEIGHT = 330
"""Pixels from the lowest to the highest tick."""

LEFT, RIGHT, BELOW, ABOVE = 52, 122, 50, 14
"""Pixels for the ticks' numbers, the options' names, the years, and the highest number's upper half."""

NAME_WIDTH = 15
UNITS = 1000
"""The image's own units along each side; it is stretched to the page."""

DASHES = ("", "14 9", "3 7", "14 7 3 7", "24 9", "24 7 3 7")
"""Of the lines, in pixels of the screen, in the order of `look.DASHES`."""


@dataclass(frozen=True)
class Picture:
    """A drawing as HTML without a script, what it shows, and the same in words."""

    html: str
    title: str
    alt: str


def cumulative_picture(
    outcome: Outcome, book: BookName = "agency", view: View = "cash", *, locale: str = "en", dark: bool = False
) -> Picture:
    """Draw the cost of every option added up year by year, each line named at its end."""
    look, finding = colours(dark), finding_cumulative(outcome, book, view, locale)
    lines = [[0.0, *option.money[book, view].cumulative[:, 0].tolist()] for option in outcome.options]
    ticks = ticks_of(min(map(min, lines)), max(map(max, lines)))
    years = outcome.case.horizon_years
    step = -(-years // 8)
    body = [
        _numbers(ticks, look, locale),
        _image(lines, ticks, look, finding.title),
        _names([option.name for option in outcome.options], [line[-1] for line in lines], ticks, look),
        _years(range(0, years + 1, step), years, look),
        _axis(f"Year after the decision ({month_of(outcome.case.decision_date, 0, locale)})", look),
    ]
    unit = f'<div style="font-size:.875rem;color:{look.quiet}">{outcome.case.currency}, added up, not discounted</div>'
    frame = f"position:relative;height:{ABOVE + HEIGHT + BELOW}px;font-size:14px;line-height:{LINE_HEIGHT}px"
    return Picture(f'{unit}<div style="{frame};color:{look.text}">{"".join(body)}</div>', finding.title, finding.alt)


def _image(lines: Sequence[Sequence[float]], ticks: Sequence[float], look: Colours, title: str) -> str:
    """Write the lines and the grid as an image that is stretched between the numbers and the names."""
    shape = 'fill="none" vector-effect="non-scaling-stroke"'
    parts = [
        f'<path d="M0 {_down(tick, ticks):.1f}H{UNITS}" stroke="{look.quiet if tick == 0 else look.grid}" {shape}/>'
        for tick in ticks
    ]
    for place, line in enumerate(lines):
        points = " ".join(
            f"{UNITS * year / (len(line) - 1):.1f},{_down(value, ticks):.1f}" for year, value in enumerate(line)
        )
        dash = f' stroke-dasharray="{pick(DASHES, place)}"' if pick(DASHES, place) else ""
        colour, width = pick(look.series, place), 3 if place == 0 else 2.5
        parts.append(f'<polyline points="{points}" stroke="{colour}" stroke-width="{width}"{dash} {shape}/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {UNITS} {UNITS}" preserveAspectRatio="none">'
        f"{''.join(parts)}</svg>"
    )
    coded = base64.b64encode(svg.encode()).decode()
    place_ = f"position:absolute;left:{LEFT}px;top:{ABOVE}px;width:calc(100% - {LEFT + RIGHT}px);height:{HEIGHT}px"
    return f'<img alt="{html.escape(plain(title))}" src="data:image/svg+xml;base64,{coded}" style="{place_}">'


def _numbers(ticks: Sequence[float], look: Colours, locale: str) -> str:
    """Write each tick's number to the left of its line."""
    return "".join(
        f'<div style="position:absolute;left:0;width:{LEFT - 8}px;text-align:right;color:{look.quiet};'
        f'top:{_pixels(tick, ticks) - LINE_HEIGHT / 2:.0f}px">{compact(tick, locale)}</div>'
        for tick in ticks
    )


def _names(names: Sequence[str], ends: Sequence[float], ticks: Sequence[float], look: Colours) -> str:
    """Write each option's name at the end of its line, apart from each other."""
    texts = [wrapped(name, NAME_WIDTH, most=4) for name in names]
    heights = [float(len(lines) * LINE_HEIGHT + 4) for lines in texts]
    centres = spread([_pixels(end, ticks) for end in ends], heights, 0.0, float(ABOVE + HEIGHT + BELOW))
    return "".join(
        f'<div style="position:absolute;left:calc(100% - {RIGHT - 8}px);width:{RIGHT - 8}px;'
        f"top:{centre - len(lines) * LINE_HEIGHT / 2:.0f}px;color:{pick(look.series, place)};font-weight:600"
        f'">{"<br>".join(html.escape(line) for line in lines)}</div>'
        for place, (lines, centre) in enumerate(zip(texts, centres, strict=True))
    )


def _years(shown: Sequence[int], years: int, look: Colours) -> str:
    return "".join(
        f'<div style="position:absolute;top:{ABOVE + HEIGHT + 4}px;width:40px;text-align:center;color:{look.quiet};'
        f'left:calc({LEFT - 20}px + (100% - {LEFT + RIGHT}px) * {year / years:.4f})">{year}</div>'
        for year in shown
    )


def _axis(words: str, look: Colours) -> str:
    return (
        f'<div style="position:absolute;bottom:0;left:0;right:{RIGHT // 2}px;text-align:center;color:{look.quiet}">'
        f"{html.escape(words)}</div>"
    )


def _down(value: float, ticks: Sequence[float]) -> float:
    """Give how far down a value is, in the image's units."""
    return UNITS * (ticks[-1] - value) / (ticks[-1] - ticks[0])


def _pixels(value: float, ticks: Sequence[float]) -> float:
    """Give how far down a value is, in pixels from the top of the frame."""
    return ABOVE + HEIGHT * (ticks[-1] - value) / (ticks[-1] - ticks[0])
