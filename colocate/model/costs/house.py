"""A common house: how its costs are shared, and what its tenants pay elsewhere (method, section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from colocate.case import Case, Option
from colocate.case.house import BuildingCost, House, SharedBy, Tenant
from colocate.model.costs.line import Book, Factor, Line, Terms
from colocate.model.costs.premises import LeftPremises, OwnPremises, Size, Stay
from colocate.model.timeline import by_year, coverage
from colocate.quantity import Array, Figure


@dataclass(frozen=True)
class Sitting:
    """The agency in a house: how big it is there, and the part of each year."""

    size: Size
    part_of_year: Array


@dataclass(frozen=True)
class Expense:
    """A cost of a house, with what is the same of it under every option: its formula for the whole building."""

    cost: BuildingCost
    name: str
    whole: tuple[Factor, ...]
    ours: Terms
    theirs: Terms


@dataclass(frozen=True)
class Part:
    """Who bears what of all that is shared by one measure: the agency's part and the others' part by year.

    `more` is the agency's size in proportion to the others', of each sitting; shape `(1 or years, 1 or draws)`.
    """

    ours: Factor
    rest: Factor
    more: tuple[Array, ...]


@dataclass(frozen=True)
class SharedHouse:
    """A house with what is the same of it under every option.

    `others` is the other tenants' size in each measure by which a cost is shared, shape `(1 or years, 1 or draws)`;
    `presence` tells of each tenant that leaves when it is there, None of one that stays.
    """

    house: House
    expenses: tuple[Expense, ...]
    others: Mapping[SharedBy, Array]
    presence: tuple[Array | None, ...]


def houses_of(case: Case, growths: Mapping[str, Factor]) -> tuple[SharedHouse, ...]:
    """Work out, once for all options, what no option changes of each house."""
    return tuple(_shared_house(house, growths, case.horizon_years) for house in case.houses)


def house_lines(houses: Iterable[SharedHouse], stay: Stay, book: Book) -> list[Line]:
    """Write what every house of the case costs under this option: to the agency, and to the other UN entities."""
    lines = []
    for shared in houses:
        sittings = _sittings(shared.house, stay, book.prices.horizon_years)
        lines += _building_lines(shared, sittings, book)
        if shared.house.driver:
            lines.append(_tenants_elsewhere(shared, sittings, book))
    return lines


def our_share(house: House, size: Size, shared_by: SharedBy, horizon_years: int) -> Array:
    """Give the agency's share of a cost of the house by year; shape `(years, 1 or draws)`.

    Ours over ours and the others', who count as planned times occupancy while they are present.
    """
    share = _share(_ours(size, shared_by), _others(house, shared_by, horizon_years))
    return np.broadcast_to(share, (horizon_years, share.shape[1]), subok=True)


def shared_lease(case: Case, option: Option | None, premises: Sequence[OwnPremises | LeftPremises]) -> Array | None:
    """Give the agency's share of an option's main lease by year, where it hosts others; None where it does not.

    `premises` are those of the option, its main ones first.
    """
    if option is None or not option.lease.shared_by:
        return None
    return our_share(case.house(option.house), premises[0].size, option.lease.shared_by, case.horizon_years)


def occupancy_of(house: House, horizon_years: int) -> Figure:
    """Give the part of the other tenants' planned size that is there: a figure, or one by year."""
    later = ((one.from_year, one.occupancy) for one in house.occupancy_from)
    return by_year(house.occupancy, later, horizon_years)


def desks_free(house: House, horizon_years: int) -> Figure | None:
    """Give the workstations that the other tenants leave free; None where the house states no desks.

    Those who leave one day are counted as if they stayed; by year where the occupancy is.
    """
    if house.desks is None:
        return None
    taken = sum((tenant.workstations for tenant in house.tenants), start=cast("Figure", 0.0))
    return house.desks - taken * occupancy_of(house, horizon_years)


def present(tenant: Tenant, horizon_years: int) -> Array:
    """Give 1 for the years that begin before a tenant leaves, else 0; shares are agreed once a year."""
    years_begin = 12.0 * np.arange(float(horizon_years))[:, None]
    if tenant.leaves is None:
        return np.ones_like(years_begin)
    here: Array = np.asanyarray(years_begin < tenant.leaves, dtype=np.float64)
    return here


def _ours(size: Size, shared_by: SharedBy) -> Figure:
    return {
        "people": size.people,
        "area": size.own_area,
        "workstations": size.workstations,
        "use": size.use,
    }[shared_by]


def _share(ours: Figure, others: Array) -> Array:
    total: Array = ours + others
    share: Array = np.where(total > 0, ours / np.where(total > 0, total, 1.0), 0.0)
    return share


def _shared_house(house: House, growths: Mapping[str, Factor], years: int) -> SharedHouse:
    measures = dict.fromkeys(cost.shared_by for cost in house.costs)
    return SharedHouse(
        house=house,
        expenses=tuple(_expense(cost, house, growths[cost.driver]) for cost in house.costs),
        others={measure: _others(house, measure, years) for measure in measures},
        presence=tuple(None if tenant.leaves is None else present(tenant, years) for tenant in house.tenants),
    )


