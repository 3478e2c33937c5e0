"""The page Mandate: its sections with what each comes to, its tables' headings, and its notes."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.mandate.coordinators import ALL, Hosting
from colocate.analysis.uncertainty.odds import Range
from colocate.case import Case
from colocate.model.outcome import Outcome
from colocate.words.gates import finding_gates
from colocate.words.government import finding_government
from colocate.words.language import Language, unsaid

ARRANGEMENTS = {
    "hosted": unsaid("hosted, as today"),
    "house": unsaid("move to desks that the agency pays for"),
    "may be lost": unsaid("hosted; the ministry may end it from {month} on"),
}


def gates_label(outcome: Outcome, language: Language) -> str:
    """Head the gates with what they come to."""
    return language.say("Gates. {finding}", finding=finding_gates(outcome, language))


def government_label(outcome: Outcome, language: Language) -> str:
    """Head the government's wish with what it comes to."""
    return language.say("Government. {finding}", finding=finding_government(outcome, language))


def checklist_label(outcome: Outcome, language: Language) -> str:
    """Head the checklist with how long it is."""
    return language.say_many(
        "Checklist. {count} question, answered for each option",
        "Checklist. {count} questions, answered for each option",
        len(outcome.case.checklist),
    )


def evidence_label(language: Language) -> str:
    """Head what the answers rest on."""
    return language.say("Evidence. What the answers rest on")


def coordinators_label(language: Language) -> str:
    """Head the National Coordinators."""
    return language.say("National Coordinators. Who stays hosted, and what desks elsewhere cost")


def gates_note(language: Language) -> str:
    """Say what gates are for."""
    return language.say(
        "An option must pass every gate before it is compared. Settle the open ones before the decision."
    )


def gates_columns(options: Sequence[str], language: Language) -> tuple[str, ...]:
    """Head the table of gates."""
    return (language.say("Gate"), *options)


def gates_title(language: Language) -> str:
    """Name the table of gates."""
    return language.say("Gates by option")


def scale_columns(language: Language) -> tuple[str, ...]:
    """Head the government's scale."""
    return language.say("Step"), language.say("Evidence asked for"), language.say("Options on this step")


def scale_title(language: Language) -> str:
    """Name the government's scale."""
    return language.say("The government's scale")


def step_label(step: int, name: str, language: Language) -> str:
    """Write a step with its name."""
    return language.say("{step}: {name}", step=language.number(step), name=name)


def step_of_five(step: int, language: Language) -> str:
    """Write a step by its number."""
    return language.say("{step} of 5", step=language.number(step))


def not_stated(language: Language) -> str:
    """Say that the case is silent."""
    return language.say("Not stated in the case")


def wish_columns(language: Language) -> tuple[str, ...]:
    """Head the evidence of the government's wish."""
    return (
        language.say("Option"),
        language.say("Step"),
        language.say("Form of the evidence"),
        language.say("Who said so, and when"),
    )


def wish_title(language: Language) -> str:
    """Name the evidence of the government's wish."""
    return language.say("Evidence of the government's wish")


def no_checklist(language: Language) -> str:
    """Say that there is nothing to answer."""
    return language.say("This case has no checklist.")


def question_columns(options: Sequence[str], language: Language) -> tuple[str, ...]:
    """Head the checklist."""
    return (language.say("Question"), *options)


def question_title(language: Language) -> str:
    """Name the checklist."""
    return language.say("Checklist by option")


def points_label(language: Language) -> str:
    """Name the row of scores."""
    return language.say("Points of 100")


def points_below(language: Language) -> str:
    """Say how the scores are made."""
    return language.say("mean of yes 100, by a measure 100, partly 50, no 0; an open one may be no or yes")


def evidence_columns(language: Language) -> tuple[str, ...]:
    """Head what the answers rest on."""
    return language.say("Question"), language.say("Answer"), language.say("Evidence")


def evidence_title(language: Language) -> str:
    """Name what the answers rest on."""
    return language.say("Evidence for the answers, by option")


def no_evidence(language: Language) -> str:
    """Say that an answer rests on nothing."""
    return language.say("no evidence is given")


def hosting_columns(language: Language) -> tuple[str, ...]:
    """Head the table of the National Coordinators."""
    return (
        language.say("Option and country"),
        language.say("Given by the ministry, a year"),
        language.say("Chance that it takes the desks back"),
        language.say("Desks elsewhere, a year"),
        language.say("Expected cost, a year"),
        language.say("In today's money"),
    )


def hosting_title(language: Language) -> str:
    """Name the table of the National Coordinators."""
    return language.say("National Coordinators by option and country")


def hosting_note(language: Language) -> str:
    """Say how to read the table of the National Coordinators."""
    return language.say(
        "Expected cost: the chance times the cost. It is no bill: in the end either nothing is paid or all of it. "
        "What the ministry gives is in kind and costs the agency nothing. Amounts a year are in today's prices."
    )


def who(one: Hosting, language: Language) -> str:
    """Name the coordinators of a row, with how many they are."""
    people = language.number(one.number, 1)
    if one.country == ALL:
        return language.say("All coordinators: {people}", people=people)
    return language.say("{country}: {people}", country=one.country, people=people)


def arrangement(one: Hosting, case: Case, language: Language) -> str:
    """Say what the option plans for the coordinators of a row."""
    month = "" if one.lost_from is None else language.month(case.decision_date, one.lost_from)
    return language.say(ARRANGEMENTS[one.arrangement], month=month)


def ends(one: Hosting, language: Language) -> str:
    """Say that what the ministry gives ends; empty where it does not."""
    return language.say("ends with the move") if one.arrangement == "house" else ""


def no_chance(language: Language) -> str:
    """Say that the case states no chance of losing the desks."""
    return language.say("no chance stated")


def nothing_paid(language: Language) -> str:
    """Say that hosted coordinators cost nothing."""
    return language.say("nothing")


def cost(one: Hosting, currency: str, language: Language) -> tuple[str, str]:
    """Write what the desks cost in today's money: on average or if they are taken back, and how far it may lie off."""
    average, spread = language.about(one.present_value.mean, currency), _spread(one.present_value, currency, language)
    if one.lost_from is None:
        return average, spread
    lost = language.say("{cost} if they are taken back", cost=language.about(one.if_lost.mean, currency))
    if not spread:
        return lost, language.say("{average} on average", average=average)
    return lost, language.say("{average} on average; {spread}", average=average, spread=spread)


def _spread(drawn: Range, currency: str, language: Language) -> str:
    """Write a range; empty where it is one value."""
    low, high = (language.about(end, currency) for end in (drawn.low, drawn.high))
    if low == high:
        return ""
    return language.say("in 90 of 100 futures between {low} and {high}", low=low, high=high)
