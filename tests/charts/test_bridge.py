"""The chart of two cases: its figures as a table, for whoever takes them away."""

from __future__ import annotations

import itertools

import pytest

from colocate import charts
from colocate.analysis.bridge.bridge import bridge
from colocate.words.bridge_rows import measures_of
from tests.analysis.bridge.test_bridge import DRAWS, HANOI, TEN, change


def test_the_table_holds_the_steps_that_are_drawn() -> None:
    found = bridge(HANOI, change(HANOI, TEN), DRAWS)
    for measure in measures_of(found):
        chart = charts.two_cases(found, measure)
        ends, *steps = chart.figure.data
        (_name, _currency, first), *told, (_other, currency, last) = chart.data.rows
        assert currency == found.currency
        assert [first, last] == pytest.approx(list(ends.x))
        assert [amount for _step, _currency, amount in told] == pytest.approx([one.x[0] for one in steps])
        levels = itertools.accumulate([first, *(amount for _step, _currency, amount in told)])
        assert list(levels)[-1] == pytest.approx(last)
