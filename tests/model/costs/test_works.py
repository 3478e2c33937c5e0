"""Works paid for over years: by hand, split over budget years, late, with contingency, and what must hold for all."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.money.budget import one_off_budget
from colocate.model.outcome import Outcome
from colocate.model.totals import present_amounts
from tests.examples import SAME_EACH_TIME, Record, expected_office, lines, moving, office, one_off, option, yearly


def works(amount: float, month: float = 0, profile: Any = 100, **terms: Any) -> Record:
    """A building, paid for over years."""
    named = {"name": "Building", "category": "construction", "driver": "prices"}
    return named | {"amount": amount, "month": month, "profile": profile} | terms


# Prices rise by 10 % a year; three years: 1; 1.1; 1.21.
SPENT: dict[str, tuple[Record, list[float]]] = {
    "in one year": (works(1_000), [1_000, 0, 0]),
    "over three years, each at its prices": (works(1_000, 0, [20, 50, 30]), [200, 550, 363]),
    "nothing in the first year": (works(1_000, 0, [0, 100]), [0, 1_100, 0]),
    "from the middle of a year: half of each year of works": (works(1_000, 6, [40, 60]), [200, 550, 363]),
    "what lies beyond the horizon does not count": (works(1_000, 30, [50, 50]), [0, 0, 302.5]),
    "per m2": (works(30, per="m2"), [3_000, 0, 0]),
    "in thirds, as they are rounded": (works(999, 0, [33.33, 33.33, 33.33]), [333, 366.3, 402.93]),
}


@pytest.mark.parametrize(("record", "expected"), SPENT.values(), ids=SPENT)
def test_works_by_year(record: Record, expected: list[float]) -> None:
    outcome = office(option("stay", works=[record]), growth=10)
    assert yearly(outcome, "stay", "construction") == pytest.approx(expected)
    assert [line.one_time for line in lines(outcome, "stay", "construction")] == [True]


# 10 % a year. A year of works is brought to today from its middle, whichever budget years it lies in.
WORTH: dict[str, tuple[Record, float]] = {
    "in the first year": (works(1_000), 1_000 / 1.1**0.5),
    "over two years": (works(1_000, 0, [40, 60]), 400 / 1.1**0.5 + 600 / 1.1**1.5),
    "from month 9 on": (works(1_000, 9, [40, 60]), 400 / 1.1**1.25 + 600 / 1.1**2.25),
}


def present_value(outcome: Outcome, option_id: str, book: str = "agency") -> float:
    return float(outcome.option(option_id).money[book, "cash"].present_value[0])  # type: ignore[index]


@pytest.mark.parametrize(("record", "expected"), WORTH.values(), ids=WORTH)
def test_works_at_the_decision_date(record: Record, expected: float) -> None:
    outcome = office(option("stay", works=[record]))
    assert present_value(outcome, "stay") == pytest.approx(expected, rel=1e-12)
    (line,) = lines(outcome, "stay", "construction")
    assert present_amounts(line, outcome.prices).sum() == pytest.approx(expected, rel=1e-12)


def test_a_year_of_works_is_worth_a_one_off_in_its_middle() -> None:
    built = office(option("stay", works=[works(1_000, 12)]))
    paid = office(option("stay", one_offs=[one_off(1_000, 18)]))
    assert present_value(built, "stay") == pytest.approx(present_value(paid, "stay"), rel=1e-12)


def test_delay_shifts_what_shifts_with_it() -> None:
    late = [works(1_000, 0, [50, 50]), works(100, name="Land", category="land", shifts_with_delay=False)]
    outcome = office(option("stay"), moving(9, delay=6, works=late))
    assert yearly(outcome, "move", "construction") == pytest.approx([250, 500, 250])
    assert yearly(outcome, "move", "land") == pytest.approx([100, 0, 0])


def test_contingency_is_borne_with_the_works_unless_a_contract_fixes_the_price() -> None:
    built = [
        works(1_000, 0, [50, 50]),
        works(400, name="Lift", category="major replacement", contingency=False),
        works(200, name="Gate", category="other works", payer="host"),
    ]
    outcome = office(option("stay", works=built, contingency=20))
    assert yearly(outcome, "stay", "contingency on works") == pytest.approx([100, 100, 0])
    assert yearly(outcome, "stay", "contingency on works", "host") == pytest.approx([40, 0, 0])
    assert not lines(outcome, "stay", "contingency")
    assert [line.name for line in lines(outcome, "stay", "contingency on works")] == ["Contingency on building"]


def test_works_are_of_the_one_off_budget_in_the_year_when_they_are_paid() -> None:
    expected = expected_office(option("stay", works=[works(1_000, 0, [20, 50, 30])], contingency=10))
    assert one_off_budget(expected.option("stay"))[:, 0] == pytest.approx([220, 550, 330])


def test_in_a_foreign_currency_each_year_has_its_rate() -> None:
    currencies = [{"code": "EUR", "rate": 0.5, "change": 25}]
    outcome = office(option("stay", works=[works(1_000, 0, [50, 50], currency="EUR")]), currencies=currencies)
    assert yearly(outcome, "stay", "construction") == pytest.approx([1_000, 800, 0])


def test_factors_make_the_amounts() -> None:
    """An auditor multiplies what stands beside the line."""
    outcome = office(option("stay", works=[works(7, 5, [30, 70], per="m2")], contingency=15), growth=4)
    for category in ("construction", "contingency on works"):
        (line,) = lines(outcome, "stay", category)
        product: Any = 1.0
        for factor in line.factors:
            product = product * np.asarray(factor.value)
        assert line.amounts == pytest.approx(product)


MONTHS = st.integers(0, 140).map(lambda quarters: quarters / 4)
PROFILES = st.lists(st.integers(0, 9), min_size=1, max_size=4).filter(any)


@SAME_EACH_TIME
@given(MONTHS, PROFILES, st.integers(1, 99))
def test_two_halves_are_the_whole(month: float, weights: list[int], part: int) -> None:
    profile = [100 * one / sum(weights) for one in weights]
    whole = office(option("stay", works=[works(1_000, month, profile)], contingency=10), growth=5)
    halves = [works(10 * part, month, profile), works(1_000 - 10 * part, month, profile, name="Rest")]
    parted = office(option("stay", works=halves, contingency=10), growth=5)
    assert yearly(parted, "stay", "construction") == pytest.approx(yearly(whole, "stay", "construction"))
    assert present_value(parted, "stay") == pytest.approx(present_value(whole, "stay"))


@SAME_EACH_TIME
@given(MONTHS, PROFILES)
def test_a_profile_is_its_years_one_by_one(month: float, weights: list[int]) -> None:
    whole = office(option("stay", works=[works(sum(weights), month, [100 * one / sum(weights) for one in weights])]))
    each = [
        works(one, month + 12 * place, name=f"Year {place}")
        for place, one in enumerate(weights)
        if month + 12 * place <= 36
    ]
    parted = office(option("stay", works=each))
    assert yearly(parted, "stay", "construction") == pytest.approx(yearly(whole, "stay", "construction"))
    assert present_value(parted, "stay") == pytest.approx(present_value(whole, "stay"))


@SAME_EACH_TIME
@given(MONTHS, PROFILES)
def test_works_paid_by_the_host_change_the_book_and_no_sum(month: float, weights: list[int]) -> None:
    profile = [100 * one / sum(weights) for one in weights]
    ours, theirs = (
        office(option("stay", works=[works(1_000, month, profile, payer=who)])) for who in ("agency", "host")
    )
    assert present_value(theirs, "stay") == 0.0
    assert present_value(theirs, "stay", "everyone") == pytest.approx(present_value(ours, "stay", "everyone"))
