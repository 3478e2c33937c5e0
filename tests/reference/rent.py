"""The rent that a lease asks at a moment, a year and per unit of size (method.md, section 4, "Rent level")."""

import math
from collections.abc import Callable

from .figures import fraction, number, yearly_amount
from .growth import Case
from .premises import Premises


def growth_at(case: Case, premises: Premises, anniversary: float) -> float:
    """How much the indexation clause raises the rent on an anniversary, between floor and cap."""
    clause = premises.lease["indexation"]
    if "driver" not in clause:
        return 0.0
    year = min(max(math.ceil(anniversary / 12) - 1, 0), case.years - 1)
    rise = fraction(case.document, clause, "share", 1.0) * case.growth[clause["driver"]][year]
    if "floor" in clause:
        rise = max(rise, case.nominal(fraction(case.document, clause, "floor")))
    if "cap" in clause:
        rise = min(rise, case.nominal(fraction(case.document, clause, "cap")))
    return rise


def raised(
    case: Case, premises: Premises, rent: float, since: float, month: float, until: float, set_on: float = -math.inf
) -> float:
    """A rent with the anniversaries of `since` after month 0 and after `set_on`, before `until`, by `month`."""
    clause, count = premises.lease.get("indexation"), 1
    while clause is not None and since + 12 * count <= month and since + 12 * count < until:
        anniversary = since + 12 * count
        if anniversary > 0 and anniversary > set_on:
            rent = rent * (1 + growth_at(case, premises, anniversary)) + yearly_amount(case.document, clause, "amount")
        count += 1
    return rent


def agreed_rent(case: Case, premises: Premises) -> float:
    """The rent of the first day, which may be today's grown until that day."""
    rent, driver = yearly_amount(case.document, premises.lease, "rent"), premises.lease.get("rent_driver")
    if driver is None:
        return rent
    return rent * case.index[driver][min(max(math.floor(premises.lease_start / 12), 0), case.years - 1)]


def contract_rent(case: Case, premises: Premises, month: float) -> float:
    """The contract's rent; after the expiry its last level, for an office that stays on."""
    lease, start = premises.lease, premises.lease_start
    expiry = math.inf if premises.lease_expiry is None else premises.lease_expiry
    rent, set_on = agreed_rent(case, premises), -math.inf
    for step in lease.get("steps", []):
        step_month = start + number(case.document, step, "after_months")
        if step_month <= month and step_month < expiry:
            rent, set_on = yearly_amount(case.document, step, "rent"), step_month
    return raised(case, premises, rent, start, month, expiry, set_on)


def renewed_rent(case: Case, premises: Premises, month: float) -> float:
    """The rent after the expiry: term after term, the market's of its first day, and its indexation."""
    renewal, expiry = premises.lease["renewal"], premises.lease_expiry
    assert expiry is not None
    term, began = 12 * int(renewal.get("term_years", 5)), expiry
    before = contract_rent(case, premises, expiry)  # no step and no anniversary of the last day counts
    while True:
        rent = yearly_amount(case.document, renewal, "rent")
        rent *= case.index[renewal["driver"]][min(math.floor(began / 12), case.years - 1)]
        rent *= 1 + fraction(case.document, renewal, "premium")
        if renewal.get("upward_only", False):
            rent = max(rent, before)
        if month < began + term:
            return raised(case, premises, rent, began, month, began + term)
        before, began = raised(case, premises, rent, began, began + term, began + term), began + term


def is_rent_free(case: Case, premises: Premises, month: float) -> bool:
    """Whether the month is among the rent-free ones at the lease's start."""
    months = number(case.document, premises.lease, "rent_free_months")
    until = premises.lease_start + months
    if premises.lease_expiry is not None:
        until = min(until, premises.lease_expiry)
    return premises.lease_start <= month < until


def own_rent(case: Case, premises: Premises) -> Callable[[float], float]:
    """The rent of an option's own lease at any month: contract, then renewal, or nothing once it has ended."""

    def level(month: float) -> float:
        if is_rent_free(case, premises, month):
            return 0.0
        if premises.lease_expiry is None or month < premises.lease_expiry:
            return contract_rent(case, premises, month)
        return renewed_rent(case, premises, month) if "renewal" in premises.lease else 0.0

    return level


def left_rent(case: Case, premises: Premises) -> Callable[[float], float]:
    """The rent of a lease that a move leaves: the contract's, whose last level goes on after the expiry."""

    def level(month: float) -> float:
        return 0.0 if is_rent_free(case, premises, month) else contract_rent(case, premises, month)

    return level


def rent_cuts(case: Case, premises: Premises) -> set[float]:
    """Every month at which the rent may change: end of the rent-free months, steps, anniversaries, renewals."""
    lease, start = premises.lease, premises.lease_start
    cuts = {start, start + number(case.document, lease, "rent_free_months")}
    cuts |= {start + number(case.document, step, "after_months") for step in lease.get("steps", [])}
    for origin in (start, premises.lease_expiry):
        if origin is not None:
            cuts |= {origin + 12 * count for count in range(math.ceil(max(case.months - origin, 0) / 12) + 1)}
    return cuts
