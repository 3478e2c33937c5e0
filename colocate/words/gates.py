"""Gates in words: what each is called, whether an option passes, and what that rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from colocate.case.reach import ChecklistItem
from colocate.model.criteria import GateResult, PremisesFound, RequiredFound, SpaceFound
from colocate.model.outcome import Outcome
from colocate.words.language import ENGLISH, Language, unsaid
from colocate.words.naming import quoted_name

STATUSES = {
    "pass": unsaid("✓ passes"),
    "fail": unsaid("✗ fails"),
    "unknown": unsaid("? not settled"),
}
NOT_YES = {
    "no": unsaid("answered no: {questions}"),
    "unknown": unsaid("not answered: {questions}"),
    "partly": unsaid("answered partly: {questions}"),
    "mitigated": unsaid("made good by a measure only: {questions}"),
}
SHORT_QUESTION = 60
"""Characters of a question that are enough to know it by."""


def gate_in_words(gate: GateResult, language: Language = ENGLISH) -> str:
    """Say what a gate's status rests on, without a full stop: the case's own evidence, or what the model found."""
    match gate.found:
        case SpaceFound():
            return _space(gate.found, language)
        case PremisesFound():
            if gate.found.end is None:
                return language.say("premises to the end of the years looked at")
            month = language.number(gate.found.end)
            return language.say("the lease ends in month {month} and nothing follows it", month=month)
        case RequiredFound():
            return _required(gate.found, language)
    return gate.evidence.strip() or language.say("not stated in the case")


def questions_named(items: Iterable[ChecklistItem], language: Language = ENGLISH) -> str:
    """Name questions of the checklist by their own first words, as a reader knows them."""
    return language.listed([short_question(item.text, language) for item in items])


def short_question(text: str, language: Language = ENGLISH) -> str:
    """Quote a question, cut short at a word where it is long.

    >>> short_question("Can meetings be held in the evening and at weekends?")
    '“Can meetings be held in the evening and at weekends?”'
    >>> short_question("Are network, data and mail run by the agency, or by others only under its written terms?")
    '“Are network, data and mail run by the agency, or by ...”'
    """
    return language.say("“{question}”", question=textwrap.shorten(text, SHORT_QUESTION, placeholder=" ..."))


def finding_gates(outcome: Outcome, language: Language = ENGLISH) -> str:
    """Say in one sentence, without a full stop, which option fails a gate and how many gates nobody has settled.

    Gates of the baseline are not counted: nothing must be settled to go on as before.
    """
    failing = [quoted_name(outcome.case, option.id, language) for option in outcome.options if option.fails]
    open_gates = sum(len(option.open_gates) for option in outcome.options[1:] if not option.fails)
    if failing and not open_gates:
        return language.say("Fails a gate: {options}", options=language.listed(failing))
    if failing:
        return language.say_many(
            "Fails a gate: {options}; {count} gate of the others is not settled",
            "Fails a gate: {options}; {count} gates of the others are not settled",
            open_gates,
            options=language.listed(failing),
        )
    if not open_gates and any(option.open_gates for option in outcome.options):
        return language.say("No option fails a gate, and none is open for a change")
    if not open_gates:
        return language.say("Every option passes every gate")
    return language.say_many(
        "No option fails a gate; {count} gate is not settled",
        "No option fails a gate; {count} gates are not settled",
        open_gates,
    )


def _space(found: SpaceFound, language: Language) -> str:
    places = {"area": language.number(found.area), "needed": language.number(found.area_needed)}
    if found.desks_free is None:
        told = language.say("{area} m2 for a need of {needed} m2", **places)
    else:
        told = language.say(
            "{area} m2 for a need of {needed} m2; {free} desks free for a need of {desks}",
            free=language.number(found.desks_free),
            desks=language.number(found.desks_needed),
            **places,
        )
    if found.year is not None:
        told = language.say("{space}, in year {year}", space=told, year=language.number(found.year + 1))
    if found.beside_others:
        return language.say("main premises: {space}", space=told)
    return language.say("{premises}: {space}", premises=found.premises, space=told) if found.premises else told


def _required(found: RequiredFound, language: Language) -> str:
    told = ""
    for answer, message in NOT_YES.items():
        items = [one.item for one in found.not_yes if one.answer.answer == answer]
        if items:
            said = language.say(message, questions=questions_named(items, language))
            told = language.say("{first}; {next}", first=told, next=said) if told else said
    return told or language.say("every required question is answered yes")
