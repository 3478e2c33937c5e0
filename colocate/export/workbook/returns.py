"""The sheet of returns: what a move saves, flow by flow, when it has paid back, and what rate it earns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.option_sheet import LineRow, OptionSheet
from colocate.export.workbook.payback import write_payback
from colocate.export.workbook.rate import write_rate
from colocate.export.workbook.sheet import FIRST_YEAR, PRESENT, TOTAL, Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.totals import HEADLINE
from colocate.words import workbook_returns as words

WHAT, DATE, SAVED, TODAY, YEAR = range(5)
WIDTHS = (60.0, *[15.0] * 17)

LINES_OF_A_FORMULA = 90
"""Lines of an option that one formula adds up, each by a cell of a sheet with a name of up to 31 characters: a
spreadsheet takes no formula of more than 8,192 characters, and one has the lines of two options."""


@dataclass(frozen=True)
class ReturnCells:
    """Where an option's payback, discounted payback and rate of return stand, with what each comes to."""

    payback: tuple[str, float | str]
    discounted: tuple[str, float | str]
    rate: tuple[str, float | str]


@dataclass
class Flows:
    """What a move saves: rows of money spread over its years, then of money with a date, then the ends of years.

    `dates`, `saved` and `today` have the values of all rows, `years` the budget year of each that is spread.
    """

    first: int
    dates: list[float] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)
    today: list[float] = field(default_factory=list)
    years: list[int] = field(default_factory=list)

    @property
    def spread(self) -> int:
        """Return how many rows are spread over their years."""
        return len(self.years)

    def column(self, column: int, first: int, last: int) -> str:
        """Write a range of a column, the rows counted from the first."""
        name = letters(column)
        return f"${name}${self.first + first + 1}:${name}${self.first + last}"


def write_returns(builder: Builder, options: Sequence[OptionSheet], sheet: Sheet) -> dict[str, ReturnCells]:
    """Write payback and rate of return of every option but the baseline; give where they stand by its id."""
    language = builder.language
    sheet.text(0, words.title(language), "title", 0)
    sheet.text(0, words.about(language), "aside", 1)
    sheet.row = 3
    cells = {}
    for option in options[1:]:
        flows = _flows(builder, options[0], option, sheet)
        plain = write_payback(builder, sheet, flows, SAVED)
        discounted = write_payback(builder, sheet, flows, TODAY)
        cells[option.id] = ReturnCells(plain, discounted, write_rate(builder, sheet, flows))
    sheet.set_up(WIDTHS, (2, 1))
    return cells


def _flows(builder: Builder, baseline: OptionSheet, option: OptionSheet, sheet: Sheet) -> Flows:
    """Write every flow of the two options: its date, what is saved, and what that is worth today."""
    language = builder.language
    sheet.row += 1
    sheet.texts([words.flows_of(option.name, baseline.name, language)], "part")
    sheet.texts(words.flow_headings(language), "heading")
    flows = Flows(sheet.row)
    both = ((baseline, 1.0), (option, -1.0))
    counted = [(one, sign, line) for one, sign in both for line in one.in_reading(HEADLINE)]
    undated = [each for each in counted if not each[2].months]
    for year in range(builder.years):
        _spread_year(builder, sheet, undated, year, flows)
    for one, sign, line in counted:
        if line.months and not line.line.one_time:
            _dated(builder, sheet, one, sign, line, flows)
    for one, sign, line in counted:
        if line.months and line.line.one_time:
            _dated(builder, sheet, one, sign, line, flows)
    for year in range(builder.years + 1):
        begun = builder.writer.reference(builder.recording.tape.counted_years[year], sheet)
        _row(builder, sheet, flows, words.end_of(year, language), (begun, float(year)), ("0", 0.0), ("0", 0.0))
    return flows


def _row(
    builder: Builder,
    sheet: Sheet,
    flows: Flows,
    name: str,
    date: tuple[str, float],
    saved: tuple[str, float],
    today: tuple[str, float],
    year: int | None = None,
) -> None:
    """Write one flow; `year` is the budget year that it is spread over, None where it falls at its date."""
    sheet.text(WHAT, name)
    sheet.formula(DATE, *date, "formula", FINE)
    sheet.formula(SAVED, *saved, "formula", MONEY)
    sheet.formula(TODAY, *today, "formula", MONEY)
    if year is not None:
        sheet.formula(
            YEAR, builder.writer.reference(builder.recording.tape.counted_years[year], sheet), year, "formula", "0"
        )
        flows.years.append(year)
    flows.dates.append(date[1])
    flows.saved.append(saved[1])
    flows.today.append(today[1])
    sheet.row += 1


