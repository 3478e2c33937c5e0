"""What a plan of doors and constituents shows, in plain sentences, and the list that stands below it."""

from __future__ import annotations

import math

from colocate.analysis.access.measures import reach
from colocate.analysis.access.plan import Plan, Spot
from colocate.model.outcome import Outcome
from colocate.words.access import KNOWN_WORDS
from colocate.words.money import Finding
from colocate.words.numbers import listed, number

WINDS = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")
MIDDLE_LIMIT = 1
"""Which of the limits of minutes a plan's title counts: the middle one."""


def finding_plan(outcome: Outcome, option_id: str, plan: Plan | None, locale: str = "en") -> Finding:
    """Say how many constituents are near the door, and in the text alternative where each one lies."""
    option, found = outcome.option(option_id), reach(outcome, option_id)
    if plan is None or found is None:
        title = f"The case does not say where the door of {option.name} is"
        return Finding(title, f"{title}. There is nothing to draw.")
    near = found.within[MIDDLE_LIMIT]
    title = (
        f"{option.name}: {number(near.constituents, locale)} of {number(found.constituents, locale)} constituents "
        f"within {near.minutes} minutes; the longest way is {number(found.worst.minutes, locale)}, "
        f"for {found.worst.name}"
    )
    parts = [f"Plan of the doors and the constituents, north at the top, centred on {outcome.baseline.name}."]
    parts += [
        f"Door {door.letters} ({listed(list(door.names))}): {_where(door.east, door.north, locale)}."
        for door in plan.doors
    ]
    parts += [
        f"{spot_in_words(one, option_id, outcome, locale)}; {_where(one.east, one.north, locale)}."
        for one in plan.spots
    ]
    return Finding(title, " ".join([*parts, *notes(plan, outcome, option_id, locale)]))


def spot_in_words(spot: Spot, option_id: str, outcome: Outcome, locale: str = "en") -> str:
    """Write a constituent of the list: "1 Ministry (government): 39 minutes, 18 more (from distance)"."""
    words = f"{spot.number} {spot.name} ({spot.group}): {number(spot.minutes, locale)} minutes"
    if option_id != outcome.baseline.id:
        size = number(abs(spot.change), locale)
        words += ", as before" if spot.change == 0 else f", {size} {'more' if spot.change > 0 else 'less'}"
    known = KNOWN_WORDS[spot.known]
    return f"{words} ({known}{', place assumed' if spot.assumed else ''})"


def notes(plan: Plan, outcome: Outcome, option_id: str, locale: str = "en") -> list[str]:
    """Give the sentences that explain the lines and rings of a plan."""
    said = []
    if option_id != outcome.baseline.id:
        said.append(f"Thick line: longer than to {outcome.baseline.name}. Thin: shorter or the same.")
    said.append("Dashes: minutes worked out from distance. Solid: measured, or an own estimate.")
    if plan.rings:
        told = listed([number(one.minutes, locale) for one in plan.rings])
        said.append(f"Dotted rings: {told} minutes to this door, worked out from distance and speed.")
    if plan.no_ring:
        told = listed([number(one, locale) for one in plan.no_ring])
        said.append(f"No ring of {told} minutes: they are spent before the way begins.")
    if plan.left_out:
        said.append(f"{number(plan.left_out, locale)} constituents with fewer visits are not drawn.")
    return said


def _where(east: float, north: float, locale: str) -> str:
    """Say where a place lies as seen from the middle of the plan: "1.2 km north-east"."""
    far = math.hypot(east, north)
    if far < 0.05:
        return "at this door"
    turn = round(math.atan2(north, east) / (math.pi / 4)) % len(WINDS)
    return f"{number(far, locale, 1)} km {WINDS[turn]}"
