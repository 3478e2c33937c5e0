"""The calculation sheet of one option: a row a line, a column a year, and what the lines add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from colocate.analysis.money.five_years import CELLS, NO_COST, YEARS, Cell
from colocate.case.spending import Payer
from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.plan import nodes_of
from colocate.export.workbook.sheet import (
    CATEGORY,
    FIGURE,
    FIRST_YEAR,
    KIND,
    LABEL,
    NATURE,
    PAYER,
    PRESENT,
    TITLE_HEIGHT,
    TOTAL,
    UNIT,
    WIDTHS,
    Sheet,
    cell_of,
    range_of,
)
from colocate.export.workbook.styles import FINE, MONEY, PLAIN
from colocate.model.costs.line import CATEGORIES, Category, Line, Nature
from colocate.model.recording.arrays import plain_of
from colocate.model.totals import BOOKS, VIEWS, BookName, View, present_amounts
from colocate.model.worked import RecordedOption
from colocate.quantity import Array
from colocate.words import workbook as words
from colocate.words.case_of_letters import beginning
from colocate.words.categories import category_in_words

Reading = tuple[BookName, View]
Cells = list[tuple[str, float]]
Sort = tuple[Payer, Nature]


@dataclass(frozen=True)
class LineRow:
    """A line with the row that it stands on, what it comes to by year and at the decision date.

    `months` has the cells of its month, or of those of its payments, as another sheet refers to them, with their
    values; none where it is spread over its years. `discounts` has the same of what brings payments to today.
    """

    line: Line
    row: int
    amounts: Array
    present: float
    months: Cells
    discounts: Cells


@dataclass
class OptionSheet:
    """An option's sheet: where its lines and sums stand; every row has the years, the total and the present value."""

    id: str
    name: str
    sheet: Sheet
    lines: list[LineRow] = field(default_factory=list)
    by_sort: dict[Sort, int] = field(default_factory=dict)
    by_category: dict[tuple[Category, Payer, Nature], int] = field(default_factory=dict)
    by_reading: dict[Reading, int] = field(default_factory=dict)
    by_cell: dict[Cell, int] = field(default_factory=dict)

    def worked(self, chosen: Sequence[LineRow], years: int) -> tuple[Array, float]:
        """Give what some lines come to by year and at the decision date."""
        total: Array = np.zeros(years)
        for one in chosen:
            total = total + one.amounts
        return total, float(sum(one.present for one in chosen))

    def in_reading(self, reading: Reading) -> list[LineRow]:
        """Give the lines that count in a book and view."""
        book, view = reading
        return [one for one in self.lines if one.line.payer in BOOKS[book] and one.line.nature in VIEWS[view]]


def cell_of_line(line: Line) -> Cell:
    """Tell which of the four cells of the five-year reading a line is of."""
    return ("labour" if line.labour else "monetary", "one-time" if line.one_time else "recurring")


def begin_years(sheet: Sheet, title: str, builder: Builder) -> None:
    """Write the top of a sheet with years: its title, and what each column is."""
    language, case = builder.language, builder.recording.case
    sheet.text(LABEL, title, "title", 0)
    for column, heading in enumerate(words.year_headings(language)):
        sheet.text(column, heading, "heading", 1)
    for year in range(builder.years):
        begins = case.decision_date.replace(year=case.decision_date.year + year, day=1)
        sheet.text(FIRST_YEAR + year, words.budget_year(year + 1, begins, language), "heading", 1)
    sheet.text(FIRST_YEAR + builder.years, words.end_of_years(language), "heading", 1)
    sheet.row = 2
    sheet.sheet.set_row(0, TITLE_HEIGHT)
    sheet.sheet.set_row(1, 30)
    sheet.set_up([*WIDTHS, *[13.0] * (builder.years + 1)], (2, 1))


def write_option(builder: Builder, option: RecordedOption, worked: Sequence[Line], sheet: Sheet) -> OptionSheet:
    """Write an option's lines from their factors, and what they add up to; `worked` has the same lines in figures."""
    found = OptionSheet(option.stay.option.id, option.stay.option.name, sheet)
    begin_years(sheet, words.option_title(found.name, builder.language), builder)
    heading = None
    for line, figures in zip(option.lines, worked, strict=True):
        if line.category != heading:
            heading = line.category
            sheet.row += 1
            sheet.text(LABEL, beginning(category_in_words(heading, builder.language)), "part")
            sheet.row += 1
        found.lines.append(_line(builder, line, figures, sheet, found.name))
    _sums(builder, found)
    return found


