"""Random valid cases, as the plain dict that a TOML reader gives for a case file."""

import datetime
import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from colocate.casefile.rules_of_ranges import faults_of_ranges
from colocate.casefile.walk import survey
from tests.reference.figures import central_of_table
from tests.strategies_classes import take_ranges_from_classes
from tests.strategies_disruption import draw_disruption
from tests.strategies_owning import draw_owning
from tests.strategies_paper import draw_paper
from tests.strategies_premises import (
    PER,
    RUNNING_CATEGORIES,
    Draft,
    Record,
    draw_changes,
    draw_house,
    draw_lease,
    draw_payments,
    figure,
    money_of,
    money_over_time,
    month,
    month_figure,
    one_of,
    priced,
    some_of,
    whole,
)
from tests.strategies_ruled_out import draw_ruled_out

SERVICES = ("finance", "procurement", "human resources", "ict", "logistics", "facilities")
ONE_OFF_CATEGORIES = (
    "fit-out", "furniture", "moving", "ict set-up", "security compliance", "project management",
    "contribution to the house", "other one-off",
)  # fmt: skip
PAYERS = ("agency", "un", "host", "donor")
BEFORE, DECISION_DATE, AFTER = datetime.date(2024, 1, 1), datetime.date(2026, 7, 1), datetime.date(2029, 1, 1)
PERIODS = (
    (None, None), (BEFORE, None), (DECISION_DATE, None), (AFTER, None),
    (None, AFTER), (BEFORE, AFTER), (None, DECISION_DATE), (BEFORE, DECISION_DATE),
)  # fmt: skip


def draw_growth(draft: Draft, low: float, high: float) -> Any:
    """One figure for all years, or a list with one per year, perhaps longer than the horizon."""
    if whole(draft, 0, 2) < 2:
        return figure(draft, low, high, "%/year")
    return [figure(draft, low, high, "%/year") for _ in range(whole(draft, 1, 5))]


def draw_discounting(draft: Draft) -> Record:
    """The discount rate; inflation stands beside real rates and nowhere else."""
    wanted = some_of(draft, "rates", "real", "timing", "rate_from")
    discounting: Record = {"rate": figure(draft, -2, 14, "%/year")}
    if "rate_from" in wanted:
        discounting["rate_from"] = draw_changes(draft, -2, 14, "rate", "%/year")
    if "rates" in wanted:
        discounting["rates"] = "real" if "real" in wanted else "nominal"
        if "real" in wanted:
            discounting["inflation"] = figure(draft, 0, 9, "%/year")
    if "timing" in wanted:
        discounting["timing"] = one_of(draft, ("mid", "end", "start"))
    return discounting


def draw_currencies(draft: Draft) -> list[Record]:
    """The currencies other than the case's own."""
    rates = {"VND": (15_000, 30_000), "EUR": (0.5, 1.5)}
    currencies: list[Record] = []
    for code in draft.codes[1:]:
        currencies.append({"code": code, "rate": figure(draft, *rates[code], f"{code}/{draft.codes[0]}")})
        if whole(draft, 0, 2):
            currencies[-1]["change"] = draw_growth(draft, -6, 15)
    return currencies


def draw_office(draft: Draft) -> Record:
    """Who works there and how much room they need."""
    wanted = some_of(draft, "desks_per_person", "shared_space", "people_from", "desks_from")
    office: Record = {"people": figure(draft, 1, 120, "person"), "m2_per_desk": figure(draft, 4, 20, "m2/workstation")}
    if "desks_per_person" in wanted:
        office["desks_per_person"] = figure(draft, 0.4, 1.5, "workstation/person")
    if "people_from" in wanted:
        office["people_from"] = draw_changes(draft, 1, 120, "people", "person")
    if "desks_from" in wanted:
        office["desks_from"] = draw_changes(draft, 0.4, 1.5, "desks_per_person", "workstation/person")
    if "shared_space" in wanted:
        office["shared_space"] = figure(draft, 0, 80, "%")
    return office


