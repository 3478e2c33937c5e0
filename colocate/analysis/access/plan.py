"""A plan of the doors and the constituents around them, in kilometres from the baseline's door (method, section 13).

Minutes, and where a door or a ring lies that is uncertain, are expected values over the futures.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from colocate.analysis.access.journeys import journeys_between
from colocate.analysis.access.labels import Label, Paper, Sheet
from colocate.analysis.access.letters import letter
from colocate.analysis.access.measures import LIMITS
from colocate.case import Case, Option
from colocate.case.reach import Place
from colocate.case.replacing import with_figures
from colocate.earth import EARTH_RADIUS_KM, distance_km
from colocate.model.futures import Futures
from colocate.model.ways import Known, minutes_per_km

MOST = 40
"""Constituents on a plan; of more, those that most visits go to and from."""

LONGEST = 16
"""Letters of a name that stands on the plan beside its number; the list has the whole name."""


WHOLE_RING = 1.5
"""A ring so many times as far out as the farthest constituent, or nearer, is drawn whole."""


@dataclass(frozen=True)
class Door:
    """A door of one or more options, by letter; `chosen` is the door of the option that the plan is about."""

    letters: str
    names: tuple[str, ...]
    east: float
    north: float
    chosen: bool
    label: Label


@dataclass(frozen=True)
class Spot:
    """A constituent by number: where it is, its change in whole minutes against the baseline, how its way is known."""

    number: int
    name: str
    group: str
    east: float
    north: float
    minutes: float
    change: int
    known: Known
    assumed: bool
    label: Label


@dataclass(frozen=True)
class Ring:
    """A circle of equal minutes around the chosen door, by the distance model; `label` is None where it is not seen."""

    minutes: int
    radius: float
    label: tuple[float, float] | None


@dataclass(frozen=True)
class Plan:
    """A plan: its doors, constituents and rings, its edges in kilometres, and the length of its scale bar.

    `left_out` counts constituents that are not drawn, `no_ring` the minutes that are spent before the way begins.
    """

    doors: tuple[Door, ...]
    spots: tuple[Spot, ...]
    rings: tuple[Ring, ...]
    no_ring: tuple[int, ...]
    west: float
    east: float
    south: float
    north: float
    bar: float
    left_out: int


def plan_of(futures: Futures, option_id: str, paper: Paper | None = None) -> Plan | None:
    """Lay out the plan for an option; None where the case says nothing of access, or of where its door is."""
    paper = Paper() if paper is None else paper
    access, drawn = futures.option(option_id).access, with_figures(futures.case, futures.figures)
    chosen = drawn.option(option_id)
    if access is None or chosen.place is None or drawn.access is None:
        return None
    start = place_of(drawn.baseline.place or chosen.place)
    doors = _doors(drawn, start)
    told = journeys_between(futures.baseline.access or access, access)
    rank = {(one.name, one.key): place for place, one in enumerate(told)}
    rows = sorted(range(len(access.constituents)), key=lambda row: (-access.visits[row], access.constituents[row].name))
    rows = sorted(rows[:MOST], key=lambda row: rank[access.constituents[row].name, access.constituents[row].key])
    people = [access.constituents[row] for row in rows]
    spots = [east_north(start, one.latitude, one.longitude) for one in people]
    mine = east_north(start, *place_of(chosen.place))
    rings = ring_radii(drawn, chosen)
    sheet = Sheet.around([*doors, *spots], _edges(mine, rings, [*doors, *spots]), paper)
    spots = sheet.apart(spots)
    sheet.taken = [sheet.box_at(point, 12.0, 12.0) for point in doors] + [sheet.box_at(one, 8.0, 8.0) for one in spots]
    sheet.keep_corners()
    for point in spots:
        sheet.draw_line(point, mine)
    made_doors = [_door(sheet, point, options, point == mine) for point, options in doors.items()]
    made_spots = []
    for number, (one, (east, north)) in enumerate(zip(people, spots, strict=True), start=1):
        way = told[rank[one.name, one.key]]
        label = sheet.label((east, north), _short(str(number), one.name), str(number))
        made_spots.append(
            Spot(
                number=number,
                name=one.name,
                group=one.group,
                east=east,
                north=north,
                minutes=way.after.mean,
                change=way.change,
                known=way.known_after,
                assumed=one.is_assumed,
                label=label,
            )
        )
    return Plan(
        doors=tuple(made_doors),
        spots=tuple(made_spots),
        rings=tuple(Ring(minutes, radius, sheet.on_ring(mine, radius)) for minutes, radius in rings.items()),
        no_ring=tuple(minutes for minutes in LIMITS if minutes not in rings),
        west=sheet.west,
        east=sheet.west + paper.width / sheet.scale,
        south=sheet.north - paper.height / sheet.scale,
        north=sheet.north,
        bar=bar_length(paper.width / sheet.scale),
        left_out=len(access.constituents) - len(people),
    )


def east_north(start: tuple[float, float], latitude: float, longitude: float) -> tuple[float, float]:
    """Give a place in kilometres east and north of a start, both in degrees; true in distance and direction from it.

    Azimuthal equidistant projection on a sphere of the earth's mean radius.

    >>> [round(one, 3) for one in east_north((0.0, 0.0), 0.0, 1.0)]
    [111.195, 0.0]
    """
    distance = float(distance_km(np.array(latitude), np.array(longitude), *start))
    south, north, across = math.radians(start[0]), math.radians(latitude), math.radians(longitude - start[1])
    east = math.sin(across) * math.cos(north)
    up = math.cos(south) * math.sin(north) - math.sin(south) * math.cos(north) * math.cos(across)
    length = math.hypot(east, up)
    if length == 0.0 or distance == 0.0:
        return (0.0, 0.0 if distance < EARTH_RADIUS_KM else distance)
    return (distance * east / length, distance * up / length)


def ring_radii(case: Case, option: Option) -> dict[int, float]:
    """Give the kilometres, as the crow flies, from which the door is reached in 15, 30 and 45 minutes, by distance.

    (minutes - access - screening - waiting) / (minutes per kilometre x circuity); left out where it is not above 0.
    Of figures that are drawn, the mean over the draws, in which a way that is spent before it begins counts as 0.
    """
    settings, place = case.access, option.place
    if settings is None or place is None:
        return {}
    before = settings.access_minutes + place.screening + place.waiting
    pace = minutes_per_km(settings) * settings.circuity
    radii = {minutes: float(np.mean(np.maximum((minutes - before) / pace, 0.0))) for minutes in LIMITS}
    return {minutes: radius for minutes, radius in radii.items() if radius > 0.0}


def place_of(place: Place) -> tuple[float, float]:
    """Give a place's latitude and longitude in degrees; of figures that are drawn, the means over the draws."""
    return float(np.mean(place.latitude)), float(np.mean(place.longitude))


