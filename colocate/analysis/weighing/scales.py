"""The criteria as scales from 0 to 100 with fixed ends, and what every option measures on them (method, section 19).

The ends do not depend on which options are compared: one more option can never turn the order of the others. Money
stands on one scale and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.model.futures import Futures, OptionFutures
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Array, Figure, central_of

TOP = 100.0
BEST_PART, WORST_PART = 0.5, 1.5
"""Without ends stated, money has 100 points at half of what the baseline costs, and 0 at half as much again."""

HALF = 0.5
TITLES = {"money": "Money", "access": "Access", "mandate": "Mandate", "government": "Government's wish"}


@dataclass(frozen=True)
class Scale:
    """How a measure becomes a value: 0 at `worst`, 100 at `best`, 50 at the part `half` of the way between them.

    `worst_words` and `best_words` say what the ends are like. Ends and measures are in `unit`.
    """

    criterion: str
    title: str
    unit: str
    worst: float
    best: float
    half: float = HALF
    worst_words: str = ""
    best_words: str = ""


@dataclass(frozen=True)
class Weighable:
    """What there is to weigh: the options that pass their gates, by the criteria on which each of them is known.

    `measures` has shape `(options, criteria, draws)`, `central` `(options, criteria)`, in the scales' units. `left_out`
    names criteria that cannot be weighed, `failing` the options that a gate keeps out: no score buys a gate off.
    """

    scales: tuple[Scale, ...]
    options: tuple[str, ...]
    names: tuple[str, ...]
    measures: Array
    central: Array
    left_out: tuple[str, ...]
    failing: tuple[str, ...]

    @property
    def criteria(self) -> tuple[str, ...]:
        """Return the short names of the criteria, in the order of the scales."""
        return tuple(scale.criterion for scale in self.scales)

    @property
    def values(self) -> Array:
        """Return the values, mostly 0 to 100, shape `(options, criteria, draws)`."""
        return _worths(self.scales, self.measures)

    @property
    def central_values(self) -> Array:
        """Return the values with every figure at its most likely value, shape `(options, criteria)`."""
        return _worths(self.scales, self.central)

    @property
    def beyond(self) -> tuple[str, ...]:
        """Return the names of the options whose central cost lies beyond the ends of the money scale."""
        values = self.central_values[:, self.criteria.index("money")]
        outside = (values < 0.0) | (values > TOP)
        return tuple(name for name, far in zip(self.names, outside.tolist(), strict=True) if far)

    def name(self, option: str) -> str:
        """Return an option's name; ValueError for one that is not weighed."""
        return self.names[self.options.index(option)]

    def title(self, criterion: str) -> str:
        """Return a criterion's title; ValueError for one that is not weighed."""
        return self.scales[self.criteria.index(criterion)].title


def worth(scale: Scale, measure: Array) -> Array:
    """Give the value of a measure, of any shape: straight from the worst end to the half and from there to the best.

    Beyond an end the line goes on, so that a still better measure is never worth the same.

    >>> cost = Scale("money", "Money", "USD", worst=300.0, best=100.0)
    >>> worth(cost, np.array([250.0, 150.0, 80.0])).round(9).tolist()
    [25.0, 75.0, 110.0]
    """
    way = (measure - scale.worst) / (scale.best - scale.worst)
    if scale.half == HALF:
        return TOP * way
    below = HALF * way / scale.half
    above = HALF + (1.0 - HALF) * (way - scale.half) / (1.0 - scale.half)
    return TOP * np.where(way < scale.half, below, above)


