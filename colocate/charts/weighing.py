"""Charts of a weighing: ranks over many weights, values with their parts, value functions, turning weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from colocate.analysis.access.letters import letter
from colocate.analysis.rounding import rounded_parts
from colocate.analysis.weighing.flips import Flip
from colocate.analysis.weighing.shapes import Curve, beginnings, curves, reach, tallest, widest
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts.colours import MARKERS, PATTERNS, pick
from colocate.charts.drawing import Cell, Drawing
from colocate.charts.lettering import bold, file_name, lines_of
from colocate.charts.marks import draw_filled, marker, pattern
from colocate.charts.rows import AXIS, Rows, lay_out, rows_of
from colocate.charts.theme import Chart, begin, finish, rounded
from colocate.quantity import Array
from colocate.safe import for_svg
from colocate.words import chart_columns as columns
from colocate.words import weighing_charts as words
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import short_name
from colocate.words.weighing_names import ends_of, points, titles

BAR = 26
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


def ranks(found: Weighing, kind: words.Kind = "all", *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw how often each option takes each rank over many weights and all futures: solid is first."""
    figure, ranking = begin(language, dark), words.ranking_of(found, kind)
    labels = words.rank_labels(found, kind, language)
    keys = [words.rank_name(place, language) for place in range(len(found.table.options))]
    written = [[language.number(count) for count in counts] for counts in ranking.ranks_of_hundred]
    rows = _parts_of_bars(figure, found, labels, 100 * ranking.ranks, keys, written)
    figure.tell(columns.RANKS, _parts_told(found, range(1, 1 + len(keys)), ranking.ranks))
    figure.update_layout(barmode="stack")
    lay_out(figure, rows, labels, title_text=words.rank_axis(found, language), range=[0, 100], dtick=25)
    finding, height = words.finding_ranks(found, kind, language), rows.height + AXIS + LEGEND
    return finish(figure, finding, file_name("ranks", kind), height=height, legend=LEGEND)


