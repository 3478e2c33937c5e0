"""A case read on another day, or with a constituent moved, and what that changes for those who come to us."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from colocate.access import constituents_at
from colocate.analysis.findings_reach import Journey, journeys, ways_in_words
from colocate.case import Case
from colocate.case.replacing import with_constituent_at
from colocate.outcome import Outcome
from colocate.quantity import central_of
from colocate.wording import day_in_words, listed, number

MOST = 8
"""Constituents that sentences name for each option; a table has the others."""


@dataclass(frozen=True)
class Moved:
    """A constituent, by its key, and the place in degrees to which it moves."""

    key: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Reading:
    """How a case was read: on which day, and who was moved."""

    day: date
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True)
class Somewhere:
    """A place that a constituent could move to: its name in words, and where it is in degrees."""

    name: str
    latitude: float
    longitude: float


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


def read_as(case: Case, reading: Reading) -> Case:
    """Give the case read on the reading's day with its constituents moved.

    LookupError, in words, for one that is not there on that day; ValueError for a place that is not on the globe.
    """
    found = case if reading.day == case.decision_date else read_on(case, reading.day)
    there = {one.key: one.name for one in constituents_at(found)}
    for one in reading.moved:
        if one.key not in there:
            known = listed(sorted(there)) or "nobody"
            when = day_in_words(reading.day)
            raise LookupError(f'there is no constituent "{one.key}" on {when}. There: {known}')
        checked_place(one.latitude, one.longitude)
        found = with_constituent_at(found, one.key, one.latitude, one.longitude)
    return found


def reading_of(case: Case, day: date, moved: Sequence[Moved] = ()) -> Reading:
    """Give the reading on a day with constituents moved; a move to where one is already is no move."""
    here = {(one.key, one.latitude, one.longitude) for one in constituents_at(read_on(case, day))}
    return Reading(day, tuple(one for one in moved if (one.key, one.latitude, one.longitude) not in here))


def checked_place(latitude: float, longitude: float) -> tuple[float, float]:
    """Give a place in degrees back; ValueError, in words, where it is not on the globe."""
    if not -90.0 <= latitude <= 90.0:
        raise ValueError(f"latitude {latitude:g} is off the scale: due is -90 to 90 degrees")
    if not -180.0 <= longitude <= 180.0:
        raise ValueError(f"longitude {longitude:g} is off the scale: due is -180 to 180 degrees")
    return latitude, longitude


def places_of(case: Case, day: date, key: str) -> dict[str, Somewhere]:
    """Give the places that a constituent could move to: where it is, the options' doors, where the others are.

    Of several at the same place, the first stands for all.
    """
    found: dict[str, Somewhere] = {}
    there = constituents_at(read_on(case, day))
    for one in sorted(there, key=lambda each: each.key != key):
        name = "it stays where it is" if one.key == key else f"to where {one.name} is"
        found[f"beside {one.key}"] = Somewhere(name, one.latitude, one.longitude)
    for option in case.options:
        if option.place is not None:
            latitude, longitude = (central_of(one) for one in (option.place.latitude, option.place.longitude))
            found[f"door of {option.id}"] = Somewhere(f"to the door of {option.name}", latitude, longitude)
    first: dict[tuple[float, float], str] = {}
    for place, spot in found.items():
        first.setdefault((spot.latitude, spot.longitude), place)
    kept = set(first.values())
    return {place: spot for place, spot in found.items() if place in kept}


def shifted(first: Outcome, second: Outcome, option_id: str) -> tuple[Shifted, ...]:
    """Put each constituent's ways in two readings side by side, the largest loss in the second first."""
    before = {(one.name, one.key): one for one in journeys(first, option_id)}
    after = {(one.name, one.key): one for one in journeys(second, option_id)}
    return tuple(Shifted(who[0], before.get(who), after.get(who)) for who in dict.fromkeys([*after, *before]))


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