def _line(builder: Builder, line: Line, figures: Line, sheet: Sheet, whose: str) -> LineRow:
    """Write a line's workings, its factors, and the line as their product."""
    named = f"{whose}: {line.name}"
    rows = [builder.factor(factor, sheet, named) for factor in line.factors]
    brought, months, discounts = _dates(builder, line, sheet, named)
    row, years = sheet.row, builder.years
    sheet.row += 1
    amounts = figures.amounts[:, 0]
    present = float(present_amounts(figures, builder.prices)[:, 0].sum())
    _about_line(builder, line, sheet, row)
    singles = [f"$G${at + 1}" for at, by_year in rows if not by_year]
    sign, column = "-" if line.sign < 0 else "", letters(FIRST_YEAR)
    parts = [*singles, *(f"{column}{at + 1}" for at, by_year in rows if by_year)]
    sheet.across(FIRST_YEAR, sign + "*".join(parts), amounts.tolist(), "line", MONEY, row)
    sheet.formula(TOTAL, f"SUM({over_years(row, years)})", amounts.sum(), "line", MONEY, row)
    total = f"${letters(TOTAL)}{row + 1}*{brought}"
    formula = total if line.moment is not None else f"SUMPRODUCT({over_years(row, years)},{brought})"
    sheet.formula(PRESENT, formula, present, "line", MONEY, row)
    return LineRow(figures, row, amounts, present, months, discounts)


def _dates(builder: Builder, line: Line, sheet: Sheet, named: str) -> tuple[str, Cells, Cells]:
    """Write what brings a line to the decision date, and its months; give what its present value multiplies by."""
    language, reference = builder.language, builder.writer.reference
    if line.moment is not None:
        discount, month = nodes_of(line.moment.discount), nodes_of(line.moment.month)
        builder.lead_to([*discount, *month], sheet, named)
        plain = float(np.ravel(line.moment.month)[0])
        when = reference(month[0], None) if month else builder.writer.number(plain, None)[0]
        return reference(discount[0], sheet), [(f"({when})", plain)], []
    if line.paid is None:
        spots = builder.path(builder.discount_nodes, sheet, words.discount_row(language), FINE)
        return range_of(spots[0], spots[-1], sheet), [], []
    discount, months = nodes_of(line.paid.discount), nodes_of(line.paid.months)
    builder.lead_to([*discount, *months], sheet, named)
    spots = builder.path(discount, sheet, words.discount_row(language), FINE)
    when = np.ravel(plain_of(line.paid.months)).tolist()
    name = words.months_row(language)
    dates = builder.path(months, sheet, name, PLAIN) if months else builder.months(when, sheet, name)
    return (
        range_of(spots[0], spots[-1], sheet),
        [(cell_of(spot, None), month) for spot, month in zip(dates, when, strict=True)],
        [(cell_of(spot, None), node.value) for spot, node in zip(spots, discount, strict=True)],
    )


def _about_line(builder: Builder, line: Line, sheet: Sheet, row: int) -> None:
    language = builder.language
    sheet.text(LABEL, line.name, "line", row)
    sheet.text(UNIT, builder.currency, "line", row)
    sheet.text(CATEGORY, category_in_words(line.category, language), "line", row)
    sheet.text(PAYER, words.payer_code(line.payer, language), "line", row)
    sheet.text(NATURE, words.nature_code(line.nature, language), "line", row)
    sheet.text(KIND, words.cell_code(cell_of_line(line), line.category in NO_COST, language), "line", row)
    sheet.text(FIGURE, "", "line", row)


def over_years(row: int, years: int, first: int = 0) -> str:
    """Write the range of a row's years."""
    return f"${letters(FIRST_YEAR + first)}{row + 1}:${letters(FIRST_YEAR + years - 1)}{row + 1}"


# ---- sums


