"""When an option is where: the months of moving in, of leaving, and the sizes that amounts are multiplied by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from colocate.case import Case, Option
from colocate.case.further import FurtherPremises
from colocate.case.premises import Lease, Move, Per
from colocate.model.timeline import NEVER, by_year, coverage
from colocate.quantity import Figure, is_nothing

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
class OwnPremises:
    """Premises that an option uses over the months [begins, ends): its main ones, or further ones.

    `lease_start` and `lease_expiry` are those of the lease with the delay; `ends` is the horizon at the latest.
    """

    further: FurtherPremises | None
    lease: Lease
    size: Size
    lease_start: Figure
    lease_expiry: Figure | None
    begins: Figure
    ends: Figure

    def named(self, what: str) -> str:
        """Return the name of a line of these premises: further ones are told apart by their own name."""
        return what if self.further is None else f"{what}, {self.further.name}"


@dataclass(frozen=True)
class LeftPremises:
    """Premises that a move gives up, used over the months [begins, moved_out).

    `obligation_end` is when the rent stops being owed, `break_used` 1 where it stops by the break option or a
    surrender. Of further premises whose lease would only begin after the move, everything is beyond every horizon.
    """

    further: FurtherPremises | None
    lease: Lease
    size: Size
    lease_start: Figure
    begins: Figure
    moved_out: Figure
    obligation_end: Figure
    break_used: Figure

    @property
    def rest_begins(self) -> Figure:
        """Return the month from which what is still owed is paid for premises that nobody uses any more."""
        return self.moved_out if self.further is None else np.maximum(self.moved_out, self.begins)

    def named(self, what: str, when: str = "") -> str:
        """Return the name of a line of these premises."""
        name = "" if self.further is None else f"{self.further.name}, "
        return f"{what}, {name}old premises{when}"

    def of_further(self, what: str) -> str:
        """Return the name of a line that says by itself that it is of old premises."""
        return what if self.further is None else f"{what}, {self.further.name}"


@dataclass(frozen=True)
class Stay:
    """The months of one option. `left` is the option whose premises it gives up, None where it stays.

    `moving_in` is 0 for an option that stays. `size` is that of all its premises together, `left_size` that of all it
    leaves. `own` are its premises, the main ones first, `leaves` those that it gives up, in the same order.
    """

    option: Option
    left: Option | None
    size: Size
    left_size: Size | None
    moving_in: Figure
    delay: Figure
    own: tuple[OwnPremises, ...]
    leaves: tuple[LeftPremises, ...] = ()

    @property
    def lease_start(self) -> Figure:
        """Return when the lease of the main premises starts."""
        return self.own[0].lease_start

    @property
    def lease_expiry(self) -> Figure | None:
        """Return when the lease of the main premises expires; None where it is open-ended."""
        return self.own[0].lease_expiry

    @property
    def premises_end(self) -> Figure:
        """Return when the option has no main premises any more, the horizon at the latest."""
        return self.own[0].ends

    @property
    def obligation_end(self) -> Figure:
        """Return when the rent of the main premises left stops being owed; the month of moving in where none are."""
        return self.leaves[0].obligation_end if self.leaves else self.moving_in

    @property
    def break_used(self) -> Figure:
        """Return 1 where the lease of the main premises left is ended by its break option or a surrender."""
        return self.leaves[0].break_used if self.leaves else 0.0

    def shifted(self, month: Figure, shifts_with_delay: bool) -> Figure:
        """Return a planned month, later by the delay where that shifts it."""
        return month + self.delay if shifts_with_delay else month


class InUse(NamedTuple):
    """What an option, or further premises of it, pay and receive besides the lease: whose, how big, and over when.

    `where` is what the name of a line ends with, empty for the option's own.
    """

    of: Option | FurtherPremises
    where: str
    size: Size
    begins: Figure
    ends: Figure


def in_use(stay: Stay) -> Iterator[InUse]:
    """Give what an option uses, and then what it leaves until it goes: of each the whole, then its further premises."""
    yield InUse(stay.option, "", stay.size, stay.moving_in, stay.premises_end)
    for own in stay.own:
        if own.further is not None:
            yield InUse(own.further, own.named(""), own.size, own.begins, own.ends)
    if stay.left is not None and stay.left_size is not None:
        yield InUse(stay.left, ", old premises", stay.left_size, 0.0, stay.moving_in)
    for left in stay.leaves:
        if left.further is not None:
            yield InUse(left.further, left.named(""), left.size, left.begins, left.moved_out)


def size_of(case: Case, option: Option) -> Size:
    """Work out the people, workstations and areas of an option, all its premises together (method, section 3)."""
    return _together(case, option, _premises_of(case, option))


def stay_of(case: Case, option: Option) -> Stay:
    """Work out when an option is where (method, sections 1 and 4)."""
    move = option.move
    own = _premises_of(case, option)
    left, left_size = None, None
    leaves: tuple[LeftPremises, ...] = ()
    if move is not None:
        left = case.option(move.leaves)
        there = _premises_of(case, left)
        leaves = tuple(_left(one, move) for one in there)
        left_size = _together(case, left, there)
    return Stay(
        option=option,
        left=left,
        size=_together(case, option, own),
        left_size=left_size,
        moving_in=_moving_in(option),
        delay=0.0 if move is None else move.delay,
        own=own,
        leaves=leaves,
    )


def _moving_in(option: Option) -> Figure:
    return 0.0 if option.move is None else option.move.month + option.move.delay


def _people(case: Case) -> Figure:
    later = ((one.from_year, one.people) for one in case.office.people_from)
    return by_year(case.office.people, later, case.horizon_years)


def _premises_of(case: Case, option: Option) -> tuple[OwnPremises, ...]:
    """Give the premises of an option, the main ones first: who does not sit in further ones sits there."""
    people = _people(case)
    further, in_main = [], people
    for one in option.premises:
        later = ((entry.from_year, entry.people_share) for entry in one.people_share_from)
        sitting = people * by_year(one.people_share, later, case.horizon_years)
        found = _own(case, option, one.lease, sitting, one)
        in_main = in_main - sitting * _presence(found, option, case.horizon_years)
        further.append(found)
    return (_own(case, option, option.lease, in_main, None), *further)


def _own(case: Case, option: Option, lease: Lease, people: Figure, further: FurtherPremises | None) -> OwnPremises:
    moving_in, delay = _moving_in(option), 0.0 if option.move is None else option.move.delay
    start = lease.start + delay
    expiry = None if lease.expiry is None else lease.expiry + (0.0 if lease.fixed_expiry else delay)
    horizon = case.horizon_months
    return OwnPremises(
        further=further,
        lease=lease,
        size=_size(case, option, lease, people, further),
        lease_start=start,
        lease_expiry=expiry,
        begins=moving_in if further is None else np.maximum(moving_in, start),
        ends=horizon if expiry is None or lease.renewal is not None else np.minimum(expiry, horizon),
    )


def _size(case: Case, option: Option, lease: Lease, people: Figure, further: FurtherPremises | None) -> Size:
    office, years = case.office, case.horizon_years
    now, changes = option.desks_per_person, option.desks_from
    if now is None:
        now, changes = office.desks_per_person, office.desks_from
    desks = by_year(now, ((one.from_year, one.desks_per_person) for one in changes), years)
    m2_per_desk = office.m2_per_desk if option.m2_per_desk is None else option.m2_per_desk
    workstations = people * desks
    needed = workstations * m2_per_desk * (1.0 + office.shared_space)
    area = needed if lease.area is None else lease.area
    area = by_year(area, ((one.from_year, one.area) for one in lease.area_from), years)
    own_area = needed if lease.shared_by else area
    return Size(people, workstations, area, needed, own_area, option.house_use if further is None else 0.0)


def _presence(one: OwnPremises, option: Option, years: int) -> Figure:
    """Give the part of each year for which an option's further premises are there beside the main ones.

    A lease that begins before moving in, or with it, is there for as long as the option is.
    """
    goes_on = one.lease.expiry is None or one.lease.renewal is not None
    if goes_on and is_nothing(one.lease.start):
        return 1.0
    planned = 0.0 if option.move is None else option.move.month
    starts = np.where(np.asanyarray(one.lease.start) <= planned, 0.0, one.lease_start)
    return coverage(starts, one.ends, years)


def _together(case: Case, option: Option, premises: tuple[OwnPremises, ...]) -> Size:
    """Give the size of all premises together; the area of further ones counts while they are there."""
    main, *further = premises
    if not further:
        return main.size
    whole = _size(case, option, option.lease, _people(case), None)
    area, own_area = main.size.area, main.size.own_area
    for one in further:
        there = one.size.area * _presence(one, option, case.horizon_years)
        area, own_area = area + there, own_area + there
    return replace(whole, area=area, own_area=own_area)


def _left(there: OwnPremises, move: Move) -> LeftPremises:
    """Give premises as a move leaves them: when they are moved out of, and when their lease stops being owed."""
    moving_in: Figure = move.month + move.delay
    owed, used = _leaving(there.lease, move)
    start: Figure = there.lease.start
    begins: Figure = 0.0
    moved_out: Figure = moving_in
    if there.further is not None:
        signed = np.asanyarray((np.asanyarray(start) <= 0.0) | (start < moving_in))
        start = np.where(signed, start, NEVER)
        begins = np.maximum(start, 0.0)
        if there.lease.expiry is not None and there.lease.renewal is None:
            moved_out = np.minimum(moving_in, there.lease.expiry)
        moved_out = np.where(signed, moved_out, 0.0)
        owed, used = np.maximum(owed, start), np.asanyarray(used * signed)
    return LeftPremises(
        further=there.further,
        lease=there.lease,
        size=there.size,
        lease_start=start,
        begins=begins,
        moved_out=moved_out,
        obligation_end=owed,
        break_used=used,
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
