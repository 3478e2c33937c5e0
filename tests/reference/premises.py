"""Dates and sizes of an option's premises (method.md, sections 1 and 3)."""

from dataclasses import dataclass, replace

from .figures import Record, by_year, fraction, number, number_or_none
from .growth import Case
from .months import coverage


@dataclass(frozen=True)
class Premises:
    """An option with its months worked out from the file and its sizes."""

    option: Record
    lease: Record
    moves: bool
    planned_month: float
    delay: float
    moving_in: float
    lease_start: float
    lease_expiry: float | None
    people: list[float]
    workstations: list[float]
    area: list[float]
    space_needed: list[float]
    further: Record | None = None

    @property
    def used_from(self) -> float:
        """The month from which the option uses them: moving in, or, of further premises, their lease if it is later."""
        return self.moving_in if self.further is None else max(self.moving_in, self.lease_start)

    def is_signed_before(self, month: float) -> bool:
        """Whether an option that moves out in a month still takes them: the main ones always."""
        return self.further is None or self.lease_start <= 0 or self.lease_start < month

    def moved_out(self, month: float) -> float:
        """When an option that moves out in a month stops using them: further ones when their lease ends, if sooner."""
        ends = self.lease_expiry is not None and "renewal" not in self.lease
        return min(month, self.lease_expiry) if self.further and ends else month

    def size(self, per: str) -> list[float]:
        """What an amount per m2, person, workstation or office is multiplied by, in each budget year."""
        whole = [1.0] * len(self.people)
        return {"m2": self.area, "person": self.people, "workstation": self.workstations, "office": whole}[per]

    def end(self, case: Case) -> float:
        """The premises' end: the expiry where nothing follows it, else the horizon."""
        if self.lease_expiry is not None and "renewal" not in self.lease:
            return self.lease_expiry
        return float(case.months)


def people_of(case: Case) -> list[float]:
    """The people of the office in each budget year."""
    office = case.document["office"]
    today = number(case.document, office, "people")
    return by_year(case.document, office, "people", "people_from", case.years, today)


def open_lease(case: Case, option: Record, lease: Record, people: list[float], further: Record | None) -> Premises:
    """The dates and sizes of one of the premises of an option, with the people who sit there."""
    document = case.document
    office = document["office"]
    move = option.get("move")
    planned = number(document, move, "month") if move is not None else 0.0
    delay = number(document, move, "delay") if move is not None else 0.0
    expiry = number_or_none(document, lease, "expiry")

    if "desks_per_person" in option:
        today = number(document, option, "desks_per_person")
        desks = by_year(document, option, "desks_per_person", "desks_from", case.years, today)
    else:
        today = number(document, office, "desks_per_person", 1.0)
        desks = by_year(document, office, "desks_per_person", "desks_from", case.years, today)
    workstations = [count * each for count, each in zip(people, desks, strict=True)]
    m2_per_desk = number(document, option, "m2_per_desk", number(document, office, "m2_per_desk"))
    m2_per_desk *= 1 + fraction(document, office, "shared_space")
    space_needed = [count * m2_per_desk for count in workstations]
    area = [number(document, lease, "area", needed) for needed in space_needed]
    for change in lease.get("area_from", []):
        later = case.years - change["from_year"]
        area[change["from_year"] :] = [number(document, change, "area")] * later
    return Premises(
        option=option,
        lease=lease,
        moves=move is not None,
        planned_month=planned,
        delay=delay,
        moving_in=planned + delay,
        lease_start=number(document, lease, "start") + delay,
        lease_expiry=None if expiry is None else expiry + (0 if lease.get("fixed_expiry", False) else delay),
        people=people,
        workstations=workstations,
        area=area,
        space_needed=space_needed,
        further=further,
    )


def beside_the_main_ones(case: Case, premises: Premises) -> list[float]:
    """The part of each budget year in which further premises are there, while the option is used."""
    with_the_option = number(case.document, premises.lease, "start") <= premises.planned_month
    return coverage(case.years, 0.0 if with_the_option else premises.lease_start, premises.end(case))


def open_buildings(case: Case, option: Record) -> list[Premises]:
    """The premises of an option one by one: the main ones, with who sits nowhere else, and the further ones."""
    everybody, further = people_of(case), []
    rest = list(everybody)
    for one in option.get("premises", []):
        today = number(case.document, one, "people_share")
        shares = by_year(case.document, one, "people_share", "people_share_from", case.years, today)
        people = [count * share / 100 for count, share in zip(everybody, shares, strict=True)]
        further.append(open_lease(case, option, one["lease"], people, one))
        there = beside_the_main_ones(case, further[-1])
        rest = [rest[year] - people[year] * there[year] for year in range(case.years)]
    return [open_lease(case, option, option["lease"], rest, None), *further]


def open_premises(case: Case, option: Record) -> Premises:
    """The option as a whole: dates of its main premises, all its people, the area of all its premises."""
    main, *further = open_buildings(case, option)
    area = list(main.area)
    for one in further:
        there = beside_the_main_ones(case, one)
        area = [area[year] + one.area[year] * there[year] for year in range(case.years)]
    return replace(open_lease(case, option, option["lease"], people_of(case), None), area=area)


def left_premises(case: Case, premises: Premises) -> Premises | None:
    """The premises that a moving option gives up; None for one that stays."""
    if not premises.moves:
        return None
    leaves = premises.option["move"]["leaves"]
    return next(open_premises(case, other) for other in case.document["options"] if other["id"] == leaves)
