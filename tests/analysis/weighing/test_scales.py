"""Scales with fixed ends: by hand, and that neither money's unit nor one more option changes a value."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.weighing.scales import Scale, weighable, worth
from colocate.analysis.weighing.weighing import weighing
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.words.weighing_names import criterion_title
from tests.examples import ACCESS, SAME_EACH_TIME, Record, office_case, option, running

NEAR: Record = {"latitude": 0.0, "longitude": 0.0}
FAR: Record = {"latitude": 0.2, "longitude": 0.0}  # 22 km, 44 minutes
TABLE = "Ministry,government,0,0,10,10,,\nUnion,workers,0,0.01,10,10,,\n"
CHECKLIST = [
    {"id": name, "text": f"Question {name}?", "theme": "identity", "need": "desirable"} for name in ("one", "two")
]
UNIFORM = {"shape": "uniform", "source": "worked by hand", "quality": "assumed"}


def answered(*answers: str) -> list[Record]:
    return [{"item": name, "answer": one} for name, one in zip(("one", "two"), answers, strict=True)]


def drawn(*options: Record, draws: int = 64, **changes: Any) -> Futures:
    level = {"discounting": {"rate": 0}, "horizon_years": 1, "access": ACCESS, "table": TABLE, "checklist": CHECKLIST}
    return evaluate(office_case(*options, **(level | changes)), draws, 3)


def stay(cost: Any = 100, **parts: Any) -> Record:
    usual = {"place": NEAR, "mandate": answered("yes", "yes"), "government": {"step": 3}, "running": [running(cost)]}
    return option("stay", **(usual | parts))


def move(cost: Any = 75, **parts: Any) -> Record:
    usual = {"place": FAR, "mandate": answered("yes", "no"), "government": {"step": 5}, "running": [running(cost)]}
    return option("other", **(usual | parts))


def test_the_four_criteria_on_their_scales() -> None:
    table = weighable(drawn(stay(), move()))
    assert table.criteria == ("money", "access", "mandate", "government")
    # Money has 0 at 150 and 100 at 50, half as much again and half of the baseline's 100.
    assert table.expected_values[:, 0].tolist() == pytest.approx([50.0, 75.0])
    assert table.expected_values[:, 2].tolist() == pytest.approx([100.0, 50.0])
    assert table.expected_values[:, 3].tolist() == pytest.approx([50.0, 100.0])
    assert table.expected_values[0, 1] == pytest.approx(100.0)
    assert 0 < table.expected_values[1, 1] < 100
    assert table.values.shape == (2, 4, 64)


def test_a_range_of_cost_becomes_a_range_of_value() -> None:
    cost = {"low": 50, "high": 150, "unit": "USD/year"} | UNIFORM
    table = weighable(drawn(stay(), move(cost), draws=1024))
    values = table.values[1, 0]
    assert values.mean() == pytest.approx(50.0, abs=0.1)
    assert (values.min(), values.max()) == pytest.approx((0.0, 100.0), abs=0.2)


def test_stated_ends_go_before_those_from_the_baseline() -> None:
    ends = {"money_best": 0, "money_worst": 200, "half_worth": {"mandate": 75}}
    table = weighable(drawn(stay(), move(), weighing=ends))
    assert table.expected_values[:, 0].tolist() == pytest.approx([50.0, 62.5])
    # 50 is half of the way, where half of the worth is reached at three quarters: 50 x 50/75.
    assert table.expected_values[1, 2] == pytest.approx(100 / 3)


def test_a_criterion_that_is_not_known_for_every_option_is_left_out() -> None:
    other = {key: part for key, part in move().items() if key != "government"}
    table = weighable(drawn(stay(), other))
    assert table.criteria == ("money", "access", "mandate")
    assert table.left_out == ("government",)


def test_an_option_that_fails_a_gate_is_named_and_not_weighed() -> None:
    barred = option("barred", place=NEAR, running=[running(1)], gates=[{"name": "security", "status": "fail"}])
    table = weighable(drawn(stay(), move(), barred | {"mandate": answered("yes", "yes"), "government": {"step": 5}}))
    assert table.options == ("stay", "other")
    assert table.failing == ("barred",)


def test_points_on_a_criterion_of_the_case_have_their_range() -> None:
    criteria = [{"id": "green", "name": "Green building", "worst": "as built", "best": "runs on its own roof"}]
    points = {"low": 20, "high": 60, "unit": "point"} | UNIFORM
    one, other = (
        stay(criteria=[{"criterion": "green", "points": 30}]),
        move(criteria=[{"criterion": "green", "points": points}]),
    )
    table = weighable(drawn(one, other, criteria=criteria, draws=1024))
    assert table.criteria[-1] == "green"
    assert criterion_title(table.case, "green") == "Green building"
    assert table.expected[:, 4].tolist() == pytest.approx([30.0, 40.0], abs=0.05)
    assert (table.values[1, 4].min(), table.values[1, 4].max()) == pytest.approx((20, 60), abs=0.1)
    assert table.values[0, 4].tolist() == [30.0] * 1024


def test_points_of_a_criterion_leave_the_draws_of_cost_as_they_are() -> None:
    cost = {"low": 50, "high": 150, "unit": "USD/year"} | UNIFORM
    criteria = [{"id": "green", "name": "Green", "worst": "no", "best": "yes"}]
    points = {"low": 20, "high": 60, "unit": "point"} | UNIFORM
    plain = drawn(stay(), move(cost))
    more = drawn(
        stay(criteria=[{"criterion": "green", "points": points}]),
        move(cost, criteria=[{"criterion": "green", "points": points}]),
        criteria=criteria,
    )
    for place in range(2):
        one, other = (each.options[place].money["agency", "cash"].present_value for each in (plain, more))
        assert np.array_equal(one, other)


def test_open_questions_are_drawn_from_all_no_to_all_yes() -> None:
    """One of two questions is open: from 50 points to 100; the other option's answers stay one score."""
    table = weighable(drawn(stay(mandate=answered("yes", "unknown")), move(), draws=1024))
    points = table.measures[:, table.criteria.index("mandate")]
    assert (points[0].min(), points[0].max()) == pytest.approx((50.0, 100.0), abs=0.1)
    assert points[0].mean() == pytest.approx(75.0, abs=0.05)
    assert set(points[1].tolist()) == {50.0}
    assert table.varies
    assert not weighable(drawn(stay(), move())).varies


