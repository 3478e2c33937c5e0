"""Charts on the figures that decide: each alone, their parts in the spread, and what knowing is worth."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.deciding.decisive import Deciding
from colocate.analysis.deciding.tornado import Tornado
from colocate.analysis.uncertainty.sensitivity import VarianceShares
from colocate.charts.marks import draw_bars, interval
from colocate.charts.rows import CHARACTER, around_zero, lay_out, rows_of, write_beside, zero_line
from colocate.charts.theme import (
    LINE_HEIGHT,
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    file_name,
    finish,
    lines_of,
    nothing_to_draw,
    rounded,
    wrapped,
)
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.words.deciding import (
    SWINGS,
    ShareRow,
    both_on_one_side,
    ends_of,
    finding_tornado,
    finding_variance,
    finding_worth,
    nothing_worth,
    share_in_words,
    share_rows,
    with_unit,
    worth_rows,
)
from colocate.words.naming import name_of
from colocate.words.numbers import about

BAR = 22
THIN = 9
AXIS = 66
LEGEND = 70
SIDE = 14
"""Characters a line of an option's name at either side of zero."""


def tornado(
    futures: Futures,
    found: Tornado,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw how far each figure alone moves the cost difference of two options, the widest swings on top."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, name = (
        finding_tornado(futures, found, book, view, locale),
        file_name("tornado", book, "" if view == "cash" else view),
    )
    swings = found.swings[:SWINGS]
    if not swings:
        return nothing_to_draw(finding, name, look, locale)
    first, second = (futures.option(one).name for one in (found.pair.first, found.pair.second))
    sides = [[*wrapped(one, SIDE, most=4), "is cheaper"] for one in (second, first)]
    labels = [with_unit(futures.case, swing.quantity) for swing in swings]
    rows = rows_of(labels, BAR, before=LINE_HEIGHT * max(len(side) for side in sides) + 4)
    narrow = [float(THIN) if both_on_one_side(swing, found.expected) else BAR for swing in swings]
    ends = {"low": [swing.at_low for swing in swings], "high": [swing.at_high for swing in swings]}
    for end, colour, hatched in (("low", look.less, False), ("high", look.more, True)):
        draw_bars(
            figure,
            rows.middles,
            [at - found.expected for at in ends[end]],
            colour,
            look,
            width=list(narrow) if end == "high" else BAR,
            hatched=hatched,
            base=round(found.expected, 2),
            name=f"{end} end of its range",
        )
    texts = [ends_of(swing.quantity, locale) for swing in swings]
    for swing, (low, high), row in zip(swings, texts, rows.middles, strict=True):
        (left, first_text), (right, last_text) = sorted(((swing.at_low, low), (swing.at_high, high)))
        write_beside(figure, round(left, 2), row, first_text, look, "left")
        write_beside(figure, round(right, 2), row, last_text, look)
    lay_out(figure, rows, labels, look)
    zero_line(figure, rows, sides[0], sides[1], look)
    figure.add_shape(
        type="line",
        x0=round(found.expected, 2),
        x1=round(found.expected, 2),
        y0=rows.middles[0] - rows.half,
        y1=rows.height,
        line={"color": look.quiet, "width": 1, "dash": "dot"},
    )
    every = [*ends["low"], *ends["high"], found.expected]
    widths = [round(CHARACTER * max(len(line) for line in side)) + 10 for side in sides]
    longest = max(len(text) for ends_of_one in texts for text in ends_of_one)
    span = around_zero(min(every), max(every), widths[0], widths[1], round(CHARACTER * longest) + 6)
    title = f"{futures.case.currency}, in today's money: the cost difference<br>dotted: every figure most likely"
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(title_text=title, range=span, nticks=5)
    return finish(figure, finding, name, height=rows.height + AXIS + 16 + LEGEND, legend=LEGEND)


