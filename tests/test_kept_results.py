"""Results of the cases in data/ stay as they were: kept_results.json holds them, with a version of the results.

A figure that must change is changed there too, and the change is named in CHANGELOG.md with its reason. The last digits
may differ between machines, so a part in a million million is allowed.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from colocate.analysis.uncertainty.odds import DRAWS, odds
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from tests.documents import ROOT

WHOLE: dict[str, Any] = json.loads((ROOT / "tests" / "kept_results.json").read_text(encoding="utf-8"))
KEPT: dict[str, Any] = WHOLE["cases"]
SAME = 1e-12


@cache
def futures_of(name: str) -> Futures:
    return evaluate(load_case(ROOT / "data" / f"{name}.toml"), DRAWS, 1)


OPTIONS = [(case, option) for case, options in KEPT.items() for option in options]


@pytest.mark.parametrize(("case", "option"), OPTIONS)
def test_money_and_access_in_the_central_case(case: str, option: str) -> None:
    kept, found = KEPT[case][option], futures_of(case).central.option(option)
    assert len(found.lines) == kept["lines"]
    assert float(found.money["agency", "cash"].total[0]) == pytest.approx(kept["total"], rel=SAME)
    ours = {book: {} for book, _view in found.money}
    for (book, view), money in found.money.items():
        ours[book][view] = float(money.present_value[0])
    for book, views in kept["present_value"].items():
        assert ours[book] == pytest.approx(views, rel=SAME)
    assert found.access is not None
    assert float(found.access.tripartite[0]) == pytest.approx(kept["access"], rel=SAME)
    minutes = {one.name: float(found.access.minutes[row, 0]) for row, one in enumerate(found.access.constituents)}
    assert minutes == pytest.approx(kept["minutes"], rel=SAME)


@pytest.mark.parametrize(("case", "option"), OPTIONS)
def test_odds_and_ranges(case: str, option: str) -> None:
    kept, futures = KEPT[case][option], futures_of(case)
    found = next(one for one in odds(futures) if one.option == option)
    assert found.cheapest == pytest.approx(kept["cheapest"], abs=1 / DRAWS)
    assert found.present_value.low == pytest.approx(kept["p5"], rel=1e-9)
    assert found.present_value.high == pytest.approx(kept["p95"], rel=1e-9)


@pytest.mark.parametrize(("case", "option"), OPTIONS)
def test_expected_values_which_are_what_is_shown(case: str, option: str) -> None:
    kept, found = KEPT[case][option]["expected"], futures_of(case).expected.option(option)
    assert len(found.lines) == kept["lines"]
    ours: dict[str, dict[str, float]] = {book: {} for book, _view in found.money}
    for (book, view), money in found.money.items():
        ours[book][view] = float(money.present_value[0])
    for book, views in kept["present_value"].items():
        assert ours[book] == pytest.approx(views, rel=SAME)
    assert float(found.money["agency", "cash"].total[0]) == pytest.approx(kept["total"], rel=SAME)
    assert float(found.one_off_by_year.sum()) == pytest.approx(kept["one_off"], rel=SAME)
    assert found.access is not None
    assert float(found.access.tripartite[0]) == pytest.approx(kept["access"], rel=SAME)


def test_the_results_have_a_version() -> None:
    """Raised whenever a figure that is shown changes: 3 since Hanoi's new lease takes its deposit over."""
    assert WHOLE["results_version"] == 3
