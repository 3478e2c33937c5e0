"""A recorded figure written as a formula of a cell: references to cells where its parts stand, the rest in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from colocate.export.workbook.sheet import Sheet, Spot, cell_of, range_of
from colocate.model.recording.nodes import CHOICES, Node

COMPARED, ADDED, MULTIPLIED, NEGATIVE, RAISED, ALONE = range(6)
"""How tightly a part of a formula holds together; a looser one stands in brackets inside a tighter one."""

SIGNS = {
    "+": (ADDED, ADDED, MULTIPLIED),
    "-": (ADDED, ADDED, MULTIPLIED),
    "*": (MULTIPLIED, MULTIPLIED, RAISED),
    "/": (MULTIPLIED, MULTIPLIED, RAISED),
    "^": (RAISED, ALONE, ALONE),
}
"""For each sign how tightly it holds, and how tightly what stands before and behind it must."""

NAMED = {
    "min": "MIN({},{})",
    "max": "MAX({},{})",
    "mod": "MOD({},{})",
    "exp": "EXP({})",
    "expm1": "EXP({})-1",
    "log": "LN({})",
    "log1p": "LN(1+{})",
    "sqrt": "SQRT({})",
    "abs": "ABS({})",
    "sin": "SIN({})",
    "cos": "COS({})",
    "asin": "ASIN({})",
    "radians": "RADIANS({})",
    "floor": "INT({})",
    "ceil": "-INT(-{})",
    "same": "{}",
}
HOLDS = {"expm1": ADDED, "ceil": NEGATIVE, "same": COMPARED}
NEEDS = {"log1p": MULTIPLIED, "ceil": RAISED}

PLAIN_NUMBERS = (0.0, 1.0, 12.0)
"""The only numbers that stand in formulas."""


class Writer:
    """Writes formulas; `spots` has the cells of figures, `of_number` where a plain number of the formulas stands."""

    def __init__(self, spots: dict[Node, Spot], of_number: Callable[[float, Sheet | None], tuple[str, int]]) -> None:
        self.spots = spots
        self.of_number = of_number

    def formula(self, node: Node, sheet: Sheet | None) -> str:
        """Write the formula of a figure's own cell."""
        if node.name in CHOICES:
            return f"IF({self._asked(node, sheet, own=True)},1,0)"
        return self._written(node, sheet)[0]

    def reference(self, node: Node, sheet: Sheet | None) -> str:
        """Write a figure: the cell where it stands, or its formula."""
        return self._part(node, sheet, COMPARED)

    def _part(self, node: Node, sheet: Sheet | None, needed: int) -> str:
        spot = self.spots.get(node)
        if spot is not None:
            return cell_of(spot, sheet)
        if node.is_constant:
            text, holds = self.number(node.value, sheet)
        elif node.name in CHOICES:
            return f"IF({self._asked(node, sheet)},1,0)"
        else:
            text, holds = self._written(node, sheet)
        return text if holds >= needed else f"({text})"

    def number(self, value: float, sheet: Sheet | None) -> tuple[str, int]:
        """Write a number: plainly where it is 0, 1 or 12, else as the cell that holds it."""
        if value in PLAIN_NUMBERS:
            return f"{value:.0f}", ALONE
        if -value in PLAIN_NUMBERS:
            return f"{value:.0f}", NEGATIVE
        return self.of_number(value, sheet)

    def _written(self, node: Node, sheet: Sheet | None) -> tuple[str, int]:
        name, of = node.name, node.of
        signs = SIGNS.get(name)
        if signs is not None:
            holds, before, behind = signs
            return f"{self._part(of[0], sheet, before)}{name}{self._part(of[1], sheet, behind)}", holds
        if name == "negative":
            return f"-{self._part(of[0], sheet, ALONE)}", NEGATIVE
        if name == "if":
            one, other = (self._part(part, sheet, COMPARED) for part in of[1:])
            return f"IF({self._asked(of[0], sheet)},{one},{other})", ALONE
        if name == "sum":
            return self._sum(of[0], sheet), ALONE
        if name == "index":
            return f"INDEX({self.range(of[0], sheet)},{self._part(of[1], sheet, ADDED)}+1)", ALONE
        if name == "reached":
            return self._reached(of, sheet), MULTIPLIED
        if name == "due":
            return self._due(of, sheet), ALONE
        if name == "ratio":
            above, below = self._part(of[1], sheet, MULTIPLIED), self._part(of[2], sheet, RAISED)
            return f"IF({self._asked(of[0], sheet)},{above}/{below},{self._part(of[3], sheet, COMPARED)})", ALONE
        needed = NEEDS.get(name, COMPARED)
        written = NAMED[name].format(*(self._part(part, sheet, needed) for part in of))
        return written, HOLDS.get(name, ALONE)

    def _asked(self, node: Node, sheet: Sheet | None, *, own: bool = False) -> str:
        """Write a condition."""
        if node in self.spots and not own:
            return f"{cell_of(self.spots[node], sheet)}=1"
        if node.name in ("and", "or"):
            return f"{node.name.upper()}({','.join(self._asked(part, sheet) for part in node.of)})"
        if node.name == "not":
            return f"NOT({self._asked(node.of[0], sheet)})"
        if node.name in CHOICES:
            return f"{self._part(node.of[0], sheet, ADDED)}{node.name}{self._part(node.of[1], sheet, ADDED)}"
        return f"{self._part(node, sheet, ADDED)}<>0"

    def _sum(self, nodes: Sequence[Node], sheet: Sheet | None) -> str:
        """Write a sum: a range where figures stand one below or beside the other, and one of products as such."""
        products = self._products(nodes, sheet)
        if products is not None:
            return products
        written, place = [], 0
        while place < len(nodes):
            end, step = place, None
            while end + 1 < len(nodes):
                way = self._way(nodes[end], nodes[end + 1])
                if way is None or step not in (None, way):
                    break
                end, step = end + 1, way
            run = nodes[place : end + 1]
            written.append(self.range(run, sheet) if len(run) > 1 else self._part(run[0], sheet, COMPARED))
            place = end + 1
        return f"SUM({','.join(written)})"

    def _products(self, nodes: Sequence[Node], sheet: Sheet | None) -> str | None:
        """Write a sum of products of figures that stand one behind the other; None where it is none."""
        if any(node.name != "*" or node in self.spots for node in nodes):
            return None
        ranges, ways = [], set()
        for one in range(2):
            factors = [node.of[one] for node in nodes]
            ways |= {self._way(first, second) for first, second in pairwise(factors)}
            ranges.append((factors[0], factors[-1]))
        if len(ways) != 1 or None in ways:
            return None
        return f"SUMPRODUCT({','.join(self.range(ends, sheet) for ends in ranges)})"

    def _way(self, one: Node, other: Node) -> tuple[int, int] | None:
        """Tell whether a figure stands directly below or beside another, and which of the two."""
        first, second = self.spots.get(one), self.spots.get(other)
        if first is None or second is None or first.sheet is not second.sheet:
            return None
        way = (second.row - first.row, second.column - first.column)
        return way if way in ((1, 0), (0, 1)) else None

    def range(self, nodes: Sequence[Node], sheet: Sheet | None) -> str:
        """Write a list of figures that stand one behind the other."""
        return range_of(self.spots[nodes[0]], self.spots[nodes[-1]], sheet)

    def _reached(self, of: Sequence[Any], sheet: Sheet | None) -> str:
        """Write what a table of levels comes to up to a month: whole levels, and the part of the one it falls in."""
        begins, ends, levels = (self.range(one, sheet) for one in of[:3])
        month = self._part(of[3], sheet, MULTIPLIED)
        whole = f"({ends}<={month})*({begins}<{ends})*({ends}-{begins})"
        begun = f"({begins}<{month})*({ends}>{month})*({month}-{begins})"
        return f"SUMPRODUCT({whole}+{begun},{levels})/12"

    def _due(self, of: Sequence[Any], sheet: Sheet | None) -> str:
        """Write the sum of the products of figures whose month lies after one and not after another."""
        months, *factors = (self.range(one, sheet) for one in of[:-2])
        begun, ended = (self._part(one, sheet, MULTIPLIED) for one in of[-2:])
        return f"SUMPRODUCT(({months}>{begun})*({months}<={ended}),{','.join(factors)})"