def values(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw the points of each option with the chosen weights, as parts by criterion; the sum stands in its label."""
    figure, parts = begin(language, dark), found.chosen.parts
    labels, keys = words.value_labels(found, language), words.criterion_keys(found, language)
    written = [[points(one, language) for one in rounded_parts(row, digits=1)] for row in parts.tolist()]
    rows = _parts_of_bars(figure, found, labels, parts, keys, written)
    figure.tell(columns.PARTS, _parts_told(found, titles(found.table, language), parts))
    figure.update_layout(barmode="relative")
    lay_out(figure, rows, labels, title_text=words.value_axis(language), range=list(reach(parts)), dtick=25)
    height = rows.height + AXIS + LEGEND + KEY_LINE * len(found.table.scales)
    return finish(figure, words.finding_values(found, language), file_name("weighed"), height=height, legend=LEGEND)


def _parts_told(found: Weighing, names: Sequence[Cell], sizes: Array) -> Iterator[tuple[Cell, ...]]:
    """Give the parts of each option's bar, as rows of a table."""
    for option, row in zip(found.table.options, sizes.tolist(), strict=True):
        for name, size in zip(names, row, strict=True):
            yield option, short_name(found.table.case, option), name, size


def _parts_of_bars(
    figure: Drawing,
    found: Weighing,
    labels: Sequence[str],
    sizes: Array,
    keys: Sequence[str],
    written: Sequence[Sequence[str]],
) -> Rows:
    """Draw a bar for each option, in its colour, of parts told apart by pattern, with a key of the patterns in grey.

    `sizes` has shape `(options, parts)`; `written` is what stands on each part where it is wide enough.
    """
    rows, look = rows_of(labels, BAR), figure.look
    shades = [look.of(found.table.place_of(option)) for option in found.table.options]
    starts = beginnings(sizes)
    for place, key in enumerate(keys):
        strokes = pattern(pick(SHADES, place), look.background)
        fill = {"color": shades, "line": {"color": look.background, "width": 1}, "pattern": strokes}
        grey = {"color": look.total, "pattern": strokes}
        draw_filled(figure, rows.middles, sizes[:, place].tolist(), fill, width=BAR, showlegend=False)
        draw_filled(figure, rows.middles[:1], [0], grey, width=BAR, name=lines_of(key, 36))
        for start, size, told, row in zip(
            starts[:, place].tolist(), sizes[:, place].tolist(), written, rows.middles, strict=True
        ):
            _write_inside(figure, start, size, row, told[place])
    return rows


def value_functions(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw how the measure of each criterion becomes a value from 0 to 100, with the options marked on the line."""
    figure, table, drawn = begin(language, dark), found.table, curves(found.table)
    look, names = figure.look, titles(table, language)
    rows = rows_of(names, CURVE + 66)
    marks: dict[str, list[tuple[float, float]]] = {option: [] for option in table.options}
    for scale, curve, middle in zip(table.scales, drawn, rows.middles, strict=True):
        low, high = tallest(curve)
        foot, pixels = middle + CURVE / 2, CURVE / (high - low)
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
            figure.add_line((0, level), (100, level), behind=True, color=look.grid, width=1)
            figure.write(language.number(value), 0, level, xanchor="right", xshift=-6, borderpad=0)
        for option, (way, value) in zip(table.options, curve.options, strict=True):
            marks[option].append((100 * way, foot - pixels * (value - low)))
        _ends(figure, ends_of(table.case, scale, language), foot)
    for size, (option, places) in zip(_sizes(len(marks)), marks.items(), strict=True):
        place, name = table.place_of(option), lines_of(short_name(table.case, option), 40)
        mark = marker(pick(MARKERS, place), size, look.of(place), look.background, 1.5)
        figure.add_points(rounded([x for x, _y in places]), rounded([y for _x, y in places]), mark, name=name)
    figure.tell(columns.CURVES, _curves_told(found, names, drawn))
    first, last = widest(drawn)
    lay_out(figure, rows, names, visible=False, range=[100 * first - 12, 100 * last + 4])
    finding, height = words.finding_curves(found, language), rows.height + 44 + 18 * len(marks)
    return finish(figure, finding, file_name("value-functions"), height=height, legend=12)


def _curves_told(found: Weighing, names: Sequence[str], drawn: Sequence[Curve]) -> Iterator[tuple[Cell, ...]]:
    """Give the points of each criterion's line, then the options on it, as rows of a table."""
    for name, curve in zip(names, drawn, strict=True):
        for way, value in curve.line:
            yield name, columns.THE_LINE, way, value
        for option, (way, value) in zip(found.table.options, curve.options, strict=True):
            yield name, short_name(found.table.case, option), way, value


def _sizes(marks: int) -> list[int]:
    """Give so many sizes of marks, the last one again where there are more marks than sizes."""
    return [SIZES[min(place, len(SIZES) - 1)] for place in range(marks)]


def turning_weights(found: Weighing, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw who comes first as each criterion's weight goes from 0 to 100 %, with a mark at its weight today."""
    figure, table, labels = begin(language, dark), found.table, words.turning_labels(found, language)
    rows = rows_of(labels, BAR + 6)
    flips = list(zip(found.flips, rows.middles, strict=True))
    figure.tell(
        columns.TURNING,
        (
            (name, flip.weight, stretch.start, stretch.end, short_name(table.case, stretch.option))
            for name, flip in zip(titles(table, language), found.flips, strict=True)
            for stretch in flip.stretches
        ),
    )
    shown = {stretch.option for flip in found.flips for stretch in flip.stretches}
    for option in table.options:
        if option in shown:
            _stretches(figure, found, option, flips)
    for flip, row in flips:
        at = round(100 * flip.weight, 2)
        figure.add_line((at, row - 19), (at, row + 19), color=figure.look.background, width=9)
        figure.add_line((at, row - 19), (at, row + 19), color=figure.look.text, width=4)
    figure.update_layout(barmode="overlay")
    lay_out(figure, rows, labels, title_text=words.turning_axis(language), range=[0, 100], dtick=25)
    finding, height = words.finding_turning(found, language), rows.height + AXIS + LEGEND + KEY_LINE * len(shown)
    return finish(figure, finding, file_name("turning-weights"), height=height, legend=LEGEND)


def _stretches(figure: Drawing, found: Weighing, option: str, flips: Sequence[tuple[Flip, float]]) -> None:
    """Draw the stretches of every weight over which one option comes first, with its letter where they are wide."""
    place, ground = found.table.place_of(option), figure.look.background
    mine = [(row, stretch) for flip, row in flips for stretch in flip.stretches if stretch.option == option]
    starts, sizes = [100 * one.start for _row, one in mine], [100 * (one.end - one.start) for _row, one in mine]
    rows, strokes = [row for row, _stretch in mine], pattern(pick(PATTERNS, place), ground)
    fill = {"color": figure.look.of(place), "line": {"color": ground, "width": 1}, "pattern": strokes}
    name = lines_of(words.turning_key(found, option, letter(place), figure.language), 40)
    draw_filled(figure, rows, sizes, fill, width=BAR, base=rounded(starts), name=name)
    for start, size, row in zip(starts, sizes, rows, strict=True):
        _write_inside(figure, start, size, row, letter(place), least=6.0)


def _write_inside(figure: Drawing, start: float, size: float, row: float, told: str, least: float = WRITTEN) -> None:
    """Write a figure on a part of a bar, where the part is wide enough."""
    if size >= least:
        middle = round(start + size / 2, 2)
        figure.write(bold(for_svg(told)), middle, row, bgcolor=figure.look.background, borderpad=1)


def _ends(figure: Drawing, told: tuple[str, str], foot: float) -> None:
    """Write the ends of a scale under its line: the worst on the left, the best on the right."""
    for x, anchor, end in ((0, "left", told[0]), (100, "right", told[1])):
        place = {"xanchor": anchor, "yanchor": "top", "align": anchor, "borderpad": 0}
        figure.write(lines_of(end, END_WIDTH), x, foot + 4, **place, font={"color": figure.look.quiet})
