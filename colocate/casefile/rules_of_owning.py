"""What must hold in what a case says of owned premises: spending that adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from colocate.case.owning import Works
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.walk import Place, Survey
from colocate.quantity import Quantity

Rule = Callable[[Place, Survey], Iterator[Fault]]

NEAR = 0.0005
"""Parts of the whole may be rounded: 33.3, 33.3 and 33.4."""


def _works(place: Place, read: Survey) -> Iterator[Fault]:
    """The parts of the years are plain numbers, and make the whole: a draw of one alone would make more or less."""
    parts = [one for field, _, one in read.figures.get(place.steps, ()) if field.name == "profile"]
    known = [one for one in parts if isinstance(one, Quantity)]
    if any(one.has_range for one in known):
        yield fault_at(
            place.at("profile"), "a part of the spending has a range", "Write numbers; give the amount the range"
        )
    total = sum(one.figure for one in known)
    if known and len(known) == len(parts) and abs(total - 1.0) > NEAR:
        yield fault_at(
            place.at("profile"),
            "the parts of the years make {total} %",
            "Make them add up to 100 %",
            total=f"{100 * total:.6g}",
        )


RULES_OF_OWNING: dict[type, tuple[Rule, ...]] = {Works: (_works,)}
