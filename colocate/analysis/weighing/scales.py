"""The criteria as scales from 0 to 100 with fixed ends, and what every option measures on them (method, section 19).

The ends do not depend on which options are compared: one more option can never turn the order of the others. Money
stands on one scale and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from colocate.case import Case
from colocate.case.weighing import CRITERIA
from colocate.draws.sampling import unit_points
from colocate.model.criteria import Mandate
from colocate.model.futures import Futures, OptionFutures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array, Figure, central_of

TOP = 100.0
BEST_PART, WORST_PART = 0.5, 1.5
"""Without ends stated, money has 100 points at half of what the baseline costs, and 0 at half as much again."""

HALF = 0.5
OPEN_QUESTIONS = 2
"""The sequence that open questions of the checklist are drawn from; the figures of a case have two of their own."""

Hindrance = Literal["options", "criteria"]


class CannotWeighError(ValueError):
    """A case that cannot be weighed: fewer than two options pass their gates, or fewer than two criteria are known."""

    def __init__(self, too_few: Hindrance) -> None:
        super().__init__(too_few)
        self.too_few = too_few


@dataclass(frozen=True)
class Scale:
    """How a measure becomes a value: 0 at `worst`, 100 at `best`, 50 at the part `half` of the way between them.

    Ends and measures are in `unit`.
    """

    criterion: str
    unit: str
    worst: float
    best: float
    half: float = HALF


@dataclass(frozen=True)
class Weighable:
    """What there is to weigh: the options that pass their gates, by the criteria on which each of them is known.

    `measures` has shape `(options, criteria, draws)`, in the scales' units. `left_out` has the criteria that cannot be
    weighed, `failing` the options that a gate keeps out, by their ids: no score buys a gate off.
    """

    case: Case
    scales: tuple[Scale, ...]
    options: tuple[str, ...]
    measures: Array
    left_out: tuple[str, ...]
    failing: tuple[str, ...]

    @property
    def criteria(self) -> tuple[str, ...]:
        """Return the short names of the criteria, in the order of the scales."""
        return tuple(scale.criterion for scale in self.scales)

    @cached_property
    def values(self) -> Array:
        """Return the values, mostly 0 to 100, shape `(options, criteria, draws)`."""
        return np.stack([worth(scale, self.measures[:, place]) for place, scale in enumerate(self.scales)], axis=1)

    @cached_property
    def expected(self) -> Array:
        """Return the measures on average over the draws, shape `(options, criteria)`."""
        means: Array = self.measures.mean(axis=2)
        return means

    @cached_property
    def expected_values(self) -> Array:
        """Return the values on average over the draws, shape `(options, criteria)`."""
        means: Array = self.values.mean(axis=2)
        return means

    def place_of(self, option: str) -> int:
        """Return an option's place among all options of the case; ValueError for one that is none of them."""
        return [one.id for one in self.case.options].index(option)

    @property
    def varies(self) -> bool:
        """Tell whether any measure differs between draws; where none does, there is one future only."""
        return bool((self.measures != self.measures[:, :, :1]).any())

    @property
    def beyond(self) -> tuple[str, ...]:
        """Return the options whose expected cost lies beyond the ends of the money scale."""
        values = self.expected_values[:, self.criteria.index("money")]
        outside = (values < 0.0) | (values > TOP)
        return tuple(option for option, far in zip(self.options, outside.tolist(), strict=True) if far)


def worth(scale: Scale, measure: Array) -> Array:
    """Give the value of a measure, of any shape: straight from the worst end to the half and from there to the best.

    Beyond an end the line goes on, so that a still better measure is never worth the same.

    >>> cost = Scale("money", "USD", worst=300.0, best=100.0)
    >>> worth(cost, np.array([250.0, 150.0, 80.0])).round(9).tolist()
    [25.0, 75.0, 110.0]
    """
    way = (measure - scale.worst) / (scale.best - scale.worst)
    if scale.half == HALF:
        return TOP * way
    below = HALF * way / scale.half
    above = HALF + (1.0 - HALF) * (way - scale.half) / (1.0 - scale.half)
    return TOP * np.where(way < scale.half, below, above)


