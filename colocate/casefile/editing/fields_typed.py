"""Fields that are no figures, as a person types them: words, whole numbers, days, lists of words, numbers by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from colocate.casefile.editing.typed import Figure, plainly, read_typed, whole_number
from colocate.casefile.fields import Field
from colocate.message import Message

DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
WEIGHT = re.compile(r"(.+?)\s*[:=\t]\s*([^:=\t]+)")


def as_typed(field: Field, text: str) -> Any:
    """Give the value of what was typed for a field that is no figure; a message that says what would be right, else."""
    if field.kind == "whole":
        return whole_number(text)
    if field.kind == "date":
        return _day(text)
    if field.kind == "texts":
        return [line.strip() for line in text.splitlines() if line.strip()]
    if field.kind == "weights":
        return _weights(text)
    if field.kind == "switch":
        answers = {"yes": True, "true": True, "no": False, "false": False}
        answer = answers.get(text.strip().casefold())
        return Message("is neither yes nor no") if answer is None else answer
    if field.kind == "choice":
        chosen = next((one for one in field.choices if one.casefold() == text.strip().casefold()), None)
        return Message("is none of those known: {known}", known=", ".join(field.choices)) if chosen is None else chosen
    return text.strip("\r\n") if "\n" in text.strip() else text.strip()


def as_shown(field: Field, written: Any) -> str:
    """Write a field that is no figure as it would be typed; nothing for what is not there."""
    if written is None:
        return ""
    if isinstance(written, bool):
        return "yes" if written else "no"
    if isinstance(written, date):
        return written.isoformat()[:10]
    if field.kind == "texts":
        return "\n".join(map(str, written)) if isinstance(written, list) else str(written)
    if isinstance(written, Mapping):
        return "\n".join(f"{name}: {_number(number)}" for name, number in written.items())
    return str(written)


def _day(text: str) -> date | Message:
    """Read a day: 2018-10-31, or 31.10.2018; with strokes nobody knows which is the month."""
    plain = text.strip()
    found, first = DAY.fullmatch(plain), DAY_FIRST.fullmatch(plain)
    parts = found.groups() if found else tuple(reversed(first.groups())) if first else None
    try:
        return date(*map(int, parts)) if parts else NO_DAY
    except ValueError:
        return NO_DAY


NO_DAY = Message("is no date: write year, month and day, such as 2018-10-31")


def _weights(text: str) -> dict[str, float] | Message:
    """Read one name and its number a line."""
    found: dict[str, float] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        parts = WEIGHT.fullmatch(line.strip())
        read = read_typed(parts.group(2), ("",)) if parts else None
        if parts is None or not isinstance(read, Figure) or read.form != "value":
            return Message(
                'has the line "{line}": write a name, a colon and a number on each line', line=line.strip()[:60]
            )
        found[parts.group(1)] = read.numbers[0]
    return found


def _number(number: Any) -> str:
    return plainly(number) if isinstance(number, (int, float)) else str(number)
