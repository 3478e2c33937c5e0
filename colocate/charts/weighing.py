"""Charts of a weighing: ranks over many weights, values with their parts, value functions, turning weights."""

from __future__ import annotations

from typing import Any

from colocate.analysis.access.letters import letter
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
    order_of,
    pick,
    rounded,
)
from colocate.model.futures import Futures
from colocate.words.numbers import number, percent
from colocate.words.verdict_with_odds import of_hundred
from colocate.words.weighing import scale_words
from colocate.words.weighing_charts import (
    Kind,
    finding_curves,
    finding_ranks,
    finding_turning,
    finding_values,
    rank_name,
    ranking_of,
)

BAR = 26
AXIS = 62
LEGEND = 62
KEY_LINE = 12
"""Pixels for each line of a legend: on a wide screen several stand in one line."""
WRITTEN = 9.0
"""A part of a bar of 100 that is smaller than this has no figure written on it."""
OTHER_COLOURS = 4
"""Criteria take colours from here on: those before it mark the first four options."""
CURVE = 76
"""Pixels of the line of one criterion, from 0 to 100."""
END_WIDTH = 18
"""Characters a line of an end of a scale, so that both ends fit below a line on the narrowest screen."""
SIZES = (25, 17, 13, 11)
"""Marks of options that may lie on each other: a later one leaves the rim of those before it to be seen."""
SHADES = ("", "/", ".", "x", "-", "+", "|", "\\")
"""Patterns of the ranks: the first is solid, the last ones let most of the ground through."""


def ranks(futures: Futures, found: Weighing, kind: Kind = "all", *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw how often each option takes each rank over many weights and all futures: solid is first."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    table, ranking = found.table, ranking_of(found, kind)
    labels = [
        f"{name}: first {of_hundred(share, locale)}" for name, share in zip(table.names, ranking.first, strict=True)
    ]
    rows = rows_of(labels, BAR)
    shades = [pick(look.series, order_of(futures.central, option)) for option in table.options]
    starts = beginnings(ranking.ranks)
    for place in range(len(table.options)):
        shares = rounded((100 * ranking.ranks[:, place]).tolist())
        pattern = _pattern(pick(SHADES, place), look)
        figure.add_bar(
            orientation="h",
            x=shares,
            y=list(rows.middles),
            width=BAR,
            hoverinfo="skip",
            showlegend=False,
            marker={"color": shades, "line": {"color": look.background, "width": 1}, "pattern": pattern},
        )
        _key(figure, rank_name(place), {"color": look.total, "pattern": pattern})
        for start, share, row in zip((100 * starts[:, place]).tolist(), shares, rows.middles, strict=True):
            _write_inside(figure, start, share, row, number(share, locale), look)
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(title_text="Of 100 sets of weights, each with a future", range=[0, 100], dtick=25)
    name = file_name("ranks", kind)
    return finish(figure, finding_ranks(found, kind, locale), name, height=rows.height + AXIS + LEGEND, legend=LEGEND)


def values(found: Weighing, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw the points of each option with the chosen weights, as parts by criterion; the sum stands in its label."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    table, chosen = found.table, found.chosen
    labels = [
        f"{name}: {number(total, locale)} points"
        for name, total in zip(table.names, chosen.totals.tolist(), strict=True)
    ]
    rows = rows_of(labels, BAR)
    starts = beginnings(chosen.parts)
    for place, scale in enumerate(table.scales):
        parts = rounded(chosen.parts[:, place].tolist())
        figure.add_bar(
            orientation="h",
            x=parts,
            y=list(rows.middles),
            width=BAR,
            name=lines_of(f"{scale.title} ({percent(float(chosen.weights[place]), locale, 0)})", 36),
            hovertemplate=f"{escaped(scale.title)}: %{{x:.1f}} points<extra></extra>",
            marker={
                "color": pick(look.series, place + OTHER_COLOURS),
                "line": {"color": look.background, "width": 1},
                "pattern": _pattern(pick(PATTERNS, place), look),
            },
        )
        for start, part, row in zip(starts[:, place].tolist(), parts, rows.middles, strict=True):
            _write_inside(figure, start, part, row, number(part, locale), look)
    lay_out(figure, rows, labels, look)
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text="Points: weight x value, added up", range=list(reach(chosen.parts)), dtick=25)
    height = rows.height + AXIS + LEGEND + KEY_LINE * len(table.scales)
    return finish(figure, finding_values(found, locale), file_name("weighed"), height=height, legend=LEGEND)


def value_functions(futures: Futures, found: Weighing, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw how the measure of each criterion becomes a value from 0 to 100, with the options marked on the line."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    table, drawn = found.table, curves(found.table)
    names = [scale.title for scale in table.scales]
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
                x=0, y=level, xanchor="right", xshift=-6, text=number(value, locale), showarrow=False, borderpad=0
            )
        for option, (way, value) in zip(table.options, curve.options, strict=True):
            marks[option].append((100 * way, foot - pixels * (value - low)))
        _ends(figure, scale_words(futures.case, scale, locale), foot, look)
    for number_, (option, places) in enumerate(marks.items()):
        place = order_of(futures.central, option)
        figure.add_scatter(
            x=rounded([x for x, _y in places]),
            y=rounded([y for _x, y in places]),
            mode="markers",
            name=lines_of(table.name(option), 40),
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
    finding = finding_curves(futures.case, found, locale)
    height = rows.height + 24 + 18 * len(marks)
    return finish(figure, finding, file_name("value-functions"), height=height + 20, legend=12)


def turning_weights(futures: Futures, found: Weighing, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw who comes first as each criterion's weight goes from 0 to 100 %, with a mark at its weight today."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    table = found.table
    labels = [f"{table.title(flip.criterion)}: now {percent(flip.weight, locale, 0)}" for flip in found.flips]
    rows = rows_of(labels, BAR + 6)
    shown = {stretch.option for flip in found.flips for stretch in flip.stretches}
    rows_of_flips = list(zip(found.flips, rows.middles, strict=True))
    for option in table.options:
        place = order_of(futures.central, option)
        mine = [(row, stretch) for flip, row in rows_of_flips for stretch in flip.stretches if stretch.option == option]
        if option not in shown:
            continue
        figure.add_bar(
            orientation="h",
            base=rounded([100 * stretch.start for _row, stretch in mine]),
            x=rounded([100 * (stretch.end - stretch.start) for _row, stretch in mine]),
            y=[row for row, _stretch in mine],
            width=BAR,
            name=lines_of(f"{letter(place)}: {table.name(option)} first", 40),
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
    title = "Weight of this criterion, %; line: now"
    figure.update_xaxes(title_text=title, range=[0, 100], dtick=25)
    height = rows.height + AXIS + LEGEND + KEY_LINE * len(shown)
    return finish(figure, finding_turning(found, locale), file_name("turning-weights"), height=height, legend=LEGEND)


def _pattern(shape: str, look: Colours) -> dict[str, Any]:
    return {"shape": shape, "fillmode": "overlay", "fgcolor": look.background, "size": 7, "solidity": 0.3}


def _key(figure: Figure, name: str, marker: dict[str, Any]) -> None:
    """Put a line into the legend that stands for marks of several colours."""
    figure.add_bar(orientation="h", x=[0], y=[0], name=name, marker=marker, hoverinfo="skip")


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
