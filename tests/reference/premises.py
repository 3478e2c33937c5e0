"""Dates and sizes of an option's premises (method.md, sections 1 and 3)."""

from dataclasses import dataclass

from .figures import Record, fraction, number, number_or_none
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
    people: float
    workstations: float
    area: float
    space_needed: float

    def size(self, per: str) -> float:
        """What an amount per m2, person, workstation or office is multiplied by."""
        return {"m2": self.area, "person": self.people, "workstation": self.workstations, "office": 1.0}[per]

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

    people = number(document, office, "people")
    of_office = number(document, office, "desks_per_person", 1.0)
    workstations = people * number(document, option, "desks_per_person", of_office)
    m2_per_desk = number(document, option, "m2_per_desk", number(document, office, "m2_per_desk"))
    space_needed = workstations * m2_per_desk * (1 + fraction(document, office, "shared_space"))
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
        area=number(document, lease, "area", space_needed),
        space_needed=space_needed,
    )


def left_premises(case: Case, premises: Premises) -> Premises | None:
    """The premises that a moving option gives up; None for one that stays."""
    if not premises.moves:
        return None
    leaves = premises.option["move"]["leaves"]
    return next(open_premises(case, other) for other in case.document["options"] if other["id"] == leaves)
