"""A bridge as it is shown: both ends, the largest steps, the rest and what is left, which add up to the last unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from colocate.analysis.bridge.bridge import Bridge
from colocate.model.totals import HEADLINE, Reading
from colocate.words.adding_up import shown_bridge

Kind = Literal["old", "step", "rest", "chance", "new"]
SAVING = ""
"""Stands for the saving of one option against the baseline, where else the id of an option stands for its cost."""

TO_CENTS = 2
"""Decimals of amounts in files."""

MOST_SHOWN = 10
"""Steps that are shown one by one; where there is one more only, it is shown too."""


@dataclass(frozen=True)
class Row:
    """A row of a bridge: an end with its amount, or what a step, the rest of the steps, or other draws move.

    `step` is the place of the step, None for any other row; `count` is how many steps the rest holds.
    """

    kind: Kind
    amount: float
    step: int | None = None
    count: int = 0


class Shown(NamedTuple):
    """A bridge in rounded amounts: both ends, what each step moves, and what other draws do."""

    old: float
    moves: tuple[float, ...]
    chance: float
    new: float


def bridge_rows(
    found: Bridge, measure: str, reading: Reading = HEADLINE, *, digits: int = 0, most: int | None = MOST_SHOWN
) -> tuple[Row, ...]:
    """Give the rows of a bridge over a measure: from the old end over the largest steps first to the new end.

    Amounts are rounded to so many decimals, and add up. Steps that round to nothing are left out, and those beyond
    `most` are put together; with None, every step is there, in the order in which they were made.
    """
    shown = _shown(found, measure, reading, digits)
    steps = [Row("step", amount, place) for place, amount in enumerate(shown.moves)]
    if most is not None:
        steps = sorted((one for one in steps if one.amount), key=lambda one: -abs(one.amount))
        if len(steps) > most + 1:
            rest = steps[most:]
            steps = [*steps[:most], Row("rest", round(sum(one.amount for one in rest), digits), count=len(rest))]
    others = [Row("chance", shown.chance)] if shown.chance else []
    return (Row("old", shown.old), *steps, *others, Row("new", shown.new))


def measures_of(found: Bridge, reading: Reading = HEADLINE) -> tuple[str, ...]:
    """Give what there are bridges over: the saving first, where there is one, then the cost of each option of both."""
    if found.apart:
        return ()
    return (*((SAVING,) if found.saver(reading) else ()), *found.common)


def _shown(found: Bridge, measure: str, reading: Reading, digits: int) -> Shown:
    """Give the old end, what each step and the draws move, and the new end; a saving is the difference of two shown."""
    if measure == SAVING:
        base = _shown(found, found.new.case.baseline.id, reading, digits)
        less = _shown(found, found.saver(reading), reading, digits)
        moves = tuple(round(one - other, digits) + 0.0 for one, other in zip(base.moves, less.moves, strict=True))
        ends = (base.old - less.old, base.chance - less.chance, base.new - less.new)
        old, chance, new = (round(one, digits) + 0.0 for one in ends)
        return Shown(old, moves, chance, new)
    old, new = found.ends[measure].old[reading], found.ends[measure].new[reading]
    parts = shown_bridge([*found.moves(measure, reading), found.chance(measure, reading)], old, new, digits)
    return Shown(round(old, digits) + 0.0, parts[:-1], parts[-1], round(new, digits) + 0.0)
