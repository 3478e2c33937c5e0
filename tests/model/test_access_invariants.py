"""What must always hold of access, whatever the constituents: by hypothesis, and Atkinson's own formula."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import colocate
from colocate.analysis.access.measures import Reach, reach
from colocate.case import Case
from colocate.case.reach import Constituent
from colocate.model.access import OptionAccess, power_mean
from tests.examples import ACCESS, PLACE, SAME_EACH_TIME, office_case, option

GROUPS = ("government", "employers", "workers")
DOORS = option("stay", place=PLACE), option("move", place=PLACE | {"latitude": 0.1, "screening": 4})
TABLE = "Ministry,government,0,0.1,1,1,,\n"

VISITS = st.integers(0, 40).map(float)
PEOPLE = st.lists(
    st.tuples(st.sampled_from(GROUPS), st.floats(-0.3, 0.3), st.floats(-0.3, 0.3), VISITS, VISITS),
    min_size=1,
    max_size=7,
)
Row = tuple[str, float, float, float, float]


def of(rows: list[Row]) -> tuple[Constituent, ...]:
    return tuple(
        Constituent(
            name=f"c{place}", group=group, latitude=north, longitude=east, visits_by_them=theirs, visits_by_us=ours
        )
        for place, (group, north, east, theirs, ours) in enumerate(rows)
    )


def case_of(people: tuple[Constituent, ...], exponent: float = 0.0) -> Case:
    case = office_case(*DOORS, table=TABLE, access=ACCESS | {"exponent": exponent, "access_minutes": 3})
    return dataclasses.replace(case, constituents=people)


def found(people: tuple[Constituent, ...], exponent: float = 0.0) -> tuple[OptionAccess, Reach]:
    futures = colocate.evaluate(case_of(people, exponent), 1)
    access, measures = futures.option("move").access, reach(futures, "move")
    assert access is not None
    assert measures is not None
    return access, measures


def numbers(measures: Reach) -> list[float]:
    """Every figure that visits or minutes go into, groups by name."""
    shares = [one.of_visits.mean if one.of_visits is not None else -1.0 for one in measures.within]
    groups = [
        value
        for one in sorted(measures.groups, key=lambda each: each.group)
        if one.mean_minutes is not None and one.score is not None
        for value in (one.visits, one.mean_minutes.mean, one.score.mean)
    ]
    mean = -1.0 if measures.mean_minutes is None else measures.mean_minutes.mean
    score = -1.0 if measures.score is None else measures.score.mean
    hours = measures.hours
    return [*shares, *groups, mean, score, hours.theirs.mean, hours.ours.mean, hours.kilometres.mean]


@SAME_EACH_TIME
@given(PEOPLE, st.integers(0, 6), st.floats(0, 1), st.sampled_from([-3.0, -1.0, 0.0, 0.5, 1.0]))
def test_access_never_falls_when_a_constituent_comes_nearer(
    rows: list[Row], which: int, part: float, exponent: float
) -> None:
    people = of(rows)
    one = people[which % len(people)]
    door = (0.1, 0.0)  # of the option `move`
    nearer = dataclasses.replace(
        one,
        latitude=door[0] + part * (one.latitude - door[0]),
        longitude=door[1] + part * (one.longitude - door[1]),
    )
    moved = tuple(nearer if each is one else each for each in people)
    before, measures = found(people, exponent)
    after, nearer_measures = found(moved, exponent)
    assert after.tripartite[0] >= before.tripartite[0] - 1e-9
    assert nearer_measures.hours.theirs.mean <= measures.hours.theirs.mean + 1e-9
    assert nearer_measures.hours.ours.mean <= measures.hours.ours.mean + 1e-9
    assert nearer_measures.worst.minutes.mean <= measures.worst.minutes.mean + 1e-9
    for now, then in zip(measures.within, nearer_measures.within, strict=True):
        assert then.constituents.mean >= now.constituents.mean
    if measures.mean_minutes is not None and nearer_measures.mean_minutes is not None:
        assert nearer_measures.mean_minutes.mean <= measures.mean_minutes.mean + 1e-9


@SAME_EACH_TIME
@given(PEOPLE, st.randoms(use_true_random=False), st.floats(-5, 1).map(lambda exponent: round(exponent, 3)))
def test_other_names_and_another_order_change_nothing(rows: list[Row], chance: object, exponent: float) -> None:
    people = of(rows)
    access, measures = found(people, exponent)
    renamed = tuple(dataclasses.replace(one, name=f"z{99 - place}") for place, one in enumerate(people))
    assert numbers(found(renamed, exponent)[1]) == numbers(measures)
    mixed = list(people)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    other, shuffled = found(tuple(mixed), exponent)
    assert numbers(shuffled) == pytest.approx(numbers(measures), rel=1e-12, abs=1e-9)
    assert (shuffled.worst, shuffled.constituents) == (measures.worst, measures.constituents)
    assert sorted(other.minutes[:, 0].tolist()) == sorted(access.minutes[:, 0].tolist())


@SAME_EACH_TIME
@given(PEOPLE, st.integers(0, 6))
def test_visits_written_in_two_equal_rows_change_only_the_count_of_rows(rows: list[Row], which: int) -> None:
    people = of(rows)
    one = people[which % len(people)]
    half = dataclasses.replace(one, visits_by_them=one.visits_by_them / 2, visits_by_us=one.visits_by_us / 2)
    halves = tuple(dataclasses.replace(half, name=f"{one.name}, {name}") for name in ("first half", "second half"))
    split = tuple(each for other in people for each in (halves if other is one else (other,)))
    access, measures = found(people)
    other, after = found(split)
    assert numbers(after) == pytest.approx(numbers(measures), rel=1e-9, abs=1e-9)
    assert other.tripartite[0] == pytest.approx(access.tripartite[0], abs=1e-9)
    assert after.constituents == measures.constituents + 1
    assert after.worst.minutes == measures.worst.minutes


@SAME_EACH_TIME
@given(PEOPLE, st.sampled_from(GROUPS), st.floats(-0.3, 0.3))
def test_one_whom_nobody_visits_changes_only_the_plain_counts(rows: list[Row], group: str, north: float) -> None:
    people = of(rows)
    silent = Constituent(
        name="silent", group=group, latitude=north, longitude=0.0, visits_by_them=0.0, visits_by_us=0.0
    )
    access, measures = found(people)
    other, after = found((*people, silent))
    assert numbers(after) == pytest.approx(numbers(measures), rel=1e-12, abs=1e-12)
    assert other.tripartite[0] == pytest.approx(access.tripartite[0], rel=1e-12)
    assert after.constituents == measures.constituents + 1
    assert sum(after.known.values()) == sum(measures.known.values()) + 1
    for now, then in zip(measures.within, after.within, strict=True):
        assert then.constituents.mean - now.constituents.mean in (0, 1)


# ---- The power mean

SCORES = st.lists(st.floats(1, 100), min_size=2, max_size=5)


def mean(scores: list[float], weights: list[float], exponent: float) -> float:
    return float(power_mean(np.array(scores)[:, None], np.array(weights), exponent)[0])


@SAME_EACH_TIME
@given(SCORES, st.floats(-60, 1), st.data())
def test_the_power_mean_lies_between_the_worst_and_the_best_group(
    scores: list[float], exponent: float, data: st.DataObject
) -> None:
    weights = data.draw(st.lists(st.floats(0.1, 10), min_size=len(scores), max_size=len(scores)))
    assert min(scores) * (1 - 1e-9) <= mean(scores, weights, exponent) <= max(scores) * (1 + 1e-9)


@SAME_EACH_TIME
@given(SCORES, st.data())
def test_it_reaches_both_at_its_limits(scores: list[float], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.floats(0.1, 10), min_size=len(scores), max_size=len(scores)))
    assert mean(scores, weights, -1e7) == pytest.approx(min(scores), rel=1e-5)
    best = max(range(len(scores)), key=scores.__getitem__)
    dominating = [1e12 if place == best else weight for place, weight in enumerate(weights)]
    assert mean(scores, dominating, 1.0) == pytest.approx(max(scores), rel=1e-8)


@SAME_EACH_TIME
@given(SCORES, st.floats(-8, 1), st.floats(0, 3))
def test_a_lower_exponent_never_gives_more(scores: list[float], exponent: float, lower: float) -> None:
    even = [1.0] * len(scores)
    assert mean(scores, even, exponent - lower) <= mean(scores, even, exponent) * (1 + 1e-9)


@SAME_EACH_TIME
@given(SCORES, st.floats(0.05, 6))
def test_exponent_1_less_e_is_atkinsons_equally_distributed_equivalent(scores: list[float], aversion: float) -> None:
    # Atkinson, On the measurement of inequality, Journal of Economic Theory 2 (1970): the index is
    # A = 1 - (mean of (y / average)^(1 - e))^(1 / (1 - e)), with e = 1: 1 - product of (y / average)^(1 / n); the
    # level that, had by all alike, is worth as much is average x (1 - A).
    average = sum(scores) / len(scores)
    if abs(aversion - 1.0) < 1e-3:
        aversion = 1.0
        product = 1.0
        for one in scores:
            product *= (one / average) ** (1.0 / len(scores))
        index = 1.0 - product
    else:
        power = 1.0 - aversion
        index = 1.0 - (sum((one / average) ** power for one in scores) / len(scores)) ** (1.0 / power)
    equivalent = average * (1.0 - index)
    assert mean(scores, [1.0] * len(scores), 1.0 - aversion) == pytest.approx(equivalent, rel=1e-8)
