"""The answers to the checklist on the mandate, counted by theme and option."""

from __future__ import annotations

from colocate.model.outcome import Outcome

ANSWERS = ("yes", "mitigated", "partly", "no", "unknown")


def answers_by_theme(outcome: Outcome) -> dict[str, dict[str, dict[str, int]]]:
    """Count the answers yes, partly, no and unknown by theme and option id, in the order of the checklist."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for option in outcome.options:
        for one in option.mandate.answers:
            counts = found.setdefault(one.item.theme, {}).setdefault(option.id, dict.fromkeys(ANSWERS, 0))
            counts[one.answer.answer] += 1
    return found
