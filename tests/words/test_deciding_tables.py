"""The tables of what decides: each cell holds the figure that its heading says, and limits are where they are said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from colocate.analysis.deciding.decisive import NEGLIGIBLE, TOLD, Deciding, FigureWorth
from colocate.analysis.deciding.switching_values import Crossing, Switching
from colocate.analysis.deciding.value_of_information import Curve, Worth
from colocate.analysis.uncertainty.odds import Pair
from colocate.analysis.uncertainty.sensitivity import VarianceShare, VarianceShares
from colocate.analysis.uncertainty.sobol_indices import Index
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.words.deciding_tables import shares_table
from tests.documents import ROOT

FUTURES = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 16)
PEOPLE = FUTURES.case.quantities["shared.people"]
TURNS = Switching((Crossing(30.0, "move", "stay"),), confirmed=True)
FLAT = Curve(np.array([20.0, 90.0]), np.zeros((3, 2)))


def figure(worth: float, error: float = 1.0, switching: Switching = TURNS) -> FigureWorth:
    return FigureWorth(PEOPLE, 50.0, Worth(worth, error), FLAT, switching)


def test_alone_is_the_first_order_share_and_with_others_the_total() -> None:
    shares = (VarianceShare(("shared.people",), Index(0.11, 0.1, 0.12, 0.47, 0.4, 0.5)),)
    told = shares_table(FUTURES, VarianceShares(Pair("stay", "move"), shares, False, 32, 1))
    assert told.columns == ("Figure", "Alone", "With others")
    ((_name, alone, together),) = told.rows
    assert (alone.words, alone.below) == ("11\xa0%", "10\xa0% to 12\xa0%")
    assert (together.words, together.below) == ("47\xa0%", "40\xa0% to 50\xa0%")


@pytest.mark.parametrize(("part", "named"), [(1.01 * TOLD, True), (0.99 * TOLD, False)])
def test_a_figure_is_named_from_a_fiftieth_of_everything_on(part: float, named: bool) -> None:
    found = Deciding(Worth(10_000.0, 1.0), "stay", 1e6, (figure(10_000.0 * part),))
    assert TOLD == 0.02
    assert bool(found.main) == named


@pytest.mark.parametrize(("part", "settled"), [(0.99 * NEGLIGIBLE, True), (1.01 * NEGLIGIBLE, False)])
def test_what_is_worth_less_than_a_thousandth_of_the_cost_decides_nothing(part: float, settled: bool) -> None:
    everything = Worth(part * 1e6, 1.0)
    found = Deciding(everything, "stay", 1e6, (figure(everything.value),))
    assert NEGLIGIBLE == 0.001
    assert (found.is_settled, bool(found.main)) == (settled, not settled)


def test_chance_and_figures_that_turn_nothing_are_not_named() -> None:
    figures = (figure(900.0, 451.0), figure(800.0, switching=Switching((), True)), figure(700.0, 349.0))
    found = Deciding(Worth(1_000.0, 1.0), "stay", 1e4, figures)
    assert found.main == figures[2:]
    assert Deciding(Worth(1_000.0, 1.0), "stay", 1e4, (figures[2],) * 4).main == (figures[2],) * 3
    assert replace(found, figures=()).main == ()