def draw_service(draft: Draft, service: str) -> Record:
    """One service of the back office, with any of its flags."""
    wanted = some_of(
        draft, "opt_in", "owed_to_move", "needs_recognition", "recognised_from", "people", "purchases", "start",
        "ramp_years", "can_be_shared", "cash_part", "fee", "transition", "currency", "fund",
    )  # fmt: skip
    record: Record = {"service": service, "opt_in": "opt_in" in wanted, "owed_to_move": "owed_to_move" in wanted}
    money = money_of(draft, record, wanted)
    record |= {"driver": one_of(draft, draft.drivers), "saving": figure(draft, -20, 60, "%")}
    if "needs_recognition" in wanted:
        record["needs_recognition"] = True
        if "recognised_from" in wanted:
            record["recognised_from"] = month_figure(draft, 0, draft.months)
    if "people" in wanted:
        record["people"] = figure(draft, 0, 12, "person")
        record["cost_per_person"] = money_over_time(draft, 60_000, f"{money}/person")
    if "purchases" in wanted:
        record["purchases"] = money_over_time(draft, 200_000, money)
    if "start" in wanted:
        record["start"] = month_figure(draft, 0, 40)
    if "ramp_years" in wanted:
        record["ramp_years"] = whole(draft, 0, 24) / 4
    for name in sorted({"can_be_shared", "cash_part"} & wanted):
        record[name] = figure(draft, 0, 100, "%")
    if "fee" in wanted:
        record["fee"] = money_over_time(draft, 50_000, money)
    if "transition" in wanted:
        record["transition"] = figure(draft, 0, 100_000, money)
    if "fund" in wanted:
        record["fund"] = one_of(draft, draft.funds)
    return record


def draw_line(draft: Draft, place: int, categories: tuple[str, ...]) -> tuple[Record, str, set[str]]:
    """What running and one-off lines have in common, the unit of their amount, and further flags."""
    wanted = some_of(draft, "per", "currency", "payer", "fund", "staff_time", "first", "second")
    line: Record = {"name": f"Line {place}", "category": one_of(draft, categories)}
    line["driver"] = one_of(draft, draft.drivers)
    money = money_of(draft, line, wanted)
    if "per" in wanted:
        line["per"] = one_of(draft, PER)
    if "payer" in wanted:
        line["payer"] = one_of(draft, PAYERS)
    if "fund" in wanted and line.get("payer", "agency") == "agency":
        line["fund"] = one_of(draft, draft.funds)
    if "staff_time" in wanted:
        line["staff_time"] = True
    return line, priced(money, line.get("per", "office")), wanted


def draw_running(draft: Draft, place: int) -> Record:
    """A running cost, perhaps over a part of the horizon only."""
    line, unit, wanted = draw_line(draft, place, RUNNING_CATEGORIES)
    line["amount"] = money_over_time(draft, 1_000, unit) if "per" in line else money_over_time(draft, 200_000, unit)
    start = month(draft, 0, draft.months - 1) if "first" in wanted else 0
    if "first" in wanted:
        line["start"] = start
    if "second" in wanted:
        line["end"] = month(draft, start + 0.25, draft.months + 12)
    draw_payments(draft, line)
    return line


def draw_income(draft: Draft, place: int) -> Record:
    """What others pay the agency, perhaps over a part of the horizon only, and not always let."""
    wanted = some_of(draft, "per", "currency", "fund", "vacancy", "first", "second")
    line: Record = {"name": f"Income {place}", "kind": one_of(draft, ("sublease", "parking", "other"))}
    line["driver"] = one_of(draft, draft.drivers)
    money = money_of(draft, line, wanted)
    if "per" in wanted:
        line["per"] = one_of(draft, PER)
    unit = priced(money, line.get("per", "office"))
    line["amount"] = money_over_time(draft, 1_000, unit) if "per" in line else money_over_time(draft, 200_000, unit)
    if "fund" in wanted:
        line["fund"] = one_of(draft, draft.funds)
    if "vacancy" in wanted:
        line["vacancy"] = figure(draft, 0, 100, "%")
    start = month(draft, 0, draft.months - 1) if "first" in wanted else 0
    if "first" in wanted:
        line["start"] = start
    if "second" in wanted:
        line["end"] = month(draft, start + 0.25, draft.months + 12)
    draw_payments(draft, line)
    return line


def draw_one_off(draft: Draft, place: int) -> Record:
    """A one-off cost."""
    line, unit, wanted = draw_line(draft, place, ONE_OFF_CATEGORIES)
    line["amount"] = figure(draft, 0, 2_000, unit) if "per" in line else figure(draft, 0, 1_000_000, unit)
    line["month"] = month_figure(draft, 0, draft.months)
    if "first" in wanted:
        line["shifts_with_delay"] = bool(whole(draft, 0, 1))
    if "second" in wanted:
        line["contingency"] = bool(whole(draft, 0, 1))
    if whole(draft, 0, 2) == 2:
        line["repeats_every_years"] = whole(draft, 1, 7)
        if isinstance(line["month"], int | float) and whole(draft, 0, 1):
            line["until"] = month(draft, line["month"] + 0.25, draft.months + 12)
    return line


