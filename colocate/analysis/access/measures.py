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
from colocate.model.access import Known, OptionAccess
from colocate.model.criteria import WalkIn, walk_in
from colocate.model.futures import Futures
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
    groups = _groups(access)
    visiting = [one for one in groups if one.score is not None]
    mean = mean_minutes(access)
    mandate = futures.central.option(option_id).mandate
    return Reach(
        option=option.id,
        name=option.name,
        constituents=len(access.constituents),
        within=tuple(_within(access, limit) for limit in LIMITS),
        mean_minutes=None if mean is None else range_of(mean),
        worst=_worst(access),
        groups=groups,
        worst_group=min(visiting, key=_by_service, default=None),
        walk_in=walk_in(mandate, access),
        walk_in_answer=next((one.answer.answer for one in mandate.answers if one.item.walk_in), ""),
        hours=_hours(futures, access),
        known={one: access.known.count(one) for one in dict.fromkeys(access.known)},
        assumed=sum(one.is_assumed for one in access.constituents),
        score=range_of(access.tripartite) if access.group_scores else None,
    )


def count_within(access: OptionAccess, limit: float) -> Array:
    """Count the constituents whose way takes `limit` minutes or fewer, shape `(draws,)`."""
    found: Array = (access.minutes <= limit).sum(axis=0).astype(float)
    return found


def share_within(access: OptionAccess, limit: float) -> Array | None:
    """Give their share of the visits, 0 to 1, shape `(draws,)`; None where nobody visits."""
    total = float(access.visits.sum())
    return access.visits @ (access.minutes <= limit) / total if total > 0 else None


def mean_minutes(access: OptionAccess) -> Array | None:
    """Give the mean minutes door to door over all visits, shape `(draws,)`; None where nobody visits."""
    total = float(access.visits.sum())
    return access.visits @ access.minutes / total if total > 0 else None


def _within(access: OptionAccess, limit: int) -> Within:
    share = share_within(access, limit)
    return Within(limit, range_of(count_within(access, limit)), None if share is None else range_of(share))


def _worst(access: OptionAccess) -> Worst:
    """Give the constituent with the longest expected way; of several, the first by name, wherever they stand."""
    means = access.minutes.mean(axis=-1)
    longest = np.flatnonzero(means == means.max()).tolist()
    row = min(longest, key=lambda row: (access.constituents[row].name, access.constituents[row].key))
    one, often = access.constituents[row], shares_of_the_largest(access.minutes)[row]
    return Worst(one.name, one.group, range_of(access.minutes[row]), access.known[row], float(often))


def shares_of_the_largest(rows: Array) -> Array:
    """Give the share of the draws in which each row of `(rows, draws)` is the largest; rows alike share a draw.

    >>> shares_of_the_largest(np.array([[1.0, 5.0], [1.0, 2.0]])).tolist()
    [0.75, 0.25]
    """
    largest = rows == rows.max(axis=0)
    shares: Array = (largest / largest.sum(axis=0)).mean(axis=-1)
    return shares


def _groups(access: OptionAccess) -> tuple[GroupReach, ...]:
    """Give each group, in order of first mention."""
    names = np.array([one.group for one in access.constituents])
    often = _worst_often(access.group_scores)
    found = []
    for group in dict.fromkeys(names.tolist()):
        rows = names == group
        visits = access.visits[rows]
        total, scores = float(visits.sum()), access.group_scores.get(group)
        found.append(
            GroupReach(
                group,
                int(rows.sum()),
                total,
                None if scores is None else range_of(visits @ access.minutes[rows] / total),
                None if scores is None else range_of(scores),
                often.get(group, 0.0),
            )
        )
    return tuple(found)


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