def bar_length(width: float) -> float:
    """Give a round length for a scale bar: 1, 2 or 5 times a power of ten, at most 0.35 of the width.

    >>> bar_length(10.0), bar_length(3.0)
    (2.0, 1.0)
    """
    most = 0.35 * width
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1.0, 2.0, 5.0) if step * power <= most * (1.0 + 1e-9))


def _doors(case: Case, start: tuple[float, float]) -> dict[tuple[float, float], list[tuple[str, str]]]:
    """Give the options at each door, as letter and name; options that share a door share a mark."""
    found: dict[tuple[float, float], list[tuple[str, str]]] = {}
    for place, option in enumerate(case.options):
        if option.place is not None:
            point = east_north(start, *place_of(option.place))
            found.setdefault(point, []).append((letter(place), option.name))
    return found


def _door(sheet: Sheet, point: tuple[float, float], options: list[tuple[str, str]], chosen: bool) -> Door:
    letters = ", ".join(letter for letter, _name in options)
    choices = (_short(letters, options[0][1]), letters) if len(options) == 1 else (letters,)
    label = sheet.label(point, *choices)
    return Door(letters, tuple(name for _letter, name in options), *point, chosen, label)


def _edges(
    middle: tuple[float, float], rings: dict[int, float], points: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Give the four ends of each ring that is to be seen whole: one not much farther out than the farthest point."""
    reach = WHOLE_RING * max(math.dist(middle, point) for point in points)
    east, north = middle
    return [
        (east + radius * across, north + radius * up)
        for radius in rings.values()
        if radius <= reach
        for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]


def _short(mark: str, name: str) -> str:
    """Give a mark with a name's short form: what stands before a bracket; the mark alone where that is long."""
    short = name.partition(" (")[0].strip()
    return f"{mark} {short}" if 0 < len(short) <= LONGEST else mark
