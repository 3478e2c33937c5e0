"""A chart laid out for whoever takes it away: on a slide or on paper, with its finding on the whole width and a foot.

On the screen a chart is made for a telephone: narrow, its labels above their rows, its title as text outside. Here the
same drawing gets the room that a slide or a page has; nothing of it is drawn anew, and nothing is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from colocate.charts.drawing import Table
from colocate.charts.lettering import bold, fitting, width_of
from colocate.charts.relaid import beside_plan, beside_rows, under_plan
from colocate.charts.theme import FONT_SIZE, MARGIN, Chart
from colocate.safe import for_svg

LINE = 1.3
"""Height of a line beside the size of its type."""
GAP = 14
TICKS, STANDOFF = 26, 12
"""Pixels below a plot for the numbers of its axis, and from there to the axis title."""
TICKS_LEFT = 56
"""Pixels left of a plot for the numbers of its axis."""
KEY = 46
"""Pixels of the mark before a name in the legend, and of the room behind it."""
FREE, EVEN = 380, 470
"""Pixels upwards that a chart takes whose height is free, and one that is as high as it is wide."""
COLUMN = 0.38
"""Part of the width that labels left of their rows take at most."""
STRETCHED = 2.0
"""How far rows are moved apart at most where there is room for more."""
TRIES = 8
TALLEST = 32_000
"""Points upwards of an image: of one that is more than twice as high browsers give nothing."""


@dataclass(frozen=True)
class Sheet:
    """What a chart is laid out on: `across` pixels or more, so that all of it fits; an image of it has `pixels` across.

    `ratio` is width by height where it is fixed: a list stands beside its plan there, and below it elsewhere. `title`
    and `foot` are the sizes of their type as parts of the width, so that all sheets look alike.
    """

    across: int
    pixels: int
    ratio: float | None
    title: float
    foot: float


SLIDE = Sheet(820, 1920, 16 / 9, title=0.0245, foot=0.0125)
"""A slide of 1920 by 1080 pixels."""
PAGE = Sheet(720, 1890, None, title=0.0236, foot=0.0153)
"""A picture in a printed document: read at a width of 16 cm, with 300 points to the inch."""


@dataclass(frozen=True)
class Laid:
    """A chart laid out: plotly's tables, width and height in pixels, and width and height of an image in points."""

    figure: Table
    width: int
    height: int
    image: tuple[int, int]


@dataclass(frozen=True)
class _Room:
    """How a sheet is divided from top to bottom: title, plot, what is below the plot, foot."""

    title: list[str]
    foot: list[str]
    top: int
    body: int
    below: int
    under: int

    @property
    def height(self) -> int:
        """Return the height of all."""
        return self.top + self.body + self.below + self.under


