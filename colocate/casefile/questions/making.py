"""From answers to a short case: its text, with comments in plain words, and the table of the organisations served."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from colocate.case.reach import GateStatus
from colocate.casefile.questions.answers import GATES, TAKEN, Answers, Served, further_of
from colocate.casefile.questions.figures import Written, after, answered, assumed, market, written_text
from colocate.casefile.tables import CONSTITUENT_COLUMNS
from colocate.safe import for_file_name, one_line
from colocate.units import MONTHS_PER_YEAR

STAY, HOUSE, TERMS, OTHER = "stay", "un-house", "new-terms", "other-building"
YEARS = 10
VISITS = 12
"""Visits a year each way, of every organisation alike: nobody was asked how often they meet."""

NO_PLACE = "Assumption: the place was not asked for; the minutes of the ways are told instead"
ALIKE = "Assumption: where it is and how often one meets was not asked; all count alike"
ANSWERED = "Answered in the questions"

Lines = Iterator[str]


@dataclass(frozen=True)
class NewCase:
    """A case as files: the name and the text of the case, and its tables by name."""

    file_name: str
    text: str
    tables: Mapping[str, bytes]


def new_case(answers: Answers, today: date) -> NewCase:
    """Make a case of the answers, given on a day; the same answers make the same files."""
    stem = for_file_name(" ".join(one for one in (answers.agency, answers.place) if one) or "my office")
    table = f"{stem}-constituents.csv"
    served = told_apart(answers.served)
    text = "\n".join([*_case(answers, served, table, today), ""])
    tables = {table: _table(served).encode()} if served else {}
    return NewCase(f"{stem}.toml", text, tables)


def told_apart(served: Iterable[Served]) -> tuple[tuple[str, Served], ...]:
    """Give the organisations of which anything is told, each under a name of its own."""
    found: list[tuple[str, Served]] = []
    for one in served:
        if not (one.name.strip() or one.way_today or one.way_then):
            continue
        named = one_line(one.name, 120) or f"Organisation {len(found) + 1}"
        taken, name, number = {name for name, _ in found}, named, 2
        while name in taken:
            name, number = f"{named} ({number})", number + 1
        found.append((name, one))
    return tuple(found)


def _case(answers: Answers, served: tuple[tuple[str, Served], ...], table: str, today: date) -> Lines:
    day = answers.decision_date or today
    agency, place = one_line(answers.agency, 120) or "Our agency", one_line(answers.place, 120)
    yield "# A short case, made from the answers to the questions of the app."
    yield "# What was not known is a default of the kind of market named below, marked as assumed, with a wide range."
    yield "# Months count from the decision date. Every figure may be replaced; the page Figures lists all of them."
    yield ""
    yield "format = 1"
    yield _line("title", f"{agency}, {place}: stay or move" if place else f"{agency}: stay or move")
    yield _line("summary", _summary(answers))
    yield _line("agency", agency)
    yield _line("illustrative", answers.made_up, "true: the figures are made up")
    yield _line("decision_date", day)
    yield _line("horizon_years", answers.horizon_years or YEARS)
    yield _line("currency", "USD", "every amount is in US dollars")
    yield _line("defaults", market(answers), "what offices cost there, where it was not told")
    yield from _shared(answers, served)
    yield from ("", "# How many people work in the office", "[office]")
    yield _line("people", _told(answers, "people", "person", "people", is_exact=True))
    if served:
        yield from _access(answers, served, table)
    yield from _services(answers)
    yield from _stay(answers, bool(served))
    yield from _house(answers, bool(served))
    yield from _further(answers, bool(served))


def _summary(answers: Answers) -> str:
    offered = f", which the {answers.offered_by} offers" if answers.offered_by else ""
    return f"Stay where the office is, or move into the UN House{offered}. Made from answers to questions."


def _shared(answers: Answers, served: tuple[tuple[str, Served], ...]) -> Lines:
    """Figures that stand in several places: months, the area of today, the ways."""
    further = further_of(answers)
    yield from ("", "# Figures that more than one place uses", "[shared]")
    yield _line("moving_month", _told(answers, "move_month", "month", "moving_month", lever=True))
    if answers.area:
        yield _line("area_today", answered(answers.area, "m2", ANSWERED, is_exact=True))
    if further == "another building":
        yield _line("other_month", _told(answers, "further_month", "month", "moving_month", lever=True))
    for number, (_, one) in enumerate(served, start=1):
        yield _line(f"way_{number}_today", _way(answers, one.way_today))
        yield _line(f"way_{number}_then", _way(answers, one.way_then))


def _access(answers: Answers, served: tuple[tuple[str, Served], ...], table: str) -> Lines:
    yield from (
        "",
        "# The organisations that the office serves stand in a table; their ways are told here.",
        "[access]",
    )
    yield _line("constituents", table)
    way_of = {STAY: "today", HOUSE: "then"}
    way_of |= {TERMS: "today"} if further_of(answers) == "new terms" else {}
    for number, (name, _) in enumerate(served, start=1):
        for option, way in way_of.items():
            yield from _entry("access.estimates", constituent=name, option=option, minutes=f"shared.way_{number}_{way}")
        if further_of(answers) == "another building":
            yield from _entry("access.estimates", constituent=name, option=OTHER, minutes=_way(answers, ()))


def _services(answers: Answers) -> Lines:
    """Services that could be shared; the saving is owed to the move only where somebody says so."""
    if not answers.services:
        return
    yield from ("", "# Services that could be shared with others")
    posts = assumed("service_posts", answers)
    if answers.service_people:
        parts = len(answers.services)
        posts = answered(answers.service_people, "person", ANSWERED).each(lambda of_all: of_all / parts, "person")
    owed = (answers.without_move or TAKEN["without_move"]) == "no"
    for service in answers.services:
        yield from _entry("back_office", service=service, opt_in=True, owed_to_move=owed, people=posts)


def _stay(answers: Answers, has_place: bool) -> Lines:
    yield from ("", "# The first option is what the others are measured against: the office stays.")
    yield from _option(STAY, "Stay", "Stay", has_place)
    yield _line("gates", _gates([getattr(answers, f"{gate}_today") for gate in GATES]))
    yield from ("", "[options.lease]")
    yield _line("tenure", answers.tenure or TAKEN["tenure"], "" if answers.tenure else "how it is held was not known")
    yield from _area_today(answers)
    if answers.tenure == "owned":
        return
    yield _line("expiry", _told(answers, "months_left", "month", "months_left", is_exact=True))
    if answers.tenure != "rent-free" and answers.rent:
        yield _line("rent", _rent_today(answers))
    if answers.service_charge:
        yield _line("service_charge", answered(answers.service_charge, "USD/m2/month", ANSWERED, is_exact=True))


def _rent_today(answers: Answers) -> Written:
    """Give the rent a square metre and month; one of the whole office is parted over its area, or the likely one."""
    rent = answered(answers.rent, "USD/m2/month", ANSWERED, is_exact=True)
    if answers.rent_per == "m2 and month":
        return rent
    months, area = (MONTHS_PER_YEAR if answers.rent_per == "year" else 1.0), likely_area(answers)
    return rent.each(lambda whole: whole / months / area, "USD/m2/month")


def likely_area(answers: Answers) -> float:
    """Give the area of today, or the one that so many people need by the defaults, at its most likely."""
    if answers.area:
        return answered(answers.area, "m2", ANSWERED).central
    people = _told(answers, "people", "person", "people").central
    desks, each, shared = (assumed(one, answers).central for one in ("desks_per_person", "m2_per_desk", "shared_space"))
    return people * desks * each * (1.0 + shared / 100.0)


def _house(answers: Answers, has_place: bool) -> Lines:
    yield from ("", "# The move into the UN House")
    yield from _option(HOUSE, "Move to the UN House", "UN House", has_place)
    yield _line("common_premises", True)
    yield _line("move", {"leaves": STAY, "month": "shared.moving_month"})
    if answers.wish:
        wish: dict[str, Any] = {"step": int(answers.wish)}
        wish |= {"form": answers.wish_form} if answers.wish_form else {}
        wish |= {"evidence": one_line(answers.wish_evidence, 400) or ANSWERED}
        yield _line("government", wish)
    yield _line("gates", _gates([getattr(answers, gate) for gate in GATES]))
    yield from ("", "[options.lease]")
    yield _line("tenure", answers.offer or TAKEN["offer"], "" if answers.offer else "what is offered was not known")
    if answers.offer_area:
        yield _line("area", answered(answers.offer_area, "m2", ANSWERED, lever=True))
    yield _line("start", "shared.moving_month")
    month = _told(answers, "move_month", "month", "moving_month")
    yield _line("expiry", after(month, _told(answers, "offer_years", "year", "promised_years")))
    if answers.offer != "rent-free" and answers.offer_rent:
        yield _line("rent", answered(answers.offer_rent, "USD/m2/month", ANSWERED, lever=True))
    elif answers.offer in ("", "preferential"):
        yield _line("rent", below_the_market(answers))
    if answers.offer_charge:
        yield _line("service_charge", answered(answers.offer_charge, "USD/m2/month", ANSWERED, lever=True))
    yield from _works(answers)


def below_the_market(answers: Answers) -> Written:
    """Give the rent of an offer that nobody knows: anything from none to the market's."""
    rent = assumed("market_rent", answers)
    return Written(
        (0.0, rent.central / 2.0, rent.numbers[-1]),
        rent.unit,
        "Assumption: anything from no rent to that of the market; ask for the offer",
        "assumed",
        True,
        rent.default,
    )


