"""What a move saves against the baseline, a row a flow, a column a year: dates, amounts, and their worth today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from colocate.export.workbook.build import Builder
from colocate.export.workbook.cells import letters
from colocate.export.workbook.option_sheet import LineRow, OptionSheet
from colocate.export.workbook.sheet import FIRST_YEAR, PRESENT, TOTAL, Sheet
from colocate.export.workbook.styles import FINE, MONEY
from colocate.model.totals import HEADLINE
from colocate.quantity import Array
from colocate.words import workbook as year_words
from colocate.words import workbook_returns as words

LINES_OF_A_FORMULA = 90
"""Lines of an option that one formula adds up, each by a cell of a sheet with a name of up to 31 characters: a
spreadsheet takes no formula of more than 8,192 characters, and one has the lines of two options."""

FIRST = letters(FIRST_YEAR)
Term = tuple[str, Array]
"""Part of a sum, as the formula of the first year writes it, and its values by year."""


@dataclass(frozen=True)
class Flow:
    """A line that has dates: whose it is, its sign in what is saved, and its row."""

    option: OptionSheet
    sign: float
    line: LineRow

    @property
    def single(self) -> bool:
        """Tell a one-off of one date from what has one in each year."""
        return self.line.line.moment is not None

    @property
    def turned(self) -> str:
        """Return the sign before its cells."""
        return "" if self.sign > 0 else "-"

    def cell(self, column: int) -> str:
        """Write a cell of its row, as the first of those that a formula is copied over."""
        return f"{self.option.sheet.quoted}!{letters(column)}{self.line.row + 1}"

    @property
    def saved(self) -> Term:
        """Return what it saves."""
        if self.single:
            return f"{self.turned}{self.cell(TOTAL)}", self.sign * np.atleast_1d(self.line.amounts.sum())
        return f"{self.turned}{self.cell(FIRST_YEAR)}", self.sign * self.line.amounts

    def today(self, row: int) -> Term:
        """Give what that is worth today; the row is that of what it saves."""
        if self.single:
            return f"{self.turned}{self.cell(PRESENT)}", self.sign * np.atleast_1d(self.line.present)
        discount = np.array([factor for _, factor in self.line.discounts])
        return f"{FIRST}{row + 1}*{self.line.discounts[0][0]}", self.sign * self.line.amounts * discount

    @property
    def dates(self) -> Array:
        """Return its dates in years; 0 where nothing falls."""
        months = np.array([month for _, month in self.line.months])
        return np.where(self.saved[1] != 0.0, months, 0.0) / 12.0


@dataclass(frozen=True)
class Flows:
    """Where flows stand: blocks of rows of one shape, for dates, what is saved, and what that is worth today.

    In each stand first the rows of money that is spread over its years, `spread` of them, then those of money at a
    date, and last the ends of the years, at which nothing falls. `dates`, `saved` and `today` have the values of all
    but those.
    `lumps` are date, amount and present value of each of money at a date; `evenly` has what is spread over each year,
    and the same today; `up_to` the rows of what that comes to up to the beginning of each year.
    """

    rows: tuple[int, int, int]
    many: int
    spread: int
    width: int
    dates: Array
    saved: Array
    today: Array
    lumps: tuple[Array, Array, Array]
    evenly: tuple[Array, Array]
    up_to: tuple[int, int]

    def block(self, place: int, first: int = 0) -> str:
        """Write the range of a block from one of its rows on: 0 that of dates, 1 of amounts, 2 of those today."""
        top = self.rows[place]
        return f"${FIRST}${top + first + 1}:${letters(FIRST_YEAR + self.width - 1)}${top + self.many}"


def write_flows(builder: Builder, baseline: OptionSheet, option: OptionSheet, sheet: Sheet) -> Flows:
    """Write every flow of two options."""
    language, years = builder.language, builder.years
    sheet.row += 1
    sheet.texts([words.flows_of(option.name, baseline.name, language)], "part")
    _head(builder, sheet)
    both = ((baseline, 1.0), (option, -1.0))
    counted = [Flow(one, sign, line) for one, sign in both for line in one.in_reading(HEADLINE)]
    undated = [one for one in counted if not one.line.months]
    evenly = [one for one in counted if one.line.months and not one.line.line.one_time]
    at_once = [one for one in counted if one.line.months and one.line.line.one_time]
    dated = [*evenly, *at_once]
    before, after = (
        _added(builder, sheet, [(one.cell(FIRST_YEAR), one.line.amounts) for one in undated if one.sign == sign])
        for sign in (1.0, -1.0)
    )
    spread = (f"{before[0]}-({after[0]})", before[1] - after[1])
    many = len(dated) + 2
    rows = (sheet.row, sheet.row + many, sheet.row + 2 * many)
    middles = _dates(builder, sheet, dated, rows)
    terms = [spread, *(one.saved for one in dated)]
    sheet.row = rows[1]
    names = [words.spread(language), *(words.flow_of(one.option.name, one.line.line.name, language) for one in dated)]
    for name, (formula, values) in zip(names, terms, strict=True):
        _row(sheet, words.saved_of(name, language), formula, values)
    sheet.text(0, words.saved_of(words.ends_of_years(language), language))
    discount = builder.writer.reference(builder.discount_nodes[0], sheet)
    today = [
        (f"{FIRST}{rows[1] + 1}*{discount}", spread[1] * builder.prices.discount[:, 0]),
        *(one.today(rows[1] + 1 + place) for place, one in enumerate(dated)),
    ]
    sheet.row = rows[2]
    for name, (formula, values) in zip(names, today, strict=True):
        _row(sheet, words.today_of(name, language), formula, values)
    sheet.text(0, words.today_of(words.ends_of_years(language), language))
    sheet.row = rows[2] + many
    until = 1 + len(evenly)
    sums, up_to = [], []
    for place, block in ((1, terms), (2, today)):
        sums.append(np.sum([values for _, values in block[:until]], axis=0))
        up_to.append(_up_to(builder, sheet, (rows[place], until), sums[-1], discounted=place == 2))
    saved, worth = ([values for _, values in block] for block in (terms, today))
    dates = [middles, *(one.dates for one in dated)]
    lumps = tuple(np.concatenate([np.zeros(0), *block[until:]]) for block in (dates, saved, worth))
    return Flows(
        rows=rows,
        many=many,
        spread=until,
        width=years + 1,
        dates=np.concatenate(dates),
        saved=np.concatenate(saved),
        today=np.concatenate(worth),
        lumps=(lumps[0], lumps[1], lumps[2]),
        evenly=(sums[0], sums[1]),
        up_to=(up_to[0], up_to[1]),
    )


def _head(builder: Builder, sheet: Sheet) -> None:
    begins = builder.recording.case.decision_date
    sheet.text(0, words.flow_heading(builder.language), "heading")
    for year in range(builder.years):
        begun = begins.replace(year=begins.year + year, day=1)
        sheet.text(FIRST_YEAR + year, year_words.budget_year(year + 1, begun, builder.language), "heading")
    sheet.text(FIRST_YEAR + builder.years, year_words.end_of_years(builder.language), "heading")
    sheet.row += 1


def _row(sheet: Sheet, name: str, formula: str, values: Array, form: str = MONEY) -> None:
    sheet.text(0, name)
    sheet.across(FIRST_YEAR, formula, values.tolist(), "formula", form)
    sheet.row += 1


def _dates(builder: Builder, sheet: Sheet, dated: Sequence[Flow], rows: tuple[int, int, int]) -> Array:
    """Write the dates of all flows; give those of money that is spread over its years."""
    language, writer = builder.language, builder.writer
    begun = writer.reference(builder.recording.tape.counted_years[0], sheet)
    middle = builder.prices.timing_in_year
    middles = np.arange(float(builder.years)) + middle
    name = words.date_of(words.spread(language), language)
    _row(sheet, name, f"{begun}+{writer.number(middle, sheet)[0]}", middles, FINE)
    for place, one in enumerate(dated, start=1):
        name = words.date_of(words.flow_of(one.option.name, one.line.line.name, language), language)
        formula = f"IF({FIRST}{rows[1] + place + 1}=0,0,{one.line.months[0][0]}/12)"
        _row(sheet, name, formula, one.dates, FINE)
    ends = np.arange(builder.years + 1.0)
    _row(sheet, words.date_of(words.ends_of_years(language), language), begun, ends, FINE)
    return middles


def _up_to(builder: Builder, sheet: Sheet, block: tuple[int, int], values: Array, *, discounted: bool) -> int:
    """Write what is spread over each year, and what it comes to up to its beginning; give the row of the latter."""
    top, many = block
    formula = f"SUM({FIRST}{top + 1}:{FIRST}{top + many})"
    _row(sheet, words.all_spread(discounted, builder.language), formula, values)
    row, here = sheet.row, sheet.row + 1
    sheet.text(0, words.up_to(discounted, builder.language))
    sheet.formula(FIRST_YEAR, "0", 0.0, "formula", MONEY)
    sheet.across(FIRST_YEAR + 1, f"{FIRST}{here}+{FIRST}{row}", np.cumsum(values).tolist(), "formula", MONEY)
    sheet.row += 1
    return row


def _added(builder: Builder, sheet: Sheet, terms: Sequence[Term]) -> Term:
    """Give the sum of figures by year; parts of one too long for a formula are written on rows of their own first."""
    total: Array = np.sum([np.zeros(builder.years), *(values for _, values in terms)], axis=0)
    if len(terms) <= LINES_OF_A_FORMULA:
        return "+".join(formula for formula, _ in terms) or "0", total
    parts = []
    for first in range(0, len(terms), LINES_OF_A_FORMULA):
        formula, values = _added(builder, sheet, terms[first : first + LINES_OF_A_FORMULA])
        parts.append(f"{FIRST}{sheet.row + 1}")
        _row(sheet, words.part_of_sum(builder.language), formula, values)
    return "+".join(parts), total
