"""The figures behind a chart as a table of its own, as other tables are written."""

from __future__ import annotations

import csv
import io

from colocate.charts import Chart
from colocate.charts.drawing import Cell
from colocate.safe import for_csv


def data_csv(chart: Chart) -> bytes:
    """Give the figures of a chart as CSV: numbers in full with a point, no cell that is taken for a formula."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(chart.data.columns)
    table.writerows([_cell(one) for one in row] for row in chart.data.rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return repr(round(cell, 9) + 0.0)
    return "" if cell is None else for_csv(cell) if isinstance(cell, str) else str(cell)
