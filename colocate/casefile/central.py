"""The ends and the most likely value of a figure, from the numbers written for it; or what is wrong with them."""

from __future__ import annotations

import math

from colocate.casefile.faults import Fault, fault_at
from colocate.message import Message
from colocate.quantity import Shape

NORMAL_95 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""


def yes_or_no(numbers: dict[str, float], path: str) -> tuple[float, float, float] | list[Fault]:
    """Give 0, the likelier answer and 1 of a chance, from its probability."""
    chance = numbers.get("probability")
    if chance is None:
        return [fault_at(f"{path}.probability", "is missing", "Due: a number from 0 to 1")]
    if not 0.0 <= chance <= 1.0:
        return [
            fault_at(f"{path}.probability", "{chance} is not a probability", "Due: a number from 0 to 1", chance=chance)
        ]
    mode = numbers.get("mode", 1.0 if chance > 0.5 else 0.0)
    if mode not in (0, 1) or "low" in numbers or "high" in numbers:
        return [fault_at(path, "a chance has a probability, and no low or high", "Leave low, mode and high out")]
    return 0.0, float(mode), 1.0


def range_of(numbers: dict[str, float], shape: Shape, path: str) -> tuple[float, float, float] | list[Fault]:
    """Give low, mode and high of any other figure; the mode is worked out where it follows from the ends."""
    low, mode, high = (numbers.get(key) for key in ("low", "mode", "high"))
    if "probability" in numbers:
        return [
            fault_at(f"{path}.probability", 'belongs to the shape "yes/no", not "{shape}"', "Leave it out", shape=shape)
        ]
    if shape == "fixed":
        if low is not None or high is not None:
            return [fault_at(path, "a fixed figure has no low or high", "Leave them out, or name another shape")]
        if mode is None:
            return [fault_at(f"{path}.mode", "is missing", "Due: the value of the figure")]
        return float(mode), float(mode), float(mode)
    if low is None or high is None:
        missing = "low" if low is None else "high"
        return [fault_at(f"{path}.{missing}", "is missing", "A range has both low and high")]
    if low > high:
        return [
            fault_at(f"{path}.low", "{low} is above high ({high})", "Exchange them, or mend one", low=low, high=high)
        ]
    if low == high:
        return [
            fault_at(f"{path}.low", "{low} is high as well: no range", "Write mode alone, or widen the range", low=low)
        ]
    if shape == "lognormal" and low <= 0:
        return [
            fault_at(f"{path}.low", "{low}: a lognormal figure is above 0", "Raise low, or name another shape", low=low)
        ]
    centre = mode_of(shape, low, high)
    if mode is None:
        if centre is None:
            return [
                fault_at(
                    f"{path}.mode", "is missing", 'Due for the shape "{shape}": the most likely value', shape=shape
                )
            ]
        return float(low), centre, float(high)
    if not low <= mode <= high:
        below = Message("{mode} is below low ({low})", mode=mode, low=low)
        above = Message("{mode} is above high ({high})", mode=mode, high=high)
        move = Message("Move it between low and high, or widen the range")
        return [Fault(f"{path}.mode", below if mode < low else above, move)]
    if shape in ("normal", "lognormal") and centre is not None and abs(mode - centre) > 1e-6 * max(1.0, abs(centre)):
        return [
            fault_at(
                f"{path}.mode",
                "{mode} does not follow from low and high: the mode of a {shape} figure is {centre} there",
                "Leave mode out",
                mode=mode,
                shape=shape,
                centre=f"{centre:.6g}",
            )
        ]
    return float(low), float(mode), float(high)


def mode_of(shape: Shape, low: float, high: float) -> float | None:
    """Give the mode that follows from the ends; None where it has to be stated."""
    if shape in ("uniform", "normal"):
        return (low + high) / 2.0
    if shape == "lognormal":
        middle = (math.log(low) + math.log(high)) / 2.0
        spread = (math.log(high) - math.log(low)) / (2.0 * NORMAL_95)
        return math.exp(middle - spread**2)
    return None
