"""The triangle of weights: who comes first where, by colour and by mark, with the weights that were asked about."""

from __future__ import annotations

from colocate.analysis.access.letters import letter
from colocate.analysis.weighing.shapes import HEIGHT, place_of, zones
from colocate.analysis.weighing.triangle import Point, Triangle
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts.colours import MARKERS, pick
from colocate.charts.drawing import Drawing
from colocate.charts.lettering import bold, file_name, lines_of, wrapped
from colocate.charts.marks import marker
from colocate.charts.theme import MARGIN, Chart, begin, finish
from colocate.words import chart_columns as columns
from colocate.words import weighing_triangle as words
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name

LEAST = -0.31
"""Where the chart ends below the triangle, whose sides are 1: room for corners and key."""
CORNER_WIDTH = 38
"""Characters a line of a corner's name."""
SIDE = 430
"""Pixels of the triangle's height with room above."""


def weight_triangle(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw who comes first on average at each set of weights: filled where in nine of ten futures, else hollow."""
    figure, laid_out = begin(language, dark), found.triangle
    if laid_out is None:
        raise ValueError("a triangle needs money, access, and a third criterion")
    told = zones(laid_out, found.table)
    for zone in told:
        place = found.table.place_of(zone.option)
        name = lines_of(words.triangle_key(found, zone.option, letter(place), language), 40)
        for points, sure in ((zone.sure, True), (zone.unsure, False)):
            if points:
                _points(figure, points, place, sure=sure, name=name if sure or not zone.sure else None)
    corners = [words.corner_words(found, corner, language) for corner in laid_out.corners]
    figure.tell(
        columns.TRIANGLE,
        (
            (
                *(part for pair in zip(corners, point.corners, strict=True) for part in pair),
                short_name(found.table.case, point.option),
                point.share,
            )
            for point in laid_out.points
        ),
    )
    look, here = figure.look, place_of(laid_out.here)
    asked_about = marker("x", 17, look.text, look.background, 2)
    figure.add_points([round(here[0], 3)], [round(here[1], 3)], asked_about, name=words.these_weights(language))
    for zone in told:
        if zone.part >= 0.02:
            place, (x, y) = found.table.place_of(zone.option), zone.middle
            box = {"bgcolor": look.background, "bordercolor": look.of(place), "borderwidth": 1.5, "borderpad": 3}
            figure.write(bold(letter(place)), round(x, 3), round(y, 3), **box)
    _corners(figure, found, laid_out)
    key = "<br>".join(words.triangle_marks(found, language))
    if key:
        figure.write(key, 0.5, LEAST, yanchor="bottom", font={"color": look.quiet}, borderpad=0)
    figure.update_xaxes(visible=False, range=[-0.06, 1.06], constrain="domain")
    above = 0.1 + 0.06 * len(wrapped(words.corner_words(found, laid_out.corners[2], language), CORNER_WIDTH))
    figure.update_yaxes(visible=False, range=[LEAST, HEIGHT + above], scaleanchor="x", constrain="domain")
    height = SIDE + 44 + 20 * (len(told) + 2)
    finding = words.finding_triangle(found, language)
    return finish(figure, finding, file_name("triangle-of-weights"), height=height, legend=14, right=MARGIN)


def _points(figure: Drawing, points: tuple[Point, ...], place: int, *, sure: bool, name: str | None) -> None:
    """Draw the sets of weights at which an option comes first; the name is for the legend, where it is told once."""
    symbol, colour = pick(MARKERS, place), figure.look.of(place)
    mark = marker(symbol, 11, colour, colour, 0) if sure else marker(f"{symbol}-open", 8, colour, colour, 1.5)
    places = [place_of(point.corners) for point in points]
    x, y = [round(x, 3) for x, _y in places], [round(y, 3) for _x, y in places]
    figure.add_points(x, y, mark, name=name or "", showlegend=name is not None)


def _corners(figure: Drawing, found: Weighing, laid_out: Triangle) -> None:
    """Draw the sides, and name each corner where its weight is 100 %."""
    language = figure.language
    tops = [place_of(corner) for corner in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))]
    for start, end in zip(tops, (*tops[1:], tops[0]), strict=True):
        figure.add_line(start, end, behind=True, color=figure.look.quiet, width=1)
    anchors = (("left", "top", -0.06), ("right", "top", 1.06), ("center", "bottom", 0.5))
    for corner, (_x, y), (xanchor, yanchor, across) in zip(laid_out.corners, tops, anchors, strict=True):
        text = f"{bold(lines_of(words.corner_words(found, corner, language), CORNER_WIDTH))}<br>{language.percent(1.0)}"
        shift = 10 if yanchor == "bottom" else -10
        figure.write(text, across, round(y, 3), yshift=shift, xanchor=xanchor, yanchor=yanchor, align=xanchor)
