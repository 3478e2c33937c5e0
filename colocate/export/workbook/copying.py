"""Which recorded figures have one formula between them: that of the cell before, copied to the right or down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from colocate.export.workbook.sheet import Spot, moves, range_moves
from colocate.model.recording.nodes import Node

Way = tuple[int, int]
"""Rows and columns from a cell to the one that its formula is copied to."""

RIGHT, DOWN = (0, 1), (1, 0)


class Copies:
    """Tells copies of formulas; `spots` has the cells of figures."""

    def __init__(self, spots: Mapping[Node, Spot]) -> None:
        self.spots = spots

    def of_formulas(self, nodes: Iterable[Node], way: Way) -> list[list[Node]]:
        """Part figures, in the order in which they stand, where the formula of one is no copy of the one before."""
        parts: list[list[Node]] = []
        last: Node | None = None
        for node in nodes:
            if last is not None and self._behind(node, last, way) and self.formula(node, last, way):
                parts[-1].append(node)
            else:
                parts.append([node])
            last = node
        return parts

    def of_references(self, nodes: Iterable[Node]) -> list[list[Node]]:
        """Part figures, one a year, where the reference to one is no copy of that to the year before."""
        parts: list[list[Node]] = []
        last: Node | None = None
        for node in nodes:
            if last is not None and self.one(node, last, RIGHT):
                parts[-1].append(node)
            else:
                parts.append([node])
            last = node
        return parts

    def _behind(self, node: Node, before: Node, way: Way) -> bool:
        spot, there = self.spots[node], self.spots[before]
        return (spot.row - there.row, spot.column - there.column) == way

    def formula(self, node: Node, before: Node, way: Way) -> bool:
        """Tell whether the formula of a figure is that of another, copied one cell on."""
        name, of, other = node.name, node.of, before.of
        if name != before.name or len(of) != len(other):
            return False
        if name == "sum":
            return self._sum(of[0], other[0], way)
        for part, there in zip(of, other, strict=True):
            if not (self.one(part, there, way) if isinstance(part, Node) else self._range(part, there, way)):
                return False
        return True

    def one(self, node: Node, before: Node, way: Way) -> bool:
        """Tell whether a reference to a figure, or what stands for it, is that to another, copied one cell on."""
        spot, there = self.spots.get(node), self.spots.get(before)
        if spot is None or there is None:
            if spot is not there:
                return False
            if node.is_constant or before.is_constant:
                return node is before
            return bool(node.name) and self.formula(node, before, way)
        return self._cell(spot, there, way)

    def _cell(self, spot: Spot, there: Spot, way: Way) -> bool:
        if not moves(spot):
            return spot == there
        return spot.sheet is there.sheet and moves(there) and (spot.row - there.row, spot.column - there.column) == way

    def _range(self, listed: Sequence[Any], before: Sequence[Any], way: Way) -> bool:
        ends, there = ([self.spots[one[0]], self.spots[one[-1]]] for one in (listed, before))
        if range_moves(*ends) != range_moves(*there):
            return False
        if not range_moves(*ends):
            return ends == there
        return all(self._cell(spot, other, way) for spot, other in zip(ends, there, strict=True))

    def _sum(self, listed: Sequence[Node], before: Sequence[Node], way: Way) -> bool:
        """Tell whether a sum is another copied one cell on; only of figures below each other, whose range moves."""
        if len(listed) != len(before) or not all(map(self.one, listed, before, [way] * len(listed))):
            return False
        columns: list[Sequence[Any]] = [listed]
        if not any(node in self.spots for node in listed):
            if any(node.name != "*" for node in listed):
                return False
            columns = [[node.of[0] for node in listed], [node.of[1] for node in listed]]
        return all(self._below(one, other) for column in columns for one, other in pairwise(column))

    def _below(self, one: Any, other: Any) -> bool:
        """Tell whether two figures of a sum stand below each other among the years, or neither has a cell."""
        first, second = self.spots.get(one), self.spots.get(other)
        if first is None or second is None:
            return first is second
        return range_moves(first, second) and first.sheet is second.sheet
