"""Ways in blocks: what all constituents and draws give at once, whatever the blocks, and in how much memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate.analysis.access.measures import LIMITS, counts_of
from colocate.analysis.access.ranges import minutes_of, reach_range, scores_of
from colocate.analysis.uncertainty.odds import LOW, Range
from colocate.analysis.weighing.trade_offs import LONGER, _scores
from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.earth import distance_km
from colocate.model import evaluate as evaluation
from colocate.model import ways
from colocate.model.access import OptionAccess, power_mean
from colocate.model.futures import Futures
from colocate.model.ways import minutes_per_km, score
from colocate.quantity import Array
from tests.documents import ROOT
from tests.drawn import minutes_by_draw, scores_by_draw
from tests.examples import ACCESS, PLACE, Record, office_case, option

DRAWS = 50
CLOSE = 1e-12
GROUPS = ("government", "employers", "workers", "nobody comes")


def between(low: float, high: float, unit: str) -> Record:
    return {"low": low, "mode": (low + high) / 2, "high": high, "unit": unit, "source": "made up", "quality": "assumed"}


def random_case(seed: int) -> Case:
    """Some constituents around two doors; some ways estimated, one in ranges; in some cases a door is uncertain."""
    chance = np.random.default_rng(seed)
    count = int(chance.integers(1, 60))
    visits = chance.integers(0, 30, (2, count))
    north, east = chance.uniform(-0.3, 0.3, (2, count))
    rows, told = [], []
    for one in range(count):
        group = GROUPS[int(chance.integers(0, len(GROUPS)))]
        by_them, by_us = (0, 0) if group == GROUPS[-1] else visits[:, one]
        rows.append(f"name {one},{group},{north[one]},{east[one]},{by_them},{by_us},,\n")
        if seed % 3 and chance.random() < 0.3:
            minutes = between(10, 50, "minute") if chance.random() < 0.3 else int(chance.integers(5, 80))
            told.append({"constituent": f"name {one}", "option": "other", "minutes": minutes})
    there = {"latitude": between(-0.01, 0.01, "degree"), "longitude": between(0.1, 0.12, "degree")}
    gate = {"screening": between(0, 10, "minute")} if seed % 4 else {}
    return office_case(
        option("stay", place=PLACE),
        option("other", place=(there if seed % 2 else PLACE) | gate),
        table="".join(rows),
        access=ACCESS | {"exponent": between(-1, 1, "ratio") if seed % 2 else 1, "estimates": told},
    )


def in_blocks(case: Case, monkeypatch: pytest.MonkeyPatch, at_once: int) -> Futures:
    monkeypatch.setattr(ways, "AT_ONCE", at_once)
    return evaluation.futures_of(case, DRAWS)


def same(found: Any, wanted: Any, what: object = "") -> None:
    wanted = np.asarray(wanted, dtype=float)
    np.testing.assert_allclose(
        np.broadcast_to(found, wanted.shape), wanted, rtol=CLOSE, atol=CLOSE * np.max(np.abs(wanted), initial=0.0),
        err_msg=str(what),
    )  # fmt: skip


def at_once(case: Case, figures: dict[str, Array], option_id: str, access: OptionAccess) -> tuple[Array, Array, Array]:
    """Kilometres, minutes of the way and minutes door to door, straight from the method page, nothing in blocks."""
    drawn = with_figures(case, figures)
    settings, place = drawn.access, drawn.option(option_id).place
    assert settings is not None
    assert place is not None
    north, east = (
        np.array([[getattr(one, name)] for one in access.constituents]) for name in ("latitude", "longitude")
    )
    kilometres = np.tile(distance_km(north, east, place.latitude, place.longitude) * settings.circuity, (1, 1))
    way = np.array(
        np.broadcast_to(settings.access_minutes + kilometres * minutes_per_km(settings), (len(north), DRAWS))
    )
    told = {one.constituent: one.minutes for one in settings.estimates if one.option == option_id}
    for row, one in enumerate(access.constituents):
        if one.key in told:
            way[row] = told[one.key]
    return np.broadcast_to(kilometres, way.shape), way, way + (place.screening + place.waiting)


@pytest.mark.parametrize("size", [1, DRAWS, 7 * DRAWS, 2**17])
@pytest.mark.parametrize("seed", range(8))
def test_blocks_give_what_everything_at_once_gives(seed: int, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    case = random_case(seed)
    futures = in_blocks(case, monkeypatch, size)
    for one in futures.options:
        assert one.access is not None
        hold(case, futures, one.id, one.access)


def hold(case: Case, futures: Futures, option_id: str, access: OptionAccess) -> None:
    kilometres, way, minutes = at_once(case, dict(futures.figures), option_id, access)
    settings = case.access
    assert settings is not None
    scores = score(minutes, settings.ideal, settings.limit)
    names = np.array([one.group for one in access.constituents])
    by_them = np.array([one.visits_by_them for one in access.constituents])
    by_us = np.array([one.visits_by_us for one in access.constituents])
    visits = by_them + by_us
    groups = [group for group in dict.fromkeys(names.tolist()) if visits[names == group].sum() > 0]
    assert list(access.group_scores) == groups
    same(minutes_by_draw(access), minutes)
    same(scores_by_draw(access), scores)
    same(access.minutes[:, 0], minutes.mean(axis=1))
    same(access.scores[:, 0], scores.mean(axis=1))
    same(access.travel.hours, (2 * by_us @ way) / 60)
    same(access.travel.kilometres, 2 * by_us @ kilometres)
    same(access.their_hours, by_them @ (way + minutes) / 60)
    means = {group: np.average(scores[names == group], axis=0, weights=visits[names == group]) for group in groups}
    for group, mean in means.items():
        same(access.group_scores[group], mean, group)
    exponent = futures.figures.get("access.exponent", settings.exponent)
    whole = power_mean(np.stack(list(means.values())), np.ones(len(groups)), exponent) if groups else np.zeros(DRAWS)
    same(access.tripartite, whole)
    for found, rows in ((minutes_of(access), minutes), (scores_of(access), scores)):
        same([(each.low, each.high) for each in found], np.quantile(rows, (LOW, 1 - LOW), axis=1).T)
        same([each.mean for each in found], rows.mean(axis=1))
    hold_counts(access, minutes, visits, names, groups)
    hold_longer(case, futures, access, minutes, groups, names, visits)
    told = reach_range(futures.option(option_id))
    assert (told is None) == (not groups)
    if told is not None:
        farthest = np.bincount(minutes.argmax(axis=0), minlength=len(names)) / DRAWS
        assert told.worst_served == {
            access.constituents[row].name: share for row, share in enumerate(farthest.tolist()) if share
        }


def hold_counts(access: OptionAccess, minutes: Array, visits: Array, names: Any, groups: list[str]) -> None:
    found = counts_of(access)
    for limit in LIMITS:
        same(found.within[limit], (minutes <= limit).sum(axis=0))
    assert bool(found.of_visits) == bool(groups) == (found.mean_minutes is not None)
    for limit, share in found.of_visits.items():
        same(share, visits @ (minutes <= limit) / visits.sum())
    if found.mean_minutes is not None:
        same(found.mean_minutes, visits @ minutes / visits.sum())
    for group in groups:
        mine = names == group
        same(found.by_group[group], visits[mine] @ minutes[mine] / visits[mine].sum())
    largest = minutes == minutes.max(axis=0)
    same(found.often.mean(), (largest / largest.sum(axis=0)).mean(axis=1)[found.row])
    same(found.minutes, minutes[found.row])


def hold_longer(
    case: Case,
    futures: Futures,
    access: OptionAccess,
    minutes: Array,
    groups: list[str],
    names: Any,
    visits: Array,
) -> None:
    """With the ways of one group made longer, the score of the whole is that of all worked out again."""
    drawn = with_figures(case, futures.figures)
    assert drawn.access is not None
    for group in groups:
        longer = minutes + np.where(names == group, LONGER, 0.0)[:, None]
        scores = score(longer, drawn.access.ideal, drawn.access.limit)
        rows = [np.average(scores[names == one], axis=0, weights=visits[names == one]) for one in groups]
        wanted = power_mean(np.stack(rows), np.ones(len(groups)), drawn.access.exponent)
        same(_scores(drawn, access, group)[1], wanted, group)


@pytest.mark.parametrize("seed", [1, 2])
def test_blocks_of_draws_give_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "BLOCK", 16)
    case = random_case(seed)
    futures = in_blocks(case, monkeypatch, 64)
    for one in futures.options:
        assert one.access is not None
        hold(case, futures, one.id, one.access)


def test_without_ranges_every_way_has_one_figure() -> None:
    case = office_case(option("stay", place=PLACE), option("other", place=PLACE), access=ACCESS, table=(
        "Ministry,government,0,0.1,1,1,,\nUnion,workers,0,0.2,1,1,,\n"
    ))  # fmt: skip
    access = evaluation.futures_of(case, DRAWS).baseline.access
    assert access is not None
    assert access.ways.draws == 1
    assert minutes_of(access) == [Range(each, each, each) for each in access.minutes[:, 0].tolist()]


# ---- memory


GROWTH = """
import dataclasses, sys
import numpy as np
import colocate
from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.measures import reach
from colocate.analysis.access.ranges import reach_range, scores_of
from colocate.case.reach import Constituent

