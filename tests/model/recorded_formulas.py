"""Recorded formulas worked out again with other inputs, as a spreadsheet would."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from colocate.model.recording.nodes import Node


def _power(base: float, exponent: float) -> float:
    return float(base**exponent)


def _divided(one: float, other: float) -> float:
    return one / other if other else math.nan


def _exp(one: float) -> float:
    return math.exp(min(one, 709.0))


WORKED: Mapping[str, Callable[..., Any]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": _divided,
    "^": _power,
    "min": min,
    "max": max,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
    "and": lambda one, other: bool(one) and bool(other),
    "or": lambda one, other: bool(one) or bool(other),
    "not": lambda one: not one,
    "mod": lambda one, other: one % other,
    "negative": lambda one: -one,
    "exp": _exp,
    "expm1": lambda one: math.expm1(min(one, 709.0)),
    "log": lambda one: math.log(one) if one > 0 else math.nan,
    "log1p": lambda one: math.log1p(one) if one > -1 else math.nan,
    "sqrt": lambda one: math.sqrt(one) if one >= 0 else math.nan,
    "abs": abs,
    "sin": math.sin,
    "cos": math.cos,
    "asin": lambda one: math.asin(max(-1.0, min(1.0, one))),
    "radians": math.radians,
    "floor": math.floor,
    "ceil": math.ceil,
    "if": lambda tells, one, other: one if tells else other,
    "same": lambda one: one,
}
"""What each operation does with the values of its operands; those that look into lists stand in `worked`."""


def worked(name: str, operands: Sequence[Any]) -> float:
    """Work one operation out; a list among the operands has the values of its figures.

    >>> worked("sum", [[1.0, 2.0]]), worked("index", [[5.0, 7.0], 1.0])
    (3.0, 7.0)
    """
    if name == "sum":
        return float(sum(operands[0]))
    if name == "index":
        return float(operands[0][int(operands[1])])
    if name == "reached":
        starts, ends, levels, month = operands
        stretches = (max(min(end, month) - start, 0.0) for start, end in zip(starts, ends, strict=True))
        return float(sum(stretch * level for stretch, level in zip(stretches, levels, strict=True))) / 12.0
    if name == "due":
        months, *factors, begun, ended = operands
        products = (math.prod(each) for each in zip(*factors, strict=True))
        return float(sum(one for month, one in zip(months, products, strict=True) if begun < month <= ended))
    if name == "ratio":
        tells, one, other, instead = operands
        return float(one / other if tells else instead)
    return float(WORKED[name](*operands))


def worked_again(nodes: Iterable[Node], values: Mapping[str, float]) -> dict[Node, float]:
    """Figures with other values of leaves, by their path; a leaf that is not named keeps its own."""
    found: dict[Node, float] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting[-1]
        missing = [part for part in node.parts() if part not in found]
        waiting.extend(missing)
        if not missing:
            found[waiting.pop()] = _value(node, found, values)
    return found


def _value(node: Node, found: Mapping[Node, float], values: Mapping[str, float]) -> float:
    if node.name:
        operands = [found[one] if isinstance(one, Node) else [found[each] for each in one] for one in node.of]
        return worked(node.name, operands)
    return values.get(node.leaf.path, node.value) if node.leaf is not None else node.value
