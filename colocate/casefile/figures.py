"""A figure as it is written in a file, turned into a quantity; or, in words, why it cannot be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.message import Message
from colocate.quantity import Measure, Quantity, Shape
from colocate.units import limits_of, scale

NUMBERS = ("low", "mode", "high", "probability", "settled")
"""The numbers that a figure's table may hold."""

CHAIN_LIMIT = 20
"""How many shared figures may name one another in a row."""

STATED = Message("stated in the case as an exact figure")
"""The source of a bare number."""

NORMAL_95 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""


@dataclass(frozen=True)
class Found:
    """Where a figure's own words stand in the file, after following the names of shared figures."""

    path: str
    written: Any


def follow(written: Any, path: str, shared: Mapping[str, Any]) -> Found | Fault:
    """Follow a name such as "shared.rent" to where the figure is written; a Fault where it leads nowhere or round."""
    seen: list[str] = []
    while isinstance(written, str):
        name = written.removeprefix("shared.")
        if not written.startswith("shared.") or name not in shared:
            known = [f"shared.{key}" for key in shared]
            return Fault(
                path, Message('there is no shared figure "{name}"', name=written), did_you_mean(written, known)
            )
        if name in seen:
            circle = " -> ".join(f"shared.{key}" for key in [*seen[seen.index(name) :], name])
            return fault_at(
                path, "goes round in a circle: {circle}", "Write one of them as a number or a table", circle=circle
            )
        seen.append(name)
        if len(seen) > CHAIN_LIMIT:
            return fault_at(path, "leads through more than {most} names", "Name the figure itself", most=CHAIN_LIMIT)
        path, written = f"shared.{name}", shared[name]
    return Found(path, written)


def read_quantity(found: Found, measure: Measure, units: tuple[str, ...]) -> Quantity | list[Fault]:
    """Turn a number or a table into a quantity in one of the units due; the faults where it is not one."""
    path, written = found.path, found.written
    if isinstance(written, bool) or not isinstance(written, (int, float, dict)):
        return []
    if isinstance(written, dict):
        return _read_table(written, path, measure, units)
    if not _is_number(written):
        return []
    value = float(written)
    faults = _limits(path, value, measure, units[0])
    if measure.unit == "yes/no" and value not in (0.0, 1.0):
        faults = [
            fault_at(
                path, "{value} is neither 0 (no) nor 1 (yes)", "Write shape and probability for a chance", value=value
            )
        ]
    if faults:
        return faults
    return Quantity(
        path=path,
        label=measure.label,
        mode=value,
        unit=units[0],
        low=value,
        high=value,
        shape="fixed",
        source=str(STATED),
        source_told=STATED,
        quality="exact",
        scale=scale(units[0]),
        help=measure.help,
        dated=measure.dated,
        least=_possible(measure)[0],
        most=_possible(measure)[1],
    )


def _read_table(table: dict[str, Any], path: str, measure: Measure, units: tuple[str, ...]) -> Quantity | list[Fault]:
    numbers: dict[str, float] = {key: table[key] for key in NUMBERS if key in table}
    if not all(_is_number(number) for number in numbers.values()):
        return []
    faults = []
    unit = table.get("unit")
    if not isinstance(unit, str):
        unit = units[0]
    if unit not in units:
        faults.append(
            Fault(f"{path}.unit", Message('"{unit}" is not the unit due here', unit=unit), _units(units, measure))
        )
    shape = table.get("shape", "pert" if "low" in numbers or "high" in numbers else "fixed")
    central: tuple[float, float, float] | list[Fault]
    if shape == "yes/no" and measure.unit != "yes/no":
        central = [
            fault_at(
                f"{path}.shape", '"yes/no" is no shape for {label}', "Name another shape", label=Message(measure.label)
            )
        ]
    elif shape == "yes/no":
        central = _yes_or_no(numbers, path)
    elif measure.unit == "yes/no":
        central = [
            fault_at(path, 'a chance has the shape "yes/no", not "{shape}"', "Write shape and probability", shape=shape)
        ]
    elif shape not in get_args(Shape):
        return faults
    else:
        central = _range(numbers, shape, path)
    if isinstance(central, list):
        return faults + central
    low, mode, high = central
    for key, number in (("low", low), ("mode", mode), ("high", high)):
        faults += _limits(f"{path}.{key}" if key in numbers else path, number, measure, unit)
    settled = numbers.get("settled")
    faults += _settled(f"{path}.settled", settled, measure, unit)
    if faults or not all(isinstance(table.get(key), str) for key in ("unit", "source", "quality")):
        return faults
    return Quantity(
        path=path,
        label=measure.label,
        mode=mode,
        unit=unit,
        low=low,
        high=high,
        shape=shape,
        source=table["source"],
        quality=table["quality"],
        scale=scale(unit),
        lever=bool(table.get("lever", False)),
        probability=numbers.get("probability"),
        help=measure.help,
        dated=measure.dated,
        least=_possible(measure)[0],
        most=_possible(measure)[1],
        settled=None if settled is None else float(settled),
    )


