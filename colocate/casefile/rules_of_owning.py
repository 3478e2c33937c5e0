"""What must hold in what a case says of owned premises: spending that adds up, loans paid back, sales with a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from colocate.case import Option
from colocate.case.owning import CapitalCharge, Loan, Works
from colocate.casefile.faults import Fault, fault_at
from colocate.casefile.limits import beyond_limits
from colocate.casefile.walk import Place, Survey, records_of
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


def _loan(place: Place, _read: Survey) -> Iterator[Fault]:
    written = place.written
    term, grace = written.get("term_years"), written.get("grace_years", 0)
    beyond = [fault for key in ("term_years", "grace_years") for fault in beyond_limits(place, key)]
    if beyond:
        yield beyond[0]
        return
    if isinstance(term, int) and isinstance(grace, int) and grace >= term:
        yield fault_at(
            place.at("grace_years"),
            "{grace} years of grace leave no instalment in {term} years",
            "Grace is a part of the term: make it shorter",
            grace=grace,
            term=term,
        )
    if written.get("grace_interest") == "capitalised" and grace == 0:
        yield fault_at(
            place.at("grace_interest"), "there is no grace in which interest could be added", "State grace_years"
        )


def _capital_charge(place: Place, _read: Survey) -> Iterator[Fault]:
    yield from beyond_limits(place, "years")


def _option(place: Place, _read: Survey) -> Iterator[Fault]:
    """A sale has a month or follows a move; what is left at the horizon has a driver only where it is there."""
    for number, sale in enumerate(records_of(place.written.get("sales"))):
        here = f"{place.path}.sales[{number}]"
        if "month" not in sale and "move" not in place.written:
            yield fault_at(
                f"{here}.month", "is missing", "Due where the option moves out of nothing: the month of the sale"
            )
        if "month" in sale and "months_after" in sale:
            yield fault_at(
                f"{here}.months_after",
                "stands beside a month",
                "State the month of the sale, or the months from moving out to it",
            )
    if place.written.get("residual_driver") and "residual_value" not in place.written:
        yield fault_at(
            place.at("residual_driver"), "has no residual value to drive", "State residual_value, or take it out"
        )


RULES_OF_OWNING: dict[type, tuple[Rule, ...]] = {
    Option: (_option,),
    Works: (_works,),
    Loan: (_loan,),
    CapitalCharge: (_capital_charge,),
}
