"""The spreadsheet's own charts: what each option costs by year, and at the decision date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from colocate.export.workbook.build import Builder
from colocate.export.workbook.option_sheet import OptionSheet, Reading
from colocate.export.workbook.sheet import FIRST_YEAR, PRESENT, Sheet
from colocate.export.workbook.styles import MONEY
from colocate.model.totals import HEADLINE
from colocate.words import workbook_results as results

COLOURS = ("#1F3864", "#C55A11", "#548235", "#7F6000", "#7030A0", "#0B7A75", "#A61C3C", "#595959")
DASHES = ("solid", "dash", "square_dot", "long_dash")
SIZE = {"width": 960, "height": 420}
FIRST_ROW, ROWS = 2, 23
"""Where the first chart begins, and how many rows each takes."""


def write_charts(
    builder: Builder,
    options: Sequence[OptionSheet],
    rows: Mapping[tuple[str, Reading], int],
    comparison: Sheet,
    sheet: Sheet,
) -> None:
    """Draw both charts from the cells of the sheet of comparison, so that they follow the inputs as it does.

    The names of options stand below the charts: a name that a chart itself holds is taken for a place where it is
    written like one, as "Here!A1" is.
    """
    language, currency = builder.language, builder.currency
    sheet.text(0, results.charts_title(language), "title", 0)
    kinds = (("by year", "line"), ("present value", "column"))
    names = FIRST_ROW + ROWS * len(kinds)
    for number, option in enumerate(options):
        sheet.text(0, option.name, "text", names + number)
    for place, (name, kind) in enumerate(kinds):
        title = results.chart_title(name, currency, language)
        chart = builder.book.book.add_chart({"type": kind})
        for number, option in enumerate(options):
            row = rows[option.id, (HEADLINE.book, HEADLINE.view)]
            named: list[Any] = [sheet.name, names + number, 0]
            chart.add_series(_series(builder, comparison, named, row, number, by_year=kind == "line"))
        chart.set_title(title_of(title))
        chart.set_legend({"position": "bottom"})
        chart.set_y_axis(axis_of_money())
        chart.set_size(SIZE)
        sheet.sheet.insert_chart(FIRST_ROW + ROWS * place, 0, chart, {"description": title})
    sheet.set_up((20.0,), (0, 0))


def title_of(name: str) -> dict[str, Any]:
    """Give the title of a chart as the library takes it."""
    return {"name": name, "name_font": {"size": 12}}


def axis_of_money() -> dict[str, Any]:
    """Give an axis of amounts as the library takes it."""
    return {"num_format": MONEY, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}


def _series(
    builder: Builder, comparison: Sheet, named: list[Any], row: int, number: int, *, by_year: bool
) -> dict[str, Any]:
    """Describe an option's line over the years, or its column: told apart by colour and by dashes.

    `named` is the sheet, row and column of its name.
    """
    first, last = (FIRST_YEAR, FIRST_YEAR + builder.years - 1) if by_year else (PRESENT, PRESENT)
    colour = COLOURS[number % len(COLOURS)]
    look: dict[str, Any] = (
        {"line": {"color": colour, "width": 2.25, "dash_type": DASHES[number % len(DASHES)]}}
        if by_year
        else {"fill": {"color": colour}, "gap": 80}
    )
    return {
        "name": named,
        "categories": [comparison.name, 1, first, 1, last],
        "values": [comparison.name, row, first, row, last],
        **look,
    }
