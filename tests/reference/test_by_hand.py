"""Small cases worked out by hand in the comments, so that the reference itself stands on something."""

import datetime
from typing import Any

import pytest

from tests.reference import present_values, total_costs

Record = dict[str, Any]
FREE: Record = {"tenure": "owned"}  # Costs nothing and lasts.


def case(*options: Record, years: int = 3, growth: Any = 0, **parts: Any) -> Record:
    """A case of ten people on 100 m2 with one driver; the last option is there because a case needs two."""
    document: Record = {
        "format": 1,
        "title": "By hand",
        "agency": "Agency",
        "illustrative": True,
        "decision_date": datetime.date(2026, 1, 1),
        "horizon_years": years,
        "currency": "USD",
        "discounting": {"rate": 10},
        "drivers": [{"id": "prices", "name": "Prices", "growth": growth}],
        "office": {"people": 10, "m2_per_desk": 10},
        "options": [*options, {"id": "other", "name": "Other", "lease": FREE}],
    }
    return document | parts


def option(name: str, lease: Record, **parts: Any) -> Record:
    """An option with its lease."""
    return {"id": name, "name": name, "lease": lease} | parts


def yearly(document: Record, name: str, category: str, payer: str = "agency", nature: str = "cash") -> list[float]:
    """The amounts of one option and category, year by year."""
    totals = total_costs(document)
    return [totals.get((name, year, category, payer, nature), 0.0) for year in range(document["horizon_years"])]


def test_rent_free_months_then_a_step() -> None:
    # 100 m2 x 10 a month = 1,000 a month; months 0-2 free; from month 18 100 m2 x 144 a year = 1,200 a month.
    # Year 0: 9 x 1,000. Year 1: 6 x 1,000 + 6 x 1,200. Year 2: 12 x 1,200.
    # The service charge runs from month 0: 100 x 12 = 1,200 a year, growing 10 % a year: 1,200, 1,320, 1,452.
    rent = {"mode": 10, "low": 8, "high": 15, "unit": "USD/m2/month", "source": "a broker", "quality": "estimated"}
    lease = {
        "tenure": "commercial",
        "rent": "shared.rent",
        "rent_free_months": 3,
        "steps": [{"after_months": 18, "rent": 144}],
        "service_charge": 12,
        "service_charge_driver": "prices",
    }
    document = case(option("stay", lease), growth=10, shared={"rent": "shared.market", "market": rent})
    assert yearly(document, "stay", "rent") == pytest.approx([9_000, 13_200, 14_400])
    assert yearly(document, "stay", "service charge") == pytest.approx([1_200, 1_320, 1_452])


def test_indexation_under_a_cap_and_over_a_floor() -> None:
    # The lease began 18 months ago; 1,000 a month today. Anniversaries in months 6, 18 and 30 follow the growth of
    # years ceil(6/12) - 1 = 0, 1 and 2: 10 % held to 5 %; 2 %; -4 % held to 1 %. The one in month -6 does not count.
    # Levels: 1,000; 1,050 from month 6; 1,071 from month 18; 1,081.71 from month 30.
    clause = {"driver": "prices", "cap": 5, "floor": 1}
    lease = {"tenure": "commercial", "start": -18, "rent": 120, "indexation": clause}
    document = case(option("stay", lease), growth=[10, 2, -4])
    expected = [6 * 1_000 + 6 * 1_050, 6 * 1_050 + 6 * 1_071, 6 * 1_071 + 6 * 1_081.71]
    assert yearly(document, "stay", "rent") == pytest.approx(expected)


def test_renewal_at_the_market_of_the_day() -> None:
    # Expiry in month 18, in year 1: 200 x 1.1 x 1.2 = 264 a m2, 26,400 a year, 2,200 a month, for one year. In month
    # 30, in year 2: 200 x 1.21 x 1.2 = 290.4 a m2, 2,420 a month. Before that 1,000 a month.
    renewal = {"rent": 200, "driver": "prices", "premium": 20, "term_years": 1}
    lease = {"tenure": "commercial", "rent": 120, "expiry": 18, "renewal": renewal, "restoration": 0}
    document = case(option("stay", lease), growth=10)
    expected = [12_000, 6 * 1_000 + 6 * 2_200, 6 * 2_200 + 6 * 2_420]
    assert yearly(document, "stay", "rent") == pytest.approx(expected)


