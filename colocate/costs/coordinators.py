"""National Coordinators: the value of the desks that ministries give, and what a desk elsewhere costs (section 9)."""

from __future__ import annotations

import numpy as np

from colocate.case import Case
from colocate.costs.line import Book, Factor, Line, Terms
from colocate.costs.premises import Stay
from colocate.quantity import Figure
from colocate.timeline import coverage


def coordinator_lines(case: Case, stay: Stay, book: Book) -> list[Line]:
    """Write what the coordinators' desks cost the agency under this option, and what the host gives in kind."""
    coordinators, plan = case.coordinators, stay.option.coordinators
    if coordinators is None:
        return []
    years = book.prices.horizon_years
    paid_from: Figure = stay.moving_in if plan.arrangement == "house" else plan.lost_from
    lost: Figure = {"hosted": 0.0, "house": 1.0, "may be lost": plan.lost}[plan.arrangement]
    paid = lost * coverage(paid_from, 12.0 * years, years)
    number = Factor("coordinators", coordinators.number, "person")
    growth = book.growth(coordinators.driver)
    lines = []
    if plan.arrangement != "hosted":
        desk = Factor("cost of a desk", plan.desk_cost, "money/person/year")
        share = Factor("part of the year when the agency pays", paid, "fraction")
        ours = Terms(driver=coordinators.driver, fund=plan.fund)
        name = "Desks of the National Coordinators"
        lines.append(book.recurring("coordinators", name, (number, desk, growth, share), ours))
    value = Factor("value of hosting", coordinators.value_of_hosting, "money/person/year")
    hosted = Factor("part of the year when they are hosted", np.ones((years, 1)) - paid, "fraction")
    given = Terms(driver=coordinators.driver, payer="host", nature="in kind")
    name = "Hosting of the National Coordinators"
    return [*lines, book.recurring("value in kind", name, (number, value, growth, hosted), given)]