def _expense(cost: BuildingCost, house: House, growth: Factor) -> Expense:
    return Expense(
        cost=cost,
        name=f"{cost.name}, {house.name}",
        whole=(Factor("cost of the building", cost.amount, "money/year"), growth),
        ours=Terms(cost.driver, cost.currency),
        theirs=Terms(cost.driver, cost.currency, payer="un"),
    )


def _rise(
    cost: BuildingCost,
    part: Part,
    sittings: list[Sitting],
    horizon_years: int,
    known: dict[tuple[float, SharedBy], Factor],
) -> Factor:
    """Give by how much a cost of a running house is higher for the agency's sitting in it; 1 is no rise.

    Costs that rise alike and are shared alike have one factor, `known` from the first of them.
    """
    rises = cost.rises_with_us if sittings else 0.0
    alike = (rises, cost.shared_by) if isinstance(rises, float) else None
    if alike is not None and alike in known:
        return known[alike]
    rise: Array = np.ones((horizon_years, 1))
    for sitting, more in zip(sittings, part.more, strict=True):
        rise = rise + rises * more * sitting.part_of_year
    factor = Factor("1 + rise with our coming", rise, "ratio")
    if alike is not None:
        known[alike] = factor
    return factor


def _others(house: House, shared_by: SharedBy, horizon_years: int) -> Array:
    """Give the other tenants' size, shape `(1 or years, 1 or draws)`; those who never leave are added up first."""
    staying: Figure = 0.0
    leaving: Figure = 0.0
    for tenant in house.tenants:
        size: Figure = getattr(tenant, shared_by)
        if tenant.leaves is None:
            staying = staying + size
        else:
            leaving = leaving + size * present(tenant, horizon_years)
    return np.atleast_2d(occupancy_of(house, horizon_years) * (staying + leaving))


def _sittings(house: House, stay: Stay, horizon_years: int) -> list[Sitting]:
    """Tell when the agency sits in a house under an option: after moving in, and before moving out of one it leaves."""
    found = []
    if stay.option.house == house.id:
        found.append(Sitting(stay.own[0].size, coverage(stay.moving_in, stay.premises_end, horizon_years)))
    if stay.left is not None and stay.left.house == house.id:
        found.append(Sitting(stay.leaves[0].size, coverage(0.0, stay.moving_in, horizon_years)))
    return found


def _part_of_year(sittings: list[Sitting], horizon_years: int) -> Array:
    nothing: Array = np.zeros((horizon_years, 1))
    return sum((sitting.part_of_year for sitting in sittings), start=nothing)


def _building_lines(shared: SharedHouse, sittings: list[Sitting], book: Book) -> list[Line]:
    """Write the agency's part of every cost and the others' part; costs that are shared alike have the same parts."""
    house, years = shared.house, book.prices.horizon_years
    if not sittings and not house.already_running:
        return []
    runs = np.ones((years, 1)) if house.already_running else _part_of_year(sittings, years)
    parts = {measure: _part(measure, others, runs, sittings) for measure, others in shared.others.items()}
    rises: dict[tuple[float, SharedBy], Factor] = {}
    lines = []
    for expense in shared.expenses:
        cost, whole, part = expense.cost, expense.whole, parts[expense.cost.shared_by]
        if house.already_running:
            whole = (*whole, _rise(cost, part, sittings, years, rises))
        if sittings:
            lines.append(book.recurring(cost.category, expense.name, (*whole, part.ours), expense.ours))
        name = f"{expense.name}, other tenants"
        lines.append(book.recurring(cost.category, name, (*whole, part.rest), expense.theirs))
    return lines


def _part(measure: SharedBy, others: Array, runs: Array, sittings: list[Sitting]) -> Part:
    sizes = [_ours(sitting.size, measure) for sitting in sittings]
    ours: Array = np.zeros((len(runs), 1))
    for sitting, size in zip(sittings, sizes, strict=True):
        ours = ours + _share(size, others) * sitting.part_of_year
    return Part(
        ours=Factor(f"our share by {measure}, for the part of the year", ours, "fraction"),
        rest=Factor("share of the other tenants, for the part of the year", runs - ours, "fraction"),
        more=tuple(np.where(others > 0, size / np.where(others > 0, others, 1.0), 0.0) for size in sizes),
    )


def _tenants_elsewhere(shared: SharedHouse, sittings: list[Sitting], book: Book) -> Line:
    house, years = shared.house, book.prices.horizon_years
    here = np.ones((years, 1)) if house.already_running else _part_of_year(sittings, years)
    away = 1.0 - here
    total: Array = np.zeros((years, 1))
    for tenant, presence in zip(house.tenants, shared.presence, strict=True):
        total = total + tenant.cost_today * (away if presence is None else 1.0 - presence * here)
    factors = (Factor("cost of tenants while elsewhere", total, "money/year"), book.growth(house.driver))
    terms = Terms(driver=house.driver, payer="un")
    return book.recurring("tenants elsewhere", f"Tenants of {house.name} elsewhere", factors, terms)
