"""Parts that are written shorter still add up to the whole."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.rounding import rounded_parts, shares_of_hundred
from tests.examples import SAME_EACH_TIME


@SAME_EACH_TIME
@given(st.lists(st.floats(-200.0, 200.0), min_size=1, max_size=9), st.integers(0, 2))
def test_rounded_parts_add_up_and_none_is_off_by_a_unit(parts: list[float], digits: int) -> None:
    found = rounded_parts(parts, digits)
    assert sum(found) == pytest.approx(sum(parts), abs=0.5 * 10.0**-digits + 1e-6)
    assert all(abs(one - part) <= 10.0**-digits + 1e-9 for one, part in zip(found, parts, strict=True))
    assert all(one == round(one, digits) for one in found)


@SAME_EACH_TIME
@given(st.integers(2, 8), st.integers(0, 10_000))
def test_shares_of_one_whole_make_a_hundred(options: int, seed: int) -> None:
    shares = np.random.default_rng(seed).dirichlet(np.full(options, 0.3))
    found = shares_of_hundred(shares.tolist())
    assert sum(found) == 100
    assert min(found) >= 0


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.25, 0.3125, 0.28125, 0.15625], (25, 31, 28, 16)),
        ([0.5, 0.5], (50, 50)),
        ([0.005, 0.995], (1, 99)),
        ([1.0, 0.0], (100, 0)),
        ([0.29, 0.71], (29, 71)),
    ],
)
def test_the_part_that_lost_most_gets_what_is_missing(shares: list[float], expected: tuple[int, ...]) -> None:
    assert shares_of_hundred(shares) == expected
