"""A figure as it is written in a file, turned into a quantity; or, in words, why it cannot be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from colocate.casefile.central import range_of, yes_or_no
from colocate.casefile.classes import Classes, from_class
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.message import Message
from colocate.quantity import Measure, Quantity, Shape
from colocate.units import limits_of, scale

NUMBERS = ("low", "mode", "high", "probability", "settled", "plan")
"""The numbers that a figure's table may hold."""

NO_CLASSES: Classes = {}

READ = 4096
"""How many figures are kept as they were read: those of some twenty cases."""

CHAIN_LIMIT = 20
"""How many shared figures may name one another in a row."""

STATED = Message("stated in the case as an exact figure")
"""The source of a bare number."""


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


def read_quantity(
    found: Found, measure: Measure, units: tuple[str, ...], classes: Classes = NO_CLASSES
) -> Quantity | list[Fault]:
    """Turn a number or a table into a quantity in one of the units due; the faults where it is not one.

    `classes` are the case's reference classes by id, which a table may take its range from.
    """
    path, written = found.path, found.written
    if isinstance(written, bool) or not isinstance(written, (int, float, dict)):
        return []
    if isinstance(written, dict):
        if "plan" in written or "reference_class" in written:
            return _read_table(written, path, measure, units, classes)
        return _read_again(path, tuple(written.items()), measure, units)
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


@lru_cache(maxsize=READ)
def _read_again(
    path: str, table: tuple[tuple[str, Any], ...], measure: Measure, units: tuple[str, ...]
) -> Quantity | list[Fault]:
    """Read a figure's table, or give what was read where the very same one stood in the same place.

    Of a case that a lever has changed, all other figures are read again at every press. A table holds words, numbers
    and switches alone: whatever else has been refused as its form.
    """
    return _read_table(dict(table), path, measure, units, NO_CLASSES)


def _read_table(
    table: dict[str, Any], path: str, measure: Measure, units: tuple[str, ...], classes: Classes
) -> Quantity | list[Fault]:
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
    if "plan" in table or "reference_class" in table:
        planned = from_class(table, path, measure, classes)
        shape, central = ("fixed", planned) if isinstance(planned, list) else planned
    elif shape == "yes/no" and measure.unit != "yes/no":
        central = [
            fault_at(
                f"{path}.shape", '"yes/no" is no shape for {label}', "Name another shape", label=Message(measure.label)
            )
        ]
    elif shape == "yes/no":
        central = yes_or_no(numbers, path)
    elif measure.unit == "yes/no":
        central = [
            fault_at(path, 'a chance has the shape "yes/no", not "{shape}"', "Write shape and probability", shape=shape)
        ]
    elif shape not in get_args(Shape):
        return faults
    else:
        central = range_of(numbers, shape, path)
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
        plan=numbers.get("plan"),
        reference_class=table.get("reference_class", ""),
        default=table.get("default", ""),
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