def weighable(futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> Weighable:
    """Measure the options that pass their gates on every criterion, in the central case and in every draw.

    Money is the present value of cost in the book and view. ValueError, in words, where fewer than two options pass.
    """
    central = futures.central
    failing = tuple(option.name for option in central.options if option.fails)
    ranked = tuple(option for option in futures.options if not central.option(option.id).fails)
    if len(ranked) < 2:
        raise ValueError("fewer than two options pass their gates, and no score buys a gate off")
    scales = scales_of(central, book, view)
    measures, middles, kept, left_out = [], [], [], []
    for scale in scales:
        drawn = [_measure(futures, option, central.option(option.id), scale, book, view) for option in ranked]
        known = [one for one in drawn if one is not None]
        if len(known) < len(drawn):
            left_out.append(scale.title)
            continue
        measures.append([np.broadcast_to(np.asarray(one[0], dtype=np.float64), futures.draws) for one in known])
        middles.append([one[1] for one in known])
        kept.append(scale)
    return Weighable(
        scales=tuple(kept),
        options=tuple(option.id for option in ranked),
        names=tuple(option.name for option in ranked),
        measures=np.ascontiguousarray(np.swapaxes(np.array(measures), 0, 1)),
        central=np.array(middles).T.copy(),
        left_out=tuple(left_out),
        failing=failing,
    )


def scales_of(central: Outcome, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> tuple[Scale, ...]:
    """Give the scale of every criterion; the ends of money follow the baseline's central cost unless stated."""
    case = central.case
    stated = case.weighing
    half = {} if stated is None else stated.half_worth
    best, worst = _ends_of_money(central, book, view)
    points = "points"
    found = [
        Scale("money", TITLES["money"], case.currency, worst, best),
        Scale("access", TITLES["access"], points, 0.0, TOP, worst_words="out of reach", best_words="near for all"),
        Scale(
            "mandate",
            TITLES["mandate"],
            points,
            0.0,
            TOP,
            worst_words="no safeguard is kept",
            best_words="every safeguard is kept",
        ),
        Scale(
            "government",
            TITLES["government"],
            points,
            0.0,
            TOP,
            worst_words="is against it",
            best_words="asks for it and backs it",
        ),
    ]
    found += [
        Scale(one.id, one.name, points, 0.0, TOP, worst_words=one.worst, best_words=one.best) for one in case.criteria
    ]
    return tuple(_with_half(scale, half.get(scale.criterion, TOP * HALF) / TOP) for scale in found)


def _with_half(scale: Scale, half: float) -> Scale:
    return Scale(**{**vars(scale), "half": half})


def _ends_of_money(central: Outcome, book: BookName, view: View) -> tuple[float, float]:
    """Give the present values with 100 and with 0 points: the case's own for the headline, else from the baseline's."""
    stated = central.case.weighing if (book, view) == HEADLINE else None
    if stated is not None and stated.money_best is not None and stated.money_worst is not None:
        return central_of(stated.money_best), central_of(stated.money_worst)
    baseline = abs(float(central.baseline.money[book, view].present_value[0])) or 1.0
    return BEST_PART * baseline, WORST_PART * baseline


def _measure(
    futures: Futures, drawn: OptionFutures, central: OptionOutcome, scale: Scale, book: BookName, view: View
) -> tuple[Figure, float] | None:
    """Give an option's measure in every draw and in the central case; None where the case does not say."""
    if scale.criterion == "money":
        money = drawn.money[book, view].present_value
        return money, float(central.money[book, view].present_value[0])
    if scale.criterion == "access":
        if drawn.access is None or central.access is None or not central.access.group_scores:
            return None
        return drawn.access.tripartite, float(central.access.tripartite[0])
    if scale.criterion in ("mandate", "government"):
        score = central.mandate.middle if scale.criterion == "mandate" else central.government.score
        return None if score is None else (score, score)
    return own_points(futures, drawn.id, scale.criterion)


def own_points(futures: Futures, option_id: str, criterion: str) -> tuple[Figure, float] | None:
    """Give an option's points on a criterion of the case's own, in every draw and in the central case.

    One figure for all draws where the points have no range; None where the case gives none.
    """
    case = futures.case
    place = [one.id for one in case.options].index(option_id)
    for number, one in enumerate(case.options[place].criteria):
        if one.criterion == criterion:
            steps = ("options", place, "criteria", number, "points")
            path = next((path for path, places in case.places_of.items() if steps in places), "")
            middle = central_of(one.points)
            return futures.figures.get(path, middle), middle
    return None


def _worths(scales: tuple[Scale, ...], measures: Array) -> Array:
    """Give values along axis 1, the criteria."""
    return np.stack([worth(scale, measures[:, place]) for place, scale in enumerate(scales)], axis=1)
