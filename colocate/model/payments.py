"""Payments that have dates of their own within each year, such as instalments of a loan or the months of works."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.quantity import Array
from colocate.units import MONTHS_PER_YEAR


@dataclass(frozen=True)
class Payments:
    """When the money of a line falls in each year, and what it is worth; shapes `(years, 1 or draws)`.

    `months` has the month of what is paid in a year, the mean over its payments by their amounts; `discount` brings the
    amount of a year to the decision date, each payment from its own date. Of a year without a payment they are the
    middle of the year, and 1.
    """

    months: Array
    discount: Array


def payments(amounts: Array, present: Array, dated: Array) -> Payments:
    """Give the payments of a line from what it pays in each year, costs and receipts alike above 0.

    `amounts` is what is paid in a year, `present` the same at the decision date, and `dated` the sum of each payment
    times its month; shapes `(years, 1 or draws)`.

    Two payments of 50 in the first year, in months 3 and 9, at a rate of 0:

    >>> found = payments(np.array([[100.0]]), np.array([[100.0]]), np.array([[600.0]]))
    >>> found.months.tolist(), found.discount.tolist()
    ([[6.0]], [[1.0]])
    """
    paid = amounts != 0
    whole = np.where(paid, amounts, 1.0)
    middles = MONTHS_PER_YEAR * (np.arange(float(len(amounts)))[:, None] + 0.5)
    return Payments(
        months=np.asanyarray(np.where(paid, dated / whole, middles)),
        discount=np.asanyarray(np.where(paid, present / whole, 1.0)),
    )
