"""The level of a rent through the life of a lease: a table of leases, each worked out by hand, for one m2."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.case import Case
from colocate.case.premises import Lease
from colocate.case.replacing import with_figures
from colocate.casefile.building import build_case
from colocate.model.costs.rent import COLUMNS_AT_ONCE, RentLevels, contract_levels, own_levels
from colocate.model.prices import Prices, prices_of
from colocate.quantity import Figure
from tests.examples import SAME_EACH_TIME, Record, commercial, moving, office_case, office_document, option

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
    # Month 6: 144 a year. Anniversaries in months 12 and 24 raise it by 10 and 20 %: 158.4, 190.08.
    "steps, and indexation that goes on from each": (
        [10, 20, 30],
        {"steps": [{"after_months": 6, "rent": 144}], "indexation": INDEXED},
        [60 + 72, 158.4, 190.08],
    ),
    # Month 12 is an anniversary and a step: 200, not 220. Month 24: + 20 %.
    "a step on an anniversary holds as it is written": (
        [10, 20, 30],
        {"steps": [{"after_months": 12, "rent": 200}], "indexation": INDEXED},
        [120, 200, 240],
    ),
    # 132 in month 12; 150 from month 18; 180 from month 24, an anniversary; the step at the expiry does not come.
    "indexation before a step and after it, and a step too late": (
        [10, 20, 30],
        {
            "expiry": 30,
            "steps": [{"after_months": 18, "rent": 150}, {"after_months": 30, "rent": 999}],
            "indexation": INDEXED,
        },
        [120, 66 + 75, 90],
    ),
    # Three quarters of 8 % is 6 %.
    "a part of the index": (8, {"indexation": INDEXED | {"share": 75}}, [120, 127.2, 134.832]),
    "a part of the index, then the cap": (8, {"indexation": HELD | {"share": 75}}, [120, 126, 132.3]),
    "a part of the index, then the floor": (1, {"indexation": HELD | {"share": 75}}, [120, 121.2, 122.412]),
    "an amount more each year": (8, {"indexation": {"amount": 12}}, [120, 132, 144]),
    # 120 x 1.1 + 12 = 144; 144 x 1.1 + 12 = 170.4.
    "an amount beside the index": (10, {"indexation": INDEXED | {"amount": 12}}, [120, 144, 170.4]),
    # 120 x 1.05 + 12 = 138; 138 x 1.05 + 12 = 156.9: the cap is of the growth alone.
    "a cap does not hold the amount": (10, {"indexation": HELD | {"amount": 12}}, [120, 138, 156.9]),
    # The lease began 18 months ago: anniversaries in months 6, 18, 30; the step in month 12.
    "an amount and a step": (
        0,
        {"start": -18, "steps": [{"after_months": 30, "rent": 240}], "indexation": {"amount": 12}},
        [60 + 66, 120 + 126, 126 + 132],
    ),
    "a renewal that is upward only": (
        0,
        {"expiry": 12, "renewal": {"rent": 100, "driver": "prices", "upward_only": True}},
        [120, 120, 120],
    ),
    # The market: 180 in month 12, 162 in month 24.
    "no review after the first goes down either": (
        -10,
        {"expiry": 12, "renewal": {"rent": 200, "driver": "prices", "term_years": 1, "upward_only": True}},
        [120, 180, 180],
    ),
    # 132 in month 12, in force on the last day; the market asks 100 x 1.21 in month 24.
    "upward from the indexed rent, not from the first": (
        10,
        {"expiry": 24, "indexation": INDEXED, "renewal": {"rent": 100, "driver": "prices", "upward_only": True}},
        [120, 132, 132],
    ),
    # Years of two: 110 in month 6, indexed to 132 in month 18; in month 30 the market asks 121.
    "upward from the term before, as indexed": (
        [10, 20, 0],
        {
            "expiry": 6,
            "indexation": INDEXED,
            "renewal": {"rent": 110, "driver": "prices", "term_years": 2, "upward_only": True},
        },
        [60 + 60, 60 + 72, 72 + 72.6],
    ),
    "free months do not lower what a review may not fall below": (
        0,
        {"rent_free_months": 20, "expiry": 12, "renewal": {"rent": 100, "driver": "prices", "upward_only": True}},
        [0, 120, 120],
    ),
}


@pytest.mark.parametrize(("growth", "terms", "expected"), LEASES.values(), ids=LEASES)
def test_rent_by_year(growth: Any, terms: Record, expected: list[float]) -> None:
    assert paid(leased(growth, **terms)) == pytest.approx(expected)


def test_a_later_lease_does_not_grow_before_its_first_day() -> None:
    # From month 6; anniversary in month 18, of year 1: + 20 %; in month 30, of year 2: + 30 %.
    case = office_case(option("stay"), moving(6, commercial(start=6, indexation=INDEXED)), growth=[10, 20, 30])
    assert paid(case, place=1) == pytest.approx([60, 60 + 72, 72 + 93.6])


def test_an_agreed_rent_may_grow_until_the_first_day_of_a_later_lease() -> None:
    # From month 18, in year 1: 120 x 1.1 = 132; anniversary in month 30, of year 2: + 30 %.
    agreed = commercial(start=18, rent_driver="prices")
    case = office_case(option("stay"), moving(18, agreed), growth=[10, 20, 30])
    assert paid(case, place=1) == pytest.approx([0, 66, 132])
    case = office_case(option("stay"), moving(18, agreed | {"indexation": INDEXED}), growth=[10, 20, 30])
    assert paid(case, place=1) == pytest.approx([0, 66, 66 + 85.8])
    # Steps are amounts of the contract: from month 24, 150.
    stepped = agreed | {"steps": [{"after_months": 6, "rent": 150}]}
    case = office_case(option("stay"), moving(18, stepped), growth=[10, 20, 30])
    assert paid(case, place=1) == pytest.approx([0, 66, 150])


def test_an_amount_a_month_is_of_the_rent_a_month() -> None:
    monthly = {"mode": 1, "unit": "USD/m2/month", "source": "contract", "quality": "exact"}
    assert paid(leased(0, indexation={"amount": monthly})) == pytest.approx([120, 132, 144])


RISING = st.fixed_dictionaries(
    {"growth": st.lists(st.integers(-8, 12), min_size=1, max_size=3), "start": st.integers(-40, 0)}
)


def indexed(drawn: Record, clause: Record, **terms: Any) -> list[float]:
    return paid(leased(drawn["growth"], start=drawn["start"], indexation=clause, **terms))


@SAME_EACH_TIME
@given(RISING)
def test_what_adds_nothing_to_a_clause_changes_nothing(drawn: Record) -> None:
    plain = indexed(drawn, INDEXED)
    assert indexed(drawn, INDEXED | {"share": 100}) == plain
    assert indexed(drawn, INDEXED | {"amount": 0}) == plain
    assert indexed(drawn, INDEXED | {"share": 0}) == pytest.approx([120] * 3)


@SAME_EACH_TIME
@given(RISING, st.integers(1, 60), st.integers(1, 300))
def test_steps_beside_a_clause_that_adds_nothing_are_steps_alone(drawn: Record, after: int, rent: int) -> None:
    steps = [{"after_months": after, "rent": rent}, {"after_months": after + 7, "rent": rent + 5}]
    alone = paid(leased(drawn["growth"], start=drawn["start"], steps=steps))
    assert indexed(drawn, INDEXED | {"share": 0}, steps=steps) == pytest.approx(alone)


@SAME_EACH_TIME
@given(RISING, st.integers(1, 35), st.integers(1, 3), st.integers(0, 300), st.booleans())
def test_an_upward_review_never_lowers_the_rent(
    drawn: Record, expiry: int, years: int, market: int, clause: bool
) -> None:
    renewal = {"rent": market, "driver": "prices", "term_years": years}
    terms: Record = {"start": drawn["start"], "expiry": expiry} | ({"indexation": INDEXED} if clause else {})
    growth = [max(rate, 0) for rate in drawn["growth"]] if clause else drawn["growth"]
    free = paid(leased(growth, **terms, renewal=renewal))
    held = paid(leased(growth, **terms, renewal=renewal | {"upward_only": True}))
    assert all(up >= down - 1e-9 for up, down in zip(held, free, strict=True))
    assert all(later >= earlier - 1e-9 for earlier, later in pairwise(held))


def test_a_part_of_the_index_follows_it_in_every_draw() -> None:
    growth = {"low": 0, "high": 12, "shape": "uniform", "unit": "%/year", "source": "example", "quality": "assumed"}
    case = leased(growth, indexation=INDEXED | {"share": 50})
    rates = np.array([0.0, 0.04, 0.12])
    drawn = with_figures(case, {"drivers[prices].growth": rates})
    lease = drawn.options[0].lease
    levels = kept(lease, lease.start, lease.expiry, prices_of(drawn)).paid(0.0, 36.0, 3)
    np.testing.assert_allclose(levels[1], 120 * (1 + rates / 2))


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


def test_steps_with_indexation_of_draws_give_what_a_loop_gives() -> None:
    # The first day, the step's month and the expiry in draws, and upward reviews after it.
    renewal = {"rent": 150, "driver": "prices", "term_years": 2, "upward_only": True}
    clause = INDEXED | {"share": 80, "amount": 6}
    case = leased([10, -20], indexation=clause, expiry=20, renewal=renewal, steps=[{"after_months": 14, "rent": 130}])
    lease, prices = case.options[0].lease, prices_of(case)
    delays, months = np.array([0.0, 3.3, 12.0, 40.0]), np.array([12.0, 14.0, 20.0, 3.0])

    def of(delay: Figure, month: Figure) -> Any:
        stepped = replace(lease, steps=(replace(lease.steps[0], after_months=month),))
        return kept(stepped, delay, 20.0 + delay, prices).paid(0.0, 36.0, 3)

    together = of(delays, months)
    for draw in range(4):
        alone = of(float(delays[draw]), float(months[draw]))
        np.testing.assert_allclose(together[:, [draw]], alone, rtol=1e-12)
