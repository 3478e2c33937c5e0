"""Dates and sizes of an option's premises (method.md, sections 1 and 3)."""

from dataclasses import dataclass

from .figures import Record, by_year, fraction, number, number_or_none
from .growth import Case


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

    def size(self, per: str) -> list[float]:
        """What an amount per m2, person, workstation or office is multiplied by, in each budget year."""
        whole = [1.0] * len(self.people)
        return {"m2": self.area, "person": self.people, "workstation": self.workstations, "office": whole}[per]

    def end(self, case: Case) -> float:
        """The premises' end: the expiry where nothing follows it, else the horizon."""
        if self.lease_expiry is not None and "renewal" not in self.lease:
            return self.lease_expiry
        return float(case.months)


def open_premises(case: Case, option: Record) -> Premises:
    """The dates and sizes of one option."""
    document = case.document
    office, lease = document["office"], option["lease"]
    move = option.get("move")
    planned = number(document, move, "month") if move is not None else 0.0
    delay = number(document, move, "delay") if move is not None else 0.0
    expiry = number_or_none(document, lease, "expiry")

    people = by_year(document, office, "people", "people_from", case.years, number(document, office, "people"))
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
    )


def left_premises(case: Case, premises: Premises) -> Premises | None:
    """The premises that a moving option gives up; None for one that stays."""
    if not premises.moves:
        return None
    leaves = premises.option["move"]["leaves"]
    return next(open_premises(case, other) for other in case.document["options"] if other["id"] == leaves)
