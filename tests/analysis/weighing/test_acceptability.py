"""Shares of weights and futures against closed forms, and what must hold whatever the values."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from colocate.analysis.weighing.acceptability import acceptability, first_at, share_first
from colocate.analysis.weighing.weights import all_weights, ordered_weights
from colocate.quantity import Array
from tests.examples import SAME_EACH_TIME

MANY = 2**16
VALUES = arrays.arrays(
    float, st.tuples(st.integers(2, 4), st.integers(2, 4), st.integers(1, 8)), elements=st.integers(0, 100)
)


def share_of_simplex(lead: Array) -> float:
    """The share of all weights w with lead . w > 0, by the closed form for a plane through a simplex.

    The sum over leads a_i above 0 of a_i^(n-1) / product over j of (a_i - a_j), the leads all different: the
    distribution of a linear form of weights that are even over the simplex.
    """
    n = lead.size
    return float(
        sum(
            one ** (n - 1) / np.prod([one - other for place, other in enumerate(lead) if place != here])
            for here, one in enumerate(lead)
            if one > 0
        )
    )


def close(share: float, expected: float, vectors: int = MANY) -> bool:
    return abs(share - expected) <= 4 * math.sqrt(max(expected * (1 - expected), 1e-12) / vectors) + 1e-9


def test_two_options_on_two_criteria() -> None:
    """A is worth 100 w1 and B 50 w2: A is first where w1 > 1/3, two thirds of all weights."""
    values = np.array([[[100.0], [0.0]], [[0.0], [50.0]]])
    found = acceptability(values, all_weights(MANY, 2, 1))
    assert close(found.first[0], 2 / 3)
    assert found.central_weights[0] is not None
    assert found.central_weights[0][0] == pytest.approx(2 / 3, abs=0.01)  # the middle of 1/3 and 1
    assert found.confidence == (1.0, 1.0)


@pytest.mark.parametrize("seed", range(12))
def test_a_plane_through_a_simplex(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 7))
    lead = rng.uniform(-50, 50, n)
    values = np.stack([50 + lead / 2, 50 - lead / 2])[:, :, None]
    found = acceptability(values, all_weights(MANY, n, seed))
    assert close(found.first[0], share_of_simplex(lead))


def test_the_closed_form_is_the_corner_that_a_bound_cuts_off() -> None:
    """A lead of (1 - c) on one criterion and -c (nearly) on the others is w1 > c: (1 - c)^(n - 1)."""
    lead = np.array([0.7, -0.3, -0.3 + 1e-5, -0.3 - 1e-5])
    assert share_of_simplex(lead) == pytest.approx(0.7**3, abs=1e-3)


def test_three_criteria_each_with_its_option() -> None:
    """Each option is best on one criterion alone: a third each, the centre of each part (11, 3.5, 3.5)/18."""
    values = 100.0 * np.eye(3)[:, :, None]
    found = acceptability(values, all_weights(MANY, 3, 3))
    for place in range(3):
        assert close(found.first[place], 1 / 3)
        centre = found.central_weights[place]
        assert centre is not None
        # The first of three weights in order has the mean (1 + 1/2 + 1/3) / 3 = 11/18, the others share the rest.
        assert centre[place] == pytest.approx(11 / 18, abs=0.01)


def test_in_order_the_first_criterion_decides_more() -> None:
    """A is worth 100 w1, B 100 w2; with w1 >= w2 A always comes first or ties."""
    values = np.array([[[100.0], [0.0]], [[0.0], [100.0]]])
    assert acceptability(values, ordered_weights(1000, [(0,), (1,)], 1)).first == (1.0, 0.0)


def test_weights_and_draws_are_drawn_jointly() -> None:
    """A is worth u w1 with u even from 0 to 100, B 50 w2: the share is the mean of u / (u + 50)."""
    draws = 1024
    steps = (np.arange(draws) + 0.5) / draws * 100.0
    values = np.zeros((2, 2, draws))
    values[0, 0], values[1, 1] = steps, 50.0
    found = acceptability(values, all_weights(MANY, 2, 1))
    assert close(found.first[0], 1 - 0.5 * math.log(3))  # the integral of u / (u + 1/2) over 0 to 1


def test_confidence_is_the_share_of_draws_at_the_central_weights() -> None:
    values = np.array([[[60.0, 60.0, 60.0, 0.0], [50.0] * 4], [[40.0] * 4, [50.0] * 4]])
    found = acceptability(values, all_weights(1000, 2, 1))
    assert found.confidence == (0.75, 0.25)


def test_options_that_are_the_same_share_every_rank() -> None:
    values = np.full((3, 2, 4), 70.0)
    found = acceptability(values, all_weights(999, 2, 1))
    assert found.ranks == pytest.approx(np.full((3, 3), 1 / 3))


def test_a_tie_for_the_lower_ranks_is_shared_there() -> None:
    values = np.array([[[90.0]], [[10.0]], [[10.0]]])
    found = acceptability(values, np.ones((7, 1)))
    assert found.ranks.tolist() == [[1.0, 0.0, 0.0], [0.0, 0.5, 0.5], [0.0, 0.5, 0.5]]


def test_an_option_that_is_never_first_has_no_central_weights() -> None:
    values = np.array([[[90.0], [90.0]], [[10.0], [10.0]]])
    found = acceptability(values, all_weights(500, 2, 1))
    assert found.central_weights[1] is None
    assert found.confidence[1] is None


@SAME_EACH_TIME
@given(VALUES, st.integers(0, 99))
def test_ranks_are_shares(values: Array, seed: int) -> None:
    found = acceptability(values, all_weights(512, values.shape[1], seed))
    assert found.ranks.min() >= 0.0
    assert found.ranks.sum(axis=0) == pytest.approx(np.ones(values.shape[0]))
    assert found.ranks.sum(axis=1) == pytest.approx(np.ones(values.shape[0]))


@SAME_EACH_TIME
@given(VALUES, st.integers(0, 99))
def test_a_dominated_option_never_comes_first(values: Array, seed: int) -> None:
    values = np.concatenate([values, values[:1] - 1.0])  # worse than the first on every criterion in every draw
    found = acceptability(values, all_weights(512, values.shape[1], seed))
    assert found.first[-1] == 0.0
    assert found.central_weights[-1] is None


@SAME_EACH_TIME
@given(VALUES, st.integers(0, 99))
def test_the_order_of_options_is_irrelevant(values: Array, seed: int) -> None:
    weights = all_weights(512, values.shape[1], seed)
    found, turned = acceptability(values, weights), acceptability(values[::-1], weights)
    assert found.ranks == pytest.approx(turned.ranks[::-1])


@SAME_EACH_TIME
@given(VALUES, st.integers(0, 99))
def test_the_order_of_criteria_is_irrelevant(values: Array, seed: int) -> None:
    weights = all_weights(512, values.shape[1], seed)
    found = acceptability(values, weights)
    turned = acceptability(values[:, ::-1], weights[:, ::-1])
    assert found.ranks == pytest.approx(turned.ranks)


@SAME_EACH_TIME
@given(VALUES)
def test_many_weights_at_once_are_each_of_them_alone(values: Array) -> None:
    weights = all_weights(9, values.shape[1], 4)
    together = first_at(values, weights)
    for place, one in enumerate(weights):
        assert together[:, place] == pytest.approx(share_first(values, one))


def test_pairing_in_turn_is_every_pair_where_the_weights_repeat() -> None:
    """Weights repeated over the draws give the same as each weight over every draw, counted one by one."""
    rng = np.random.default_rng(5)
    values, weights = rng.uniform(0, 100, (3, 4, 8)), all_weights(6, 4, 2)
    found = acceptability(values, np.repeat(weights, 8, axis=0))
    wins = np.zeros(3)
    for one, draw in itertools.product(weights, range(8)):
        wins[np.argmax(values[:, :, draw] @ one)] += 1
    assert found.first == pytest.approx((wins / 48).tolist())
