"""The plain measures of access in words: sentences, and a table of one row per measure and one cell per option."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.measures import LIMITS, Reach, reach
from colocate.analysis.uncertainty.odds import Range
from colocate.model.futures import Futures
from colocate.words.access import (
    KNOWN_WORDS,
    counted_in_words,
    range_in_words,
    score_in_words,
    ways_change,
)
from colocate.words.futures import of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name, short_name
from colocate.words.numbers import NOTHING, three_figures

NOT_STATED = unsaid("not stated")
NOT_KNOWN = unsaid("not known")

WHY_NOT_KNOWN = {
    "": unsaid("the checklist does not ask"),
    "partly": unsaid("partly; for which groups is not said"),
    "unknown": unsaid("the question is not answered"),
}


@dataclass(frozen=True)
class Measured:
    """A cell: what holds on average, and below it the range over the futures and what explains it."""

    words: str
    below: str = ""


@dataclass(frozen=True)
class Measure:
    """A row of the table: what is measured, how it is meant, and a cell for each option in the case's order."""

    title: str
    explanation: str
    cells: tuple[Measured, ...]


def answer(futures: Futures, language: Language = ENGLISH) -> tuple[str, ...]:
    """Answer in a sentence for each option what it does to the ways."""
    said = []
    for option in futures.options[1:]:
        name, told = short_name(futures.case, option.id), journeys(futures, option.id)
        said.append(
            language.say("{statement}.", statement=ways_change(name, told, language))
            if told
            else language.say("{option}: the case does not say where its door is.", option=name)
        )
    return tuple(said)


