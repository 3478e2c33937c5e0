"""Who gains and who bears: the difference from the baseline by payer, and how much of a saving is only a shift."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.model.expected import Expected, OptionExpected
from colocate.model.totals import BOOKS, VIEWS, BookName, View

PAYERS = BOOKS["everyone"]


@dataclass(frozen=True)
class Shift:
    """Expected present values of option less baseline: by payer, what all of them bear, and what only changes books.

    `shifted` is the part of the agency's saving that others bear; 0 where the agency saves nothing. The ends are what
    the agency, and everyone, bears under the baseline and under the option.
    """

    by_payer: dict[str, float]
    everyone: float
    shifted: float
    agency_ends: tuple[float, float]
    everyone_ends: tuple[float, float]


def shift(expected: Expected, option_id: str, view: View = "cash") -> Shift:
    """Split the difference from the baseline by payer (method, section 12).

    `shifted` is the smaller of the agency's saving and what those others bear more whose cost rises; what a third one
    saves does not make it less of a burden to them.
    """
    before, after = (_by_payer(option, view) for option in (expected.baseline, expected.option(option_id)))
    change = {payer: after[payer] - before[payer] for payer in PAYERS}
    burdened = sum(max(amount, 0.0) for payer, amount in change.items() if payer != "agency")
    return Shift(
        by_payer=change,
        everyone=sum(change.values()),
        shifted=max(0.0, min(-change["agency"], burdened)),
        agency_ends=(before["agency"], after["agency"]),
        everyone_ends=(sum(before.values()), sum(after.values())),
    )


def present_by_category(option: OptionExpected, book: BookName, view: View) -> dict[str, float]:
    """Give the expected present value of each category in a book, of which the steps between options are made."""
    found: dict[str, float] = {}
    for line in option.lines:
        if line.payer in BOOKS[book] and line.nature in VIEWS[view]:
            found[line.category] = found.get(line.category, 0.0) + float(line.present.sum())
    return found


def _by_payer(option: OptionExpected, view: View) -> dict[str, float]:
    found = dict.fromkeys(PAYERS, 0.0)
    for (payer, nature), value in option.present_by_payer.items():
        if nature in VIEWS[view]:
            found[payer] += float(value[0])
    return found
