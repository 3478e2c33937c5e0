"""A line of the result: one cost of one option, by year, with everything an auditor needs to follow it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """One cost of one option. `amounts` has shape `(years, 1 or draws)`, in the case's currency, costs above 0.

    `month` dates a one-off (a figure, or one per draw); it is None where amounts are spread over their years.
    `sign` is -1 for receipts and savings, whose factors are above 0 all the same.
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
    factors: tuple[Factor, ...]
    sign: float
    month: Figure | None
    amounts: Array

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
        factors = (*factors, Factor("falls in this year", falls_in(month, prices.horizon_years), "1 or 0"))
        return self._line(category, name, month, factors, replace(terms, one_time=True))

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
            one_time=terms.one_time,
            labour=terms.labour,
            driver=terms.driver,
            factors=factors,
            sign=terms.sign,
            month=month,
            amounts=terms.sign * _product(factors, self.prices.horizon_years),
        )


def _product(factors: tuple[Factor, ...], horizon_years: int) -> Array:
    """Multiply the single figures first: they are one number or one per draw, and the paths one by year as well."""
    single: Figure = 1.0
    by_year: Array | None = None
    for factor in factors:
        if isinstance(factor.value, np.ndarray) and factor.value.ndim == 2:
            by_year = factor.value if by_year is None else by_year * factor.value
        else:
            single = single * factor.value
    amounts: Array = (np.ones((horizon_years, 1)) if by_year is None else by_year) * single
    if amounts.shape[0] == horizon_years:
        return amounts
    return np.broadcast_to(amounts, (horizon_years, amounts.shape[1]))
