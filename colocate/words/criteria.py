"""Where every option stands by each criterion, in words: for tiles, and for the plain table."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.verdict import Criterion, CriterionName, Standing, Verdict
from colocate.case import Case
from colocate.model.totals import HEADLINE, BookName, Reading
from colocate.words.futures import count_of_hundred, of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name
from colocate.words.numbers import shown

TITLES: dict[CriterionName, str] = {
    "money": unsaid("Money"),
    "access": unsaid("Access"),
    "mandate": unsaid("Mandate"),
    "government": unsaid("Government"),
}
WHOSE: dict[BookName, str] = {
    "agency": unsaid("the agency"),
    "un family": unsaid("the UN family"),
    "everyone": unsaid("everyone together"),
}


@dataclass(frozen=True)
class Cell:
    """Where one option stands by one criterion, in words: the figure, its range and odds, and whether it leads."""

    option: str
    words: str
    below: str
    leads: bool


@dataclass(frozen=True)
class Row:
    """A row of the plain table: a criterion, what its figure is, and a cell for each option in the case's order."""

    name: CriterionName
    title: str
    explanation: str
    cells: tuple[Cell, ...]


def whose_words(reading: Reading, language: Language = ENGLISH) -> str:
    """Name whose money is read, as inside a sentence."""
    return language.say(WHOSE[reading.book])


def title_words(name: CriterionName, language: Language = ENGLISH) -> str:
    """Name a criterion as a heading does."""
    return language.say(TITLES[name])


def leader_words(case: Case, one: Criterion, language: Language = ENGLISH) -> str:
    """Say in few words who leads by a criterion, for its tile."""
    names = [quoted_name(case, option, language) for option in one.leaders]
    first = one.of(one.leaders[0]) if one.name == "money" and one.leaders else None
    if first is not None and first.chance is not None:
        message = (
            unsaid("{option} leads by little; cheapest in {chance}")
            if one.by_little
            else unsaid("{option} leads; cheapest in {chance}")
        )
        return language.say(message, option=names[0], chance=chance_words(first, language))
    if one.by_little and len(names) == 1:
        return language.say("{option} leads by little", option=names[0])
    if names:
        return language.say_many("{option} leads", "{count} options lead equally", len(names), option=names[0])
    if not one.known:
        return language.say("not known yet")
    return language.say("about the same")


def chance_words(one: Standing, language: Language = ENGLISH) -> str:
    """Write in how many of 100 futures an option is the best; empty where nothing varies."""
    if one.chance is None:
        return ""
    if one.of_hundred is None:
        return of_hundred(one.chance, language)
    return count_of_hundred(one.chance, one.of_hundred, language)


def unit_words(case: Case, name: CriterionName, language: Language = ENGLISH) -> str:
    """Say in what a criterion is counted, for its tile."""
    if name == "money":
        return case.currency
    return language.say("step of 5") if name == "government" else language.say("of 100")


def value_words(name: CriterionName, one: Standing, language: Language = ENGLISH) -> str:
    """Write where an option stands, without the unit; a range where open questions leave one."""
    if name == "mandate" and one.low is not None and one.high is not None and one.low < one.high:
        return language.say("{low}\u2013{high}", low=language.number(one.low), high=language.number(one.high))
    value = one.low if name == "mandate" else one.value
    if value is None:
        return language.say("not stated")
    return language.number(shown(value) if name == "money" else value)


def range_words(case: Case, name: CriterionName, one: Standing, language: Language = ENGLISH) -> str:
    """Write the range of 90 of 100 futures, or how many questions are open; empty where there is neither."""
    if name == "mandate":
        return language.say_many("{count} question open", "{count} questions open", one.open) if one.open else ""
    if one.low is None or one.high is None or not one.is_range:
        return ""
    if name == "money":
        low, high = (language.about(end, case.currency) for end in (one.low, one.high))
        if one.chance is None:
            return language.say("{low} to {high} in 90 of 100 futures", low=low, high=high)
        return language.say(
            "{low} to {high} in 90 of 100 futures; cheapest in {chance}",
            low=low,
            high=high,
            chance=chance_words(one, language),
        )
    low, high = (language.number(end) for end in (one.low, one.high))
    if one.chance is None:
        return language.say("{low} to {high} in 90 of 100 futures", low=low, high=high)
    return language.say(
        "{low} to {high} in 90 of 100 futures; best in {chance}",
        low=low,
        high=high,
        chance=chance_words(one, language),
    )


def rows(case: Case, found: Verdict, language: Language = ENGLISH) -> tuple[Row, ...]:
    """Give the plain table: a row a criterion, a cell an option."""
    return tuple(
        Row(
            one.name,
            language.say(TITLES[one.name]),
            _explained(case, one.name, found.reading, language),
            tuple(
                Cell(
                    each.option,
                    _cell_words(case, one.name, each, language),
                    range_words(case, one.name, each, language),
                    each.option in one.leaders,
                )
                for each in one.standings
            ),
        )
        for one in found.criteria
    )


def _cell_words(case: Case, name: CriterionName, one: Standing, language: Language) -> str:
    if name == "money" and one.value is not None:
        return language.about(one.value, case.currency)
    words = value_words(name, one, language)
    if one.value is None and one.low is None:
        return words
    if name == "government":
        return language.say("step {step} of 5", step=words)
    return language.say("{points} of 100", points=words)


def _explained(case: Case, name: CriterionName, reading: Reading, language: Language) -> str:
    if name == "money":
        if reading.view == HEADLINE.view:
            return language.say_many(
                "Cost over {count} year in today's money, cash, for {whose}. Lower is better.",
                "Cost over {count} years in today's money, cash, for {whose}. Lower is better.",
                case.horizon_years,
                whose=whose_words(reading, language),
            )
        return language.say_many(
            "Cost over {count} year in today's money, cash and staff time, for {whose}. Lower is better.",
            "Cost over {count} years in today's money, cash and staff time, for {whose}. Lower is better.",
            case.horizon_years,
            whose=whose_words(reading, language),
        )
    if name == "access":
        return language.say(
            "Minutes door to door as a score from 0 to 100, over the groups of constituents. Higher is better."
        )
    if name == "mandate":
        return language.say(
            "Part of the safeguards that are in place, 0 to 100; open questions leave a range. Higher is better."
        )
    return language.say("The host government's wish, from against (1) to asks for it and backs it (5).")
