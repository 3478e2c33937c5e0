"""Odds and ranges by hand: draws that can be counted, and what must hold for every case."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.analysis.access.ranges import reach_range
from colocate.analysis.deciding.value_of_information import perfect_information
from colocate.analysis.uncertainty.odds import (
    better_access,
    costs_of,
    fan,
    odds,
    one_off_exceeds,
    range_of,
    share_cheapest,
)
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from tests.documents import DATA_CASES
from tests.examples import ACCESS, Record, office_case, one_off, option, running

UNIFORM = {"shape": "uniform", "source": "worked by hand", "quality": "assumed"}
DRAWS = 1024


def between(low: float, high: float, unit: str = "USD/year") -> Any:
    return {"low": low, "high": high, "unit": unit} | UNIFORM


def drawn(*options: Record, **changes: Any) -> Futures:
    return evaluate(office_case(*options, **({"discounting": {"rate": 0}, "horizon_years": 1} | changes)), DRAWS, 3)


def test_a_uniform_cost_against_a_level_one_is_cheaper_as_often_as_the_level_lies_above_it() -> None:
    # Between 0 and 1,000 against 250: cheaper in a quarter of the futures; a Sobol column has 256 of 1,024 draws below.
    found = odds(drawn(option("stay", running=[running(250)]), option("other", running=[running(between(0, 1_000))])))
    stay, other = found
    assert (stay.cheapest, other.cheapest) == (0.75, 0.25)
    assert other.cheaper_than_baseline == 0.25
    assert stay.cheaper_than_baseline is None
    assert stay.saving is None
    # Regret of stay: 250 - x for x below 250, a quarter of the time: 250/2/4 = 31.25. Of other: 500 - (250 - 31.25).
    assert stay.regret == pytest.approx(31.25, abs=1.0)
    assert other.regret == pytest.approx(500 - 218.75, abs=1.0)
    # Saving 250 - x: from -750 to 250; its 5th percentile -700, mean -250, 95th 200.
    assert other.saving is not None
    assert (other.saving.low, other.saving.mean, other.saving.high) == pytest.approx((-700, -250, 200), abs=2.0)


def test_equal_options_share_the_draws() -> None:
    found = odds(drawn(option("stay", running=[running(5)]), option("other", running=[running(5)])))
    assert [one.cheapest for one in found] == [0.5, 0.5]
    assert [one.regret for one in found] == [0.0, 0.0]


def test_shares_of_the_cheapest_make_a_whole() -> None:
    costs = np.random.default_rng(2).integers(0, 3, (4, 500)).astype(float)
    assert share_cheapest(costs).sum() == pytest.approx(1.0)


def test_an_option_that_fails_a_gate_is_cheapest_in_no_future() -> None:
    barred = [{"name": "security", "status": "fail", "evidence": "seen"}]
    futures = drawn(
        option("stay", running=[running(250)]),
        option("other", running=[running(300)]),
        option("barred", running=[running(1)], gates=barred),
    )
    found = odds(futures)
    assert [one.ranked for one in found] == [True, True, False]
    assert [one.cheapest for one in found] == [1.0, 0.0, 0.0]


def test_a_one_off_budget_is_exceeded_as_often_as_the_range_lies_above_it() -> None:
    futures = drawn(option("stay", one_offs=[one_off(between(0, 1_000, "USD"))]))
    stay = futures.option("stay")
    assert one_off_exceeds(stay, 900) == pytest.approx(0.1, abs=1 / DRAWS)
    assert one_off_exceeds(stay, 0) == 1.0
    assert one_off_exceeds(stay, 1_000) == 0.0


def test_the_fan_widens_with_the_years() -> None:
    # Between 0 and 100 a year, three years, no growth: at the end of year t the percentile p is 100 p t.
    futures = drawn(option("stay", running=[running(between(0, 100))]), horizon_years=3)
    edges = fan(futures, "stay").edges
    assert edges[:, 0].tolist() == [0.0] * 5
    for year in (1, 2, 3):
        assert edges[:, year] == pytest.approx(np.array([5, 25, 50, 75, 95]) * year, abs=0.2 * year)


def test_the_office_fits_as_often_as_the_area_is_enough() -> None:
    # Ten people need 8 to 12 m2 each; 100 m2 are let: enough half of the time.
    lease = {"tenure": "owned", "area": 100}
    futures = drawn(option("stay", lease), office={"people": 10, "m2_per_desk": between(8, 12, "m2/workstation")})
    assert odds(futures)[0].fits == pytest.approx(0.5, abs=1 / DRAWS)


def test_access_in_ranges() -> None:
    # 0.1 degrees of longitude at the equator are 11.12 km: at 30 km/h 22.2 minutes, plus 0 to 10 at the gate.
    table = "Ministry,government,0,0.1,1,1,,\nUnion,workers,0,0,1,1,,\n"
    place = {"latitude": 0, "longitude": 0, "screening": between(0, 10, "minute")}
    bare = {"latitude": 0, "longitude": 0}
    case = office_case(option("stay", place=place), option("other", place=bare), table=table, access=ACCESS)
    futures = evaluate(case, DRAWS)
    found = reach_range(futures.option("stay"))
    assert found is not None
    way = 0.1 * np.pi / 180 * 6371.0088 * 2
    assert found.minutes["Ministry"].mean == pytest.approx(way + 5, abs=0.05)
    assert found.minutes["Ministry"].high == pytest.approx(way + 9.5, abs=0.05)
    assert found.worst_served == {"Ministry": 1.0}
    assert found.worst_group == {"government": 1.0}
    shares = better_access(futures, 0.0)
    assert shares["other"] == 1.0
    assert shares["stay"] < 0.01


def test_there_is_no_access_to_range_where_the_case_has_none() -> None:
    assert reach_range(drawn(option("stay")).option("stay")) is None


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_what_holds_for_every_case(path: Any) -> None:
    futures = evaluate(load_case(path), 512)
    found = odds(futures)
    assert sum(one.cheapest for one in found) == pytest.approx(1.0)
    ranked = [one for one in found if one.ranked]
    # The least expected regret is what perfect information is worth.
    worth = perfect_information(costs_of(futures, "agency", "cash")).value
    assert min(one.regret for one in ranked) == pytest.approx(worth, abs=1e-6 * ranked[0].present_value.mean)
    for one in found:
        for spread in (one.present_value, one.total, one.equivalent_annual, one.one_off, one.saving):
            if spread is not None:
                assert spread.low <= spread.mean <= spread.high
        assert 0 <= one.fits <= 1
    for option_futures in futures.options:
        edges = fan(futures, option_futures.id).edges
        assert np.all(np.diff(edges, axis=0) >= 0)


def test_a_range_of_one_value_is_that_value() -> None:
    found = range_of(np.full(7, 3.5))
    assert (found.mean, found.low, found.high) == (3.5, 3.5, 3.5)
