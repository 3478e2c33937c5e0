"""What if a tenant leaves the house: the cost that the agency would then bear."""

from __future__ import annotations

from dataclasses import dataclass, replace

from colocate.case import Case
from colocate.model.evaluate import evaluate
from colocate.model.totals import HEADLINE
from colocate.quantity import central_of


@dataclass(frozen=True)
class TenantLeaves:
    """One tenant gone from the start: what each option that uses its house would cost the agency more."""

    house: str
    tenant: str
    option: str
    more_in_total: float
    more_per_year: float


def if_a_tenant_leaves(case: Case) -> tuple[TenantLeaves, ...]:
    """Work out, for every tenant of every house, what its absence from the start would add, in nominal cash."""
    before = {option.id: float(option.money[HEADLINE].total[0]) for option in evaluate(case).options}
    found = []
    for house in case.houses:
        users = [option for option in case.options if option.house == house.id]
        for tenant in house.tenants if users else ():
            after = evaluate(without_tenant(case, house.id, tenant.name))
            for option in users:
                more = float(after.option(option.id).money[HEADLINE].total[0]) - before[option.id]
                years = case.horizon_years - central_of(after.option(option.id).stay.moving_in) / 12.0
                per_year = more / years if years > 0 else 0.0
                found.append(TenantLeaves(house.name, tenant.name, option.id, more, per_year))
    return tuple(found)


def without_tenant(case: Case, house_id: str, tenant_name: str) -> Case:
    """Give the case with one tenant gone from the house from month 0; KeyError where there is no such tenant."""
    house = case.house(house_id)
    if tenant_name not in {tenant.name for tenant in house.tenants}:
        raise KeyError(tenant_name)
    tenants = tuple(replace(tenant, leaves=0.0) if tenant.name == tenant_name else tenant for tenant in house.tenants)
    houses = tuple(replace(one, tenants=tenants) if one.id == house_id else one for one in case.houses)
    return replace(case, houses=houses)
