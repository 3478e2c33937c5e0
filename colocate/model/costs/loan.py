"""Loans: what is received, interest, repayment, and what is still owed at the horizon (method, section 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from colocate.case.owning import Loan
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import Stay
from colocate.model.payments import Payments, payments
from colocate.model.prices import Prices
from colocate.model.recording.telling import told_shorter
from colocate.model.timeline import in_year
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_OF_PERIOD, MONTHS_PER_YEAR


@dataclass(frozen=True)
class Instalments:
    """A loan of 1, instalment by instalment; `balance` is what is owed after each, beginning with the day it is drawn.

    `interest` and `repayment` are what each pays. Shapes `(instalments, 1 or draws)`, `balance` one row more.
    """

    interest: Array
    repayment: Array
    balance: Array


def loan_lines(stay: Stay, book: Book) -> list[Line]:
    """Write the lines of an option's loans, those of a lender who has a book in the lender's book as well."""
    lines = []
    for loan in stay.option.loans:
        lines += _loan(loan, stay.shifted(loan.month, loan.shifts_with_delay), book)
    return lines


def instalments(loan: Loan, most: int) -> Instalments:
    """Work out the first instalments of a loan of 1, `most` at most."""
    a_year = _a_year(loan)
    whole, grace = a_year * loan.term_years, a_year * loan.grace_years
    number = np.arange(min(whole, most) + 1.0)[:, None]
    waiting, repaid = np.minimum(number, grace), np.maximum(number - grace, 0.0)
    log = np.atleast_1d(_log_rate(loan))
    begun: Array = np.exp(waiting * log) if loan.grace_interest == "capitalised" else np.ones_like(waiting)
    balance = begun * (1.0 - _repaid_part(repaid, whole - grace, log if loan.instalments == "equal" else 0.0 * log))
    interest = np.expm1(log) * balance[:-1]
    in_grace = number[1:] <= grace
    if loan.grace_interest == "capitalised":
        interest = np.where(in_grace, 0.0, interest)
    repayment = np.where(in_grace, 0.0, balance[:-1] - balance[1:])
    return Instalments(np.asanyarray(interest), np.asanyarray(repayment), np.asanyarray(balance))


def _a_year(loan: Loan) -> int:
    """Give the number of instalments a year."""
    return int(MONTHS_PER_YEAR) // MONTHS_OF_PERIOD[loan.frequency]


def _log_rate(loan: Loan) -> Figure:
    """Give ln(1 + i), with i the interest of the period between two instalments."""
    a_year = _a_year(loan)
    log: Figure = np.log1p(loan.rate) / a_year if loan.rate_is == "effective" else np.log1p(loan.rate / a_year)
    return log


def _repaid_part(repaid: Array, instalments_due: int, log: Array) -> Array:
    """Give the part of the loan that is repaid after so many instalments: ((1 + i)^k - 1) / ((1 + i)^N - 1).

    `log` is ln(1 + i) a period; at 0 the part is k / N, as where each instalment repays the same.
    """
    level = np.asanyarray(log == 0.0)
    safe = np.where(level, 1.0, log)
    part: Array = np.where(level, repaid / instalments_due, np.expm1(repaid * safe) / np.expm1(instalments_due * safe))
    return part


def _loan(loan: Loan, drawn: Figure, book: Book) -> list[Line]:
    prices = book.prices
    horizon, period = MONTHS_PER_YEAR * prices.horizon_years, MONTHS_OF_PERIOD[loan.frequency]
    each = instalments(loan, int(horizon) // period)
    months = np.atleast_1d(drawn) + period * np.arange(1.0, len(each.interest) + 1.0)[:, None]
    principal = (Factor("principal", loan.principal, "money"),)
    discount = prices.discount_at(months)
    interest, interest_paid = summed_by_year(each.interest, months, discount, period, prices.horizon_years)
    repaid, repayment_paid = summed_by_year(each.repayment, months, discount, period, prices.horizon_years)
    of_interest = (*principal, Factor("interest of the year, per unit borrowed", interest, "fraction"))
    of_repayment = (*principal, Factor("repayment of the year, per unit borrowed", repaid, "fraction"))
    of_rest = (
        *principal,
        Factor("still owed, per unit borrowed", still_owed(each, months, loan, drawn, prices), "fraction"),
    )
    received, at_horizon = book.moment(drawn), book.moment(horizon)

    def written(name: str, terms: Terms) -> list[Line]:
        back = replace(terms, sign=-terms.sign)
        return [
            book.dated("loan received", name, received, principal, terms),
            book.paid("interest", f"{name}, interest", interest_paid, of_interest, back),
            book.paid("loan repayment", f"{name}, repayment", repayment_paid, of_repayment, back),
            book.dated("loan still owed", f"{name}, still owed", at_horizon, of_rest, back),
        ]

    ours = written(loan.name, Terms(currency=loan.currency, fund=loan.fund, sign=-1.0))
    if loan.lender == "bank":
        return ours
    return [*ours, *written(f"{loan.name}, lent", Terms(currency=loan.currency, payer=loan.lender))]


@told_shorter("summed by year")
def summed_by_year(amounts: Array, months: Array, discount: Array, period: int, years: int) -> tuple[Array, Payments]:
    """Add payments in arrears up by budget year, shape `(years, 1 or draws)`, and give their dates.

    Amounts, months (above 0) and what discounts them have a row for each payment: `period` months lie between two of
    them, and they fill whole years from the first. One that falls as a year ends is of that year, whose period it
    closes; those beyond the years count nothing.
    """
    began = np.ceil(months[0] / MONTHS_PER_YEAR) - 1.0
    in_first = np.floor((MONTHS_PER_YEAR * (began + 1.0) - months[0]) / period) + 1.0
    # In every twelve months from the first payment on, a budget year ends after the same number of payments.
    before = (np.arange(int(MONTHS_PER_YEAR) // period)[:, None] < in_first).astype(np.float64)
    row = np.minimum(np.maximum(np.arange(years)[:, None] - began + 1.0, 0.0), len(amounts) / len(before) + 2.0)
    found = [in_year(_joined(one, before), row) for one in (amounts, amounts * discount, amounts * months)]
    return found[0], payments(*found)


def _joined(amounts: Array, before: Array) -> Array:
    """Add rows up by the budget years that they fall in, from the first of them, with a row of 0 on either side.

    `before` is 1 for the payments of twelve months that fall before a budget year ends, and 0 for those after.
    """
    twelves = amounts.reshape(-1, len(before), amounts.shape[1])
    ending, beginning = (np.einsum("ji...,i...->j...", twelves, part) for part in (before, 1.0 - before))
    none = np.zeros((1, ending.shape[1]))
    joined: Array = np.concatenate([none, ending, none, none]) + np.concatenate([none, none, beginning, none])
    return joined


def still_owed(each: Instalments, months: Array, loan: Loan, drawn: Figure, prices: Prices) -> Array:
    """Give what is owed at the horizon of a loan of 1, with the interest since the last instalment; `(1 or draws,)`.

    Nothing is owed of a loan that would be drawn after the horizon.
    """
    horizon = MONTHS_PER_YEAR * prices.horizon_years
    begun = np.atleast_1d(drawn)
    paid = np.sum(months <= horizon, axis=0)
    since = (horizon - begun) / MONTHS_OF_PERIOD[loan.frequency] - paid
    owed: Array = in_year(each.balance, paid[None])[0] * np.exp(since * _log_rate(loan)) * (begun <= horizon)
    return owed
