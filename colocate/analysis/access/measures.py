"""The plain measures of access that planners use, per option: no single index is the truth (method, section 13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.analysis.uncertainty.odds import Range, range_of
from colocate.case.reach import Answer
from colocate.model.access import Known, OptionAccess
from colocate.model.criteria import WalkIn, walk_in
from colocate.model.futures import OptionFutures
from colocate.model.outcome import Outcome
from colocate.quantity import Array, central_of

LIMITS = (15, 30, 45)
"""Minutes door to door within which constituents are counted."""


@dataclass(frozen=True)
class Within:
    """Who reaches the option in so many minutes or fewer: how many constituents, and their share of the visits.

    `of_visits` is None where nobody visits.
    """

    minutes: int
    constituents: int
    of_visits: float | None


@dataclass(frozen=True)
class Worst:
    """The constituent with the longest way."""

    name: str
    group: str
    minutes: float
    known: Known


@dataclass(frozen=True)
class GroupReach:
    """A group of constituents: how many, their visits a year, their mean minutes over visits, their score.

    `mean_minutes` and `score` are None where nobody of the group visits.
    """

    group: str
    constituents: int
    visits: float
    mean_minutes: float | None
    score: float | None


@dataclass(frozen=True)
class Hours:
    """Hours a year on the way, both directions.

    `theirs`: constituents on the way to us, and at our door; their own time. `ours`: trips of our staff to them,
    with `kilometres` by road; `people` travel together, so the agency's staff time is `staff`. `counted_in` tells
    where the case counts our trips: in money, or in the access score.
    """

    theirs: float
    ours: float
    kilometres: float
    people: float
    counted_in: Literal["money", "access"]

    @property
    def staff(self) -> float:
        """Return the agency's hours of staff time."""
        return self.ours * self.people


@dataclass(frozen=True)
class Reach:
    """How constituents reach one option, in plain measures of the central case.

    `mean_minutes` is weighted by the visits that the access score counts; None where nobody visits. `walk_in` is None
    where nobody knows; `walk_in_answer` is the answer to the checklist's question, empty without one. `known` counts
    the ways by how their minutes are known, `assumed` the places that are assumed.
    """

    option: str
    name: str
    constituents: int
    within: tuple[Within, ...]
    mean_minutes: float | None
    worst: Worst
    groups: tuple[GroupReach, ...]
    worst_group: GroupReach | None
    walk_in: WalkIn | None
    walk_in_answer: Answer | Literal[""]
    hours: Hours
    known: dict[Known, int]
    assumed: int
    score: float | None


@dataclass(frozen=True)
class ReachSpread:
    """The same over draws: the range of each count, share and mean; shares and means are None where nobody visits."""

    within: tuple[Range, ...]
    of_visits: tuple[Range | None, ...]
    mean_minutes: Range | None
    theirs: Range
    ours: Range


def reach(outcome: Outcome, option_id: str) -> Reach | None:
    """Give the plain measures of an option; None where the case, or the option, says nothing of access."""
    option = outcome.option(option_id)
    access = option.access
    if access is None:
        return None
    minutes = access.minutes[:, 0]
    groups = _groups(access)
    visiting = [one for one in groups if one.score is not None]
    far = _worst(access, minutes)
    travel = outcome.case.travel
    mean = mean_minutes(access)
    return Reach(
        option=option.id,
        name=option.name,
        constituents=len(access.constituents),
        within=tuple(_within(access, limit) for limit in LIMITS),
        mean_minutes=None if mean is None else float(mean[0]),
        worst=Worst(
            access.constituents[far].name, access.constituents[far].group, float(minutes[far]), access.known[far]
        ),
        groups=groups,
        worst_group=min(visiting, key=_by_service, default=None),
        walk_in=walk_in(option.mandate, access),
        walk_in_answer=next((one.answer.answer for one in option.mandate.answers if one.item.walk_in), ""),
        hours=Hours(
            theirs=float(access.their_hours[0]),
            ours=central_of(access.travel.hours),
            kilometres=central_of(access.travel.kilometres),
            people=1.0 if travel is None else central_of(travel.people_per_trip),
            counted_in="access" if travel is None else travel.shown_in,
        ),
        known={one: access.known.count(one) for one in dict.fromkeys(access.known)},
        assumed=sum(one.is_assumed for one in access.constituents),
        score=float(access.tripartite[0]) if access.group_scores else None,
    )


def reach_spread(option: OptionFutures) -> ReachSpread | None:
    """Give the ranges of an option's plain measures over its draws; None where the case says nothing of access."""
    access = option.access
    if access is None:
        return None
    shares = [share_within(access, limit) for limit in LIMITS]
    mean = mean_minutes(access)
    return ReachSpread(
        within=tuple(range_of(count_within(access, limit)) for limit in LIMITS),
        of_visits=tuple(None if share is None else range_of(share) for share in shares),
        mean_minutes=None if mean is None else range_of(mean),
        theirs=range_of(access.their_hours),
        ours=range_of(np.asarray(access.travel.hours)),
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
    return Within(limit, int(count_within(access, limit)[0]), None if share is None else float(share[0]))


def _worst(access: OptionAccess, minutes: Array) -> int:
    """Give the row of the longest way; of several, the first by name, wherever they stand in the table."""
    longest = np.flatnonzero(minutes == minutes.max()).tolist()
    return min(longest, key=lambda row: (access.constituents[row].name, access.constituents[row].key))


def _groups(access: OptionAccess) -> tuple[GroupReach, ...]:
    """Give each group, in order of first mention."""
    names = np.array([one.group for one in access.constituents])
    found = []
    for group in dict.fromkeys(names.tolist()):
        rows = names == group
        visits = access.visits[rows]
        total = float(visits.sum())
        scores = access.group_scores.get(group)
        mean = None if scores is None else float(visits @ access.minutes[rows, 0]) / total
        found.append(GroupReach(group, int(rows.sum()), total, mean, None if scores is None else float(scores[0])))
    return tuple(found)


def _by_service(group: GroupReach) -> tuple[float, float, str]:
    """Order groups, the worst served first: the lowest score, then the longest mean way, then the name."""
    return (group.score or 0.0, -(group.mean_minutes or 0.0), group.group)
