"""Which constituent or option a place of a routing engine's answer is: the engine knows no ids, only locations.

An engine answers with the location moved to the nearest road; OSRM tells by how many metres. A place is the constituent
or option that lies within `REACH` of the location (more where the engine tells of a longer move, up to `FARTHEST`) and
that fits best: its distance from the location against the move told, or against nothing. Where the second best fits by
less than `APART` worse, the place is not matched: nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from colocate.casefile.faults import (
    Fault,
    fault_at,
)
from colocate.earth import EARTH_RADIUS_KM, distance_km
from colocate.message import Message
from colocate.quantity import Array

REACH, FARTHEST, APART = 250.0, 500.0, 100.0
"""Metres: to the location, to it with the move that the engine tells, and between the best and the second best."""

BAND = math.degrees(FARTHEST / 1000.0 / EARTH_RADIUS_KM) * 1.01
"""Degrees of latitude beyond which nothing can be within `FARTHEST`."""


@dataclass(frozen=True)
class Spot:
    """Where a constituent (by its key) or an option (by its id) is, in degrees."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Known:
    """The places of a case as arrays, to be looked up many times."""

    names: tuple[str, ...]
    latitudes: Array
    longitudes: Array


def known_places(spots: Sequence[Spot]) -> Known:
    """Lay the places of a case out for looking up."""
    return Known(
        tuple(spot.name for spot in spots),
        np.array([spot.latitude for spot in spots], dtype=np.float64),
        np.array([spot.longitude for spot in spots], dtype=np.float64),
    )


def place_at(written: object, where: str, remedy: Message, known: Known) -> str | Fault:
    """Name the constituent or option at a location as OSRM or Valhalla writes it, or tell why there is none."""
    found = _location(written)
    if found is None:
        return Fault(where, Message("has no location with a longitude and a latitude"), remedy)
    longitude, latitude, moved = found
    near = np.flatnonzero(np.abs(known.latitudes - latitude) <= BAND)
    metres = 1000.0 * distance_km(known.latitudes[near], known.longitudes[near], latitude, longitude)
    misfit = np.abs(metres - moved)
    reach = min(REACH + moved, FARTHEST)
    within = np.flatnonzero((metres <= reach) & (misfit <= REACH))
    if not within.size:
        return fault_at(
            where,
            "no constituent or option lies within {reach} m of {latitude}, {longitude}",
            remedy,
            reach=f"{reach:.0f}",
            latitude=latitude,
            longitude=longitude,
        )
    best = misfit[within].min()
    like = sorted({known.names[int(near[one])] for one in within if misfit[one] - best < APART})
    if len(like) > 1:
        return Fault(where, _alike(like), remedy)
    return like[0]


def _alike(names: Sequence[str]) -> Message:
    """Say which places a location may be: two of them, or three of several."""
    if len(names) == 2:
        return Message("may be {first} or {second}: they lie too near to each other", first=names[0], second=names[1])
    return Message(
        "may be {first} or {second} or {third}: they lie too near to each other",
        first=names[0],
        second=names[1],
        third=names[2],
    )


def _location(written: object) -> tuple[float, float, float] | None:
    """Read longitude, latitude and the metres that the engine moved a place by, 0 where it does not tell."""
    if isinstance(written, list) and len(written) == 1:  # older versions of Valhalla put each place in a list
        written = written[0]
    if not isinstance(written, dict):
        return None
    pair = written.get("location", [written.get("lon"), written.get("lat")])
    if not isinstance(pair, list) or len(pair) != 2:
        return None
    moved = written.get("distance", 0.0)
    moved = moved if is_number(moved) and moved >= 0.0 else 0.0
    longitude, latitude = pair
    if not is_number(longitude) or not is_number(latitude) or abs(longitude) > 180.0 or abs(latitude) > 90.0:
        return None
    return float(longitude), float(latitude), float(moved)


def is_number(value: object) -> bool:
    """Tell whether a value of JSON is a number that can be used: no word, no switch, nothing without end."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
