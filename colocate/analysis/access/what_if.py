"""A case read on another day, or with a constituent moved, and what that changes for those who come to us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from colocate.analysis.access.journeys import Journey, journeys
from colocate.case import Case
from colocate.case.replacing import with_constituent_at
from colocate.model.access import constituents_at
from colocate.model.futures import Futures
from colocate.quantity import central_of


@dataclass(frozen=True)
class Moved:
    """A constituent, by its key, and the place in degrees to which it moves."""

    key: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class WhatIf:
    """What is supposed of those who come to us: the day on which the case is read, and who is moved."""

    day: date
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True)
class Somewhere:
    """A place that a constituent could move to, in degrees, and who is there: itself, another one, or an option.

    `name` is the constituent's name, or the option's id.
    """

    who: Literal["itself", "constituent", "option"]
    name: str
    latitude: float
    longitude: float


class NotThereError(LookupError):
    """A constituent that is to move and does not exist on the day: its key, the day, and the keys of those who do."""

    def __init__(self, key: str, day: date, there: tuple[str, ...]) -> None:
        super().__init__(key, day, there)
        self.key, self.day, self.there = key, day, there


class OffTheGlobeError(ValueError):
    """A latitude or longitude in degrees that no place has; it must lie between -`most` and `most`."""

    def __init__(self, axis: Literal["latitude", "longitude"], degrees: float, most: int) -> None:
        super().__init__(axis, degrees, most)
        self.axis: Literal["latitude", "longitude"] = axis
        self.degrees, self.most = degrees, most


@dataclass(frozen=True)
class Shifted:
    """One constituent's way to the baseline and to an option, in two readings; None where it is not there."""

    name: str
    first: Journey | None
    second: Journey | None


def read_on(case: Case, day: date) -> Case:
    """Give the case with the constituents that exist on another day: since <= day < until.

    The decision date, and with it every cost, stays where it is.
    """
    there = constituents_at(replace(case, decision_date=day))
    return replace(case, constituents=tuple(replace(one, since=None, until=None) for one in there))


def read_as(case: Case, reading: WhatIf) -> Case:
    """Give the case read on the reading's day with its constituents moved.

    NotThereError for one that does not exist on that day; OffTheGlobeError for a place that is not on it.
    """
    found = case if reading.day == case.decision_date else read_on(case, reading.day)
    there = {one.key for one in constituents_at(found)}
    for one in reading.moved:
        if one.key not in there:
            raise NotThereError(one.key, reading.day, tuple(sorted(there)))
        checked_place(one.latitude, one.longitude)
        found = with_constituent_at(found, one.key, one.latitude, one.longitude)
    return found


def what_if_of(case: Case, day: date, moved: Sequence[Moved] = ()) -> WhatIf:
    """Give the reading on a day with constituents moved; a move to where one is already is no move."""
    here = {(one.key, one.latitude, one.longitude) for one in constituents_at(read_on(case, day))}
    return WhatIf(day, tuple(one for one in moved if (one.key, one.latitude, one.longitude) not in here))


def checked_place(latitude: float, longitude: float) -> tuple[float, float]:
    """Give a place in degrees back; OffTheGlobeError where it is not on the globe."""
    if not -90.0 <= latitude <= 90.0:
        raise OffTheGlobeError("latitude", latitude, 90)
    if not -180.0 <= longitude <= 180.0:
        raise OffTheGlobeError("longitude", longitude, 180)
    return latitude, longitude


def places_of(case: Case, day: date, key: str) -> dict[str, Somewhere]:
    """Give the places that a constituent could move to: where it is, the options' doors, where the others are.

    Of several at the same place, the first stands for all.
    """
    found: dict[str, Somewhere] = {}
    there = constituents_at(read_on(case, day))
    for one in sorted(there, key=lambda each: each.key != key):
        who: Literal["itself", "constituent"] = "itself" if one.key == key else "constituent"
        found[f"beside {one.key}"] = Somewhere(who, one.name, one.latitude, one.longitude)
    for option in case.options:
        if option.place is not None:
            latitude, longitude = (central_of(one) for one in (option.place.latitude, option.place.longitude))
            found[f"door of {option.id}"] = Somewhere("option", option.id, latitude, longitude)
    first: dict[tuple[float, float], str] = {}
    for place, spot in found.items():
        first.setdefault((spot.latitude, spot.longitude), place)
    kept = set(first.values())
    return {place: spot for place, spot in found.items() if place in kept}


def shifted(first: Futures, second: Futures, option_id: str) -> tuple[Shifted, ...]:
    """Put each constituent's ways in two readings side by side, the largest loss in the second first."""
    before = {(one.name, one.key): one for one in journeys(first, option_id)}
    after = {(one.name, one.key): one for one in journeys(second, option_id)}
    return tuple(Shifted(who[0], before.get(who), after.get(who)) for who in dict.fromkeys([*after, *before]))
