"""The sheet of control: what the program found, what the workbook finds, and the difference, under one master check."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.option_sheet import OptionSheet, begin_years
from colocate.export.workbook.plan import nodes_of
from colocate.export.workbook.sheet import FIGURE, FIRST_YEAR, KIND, LABEL, NATURE, PAYER, PRESENT, TOTAL, UNIT, Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.costs.line import Category, Nature
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import present_amounts
from colocate.quantity import Array
from colocate.words import workbook as words
from colocate.words import workbook_results as results
from colocate.words.categories import category_in_words

TOLERANCE = 1e-9
"""The part of the largest amount up to which a difference is rounding."""

FIRST_ROW = 5
Kind = tuple[Category, str, Nature]


def write_control(builder: Builder, outcome: Outcome, options: Sequence[OptionSheet], sheet: Sheet) -> str:
    """Write the control rows; give the cell that counts those that differ."""
    language = builder.language
    begin_years(sheet, results.control_title(language), builder)
    for column, heading in results.control_headings(language).items():
        sheet.text(column, heading, "heading", 1)
    sheet.row = FIRST_ROW
    for option, found in zip(options, outcome.options, strict=True):
        sheet.row += 1
        sheet.texts([option.name], "part")
        for reading, at in option.by_reading.items():
            money = found.money[reading]
            name = words.reading_name(reading, language)
            _single(builder, sheet, option, at, (name, "present value"), float(money.present_value[0]), PRESENT)
            _single(builder, sheet, option, at, (name, "total"), float(money.total[0]), TOTAL)
            _annual(builder, sheet, option, at, name, float(money.equivalent_annual[0]))
            _years(builder, sheet, option, at, name, money.by_year[:, 0])
        for kind, (total, present) in _by_kind(found, outcome).items():
            if kind in option.by_category:
                at = option.by_category[kind]
                name = results.kind_name(
                    category_in_words(kind[0], language),
                    words.payer_code(kind[1], language),
                    words.nature_code(kind[2], language),
                    language,
                )
                _single(builder, sheet, option, at, (name, "total"), total, TOTAL)
                _single(builder, sheet, option, at, (name, "present value"), present, PRESENT)
    return _master(builder, sheet)


def _master(builder: Builder, sheet: Sheet) -> str:
    """Write how many rows differ, and how large the largest amount is, which tells what is rounding."""
    language, last = builder.language, sheet.row
    column = letters(FIGURE)
    sheet.text(LABEL, results.rows_that_differ(language), "check", 2)
    sheet.formula(FIGURE, f"SUM({column}{FIRST_ROW + 1}:{column}{last})", 0.0, "check", "0", 2)
    known = letters(PAYER)
    amounts = [
        sheet.sheet.table[row][PAYER].number
        for row in range(FIRST_ROW, last)
        if hasattr(sheet.sheet.table.get(row, {}).get(PAYER), "number")
    ]
    sheet.text(LABEL, results.largest_amount(language), "aside", 3)
    span = f"{known}{FIRST_ROW + 1}:{known}{last}"
    sheet.formula(FIGURE, f"MAX(1,MAX({span}),-MIN({span}))", max([1.0, *map(abs, amounts)]), "formula", MONEY, 3)
    sheet.text(LABEL, results.tolerance(language), "aside", 4)
    sheet.number(FIGURE, TOLERANCE, "given", "0.0E+00", 4)
    return f"{sheet.quoted}!${column}$3"


def _small() -> str:
    """Write what counts as rounding: a part of the largest amount."""
    column = letters(FIGURE)
    return f"${column}$5*${column}$4"


def _single(
    builder: Builder, sheet: Sheet, option: OptionSheet, at: int, name: tuple[str, str], ours: float, column: int
) -> None:
    value = option.sheet.value(at, column)
    _compared(builder, sheet, name, ours, f"{option.sheet.quoted}!${letters(column)}${at + 1}", value)


def _annual(builder: Builder, sheet: Sheet, option: OptionSheet, at: int, name: str, ours: float) -> None:
    node = nodes_of(builder.recording.prices.annuity)[0]
    present = f"{option.sheet.quoted}!${letters(PRESENT)}${at + 1}"
    value = option.sheet.value(at, PRESENT) * node.value
    formula = f"{present}*{builder.writer.reference(node, sheet)}"
    _compared(builder, sheet, (name, "equivalent annual cost"), ours, formula, value)


def _compared(builder: Builder, sheet: Sheet, name: tuple[str, str], ours: float, formula: str, value: float) -> None:
    """Write one result: the program's, the workbook's, their difference, and 1 where it is more than rounding."""
    row = sheet.row + 1
    sheet.text(LABEL, results.measure_of(*name, builder.language))
    sheet.text(UNIT, builder.currency, "aside")
    sheet.number(PAYER, ours + 0.0, "outside", MONEY)
    sheet.formula(NATURE, formula, value, "formula", MONEY)
    program, workbook, difference = (f"{letters(column)}{row}" for column in (PAYER, NATURE, KIND))
    sheet.formula(KIND, f"{workbook}-{program}", value - ours, "formula", FINE)
    sheet.formula(FIGURE, f"IF(ABS({difference})<={_small()},0,1)", 0.0, "check", "0")
    sheet.row += 1


def _years(builder: Builder, sheet: Sheet, option: OptionSheet, at: int, name: str, ours: Array) -> None:
    """Write the program's result of each year, and below it how much the workbook's differs."""
    row = sheet.row
    sheet.text(LABEL, results.program_by_year(name, builder.language))
    sheet.text(LABEL, results.difference_by_year(name, builder.language), "text", row + 1)
    differences = []
    for year, amount in enumerate(ours.tolist()):
        column = FIRST_YEAR + year
        sheet.number(column, amount + 0.0, "outside", MONEY)
        differences.append(option.sheet.value(at, column) - amount)
    first = letters(FIRST_YEAR)
    formula = f"{option.sheet.quoted}!{first}{at + 1}-{first}{row + 1}"
    sheet.across(FIRST_YEAR, formula, differences, "formula", FINE, row + 1)
    span = f"{letters(FIRST_YEAR)}{row + 2}:{letters(FIRST_YEAR + builder.years - 1)}{row + 2}"
    sheet.formula(FIGURE, f"IF(MAX(MAX({span}),-MIN({span}))<={_small()},0,1)", 0.0, "check", "0", row + 1)
    sheet.row += 2


def _by_kind(found: OptionOutcome, outcome: Outcome) -> dict[Kind, tuple[float, float]]:
    """Add an option's lines up as the program works them out: total and present value by category, payer, nature."""
    sums: dict[Kind, Array] = {}
    for line in found.lines:
        both = np.array([line.amounts.sum(), present_amounts(line, outcome.prices).sum()])
        kind = (line.category, line.payer, line.nature)
        sums[kind] = sums.get(kind, np.zeros(2)) + both
    return {kind: (float(both[0]), float(both[1])) for kind, both in sums.items()}
