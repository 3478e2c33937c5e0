"""A map of two figures: which option is the cheapest where, and the line on which the answer flips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from colocate.analysis.deciding.map_areas import Area, Mask, areas_of, deepest, expected_on_map, place_for, without_box
from colocate.analysis.deciding.two_way_map import TwoWayMap
from colocate.charts.colours import mixed
from colocate.charts.drawing import Cell, Drawing
from colocate.charts.lettering import LINE_HEIGHT, bold, file_name, lines_of, wrapped
from colocate.charts.marks import marker
from colocate.charts.rows import CHARACTER
from colocate.charts.theme import MARGIN, Chart, begin, finish
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Quantity
from colocate.safe import for_svg
from colocate.words import chart_columns as columns
from colocate.words.deciding import finding_two_way
from colocate.words.decisive import ends_of, with_unit
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import name_of, short_names
from colocate.words.uncertainty_labels import cross

MAP = 380
MAP_WIDTH, MAP_HEIGHT = 225, 330
"""Pixels of a map on the narrowest screen, without its axes."""
TINT = 0.3
"""How much of an option's colour its area on a map has; the rest is the ground, so that names on it can be read."""


def two_way(
    futures: Futures, found: TwoWayMap, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw a map of the cheapest option over two figures, with a line where the answer turns."""
    figure = begin(language, dark)
    look = figure.look
    areas = sorted(areas_of(found), key=lambda area: -area.part)
    tints = {area.option: mixed(look.of(futures.place_of(area.option)), look.background, TINT) for area in areas}
    figure.update_layout(plot_bgcolor=tints[areas[0].option])
    for area in areas[1:]:
        figure.add_contour(
            x=list(area.first),
            y=list(area.second),
            z=area.lead,
            zmin=-1,
            zmax=1,
            contours={"start": 0, "end": 0, "size": 2},
            colorscale=[[0, "rgba(0,0,0,0)"], [1, tints[area.option]]],
            line={"color": look.text, "width": 2.5},
            hoverinfo="skip",
            showscale=False,
            showlegend=False,
        )
    figure.tell(columns.MAP, _cheapest(futures, found, language))
    values, middle = found.expected, expected_on_map(found)
    figure.add_points(values[:1], values[1:], marker("x", 13, look.text, look.background, 1.5))
    _name_areas(figure, areas, short_names(futures.case), middle, tints)
    _side(figure, found.first, futures, language, across=True)
    _side(figure, found.second, futures, language, across=False)
    name = file_name("map", found.first.path, found.second.path)
    return finish(figure, finding_two_way(futures, found, reading, language), name, height=MAP + 110, right=MARGIN + 8)


def _cheapest(futures: Futures, found: TwoWayMap, language: Language) -> Iterator[tuple[Cell, ...]]:
    """Give the cheapest option at each point of the map, as rows of a table."""
    names = short_names(futures.case)
    one, other = (
        name_of(futures.case, side, with_option=True, language=language) for side in (found.first, found.second)
    )
    for row, second in zip(found.cheapest.tolist(), found.second_values.tolist(), strict=True):
        for place, first in zip(row, found.first_values.tolist(), strict=True):
            yield one, found.first.unit, first, other, found.second.unit, second, names[found.options[place]]


def _side(figure: Drawing, quantity: Quantity, futures: Futures, language: Language, across: bool) -> None:
    """Name an axis with its unit; no and yes stand at the two strips of a yes or no."""
    words = lines_of(with_unit(futures.case, quantity, language), 42 if across else 40)
    if across:
        words = f"{words}<br>{cross(language)}"
    settings: dict[str, Any] = {"title_text": words, "showgrid": False, "zeroline": False, "nticks": 6}
    if quantity.shape == "yes/no":
        settings |= {"range": [-0.5, 1.5], "tickvals": [0, 1], "ticktext": list(ends_of(quantity, language))}
    else:
        settings["range"] = [quantity.low, quantity.high]
    (figure.update_xaxes if across else figure.update_yaxes)(**settings)


def _name_areas(
    figure: Drawing,
    areas: Sequence[Area],
    names: dict[str, str],
    centre: tuple[float, float],
    tints: dict[str, str],
) -> None:
    """Write each option's name into its area, or beside it with a line to it where the area is too small."""
    taken: Mask = areas[0].mask | True
    taken = without_box(taken, centre, 26 / MAP_WIDTH, 26 / MAP_HEIGHT)
    late = []
    for area in areas:
        longest = max(len(word) for word in names[area.option].split())
        for width in (26, 20, 15, 12, 9):
            if width < min(longest, 15):
                continue
            box = _box(names[area.option], width)
            place = place_for(area.mask & taken, *box, near=deepest(area.mask))
            if place is not None:
                _write_name(figure, names[area.option], width, place, tints[area.option])
                taken = without_box(taken, place, *box)
                break
        else:
            late.append(area)
    for area in late:
        box, target = _box(names[area.option], 15), deepest(area.mask)
        place = place_for(taken, *box, near=target) or target
        if abs(place[0] - target[0]) > box[0] / 2 or abs(place[1] - target[1]) > box[1] / 2:
            ends = {"x0": place[0], "y0": place[1], "x1": target[0], "y1": target[1]}
            line = {"color": figure.look.text, "width": 1.5}
            figure.add_shape(type="line", xref="paper", yref="paper", **ends, line=line)
        _write_name(figure, names[area.option], 15, place, tints[area.option], bordercolor=figure.look.text)
        taken = without_box(taken, place, *box)


def _box(name: str, width: int) -> tuple[float, float]:
    """Give the width and height of a name in lines, as parts of the map's."""
    lines = wrapped(name, width, most=5)
    across = (CHARACTER * max(len(line) for line in lines) + 12) / MAP_WIDTH
    return across, (LINE_HEIGHT * len(lines) + 12) / MAP_HEIGHT


def _write_name(figure: Drawing, name: str, width: int, place: tuple[float, float], tint: str, **settings: Any) -> None:
    text = "<br>".join(bold(for_svg(line)) for line in wrapped(name, width, most=5))
    centred = {"xref": "paper", "yref": "paper", "xanchor": "center", "yanchor": "middle"}
    figure.write(text, round(place[0], 4), round(place[1], 4), **centred, bgcolor=tint, borderpad=2, **settings)
