"""Discounting, equivalent annual cost, payback, internal rate of return, real and nominal rates.

Rates are fractions a year (0.05 is 5 %); times are years on one clock, 0 the decision date unless the caller says
otherwise; amounts are money of one currency, gains above 0 and costs below (the formulas do not mind the other way
round, except payback). Arrays have time on axis 0 and draw on axis 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq

from colocate.quantity import Array, Figure

ROUNDING = 1e-12
"""A sum this small beside what it is made of, or an amount beside the largest, is rounding and counts as 0."""

_TIME_DECIMALS = 9  # times that agree to a thirtieth of a second are one time
_VANISHING = 1e-13  # a present value this small beside its largest term is 0: double arithmetic can tell no more
_LARGEST_EXPONENT = 700.0  # exp(709) is the largest that a double holds
_LEAST_LOG_RATE = -36.0  # 1 + rate = exp(-36), the spacing of doubles beside -1


Reason = Literal["nothing owed", "never", "several", "no amounts", "one side", "no rate", "beyond"]
"""Why there is no payback or rate of return: what was found, not a sentence."""


class NoAnswerError(ValueError):
    """There is no payback, or no rate of return; `reason` names what was found, and the message says it in full."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason: Reason = reason


def present_value(
    amounts: Sequence[float] | Array, rate: Figure, times: Sequence[float] | Array | None = None
) -> Figure:
    """Give what dated amounts are worth at time 0: the sum of amount x (1 + rate)^-time.

    Shapes: `amounts` (n,) or (n, draws); `rate` a fraction a year, one figure or (draws,); `times` in years, (n,) or
    (n, draws). Returns a float, or (draws,) where any of them has draws; a second axis of length 1 fits any number of
    draws. Sign: the present value has the sign of the amounts.
    Timing: without `times` the amounts fall at 0, 1, 2, ...: the first is not discounted. Spreadsheets' NPV discounts
    the first by a year; give `times` from 1 for that, or 0.5, 1.5, ... for the middle of each year.
    Rates below 0 and above -1 are legal. Raises ValueError where there are no amounts, lengths or draws differ, a
    figure is not finite, or the rate is -100 % or lower.
    Source: OMB Circular A-94 (2023), appendix B: the discount factor is 1 / (1 + discount rate)^t.

    A move for 1,000 saves 600 in each of two years, at 10 %:

    >>> round(present_value([-1000.0, 600.0, 600.0], 0.10), 2)
    41.32
    """
    money = _finite(amounts, "amounts")
    if money.ndim not in (1, 2) or money.size == 0:
        raise ValueError("present value needs at least one amount, in an array of shape (n,) or (n, draws)")
    count = money.shape[0]
    moments = np.arange(float(count)) if times is None else _finite(times, "times")
    if moments.ndim not in (1, 2) or moments.shape[0] != count:
        raise ValueError(f"amounts and times differ in length: {count} amounts, times of shape {moments.shape}")
    _one_number_of_draws(money[0], moments[0], rate)
    factors = np.asanyarray(discount_factors(rate, moments))
    if money.ndim == factors.ndim == 1:
        return float(np.sum(money * factors))
    worth: Array = np.sum(_columns(money) * _columns(factors), axis=0)
    return worth


def discount_factors(rate: Figure, times: Figure | Sequence[float]) -> Figure:
    """Give what 1 unit of money at each time is worth at time 0: (1 + rate)^-time.

    Shapes: `rate` a fraction a year, one figure or (draws,); `times` in years, one figure, (n,) or (n, draws). Axis 0
    of the result is time and axis 1 is draw: (n, draws) from times (n,) and rates (draws,); a float from two floats.
    Sign: above 0; above 1 where the rate is below 0. Timing: each factor is for its own time; times may be fractions.
    Raises ValueError where a figure is not finite, the rate is -100 % or lower, draws differ, or the rate is so near
    to -100 % that a factor is too large to hold.

    1,000 due in the middle of the first and second year, at 5 %:

    >>> (1000.0 * discount_factors(0.05, [0.5, 1.5])).round(2).tolist()
    [975.9, 929.43]
    """
    moments = _finite(times, "times")
    logs = np.log1p(_above_minus_one(rate, "the discount rate"))
    if logs.ndim > 1 or moments.ndim > 2:
        raise ValueError("the discount rate must be one figure or one per draw, and times (n,) or (n, draws)")
    if moments.ndim == 1 and logs.ndim == 1:
        moments = _columns(moments)
    if moments.ndim == 2:
        _one_number_of_draws(moments[0], rate)
    exponents = -moments * logs
    if exponents.size and np.max(exponents) > _LARGEST_EXPONENT:
        raise ValueError("the discount rate is too near -100 % for amounts so late: their present value is too large")
    factors: Array = np.exp(exponents)
    return _single(factors)