def _works(answers: Answers) -> Lines:
    """What the move costs once, and what others give to it; whatever nobody has promised is not counted."""
    month = "shared.moving_month"
    if answers.fit_out:
        amount = answered(answers.fit_out, "USD", ANSWERED, lever=True)
        yield from _entry("options.one_offs", name="Fit-out", category="fit-out", amount=amount, month=month)
    capital = (
        {"amount": answered(answers.capital, "USD", ANSWERED, lever=True)}
        if answers.capital
        else {"per": "person", "amount": assumed("house_contribution", answers)}
    )
    name = "Contribution to the house"
    yield from _entry(
        "options.one_offs", name=name, category="contribution to the house", **capital, month=month, contingency=False
    )
    if answers.grant:
        amount = answered(answers.grant, "USD", ANSWERED, lever=True)
        name = "Given by a donor" if answers.grant_by == "donor" else "Given by the host government"
        yield from _entry("options.contributions", name=name, giver=answers.grant_by, amount=amount, month=month)


def _further(answers: Answers, has_place: bool) -> Lines:
    further = further_of(answers)
    if further == "none":
        return
    years = _told(answers, "further_years", "year", "lease_years")
    rent = answered(answers.further_rent, "USD/m2/month", ANSWERED, lever=True) if answers.further_rent else None
    if further == "new terms":
        yield from ("", "# The same premises on new terms")
        yield from _option(TERMS, "Stay on new terms", "New terms", has_place)
        yield _line("gates", _gates([getattr(answers, f"{gate}_today") for gate in GATES]))
        yield from ("", "[options.lease]", _line("tenure", "commercial"))
        yield from _area_today(answers)
        yield _line("expiry", years.each(lambda length: MONTHS_PER_YEAR * length, "month"))
    else:
        yield from ("", "# Another building")
        yield from _option(OTHER, "Move to another building", "Other building", has_place)
        yield _line("move", {"leaves": STAY, "month": "shared.other_month"})
        yield from ("", "[options.lease]", _line("tenure", "commercial"))
        if answers.further_area:
            yield _line("area", answered(answers.further_area, "m2", ANSWERED, lever=True))
        yield _line("start", "shared.other_month")
        yield _line("expiry", after(_told(answers, "further_month", "month", "moving_month"), years))
    if rent is not None:
        yield _line("rent", rent)


