"""When rent and charges are paid: period after period, in advance or in arrears (method, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from colocate.case.premises import Lease
from colocate.case.spending import Income, RunningCost
from colocate.model.payments import Payments, payments
from colocate.model.prices import Prices
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_OF_PERIOD, MONTHS_PER_YEAR


@dataclass(frozen=True)
class Due:
    """Payments of a period's length each, from a first day to the last that is paid for.

    A budget year meets one period more than go into a year, as the first may have begun before it; these parts are the
    slices, in order of time.
    """

    months: int
    in_advance: bool
    first_day: Figure
    last_day: Figure
    prices: Prices

    @property
    def _a_year(self) -> int:
        return int(MONTHS_PER_YEAR) // self.months + 1

    @property
    def _begins(self) -> Array:
        """Return the month when the period of each slice begins; shape `(years, slices a year, 1 or draws)`."""
        year_begins = MONTHS_PER_YEAR * np.arange(float(self.prices.horizon_years))[:, None, None]
        first_day = np.atleast_1d(self.first_day)
        before = np.floor((year_begins - first_day) / self.months)
        begins: Array = first_day + self.months * (before + np.arange(float(self._a_year))[:, None])
        return begins

    def edges(self, start: Figure, end: Figure) -> Array:
        """Give the months at which slices begin and end, held within [start, end); shape `(slices + 1, 1 or draws)`."""
        years = self.prices.horizon_years
        year_begins = MONTHS_PER_YEAR * np.arange(float(years))[:, None, None]
        within = np.minimum(np.maximum(self._begins, year_begins), year_begins + MONTHS_PER_YEAR)
        slices = np.concatenate([within.reshape(years * self._a_year, -1), np.full((1, within.shape[2]), 12.0 * years)])
        held: Array = np.minimum(np.maximum(slices, start), np.maximum(end, start))
        return held

    def paid(self, slices: Array) -> Payments:
        """Give the payments of what each slice comes to, shape `(slices, 1 or draws)`."""
        begins = self._begins
        dates = begins if self.in_advance else begins + self.months
        dates = np.minimum(np.maximum(dates, 0.0), self.last_day)
        amounts = slices.reshape(*begins.shape[:2], -1)
        present = amounts * self.prices.discount_at(dates.reshape(len(slices), -1)).reshape(*begins.shape[:2], -1)
        return payments(amounts.sum(axis=1), present.sum(axis=1), (amounts * dates).sum(axis=1))

    def of_time(self, start: Figure, end: Figure) -> Payments:
        """Give the payments of what runs evenly over the months [start, end)."""
        edges = self.edges(start, end)
        return self.paid(edges[1:] - edges[:-1])


def due_of(of: Lease | RunningCost | Income, first_day: Figure, last_day: Figure, prices: Prices) -> Due | None:
    """Give when a lease's rent and charges, a running cost or an income are paid; None where no payments are stated."""
    if not of.payments:
        return None
    return Due(MONTHS_OF_PERIOD[of.payments], of.in_advance, first_day, last_day, prices)


def dates_of(runs: RunningCost | Income, start: Figure, end: Figure, prices: Prices) -> Payments | None:
    """Give the payments of what runs evenly over the months [start, end); None where no payments are stated."""
    due = due_of(runs, start, np.minimum(end, MONTHS_PER_YEAR * prices.horizon_years), prices)
    return None if due is None else due.of_time(start, end)


def paid_for(due: Due | None, slices: Callable[[Due], Array]) -> Payments | None:
    """Give the payments of slices, worked out only where there are dates; None where there are none."""
    return None if due is None else due.paid(slices(due))
