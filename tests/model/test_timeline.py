"""Months over budget years: hand-drawn calendars, the edges, and draws against a loop of single figures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.model.timeline import coverage, falls_in, growth_index, growth_path, in_year, year_edges, year_of
from colocate.quantity import Array, Figure
from tests.examples import SAME_EACH_TIME

MONTHS = st.floats(-30, 90, allow_nan=False)


def by_year(path: Array) -> list[float]:
    """A path of one draw as a plain list."""
    assert path.shape[1] == 1
    return [round(value, 12) for value in path[:, 0].tolist()]


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (0, 36, [1, 1, 1]),  # the whole horizon
        (6, 30, [0.5, 1, 0.5]),  # from the middle of year 0 to the middle of year 2
        (13.5, 15, [0, 0.125, 0]),  # a month and a half: 1.5 / 12
        (9, 14.4, [0.25, 0.2, 0]),  # three months of year 0, 2.4 of year 1
        (12, 24, [0, 1, 0]),  # exactly one budget year
        (-24, 6, [0.5, 0, 0]),  # what lies before the decision is not covered
        (30, 100, [0, 0, 0.5]),  # what lies beyond the horizon neither
        (-12, 0, [0, 0, 0]),  # over before the decision
        (36, 48, [0, 0, 0]),  # begins as the horizon ends
        (50, 60, [0, 0, 0]),  # far beyond it
        (7, 7, [0, 0, 0]),  # no month at all
        (20, 8, [0, 0, 0]),  # ends before it starts: nothing, and nothing negative
    ],
)
def test_coverage(start: float, end: float, parts: list[float]) -> None:
    assert by_year(coverage(float(start), float(end), 3)) == parts


@SAME_EACH_TIME
@given(MONTHS, MONTHS, MONTHS)
def test_coverage_of_two_stretches_that_meet_is_that_of_the_whole(first: float, second: float, third: float) -> None:
    start, middle, end = sorted((first, second, third))
    parts = coverage(start, middle, 5) + coverage(middle, end, 5)
    np.testing.assert_allclose(parts, coverage(start, end, 5), atol=1e-12)
    assert np.all((parts >= -1e-12) & (parts <= 1 + 1e-12))


def test_edges_of_years_are_held_within_the_stretch() -> None:
    assert by_year(year_edges(6.0, 30.0, 3)) == [6, 12, 24, 30]
    assert by_year(year_edges(20.0, 8.0, 3)) == [20, 20, 20, 20]  # an end before the start gives no months


@pytest.mark.parametrize(
    ("month", "year"),
    [(0, 0), (11.99, 0), (12, 1), (35.99, 2), (36, 2), (400, 2), (-5, 0)],  # held within the three years
)
def test_year_of_a_month(month: float, year: int) -> None:
    assert year_of(float(month), 3) == year


@pytest.mark.parametrize(
    ("month", "falls"),
    [
        (0, [1, 0, 0]),
        (11.5, [1, 0, 0]),
        (12, [0, 1, 0]),
        (24, [0, 0, 1]),
        (36, [0, 0, 1]),  # exactly 12 H: the last year
        (36.01, [0, 0, 0]),  # beyond: no year
        (-0.01, [0, 0, 0]),  # money spent before the decision
    ],
)
def test_a_date_falls_in_one_year_or_in_none(month: float, falls: list[float]) -> None:
    assert by_year(falls_in(float(month), 3)) == falls


def test_growth_path_goes_on_with_the_last_figure() -> None:
    assert by_year(growth_path((0.05,), 3)) == [0.05, 0.05, 0.05]
    assert by_year(growth_path((0.01, 0.02), 4)) == [0.01, 0.02, 0.02, 0.02]
    assert by_year(growth_path((0.01, 0.02, 0.03), 2)) == [0.01, 0.02]  # longer than the horizon


def test_growth_index_is_the_product_over_the_years_before() -> None:
    # 10 %, then -50 %, then 20 %: 1; 1.1; 1.1 x 0.5 = 0.55. The last year's growth counts for the year after it.
    assert by_year(growth_index(growth_path((0.1, -0.5, 0.2), 3))) == [1, 1.1, 0.55]
    assert by_year(growth_index(growth_path((0.1,), 1))) == [1]


def test_in_year_reads_a_path_in_the_years_asked_for() -> None:
    path = np.array([[1.0], [1.1], [1.21]])
    assert by_year(in_year(path, np.array([[2.0], [0.0]]))) == [1.21, 1.0]


def test_in_year_reads_each_draw_from_its_own_column() -> None:
    path = np.array([[1.0, 1.0], [2.0, 3.0]])
    assert in_year(path, np.array([[1.0, 0.0]])).tolist() == [[2.0, 1.0]]


def alone(function: Any, *columns: Figure) -> Array:
    """A function of one draw at a time, its columns put side by side."""
    return np.concatenate([function(*(float(part) for part in row)) for row in zip(*columns, strict=True)], axis=1)


STARTS, ENDS = np.array([-7.0, 0.0, 3.3, 12.0, 40.0]), np.array([5.0, 36.0, 29.1, 12.0, 50.0])


def test_arrays_of_draws_give_what_a_loop_gives() -> None:
    np.testing.assert_array_equal(
        coverage(STARTS, ENDS, 3), alone(lambda start, end: coverage(start, end, 3), STARTS, ENDS)
    )
    np.testing.assert_array_equal(coverage(STARTS, 30.0, 3), alone(lambda start: coverage(start, 30.0, 3), STARTS))
    np.testing.assert_array_equal(
        year_edges(STARTS, ENDS, 3), alone(lambda start, end: year_edges(start, end, 3), STARTS, ENDS)
    )
    np.testing.assert_array_equal(falls_in(ENDS, 3), alone(lambda month: falls_in(month, 3), ENDS))
    assert year_of(ENDS, 3).tolist() == [year_of(float(month), 3) for month in ENDS]


def test_paths_of_draws_give_what_a_loop_gives() -> None:
    first, later = np.array([0.01, -0.02, 0.07]), np.array([0.03, 0.0, -0.1])
    paths = growth_path((first, 0.02, later), 4)
    assert paths.shape == (4, 3)
    np.testing.assert_array_equal(paths, alone(lambda one, two: growth_path((one, 0.02, two), 4), first, later))
    index = growth_index(paths)
    np.testing.assert_array_equal(index, np.hstack([growth_index(paths[:, [draw]]) for draw in range(3)]))
    years = np.array([[0.0, 1.0, 3.0], [2.0, 2.0, 2.0]])
    np.testing.assert_array_equal(
        in_year(index, years), np.hstack([in_year(index[:, [draw]], years[:, [draw]]) for draw in range(3)])
    )
