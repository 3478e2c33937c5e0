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
class Book:
    """Writes the lines of one option: holds what they have in common, so that a cost function states only its own."""

    option: str
    prices: Prices
    first_fund: str

    def recurring(
        self,
        category: Category,
        name: str,
        factors: tuple[Factor, ...],
        *,
        driver: str = "",
        currency: str = "",
        payer: Payer = "agency",
        fund: str = "",
        nature: Nature = "cash",
        one_time: bool = False,
        labour: bool = False,
        sign: float = 1.0,
    ) -> Line:
        """Write a line spread over its years; the exchange is added to the factors where there is one."""
        factors = self._with_exchange(factors, currency)
        amounts = sign * _product(factors, self.prices.horizon_years)
        fund = (fund or self.first_fund) if payer == "agency" else ""
        return Line(
            self.option, category, name, payer, fund, nature, one_time, labour, driver, factors, sign, None, amounts
        )

    def dated(
        self,
        category: Category,
        name: str,
        month: Figure,
        factors: tuple[Factor, ...],
        *,
        driver: str = "",
        currency: str = "",
        payer: Payer = "agency",
        fund: str = "",
        nature: Nature = "cash",
        labour: bool = False,
        sign: float = 1.0,
    ) -> Line:
        """Write a one-off in its month, grown by its driver to the budget year in which it falls."""
        prices = self.prices
        year = np.atleast_2d(year_of(month, prices.horizon_years))
        if driver:
            factors = (*factors, Factor("growth since the decision", in_year(prices.grown(driver), year), "index"))
        if currency and np.any(prices.converted(currency) != 1.0):
            factors = (*factors, Factor("rate of exchange", in_year(prices.converted(currency), year), "exchange"))
        factors = (*factors, Factor("falls in this year", falls_in(month, prices.horizon_years), "1 or 0"))
        amounts = sign * _product(factors, prices.horizon_years)
        fund = (fund or self.first_fund) if payer == "agency" else ""
        return Line(
            self.option, category, name, payer, fund, nature, True, labour, driver, factors, sign, month, amounts
        )

    def growth(self, driver: str) -> Factor:
        """Give the factor by which a recurring amount has grown in each year."""
        return Factor("growth since the decision", self.prices.grown(driver), "index")

    def _with_exchange(self, factors: tuple[Factor, ...], currency: str) -> tuple[Factor, ...]:
        rates = self.prices.converted(currency)
        if not currency or not np.any(rates != 1.0):
            return factors
        return (*factors, Factor("rate of exchange", rates, "exchange"))


def _product(factors: tuple[Factor, ...], horizon_years: int) -> Array:
    single: Figure = 1.0
    by_year: Array | None = None
    for factor in factors:
        if np.ndim(factor.value) == 2:
            by_year = factor.value if by_year is None else by_year * factor.value  # type: ignore[assignment]
        else:
            single = single * factor.value
    amounts = np.ones((horizon_years, 1)) if by_year is None else by_year
    return np.broadcast_to(amounts * single, np.broadcast_shapes((horizon_years, 1), np.shape(amounts * single)))
