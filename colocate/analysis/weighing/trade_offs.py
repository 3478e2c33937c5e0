"""How much money weights say that a point, or ten minutes of a group's way, is worth (method, section 19)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from colocate.analysis.weighing.scales import TOP, Scale, Weighable, worth
from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.model.access import ByGroup, OptionAccess, tripartite
from colocate.model.futures import Futures
from colocate.model.prices import prices_of
from colocate.quantity import Array

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

    `points` is what the access score falls by, on average over the draws.
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
    annuity = _annuity(_drawn(futures))
    found = []
    for scale, weight in zip(table.scales, weights.tolist(), strict=True):
        if scale.criterion == "money":
            continue
        amount = None if per_value is None else weight * per_value * TOP / abs(scale.best - scale.worst)
        found.append(PointWorth(scale.criterion, amount, None if amount is None else amount * annuity))
    return tuple(found)


def worth_of_ways(table: Weighable, weights: Array, futures: Futures) -> tuple[WayWorth, ...]:
    """Say, for each option and group, what ten minutes more for the whole group are worth at these weights.

    Empty where access is not weighed.
    """
    if "access" not in table.criteria:
        return ()
    place = table.criteria.index("access")
    scale, per_value = table.scales[place], _money_per_value(table, weights)
    drawn = _drawn(futures)
    annuity = _annuity(drawn)
    found = []
    for option_id in table.options:
        access = futures.option(option_id).access
        if access is None:
            continue
        for group in access.group_scores:
            before, after = _scores(drawn, access, group)
            lost = float((worth(scale, before) - worth(scale, after)).mean())
            amount = None if per_value is None else float(weights[place]) * per_value * lost
            a_year = None if amount is None else amount * annuity
            found.append(WayWorth(group, option_id, LONGER, float((before - after).mean()), amount, a_year))
    return tuple(found)


def _scores(drawn: Case, access: OptionAccess, group: str) -> tuple[Array, Array]:
    """Give the access score in every draw, today and with the ways of a group made longer."""
    settings = drawn.access
    if settings is None:
        raise ValueError("the case says nothing of access")
    groups, ways = access.groups, access.ways
    longer = ByGroup(access.visits, groups)
    for block in ways.blocks(np.flatnonzero([one == group for one in groups])):
        longer.add(block.rows, ways.scores(block.minutes + LONGER))
    scores = {**access.group_scores, group: longer.means[group]}
    return access.tripartite, tripartite(scores, settings.group_weights, settings.exponent)


def _money_per_value(table: Weighable, weights: Array) -> float | None:
    """Give the money that one value point, weighted 1, is worth; None where money has no weight."""
    place = table.criteria.index("money")
    scale: Scale = table.scales[place]
    weight = float(weights[place])
    return None if weight <= 0.0 else (scale.worst - scale.best) / TOP / weight


def _drawn(futures: Futures) -> Case:
    """Give the case with the figures of every draw in it, and no more of its prices than the discount rate."""
    return replace(with_figures(futures.case, futures.figures), drivers=(), currencies=())


def _annuity(drawn: Case) -> float:
    """Give the amount a year over the case's years that 1 today comes to, on average over the draws."""
    return float(np.mean(prices_of(drawn).annuity))
