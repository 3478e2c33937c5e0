"""The sheet on the order of steps: what each moves in the order of the case file and in the opposite one."""

from __future__ import annotations

from colocate.analysis.bridge.bridge import Bridge
from colocate.export.workbook.cells import letters
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook.styles import CENTS
from colocate.model.totals import HEADLINE
from colocate.words import bridge as said
from colocate.words import workbook_of_bridge as words
from colocate.words.bridge_rows import Row
from colocate.words.language import Language
from colocate.words.naming import short_name

NAME, STEP, FORWARD, BACKWARD, MEAN, EITHER_WAY = range(6)
WIDTHS = (58.0, 7.0, 22.0, 22.0, 22.0, 22.0)
CHARACTERS = 135


def write_orders(found: Bridge, sheet: Sheet, language: Language) -> None:
    """Write what each step moves each option by in either order, and the mean with which it counts."""
    sheet.texts([words.orders_title(language)], "title")
    for line in said.method(found, language=language):
        sheet.told(line, len(WIDTHS), CHARACTERS)
    for option in found.common if found.steps else ():
        sheet.row += 1
        heading = words.cost_heading(short_name(found.new.case, option), language)
        sheet.texts([heading, words.reading_title(HEADLINE, found.currency, language)], "part")
        headings = words.orders_headings(language)
        sheet.as_high_as(headings, WIDTHS)
        sheet.texts(headings, "heading")
        _option(found, option, sheet, language)
    sheet.set_up(WIDTHS, (0, 1))


def _option(found: Bridge, option: str, sheet: Sheet, language: Language) -> None:
    begun = sheet.row
    sums = [0.0, 0.0, 0.0]
    for place, step in enumerate(found.steps):
        orders = step.forward[option][HEADLINE], step.backward[option][HEADLINE]
        mean = sum(orders) / 2.0
        name = said.row_name(found, Row("step", 0.0, place), language)
        sheet.as_high_as([name], WIDTHS)
        sheet.text(NAME, name, "wrapped")
        sheet.number(STEP, place + 1, "count", "")
        for column, amount in zip((FORWARD, BACKWARD), orders, strict=True):
            sheet.number(column, amount + 0.0, "outside", CENTS)
        both = f"{letters(FORWARD)}{sheet.row + 1}:{letters(BACKWARD)}{sheet.row + 1}"
        sheet.formula(MEAN, f"AVERAGE({both})", mean, "formula", CENTS)
        sheet.formula(EITHER_WAY, f"MAX({both})-{letters(MEAN)}{sheet.row + 1}", max(orders) - mean, "formula", CENTS)
        sums = [one + amount for one, amount in zip(sums, (*orders, mean), strict=True)]
        sheet.row += 1
    last = sheet.row
    sheet.text(NAME, words.all_steps(language), "total")
    sheet.text(STEP, "", "total")
    sheet.text(EITHER_WAY, "", "total")
    for column, amount in zip((FORWARD, BACKWARD, MEAN), sums, strict=True):
        letter = letters(column)
        sheet.formula(column, f"SUM({letter}{begun + 1}:{letter}{last})", amount, "total", CENTS)
    sheet.row += 1
