"""The level of a rent through the life of a lease: a table of leases, each worked out by hand, for one m2."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.case import Case
from colocate.case.premises import Lease
from colocate.casefile.building import build_case
from colocate.model.costs.rent import COLUMNS_AT_ONCE, RentLevels, contract_levels, own_levels
from colocate.model.prices import Prices, prices_of
from colocate.quantity import Figure
from tests.examples import Record, commercial, moving, office_case, office_document, option

INDEXED = {"driver": "prices"}
HELD = {"driver": "prices", "cap": 5, "floor": 1}


def leased(growth: Any, **terms: Any) -> Case:
    return office_case(option("stay", commercial(**terms)), growth=growth)


def kept(lease: Lease, start: Figure, expiry: Figure | None, prices: Prices) -> RentLevels:
    """The levels of a lease that is kept."""
    return own_levels(contract_levels(lease, start, expiry, prices), lease, expiry, prices)


def paid(case: Case, start: float = 0.0, end: float = 36.0, place: int = 0) -> list[float]:
    """The rent of the months [start, end) by year, for one m2 of an option's lease."""
    lease = case.options[place].lease
    levels = kept(lease, lease.start, lease.expiry, prices_of(case))
    return [float(amount) for amount in levels.paid(start, end, case.horizon_years)[:, 0]]


# 120 a year is 10 a month. Growth is in per cent, by year. Three years.
LEASES: dict[str, tuple[Any, Record, list[float]]] = {
    "open-ended, no review: the same for ever": (10, {}, [120, 120, 120]),
    "three months free at the start": (0, {"rent_free_months": 3}, [90, 120, 120]),
    "of three free months two had passed": (0, {"start": -2, "rent_free_months": 3}, [110, 120, 120]),
    "free months end with the lease": (
        0,
        {"rent_free_months": 20, "expiry": 12, "renewal": {"rent": 200, "driver": "prices"}},
        [0, 200, 200],
    ),
    # 12 a month from month 6, 15 a month from month 18: 60 + 72; 72 + 90; 180.
    "two steps": (
        10,
        {"steps": [{"after_months": 6, "rent": 144}, {"after_months": 18, "rent": 180}]},
        [132, 162, 180],
    ),
    # The lease began 12 months ago; its step after 6 months is in force today, whatever `rent` says.
    "a step that has passed holds": (0, {"start": -12, "steps": [{"after_months": 6, "rent": 144}]}, [144] * 3),
    "a step at the expiry does not count": (
        0,
        {
            "expiry": 12,
            "steps": [{"after_months": 12, "rent": 600}],
            "renewal": {"rent": 240, "driver": "prices"},
        },
        [120, 240, 240],
    ),
    # Anniversaries in months 12 and 24 close years 0 and 1: + 10 %, then + 20 %.
    "indexation": ([10, 20, 30], {"indexation": INDEXED}, [120, 132, 158.4]),
    # Months 6, 18, 30: years 0, 1, 2: 10 % held to 5; 2; -4 % held to 1. 120; 126; 128.52; 129.8052 a year.
    "indexation between floor and cap": (
        [10, 2, -4],
        {"start": -6, "indexation": HELD},
        [60 + 63, 63 + 64.26, 64.26 + 64.9026],
    ),
    # Anniversaries in months -18 and -6 add nothing: `rent` is today's. 6, 18, 30: 132; 145.2; 159.72.
    "past anniversaries are not counted": (
        10,
        {"start": -30, "indexation": INDEXED},
        [60 + 66, 66 + 72.6, 72.6 + 79.86],
    ),
    "an anniversary on the day of the decision is past": (10, {"start": -12, "indexation": INDEXED}, [120, 132, 145.2]),
    "the lease ends and nothing follows": (0, {"expiry": 18}, [120, 60, 0]),
    # Month 18 is in year 1: 200 x 1.1 x 1.2 = 264; month 30 in year 2: 200 x 1.21 x 1.2 = 290.4.
    "renewal at the market with a premium, reviewed every year": (
        10,
        {"expiry": 18, "renewal": {"rent": 200, "driver": "prices", "premium": 20, "term_years": 1}},
        [120, 60 + 132, 132 + 145.2],
    ),
    "renewal at a discount, reviewed after five years": (
        10,
        {"expiry": 18, "renewal": {"rent": 200, "driver": "prices", "premium": -50, "term_years": 5}},
        [120, 60 + 55, 110],
    ),
    # Month 12: 200 x 1.1 = 220; its own anniversary in month 24 closes year 1: 220 x 1.1 = 242.
    "the clause goes on within a renewed term": (
        10,
        {"expiry": 12, "indexation": INDEXED, "renewal": {"rent": 200, "driver": "prices", "term_years": 2}},
        [120, 220, 242],
    ),
    # Month 6, in year 0: 200. Anniversaries in months 18 and 30 close years 1 and 2: 220, 242.
    "the clause goes on for all of a longer term": (
        10,
        {"expiry": 6, "indexation": INDEXED, "renewal": {"rent": 200, "driver": "prices", "term_years": 3}},
        [60 + 100, 100 + 110, 110 + 121],
    ),
}


