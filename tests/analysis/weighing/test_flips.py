"""Weights at which the answer turns: crossings of straight lines worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from colocate.analysis.weighing.flips import flips
from colocate.quantity import Array
from tests.examples import SAME_EACH_TIME


def test_two_lines_cross_once() -> None:
    """A is worth 100 w, B 60 (1 - w): equal at w = 60/160."""
    found = flips(np.array([[100.0, 0.0], [0.0, 60.0]]), np.array([0.5, 0.5]), ("money", "access"), ("a", "b"))
    money, access = found
    assert money.below == pytest.approx(0.375)
    assert money.above is None
    assert [(one.option, one.start, one.end) for one in money.stretches] == [
        ("b", 0.0, pytest.approx(0.375)),
        ("a", pytest.approx(0.375), 1.0),
    ]
    assert access.above == pytest.approx(0.625)
    assert access.below is None


def test_a_third_option_in_between() -> None:
    """At w = 0 A leads, at 1 C; B, worth 60 anywhere, leads between 0.4 and 0.6."""
    values = np.array([[0.0, 100.0], [60.0, 60.0], [100.0, 0.0]])
    found = flips(values, np.array([0.5, 0.5]), ("x", "y"), ("a", "b", "c"))[0]
    assert [one.option for one in found.stretches] == ["a", "b", "c"]
    assert (found.below, found.above) == (pytest.approx(0.4), pytest.approx(0.6))


def test_the_other_weights_keep_their_proportions() -> None:
    """With the others 3 to 1: A = 100 w + (1 - w) 0, B = (1 - w) (0.75 x 80 + 0.25 x 40) = 70 (1 - w)."""
    values = np.array([[100.0, 0.0, 0.0], [0.0, 80.0, 40.0]])
    found = flips(values, np.array([0.2, 0.6, 0.2]), ("x", "y", "z"), ("a", "b"))[0]
    assert found.above == pytest.approx(70 / 170)


def test_no_weight_turns_a_dominating_option() -> None:
    found = flips(np.array([[90.0, 80.0], [10.0, 20.0]]), np.array([0.3, 0.7]), ("x", "y"), ("a", "b"))
    assert all((one.below, one.above, len(one.stretches)) == (None, None, 1) for one in found)


def test_all_weight_on_one_criterion_shares_the_rest_alike() -> None:
    found = flips(np.array([[50.0, 100.0, 0.0], [60.0, 0.0, 80.0]]), np.array([1.0, 0.0, 0.0]), ("x", "y", "z"), "ab")
    # At 0: A 50, B 40; at 1: A 50, B 60; equal in the middle.
    assert found[0].below == pytest.approx(0.5)


@SAME_EACH_TIME
@given(
    arrays.arrays(float, st.tuples(st.integers(2, 5), st.integers(2, 5)), elements=st.integers(0, 100)),
    st.integers(0, 1000),
)
def test_whoever_a_stretch_names_is_at_the_top_there(values: Array, seed: int) -> None:
    options, criteria = values.shape
    weights = np.random.default_rng(seed).dirichlet(np.ones(criteria))
    names = [str(place) for place in range(options)]
    for place, found in enumerate(flips(values, weights, [str(one) for one in range(criteria)], names)):
        assert found.stretches[0].start == 0.0
        assert found.stretches[-1].end == 1.0
        for one, following in zip(found.stretches, found.stretches[1:], strict=False):
            assert one.end == following.start
            assert one.option != following.option
        for one in found.stretches:
            middle = (one.start + one.end) / 2
            mixed = weights * (1 - middle) / (1 - weights[place])
            mixed[place] = middle
            totals = values @ mixed
            assert totals[int(one.option)] == pytest.approx(totals.max())
