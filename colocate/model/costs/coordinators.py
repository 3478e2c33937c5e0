"""National Coordinators: the value of the desks that ministries give, and what a desk elsewhere costs (section 9)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.case import Case, Option
from colocate.case.services import CoordinatorPlan, CountryDesks
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import Stay
from colocate.model.timeline import coverage
from colocate.quantity import Figure


@dataclass(frozen=True)
class Desks:
    """The coordinators of one country (empty: all together), what their hosts give, and what an option plans for them.

    `value_of_hosting` is money a person a year.
    """

    country: str
    number: Figure
    value_of_hosting: Figure
    plan: CoordinatorPlan | CountryDesks


def desks_of(case: Case, option: Option) -> tuple[Desks, ...]:
    """Put each country's coordinators beside the option's plan for them; one entry for all where no country is named.

    An option that plans for all alike plans so for each country. Empty where the case has no coordinators.
    """
    coordinators, plan = case.coordinators, option.coordinators
    if coordinators is None:
        return ()
    if not coordinators.countries:
        return (Desks("", coordinators.number, coordinators.value_of_hosting, plan),)
    plans = {one.country: one for one in plan.countries}
    return tuple(
        Desks(one.name, one.number, one.value_of_hosting, plans.get(one.name, plan)) for one in coordinators.countries
    )


def coordinator_lines(case: Case, stay: Stay, book: Book) -> list[Line]:
    """Write what the coordinators' desks cost the agency under this option, and what the host gives in kind."""
    if case.coordinators is None:
        return []
    driver, fund = case.coordinators.driver, stay.option.coordinators.fund
    return [
        line for desks in desks_of(case, stay.option) for line in _lines_of(desks, driver, fund, stay.moving_in, book)
    ]


def _lines_of(desks: Desks, driver: str, fund: str, moving_in: Figure, book: Book) -> list[Line]:
    plan, years = desks.plan, book.prices.horizon_years
    paid_from: Figure = moving_in if plan.arrangement == "house" else plan.lost_from
    lost: Figure = {"hosted": 0.0, "house": 1.0, "may be lost": plan.lost}[plan.arrangement]
    paid = lost * coverage(paid_from, 12.0 * years, years)
    number = Factor("coordinators", desks.number, "person")
    growth = book.growth(driver)
    where = f", {desks.country}" if desks.country else ""
    lines = []
    if plan.arrangement != "hosted":
        desk = Factor("cost of a desk", plan.desk_cost, "money/person/year")
        share = Factor("part of the year when the agency pays", paid, "fraction")
        ours = Terms(driver=driver, fund=fund)
        name = f"Desks of the National Coordinators{where}"
        lines.append(book.recurring("coordinators", name, (number, desk, growth, share), ours))
    value = Factor("value of hosting", desks.value_of_hosting, "money/person/year")
    hosted = Factor("part of the year when they are hosted", np.ones((years, 1)) - paid, "fraction")
    given = Terms(driver=driver, payer="host", nature="in kind")
    name = f"Hosting of the National Coordinators{where}"
    return [*lines, book.recurring("value in kind", name, (number, value, growth, hosted), given)]
