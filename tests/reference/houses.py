"""Costs of common houses, and what their tenants pay elsewhere (method.md, section 6)."""

import math

from .figures import Record, fraction, number, yearly_amount
from .growth import Case
from .ledger import Ledger
from .months import coverage
from .premises import Premises


def is_present(case: Case, tenant: Record, year: int) -> bool:
    """Whether a tenant still shares in the costs of a year: agreed before the year begins."""
    return "leaves" not in tenant or 12 * year < number(case.document, tenant, "leaves")


def our_share(case: Case, premises: Premises, measure: str) -> list[float]:
    """The agency's share, year by year, of a cost of the house that its option sits in."""
    document, option = case.document, premises.option
    house = next(house for house in document["houses"] if house["id"] == option["house"])
    ours = {
        "people": premises.people,
        "area": premises.area,
        "workstations": premises.workstations,
        "use": number(document, option, "house_use"),
    }[measure]
    if ours == 0:
        return [0.0] * case.years
    occupancy = fraction(document, house, "occupancy", 1.0)
    shares = []
    for year in range(case.years):
        present = [tenant for tenant in house["tenants"] if is_present(case, tenant, year)]
        others = occupancy * math.fsum(number(document, tenant, measure) for tenant in present)
        shares.append(ours / (ours + others))
    return shares


def enter_houses(case: Case, ledger: Ledger, premises: Premises) -> None:
    """The lines of every house of the case, whether the option sits in it or not."""
    for house in case.document.get("houses", []):
        sits_in_it = premises.option.get("house") == house["id"]
        nothing = [0.0] * case.years
        used = coverage(case.years, premises.moving_in, premises.end(case)) if sits_in_it else nothing
        runs = coverage(case.years, 0.0, float(case.months)) if house["already_running"] else used

        for cost in house.get("costs", []):
            amount = yearly_amount(case.document, cost, "amount")
            index, exchange = case.index[cost["driver"]], case.exchange(cost)
            share = our_share(case, premises, cost["shared_by"]) if sits_in_it else nothing
            full = [amount * index[year] / exchange[year] for year in range(case.years)]
            ours = [full[year] * share[year] * used[year] for year in range(case.years)]
            rest = [full[year] * runs[year] - ours[year] for year in range(case.years)]
            if sits_in_it:
                ledger.by_year(cost["category"], "agency", ours)
            ledger.by_year(cost["category"], "un", rest)

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