def _spread_year(
    builder: Builder, sheet: Sheet, lines: Sequence[tuple[OptionSheet, float, LineRow]], year: int, flows: Flows
) -> None:
    """Write what is saved over a year by all lines that have no dates of their own."""
    prices, writer = builder.prices, builder.writer
    begun = writer.reference(builder.recording.tape.counted_years[year], sheet)
    middle = writer.number(prices.timing_in_year, sheet)[0]
    cell = letters(FIRST_YEAR + year)
    free, sides = YEAR + 1, []
    for wanted in (1.0, -1.0):
        some = [(f"{option.sheet.quoted}!{cell}{line.row + 1}", line) for option, sign, line in lines if sign == wanted]
        values = [float(line.amounts[year]) for _, line in some]
        sides.append(_sum(builder, sheet, flows, free, [cells for cells, _ in some], values))
        free += len(some) // LINES_OF_A_FORMULA + 1
    (before, costs_before), (after, costs_after) = sides
    amount = costs_before - costs_after
    discount = writer.reference(builder.discount_nodes[year], sheet)
    saved = (f"{before}-({after})", amount)
    today = (f"{letters(SAVED)}{sheet.row + 1}*{discount}", amount * float(prices.discount[year, 0]))
    name = words.spread_over(year + 1, builder.language)
    date = (f"{begun}+{middle}", year + prices.timing_in_year)
    _row(builder, sheet, flows, name, date, saved, today, year)


def _sum(
    builder: Builder, sheet: Sheet, flows: Flows, free: int, cells: Sequence[str], values: Sequence[float]
) -> tuple[str, float]:
    """Write a sum of cells, with what it comes to; parts of one too long for a formula stand from a free column on."""
    if len(cells) <= LINES_OF_A_FORMULA:
        return "+".join(cells) or "0", sum(values)
    parts = []
    for first in range(0, len(cells), LINES_OF_A_FORMULA):
        chosen = slice(first, first + LINES_OF_A_FORMULA)
        parts.append((f"{letters(free)}{sheet.row + 1}", sum(values[chosen])))
        sheet.text(free, words.part_of_sum(builder.language), "heading", flows.first - 1)
        sheet.formula(free, "+".join(cells[chosen]), parts[-1][1], "formula", MONEY)
        free += 1
    return "+".join(cell for cell, _ in parts), sum(value for _, value in parts)


def _dated(builder: Builder, sheet: Sheet, option: OptionSheet, sign: float, line: LineRow, flows: Flows) -> None:
    """Write the flows of a line that has dates: the one of a one-off, or one a year of payments."""
    name = words.flow_of(option.name, line.line.name, builder.language)
    turned, evenly = "" if sign > 0 else "-", not line.line.one_time
    for year, (column, today, value, today_value) in enumerate(_amounts(option, line)):
        saved = f"{option.sheet.quoted}!{letters(column)}{line.row + 1}"
        when, month = line.months[year]
        date = (f"IF({saved}=0,0,{when}/12)", month / 12.0 if value else 0.0)
        _row(
            builder,
            sheet,
            flows,
            name,
            date,
            (f"{turned}{saved}", sign * value),
            (f"{turned}{today}", sign * today_value),
            year if evenly else None,
        )


def _amounts(option: OptionSheet, line: LineRow) -> Iterator[tuple[int, str, float, float]]:
    """Give the column of each amount of a line, what it is worth today, and the values of both."""
    if line.line.moment is not None:
        yield TOTAL, f"{option.sheet.quoted}!{letters(PRESENT)}{line.row + 1}", float(line.amounts.sum()), line.present
        return
    for year, amount in enumerate(line.amounts.tolist()):
        column = FIRST_YEAR + year
        cell, factor = line.discounts[year]
        yield column, f"{option.sheet.quoted}!{letters(column)}{line.row + 1}*{cell}", amount, amount * factor
