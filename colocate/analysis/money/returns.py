"""What an option's saving earns on what is spent to get it: payback and rate of return, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.model.costs.line import Line
from colocate.model.finance import internal_rate_of_return, payback
from colocate.model.outcome import Outcome
from colocate.model.totals import BookName, View, in_book, present_by_year
from colocate.quantity import Array, central_of


@dataclass(frozen=True)
class Answer:
    """A figure, or the reason in words why there is none."""

    value: float | None
    words: str


@dataclass(frozen=True)
class Returns:
    """Years until the saving has paid back what was spent, plain and discounted, and the yearly rate that it earns."""

    payback: Answer
    discounted_payback: Answer
    internal_rate_of_return: Answer


def returns(outcome: Outcome, option_id: str, book: BookName = "agency", view: View = "cash") -> Returns:
    """Work out the returns of moving from the baseline to an option, in the central case (method, section 12)."""
    against = outcome.against_baseline(option_id, book, view)
    ends_of_years = np.arange(1.0, outcome.case.horizon_years + 1)
    if option_id == outcome.baseline.id:
        same = Answer(None, "this is the baseline")
        return Returns(same, same, same)
    return Returns(
        payback=_payback(-against.by_year[:, 0], ends_of_years),
        discounted_payback=_payback(_saved_at_present(outcome, option_id, book, view), ends_of_years),
        internal_rate_of_return=_rate(outcome, option_id, book, view),
    )


def _saved_at_present(outcome: Outcome, option_id: str, book: BookName, view: View) -> Array:
    """Give what the option saves in each year, brought to the decision date; shape `(years,)`."""
    before, after = (
        present_by_year(option.lines, book, view, outcome.prices)[:, 0]
        for option in (outcome.baseline, outcome.option(option_id))
    )
    saved: Array = before - after
    return saved


def _payback(savings: Array, times: Array) -> Answer:
    if not np.any(np.abs(savings) > 0):
        return Answer(None, "costs the same as the baseline in every year")
    try:
        years = payback(np.concatenate([[0.0], savings]), np.concatenate([[0.0], times]))
    except ValueError as reason:
        return Answer(None, str(reason))
    return Answer(years, f"{years:.1f} years")


def _rate(outcome: Outcome, option_id: str, book: BookName, view: View) -> Answer:
    dates: list[Array] = []
    amounts: list[Array] = []
    for lines, sign in ((outcome.baseline.lines, 1.0), (outcome.option(option_id).lines, -1.0)):
        for line in lines:
            if in_book(line, book, view):
                dates.append(_dates(line, outcome))
                amounts.append(sign * line.amounts[:, 0])
    times, flows = _joined(np.concatenate(dates), np.concatenate(amounts))
    try:
        rate = internal_rate_of_return(flows, times)
    except ValueError as reason:
        return Answer(None, str(reason))
    return Answer(rate, f"{100 * rate:.1f} % a year")


def _dates(line: Line, outcome: Outcome) -> Array:
    years = np.arange(float(outcome.case.horizon_years))
    if line.month is None:
        return years + outcome.prices.timing_in_year
    return np.full_like(years, central_of(line.month) / 12.0)


def _joined(times: Array, flows: Array) -> tuple[Array, Array]:
    """Add up flows of the same date; what cancels to rounding is nothing."""
    distinct, place = np.unique(np.round(times, 9), return_inverse=True)
    sums = np.bincount(place, weights=flows)
    gross = np.bincount(place, weights=np.abs(flows))
    return distinct, np.where(np.abs(sums) > 1e-12 * gross.max(initial=0.0), sums, 0.0)
