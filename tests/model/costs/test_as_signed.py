"""Deposits, incentives, surrender and rent paid ahead: what must hold whatever the figures are, and works by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import SAME_EACH_TIME, Record, commercial, moving, office, one_off, option, yearly

BOOKS = ("agency", "un family", "everyone")


def value(outcome: Any, name: str = "stay", book: str = "agency") -> float:
    return float(outcome.option(name).money[book, "cash"].present_value[0])


def incentive(kind: str, amount: float, month: float = 0, **terms: Any) -> Record:
    return {"name": "Incentive", "kind": kind, "amount": amount, "month": month} | terms


@SAME_EACH_TIME
@given(st.integers(0, 9_000), st.integers(-24, 0), st.one_of(st.none(), st.integers(1, 60)), st.integers(0, 12))
def test_a_deposit_at_the_rate_of_discount_costs_nothing(
    deposit: int, start: int, expiry: int | None, rate: int
) -> None:
    ends = {} if expiry is None else {"expiry": expiry}
    lease = commercial(deposit=deposit, deposit_interest=rate, **ends)
    with_it = value(office(option("stay", lease), discounting={"rate": rate}))
    without = value(office(option("stay", commercial(**ends)), discounting={"rate": rate}))
    assert with_it == pytest.approx(without, abs=1e-6)
    # One that was paid before the decision is worth what the landlord holds today.
    held = commercial(start=start, deposit=deposit, deposit_interest=rate, **ends)
    running = value(office(option("stay", held), discounting={"rate": rate}))
    bare = value(office(option("stay", commercial(start=start, **ends)), discounting={"rate": rate}))
    assert running == pytest.approx(bare - deposit * (start < 0), abs=1e-6)


@SAME_EACH_TIME
@given(st.integers(1, 9_000), st.integers(0, 6), st.integers(0, 8))
def test_interest_of_a_real_case_is_above_inflation(deposit: int, rate: int, inflation: int) -> None:
    real = {"rate": rate, "rates": "real", "inflation": inflation}
    with_it = value(office(option("stay", commercial(deposit=deposit, deposit_interest=rate)), discounting=real))
    assert with_it == pytest.approx(value(office(option("stay", commercial()), discounting=real)), abs=1e-6)


@SAME_EACH_TIME
@given(st.integers(0, 9_000), st.integers(0, 9_000))
def test_what_is_carried_over_and_what_is_paid_make_the_deposit(deposit: int, carried: int) -> None:
    whole = yearly(office(option("stay", commercial(deposit=deposit))), "stay", "deposit")
    part = yearly(office(option("stay", commercial(deposit=deposit, deposit_carried=carried))), "stay", "deposit")
    assert part == pytest.approx([whole[0] - (carried if deposit else 0), *whole[1:]])
    paid = yearly(office(option("stay", commercial(deposit=deposit, deposit_paid=True))), "stay", "deposit")
    assert paid == pytest.approx([0, *whole[1:]])


@SAME_EACH_TIME
@given(st.integers(1, 60), st.data())
def test_rent_paid_ahead_is_the_rent_of_its_months(expiry: int, data: st.DataObject) -> None:
    until = data.draw(st.integers(0, expiry))
    lease = commercial(start=-1, expiry=expiry, rent_paid_until=until)
    paid = sum(yearly(office(option("stay", lease)), "stay", "rent"))
    assert paid == pytest.approx(1_000 * (min(expiry, 36) - min(until, 36)))


def test_rent_paid_ahead_is_rent_all_the_same_where_value_in_kind_is_told() -> None:
    lease = {
        "tenure": "preferential", "rent": 60, "start": -1, "market_value": {"rent": 120, "driver": "prices"},
        "rent_paid_until": 6,
    }  # fmt: skip
    outcome = office(option("stay", lease))
    assert yearly(outcome, "stay", "rent") == pytest.approx([3_000, 6_000, 6_000])
    assert yearly(outcome, "stay", "value in kind", "host") == pytest.approx([6_000] * 3)


@pytest.mark.parametrize("kind", ["allowance", "buy-out", "works"])
def test_an_incentive_is_a_receipt_of_the_agency_and_in_nobodys_book_a_cost(kind: str) -> None:
    costs = [one_off(5_000)]
    with_it = office(option("stay"), moving(6, commercial(incentives=[incentive(kind, 900, 6)]), one_offs=costs))
    without = office(option("stay"), moving(6, commercial(), one_offs=costs))
    for book in BOOKS:
        saved = value(without, "move", book) - value(with_it, "move", book)
        assert saved == pytest.approx(900 * 1.1**-0.5)
    received = [line for line in with_it.option("move").lines if line.category == "incentives"]
    assert [(line.payer, line.one_time, line.nature) for line in received] == [("agency", True, "cash")]


# Fit-out of 3,000 in month 0 and 1,000 in month 14, when prices are 10 % up: a bill of 4,100.
BILLS: dict[str, tuple[list[Record], float, list[float]]] = {
    "the bill is below the amount": ([one_off(3_000), one_off(1_000, 14, "More")], 9_000, [-4_100, 0, 0]),
    "the amount is below the bill": ([one_off(3_000), one_off(1_000, 14, "More")], 2_500, [-2_500, 0, 0]),
    "other costs are not of the bill": (
        [
            one_off(3_000),
            one_off(9_000, name="Chairs", category="furniture"),
            one_off(9_000, name="Gift", payer="host"),
        ],
        9_000,
        [-3_000, 0, 0],
    ),
    "nor is staff time": ([one_off(3_000), one_off(700, name="Time", staff_time=True)], 9_000, [-3_000, 0, 0]),
}


@pytest.mark.parametrize(("costs", "most", "expected"), BILLS.values(), ids=BILLS)
def test_works_pay_the_bill_up_to_an_amount(costs: list[Record], most: float, expected: list[float]) -> None:
    lease = commercial(incentives=[incentive("works", most)])
    outcome = office(option("stay", lease, one_offs=costs, contingency=20), growth=10)
    assert yearly(outcome, "stay", "incentives") == pytest.approx(expected)


def test_works_in_another_currency_are_held_at_the_rate_of_their_year() -> None:
    # 2,000 at 4 for one are 500; in month 12 the rate is 5 for one: 400.
    currencies = [{"code": "VND", "rate": 4, "change": 25}]
    for month, received in ((0, [-500, 0, 0]), (12, [0, -400, 0])):
        lease = commercial(currency="VND", incentives=[incentive("works", 2_000, month)])
        outcome = office(option("stay", lease, one_offs=[one_off(3_000)]), currencies=currencies)
        assert yearly(outcome, "stay", "incentives") == pytest.approx(received)


def test_an_incentive_comes_late_with_the_house_unless_it_is_said_not_to() -> None:
    late = moving(9, commercial(incentives=[incentive("allowance", 900, 9)]), delay=6)
    assert yearly(office(option("stay"), late), "move", "incentives") == [0, -900, 0]
    fixed = moving(9, commercial(incentives=[incentive("allowance", 900, 9, shifts_with_delay=False)]), delay=6)
    assert yearly(office(option("stay"), fixed), "move", "incentives") == [-900, 0, 0]


@SAME_EACH_TIME
@given(st.integers(0, 30), st.integers(1, 40), st.integers(0, 5_000), st.integers(0, 12))
def test_a_surrender_is_a_break_at_any_month_for_a_penalty(month: int, expiry: int, premium: int, delay: int) -> None:
    def leaving(**terms: Any) -> float:
        old = commercial(expiry=expiry, holdover_premium=50, **terms)
        return value(office(option("stay", old), moving(month, delay=delay)), "move")

    surrendered = leaving(surrender_premium=premium)
    assert surrendered == pytest.approx(leaving(break_option={"month": 0, "penalty": premium}))
    # Paid to the office, it is worth as much as it costs when the office pays it.
    received = leaving(surrender_premium=-premium)
    assert (surrendered + received) / 2 == pytest.approx(leaving(surrender_premium=0))