def _units(units: tuple[str, ...], measure: Measure) -> Message:
    """Say which units are due: one, or one of two where an amount may be told by the year or by the month."""
    label = Message(measure.label)
    if len(units) == 1:
        return Message('Due: "{unit}" ({label})', unit=units[0], label=label)
    return Message('Due: "{first}" or "{second}" ({label})', first=units[0], second=units[1], label=label)


def _settled(path: str, value: float | None, measure: Measure, unit: str) -> list[Fault]:
    """A settled value may lie outside the range, but not beyond what the figure can be."""
    if value is None:
        return []
    if measure.unit == "yes/no" and value not in (0, 1):
        return [fault_at(path, "{value} is neither 0 (no) nor 1 (yes)", "Due: 0 or 1", value=value)]
    return _limits(path, value, measure, unit)


def _yes_or_no(numbers: dict[str, float], path: str) -> tuple[float, float, float] | list[Fault]:
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


def _range(numbers: dict[str, float], shape: Shape, path: str) -> tuple[float, float, float] | list[Fault]:
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
    centre = _mode_of(shape, low, high)
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


def _mode_of(shape: Shape, low: float, high: float) -> float | None:
    if shape in ("uniform", "normal"):
        return (low + high) / 2.0
    if shape == "lognormal":
        middle = (math.log(low) + math.log(high)) / 2.0
        spread = (math.log(high) - math.log(low)) / (2.0 * NORMAL_95)
        return math.exp(middle - spread**2)
    return None


def _limits(path: str, value: float, measure: Measure, unit: str) -> list[Fault]:
    if measure.least is not None and value < measure.least:
        return [
            fault_at(
                path,
                "{value} is too low for {label}",
                "Due: {least} or more, in {unit}",
                value=value,
                label=Message(measure.label),
                least=measure.least,
                unit=unit,
            )
        ]
    if measure.most is not None and value > measure.most:
        return [
            fault_at(
                path,
                "{value} is too high for {label}",
                "Due: {most} or less, in {unit}",
                value=value,
                label=Message(measure.label),
                most=measure.most,
                unit=unit,
            )
        ]
    limits = limits_of(measure.unit)
    if not limits.least <= value <= limits.most:
        return [
            fault_at(
                path,
                "{value} is beyond what {label} can be",
                "Due: {least} to {most}, in {unit}",
                value=value,
                label=Message(measure.label),
                least=limits.least,
                most=limits.most,
                unit=unit,
            )
        ]
    if value != 0.0 and abs(value) < limits.nearest and measure.unit != "yes/no":
        return [
            fault_at(
                path,
                "{value} is too near to 0 for {label}",
                "Due: 0, or {nearest} or more, in {unit}",
                value=value,
                label=Message(measure.label),
                nearest=limits.nearest,
                unit=unit,
            )
        ]
    return []


def _possible(measure: Measure) -> tuple[float, float]:
    """Give the least and the most that a figure of this kind can be, in the unit of the file."""
    limits = limits_of(measure.unit)
    return (
        limits.least if measure.least is None else max(limits.least, measure.least),
        limits.most if measure.most is None else min(limits.most, measure.most),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