def draw_contribution(draft: Draft, place: int) -> Record:
    """Money from the host or a donor."""
    wanted = some_of(draft, "donor", "currency", "shifts_with_delay", "fund")
    line: Record = {"name": f"Gift {place}", "giver": "donor" if "donor" in wanted else "host"}
    line["amount"] = figure(draft, 0, 500_000, money_of(draft, line, wanted))
    line["month"] = month_figure(draft, 0, draft.months)
    if "shifts_with_delay" in wanted:
        line["shifts_with_delay"] = bool(whole(draft, 0, 1))
    if "fund" in wanted:
        line["fund"] = one_of(draft, draft.funds)
    return line


def draw_desks(draft: Draft) -> Record:
    """What an option does to the coordinators' desks."""
    desks: Record = {"arrangement": one_of(draft, ("hosted", "house", "may be lost"))}
    if desks["arrangement"] != "hosted":
        desks["desk_cost"] = money_over_time(draft, 9_000, f"{draft.codes[0]}/person")
    if desks["arrangement"] == "may be lost":
        desks["lost_from"] = month_figure(draft, 0, draft.months)
        odds = whole(draft, 0, 12)
        words = {"unit": "yes/no", "source": "drawn at random", "quality": "assumed"}
        desks["lost"] = odds if odds < 2 else {"shape": "yes/no", "probability": (odds - 2) / 10} | words
    return desks


def draw_coordinators(draft: Draft) -> Record:
    """National Coordinators, counted together or by country."""
    money = f"{draft.codes[0]}/person"

    def hosted() -> Record:
        return {"number": figure(draft, 0, 9, "person"), "value_of_hosting": money_over_time(draft, 8_000, money)}

    countries = [{"name": f"Country {place}"} | hosted() for place in range(whole(draft, 0, 3))]
    return ({"countries": countries} if countries else hosted()) | {"driver": one_of(draft, draft.drivers)}


def draw_plan(draft: Draft, coordinators: Record) -> Record:
    """What an option does to all coordinators' desks, or to those of each country where they are counted so."""
    names = [one["name"] for one in coordinators.get("countries", [])]
    if not names or whole(draft, 0, 2) == 0:
        return draw_desks(draft)
    plan: Record = {"countries": [{"country": name} | draw_desks(draft) for name in reversed(names)]}
    return plan | ({"fund": one_of(draft, draft.funds)} if whole(draft, 0, 1) else {})


def draw_premises(draft: Draft, place: int, option: Record) -> Record:
    """One of up to two further premises of an option, which may begin later than the option."""
    move = option.get("move")
    premises: Record = {"id": f"annex-{place}", "name": f"Annex {place}", "people_share": figure(draft, 0, 40, "%")}
    lease = draw_lease(draft, None if move is None else move["month"], None)
    bound = {"deposit_paid", "rent_paid_until", "break_option"} & lease.keys()
    if not bound and whole(draft, 0, 2) == 2:
        lease["start"] = month(draft, 0, max(lease.get("expiry", draft.months + 12) - 0.25, 0))
    if lease.get("start", 0) <= 0:
        lease.pop("rent_driver", None)
    for one in lease.get("incentives", []):  # one landlord at most pays for the fit-out: that of the main premises
        one["kind"] = "allowance" if one["kind"] == "works" else one["kind"]
    premises["lease"] = lease
    wanted = some_of(draft, "people_share_from", "running", "income")
    if "people_share_from" in wanted:
        premises["people_share_from"] = draw_changes(draft, 0, 40, "people_share", "%")
    if "running" in wanted:
        premises["running"] = [draw_running(draft, 0)]
    if "income" in wanted:
        premises["income"] = [draw_income(draft, 0)]
    return premises