def test_delayed_move_holds_over_and_pays_twice() -> None:
    # Planned for month 9, six months late: M = 15. The old lease (1,000 a month, the host paying a quarter) ends in
    # month L = 12 and is held over for [12, 15) at 1.5 times, without subsidy: 4,500. The new lease (2,000 a month)
    # begins in month 6 + 6 = 12: double rent for [12, 15) of 6,000, then rent of 9 x 2,000 and 12 x 2,000.
    # Old premises put back in month 15, in year 1 and at its prices: 100 m2 x 7 x 1.1 = 770. The old deposit of 300 was
    # paid before the decision and comes back in month 15; the new one of 500 is paid in month 12 and back in month 36.
    # Cleaning of the old premises, 1,200 a year: year 0 1,200; year 1 3 months at 1,320 a year = 330.
    old = {
        "tenure": "commercial",
        "start": -30,
        "expiry": 12,
        "rent": 120,
        "holdover_premium": 50,
        "deposit": 300,
        "restoration": 7,
        "restoration_driver": "prices",
        "subsidy": {"share": 25, "until": 100},
    }
    new = {"tenure": "commercial", "start": 6, "rent": 240, "deposit": 500}
    cleaning = {"name": "Cleaning", "category": "cleaning", "amount": 1_200, "driver": "prices"}
    document = case(
        option("stay", old, running=[cleaning]),
        option("go", new, move={"leaves": "stay", "month": 9, "delay": 6}),
        growth=10,
    )
    assert yearly(document, "go", "holdover") == pytest.approx([0, 4_500, 0])
    assert yearly(document, "go", "double rent") == pytest.approx([0, 6_000, 0])
    assert yearly(document, "go", "rent") == pytest.approx([9_000, 18_000, 24_000])
    assert yearly(document, "go", "rent", "host") == pytest.approx([3_000, 0, 0])
    assert yearly(document, "go", "restoration") == pytest.approx([0, 770, 0])
    assert yearly(document, "go", "deposit") == pytest.approx([0, 500 - 300, -500])
    assert yearly(document, "go", "cleaning") == pytest.approx([1_200, 330, 0])
    # Who stays must leave in month 12: rent, cleaning and everything else end there.
    assert yearly(document, "stay", "rent") == pytest.approx([9_000, 0, 0])
    assert yearly(document, "stay", "cleaning") == pytest.approx([1_200, 0, 0])


def test_break_option_with_a_penalty() -> None:
    # Moving in month 9; the old lease (1,000 a month, until month 30) may end from month 10.5: L = 10.5.
    # Rent for 9 months, 1.5 months of double rent, and the penalty in month 10.5, in year 0, never indexed.
    old = {"tenure": "commercial", "start": -6, "expiry": 30, "rent": 120}
    old["break_option"] = {"month": 10.5, "penalty": 5_000}
    document = case(
        option("stay", old), option("go", {"tenure": "owned"}, move={"leaves": "stay", "month": 9}), growth=10
    )
    assert yearly(document, "go", "rent") == pytest.approx([9_000, 0, 0])
    assert yearly(document, "go", "double rent") == pytest.approx([1_500, 0, 0])
    assert yearly(document, "go", "exit penalty") == pytest.approx([5_000, 0, 0])


def test_value_in_kind_is_never_below_zero_in_a_year() -> None:
    # Nominal rent of 100 a month, from month 18 of 2,000 a month; the market asks 1,000 a month.
    # Year 0: 12,000 - 1,200. Year 1: 12,000 - (600 + 12,000) is below 0, so 0. Year 2: 12,000 - 24,000, so 0.
    lease = {
        "tenure": "nominal",
        "rent": 12,
        "steps": [{"after_months": 18, "rent": 240}],
        "market_value": {"rent": 120, "driver": "prices"},
    }
    assert yearly(case(option("stay", lease)), "stay", "value in kind", "host", "in kind") == pytest.approx(
        [10_800, 0, 0]
    )


