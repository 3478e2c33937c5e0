"""How much money weights say that a point, or ten minutes of a group's way, is worth (method, section 19)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.weighing.scales import Scale, Weighable, worth
from colocate.case import Case
from colocate.model.access import group_scores, power_mean, score
from colocate.model.futures import Futures
from colocate.model.outcome import OptionOutcome
from colocate.quantity import Array, central_of

LONGER = 10.0
"""Minutes by which a group's way is made longer to see what weights make of it."""


@dataclass(frozen=True)
class PointWorth:
    """What weights say that one point of a criterion is worth: money today, and the same as an amount a year.

    None where money has no weight: no amount makes up for a point then.
    """

    criterion: str
    present_value: float | None
    a_year: float | None


@dataclass(frozen=True)
class WayWorth:
    """What weights say that ten minutes more for every constituent of a group would be worth avoiding, under an option.

    `points` is what the access score falls by.
    """

    group: str
    option: str
    minutes: float
    points: float
    present_value: float | None
    a_year: float | None


def worth_of_points(table: Weighable, weights: Array, futures: Futures) -> tuple[PointWorth, ...]:
    """Say what a point of each criterion but money is worth, on average over its scale.

    weight / weight of money x the money between the ends of its scale / the points between the ends of the other.
    """
    per_value = _money_per_value(table, weights)
    annuity = _annuity(futures)
    found = []
    for scale, weight in zip(table.scales, weights.tolist(), strict=True):
        if scale.criterion == "money":
            continue
        amount = None if per_value is None else weight * per_value * 100.0 / abs(scale.best - scale.worst)
        found.append(PointWorth(scale.criterion, amount, None if amount is None else amount * annuity))
    return tuple(found)


def worth_of_ways(table: Weighable, weights: Array, futures: Futures) -> tuple[WayWorth, ...]:
    """Say, for each option and group, what ten minutes more for the whole group are worth at these weights.

    Empty where access is not weighed.
    """
    if "access" not in table.criteria:
        return ()
    place = table.criteria.index("access")
    per_value, annuity = _money_per_value(table, weights), _annuity(futures)
    found = []
    for option_id in table.options:
        option = futures.central.option(option_id)
        for group in group_names(option):
            fall, before = _fall(futures.case, option, group)
            lost = float(
                worth(table.scales[place], np.array(before)) - worth(table.scales[place], np.array(before - fall))
            )
            amount = None if per_value is None else float(weights[place]) * per_value * lost
            a_year = None if amount is None else amount * annuity
            found.append(WayWorth(group, option_id, LONGER, fall, amount, a_year))
    return tuple(found)


def group_names(option: OptionOutcome) -> tuple[str, ...]:
    """Name the groups of an option's constituents that have a score."""
    return () if option.access is None else tuple(option.access.group_scores)


def _fall(case: Case, option: OptionOutcome, group: str) -> tuple[float, float]:
    """Give by how many points the access score falls when a group's ways take longer, and what it is now."""
    access, settings = option.access, case.access
    if access is None or settings is None:
        raise ValueError(f"{option.name} has no access score")
    groups = tuple(one.group for one in access.constituents)
    longer = np.array([[LONGER if one == group else 0.0] for one in groups])
    scores = group_scores(score(access.minutes + longer, settings.ideal, settings.limit), access.visits, groups)
    shares = np.array([settings.group_weights.get(one, 1.0) for one in scores])
    after = power_mean(np.stack(list(scores.values())), shares, settings.exponent)
    before = float(access.tripartite[0])
    return before - float(after[0]), before


def _money_per_value(table: Weighable, weights: Array) -> float | None:
    """Give the money that one value point, weighted 1, is worth; None where money has no weight."""
    place = table.criteria.index("money")
    scale: Scale = table.scales[place]
    weight = float(weights[place])
    return None if weight <= 0.0 else (scale.worst - scale.best) / 100.0 / weight


def _annuity(futures: Futures) -> float:
    """Give the amount a year over the case's years that 1 today comes to."""
    return central_of(futures.central.prices.annuity)
