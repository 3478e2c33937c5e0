"""The sheet of inputs that differ: what either case says, figures, unit, quality, source, and the step each is in."""

from __future__ import annotations

from itertools import zip_longest

from colocate.analysis.bridge.bridge import Bridge
from colocate.analysis.bridge.differences import Difference
from colocate.export.workbook.cells import letters
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook.styles import input_form
from colocate.quantity import Quantity
from colocate.words import workbook_of_bridge as words
from colocate.words.bridge import both, said_by_both
from colocate.words.bridge_inputs import input_name, quantities_of
from colocate.words.labels import source_of
from colocate.words.language import Language

NAME, STEP, WAS, NOW, UNIT, OLD, NEW, CHANGE, QUALITY, SOURCE, PLACE = 0, 1, 2, 3, 4, 5, 8, 11, 12, 14, 16
WIDTHS = (58.0, 7.0, 34.0, 34.0, 18.0, *([12.0] * 6), 13.0, 12.0, 12.0, 50.0, 50.0, 52.0)
LIKELY = 1
PAGES = 2
"""Pages side by side on which it is printed, so that it can be read."""

FIRST_ROW = 4
"""Rows above the inputs: title, remark, an empty one and the headings."""


def write_inputs(found: Bridge, sheet: Sheet, language: Language) -> None:
    """Write every input that differs; one with a figure for each year has a row for each."""
    sheet.text(NAME, words.inputs_title(language), "title", 0)
    sheet.text(NAME, words.about_inputs(language), "aside", 1)
    sheet.row = FIRST_ROW - 1
    headings = words.input_headings(language)
    sheet.as_high_as(headings, WIDTHS)
    sheet.texts(headings, "heading")
    for one in found.differences:
        _input(found, one, sheet, language)
    sheet.set_up(WIDTHS, (FIRST_ROW, 1), PAGES)


def _input(found: Bridge, one: Difference, sheet: Sheet, language: Language) -> None:
    old, new = both(found)
    name, step = input_name((old, new), one, language), found.step_of(one)
    pairs = list(zip_longest(quantities_of(old, one, one.old), quantities_of(new, one, one.new))) or [(None, None)]
    for year, (was, now) in enumerate(pairs):
        called = name if len(pairs) == 1 else words.of_year(name, year + 1, language)
        both_say = () if year else said_by_both(found, one, language)
        sources = ["" if side is None else source_of(side, language) for side in (was, now)]
        wrapped = {
            NAME: called,
            **dict(zip((WAS, NOW), both_say, strict=False)),
            SOURCE: sources[0],
            SOURCE + 1: sources[1],
        }
        sheet.as_high_as(list(wrapped.values()), [WIDTHS[column] for column in wrapped])
        for column, told in wrapped.items():
            sheet.text(column, told, "wrapped")
        if step is not None:
            sheet.number(STEP, step + 1, "count", "")
        _figures(was, now, sheet, language)
        sheet.text(PLACE, one.path, "aside")
        sheet.row += 1


def _figures(was: Quantity | None, now: Quantity | None, sheet: Sheet, language: Language) -> None:
    """Write the figures of both cases, and what the likely one changes by where both are in one unit."""
    for place, one in enumerate((was, now)):
        if one is not None:
            _figure(one, (OLD, NEW)[place], sheet)
            sheet.text(QUALITY + place, one.quality, "aside")
    units = [one.unit for one in (was, now) if one is not None]
    if units:
        sheet.text(UNIT, units[0] if units[0] == units[-1] else words.two_units(units[0], units[-1], language), "aside")
    if was is not None and now is not None and was.unit == now.unit:
        first, second = (f"{letters(column + LIKELY)}{sheet.row + 1}" for column in (OLD, NEW))
        value = now.value * now.cell_scale - was.value * was.cell_scale
        sheet.formula(CHANGE, f"{second}-{first}", value, "formula", input_form(now.unit))


def _figure(one: Quantity, column: int, sheet: Sheet) -> None:
    for place, value in enumerate((one.low, one.value, one.high)):
        if place == LIKELY or one.has_range:
            sheet.number(column + place, value * one.cell_scale, "outside", input_form(one.unit))
