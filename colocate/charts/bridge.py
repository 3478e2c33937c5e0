"""The chart of two cases compared: from what one says to what the other says, by the inputs that differ."""

from __future__ import annotations

from colocate.analysis.bridge.bridge import Bridge
from colocate.charts.lettering import file_name
from colocate.charts.marks import draw_bars
from colocate.charts.money import BAR, cut_range
from colocate.charts.rows import AXIS, lay_out, rows_of
from colocate.charts.theme import Chart, begin, finish
from colocate.model.totals import HEADLINE, Reading
from colocate.words import bridge as words
from colocate.words import chart_columns as columns
from colocate.words.bridge_rows import SAVING, bridge_rows
from colocate.words.language import ENGLISH, Language
from colocate.words.money import axis_in_words


def two_cases(
    found: Bridge, measure: str, reading: Reading = HEADLINE, *, language: Language = ENGLISH, dark: bool = False
) -> Chart:
    """Draw the steps from the first case to the second, the largest first: of an option's cost, or of a saving.

    The ends have the option's colour; a step is grey, and hatched where it makes the option dearer or saves less.
    """
    figure, case = begin(language, dark), found.new.case
    option = found.saver(reading) if measure == SAVING else measure
    shade = figure.look.of([one.id for one in case.options].index(option))
    told = bridge_rows(found, measure, reading)
    labels = [words.row_in_words(found, row, language) for row in told]
    rows = rows_of(labels, BAR)
    figure.tell(columns.STEPS, ((words.row_name(found, row, language), found.currency, row.amount) for row in told))
    ends = [rows.middles[0], rows.middles[-1]]
    draw_bars(figure, ends, [told[0].amount, told[-1].amount], shade, width=BAR)
    level = told[0].amount
    for middle, row in zip(rows.middles[1:-1], told[1:-1], strict=True):
        worse = (row.amount > 0) != (measure == SAVING)
        draw_bars(figure, [middle], [row.amount], figure.look.total, width=BAR, hatched=worse, base=[round(level, 2)])
        level += row.amount
    cut = cut_range([row.amount for row in told[:-1]])
    figure.update_layout(barmode="overlay")
    axis = axis_in_words("cut" if cut else "today", found.currency, language)
    lay_out(figure, rows, labels, title_text=axis, range=cut, nticks=5)
    finding = words.finding_bridge(found, measure, reading, language)
    return finish(
        figure, finding, file_name("two-cases", measure or "saving", reading=reading), height=rows.height + AXIS
    )