def equivalent_annual_cost(present_value: Figure, rate: Figure, years: Figure) -> Figure:
    """Give the level amount at the end of each year that has the given present value: PV x r / (1 - (1 + r)^-years).

    Shapes: each a figure or an array, of shapes that broadcast; the result has their common shape, a float from
    floats. `present_value` in money at time 0, `rate` a fraction a year above -1, `years` above 0 (fractions are
    legal). Sign: that of the present value. Timing: end of each year, for `years` years from time 0. At rate 0 it is
    PV / years, and nearby it runs smoothly into that.
    Raises ValueError where years is not above 0, a figure is not finite, or the rate is -100 % or lower.
    Source: the annuity formula, as in PMT of spreadsheets (with the sign turned).

    100,000 over 10 years at 5 %:

    >>> round(equivalent_annual_cost(100000.0, 0.05, 10.0), 2)
    12950.46
    """
    worth = _finite(present_value, "the present value")
    rates = _above_minus_one(rate, "the discount rate")
    span = _finite(years, "years")
    if np.any(span <= 0):
        raise ValueError(f"years must be above 0 to spread a cost over them, not {np.min(span):g}")
    with np.errstate(over="ignore"):  # far below 0 and over long spans the factor goes to 0, as it should
        lost = -np.expm1(-span * np.log1p(rates))
    level = lost == 0.0
    share = np.where(level, 1.0 / span, rates / np.where(level, 1.0, lost))
    cost: Array = worth * share
    return _single(cost)


def payback(amounts: Sequence[float] | Array, times: Sequence[float] | Array | None = None) -> float:
    """Give the time in years when the running sum comes to 0 or above for good, having been below 0.

    Shapes: `amounts` (n,) in money, `times` (n,) in years (0, 1, 2, ... unless told); one float comes back, a time on
    the clock of `times`. Sign: costs below 0, gains above. Discounted payback: give present values as amounts.
    Timing: an amount is taken as spread evenly since the time before; the first falls at its own time at once. Times
    are put in order, and amounts of the same time are one amount, their sum. A running sum within a trillionth of the
    money that has passed is 0.
    A gain at first and costs later is legal: what counts is the last time that the sum is below 0. So
    payback([100, -150, 80]) is 1.625, and payback([100, -50]) raises, as nothing was ever owed.
    Raises ValueError, with the reason in words, where the sum was never below 0, where it ends below 0, where it goes
    below 0 again after having come back to 0 (the times are named), where there are no amounts, lengths differ,
    amounts have draws, or a figure is not finite.

    A move for 100 saves 40 a year:

    >>> payback([-100.0, 40.0, 40.0, 40.0])
    2.5
    """
    money, moments = _dated(amounts, times, "payback")
    return _paid_back(np.cumsum(money), np.cumsum(np.abs(money)), moments)


