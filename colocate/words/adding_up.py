"""Parts and their whole as they are shown together: whoever adds the parts finds the whole, to its last unit.

A difference is that of the two amounts shown; its parts are rounded to the unit of those amounts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.cost_headings import Step, steps
from colocate.analysis.money.shift import Shift
from colocate.analysis.rounding import parts_to, rounded_parts
from colocate.model.expected import Expected, OptionExpected
from colocate.model.totals import HEADLINE, Reading
from colocate.words.numbers import shown, shown_difference, unit_shown

CARRIED = 0.5
"""What others bear takes up the rounding of two totals where that is less than this part of it."""


@dataclass(frozen=True)
class OneOffs:
    """A one-off budget in whole units: the agency's by year, each payer's by year, and the agency's over all years."""

    agency: tuple[float, ...]
    payers: dict[str, tuple[float, ...]]
    total: float


def shown_steps(expected: Expected, option_id: str, reading: Reading = HEADLINE) -> tuple[Step, ...]:
    """Give the steps from the baseline's cost to an option's so that they add up to the difference of both as shown."""
    found = steps(expected, option_id, *reading)
    ends = [float(one.money[reading].present_value[0]) for one in (expected.option(option_id), expected.baseline)]
    amounts = parts_to([step.amount for step in found], shown_difference(*ends), min(map(unit_shown, ends)))
    return tuple(replace(step, amount=amount) for step, amount in zip(found, amounts, strict=True))


def shown_bridge(moves: Sequence[float], old: float, new: float, digits: int = 0) -> tuple[float, ...]:
    """Give moves from one amount to another so that they add up to their difference as shown, to so many decimals.

    >>> shown_bridge([10.4, 5.4], 100.0, 115.8)
    (11.0, 5.0)
    """
    unit = 10.0**-digits
    whole = round(new, digits) - round(old, digits)
    return tuple(round(one, digits) + 0.0 for one in parts_to(moves, round(whole, digits), unit))


def shown_shift(moved: Shift) -> Shift:
    """Give what each payer bears more or less so that all add up to what everyone does.

    The agency's change, and everyone's, are differences of what is shown. What the others bear is rounded to fit;
    where it is too little to take that up, it stays as it is, and everyone's change is the sum.
    """
    agency, everyone = (shown_difference(after, before) for before, after in (moved.agency_ends, moved.everyone_ends))
    others = {payer: amount for payer, amount in moved.by_payer.items() if payer != "agency"}
    unit = min(unit_shown(end) for end in (*moved.agency_ends, *moved.everyone_ends))
    rest, size = everyone - agency, sum(abs(amount) for amount in others.values())
    if abs(rest - sum(others.values())) <= CARRIED * size:
        others = dict(zip(others, parts_to(list(others.values()), rest, unit), strict=True))
    else:
        others = {payer: shown(amount) for payer, amount in others.items()}
        everyone = agency + sum(others.values())
    burdened = sum(max(amount, 0.0) for amount in others.values())
    by_payer = {payer: agency if payer == "agency" else others[payer] for payer in moved.by_payer}
    return replace(moved, by_payer=by_payer, everyone=everyone, shifted=max(0.0, min(-agency, burdened)))


def shown_one_offs(option: OptionExpected) -> OneOffs:
    """Give the one-off budget in whole units: funds add up to the agency's sum of a year, years to that of all."""
    agency = rounded_parts(one_off_budget(option)[:, 0].tolist())
    payers = {payer: amounts[:, 0].tolist() for payer, amounts in one_off_by_payer(option).items()}
    funds = [payer for payer in payers if payer.startswith("agency: ")]
    told: dict[str, list[float]] = {payer: [float(round(one)) for one in amounts] for payer, amounts in payers.items()}
    for year, whole in enumerate(agency):
        for fund, part in zip(funds, rounded_parts([payers[fund][year] for fund in funds], whole=whole), strict=True):
            told[fund][year] = part
    return OneOffs(agency, {payer: tuple(amounts) for payer, amounts in told.items()}, sum(agency))
