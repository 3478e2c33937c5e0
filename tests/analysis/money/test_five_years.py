"""The five-year reading in four cells: what is avoided, in which cell, and that no later year counts."""

from __future__ import annotations

import pytest

from colocate.analysis.money.five_years import CELLS, five_year_reading
from tests.examples import expected_office, moving, one_off, option, running


def test_each_cell_by_hand() -> None:
    # Over five of seven years: guards 1,000 - 400 a year; own time 300 a year; 700 and 90 spent once. What others pay
    # and what falls in month 61 counts nowhere.
    stay = option("stay", running=[running(1_000), running(300, name="Minding", staff_time=True)])
    costs = [
        one_off(700, 3),
        one_off(90, 3, name="Packing", staff_time=True),
        one_off(5_000, 61, name="Later"),
        one_off(8_000, 3, name="Gate", payer="host"),
    ]
    move = moving(0, running=[running(400)], one_offs=costs)
    expected = expected_office(stay, move, horizon_years=7)
    assert five_year_reading(expected, "move") == pytest.approx(
        {
            ("monetary", "one-time"): -700,
            ("monetary", "recurring"): 3_000,
            ("labour", "one-time"): -90,
            ("labour", "recurring"): 1_500,
        }
    )


def test_nothing_is_discounted_and_growth_counts() -> None:
    # 100 a year grown by 10 %: 100 + 110 + 121 + 133.10 + 146.41.
    expected = expected_office(
        option("stay", running=[running(100)]), growth=10, horizon_years=6, discounting={"rate": 50}
    )
    assert five_year_reading(expected, "other")["monetary", "recurring"] == pytest.approx(610.51)


def test_a_shorter_horizon_is_read_as_it_is() -> None:
    expected = expected_office(option("stay", running=[running(100)]))
    assert five_year_reading(expected, "other")["monetary", "recurring"] == pytest.approx(300)


def test_the_baseline_avoids_nothing() -> None:
    expected = expected_office(option("stay", running=[running(100)]))
    assert five_year_reading(expected, "stay") == dict.fromkeys(CELLS, 0.0)