def test_open_questions_move_no_other_figure_and_no_other_option() -> None:
    cost = {"low": 50, "high": 150, "unit": "USD/year"} | UNIFORM
    known, one, both = (
        weighable(drawn(stay(mandate=answered("yes", first)), move(cost, mandate=answered("no", second))))
        for first, second in (("no", "no"), ("unknown", "no"), ("unknown", "unknown"))
    )
    mandate = known.criteria.index("mandate")
    others = [place for place in range(len(known.criteria)) if place != mandate]
    assert np.array_equal(known.measures[:, others], one.measures[:, others])
    assert np.array_equal(one.measures[:, others], both.measures[:, others])
    assert np.array_equal(one.measures[0, mandate], both.measures[0, mandate])
    assert not np.array_equal(both.measures[0, mandate], both.measures[1, mandate] + 50.0)


def test_ends_of_money_follow_the_expected_cost_of_the_baseline() -> None:
    cost = {"low": 50, "mode": 60, "high": 250, "unit": "USD/year", "shape": "triangular"} | {
        "source": "worked by hand",
        "quality": "assumed",
    }
    money = weighable(drawn(stay(cost), move(), draws=2048)).scales[0]
    assert (money.best, money.worst) == pytest.approx((60.0, 180.0), rel=1e-3)  # the mean is 360 / 3


def test_a_cost_beyond_the_ends_goes_on_and_is_named() -> None:
    table = weighable(drawn(stay(), move(200)))
    assert table.expected_values[1, 0] == pytest.approx(-50.0)
    assert table.beyond == ("other",)


def test_one_more_option_turns_no_order() -> None:
    """Ends that follow the set of options can turn the ranking when one is added; these cannot."""
    two = weighing(drawn(stay(), move()))
    three = weighing(drawn(stay(), move(), stay(10_000) | {"id": "third", "name": "Third"}))
    assert three.chosen.totals[:2].tolist() == pytest.approx(two.chosen.totals.tolist())


@SAME_EACH_TIME
@given(st.floats(0.01, 1e6), st.lists(st.floats(1, 1000), min_size=2, max_size=2))
def test_the_unit_of_money_changes_no_value(times: float, costs: list[float]) -> None:
    """Scaling money scales its ends and measures alike: the values, and who comes first, stay."""
    scale = Scale("money", "USD", worst=1500.0, best=500.0, half=0.3)
    scaled = replace(scale, worst=1500.0 * times, best=500.0 * times)
    measures = np.array(costs)
    assert worth(scaled, measures * times) == pytest.approx(worth(scale, measures), rel=1e-9, abs=1e-7)


def test_the_unit_of_money_changes_no_share() -> None:
    small, large = (weighing(drawn(stay(100 * times), move(75 * times))) for times in (1, 1000))
    assert np.array_equal(small.anyhow.ranks, large.anyhow.ranks)
    assert small.chosen.totals == pytest.approx(large.chosen.totals)


@SAME_EACH_TIME
@given(st.floats(0.05, 0.95), st.lists(st.floats(-50, 150), min_size=2, max_size=5, unique=True))
def test_more_is_always_worth_more(half: float, measures: list[float]) -> None:
    scale = Scale("x", "points", 0.0, 100.0, half)
    values = worth(scale, np.array(sorted(measures)))
    assert np.all(np.diff(values) >= 0)
    assert worth(scale, np.array([0.0, 100.0 * half, 100.0])).tolist() == pytest.approx([0, 50, 100])
