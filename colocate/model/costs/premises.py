"""When an option is where: the months of moving in, of leaving, and the sizes that amounts are multiplied by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.case import Case, Option
from colocate.case.premises import Lease, Move, Per
from colocate.model.timeline import by_year
from colocate.quantity import Figure

SIZE_NAMES: dict[Per, str] = {
    "m2": "area",
    "person": "people",
    "workstation": "workstations",
    "office": "one office",
}


@dataclass(frozen=True)
class Size:
    """How big an option is, in each of the measures that an amount may be per.

    Each is a figure, or one by budget year (shape `(years, 1 or draws)`) where people, desks or area change with time.
    `own_area` is what it uses itself: the area let, or, where it hosts others, the space that it needs.
    """

    people: Figure
    workstations: Figure
    area: Figure
    area_needed: Figure
    own_area: Figure
    use: Figure

    def per(self, per: Per) -> Figure:
        """Return what an amount per this measure is multiplied by."""
        if per == "office":
            return 1.0
        return {"m2": self.area, "person": self.people, "workstation": self.workstations}[per]


@dataclass(frozen=True)
class Stay:
    """The months of one option. `left` is the option whose premises it gives up, None where it stays.

    `moving_in` is 0 for an option that stays. `lease_start` and `lease_expiry` are those of its own lease with the
    delay; `premises_end` is when it has no premises any more, the horizon at the latest. `obligation_end` is when the
    rent of the premises left stops being owed, `break_used` 1 where it stops by the break option or a surrender.
    """

    option: Option
    left: Option | None
    size: Size
    left_size: Size | None
    moving_in: Figure
    delay: Figure
    lease_start: Figure
    lease_expiry: Figure | None
    premises_end: Figure
    obligation_end: Figure
    break_used: Figure

    def shifted(self, month: Figure, shifts_with_delay: bool) -> Figure:
        """Return a planned month, later by the delay where that shifts it."""
        return month + self.delay if shifts_with_delay else month


def size_of(case: Case, option: Option) -> Size:
    """Work out the people, workstations and areas of an option (method, section 3)."""
    office, years = case.office, case.horizon_years
    people = by_year(office.people, ((one.from_year, one.people) for one in office.people_from), years)
    now, changes = option.desks_per_person, option.desks_from
    if now is None:
        now, changes = office.desks_per_person, office.desks_from
    desks = by_year(now, ((one.from_year, one.desks_per_person) for one in changes), years)
    m2_per_desk = office.m2_per_desk if option.m2_per_desk is None else option.m2_per_desk
    workstations = people * desks
    needed = workstations * m2_per_desk * (1.0 + office.shared_space)
    area = needed if option.lease.area is None else option.lease.area
    area = by_year(area, ((one.from_year, one.area) for one in option.lease.area_from), years)
    own_area = needed if option.lease.shared_by else area
    return Size(people, workstations, area, needed, own_area, option.house_use)


def stay_of(case: Case, option: Option) -> Stay:
    """Work out when an option is where (method, sections 1 and 4)."""
    move = option.move
    left = None if move is None else case.option(move.leaves)
    moving_in: Figure = 0.0 if move is None else move.month + move.delay
    delay: Figure = 0.0 if move is None else move.delay
    lease = option.lease
    expiry = None if lease.expiry is None else lease.expiry + (0.0 if lease.fixed_expiry else delay)
    horizon = case.horizon_months
    ends = horizon if expiry is None or lease.renewal is not None else np.minimum(expiry, horizon)
    obligation_end, break_used = (moving_in, 0.0) if move is None or left is None else _leaving(left.lease, move)
    return Stay(
        option=option,
        left=left,
        size=size_of(case, option),
        left_size=None if left is None else size_of(case, left),
        moving_in=moving_in,
        delay=delay,
        lease_start=lease.start + delay,
        lease_expiry=expiry,
        premises_end=ends,
        obligation_end=obligation_end,
        break_used=break_used,
    )


def _leaving(lease: Lease, move: Move) -> tuple[Figure, Figure]:
    """Give the month when the lease that a move leaves stops being owed, and 1 where a break or a surrender ends it.

    Notice is given for the planned month: a landlord is told the plan, not the delay.
    """
    agreed = lease.surrender_premium is not None
    if lease.break_option is None and not agreed:
        return (move.month + move.delay if lease.expiry is None else lease.expiry), 0.0
    ends: Figure = move.month if lease.break_option is None else np.maximum(move.month, lease.break_option.month)
    if lease.expiry is None:
        return ends, 1.0
    used: Figure = np.asanyarray(ends < lease.expiry) * 1.0
    return np.minimum(ends, lease.expiry), used
