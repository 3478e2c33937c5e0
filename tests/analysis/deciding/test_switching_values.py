"""Switching values against algebra: linear costs cross where they are equal, and nowhere else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.deciding.switching_values import switching_values, two_way
from colocate.case import Case
from tests.examples import SAME_EACH_TIME, Record, commercial, moving, office_case, one_off, option, running


def ranged(low: float, mode: float, high: float, unit: str, **more: Any) -> Record:
    """A figure as a table, triangular unless told."""
    words = {"unit": unit, "source": "worked by hand", "quality": "assumed"}
    return {"low": low, "mode": mode, "high": high, "shape": "triangular"} | words | more


def yearly(low: float, mode: float, high: float) -> Record:
    return running(ranged(low, mode, high, "USD/year"))  # type: ignore[arg-type]


def crossings(case: Case) -> dict[str, list[tuple[float, str, str]]]:
    found = switching_values(case)
    return {one.quantity.path: [(each.value, each.below, each.above) for each in one.crossings] for one in found}


def test_two_yearly_costs_cross_where_they_are_equal() -> None:
    case = office_case(option("stay", running=[yearly(500, 1_000, 1_500)]), option("other", running=[running(1_200)]))
    path = "options[stay].running[Guards].amount"
    assert crossings(case) == {path: [(pytest.approx(1_200, rel=1e-9), "stay", "other")]}


def test_a_figure_that_never_flips_has_none() -> None:
    case = office_case(option("stay", running=[yearly(500, 1_000, 1_100)]), option("other", running=[running(1_200)]))
    assert crossings(case) == {"options[stay].running[Guards].amount": []}


@SAME_EACH_TIME
@given(st.floats(0.0, 500.0), st.floats(0.5, 3.0), st.floats(500.0, 5_000.0))
def test_a_rent_against_a_one_off_crosses_where_algebra_says(growth: float, area: float, fixed: float) -> None:
    # Three years, no discounting, 100 m2: rent x 100 x area factor a year against a fixed sum once, plus a yearly cost.
    rent = ranged(1, 10, 60, "USD/m2/year")
    stay = option("stay", commercial(rent, area=100 * area), running=[running(growth)])  # type: ignore[arg-type]
    case = office_case(
        stay, option("other", one_offs=[one_off(fixed)], running=[running(growth)]), discounting={"rate": 0}
    )
    expected = fixed / (3 * 100 * area)
    found = crossings(case)["options[stay].lease.rent"]
    if 1 < expected < 60:
        assert found == [(pytest.approx(expected, rel=1e-9), "stay", "other")]
    else:
        assert found == []


def test_a_discount_rate_crosses_at_the_internal_rate_of_return() -> None:
    # 1,000 once against 600 at the end of each of two years: 13.07 %, the root of 1000 (1+r)^2 = 600 (1+r) + 600.
    case = office_case(
        option("stay", running=[running(600, end=24)]),
        option("other", one_offs=[one_off(1_000)]),
        horizon_years=2,
        discounting={"rate": ranged(2, 5, 30, "%/year"), "timing": "end"},
    )
    root = (600 + np.sqrt(600**2 + 4 * 1_000 * 600)) / 2_000 - 1
    assert crossings(case)["discounting.rate"] == [(pytest.approx(100 * root, rel=1e-9), "other", "stay")]


def test_several_switching_values_are_all_found() -> None:
    # With k = 1 + growth, stay costs 1000 + 1000 k + 1000 k^2 over three years, other 80 + 3100 k - 160: the difference
    # is 1000 k^2 - 2100 k + 1080, below 0 between its roots 0.9 and 1.2.
    case = office_case(
        option("stay", running=[running(1_000)]),
        option(
            "other",
            one_offs=[one_off(3_100, month=12), one_off(80, name="Level", month=0)],
            residual_value=160,
        ),
        growth=ranged(-30, 0, 40, "%/year"),
        discounting={"rate": 0},
    )
    assert crossings(case)["drivers[prices].growth"] == [
        (pytest.approx(-10, rel=1e-6), "other", "stay"),
        (pytest.approx(20, rel=1e-6), "stay", "other"),
    ]


def test_a_third_option_that_wins_between_two_looked_at_values_is_found() -> None:
    # 3x, 2x + 995 and x + 2000: steep is cheapest below 995, middle up to 1005, flat above. The values looked at are 66
    # apart, so that the middle one is the cheapest at none of them.
    def times(count: int, level: float) -> list[Record]:
        again: Any = [running("shared.x", name=f"Line {place}") for place in range(count)]  # type: ignore[arg-type]
        return [*again, running(level, name="Level")]

    case = office_case(
        option("steep", running=times(3, 0)),
        option("middle", running=times(2, 995)),
        option("flat", running=times(1, 2_000)),
        shared={"x": ranged(0, 100, 2_100, "USD/year")},
    )
    assert crossings(case)["shared.x"] == [
        (pytest.approx(995, rel=1e-9), "steep", "middle"),
        (pytest.approx(1_005, rel=1e-9), "middle", "flat"),
    ]


def test_a_jump_is_a_switching_value_too() -> None:
    # The tenant is counted in years that begin before it leaves: at month 12 our share of 900 jumps in the second year.
    house = {
        "id": "house",
        "name": "House",
        "already_running": True,
        "tenants": [{"name": "Other", "people": 20, "leaves": ranged(6, 20, 30, "month")}],
        "costs": [{"name": "Guards", "category": "security", "amount": 900, "driver": "prices", "shared_by": "people"}],
    }
    # Ours with the tenant there: 300 a year; alone 900. Years 1, 2, 3: 300, 300, 300 or 900.
    case = office_case(
        option("stay", running=[running(550)]),
        option("join", house="house"),
        houses=[house],
        discounting={"rate": 0},
    )
    # Leaves in (6, 12]: 300 + 900 + 900 = 2,100; in (12, 24]: 1,500; beyond 24: 900. Stay: 1,650.
    assert crossings(case)["houses[house].tenants[Other].leaves"] == [(pytest.approx(12, abs=1e-6), "stay", "join")]


def test_a_yes_or_no_says_what_each_answer_leads_to() -> None:
    chance = {"shape": "yes/no", "probability": 0.3, "unit": "yes/no", "source": "worked by hand", "quality": "assumed"}
    case = office_case(
        option(
            "stay",
            coordinators={"arrangement": "may be lost", "desk_cost": 1_000, "lost": chance, "lost_from": 0},
        ),
        option("other", running=[running(500)], coordinators={"arrangement": "hosted"}),
        coordinators={"number": 1, "driver": "prices"},
    )
    assert crossings(case)["options[stay].coordinators.lost"] == [(1.0, "stay", "other")]


def test_an_option_that_fails_a_gate_never_wins() -> None:
    barred = [{"name": "security", "status": "fail", "evidence": "seen"}]
    case = office_case(
        option("stay", running=[yearly(500, 1_000, 1_500)]),
        option("other", running=[running(1_200)]),
        option("barred", running=[running(1)], gates=barred),
    )
    assert crossings(case)["options[stay].running[Guards].amount"] == [(pytest.approx(1_200), "stay", "other")]


def test_the_map_puts_each_pair_of_values_where_algebra_says() -> None:
    # Stay costs x a year, moving y once: three years without discounting, so stay is cheaper where 3x < y.
    case = office_case(
        option("stay", running=[yearly(0, 500, 1_000)]),
        moving(0, one_offs=[one_off(ranged(0, 1_500, 3_000, "USD"))]),  # type: ignore[arg-type]
        discounting={"rate": 0},
    )
    found = two_way(case, "options[stay].running[Guards].amount", "options[move].one_offs[Fit-out].amount", steps=21)
    x, y = np.meshgrid(found.first_values, found.second_values)
    assert found.options == ("stay", "move")
    assert found.costs[0] == pytest.approx(3 * x)
    assert found.costs[1] == pytest.approx(y)
    clear = np.abs(3 * x - y) > 1e-6
    assert np.array_equal(found.cheapest[clear] == 0, (3 * x < y)[clear])


def test_a_map_needs_two_different_figures_with_ranges() -> None:
    case = office_case(option("stay", running=[yearly(0, 500, 1_000)]))
    path = "options[stay].running[Guards].amount"
    with pytest.raises(ValueError, match="both are the same"):
        two_way(case, path, path)
    with pytest.raises(ValueError, match="has no range"):
        two_way(case, path, "discounting.rate")
