"""What the fields of a record are, read off the frozen records of `colocate.case`: the one place that looks at types.

The checks, the JSON Schema, the page on the format, the template and the screen all read these descriptions, so that
a field is declared once.
"""

from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np

from colocate.quantity import Measure, Note
from colocate.units import limits_of

Kind = Literal[
    "figure", "figures", "text", "texts", "switch", "whole", "date", "choice", "record", "records", "weights"
]

KEYS = ("id", "code", "service", "item", "criterion", "name", "country")
"""The fields, in order of preference, by which one record of a list is told from another in a path."""


@dataclass(frozen=True)
class Field:
    """One field of a record: its name, kind, whether it must be there, and what it means."""

    name: str
    kind: Kind
    required: bool
    default: Any
    note: Measure | Note
    choices: tuple[str, ...] = ()
    record: type | None = None

    @property
    def limits(self) -> tuple[float, float]:
        """Return the least and the most of a number in this field, in the unit of the file; TypeError without them.

        Those of a figure whose field tells none, or one only, are those of its unit.
        """
        least, most = self.note.least, self.note.most
        if isinstance(self.note, Measure):
            unit = limits_of(self.note.unit)
            least, most = unit.least if least is None else least, unit.most if most is None else most
        if least is None or most is None:
            raise TypeError(f"{self.name} has no limits")
        return float(least), float(most)

    @property
    def measure(self) -> Measure:
        """Return the measure of a figure; TypeError for any other kind."""
        if not isinstance(self.note, Measure):
            raise TypeError(f"{self.name} is not a figure")
        return self.note


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """Describe the fields that a file may write for this kind of record, in their order."""
    hints = get_type_hints(record, include_extras=True)
    described = []
    for field in dataclasses.fields(record):
        hint = hints[field.name]
        if not hasattr(hint, "__metadata__"):
            continue
        note = hint.__metadata__[0]
        kind, choices, inner = _kind_of(hint.__origin__)
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        default = None if field.default is dataclasses.MISSING else field.default
        described.append(Field(field.name, kind, required, default, note, choices, inner))
    return tuple(described)


def limits_in(record: type, name: str) -> tuple[float, float]:
    """Give the least and the most of the numbers in one field of a record; KeyError where it has no such field."""
    for field in fields_of(record):
        if field.name == name:
            return field.limits
    raise KeyError(name)


@cache
def key_of(record: type) -> str | None:
    """Name the field by which records of this kind are told apart in a list, or None."""
    names = {field.name for field in fields_of(record)}
    return next((key for key in KEYS if key in names), None)


def _kind_of(hint: Any) -> tuple[Kind, tuple[str, ...], type | None]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        present = [argument for argument in arguments if argument is not type(None)]
        if any(get_origin(argument) is np.ndarray for argument in present):
            return "figure", (), None
        return _kind_of(present[0])
    if origin is Literal:
        return "choice", tuple(str(argument) for argument in arguments), None
    if origin is tuple:
        inner_kind, _, record = _kind_of(arguments[0])
        if inner_kind == "figure":
            return "figures", (), None
        return ("records", (), record) if inner_kind == "record" else ("texts", (), None)
    if origin is dict:
        return "weights", (), None
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return "record", (), hint
    simple: dict[type, Kind] = {str: "text", bool: "switch", int: "whole", date: "date", float: "figure"}
    return simple[hint], (), None
