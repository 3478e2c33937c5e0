"""Charts on the figures that decide: each alone, their parts in the spread, and what knowing is worth.

No option is drawn here, so nothing has a colour: ends of a range, parts and sums are told apart by shape and hatch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from colocate.analysis.deciding.decisive import Deciding
from colocate.analysis.deciding.tornado import Tornado
from colocate.analysis.uncertainty.sensitivity import VarianceShares
from colocate.charts.drawing import Cell, Drawing
from colocate.charts.lettering import LINE_HEIGHT, even_lines_of, file_name, wrapped
from colocate.charts.marks import draw_bars, interval, marker
from colocate.charts.rows import AXIS, CHARACTER, WIDTH, around_zero, lay_out, rows_of, write_beside, zero_line
from colocate.charts.theme import Chart, begin, finish, nothing_to_draw, rounded
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.words import chart_columns as columns
from colocate.words import deciding as words
from colocate.words import uncertainty_labels as labels_of
from colocate.words.decisive import ends_of, with_unit
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import name_of, quoted_names

BAR = 22
THIN = 9
LEGEND = 70
SIDE = 14
"""Characters a line of an option's name at either side of zero."""


def tornado(
    futures: Futures, found: Tornado, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw how far each figure alone moves the cost difference of two options, the widest swings on top."""
    figure = begin(language, dark)
    finding, name = words.finding_tornado(futures, found, reading, language), file_name("tornado", reading=reading)
    swings = found.swings[: words.SWINGS]
    if not swings:
        return nothing_to_draw(figure, finding, name)
    names = quoted_names(futures.case, language)
    sides = [
        wrapped(labels_of.costs_less(names[one], language), SIDE, most=5)
        for one in (found.pair.second, found.pair.first)
    ]
    labels = [with_unit(futures.case, swing.quantity, language) for swing in swings]
    rows = rows_of(labels, BAR, before=LINE_HEIGHT * max(len(side) for side in sides) + 4)
    _swings(figure, found, rows.middles, language)
    figure.tell(columns.SWINGS, _swing_rows(futures, found, language))
    texts = [ends_of(swing.quantity, language) for swing in swings]
    for swing, (low, high), row in zip(swings, texts, rows.middles, strict=True):
        (left, first_text), (right, last_text) = sorted(((swing.at_low, low), (swing.at_high, high)))
        write_beside(figure, left, row, first_text, "left")
        write_beside(figure, right, row, last_text)
    every = [*(end for swing in swings for end in (swing.at_low, swing.at_high)), found.expected]
    widths = [round(CHARACTER * max(len(line) for line in side)) + 10 for side in sides]
    longest = max(len(text) for ends_of_one in texts for text in ends_of_one)
    span = around_zero(min(every), max(every), widths[0], widths[1], round(CHARACTER * longest) + 6)
    title = "<br>".join(labels_of.difference_axis(futures.case.currency, language))
    lay_out(figure, rows, labels, title_text=title, range=span, nticks=5)
    zero_line(figure, rows, sides[0], sides[1])
    here, top = round(found.expected, 2), rows.middles[0] - rows.half
    figure.add_line((here, top), (here, rows.height), color=figure.look.quiet, width=1, dash="dot")
    return finish(figure, finding, name, height=rows.height + AXIS + 20 + LEGEND, legend=LEGEND)


def _swing_rows(futures: Futures, found: Tornado, language: Language) -> Iterator[tuple[Cell, ...]]:
    """Give how far each figure alone moves the difference, as rows of a table."""
    currency = futures.case.currency
    for swing in found.swings[: words.SWINGS]:
        one, name = swing.quantity, name_of(futures.case, swing.quantity, with_option=True, language=language)
        at = (swing.at_low, swing.at_high, found.expected)
        yield one.path, name, one.unit, float(one.low), float(one.high), currency, *at


def _swings(figure: Drawing, found: Tornado, rows: Sequence[float], language: Language) -> None:
    """Draw a bar to each end of a range, from where the difference is on average; the high end's is hatched.

    Where both ends lie on one side, the high end's bar is thin, so that the other is seen behind it.
    """
    swings, base = found.swings[: words.SWINGS], round(found.expected, 2)
    narrow = [float(THIN) if words.both_on_one_side(swing, found.expected) else BAR for swing in swings]
    low, high = labels_of.ends_of_range(language)
    lows = [swing.at_low - found.expected for swing in swings]
    highs = [swing.at_high - found.expected for swing in swings]
    draw_bars(figure, rows, lows, figure.look.total, width=BAR, base=base, name=low)
    draw_bars(figure, rows, highs, figure.look.total, width=narrow, hatched=True, base=base, name=high)
    figure.update_layout(barmode="overlay")


def variance(
    futures: Futures,
    found: VarianceShares,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw the part of each figure in the uncertainty of a cost difference: bars with others, diamonds alone."""
    figure = begin(language, dark)
    finding, name = words.finding_variance(futures, found, reading, language), file_name("variance", reading=reading)
    told = words.share_rows(futures.case, found, language)
    if not any(one.index.total_high > 0 for one in told):
        return nothing_to_draw(figure, finding, name)
    labels = [words.share_in_words(one, language) for one in told]
    rows = rows_of(labels, 30)
    for added_up in (False, True):
        part = [row for row in zip(told, rows.middles, strict=True) if row[0].added_up == added_up]
        if part:
            _totals(figure, part, language)
            _firsts(figure, part, language)
    figure.tell(
        columns.SHARES,
        (
            (one.name, at.total, at.total_low, at.total_high, at.first, at.first_low, at.first_high)
            for one, at in ((one, one.index) for one in told)
        ),
    )
    least = min(0.0, *(one.index.first_low for one in told))
    most = max(max(one.index.total_high, one.index.first_high, one.index.total) for one in told)
    title = even_lines_of(labels_of.share_axis(language), WIDTH)
    lay_out(figure, rows, labels, title_text=title, range=[100 * least - 1, 104 * most + 0.1], nticks=6)
    return finish(figure, finding, name, height=rows.height + AXIS + 40 + LEGEND, legend=LEGEND + 18)


def _totals(figure: Drawing, told: Sequence[tuple[words.ShareRow, float]], language: Language) -> None:
    """Draw bars of total shares with their intervals; a sum of several has none, and is hatched."""
    added_up = told[0][0].added_up
    totals = [max(0.0, 100 * one.index.total) for one, _row in told]
    ends = [(100 * one.index.total_low, 100 * one.index.total_high) for one, _row in told]
    draw_bars(
        figure,
        [row - 5 for _one, row in told],
        totals,
        figure.look.total,
        width=16,
        hatched=added_up,
        name=labels_of.share_labels(language)[0],
        showlegend=not added_up,
        error_x={"visible": False} if added_up else interval(totals, ends, figure.look.text),
    )


def _firsts(figure: Drawing, told: Sequence[tuple[words.ShareRow, float]], language: Language) -> None:
    """Draw marks of first-order shares with their intervals; one that chance took below 0 stands at 0."""
    added_up = told[0][0].added_up
    firsts = [max(0.0, 100 * one.index.first) for one, _row in told]
    ends = [(100 * one.index.first_low, 100 * one.index.first_high) for one, _row in told]
    figure.add_points(
        rounded(firsts),
        [row + 10 for _one, row in told],
        marker("diamond", 10, figure.look.background, figure.look.text, 2.5),
        name=labels_of.share_labels(language)[1],
        showlegend=not added_up,
        error_x={"visible": False} if added_up else interval(firsts, ends, figure.look.quiet),
    )


def worth(futures: Futures, found: Deciding, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw what it is worth at most to find out each figure before the decision, beside finding out everything."""
    figure, case = begin(language, dark), futures.case
    finding, name = words.finding_worth(futures, found, language), file_name("worth-finding-out")
    if found.is_settled:
        return nothing_to_draw(figure, finding, name)
    told = words.worth_rows(found)
    worths = [*(one.worth for one in told), found.everything]
    names = [name_of(case, one.quantity, with_option=True, language=language) for one in told]
    labels = [
        words.worth_label(called, language.about(one.value, case.currency), language)
        for called, one in zip([*names, labels_of.everything(language)], worths, strict=True)
    ]
    rows = rows_of(labels, BAR)
    values = [one.value for one in worths]
    paths = [*(one.quantity.path for one in told), columns.EVERYTHING]
    figure.tell(
        columns.WORTH,
        (
            (path, called, case.currency, one.value, one.standard_error)
            for path, called, one in zip(paths, [*names, columns.EVERYTHING], worths, strict=True)
        ),
    )
    ends = [(one.value - 1.96 * one.standard_error, one.value + 1.96 * one.standard_error) for one in worths]
    for part, hatched in ((slice(0, -1), False), (slice(-1, None), True)):
        lines = interval(values[part], ends[part], figure.look.text)
        middles = rows.middles[part]
        draw_bars(figure, middles, values[part], figure.look.total, width=BAR, hatched=hatched, error_x=lines)
    lay_out(
        figure, rows, labels, title_text=labels_of.worth_axis(case.currency, language), rangemode="tozero", nticks=5
    )
    return finish(figure, finding, name, height=rows.height + AXIS)