def _sums(builder: Builder, found: OptionSheet) -> None:
    """Write what the lines add up to: by payer and nature, by category, in each book and view, and in four cells."""
    sheet, language = found.sheet, builder.language
    first, last = (found.lines[0].row, found.lines[-1].row) if found.lines else (sheet.row, sheet.row)
    sheet.row += 1
    sheet.texts([words.by_payer_title(language)], "part")
    sorts = sorted({(one.line.payer, one.line.nature) for one in found.lines})
    for payer, nature in sorts:
        chosen = [one for one in found.lines if (one.line.payer, one.line.nature) == (payer, nature)]
        told = {PAYER: words.payer_code(payer, language), NATURE: words.nature_code(nature, language)}
        name = words.paid_by(payer, nature, language)
        found.by_sort[payer, nature] = _added(builder, found, name, told, chosen, (first, last))
    sheet.row += 1
    sheet.texts([words.by_category_title(language)], "part")
    kinds = {(one.line.category, one.line.payer, one.line.nature) for one in found.lines}
    for category, payer, nature in sorted(kinds, key=lambda kind: (CATEGORIES.index(kind[0]), kind[1:])):
        chosen = [
            one
            for one in found.lines
            if (one.line.category, one.line.payer, one.line.nature) == (category, payer, nature)
        ]
        told = {
            CATEGORY: category_in_words(category, language),
            PAYER: words.payer_code(payer, language),
            NATURE: words.nature_code(nature, language),
        }
        name = beginning(category_in_words(category, language))
        found.by_category[category, payer, nature] = _added(builder, found, name, told, chosen, (first, last))
    sheet.row += 1
    sheet.texts([words.by_book_title(language)], "part")
    for book in BOOKS:
        for view in VIEWS:
            _book(builder, found, (book, view))
    sheet.row += 1
    sheet.texts([words.five_years_title(YEARS, language)], "part")
    for cell in CELLS:
        chosen = [
            one
            for one in found.lines
            if one.line.payer == "agency" and one.line.category not in NO_COST and cell_of_line(one.line) == cell
        ]
        told = {PAYER: words.payer_code("agency", language), KIND: words.cell_code(cell, False, language)}
        found.by_cell[cell] = _added(builder, found, words.cell_name(cell, language), told, chosen, (first, last))


def _added(
    builder: Builder,
    found: OptionSheet,
    name: str,
    told: dict[int, str],
    chosen: Sequence[LineRow],
    rows: tuple[int, int],
) -> int:
    """Write the sum of the lines whose columns say what this row's say."""
    sheet, row = found.sheet, found.sheet.row
    amounts, present = found.worked(chosen, builder.years)
    sheet.text(LABEL, name, "total", row)
    sheet.text(UNIT, builder.currency, "total", row)
    for column in (CATEGORY, PAYER, NATURE, KIND, FIGURE):
        sheet.text(column, told.get(column, ""), "total", row)
    criteria = "".join(
        f",${letters(one)}${rows[0] + 1}:${letters(one)}${rows[1] + 1},${letters(one)}{row + 1}" for one in told
    )
    for column, values in ((FIRST_YEAR, amounts.tolist()), (PRESENT, [present])):
        name_of = letters(column)
        formula = f"SUMIFS({name_of}${rows[0] + 1}:{name_of}${rows[1] + 1}{criteria})"
        sheet.across(column, formula, values, "total", MONEY, row)
    sheet.formula(TOTAL, f"SUM({over_years(row, builder.years)})", amounts.sum(), "total", MONEY, row)
    sheet.row += 1
    return row


def _book(builder: Builder, found: OptionSheet, reading: Reading) -> None:
    """Write what an option costs in a book and view, from its sums by payer and nature."""
    sheet, row = found.sheet, found.sheet.row
    book, view = reading
    rows = [at for (payer, nature), at in found.by_sort.items() if payer in BOOKS[book] and nature in VIEWS[view]]
    amounts, present = found.worked(found.in_reading(reading), builder.years)
    sheet.text(LABEL, words.reading_name(reading, builder.language), "total", row)
    sheet.text(UNIT, builder.currency, "total", row)
    for column in (CATEGORY, PAYER, NATURE, KIND, FIGURE):
        sheet.text(column, "", "total", row)
    totals = [(FIRST_YEAR, amounts.tolist()), (PRESENT, [present]), (TOTAL, [float(amounts.sum())])]
    for column, values in totals:
        formula = "+".join(f"{letters(column)}{at + 1}" for at in rows) or "0"
        sheet.across(column, formula, values, "total", MONEY, row)
    found.by_reading[reading] = row
    sheet.row += 1
