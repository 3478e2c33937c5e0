"""Put the workbook of two cases together, sheet by sheet; without the sheets of steps where there is no bridge."""

from __future__ import annotations

from colocate.analysis.bridge.between import READINGS
from colocate.analysis.bridge.bridge import Bridge
from colocate.export.workbook.sheet import TITLE_HEIGHT, Book
from colocate.export.workbook_of_bridge.about import Names, write_about
from colocate.export.workbook_of_bridge.chart import write_chart
from colocate.export.workbook_of_bridge.inputs import write_inputs
from colocate.export.workbook_of_bridge.options import write_options
from colocate.export.workbook_of_bridge.orders import write_orders
from colocate.export.workbook_of_bridge.steps import write_bridges
from colocate.model.totals import HEADLINE
from colocate.stopping import look
from colocate.words import bridge as said
from colocate.words import workbook_of_bridge as words
from colocate.words.language import ENGLISH, Language

OF_STEPS = ("bridge", "chart", "other books", "orders")
"""The sheets that there are where amounts can be added up."""


def workbook_of_bridge(found: Bridge, files: Names = ("", ""), language: Language = ENGLISH) -> bytes:
    """Make the workbook of two cases compared; `files` are the names that they were read from."""
    of_steps = [one for one in OF_STEPS if not found.apart and (found.steps or one != "chart")]
    names = ("about", *of_steps, "inputs", "options")
    book = Book.begun(said.compared(language))
    sheets = {name: book.sheet(words.sheet_name(name, language), "nothing") for name in names}
    checks: list[str] = []
    if not found.apart:
        others = [one for one in READINGS if one != HEADLINE]
        checks.append(write_bridges(found, [HEADLINE], words.bridge_title(language), sheets["bridge"], language))
        look()
        checks.append(write_bridges(found, others, words.other_books_title(language), sheets["other books"], language))
        write_orders(found, sheets["orders"], language)
    if "chart" in sheets:
        write_chart(found, sheets["bridge"], sheets["chart"], language)
    look()
    write_inputs(found, sheets["inputs"], language)
    write_options(found, sheets["options"], language)
    write_about(found, sheets, files, checks, language)
    for sheet in sheets.values():
        sheet.sheet.set_row(0, TITLE_HEIGHT)
    look()
    return book.content()
