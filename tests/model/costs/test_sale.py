"""The sale of a building in its month or after moving out, its costs, and what a building is worth at the horizon."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.cautions import cautions
from colocate.analysis.money.budget import one_off_budget
from colocate.analysis.money.five_years import five_year_reading
from colocate.model.outcome import Outcome
from colocate.words.cautions import caution_words
from tests.examples import SAME_EACH_TIME, Record, commercial, expected_office, moving, office, one_off, option, yearly


def sale(price: float = 1_000, **terms: Any) -> Record:
    """A sale of the old building, in today's prices."""
    return {"name": "Old building", "price": price, "driver": "prices"} | terms


# Prices rise by 10 % a year; three years: 1; 1.1; 1.21. The office moves in month 9, three months late.
SOLD: dict[str, tuple[Record, list[float]]] = {
    "on moving out": (sale(), [0, -1_100, 0]),
    "a year after moving out": (sale(months_after=12), [0, 0, -1_210]),
    "in its month, which moves with the delay": (sale(month=6), [-1_000, 0, 0]),
    "in a month that moves into the next year": (sale(month=9), [0, -1_100, 0]),
    "in a month that stays": (sale(month=9, shifts_with_delay=False), [-1_000, 0, 0]),
    "at the horizon": (sale(month=33), [0, 0, -1_210]),
    "after the horizon": (sale(months_after=30), [0, 0, 0]),
}


@pytest.mark.parametrize(("record", "expected"), SOLD.values(), ids=SOLD)
def test_a_sale_by_year(record: Record, expected: list[float]) -> None:
    outcome = office(option("stay"), moving(9, delay=3, sales=[record | {"costs": 4}]), growth=10)
    assert yearly(outcome, "move", "sale") == pytest.approx(expected)
    assert yearly(outcome, "move", "costs of sale") == pytest.approx([-0.04 * one for one in expected])


def present_value(outcome: Outcome, option_id: str) -> float:
    return float(outcome.option(option_id).money["agency", "cash"].present_value[0])


def test_a_sale_is_brought_to_today_from_its_month() -> None:
    outcome = office(option("stay"), moving(9, sales=[sale(costs=4)]))
    assert present_value(outcome, "move") == pytest.approx(-960 / 1.1**0.75)


def test_an_option_that_stays_may_sell_what_it_does_not_need() -> None:
    assert yearly(office(option("stay", sales=[sale(month=14)])), "stay", "sale") == [0, -1_000, 0]


@SAME_EACH_TIME
@given(st.integers(0, 144).map(lambda quarters: quarters / 4), st.integers(1, 999), st.integers(0, 20))
def test_a_building_sold_in_two_halves_is_sold_whole(month: float, part: int, costs: int) -> None:
    whole = office(option("stay", sales=[sale(month=month, costs=costs)]), growth=7)
    halves = [sale(one, month=month, costs=costs, name=f"Half of {one}") for one in (part, 1_000 - part)]
    if part == 500:
        halves[1]["name"] = "Other half"
    parted = office(option("stay", sales=halves), growth=7)
    assert present_value(parted, "stay") == pytest.approx(present_value(whole, "stay"))


@SAME_EACH_TIME
@given(st.integers(0, 144).map(lambda quarters: quarters / 4))
def test_a_building_bought_and_sold_for_the_same_in_the_same_month_costs_nothing(month: float) -> None:
    bought = one_off(1_000, month, name="Building", category="other one-off")
    outcome = office(option("stay", one_offs=[bought], sales=[sale(month=month)]), growth=7)
    assert present_value(outcome, "stay") == pytest.approx(0.0, abs=1e-9)


def test_a_price_pays_for_no_move_and_is_no_cost_avoided() -> None:
    """The one-off budget is found before; and what is had in money was had as a building before."""
    moved = moving(9, one_offs=[one_off(300)], sales=[sale(costs=4)])
    expected = expected_office(option("stay"), moved, horizon_years=5)
    assert one_off_budget(expected.option("move"))[:, 0] == pytest.approx([300, 0, 0, 0, 0])
    assert five_year_reading(expected, "move")["monetary", "one-time"] == pytest.approx(-340)


# ---- what is left at the horizon


def test_a_residual_value_in_prices_of_the_horizon_or_of_today() -> None:
    at_horizon = office(option("stay", residual_value=1_000), growth=10)
    today = office(option("stay", residual_value=1_000, residual_driver="prices"), growth=10)
    assert yearly(at_horizon, "stay", "residual value") == pytest.approx([0, 0, -1_000])
    assert yearly(today, "stay", "residual value") == pytest.approx([0, 0, -1_210])
    assert present_value(today, "stay") == pytest.approx(-1_210 / 1.1**3)


# ---- what is left out, or easily misread, is told


def kinds(*options: Record) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.kind, one.options) for one in cautions(expected_office(*options))}


def test_a_building_of_which_nothing_is_said_is_told() -> None:
    lease = commercial()
    assert ("building owned", ("stay",)) in kinds(option("stay"), option("other", lease))
    assert ("building owned", ("stay",)) not in kinds(option("stay", residual_value=9), option("other", lease))
    assert ("building left unsold", ("move",)) in kinds(option("stay"), moving(9, lease))
    assert ("building left unsold", ("move",)) not in kinds(option("stay"), moving(9, lease, sales=[sale()]))
    assert ("building left unsold", ("move",)) not in kinds(option("stay", lease), moving(9, lease))


def test_a_charge_that_is_reckoned_is_told_and_so_are_returns_after_a_loan() -> None:
    charge = {"name": "Charge", "value": 1_000, "rate": 5, "on": "invested", "years": 3, "month": 0}
    loan = {"name": "Loan", "lender": "bank", "principal": 1_000, "month": 0, "term_years": 3}
    owing = option("stay", capital_charges=[charge | {"counts_as": "efficiency"}], loans=[loan])
    told = caution_words(expected_office(owing))
    assert any("USD\N{NO-BREAK SPACE}150 of capital charge is reckoned" in one for one in told)
    assert any("after what it borrows" in one for one in told)
    assert not any(
        "reckoned" in one
        for one in caution_words(expected_office(option("stay", capital_charges=[charge | {"counts_as": "cash"}])))
    )
