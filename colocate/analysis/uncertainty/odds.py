"""What the draws say: ranges of every result, how often each option is the cheapest, and what choosing it may cost.

A draw is one possible future. "In 67 of 100 futures" is the share of draws; with 2,048 of them it is right to about
one in a hundred.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.rounding import shares_of_hundred
from colocate.analysis.uncertainty.ranked_costs import RankedCosts, ranked_costs
from colocate.model.access import ENDS
from colocate.model.futures import Futures, OptionFutures
from colocate.model.totals import HEADLINE, BookName, Reading, View
from colocate.quantity import Array
from colocate.stopping import look

DRAWS = 2048
"""Draws where none are asked for, in the app and on the command line alike."""

LOW, HIGH = ENDS
FAN = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The parts of the draws that lie below the edges of a fan of cost over the years."""

EDGES = np.linspace(0.0, 1.0, 41)
"""Parts of the draws between which the curve of one-off budgets is drawn."""

SAME_BUDGET = 0.5
"""Budgets that differ by less than this are the same."""

SAME = 1e-9
"""Costs that differ by less than this part of the larger are a tie."""


@dataclass(frozen=True)
class Range:
    """A result over the draws: its mean, and the 5th and 95th percentiles."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Odds:
    """How one option fares over the draws, in one book and view, in today's money.

    `cheapest` is the share of draws in which it costs least of the options that pass their gates (ties shared alike;
    0 for one that fails a gate), `of_hundred` the same as a whole number of 100 futures, so that those of all options
    make 100, `cheaper_than_baseline` that in which it costs less than the baseline, `regret` what
    it costs on average more than the cheapest of the draw, `fits` the share in which the office fits in. `saving` and
    the rest against the baseline are None for the baseline itself; a saving is above 0.
    """

    option: str
    name: str
    ranked: bool
    cheapest: float
    of_hundred: int
    regret: float
    present_value: Range
    total: Range
    equivalent_annual: Range
    one_off: Range
    fits: float
    cheaper_than_baseline: float | None
    saving: Range | None


@dataclass(frozen=True)
class Pair:
    """The two options whose difference is looked at: the one of lowest expected cost, and its closest rival by it."""

    first: str
    second: str


@dataclass(frozen=True)
class Fan:
    """Cost added up over the years, a column for month 0 and the end of each year.

    `mean` is what it is on average, `edges` has one row for each edge of `FAN`.
    """

    option: str
    mean: Array
    edges: Array


@dataclass(frozen=True)
class OneOffChance:
    """How likely an option's one-off budget comes to more than a sum.

    `chances` is a share of the draws for each of `sums`, which rise; `expected` is the budget on average, with the
    share of draws that exceed it, and `rare` the sum exceeded in 5 of 100 draws.
    """

    sums: tuple[float, ...]
    chances: tuple[float, ...]
    expected: float
    exceeded: float
    rare: float


def range_of(values: Array) -> Range:
    """Give mean, 5th and 95th percentile of draws of shape `(draws,)`.

    >>> range_of(np.arange(101.0))
    Range(mean=50.0, low=5.0, high=95.0)
    """
    look()
    low, high = np.quantile(values, (LOW, HIGH))
    return Range(float(values.mean()), float(low), float(high))


def costs_of(futures: Futures | RankedCosts, book: BookName, view: View) -> Array:
    """Give the present values of the ranked options, shape `(options, draws)`."""
    return ranked_costs(futures).present[Reading(book, view)]


def leading_pair(futures: Futures | RankedCosts, reading: Reading = HEADLINE) -> Pair:
    """Give the ranked options of lowest and second lowest expected cost; on a tie the one that comes first."""
    known = ranked_costs(futures)
    first, second = np.argsort(known.expected(reading), kind="stable")[:2]
    return Pair(known.options[first], known.options[second])


def share_cheapest(costs: Array) -> Array:
    """Give the share of draws in which each option costs least, shape `(options,)`; a tie is shared alike.

    >>> share_cheapest(np.array([[1.0, 5.0, 3.0, 2.0], [2.0, 4.0, 3.0, 1.0]])).tolist()
    [0.375, 0.625]
    """
    lowest = costs.min(axis=0)
    least = costs <= lowest + SAME * np.abs(lowest)
    shares: Array = (least / least.sum(axis=0)).mean(axis=1)
    return shares


def odds(futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> tuple[Odds, ...]:
    """Say how every option fares over the draws, in the case's order."""
    ranked = futures.ranked
    costs = costs_of(futures, book, view)
    names, shares = [option.id for option in ranked], share_cheapest(costs).tolist()
    cheapest = dict(zip(names, shares, strict=True))
    counts = dict(zip(names, shares_of_hundred(shares), strict=True))
    lowest = costs.min(axis=0)
    found = []
    for option in futures.options:
        money = option.money[book, view]
        saving = -futures.against_baseline(option.id, book, view).present_value
        is_baseline = option is futures.baseline
        found.append(
            Odds(
                option=option.id,
                name=option.name,
                ranked=option.id in cheapest,
                cheapest=cheapest.get(option.id, 0.0),
                of_hundred=counts.get(option.id, 0),
                regret=float((money.present_value - lowest).mean()),
                present_value=range_of(money.present_value),
                total=range_of(money.total),
                equivalent_annual=range_of(money.equivalent_annual),
                one_off=one_off_range(option),
                fits=float(option.fits.mean()),
                cheaper_than_baseline=None if is_baseline else float((saving > 0).mean()),
                saving=None if is_baseline else range_of(saving),
            )
        )
    return tuple(found)


def one_off_range(option: OptionFutures) -> Range:
    """Give the option's one-off budget, all years, with its range."""
    return range_of(option.one_off_by_year.sum(axis=0))


def one_off_exceeds(option: OptionFutures, budget: float) -> float:
    """Give the share of draws in which the option's one-off budget, all years, comes to more than a sum."""
    return float((option.one_off_by_year.sum(axis=0) > budget).mean())


def one_off_chance(option: OptionFutures) -> OneOffChance | None:
    """Give the curve of an option's one-off budget, all years; None where it is the same in every draw."""
    budgets = option.one_off_by_year.sum(axis=0)
    if float(np.ptp(budgets)) < SAME_BUDGET:
        return None
    expected = float(budgets.mean())
    return OneOffChance(
        sums=tuple(np.quantile(budgets, EDGES).tolist()),
        chances=tuple((1.0 - EDGES).tolist()),
        expected=expected,
        exceeded=one_off_exceeds(option, expected),
        rare=float(np.quantile(budgets, HIGH)),
    )


def fan(futures: Futures, option_id: str, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> Fan:
    """Give the cost of an option added up year by year, not discounted, at the edges of its fan."""
    running = futures.option(option_id).money[book, view].cumulative
    edges = np.quantile(running, FAN, axis=1)
    rows = np.concatenate([np.zeros((len(FAN) + 1, 1)), np.vstack([running.mean(axis=1), edges])], axis=1)
    return Fan(option_id, rows[0], rows[1:])


def better_access(futures: Futures, points: float) -> dict[str, float]:
    """Give the share of draws in which each ranked option's score is best, or within so many points of the best."""
    known = {option.id: option.access for option in futures.ranked if option.access is not None}
    scores = {one: access.tripartite for one, access in known.items() if access.group_scores}
    if len(scores) < 2:
        return {}
    best = np.max(np.stack(list(scores.values())), axis=0)
    return {one: float((score >= best - points).mean()) for one, score in scores.items()}
