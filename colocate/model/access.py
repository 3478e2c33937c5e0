"""How easily constituents reach each option: minutes door to door, scores, groups (method, section 13).

By draw it keeps what is of groups and of the whole; of single constituents the means, and what their ways are worked
out from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from colocate.case import Case, Option
from colocate.case.reach import Constituent
from colocate.model.costs.travel import TravelNeed
from colocate.model.ways import Known, Rows, Ways, at_the_door, ways_of
from colocate.quantity import Array, Figure
from colocate.units import MINUTES_PER_HOUR

ENDS = (0.05, 0.95)
"""The parts of the draws that lie below the two ends of a range."""


@dataclass(frozen=True)
class OptionAccess:
    """How constituents reach one option. Rows follow `constituents`.

    `minutes` and `scores` are means over the draws, shape `(constituents, 1)`; `ways` works them out by draw.
    `group_scores`, `tripartite`, `travel` and `their_hours` have shape `(1 or draws,)`: `travel` is what our staff
    travel in a year to see them, `their_hours` what they travel and wait to see us.
    """

    constituents: tuple[Constituent, ...]
    ways: Ways
    minutes: Array
    scores: Array
    visits: Array
    group_scores: Mapping[str, Array]
    tripartite: Array
    travel: TravelNeed
    their_hours: Array

    @property
    def known(self) -> tuple[Known, ...]:
        """Tell what each constituent's minutes come from."""
        return self.ways.known

    @property
    def measured(self) -> tuple[bool, ...]:
        """Tell which minutes were measured; the others are estimates."""
        return tuple(one == "measured" for one in self.known)

    @cached_property
    def ends_of_minutes(self) -> Array:
        """Return the ends of the range of each constituent's minutes, shape `(2, constituents)`."""
        return _ends(block.minutes for block in self.ways.blocks())

    @cached_property
    def ends_of_scores(self) -> Array:
        """Return the ends of the range of each constituent's score, shape `(2, constituents)`."""
        return _ends(self.ways.scores(block.minutes) for block in self.ways.blocks())

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the group of each constituent."""
        return tuple(one.group for one in self.constituents)


def constituents_at(case: Case) -> tuple[Constituent, ...]:
    """Give the constituents that exist on the decision date: since <= date < until."""
    day = case.decision_date
    return tuple(
        constituent
        for constituent in case.constituents
        if (constituent.since is None or constituent.since <= day)
        and (constituent.until is None or day < constituent.until)
    )


def option_ways(case: Case, option: Option) -> Ways | None:
    """Give the ways to an option; None where the case, or the option, says nothing of access."""
    return ways_of(case, option, constituents_at(case))


def option_access(case: Case, option: Option) -> OptionAccess | None:
    """Work out how an option is reached; None where the case, or the option, says nothing of access."""
    settings, ways, constituents = case.access, option_ways(case, option), constituents_at(case)
    if settings is None or ways is None:
        return None
    by_us = np.array([constituent.visits_by_us for constituent in constituents])
    by_them = np.array([constituent.visits_by_them for constituent in constituents])
    visits = by_them
    if case.travel is None or case.travel.shown_in == "access":
        visits = by_them + by_us
    groups = ByGroup(visits, [constituent.group for constituent in constituents])
    waits = at_the_door(ways.place)
    minutes, scores = [], []
    hours, kilometres, their_hours = np.zeros(1), np.zeros(1), np.zeros(1)
    for block in ways.blocks():
        there_and_back, by_them_here = 2.0 * by_us[block.rows, None], by_them[block.rows, None]
        found = ways.scores(block.minutes)
        groups.add(block.rows, found)
        minutes.append(block.minutes.mean(axis=1, keepdims=True))
        scores.append(found.mean(axis=1, keepdims=True))
        hours = hours + (there_and_back * block.street_to_street / MINUTES_PER_HOUR).sum(axis=0)
        kilometres = kilometres + (there_and_back * block.kilometres).sum(axis=0)
        their_hours = their_hours + (by_them_here * (2.0 * block.street_to_street + waits) / MINUTES_PER_HOUR).sum(
            axis=0
        )
    return OptionAccess(
        constituents=constituents,
        ways=ways,
        minutes=np.concatenate(minutes),
        scores=np.concatenate(scores),
        visits=visits,
        group_scores=groups.means,
        tripartite=tripartite(groups.means, settings.group_weights, settings.exponent),
        travel=TravelNeed(hours, kilometres),
        their_hours=their_hours,
    )


def _ends(blocks: Iterable[Array]) -> Array:
    return np.concatenate([np.quantile(rows, ENDS, axis=1) for rows in blocks], axis=1)


class ByGroup:
    """The means of groups over visits, added up a block of constituents at a time.

    >>> scores = ByGroup(np.array([30.0, 10.0, 1.0]), ["government", "government", "workers"])
    >>> scores.add(np.arange(3), np.array([[90.0], [50.0], [70.0]]))
    >>> {group: mean.tolist() for group, mean in scores.means.items()}
    {'government': [80.0], 'workers': [70.0]}
    """

    def __init__(self, visits: Array, groups: Sequence[str]) -> None:
        names = {name: place for place, name in enumerate(dict.fromkeys(groups))}
        self._groups = np.array([names[group] for group in groups], dtype=np.intp)
        totals = np.bincount(self._groups, weights=visits)
        self._shares = visits / np.where(totals > 0, totals, 1.0)[self._groups]
        self._names = tuple(names)
        self._sums: list[Array] = [np.zeros(1)] * len(names)
        self.totals = {name: float(total) for name, total in zip(names, totals, strict=True) if total > 0}

    def add(self, rows: Rows, values: Array) -> None:
        """Add what some constituents have, of shape `(rows, 1 or draws)`."""
        groups = self._groups[rows]
        order = np.argsort(groups, kind="stable")
        ends = [0, *(np.flatnonzero(np.diff(groups[order])) + 1).tolist(), len(rows)]
        for start, end in pairwise(ends):
            mine = order[start:end]
            group = groups[mine[0]]
            part = (values[mine] * self._shares[rows[mine], None]).sum(axis=0)
            self._sums[group] = self._sums[group] + part

    @property
    def means(self) -> dict[str, Array]:
        """Return the mean of each group, in order of first mention; groups without visits are out."""
        sums = dict(zip(self._names, self._sums, strict=True))
        return {name: sums[name] for name in self.totals}


def tripartite(scores: Mapping[str, Array], weights: Mapping[str, float], exponent: Figure) -> Array:
    """Give the score of the whole from those of its groups, whose weights are 1 unless told; 0 where there are none."""
    if not scores:
        return np.zeros(1)
    shares = np.array([weights.get(group, 1.0) for group in scores])
    return power_mean(np.stack(np.broadcast_arrays(*scores.values())), shares, exponent)


def power_mean(scores: Array, weights: Array, exponent: Figure) -> Array:
    """Give the weighted power mean over groups, axis 0; shape `(draws,)`.

    Exponent 1 is the plain mean, 0 the geometric mean, and the lower the exponent the nearer to the worst-served
    group. With an exponent at or below 0, a score of 0 makes the whole 0. Weights need not add to 1.

    >>> power_mean(np.array([[25.0], [100.0]]), np.array([1.0, 1.0]), 0.0).round(9).tolist()
    [50.0]
    """
    shares = (weights / weights.sum())[:, None]
    exponent = np.asanyarray(exponent, dtype=float)
    positive = np.maximum(scores, 1e-300)
    geometric = np.exp((shares * np.log(positive)).sum(axis=0))
    power = np.where(np.abs(exponent) < 1e-9, 1.0, exponent)
    raised = power * np.log(positive)
    largest = raised.max(axis=0)
    general = np.exp((largest + np.log((shares * np.exp(raised - largest)).sum(axis=0))) / power)
    mean = np.where(np.abs(exponent) < 1e-9, geometric, general)
    return np.where((exponent <= 0) & (scores.min(axis=0) <= 0), 0.0, mean)
