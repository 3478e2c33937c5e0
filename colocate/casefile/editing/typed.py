"""A figure as a person types it into one box: "18", "12 to 28", "12, 18, 28", "30 %", with or without its unit.

A number may have blanks, points, commas or apostrophes between its thousands, and a point or a comma before its
decimals. Where a comma can be either ("1,234") nothing is guessed: both readings come back, for the person to choose.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard

from colocate.casefile.numbers_written import both_readings, decimal_mark_of, is_open, number_written
from colocate.message import Message

Number = int | float
Form = Literal["value", "ends", "range", "chance"]

BLANKS = "\u00a0\u202f\u2009"
MINUS = "\u2212\u2012"
DASHES = "\u2013\u2014"
SIGNS_OF_THOUSANDS = "'\u2019"
DIGITS = rf"[0-9](?:[0-9.,{SIGNS_OF_THOUSANDS}]|[ {BLANKS}](?=[0-9]{{3}}(?![0-9])))*"
NUMBER = rf"[+-]?(?:{DIGITS}|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?"
WORD = re.compile(r"[^\W\d]|[%/\u00b2]")
TO = re.compile(rf"\s*(?:\bto\b|\.\.\.?|\u2026|[{DASHES}])\s*|(?<=[0-9])\s+-\s+|(?<=[0-9])-(?=[0-9])", re.IGNORECASE)
BETWEEN = re.compile(r"\s*;\s*|,\s+|\s*\|\s*|\s*\t\s*")
GROUPS = re.compile(r"[0-9]{1,3}(?:([.,'\u2019 ])[0-9]{3})(?:\1[0-9]{3})*")
LONGEST = 200
"""Characters of what is typed for a figure."""

YES_OR_NO: dict[str, Number] = {"yes": 1, "true": 1, "no": 0, "false": 0}
OF_TIME = {
    "month": ("/month", "a month", "per month", "monthly", "month"),
    "year": ("/year", "a year", "per year", "yearly", "annually", "p.a.", "year"),
}
SAME = {
    "m2": ("m2", "m\u00b2", "sqm", "square metres", "square meters"),
    "person": ("person", "persons", "people"),
    "workstation": ("workstation", "workstations", "desk", "desks"),
    "month": ("month", "months"),
    "year": ("year", "years"),
    "minute": ("minute", "minutes", "min"),
    "degree": ("degree", "degrees", "\u00b0"),
    "point": ("point", "points"),
    "ratio": ("ratio",),
}
"""Other ways to write a unit."""


@dataclass(frozen=True)
class Figure:
    """What was typed as a figure: its numbers as they were meant, and the unit where one was typed."""

    form: Form
    numbers: tuple[Number, ...]
    unit: str = ""


@dataclass(frozen=True)
class Unclear:
    """What was typed can be read in two ways, each written so that it is clear."""

    readings: tuple[str, ...]


def read_typed(text: str, units: Sequence[str], *, is_chance: bool = False) -> Figure | Unclear | Message:
    """Read what was typed for a figure in one of the units due; a message that says what would be right, else.

    >>> read_typed("12 to 28", ("USD/m2/year", "USD/m2/month"))
    Figure(form='ends', numbers=(12, 28), unit='')
    >>> read_typed("12,5; 18; 28 USD/m2/month", ("USD/m2/year", "USD/m2/month"))
    Figure(form='range', numbers=(12.5, 18, 28), unit='USD/m2/month')
    >>> read_typed("1,234", ("m2",))
    Unclear(readings=('1234', '1.234'))
    """
    plain = _plain(text)
    if not plain:
        return Message("is empty")
    if len(plain) > LONGEST:
        return NO_FIGURE
    if is_chance:
        return _chance(plain)
    numbers, words = _without_unit(plain)
    readings = _readings(numbers)
    if not readings:
        return NO_FIGURE
    unit = _unit_meant(words, units)
    if isinstance(unit, Message):
        return unit
    if len(readings) > 1:
        shown = (" to ".join(map(plainly, one)) if len(one) == 2 else ", ".join(map(plainly, one)) for one in readings)
        return Unclear(tuple(f"{one} {words}".strip() for one in shown))
    (found,) = readings
    form: Form = "value" if len(found) == 1 else "ends" if len(found) == 2 else "range"
    return Figure(form, found, unit)


NO_FIGURE = Message(
    'is no figure: write one number ("18"), the ends of a range ("12 to 28"), or low, most likely, high ("12, 18, 28")'
)
NO_CHANCE = Message('is no chance: write "yes", "no", or per cent ("30 %")')


def shown(written: Any) -> str:
    """Write a figure of a case as it would be typed; the name of a shared figure stays. Nothing for anything else.

    >>> shown({"low": 12, "mode": 18, "high": 28}), shown({"low": 12, "high": 28}), shown(18.0)
    ('12, 18, 28', '12 to 28', '18')
    """
    if isinstance(written, bool) or written is None:
        return ""
    if isinstance(written, (int, float)):
        return plainly(written)
    if isinstance(written, str):
        return written
    if not isinstance(written, dict):
        return ""
    if written.get("shape") == "yes/no":
        chance = written.get("probability")
        return f"{plainly(round(100 * chance, 6))} %" if _is_number(chance) else ""
    if _is_number(written.get("plan")):
        return plainly(written["plan"])
    numbers = [written[key] for key in ("low", "mode", "high") if _is_number(written.get(key))]
    is_range = "low" in written and "high" in written
    if len(numbers) == 2 and is_range and "mode" not in written:
        return f"{plainly(numbers[0])} to {plainly(numbers[1])}"
    return ", ".join(map(plainly, numbers))


def plainly(number: Number) -> str:
    """Write a number with a point for decimals and nothing between thousands.

    >>> plainly(22300.0), plainly(0.85), plainly(1e-9)
    ('22300', '0.85', '0.000000001')
    """
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    if isinstance(number, float) and 1e-12 < abs(number) < 1e-4:
        return f"{number:.15f}".rstrip("0")
    return repr(number)


def whole_number(text: str) -> int | Message:
    """Read a whole number as typed."""
    plain = _plain(text)
    found = re.fullmatch(r"[+-]?[0-9]{1,15}", plain.replace(" ", ""))
    return int(found.group()) if found else Message("is no whole number: write digits alone, such as 12")


def _chance(plain: str) -> Figure | Message:
    if plain.casefold() in YES_OR_NO:
        return Figure("value", (YES_OR_NO[plain.casefold()],))
    is_percent = plain.endswith("%")
    readings = _numbers(plain.removesuffix("%"))
    if len(readings) != 1 or not (is_percent or 0 <= readings[0] <= 1):
        return NO_CHANCE
    return Figure("chance", (readings[0] / 100 if is_percent else readings[0],))


def _plain(text: str) -> str:
    """Write what was typed with plain blanks and signs."""
    for mark in MINUS:
        text = text.replace(mark, "-")
    for mark in BLANKS:
        text = text.replace(mark, " ")
    return re.sub(r"[^\S\t]+", " ", text).strip()


def _without_unit(plain: str) -> tuple[str, str]:
    """Part what was typed into its numbers and the words behind them, those between its numbers left out."""
    found = re.match(
        rf"((?:{NUMBER}|{TO.pattern}|{BETWEEN.pattern}|\s)*)(?P<rest>.*)\Z", plain, re.DOTALL | re.IGNORECASE
    )
    if found is None:
        return "", plain
    return found.group(1).strip(), found.group("rest").strip()


def _unit_meant(words: str, units: Sequence[str]) -> str | Message:
    """Find the unit that was typed; empty for none, a message for one that is not due."""
    if not words:
        return ""
    typed = " ".join(words.casefold().split())
    if len(units) > 1 and typed == units[0].split("/")[0].casefold():  # the currency alone: by the year or the month?
        return ""
    for unit in units:
        if typed in _ways_to_write(unit):
            return unit
    return Message('"{unit}" is not the unit due here, which is {units}', unit=words[:40], units=", ".join(units))


def _ways_to_write(unit: str) -> set[str]:
    """Give the ways in which a unit may be typed, in small letters."""
    parts = unit.casefold().split("/")
    ways = {unit.casefold(), "/".join(parts).replace("m2", "m\u00b2"), " per ".join(parts), parts[0]}
    if len(parts) == 1:
        ways |= {*SAME.get(parts[0], ())}
    if len(parts) > 1 and parts[-1] in OF_TIME:
        stem = "/".join(parts[:-1])
        for time in OF_TIME[parts[-1]]:
            ways |= {f"{stem}{time}", f"{stem} {time}", f"{parts[0]} {time}", f"{parts[0]}{time}", time}
    return ways


def _readings(text: str) -> tuple[tuple[Number, ...], ...]:
    """Give every way in which the numbers of a text can be read: none, one, or two."""
    ends = TO.split(text)
    if len(ends) == 2 and all(ends):
        parts = ends
    else:
        parts = [one for one in BETWEEN.split(text) if one]
        if len(parts) == 1 and text.count(",") == 2 and "." not in text and not GROUPS.fullmatch(text.lstrip("+-")):
            parts = text.split(",")
        if len(parts) not in (1, 3):
            return ()
    each = [_numbers(part) for part in parts]
    if not all(each):
        return ()
    most = max(map(len, each))
    found = tuple(tuple(one[min(way, len(one) - 1)] for one in each) for way in range(most))
    joined = text.replace(" ", "")
    if len(parts) == 1 and joined.count(",") == 2 and GROUPS.fullmatch(joined.lstrip("+-")):
        found = (*found, tuple(int(part) for part in joined.split(",")))
    return found


def _numbers(text: str) -> tuple[Number, ...]:
    """Give the ways in which one number can be read: none where it is none, two where its comma is not clear."""
    text = text.strip()
    if not re.fullmatch(NUMBER, text):
        return ()
    mark = decimal_mark_of(text)
    if mark is None and "," in text and is_open(text):
        small, large = both_readings(text)
        return _shortest(large), _shortest(small)
    number = number_written(text, mark or ".")
    return () if number is None or not math.isfinite(number) else (_shortest(number),)


def _shortest(number: float) -> Number:
    """Give a whole number as one."""
    return int(number) if number.is_integer() and abs(number) < 1e15 else number + 0.0


def _is_number(value: object) -> TypeGuard[Number]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
