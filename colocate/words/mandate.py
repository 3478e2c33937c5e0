"""What the page on mandate and government shows, in the few sentences that a reader in a hurry takes away."""

from __future__ import annotations

from colocate.model.outcome import Outcome
from colocate.words.access import finding_mandate
from colocate.words.coordinators import finding_hosting
from colocate.words.government import finding_government
from colocate.words.numbers import listed


def findings_mandate(outcome: Outcome, locale: str = "en") -> tuple[str, ...]:
    """Say what the gates, the government, the checklist and the coordinators come to, a sentence each."""
    checklist = "the case has no checklist."
    if outcome.case.checklist:
        checklist = f"{finding_mandate(outcome, locale).title}."
    told = {
        "Gates": finding_gates(outcome),
        "The government": finding_government(outcome),
        "Mandate": checklist,
        "National Coordinators": finding_hosting(outcome, locale),
    }
    return tuple(f"{name}: {_within(sentence, outcome)}" for name, sentence in told.items() if sentence)


def finding_gates(outcome: Outcome) -> str:
    """Say which option fails a gate, and which gates nobody has settled yet."""
    failing = [option for option in outcome.options if option.fails]
    open_ones = [option for option in outcome.options if option.open_gates]
    parts = [f"{option.name} fails {listed([gate.name for gate in option.fails])}" for option in failing]
    told = listed(parts) if failing else "no option fails one"
    if open_ones:
        counts = listed([f"{len(option.open_gates)} for {option.name}" for option in open_ones])
        told += f". Not settled yet: {counts}"
    return f"{told}."


def _within(sentence: str, outcome: Outcome) -> str:
    """Write a sentence as it goes on after a colon: small, unless it begins with an option's name."""
    if any(sentence.startswith(option.name) for option in outcome.options):
        return sentence
    return f"{sentence[:1].lower()}{sentence[1:]}"