def _option(key: str, name: str, short: str, has_place: bool) -> Lines:
    yield from ("", "[[options]]", _line("id", key), _line("name", name), _line("short", short))
    if has_place:
        nowhere = Written((0.0,), "degree", NO_PLACE, "assumed")
        yield _line("place", {"latitude": nowhere, "longitude": nowhere})


def _area_today(answers: Answers) -> Lines:
    if answers.area:
        yield _line("area", "shared.area_today")


def _gates(statuses: Iterable[GateStatus]) -> list[dict[str, Any]]:
    found = []
    for gate, status in zip(GATES, statuses, strict=True):
        evidence = "Not known when the questions were answered" if status == "unknown" else ANSWERED
        found.append({"name": gate, "status": status, "evidence": evidence})
    return found


def _told(
    answers: Answers, name: str, unit: str, default: str, *, is_exact: bool = False, lever: bool = False
) -> Written:
    """Give the answer to a field as a figure, or the assumption that stands for it."""
    numbers = getattr(answers, name)
    if numbers:
        return answered(numbers, unit, ANSWERED, is_exact=is_exact, lever=lever)
    return assumed(default, answers)


def _way(answers: Answers, numbers: tuple[float, ...]) -> Written:
    return answered(numbers, "minute", ANSWERED) if numbers else assumed("way", answers)


def _entry(heading: str, **values: Any) -> Lines:
    yield from ("", f"[[{heading}]]")
    yield from (_line(key, value) for key, value in values.items())


def _line(key: str, value: Any, comment: str = "") -> str:
    return f"{key} = {written_text(value)}" + (f"   # {comment}" if comment else "")


def _table(served: tuple[tuple[str, Served], ...]) -> str:
    """Write the constituents' table: no place is known, and all are visited alike."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(CONSTITUENT_COLUMNS)
    for name, one in served:
        table.writerow([name, one.group, 0, 0, VISITS, VISITS, "", "", "", ALIKE])
    return text.getvalue()
