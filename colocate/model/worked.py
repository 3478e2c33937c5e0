"""The most likely case worked out once more with every formula recorded, so that it can be written down as cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from colocate.case import Case
from colocate.case.replacing import with_figures, with_places
from colocate.casefile.fields import fields_of, key_of
from colocate.model.access import option_access
from colocate.model.costs import common_of, option_lines
from colocate.model.costs.line import Line
from colocate.model.costs.premises import Stay, stay_of
from colocate.model.costs.travel import TravelNeed
from colocate.model.prices import Prices, prices_of
from colocate.model.recording.arrays import Recorded, made, packed
from colocate.model.recording.functions import FUNCTIONS, stated_by_year
from colocate.model.recording.instalments import summed_by_year
from colocate.model.recording.nodes import Leaf, Node, Tape
from colocate.model.recording.rents import SHORTER
from colocate.quantity import Quantity
from colocate.stopping import looking

Recorded.functions = FUNCTIONS
Recorded.shorter = {**SHORTER, "summed by year": summed_by_year, "stated by year": stated_by_year}

PASSED_OVER = ("format", "horizon_years")
"""Whole numbers of the case that no formula of a line multiplies by: they give the sheets their columns."""

OF_NO_LINE = ("checklist", "criteria", "weighing", "ruled_out", "reference_classes", "mandate", "gates", "government")
"""Parts of a case that say nothing of money."""

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class RecordedOption:
    """An option with its months and sizes, and its lines, whose figures remember their formulas."""

    stay: Stay
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Recording:
    """A case's money as it was worked out: the tape, the prices, and every option.

    `inputs` are the figures of the case by their path, as the case states them; `given` what else it says in numbers.
    """

    case: Case
    tape: Tape
    prices: Prices
    inputs: dict[str, Node]
    given: tuple[Node, ...]
    options: tuple[RecordedOption, ...]


def record(case: Case) -> Recording:
    """Work the most likely case out, and remember every formula on the way."""
    tape = Tape(case.horizon_years)
    inputs: dict[str, Node] = {}
    figures: dict[str, Any] = {}
    for path, quantity in case.quantities.items():
        inputs[path], figures[path] = _input(tape, path, quantity)
    given = _given(case, tape, {steps for path in figures for steps in case.places_of[path]})
    places = dict(given)
    recorded = with_places(with_figures(case, figures), places)
    with np.errstate(all="ignore"):
        prices = prices_of(recorded)
        stays = []
        for option in recorded.options:
            tape.section = option.id
            stays.append(stay_of(recorded, option))
        tape.section = ""
        common = common_of(recorded, prices, _travel_needs(recorded, tape))
        options = []
        for stay in looking(stays):
            tape.section = stay.option.id
            options.append(RecordedOption(stay, option_lines(recorded, stay, common)))
    leaves = tuple(array.cells.ravel()[0] for array in places.values() if array.cells is not None)
    return Recording(case, tape, prices, inputs, leaves, tuple(options))


def _input(tape: Tape, path: str, quantity: Quantity) -> tuple[Node, Any]:
    """Give the cell of a figure, and the figure in the model's unit: an amount a month is one of twelve a year."""
    written = quantity.value * quantity.cell_scale
    leaf = Node("", (), written, Leaf(path, quantity.label, quantity.unit, changeable=True))
    if quantity.scale <= 1.0:
        return leaf, single(tape, leaf)
    step = tape.step(None, (), "")
    return leaf, single(tape, step.put(Node("*", (leaf, tape.constant(quantity.scale)), quantity.figure)))


def single(tape: Tape, node: Node, *, whole: bool = False) -> Any:
    """Give a recorded array of one figure."""
    value = np.array(node.value, dtype=np.int64 if whole else np.float64)
    return made(tape, value, packed([node], ()), "")


def _travel_needs(case: Case, tape: Tape) -> dict[str, TravelNeed]:
    """Give each option's travel, where the case shows it in money."""
    needs = {option.id: TravelNeed(0.0, 0.0) for option in case.options}
    if case.travel is None or case.travel.shown_in != "money":
        return needs
    for option in looking(case.options):
        tape.section = option.id
        access = option_access(case, option)
        if access is not None:
            needs[option.id] = access.travel
    tape.section = ""
    return needs


def _given(case: Case, tape: Tape, known: set[Steps]) -> Iterator[tuple[Steps, Recorded]]:
    """Give every number of the case that is no figure with a range: counts, dates, lengths and what is left unsaid."""
    for steps, path, label, unit, value in _numbers(case, (), ""):
        if steps not in known:
            leaf = Node("", (), float(value), Leaf(path, label, unit, changeable=False))
            yield steps, single(tape, leaf, whole=isinstance(value, int))


def _numbers(record: Any, steps: Steps, path: str) -> Iterator[tuple[Steps, str, str, str, float]]:
    """Find the numbers of a record and of all in it, but for 0 and 1, which say that nothing is said."""
    for one in fields_of(cast("type", type(record))):
        if one.name in PASSED_OVER or (not steps and one.name in OF_NO_LINE):
            continue
        value, here, called = getattr(record, one.name), (*steps, one.name), f"{path}.{one.name}".lstrip(".")
        if one.kind in ("whole", "figure") and type(value) in (int, float) and value not in (0, 1):
            yield here, called, one.note.label, getattr(one.note, "unit", ""), value
        elif one.kind == "record" and value is not None:
            yield from _numbers(value, here, called)
        elif one.kind == "records":
            key = key_of(one.record) if one.record is not None else None
            for place, part in enumerate(value):
                name = getattr(part, key) if key else place
                yield from _numbers(part, (*here, place), f"{called}[{name}]")
