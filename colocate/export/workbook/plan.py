"""What of a recording gets cells of its own: what is used more than once, looked into, or too long for one formula."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from colocate.model.recording.arrays import Recorded, known_cells
from colocate.model.recording.nodes import Node, Step, led_to
from colocate.model.worked import Recording

MOST_OPERATIONS = 6
"""Operations of a formula beyond which a part of it gets a cell of its own."""


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
        """Keep steps that several others use, or whose figures must stand side by side, and cut long formulas."""
        users: dict[Step, set[tuple[int, int]]] = {}
        lists: set[int] = set()
        below: dict[Step, set[Step]] = {}
        for node in self.used:
            step = node.step
            if step is None:
                continue
            for slot, operand in enumerate(node.of):
                if isinstance(operand, Node):
                    part = operand.step
                    if part is not None and part is not step:
                        users.setdefault(part, set()).add((step.number, slot))
                        below.setdefault(step, set()).add(part)
                        if part.size < step.size:
                            self.kept.add(part)
                    elif part is step:
                        self.kept.add(step)
                elif id(operand) not in lists:
                    lists.add(id(operand))
                    self._keep_list(node, operand)
        self.kept |= {step for step, by in users.items() if len(by) > 1}
        self.kept |= {node.step for node in self.outputs if node.step is not None}
        sizes: dict[Step, int] = {}
        for step in self.steps:
            size = 1 + sum(sizes.get(part, 0) for part in below.get(step, ()) if part not in self.kept)
            if size > MOST_OPERATIONS:
                self.kept.add(step)
            sizes[step] = size

    def _keep_list(self, node: Node, operand: tuple[Node, ...]) -> None:
        """Keep a list that is looked into, and the parts of a sum."""
        if node.name == "sum" and len(operand) < 3:
            return
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
