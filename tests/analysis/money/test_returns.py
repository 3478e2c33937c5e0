"""Payback and rate of return of a move, by hand; and the reason in words where there is none."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.money.returns import Returns, returns
from colocate.model.evaluate import evaluate
from colocate.model.expected import Expected
from tests.examples import Record, expected_office, moving, office_case, one_off, option, running


def moved(
    saved: float, cost: float = 1_500, growth: Any = 0, timing: str = "mid", rate: float = 10, **terms: Any
) -> Expected:
    """A move today for a one-off cost, that saves so much of 1,000 a year for three years."""
    stay = option("stay", running=[running(1_000)])
    move = moving(0, running=[running(1_000 - saved)], one_offs=[one_off(cost)], **terms)
    return expected_office(stay, move, growth=growth, discounting={"rate": rate, "timing": timing})


def test_payback_spreads_each_year_evenly() -> None:
    # Year 0: 600 - 1,500 = -900; after two years -300; 600 more in the third: half of it.
    found = returns(moved(600), "move")
    assert found.payback.value == pytest.approx(2.5)
    assert found.payback.why == ""


def test_discounted_payback_comes_later() -> None:
    # 21 % a year, in the middle of years: 800 / 1.1, / 1.331, / 1.610510 = 727.27, 601.05, 496.74. After one year
    # -772.73, after two -171.68: 171.68 / 496.74 of the third year.
    found = returns(moved(800, rate=21), "move")
    assert found.payback.value == pytest.approx(1 + 700 / 800)
    assert found.discounted_payback.value == pytest.approx(2 + 171.675 / 496.737, abs=1e-4)


def test_without_discounting_both_paybacks_are_one() -> None:
    found = returns(moved(600, rate=0), "move")
    assert found.discounted_payback.value == found.payback.value


def test_rate_of_return() -> None:
    # 550, 605 and 665.50 at the ends of years are worth 500 each at 10 %: 1,500.
    found = returns(moved(550, growth=10, timing="end"), "move")
    assert found.internal_rate_of_return.value == pytest.approx(0.10)


def test_rate_of_return_has_each_amount_at_its_own_date() -> None:
    # In the middle of years a rate of 21 % takes off 1.1, 1.331 and 1.61051. Savings of 550, grown by 21 % a year, are
    # worth 500 each: 1,500.
    assert returns(moved(550, growth=21), "move").internal_rate_of_return.value == pytest.approx(0.21)


def test_the_baseline_has_no_returns() -> None:
    found = returns(moved(600), "stay")
    assert found == Returns(*[found.payback] * 3)
    assert (found.payback.value, found.payback.why) == (None, "baseline")


def test_a_move_that_never_pays_back() -> None:
    # 100 at the ends of three years, at a rate of -50 %: 200 + 400 + 800 = 1,400. A loss is a rate below 0.
    found = returns(moved(100, cost=1_400, timing="end"), "move")
    assert found.payback.value is None
    assert found.payback.why == "never"
    assert found.internal_rate_of_return.value == pytest.approx(-0.5)


def test_a_saving_that_costs_nothing_has_no_payback_and_no_rate() -> None:
    found = returns(moved(100, cost=0), "move")
    assert found.payback.why == "nothing owed"
    assert found.internal_rate_of_return.why == "one side"


def test_options_that_cost_the_same() -> None:
    found = returns(moved(0, cost=0), "move")
    assert found.payback.why == "same"
    assert found.internal_rate_of_return.value is None


def test_two_rates_are_none() -> None:
    # -100 today, +230 after a year, -132 after two: 0 at 10 % and at 20 %.
    gift: Record = {"name": "Grant", "giver": "donor", "amount": 230, "month": 12}
    costs = [one_off(100), one_off(132, 24, name="Later")]
    outcome = expected_office(option("stay"), moving(0, one_offs=costs, contributions=[gift]))
    found = returns(outcome, "move").internal_rate_of_return
    assert found.value is None
    assert found.why == "several"


def test_books_and_views_have_their_own_returns() -> None:
    # 600 a year of the saving is staff time: in cash there is nothing but cost.
    stay = option("stay", running=[running(600, staff_time=True)])
    outcome = expected_office(stay, moving(0, one_offs=[one_off(1_500)]))
    assert returns(outcome, "move").payback.value is None
    assert returns(outcome, "move", view="cash and efficiency").payback.value == pytest.approx(2.5)
    # A host that gives the 1,500 takes the cost off the agency, not off everyone.
    gift: Record = {"name": "Grant", "giver": "host", "amount": 1_500, "month": 0}
    given = moved(600, contributions=[gift])
    assert returns(given, "move").payback.value is None
    assert returns(given, "move", book="everyone").payback.value == pytest.approx(2.5)


def test_an_expected_one_off_has_its_expected_date() -> None:
    """1,210 spent from month 12 to 24, evenly, so in month 18 on average; 1,331 back in month 24, half a year later."""
    late = {"shape": "uniform", "low": 0, "high": 12, "unit": "month", "source": "made up", "quality": "assumed"}
    gift: Record = {"name": "Grant", "giver": "donor", "amount": 1_331, "month": 24, "shifts_with_delay": False}
    move = moving(12, delay=late, one_offs=[one_off(1_210, 12)], contributions=[gift])
    found = returns(evaluate(office_case(option("stay"), move), 4096).expected, "move").internal_rate_of_return
    assert found.value == pytest.approx(0.21, abs=0.002)  # 10 % in half a year


def test_what_is_spent_today_is_paid_back_within_the_year() -> None:
    # 9.40 today, and 18.11 saved in each year: after 9.40 / 18.11 of the first.
    stay, move = option("stay", running=[running(18.11)]), moving(0, one_offs=[one_off(9.40)])
    found = returns(expected_office(stay, move), "move")
    assert found.payback.value == pytest.approx(9.40 / 18.11)
    assert found.discounted_payback.value == pytest.approx(9.40 / (18.11 / 1.1**0.5))
    assert found.internal_rate_of_return.value is not None


def test_what_is_spent_late_in_a_year_is_owed_from_then_on() -> None:
    # 100 saved a year; 80 spent in month 9, when 75 are saved: below 0 by 5, which the next 18 days bring.
    stay, move = option("stay", running=[running(100)]), moving(0, one_offs=[one_off(80, month=9)])
    assert returns(expected_office(stay, move), "move").payback.value == pytest.approx(0.8)
