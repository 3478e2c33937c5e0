"""Figures by year: people, desks, area, occupancy and the discount rate, by hand and against the plain figure."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from colocate.analysis.money.unit_costs import cost_per_person
from colocate.case import Case
from colocate.casefile.building import build_case
from colocate.casefile.reading import faults_of_document
from colocate.model.evaluate import evaluate
from colocate.words.gates import gate_in_words
from tests.documents import template_document
from tests.examples import (
    SAME_EACH_TIME,
    commercial,
    example_prices,
    expected_office,
    office,
    office_document,
    one_off,
    option,
    running,
    yearly,
)
from tests.strategies import documents

Record = dict[str, Any]
GROWING: Record = {"people": 10, "m2_per_desk": 10, "people_from": [{"from_year": 2, "people": 16}]}
HOUSE: Record = {
    "id": "house",
    "name": "House",
    "already_running": True,
    "occupancy": 100,
    "tenants": [{"name": "Other", "people": 30, "workstations": 30}],
    "costs": [
        {"name": "Guards", "category": "security", "amount": 4000, "driver": "prices", "shared_by": "people"},
    ],
}


def test_costs_follow_the_people_of_their_year() -> None:
    # 10 people, 16 in year 2: 50 a person a year; a one-off of 7 a person in month 25 falls in year 2.
    stay = option("stay", running=[running(50, per="person")], one_offs=[one_off(7, month=25, per="person")])
    outcome = office(stay, office=GROWING)
    assert yearly(outcome, "stay", "security") == [500, 500, 800]
    assert yearly(outcome, "stay", "fit-out") == [0, 0, 112]


def test_an_area_that_is_not_stated_follows_the_people() -> None:
    # 10 m2 a desk at 120: 100 m2 are 12,000 a year, 160 m2 are 19,200.
    assert yearly(office(option("stay", commercial()), office=GROWING), "stay", "rent") == [12000, 12000, 19200]


def test_an_area_by_year_is_what_is_let_then() -> None:
    lease = commercial(area=100, area_from=[{"from_year": 1, "area": 150}, {"from_year": 2, "area": 80}])
    outcome = office(option("stay", lease))
    assert yearly(outcome, "stay", "rent") == [12000, 18000, 9600]
    assert expected_office(option("stay", lease)).option("stay").area_by_year[:, 0].tolist() == [100, 150, 80]


def test_desks_by_year_make_the_space_that_is_needed() -> None:
    desks = {"people": 10, "m2_per_desk": 10, "desks_from": [{"from_year": 1, "desks_per_person": 0.5}]}
    assert yearly(office(option("stay", commercial()), office=desks), "stay", "rent") == [12000, 6000, 6000]


def test_an_option_with_desks_of_its_own_keeps_them() -> None:
    desks = {"people": 10, "m2_per_desk": 10, "desks_from": [{"from_year": 1, "desks_per_person": 0.5}]}
    outcome = office(option("stay", commercial(), desks_per_person=2), office=desks)
    assert yearly(outcome, "stay", "rent") == [24000, 24000, 24000]


def test_a_share_follows_people_and_occupancy() -> None:
    # Of 4,000: 10 of 40; 10 of 25 at half occupancy; 16 of 31.
    house = HOUSE | {"occupancy_from": [{"from_year": 1, "occupancy": 50}]}
    outcome = office(option("stay", house="house"), office=GROWING, houses=[house])
    assert yearly(outcome, "stay", "security") == pytest.approx([1000, 1600, 4000 * 16 / 31])
    assert yearly(outcome, "stay", "security", "un") == pytest.approx([3000, 2400, 4000 * 15 / 31])


def test_cost_per_person_is_over_the_people_of_the_year() -> None:
    found = expected_office(option("stay", commercial()), office=GROWING)
    per_person = cost_per_person(found.option("stay"))
    assert per_person is not None
    assert per_person[:, 0].tolist() == [1200, 1200, 1200]


@pytest.mark.parametrize(
    ("lease", "status", "words"),
    [
        (commercial(area=120), "fail", "120 m2 for a need of 160 m2, in year 3"),
        (commercial(area=200), "pass", "200 m2 for a need of 160 m2, in year 3"),
        (
            commercial(area=120, area_from=[{"from_year": 1, "area": 170}]),
            "pass",
            "170 m2 for a need of 160 m2, in year 3",
        ),
        (commercial(area=90, expiry=20), "fail", "90 m2 for a need of 100 m2, in year 1"),
        (commercial(area=100, expiry=24), "pass", "100 m2 for a need of 100 m2, in year 1"),  # gone before year 2
    ],
)
def test_room_must_do_in_every_year_of_use(lease: Record, status: str, words: str) -> None:
    gates = {gate.name: gate for gate in office(option("stay", lease), office=GROWING).option("stay").gates}
    assert gates["space"].status == status
    assert gate_in_words(gates["space"]) == words


def test_desks_of_the_house_must_do_in_every_year_too() -> None:
    house = HOUSE | {"desks": 50, "occupancy_from": [{"from_year": 1, "occupancy": 140}]}  # 20 free, then 8
    outcome = office(option("stay", house="house"), houses=[house])
    (gate,) = (one for one in outcome.option("stay").gates if one.name == "space")
    assert gate.status == "fail"
    assert gate_in_words(gate) == "100 m2 for a need of 100 m2; 8 desks free for a need of 10, in year 2"


def test_money_is_brought_back_year_after_year_at_the_rate_of_each() -> None:
    # 10 % in years 0 and 1, 5 % from year 2 on.
    rates = {"rate": 10, "rate_from": [{"from_year": 2, "rate": 5}]}
    prices = example_prices(discounting=rates | {"timing": "end"}, horizon_years=4)
    ends = [1 / 1.1, 1 / 1.21, 1 / 1.21 / 1.05, 1 / 1.21 / 1.05**2]
    assert prices.discount[:, 0].tolist() == pytest.approx(ends)
    assert float(np.ravel(prices.annuity)[0]) == pytest.approx(1 / sum(ends))
    assert prices.moment(30.0).discount.tolist() == pytest.approx([1 / 1.21 / 1.05**0.5])
    assert prices.moment(48.0).discount.tolist() == pytest.approx(ends[-1:])
    started = example_prices(discounting=rates | {"timing": "start"}, horizon_years=4)
    assert started.discount[:, 0].tolist() == pytest.approx([1, *ends[:-1]])


def test_rates_above_inflation_are_turned_into_nominal_ones_in_every_year() -> None:
    real = {"rate": 4, "rate_from": [{"from_year": 1, "rate": 2}], "rates": "real", "inflation": 3}
    prices = example_prices(discounting=real | {"timing": "end"})
    assert prices.discount[:2, 0].tolist() == pytest.approx([1 / 1.0712, 1 / 1.0712 / (1.02 * 1.03)])


def with_the_same_figure_again(document: Record) -> Record:
    """The document with lists by year that say again what the plain figures are."""
    same = copy.deepcopy(document)
    year = same["horizon_years"] - 1
    office, discounting = same["office"], same["discounting"]
    office["people_from"] = [{"from_year": year, "people": office["people"]}]
    office["desks_from"] = [{"from_year": year, "desks_per_person": office.get("desks_per_person", 1)}]
    discounting["rate_from"] = [{"from_year": year, "rate": discounting["rate"]}]
    for house in same.get("houses", []):
        house["occupancy_from"] = [{"from_year": year, "occupancy": house.get("occupancy", 100)}]
    for one in same["options"]:
        if "area" in one["lease"]:
            one["lease"]["area_from"] = [{"from_year": year, "area": one["lease"]["area"]}]
    return same


def without_changes(document: Record) -> Record:
    plain = copy.deepcopy(document)
    for record in (
        plain["office"],
        plain["discounting"],
        *plain.get("houses", []),
        *(one["lease"] for one in plain["options"]),
    ):
        for key in ("people_from", "desks_from", "rate_from", "occupancy_from", "area_from"):
            record.pop(key, None)
    return plain


@settings(SAME_EACH_TIME, max_examples=12)
@given(documents(years=(2, 12)))
def test_a_figure_by_year_that_is_constant_equals_the_plain_one(document: Record) -> None:
    plain = without_changes(document)
    first, second = (evaluate(build_case(one)) for one in (plain, with_the_same_figure_again(plain)))
    for one, other in zip(first.options, second.options, strict=True):
        for pair, money in one.money.items():
            size = max(1.0, float(np.abs(money.by_year).max()))
            np.testing.assert_allclose(other.money[pair].by_year, money.by_year, rtol=1e-12, atol=1e-12 * size)
            for name in ("present_value", "equivalent_annual"):
                np.testing.assert_allclose(
                    getattr(other.money[pair], name), getattr(money, name), rtol=1e-11, atol=1e-11 * size
                )
        assert [gate.status for gate in one.gates] == [gate.status for gate in other.gates]


def test_a_figure_by_year_is_a_figure_like_any_other() -> None:
    ranged = {"low": 12, "mode": 16, "high": 20, "unit": "person", "source": "made up", "quality": "assumed"}
    office_by_year = GROWING | {"people_from": [{"from_year": 2, "people": ranged}]}
    case: Case = build_case(office_document(option("stay", commercial(area=150)), office=office_by_year))
    assert "office.people_from[0].people" in case.quantities
    futures = evaluate(replace(case), 64)
    fits = futures.option("stay").fits
    assert 0 < fits.sum() < 64  # up to 15 people have room
    assert np.array_equal(fits, futures.figures["office.people_from[0].people"] <= 15)
    people = futures.expected.option("stay").stay.size.people
    assert np.ravel(people)[:2].tolist() == [10, 10]


@pytest.mark.parametrize(
    ("changes", "path", "told"),
    [
        ([{"from_year": 0, "people": 1}], "office.people_from[0].from_year", "year 0 is not one from which"),
        ([{"from_year": 3, "people": 1}], "office.people_from[0].from_year", "year 3 is beyond the horizon"),
        (
            [{"from_year": 2, "people": 1}, {"from_year": 2, "people": 1}],
            "office.people_from[1].from_year",
            "year 2 is not after the year before it",
        ),
        ([{"from_year": 1}], "office.people_from[0].people", "is missing"),
        ([{"from_year": 1.5, "people": 2}], "office.people_from[0].from_year", "is not what is due here"),
    ],
)
def test_years_stand_in_order_and_within_the_horizon(changes: list[Record], path: str, told: str) -> None:
    document = office_document(office={"people": 10, "m2_per_desk": 10, "people_from": changes})
    (fault,) = (one for one in faults_of_document(document) if one.path == path)
    assert told in str(fault)


def test_the_desks_of_an_option_go_by_its_own_years_and_not_by_those_of_the_office() -> None:
    desks = {"people": 10, "m2_per_desk": 10, "desks_from": [{"from_year": 1, "desks_per_person": 0.5}]}
    own = {"desks_per_person": 1.2, "desks_from": [{"from_year": 2, "desks_per_person": 0.8}]}
    outcome = office(option("stay", commercial(), **own), office=desks)
    assert yearly(outcome, "stay", "rent") == pytest.approx([14400, 14400, 9600])


def test_they_need_a_first_figure_of_the_option() -> None:
    document = template_document()
    document["options"][0]["desks_from"] = [{"from_year": 2, "desks_per_person": 0.8}]
    assert [fault.path for fault in faults_of_document(document)] == ["options[0].desks_per_person"]
