"""The ways of constituents to one option's door, minutes and scores, a block at a time (method, section 13).

So many constituents over so many draws would take gigabytes. So ways are not kept: what they are worked out from is,
and whoever asks for them goes over blocks. Arrays have the constituent on axis 0 and the draw on axis 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from colocate.case import Case, Option
from colocate.case.reach import Access, Constituent, Place
from colocate.earth import distance_km
from colocate.quantity import Array, Figure
from colocate.stopping import looking
from colocate.units import MINUTES_PER_HOUR

AT_ONCE = 2**17
"""Minutes worked out between two looks whether the work is still wanted: few enough for the cache, and for memory."""

Known = Literal["measured", "own estimate", "distance"]
Rows = npt.NDArray[np.intp]


class Block(NamedTuple):
    """Ways of some constituents in every draw; `rows` tells whose. One column stands for all draws.

    `kilometres` by road, `street_to_street` the minutes of the way, `minutes` those door to door.
    """

    rows: Rows
    kilometres: Array
    street_to_street: Array
    minutes: Array


@dataclass(frozen=True)
class Ways:
    """What the ways to one option are worked out from; rows follow the constituents.

    `known` tells what their minutes come from, `told` has those that are measured or estimated (0 for the others; empty
    where there is none). `draws` is 1 where no figure is drawn.
    """

    latitudes: Array
    longitudes: Array
    known: tuple[Known, ...]
    told: tuple[Figure, ...]
    place: Place
    circuity: Figure
    access_minutes: Figure
    pace: Figure
    ideal: Figure
    limit: Figure
    draws: int

    def blocks(self, among: Rows | None = None) -> Iterator[Block]:
        """Work the ways out block by block, of all constituents or of those among some rows."""
        rows = np.arange(len(self.latitudes)) if among is None else among
        size = max(1, AT_ONCE // self.draws)
        for start in looking(range(0, len(rows), size)):
            yield self.at(rows[start : start + size])

    def at(self, rows: Rows) -> Block:
        """Work the ways of some constituents out, all at once."""
        straight = distance_km(self.latitudes[rows], self.longitudes[rows], self.place.latitude, self.place.longitude)
        kilometres = straight * self.circuity
        street_to_street = self._best_known(rows, self.access_minutes + kilometres * self.pace)
        return Block(rows, kilometres, street_to_street, street_to_street + at_the_door(self.place))

    def scores(self, minutes: Array) -> Array:
        """Give the scores of so many minutes door to door."""
        return score(minutes, self.ideal, self.limit)

    def _best_known(self, rows: Rows, by_distance: Array) -> Array:
        """Give the minutes of the way: measured ones first, then the director's own, then those by distance."""
        if not self.told:
            return by_distance
        by_distance_alone = np.array([[self.known[row] == "distance"] for row in rows])
        given = [self.told[row] for row in rows]
        if all(isinstance(one, float) for one in given):
            return np.where(by_distance_alone, by_distance, np.array(given)[:, None])
        columns = np.broadcast_arrays(*(np.atleast_1d(one) for one in given))
        return np.where(by_distance_alone, by_distance, np.stack(columns))


def ways_of(case: Case, option: Option, constituents: tuple[Constituent, ...]) -> Ways | None:
    """Give the ways of constituents to an option; None where the case, or the option, says nothing of them."""
    settings, place = case.access, option.place
    if settings is None or place is None or not constituents:
        return None
    known, told = _told(case, option, constituents)
    pace = minutes_per_km(settings)
    of_place = (place.latitude, place.longitude, place.screening, place.waiting)
    of_all = (pace, settings.circuity, settings.access_minutes, settings.ideal, settings.limit)
    return Ways(
        latitudes=np.array([[one.latitude] for one in constituents]),
        longitudes=np.array([[one.longitude] for one in constituents]),
        known=known,
        told=told,
        place=place,
        circuity=settings.circuity,
        access_minutes=settings.access_minutes,
        pace=pace,
        ideal=settings.ideal,
        limit=settings.limit,
        draws=max(np.size(one) for one in (*of_place, *of_all, *told)),
    )


def _told(
    case: Case, option: Option, constituents: tuple[Constituent, ...]
) -> tuple[tuple[Known, ...], tuple[Figure, ...]]:
    """Give what each constituent's minutes come from, and those that are measured or estimated."""
    measured = {one.constituent: one.minutes for one in case.travel_times if one.option == option.id}
    estimates = case.access.estimates if case.access is not None else ()
    own = {one.constituent: one.minutes for one in estimates if one.option == option.id}
    keys = [constituent.key for constituent in constituents]
    known: tuple[Known, ...] = tuple(
        "measured" if key in measured else "own estimate" if key in own else "distance" for key in keys
    )
    told = own | measured
    return known, tuple(told.get(key, 0.0) for key in keys) if told else ()


def at_the_door(place: Place) -> Figure:
    """Give the minutes from the gate to the meeting."""
    return place.screening + place.waiting


def minutes_per_km(settings: Access) -> Figure:
    """Give the minutes for one kilometre by road, over the modes and over peak and free hours."""
    pace: Figure = 0.0
    shares: Figure = 0.0
    for mode in settings.modes:
        hours = settings.peak_share / mode.peak_speed + (1.0 - settings.peak_share) / mode.free_speed
        pace = pace + mode.share * hours
        shares = shares + mode.share
    return MINUTES_PER_HOUR * pace / shares


def score(minutes: Array, ideal: Figure, limit: Figure) -> Array:
    """Give 100 at or below the ideal, 0 at or beyond the limit, and a smooth S-curve between them.

    >>> score(np.array([[10.0], [35.0], [60.0]]), 10.0, 60.0).ravel().tolist()
    [100.0, 50.0, 0.0]
    """
    room = np.maximum(np.asanyarray(limit) - ideal, 1e-9)  # a draw far out may put the limit below the ideal
    beyond = np.clip((minutes - ideal) / room, 0.0, 1.0)
    return 100.0 * (1.0 - 3.0 * beyond**2 + 2.0 * beyond**3)
