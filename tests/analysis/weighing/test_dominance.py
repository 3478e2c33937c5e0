"""Which option is at least as good on every criterion, and in how many futures."""

from __future__ import annotations

import numpy as np

from colocate.analysis.weighing.dominance import dominances
from tests.analysis.weighing.examples import drawn_table, table_of


def test_better_on_some_and_worse_on_none() -> None:
    found = dominances(table_of([[50, 70, 60], [60, 70, 60], [90, 10, 60]]))
    assert [(one.option, one.over, one.better, one.share) for one in found] == [("b", "a", ("money",), 1.0)]


def test_options_that_are_the_same_do_not_dominate() -> None:
    assert dominances(table_of([[50, 50], [50, 50]])) == ()


def test_the_share_of_futures_in_which_it_holds() -> None:
    values = np.array([[[60.0, 60.0, 40.0, 60.0], [70.0] * 4], [[50.0] * 4, [70.0] * 4]])
    found = dominances(drawn_table(values))
    assert [(one.option, one.share) for one in found] == [("a", 0.75)]
