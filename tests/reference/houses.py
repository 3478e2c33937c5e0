"""Costs of common houses, and what their tenants pay elsewhere (method.md, section 6)."""

import math

from .figures import Record, by_year, fraction, number, yearly_amount
from .growth import Case
from .ledger import Ledger
from .months import coverage
from .premises import Premises, open_buildings


def is_present(case: Case, tenant: Record, year: int) -> bool:
    """Whether a tenant still shares in the costs of a year: agreed before the year begins."""
    return "leaves" not in tenant or 12 * year < number(case.document, tenant, "leaves")


def our_share(case: Case, premises: Premises, measure: str) -> list[float]:
    """The agency's share, year by year, of a cost of the house that its option sits in."""
    document, option = case.document, premises.option
    house = next(house for house in document["houses"] if house["id"] == option["house"])
    ours = {
        "people": premises.people,
        "area": premises.space_needed if premises.lease.get("shared_by") else premises.area,
        "workstations": premises.workstations,
        "use": [number(document, option, "house_use")] * case.years,
    }[measure]
    today = 100 * fraction(document, house, "occupancy", 1.0)
    occupancy = by_year(document, house, "occupancy", "occupancy_from", case.years, today)
    shares = []
    for year in range(case.years):
        present = [tenant for tenant in house["tenants"] if is_present(case, tenant, year)]
        others = occupancy[year] / 100 * math.fsum(number(document, tenant, measure) for tenant in present)
        shares.append(ours[year] / (ours[year] + others) if ours[year] > 0 else 0.0)
    return shares


def enter_houses(case: Case, ledger: Ledger, premises: Premises, left: Premises | None) -> None:
    """The lines of every house of the case, whether the agency sits in it, sat in it before a move, or neither.

    Who sits in further premises sits in no house.
    """
    premises, end = open_buildings(case, premises.option)[0], premises.end(case)
    left = None if left is None else open_buildings(case, left.option)[0]
    for house in case.document.get("houses", []):
        # Where the agency sits in this house, and the part of each year: before the move, after it, or both.
        sitting: list[tuple[Premises, list[float]]] = []
        if left is not None and left.option.get("house") == house["id"]:
            sitting.append((left, coverage(case.years, 0.0, premises.moving_in)))
        if premises.option.get("house") == house["id"]:
            sitting.append((premises, coverage(case.years, premises.moving_in, end)))
        used = [math.fsum(part[year] for _, part in sitting) for year in range(case.years)]
        runs = [1.0] * case.years if house["already_running"] else used

        for cost in house.get("costs", []):
            amount = yearly_amount(case.document, cost, "amount")
            index, exchange = case.index[cost["driver"]], case.exchange(cost)
            full = [amount * index[year] / exchange[year] for year in range(case.years)]
            if house["already_running"]:
                rises = fraction(case.document, cost, "rises_with_us")
                for where, part in sitting:
                    shares = our_share(case, where, cost["shared_by"])
                    # ours / others follows from our share; nothing rises where nobody else is there.
                    more = [share / (1 - share) if share < 1 else 0.0 for share in shares]
                    full = [
                        full[year] + amount * index[year] / exchange[year] * rises * more[year] * part[year]
                        for year in range(case.years)
                    ]
            ours = [0.0] * case.years
            for where, part in sitting:
                share = our_share(case, where, cost["shared_by"])
                ours = [ours[year] + full[year] * share[year] * part[year] for year in range(case.years)]
            ledger.by_year(cost["category"], "agency", ours)
            ledger.by_year(cost["category"], "un", [full[year] * runs[year] - ours[year] for year in range(case.years)])

        elsewhere = [0.0] * case.years
        for tenant in house["tenants"]:
            cost_today = yearly_amount(case.document, tenant, "cost_today")
            if cost_today == 0:
                continue
            index = case.index[house["driver"]]
            for year in range(case.years):
                here = runs[year] if is_present(case, tenant, year) else 0.0
                elsewhere[year] += cost_today * index[year] * (1 - here)
        ledger.by_year("tenants elsewhere", "un", elsewhere)
