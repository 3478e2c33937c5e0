"""Charts of a weighing: ranks over many weights, values with their parts, value functions, turning weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from colocate.analysis.access.letters import letter
from colocate.analysis.rounding import rounded_parts
from colocate.analysis.weighing.shapes import beginnings, curves, reach, tallest, widest
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts.rows import lay_out, rows_of
from colocate.charts.theme import (
    MARKERS,
    PATTERNS,
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    escaped,
    file_name,
    finish,
    lines_of,
    pick,
    rounded,
)
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name
from colocate.words.weighing_charts import (
    Kind,
    criterion_keys,
    finding_curves,
    finding_ranks,
    finding_turning,
    finding_values,
    rank_axis,
    rank_labels,
    rank_name,
    ranking_of,
    turning_axis,
    turning_key,
    turning_labels,
    value_axis,
    value_labels,
)
from colocate.words.weighing_names import ends_of, points, titles

BAR = 26
AXIS = 62
LEGEND = 62
KEY_LINE = 12
"""Pixels for each line of a legend: on a wide screen several stand in one line."""
WRITTEN = 9.0
"""A part of a bar of 100 that is smaller than this has no figure written on it."""
CURVE = 76
"""Pixels of the line of one criterion, from 0 to 100."""
END_WIDTH = 18
"""Characters a line of an end of a scale, so that both ends fit below a line on the narrowest screen."""
SIZES = (25, 17, 13, 11)
"""Marks of options that may lie on each other: a later one leaves the rim of those before it to be seen."""
SHADES = ("", "/", ".", "x", "-", "+", "|", "\\")
"""Patterns of ranks and of criteria: the first is solid, the last ones let most of the ground through."""


def ranks(found: Weighing, kind: Kind = "all", *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw how often each option takes each rank over many weights and all futures: solid is first."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    table, ranking = found.table, ranking_of(found, kind)
    labels = rank_labels(found, kind, language)
    rows = rows_of(labels, BAR)
    starts = beginnings(ranking.ranks)
    written = ranking.ranks_of_hundred
    for place in range(len(table.options)):
        shares = (100 * ranking.ranks[:, place]).tolist()
        _parts(figure, found, rows.middles, shares, rank_name(place, language), place, look)
        for start, share, count, row in zip(
            (100 * starts[:, place]).tolist(), shares, written, rows.middles, strict=True
        ):
            _write_inside(figure, start, share, row, language.number(count[place]), look)
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(title_text=rank_axis(found, language), range=[0, 100], dtick=25)
    name = file_name("ranks", kind)
    return finish(figure, finding_ranks(found, kind, language), name, height=rows.height + AXIS + LEGEND, legend=LEGEND)


def values(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the points of each option with the chosen weights, as parts by criterion; the sum stands in its label."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    table, chosen = found.table, found.chosen
    labels, keys = value_labels(found, language), criterion_keys(found, language)
    rows = rows_of(labels, BAR)
    starts = beginnings(chosen.parts)
    written = [rounded_parts(row, digits=1) for row in chosen.parts.tolist()]
    for place, key in enumerate(keys):
        parts = chosen.parts[:, place].tolist()
        _parts(figure, found, rows.middles, parts, key, place, look)
        for start, part, shown, row in zip(starts[:, place].tolist(), parts, written, rows.middles, strict=True):
            _write_inside(figure, start, part, row, points(shown[place], language), look)
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=value_axis(language), range=list(reach(chosen.parts)), dtick=25)
    height = rows.height + AXIS + LEGEND + KEY_LINE * len(table.scales)
    return finish(figure, finding_values(found, language), file_name("weighed"), height=height, legend=LEGEND)


def value_functions(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw how the measure of each criterion becomes a value from 0 to 100, with the options marked on the line."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    table, drawn = found.table, curves(found.table)
    names = titles(table, language)
    rows = rows_of(names, CURVE + 66)
    feet = [middle + CURVE / 2 for middle in rows.middles]
    marks: dict[str, list[tuple[float, float]]] = {option: [] for option in table.options}
    for scale, curve, foot in zip(table.scales, drawn, feet, strict=True):
        low, high = tallest(curve)
        pixels = CURVE / (high - low)
        figure.add_scatter(
            x=rounded([100 * way for way, _value in curve.line]),
            y=rounded([foot - pixels * (value - low) for _way, value in curve.line]),
            mode="lines",
            line={"width": 2.5, "color": look.quiet},
            hoverinfo="skip",
            showlegend=False,
        )
        for value in (0.0, 100.0):
            level = round(foot - pixels * (value - low), 2)
            figure.add_shape(
                type="line", x0=0, x1=100, y0=level, y1=level, layer="below", line={"color": look.grid, "width": 1}
            )
            figure.add_annotation(
                x=0, y=level, xanchor="right", xshift=-6, text=language.number(value), showarrow=False, borderpad=0
            )
        for option, (way, value) in zip(table.options, curve.options, strict=True):
            marks[option].append((100 * way, foot - pixels * (value - low)))
        _ends(figure, ends_of(table.case, scale, language), foot, look)
    for number_, (option, places) in enumerate(marks.items()):
        place = table.place_of(option)
        figure.add_scatter(
            x=rounded([x for x, _y in places]),
            y=rounded([y for _x, y in places]),
            mode="markers",
            name=lines_of(short_name(table.case, option), 40),
            hoverinfo="skip",
            cliponaxis=False,
            marker={
                "symbol": pick(MARKERS, place),
                "size": SIZES[min(number_, len(SIZES) - 1)],
                "color": pick(look.series, place),
                "line": {"color": look.background, "width": 1.5},
            },
        )
    lay_out(figure, rows, names, look)
    first, last = widest(drawn)
    figure.update_xaxes(visible=False, range=[100 * first - 12, 100 * last + 4])
    height = rows.height + 24 + 18 * len(marks)
    return finish(figure, finding_curves(found, language), file_name("value-functions"), height=height + 20, legend=12)


def turning_weights(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw who comes first as each criterion's weight goes from 0 to 100 %, with a mark at its weight today."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    table, labels = found.table, turning_labels(found, language)
    rows = rows_of(labels, BAR + 6)
    shown = {stretch.option for flip in found.flips for stretch in flip.stretches}
    rows_of_flips = list(zip(found.flips, rows.middles, strict=True))
    for option in table.options:
        place = table.place_of(option)
        mine = [(row, stretch) for flip, row in rows_of_flips for stretch in flip.stretches if stretch.option == option]
        if option not in shown:
            continue
        figure.add_bar(
            orientation="h",
            base=rounded([100 * stretch.start for _row, stretch in mine]),
            x=rounded([100 * (stretch.end - stretch.start) for _row, stretch in mine]),
            y=[row for row, _stretch in mine],
            width=BAR,
            name=lines_of(turning_key(found, option, letter(place), language), 40),
            hoverinfo="skip",
            marker={
                "color": pick(look.series, place),
                "line": {"color": look.background, "width": 1},
                "pattern": _pattern(pick(PATTERNS, place), look),
            },
        )
        for row, stretch in mine:
            width = 100 * (stretch.end - stretch.start)
            _write_inside(figure, 100 * stretch.start, width, row, letter(place), look, least=6.0)
    for flip, row in rows_of_flips:
        at = round(100 * flip.weight, 2)
        ends: dict[str, Any] = {"type": "line", "x0": at, "x1": at, "y0": row - 19, "y1": row + 19}
        figure.add_shape(**ends, line={"color": look.background, "width": 9})
        figure.add_shape(**ends, line={"color": look.text, "width": 4})
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(title_text=turning_axis(language), range=[0, 100], dtick=25)
    height = rows.height + AXIS + LEGEND + KEY_LINE * len(shown)
    return finish(figure, finding_turning(found, language), file_name("turning-weights"), height=height, legend=LEGEND)


def _pattern(shape: str, look: Colours) -> dict[str, Any]:
    return {"shape": shape, "fillmode": "overlay", "fgcolor": look.background, "size": 7, "solidity": 0.3}


def _parts(
    figure: Figure, found: Weighing, rows: Sequence[float], sizes: Sequence[float], key: str, place: int, look: Colours
) -> None:
    """Draw one part of every option's bar: the option's colour, the part's pattern, and the pattern in the legend."""
    pattern = _pattern(pick(SHADES, place), look)
    figure.add_bar(
        orientation="h",
        x=rounded(sizes),
        y=list(rows),
        width=BAR,
        hoverinfo="skip",
        showlegend=False,
        marker={
            "color": [pick(look.series, found.table.place_of(option)) for option in found.table.options],
            "line": {"color": look.background, "width": 1},
            "pattern": pattern,
        },
    )
    marker = {"color": look.total, "pattern": pattern}
    figure.add_bar(orientation="h", x=[0], y=[0], name=lines_of(key, 36), marker=marker, hoverinfo="skip")


def _write_inside(
    figure: Figure, start: float, size: float, row: float, words: str, look: Colours, least: float = WRITTEN
) -> None:
    """Write a figure on a part of a bar, where the part is wide enough."""
    if size >= least:
        figure.add_annotation(
            x=round(start + size / 2, 2),
            y=row,
            text=f"<b>{escaped(words)}</b>",
            showarrow=False,
            bgcolor=look.background,
            borderpad=1,
        )


def _ends(figure: Figure, words: tuple[str, str], foot: float, look: Colours) -> None:
    """Write the ends of a scale under its line: the worst on the left, the best on the right."""
    for x, anchor, end in ((0, "left", words[0]), (100, "right", words[1])):
        figure.add_annotation(
            x=x,
            y=foot + 4,
            xanchor=anchor,
            yanchor="top",
            align=anchor,
            text=lines_of(end, END_WIDTH),
            showarrow=False,
            borderpad=0,
            font={"color": look.quiet},
        )