def payback_of_dated(by_year: Sequence[float] | Array, at_once: Sequence[float] | Array, dates: Array) -> float:
    """Give the time in years when money spread over its years and money with dates together come to 0 or above.

    Shapes: `by_year` (n,) in money, each spread evenly over its year, the first over year 0 to 1; `at_once` (m,) in
    money, which falls whole at `dates` (m,), in years from 0. Signs, errors and what counts as coming back are those of
    `payback`.

    9.40 is spent today, and 18.11 saved in the year:

    >>> round(payback_of_dated([18.11], [-9.40], np.array([0.0])), 3)
    0.519
    """
    spread = _finite(by_year, "amounts")
    lumps, moments = _dated([0.0, *at_once], [0.0, *dates], "payback")
    ends = np.arange(spread.size + 1.0)
    times = np.unique(np.concatenate([ends, moments]))
    evenly, passed = (
        np.interp(times, ends, np.concatenate([[0.0], np.cumsum(one)])) for one in (spread, np.abs(spread))
    )
    jumps = np.zeros(times.size)
    jumps[np.searchsorted(times, moments)] = lumps
    before, after = np.cumsum(jumps) - jumps, np.cumsum(jumps)
    gross = passed + np.cumsum(np.abs(jumps))
    running = np.column_stack([evenly + before, evenly + after]).ravel()
    return _paid_back(running, np.repeat(gross, 2), np.repeat(times, 2))


def _paid_back(running: Array, passed: Array, moments: Array) -> float:
    """Give the time when a running sum, straight between its points, comes to 0 for good; `passed` is all that went."""
    running[np.abs(running) <= ROUNDING * passed] = 0.0
    below = running < 0.0
    if not below.any():
        raise NoAnswerError("nothing owed", "there is nothing to pay back: the running sum is never below 0")
    returns = _crossings(running, moments, below[:-1] & ~below[1:])
    falls = [time for time in _crossings(running, moments, ~below[:-1] & below[1:]) if returns and time >= returns[0]]
    if below[-1]:
        story = f" (it {_story(returns, falls)})" if returns else ""
        raise NoAnswerError("never", f"the amounts never pay back: the running sum ends at {running[-1]:.6g}{story}")
    if len(returns) > 1:
        raise NoAnswerError("several", f"there is no unique payback: the running sum {_story(returns, falls)}")
    return returns[0]


def internal_rate_of_return(amounts: Sequence[float] | Array, times: Sequence[float] | Array | None = None) -> float:
    """Give the one rate above -100 % at which the present value of dated amounts is 0.

    Shapes: `amounts` (n,) in money, `times` (n,) in years (0, 1, 2, ... unless told), in any order, fractions legal;
    returns a fraction a year, which may be below 0 or above 1. Sign: the rate is the same with every sign turned.
    Timing: each amount at its own time.
    Every real root is looked for, never one from a guess. With x = ln(1 + rate) the present value is a sum of
    a x exp(-t x). Multiplied by exp(c x), with c between two amounts of unlike sign, and differentiated, it is such a
    sum again with one change of sign fewer; the roots of the one lie between those of the other (Rolle), and in each
    gap at most one, found by Brent's method. A rate where the present value only touches 0 is found too.
    Limits: amounts below a trillionth of the largest are rounding and left out; roots between which the present value
    stays within 1e-13 of its largest term are one.
    Raises ValueError, with the reason in words, where there is no such rate or several (listed in per cent), where it
    is too near -100 % or too large to state, where there are no amounts, lengths differ, amounts have draws, or a
    figure is not finite.
    Source: Rolle's theorem, used as in the proof of Descartes' rule of signs.

    A move for 1,000 saves 600 in each of two years:

    >>> round(internal_rate_of_return([-1000.0, 600.0, 600.0]), 6)
    0.130662
    """
    money, moments = _dated(amounts, times, "an internal rate of return")
    kept = np.abs(money) > ROUNDING * np.max(np.abs(money))
    money, moments = money[kept], moments[kept]
    if money.size == 0:
        raise NoAnswerError("no amounts", "there is no internal rate of return: every amount is 0")
    if np.all(money > 0) or np.all(money < 0):
        words = f"there is no internal rate of return: no amount is {_side(-money[0])} 0"
        raise NoAnswerError("one side", words)
    roots = _distinct(_log_roots(money, moments), money, moments)
    if not roots:
        words = f"there is no internal rate of return: the present value is {_side(money[0])} 0 at every rate"
        raise NoAnswerError("no rate", words)
    if len(roots) > 1:
        listed = ", ".join(_per_cent(root) for root in roots)
        words = f"there is no unique internal rate of return: the present value is 0 at {listed}"
        raise NoAnswerError("several", words)
    if not _LEAST_LOG_RATE < roots[0] < _LARGEST_EXPONENT:
        words = f"the internal rate of return is {_per_cent(roots[0])}: it cannot be stated as a number"
        raise NoAnswerError("beyond", words)
    return math.expm1(roots[0])


