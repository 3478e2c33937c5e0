"""Answers as they are typed: words by the name of the field, kept as they are, right or wrong, and read into answers.

What comes back from a browser or a file is hostile until it is read here: only known fields, only short words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any

from colocate.casefile.editing.typed import NO_FIGURE, Figure, Unclear, read_typed, whole_number
from colocate.casefile.fields import Field, fields_of
from colocate.casefile.questions.answers import ASKED_SERVICES, MOST_SERVED, MOST_WORDS, Answers, Served
from colocate.message import Message
from colocate.quantity import Measure
from colocate.safe import one_line

Typed = Mapping[str, str]

SERVED = re.compile(r"served\.(\d{1,2})\.([a-z_]+)")
LONGEST, LONGEST_WORDS = 20_000, 400
"""Characters of all answers as they are kept, and of one."""

YES = "yes"
"""What a switch is typed as that is on."""


def place_of(number: int, name: str) -> str:
    """Give the name of a field of an organisation, by its number from 1.

    >>> place_of(2, "name")
    'served.2.name'
    """
    return f"served.{number}.{name}"


def read_answers(typed: Typed) -> tuple[Answers, dict[str, Message]]:
    """Read what was typed; give the answers, and what is wrong by field: such a field counts as not known."""
    wrong: dict[str, Message] = {}
    told: dict[str, Any] = {}
    for field in fields_of(Answers):
        text = typed.get(field.name, "").strip()
        if field.kind != "records" and text:
            _read(field, field.name, text, told, wrong)
    served = []
    for number in range(1, number_served(typed) + 1):
        one: dict[str, Any] = {}
        for field in fields_of(Served):
            name = place_of(number, field.name)
            text = typed.get(name, "").strip()
            if text:
                _read(field, field.name, text, one, wrong, name)
        served.append(Served(**one))
    return replace(Answers(), **told, served=tuple(served)), wrong


def number_served(typed: Typed) -> int:
    """Give how many organisations have any field."""
    found = [int(match.group(1)) for name in typed if (match := SERVED.fullmatch(name)) and typed[name].strip()]
    return min(max(found, default=0), MOST_SERVED)


def kept_text(typed: Typed) -> str:
    """Write what was typed as text to be kept: every field in the order of its name."""
    return json.dumps({name: text for name, text in sorted(typed.items()) if text})


def typed_in(text: str) -> dict[str, str]:
    """Read what was kept; whatever does not belong there is left out, and nothing is left of what is no such text."""
    if len(text) > LONGEST:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: one_line(value, LONGEST_WORDS)
        for name, value in found.items()
        if isinstance(value, str) and is_field(name) and len(value) <= LONGEST_WORDS
    }


def is_field(name: str) -> bool:
    """Tell whether a name is that of a field of the answers, or of an organisation."""
    match = SERVED.fullmatch(name)
    if match:
        return 1 <= int(match.group(1)) <= MOST_SERVED and match.group(2) in _names(Served)
    return name in _names(Answers) and name != "served"


@cache
def _names(record: type) -> frozenset[str]:
    return frozenset(one.name for one in fields(record))


def _read(field: Field, name: str, text: str, told: dict[str, Any], wrong: dict[str, Message], place: str = "") -> None:
    """Read one field into what is told; into what is wrong where it cannot be."""
    found = _value(field, text)
    if isinstance(found, Message):
        wrong[place or name] = found
    else:
        told[name] = found


def _value(field: Field, text: str) -> Any:
    if field.kind == "figures":
        return _figure(field.measure, text)
    if field.kind == "text":
        return one_line(text, MOST_WORDS if len(text) <= MOST_WORDS else LONGEST_WORDS)
    if field.kind == "switch":
        return text == YES
    if field.kind == "choice":
        return text if text in field.choices else Message("is none of the answers: choose one of them")
    if field.kind == "date":
        return _day(text)
    if field.kind == "texts":
        chosen = [one.strip() for one in text.split(",")]
        return tuple(one for one in ASKED_SERVICES if one in chosen)
    return _whole(field, text)


def _figure(measure: Measure, text: str) -> tuple[float, ...] | Message:
    found = read_typed(text, (measure.unit,)) if any(mark.isdigit() for mark in text) else NO_FIGURE
    if isinstance(found, Message):
        return found
    if isinstance(found, Unclear):
        return Message("can be read in two ways: write {readings}", readings=" or ".join(found.readings))
    return fault_of_numbers(measure, found) or tuple(float(one) for one in found.numbers)


def fault_of_numbers(measure: Measure, found: Figure) -> Message | None:
    """Say what is wrong with the numbers of a figure: out of order, beyond what it can be; nothing if all is well."""
    numbers = [float(one) for one in found.numbers]
    if numbers != sorted(numbers):
        return Message("is out of order: write the lowest first")
    least, most = (limit for limit in Field("", "figure", False, None, measure).limits)
    if numbers[0] < least:
        return Message("{value} is too low: {least} or more is due", value=numbers[0], least=least)
    if numbers[-1] > most:
        return Message("{value} is too high: {most} or less is due", value=numbers[-1], most=most)
    if any(0 < abs(number) < 1e-3 for number in numbers):
        return Message("is too near to 0: write 0, or more")
    return None


def _whole(field: Field, text: str) -> int | Message:
    found = whole_number(text)
    if isinstance(found, Message):
        return found
    least, most = field.limits
    if not least <= found <= most:
        return Message(
            "{value} is beyond what is asked for: {least} to {most} is due", value=found, least=least, most=most
        )
    return found


def _day(text: str) -> date | Message:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return Message("is no date: write year, month and day, as in 2026-11-28")
    if not 1990 <= found.year <= 2100:
        return Message("is too far away: a year from 1990 to 2100 is due")
    return found
