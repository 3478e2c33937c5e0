"""Correlations of normal scores: the nearest possible ones against published figures, and what must always hold."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.draws.correlation import (
    SMALLEST_EIGENVALUE,
    is_possible,
    matrix_of,
    nearest_possible,
    normal_scores,
    ranks,
    together,
)
from colocate.quantity import Array
from tests.examples import SAME_EACH_TIME

RANKS = st.integers(-99, 99).map(lambda hundredths: hundredths / 100)


@st.composite
def matrices(draw: st.DrawFn) -> Array:
    """Rank correlations between two to six figures, possible or not, as a matrix of normal scores."""
    size = draw(st.integers(2, 6))
    return matrix_of(size, [(one, two, draw(RANKS)) for one, two in combinations(range(size), 2)])


def correlation_matrix(size: int, seed: int) -> Array:
    """Some possible correlation matrix: that of the rows of a table of random numbers."""
    found: Array = np.corrcoef(np.random.default_rng(seed).normal(size=(size, size + 2)))
    return found


def test_nearest_matrix_of_nags_example() -> None:
    """Example of g02aac in the NAG Library, data and results, to the five decimals printed there.

    https://support.nag.com/numeric/cl/nagdoc_cl26/examples/data/g02aace.d.html
    https://support.nag.com/numeric/cl/nagdoc_cl26.2/examples/baseresults/g02aace.r.html
    """
    given_matrix = np.array([[2.0, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 2]])
    published = [
        [1.00000, -0.80841, 0.19159, 0.10678],
        [-0.80841, 1.00000, -0.65623, 0.19159],
        [0.19159, -0.65623, 1.00000, -0.80841],
        [0.10678, 0.19159, -0.80841, 1.00000],
    ]
    np.testing.assert_allclose(nearest_possible(given_matrix, smallest=0.0), published, atol=0.5e-5)


def test_nearest_matrix_of_highams_three_by_three() -> None:
    """Two figures that both follow a third wholly, and not each other at all: worked out by hand.

    The nearest is [1 x y; x 1 x; y x 1] on the edge of the possible, y = 2 x^2 - 1, where 2 (x - 1)^2 + y^2 is least:
    4 x^3 - x - 1 = 0. The figures are the 0.7607 and 0.1573 of Higham's example.
    """
    given_matrix = np.array([[1.0, 1, 0], [1, 1, 1], [0, 1, 1]])
    x = float(next(root.real for root in np.roots([4.0, 0, -1, -1]) if abs(root.imag) < 1e-12))
    y = 2 * x * x - 1
    assert (round(x, 4), round(y, 4)) == (0.7607, 0.1573)
    np.testing.assert_allclose(
        nearest_possible(given_matrix, smallest=0.0), [[1, x, y], [x, 1, x], [y, x, 1]], atol=1e-9
    )


@SAME_EACH_TIME
@given(matrices())
def test_the_nearest_is_symmetric_with_ones_and_no_eigenvalue_below_the_smallest(matrix: Array) -> None:
    nearest = nearest_possible(matrix)
    assert np.array_equal(nearest, nearest.T)
    assert np.array_equal(np.diag(nearest), np.ones(len(matrix)))
    assert np.linalg.eigvalsh(nearest)[0] >= SMALLEST_EIGENVALUE - 1e-9
    assert np.max(np.abs(nearest)) <= 1.0


@SAME_EACH_TIME
@given(matrices())
def test_the_nearest_of_the_nearest_is_itself(matrix: Array) -> None:
    nearest = nearest_possible(matrix)
    np.testing.assert_allclose(nearest_possible(nearest), nearest, atol=1e-8)


@SAME_EACH_TIME
@given(matrices(), st.integers(0, 10_000))
def test_no_possible_matrix_is_nearer(matrix: Array, seed: int) -> None:
    """The nearest point X of a convex set to A: (A - X) . (C - X) is not above 0 for any C of the set."""
    nearest = nearest_possible(matrix, smallest=0.0)
    other = correlation_matrix(len(matrix), seed)
    assert np.sum((matrix - nearest) * (other - nearest)) <= 1e-8


@SAME_EACH_TIME
@given(matrices())
def test_a_possible_matrix_is_its_own_nearest(matrix: Array) -> None:
    if is_possible(matrix):
        np.testing.assert_allclose(nearest_possible(matrix), matrix, atol=1e-12)
    else:
        assert np.max(np.abs(nearest_possible(matrix) - matrix)) > 1e-7


def test_what_is_possible() -> None:
    assert is_possible(matrix_of(2, [(0, 1, 0.99)]))
    assert is_possible(matrix_of(3, [(0, 1, 0.5), (1, 2, 0.5), (0, 2, 0.5)]))
    assert not is_possible(matrix_of(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]))
    assert not is_possible(matrix_of(3, [(0, 1, -0.9), (1, 2, -0.9), (0, 2, -0.9)]))
    assert not is_possible(matrix_of(2, [(0, 1, 1.0)]))  # one figure would be the other again


@SAME_EACH_TIME
@given(st.floats(-1, 1))
def test_normal_scores_and_ranks_are_each_others_inverse(rank: float) -> None:
    assert float(ranks(normal_scores(np.array(rank)))) == pytest.approx(rank, abs=1e-12)
    assert float(normal_scores(ranks(np.array(rank)))) == pytest.approx(rank, abs=1e-12)


@SAME_EACH_TIME
@given(st.floats(-1, 1))
def test_the_scores_are_odd_and_never_far_from_the_rank(rank: float) -> None:
    """The two measures differ by 0.0181 at most: where cos(pi r / 6) = 3 / pi, r = 0.5756..., and by 0 at the ends."""
    score = float(normal_scores(np.array(rank)))
    assert score == -float(normal_scores(np.array(-rank)))
    widest = 6 / np.pi * np.arccos(3 / np.pi)
    assert abs(score - rank) <= 2 * np.sin(np.pi * widest / 6) - widest + 1e-15


def test_scores_of_known_ranks() -> None:
    """2 sin(pi/6) = 1, 2 sin(pi/12) = (sqrt 6 - sqrt 2)/2."""
    np.testing.assert_allclose(
        normal_scores(np.array([-1.0, 0, 0.5, 1])), [-1, 0, (6**0.5 - 2**0.5) / 2, 1], atol=1e-15
    )


def test_matrix_of_pairs_has_both_halves_and_leaves_the_rest_at_0() -> None:
    score = float(normal_scores(np.array(0.5)))
    expected = [[1, 0, score], [0, 1, 0], [score, 0, 1]]
    np.testing.assert_array_equal(matrix_of(3, [(2, 0, 0.5)]), expected)


@pytest.mark.parametrize(
    ("size", "pairs", "sets"),
    [
        (3, [], ()),
        (2, [(0, 1)], ((0, 1),)),
        (4, [(3, 1)], ((1, 3),)),
        (5, [(0, 1), (2, 3)], ((0, 1), (2, 3))),
        (5, [(0, 1), (2, 3), (3, 4)], ((2, 3, 4), (0, 1))),
        (5, [(0, 1), (2, 3), (4, 2), (1, 4)], ((0, 1, 2, 3, 4),)),
        (4, [(0, 1), (1, 2), (2, 0)], ((0, 1, 2),)),
    ],
    ids=["none", "one pair", "in the case's order", "two pairs", "largest first", "a chain joined late", "a ring"],
)
def test_sets_of_figures_that_are_tied(
    size: int, pairs: list[tuple[int, int]], sets: tuple[tuple[int, ...], ...]
) -> None:
    assert together(size, [(one, two, 0.1) for one, two in pairs]) == sets
