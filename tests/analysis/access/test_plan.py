"""The plan: true distances and directions, rings worked by hand, and names that never lie on each other."""

from __future__ import annotations

import dataclasses
import math
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import colocate
from colocate.analysis.access.labels import NAMES_ABOVE, NAMES_ASIDE, Label, Paper
from colocate.analysis.access.plan import LONGEST, MOST, Plan, bar_length, east_north, plan_of, ring_radii
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.ways import score
from colocate.words.plan import finding_plan, notes, spot_in_words
from tests.documents import DATA_CASES
from tests.drawn import FEW, drawn
from tests.examples import ACCESS, PLACE, SAME_EACH_TIME, office_case, option
from tests.outcomes import outcome  # noqa: F401

KM = 111.19508  # a degree of the equator, on the mean radius
TABLE = """\
Ministry,government,0.1,0,30,10,,
Federation,employers,0,0.3,5,20,,
Union of workers and others,workers,0,-0.2,8,0,,
"""
DOORS = option("stay", place=PLACE), option("move", place=PLACE | {"longitude": 0.1, "screening": 5, "waiting": 2})


def example(table: str = TABLE, **access: float) -> Futures:
    return evaluate(office_case(*DOORS, table=table, access=ACCESS | access), 1)


def laid_out(found: Futures, name: str = "move") -> Plan:
    plan = plan_of(found, name)
    assert plan is not None
    return plan


def test_kilometres_east_and_north_of_the_baselines_door() -> None:
    found = {one.name: (one.east, one.north) for one in laid_out(example()).spots}
    assert found["Ministry"] == pytest.approx((0, 0.1 * KM), abs=1e-3)
    assert found["Federation"] == pytest.approx((0.3 * KM, 0), abs=1e-3)
    assert [(one.letters, one.east, one.chosen) for one in laid_out(example()).doors] == [
        ("A", 0, False),
        ("B", pytest.approx(0.1 * KM, abs=1e-3), True),
    ]


PLACES = st.tuples(st.floats(-80, 80), st.floats(-180, 180))


@SAME_EACH_TIME
@given(PLACES, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_near_by_the_projection_is_the_plane_one(start: tuple[float, float], north: float, east: float) -> None:
    found = east_north(start, start[0] + north, start[1] + east)
    flat = (math.cos(math.radians(start[0] + north / 2)) * east * KM, north * KM)
    assert found == pytest.approx(flat, abs=0.25 + 0.005 * math.hypot(*flat))


def test_the_projection_goes_over_the_date_line_and_to_the_pole() -> None:
    assert east_north((0.0, 179.9), 0.0, -179.9) == pytest.approx((0.2 * KM, 0), abs=1e-3)
    assert east_north((0.0, 0.0), 90.0, 12.0) == pytest.approx((0, 90 * KM), abs=1)
    assert east_north((21.03, 105.8), 21.03, 105.8) == (0, 0)


def test_rings_by_hand() -> None:
    # Two minutes a kilometre, 20 % longer by road, 4 minutes at both ends, 7 at the door:
    # (15 - 11) / 2.4, (30 - 11) / 2.4, (45 - 11) / 2.4.
    case = office_case(*DOORS, table=TABLE, access=ACCESS | {"circuity": 1.2, "access_minutes": 4})
    radii = ring_radii(case, case.option("move"))
    assert radii == {15: pytest.approx(4 / 2.4), 30: pytest.approx(19 / 2.4), 45: pytest.approx(34 / 2.4)}


def test_a_ring_that_is_spent_before_the_way_begins_is_left_out_and_said() -> None:
    found = laid_out(example(access_minutes=8))
    assert [one.minutes for one in found.rings] == [30, 45]
    assert found.no_ring == (15,)
    assert "No ring of 15 minutes: they are spent before the way begins." in notes(found, example(), "move")


def test_a_constituent_on_a_ring_takes_as_many_minutes() -> None:
    case = office_case(*DOORS, table=TABLE, access=ACCESS | {"circuity": 1.3, "access_minutes": 3})
    radius = ring_radii(case, case.option("move"))[30]
    moved = dataclasses.replace(case.constituents[0], latitude=radius / KM, longitude=0.1)
    access = colocate.evaluate(dataclasses.replace(case, constituents=(moved,))).option("move").access
    assert access is not None
    assert access.minutes[0, 0] == pytest.approx(30, abs=1e-4)
    assert score(access.minutes, 30.01, 60)[0, 0] == 100


@pytest.mark.parametrize(("width", "bar"), [(10, 2), (3, 1), (1, 0.2), (1500, 500), (28.5, 5), (0.6, 0.2)])
def test_a_scale_bar_is_round_and_no_longer_than_a_third(width: float, bar: float) -> None:
    assert bar_length(width) == pytest.approx(bar)


def boxes(plan: Plan, paper: Paper) -> list[tuple[float, float, float, float]]:
    """The box of every name, in pixels from the top left corner."""
    scale = paper.width / (plan.east - plan.west)

    def box(east: float, north: float, label: Label) -> tuple[float, float, float, float]:
        x, y = (east - plan.west) * scale + label.right, (plan.north - north) * scale - label.up
        half = paper.letter * len(label.words) / 2
        return (x - half, y - paper.line / 2, x + half, y + paper.line / 2)

    return [box(one.east, one.north, one.label) for one in (*plan.doors, *plan.spots)]


def test_names_lie_on_the_paper_and_not_on_each_other(outcome: Outcome) -> None:  # noqa: F811
    paper = Paper()
    for one in outcome.options:
        plan = plan_of(drawn(outcome), one.id, paper)
        if plan is None:
            continue
        found = boxes(plan, paper)
        for left, top, right, bottom in found:
            assert left >= -1e-6
            assert top >= -1e-6
            assert right <= paper.width + 1e-6
            assert bottom <= paper.height + 1e-6
        for first, second in combinations(found, 2):
            apart = first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]
            assert apart, (one.id, first, second)
        assert (plan.east - plan.west) / (plan.north - plan.south) == pytest.approx(paper.width / paper.height)


