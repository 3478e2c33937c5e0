"""Recurring income: what others pay the agency for space or parking in its premises (method, section 5)."""

from __future__ import annotations

from collections.abc import Iterable

from colocate.case.spending import Income
from colocate.model.costs.due import dates_of
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import SIZE_NAMES, InUse, Stay, in_use
from colocate.model.costs.running import months_of
from colocate.model.timeline import coverage


def income_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each income of the option while it is there, and of the option that it leaves until it goes."""
    lines: list[Line] = []
    for used in in_use(stay):
        lines += _lines(used.of.income, used, book)
    return lines


def _lines(incomes: Iterable[Income], used: InUse, book: Book) -> list[Line]:
    lines = []
    for income in incomes:
        start, end = months_of(income, used)
        part = coverage(start, end, book.prices.horizon_years)
        factors = (
            Factor(SIZE_NAMES[income.per], used.size.per(income.per), income.per),
            Factor(f"amount a year, per {income.per}", income.amount, "money/year"),
            Factor("1 - vacancy", 1.0 - income.vacancy, "fraction"),
            book.growth(income.driver),
            Factor("part of the year", part, "fraction"),
        )
        terms = Terms(driver=income.driver, currency=income.currency, fund=income.fund, sign=-1.0)
        dates = dates_of(income, start, end, book.prices)
        lines.append(book.paid("income", f"{income.name}{used.where}", dates, factors, terms))
    return lines
