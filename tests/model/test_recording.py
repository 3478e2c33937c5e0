"""Recorded formulas give the model's figures, and give them again when inputs change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.casefile.building import build_case
from colocate.casefile.reading import load_case
from colocate.export.workbook.plan import nodes_of
from colocate.model.costs.line import Line, keys_of
from colocate.model.evaluate import work_out
from colocate.model.outcome import Outcome
from colocate.model.recording.arrays import FormLostError, known_cells
from colocate.model.recording.nodes import Leaf, Node, Tape
from colocate.model.timeline import going_on
from colocate.model.worked import Recording, record, single
from tests.examples import SAME_EACH_TIME, many
from tests.model.recorded_formulas import worked_again
from tests.strategies import documents

DATA = sorted((Path(__file__).parents[2] / "data").glob("*.toml"))
CLOSE = 1e-9
RANDOM = settings(SAME_EACH_TIME, max_examples=many(60, 2), phases=(Phase.generate,))


def two_figures() -> tuple[Tape, Any, Any]:
    tape = Tape(3)
    leaves = [Node("", (), value, Leaf(name, name, "", changeable=True)) for name, value in (("a", 5.0), ("b", 0.25))]
    return tape, *(single(tape, leaf) for leaf in leaves)


FORMULAS: dict[str, Callable[[Any, Any], Any]] = {
    "sum": lambda a, b: a + 2 * b - a / b,
    "power": lambda a, b: (1.0 + b) ** a,
    "choice": lambda a, b: np.where(a > 4.0, a * b, b),
    "both": lambda a, b: np.where((a > 1.0) & (b < 0.1), a, b - a),
    "coverage": lambda a, b: np.clip(np.arange(4.0)[:, None] - a / 2, 0.0, 1.0) * b,
    "running": lambda a, b: np.cumprod(1.0 + b * np.ones((3, 1)) + 0.0 * a, axis=0),
    "last of a running sum": lambda a, b: np.cumsum(np.arange(3.0)[:, None] * a + b, axis=0)[-1],
    "looked up": lambda a, b: np.take((np.arange(9.0)[:, None] * b) ** 2, np.floor(np.atleast_1d(a)).astype(int), 0),
    "stated by year": lambda a, b: going_on(np.stack([np.atleast_1d(a), np.atleast_1d(b)]), 3),
    "stated for each year": lambda a, b: going_on(np.stack([np.atleast_1d(one) for one in (a, b, a * b)]), 3),
    "picked": lambda a, b: np.stack([np.atleast_1d(one) for one in (a, b, a * b)])[np.arange(3)],
    "quotient": lambda a, b: np.where(a > 4.0, b / np.where(a > 4.0, a - 4.0, 1.0), 7.0),
    "joined": lambda a, b: np.concatenate([np.atleast_1d(a), np.atleast_1d(b)]).sum(),
    "rounded up": lambda a, b: np.ceil(a * b),
    "logarithm": lambda a, b: np.exp(-a * np.log1p(b)),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_is_worked_out_as_ever_and_again_with_other_figures(name: str) -> None:
    formula = FORMULAS[name]
    _, a, b = two_figures()
    recorded = formula(a, b)
    assert np.asarray(recorded) == pytest.approx(np.asarray(formula(np.array(5.0), np.array(0.25))), rel=1e-15)
    nodes = known_cells(recorded).ravel().tolist()
    again = worked_again(nodes, {"a": 3.0, "b": 0.125})
    found = [again[node] for node in nodes]
    assert found == pytest.approx(np.ravel(formula(np.array(3.0), np.array(0.125))), rel=1e-14)


def test_the_same_is_worked_out_once() -> None:
    tape, a, b = two_figures()
    first, second = a * b, a * b
    assert known_cells(first)[()] is known_cells(second)[()]
    assert len([node for step in tape.steps for node in step.nodes if node.name == "*"]) == len(tape.months) + 1


def test_a_choice_of_python_that_hangs_on_a_figure_is_refused() -> None:
    _, a, _ = two_figures()
    with pytest.raises(FormLostError):
        bool(a > 1.0)


def test_what_no_cell_can_say_is_refused() -> None:
    _, a, _ = two_figures()
    with pytest.raises(FormLostError):
        np.median(np.atleast_1d(a))


def amounts(line: Line, values: dict[Node, float]) -> Any:
    """What a recorded line comes to with other figures."""
    total: Any = np.full((line.years, 1), line.sign)
    for factor in line.factors:
        total = total * worked(factor.value, values)
    return total[:, 0]


def worked(figure: Any, values: dict[Node, float]) -> Any:
    cells = getattr(figure, "cells", None)
    if cells is None:
        return np.asarray(figure)
    return np.array([values[node] for node in cells.ravel()]).reshape(cells.shape)


def nodes_of_line(line: Line) -> list[Node]:
    return [node for factor in line.factors for node in nodes_of(factor.value)]


def same_lines(recording: Recording, values: dict[Node, float], outcome: Outcome) -> None:
    for ours, theirs in zip(recording.options, outcome.options, strict=True):
        known = dict(zip(keys_of(theirs.lines), theirs.lines, strict=True))
        keys = keys_of(ours.lines)
        assert known.keys() <= set(keys)
        largest = max((float(np.abs(line.amounts).max()) for line in theirs.lines), default=0.0)
        for key, line in zip(keys, ours.lines, strict=True):
            wanted = known[key].amounts[:, 0] if key in known else 0.0
            assert amounts(line, values) == pytest.approx(wanted, rel=CLOSE, abs=1e-3 * CLOSE * largest), key


def changed(case: Case, seed: int, count: int = 10) -> dict[str, float]:
    """Other values, in the model's unit, for some figures: between low and high, or a tenth up or down."""
    random = np.random.default_rng(seed)
    paths = random.permutation(list(case.quantities))[:count]
    figures = {}
    for path in paths:
        one = case.quantities[path]
        span = (one.low, one.high) if one.has_range else sorted((0.9 * one.mode, 1.1 * one.mode))
        figures[str(path)] = float(np.clip(random.uniform(*span), one.least, one.most)) * one.scale
    return figures


def check(case: Case, seed: int) -> None:
    recording = record(case)
    nodes = [node for option in recording.options for line in option.lines for node in nodes_of_line(line)]
    same_lines(recording, worked_again(nodes, {}), work_out(case))
    figures = changed(case, seed)
    cells = {path: figure / max(case.quantities[path].scale, 1.0) for path, figure in figures.items()}
    same_lines(recording, worked_again(nodes, cells), work_out(with_figures(case, figures)))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_recorded_formulas_are_those_of_the_model(path: Path) -> None:
    check(load_case(path), seed=1)


@RANDOM
@given(documents())
def test_recorded_formulas_of_random_cases_are_those_of_the_model(document: dict[str, Any]) -> None:
    check(build_case(document), seed=2)