def resting_on(futures: Futures, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say what the minutes rest on: how ways are known, whose places are assumed, and where trips are counted."""
    found = [one for one in (reach(futures, option.id) for option in futures.options) if one is not None]
    if not found:
        return ()
    known = [how for one in found for how, count in one.known.items() for _ in range(count)]
    if len(set(known)) == 1:
        said = [
            language.say(
                "Minutes of all {ways} ways: {known}.",
                ways=language.number(len(known)),
                known=language.say(KNOWN_WORDS[known[0]]),
            )
        ]
    else:
        said = [language.say("Ways: {known}.", known=counted_in_words(known, language))]
    if "measured" not in known:
        said.append(language.say("No way was measured: they are estimates."))
    everyone, assumed = found[0].constituents, found[0].assumed
    places = {"assumed": language.number(assumed), "everyone": language.number(everyone)}
    if assumed == everyone:
        said.append(
            language.say(
                "The coordinates of all {everyone} constituents are assumed: the constituents' table says so.", **places
            )
        )
    elif assumed:
        said.append(
            language.say(
                "The coordinates of {assumed} of {everyone} constituents are assumed: the constituents' table says so.",
                **places,
            )
        )
    if found[0].hours.counted_in == "money":
        said.append(
            language.say("Trips of our staff to constituents are counted in money (page Money), and nowhere else.")
        )
    else:
        said.append(
            language.say("Trips of our staff to constituents are counted in the access score, and nowhere else.")
        )
    return tuple(said)


def measures(futures: Futures, language: Language = ENGLISH) -> tuple[Measure, ...]:
    """Give the table of plain measures: the expected value, and below it the range of 90 of 100 futures."""
    found = [reach(futures, option.id) for option in futures.options]

    def row(title: str, explanation: str, write: Callable[[Reach], Measured]) -> Measure:
        none = Measured(language.say(NOT_STATED))
        return Measure(title, explanation, tuple(none if one is None else write(one) for one in found))

    uncertain = bool(futures.figures)
    return (
        row(
            language.say("Score over all groups"),
            language.say("100 is near, 0 is too far"),
            lambda one: _score(one, language),
        ),
        row(
            language.say("Worst-served group"),
            language.say("By its access score"),
            lambda one: _worst_group(one, uncertain, language),
        ),
        row(
            language.say("Longest way"),
            language.say("Door to door"),
            lambda one: _longest(one, uncertain, language),
        ),
        row(
            language.say("Mean of the minutes"),
            language.say("Each visit counts"),
            lambda one: _mean(one, language),
        ),
        *(
            row(
                language.say("Within {minutes} minutes", minutes=language.number(limit)),
                language.say("Constituents, and their share of the visits") if place == 0 else "",
                lambda one, place=place: _within(one, place, language),  # type: ignore[misc]
            )
            for place, limit in enumerate(LIMITS)
        ),
        row(
            language.say("Walk in without an escort"),
            language.say("Share of their visits to us"),
            lambda one: walked_in(one, language),
        ),
        row(
            language.say("Their hours a year"),
            language.say("They pay, with their own time: to our door, through it, and back"),
            lambda one: Measured(_hours(one.hours.theirs, language), _wide_hours(one.hours.theirs, language)),
        ),
        row(
            language.say("Our hours a year"),
            language.say("The agency pays, with staff time: to them and back"),
            lambda one: Measured(
                _hours(one.hours.ours, language), _beside(_wide_hours(one.hours.ours, language), _trip(one, language))
            ),
        ),
        row(
            language.say("How the minutes are known"),
            language.say("Best first"),
            lambda one: _known(one, language),
        ),
    )


def hours_in_words(futures: Futures, language: Language = ENGLISH) -> tuple[str, ...]:
    """Say for each option what it adds to the hours on the way, and who pays them with their time."""
    case, first = futures.case, reach(futures, futures.baseline.id)
    said = []
    for option in futures.options[1:]:
        one = reach(futures, option.id)
        if first is None or one is None:
            continue
        places = {"option": short_name(case, option.id), "baseline": quoted_name(case, futures.baseline.id, language)}
        theirs = shown_hours(one.hours.theirs) - shown_hours(first.hours.theirs)
        ours = shown_hours(one.hours.staff) - shown_hours(first.hours.staff)
        said += [_their_hours(theirs, places, language), _our_hours(ours, places, language)]
    return tuple(said)


def _their_hours(more: int, places: dict[str, str], language: Language) -> str:
    if more > 0:
        return language.say_many(
            "{option}: constituents spend {count} hour a year more of their own time on the way than with {baseline}.",
            "{option}: constituents spend {count} hours a year more of their own time on the way than with {baseline}.",
            more,
            **places,
        )
    if more < 0:
        return language.say_many(
            "{option}: constituents spend {count} hour a year less of their own time on the way than with {baseline}.",
            "{option}: constituents spend {count} hours a year less of their own time on the way than with {baseline}.",
            -more,
            **places,
        )
    return language.say("{option}: constituents spend as many hours a year on the way as with {baseline}.", **places)


def _our_hours(more: int, places: dict[str, str], language: Language) -> str:
    if more > 0:
        return language.say_many(
            "{option}: the agency's staff spend {count} hour a year more on the way than with {baseline}.",
            "{option}: the agency's staff spend {count} hours a year more on the way than with {baseline}.",
            more,
            **places,
        )
    if more < 0:
        return language.say_many(
            "{option}: the agency's staff spend {count} hour a year less on the way than with {baseline}.",
            "{option}: the agency's staff spend {count} hours a year less on the way than with {baseline}.",
            -more,
            **places,
        )
    return language.say(
        "{option}: the agency's staff spend as many hours a year on the way as with {baseline}.", **places
    )


def walked_in(one: Reach, language: Language = ENGLISH) -> Measured:
    """Write who walks in without a pass or an escort."""
    found = one.walk_in
    if found is None:
        why = WHY_NOT_KNOWN.get(one.walk_in_answer, WHY_NOT_KNOWN["unknown"])
        return Measured(language.say(NOT_KNOWN), language.say(why))
    return Measured(
        language.percent(found.of_visits),
        language.say(
            "{count} of {everyone} constituents",
            count=language.number(round(found.of_constituents * one.constituents)),
            everyone=language.number(one.constituents),
        ),
    )


def shown_hours(hours: Range) -> int:
    """Give expected hours as they are shown, to three figures: a difference shown is the difference of these."""
    return _about(hours.mean)


def _about(value: float) -> int:
    """Round to the whole, and to three figures where there are more."""
    return round(value) if abs(value) < 1000 else round(three_figures(value))


def _score(one: Reach, language: Language) -> Measured:
    if one.score is None:
        return Measured(NOTHING, language.say("no visits are stated"))
    return Measured(
        language.say("{score} of 100", score=score_in_words(one.score, language)), range_in_words(one.score, language)
    )


def _worst_group(one: Reach, uncertain: bool, language: Language) -> Measured:
    group = one.worst_group
    if group is None or group.score is None or group.mean_minutes is None:
        return Measured(NOTHING, language.say("no visits are stated"))
    score = language.say(
        "{score} of 100, {minutes} minutes on average",
        score=score_in_words(group.score, language),
        minutes=language.number(group.mean_minutes.mean),
    )
    often = language.say("worst served in {often} futures", often=of_hundred(group.worst_often, language))
    return Measured(group.group, _beside(score, often if uncertain else ""))


def _longest(one: Reach, uncertain: bool, language: Language) -> Measured:
    far = one.worst
    who = language.say(
        "{name} ({group}), {known}", name=far.name, group=far.group, known=language.say(KNOWN_WORDS[far.known])
    )
    often = language.say("the longest in {often} futures", often=of_hundred(far.often, language))
    return Measured(
        language.say("{minutes} minutes", minutes=language.number(far.minutes.mean)),
        _beside(who, range_in_words(far.minutes, language), often if uncertain else ""),
    )


def _mean(one: Reach, language: Language) -> Measured:
    if one.mean_minutes is None:
        return Measured(NOTHING, language.say("no visits are stated"))
    minutes = language.number(one.mean_minutes.mean)
    return Measured(language.say("{minutes} minutes", minutes=minutes), range_in_words(one.mean_minutes, language))


def _within(one: Reach, place: int, language: Language) -> Measured:
    found = one.within[place]
    count, everyone = language.number(found.constituents.mean, 1), language.number(one.constituents)
    wide = range_in_words(found.constituents, language)
    if found.of_visits is None:
        return Measured(language.say("{count} of {everyone}", count=count, everyone=everyone), wide)
    share = language.percent(found.of_visits.mean)
    words = language.say("{count} of {everyone}, {share} of visits", count=count, everyone=everyone, share=share)
    low, high = (language.percent(end) for end in (found.of_visits.low, found.of_visits.high))
    shares = "" if low == high else language.say("{low} to {high} of visits", low=low, high=high)
    return Measured(words, _beside(wide, shares))


def _hours(hours: Range, language: Language) -> str:
    return language.say_many("{count} hour", "{count} hours", shown_hours(hours))


def _wide_hours(hours: Range, language: Language) -> str:
    low, high = (language.number(_about(end)) for end in (hours.low, hours.high))
    return "" if low == high else language.say("90 of 100 futures: {low} to {high}", low=low, high=high)


def _trip(one: Reach, language: Language) -> str:
    hours = one.hours
    road = language.say("{distance} km by road", distance=language.number(_about(hours.kilometres.mean)))
    if hours.people == 1.0:
        return road
    staff = language.say_many(
        "{people} people a trip: {count} hour of staff time",
        "{people} people a trip: {count} hours of staff time",
        shown_hours(hours.staff),
        people=language.number(hours.people, 1),
    )
    return _beside(staff, road)


def _known(one: Reach, language: Language) -> Measured:
    known = [how for how, count in one.known.items() for _ in range(count)]
    assumed = ""
    if one.assumed:
        assumed = language.say_many(
            "{count} of {everyone} places is assumed",
            "{count} of {everyone} places are assumed",
            one.assumed,
            everyone=language.number(one.constituents),
        )
    return Measured(counted_in_words(known, language), assumed)


def _beside(*notes: str) -> str:
    """Write notes of a cell beside each other; those that are empty are left out."""
    return "; ".join(note for note in notes if note)
