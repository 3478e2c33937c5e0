"""What money is worth over the years of a case: growth by driver, rates of exchange, and the discount rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from colocate.case import Case
from colocate.model.finance import discount_factors, equivalent_annual_cost, nominal_rate
from colocate.model.timeline import by_year, growth_index, growth_path, in_year, placed
from colocate.quantity import Array, Figure
from colocate.units import MONTHS_PER_YEAR

TIMING_IN_YEAR = {"start": 0.0, "mid": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Moment:
    """When a one-off falls: its month as a figure, and what follows from it, each of shape `(1 or draws,)`.

    `year` is its budget year, `counts` 1 where it lies within the horizon and 0 elsewhere, `discount` what brings an
    amount to the decision date.
    """

    month: Figure
    year: npt.NDArray[np.intp]
    counts: Array
    discount: Array

    @cached_property
    def falls(self) -> tuple[int, Array]:
        """Return the first budget year in which the month may fall, and 1 where it does, from that year on.

        The second has a row for each year to the last that it may be; shape `(rows, 1 or draws)`.
        """
        first, last = int(self.year.min()), int(self.year.max())
        return first, np.asanyarray(np.arange(first, last + 1)[:, None] == self.year) * self.counts


@dataclass(frozen=True)
class Prices:
    """Nominal paths by budget year; every array has shape `(years, 1 or draws)`.

    `growth` and `index` are by driver; `exchange` by currency code is units of the case's currency for one unit of
    that one; `discount` brings money spread over a year to the decision date; `annuity` is the equal amount a year that
    1 at the decision date comes to; `inflation` is there only where the case states real rates. `discount_rate` is that
    of the first year; `rates` are those of all years where they differ, None where they do not.
    """

    horizon_years: int
    growth: Mapping[str, Array]
    index: Mapping[str, Array]
    exchange: Mapping[str, Array]
    own_currency: str
    discount_rate: Figure
    rates: Array | None
    timing_in_year: float
    discount: Array
    annuity: Figure
    inflation: Figure | None

    def moment(self, month: Figure) -> Moment:
        """Return what a month means to a one-off that falls in it."""
        when = np.atleast_1d(month)
        year, counts = placed(when, self.horizon_years)
        return Moment(month, year, counts, self.discount_at(when))

    def discount_at(self, month: Figure) -> Array:
        """Return what brings an amount of a month to the decision date; the draws are on the last axis.

        Within a year money is discounted at the rate of that year.
        """
        months = np.atleast_1d(month)
        if self.rates is None:
            factor: Array = np.exp(-months / MONTHS_PER_YEAR * self._log_rate)
            return factor
        year, _ = placed(months, self.horizon_years)
        within = months / MONTHS_PER_YEAR - year
        return np.exp(-(in_year(self._log_before, year) + within * in_year(self._log_rates, year)))

    @cached_property
    def _log_rate(self) -> Figure:
        """Return what one year discounts, as a logarithm."""
        rate: Figure = np.log1p(self.discount_rate)
        return rate

    @cached_property
    def _log_rates(self) -> Array:
        """Return what each year discounts, as a logarithm; shape `(years, 1 or draws)`."""
        rates: Array = np.log1p(np.asanyarray(self.rates))
        return rates

    @cached_property
    def _log_before(self) -> Array:
        """Return what the years before each discount together, as a logarithm; shape `(years, 1 or draws)`."""
        return np.cumsum(self._log_rates, axis=0) - self._log_rates

    def nominal(self, rate: Figure) -> Figure:
        """Turn a rate of the case into a nominal one: the one place where inflation enters."""
        return rate if self.inflation is None else (1.0 + rate) * (1.0 + self.inflation) - 1.0

    def grown(self, driver: str) -> Array:
        """Return the driver's index by year; a line that needs no driver has one that stays at 1."""
        return self.index[driver] if driver else np.ones((self.horizon_years, 1))

    def is_foreign(self, currency: str) -> bool:
        """Tell whether amounts in this currency must be converted; an empty code means the case's own."""
        return currency not in ("", self.own_currency)

    def converted(self, currency: str) -> Array:
        """Return units of the case's currency for one unit of this one, by year."""
        return self.exchange[currency]


def prices_of(case: Case) -> Prices:
    """Lay the case's drivers, currencies and discount rate over its years, all in nominal terms."""
    years = case.horizon_years
    inflation = case.discounting.inflation if case.discounting.rates == "real" else None
    growth = {}
    for driver in case.drivers:
        path = growth_path(driver.growth, years)
        growth[driver.id] = path if inflation is None else (1.0 + path) * (1.0 + inflation) - 1.0
    exchange = {
        currency.code: 1.0 / (currency.rate * growth_index(growth_path(currency.change, years)))
        for currency in case.currencies
    }
    rate = case.discounting.rate if inflation is None else nominal_rate(case.discounting.rate, inflation)
    timing = TIMING_IN_YEAR[case.discounting.timing]
    prices = Prices(
        horizon_years=years,
        growth=growth,
        index={driver: growth_index(path) for driver, path in growth.items()},
        exchange=exchange,
        own_currency=case.currency,
        discount_rate=rate,
        rates=None,
        timing_in_year=timing,
        discount=np.asanyarray(discount_factors(rate, np.arange(float(years))[:, None] + timing)),
        annuity=equivalent_annual_cost(1.0, rate, float(years)),
        inflation=inflation,
    )
    return prices if not case.discounting.rate_from else _at_rates_by_year(prices, case)


def _at_rates_by_year(prices: Prices, case: Case) -> Prices:
    """Give the prices of a case whose discount rate changes with the years.

    The annuity is what 1 comes to in equal amounts at the end of each year, as with one rate.
    """
    years = prices.horizon_years
    later = ((one.from_year, prices.nominal(one.rate)) for one in case.discounting.rate_from)
    rates = np.asanyarray(by_year(prices.discount_rate, later, years))
    changed = replace(prices, rates=rates)
    begins = MONTHS_PER_YEAR * np.arange(float(years))[:, None]
    return replace(
        changed,
        discount=changed.discount_at(begins + MONTHS_PER_YEAR * prices.timing_in_year),
        annuity=1.0 / np.exp(-np.cumsum(changed._log_rates, axis=0)).sum(axis=0),
    )
