"""What random cases say for their decision paper: it enters no figure, whatever it says."""

from __future__ import annotations

import datetime

from tests.strategies_premises import Draft, Record, one_of, some_of, whole

LEVELS = ("low", "medium", "high")
DAY = datetime.date(2026, 9, 30)


def draw_paper(draft: Draft, options: list[str]) -> Record:
    """Any parts of a paper, each as short as can be; empty where none is wanted."""
    wanted = some_of(draft, "asked", "option", "amount", "fund", "conditions", "risks")
    wanted |= some_of(draft, "documents", "next_steps", "signatures", "recommendation")
    parts: Record = {
        "asked": "Drawn at random.",
        "option": options[whole(draft, 0, len(options) - 1)],
        "amount": 1_000 * whole(draft, 0, 500),
        "fund": draft.funds[0],
        "conditions": ["Drawn at random."],
        "risks": [{"risk": "Drawn.", "likelihood": one_of(draft, LEVELS), "impact": one_of(draft, LEVELS)}],
        "documents": [{"name": "Letter", "status": one_of(draft, ("missing", "asked for", "there")), "by": DAY}],
        "next_steps": [{"step": "Drawn at random.", "by": DAY}],
        "signatures": [{"role": "Director"}],
        "recommendation": "Drawn at random.",
    }
    return {name: part for name, part in parts.items() if name in wanted}
