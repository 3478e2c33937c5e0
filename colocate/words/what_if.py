"""A case read on another day, or with a constituent moved, in words: who is there then, who gains and who loses."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import Journey, journeys
from colocate.analysis.access.what_if import (
    Moved,
    NotThereError,
    OffTheGlobeError,
    Shifted,
    Somewhere,
    WhatIf,
    shifted,
)
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.words.access import added_in_words, ways_change
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name, short_name

MOST = 8
"""Constituents that sentences name for each option; a table has the others."""


def reading_in_words(case: Case, reading: WhatIf, language: Language = ENGLISH) -> str:
    """Name a reading: "31 October 2018, the decision date", or "1 April 2025, with X moved to 21.03, 105.78"."""
    day = language.day(reading.day)
    if reading.day == case.decision_date and not reading.moved:
        return language.say("{day}, the decision date", day=day)
    names = {one.key: one.name for one in case.constituents}
    moved = [
        language.say("{name} moved to {place}", name=names.get(one.key, one.key), place=place_in_words(one, language))
        for one in reading.moved
    ]
    return language.say("{day}, with {moved}", day=day, moved=language.listed(moved)) if moved else day


def read_on_words(case: Case, reading: WhatIf, language: Language = ENGLISH) -> str:
    """Say how a case was read, as a sentence."""
    return language.say("Read on {reading}.", reading=reading_in_words(case, reading, language))


def place_in_words(place: Moved, language: Language = ENGLISH) -> str:
    """Write a place as latitude and longitude in degrees."""
    return language.say(
        "{latitude}, {longitude}",
        latitude=language.number(place.latitude, 5),
        longitude=language.number(place.longitude, 5),
    )


def not_there(fault: NotThereError, language: Language = ENGLISH) -> str:
    """Say that a constituent which is to move does not exist on that day, and who does."""
    day, key = language.day(fault.day), fault.key
    if not fault.there:
        return language.say('there is no constituent "{key}" on {day}. There: nobody', key=key, day=day)
    there = language.listed(fault.there)
    return language.say('there is no constituent "{key}" on {day}. There: {there}', key=key, day=day, there=there)


OFF_THE_GLOBE = {
    "latitude": unsaid("latitude {degrees} is off the scale: due is {least} to {most} degrees"),
    "longitude": unsaid("longitude {degrees} is off the scale: due is {least} to {most} degrees"),
}


def off_the_globe(fault: OffTheGlobeError, language: Language = ENGLISH) -> str:
    """Say which degrees are no place on the globe, and what they can be."""
    degrees, ends = f"{fault.degrees:g}", (language.number(-fault.most), language.number(fault.most))
    return language.say(OFF_THE_GLOBE[fault.axis], degrees=degrees, least=ends[0], most=ends[1])


SOMEWHERE = {
    "itself": unsaid("it stays where it is"),
    "constituent": unsaid("to where {name} is"),
    "option": unsaid("to the door of {name}"),
}


def somewhere(case: Case, place: Somewhere, language: Language = ENGLISH) -> str:
    """Name a place that a constituent could move to."""
    name = quoted_name(case, place.name, language) if place.who == "option" else place.name
    return language.say(SOMEWHERE[place.who], name=name)


def gains_and_losses(
    first: Futures, second: Futures, readings: tuple[WhatIf, WhatIf], language: Language = ENGLISH
) -> tuple[str, ...]:
    """Say in sentences who is there in the one reading and not in the other, and who gains and loses in each.

    "Now" is the first reading, "then" the second. At most `MOST` constituents of each option are named, those whose
    change differs most first.
    """
    case = first.case
    once, then = (reading_in_words(case, one, language) for one in readings)
    before, after = (_names(one) for one in (first, second))
    if not after:
        return (language.say("On {reading} nobody of the constituents' table is there.", reading=then),)
    said = [language.say("Now is {once}. Then is {then}.", once=once, then=then)]
    gone, new = [one for one in before if one not in after], [one for one in after if one not in before]
    if new:
        said.append(language.say("New then: {names}.", names=language.listed(new)))
    if gone:
        said.append(language.say("No longer there: {names}.", names=language.listed(gone)))
    for option in first.options[1:]:
        name = short_name(case, option.id)
        told = [
            ways_change(name, one, language) if one else ""
            for one in (journeys(first, option.id), journeys(second, option.id))
        ]
        if told[0] and told[0] == told[1]:
            said.append(language.say("{statement} (both now and then).", statement=told[0]))
        elif told[1]:
            said += [language.say("{statement} (now).", statement=told[0])] if told[0] else []
            said.append(language.say("{statement} (then).", statement=told[1]))
        said += _turned(shifted(first, second, option.id), name, language)
    return tuple(said)


def _turned(both: Sequence[Shifted], option: str, language: Language) -> list[str]:
    """Say for whom an option does something else then than now, the widest difference first."""
    found = []
    for one in both:
        was, now = (None if way is None else way.change for way in (one.first, one.second))
        if was == now or (was in (None, 0) and now in (None, 0)):
            continue
        words = language.say(
            "{option}, {name}: now {change_now}, then {change_then}.",
            option=option,
            name=one.name,
            change_now=change_in_words(one.first, language),
            change_then=change_in_words(one.second, language),
        )
        found.append((-abs((now or 0) - (was or 0)), words))
    said = [words for _size, words in sorted(found)]
    more = len(said) - MOST
    if more <= 0:
        return said
    left = language.say_many(
        "{option}: {count} more constituent changes.",
        "{option}: {count} more constituents change.",
        more,
        option=option,
    )
    return [*said[:MOST], left]


def change_in_words(way: Journey | None, language: Language = ENGLISH) -> str:
    """Write what an option does to a way: "18 minutes more", "1 minute less", "the same", or "not there"."""
    if way is None:
        return language.say("not there")
    if way.change == 0:
        return added_in_words(0, language)
    if way.change > 0:
        return language.say_many("{count} minute more", "{count} minutes more", way.change)
    return language.say_many("{count} minute less", "{count} minutes less", -way.change)


def _names(futures: Futures) -> list[str]:
    access = next((one.access for one in futures.options if one.access is not None), None)
    return [] if access is None else [one.name for one in access.constituents]