def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / 1e6

case = colocate.load_case("data/hanoi.toml")
colocate.evaluate(case, 64)
before = peak()
chance = np.random.default_rng(1)
north, east = chance.uniform(-0.1, 0.1, (2, int(sys.argv[1])))
people = tuple(
    Constituent(
        name=f"name {row}", group=f"group {row % 3}", latitude=21.0 + north[row], longitude=105.8 + east[row],
        visits_by_them=float(row % 7), visits_by_us=float(row % 5),
    )
    for row in range(int(sys.argv[1]))
)
futures = colocate.evaluate(dataclasses.replace(case, constituents=people), int(sys.argv[2]))
futures.expected
for option in futures.options:
    assert reach(futures, option.id) and journeys(futures, option.id) and scores_of(option.access)
assert reach_range(futures.baseline)
print(len(futures.options), peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read as Linux gives it")
@pytest.mark.parametrize(
    ("constituents", "draws", "most"),
    [
        (1000, 2048, 60),  # kept by draw they would take 100 MB at least
        pytest.param(20_000, 2048, 300, marks=pytest.mark.slow),  # 2 GB
        pytest.param(200, 131_072, 1000, marks=pytest.mark.slow),  # 1.3 GB, beside the money
    ],
)
def test_memory_does_not_grow_with_constituents_times_draws(constituents: int, draws: int, most: float) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", GROWTH, str(constituents), str(draws)],
        cwd=ROOT, capture_output=True, text=True, timeout=540, check=True,
    )  # fmt: skip
    options, grown = ran.stdout.split()
    assert int(options) == 3
    assert float(grown) < most