def test_constituents_in_one_building_are_drawn_side_by_side() -> None:
    table = "".join(f"Body {place},government,0.01,0.01,{place},1,,\n" for place in range(9))
    plan = laid_out(example(table))
    scale = 330 / (plan.east - plan.west)
    places = [(one.east * scale, one.north * scale) for one in plan.spots]
    assert all(math.dist(one, other) > 9 - 1e-6 for one, other in combinations(places, 2))
    found = boxes(plan, Paper())
    for first, second in combinations(found, 2):
        assert first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]


def test_of_many_constituents_those_with_most_visits_are_drawn() -> None:
    table = "".join(f"Body {n},government,0.{n:03d},0.01,{n},0,,\n" for n in range(100))
    plan = laid_out(example(table))
    assert len(plan.spots) == MOST
    assert plan.left_out == 100 - MOST
    assert {one.name for one in plan.spots} == {f"Body {n}" for n in range(60, 100)}
    assert "60 constituents with fewer visits are not drawn." in notes(plan, example(table), "move")


def test_numbers_follow_the_loss_and_names_are_short_on_the_plan() -> None:
    plan = laid_out(example())
    losses = [one.change for one in plan.spots]
    assert losses == sorted(losses, reverse=True)
    assert [one.number for one in plan.spots] == [1, 2, 3]
    assert all(len(one.label.words) <= LONGEST + 3 for one in plan.spots)
    union = next(one for one in plan.spots if one.name.startswith("Union"))
    assert union.label.words == str(union.number)
    assert spot_in_words(union, "move", example()).startswith(f"{union.number} Union of workers and others (workers): ")


def test_options_behind_one_door_share_a_mark() -> None:
    doors = (*DOORS, option("again", place=PLACE))
    plan = laid_out(evaluate(office_case(*doors, table=TABLE, access=ACCESS), 1))
    assert [(one.letters, one.names) for one in plan.doors] == [("A, C", ("Stay", "Again")), ("B", ("Move",))]


def test_a_plan_of_one_place_alone() -> None:
    plan = laid_out(
        evaluate(
            office_case(DOORS[0], option("again", place=PLACE), table="Union,workers,0,0,1,1,,\n", access=ACCESS), 1
        ),
        "again",
    )
    assert plan.east > plan.west
    assert plan.north > plan.south


def test_no_access_no_plan() -> None:
    found = evaluate(office_case(), 1)
    assert plan_of(found, "another") is None
    assert finding_plan(found, "another", None).title == "The case does not say where the door of “Another” is"


def test_directions_in_words() -> None:
    alt = finding_plan(example(), "move", laid_out(example())).alt
    assert "11.1 km north." in alt
    assert "33.4 km east." in alt
    assert "22.2 km west." in alt
    assert "Door A (Stay): at this door." in alt


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_constituents_have_room_for_names_and_near_rings_lie_whole_on_the_paper(path: Path) -> None:
    found = colocate.evaluate(colocate.load_case(path), FEW)
    paper = Paper()
    for option_ in found.options:
        plan = laid_out(found, option_.id)
        scale = paper.width / (plan.east - plan.west)
        for one in (*plan.spots, *plan.doors):
            assert (one.east - plan.west) * scale >= NAMES_ASIDE - 1e-6
            assert (plan.east - one.east) * scale >= NAMES_ASIDE - 1e-6
            assert (plan.north - one.north) * scale >= NAMES_ABOVE - 1e-6
            assert (one.north - plan.south) * scale >= NAMES_ABOVE - 1e-6
        door = next(one for one in plan.doors if one.chosen)
        farthest = max(math.dist((door.east, door.north), (one.east, one.north)) for one in (*plan.spots, *plan.doors))
        for ring in plan.rings:
            if ring.radius <= farthest:
                assert plan.west <= door.east - ring.radius
                assert door.east + ring.radius <= plan.east
                assert plan.south <= door.north - ring.radius
                assert door.north + ring.radius <= plan.north


def test_rings_of_figures_with_ranges_lie_at_the_mean_over_the_futures() -> None:
    waiting = {"low": 2, "mode": 4, "high": 12, "unit": "minute", "source": "asked", "quality": "estimated"}
    doors = option("stay", place=PLACE), option("move", place=PLACE | {"longitude": 0.1, "waiting": waiting})
    found = evaluate(office_case(*doors, table=TABLE, access=ACCESS), 256)
    (waited,) = found.figures.values()
    rings = {one.minutes: one.radius for one in laid_out(found).rings}
    assert rings[30] == pytest.approx(float(((30 - waited) / 2).mean()), rel=1e-12)  # two minutes a kilometre
