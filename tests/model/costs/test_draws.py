"""The model on arrays of draws gives what it gives on each draw alone: every line, total and score of every case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from colocate.case import Case
from colocate.case.reach import Constituent
from colocate.case.replacing import with_figures
from colocate.casefile.building import build_case
from colocate.casefile.reading import load_case
from colocate.model.costs.line import keys_of
from colocate.model.evaluate import evaluate
from colocate.model.outcome import OptionOutcome, Outcome
from colocate.quantity import Array
from tests.documents import DATA_CASES, template_case
from tests.drawn import minutes_by_draw, scores_by_draw
from tests.examples import SAME_EACH_TIME
from tests.strategies import documents, documents_with_travel

DRAWS = 7
CASES = {"template": template_case, **{path.stem: lambda path=path: load_case(path) for path in DATA_CASES}}


def drawn(case: Case) -> dict[str, Array]:
    """Seven draws of every uncertain figure, in the model's unit: even between low and high, or 0 and 1."""
    generator = np.random.default_rng(0)
    found = {}
    for path, quantity in case.quantities.items():
        if quantity.shape == "yes/no":
            found[path] = np.arange(DRAWS) % 2.0
        elif quantity.is_uncertain:
            found[path] = generator.uniform(quantity.low, quantity.high, DRAWS) * quantity.scale
    return found


def hold(together: Any, alone: list[Any], what: object) -> None:
    """Hold an array with draws on its last axis against the single draws; one column stands for all draws."""
    side_by_side = np.stack([np.asarray(one)[..., 0] for one in alone], axis=-1)
    spread = np.broadcast_to(together, side_by_side.shape)
    largest = float(np.max(np.abs(side_by_side), initial=0.0))
    np.testing.assert_allclose(spread, side_by_side, rtol=1e-12, atol=1e-12 * largest, err_msg=str(what))


def hold_money(together: OptionOutcome, alone: list[OptionOutcome]) -> None:
    for pair, money in together.money.items():
        for name in ("by_year", "present_value", "equivalent_annual", "total", "cumulative"):
            figures = [getattr(one.money[pair], name) for one in alone]
            hold(getattr(money, name), figures, (together.id, pair, name))


def hold_access(together: OptionOutcome, alone: list[OptionOutcome]) -> None:
    if together.access is None:
        return
    each = [one.access for one in alone if one.access]
    hold(minutes_by_draw(together.access), [one.minutes for one in each], (together.id, "minutes"))
    hold(scores_by_draw(together.access), [one.scores for one in each], (together.id, "scores"))
    hold(together.access.tripartite, [one.tripartite for one in each], (together.id, "tripartite"))
    for group, scores in together.access.group_scores.items():
        hold(scores, [one.group_scores[group] for one in each], (together.id, group))


def hold_lines(together: OptionOutcome, alone: list[OptionOutcome]) -> None:
    """Lines have the same keys; one that a draw alone leaves out, as a contingency of exactly 0, is 0 there."""
    keys = keys_of(together.lines)
    amounts = [
        {key: one.amounts for key, one in zip(keys_of(other.lines), other.lines, strict=True)} for other in alone
    ]
    for key, line in zip(keys, together.lines, strict=True):
        hold(line.amounts, [one.get(key, line.amounts * 0.0) for one in amounts], key)
    assert all(set(one) <= set(keys) for one in amounts)


def evaluated(case: Case, draws: dict[str, Array]) -> Outcome:
    """Evaluate on all draws at once, holding everything against one draw at a time."""
    together = evaluate(with_figures(case, draws))
    alone = [
        evaluate(with_figures(case, {path: float(values[draw]) for path, values in draws.items()}))
        for draw in range(DRAWS)
    ]
    for place, option in enumerate(together.options):
        others = [one.options[place] for one in alone]
        hold_lines(option, others)
        hold_money(option, others)
        hold_access(option, others)
    return together


@pytest.mark.parametrize("name", CASES)
def test_an_array_of_draws_gives_what_a_loop_of_draws_gives(name: str) -> None:
    case = CASES[name]()
    together = evaluated(case, drawn(case))
    assert all(option.money["agency", "cash"].total.shape == (DRAWS,) for option in together.options)


FEWER = settings(SAME_EACH_TIME, max_examples=25)


def shaken(case: Case) -> dict[str, Array]:
    """Seven draws of every figure of the case, uncertain or not: up to a fifth below what it says."""
    generator = np.random.default_rng(0)
    return {path: quantity.figure * generator.uniform(0.8, 1.0, DRAWS) for path, quantity in case.quantities.items()}


@FEWER
@given(documents())
@pytest.mark.slow
def test_so_it_is_for_every_figure_of_every_case(document: dict[str, Any]) -> None:
    case = build_case(document)
    evaluated(case, shaken(case))


@pytest.mark.slow
@FEWER
@given(documents_with_travel())
def test_so_it_is_for_access_and_travel(written: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    document, rows = written
    case = replace(build_case(document), constituents=tuple(Constituent(**row) for row in rows))
    evaluated(case, shaken(case))
