"""What the questions ask: the fields by question, and the answers as a frozen record.

Labels, units, limits and helps are those of the records of a case where a field goes there as it is. A figure is told
by no number (nobody knows), by one, by both ends of its range, or by low, most likely and high.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated, Literal, get_args

from colocate.case import Case
from colocate.case.office import Office
from colocate.case.premises import Lease, Move
from colocate.case.reach import Gate, GateStatus, Government, TravelEstimate
from colocate.case.services import SERVICES, BackOfficeService
from colocate.case.spending import Contribution
from colocate.casefile.fields import fields_of
from colocate.quantity import Measure, Note

Told = tuple[float, ...]

Kind = Literal["", "low", "middle", "high"]
Held = Literal["", "commercial", "rent-free", "owned"]
Offered = Literal["", "rent-free", "preferential", "commercial"]
By = Literal["", "host government", "UN entity", "landlord"]
RentPer = Literal["m2 and month", "month", "year"]
Further = Literal["none", "new terms", "another building"]
YesNo = Literal["", "yes", "no"]
Step = Literal["", "1", "2", "3", "4", "5"]
Form = Literal["", "spoken", "written", "budgeted", "signed"]
Group = Literal["government", "employers", "workers", "others"]

MOST_SERVED, MOST_WORDS = 12, 120
"""Organisations that may be told, and characters of a text."""

LONGEST_MOVE, SHORTEST_HORIZON = 60.0, 5
"""Months until moving in, and years looked at: whatever is answered, what the move costs falls within them."""


def _note(record: type, name: str) -> Note:
    """Give what a field of a case means; TypeError for a figure."""
    found = next(one.note for one in fields_of(record) if one.name == name)
    if not isinstance(found, Note):
        raise TypeError(name)
    return found


def _measure(record: type, name: str, unit: str = "", least: float | None = None, most: float | None = None) -> Measure:
    """Give what a figure of a case means, in one unit, and within these limits where they are told."""
    found = next(one for one in fields_of(record) if one.name == name).measure
    least, most = found.least if least is None else least, found.most if most is None else most
    return replace(found, unit=unit or found.unit, least=least, most=most)


@dataclass(frozen=True, kw_only=True)
class Served:
    """An organisation that the office serves, and the way to it."""

    name: Annotated[str, Note("Name", "As it calls itself.")] = ""
    group: Annotated[Group, Note("Group", "government, employers, workers or others.")] = "government"
    way_today: Annotated[
        Told, replace(_measure(TravelEstimate, "minutes"), label="Minutes today", help="One way, door to door.")
    ] = ()
    way_then: Annotated[
        Told,
        replace(_measure(TravelEstimate, "minutes"), label="Minutes then", help="To the new office, one way."),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers to the questions; what is empty nobody knows."""

    agency: Annotated[str, _note(Case, "agency")] = ""
    place: Annotated[str, Note("City and country", "Where the office is.")] = ""
    market: Annotated[
        Kind,
        Note("What offices cost there", "It says which defaults stand for what is not known: low, middle or high."),
    ] = ""
    made_up: Annotated[bool, Note("Only a trial", "true: the figures are made up, and the case says so.")] = False

    decision_date: Annotated[date | None, _note(Case, "decision_date")] = None
    horizon_years: Annotated[
        int | None, Note("Years to look at", "10 where it is left open.", least=SHORTEST_HORIZON, most=30)
    ] = None

    people: Annotated[Told, _measure(Office, "people", least=1)] = ()

    tenure: Annotated[
        Held, Note("The office has", "A lease, premises free of rent from a host, or its own building.")
    ] = ""
    area: Annotated[Told, _measure(Lease, "area", least=1)] = ()
    rent: Annotated[Told, _measure(Lease, "rent", "USD")] = ()
    rent_per: Annotated[RentPer, Note("Rent is", "For a square metre and a month, or for the whole office.")] = (
        "m2 and month"
    )
    service_charge: Annotated[Told, _measure(Lease, "service_charge", "USD/m2/month")] = ()
    months_left: Annotated[
        Told,
        Measure("Months left", "month", "Until the lease ends, or its rent is next agreed anew.", least=1, most=600),
    ] = ()

    offer: Annotated[
        Offered,
        Note("What is offered", "Premises free of rent, below the rent of the market, or at the market's rent."),
    ] = ""
    offered_by: Annotated[By, Note("Offered by", "The host government, a UN entity or a landlord.")] = ""
    offer_rent: Annotated[Told, _measure(Lease, "rent", "USD/m2/month")] = ()
    offer_charge: Annotated[
        Told,
        replace(
            _measure(Lease, "service_charge", "USD/m2/month"), help="Or a share of the common services of the house."
        ),
    ] = ()
    offer_area: Annotated[Told, _measure(Lease, "area", least=1)] = ()

    move_month: Annotated[Told, _measure(Move, "month", most=LONGEST_MOVE)] = ()
    offer_years: Annotated[
        Told, Measure("Years that it holds", "year", "For how long the premises are promised.", least=1, most=60)
    ] = ()

    fit_out: Annotated[
        Told, Measure("Fit-out and works", "USD", "All that is built for the office, whoever gives a part.", least=0)
    ] = ()
    capital: Annotated[
        Told, Measure("Contribution to the house", "USD", "Asked of each entity that comes in, once.", least=0)
    ] = ()
    grant: Annotated[Told, replace(_measure(Contribution, "amount", "USD"), label="Given by others")] = ()
    grant_by: Annotated[Literal["host", "donor"], _note(Contribution, "giver")] = "host"

    further: Annotated[
        Further, Note("Another way", "None, new terms for the present premises, or another building.")
    ] = "none"
    further_rent: Annotated[Told, _measure(Lease, "rent", "USD/m2/month")] = ()
    further_years: Annotated[
        Told, Measure("Years of the lease", "year", "Until its rent is agreed anew.", least=1, most=60)
    ] = ()
    further_area: Annotated[Told, _measure(Lease, "area", least=1)] = ()
    further_month: Annotated[Told, _measure(Move, "month", most=LONGEST_MOVE)] = ()

    services: Annotated[tuple[str, ...], _note(Case, "back_office")] = ()
    service_people: Annotated[
        Told, replace(_measure(BackOfficeService, "people", least=0), help="Full-time posts for all of them together.")
    ] = ()
    without_move: Annotated[
        YesNo, Note("Without moving", "Whether they could be shared without moving, by mutual recognition.")
    ] = ""

    served: Annotated[tuple[Served, ...], Note("Organisations", "Those that matter most to the office.")] = ()

    wish: Annotated[Step, replace(_note(Government, "step"), label="The government's wish", least=None, most=None)] = ""
    wish_form: Annotated[Form, _note(Government, "form")] = ""
    wish_evidence: Annotated[str, _note(Government, "evidence")] = ""

    security: Annotated[GateStatus, _note(Gate, "status")] = "unknown"
    legal: Annotated[GateStatus, _note(Gate, "status")] = "unknown"
    accessibility: Annotated[GateStatus, _note(Gate, "status")] = "unknown"
    security_today: Annotated[GateStatus, _note(Gate, "status")] = "unknown"
    legal_today: Annotated[GateStatus, _note(Gate, "status")] = "unknown"
    accessibility_today: Annotated[GateStatus, _note(Gate, "status")] = "unknown"


