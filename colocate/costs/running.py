"""Running costs by line: the option's own while it is there, and those of the premises it leaves until it goes."""

from __future__ import annotations

import numpy as np

from colocate.case.spending import OneOff, RunningCost
from colocate.costs.line import Book, Factor, Line, Terms
from colocate.costs.premises import SIZE_NAMES, Size, Stay
from colocate.quantity import Figure
from colocate.timeline import coverage


def running_lines(stay: Stay, book: Book) -> list[Line]:
    """Write a line for each running cost of the option and of the option it leaves (method, section 5)."""
    lines = [
        _running(cost, cost.name, stay.size, (np.maximum(cost.start, stay.moving_in), stay.premises_end), book)
        for cost in stay.option.running
    ]
    if stay.left is not None and stay.left_size is not None:
        lines += [
            _running(cost, f"{cost.name}, old premises", stay.left_size, (cost.start, stay.moving_in), book)
            for cost in stay.left.running
        ]
    return lines


def _running(cost: RunningCost, name: str, size: Size, months: tuple[Figure, Figure], book: Book) -> Line:
    start, premises_end = months
    end = premises_end if cost.end is None else np.minimum(cost.end, premises_end)
    factors = (
        Factor(SIZE_NAMES[cost.per], size.per(cost.per), cost.per),
        Factor(f"amount a year, per {cost.per}", cost.amount, "money/year"),
        book.growth(cost.driver),
        Factor("part of the year", coverage(start, end, book.prices.horizon_years), "fraction"),
    )
    return book.recurring(cost.category, name, factors, terms_of(cost))


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
