"""One answer in every part of a weighing: corners, sides, turns and totals agree, and money's is the expected cost."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from colocate.analysis.weighing.scales import Weighable, weighable
from colocate.analysis.weighing.triangle import Triangle, triangle
from colocate.analysis.weighing.weighing import Weighing, weighing
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, HEADLINE, VIEWS, Reading
from tests.analysis.weighing.test_scales import UNIFORM, drawn
from tests.documents import DATA_CASES
from tests.examples import Record, option, running

FEW = 64
LEAST = 1e-6
"""Points of 100 by which a leader must lead to be named by every part: below it, rounding may part two that tie."""

READINGS = [Reading(book, view) for book in BOOKS for view in VIEWS]


def random_option(rng: np.random.Generator, place: int) -> Record:
    """An option with costs, minutes, answers and points that are drawn, some of them uncertain or not answered."""
    low = float(rng.uniform(50, 100))
    cost: Record = {"low": low, "high": low + float(rng.uniform(1, 80)), "unit": "USD/year"} | UNIFORM
    points = float(rng.uniform(0, 60))
    ranged: Record = {"low": points, "high": points + float(rng.uniform(1, 40)), "unit": "point"} | UNIFORM
    answers = rng.choice(["yes", "partly", "no", "unknown"], 2)
    return option(
        "stay" if place == 0 else f"option{place}",
        place={"latitude": 0.0, "longitude": float(rng.uniform(0, 0.25))},
        running=[running(cost if rng.random() < 0.8 else low)],
        mandate=[{"item": name, "answer": str(one)} for name, one in zip(("one", "two"), answers, strict=True)],
        government={"step": int(rng.integers(1, 6))},
        criteria=[{"criterion": "green", "points": ranged if rng.random() < 0.5 else points}],
    )


@cache
def random_case(seed: int) -> Futures:
    rng = np.random.default_rng(seed)
    criteria = [{"id": "green", "name": "Green", "worst": "no", "best": "yes"}]
    half: Record = {"half_worth": {"access": 30.0, "green": 70.0}} if seed % 2 else {}
    options = [random_option(rng, place) for place in range(int(rng.integers(2, 5)))]
    return drawn(*options, draws=FEW, criteria=criteria, weighing=half)


@cache
def data_case(path: Path) -> Futures:
    return evaluate(load_case(path), 256, 1)


def swings_of(found: Weighable, seed: int) -> dict[str, float]:
    drawn_points = np.random.default_rng(seed).dirichlet(np.ones(len(found.criteria)))
    return dict(zip(found.criteria, (100 * drawn_points).tolist(), strict=True))


def best_by(table: Weighable, weights: np.ndarray) -> tuple[str, bool]:
    """Who has most points on average at these weights, and whether by enough to be told from a tie."""
    totals = table.expected_values @ weights
    second, first = np.sort(totals)[-2:]
    return table.options[int(totals.argmax())], bool(first - second > LEAST)


def at_corner(found: Triangle, *corners: float) -> str:
    return next(point.option for point in found.points if point.corners == corners)


def check_corners(futures: Futures, reading: Reading = HEADLINE) -> None:
    """Money's corner is the option of lowest expected cost, access's the one of the highest expected score."""
    table = weighable(futures, reading)
    found = triangle(table, np.full(len(table.criteria), 1.0 / len(table.criteria)))
    assert found is not None
    cheapest = min(table.options, key=lambda one: float(futures.option(one).money[reading].present_value.mean()))
    assert best_by(table, np.array(table.criteria) == "money")[0] == cheapest
    assert at_corner(found, 1.0, 0.0, 0.0) == cheapest
    for corner, names in zip(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)), found.corners, strict=True):
        weights = np.array([name in names for name in table.criteria]) / len(names)
        best, clear = best_by(table, weights)
        assert at_corner(found, *corner) == best or not clear


def leader(found: Weighing, criterion: str, weight: float) -> set[str]:
    """Who comes first as a criterion has a weight, by the chart of turning weights; two where it is a turn."""
    flip = next(one for one in found.flips if one.criterion == criterion)
    return {one.option for one in flip.stretches if one.start - 1e-9 <= weight <= one.end + 1e-9}


def check_turns(futures: Futures, seed: int) -> None:
    """Who comes first at a weight of nothing, of all and of today is the same by turns and by totals."""
    table = weighable(futures)
    found = weighing(futures, swings_of(table, seed), vectors=8)
    for flip in found.flips:
        place = table.criteria.index(flip.criterion)
        rest = np.delete(found.chosen.weights, place)
        for weight in (0.0, flip.weight, 1.0):
            weights = np.insert(rest * (1 - weight) / rest.sum(), place, weight)
            best, clear = best_by(table, weights)
            assert best in leader(found, flip.criterion, weight) or not clear
    best, clear = best_by(table, found.chosen.weights)
    assert found.chosen.best == best or not clear


def check_sides(futures: Futures, seed: int) -> None:
    """Along each side of the triangle the option first is the one that the chart of turning weights names."""
    table = weighable(futures)
    swings = swings_of(table, seed)
    for criterion, without, corner in (("money", "access", 0), ("access", "money", 1)):
        found = weighing(futures, swings | {without: 0.0}, vectors=8)
        assert found.triangle is not None
        for point in found.triangle.points:
            if point.corners[1 - corner] == 0.0:
                weights = along(table, found.chosen.weights, criterion, point.corners[corner])
                _best, clear = best_by(table, weights)
                assert point.option in leader(found, criterion, point.corners[corner]) or not clear


def along(table: Weighable, weights: np.ndarray, criterion: str, weight: float) -> np.ndarray:
    place = table.criteria.index(criterion)
    rest = np.delete(weights, place)
    return np.insert(rest * (1 - weight) / rest.sum(), place, weight)


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("reading", READINGS, ids=" ".join)
def test_corners_of_the_data_are_the_best_by_each_criterion(path: Path, reading: Reading) -> None:
    check_corners(data_case(path), reading)


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_turns_and_sides_of_the_data_agree_with_totals(path: Path) -> None:
    for seed in range(5):
        check_turns(data_case(path), seed)
        check_sides(data_case(path), seed)


@pytest.mark.parametrize("seed", range(100))
def test_corners_turns_and_sides_of_random_cases_agree(seed: int) -> None:
    futures = random_case(seed)
    check_corners(futures)
    check_turns(futures, seed)
    check_sides(futures, seed)


@pytest.mark.parametrize("seed", range(0, 100, 10))
def test_totals_are_means_over_the_draws_and_sums_of_parts(seed: int) -> None:
    futures = random_case(seed)
    table = weighable(futures)
    found = weighing(futures, swings_of(table, seed), vectors=8).chosen
    by_draw = np.einsum("ocd,c->od", table.values, found.weights)
    assert found.totals == pytest.approx(by_draw.mean(axis=1), rel=1e-12)
    assert found.parts.sum(axis=1) == pytest.approx(found.totals, rel=1e-12)
    assert found.share_first.sum() == pytest.approx(1.0)
