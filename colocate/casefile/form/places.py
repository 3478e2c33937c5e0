"""Places of the form: the path of a fact, a row of a list or a figure, by short names, as a person types it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from colocate.case import Case
from colocate.casefile.fields import Field, fields_of, key_of

STEP = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)(?:\[([^\]]*)\])?(?:\.|$)")
LONGEST = 600
"""Characters of a place; a longer one is none."""

SHARED = "shared"


@dataclass(frozen=True)
class Step:
    """One step of a place: the name of a field, and which record of its list (None where it is no list)."""

    name: str
    handle: str | None = None


Steps = tuple[Step, ...]


def folded(words: str) -> str:
    r"""Give words as two cells are compared: without capitals, and with one plain blank between them.

    >>> folded(" Regular\u00a0 Budget ")
    'regular budget'
    """
    return " ".join(words.split()).casefold()


def steps_in(place: str) -> Steps | None:
    """Read a place such as "options[stay].lease.rent"; None where it is not one.

    >>> steps_in("options[Stay on].lease")
    (Step(name='options', handle='Stay on'), Step(name='lease', handle=None))
    """
    place = " ".join(place.split())
    if not place or len(place) > LONGEST or place.endswith("."):
        return None
    steps = []
    end = 0
    while end < len(place):
        found = STEP.match(place, end)
        if found is None:
            return None
        steps.append(Step(found.group(1), found.group(2)))
        end = found.end()
    return tuple(steps)


def field_of(record: type, name: str) -> Field | None:
    """Give a record's field by its name, whatever its capitals; None where there is none."""
    return next((field for field in fields_of(record) if field.name == name.lower()), None)


def record_at(steps: Steps) -> type | None:
    """Give the kind of record that steps lead to; the case itself for none, None where they lead nowhere."""
    record: type = Case
    for step in steps:
        field = field_of(record, step.name)
        if field is None or field.record is None or (step.handle is not None) != (field.kind == "records"):
            return None
        record = field.record
    return record


def pattern_of(steps: Steps) -> tuple[str, ...]:
    """Give the names of the steps alone: the same for all records of a kind."""
    return tuple(step.name.lower() for step in steps)


def handles_of(record: type, entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """Give what each record of a list is called in places: its short name, else its number counted from 1.

    A short name is taken where it is plain and nobody else in the list has it.
    """
    key = key_of(record)
    names = [_plain_name(entry.get(key)) if key else "" for entry in entries]
    taken = [folded(name) for name in names]
    return [
        name if name and taken.count(folded(name)) == 1 else str(number) for number, name in enumerate(names, start=1)
    ]


def _plain_name(name: object) -> str:
    if not isinstance(name, str) or not name.strip() or len(name) > 80:
        return ""
    plain = " ".join(name.split()) == name and name.isprintable() and not set("[]") & set(name)
    return name if plain and not name.isdigit() else ""


def joined(place: str, name: str, handle: str | None = None) -> str:
    """Give the place of a part of a record.

    >>> joined("options[stay]", "running", "Water")
    'options[stay].running[Water]'
    """
    step = name if handle is None else f"{name}[{handle}]"
    return f"{place}.{step}" if place else step
