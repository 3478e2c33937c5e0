"""What of a recording gets cells of its own: what is used more than once, looked into, or too long for one formula."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from colocate.model.recording.arrays import Recorded, known_cells
from colocate.model.recording.nodes import COMPARED, Node, Step, led_to
from colocate.model.worked import Recording

MOST_OPERATIONS = 6
"""Operations of a formula beyond which a part of it gets a cell of its own."""

SHORT_SUM = 3
"""Parts of a sum below which they need no cells side by side."""


class Plan:
    """Which figures are used at all, in the order of their making, and which steps get cells."""

    def __init__(self, recording: Recording) -> None:
        self.used: set[Node] = set()
        self.outputs: set[Node] = set()
        self.steps: list[Step] = []
        self.kept: set[Step] = set()
        for node in results_of(recording):
            self.outputs.add(node)
        self._find_used()
        self._decide()

    def _find_used(self) -> None:
        led_to(self.outputs, self.used, set())
        steps = {node.step for node in self.used if node.step is not None}
        self.steps = sorted(steps, key=lambda step: step.number)

    def _decide(self) -> None:
        """Keep steps whose figures are used more than once or must stand side by side, and cut long formulas."""
        often: set[Step] = set()
        once: set[Node] = set()
        lists: dict[int, tuple[Node, tuple[Node, ...]]] = {}
        below: dict[Step, set[Step]] = {}
        for node in self.used:
            step = node.step
            if step is None:
                continue
            for operand in node.of:
                if not isinstance(operand, Node):
                    lists.setdefault(id(operand), (node, operand))
                    continue
                part = operand.step
                if part is step:
                    self.kept.add(step)
                elif part is not None:
                    below.setdefault(step, set()).add(part)
                    if operand in once:
                        often.add(part)
                    once.add(operand)
        for node, operand in lists.values():
            self._keep_list(node, operand, once)
        for step in often:
            self._keep(step)
        self.kept |= {node.step for node in self.outputs if node.step is not None}
        sizes: dict[Step, int] = {}
        for step in self.steps:
            size = 1 + sum(sizes.get(part, 0) for part in below.get(step, ()) if part not in self.kept)
            if size > MOST_OPERATIONS:
                self.kept.add(step)
            sizes[step] = size

    def _keep(self, step: Step) -> None:
        """Keep a step, or where it only compares a figure with a plain number, what it compares."""
        if all(node.name in COMPARED and any(one.is_constant for one in node.of) for node in step.nodes):
            self.kept |= {one.step for node in step.nodes for one in node.of if one.step is not None}
        else:
            self.kept.add(step)

    def _keep_list(self, node: Node, operand: tuple[Node, ...], once: set[Node]) -> None:
        """Keep a list that is looked into, and the parts of a sum: of one of products what is multiplied."""
        if node.name == "sum" and len(operand) < SHORT_SUM:
            return
        if node.name == "sum" and all(one.name == "*" and one not in once for one in operand):
            operand = tuple(factor for one in operand for factor in one.of)
        self.kept |= {one.step for one in operand if one.step is not None}


def results_of(recording: Recording) -> Iterable[Node]:
    """Give every figure that the sheets show: factors of lines, what brings lines to today, and their dates."""
    prices = recording.prices
    for figure in (prices.discount, prices.annuity):
        yield from nodes_of(figure)
    for option in recording.options:
        for line in option.lines:
            for factor in line.factors:
                yield from nodes_of(factor.value)
            if line.moment is not None:
                yield from nodes_of(line.moment.discount)
                yield from nodes_of(line.moment.month)
            if line.paid is not None:
                yield from nodes_of(line.paid.discount)
                yield from nodes_of(line.paid.months)


def nodes_of(figure: Any) -> list[Node]:
    """Give the nodes of a figure, none of a plain one."""
    return known_cells(figure).ravel().tolist() if isinstance(figure, Recorded) else []