def test_costs_of_a_house_shared_with_a_tenant_that_leaves() -> None:
    # 10 of us; A of 20 people stays, B of 40 leaves in month 14, so it shares in years 0 and 1 (12 < 14) and not in 2;
    # half of the others are there. Our share: 10 / (10 + 30) = 1/4 in years 0 and 1, 10 / (10 + 10) = 1/2 in year 2.
    # We move in in month 6; the house runs from then, at 8,000 a year: 1/2 x 8,000 x 1/4 = 1,000, then 2,000, 4,000.
    # B pays 600 a year elsewhere: half of year 0, nothing in year 1, all of year 2.
    tenants = [{"name": "A", "people": 20}, {"name": "B", "people": 40, "leaves": 14, "cost_today": 600}]
    cost = {"name": "Guards", "category": "security", "amount": 8_000, "driver": "prices", "shared_by": "people"}
    house = {"id": "house", "name": "House", "already_running": False, "occupancy": 50, "driver": "prices"}
    house |= {"tenants": tenants, "costs": [cost]}
    go = option("go", FREE, move={"leaves": "stay", "month": 6}, house="house")
    document = case(option("stay", FREE), go, houses=[house])
    assert yearly(document, "go", "security") == pytest.approx([1_000, 2_000, 4_000])
    assert yearly(document, "go", "security", "un") == pytest.approx([3_000, 6_000, 4_000])
    assert yearly(document, "go", "tenants elsewhere", "un") == pytest.approx([300, 0, 600])
    assert yearly(document, "stay", "security", "un") == pytest.approx([0, 0, 0])
    assert yearly(document, "stay", "tenants elsewhere", "un") == pytest.approx([600, 600, 600])


def test_a_saving_that_ramps_up() -> None:
    # Starts in month 6, mature a year later. Year 0: a triangle of half a year up to 1/2: 1/8. Year 1: half a year
    # from 1/2 to 1 (3/8) and half a year in full (1/2): 7/8. Year 2: 1. Half the work, saved by 40 %, of 2 x 5,000:
    # 2,000 a year, a quarter of it cash. The fee of 100 a month runs from month 6: 600, 1,200, 1,200.
    fee = {"mode": 100, "unit": "USD/month", "source": "the provider", "quality": "exact"}
    service = {"service": "ict", "opt_in": True, "owed_to_move": False, "people": 2, "cost_per_person": 5_000}
    service |= {"can_be_shared": 50, "saving": 40, "cash_part": 25, "start": 6, "ramp_years": 1}
    service |= {"driver": "prices", "fee": fee, "transition": 900}
    document = case(option("stay", FREE), back_office=[service])
    assert yearly(document, "stay", "back office saving") == pytest.approx([-62.5, -437.5, -500])
    assert yearly(document, "stay", "back office saving", nature="efficiency") == pytest.approx(
        [-187.5, -1312.5, -1500]
    )
    assert yearly(document, "stay", "back office fee") == pytest.approx([600, 1_200, 1_200])
    assert yearly(document, "stay", "back office transition") == pytest.approx([900, 0, 0])


def test_real_rates_another_currency_and_present_value() -> None:
    # Real growth 5 % over inflation of 20 %: nominal 1.05 x 1.2 = 1.26. The dong loses 25 % a year, as written: 2 for
    # one dollar, then 2.5. A discount rate of 10 % real: 1.1 x 1.2 = 1.32 nominal.
    # Power, 1,000 dong a year: 1,000 / 2 = 500; 1,260 / 2.5 = 504. A grant of 200 in month 18; fit-out 100 in month 24,
    # the very end, so at the prices of year 1: 126, and a tenth more for contingency: 12.6.
    power = {"name": "Power", "category": "utilities", "amount": 1_000, "driver": "prices", "currency": "VND"}
    grant = {"name": "Grant", "giver": "host", "amount": 200, "month": 18}
    works = {"name": "Works", "category": "fit-out", "amount": 100, "driver": "prices", "month": 24}
    stay = option("stay", FREE, running=[power], one_offs=[works], contributions=[grant], contingency=10)
    document = case(
        stay,
        years=2,
        growth=5,
        currencies=[{"code": "VND", "rate": 2, "change": 25}],
        discounting={"rate": 10, "rates": "real", "inflation": 20},
    )
    assert yearly(document, "stay", "utilities") == pytest.approx([500, 504])
    assert yearly(document, "stay", "fit-out") == pytest.approx([0, 126])
    assert yearly(document, "stay", "contingency") == pytest.approx([0, 12.6])
    values = present_values(document)
    costs = 500 / 1.32**0.5 + 504 / 1.32**1.5 + 138.6 / 1.32**2
    assert values["stay", "agency"] == pytest.approx(costs - 200 / 1.32**1.5)
    assert values["stay", "everyone"] == pytest.approx(costs)


