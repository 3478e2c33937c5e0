"""A case read on another day, or with a constituent moved, in words: who is there then, who gains and who loses."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.what_if import (
    Moved,
    NotThereError,
    OffTheGlobeError,
    Reading,
    Shifted,
    Somewhere,
    shifted,
)
from colocate.case import Case
from colocate.model.outcome import Outcome
from colocate.words.access import ways_in_words
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.numbers import day_in_words, listed, number

MOST = 8
"""Constituents that sentences name for each option; a table has the others."""


def reading_in_words(case: Case, reading: Reading, locale: str = "en") -> str:
    """Name a reading: "31 October 2018, the decision date", or "1 April 2025, with X moved to 21.03, 105.78"."""
    words = day_in_words(reading.day, locale)
    if reading.day == case.decision_date and not reading.moved:
        return f"{words}, the decision date"
    names = {one.key: one.name for one in case.constituents}
    moved = [f"{names.get(one.key, one.key)} moved to {place_in_words(one, locale)}" for one in reading.moved]
    return f"{words}, with {listed(moved)}" if moved else words


def place_in_words(place: Moved, locale: str = "en") -> str:
    """Write a place as latitude and longitude in degrees."""
    return f"{number(place.latitude, locale, 5)}, {number(place.longitude, locale, 5)}"


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


def somewhere(place: Somewhere, language: Language = ENGLISH) -> str:
    """Name a place that a constituent could move to."""
    return language.say(SOMEWHERE[place.who], name=place.name)


def gains_and_losses(
    first: Outcome, second: Outcome, readings: tuple[Reading, Reading], locale: str = "en"
) -> tuple[str, ...]:
    """Say in sentences who is there in the one reading and not in the other, and who gains and loses in each.

    "Now" is the first reading, "then" the second. At most `MOST` constituents of each option are named, those whose
    change differs most first.
    """
    case = first.case
    once, then = (reading_in_words(case, one, locale) for one in readings)
    before, after = (_names(one) for one in (first, second))
    if not after:
        return (f"On {then} nobody of the constituents' table is there.",)
    said = [f"Now is {once}. Then is {then}."]
    gone, new = [one for one in before if one not in after], [one for one in after if one not in before]
    if new:
        said.append(f"New then: {listed(new)}.")
    if gone:
        said.append(f"No longer there: {listed(gone)}.")
    for option in first.options[1:]:
        told = [
            ways_in_words(one, locale) if one else ""
            for one in (journeys(first, option.id), journeys(second, option.id))
        ]
        if told[1]:
            same = told[0] == told[1]
            said.append(
                f"{option.name} {told[0]}, now and then."
                if same
                else f"{option.name} now {told[0]}. Then it {told[1]}."
                if told[0]
                else f"{option.name} then {told[1]}."
            )
        said += _turned(shifted(first, second, option.id), option.name, locale)
    return tuple(said)


def _turned(both: Sequence[Shifted], name: str, locale: str) -> list[str]:
    """Say for whom an option does something else then than now, the widest difference first."""
    found = []
    for one in both:
        was, now = (None if way is None else way.change for way in (one.first, one.second))
        if was == now or (was in (None, 0) and now in (None, 0)):
            continue
        words = f"{_verb(was, locale)} now, {_verb(now, locale)} then"
        found.append((-abs((now or 0) - (was or 0)), f"{name}, {one.name}: {words}."))
    said = [words for _size, words in sorted(found)]
    more = len(said) - MOST
    return [*said[:MOST], f"{name}: {number(more, locale)} more constituents change."] if more > 0 else said


def _verb(change: int | None, locale: str) -> str:
    if change is None:
        return "not there"
    if change == 0:
        return "no change"
    size = number(abs(change), locale)
    minutes = f"{size} minute{'' if abs(change) == 1 else 's'}"
    return f"{'loses' if change > 0 else 'gains'} {minutes}"


def _names(outcome: Outcome) -> list[str]:
    access = next((one.access for one in outcome.options if one.access is not None), None)
    return [] if access is None else [one.name for one in access.constituents]
