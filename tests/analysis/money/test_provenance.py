"""The way back is complete: a line names every figure that can move it, and every figure of a case moves something."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import colocate
from colocate.analysis.money.provenance import provenance
from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.model.costs.line import Line, LineKey, keys_of
from colocate.model.costs.premises import stay_of
from colocate.model.outcome import Outcome
from colocate.model.tracing import origins_of, trace
from colocate.quantity import Quantity
from tests import examples
from tests.documents import DATA_CASES, template_case

CASES: list[Path | None] = [None, *DATA_CASES]
NAMES = [path.stem if path else "template" for path in CASES]


@cache
def case_of(path: Path | None) -> Case:
    return template_case() if path is None else colocate.load_case(path)


def moves_of(quantity: Quantity) -> list[float]:
    """Figures near the central one, in the model's unit: inside the range where there is one, else 1 % off.

    A month is moved by a little and to the ends of its range, since a date may matter only once it crosses a year.
    """
    if quantity.is_uncertain:
        parts = (0.05, 1.0) if quantity.unit == "month" else (0.5,)
        ends = (quantity.low, quantity.high)
        near = [quantity.value + part * (end - quantity.value) for end in ends for part in parts]
    else:
        step = 0.01 * abs(quantity.value) or 0.01
        near = [quantity.value - step, quantity.value + step]
    return [figure * quantity.scale for figure in near if figure != quantity.value]


@cache
def moved(path: Path | None) -> dict[str, tuple[set[LineKey], bool]]:
    """For each figure: the lines that it moves, and whether it moves anything else that is shown."""
    case = case_of(path)
    central = colocate.evaluate(case)
    before, shown = amounts_of(central), shown_of(central)
    found: dict[str, tuple[set[LineKey], bool]] = {}
    for name, quantity in case.quantities.items():
        lines: set[LineKey] = set()
        other = False
        for figure in moves_of(quantity):
            outcome = colocate.evaluate(with_figures(case, {name: figure}))
            after = amounts_of(outcome)
            lines |= {key for key in before.keys() | after.keys() if differ(before.get(key), after.get(key))}
            other = other or shown_of(outcome) != shown
        found[name] = (lines, other)
    return found


def amounts_of(outcome: Outcome) -> dict[LineKey, Any]:
    return {key: (np.asarray(line.amounts), line.month) for key, line in lines_of(outcome).items()}


def lines_of(outcome: Outcome) -> dict[LineKey, Line]:
    return {
        key: line for option in outcome.options for key, line in zip(keys_of(option.lines), option.lines, strict=True)
    }


MONTH = (float, np.ndarray)


def differ(before: Any, after: Any) -> bool:
    if before is None or after is None:
        return bool(np.any((before or after)[0]))
    return not np.array_equal(before[0], after[0]) or before[1] != after[1]


def shown_of(outcome: Outcome) -> list[Any]:
    """What is shown besides lines: minutes and scores, gates and sizes, months, discounting, and the ends of scales."""
    shown: list[Any] = [outcome.prices.discount.tolist()]
    for option in outcome.options:
        if option.access is not None:
            shown += [option.access.minutes.tolist(), np.ravel(option.access.tripartite).tolist()]
        shown += [vars(gate) for gate in option.gates]
        whole, premises = option.stay, (*option.stay.own, *option.stay.leaves)
        months = [value for one in (whole, *premises) for value in vars(one).values() if isinstance(value, MONTH)]
        shown.append([np.ravel(month).tolist() for month in months])
    stated = outcome.case.weighing
    return [*shown, *(() if stated is None else (stated.money_worst, stated.money_best))]


@pytest.mark.parametrize("path", CASES, ids=NAMES)
@pytest.mark.slow
def test_a_line_names_every_figure_that_moves_it(path: Path | None) -> None:
    origins = provenance(case_of(path))
    missing = [
        (name, key) for name, (lines, _) in moved(path).items() for key in lines if name not in origins.get(key, ())
    ]
    assert missing == []


IDLE = {
    "hanoi": {"options[stay-renegotiated].lease.break_option.month"},
    "regional-office": {
        "options[stay-renegotiated].lease.break_option.month",
        "options[stay-renegotiated].lease.break_option.penalty",
        "options[stay-renegotiated].lease.holdover_premium",
    },
}
"""Terms of a lease that no option of the case leaves: stated in the contract, and without a bearing on the result."""


def behind_the_gate_of_space(case: Case) -> set[str]:
    """The figures that any premises' area, or the area needed there, is worked out from."""
    traced = trace(case)
    sizes = [own.size for option in traced.options for own in stay_of(traced, option).own]
    return set(origins_of([figure for size in sizes for figure in (size.area, size.area_needed)]))


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_every_figure_is_used(path: Path | None) -> None:
    """Each moves a line or something else that is shown, or stands behind a line, or would if every service were taken.

    A cap that does not bind, or a start that waits for recognition, moves nothing and is behind its line all the same;
    so is a part of the people who sit in a building with room to spare behind the gate that asks for room.
    """
    case = case_of(path)
    taken = tuple(replace(service, opt_in=True, needs_recognition=False) for service in case.back_office)
    opted_in = replace(case, back_office=taken)
    behind = {name for names in (*provenance(case).values(), *provenance(opted_in).values()) for name in names}
    behind |= behind_the_gate_of_space(case)
    idle = {name for name, (lines, other) in moved(path).items() if not lines and not other and name not in behind}
    assert idle <= IDLE.get(path.stem if path else "", set())


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_every_line_goes_back_to_figures_in_the_order_of_the_case(path: Path | None) -> None:
    case = case_of(path)
    order = {name: place for place, name in enumerate(case.quantities)}
    lines = lines_of(colocate.evaluate(case))
    origins = provenance(case)
    assert set(origins) == set(lines)
    for key, names in origins.items():
        assert list(names) == sorted(names, key=order.__getitem__), key
        assert names or not np.any(lines[key].amounts), key


def test_two_lines_of_one_name_have_sources_of_their_own() -> None:
    stay = examples.option("stay", running=[examples.running(1_000)])
    move = examples.moving(12, running=[examples.running(2_000, name="Guards, old premises")])
    behind = [paths for key, paths in provenance(examples.office_case(stay, move)).items() if key[0] == "move"]
    assert [set(paths) & {OWN, OLD} for paths in behind] == [{OWN}, {OLD}]


OWN, OLD = "options[move].running[Guards, old premises].amount", "options[stay].running[Guards].amount"
