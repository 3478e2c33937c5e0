"""Which options are better on every criterion than another: what needs no weights at all (method, section 19)."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.weighing.acceptability import SAME
from colocate.analysis.weighing.scales import Weighable


@dataclass(frozen=True)
class Dominance:
    """An option that is at least as good as another on every criterion, and better on `better` of them.

    `share` is the part of the draws in which that is so.
    """

    option: str
    over: str
    better: tuple[str, ...]
    share: float


def dominances(table: Weighable) -> tuple[Dominance, ...]:
    """Name every pair of which one option dominates the other in the central case, in the case's order."""
    values, central = table.values, table.central_values
    found = []
    for place, option in enumerate(table.options):
        for other, over in enumerate(table.options):
            lead = central[place] - central[other]
            if place == other or lead.min() < -SAME or lead.max() <= SAME:
                continue
            drawn = values[place] - values[other]
            holds = (drawn.min(axis=0) >= -SAME) & (drawn.max(axis=0) > SAME)
            better = tuple(name for name, one in zip(table.criteria, lead, strict=True) if one > SAME)
            found.append(Dominance(option, over, better, float(holds.mean())))
    return tuple(found)
