"""Weights against closed forms: shares of a simplex, centroids, and ratios that can be worked out by hand."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.weighing.weights import (
    TIMES,
    all_weights,
    contradictions,
    from_choices,
    from_swings,
    order_of,
    ordered_weights,
    ring,
    weights_within,
)
from colocate.case.weighing import SwingChoice, Worth
from tests.examples import SAME_EACH_TIME

MANY = 100_000
FOUR_ERRORS = 4.0


def within_four_errors(share: float, expected: float, vectors: int = MANY) -> bool:
    return abs(share - expected) <= FOUR_ERRORS * math.sqrt(expected * (1 - expected) / vectors) + 1e-12


def said(first: str, worth: Worth, second: str) -> SwingChoice:
    return SwingChoice(first=first, worth=worth, second=second)


@pytest.mark.parametrize("criteria", [2, 3, 4, 6])
@pytest.mark.parametrize("bound", [0.1, 1 / 3, 0.6])
def test_a_weight_is_above_a_bound_as_often_as_the_cut_off_corner_is_large(criteria: int, bound: float) -> None:
    """The share of a simplex where one weight is above c is (1 - c)^(n - 1)."""
    drawn = all_weights(MANY, criteria, 7)
    expected = (1 - bound) ** (criteria - 1)
    for column in range(criteria):
        assert within_four_errors(float((drawn[:, column] > bound).mean()), expected)


def test_three_weights_are_not_uniform_draws_divided_by_their_sum() -> None:
    """P(w1 > 1/3) is 4/9 on the simplex; uniform draws divided by their sum would give one half."""
    drawn = all_weights(MANY, 3, 1)
    naive = np.random.default_rng(1).random((MANY, 3))
    naive /= naive.sum(axis=1, keepdims=True)
    assert within_four_errors(float((drawn[:, 0] > 1 / 3).mean()), 4 / 9)
    assert not within_four_errors(float((naive[:, 0] > 1 / 3).mean()), 4 / 9)


def test_weights_make_one_and_are_not_below_nothing() -> None:
    for drawn in (all_weights(1000, 4, 3), ordered_weights(1000, [(2,), (0, 1), (3,)], 3)):
        assert drawn.min() >= 0.0
        assert drawn.sum(axis=1) == pytest.approx(np.ones(1000))


@pytest.mark.parametrize("criteria", [2, 3, 4, 6])
def test_weights_in_order_have_the_rank_order_centroid_as_their_mean(criteria: int) -> None:
    """The k-th weight's mean is (1/k + ... + 1/n) / n (Barron and Barrett, Management Science 42, 1996)."""
    order = list(range(criteria))[::-1]
    drawn = ordered_weights(MANY, [(place,) for place in order], 5)
    assert np.all(np.diff(drawn[:, order], axis=1) <= 0)
    for rank, place in enumerate(order, start=1):
        expected = sum(1 / k for k in range(rank, criteria + 1)) / criteria
        spread = float(drawn[:, place].std())
        assert float(drawn[:, place].mean()) == pytest.approx(expected, abs=4 * spread / math.sqrt(MANY))


def test_criteria_of_the_same_rank_keep_no_order_between_them() -> None:
    drawn = ordered_weights(MANY, [(1,), (0, 2)], 11)
    assert np.all(drawn[:, 1] >= drawn[:, [0, 2]].max(axis=1))
    assert within_four_errors(float((drawn[:, 0] > drawn[:, 2]).mean()), 0.5)


def test_one_group_of_all_criteria_is_all_weights() -> None:
    drawn = ordered_weights(MANY, [(0, 1, 2)], 2)
    assert within_four_errors(float((drawn[:, 2] > 0.5).mean()), 0.25)


def test_weights_within_limits_are_even_over_them() -> None:
    drawn = weights_within(MANY, np.array([0.2, 0.4]), np.array([0.6, 0.8]), 4)
    assert drawn[:, 0].min() >= 0.2
    assert drawn[:, 0].max() <= 0.6
    assert within_four_errors(float((drawn[:, 0] > 0.5).mean()), 0.25)


def test_a_corner_of_the_triangle_is_a_small_triangle() -> None:
    """With the first of three weights at least 1/2, it is above 3/4 in a quarter: (1/4 over 1/2) squared."""
    drawn = weights_within(MANY, np.array([0.5, 0.0, 0.0]), np.ones(3), 4)
    assert within_four_errors(float((drawn[:, 0] > 0.75).mean()), 0.25)
    assert within_four_errors(float((drawn[:, 1] > 0.25).mean()), 0.25)


def test_limits_of_nothing_and_all_are_all_weights() -> None:
    drawn = weights_within(MANY, np.zeros(4), np.ones(4), 9)
    for column in range(4):
        assert within_four_errors(float((drawn[:, column] > 0.3).mean()), 0.7**3)