def draw_option(draft: Draft, document: Record, number: int, stays: list[str]) -> Record:
    """An option: it leaves one of those that stay, or stays itself where `stays` is empty."""
    wanted = some_of(
        draft, "house", "common_premises", "desks_per_person", "m2_per_desk", "house_use", "contingency",
        "residual_value", "coordinators", "delay",
    )  # fmt: skip
    option: Record = {"id": f"option-{number}", "name": f"Option {number}"}
    planned_month = None
    if stays:
        planned_month = month(draft, 0, draft.months)
        option["move"] = {"leaves": one_of(draft, stays), "month": planned_month}
        if "delay" in wanted:
            option["move"]["delay"] = month_figure(draft, 0, 30)
    houses = document.get("houses", [])
    house = houses[whole(draft, 0, len(houses) - 1)] if houses and "house" in wanted else None
    if house is not None:
        option["house"] = house["id"]
    if "common_premises" in wanted:
        option["common_premises"] = True
    option["lease"] = draw_lease(draft, planned_month, house)
    if planned_month is not None and whole(draft, 0, 1):
        overlaps = option["lease"].get("start", 0) < planned_month
        option["disruption"] = draw_disruption(draft, overlaps=overlaps)
    option["premises"] = [draw_premises(draft, place, option) for place in range(max(whole(draft, 0, 5) - 3, 0))]
    if house is not None:
        by = {cost["shared_by"] for cost in house["costs"]} | {option["lease"].get("shared_by")}
        if "house_use" in wanted or "use" in by:
            option["house_use"] = figure(draft, 0, 50, "use/year")
    if "desks_per_person" in wanted:
        option["desks_per_person"] = figure(draft, 0.4, 1.5, "workstation/person")
        if whole(draft, 0, 1):
            option["desks_from"] = draw_changes(draft, 0.4, 1.5, "desks_per_person", "workstation/person")
    if "m2_per_desk" in wanted:
        option["m2_per_desk"] = figure(draft, 4, 20, "m2/workstation")
    counts = whole(draft, 0, 74)  # Up to 4 running costs, 4 one-offs and 2 contributions, in one draw.
    option["running"] = [draw_running(draft, place) for place in range(counts % 5)]
    option["income"] = [draw_income(draft, place) for place in range(whole(draft, 0, 5) // 2)]
    option["one_offs"] = [draw_one_off(draft, place) for place in range(counts // 5 % 5)]
    leases = [option["lease"], *(one["lease"] for one in option["premises"])]
    if any(one["kind"] == "works" for lease in leases for one in lease.get("incentives", [])):
        fit_out = draw_one_off(draft, len(option["one_offs"])) | {"category": "fit-out"}
        option["one_offs"].append({name: part for name, part in fit_out.items() if name not in ("payer", "staff_time")})
    option["contributions"] = [draw_contribution(draft, place) for place in range(counts // 25)]
    option |= draw_owning(draft, moves=bool(stays))
    if "contingency" in wanted:
        option["contingency"] = figure(draft, 0, 30, "%")
    if "residual_value" in wanted:
        option["residual_value"] = figure(draft, 0, 500_000, draft.codes[0])
        if whole(draft, 0, 1):
            option["residual_driver"] = one_of(draft, draft.drivers)
    if "coordinators" in wanted and "coordinators" in document:
        option["coordinators"] = draw_plan(draft, document["coordinators"])
    return {name: part for name, part in option.items() if name != "premises" or part}


def draw_document(draw: Callable[[Any], Any], years: tuple[int, int] = (1, 20)) -> tuple[Draft, Record]:
    """A case without constituents, over a number of years from the first to the second."""
    codes = ["USD", *sorted(some_of(Draft(draw, 1, [], [], []), "VND", "EUR"))]
    funds = ["Regular budget", "Trust fund"]
    draft = Draft(draw, draw(st.integers(*years)), codes, [], funds)
    draft.drivers = [f"driver-{place}" for place in range(whole(draft, 1, 3))]
    wanted = some_of(draft, "coordinators", "first house", "second house", *SERVICES)
    document: Record = {
        "format": 1,
        "title": "A case drawn at random",
        "agency": "Agency",
        "illustrative": True,
        "decision_date": DECISION_DATE,
        "horizon_years": draft.horizon,
        "currency": codes[0],
        "funds": funds,
        "discounting": draw_discounting(draft),
        "drivers": [{"id": name, "name": name, "growth": draw_growth(draft, -4, 12)} for name in draft.drivers],
        "currencies": draw_currencies(draft),
        "office": draw_office(draft),
        "houses": [
            draw_house(draft, place) for place, name in enumerate(("first", "second")) if f"{name} house" in wanted
        ],
        "back_office": [draw_service(draft, service) for service in SERVICES if service in wanted],
    }
    if "coordinators" in wanted:
        document["coordinators"] = draw_coordinators(draft)
    # The baseline stays; of the others each may move away from one that stays.
    stays = ["option-0"]
    document["options"] = [draw_option(draft, document, 0, [])]
    for number in range(1, whole(draft, 2, 4)):
        moves = whole(draft, 0, 3) > 0
        document["options"].append(draw_option(draft, document, number, list(stays) if moves else []))
        if not moves:
            stays.append(f"option-{number}")
    document["shared"] = draft.shared
    document["ruled_out"] = draw_ruled_out(draft)
    document["paper"] = draw_paper(draft, [one["id"] for one in document["options"]])
    kept = {name: part for name, part in document.items() if part != [] and part != {}}
    take_ranges_from_classes(draft, kept)
    take_back_ranges_that_cross(kept)
    return draft, kept


def take_back_ranges_that_cross(document: Record) -> None:
    """Fix figures, at their central values, of which a draw could fall in the wrong order: a case refuses those."""
    while faults := faults_of_ranges(survey(document)):
        for fault in faults:
            place: Any = document
            for word, number in re.findall(r"([^.\[\]]+)|\[(\d+)\]", fault.path.rpartition(".")[0]):
                step = int(number) if number else word
                place = named(place, step) if isinstance(place, list) else place[step]
            place["mode"] = central_of_table(document, place)
            for key in ("low", "high", "shape", "plan", "reference_class"):
                place.pop(key, None)


def named(records: list[Any], key: str | int) -> Any:
    """The record of a list by its short name, else by its place."""
    return next((one for one in records if isinstance(one, dict) and key in one.values()), None) or records[int(key)]


@st.composite
def documents(draw: Callable[[Any], Any], years: tuple[int, int] = (1, 20)) -> Record:
    """Any valid case without constituents, over a number of years from the first to the second."""
    return draw_document(draw, years)[1]


@st.composite
def documents_with_travel(draw: Callable[[Any], Any]) -> tuple[Record, list[Record]]:
    """Any valid case with staff travel shown in money, and its constituents."""
    draft, document = draw_document(draw)
    wanted = some_of(draft, "people_per_trip", "driver", "currency", "fund", "access_minutes", "peak_share", "bus")
    travel: Record = {"shown_in": "money"}
    money = money_of(draft, travel, wanted)
    travel["cost_per_hour"] = figure(draft, 0, 60, f"{money}/hour")
    travel["fare_per_km"] = figure(draft, 0, 3, f"{money}/km")
    travel["driver"] = one_of(draft, draft.drivers)
    if "people_per_trip" in wanted:
        travel["people_per_trip"] = figure(draft, 1, 4, "person")
    if "fund" in wanted:
        travel["fund"] = one_of(draft, draft.funds)
    access: Record = {"constituents": "constituents.csv", "ideal": 15, "limit": 90}
    access["circuity"] = figure(draft, 1, 2, "ratio")
    if "access_minutes" in wanted:
        access["access_minutes"] = figure(draft, 0, 20, "minute")
    if "peak_share" in wanted:
        access["peak_share"] = figure(draft, 0, 100, "%")
    shares = {"taxi": 35, "bus": 65} if "bus" in wanted else {"taxi": 100}
    access["modes"] = [
        {
            "name": name,
            "share": share,
            "peak_speed": figure(draft, 5, 30, "km/h"),
            "free_speed": figure(draft, 30, 60, "km/h"),
        }
        for name, share in shares.items()
    ]
    for option in document["options"]:
        option["place"] = {
            "latitude": figure(draft, 20.9, 21.1, "degree"),
            "longitude": figure(draft, 105.7, 105.9, "degree"),
            "screening": figure(draft, 0, 15, "minute"),
        }
    document |= {"travel": travel, "access": access} | ({"shared": draft.shared} if draft.shared else {})
    return document, [draw_constituent(draft, place) for place in range(whole(draft, 1, 5))]


def draw_constituent(draft: Draft, place: int) -> Record:
    """A constituent somewhere in the town, perhaps not there yet or not there any more."""
    since, until = PERIODS[whole(draft, 0, len(PERIODS) - 1)]
    return {
        "name": f"Constituent {place}",
        "group": one_of(draft, ("government", "employers", "workers")),
        "latitude": 20.9 + whole(draft, 0, 200) / 1000,
        "longitude": 105.7 + whole(draft, 0, 200) / 1000,
        "visits_by_them": whole(draft, 1, 50),
        "visits_by_us": whole(draft, 0, 50),
        "since": since,
        "until": until,
    }
