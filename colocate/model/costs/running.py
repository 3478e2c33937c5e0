"""Running costs by line: the option's own while it is there, and those of the premises it leaves until it goes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from colocate.case.spending import Income, OneOff, RunningCost
from colocate.model.costs.due import due_of
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import SIZE_NAMES, Size, Stay
from colocate.model.timeline import coverage
from colocate.quantity import Figure, is_nothing
from colocate.units import MONTHS_PER_YEAR


def running_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each running cost of the option and of the option it leaves (method, section 5)."""
    lines = _lines(stay.option.running, "", stay.size, stay.moving_in, stay.premises_end, book)
    for own in stay.own:
        if own.further is not None:
            lines += _lines(own.further.running, f", {own.further.name}", own.size, own.begins, own.ends, book)
    if stay.left is not None and stay.left_size is not None:
        lines += _lines(stay.left.running, ", old premises", stay.left_size, 0.0, stay.moving_in, book)
    for left in stay.leaves:
        if left.further is not None:
            where = f", {left.further.name}, old premises"
            lines += _lines(left.further.running, where, left.size, left.begins, left.moved_out, book)
    return lines


def _lines(
    costs: Iterable[RunningCost], where: str, size: Size, moving_in: Figure, moving_out: Figure, book: Book
) -> list[Line]:
    """Write the lines of one building; those that run while it is used, as most do, share their part of each year."""
    years = book.prices.horizon_years
    while_used = Factor("part of the year", coverage(moving_in, moving_out, years), "fraction")
    lines = []
    for cost in costs:
        start, end = months_of(cost, moving_in, moving_out)
        part = while_used
        if start is not moving_in or end is not moving_out:
            part = while_used._replace(value=coverage(start, end, years))
        factors = (
            Factor(SIZE_NAMES[cost.per], size.per(cost.per), cost.per),
            Factor(f"amount a year, per {cost.per}", cost.amount, "money/year"),
            book.growth(cost.driver),
            part,
        )
        due = due_of(cost, start, np.minimum(end, MONTHS_PER_YEAR * years), book.prices)
        dates = None if due is None else due.of_time(start, end)
        lines.append(book.paid(cost.category, f"{cost.name}{where}", dates, factors, terms_of(cost)))
    return lines


def months_of(runs: RunningCost | Income, moving_in: Figure, moving_out: Figure) -> tuple[Figure, Figure]:
    """Give the months in which a cost or an income runs, within those in which the premises are used."""
    start: Figure = moving_in if is_nothing(runs.start) else np.maximum(runs.start, moving_in)
    end: Figure = moving_out if runs.end is None else np.minimum(runs.end, moving_out)
    return start, end


def terms_of(cost: RunningCost | OneOff) -> Terms:
    """Give who pays a line of the case and how it counts; staff time is labour, and efficiency rather than cash."""
    return Terms(
        driver=cost.driver,
        currency=cost.currency,
        payer=cost.payer,
        fund=cost.fund,
        nature="efficiency" if cost.staff_time else "cash",
        labour=cost.staff_time,
    )