def laid_out(chart: Chart, foot: str, sheet: Sheet) -> Laid:
    """Lay a chart out on a sheet, with its title on the whole width and `foot`, plain text, in the foot."""
    width = sheet.across
    for _ in range(TRIES):
        figure: Table = chart.figure.to_dict()
        body = _body(chart, figure, width, sheet)
        room = _room(chart, figure, foot, width, sheet, body)
        height = room.height if sheet.ratio is None else round(width / sheet.ratio)
        if room.height <= height:
            break
        width = round(room.height * (sheet.ratio or 1.0)) + 2
    spare, height = max(0, height - room.height), max(height, room.height)
    stretch = _stretch(chart, figure, body, spare)
    _put(figure["layout"], room, width, height, body + stretch, sheet)
    for number, trace in enumerate(figure["data"]):
        trace["uid"] = f"{number:06x}"  # else plotly draws lots, and no two drawings are alike
    exact = sheet.ratio is not None and height == round(width / sheet.ratio)
    across = min(sheet.pixels, TALLEST * width // height)
    points = round(across / sheet.ratio if exact and sheet.ratio else height * across / width)
    return Laid(figure, width, height, (across, points))


def _body(chart: Chart, figure: Table, width: int, sheet: Sheet) -> int:
    """Lay out what is inside the plot for a width; give the height that it takes."""
    labels = chart.labels
    if labels is None:
        is_even = "scaleanchor" in figure["layout"]["yaxis"]
        return (EVEN if is_even else FREE) if figure["data"] else 1
    if labels.middles:
        return beside_rows(figure, labels, COLUMN * width)
    inside = width - 2 * MARGIN
    return beside_plan(figure, labels, inside) if sheet.ratio else under_plan(figure, labels, inside)


def _stretch(chart: Chart, figure: Table, body: int, spare: int) -> int:
    """Give by how much the plot grows where there is room to spare; a list beside a plan keeps the size of its type."""
    if chart.labels is None:
        return spare if figure["data"] else 0
    if chart.labels.middles:
        return min(spare, round((STRETCHED - 1.0) * body))
    if spare:
        figure["layout"]["yaxis2"]["range"] = [body + spare, 0]
    return spare


def _room(chart: Chart, figure: Table, foot: str, width: int, sheet: Sheet, body: int) -> _Room:
    inside, layout = width - 2 * MARGIN, figure["layout"]
    title = fitting(chart.title, inside, sheet.title * width, strong=True)
    told = fitting(foot, inside, sheet.foot * width)
    top = round(GAP + LINE * sheet.title * width * len(title) + GAP)
    axis = _axis(layout)
    plot = inside - _left(layout) - layout.get("_beside", 0)  # a legend is no wider, and breaks its line there
    below = axis + (_legend(figure, plot) if layout.get("showlegend") else 0)
    return _Room(title, told, top, body, below, round(GAP + LINE * sheet.foot * width * len(told) + GAP))


def _axis(layout: Table) -> int:
    """Give the pixels that the axis across takes below the plot."""
    axis = layout.get("xaxis", {})
    if axis.get("visible") is False:
        return 4
    text = axis.get("title", {}).get("text") or ""
    return TICKS + (STANDOFF + round(FONT_SIZE * LINE * (text.count("<br>") + 1)) if text else 0)


def _left(layout: Table) -> int:
    """Give the pixels that the axis upwards takes left of the plot, where its labels do not stand there."""
    axis = layout.get("yaxis", {})
    if axis.get("visible") is False:
        return 0
    text = axis.get("title", {}).get("text") or ""
    return TICKS_LEFT + (round(FONT_SIZE * LINE * (text.count("<br>") + 1)) if text else 0)


def _legend(figure: Table, across: float) -> int:
    """Give the pixels that the legend takes at most: names stand in columns as wide as the widest of them."""
    names = [one["name"] for one in figure["data"] if one.get("name") and one.get("showlegend", True)]
    if not names:
        return 0
    lines = [name.split("<br>") for name in names]
    widest = KEY + max(width_of(line, FONT_SIZE) for parts in lines for line in parts)
    columns = max(1, int(across // widest))
    tallest = max(len(parts) for parts in lines)
    return GAP + (len(names) + columns - 1) // columns * round(FONT_SIZE * LINE * tallest + 6)


def _put(layout: Table, room: _Room, width: int, height: int, plot: int, sheet: Sheet) -> None:
    """Set size, margins, title, foot and the place of the legend."""
    margin: dict[str, Any] = layout["margin"]
    left = MARGIN + round(layout.pop("_beside", 0)) + _left(layout)
    bottom = height - room.top - plot
    layout["margin"] = {**margin, "l": left, "t": room.top, "b": bottom}
    layout |= {"width": width, "height": height, "autosize": False}
    first = GAP + sheet.title * width
    layout["title"] |= {
        "text": bold("<br>".join(for_svg(line, None) for line in room.title)),
        "font": {"size": round(sheet.title * width, 2)},
        "y": 1 - first / height,
    }
    if layout.get("showlegend"):
        layout["legend"]["y"] = -(_axis(layout) + GAP / 2) / plot
    told = "<br>".join(for_svg(line, None) for line in room.foot)
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "showarrow": False, "borderpad": 0, "align": "left"}
    anchor = {"xanchor": "left", "xshift": MARGIN - left, "yanchor": "bottom", "yshift": GAP - bottom}
    quiet = layout["template"]["layout"]["xaxis"]["zerolinecolor"]
    note = {"text": told, "font": {"size": round(sheet.foot * width, 2), "color": quiet}, **place, **anchor}
    layout["annotations"] = [*layout.get("annotations", ()), note]
