"""The original beside the changed case: differences are those of the two cases worked out on their own."""

from __future__ import annotations

import numpy as np
import pytest

from colocate.analysis.scenarios import changed_figures, changed_switches, compared
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.model.totals import Reading
from tests.documents import ROOT

HANOI = load_case(ROOT / "data" / "hanoi.toml")
RENT = "options[move].lease.renewal.rent"
MINE = change(HANOI, {RENT: 0, "shared.people.high": 80, "back_office[ict].opt_in": False})


def test_only_what_was_changed_is_a_change() -> None:
    found = {one.path: one for one in changed_figures(HANOI, MINE)}
    assert set(found) == {RENT, "shared.people"}
    assert (found[RENT].before.settled, found[RENT].after.settled) == (None, 0.0)
    assert found["shared.people"].after.high == 80.0
    assert not changed_figures(HANOI, HANOI)


def test_a_switch_is_a_change_where_it_is_turned() -> None:
    turned = change(HANOI, {f"back_office[{one.service}].opt_in": not one.opt_in for one in HANOI.back_office})
    found = changed_switches(HANOI, turned)
    assert [(one.service, one.after) for one in found] == [(one.service, not one.opt_in) for one in HANOI.back_office]
    assert not changed_switches(HANOI, HANOI)


@pytest.mark.parametrize("reading", [Reading(), Reading("everyone", "cash and efficiency")])
def test_before_and_after_are_the_expected_values_of_each_case(reading: Reading) -> None:
    before, after = evaluate(HANOI, 256), evaluate(MINE, 256)
    found = compared(before, after, reading)
    for option in found.options:
        for standing, futures in ((option.before, before), (option.after, after)):
            drawn = futures.option(option.option).money[reading].present_value
            assert standing.cost == pytest.approx(drawn.mean(), rel=1e-12)
            assert (standing.low, standing.high) == pytest.approx(tuple(np.quantile(drawn, (0.05, 0.95))))
            access = futures.option(option.option).access
            assert access is not None
            assert standing.access == pytest.approx(access.tripartite.mean(), rel=1e-12)
    for side, cheapest in (("before", found.cheapest_before), ("after", found.cheapest_after)):
        costs = {option.option: getattr(option, side).cost for option in found.options}
        assert costs[cheapest] == min(costs.values())
        assert sum(getattr(option, side).odds or 0.0 for option in found.options) == pytest.approx(1.0)


def test_nothing_has_odds_where_nothing_varies() -> None:
    held = change(
        HANOI,
        {path: one.mode for path, one in HANOI.quantities.items() if one.is_uncertain and "travel_times" not in path},
    )
    futures = evaluate(held, 4)
    assert not futures.figures
    found = compared(futures, futures)
    assert all(option.before.odds is None and option.before.low == option.before.high for option in found.options)
