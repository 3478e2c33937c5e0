"""The columns of a figure's row, read off the table that a file writes for a figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import StrictBool

from colocate.casefile.form.sheets import heading_of_part
from colocate.casefile.structure import FigureTable

FIRST = ("low", "mode", "high", "source", "quality")
"""The parts that every figure has use for; the others stand behind what the figure means."""

PartKind = Literal["number", "text", "switch", "choice"]


@dataclass(frozen=True)
class Part:
    """One part of a figure's table: its name in a file, its heading, its kind, and what it is for."""

    name: str
    heading: str
    kind: PartKind
    choices: tuple[str, ...]
    meaning: str

    @property
    def is_first(self) -> bool:
        """Tell whether every figure has use for it."""
        return self.name in FIRST


@cache
def parts_of_a_figure() -> tuple[Part, ...]:
    """Give the parts of a figure but its unit, those that every figure has use for first."""
    found = [_part(name) for name in FigureTable.model_fields if name != "unit"]
    return tuple(sorted(found, key=lambda part: FIRST.index(part.name) if part.is_first else len(FIRST)))


def _part(name: str) -> Part:
    described = FigureTable.model_fields[name]
    kind, choices = _kind_of(described.annotation)
    return Part(name, heading_of_part(name), kind, choices, described.description or "")


def _kind_of(hint: Any) -> tuple[PartKind, tuple[str, ...]]:
    """Read off the type of a part what kind it is, and its choices."""
    if get_origin(hint) is Literal:
        return "choice", tuple(str(one) for one in get_args(hint))
    if hint in (bool, StrictBool):
        return "switch", ()
    if hint is float:
        return "number", ()
    inside = [_kind_of(one) for one in get_args(hint) if one is not type(None) and isinstance(one, object)]
    known = [one for one in inside if one[0] != "text"]
    return known[0] if known else ("text", ())
