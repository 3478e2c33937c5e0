"""Where things lie in the charts of a weighing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.analysis.weighing.scales import Scale
from colocate.analysis.weighing.shapes import HEIGHT, beginnings, curves, place_of, widest, zones
from colocate.analysis.weighing.triangle import triangle
from tests.analysis.weighing.examples import drawn_table, table_of


def test_options_lie_on_their_line() -> None:
    for curve in curves(table_of([[20.0, 80.0, 50.0], [60.0, 40.0, 50.0]])):
        (x0, y0), _bend, (x1, y1) = curve.line
        assert (x0, y0, x1, y1) == (0.0, 0.0, 1.0, 100.0)
        for way, value in curve.options:
            assert value == pytest.approx(100.0 * way)


def test_a_line_goes_on_where_an_option_is_off_the_scale() -> None:
    found = curves(table_of([[-10.0, 50.0, 50.0], [120.0, 50.0, 50.0]]))
    assert widest(found) == pytest.approx((-0.1, 1.2))
    assert found[0].line[0] == pytest.approx((-0.1, -10.0))
    assert found[0].line[-1] == pytest.approx((1.2, 120.0))


def test_a_bend_lies_where_half_of_the_worth_is_reached() -> None:
    table = table_of([[20.0, 80.0, 50.0], [60.0, 40.0, 50.0]])
    bent = Scale("access", "points", 0.0, 100.0, half=0.2)
    changed = replace(table, scales=(table.scales[0], bent, table.scales[2]))
    assert curves(changed)[1].line[1] == pytest.approx((0.2, 50.0))


@given(st.lists(st.floats(0, 50), min_size=1, max_size=6))
def test_each_part_of_a_bar_begins_where_the_one_before_ends(parts: list[float]) -> None:
    found = beginnings(np.array([parts]))[0]
    assert found[0] == 0.0
    assert found[1:] == pytest.approx((found + np.array(parts))[:-1])


def test_the_triangle_has_sides_of_one_and_its_third_corner_on_top() -> None:
    assert place_of((0.0, 0.0, 1.0)) == pytest.approx((0.5, HEIGHT))
    assert pytest.approx(1.0) == 0.5**2 + HEIGHT**2


def test_zones_hold_every_point_once_and_tell_the_sure_ones() -> None:
    """A is better on money in three of four futures and B on access in all: A is sure nowhere."""
    values = np.zeros((2, 3, 4))
    values[0, 0] = [100, 100, 100, 0]
    values[1, 1] = 100
    table = drawn_table(values)
    found = triangle(table, np.full(3, 1 / 3))
    assert found is not None
    a, b = zones(found, table)
    assert len(a.sure) + len(a.unsure) + len(b.sure) + len(b.unsure) == len(found.points)
    assert not a.sure
    assert b.sure
    assert a.part + b.part == pytest.approx(1.0)
    assert all(point.option == "b" and point.share >= 0.9 for point in b.sure)


def test_options_that_differ_in_money_alone_do_not_tie_where_money_has_no_weight() -> None:
    """Next to the side the cheaper one leads, however near: it has the whole triangle."""
    table = table_of([[40.0, 80.0, 60.0], [50.0, 80.0, 60.0]])
    found = triangle(table, np.full(3, 1 / 3))
    assert found is not None
    assert found.first == {"a": 0.0, "b": 1.0}
