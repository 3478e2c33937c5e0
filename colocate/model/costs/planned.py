"""Amounts that are planned per m2, person, workstation or office, and the contingency on them (method, section 7)."""

from __future__ import annotations

from collections.abc import Callable

from colocate.case.owning import Works
from colocate.case.premises import Incentive
from colocate.case.spending import OneOff
from colocate.model.costs.line import Category, Factor, Line
from colocate.model.costs.premises import SIZE_NAMES, Size, Stay
from colocate.quantity import is_nothing

Write = Callable[[Category, str, tuple[Factor, ...]], Line]
"""Writes a line from its category, its name and what is multiplied."""


def amount_of(planned: OneOff | Works | Incentive, size: Size) -> tuple[Factor, Factor]:
    """Give the factors of a planned amount: how much there is of what it is per, and the amount per each."""
    per = planned.per
    return Factor(SIZE_NAMES[per], size.per(per), per), Factor(f"amount per {per}", planned.amount, "money")


def with_contingency(planned: OneOff | Works, stay: Stay, heading: Category, write: Write) -> list[Line]:
    """Write the line of something planned and, under a heading of its own, the contingency on it where there is one."""
    factors = amount_of(planned, stay.size)
    line = write(planned.category, planned.name, factors)
    contingency = stay.option.contingency
    if not planned.contingency or is_nothing(contingency):
        return [line]
    name = f"Contingency on {planned.name[:1].lower()}{planned.name[1:]}"
    return [line, write(heading, name, (*factors, Factor("contingency", contingency, "fraction")))]
