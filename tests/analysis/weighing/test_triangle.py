"""The triangle of weights: its points, its corners, and who comes first in them."""

from __future__ import annotations

import numpy as np
import pytest

from colocate.analysis.weighing.triangle import STEPS, triangle
from tests.analysis.weighing.examples import drawn_table, table_of


def test_each_corner_belongs_to_the_option_that_is_best_on_it() -> None:
    table = table_of([[100, 0, 0, 0], [0, 100, 0, 0], [0, 0, 100, 100]])
    found = triangle(table, np.array([0.4, 0.3, 0.2, 0.1]))
    assert found is not None
    at = {point.corners: point.option for point in found.points}
    assert (at[1.0, 0.0, 0.0], at[0.0, 1.0, 0.0], at[0.0, 0.0, 1.0]) == ("a", "b", "c")
    assert found.corners == (("money",), ("access",), ("mandate", "government"))
    assert found.here == pytest.approx((0.4, 0.3, 0.3))


def test_its_points_are_even_and_make_one() -> None:
    found = triangle(table_of([[1, 2, 3], [3, 2, 1]]), np.full(3, 1 / 3))
    assert found is not None
    assert len(found.points) == (STEPS + 1) * (STEPS + 2) // 2
    assert len({point.corners for point in found.points}) == len(found.points)
    assert all(sum(point.corners) == pytest.approx(1.0) for point in found.points)
    assert sum(found.first.values()) == pytest.approx(1.0)


def test_the_third_corner_keeps_the_proportions_of_the_weights() -> None:
    """With mandate to government as 3 to 1, C is worth 75 in the corner and D 25 x 4 / 4."""
    table = table_of([[0, 0, 100, 0], [0, 0, 0, 100]])
    found = triangle(table, np.array([0.2, 0.2, 0.45, 0.15]))
    assert found is not None
    corner = next(point for point in found.points if point.corners == (0.0, 0.0, 1.0))
    assert (corner.option, corner.share) == ("a", 1.0)


def test_a_point_tells_in_how_many_futures() -> None:
    values = np.zeros((2, 3, 4))
    values[0, 0] = [100, 100, 100, 0]
    values[1, 0] = 50
    found = triangle(drawn_table(values), np.full(3, 1 / 3))
    assert found is not None
    corner = next(point for point in found.points if point.corners == (1.0, 0.0, 0.0))
    assert (corner.option, corner.share) == ("a", 0.75)


@pytest.mark.parametrize("criteria", [("money", "access"), ("money", "mandate", "government"), ("access", "mandate")])
def test_without_money_access_and_a_third_there_is_none(criteria: tuple[str, ...]) -> None:
    table = table_of([[1.0] * len(criteria), [2.0] * len(criteria)], *criteria)
    assert triangle(table, np.full(len(criteria), 1 / len(criteria))) is None
