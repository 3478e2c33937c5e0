"""A plan of the options' doors and the constituents around them; no map is fetched from anywhere."""

from __future__ import annotations

from colocate.analysis.access.labels import Label, Paper
from colocate.analysis.access.plan import Plan, plan_of
from colocate.charts.colours import GROUP_MARKERS, Colours, pick
from colocate.charts.drawing import Drawing, Lines, Point, Table
from colocate.charts.lettering import LINE_HEIGHT, bold, file_name, wrapped
from colocate.charts.marks import marker
from colocate.charts.theme import MARGIN, Chart, begin, finish, nothing_to_draw
from colocate.model.futures import Futures
from colocate.safe import for_svg
from colocate.words import chart_columns as columns
from colocate.words import plan as words
from colocate.words.language import ENGLISH, Language

PAPER = Paper()
DOOR = "pentagon"
LONGER, OTHERWISE = 4.0, 1.5
"""Width in pixels of a line to a constituent whose way gets longer, and of any other."""

LIST_WIDTH = 44
"""Letters a line of the list below the plan."""
LIST_TOP = 12.0
"""Pixels from the foot of the plan to the list."""


def plan(futures: Futures, option_id: str, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the doors, the constituents by group and number, a line from each to the option's door, rings of minutes."""
    figure, found = begin(language, dark), plan_of(futures, option_id, PAPER)
    finding, name = words.finding_plan(futures, option_id, found, language), file_name("plan", option_id)
    if found is None:
        return nothing_to_draw(figure, finding, name)
    shade = figure.look.of(futures.place_of(option_id))
    groups = list(dict.fromkeys(one.group for one in futures.case.constituents))
    _frame(figure, found)
    _rings(figure, found)
    _ways(figure, found, shade)
    _doors(figure, found, shade)
    _spots(figure, found, groups)
    _scale(figure, found)
    _north(figure, found)
    doors_told = ((columns.DOOR, " / ".join(one.names), "", one.east, one.north, None, None) for one in found.doors)
    spots_told = (
        (columns.SPOT, one.name, one.group, one.east, one.north, one.minutes, one.change) for one in found.spots
    )
    figure.tell(columns.PLACES, (*doors_told, *spots_told))
    doors = [
        (_door_marker(door.chosen, shade, figure.look), words.door_in_words(door, language)) for door in found.doors
    ]
    spots = [
        (_spot_marker(one.group, groups, figure.look), words.spot_in_words(one, option_id, futures, language))
        for one in found.spots
    ]
    notes = [(None, note) for note in words.notes(found, futures, option_id, language)]
    height = _list(figure, [*doors, *spots, *notes])
    whole = PAPER.height + height
    figure.update_yaxes(domain=[round(height / whole, 5), 1.0])
    figure.update_layout(yaxis2={"domain": [0.0, round(height / whole, 5)]})
    return finish(figure, finding, name, height=round(whole) + MARGIN)


def _frame(figure: Drawing, found: Plan) -> None:
    """Lay kilometres alike on both axes, and hide them: the bar tells the scale."""
    figure.update_xaxes(range=[_km(found.west), _km(found.east)], visible=False)
    figure.update_yaxes(range=[_km(found.south), _km(found.north)], scaleanchor="x", scaleratio=1, visible=False)


def _rings(figure: Drawing, found: Plan) -> None:
    """Draw the rings of minutes around the option's door, each named where there is room."""
    middle, look = next((door for door in found.doors if door.chosen), None), figure.look
    if middle is None:
        return
    for ring in found.rings:
        west, south = _at(middle.east - ring.radius, middle.north - ring.radius)
        east, north = _at(middle.east + ring.radius, middle.north + ring.radius)
        line = {"color": look.quiet, "width": 1, "dash": "dot"}
        figure.add_shape(type="circle", x0=west, x1=east, y0=south, y1=north, layer="below", line=line)
        if ring.label is not None:
            text, font = for_svg(words.ring_in_words(ring.minutes, figure.language)), {"color": look.quiet, "size": 12}
            figure.write(text, *_at(*ring.label), font=font, bgcolor=look.background, borderpad=0)


def _ways(figure: Drawing, found: Plan, shade: str) -> None:
    """Draw the line to each constituent: thick where longer, dashed where worked out from the distance."""
    door = next(door for door in found.doors if door.chosen)
    for spot in found.spots:
        width = LONGER if spot.change > 0 else OTHERWISE
        dash = "dash" if spot.known == "distance" else "solid"
        start, end = _at(spot.east, spot.north), _at(door.east, door.north)
        figure.add_line(start, end, behind=True, color=shade, width=width, dash=dash)


def _doors(figure: Drawing, found: Plan, shade: str) -> None:
    for door in found.doors:
        x, y = _at(door.east, door.north)
        figure.add_points([x], [y], _door_marker(door.chosen, shade, figure.look))
        _name(figure, (x, y), door.label, strong=door.chosen)


def _door_marker(chosen: bool, shade: str, look: Colours) -> Table:
    """Fill the door of the option that the plan is about with its colour; one door may be that of several options."""
    return marker(DOOR, 19, shade if chosen else look.background, look.text, 2)


def _spots(figure: Drawing, found: Plan, groups: list[str]) -> None:
    """Draw the constituents, each group by its own mark, and tell the minutes where a reader points at one."""
    for group in dict.fromkeys(one.group for one in found.spots):
        spots = [one for one in found.spots if one.group == group]
        figure.add_points(
            [_km(one.east) for one in spots],
            [_km(one.north) for one in spots],
            _spot_marker(group, groups, figure.look),
            customdata=[words.minutes_in_words(one, figure.language) for one in spots],
            hovertemplate="%{customdata}<extra></extra>",
        )
    for spot in found.spots:
        _name(figure, _at(spot.east, spot.north), spot.label)


def _spot_marker(group: str, groups: list[str], look: Colours) -> Table:
    return marker(pick(GROUP_MARKERS, groups.index(group)), 13, look.text, look.background, 1)


def _name(figure: Drawing, point: Point, label: Label, *, strong: bool = False) -> None:
    """Write words beside a point, where the plan found room; a thin line leads to them if that is farther off."""
    text, right, up = for_svg(label.words), round(label.right), round(label.up)
    place: Table = {"xshift": right, "yshift": up}
    if label.line:
        arrow: Table = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": figure.look.quiet}
        place = {**arrow, "ax": right, "ay": -up}
    ground: Table = {"bgcolor": figure.look.background, "opacity": 0.9, "borderpad": 1}
    figure.write(bold(text) if strong else text, point[0], point[1], **ground, **place)


def _scale(figure: Drawing, found: Plan) -> None:
    """Draw the scale bar at the bottom left."""
    pixel = (found.east - found.west) / PAPER.width
    left, low = found.west + 8 * pixel, found.south + 12 * pixel
    right = left + found.bar
    for x0, x1, half in ((left, right, 0.0), (left, left, 4 * pixel), (right, right, 4 * pixel)):
        figure.add_line(_at(x0, low - half), _at(x1, low + half), color=figure.look.text, width=2)
    text, above = for_svg(words.bar_in_words(found.bar, figure.language)), _at(left, low + 4 * pixel)
    figure.write(text, *above, xanchor="left", yanchor="bottom", bgcolor=figure.look.background, borderpad=1)


def _north(figure: Drawing, found: Plan) -> None:
    """Draw the arrow to the north at the top right."""
    pixel = (found.east - found.west) / PAPER.width
    arrow: Table = {
        "showarrow": True,
        "arrowhead": 2,
        "arrowwidth": 2,
        "arrowcolor": figure.look.text,
        "ax": 0,
        "ay": 34,
    }
    at = _at(found.east - 16 * pixel, found.north - 6 * pixel)
    figure.write(bold(for_svg(words.north_in_words(figure.language))), *at, **arrow, borderpad=1)


def _list(figure: Drawing, rows: list[tuple[Table | None, str]]) -> float:
    """Write below the plan what its marks are, on axes of pixels; give the height."""
    top, first = LIST_TOP, len(figure.layout.get("annotations", ()))
    marked = tuple(mark is not None for mark, _told in rows)
    figure.labels = Lines(first, tuple(told for _mark, told in rows), LIST_WIDTH, marked=marked)
    for mark, told in rows:
        lines = wrapped(told, LIST_WIDTH, most=6)
        text, shift = "<br>".join(for_svg(line) for line in lines), 0 if mark is None else 16
        figure.write_at_left(text, top, xshift=shift, yref="y2", yanchor="top")
        if mark is not None:
            figure.add_points([0], [top + LINE_HEIGHT / 2], {**mark, "size": 13}, xaxis="x2", yaxis="y2")
        top += LINE_HEIGHT * len(lines) + 4
    hidden = {"visible": False, "fixedrange": True}
    figure.update_layout(
        xaxis2={**hidden, "range": [0, 1], "domain": [0, 1], "anchor": "y2"},
        yaxis2={**hidden, "range": [top, 0], "anchor": "x2"},
    )
    return top


def _at(east: float, north: float) -> Point:
    return _km(east), _km(north)


def _km(kilometres: float) -> float:
    return round(kilometres, 4) + 0.0
