"""Cost categories under a few headings that a reader can take in at once, and the steps between two options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import numpy as np

from colocate.analysis.money.shift import present_by_category
from colocate.case.owning import WorksCategory
from colocate.case.spending import OneOffCategory, RunningCategory
from colocate.model.costs.line import Category, DisruptionCategory
from colocate.model.expected import Expected, OptionExpected
from colocate.model.totals import HEADLINE, BookName, View, by_category
from colocate.quantity import Array

GROUPS: dict[str, tuple[Category, ...]] = {
    "Rent and service charge": ("rent", "service charge", "holdover"),
    "Running costs": get_args(RunningCategory),
    "Income": ("income",),
    "Start and end of leases": (
        "double rent",
        "exit penalty",
        "surrender premium",
        "restoration",
        "deposit",
        "incentives",
    ),
    "Fit-out and moving": (*get_args(OneOffCategory), "contingency"),
    "Buying and building": (*get_args(WorksCategory), "contingency on works"),
    "Contributions received": ("contributions",),
    "Loans": ("loan received", "interest", "loan repayment", "loan still owed"),
    "Capital charge": ("capital charge",),
    "Sale of a building": ("sale", "costs of sale"),
    "Residual value": ("residual value",),
    "Shared back office": ("back office saving", "back office fee", "back office transition"),
    "National Coordinators": ("coordinators",),
    "Staff travel": ("staff travel time", "fares"),
    "Disruption by moving": get_args(DisruptionCategory),
    "Other tenants' costs": ("tenants elsewhere",),
    "Value in kind": ("value in kind",),
}
"""Every category stands in one heading, in the order in which charts show them."""

GROUP_OF: dict[str, str] = {category: group for group, categories in GROUPS.items() for category in categories}

OTHER = "Other"
MOST_STEPS = 6
ROUNDING = 1e-12
"""Part of the largest step below which a step is what rounding left, and none."""

SMALL = 0.02
"""Steps beyond the sixth, and those below 2 % of the largest, are told together."""


@dataclass(frozen=True)
class Step:
    """What a heading adds to the baseline's expected present value on the way to an option's; below 0 where less."""

    heading: str
    amount: float


def by_heading(option: OptionExpected, book: BookName, view: View) -> dict[str, Array]:
    """Add an option's lines up by heading and year, in the order of `GROUPS`; headings with nothing are left out."""
    found: dict[str, Array] = {}
    for category, amounts in by_category(option.lines, book, view).items():
        heading = GROUP_OF[category]
        found[heading] = found.get(heading, 0.0) + amounts
    return {heading: found[heading] for heading in GROUPS if heading in found and np.any(found[heading])}


def steps(
    expected: Expected, option_id: str, book: BookName = HEADLINE.book, view: View = HEADLINE.view
) -> tuple[Step, ...]:
    """Split an option's present value less the baseline's by heading, the largest first, small ones merged at the end.

    The steps add up to the difference of the two expected present values.
    """
    change = dict.fromkeys(GROUPS, 0.0)
    for option, sign in ((expected.option(option_id), 1.0), (expected.baseline, -1.0)):
        for category, value in present_by_category(option, book, view).items():
            change[GROUP_OF[category]] += sign * value
    largest = max(abs(amount) for amount in change.values())
    told = sorted(
        (Step(heading, amount) for heading, amount in change.items() if abs(amount) > ROUNDING * largest),
        key=lambda step: -abs(step.amount),
    )
    small = [step for place, step in enumerate(told) if place >= MOST_STEPS or abs(step.amount) < SMALL * largest]
    if len(small) < 2:
        return tuple(told)
    kept = [step for step in told if step not in small]
    return (*kept, Step(OTHER, sum(step.amount for step in small)))
