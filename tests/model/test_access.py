"""Distances, minutes and scores: published distances, another formula, means by hand, and what must always hold."""

from __future__ import annotations

import datetime
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pmean

from colocate.case.reach import Access, Mode
from colocate.earth import EARTH_RADIUS_KM, distance_km
from colocate.model.access import ByGroup, OptionAccess, constituents_at, power_mean
from colocate.model.ways import minutes_per_km, score
from colocate.quantity import Array
from tests.examples import ACCESS, PLACE, SAME_EACH_TIME, Record, moving, office, office_case, option

DEGREE = EARTH_RADIUS_KM * math.pi / 180


def between(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Kilometres between two places, each as latitude and longitude."""
    return float(distance_km(np.array([[first[0]]]), np.array([[first[1]]]), *second)[0, 0])


# ---- Distance


def test_lyon_to_paris() -> None:
    # 392.2172595594006 km, on the mean radius: README of https://github.com/mapado/haversine.
    assert between((45.7597, 4.8422), (48.8567, 2.3508)) == pytest.approx(392.2172595594006, rel=1e-12)


def test_nashville_to_los_angeles() -> None:
    # 2886.44444283798 km on a radius of 6371.0 km: https://rosettacode.org/wiki/Haversine_formula.
    published = 2886.44444283798329974715782394574
    assert between((36.12, -86.67), (33.94, -118.40)) == pytest.approx(published * EARTH_RADIUS_KM / 6371.0, rel=1e-12)


def test_distances_that_need_no_formula() -> None:
    assert between((0, 0), (0, 1)) == pytest.approx(DEGREE)
    assert between((0, 179.5), (0, -179.5)) == pytest.approx(DEGREE)  # over the date line
    assert between((0, 0), (0, 180)) == pytest.approx(180 * DEGREE)  # the other side of the earth
    assert between((90, 0), (-90, 77)) == pytest.approx(180 * DEGREE)  # pole to pole
    assert between((21.03, 105.85), (21.03, 105.85)) == 0


LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)


@SAME_EACH_TIME
@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_against_the_law_of_cosines(south: float, west: float, north: float, east: float) -> None:
    first, second = math.radians(south), math.radians(north)
    cosine = math.sin(first) * math.sin(second)
    cosine += math.cos(first) * math.cos(second) * math.cos(math.radians(west - east))
    kilometres = EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, cosine)))
    # Near 0 and near half of the way round the cosine loses half of its digits: 0.2 km of 20,000.
    assert between((south, west), (north, east)) == pytest.approx(kilometres, abs=0.2)
    assert between((north, east), (south, west)) == pytest.approx(between((south, west), (north, east)), abs=1e-6)


# ---- Minutes


def settings(*modes: tuple[float, float, float], peak_share: float = 0.5) -> Access:
    """Modes as share, speed at peak and speed when the roads are free."""
    kinds = tuple(
        Mode(name=f"mode {place}", share=a, peak_speed=b, free_speed=c) for place, (a, b, c) in enumerate(modes)
    )
    return Access(constituents="", ideal=20.0, limit=60.0, circuity=1.3, peak_share=peak_share, modes=kinds)


def test_minutes_per_kilometre() -> None:
    # A quarter of the trips at peak, at 10 km/h: 6 minutes; the rest at 30: 2. 1.5 + 1.5 = 3.
    assert minutes_per_km(settings((1.0, 10.0, 30.0), peak_share=0.25)) == pytest.approx(3)


def test_modes_are_mixed_by_minutes_and_not_by_speed() -> None:
    # Half by taxi at 60 km/h, 1 minute; half on foot at 4 km/h, 15 minutes: 8. The mean speed, 32, would give 1.9.
    assert minutes_per_km(settings((0.5, 60.0, 60.0), (0.5, 4.0, 4.0))) == pytest.approx(8)


def test_shares_of_modes_are_made_to_add_to_1() -> None:
    assert minutes_per_km(settings((0.2, 60.0, 60.0), (0.2, 4.0, 4.0))) == pytest.approx(8)


# ---- Score


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, 100),
        (20, 100),  # ideal
        (30, 84.375),  # u = 1/4: 1 - 3/16 + 2/64
        (40, 50),  # the middle
        (50, 15.625),  # u = 3/4: 1 - 27/16 + 54/64
        (60, 0),  # limit
        (400, 0),
    ],
)
def test_score(minutes: float, expected: float) -> None:
    assert float(score(np.array([minutes]), 20.0, 60.0)[0]) == pytest.approx(expected, abs=1e-12)


@SAME_EACH_TIME
@given(st.floats(0, 200), st.floats(0, 200), st.floats(0, 60), st.floats(1, 100))
def test_nearer_never_scores_less(first: float, second: float, ideal: float, span: float) -> None:
    near, far = sorted((first, second))
    better, worse = score(np.array([near, far]), ideal, ideal + span)
    assert 0 <= worse <= better + 1e-9 <= 100 + 2e-9


def test_score_is_level_at_both_ends() -> None:
    # No jump at ideal or limit: a hundredth of a minute beyond the one or before the other changes next to nothing.
    after, before = score(np.array([20.01, 59.99]), 20.0, 60.0)
    assert 100 - after < 1e-4
    assert before < 1e-4


# ---- Groups


def test_a_group_is_the_mean_weighted_by_visits() -> None:
    scores = np.array([[90.0], [30.0], [60.0]])
    groups = ("government", "workers", "government")
    # Government: 30 visits at 90 and 10 at 60: (2,700 + 600) / 40 = 82.5.
    found = group_scores(scores, np.array([30.0, 5.0, 10.0]), groups)
    assert {group: one.tolist() for group, one in found.items()} == {"government": [82.5], "workers": [30]}


def test_a_group_without_visits_is_left_out() -> None:
    found = group_scores(np.array([[90.0], [30.0]]), np.array([30.0, 0.0]), ("government", "workers"))
    assert list(found) == ["government"]


def group_scores(scores: Array, visits: Array, groups: tuple[str, ...]) -> dict[str, Array]:
    """The scores of groups, all constituents in one block."""
    found = ByGroup(visits, groups)
    found.add(np.arange(len(scores)), scores)
    return found.means


def mean(scores: list[float], exponent: float, weights: list[float] | None = None) -> float:
    column = np.array(scores, dtype=float)[:, None]
    return float(power_mean(column, np.array(weights or [1.0] * len(scores)), exponent)[0])


@pytest.mark.parametrize(
    ("exponent", "expected"),
    [
        (1, 62.5),  # plain mean of 25 and 100
        (0, 50),  # geometric: the square root of 2,500
        (-1, 40),  # harmonic: 2 / (1/25 + 1/100)
        (0.5, 56.25),  # ((5 + 10) / 2) squared
    ],
)
def test_power_means_of_25_and_100(exponent: float, expected: float) -> None:
    assert mean([25, 100], exponent) == pytest.approx(expected)


def test_weights_need_not_add_to_1() -> None:
    assert mean([25, 100], 1, [3, 1]) == pytest.approx(43.75)
    assert mean([25, 100], -1, [0.75, 0.25]) == pytest.approx(1 / (0.75 / 25 + 0.25 / 100))


def test_a_low_exponent_comes_to_the_worst_served_group() -> None:
    assert mean([25, 100, 80], -500) == pytest.approx(25, rel=0.01)
    assert mean([25, 100, 80], -1e6) == pytest.approx(25, rel=1e-5)


def test_a_group_that_scores_0() -> None:
    assert mean([0, 100], 1) == pytest.approx(50)
    assert mean([0, 100], 0) == 0
    assert mean([0, 100], -1) == 0
    assert mean([0, 100], 0.5) == pytest.approx(25)  # ((0 + 10) / 2) squared
    assert mean([0, 0], 1) == pytest.approx(0)


def test_an_exponent_near_0_comes_to_the_geometric_mean() -> None:
    for exponent in (1e-6, -1e-6, 1e-8, -1e-8):
        assert mean([25, 100], exponent) == pytest.approx(50, rel=1e-5)


SCORES = st.lists(st.floats(1, 100), min_size=1, max_size=5)


@SAME_EACH_TIME
@given(SCORES, st.floats(-30, 1), st.data())
def test_power_mean_agrees_with_scipy_and_lies_between_worst_and_best(
    scores: list[float], exponent: float, data: st.DataObject
) -> None:
    weights = data.draw(st.lists(st.floats(0.1, 10), min_size=len(scores), max_size=len(scores)))
    found = mean(scores, exponent, weights)
    assert min(scores) * (1 - 1e-6) <= found <= max(scores) * (1 + 1e-6)
    assert found <= mean(scores, 1, weights) * (1 + 1e-6)  # never above the plain mean
    if abs(exponent) > 1e-3:
        assert found == pytest.approx(float(pmean(scores, exponent, weights=weights)), rel=1e-9)


def test_an_exponent_of_draws_gives_what_a_loop_gives() -> None:
    exponents = np.array([1.0, 0.0, -1.0, 0.5, -40.0])
    scores = np.array([[25.0, 30.0, 0.0, 0.0, 25.0], [100.0, 90.0, 80.0, 70.0, 60.0]])
    together = power_mean(scores, np.array([2.0, 1.0]), exponents)
    alone = [float(power_mean(scores[:, [one]], np.array([2.0, 1.0]), float(exponents[one]))[0]) for one in range(5)]
    assert together.tolist() == pytest.approx(alone, rel=1e-12)


# ---- An option


TABLE = "Ministry,government,0,0.1,30,10,,\nFederation,employers,0,0.3,5,20,,\nUnion,workers,0,0.2,8,0,,\n"
ELSEWHERE = {"latitude": 0.0, "longitude": 0.2, "screening": 5}


def reached(place: Record = PLACE, table: str = TABLE, **terms: Any) -> OptionAccess:
    """How constituents reach an option at a place."""
    outcome = office(option("stay", place=place), option("other", place=PLACE), table=table, access=ACCESS | terms)
    assert outcome.options[0].access is not None
    return outcome.options[0].access


def test_minutes_door_to_door() -> None:
    # 0.1 degrees of the equator, 20 % longer by road, 2 minutes a kilometre, 4 at both ends, 5 at the gate.
    found = reached(PLACE | {"screening": 5}, circuity=1.2, access_minutes=4)
    assert found.minutes[0, 0] == pytest.approx(4 + 0.1 * DEGREE * 1.2 * 2 + 5)


def test_scores_groups_and_the_tripartite_mean_hang_together() -> None:
    found = reached(exponent=1, ideal=10, limit=90, group_weights={"government": 2})
    minutes = [0.2 * DEGREE, 0.6 * DEGREE, 0.4 * DEGREE]  # about 22, 67 and 44
    curve = [100 * (1 - 3 * u**2 + 2 * u**3) for u in ((each - 10) / 80 for each in minutes)]
    assert found.scores[:, 0].tolist() == pytest.approx(curve)
    assert [float(one[0]) for one in found.group_scores.values()] == pytest.approx(curve)
    assert float(found.tripartite[0]) == pytest.approx((2 * curve[0] + curve[1] + curve[2]) / 4)


def test_visits_of_both_sides_count() -> None:
    assert reached().visits.tolist() == [40, 25, 8]


def test_access_is_read_where_the_office_is_after_the_move() -> None:
    outcome = office(option("stay", place=PLACE), moving(30, place=ELSEWHERE), table=TABLE, access=ACCESS)
    access = outcome.option("move").access
    assert access is not None
    assert access.minutes[2, 0] == pytest.approx(5)  # the union's own street, and the gate


def test_a_measured_time_replaces_the_estimate_and_not_the_gate() -> None:
    access = ACCESS | {"travel_times": "times.csv"}
    doors = option("stay", place=PLACE), option("other", place=ELSEWHERE)
    outcome = office(*doors, table=TABLE, times="Federation,other,12\n", access=access)
    before, after = (one.access for one in outcome.options)
    assert before is not None
    assert after is not None
    assert before.measured == (False, False, False)
    assert after.measured == (False, True, False)
    assert after.minutes[1, 0] == pytest.approx(12 + 5)
    assert after.minutes[0, 0] == pytest.approx(0.1 * DEGREE * 2 + 5)


@pytest.mark.parametrize(
    ("since", "until", "exists"),
    [
        ("", "", True),
        ("2026-01-01", "", True),  # from the day of the decision
        ("2026-01-02", "", False),
        ("", "2026-01-02", True),
        ("", "2026-01-01", False),  # until, and not on that day
        ("2020-01-01", "2030-01-01", True),
    ],
)
def test_constituents_are_those_of_the_day_of_the_decision(since: str, until: str, *, exists: bool) -> None:
    table = f"Old,government,0,0,1,1,{since},{until}\nUnion,workers,0,0,1,1,,\n"
    case = office_case(option("stay", place=PLACE), option("other", place=PLACE), table=table, access=ACCESS)
    assert case.decision_date == datetime.date(2026, 1, 1)
    assert ("Old" in [one.name for one in constituents_at(case)]) == exists


def test_nobody_there_no_access() -> None:
    table = "Old,government,0,0,1,1,,2020-01-01\n"
    places = {"place": PLACE}
    outcome = office(option("stay", **places), option("other", **places), table=table, access=ACCESS)
    assert outcome.options[0].access is None


def test_no_visits_no_groups() -> None:
    found = reached(table="Ministry,government,0,0.1,0,0,,\n")
    assert found.group_scores == {}
    assert found.tripartite.tolist() == [0]


DEGREES = st.floats(0, 0.5).map(lambda degrees: round(degrees, 6))


@SAME_EACH_TIME
@given(DEGREES, DEGREES)
def test_nearer_is_never_worse(first: float, second: float) -> None:
    # One constituent at longitude 0; two doors to the east of it.
    table = "Ministry,government,0,0,1,1,,\n"
    doors = [{"latitude": 0, "longitude": longitude} for longitude in sorted((first, second))]
    outcome = office(*(option(f"door-{at}", place=door) for at, door in enumerate(doors)), table=table, access=ACCESS)
    near, far = (one.access for one in outcome.options)
    assert near is not None
    assert far is not None
    assert near.minutes[0, 0] <= far.minutes[0, 0] + 1e-9
    assert near.tripartite[0] >= far.tripartite[0] - 1e-9
