"""A common house: how its costs are shared, who bears the rest, and what its tenants pay elsewhere (method, section 6)."""

from __future__ import annotations

from typing import cast

import numpy as np

from colocate.case import Case
from colocate.case.house import House, SharedBy, Tenant
from colocate.costs.line import Book, Factor, Line
from colocate.costs.premises import Size, Stay
from colocate.quantity import Array, Figure
from colocate.timeline import coverage


def house_lines(case: Case, stay: Stay, book: Book) -> list[Line]:
    """Write what every house of the case costs under this option: to the agency, and to the other UN entities."""
    lines = []
    for house in case.houses:
        sits_in = stay.option.house == house.id
        lines += _building_lines(house, stay, book, sits_in=sits_in)
        if house.driver:
            lines.append(_tenants_elsewhere(house, stay, book, sits_in=sits_in))
    return lines


def our_share(house: House, size: Size, shared_by: SharedBy, horizon_years: int) -> Array:
    """Give the agency's share of a cost of the house by year; shape `(years, 1 or draws)`.

    Ours over ours and the others', who count as planned times occupancy while they are present.
    """
    ours = {"people": size.people, "area": size.area, "workstations": size.workstations, "use": size.use}[shared_by]
    others = _others(house, shared_by, horizon_years)
    total = ours + others
    return np.where(total > 0, ours / np.where(total > 0, total, 1.0), 0.0)


def shared_lease(case: Case, stay: Stay) -> Array | None:
    """Give the agency's share of its own lease by year, where the option hosts others; None where it does not."""
    lease = stay.option.lease
    if not lease.shared_by:
        return None
    house = case.house(stay.option.house)
    return our_share(house, stay.size, cast("SharedBy", lease.shared_by), case.horizon_years)


def desks_free(house: House) -> Figure | None:
    """Give the workstations that the other tenants leave free at the start; None where the house states no desks."""
    if house.desks is None:
        return None
    taken = sum((tenant.workstations for tenant in house.tenants), start=cast("Figure", 0.0))
    return house.desks - taken * house.occupancy


def present(tenant: Tenant, horizon_years: int) -> Array:
    """Give 1 for the years that begin before a tenant leaves, else 0; shares are agreed once a year."""
    years_begin = 12.0 * np.arange(float(horizon_years))[:, None]
    if tenant.leaves is None:
        return np.ones_like(years_begin)
    return (years_begin < tenant.leaves) * 1.0


def _others(house: House, shared_by: SharedBy, horizon_years: int) -> Array:
    sizes = {
        "people": lambda tenant: tenant.people,
        "area": lambda tenant: tenant.area,
        "workstations": lambda tenant: tenant.workstations,
        "use": lambda tenant: tenant.use,
    }[shared_by]
    total: Array = np.zeros((horizon_years, 1))
    for tenant in house.tenants:
        total = total + sizes(tenant) * present(tenant, horizon_years)
    return house.occupancy * total


def _building_lines(house: House, stay: Stay, book: Book, *, sits_in: bool) -> list[Line]:
    years = book.prices.horizon_years
    in_house = coverage(stay.moving_in, stay.premises_end, years) if sits_in else np.zeros((years, 1))
    runs = np.ones((years, 1)) if house.already_running else in_house
    lines = []
    for cost in house.costs:
        amount = Factor("cost of the building", cost.amount, "money/year")
        growth = book.growth(cost.driver)
        ours = our_share(house, stay.size, cost.shared_by, years) * in_house
        if sits_in:
            share = Factor(f"our share by {cost.shared_by}, for the part of the year", ours, "fraction")
            lines.append(
                book.recurring(
                    cost.category,
                    f"{cost.name}, {house.name}",
                    (amount, growth, share),
                    driver=cost.driver,
                    currency=cost.currency,
                )
            )
        if sits_in or house.already_running:
            rest = Factor("share of the other tenants, for the part of the year", runs - ours, "fraction")
            lines.append(
                book.recurring(
                    cost.category,
                    f"{cost.name}, {house.name}, other tenants",
                    (amount, growth, rest),
                    driver=cost.driver,
                    currency=cost.currency,
                    payer="un",
                )
            )
    return lines


def _tenants_elsewhere(house: House, stay: Stay, book: Book, *, sits_in: bool) -> Line:
    years = book.prices.horizon_years
    here = np.zeros((years, 1))
    if house.already_running:
        here = np.ones((years, 1))
    elif sits_in:
        here = coverage(stay.moving_in, stay.premises_end, years)
    total: Array = np.zeros((years, 1))
    for tenant in house.tenants:
        total = total + tenant.cost_today * (1.0 - present(tenant, years) * here)
    factors = (Factor("cost of tenants while elsewhere", total, "money/year"), book.growth(house.driver))
    return book.recurring(
        "tenants elsewhere", f"Tenants of {house.name} elsewhere", factors, driver=house.driver, payer="un"
    )