def test_limits_of_one_point_give_that_point() -> None:
    point = np.array([0.5, 0.3, 0.2])
    assert weights_within(5, point, point, 1) == pytest.approx(np.tile(point, (5, 1)))


@pytest.mark.parametrize(
    ("lowest", "highest"), [([0.6, 0.6], [1.0, 1.0]), ([0.0, 0.0], [0.4, 0.4]), ([0.5, 0.5], [0.4, 0.6])]
)
def test_limits_that_no_weights_keep_are_refused(lowest: list[float], highest: list[float]) -> None:
    with pytest.raises(ValueError, match="no weights that make 100 %"):
        weights_within(10, np.array(lowest), np.array(highest), 1)


def test_the_same_seed_gives_the_same_weights() -> None:
    assert np.array_equal(all_weights(50, 4, 8), all_weights(50, 4, 8))
    assert not np.array_equal(all_weights(50, 4, 8), all_weights(50, 4, 9))


def test_swings_become_weights_in_any_unit() -> None:
    criteria = ("money", "access", "mandate")
    small = from_swings({"money": 0.5, "access": 0.3, "mandate": 0.2}, criteria)
    large = from_swings({"money": 50, "access": 30, "mandate": 20}, criteria)
    assert small == pytest.approx(large)
    assert large.tolist() == pytest.approx([0.5, 0.3, 0.2])


@pytest.mark.parametrize("points", [{}, {"money": 0.0}, {"money": -1.0, "access": 2.0}, {"money": math.nan}])
def test_points_that_give_no_weights_are_refused(points: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="points of 0 or more"):
        from_swings(points, ("money", "access"))


def test_choices_that_agree_give_their_ratios() -> None:
    # money : access : mandate = 4 : 2 : 1
    choices = [
        said("money", "more", "access"),
        said("access", "more", "mandate"),
        said("money", "much more", "mandate"),
    ]
    criteria = ("money", "access", "mandate")
    weights = from_choices(choices, criteria)
    assert weights.tolist() == pytest.approx([4 / 7, 2 / 7, 1 / 7])
    assert contradictions(weights, choices, criteria) == ()


def test_every_pair_compared_is_the_geometric_mean_of_the_rows() -> None:
    """Crawford and Williams (1985): with every pair compared, least squares of logarithms are row means."""
    answers: list[tuple[str, Worth, str]] = [("a", "more", "b"), ("b", "the same", "c"), ("a", "less", "c")]
    ratio = np.ones((3, 3))
    for first, worth, second in answers:
        row, column = "abc".index(first), "abc".index(second)
        ratio[row, column], ratio[column, row] = TIMES[worth], 1 / TIMES[worth]
    means = ratio.prod(axis=1) ** (1 / 3)
    weights = from_choices([said(*one) for one in answers], ("a", "b", "c"))
    assert weights.tolist() == pytest.approx((means / means.sum()).tolist())


def test_choices_round_in_a_circle_are_named() -> None:
    choices = [
        said("money", "much more", "access"),
        said("access", "much more", "mandate"),
        said("mandate", "much more", "money"),
    ]
    criteria = ("money", "access", "mandate")
    weights = from_choices(choices, criteria)
    assert weights.tolist() == pytest.approx([1 / 3] * 3)
    found = contradictions(weights, choices, criteria)
    assert [(one.first, one.said, round(one.implied, 9)) for one in found] == [
        ("money", 4.0, 1.0),
        ("access", 4.0, 1.0),
        ("mandate", 4.0, 1.0),
    ]


def test_a_choice_against_a_weight_of_nothing_has_a_ratio_without_end() -> None:
    found = contradictions(np.array([1.0, 0.0]), [said("money", "the same", "access")], ("money", "access"))
    assert found[0].implied == math.inf


def test_choices_that_leave_a_criterion_alone_give_no_weights() -> None:
    with pytest.raises(ValueError, match="compare one more pair"):
        from_choices([said("a", "more", "b")], ("a", "b", "c"))


def test_a_ring_asks_about_each_criterion_and_closes() -> None:
    assert ring(("a", "b")) == (("a", "b"),)
    assert ring(("a", "b", "c", "d")) == (("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"))


@SAME_EACH_TIME
@given(st.lists(st.floats(0, 100), min_size=2, max_size=6).filter(lambda points: sum(points) > 1))
def test_the_order_of_weights_is_that_of_the_points(points: list[float]) -> None:
    names = [str(place) for place in range(len(points))]
    weights = from_swings(dict(zip(names, points, strict=True)), names)
    order = order_of(weights)
    assert sorted(itertools.chain(*order)) == list(range(len(points)))
    flat = [weights[group[0]] for group in order]
    assert all(one > other for one, other in itertools.pairwise(flat))
