"""Cost per person and per square metre, the area weighted over a move."""

from __future__ import annotations

import numpy as np
import pytest

from colocate.analysis.money.unit_costs import cost_per_m2, cost_per_person
from colocate.model.expected import Expected
from tests.examples import commercial, expected_office, moving, option, running


def moved() -> Expected:
    """From 100 m2 to 50 m2 in month 6; 15,000 a year throughout, and staff time that is no cash."""
    costs = [running(3_000), running(900, name="Minding", staff_time=True)]
    stay = option("stay", commercial(expiry=6, renewal={"rent": 120, "driver": "prices"}), running=costs)
    return expected_office(stay, moving(6, commercial(240, area=50, start=6), running=costs))


def test_per_person() -> None:
    outcome = moved()
    for one in outcome.options:
        found = cost_per_person(one)
        assert found is not None
        assert found[:, 0].tolist() == pytest.approx([1_500] * 3)


def test_per_m2_where_the_area_does_not_change() -> None:
    outcome = moved()
    found = cost_per_m2(outcome.option("stay"))
    assert found is not None
    assert found[:, 0].tolist() == pytest.approx([150] * 3)


def test_per_m2_over_a_move() -> None:
    # Year 0: half a year on 100 m2 and half on 50: 75 m2; then 50.
    outcome = moved()
    found = cost_per_m2(outcome.option("move"))
    assert found is not None
    assert found[:, 0].tolist() == pytest.approx([200, 300, 300])


def test_nobody_and_nowhere() -> None:
    outcome = expected_office(option("stay", commercial(area=100)), office={"people": 0, "m2_per_desk": 10})
    assert cost_per_person(outcome.options[0]) is None
    gone = expected_office(option("stay", commercial(expiry=12)))  # no premises from year 1 on
    assert cost_per_m2(gone.options[0]) is None


def test_the_mean_over_the_area_is_the_cost() -> None:
    outcome = moved()
    for one, area in zip(outcome.options, ([100] * 3, [75, 50, 50]), strict=True):
        found = cost_per_m2(one)
        assert found is not None
        np.testing.assert_allclose(found[:, 0] * area, one.money["agency", "cash"].by_year[:, 0])
