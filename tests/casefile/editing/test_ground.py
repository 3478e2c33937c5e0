"""A place that is picked on the plan is the one that stands in the table, to a few metres."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.casefile.editing.ground import LEAST_HALF, ground_of, moved_to, picked
from colocate.casefile.editing.rows import rows_of, with_rows
from colocate.casefile.editing.state import begin, undo
from colocate.earth import distance_km
from tests.casefile.editing.walking import opened


def test_points_lie_where_the_earth_has_them() -> None:
    case = opened("hanoi")
    ground = ground_of(case)
    assert ground is not None
    assert case.good is not None
    assert set(ground.doors) == {option.short or option.name for option in case.good.case.options}
    for number, constituent in enumerate(case.good.case.constituents):
        east, north = ground.points[number]
        assert max(abs(east), abs(north)) < ground.half
        assert ground.degrees(east, north) == pytest.approx((constituent.latitude, constituent.longitude), abs=1e-5)
        straight = distance_km(np.array([[constituent.latitude]]), np.array([[constituent.longitude]]), *ground.middle)
        assert float(straight[0, 0]) == pytest.approx(np.hypot(east, north), rel=2e-3, abs=0.01)


def test_a_place_that_is_picked_is_that_of_the_row() -> None:
    case = opened("hanoi")
    ground = ground_of(case)
    assert ground is not None
    after = moved_to(case, 1, ground.degrees(1.5, -0.5))
    assert after.good is not None
    assert case.good is not None
    new, old = after.good.case.constituents, case.good.case.constituents
    assert (new[1].latitude, new[1].longitude) == ground.degrees(1.5, -0.5)
    assert [one for place, one in enumerate(new) if place != 1] == [one for place, one in enumerate(old) if place != 1]
    assert undo(after).tables == case.tables
    assert moved_to(case, 999, (0.0, 0.0)) == case
    assert ground.degrees(1e9, -1e9) == ground.degrees(ground.half, -ground.half)


def test_rows_without_a_place_are_no_points_and_a_case_without_any_has_no_ground() -> None:
    case = opened("hanoi")
    _, rows = rows_of(case)
    ground = ground_of(with_rows(case, [{**rows[0], "latitude": "north"}, {**rows[1], "longitude": "1e9"}, rows[2]]))
    assert ground is not None
    assert set(ground.points) == {2}
    assert ground.half >= LEAST_HALF
    assert ground_of(begin("nothing.toml", "format = 1", {})) is None


@pytest.mark.parametrize(
    "said",
    [
        None,
        5,
        [],
        {},
        {"row": "1"},
        {"row": 0.5, "east": 1, "north": 1},
        {"row": 1, "east": float("nan"), "north": 1},
        {"row": 10**400, "east": 1, "north": 1},
    ],
)
def test_what_is_no_place_on_the_plan_is_none(said: Any) -> None:
    assert picked(said) is None


def test_a_place_on_the_plan_is_read() -> None:
    assert picked({"row": 2.0, "east": 1, "north": -0.5}) == (2, 1.0, -0.5)
