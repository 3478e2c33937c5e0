"""A line of the result: one cost of one option, by year, with everything an auditor needs to follow it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

import numpy as np

from colocate.case.owning import WorksCategory
from colocate.case.spending import OneOffCategory, Payer, RunningCategory
from colocate.model.payments import Payments
from colocate.model.prices import Moment, Prices
from colocate.model.timeline import falls_in, in_year, is_path
from colocate.quantity import Array, Figure

Nature = Literal["cash", "efficiency", "in kind"]
DerivedCategory = Literal[
    "rent",
    "service charge",
    "holdover",
    "income",
    "double rent",
    "exit penalty",
    "surrender premium",
    "restoration",
    "deposit",
    "incentives",
    "contingency",
    "contingency on works",
    "contributions",
    "residual value",
    "loan received",
    "interest",
    "loan repayment",
    "loan still owed",
    "capital charge",
    "sale",
    "costs of sale",
    "tenants elsewhere",
    "back office saving",
    "back office fee",
    "back office transition",
    "coordinators",
    "staff travel time",
    "fares",
    "value in kind",
]
DisruptionCategory = Literal[
    "days lost",
    "slower start",
    "replacing people",
    "work of vacant posts",
    "pay of vacant posts",
    "time between sites",
    "fares between sites",
]
Category = DerivedCategory | DisruptionCategory | RunningCategory | OneOffCategory | WorksCategory

CATEGORIES: tuple[Category, ...] = (
    "rent",
    "service charge",
    "holdover",
    *get_args(RunningCategory),
    "income",
    "double rent",
    "exit penalty",
    "surrender premium",
    "restoration",
    "deposit",
    "incentives",
    *get_args(OneOffCategory),
    "contingency",
    *get_args(WorksCategory),
    "contingency on works",
    "contributions",
    "loan received",
    "interest",
    "loan repayment",
    "loan still owed",
    "capital charge",
    "sale",
    "costs of sale",
    "residual value",
    "back office saving",
    "back office fee",
    "back office transition",
    "coordinators",
    "staff travel time",
    "fares",
    *get_args(DisruptionCategory),
    "tenants elsewhere",
    "value in kind",
)
"""Every category, in the order in which results show them."""


class Factor(NamedTuple):
    """One of the figures that a line multiplies: a single figure, or one by year (`(years, 1 or draws)`).

    A named tuple, as lines are: of a case's hundreds, a frozen dataclass would take a sixth of the central evaluation.
    """

    name: str
    value: Figure
    unit: str


class Line(NamedTuple):
    """One cost of one option over `years`.

    `moment` dates a one-off; it is None where amounts are spread over their years. `paid` tells when in each year they
    are paid, where that has dates of its own; it is None where the case's own timing of recurring money holds.
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
    moment: Moment | None
    years: int
    paid: Payments | None = None

    @property
    def month(self) -> Figure | None:
        """Return the month of a one-off, a figure or one per draw; None of a spread line."""
        return None if self.moment is None else self.moment.month

    @property
    def factors(self) -> tuple[Factor, ...]:
        """Return all factors, whose product (times the sign) is the amount of each year."""
        if self.moment is None:
            return self.multiplied
        return (*self.multiplied, Factor("falls in this year", falls_in(self.moment.month, self.years), "1 or 0"))

    @property
    def amounts(self) -> Array:
        """Return what the line comes to, shape `(years, 1 or draws)`, in the case's currency, costs above 0.

        Worked out when it is asked for: over draws only the sums of lines are kept.
        """
        factors = self.multiplied if self.moment is None else self.factors
        return _spread(_product(factors, self.sign), self.years)

    @property
    def size_and_paths(self) -> tuple[Figure, list[Array]]:
        """Return the single figures multiplied, with the sign, and the paths by year; their product is the amounts.

        A path has shape `(years, 1 or draws)`; a one-off has no paths but the year in which it falls.
        """
        single, paths = _parted(self.multiplied, self.sign)
        if self.moment is None:
            return single, paths
        for path in paths:  # a figure of the year in which the one-off falls
            single = single * path[0]
        return single, []

    @property
    def formula(self) -> str:
        """Write the line's formula in words."""
        words = " x ".join(factor.name for factor in self.factors)
        return words if self.sign > 0 else f"minus ({words})"


class LineKey(NamedTuple):
    """Tells a line from every other of the case: what it is, and which of those that are called alike (0, 1 ...)."""

    option: str
    category: Category
    name: str
    payer: Payer
    fund: str
    nature: Nature
    which: int


