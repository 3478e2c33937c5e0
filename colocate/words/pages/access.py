"""Headings, labels and helps of the page Access, and of the command that tells the same."""

from __future__ import annotations

from datetime import date

from colocate.analysis.access.journeys import Journey
from colocate.words.access import known_in_words
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.money import Finding

NO_CONSTITUENTS = unsaid("This case has no constituents, so nothing can be said of access.")
NO_DOOR = unsaid("The case does not say where this option is.")

ANSWERS = unsaid("What each option does to the ways")
SCORES = unsaid("Scores: which option is easiest to reach, and who is worst served")
EVERY_WAY = unsaid("Every way, in minutes door to door")
PLAN = unsaid("Where they are: a plan of doors and constituents")
MEASURES = unsaid("Plain measures: who is near, mean minutes, hours on the way")
WHAT_IF = unsaid("What if somebody moves, or the list is read on another day?")
RESTS_ON = unsaid("What the minutes rest on")

WAYS_TABLE = unsaid("Minutes before and after")
MEASURES_TABLE = unsaid("Plain measures by option")
MEASURE = unsaid("Measure")
CONSTITUENT = unsaid("Constituent")
GROUP = unsaid("Group")
BEFORE = unsaid("Before")
AFTER = unsaid("After")
IN_90_OF_100 = unsaid("In 90 of 100 futures")
CHANGE = unsaid("Change")
CHANGE_IN_MINUTES = unsaid("Change, minutes")
HOW_KNOWN = unsaid("How known")
GAINS = unsaid("Who gains, who loses")
MEASURES_HEADING = unsaid("Plain measures")

NOTHING_ELSE_CHANGES = unsaid("Nothing else in this app changes by it.")
READ_ON = unsaid("Read on")
READ_ON_HELP = unsaid("The constituents' table has dates: who is there on this day?")
WHO_MOVES = unsaid("Who moves")
NOBODY_MOVES = unsaid("Nobody moves")
WHERE_TO = unsaid("Where to")
TYPED_IN = unsaid("to the place typed in")
LATITUDE = unsaid("Latitude")
LONGITUDE = unsaid("Longitude")
CHOOSE = unsaid("Choose another day, or somebody who moves, to see who gains and who loses then.")
NOW_AND_THEN = unsaid("Who gains and who loses, now and then")
ON_THE_DECISION_DATE = unsaid("On the decision date")
THEN = unsaid("Then")
NOT_THERE = unsaid("not there")


def headline(finding: Finding, language: Language = ENGLISH) -> str:
    """Write the page's finding as its title."""
    return language.say("{statement}.", statement=finding.title)


def minutes_of(option: str, language: Language = ENGLISH) -> str:
    """Head a column of minutes to an option."""
    return language.say("{option}, minutes", option=option)


def constituent_of(option: str, language: Language = ENGLISH) -> str:
    """Head the column of constituents in a table on one option."""
    return language.say("{option}: constituent", option=option)


def whose_ways(number: int, option: str, *, baseline: bool, language: Language = ENGLISH) -> str:
    """Head the table of ways to one option."""
    place = language.number(number)
    if baseline:
        return language.say("{number}. {option} (baseline): minutes door to door", number=place, option=option)
    return language.say("{number}. {option}: minutes door to door", number=place, option=option)


def how_known(journey: Journey, language: Language = ENGLISH) -> str:
    """Say how both ways are known, and whether the place is assumed."""
    known = known_in_words(journey, language)
    return language.say("{known}; place assumed", known=known) if journey.assumed else known


def way_in_minutes(journey: Journey, language: Language = ENGLISH) -> str:
    """Write a way before and after in minutes, and how it is known."""
    before, after = (language.number(one.mean) for one in (journey.before, journey.after))
    known = how_known(journey, language)
    return language.say("{before} to {after} minutes, {known}", before=before, after=after, known=known)


def what_minutes_are(day: date, language: Language = ENGLISH) -> str:
    """Say what is counted as minutes, and of which day the constituents are."""
    return language.say(
        "Minutes are from door to door, with the way to the gate, the entry check and the waiting. Constituents are "
        "those that exist on {day}.",
        day=language.day(day),
    )
