"""Which options are better on every criterion than another: what needs no weights at all (method, section 19)."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.weighing.acceptability import SAME
from colocate.analysis.weighing.scales import Weighable


@dataclass(frozen=True)
class Dominance:
    """An option that is at least as good as another on every criterion, and better on `better` of them.

    So on average over the draws; `share` is the part of them in which it is so in the draw itself.
    """

    option: str
    over: str
    better: tuple[str, ...]
    share: float


def dominances(table: Weighable) -> tuple[Dominance, ...]:
    """Name every pair of which one option dominates the other on average over the draws, in the case's order."""
    values, expected = table.values, table.expected_values
    found = []
    for place, option in enumerate(table.options):
        for other, over in enumerate(table.options):
            lead = expected[place] - expected[other]
            if place == other or lead.min() < -SAME or lead.max() <= SAME:
                continue
            drawn = values[place] - values[other]
            holds = (drawn.min(axis=0) >= -SAME) & (drawn.max(axis=0) > SAME)
            better = tuple(name for name, one in zip(table.criteria, lead, strict=True) if one > SAME)
            found.append(Dominance(option, over, better, float(holds.mean())))
    return tuple(found)