def test_coordinators_and_travel() -> None:
    # Three coordinators, hosted at 400 each: 1,200 a year in kind, until the ministry takes their desks in month 18;
    # then 3 x 1,000 a year for the agency: half of year 1, all of year 2.
    # One constituent one degree of latitude away: 6371.0088 x pi / 180 = 111.195080 km, by road twice that: 222.390160.
    # Four trips, there and back: 8 x 222.390160 x 0.5 = 889.560640 of fares a year. At 30 km/h (2 minutes a km) with 10
    # minutes of access: 8 x (10 + 2 x 222.390160) / 60 x 2 people x 9 an hour = 1091.472768.
    desks = {"arrangement": "may be lost", "lost": 1, "lost_from": 18, "desk_cost": 1_000}
    place = {"latitude": 21, "longitude": 105, "screening": 99}
    modes = [{"name": "bus", "share": 100, "peak_speed": 30, "free_speed": 30}]
    document = case(
        option("stay", FREE, coordinators=desks, place=place),
        coordinators={"number": 3, "value_of_hosting": 400, "driver": "prices"},
        travel={"shown_in": "money", "cost_per_hour": 9, "people_per_trip": 2, "fare_per_km": 0.5, "driver": "prices"},
        access={"constituents": "c.csv", "ideal": 9, "limit": 99, "circuity": 2, "access_minutes": 10, "modes": modes},
    )
    document["options"][1]["place"] = place
    there: Record = {"name": "Union", "group": "workers", "latitude": 22, "longitude": 105}
    there |= {"visits_by_them": 1, "visits_by_us": 4, "since": None, "until": None}
    gone = there | {"name": "Gone", "until": document["decision_date"]}
    totals = total_costs(document, [there, gone])
    assert totals["stay", 0, "fares", "agency", "cash"] == pytest.approx(889.560640)
    assert totals["stay", 2, "staff travel time", "agency", "efficiency"] == pytest.approx(1091.472768)
    measured = total_costs(document, [there], {("Union", "stay"): 60.0})
    assert measured["stay", 0, "staff travel time", "agency", "efficiency"] == pytest.approx(8 * 2 * 9)
    assert totals["stay", 1, "value in kind", "host", "in kind"] == pytest.approx(600)
    assert yearly(document | {"travel": {}}, "stay", "coordinators") == pytest.approx([0, 1_500, 3_000])


def test_coordinators_by_country() -> None:
    # One in A, hosted at 400 until the ministry takes the desk in month 18, then 1,000 a year for the agency. Two in B,
    # hosted at 250 each for good. In kind: 400 + 500, then half of 400 + 500, then 500.
    desks = {
        "countries": [
            {"country": "B"},
            {"country": "A", "arrangement": "may be lost", "lost": 1, "lost_from": 18, "desk_cost": 1_000},
        ]
    }
    countries = [
        {"name": "A", "number": 1, "value_of_hosting": 400},
        {"name": "B", "number": 2, "value_of_hosting": 250},
    ]
    counted = {"driver": "prices", "countries": countries}
    document = case(option("stay", FREE, coordinators=desks), coordinators=counted)
    assert yearly(document, "stay", "coordinators") == pytest.approx([0, 500, 1_000])
    totals = total_costs(document)
    given = [totals["stay", year, "value in kind", "host", "in kind"] for year in range(3)]
    assert given == pytest.approx([900, 700, 500])
