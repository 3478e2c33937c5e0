"""A line of the result: one cost of one option, by year, with everything an auditor needs to follow it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.case.spending import OneOffCategory, Payer, RunningCategory
from colocate.prices import Prices
from colocate.quantity import Array, Figure
from colocate.timeline import falls_in, in_year, year_of

Nature = Literal["cash", "efficiency", "in kind"]
DerivedCategory = Literal[
    "rent",
    "service charge",
    "holdover",
    "double rent",
    "exit penalty",
    "restoration",
    "deposit",
    "contingency",
    "contributions",
    "residual value",
    "tenants elsewhere",
    "back office saving",
    "back office fee",
    "back office transition",
    "coordinators",
    "staff travel time",
    "fares",
    "value in kind",
]
Category = DerivedCategory | RunningCategory | OneOffCategory

CATEGORIES: tuple[Category, ...] = (
    "rent",
    "service charge",
    "holdover",
    "utilities",
    "cleaning",
    "maintenance",
    "security",
    "insurance",
    "ict",
    "common services",
    "other running",
    "double rent",
    "exit penalty",
    "restoration",
    "deposit",
    "fit-out",
    "furniture",
    "moving",
    "ict set-up",
    "security compliance",
    "project management",
    "contribution to the house",
    "other one-off",
    "contingency",
    "contributions",
    "residual value",
    "back office saving",
    "back office fee",
    "back office transition",
    "coordinators",
    "staff travel time",
    "fares",
    "tenants elsewhere",
    "value in kind",
)
"""Every category, in the order in which results show them."""


@dataclass(frozen=True)
class Factor:
    """One of the figures that a line multiplies: a single figure, or one by year (`(years, 1 or draws)`)."""

    name: str
    value: Figure
    unit: str


@dataclass(frozen=True)
class Line:
    """One cost of one option over `years`.

    `month` dates a one-off (a figure, or one per draw); it is None where amounts are spread over their years.
    `multiplied` holds the factors, but for the year in which a one-off falls. `sign` is -1 for receipts and savings,
    whose factors are above 0 all the same.
    """

    option: str
    category: Category
    name: str
    payer: Payer
    fund: str
    nature: Nature
    one_time: bool
    labour: bool
    driver: str
    multiplied: tuple[Factor, ...]
    sign: float
    month: Figure | None
    years: int

    @property
    def factors(self) -> tuple[Factor, ...]:
        """Return all factors, whose product (times the sign) is the amount of each year."""
        if self.month is None:
            return self.multiplied
        return (*self.multiplied, Factor("falls in this year", falls_in(self.month, self.years), "1 or 0"))

    @property
    def amounts(self) -> Array:
        """Return what the line comes to, shape `(years, 1 or draws)`, in the case's currency, costs above 0.

        Worked out when it is asked for: over draws only the sums of lines are kept.
        """
        return _spread(_product(self.factors, self.sign), self.years)

    @property
    def once(self) -> Array:
        """Return what a one-off comes to in its month, shape `(1 or draws,)`; of a spread line, what it is a year."""
        once: Array = _product(self.multiplied, self.sign)[0]
        return once

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
        """Tell this line from every other of the case."""
        return (self.option, self.category, self.name, self.payer, self.fund, self.nature)

    @property
    def formula(self) -> str:
        """Write the line's formula in words."""
        words = " x ".join(factor.name for factor in self.factors)
        return words if self.sign > 0 else f"minus ({words})"


@dataclass(frozen=True)
class Terms:
    """What a line is besides its formula: who pays, from what, in which currency, and how it counts."""

    driver: str = ""
    currency: str = ""
    payer: Payer = "agency"
    fund: str = ""
    nature: Nature = "cash"
    one_time: bool = False
    labour: bool = False
    sign: float = 1.0


@dataclass(frozen=True)
class Book:
    """Writes the lines of one option: holds what they have in common, so that a cost function states only its own."""

    option: str
    prices: Prices
    first_fund: str

    def recurring(self, category: Category, name: str, factors: tuple[Factor, ...], terms: Terms) -> Line:
        """Write a line spread over its years; the exchange is added to the factors where there is one."""
        if self.prices.is_foreign(terms.currency):
            rates = self.prices.converted(terms.currency)
            factors = (*factors, Factor("rate of exchange", rates, "exchange"))
        return self._line(category, name, None, factors, terms)

    def dated(self, category: Category, name: str, month: Figure, factors: tuple[Factor, ...], terms: Terms) -> Line:
        """Write a one-off in its month, grown by its driver to the budget year in which it falls."""
        prices = self.prices
        year = np.atleast_2d(year_of(month, prices.horizon_years))
        if terms.driver:
            index = in_year(prices.grown(terms.driver), year)
            factors = (*factors, Factor("growth since the decision", index, "index"))
        if prices.is_foreign(terms.currency):
            rates = in_year(prices.converted(terms.currency), year)
            factors = (*factors, Factor("rate of exchange", rates, "exchange"))
        return self._line(category, name, month, factors, terms)

    def growth(self, driver: str) -> Factor:
        """Give the factor by which a recurring amount has grown in each year."""
        return Factor("growth since the decision", self.prices.grown(driver), "index")

    def _line(
        self, category: Category, name: str, month: Figure | None, factors: tuple[Factor, ...], terms: Terms
    ) -> Line:
        return Line(
            option=self.option,
            category=category,
            name=name,
            payer=terms.payer,
            fund=(terms.fund or self.first_fund) if terms.payer == "agency" else "",
            nature=terms.nature,
            one_time=terms.one_time or month is not None,
            labour=terms.labour,
            driver=terms.driver,
            multiplied=factors,
            sign=terms.sign,
            month=month,
            years=self.prices.horizon_years,
        )


def _product(factors: tuple[Factor, ...], sign: float) -> Array:
    """Multiply the single figures first: they are one number or one per draw, and the paths one by year as well."""
    single: Figure = sign
    paths = []
    for factor in factors:
        if isinstance(factor.value, np.ndarray) and factor.value.ndim == 2:
            paths.append(factor.value)
        else:
            single = single * factor.value
    amounts: Array = paths[0] * single if paths else np.atleast_2d(np.asanyarray(single))
    for path in paths[1:]:
        amounts = _times(amounts, path)
    return amounts


def _times(ours: Array, path: Array) -> Array:
    """Multiply in place where the shapes allow: memory that is at hand is many times faster than new memory."""
    fits = all(theirs in (1, mine) for mine, theirs in zip(ours.shape, path.shape, strict=True))
    return np.multiply(ours, path, out=ours) if fits else ours * path


def _spread(amounts: Array, years: int) -> Array:
    return amounts if amounts.shape[0] == years else np.broadcast_to(amounts, (years, amounts.shape[1]))
