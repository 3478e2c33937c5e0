"""Recurring income: what others pay the agency for space or parking in its premises (method, section 5)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from colocate.case.spending import Income
from colocate.model.costs.due import due_of
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import SIZE_NAMES, Size, Stay
from colocate.model.costs.running import months_of
from colocate.model.timeline import coverage
from colocate.quantity import Figure
from colocate.units import MONTHS_PER_YEAR


def income_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each income of the option while it is there, and of the option that it leaves until it goes."""
    lines = _lines(stay.option.income, "", stay.size, stay.moving_in, stay.premises_end, book)
    for own in stay.own:
        if own.further is not None:
            lines += _lines(own.further.income, f", {own.further.name}", own.size, own.begins, own.ends, book)
    if stay.left is not None and stay.left_size is not None:
        lines += _lines(stay.left.income, ", old premises", stay.left_size, 0.0, stay.moving_in, book)
    for left in stay.leaves:
        if left.further is not None:
            where = f", {left.further.name}, old premises"
            lines += _lines(left.further.income, where, left.size, left.begins, left.moved_out, book)
    return lines


def _lines(
    incomes: Iterable[Income], where: str, size: Size, moving_in: Figure, moving_out: Figure, book: Book
) -> list[Line]:
    lines = []
    for income in incomes:
        start, end = months_of(income, moving_in, moving_out)
        years = book.prices.horizon_years
        part = coverage(start, end, years)
        factors = (
            Factor(SIZE_NAMES[income.per], size.per(income.per), income.per),
            Factor(f"amount a year, per {income.per}", income.amount, "money/year"),
            Factor("1 - vacancy", 1.0 - income.vacancy, "fraction"),
            book.growth(income.driver),
            Factor("part of the year", part, "fraction"),
        )
        terms = Terms(driver=income.driver, currency=income.currency, fund=income.fund, sign=-1.0)
        due = due_of(income, start, np.minimum(end, MONTHS_PER_YEAR * years), book.prices)
        dates = None if due is None else due.of_time(start, end)
        lines.append(book.paid("income", f"{income.name}{where}", dates, factors, terms))
    return lines
