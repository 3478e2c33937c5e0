"""The triangle of weights: who comes first where, by colour and by mark, with the weights that were asked about."""

from __future__ import annotations

from typing import Any

from colocate.analysis.access.letters import letter
from colocate.analysis.weighing.shapes import HEIGHT, place_of, zones
from colocate.analysis.weighing.triangle import Point, Triangle
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts.theme import (
    MARGIN,
    MARKERS,
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    file_name,
    finish,
    lines_of,
    pick,
    wrapped,
)
from colocate.words.language import ENGLISH, Language
from colocate.words.weighing_triangle import corner_words, finding_triangle, these_weights, triangle_key, triangle_marks

LEAST = -0.31
"""Where the chart ends below the triangle, whose sides are 1: room for corners and key."""
CORNER_WIDTH = 38
"""Characters a line of a corner's name."""
SIDE = 430
"""Pixels of the triangle's height with room above."""


def weight_triangle(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw who comes first on average at each set of weights: filled where in nine of ten futures, else hollow."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding, laid_out = finding_triangle(found, language), found.triangle
    if laid_out is None:
        raise ValueError("a triangle needs money, access, and a third criterion")
    told = zones(laid_out, found.table)
    for zone in told:
        place = found.table.place_of(zone.option)
        name = lines_of(triangle_key(found, zone.option, letter(place), language), 40)
        for points, sure in ((zone.sure, True), (zone.unsure, False)):
            if points:
                words = name if sure or not zone.sure else None
                _points(figure, points, look, place, sure=sure, name=words)
    _here(figure, laid_out, these_weights(language), look)
    for zone in told:
        if zone.part >= 0.02:
            place = found.table.place_of(zone.option)
            figure.add_annotation(
                x=round(zone.middle[0], 3),
                y=round(zone.middle[1], 3),
                text=f"<b>{letter(place)}</b>",
                showarrow=False,
                bgcolor=look.background,
                bordercolor=pick(look.series, place),
                borderwidth=1.5,
                borderpad=3,
            )
    _corners(figure, found, laid_out, language, look)
    key = "<br>".join(triangle_marks(found, language))
    if key:
        figure.add_annotation(
            x=0.5, y=LEAST, yanchor="bottom", text=key, showarrow=False, font={"color": look.quiet}, borderpad=0
        )
    figure.update_xaxes(visible=False, range=[-0.06, 1.06], constrain="domain")
    above = 0.1 + 0.06 * len(wrapped(corner_words(found, laid_out.corners[2], language), CORNER_WIDTH))
    figure.update_yaxes(visible=False, range=[LEAST, HEIGHT + above], scaleanchor="x", constrain="domain")
    height = SIDE + 44 + 20 * (len(told) + 2)
    return finish(figure, finding, file_name("triangle-of-weights"), height=height, legend=14, right=MARGIN)


def _points(
    figure: Figure, points: tuple[Point, ...], look: Colours, place: int, *, sure: bool, name: str | None
) -> None:
    places = [place_of(point.corners) for point in points]
    symbol = pick(MARKERS, place)
    colour = pick(look.series, place)
    figure.add_scatter(
        x=[round(x, 3) for x, _y in places],
        y=[round(y, 3) for _x, y in places],
        mode="markers",
        hoverinfo="skip",
        name=name or "",
        showlegend=name is not None,
        cliponaxis=False,
        marker={
            "symbol": symbol if sure else f"{symbol}-open",
            "size": 11 if sure else 8,
            "color": colour,
            "line": {"width": 0 if sure else 1.5, "color": colour},
        },
    )


def _here(figure: Figure, laid_out: Triangle, name: str, look: Colours) -> None:
    """Mark the weights that were asked about."""
    x, y = place_of(laid_out.here)
    figure.add_scatter(
        x=[round(x, 3)],
        y=[round(y, 3)],
        mode="markers",
        name=name,
        hoverinfo="skip",
        marker={"symbol": "x", "size": 17, "color": look.text, "line": {"color": look.background, "width": 2}},
    )


def _corners(figure: Figure, found: Weighing, laid_out: Triangle, language: Language, look: Colours) -> None:
    """Draw the sides, and name each corner where its weight is 100 %."""
    at: dict[str, Any] = {"type": "line", "layer": "below", "line": {"color": look.quiet, "width": 1}}
    tops = [place_of(corner) for corner in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))]
    for (x0, y0), (x1, y1) in zip(tops, (*tops[1:], tops[0]), strict=True):
        figure.add_shape(x0=x0, y0=y0, x1=x1, y1=y1, **at)
    anchors = (("left", "top", -0.06), ("right", "top", 1.06), ("center", "bottom", 0.5))
    for corner, (_x, y), (xanchor, yanchor, across) in zip(laid_out.corners, tops, anchors, strict=True):
        words = lines_of(corner_words(found, corner, language), CORNER_WIDTH)
        figure.add_annotation(
            x=across,
            y=round(y, 3),
            yshift=10 if yanchor == "bottom" else -10,
            xanchor=xanchor,
            yanchor=yanchor,
            text=f"<b>{words}</b><br>{language.percent(1.0)}",
            showarrow=False,
            align=xanchor,
        )
