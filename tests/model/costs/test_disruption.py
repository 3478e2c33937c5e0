"""What moving does to people: by hand, as cash or efficiency, late, and what it must not change."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.model.outcome import Outcome
from colocate.words.cautions import caution_words
from tests.examples import OWNED, SAME_EACH_TIME, Record, commercial, lines, moving, office, option, yearly
from tests.single_figures import expected_of

CATEGORIES = (
    "days lost", "slower start", "replacing people", "work of vacant posts", "pay of vacant posts",
    "time between sites", "fares between sites",
)  # fmt: skip
WHOLE: Record = {
    "days_lost": 3,
    "slower_start": 20,
    "slower_months": 6,
    "leave": 20,
    "cost_to_replace": 900,
    "vacant_months": 9,
    "trips_a_week": 5,
    "minutes_a_trip": 48,
    "fare_a_trip": 4,
    "months_at_both": 3,
}


def disruption(**terms: Any) -> Record:
    """Ten people who cost 26,000 a year each: 100 a day, and at eight hours a day 12.50 an hour."""
    return {"cost_per_person": 26_000, "driver": "prices"} | terms


def moved(month: float = 9, lease: Record = OWNED, old: Record = OWNED, growth: Any = 0, **terms: Any) -> Outcome:
    delay = terms.pop("delay", 0)
    new = moving(month, lease, delay=delay, disruption=disruption(**terms))
    return office(option("stay", old), new, growth=growth)


LATE_START: Record = {"lease": {"tenure": "owned", "start": 6}}
OLD_LEASE: Record = {"old": commercial(0, start=-12, expiry=18)}

# Prices rise by 10 % a year; the move is in month 9 unless the row says otherwise.
TABLE: dict[str, tuple[Record, str, list[float]]] = {
    # 10 people x 3 days x 100
    "days lost": ({"days_lost": 3}, "days lost", [3_000, 0, 0]),
    "days lost in the second year, at its prices": ({"days_lost": 3, "month": 12}, "days lost", [0, 3_300, 0]),
    "a day of 200 in a year of 130 days": ({"days_lost": 3, "working_days": 130}, "days lost", [6_000, 0, 0]),
    # 10 x 26,000 x 20 % = 52,000 a year: three months of it in the first year and three in the second
    "a slower start": ({"slower_start": 20, "slower_months": 6}, "slower start", [13_000, 14_300, 0]),
    # 20 % of ten people are two
    "replacing": ({"leave": 20, "cost_to_replace": 900}, "replacing people", [1_800, 0, 0]),
    # 2 x 26,000 = 52,000 a year: three months and six months
    "vacant posts": ({"leave": 20, "vacant_months": 9}, "work of vacant posts", [13_000, 28_600, 0]),
    "their pay": ({"leave": 20, "vacant_months": 9}, "pay of vacant posts", [-13_000, -28_600, 0]),
    # The new lease starts in month 6. 5 trips a week x 52 x 0.8 hours x 12.50 = 2,600 a year; fares 260 x 4 = 1,040
    "time between sites before moving in": (
        {"trips_a_week": 5, "minutes_a_trip": 48} | LATE_START,
        "time between sites",
        [650, 0, 0],
    ),
    "fares between sites before moving in": (
        {"trips_a_week": 5, "fare_a_trip": 4} | LATE_START,
        "fares between sites",
        [260, 0, 0],
    ),
    # and the old lease until month 18: months 6 to 15 where people stay at both for six months
    "and after it": (
        {"trips_a_week": 5, "fare_a_trip": 4, "months_at_both": 6} | LATE_START | OLD_LEASE,
        "fares between sites",
        [520, 286, 0],
    ),
    "as long as the old lease runs": (
        {"trips_a_week": 5, "fare_a_trip": 4, "months_at_both": 60} | LATE_START | OLD_LEASE,
        "fares between sites",
        [520, 572, 0],
    ),
    "not at all where the old premises are not paid for any more": (
        {"trips_a_week": 5, "fare_a_trip": 4, "months_at_both": 60},
        "fares between sites",
        [780, 0, 0],
    ),
    "in another currency": (
        {"leave": 20, "cost_to_replace": 3_600, "currency": "VND"},
        "replacing people",
        [1_800, 0, 0],
    ),
}


@pytest.mark.parametrize(("terms", "category", "expected"), TABLE.values(), ids=TABLE)
def test_a_disruption_by_year(terms: Record, category: str, expected: list[float]) -> None:
    named = dict(terms)
    month, lease, old = named.pop("month", 9), named.pop("lease", OWNED), named.pop("old", OWNED)
    move = moving(month, lease, disruption=disruption(**named))
    outcome = office(option("stay", old), move, growth=10, currencies=[{"code": "VND", "rate": 4}])
    assert yearly(outcome, "move", category) == pytest.approx(expected)


def test_it_is_late_with_the_move() -> None:
    outcome = moved(delay=12, growth=10, lease={"tenure": "owned", "start": 6}, **WHOLE)
    assert yearly(outcome, "move", "days lost") == pytest.approx([0, 3_300, 0])
    assert yearly(outcome, "move", "slower start") == pytest.approx([0, 14_300, 15_730])
    assert yearly(outcome, "move", "pay of vacant posts") == pytest.approx([0, -14_300, -31_460])
    assert yearly(outcome, "move", "fares between sites") == pytest.approx([0, 286, 0])


def test_those_who_leave_are_of_the_people_at_the_move_and_those_who_are_slower_of_each_year() -> None:
    people = {"people": 10, "m2_per_desk": 10, "people_from": [{"from_year": 1, "people": 20}]}
    outcome = office(option("stay"), moving(9, disruption=disruption(**WHOLE)), office=people)
    assert yearly(outcome, "move", "work of vacant posts") == pytest.approx([13_000, 26_000, 0])
    assert yearly(outcome, "move", "slower start") == pytest.approx([13_000, 26_000, 0])
    assert yearly(outcome, "move", "days lost") == pytest.approx([3_000, 0, 0])


def natures(outcome: Outcome) -> dict[str, tuple[str, bool, bool]]:
    found = [line for name in CATEGORIES for line in lines(outcome, "move", name)]
    return {line.category: (line.nature, line.labour, line.one_time) for line in found}


def test_time_is_efficiency_and_replacing_and_fares_are_cash_unless_the_case_says_otherwise() -> None:
    time, money = ("efficiency", True, True), ("cash", False, True)
    kinds = (time, time, money, time, time, time, money)
    assert natures(moved(**WHOLE)) == dict(zip(CATEGORIES, kinds, strict=True))
    stated = {
        "time_counts_as": "cash",
        "saved_pay_counts_as": "cash",
        "replacing_counts_as": "efficiency",
        "fares_count_as": "efficiency",
    }
    turned = {"cash": "efficiency", "efficiency": "cash"}
    other = {name: (turned[kind], labour, once) for name, (kind, labour, once) in natures(moved(**WHOLE)).items()}
    assert natures(moved(**WHOLE, **stated)) == other


def test_efficiency_changes_nothing_in_cash() -> None:
    time = {name: part for name, part in WHOLE.items() if name not in ("cost_to_replace", "fare_a_trip")}
    with_it, without = moved(**time), office(option("stay"), moving(9))
    for book in ("agency", "un family", "everyone"):
        ours, theirs = (one.option("move").money[book, "cash"] for one in (with_it, without))
        assert ours.by_year == pytest.approx(theirs.by_year)
        assert ours.present_value == pytest.approx(theirs.present_value)
        both = with_it.option("move").money[book, "cash and efficiency"]
        assert both.total > theirs.total


@SAME_EACH_TIME
@given(month=st.integers(0, 40), delay=st.integers(0, 20), growth=st.integers(-5, 12), months=st.integers(0, 40))
def test_nobody_who_leaves_and_no_day_lost_change_nothing(month: int, delay: int, growth: int, months: int) -> None:
    nothing = dict.fromkeys(WHOLE, 0) | {"vacant_months": months, "slower_months": months, "months_at_both": months}
    bare = office(option("stay"), moving(month, delay=delay), growth=growth)
    outcome = moved(month, delay=delay, growth=growth, **nothing)
    for reading, money in outcome.option("move").money.items():
        same = bare.option("move").money[reading]
        assert money.by_year == pytest.approx(same.by_year)
        assert money.present_value == pytest.approx(same.present_value)


DOUBLED = {
    "days_lost": ["days lost"],
    "slower_start": ["slower start"],
    "leave": ["replacing people", "work of vacant posts", "pay of vacant posts"],
    "cost_to_replace": ["replacing people"],
    "trips_a_week": ["time between sites", "fares between sites"],
    "minutes_a_trip": ["time between sites"],
    "fare_a_trip": ["fares between sites"],
}


@SAME_EACH_TIME
@given(st.sampled_from(sorted(DOUBLED)), st.integers(0, 30), st.integers(0, 12), st.integers(-5, 12))
def test_twice_as_much_comes_to_twice_as_much(name: str, month: int, delay: int, growth: int) -> None:
    once = moved(month, delay=delay, growth=growth, **WHOLE)
    twice = moved(month, delay=delay, growth=growth, **WHOLE | {name: 2 * WHOLE[name]})
    for category in CATEGORIES:
        factor = 2 if category in DOUBLED[name] else 1
        ours, theirs = yearly(twice, "move", category), yearly(once, "move", category)
        assert ours == pytest.approx([factor * amount for amount in theirs])


@SAME_EACH_TIME
@given(st.integers(0, 100), st.integers(0, 30), st.integers(0, 36))
def test_a_post_that_stands_empty_saves_what_is_not_done(leave: int, month: int, vacant: int) -> None:
    outcome = moved(month, leave=leave, vacant_months=vacant)
    bare = office(option("stay"), moving(month))
    kept = outcome.option("move").money["agency", "cash and efficiency"].by_year
    assert kept == pytest.approx(bare.option("move").money["agency", "cash and efficiency"].by_year)


def test_saved_pay_is_no_money_found_for_the_move() -> None:
    outcome = moved(**WHOLE, saved_pay_counts_as="cash")
    fares = 260 * 4 * 9 / 12  # the new lease runs from the decision on
    assert outcome.option("move").one_off_by_year[:, 0] == pytest.approx([1_800 + fares, 0, 0], abs=1e-6)


def test_an_option_that_says_nothing_has_no_line_of_it() -> None:
    outcome = office(option("stay"), moving(9))
    assert not any(lines(outcome, "move", category) for category in CATEGORIES)


def test_saved_pay_that_counts_as_cash_is_a_caution_with_its_amount() -> None:
    told = "Moving: USD 39,000 of pay saved in vacant posts counts as cash. Does the budget keep it?"
    terms: Record = {"leave": 20, "vacant_months": 9}

    def words(**more: Any) -> str:
        return " ".join(caution_words(expected_of(moved(**terms, **more)))).replace("\xa0", " ")

    assert told in words(saved_pay_counts_as="cash")
    assert "vacant posts" not in words()
    assert "vacant posts" not in words(saved_pay_counts_as="cash", time_counts_as="cash")
