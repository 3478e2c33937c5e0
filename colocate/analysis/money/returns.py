"""What an option's saving earns on what is spent to get it: payback and rate of return, or why there is none.

Both are those of the expected amounts, each at its expected date, and not means over the futures: in some futures there
is no payback at all, and of those nothing can be averaged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.model.expected import Expected, LineMean, OptionExpected
from colocate.model.finance import NoAnswerError, Reason, internal_rate_of_return, payback_of_dated
from colocate.model.prices import TIMING_IN_YEAR
from colocate.model.totals import BOOKS, HEADLINE, VIEWS, BookName, View
from colocate.quantity import Array
from colocate.units import MONTHS_PER_YEAR

Why = Reason | Literal["", "baseline", "same"]
"""Why there is no figure: what was found; empty where there is one."""


@dataclass(frozen=True)
class Answer:
    """A figure, or the name of the reason why there is none."""

    value: float | None
    why: Why = ""


@dataclass(frozen=True)
class Returns:
    """Years until the saving has paid back what was spent, plain and discounted, and the yearly rate that it earns."""

    payback: Answer
    discounted_payback: Answer
    internal_rate_of_return: Answer


def returns(expected: Expected, option_id: str, book: BookName = HEADLINE.book, view: View = HEADLINE.view) -> Returns:
    """Work out the returns of moving from the baseline to an option, of what is expected (method, section 12)."""
    if option_id == expected.baseline.id:
        same = Answer(None, "baseline")
        return Returns(same, same, same)
    saved = [
        (sign, line)
        for one, sign in ((expected.baseline, 1.0), (expected.option(option_id), -1.0))
        for line in _counted(one, book, view)
    ]
    years = expected.case.horizon_years
    return Returns(
        payback=_payback([(sign * line.amounts[:, 0], _dates_of(line)) for sign, line in saved], years),
        discounted_payback=_payback([(sign * line.present[:, 0], _dates_of(line)) for sign, line in saved], years),
        internal_rate_of_return=_rate(expected, option_id, book, view),
    )


def _counted(option: OptionExpected, book: BookName, view: View) -> list[LineMean]:
    return [line for line in option.lines if line.payer in BOOKS[book] and line.nature in VIEWS[view]]


def _dates_of(line: LineMean) -> Array | None:
    """Give when one-time money with a date falls in each year, in years; None where it is spread over its year."""
    return line.months / MONTHS_PER_YEAR if line.one_time and line.months is not None else None


def _payback(savings: list[tuple[Array, Array | None]], years: int) -> Answer:
    """Find the payback of savings by year, each with its dates or spread over its years."""
    evenly: Array = np.array([amounts for amounts, dates in savings if dates is None]).reshape(-1, years)
    spread = _but_for_rounding(evenly.sum(axis=0), np.abs(evenly).sum(axis=0))
    dated = [(amounts, dates) for amounts, dates in savings if dates is not None]
    moments, lumps = _joined(
        np.concatenate([np.zeros(1), *(dates for _, dates in dated)]),
        np.concatenate([np.zeros(1), *(amounts for amounts, _ in dated)]),
    )
    if not np.any(spread) and not np.any(lumps):
        return Answer(None, "same")
    try:
        time = payback_of_dated(spread, lumps, moments)
    except NoAnswerError as none:
        return Answer(None, none.reason)
    return Answer(time)


def _rate(expected: Expected, option_id: str, book: BookName, view: View) -> Answer:
    try:
        times, flows = dated_savings(expected, option_id, book, view)
        rate = internal_rate_of_return(flows, times)
    except NoAnswerError as none:
        return Answer(None, none.reason)
    return Answer(rate)


def dated_savings(
    expected: Expected, option_id: str, book: BookName = HEADLINE.book, view: View = HEADLINE.view
) -> tuple[Array, Array]:
    """Give the dates, in years, and what moving from the baseline to an option saves at each; both of shape `(n,)`."""
    middles = np.arange(float(expected.case.horizon_years)) + TIMING_IN_YEAR[expected.case.discounting.timing]
    dates: list[Array] = [middles]
    amounts: list[Array] = [np.zeros_like(middles)]
    for option, sign in ((expected.baseline, 1.0), (expected.option(option_id), -1.0)):
        for line in _counted(option, book, view):
            dates.append(middles if line.months is None else line.months / MONTHS_PER_YEAR)
            amounts.append(sign * line.amounts[:, 0])
    return _joined(np.concatenate(dates), np.concatenate(amounts))


def _joined(times: Array, flows: Array) -> tuple[Array, Array]:
    """Add up flows of the same date, but for rounding of it; what cancels to rounding is nothing."""
    _rounded, first, place = np.unique(np.round(times, 9), return_index=True, return_inverse=True)
    sums: Array = np.asarray(np.bincount(place, weights=flows), dtype=np.float64)
    gross: Array = np.asarray(np.bincount(place, weights=np.abs(flows)), dtype=np.float64)
    return times[first], _but_for_rounding(sums, gross)


def _but_for_rounding(sums: Array, gross: Array) -> Array:
    """Take for 0 what is left of sums where all cancels; `gross` is what they were made of, signs apart."""
    left: Array = np.where(np.abs(sums) > 1e-12 * gross.max(initial=0.0), sums, 0.0)
    return left
