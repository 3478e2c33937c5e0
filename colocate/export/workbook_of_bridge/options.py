"""The sheet of options: what each is expected to cost in either case, its range, its odds, and what it saves."""

from __future__ import annotations

from colocate.analysis.bridge.between import READINGS
from colocate.analysis.bridge.bridge import Bridge, Side
from colocate.export.workbook.cells import letters
from colocate.export.workbook.sheet import Sheet
from colocate.export.workbook.styles import CENTS, PERCENT
from colocate.model.totals import Reading
from colocate.words import workbook_of_bridge as words
from colocate.words.bridge import names_of_options
from colocate.words.language import Language

NAME, OLD, NEW, DIFFERENCE = 0, 1, 6, 11
COST, LOW, HIGH, ODDS, SAVED = range(5)
WIDTHS = (44.0, *([17.0] * 11))
FIRST_ROW = 2


def write_options(found: Bridge, sheet: Sheet, language: Language) -> None:
    """Write how every option of either case stands, in every book and view."""
    sheet.text(NAME, words.options_title(language), "title", 0)
    sheet.row = FIRST_ROW
    for reading in READINGS:
        money = words.both_currencies(found.old.case.currency, found.new.case.currency, language)
        sheet.texts([words.reading_title(reading, money, language)], "part")
        headings = words.option_headings(found.draws, language)
        sheet.as_high_as(headings, WIDTHS)
        sheet.texts(headings, "heading")
        _reading(found, reading, sheet, language)
        sheet.row += 1
    sheet.set_up(WIDTHS, (0, 1))


def _reading(found: Bridge, reading: Reading, sheet: Sheet, language: Language) -> None:
    ids = (*found.common, *found.only_old, *found.only_new)
    labels = names_of_options(found, ids)
    rows = {option: sheet.row + place for place, option in enumerate(ids)}
    for option in ids:
        bases = [side.case.baseline.id for side in (found.old, found.new)]
        sheet.text(NAME, words.option_name(labels[option], option in bases, language))
        for side, column in ((found.old, OLD), (found.new, NEW)):
            if option in side.options[reading]:
                _standing(side, option, reading, column, rows, sheet)
        if option in found.common and not found.apart:
            costs = [side.options[reading][option].cost for side in (found.old, found.new)]
            first, second = (f"{letters(column)}{sheet.row + 1}" for column in (OLD, NEW))
            sheet.formula(DIFFERENCE, f"{second}-{first}", costs[1] - costs[0], "formula", CENTS)
        sheet.row += 1


def _standing(side: Side, option: str, reading: Reading, column: int, rows: dict[str, int], sheet: Sheet) -> None:
    """Write how an option stands in one of the cases; what it saves is worked out from its cell and the baseline's."""
    one, letter = side.options[reading][option], letters(column)
    for place, amount in ((COST, one.cost), (LOW, one.low), (HIGH, one.high)):
        sheet.number(column + place, amount + 0.0, "outside", CENTS)
    if one.odds is not None:
        sheet.number(column + ODDS, one.odds, "outside", PERCENT)
    base, own = f"{letter}{rows[side.case.baseline.id] + 1}", f"{letter}{rows[option] + 1}"
    formula = f"IF({base}=0,0,({base}-{own})/ABS({base}))"
    sheet.formula(column + SAVED, formula, side.saving(option, reading), "formula", PERCENT)
