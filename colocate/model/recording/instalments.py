"""Instalments added up by budget year as a workbook tells it: a sum over the list of those that fall in the year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from colocate.model.payments import Payments, payments
from colocate.model.recording.arrays import as_column, code_of_formula, made, packed, plain_of, tape_of
from colocate.model.recording.nodes import Node, Tape


def summed_by_year(
    _: Callable[..., tuple[Any, Payments]], amounts: Any, months: Any, discount: Any, __: int, years: int
) -> tuple[Any, Payments]:
    """Tell what is paid in each year, what that is worth today, and each payment times its month, as such sums."""
    tape = tape_of((amounts, months, discount))
    of_months = as_column(tape, months, "months")
    listed = [as_column(tape, one, part) for part, one in (("amounts", amounts), ("discounting", discount))]
    worth = plain_of(amounts) * plain_of(discount), plain_of(amounts) * plain_of(months)
    paid = _of_the_years(tape, (of_months, listed[0]), plain_of(amounts), years)
    present = _of_the_years(tape, (of_months, *listed), worth[0], years)
    dated = _of_the_years(tape, (of_months, listed[0], of_months), worth[1], years)
    return paid, payments(paid, present, dated)


def _of_the_years(tape: Tape, lists: tuple[tuple[Node, ...], ...], amounts: Any, years: int) -> Any:
    """Give the sum of each year; one that falls as a year ends is of that year, whose period it closes."""
    step = tape.step(code_of_formula(), (years, 1), "years")
    months, figures = np.array([node.value for node in lists[0]]), np.ravel(amounts)
    nodes = []
    for year, (begun, ended) in enumerate(zip(tape.months[:-1], tape.months[1:], strict=True)):
        falls = (months > begun.value) & (months <= ended.value)
        nodes.append(tape.found_or_put(step, year, "due", (*lists, begun, ended), float(figures[falls].sum())))
    tape.keep(step)
    return made(tape, np.array([[one.value] for one in nodes]), packed(nodes, (years, 1)), "years")
