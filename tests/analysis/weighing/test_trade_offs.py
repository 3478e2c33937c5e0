"""How much money weights say that a point or a minute is worth, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from colocate.analysis.weighing.scales import weighable
from colocate.analysis.weighing.trade_offs import worth_of_points, worth_of_ways
from tests.analysis.weighing.test_scales import drawn, move, stay


def test_a_point_is_worth_the_ratio_of_weights_times_the_money_of_a_point() -> None:
    """Money runs over 100 from 150 to 50, one a point. Access weighs half of money: a point is worth 0.50."""
    futures = drawn(stay(), move())
    found = {one.criterion: one for one in worth_of_points(weighable(futures), np.array([0.4, 0.2, 0.3, 0.1]), futures)}
    assert "money" not in found
    assert found["access"].present_value == pytest.approx(0.5)
    assert found["access"].a_year == pytest.approx(0.5)  # one year, no discounting
    assert found["mandate"].present_value == pytest.approx(0.75)


def test_an_amount_a_year_is_spread_over_the_years() -> None:
    futures = drawn(stay(), move(), horizon_years=4, discounting={"rate": 0})
    one = worth_of_points(weighable(futures), np.array([0.5, 0.5, 0.0, 0.0]), futures)[0]
    assert one.present_value is not None
    assert one.a_year == pytest.approx(one.present_value / 4)


def test_without_weight_on_money_nothing_has_a_price() -> None:
    futures = drawn(stay(), move())
    table, weights = weighable(futures), np.array([0.0, 1.0, 0.0, 0.0])
    assert all(one.present_value is None and one.a_year is None for one in worth_of_points(table, weights, futures))
    assert all(one.present_value is None for one in worth_of_ways(table, weights, futures))


def test_ten_minutes_for_a_group_are_worth_the_points_that_they_cost() -> None:
    """From the far door both groups need about 44 minutes; 10 more cost a group the fall of its S-curve."""
    futures = drawn(stay(), move())
    table = weighable(futures)
    found = [one for one in worth_of_ways(table, np.array([0.5, 0.5, 0.0, 0.0]), futures) if one.option == "other"]
    assert [one.group for one in found] == ["government", "workers"]
    minutes = futures.central.option("other").access.minutes[:, 0]  # type: ignore[union-attr]

    def points(each: float) -> float:
        part = min(max((each - 20) / 40, 0.0), 1.0)
        return 100 * (1 - 3 * part**2 + 2 * part**3)

    before = (points(minutes[0]) * points(minutes[1])) ** 0.5  # exponent 0: the geometric mean of two groups
    after = (points(minutes[0] + 10) * points(minutes[1])) ** 0.5
    assert found[0].points == pytest.approx(before - after)
    assert found[0].present_value == pytest.approx((before - after) * 1.0)  # equal weights, one dollar a point
