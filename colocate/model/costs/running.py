"""Running costs by line: the option's own while it is there, and those of the premises it leaves until it goes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from colocate.case.spending import Income, OneOff, RunningCost
from colocate.model.costs.due import dates_of
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import SIZE_NAMES, InUse, Stay, in_use
from colocate.model.timeline import coverage
from colocate.quantity import Figure, is_nothing


def running_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each running cost of the option and of the option it leaves (method, section 5)."""
    lines: list[Line] = []
    for used in in_use(stay):
        lines += _lines(used.of.running, used, book)
    return lines


def _lines(costs: Iterable[RunningCost], used: InUse, book: Book) -> list[Line]:
    """Write the lines of one building; those that run while it is used, as most do, share their part of each year."""
    years = book.prices.horizon_years
    while_used = Factor("part of the year", coverage(used.begins, used.ends, years), "fraction")
    lines = []
    for cost in costs:
        start, end = months_of(cost, used)
        part = while_used
        if start is not used.begins or end is not used.ends:
            part = while_used._replace(value=coverage(start, end, years))
        factors = (
            Factor(SIZE_NAMES[cost.per], used.size.per(cost.per), cost.per),
            Factor(f"amount a year, per {cost.per}", cost.amount, "money/year"),
            book.growth(cost.driver),
            part,
        )
        dates = dates_of(cost, start, end, book.prices)
        lines.append(book.paid(cost.category, f"{cost.name}{used.where}", dates, factors, terms_of(cost)))
    return lines


def months_of(runs: RunningCost | Income, used: InUse) -> tuple[Figure, Figure]:
    """Give the months in which a cost or an income runs, within those in which the premises are used."""
    start: Figure = used.begins if is_nothing(runs.start) else np.maximum(runs.start, used.begins)
    end: Figure = used.ends if runs.end is None else np.minimum(runs.end, used.ends)
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
