"""The spreadsheet's own chart of the bridge: what each step adds to the saving, or to the first option's cost."""

from __future__ import annotations

from colocate.analysis.bridge.bridge import Bridge
from colocate.export.workbook.charts import COLOURS, axis_of_money, title_of
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook_of_bridge.steps import ABOVE_STEPS, FIRST_COST, FIRST_ROW, NAME, SAVED
from colocate.words import workbook_of_bridge as words
from colocate.words.bridge import finding_bridge
from colocate.words.bridge_rows import SAVING, measures_of
from colocate.words.language import Language

WIDTH, HEIGHT, OF_A_STEP = 960, 120, 22
"""Pixels: how wide the chart is, and how high without any step and more for each."""

AT = 2
"""The row that it begins at, below the finding."""


def write_chart(found: Bridge, bridge: Sheet, sheet: Sheet, language: Language) -> None:
    """Draw a bar a step from the cells of the sheet of the bridge, so that a text is never taken for a place."""
    measure = measures_of(found)[0]
    if measure == SAVING:
        column, title = SAVED, words.chart_of_saving(found.currency, language)
    else:
        column, title = FIRST_COST, words.chart_of_cost(found.currency, language)
    first = FIRST_ROW + ABOVE_STEPS
    last = first + len(found.steps) - 1
    chart = sheet.book.book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": [bridge.name, first, NAME, last, NAME],
            "values": [bridge.name, first, column, last, column],
            "fill": {"color": COLOURS[0]},
            "gap": 60,
        }
    )
    chart.set_title(title_of(title))
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    chart.set_x_axis(axis_of_money())
    chart.set_size({"width": WIDTH, "height": HEIGHT + OF_A_STEP * len(found.steps)})
    sheet.texts([words.sheet_in_words("chart", language)], "title")
    sheet.texts([finding_bridge(found, measure, language=language).title], "text")
    sheet.sheet.insert_chart(AT, 0, chart, {"description": title})
    sheet.set_up((20.0,), (0, 0))
    sheet.sheet.fit_to_pages(1, 1)
