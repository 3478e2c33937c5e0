"""A plan of the options' doors and the constituents around them; no map is fetched from anywhere."""

from __future__ import annotations

from colocate.analysis.access.labels import Label, Paper
from colocate.analysis.access.plan import Plan, plan_of
from colocate.charts.theme import (
    GROUP_MARKERS,
    LINE_HEIGHT,
    MARGIN,
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    escaped,
    file_name,
    finish,
    nothing_to_draw,
    order_of,
    pick,
    wrapped,
)
from colocate.model.futures import Futures
from colocate.words.language import ENGLISH, Language
from colocate.words.plan import (
    bar_in_words,
    door_in_words,
    finding_plan,
    minutes_in_words,
    north_in_words,
    notes,
    ring_in_words,
    spot_in_words,
)

PAPER = Paper()
DOOR = "pentagon"
LONGER, OTHERWISE = 4.0, 1.5
"""Width in pixels of a line to a constituent whose way gets longer, and of any other."""

LIST_WIDTH = 44
"""Letters a line of the list below the plan."""


def plan(futures: Futures, option_id: str, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the doors, the constituents by group and number, a line from each to the option's door, rings of minutes."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    found = plan_of(futures, option_id, PAPER)
    finding, name = finding_plan(futures, option_id, found, language), file_name("plan", option_id)
    if found is None:
        return nothing_to_draw(finding, name, look, language.locale)
    shade = pick(look.series, order_of(futures.central, option_id))
    _frame(figure, found)
    _rings(figure, found, look, language)
    _ways(figure, found, shade)
    groups = list(dict.fromkeys(one.group for one in futures.case.constituents))
    _doors(figure, found, shade, look)
    _spots(figure, found, groups, look, language)
    _scale(figure, found, look, language)
    _corners(figure, found, look, language)
    height = _list(figure, found, futures, option_id, groups, shade, look, language)
    whole = PAPER.height + height
    figure.update_yaxes(domain=[round(height / whole, 5), 1.0])
    figure.update_layout(yaxis2={"domain": [0.0, round(height / whole, 5)]})
    return finish(figure, finding, name, height=round(whole) + MARGIN)


def _frame(figure: Figure, found: Plan) -> None:
    """Lay kilometres alike on both axes, and hide them: the bar tells the scale."""
    figure.update_xaxes(range=[_km(found.west), _km(found.east)], visible=False)
    figure.update_yaxes(range=[_km(found.south), _km(found.north)], scaleanchor="x", scaleratio=1, visible=False)


def _rings(figure: Figure, found: Plan, look: Colours, language: Language) -> None:
    middle = next((door for door in found.doors if door.chosen), None)
    if middle is None:
        return
    for ring in found.rings:
        figure.add_shape(
            type="circle",
            x0=_km(middle.east - ring.radius),
            x1=_km(middle.east + ring.radius),
            y0=_km(middle.north - ring.radius),
            y1=_km(middle.north + ring.radius),
            layer="below",
            line={"color": look.quiet, "width": 1, "dash": "dot"},
        )
        if ring.label is not None:
            figure.add_annotation(
                x=_km(ring.label[0]),
                y=_km(ring.label[1]),
                text=escaped(ring_in_words(ring.minutes, language)),
                showarrow=False,
                font={"color": look.quiet, "size": 12},
                bgcolor=look.background,
                borderpad=0,
            )


def _ways(figure: Figure, found: Plan, shade: str) -> None:
    """Draw the line to each constituent: thick where longer, dashed where worked out from the distance."""
    door = next(door for door in found.doors if door.chosen)
    for spot in found.spots:
        figure.add_shape(
            type="line",
            x0=_km(spot.east),
            y0=_km(spot.north),
            x1=_km(door.east),
            y1=_km(door.north),
            layer="below",
            line={
                "color": shade,
                "width": LONGER if spot.change > 0 else OTHERWISE,
                "dash": "dash" if spot.known == "distance" else "solid",
            },
        )


def _doors(figure: Figure, found: Plan, shade: str, look: Colours) -> None:
    for door in found.doors:
        figure.add_scatter(
            x=[_km(door.east)],
            y=[_km(door.north)],
            mode="markers",
            hoverinfo="skip",
            marker=_door_marker(door.chosen, shade, look),
        )
        _name(figure, door.east, door.north, door.label, look, bold=door.chosen)


def _door_marker(chosen: bool, shade: str, look: Colours) -> dict[str, object]:
    """Fill the door of the option that the plan is about with its colour; one door may be that of several options."""
    return {
        "symbol": DOOR,
        "size": 19,
        "color": shade if chosen else look.background,
        "line": {"color": look.text, "width": 2},
    }


def _spots(figure: Figure, found: Plan, groups: list[str], look: Colours, language: Language) -> None:
    for group in dict.fromkeys(one.group for one in found.spots):
        spots = [one for one in found.spots if one.group == group]
        figure.add_scatter(
            x=[_km(one.east) for one in spots],
            y=[_km(one.north) for one in spots],
            mode="markers",
            customdata=[minutes_in_words(one, language) for one in spots],
            hovertemplate="%{customdata}<extra></extra>",
            marker=_marker(group, groups, look),
        )
    for spot in found.spots:
        _name(figure, spot.east, spot.north, spot.label, look)


def _marker(group: str, groups: list[str], look: Colours) -> dict[str, object]:
    place = groups.index(group)
    return {
        "symbol": pick(GROUP_MARKERS, place),
        "size": 13,
        "color": look.text,
        "line": {"color": look.background, "width": 1},
    }


def _name(figure: Figure, east: float, north: float, label: Label, look: Colours, *, bold: bool = False) -> None:
    """Write words beside a point, where the plan found room; a thin line leads to them if that is farther off."""
    words = escaped(label.words)
    settings: dict[str, object] = {"showarrow": False, "xshift": round(label.right), "yshift": round(label.up)}
    if label.line:
        settings = {
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": look.quiet,
            "ax": round(label.right),
            "ay": -round(label.up),
        }
    figure.add_annotation(
        x=_km(east),
        y=_km(north),
        text=f"<b>{words}</b>" if bold else words,
        bgcolor=look.background,
        opacity=0.9,
        borderpad=1,
        **settings,
    )


def _scale(figure: Figure, found: Plan, look: Colours, language: Language) -> None:
    """Draw the scale bar at the bottom left."""
    pixel = (found.east - found.west) / PAPER.width
    left, low = found.west + 8 * pixel, found.south + 12 * pixel
    line = {"color": look.text, "width": 2}
    for ends in (
        (left, low, left + found.bar, low),
        (left, low - 4 * pixel, left, low + 4 * pixel),
        (left + found.bar, low - 4 * pixel, left + found.bar, low + 4 * pixel),
    ):
        figure.add_shape(type="line", x0=_km(ends[0]), y0=_km(ends[1]), x1=_km(ends[2]), y1=_km(ends[3]), line=line)
    figure.add_annotation(
        x=_km(left),
        y=_km(low + 4 * pixel),
        xanchor="left",
        yanchor="bottom",
        text=escaped(bar_in_words(found.bar, language)),
        showarrow=False,
        bgcolor=look.background,
        borderpad=1,
    )


def _corners(figure: Figure, found: Plan, look: Colours, language: Language) -> None:
    """Draw the arrow to the north at the top right."""
    pixel = (found.east - found.west) / PAPER.width
    figure.add_annotation(
        x=_km(found.east - 16 * pixel),
        y=_km(found.north - 6 * pixel),
        ax=0,
        ay=34,
        text=f"<b>{escaped(north_in_words(language))}</b>",
        showarrow=True,
        arrowhead=2,
        arrowwidth=2,
        arrowcolor=look.text,
        borderpad=1,
    )


def _list(
    figure: Figure,
    found: Plan,
    futures: Futures,
    option_id: str,
    groups: list[str],
    shade: str,
    look: Colours,
    language: Language,
) -> float:
    """Write below the plan what its marks are, on axes of pixels; give the height."""
    rows: list[tuple[dict[str, object] | None, str]] = [
        (_door_marker(door.chosen, shade, look), door_in_words(door, language)) for door in found.doors
    ]
    rows += [
        (_marker(one.group, groups, look), spot_in_words(one, option_id, futures, language)) for one in found.spots
    ]
    rows += [(None, words) for words in notes(found, futures, option_id, language)]
    at, places = 12.0, []
    for marker, words in rows:
        lines = wrapped(words, LIST_WIDTH, most=6)
        places.append((at, marker, lines))
        at += LINE_HEIGHT * len(lines) + 4
    for top, marker, lines in places:
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            xshift=0 if marker is None else 16,
            y=top,
            yref="y2",
            yanchor="top",
            text="<br>".join(escaped(line) for line in lines),
            showarrow=False,
            align="left",
            borderpad=0,
        )
        if marker is not None:
            figure.add_scatter(
                x=[0],
                y=[top + LINE_HEIGHT / 2],
                xaxis="x2",
                yaxis="y2",
                mode="markers",
                hoverinfo="skip",
                cliponaxis=False,
                marker={**marker, "size": 13},
            )
    hidden = {"visible": False, "fixedrange": True}
    figure.update_layout(
        xaxis2={**hidden, "range": [0, 1], "domain": [0, 1], "anchor": "y2"},
        yaxis2={**hidden, "range": [at, 0], "anchor": "x2"},
    )
    return at


def _km(kilometres: float) -> float:
    return round(kilometres, 4) + 0.0
