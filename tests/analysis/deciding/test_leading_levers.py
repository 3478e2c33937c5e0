"""Which levers come first: those that the answer hangs on, then those that the difference in cost follows most."""

from __future__ import annotations

import numpy as np

from colocate.analysis.deciding.decisive import deciding
from colocate.analysis.deciding.leading_levers import FEWEST, MOST, leading_levers
from colocate.analysis.uncertainty.odds import costs_of
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from tests.documents import DATA_CASES, ROOT

HANOI = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 2048)
RENT = "options[move].lease.renewal.rent"


def test_three_to_five_levers_that_vary_come_first() -> None:
    for path in DATA_CASES:
        futures = evaluate(load_case(path), 256)
        found = leading_levers(futures)
        assert FEWEST <= len(found) <= MOST
        assert len(set(found)) == len(found)
        assert all(futures.case.quantities[one].lever and one in futures.figures for one in found)


def test_what_the_answer_hangs_on_comes_first() -> None:
    assert leading_levers(HANOI)[0] == deciding(HANOI).main[0].quantity.path == RENT


def test_then_comes_what_the_difference_in_cost_follows() -> None:
    costs = costs_of(HANOI, "agency", "cash")
    first, second = np.argsort(costs.mean(axis=1))[:2]
    worthwhile = {one.quantity.path for one in deciding(HANOI).worthwhile}
    follows = {
        path: abs(np.corrcoef(values, costs[second] - costs[first])[0, 1])
        for path, values in HANOI.figures.items()
        if HANOI.case.quantities[path].lever and path not in worthwhile
    }
    others = [path for path in leading_levers(HANOI) if path in follows]
    assert others == sorted(follows, key=lambda path: -follows[path])[: len(others)]


def test_a_settled_figure_is_no_lever_that_decides() -> None:
    held = evaluate(change(HANOI.case, {RENT: 10}), 256)
    assert RENT not in leading_levers(held)


def test_nothing_leads_where_nothing_varies() -> None:
    fixed = change(HANOI.case, {path: one.mode for path, one in HANOI.case.quantities.items() if one.is_uncertain})
    assert leading_levers(evaluate(fixed, 4)) == ()