QUESTIONS: dict[str, tuple[str, ...]] = {
    "office": ("agency", "place", "market", "made_up"),
    "when": ("decision_date", "horizon_years"),
    "people": ("people",),
    "today": ("tenure", "area", "rent", "rent_per", "service_charge", "months_left"),
    "offer": ("offer", "offered_by", "offer_rent", "offer_charge", "offer_area"),
    "moving": ("move_month", "offer_years"),
    "works": ("fit_out", "capital", "grant", "grant_by"),
    "another": ("further", "further_rent", "further_years", "further_area", "further_month"),
    "services": ("services", "service_people", "without_move"),
    "served": ("served",),
    "government": ("wish", "wish_form", "wish_evidence"),
    "gates": (
        *("security_today", "legal_today", "accessibility_today"),
        *("security", "legal", "accessibility"),
    ),
}
"""The questions in their order, each with the fields that it asks for."""

TAKEN = {"market": "middle", "tenure": "commercial", "offer": "preferential", "without_move": "yes"}
"""The answer that is taken where nobody knows: so that no saving, say, is owed to the move unless somebody says so."""

GATES = ("security", "legal", "accessibility")
GROUPS: tuple[Group, ...] = get_args(Group)
ASKED_SERVICES: tuple[str, ...] = SERVICES


def is_asked(name: str, answers: Answers) -> bool:
    """Tell whether a field is asked for, after what else was answered: no rent of premises that are free."""
    if name in ("rent", "rent_per"):
        return answers.tenure in ("", "commercial")
    if name in ("service_charge", "months_left"):
        return answers.tenure != "owned"
    if name == "offer_rent":
        return answers.offer != "rent-free"
    if name in ("further_rent", "further_years"):
        return further_of(answers) != "none"
    if name in ("further_area", "further_month"):
        return further_of(answers) == "another building"
    if name == "service_people":
        return bool(answers.services)
    if name == "without_move":
        return bool(answers.services)
    if name in ("wish_form", "wish_evidence"):
        return bool(answers.wish)
    return name != "grant_by" or bool(answers.grant)


def further_of(answers: Answers) -> Further:
    """Give the further option; there are no new terms for premises of one's own."""
    return "none" if answers.tenure == "owned" and answers.further == "new terms" else answers.further


def is_known(name: str, answers: Answers) -> bool:
    """Tell whether a field has an answer: anything but what it begins with."""
    standard = next(one.default for one in fields(Answers) if one.name == name)
    return bool(getattr(answers, name) != standard)
