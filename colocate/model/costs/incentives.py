"""What landlords give for signing a lease: receipts of the agency that nobody in the case bears (method, section 4)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from colocate.case.premises import Incentive, Lease
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.planned import amount_of
from colocate.model.costs.premises import LeftPremises, OwnPremises, Stay
from colocate.model.prices import Moment
from colocate.model.timeline import in_year, is_path
from colocate.quantity import Figure


def incentive_lines(stay: Stay, book: Book, one_offs: Iterable[Line]) -> list[Line]:
    """Write the incentives of the option's own leases, and those of leases that it leaves which come before it goes.

    `one_offs` are the option's one-off lines, of which a landlord may pay the fit-out up to an amount.
    """
    lines = []
    for own in stay.own:
        lines += [_incentive(one, own, stay, book, one_offs) for one in own.lease.incentives]
    for left in stay.leaves:
        lines += [_before_leaving(one, left, book) for one in left.lease.incentives if one.kind == "allowance"]
    return lines


def _incentive(one: Incentive, own: OwnPremises, stay: Stay, book: Book, one_offs: Iterable[Line]) -> Line:
    lease, name = own.lease, own.named(one.name)
    moment = book.moment(stay.shifted(one.month, one.shifts_with_delay))
    if one.kind != "works":
        return book.dated("incentives", name, moment, amount_of(one, own.size), _terms(lease))
    size = own.size.per(one.per)
    then = in_year(size, moment.year[None])[0] if is_path(size) else size
    most = _in_own_currency(then * one.amount, lease.currency, moment, book)
    paid = Factor("fit-out that the landlord pays", np.minimum(_bill(one_offs), most), "money")
    return book.dated("incentives", name, moment, (paid,), _terms(lease, converted=True))


def _before_leaving(one: Incentive, left: LeftPremises, book: Book) -> Line:
    in_time: Figure = np.asanyarray(np.asanyarray(one.month) < left.moved_out, dtype=np.float64)
    factors = (*amount_of(one, left.size), Factor("comes before moving out", in_time, "1 or 0"))
    return book.dated("incentives", left.named(one.name), book.moment(one.month), factors, _terms(left.lease))


def _terms(lease: Lease, *, converted: bool = False) -> Terms:
    return Terms("", "" if converted else lease.currency, fund=lease.fund, sign=-1.0)


def _in_own_currency(amount: Figure, currency: str, moment: Moment, book: Book) -> Figure:
    """Turn an amount into the case's currency, at the rate of the year in which it falls."""
    if not book.prices.is_foreign(currency):
        return amount
    rate: Figure = in_year(book.prices.converted(currency), moment.year[None])[0]
    return amount * rate


def _bill(one_offs: Iterable[Line]) -> Figure:
    """Add up the agency's fit-out in cash, without contingency, in the case's currency."""
    total: Figure = 0.0
    for line in one_offs:
        if (line.category, line.payer, line.nature) == ("fit-out", "agency", "cash") and line.moment is not None:
            total = total + line.size_and_paths[0] * line.moment.counts
    return total
