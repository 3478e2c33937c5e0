"""Ranges taken from classes of past projects: what was planned, times the ratio of outcome to plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from colocate.case.optimism import RatioShape
from colocate.casefile.central import range_of
from colocate.casefile.faults import Fault, did_you_mean, fault_at
from colocate.message import Message
from colocate.quantity import Measure, PlannedKind, Shape

Classes = Mapping[str, Mapping[str, Any]]
Central = tuple[float, float, float]

BY_HAND = ("low", "mode", "high", "shape", "probability")
"""What a table with a reference class leaves out: all of it follows."""

ENDS = ("low", "mode", "high")


def classes_in(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Give the reference classes of a document by id, as they are written; what has the wrong form is passed over."""
    written = document.get("reference_classes")
    found: dict[str, Mapping[str, Any]] = {}
    for one in written if isinstance(written, list) else []:
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            found.setdefault(one["id"], one)
    return found


def ratio_in(written: Mapping[str, Any]) -> tuple[RatioShape, Central] | None:
    """Give shape, low, mode and high of a written class's ratio; None where it is at fault, which its rule tells."""
    ratio, shape = written.get("ratio"), written.get("shape", "pert")
    if not isinstance(ratio, Mapping) or shape not in get_args(RatioShape) or not set(ratio) <= set(ENDS):
        return None
    found = range_of(dict(ratio), shape, "")
    return None if isinstance(found, list) else (shape, found)


def times_ratio(plan: float, ratio: float, planned: PlannedKind) -> float:
    """Give what comes of a plan at a ratio of outcome to plan; of a duration only what goes beyond it, the delay.

    Rounded to twelve digits, so that 170 at 1.24 is 210.8.

    >>> times_ratio(170, 1.24, "capital cost"), times_ratio(14, 1.5, "duration")
    (210.8, 7.0)
    """
    return float(f"{plan * (ratio - 1.0 if planned == 'duration' else ratio):.12g}")


def from_class(
    table: Mapping[str, Any], path: str, measure: Measure, classes: Classes
) -> tuple[Shape, Central] | list[Fault]:
    """Work out the shape, low, mode and high of a figure that names its plan and a class; or what is wrong with it."""
    name, plan = table.get("reference_class"), table.get("plan")
    if not isinstance(name, str):
        return [
            fault_at(f"{path}.reference_class", "is missing", "Due beside plan: the id of one of the reference_classes")
        ]
    if plan is None:
        return [fault_at(f"{path}.plan", "is missing", "Due beside reference_class: the figure as planned")]
    by_hand = [
        fault_at(
            f"{path}.{key}", "stands beside a reference class, from which it follows", "Leave it out, or the class"
        )
        for key in BY_HAND
        if key in table
    ]
    if by_hand:
        return by_hand
    written = classes.get(name)
    if written is None:
        problem = Message('there is no reference class "{name}"', name=name[:60])
        return [Fault(f"{path}.reference_class", problem, did_you_mean(name, list(classes)))]
    planned = written.get("planned")
    if not measure.planned:
        return [
            fault_at(
                f"{path}.reference_class",
                "is not for {label}, which no plan is made of",
                "Write low, mode and high",
                label=Message(measure.label),
            )
        ]
    if planned != measure.planned:
        return [
            fault_at(
                f"{path}.reference_class",
                '"{name}" is a class of {found}, not of {due}',
                "Name a class with planned = {due}",
                name=name,
                found=str(planned),
                due=measure.planned,
            )
        ]
    if plan <= 0:
        return [fault_at(f"{path}.plan", "{plan} has no range: a class tells ratios", "Due: more than 0", plan=plan)]
    ratio = ratio_in(written)
    if ratio is None:
        return []
    shape, ends = ratio
    low, mode, high = (times_ratio(plan, end, measure.planned) for end in ends)
    return shape, (low, mode, high)


def made_by_hand(table: Mapping[str, Any], classes: Classes) -> dict[str, Any]:
    """Give the numbers and the shape that a table with a class comes to, for one that is changed by hand from here on.

    Empty where plan or class are at fault.
    """
    written, plan = classes.get(str(table.get("reference_class"))), table.get("plan")
    ratio = None if written is None else ratio_in(written)
    if written is None or ratio is None or not isinstance(plan, (int, float)):
        return {}
    shape, ends = ratio
    numbers: dict[str, Any] = {
        key: times_ratio(plan, end, written.get("planned", "capital cost")) for key, end in zip(ENDS, ends, strict=True)
    }
    return numbers | {"shape": shape}
