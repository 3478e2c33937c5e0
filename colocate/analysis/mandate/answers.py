"""The answers to the checklist on the mandate: counted by theme and option, and which option they put ahead."""

from __future__ import annotations

from colocate.model.outcome import Outcome

ANSWERS = ("yes", "mitigated", "partly", "no", "unknown")

SAME_POINTS = 1.0
"""Scores that differ by no more than a point count as the same."""


def answers_by_theme(outcome: Outcome) -> dict[str, dict[str, dict[str, int]]]:
    """Count the answers yes, partly, no and unknown by theme and option id, in the order of the checklist."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for option in outcome.options:
        for one in option.mandate.answers:
            counts = found.setdefault(one.item.theme, {}).setdefault(option.id, dict.fromkeys(ANSWERS, 0))
            counts[one.answer.answer] += 1
    return found


def leading(outcome: Outcome, alike: float = SAME_POINTS) -> tuple[str, ...]:
    """Give the options that keep at least as many safeguards as every other, however the open questions turn out.

    Scores within `alike` points count as the same. Empty where the ranges overlap, so that nobody can tell yet, and
    where fewer than two of the options that pass their gates have a checklist.
    """
    ranges = {
        option.id: (option.mandate.low, option.mandate.high)
        for option in outcome.options
        if not option.fails and option.mandate.low is not None and option.mandate.high is not None
    }
    if len(ranges) < 2:
        return ()
    return tuple(
        one
        for one, (low, _high) in ranges.items()
        if all(low >= high - alike for other, (_low, high) in ranges.items() if other != one)
    )
