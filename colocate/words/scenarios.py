"""The original beside the user's own: what was changed, what becomes of the answer, and the names of the controls."""

from __future__ import annotations

from colocate.analysis.scenarios import BeforeAndAfter, ChangedSwitch, Comparison
from colocate.case import Case
from colocate.words.futures import few_of_hundred
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.levers import old_and_new
from colocate.words.naming import quoted_name, service_name
from colocate.words.numbers import NOTHING, shown

TOLD = 3
"""Changes that the strip lists; the page Figures has all."""

TITLE = unsaid("Original beside mine")
OPTION = unsaid("Original → mine")
"""Heads the options, and says what the two figures of a cell are; a single figure is as before."""

COST = unsaid("Expected cost, {currency}")
ODDS = unsaid("Cheapest, of 100")
ACCESS = unsaid("Access, of 100")

SHOWN = unsaid("Scenario shown")
ORIGINAL = unsaid("Original: as the case has it")
NOT_KEPT = unsaid("Mine, not kept yet")
NAME_AND_SHARE = unsaid("Name, keep or share this scenario")
NAME = unsaid("Name of this scenario")
NAME_HELP = unsaid("Scenarios are kept in this session only. The link below keeps one for longer.")
KEEP, RENAME, REMOVE = unsaid("Keep"), unsaid("Rename"), unsaid("Remove from the list")
LINK = unsaid("Link to this scenario: it opens the same view in any browser that can reach this app.")
LINK_OF_AN_UPLOAD = unsaid("The case was uploaded: whoever opens the link has to upload it first.")


def finding(found: Comparison, case: Case, language: Language = ENGLISH) -> str:
    """Say in one sentence whether the changes turn the answer."""
    before, after = found.cheapest_before, found.cheapest_after
    if before == after:
        return language.say("With your changes {option} still costs least.", option=quoted_name(case, after, language))
    return language.say(
        "With your changes {after} costs least; in the original it is {before}.",
        after=quoted_name(case, after, language),
        before=quoted_name(case, before, language),
    )


def changes_in_words(found: Comparison, case: Case, language: Language = ENGLISH) -> tuple[str, ...]:
    """List what was changed, old and new; where it is much, the first and how many more there are."""
    told = [
        *(old_and_new(case, one.before, one.after, language) for one in found.figures),
        *(_switch(one, language) for one in found.switches),
    ]
    more = len(told) - TOLD
    if more <= 0:
        return tuple(told)
    rest = language.say_many(
        "{count} more change: the page Figures has all", "{count} more changes: the page Figures has all", more
    )
    return (*told[:TOLD], rest)


def costs_in_words(option: BeforeAndAfter, language: Language = ENGLISH) -> str:
    """Write an option's expected cost before and after, without the currency, which heads the column."""
    before, after = (language.number(shown(one.cost)) for one in (option.before, option.after))
    return _both(before, after, language)


def odds_in_words(option: BeforeAndAfter, language: Language = ENGLISH) -> str:
    """Write in how many of 100 futures an option is the cheapest, before and after; a dash where that is not known."""
    before, after = (
        NOTHING if one.odds is None else few_of_hundred(one.odds, one.of_hundred, language)
        for one in (option.before, option.after)
    )
    return _both(before, after, language)


def access_in_words(option: BeforeAndAfter, language: Language = ENGLISH) -> str:
    """Write an option's access score before and after; a dash where there is none."""
    before, after = (
        NOTHING if one.access is None else language.number(one.access) for one in (option.before, option.after)
    )
    return _both(before, after, language)


def changed_since(name: str, language: Language = ENGLISH) -> str:
    """Name a scenario that was changed after it was kept."""
    return language.say("{name}, changed since", name=name)


def _both(before: str, after: str, language: Language) -> str:
    if before == after:
        return after
    return language.say("{before} → {after}", before=before, after=after)


def _switch(switch: ChangedSwitch, language: Language) -> str:
    name = service_name(switch.service, language)
    if switch.after:
        return language.say("{service}: joined (before: not joined)", service=name)
    return language.say("{service}: not joined (before: joined)", service=name)
