"""Who gains and who bears: the difference from the baseline by payer, and how much of a saving is only a shift."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.model.expected import Expected, OptionExpected
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.model.totals import BOOKS, VIEWS, View, present_amounts

PAYERS = BOOKS["everyone"]


@dataclass(frozen=True)
class Shift:
    """Present values of option less baseline: by payer, what all of them bear, and what only changes books."""

    by_payer: dict[str, float]
    everyone: float
    shifted: float


def shift(outcome: Outcome | Expected, option_id: str, view: View = "cash") -> Shift:
    """Split the difference from the baseline by payer (method, section 12).

    `shifted` is the smaller of the agency's saving and what those others bear more whose cost rises; what a third one
    saves does not make it less of a burden to them.
    """
    before, after = (_by_payer(option, view) for option in (outcome.baseline, outcome.option(option_id)))
    change = {payer: after[payer] - before[payer] for payer in PAYERS}
    burdened = sum(max(amount, 0.0) for payer, amount in change.items() if payer != "agency")
    return Shift(change, sum(change.values()), max(0.0, min(-change["agency"], burdened)))


def present_by_category(outcome: Outcome, option: OptionOutcome, book: str, view: View) -> dict[str, float]:
    """Give the present value of each category in a book; what the waterfall from baseline to option is made of."""
    found: dict[str, float] = {}
    for line in option.lines:
        if line.payer in BOOKS[book] and line.nature in VIEWS[view]:  # type: ignore[index]
            value = float(present_amounts(line, outcome.prices).sum(axis=0)[0])
            found[line.category] = found.get(line.category, 0.0) + value
    return found


def _by_payer(option: OptionOutcome | OptionExpected, view: View) -> dict[str, float]:
    found = dict.fromkeys(PAYERS, 0.0)
    for (payer, nature), value in option.present_by_payer.items():
        if nature in VIEWS[view]:
            found[payer] += float(value[0])
    return found
