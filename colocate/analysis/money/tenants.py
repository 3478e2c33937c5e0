"""What if a tenant leaves the house: the cost that the agency would then be expected to bear."""

from __future__ import annotations

from dataclasses import dataclass, replace

from colocate.case import Case
from colocate.model.evaluate import block_of, over_draws
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE
from colocate.quantity import central_of
from colocate.units import MONTHS_PER_YEAR


@dataclass(frozen=True)
class TenantLeaves:
    """One tenant gone from the start: what each option that uses its house would cost the agency more."""

    house: str
    tenant: str
    option: str
    more_in_total: float
    more_per_year: float


def if_a_tenant_leaves(futures: Futures) -> tuple[TenantLeaves, ...]:
    """Work out, for every tenant of every house, what its absence from the start would add, in nominal cash.

    The mean over the very same futures, each worked out again without the tenant.
    """
    case, before = futures.case, futures.expected
    found = []
    for house in case.houses:
        users = [option for option in before.options if option.option.house == house.id]
        for tenant in house.tenants if users else ():
            after = _totals(without_tenant(case, house.id, tenant.name), futures)
            for option in users:
                more = after[option.id] - float(option.money[HEADLINE].total[0])
                years = case.horizon_years - central_of(option.stay.moving_in) / MONTHS_PER_YEAR
                per_year = more / years if years > 0 else 0.0
                found.append(TenantLeaves(house.name, tenant.name, option.id, more, per_year))
    return tuple(found)


def _totals(case: Case, futures: Futures) -> dict[str, float]:
    """Give each option's expected total of another case over the draws of these futures, a block at a time."""
    totals = dict.fromkeys((option.id for option in case.options), 0.0)
    figures = {path: values for path, values in futures.figures.items() if case.places_of[path]}
    block = block_of(case)
    for start in range(0, futures.draws, block):
        part = slice(start, min(start + block, futures.draws))
        share = (part.stop - part.start) / futures.draws
        for option in over_draws(case, {path: values[part] for path, values in figures.items()}):
            totals[option.id] += share * float(option.money[HEADLINE].total.mean())
    return totals


def without_tenant(case: Case, house_id: str, tenant_name: str) -> Case:
    """Give the case with one tenant gone from the house from month 0; KeyError where there is no such tenant."""
    house = case.house(house_id)
    if tenant_name not in {tenant.name for tenant in house.tenants}:
        raise KeyError(tenant_name)
    tenants = tuple(replace(tenant, leaves=0.0) if tenant.name == tenant_name else tenant for tenant in house.tenants)
    place, which = case.houses.index(house), [tenant.name for tenant in house.tenants].index(tenant_name)
    leaving = ("houses", place, "tenants", which, "leaves")
    return replace(
        case,
        houses=tuple(replace(one, tenants=tenants) if one.id == house_id else one for one in case.houses),
        places_of={path: tuple(one for one in places if one != leaving) for path, places in case.places_of.items()},
    )