@pytest.mark.parametrize(("growth", "terms", "expected"), LEASES.values(), ids=LEASES)
def test_rent_by_year(growth: Any, terms: Record, expected: list[float]) -> None:
    assert paid(leased(growth, **terms)) == pytest.approx(expected)


def test_a_later_lease_does_not_grow_before_its_first_day() -> None:
    # From month 6; anniversary in month 18, of year 1: + 20 %; in month 30, of year 2: + 30 %.
    case = office_case(option("stay"), moving(6, commercial(start=6, indexation=INDEXED)), growth=[10, 20, 30])
    assert paid(case, place=1) == pytest.approx([60, 60 + 72, 72 + 93.6])


def test_rent_of_a_part_of_the_months() -> None:
    # Months 3 to 15 of 10 a month until month 6, 12 a month after it: 30 + 72; 36.
    case = leased(0, steps=[{"after_months": 6, "rent": 144}])
    assert paid(case, 3.0, 15.0) == pytest.approx([102, 36, 0])
    assert paid(case, 15.0, 3.0) == [0, 0, 0]  # an empty stretch


def test_the_last_level_of_a_contract_goes_on_for_who_stays_beyond_it() -> None:
    # Anniversary 12 counts (132 a year), 24 does not: the lease ended in month 18.
    case = leased(10, expiry=18, indexation=INDEXED)
    lease = case.options[0].lease
    levels = contract_levels(lease, lease.start, lease.expiry, prices_of(case))
    assert levels.paid(0.0, 36.0, 3)[:, 0].tolist() == pytest.approx([120, 132, 132])


def test_cap_and_floor_are_above_inflation_in_a_real_case() -> None:
    # Growth 3 % above an inflation of 10 % held to 2 % above it: 1.02 x 1.1 = 1.122 a year.
    real = {"rate": 3, "rates": "real", "inflation": 10}
    lease = commercial(indexation={"driver": "prices", "cap": 2})
    document = office_document(option("stay", lease), growth=3, discounting=real)
    assert paid(build_case(document)) == pytest.approx([120, 120 * 1.122, 120 * 1.122**2])


def test_levels_of_draws_give_what_a_loop_gives() -> None:
    starts, ends = np.array([0.0, 5.5, 30.0]), np.array([36.0, 20.0, 31.0])
    levels = RentLevels(np.array([[-6.0], [14.0]]), np.array([[14.0], [np.inf]]), np.array([[120.0], [240.0]]))
    together = levels.paid(starts, ends, 3)
    assert together.shape == (3, 3)
    for draw in range(3):
        alone = levels.paid(float(starts[draw]), float(ends[draw]), 3)
        np.testing.assert_array_equal(together[:, [draw]], alone)


@pytest.mark.parametrize("draws", [3, COLUMNS_AT_ONCE // 4, 2 * COLUMNS_AT_ONCE])
def test_many_levels_of_many_draws_are_paid_to_the_last_bit_as_one_by_one(draws: int) -> None:
    # Ten levels of seven months, of which a draw's months [start, end) meet from none to all.
    years, firsts = 6, 7.0 * np.arange(10.0)[:, None] + np.linspace(0.0, 3.0, draws)
    levels = RentLevels(firsts, firsts + 7.0, 100.0 / 3.0 + firsts)
    starts, ends = np.linspace(80.0, 0.0, draws), np.linspace(90.0, 33.3, draws)
    together = levels.paid(starts, ends, years)
    for draw in range(draws):
        one = slice(draw, draw + 1)
        alone = np.zeros((years, 1))
        for first, level in zip(firsts[:, draw], levels.levels[:, draw], strict=True):
            single = RentLevels(np.array([[first]]), np.array([[first + 7.0]]), np.array([[level]]))
            alone = alone + single.paid(float(starts[draw]), float(ends[draw]), years)
        assert together[:, one].tobytes() == alone.tobytes()


def test_rent_of_months_in_which_no_level_holds_is_nothing_in_every_draw() -> None:
    levels = RentLevels(np.full((2, 3), 20.0), np.array([[30.0] * 3, [10.0] * 3]), np.full((2, 3), 120.0))
    assert levels.paid(0.0, 12.0, 3).tolist() == [[0.0] * 3] * 3
    assert levels.holds(0.0, 36.0).tolist() == [True, False]


def test_a_lease_of_draws_gives_what_a_loop_gives() -> None:
    # The first day and the expiry in draws, as a delay of the whole lease has them.
    case = leased([10, 2], indexation=HELD, expiry=20, renewal={"rent": 200, "driver": "prices", "term_years": 1})
    lease, prices = case.options[0].lease, prices_of(case)
    delays = np.array([0.0, 3.3, 12.0, 40.0])
    together = kept(lease, delays, 20.0 + delays, prices).paid(0.0, 36.0, 3)
    for draw, delay in enumerate(delays):
        alone = kept(lease, float(delay), 20.0 + float(delay), prices).paid(0.0, 36.0, 3)
        np.testing.assert_allclose(together[:, [draw]], alone, rtol=1e-12)
