"""How deep a case is in words, and which figures would narrow its answer most."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.depth import Depth, HowDeep
from colocate.case import Case
from colocate.quantity import Quantity
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import name_inside

STATED: dict[Depth, str] = {
    "standard": unsaid("This is a standard case: it states all of its figures itself."),
    "full": unsaid(
        "This is a full case: it states all of its figures itself, with leases, owning or changes over time."
    ),
}
DEFAULT_OF = {
    "low": unsaid("default where offices are cheap"),
    "middle": unsaid("default of a middle market"),
    "high": unsaid("default where offices are dear"),
}
"""What a figure is that the case did not state, by the kind of market."""


def depth_in_words(found: HowDeep, language: Language = ENGLISH) -> str:
    """Say how deep a case is, and of a short one how many of its figures are defaults."""
    if found.depth != "short":
        return language.say(STATED[found.depth])
    return language.say_many(
        "Short case: {count} of {all} figures is a default.",
        "Short case: {count} of {all} figures are defaults.",
        len(found.defaults),
        all=language.number(found.all),
    )


def narrowing_in_words(case: Case, figures: Sequence[Quantity], language: Language = ENGLISH) -> str:
    """Say which figures would narrow the answer most, if any would."""
    if not figures:
        return language.say("No single figure would narrow the answer on money enough to be worth finding out.")
    names = [name_inside(case, one, with_option=True, language=language) for one in figures]
    return language.say("What would narrow the answer on money most: {figures}.", figures=language.listed(names))


def default_in_words(quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say of which kind of market a figure is the default; empty where the case states it."""
    return language.say(DEFAULT_OF[quantity.default]) if quantity.default else ""
