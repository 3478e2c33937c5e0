"""Which levers come first: those worth finding out, then those that the difference in cost follows most."""

from __future__ import annotations

import numpy as np

from colocate.analysis.deciding.leading_figures import FEWEST, MOST, leading_levers, worth_finding_out
from colocate.analysis.quality import known
from colocate.analysis.uncertainty.odds import costs_of
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from tests.documents import DATA_CASES, ROOT

HANOI = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 1024)
RENT = "options[move].lease.renewal.rent"


def test_three_to_five_levers_that_vary_come_first() -> None:
    for path in DATA_CASES:
        futures = evaluate(load_case(path), 256)
        found = leading_levers(futures)
        assert FEWEST <= len(found) <= MOST
        assert len(set(found)) == len(found)
        assert all(futures.case.quantities[one].lever and one in futures.figures for one in found)


def test_the_figure_most_worth_finding_out_comes_first() -> None:
    assert leading_levers(HANOI)[0] == worth_finding_out(HANOI)[0] == RENT


def test_after_those_worth_finding_out_comes_what_the_difference_follows() -> None:
    second = leading_levers(HANOI)[1:]
    first, other = np.argsort(costs_of(HANOI, "agency", "cash").mean(axis=1))[:2]
    lead = costs_of(HANOI, "agency", "cash")[other] - costs_of(HANOI, "agency", "cash")[first]
    follows = {
        path: abs(np.corrcoef(values, lead)[0, 1])
        for path, values in HANOI.figures.items()
        if HANOI.case.quantities[path].lever and path != RENT
    }
    if len(worth_finding_out(HANOI)) == 1:
        assert list(second) == sorted(follows, key=lambda path: -follows[path])[:2]


def test_a_settled_figure_is_no_longer_worth_finding_out() -> None:
    held = evaluate(change(HANOI.case, {RENT: 10}), 1024)
    assert RENT not in worth_finding_out(held)
    assert RENT not in leading_levers(held)


def test_figures_are_counted_by_quality_and_the_assumed_that_matter_are_named() -> None:
    found = known(HANOI)
    assert found.all == len(HANOI.case.quantities)
    for quality, count in found.counts.items():
        assert count == sum(one.quality == quality for one in HANOI.case.quantities.values())
    assert [one.path for one in found.assumed_that_matter][:1] == [RENT]
    assert found.varies
