"""Charts on the figures that decide: each alone, their parts in the spread, and what knowing is worth.

No option is drawn here, so nothing has a colour: ends of a range, parts and sums are told apart by shape and hatch.
"""

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
    nothing_to_draw,
    rounded,
    wrapped,
)
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.words import uncertainty_labels as labels_of
from colocate.words.deciding import (
    SWINGS,
    ShareRow,
    both_on_one_side,
    finding_tornado,
    finding_variance,
    finding_worth,
    share_in_words,
    share_rows,
    worth_label,
    worth_rows,
)
from colocate.words.decisive import ends_of, with_unit
from colocate.words.language import ENGLISH, Language
from colocate.words.naming import name_of, short_names

BAR = 22
THIN = 9
AXIS = 66
LEGEND = 70
SIDE = 14
"""Characters a line of an option's name at either side of zero."""


def tornado(
    futures: Futures,
    found: Tornado,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw how far each figure alone moves the cost difference of two options, the widest swings on top."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding, name = (
        finding_tornado(futures, found, reading, language),
        file_name("tornado", *shown(reading)),
    )
    swings = found.swings[:SWINGS]
    if not swings:
        return nothing_to_draw(finding, name, look, language.locale)
    names = short_names(futures.case)
    sides = [
        wrapped(labels_of.costs_less(names[one], language), SIDE, most=5)
        for one in (found.pair.second, found.pair.first)
    ]
    labels = [with_unit(futures.case, swing.quantity, language) for swing in swings]
    rows = rows_of(labels, BAR, before=LINE_HEIGHT * max(len(side) for side in sides) + 4)
    narrow = [float(THIN) if both_on_one_side(swing, found.expected) else BAR for swing in swings]
    ends = {"low": [swing.at_low for swing in swings], "high": [swing.at_high for swing in swings]}
    for end, name_of_end, hatched in zip(ends, labels_of.ends_of_range(language), (False, True), strict=True):
        draw_bars(
            figure,
            rows.middles,
            [at - found.expected for at in ends[end]],
            look.total,
            look,
            width=list(narrow) if end == "high" else BAR,
            hatched=hatched,
            base=round(found.expected, 2),
            name=name_of_end,
        )
    texts = [ends_of(swing.quantity, language) for swing in swings]
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
    title = "<br>".join(labels_of.difference_axis(futures.case.currency, language))
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(title_text=title, range=span, nticks=5)
    return finish(figure, finding, name, height=rows.height + AXIS + 16 + LEGEND, legend=LEGEND)


def variance(
    futures: Futures,
    found: VarianceShares,
    reading: Reading = HEADLINE,
    *,
    language: Language = ENGLISH,
    dark: bool = False,
) -> Chart:
    """Draw the part of each figure in the uncertainty of a cost difference: bars with others, diamonds alone."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding, name = (
        finding_variance(futures, found, reading, language),
        file_name("variance", *shown(reading)),
    )
    told = share_rows(futures.case, found, language)
    if not any(one.index.total_high > 0 for one in told):
        return nothing_to_draw(finding, name, look, language.locale)
    labels = [share_in_words(one, language) for one in told]
    rows = rows_of(labels, 30)
    apart = [row for row in zip(told, rows.middles, strict=True) if not row[0].added_up]
    together = [row for row in zip(told, rows.middles, strict=True) if row[0].added_up]
    _totals(figure, apart, look, language)
    _firsts(figure, apart, look, language)
    if together:
        _totals(figure, together, look, language)
        _firsts(figure, together, look, language)
    lay_out(figure, rows, labels, look)
    least = min(0.0, *(one.index.first_low for one in told))
    most = max(max(one.index.total_high, one.index.first_high, one.index.total) for one in told)
    title = "<br>".join(wrapped(labels_of.share_axis(language), 44))
    figure.update_xaxes(title_text=title, range=[100 * least - 1, 104 * most + 0.1], nticks=6)
    return finish(figure, finding, name, height=rows.height + AXIS + 36 + LEGEND, legend=LEGEND + 18)


def _totals(figure: Figure, told: Sequence[tuple[ShareRow, float]], look: Colours, language: Language) -> None:
    """Draw bars of total shares with their intervals; a sum of several has none, and is hatched."""
    added_up = told[0][0].added_up
    totals = [max(0.0, 100 * one.index.total) for one, _row in told]
    ends = [(100 * one.index.total_low, 100 * one.index.total_high) for one, _row in told]
    draw_bars(
        figure,
        [row - 5 for _one, row in told],
        totals,
        look.total,
        look,
        width=16,
        hatched=added_up,
        name=labels_of.share_labels(language)[0],
        showlegend=not added_up,
        error_x={"visible": False} if added_up else interval(totals, ends, look.text),
    )


def _firsts(figure: Figure, told: Sequence[tuple[ShareRow, float]], look: Colours, language: Language) -> None:
    """Draw marks of first-order shares with their intervals; one that chance took below 0 stands at 0."""
    added_up = told[0][0].added_up
    firsts = [max(0.0, 100 * one.index.first) for one, _row in told]
    ends = [(100 * one.index.first_low, 100 * one.index.first_high) for one, _row in told]
    figure.add_scatter(
        x=rounded(firsts),
        y=[row + 10 for _one, row in told],
        mode="markers",
        name=labels_of.share_labels(language)[1],
        showlegend=not added_up,
        hoverinfo="skip",
        cliponaxis=False,
        error_x={"visible": False} if added_up else interval(firsts, ends, look.quiet),
        marker={"symbol": "diamond", "size": 10, "color": look.background, "line": {"color": look.text, "width": 2.5}},
    )


def worth(futures: Futures, found: Deciding, *, language: Language = ENGLISH, dark: bool = False) -> Chart:
    """Draw what it is worth at most to find out each figure before the decision, beside finding out everything."""
    look, figure = colours(dark), empty_figure(colours(dark), language.locale)
    finding, name, case = finding_worth(futures, found, language), file_name("worth-finding-out"), futures.case
    if found.is_settled:
        return nothing_to_draw(finding, name, look, language.locale)
    told = worth_rows(found)
    worths = [*(one.worth for one in told), found.everything]
    names = [
        *(name_of(case, one.quantity, with_option=True, language=language) for one in told),
        labels_of.everything(language),
    ]
    labels = [
        worth_label(words, language.about(one.value, case.currency), language)
        for words, one in zip(names, worths, strict=True)
    ]
    rows = rows_of(labels, BAR)
    values = [one.value for one in worths]
    ends = [(one.value - 1.96 * one.standard_error, one.value + 1.96 * one.standard_error) for one in worths]
    for part, hatched in ((slice(0, -1), False), (slice(-1, None), True)):
        lines = interval(values[part], ends[part], look.text)
        draw_bars(figure, rows.middles[part], values[part], look.total, look, width=BAR, hatched=hatched, error_x=lines)
    lay_out(figure, rows, labels, look)
    figure.update_xaxes(title_text=labels_of.worth_axis(case.currency, language), rangemode="tozero", nticks=5)
    return finish(figure, finding, name, height=rows.height + AXIS)


def shown(reading: Reading) -> tuple[str, str]:
    """Give the parts of a file's name that tell what is counted; nothing of the view where it is cash."""
    return reading.book, "" if reading.view == "cash" else reading.view