def real_rate(nominal: Figure, inflation: Figure) -> Figure:
    """Give the rate above inflation: (1 + nominal) / (1 + inflation) - 1.

    Shapes: fractions a year, figures or arrays that broadcast; the result has their common shape. Sign: below 0 where
    inflation is above the nominal rate. Timing: both rates over the same year.
    Raises ValueError where inflation is -100 % or lower or not finite, or the nominal rate is not a number.
    Source: Fisher equation; HM Treasury Green Book, paragraph 5.11 and table 1 (real terms).

    At 8 % interest and 3 % inflation, 100.00 grows by 4.85 in goods, not by 5:

    >>> round(100.0 * real_rate(0.08, 0.03), 2)
    4.85
    """
    _above_minus_one(inflation, "inflation")
    return (1.0 + _number(nominal, "the nominal rate")) / (1.0 + inflation) - 1.0


def nominal_rate(real: Figure, inflation: Figure) -> Figure:
    """Give the rate with inflation in it: (1 + real) x (1 + inflation) - 1.

    Shapes: fractions a year, figures or arrays that broadcast; the result has their common shape. Sign: below 0 where
    a fall in real terms outweighs inflation. Timing: both rates over the same year.
    Raises ValueError where inflation is -100 % or lower or not finite, or the real rate is not a number.
    Source: Fisher equation, the inverse of `real_rate`.

    At 3.5 % above an inflation of 2 %, 100.00 grows by 5.57:

    >>> round(100.0 * nominal_rate(0.035, 0.02), 2)
    5.57
    """
    _above_minus_one(inflation, "inflation")
    return (1.0 + _number(real, "the real rate")) * (1.0 + inflation) - 1.0


def _finite(figures: Figure | Sequence[float], name: str) -> Array:
    """Return figures as an array of floats; refuse NaN and infinity."""
    array: Array = np.asanyarray(figures, dtype=np.float64)
    if not np.all(np.isfinite(array)):
        raise ValueError(f"{name} must be finite: NaN and infinity have no meaning here")
    return array


def _above_minus_one(rate: Figure, name: str) -> Array:
    """Return a rate as an array; refuse one at which nothing would be left."""
    array = _finite(rate, name)
    if np.any(array <= -1.0):
        raise ValueError(f"{name} must be above -100 %, not {100.0 * np.min(array):g} %")
    return array


def _number(rate: Figure, name: str) -> Figure:
    """Return a rate as it came; refuse NaN (infinity may stand for a cap that is never reached)."""
    if np.any(np.isnan(rate)):
        raise ValueError(f"{name} must be a number, not NaN")
    return rate


def _single(figures: Array) -> Figure:
    """Return one figure as a float; an array that remembers where it came from stays what it is."""
    remembers = type(figures) not in (np.ndarray, np.float64)
    return figures if figures.ndim or remembers else float(figures)


def _columns(figures: Array) -> Array:
    """Return an array with time on axis 0 and draw on axis 1, one draw where it has none."""
    return figures if figures.ndim == 2 else figures[:, None]


def _one_number_of_draws(*figures: Figure) -> None:
    """Refuse arrays of draws of unlike lengths; a single figure and a length of 1 fit any."""
    lengths = {np.size(figure) for figure in figures} - {1}
    if len(lengths) > 1:
        raise ValueError(f"amounts, rate and times have unlike numbers of draws: {sorted(lengths)}")