def weighable(futures: Futures, reading: Reading = HEADLINE) -> Weighable:
    """Measure the options that pass their gates on every criterion, in every draw.

    Money is the present value of cost in the reading. `CannotWeighError` where fewer than two options pass.
    """
    failing = tuple(option.id for option in futures.expected.options if option.fails)
    ranked = tuple(option for option in futures.options if option.id not in failing)
    if len(ranked) < 2:
        raise CannotWeighError("options")
    measures, kept, left_out = [], [], []
    for scale in scales_of(futures, reading):
        drawn = [_measure(futures, option, scale.criterion, reading) for option in ranked]
        known = [one for one in drawn if one is not None]
        if len(known) < len(drawn):
            left_out.append(scale.criterion)
            continue
        measures.append([np.broadcast_to(np.asarray(one, dtype=np.float64), futures.draws) for one in known])
        kept.append(scale)
    return Weighable(
        case=futures.case,
        scales=tuple(kept),
        options=tuple(option.id for option in ranked),
        measures=np.ascontiguousarray(np.swapaxes(np.array(measures), 0, 1)),
        left_out=tuple(left_out),
        failing=failing,
    )


def scales_of(futures: Futures, reading: Reading = HEADLINE) -> tuple[Scale, ...]:
    """Give the scale of every criterion; the ends of money follow the baseline's expected cost unless stated."""
    case = futures.case
    stated = case.weighing
    half = {} if stated is None else stated.half_worth
    best, worst = _ends_of_money(futures, reading)
    points = [*(name for name in CRITERIA if name != "money"), *(one.id for one in case.criteria)]
    return (
        Scale("money", case.currency, worst, best),
        *(Scale(name, "points", 0.0, TOP, half.get(name, TOP * HALF) / TOP) for name in points),
    )


def _ends_of_money(futures: Futures, reading: Reading) -> tuple[float, float]:
    """Give the present values with 100 and with 0 points: the case's own for the headline, else from the baseline's."""
    stated = futures.case.weighing if reading == HEADLINE else None
    if stated is not None and stated.money_best is not None and stated.money_worst is not None:
        return central_of(stated.money_best), central_of(stated.money_worst)
    baseline = abs(float(futures.baseline.money[reading].present_value.mean())) or 1.0
    return BEST_PART * baseline, WORST_PART * baseline


def _measure(futures: Futures, drawn: OptionFutures, criterion: str, reading: Reading) -> Figure | None:
    """Give an option's measure in every draw, or one figure for all of them; None where the case does not say."""
    stated = futures.expected.option(drawn.id)
    if criterion == "money":
        return drawn.money[reading].present_value
    if criterion == "access":
        return drawn.access.tripartite if drawn.access is not None and drawn.access.group_scores else None
    if criterion == "mandate":
        return safeguards(futures, drawn.id, stated.mandate)
    if criterion == "government":
        return stated.government.score
    return own_points(futures, drawn.id, criterion)


def safeguards(futures: Futures, option_id: str, mandate: Mandate) -> Figure | None:
    """Give an option's points on the checklist in every draw: evenly from all open answers no to all of them yes.

    One figure for all draws where every question is answered; None without a checklist. The draws are a sequence of
    their own with a column for each option, so that an open question moves no other figure and no other option.
    """
    low, high = mandate.low, mandate.high
    if low is None or high is None or low == high:
        return low
    options = [one.id for one in futures.case.options]
    chances = unit_points(len(options), futures.draws, (futures.seed, OPEN_QUESTIONS))
    drawn: Array = low + (high - low) * chances[options.index(option_id)]
    return drawn


def own_points(futures: Futures, option_id: str, criterion: str) -> Figure | None:
    """Give an option's points on a criterion of the case's own, in every draw.

    One figure for all draws where the points have no range; None where the case gives none.
    """
    case = futures.case
    place = [one.id for one in case.options].index(option_id)
    for number, one in enumerate(case.options[place].criteria):
        if one.criterion == criterion:
            steps = ("options", place, "criteria", number, "points")
            path = next((path for path, places in case.places_of.items() if steps in places), "")
            return futures.figures.get(path, central_of(one.points))
    return None
