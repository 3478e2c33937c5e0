"""The sheet of inputs: every figure of the case with its range, source and quality; the likely one is the live cell."""

from __future__ import annotations

from colocate.case import Case
from colocate.export.workbook.cells import letters
from colocate.export.workbook.sheet import Sheet, Spot
from colocate.export.workbook.styles import input_form
from colocate.model.recording.nodes import Node
from colocate.quantity import Quantity
from colocate.words import workbook as words
from colocate.words.labels import source_of
from colocate.words.language import Language
from colocate.words.naming import name_of

PLACE, NAME, UNIT, LOW, LIVE, HIGH, EXPORTED, CHANGED, ENTERS, SHAPE, QUALITY, SOURCE = range(12)
WIDTHS = (52.0, 52.0, 18.0, 13.0, 15.0, 13.0, 15.0, 10.0, 10.0, 12.0, 12.0, 90.0)
FIRST_ROW = 4


def place_inputs(sheet: Sheet, inputs: dict[str, Node], spots: dict[Node, Spot]) -> None:
    """Give every figure of the case its live cell."""
    for row, node in enumerate(inputs.values(), start=FIRST_ROW):
        spots[node] = Spot(sheet, row, LIVE)


def write_inputs(sheet: Sheet, case: Case, inputs: dict[str, Node], used: set[Node], language: Language) -> str:
    """Write the inputs; give the formula that counts those that were changed since."""
    sheet.text(0, words.inputs_title(language), "title", 0)
    sheet.text(0, words.about_inputs(language), "aside", 1)
    sheet.row = FIRST_ROW - 1
    sheet.texts(words.input_headings(language), "heading")
    for path, node in inputs.items():
        _row(sheet, case, case.quantities[path], node, node in used, language)
    sheet.set_up(WIDTHS, (FIRST_ROW, 2))
    column = letters(CHANGED)
    return f"SUM({sheet.quoted}!${column}${FIRST_ROW + 1}:${column}${max(sheet.row, FIRST_ROW + 1)})"


def _row(sheet: Sheet, case: Case, one: Quantity, node: Node, enters: bool, language: Language) -> None:
    form = input_form(one.unit)
    row = sheet.row
    sheet.text(PLACE, one.path)
    sheet.text(NAME, name_of(case, one, with_option=True, language=language))
    sheet.text(UNIT, one.unit, "aside")
    if one.has_range:
        sheet.number(LOW, one.low * one.cell_scale, "outside", form)
        sheet.number(HIGH, one.high * one.cell_scale, "outside", form)
    sheet.number(LIVE, node.value, "input", form)
    sheet.number(EXPORTED, node.value, "outside", form)
    live, before = (f"{letters(column)}{row + 1}" for column in (LIVE, EXPORTED))
    sheet.formula(CHANGED, f"IF({live}={before},0,1)", 0.0, "formula", "0")
    sheet.text(ENTERS, words.enters(enters, language), "aside")
    sheet.text(SHAPE, one.shape, "aside")
    sheet.text(QUALITY, one.quality, "aside")
    sheet.text(SOURCE, source_of(one, language), "aside")
    sheet.row += 1