def _dated(
    amounts: Sequence[float] | Array, times: Sequence[float] | Array | None, purpose: str
) -> tuple[Array, Array]:
    """Return amounts and their times in order of time, amounts of the same time added up; shapes `(n,)`."""
    money = _finite(amounts, "amounts")
    if money.ndim != 1 or money.size == 0:
        raise ValueError(f"{purpose} needs at least one amount, in an array of shape (n,): one draw at a time")
    moments = np.arange(float(money.size)) if times is None else _finite(times, "times")
    if moments.shape != money.shape:
        raise ValueError(f"amounts and times differ in length: {money.size} amounts, times of shape {moments.shape}")
    distinct, place = np.unique(np.round(moments, _TIME_DECIMALS), return_inverse=True)
    sums, passed = np.zeros(distinct.size), np.zeros(distinct.size)
    np.add.at(sums, place, money)
    np.add.at(passed, place, np.abs(money))
    sums[np.abs(sums) <= ROUNDING * passed] = 0.0
    return sums, distinct


def _crossings(running: Array, moments: Array, here: npt.NDArray[np.bool_]) -> list[float]:
    """Give the times when the running sum, straight between its points, is at 0 on the stretches marked `here`."""
    before, after = running[:-1][here], running[1:][here]
    starts, ends = moments[:-1][here], moments[1:][here]
    crossings: list[float] = (starts + before / (before - after) * (ends - starts)).tolist()
    return crossings


def _story(returns: list[float], falls: list[float]) -> str:
    """Tell when a running sum came back to 0 and when it left it again; the two take turns."""
    events = [f"comes back to 0 at year {time:.4g}" for time in returns]
    for place, time in enumerate(falls):
        events.insert(2 * place + 1, f"goes below 0 again from year {time:.4g}")
    return ", ".join(events)


def _side(amount: float) -> str:
    return "above" if amount > 0 else "below"


def _per_cent(root: float) -> str:
    """Write the rate exp(root) - 1 in per cent."""
    if root <= math.log(1e-6):
        return "just above -100 %"
    if root >= math.log(1e6):
        return "above 1e+08 %"
    return f"{round(100.0 * math.expm1(root), 9) + 0.0:.6g} %"  # + 0.0 turns -0 into 0


def _scaled(x: float, signs: Array, logs: Array, moments: Array) -> float:
    """Give the sum of amount x exp(-time x x), divided by its largest term: the same roots, and no overflow."""
    exponents = logs - moments * x
    return float(signs @ np.exp(exponents - exponents.max()))


def _log_roots(money: Array, moments: Array) -> list[float]:
    """Give, in order, every x where the sum of amount x exp(-time x x) is 0; amounts are not 0, times ascend.

    Beyond `low` and `high` the last and the first term outweigh all others. A point between, where the sum has to
    turn, is a root itself where the sum is 0 there; else a gap whose ends differ in sign holds one root.
    """
    signs, logs = np.sign(money), np.log(np.abs(money))
    changes = np.flatnonzero(signs[:-1] != signs[1:])
    if changes.size == 0:
        return []
    middle = changes[changes.size // 2]
    pivot = 0.5 * (moments[middle] + moments[middle + 1])
    turns = _log_roots(money * (moments - pivot) / (moments[-1] - moments[0]), moments)
    crowd = math.log(2.0 * money.size)
    high = float(np.max((logs[1:] - logs[0] + crowd) / (moments[1:] - moments[0])))
    low = -float(np.max((logs[:-1] - logs[-1] + crowd) / (moments[-1] - moments[:-1])))
    points = [low, *(x for x in turns if low < x < high), high]
    terms = (signs, logs, moments)
    values = [_scaled(x, *terms) for x in points]
    roots = [x for x, value in zip(points, values, strict=True) if abs(value) <= _VANISHING]
    for (start, at_start), (end, at_end) in pairwise(zip(points, values, strict=True)):
        if min(abs(at_start), abs(at_end)) > _VANISHING and at_start * at_end < 0.0:
            roots.append(float(brentq(_scaled, start, end, args=terms, xtol=1e-15, rtol=1e-15)))
    return sorted(roots)


def _distinct(roots: list[float], money: Array, moments: Array) -> list[float]:
    """Count roots as one where the sum between them cannot be told from 0."""
    signs, logs = np.sign(money), np.log(np.abs(money))
    kept: list[float] = []
    for root in roots:
        if not kept or abs(_scaled(0.5 * (kept[-1] + root), signs, logs, moments)) > _VANISHING:
            kept.append(root)
    return kept
