"""Single operations noted on a tape, and what they come to where plain numbers make them none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from colocate.model.recording.nodes import CHOICES, Node, Step, Tape

INFINITE = float("inf")
ORDERED = ("<", "<=", ">", ">=")

NAMES: dict[Any, str] = {
    np.add: "+",
    np.subtract: "-",
    np.multiply: "*",
    np.true_divide: "/",
    np.power: "^",
    np.float_power: "^",
    np.minimum: "min",
    np.maximum: "max",
    np.less: "<",
    np.less_equal: "<=",
    np.greater: ">",
    np.greater_equal: ">=",
    np.equal: "=",
    np.not_equal: "<>",
    np.bitwise_and: "and",
    np.logical_and: "and",
    np.bitwise_or: "or",
    np.logical_or: "or",
    np.invert: "not",
    np.logical_not: "not",
    np.remainder: "mod",
    np.negative: "negative",
    np.exp: "exp",
    np.expm1: "expm1",
    np.log: "log",
    np.log1p: "log1p",
    np.sqrt: "sqrt",
    np.absolute: "abs",
    np.sin: "sin",
    np.cos: "cos",
    np.arcsin: "asin",
    np.radians: "radians",
    np.floor: "floor",
    np.ceil: "ceil",
}
ASKED = (np.isfinite, np.isnan, np.isinf)
"""Questions about figures that no formula is made of."""


def noted(tape: Tape, step: Step, name: str, columns: Sequence[Sequence[Node]], values: Sequence[float]) -> list[Node]:
    """Note an operation for each figure of an array; `columns` has the operands, one list for each."""
    nodes = []
    for place, (of, result) in enumerate(zip(zip(*columns, strict=True), values, strict=True)):
        simple = simplified(tape, name, of, result)
        nodes.append(tape.found_or_put(step, place, name, of, result) if simple is None else simple)
    if len(step.nodes) == 1 and len(nodes) > 1 and len(set(nodes)) == 1:
        step.shape, step.layout = (), ""  # the same figure in every place is one figure
        step.nodes[0].place = 0
    tape.keep(step)
    return nodes


def sums_noted(tape: Tape, step: Step, rows: Iterable[Sequence[Node]], values: Sequence[float]) -> list[Node]:
    """Note the sum of each row of figures."""
    nodes = []
    for place, (row, result) in enumerate(zip(rows, values, strict=True)):
        some = [node for node in row if not _is(node, 0.0)]
        if not some:
            nodes.append(tape.constant(0.0))
        elif len(some) == 1 and some[0].name not in CHOICES:
            nodes.append(some[0])
        else:
            nodes.append(tape.found_or_put(step, place, "sum", (tuple(some),), float(result)))
    tape.keep(step)
    return nodes


def running_noted(tape: Tape, step: Step, name: str, parts: Sequence[Node], values: Sequence[float]) -> list[Node]:
    """Note a running sum, product or maximum: each figure refers to the one before it."""
    nodes = [tape.found_or_put(step, 0, "same", (parts[0],), float(values[0]), (name, *parts))]
    for place, (part, result) in enumerate(zip(parts[1:], values[1:], strict=True), start=1):
        nodes.append(tape.found_or_put(step, place, name, (nodes[-1], part), float(result)))
    tape.keep(step)
    return nodes


def simplified(tape: Tape, name: str, of: tuple[Node, ...], value: float) -> Node | None:
    """Give what an operation comes to where plain numbers make it none; None where it is one."""
    first, last = of[0], of[-1]
    at_first, at_last = first.is_constant, last.is_constant
    if not (at_first or at_last):
        return None
    endless = name in ORDERED and any(one.is_constant and abs(one.value) == INFINITE for one in of)
    if endless or (at_first and at_last and all(one.is_constant for one in of)):
        return tape.constant(float(value))
    rule = SIMPLE.get(name)
    return None if rule is None else rule(tape, of)


def _product(tape: Tape, of: tuple[Node, ...]) -> Node | None:
    one, other = of
    if _is(one, 0.0) or _is(other, 0.0):
        return tape.constant(0.0)
    return other if _is(one, 1.0) else one if _is(other, 1.0) else None


def _sum(_: Tape, of: tuple[Node, ...]) -> Node | None:
    one, other = of
    return other if _is(one, 0.0) else one if _is(other, 0.0) else None


def _second(number: float) -> Callable[[Tape, tuple[Node, ...]], Node | None]:
    """Drop a second operand that changes nothing."""
    return lambda _, of: of[0] if _is(of[1], number) else None


def _bound(number: float) -> Callable[[Tape, tuple[Node, ...]], Node | None]:
    """Drop a bound that is never reached, or all that lies within one that has no end."""

    def simple(tape: Tape, of: tuple[Node, ...]) -> Node | None:
        if _is(of[0], -number) or _is(of[1], -number):
            return tape.constant(-number)
        return of[1] if _is(of[0], number) else of[0] if _is(of[1], number) else None

    return simple


def _choice(_: Tape, of: tuple[Node, ...]) -> Node | None:
    if not of[0].is_constant:
        return None
    return of[1] if of[0].value else of[2]


def _both(tape: Tape, of: tuple[Node, ...]) -> Node | None:
    for one, other in (of, of[::-1]):
        if one.is_constant:
            return other if one.value else tape.constant(0.0)
    return None


def _is(node: Node, number: float) -> bool:
    return node.is_constant and node.value == number


SIMPLE: dict[str, Callable[[Tape, tuple[Node, ...]], Node | None]] = {
    "*": _product,
    "+": _sum,
    "-": _second(0.0),
    "/": _second(1.0),
    "^": _second(1.0),
    "min": _bound(INFINITE),
    "max": _bound(-INFINITE),
    "if": _choice,
    "and": _both,
}