def variance(
    futures: Futures,
    found: VarianceShares,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    *,
    locale: str = "en",
    dark: bool = False,
) -> Chart:
    """Draw the part of each figure in the uncertainty of a cost difference: bars with others, diamonds alone."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, name = (
        finding_variance(futures, found, book, view, locale),
        file_name("variance", book, "" if view == "cash" else view),
    )
    told = share_rows(futures.case, found)
    if not any(one.index.total_high > 0 for one in told):
        return nothing_to_draw(finding, name, look, locale)
    labels = [share_in_words(one, locale) for one in told]
    rows = rows_of(labels, 30)
    apart = [row for row in zip(told, rows.middles, strict=True) if not row[0].added_up]
    together = [row for row in zip(told, rows.middles, strict=True) if row[0].added_up]
    _totals(figure, apart, look)
    _firsts(figure, apart, look)
    if together:
        _totals(figure, together, look)
        _firsts(figure, together, look)
    lay_out(figure, rows, labels, look)
    least = min(0.0, *(one.index.first_low for one in told))
    most = max(max(one.index.total_high, one.index.first_high, one.index.total) for one in told)
    first, second = (lines_of(futures.option(one).name, 40, most=1) for one in (found.pair.first, found.pair.second))
    title = f"Per cent of the uncertainty (variance) in the<br>cost difference of {first}<br>and {second}"
    figure.update_xaxes(title_text=title, range=[100 * least - 1, 104 * most + 0.1], nticks=6)
    return finish(figure, finding, name, height=rows.height + AXIS + 36 + LEGEND, legend=LEGEND + 18)


def _totals(figure: Figure, told: Sequence[tuple[ShareRow, float]], look: Colours) -> None:
    """Draw bars of total shares with their intervals; a sum of several has none, and is hatched."""
    added_up = told[0][0].added_up
    totals = [max(0.0, 100 * one.index.total) for one, _row in told]
    ends = [(100 * one.index.total_low, 100 * one.index.total_high) for one, _row in told]
    draw_bars(
        figure,
        [row - 5 for _one, row in told],
        totals,
        look.less,
        look,
        width=16,
        hatched=added_up,
        name="with other figures (total)",
        showlegend=not added_up,
        error_x={"visible": False} if added_up else interval(totals, ends, look.text),
    )


def _firsts(figure: Figure, told: Sequence[tuple[ShareRow, float]], look: Colours) -> None:
    """Draw marks of first-order shares with their intervals; one that chance took below 0 stands at 0."""
    added_up = told[0][0].added_up
    firsts = [max(0.0, 100 * one.index.first) for one, _row in told]
    ends = [(100 * one.index.first_low, 100 * one.index.first_high) for one, _row in told]
    figure.add_scatter(
        x=rounded(firsts),
        y=[row + 10 for _one, row in told],
        mode="markers",
        name="alone (first order)",
        showlegend=not added_up,
        hoverinfo="skip",
        cliponaxis=False,
        error_x={"visible": False} if added_up else interval(firsts, ends, look.more),
        marker={"symbol": "diamond", "size": 10, "color": look.background, "line": {"color": look.more, "width": 2.5}},
    )


def worth(futures: Futures, found: Deciding, *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw what it is worth at most to find out each figure before the decision, beside finding out everything."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, name, case = finding_worth(futures, found, locale), file_name("worth-finding-out"), futures.case
    if nothing_worth(found):
        return nothing_to_draw(finding, name, look, locale)
    told = worth_rows(found)
    worths = [*(one.worth for one in told), found.everything]
    names = [*(name_of(case, one.quantity, with_option=True) for one in told), "Everything at once"]
    labels = [
        f"{words}: at most {about(one.value, case.currency, locale)}" for words, one in zip(names, worths, strict=True)
    ]
    rows = rows_of(labels, BAR)
    values = [one.value for one in worths]
    ends = [(one.value - 1.96 * one.standard_error, one.value + 1.96 * one.standard_error) for one in worths]
    for part, colour, hatched in ((slice(0, -1), look.less, False), (slice(-1, None), look.total, True)):
        lines = interval(values[part], ends[part], look.text)
        draw_bars(figure, rows.middles[part], values[part], colour, look, width=BAR, hatched=hatched, error_x=lines)
    lay_out(figure, rows, labels, look)
    title = f"{case.currency}, in today's money; thin line: 95 % interval"
    figure.update_xaxes(title_text=title, rangemode="tozero", nticks=5)
    return finish(figure, finding, name, height=rows.height + AXIS)
