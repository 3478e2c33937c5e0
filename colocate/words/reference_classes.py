"""Ranges from classes of past projects in words: what was planned, which projects tell what came of it, who says so."""

from __future__ import annotations

from colocate.case import Case
from colocate.quantity import Quantity
from colocate.words.labels import unit_of
from colocate.words.language import ENGLISH, Language


def where_range_is_from(case: Case, quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say from which class, and how many projects, a figure's range comes; empty where it was made by hand."""
    if not quantity.reference_class:
        return ""
    found = case.reference_class(quantity.reference_class)
    if not found.projects:
        return language.say("Range from a class that is judged: {name}", name=found.name)
    return language.say_many(
        "Range from {count} past project: {name}", "Range from {count} past projects: {name}", found.projects,
        name=found.name,
    )  # fmt: skip


def how_range_came(case: Case, quantity: Quantity, language: Language = ENGLISH) -> str:
    """Say what was planned, and what became of such plans and who says so; empty where the range was made by hand."""
    if not quantity.reference_class or quantity.plan is None:
        return ""
    found = case.reference_class(quantity.reference_class)
    low, high = (language.figure(found.ratio[end]) for end in ("low", "high"))
    plan, unit = language.figure(quantity.plan), unit_of(quantity, language)
    told = (
        language.say(
            "Planned to take {plan} {unit}; such plans took {low} to {high} times as long.",
            plan=plan,
            unit=unit,
            low=low,
            high=high,
        )
        if found.planned == "duration"
        else language.say(
            "Planned: {plan} {unit}; such plans came to {low} to {high} times that.",
            plan=plan,
            unit=unit,
            low=low,
            high=high,
        )
    )
    return language.say("{told} Source of the class: {source}", told=told, source=found.source)
