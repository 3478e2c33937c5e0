"""What a plan of doors and constituents shows, in plain sentences, and the list that stands below it."""

from __future__ import annotations

import math

from colocate.analysis.access.measures import reach
from colocate.analysis.access.plan import Door, Plan, Spot
from colocate.model.futures import Futures
from colocate.words.access import KNOWN_WORDS
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding
from colocate.words.naming import quoted_name, short_name

WINDS = (
    unsaid("{distance} km east"),
    unsaid("{distance} km north-east"),
    unsaid("{distance} km north"),
    unsaid("{distance} km north-west"),
    unsaid("{distance} km west"),
    unsaid("{distance} km south-west"),
    unsaid("{distance} km south"),
    unsaid("{distance} km south-east"),
)
MIDDLE_LIMIT = 1
"""Which of the limits of minutes a plan's title counts: the middle one."""


def finding_plan(futures: Futures, option_id: str, plan: Plan | None, language: Language = ENGLISH) -> Finding:
    """Say how many constituents are near the door, and in the text alternative where each one lies."""
    found, option = reach(futures, option_id), short_name(futures.case, option_id)
    if plan is None or found is None:
        title = language.say(
            "The case does not say where the door of {option} is", option=quoted_name(futures.case, option_id, language)
        )
        return Finding(title, language.say("{title}. There is nothing to draw.", title=title))
    near = found.within[MIDDLE_LIMIT]
    places = {
        "option": option,
        "near": language.number(near.constituents.mean, 1),
        "everyone": language.number(found.constituents),
        "limit": language.number(near.minutes),
        "longest": language.number(found.worst.minutes.mean),
        "name": found.worst.name,
    }
    title = language.say(
        "{option}: {near} of {everyone} constituents within {limit} minutes; the longest way is {longest}, for {name}",
        **places,
    )
    if near.constituents.low < near.constituents.high:
        title = language.say(
            "{option}: on average {near} of {everyone} constituents within {limit} minutes; "
            "the longest way is {longest}, for {name}",
            **places,
        )
    baseline = quoted_name(futures.case, futures.baseline.id, language)
    parts = [
        language.say(
            "Plan of the doors and the constituents, north at the top, centred on the door of {baseline}.",
            baseline=baseline,
        )
    ]
    parts += [
        language.say(
            "Door {letters} ({names}): {place}.",
            letters=door.letters,
            names=language.listed(door.names),
            place=_where(door.east, door.north, language),
        )
        for door in plan.doors
    ]
    parts += [
        language.say(
            "{constituent}; {place}.",
            constituent=spot_in_words(one, option_id, futures, language),
            place=_where(one.east, one.north, language),
        )
        for one in plan.spots
    ]
    return Finding(title, " ".join([*parts, *notes(plan, futures, option_id, language)]))


def spot_in_words(spot: Spot, option_id: str, futures: Futures, language: Language = ENGLISH) -> str:
    """Write a constituent of the list: "1 Ministry (government): 39 minutes, 18 more (from distance)"."""
    places = {
        "number": language.number(spot.number),
        "name": spot.name,
        "group": spot.group,
        "minutes": language.number(spot.minutes),
        "size": language.number(abs(spot.change)),
        "known": language.say(KNOWN_WORDS[spot.known]),
    }
    if spot.assumed:
        places["known"] = language.say("{known}, place assumed", known=places["known"])
    if option_id == futures.baseline.id:
        return language.say("{number} {name} ({group}): {minutes} minutes ({known})", **places)
    if spot.change == 0:
        return language.say("{number} {name} ({group}): {minutes} minutes, as before ({known})", **places)
    if spot.change > 0:
        return language.say("{number} {name} ({group}): {minutes} minutes, {size} more ({known})", **places)
    return language.say("{number} {name} ({group}): {minutes} minutes, {size} less ({known})", **places)


def minutes_in_words(spot: Spot, language: Language = ENGLISH) -> str:
    """Write the minutes of a constituent's way."""
    return language.say_many("{count} minute", "{count} minutes", round(spot.minutes))


def door_in_words(door: Door, language: Language = ENGLISH) -> str:
    """Write a door of the list: its letters, and the names of the options behind it."""
    return language.say("{letters} {names}", letters=door.letters, names=" / ".join(door.names))


def ring_in_words(minutes: int, language: Language = ENGLISH) -> str:
    """Write the minutes of a ring on it."""
    return language.say("{minutes} min", minutes=language.number(minutes))


def bar_in_words(kilometres: float, language: Language = ENGLISH) -> str:
    """Write the length of the scale bar above it."""
    return language.say("{distance} km", distance=language.number(kilometres, 3))


def north_in_words(language: Language = ENGLISH) -> str:
    """Write the letter at the arrow to the north."""
    return language.say("N")


def notes(plan: Plan, futures: Futures, option_id: str, language: Language = ENGLISH) -> list[str]:
    """Give the sentences that explain the lines and rings of a plan."""
    said = []
    if option_id != futures.baseline.id:
        baseline = quoted_name(futures.case, futures.baseline.id, language)
        said.append(
            language.say("Thick line: longer than with {baseline}. Thin: shorter or the same.", baseline=baseline)
        )
    said.append(language.say("Dashes: minutes worked out from distance. Solid: measured, or an own estimate."))
    if plan.rings:
        told = language.listed([language.number(one.minutes) for one in plan.rings])
        said.append(
            language.say(
                "Dotted rings: {minutes} minutes to this door, worked out from distance and speed.", minutes=told
            )
        )
    if plan.no_ring:
        told = language.listed([language.number(one) for one in plan.no_ring])
        said.append(language.say("No ring of {minutes} minutes: they are spent before the way begins.", minutes=told))
    if plan.left_out:
        said.append(
            language.say_many(
                "{count} constituent with fewer visits is not drawn.",
                "{count} constituents with fewer visits are not drawn.",
                plan.left_out,
            )
        )
    return said


def _where(east: float, north: float, language: Language) -> str:
    """Say where a place lies as seen from the middle of the plan: "1.2 km north-east"."""
    far = math.hypot(east, north)
    if far < 0.05:
        return language.say("at this door")
    turn = round(math.atan2(north, east) / (math.pi / 4)) % len(WINDS)
    return language.say(WINDS[turn], distance=language.number(far, 1))
