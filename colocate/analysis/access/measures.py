"""The plain measures of access that planners use, per option: no single index is the truth (method, section 13).

Each is the expected value over the futures with its range: the number of constituents within 30 minutes is the mean
of the numbers in all futures, not the number of those whose mean is within 30.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.analysis.uncertainty.odds import Range, range_of
from colocate.case.reach import Answer
from colocate.model.access import ByGroup, OptionAccess
from colocate.model.criteria import WalkIn, walk_in
from colocate.model.futures import Futures
from colocate.model.ways import Known
from colocate.quantity import Array

LIMITS = (15, 30, 45)
"""Minutes door to door within which constituents are counted."""

PEOPLE = "travel.people_per_trip"
"""The path of the people who travel together."""


@dataclass(frozen=True)
class Within:
    """Who reaches the option in so many minutes or fewer: how many constituents, and their share of the visits.

    `of_visits` is None where nobody visits.
    """

    minutes: int
    constituents: Range
    of_visits: Range | None


@dataclass(frozen=True)
class Worst:
    """The constituent with the longest way on average, and the share of the futures in which its way is the longest.

    Constituents whose ways are as long share a future alike.
    """

    name: str
    group: str
    minutes: Range
    known: Known
    often: float


@dataclass(frozen=True)
class GroupReach:
    """A group of constituents: how many, their visits a year, their mean minutes over visits, their score.

    `mean_minutes` and `score` are None where nobody of the group visits; `worst_often` is the share of the futures in
    which it has the lowest score of all groups.
    """

    group: str
    constituents: int
    visits: float
    mean_minutes: Range | None
    score: Range | None
    worst_often: float


@dataclass(frozen=True)
class Hours:
    """Hours a year on the way, both directions.

    `theirs`: constituents on the way to us, and at our door; their own time. `ours`: trips of our staff to them,
    with `kilometres` by road; `people` travel together, so the agency's staff time is `staff`. `counted_in` tells
    where the case counts our trips: in money, or in the access score.
    """

    theirs: Range
    ours: Range
    staff: Range
    kilometres: Range
    people: float
    counted_in: Literal["money", "access"]


@dataclass(frozen=True)
class Reach:
    """How constituents reach one option, in plain measures over the futures.

    `mean_minutes` is weighted by the visits that the access score counts; None where nobody visits. `walk_in` is None
    where nobody knows; `walk_in_answer` is the answer to the checklist's question, empty without one. `known` counts
    the ways by how their minutes are known, `assumed` the places that are assumed.
    """

    option: str
    name: str
    constituents: int
    within: tuple[Within, ...]
    mean_minutes: Range | None
    worst: Worst
    groups: tuple[GroupReach, ...]
    worst_group: GroupReach | None
    walk_in: WalkIn | None
    walk_in_answer: Answer | Literal[""]
    hours: Hours
    known: dict[Known, int]
    assumed: int
    score: Range | None


def reach(futures: Futures, option_id: str) -> Reach | None:
    """Give the plain measures of an option; None where the case, or the option, says nothing of access."""
    option = futures.option(option_id)
    access = option.access
    if access is None:
        return None
    counted = counts_of(access)
    groups = _groups(access, counted)
    visiting = [one for one in groups if one.score is not None]
    mean = counted.mean_minutes
    mandate = futures.central.option(option_id).mandate
    return Reach(
        option=option.id,
        name=option.name,
        constituents=len(access.constituents),
        within=tuple(_within(counted, limit) for limit in LIMITS),
        mean_minutes=None if mean is None else range_of(mean),
        worst=_worst(access, counted),
        groups=groups,
        worst_group=min(visiting, key=_by_service, default=None),
        walk_in=walk_in(mandate, access),
        walk_in_answer=next((one.answer.answer for one in mandate.answers if one.item.walk_in), ""),
        hours=_hours(futures, access),
        known={one: access.known.count(one) for one in dict.fromkeys(access.known)},
        assumed=sum(one.is_assumed for one in access.constituents),
        score=range_of(access.tripartite) if access.group_scores else None,
    )


@dataclass(frozen=True)
class Counts:
    """What is counted over all constituents in every draw; every array has shape `(1 or draws,)`.

    `within` has the number of constituents within each of `LIMITS`, `of_visits` their share of the visits, 0 to 1,
    empty where nobody visits. `by_group` has the mean minutes of each group over its visits, `mean_minutes` that of
    all; None where nobody visits. `row` is the constituent with the longest way on average, `minutes` its way, `often`
    its share of the longest way.
    """

    within: Mapping[int, Array]
    of_visits: Mapping[int, Array]
    by_group: Mapping[str, Array]
    mean_minutes: Array | None
    row: int
    minutes: Array
    often: Array


def counts_of(access: OptionAccess) -> Counts:
    """Count over the constituents of an option, a block of them at a time."""
    nothing: Array = np.zeros(1)
    row = _longest_on_average(access)
    within, visits = dict.fromkeys(LIMITS, nothing), dict.fromkeys(LIMITS, nothing)
    by_group = ByGroup(access.visits, access.groups)
    longest, as_long, minutes = nothing - np.inf, nothing, nothing
    for block in access.ways.blocks():
        for limit in LIMITS:
            reached = block.minutes <= limit
            within[limit] = within[limit] + reached.sum(axis=0)
            visits[limit] = visits[limit] + access.visits[block.rows] @ reached
        by_group.add(block.rows, block.minutes)
        here = block.minutes.max(axis=0)
        alike = (block.minutes == here).sum(axis=0)
        as_long = np.where(here > longest, 0, as_long) + np.where(here < longest, 0, alike)
        longest = np.maximum(longest, here)
        if row in block.rows:
            minutes = block.minutes[row - block.rows[0]]
    total, means = float(access.visits.sum()), by_group.means
    mean = sum((by_group.totals[group] / total * one for group, one in means.items()), nothing) if means else None
    return Counts(
        within=within,
        of_visits={limit: one / total for limit, one in visits.items()} if means else {},
        by_group=means,
        mean_minutes=mean,
        row=row,
        minutes=minutes,
        often=(minutes == longest) / as_long,
    )


def _longest_on_average(access: OptionAccess) -> int:
    """Give the row of the longest expected way; of several, the first by name, wherever they stand."""
    longest = np.flatnonzero(access.minutes == access.minutes.max()).tolist()
    return min(longest, key=lambda row: (access.constituents[row].name, access.constituents[row].key))


def _within(counted: Counts, limit: int) -> Within:
    share = counted.of_visits.get(limit)
    return Within(limit, range_of(counted.within[limit]), None if share is None else range_of(share))


def _worst(access: OptionAccess, counted: Counts) -> Worst:
    one, known = access.constituents[counted.row], access.known[counted.row]
    return Worst(one.name, one.group, range_of(counted.minutes), known, float(counted.often.mean()))


def shares_of_the_largest(rows: Array) -> Array:
    """Give the share of the draws in which each row of `(rows, draws)` is the largest; rows alike share a draw.

    >>> shares_of_the_largest(np.array([[1.0, 5.0], [1.0, 2.0]])).tolist()
    [0.75, 0.25]
    """
    largest = rows == rows.max(axis=0)
    shares: Array = (largest / largest.sum(axis=0)).mean(axis=-1)
    return shares


def _groups(access: OptionAccess, counted: Counts) -> tuple[GroupReach, ...]:
    """Give each group, in order of first mention."""
    often = _worst_often(access.group_scores)
    visits: dict[str, list[float]] = {}
    for group, each in zip(access.groups, access.visits.tolist(), strict=True):
        visits.setdefault(group, []).append(each)
    return tuple(
        GroupReach(
            group,
            len(those),
            sum(those),
            range_of(counted.by_group[group]) if group in access.group_scores else None,
            range_of(access.group_scores[group]) if group in access.group_scores else None,
            often.get(group, 0.0),
        )
        for group, those in visits.items()
    )


def _worst_often(scores: Mapping[str, Array]) -> dict[str, float]:
    """Give the share of the draws in which each group has the lowest score."""
    if not scores:
        return {}
    shares = shares_of_the_largest(-np.stack(list(scores.values())))
    return dict(zip(scores, shares.tolist(), strict=True))


def _hours(futures: Futures, access: OptionAccess) -> Hours:
    travel = futures.case.travel
    people = 1.0 if travel is None else futures.figures.get(PEOPLE, travel.people_per_trip)
    hours = np.asarray(access.travel.hours)
    return Hours(
        theirs=range_of(access.their_hours),
        ours=range_of(hours),
        staff=range_of(hours * people),
        kilometres=range_of(np.asarray(access.travel.kilometres)),
        people=float(np.mean(people)),
        counted_in="access" if travel is None else travel.shown_in,
    )


def _by_service(group: GroupReach) -> tuple[float, float, str]:
    """Order groups, the worst served first: the lowest score, then the longest mean way, then the name."""
    score, mean = group.score, group.mean_minutes
    return (0.0 if score is None else score.mean, 0.0 if mean is None else -mean.mean, group.group)
