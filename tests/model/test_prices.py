"""Growth, exchange and discounting over the years: figures by hand, and a real case beside its nominal twin."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.examples import commercial, example_prices, office, one_off, option, running

ROOT = Path(__file__).resolve().parents[2]


def column(path: Any) -> list[float]:
    return [float(value) for value in path[:, 0]]


def test_index_of_a_list_of_growth_rates_the_last_going_on() -> None:
    # 10 %, then 20 % for ever: 1; 1.1; 1.1 x 1.2 = 1.32; 1.584.
    prices = example_prices([10, 20], horizon_years=4)
    assert column(prices.grown("prices")) == pytest.approx([1, 1.1, 1.32, 1.584])
    assert column(prices.grown("")) == [1, 1, 1, 1]  # a line that needs no driver


@pytest.mark.parametrize(
    ("timing", "factors"),
    # 1.21 a year, so that half a year is 1.1.
    [("start", [1, 1 / 1.21]), ("mid", [1 / 1.1, 1 / 1.331]), ("end", [1 / 1.21, 1 / 1.4641])],
)
def test_recurring_money_is_discounted_where_it_falls(timing: str, factors: list[float]) -> None:
    prices = example_prices(discounting={"rate": 21, "timing": timing}, horizon_years=2)
    assert column(prices.discount) == pytest.approx(factors)


@pytest.mark.parametrize(
    ("month", "year", "counts", "factor"),
    # 1.21 a year: half a year is 1.1. A month outside the two years counts nothing, whatever its year.
    [(0.0, 0, 1, 1.0), (6.0, 0, 1, 1 / 1.1), (12.0, 1, 1, 1 / 1.21), (24.0, 1, 1, 1 / 1.4641), (30.0, 1, 0, 1.1**-5)],
)
def test_a_one_off_is_discounted_from_its_own_month(month: float, year: int, counts: float, factor: float) -> None:
    prices = example_prices(discounting={"rate": 21, "timing": "end"}, horizon_years=2)
    moment = prices.moment(month)
    assert (moment.month, moment.year.tolist(), moment.counts.tolist()) == (month, [year], [counts])
    assert moment.discount.tolist() == pytest.approx([factor])


def test_moments_of_draws_give_what_a_loop_gives() -> None:
    prices, months = example_prices(horizon_years=2), np.array([-1.0, 0.0, 11.9, 12.0, 24.0, 24.1])
    together = prices.moment(months)
    assert together.year.tolist() == [0, 0, 0, 1, 1, 1]
    assert together.counts.tolist() == [0, 1, 1, 1, 1, 0]
    assert together.discount.tolist() == [float(prices.moment(float(month)).discount[0]) for month in months]


def test_exchange_follows_the_change_of_the_rate() -> None:
    # 20,000 dong for a dollar, losing 25 % and then 10 % a year: 20,000; 25,000; 27,500; 30,250.
    dong = {"code": "VND", "rate": 20_000, "change": [25, 10]}
    prices = example_prices(currencies=[dong], horizon_years=4)
    expected = [1 / 20_000, 1 / 25_000, 1 / 27_500, 1 / 30_250]
    assert column(prices.converted("VND")) == pytest.approx(expected)
    assert [prices.is_foreign(code) for code in ("VND", "USD", "")] == [True, False, False]


def test_a_rate_that_does_not_change_stays() -> None:
    prices = example_prices(currencies=[{"code": "EUR", "rate": 0.8}])
    assert column(prices.converted("EUR")) == pytest.approx([1.25] * 3)


def test_a_cost_in_another_currency_and_a_one_off_in_the_year_where_it_falls() -> None:
    # 1,000,000 dong a year at 20,000, 25,000, 31,250: 50; 40; 32 dollars. A one-off in month 13 falls in year 1: 40.
    dong = {"code": "VND", "rate": 20_000, "change": 25}
    guards = running(1_000_000, currency="VND")
    fit_out = one_off(1_000_000, month=13, currency="VND")
    outcome = office(option("stay", running=[guards], one_offs=[fit_out]), currencies=[dong])
    by_name = {line.name: column(line.amounts) for line in outcome.options[0].lines}
    assert by_name["Guards"] == pytest.approx([50, 40, 32])
    assert by_name["Fit-out"] == pytest.approx([0, 40, 0])


def test_a_nominal_case_takes_its_rates_as_they_are() -> None:
    prices = example_prices(3, discounting={"rate": 10})
    assert prices.inflation is None
    assert prices.nominal(0.04) == 0.04
    assert prices.discount_rate == pytest.approx(0.10)


def test_a_real_case_turns_every_rate_into_a_nominal_one() -> None:
    # 5 % above an inflation of 10 %: 1.05 x 1.1 - 1 = 15.5 %; growth of 2 % above it: 12.2 %.
    prices = example_prices(2, discounting={"rate": 5, "rates": "real", "inflation": 10})
    assert prices.discount_rate == pytest.approx(0.155)
    assert column(prices.growth["prices"]) == pytest.approx([0.122] * 3)
    assert column(prices.grown("prices")) == pytest.approx([1, 1.122, 1.122**2])
    assert prices.nominal(0.0) == pytest.approx(0.10)  # a cap of 0 % in real terms lets prices through


def a_case(growth: Any, rates: dict[str, Any], cap: float) -> Any:
    """A lease with a capped index and a renewal, guards, a later one-off and dong, of five years."""
    lease = commercial(
        expiry=40,
        indexation={"driver": "prices", "cap": cap},
        service_charge=12,
        service_charge_driver="prices",
        renewal={"rent": 150, "driver": "prices"},
    )
    dong = {"code": "VND", "rate": 20_000, "change": [3, 1]}
    guards = running(40_000_000, currency="VND")
    stay = option("stay", lease, running=[guards], one_offs=[one_off(9_000, month=31)])
    return office(stay, growth=growth, discounting=rates, currencies=[dong], horizon_years=5)


def test_a_real_case_and_its_nominal_twin_are_worth_the_same() -> None:
    # Inflation 4 %. Real: rate 5 %, growth 1 % then 3 %, cap 2 %. Nominal: (1 + real) x 1.04 - 1 of each. Change of the
    # rate of exchange is the same in both: it is a ratio between two nominal moneys.
    real = a_case([1, 3], {"rate": 5, "rates": "real", "inflation": 4}, 2)
    nominal = a_case([5.04, 7.12], {"rate": 9.2}, 6.08)
    for pair, money in real.options[0].money.items():
        twin = nominal.options[0].money[pair]
        np.testing.assert_allclose(money.by_year, twin.by_year, rtol=1e-12)
        np.testing.assert_allclose(money.present_value, twin.present_value, rtol=1e-12)
        np.testing.assert_allclose(money.equivalent_annual, twin.equivalent_annual, rtol=1e-12)


def test_inflation_enters_in_one_place() -> None:
    """Only prices know of inflation; a cost function that did would risk taking it off twice."""
    knows = {
        path.relative_to(ROOT).as_posix()
        for folder in ("costs", "analysis")
        for path in (ROOT / "colocate" / folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("inflation", "real_rate", "nominal_rate")
    }
    assert not knows