def keys_of(lines: Iterable[Line]) -> list[LineKey]:
    """Give the key of each of an option's lines, in their order; two lines of one name have two keys."""
    met: set[LineKey] = set()
    keys = []
    for line in lines:
        key = LineKey(line.option, line.category, line.name, line.payer, line.fund, line.nature, 0)
        while key in met:
            key = key._replace(which=key.which + 1)
        met.add(key)
        keys.append(key)
    return keys


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
    """Writes the lines of one option: holds what they have in common, so that a cost function states only its own.

    `growths` has the factor by which each driver, and no driver, has grown a recurring amount in each year.
    """

    option: str
    prices: Prices
    first_fund: str
    growths: Mapping[str, Factor]

    def recurring(self, category: Category, name: str, factors: tuple[Factor, ...], terms: Terms) -> Line:
        """Write a line spread over its years; the exchange is added to the factors where there is one."""
        if self.prices.is_foreign(terms.currency):
            rates = self.prices.converted(terms.currency)
            factors = (*factors, Factor("rate of exchange", rates, "exchange"))
        return self._line(category, name, None, factors, terms)

    def paid(
        self, category: Category, name: str, paid: Payments | None, factors: tuple[Factor, ...], terms: Terms
    ) -> Line:
        """Write a line spread over its years whose payments have dates of their own, where there are any."""
        return self.recurring(category, name, factors, terms)._replace(paid=paid)

    def dated(self, category: Category, name: str, moment: Moment, factors: tuple[Factor, ...], terms: Terms) -> Line:
        """Write a one-off in its month, grown by its driver to the budget year in which it falls.

        A factor by year is that of the same budget year.
        """
        prices, year = self.prices, moment.year[None]
        factors = tuple(
            factor._replace(value=in_year(factor.value, year)) if is_path(factor.value) else factor
            for factor in factors
        )
        if terms.driver:
            index = in_year(prices.grown(terms.driver), year)
            factors = (*factors, Factor("growth since the decision", index, "index"))
        if prices.is_foreign(terms.currency):
            rates = in_year(prices.converted(terms.currency), year)
            factors = (*factors, Factor("rate of exchange", rates, "exchange"))
        return self._line(category, name, moment, factors, terms)

    def moment(self, month: Figure) -> Moment:
        """Give what a month means to the one-offs that fall in it."""
        return self.prices.moment(month)

    def growth(self, driver: str) -> Factor:
        """Give the factor by which a recurring amount has grown in each year."""
        return self.growths[driver]

    def _line(
        self, category: Category, name: str, moment: Moment | None, factors: tuple[Factor, ...], terms: Terms
    ) -> Line:
        return Line(
            self.option,
            category,
            name,
            terms.payer,
            (terms.fund or self.first_fund) if terms.payer == "agency" else "",
            terms.nature,
            terms.one_time or moment is not None,
            terms.labour,
            terms.driver,
            factors,
            terms.sign,
            moment,
            self.prices.horizon_years,
        )


def growths_of(prices: Prices) -> dict[str, Factor]:
    """Give the factor by which each driver, and no driver (""), has grown a recurring amount in each year."""
    drivers = ("", *prices.index)
    return {driver: Factor("growth since the decision", prices.grown(driver), "index") for driver in drivers}


def _parted(factors: tuple[Factor, ...], sign: float) -> tuple[Figure, list[Array]]:
    """Multiply the single figures, and give the paths by year apart."""
    single: Figure = sign
    paths = []
    for factor in factors:
        value = factor.value
        if isinstance(value, np.ndarray) and value.ndim == 2:
            paths.append(value)
        else:
            single = single * value
    return single, paths


def _product(factors: tuple[Factor, ...], sign: float) -> Array:
    """Multiply the single figures first: they are one number or one per draw, and the paths one by year as well."""
    single, paths = _parted(factors, sign)
    amounts: Array = paths[0] * single if paths else np.atleast_2d(single)
    for path in paths[1:]:  # in place where the shapes allow: memory at hand is many times faster than new memory
        if path.shape == amounts.shape or _fits(path, amounts):
            amounts *= path
        else:
            amounts = amounts * path
    return amounts


def _fits(path: Array, amounts: Array) -> bool:
    """Tell whether the product of the two has the shape of the amounts."""
    return all(theirs in (1, mine) for mine, theirs in zip(amounts.shape, path.shape, strict=True))


def _spread(amounts: Array, years: int) -> Array:
    return amounts if amounts.shape[0] == years else np.broadcast_to(amounts, (years, amounts.shape[1]))
