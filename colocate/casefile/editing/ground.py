"""The ground that constituents and doors stand on, in kilometres around its middle, so that a place can be picked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from colocate.casefile.editing.rows import Row, rows_of, with_rows
from colocate.casefile.editing.state import Editing
from colocate.casefile.numbers_written import number_written
from colocate.earth import EARTH_RADIUS_KM
from colocate.quantity import central_of

LEAST_HALF, AROUND = 2.0, 1.3
"""Kilometres from the middle to an edge at least, and how much farther than the farthest point it is."""

FARTHEST_NORTH, FARTHEST_EAST = 85.0, 180.0
KM_OF_A_DEGREE = math.radians(1.0) * EARTH_RADIUS_KM
DECIMALS = 5
"""Of a degree: a metre or so."""

BEYOND = 1e9
"""Kilometres that nobody picks, and rows that no table has."""

Degrees = tuple[float, float]


@dataclass(frozen=True)
class Ground:
    """A square piece of ground: the latitude and longitude of its middle, and the kilometres to each edge.

    `points` are the constituents' places, by the number of their row, `doors` those of the options, by their names;
    each in kilometres east and north of the middle.
    """

    middle: Degrees
    half: float
    points: dict[int, tuple[float, float]]
    doors: dict[str, tuple[float, float]]

    def degrees(self, east: float, north: float) -> Degrees:
        """Give the latitude and longitude of a place of the ground; one beyond its edge is taken to the edge."""
        east, north = (max(-self.half, min(self.half, one)) for one in (east, north))
        latitude = self.middle[0] + north / KM_OF_A_DEGREE
        longitude = self.middle[1] + east / (KM_OF_A_DEGREE * math.cos(math.radians(self.middle[0])))
        return round(latitude, DECIMALS), round(longitude, DECIMALS)

    def kilometres(self, place: Degrees) -> tuple[float, float]:
        """Give a place in kilometres east and north of the middle."""
        scale = KM_OF_A_DEGREE * math.cos(math.radians(self.middle[0]))
        return (place[1] - self.middle[1]) * scale, (place[0] - self.middle[0]) * KM_OF_A_DEGREE


def ground_of(editing: Editing) -> Ground | None:
    """Give the ground of a case that is being changed; None where no place is told yet."""
    _, rows = rows_of(editing)
    points = {number: place for number, row in enumerate(rows) if (place := _place_of(row)) is not None}
    case = None if editing.good is None else editing.good.case
    doors = {
        option.short or option.name: (central_of(option.place.latitude), central_of(option.place.longitude))
        for option in (() if case is None else case.options)
        if option.place is not None
    }
    every = [*points.values(), *doors.values()]
    if not every:
        return None
    south, north = min(one[0] for one in every), max(one[0] for one in every)
    west, east = min(one[1] for one in every), max(one[1] for one in every)
    bare = Ground(((south + north) / 2.0, (west + east) / 2.0), LEAST_HALF, {}, {})
    farthest = max(abs(one) for place in every for one in bare.kilometres(place))
    half = max(LEAST_HALF, AROUND * farthest)
    return Ground(
        bare.middle,
        half,
        {number: bare.kilometres(place) for number, place in points.items()},
        {name: bare.kilometres(place) for name, place in doors.items()},
    )


def moved_to(editing: Editing, number: int, place: Degrees) -> Editing:
    """Give the case with one constituent, by the number of its row, in another place; the same where there is none."""
    _, rows = rows_of(editing)
    if not 0 <= number < len(rows):
        return editing
    latitude, longitude = (f"{one:.{DECIMALS}f}" for one in place)
    row = {**rows[number], "latitude": latitude, "longitude": longitude}
    return with_rows(editing, [*rows[:number], row, *rows[number + 1 :]])


def names_of(rows: Sequence[Row]) -> dict[int, str]:
    """Give what each row is called, by its number."""
    return {number: row.get("name") or row.get("id") or "" for number, row in enumerate(rows)}


def picked(said: Any) -> tuple[int, float, float] | None:
    """Read what was picked: the row, and kilometres east and north of the middle; None for anything else."""
    if not isinstance(said, Mapping):
        return None
    row, east, north = (said.get(name) for name in ("row", "east", "north"))
    for one in (row, east, north):
        if isinstance(one, bool) or not isinstance(one, (int, float)) or not abs(one) < BEYOND:
            return None
    return (int(row), float(east), float(north)) if row == int(row) else None  # type: ignore[arg-type]


def _place_of(row: Row) -> Degrees | None:
    latitude, longitude = (number_written(row.get(name) or "", ".") for name in ("latitude", "longitude"))
    if latitude is None or longitude is None:
        return None
    return (latitude, longitude) if abs(latitude) <= FARTHEST_NORTH and abs(longitude) <= FARTHEST_EAST else None
