"""The deposit of a lease: paid at its start, or before the decision, and back at its end (method, section 4)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from colocate.case.premises import Lease
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.quantity import Figure, is_nothing
from colocate.units import MONTHS_PER_YEAR


def deposit_lines(book: Book, lease: Lease, name: str, paid: Figure, back: Figure) -> list[Line]:
    """Write what is paid in the month `paid`, and what comes back in the month `back` or at the horizon."""
    if is_nothing(lease.deposit) and is_nothing(lease.deposit_carried):
        return []
    deposit = Factor("deposit", lease.deposit, "money")
    horizon = MONTHS_PER_YEAR * book.prices.horizon_years
    returned: Figure = np.minimum(back, horizon)
    in_time: Figure = np.asanyarray(np.asanyarray(paid) <= horizon, dtype=np.float64)
    comes_back = (deposit,) if lease.deposit_paid else (deposit, Factor("was paid by then", in_time, "1 or 0"))
    if lease.deposit_interest is not None:
        since: Figure = 0.0 if lease.deposit_paid else np.maximum(paid, 0.0)
        years = np.maximum(returned - since, 0.0) / MONTHS_PER_YEAR
        interest = (1.0 + book.prices.nominal(lease.deposit_interest)) ** years
        comes_back = (*comes_back, Factor("growth by interest", interest, "ratio"))
    terms = Terms(currency=lease.currency, fund=lease.fund)
    receipt = replace(terms, sign=-1.0)
    last = book.dated("deposit", f"{name}, back", book.moment(returned), comes_back, receipt)
    if lease.deposit_paid:
        return [last]
    if not is_nothing(lease.deposit_carried):
        deposit = Factor("deposit less what is carried over", lease.deposit - lease.deposit_carried, "money")
    return [book.dated("deposit", f"{name}, paid", book.moment(paid), (deposit,), terms), last]
