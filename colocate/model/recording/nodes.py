"""What a recording is made of: figures, each with the operation that it came from, and the steps that made them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from types import CodeType
from typing import Any, Literal

from colocate.quantity import Array

Layout = Literal["", "years", "parts of years"]
"""How a step lies: a list or a single figure, one figure a budget year, or so many for each year one after another."""


@dataclass(frozen=True, eq=False)
class Leaf:
    """A figure of the case that formulas start from: where it stands and what it is called.

    `changeable` tells an uncertain figure of the case, which may be given another value, from what gives the workbook
    its form: a count, a date, a length.
    """

    path: str
    label: str
    unit: str
    changeable: bool


class Node:
    """One figure: the operation and the figures that it came from, and its value in the worked case.

    `name` is the operation, empty for a constant; `of` its operands, each a node or a list of them; `leaf` what it is
    where it comes from the case itself. `step` and `place` tell which of the figures of which step it is.
    """

    __slots__ = ("leaf", "name", "of", "place", "step", "value")

    def __init__(self, name: str, of: tuple[Any, ...], value: float, leaf: Leaf | None = None) -> None:
        self.name = name
        self.of = of
        self.value = value
        self.leaf = leaf
        self.step: Step | None = None
        self.place = 0

    @property
    def is_constant(self) -> bool:
        """Tell whether it is a plain number of the formulas."""
        return not self.name and self.leaf is None

    def parts(self) -> Iterable[Node]:
        """Give every figure that it is worked out from directly."""
        for operand in self.of:
            if isinstance(operand, Node):
                yield operand
            else:
                yield from operand


class Step:
    """What one operation of the model made: its figures, in the order of their array, and the code that did it.

    `rows` is how many figures there are for each year where parts of years lie one after another; `part` tells lists
    apart that the same code makes.
    """

    __slots__ = ("code", "layout", "nodes", "number", "part", "rows", "section", "shape")

    def __init__(
        self, number: int, code: CodeType | None, section: str, shape: tuple[int, ...], layout: Layout, rows: int = 1
    ) -> None:
        self.number = number
        self.code = code
        self.section = section
        self.shape = shape
        self.layout = layout
        self.rows = rows
        self.part = ""
        self.nodes: list[Node] = []

    @property
    def does(self) -> str:
        """Return what it does: the part of a table that it is, or its operation."""
        return self.part or self.nodes[0].name

    def put(self, node: Node, place: int | None = None) -> Node:
        """Take a figure in, at a place of the array that it is of, or behind those that are there."""
        node.step, node.place = self, len(self.nodes) if place is None else place
        self.nodes.append(node)
        return node

    @property
    def size(self) -> int:
        """Return how many figures the array has that the step made; some may come from elsewhere."""
        return math.prod(self.shape)


LOOKED_INTO = ("index", "reached", "due")
"""Operations that look into lists."""

COMPARED = ("<", "<=", ">", ">=", "=", "<>")
CHOICES = (*COMPARED, "and", "or", "not")
"""Operations whose result is true or false."""


def led_to(figures: Iterable[Node], met: set[Node], lists: set[int]) -> list[Node]:
    """Give figures and all that they are worked out from, but for what was met before: `met` takes in the rest.

    `lists` has the identities of the lists that were looked through.
    """
    waiting, found = list(figures), []
    while waiting:
        node = waiting.pop()
        if node in met:
            continue
        met.add(node)
        found.append(node)
        for operand in node.of:
            if isinstance(operand, Node):
                waiting.append(operand)
            elif id(operand) not in lists:
                lists.add(id(operand))
                waiting.extend(operand)
    return found


class Tape:
    """What was recorded, in the order in which it was done; `section` is whose formulas run at the moment."""

    def __init__(self, years: int) -> None:
        self.years = years
        self.section = ""
        self.steps: list[Step] = []
        self.lists: dict[tuple[str, tuple[Node, ...]], tuple[Node, ...]] = {}
        self._of_all: dict[tuple[Any, ...], Node] = {}
        self._found: dict[str, dict[tuple[Any, ...], Node]] = {"": self._of_all}
        self._constants: dict[float, Node] = {}
        self._counted: dict[tuple[int, float, float], list[Node]] = {}
        begun = [self.constant(0.0)]
        self.year_step = self.step(None, (years + 1, 1), "years")
        counted = [self.year_step.put(Node("same", (begun[0],), 0.0))]
        for year in range(1, years + 1):
            counted.append(self.year_step.put(Node("+", (counted[-1], self.constant(1.0)), float(year))))
        self.month_step = self.step(None, (years + 1, 1), "years")
        twelve = self.constant(12.0)
        self.months = [self.month_step.put(Node("*", (twelve, year), 12.0 * year.value)) for year in counted]
        self.counted_years = counted

    def step(
        self, code: CodeType | None, shape: tuple[int, ...], layout: Layout, rows: int = 1, section: str | None = None
    ) -> Step:
        """Begin a step."""
        made = Step(len(self.steps), code, self.section if section is None else section, shape, layout, rows)
        self.steps.append(made)
        return made

    def found_or_put(
        self, step: Step, place: int, name: str, of: tuple[Any, ...], value: float, within: tuple[Any, ...] = ()
    ) -> Node:
        """Note an operation of a step, unless the same was done before by this section or for all: then give that.

        `within` tells what it is a part of, where it is the same only within the same.
        """
        if name in LOOKED_INTO:  # lists are kept, one object for each: to compare them entry by entry takes long
            key: tuple[Any, ...] = (name, *(one if isinstance(one, Node) else id(one) for one in of))
        else:
            key = (name, *of, *within)
        here = self._found.get(self.section)
        if here is None:
            here = self._found[self.section] = {}
        known = here.get(key) or self._of_all.get(key)
        if known is None:
            known = here[key] = step.put(Node(name, of, value), place)
        return known

    def keep(self, step: Step) -> None:
        """Forget a step that came to nothing new."""
        if not step.nodes and self.steps[-1] is step:
            self.steps.pop()

    def constant(self, value: float) -> Node:
        """Give the node of a plain number; one for each number."""
        node = self._constants.get(value)
        if node is None:
            node = self._constants[value] = Node("", (), float(value))
        return node

    def constants(self, values: Array) -> list[Node]:
        """Give nodes for an array of plain numbers: those that count up evenly refer to each other."""
        listed: list[float] = values.ravel().tolist()
        if len(listed) < 2 or len(set(listed)) == 1:
            return [self.constant(float(value)) for value in listed]
        first, by = listed[0], listed[1] - listed[0]
        if by < 0:
            return self._turned(values)
        if any(value != first + by * place for place, value in enumerate(listed)):
            return [self.constant(float(value)) for value in listed]
        return self._count(len(listed), float(first), float(by))

    def _turned(self, values: Array) -> list[Node]:
        """Give nodes for plain numbers that count down: what counts up, with the sign turned."""
        up = self.constants(-values)
        if all(one.is_constant for one in up):
            return [self.constant(float(value)) for value in values.ravel().tolist()]
        key = (len(up), -up[0].value, up[0].value - up[1].value)
        if key not in self._counted:
            step = self.step(None, (len(up), 1), up[0].step.layout if up[0].step else "", section="")
            self._counted[key] = [step.put(Node("negative", (one,), -one.value)) for one in up]
        return self._counted[key]

    def _count(self, many: int, first: float, by: float) -> list[Node]:
        before = first / by
        if by in (1.0, 12.0) and before == int(before) and 0 <= before <= self.years + 1 - many:
            row = self.counted_years if by == 1.0 else self.months
            return row[int(before) : int(before) + many]
        key = (many, first, by)
        if key not in self._counted:
            shape = (many, 1)
            if by in (1.0, 12.0) and 0 < first < by and many <= self.years:
                begins = self.counted_years if by == 1.0 else self.months
                step, offset = self.step(None, shape, "years", section=""), self.constant(first)
                nodes = [Node("+", (begun, offset), begun.value + first) for begun in begins[:many]]
            else:
                step, each = self.step(None, shape, "", section=""), self.constant(by)
                nodes = [Node("same", (self.constant(first),), first)]
                for _ in range(1, many):
                    nodes.append(Node("+", (nodes[-1], each), nodes[-1].value + by))
            self._counted[key] = [step.put(node) for node in nodes]
        return self._counted[key]
