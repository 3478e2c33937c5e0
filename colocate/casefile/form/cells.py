"""What a person typed into a cell, as the number, date, switch or word that is due there; or why it is none."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]

from colocate.casefile.dates_written import date_written
from colocate.casefile.faults import did_you_mean
from colocate.casefile.form.grid import Value
from colocate.casefile.form.places import folded
from colocate.casefile.numbers_written import both_readings, decimal_mark_of, is_open, number_written
from colocate.message import NOTHING_SAID, Message

Wrong = tuple[Message, Message]
"""What is wrong with a cell, and what would be right."""

YES = {"yes", "true", "y", "1", "x", "oui", "si", "s\u00ed", "ja", "wahr", "vrai", "verdadero", "verdadeiro", "sim"}
NO = {"no", "false", "n", "0", "non", "nein", "falsch", "faux", "falso", "n\u00e3o"}
EXAMPLE = Message("Write digits, with a point or a comma before decimals, such as 12.5")
EARLIEST, LATEST = 1, 2_958_465
"""The first and the last day that a workbook can count."""


def number_in_words(words: str) -> float | Wrong:
    """Read a number that stands as words, as any country writes it; one that can be read in two ways is asked for.

    >>> number_in_words("1 234,5"), number_in_words("1,234.50"), number_in_words("-0,75")
    (1234.5, 1234.5, -0.75)
    >>> str(number_in_words("1,234")[0])
    '"1,234" can be 1234 or 1.234'
    """
    cell = words.strip().removesuffix("%").strip()
    mark = decimal_mark_of(cell)
    if mark is None and is_open(cell):
        small, large = both_readings(cell)
        return (
            Message(
                '"{word}" can be {large} or {small}',
                word=words.strip()[:40],
                large=f"{large:.0f}",
                small=f"{small:.3f}",
            ),
            Message("Write {large}, or {small}0", large=f"{large:.0f}", small=f"{small:.3f}"),
        )
    number = number_written(cell, mark or ".") if any(one.isdigit() for one in cell) else None
    return _no_number(words) if number is None or not math.isfinite(number) else number


def _no_number(words: str) -> Wrong:
    return Message('"{word}" is not a number', word=words.strip()[:40]), EXAMPLE


def number_of(value: Value, unit: str = "") -> float | Wrong:
    """Read a cell where a number is due in a unit; one shown as a percentage is taken as it is shown."""
    if value.kind == "number":
        return float(value.value)
    if value.kind == "percentage":
        if unit.startswith("%"):
            return float(f"{float(value.value) * 100:.12g}")
        shown = f"{float(value.value) * 100:g} %"
        return (
            Message("{shown} is a percentage", shown=shown),
            Message("Due: a number in {unit}. Set the cell's format to a plain number", unit=unit or "figures"),
        )
    if value.kind == "words":
        if value.value.strip().endswith("%") and not unit.startswith("%"):
            return _no_number(value.value)
        return number_in_words(value.value)
    return _wrong_kind(value, Message("a number"), EXAMPLE)


def date_of(value: Value, epoch: datetime) -> date | Wrong:
    """Read a cell where a date is due: a date, the number of its day, or words such as 2018-10-31 or 31.10.2018."""
    example = Message("Write year, month and day, such as 2018-10-31")
    if value.kind == "date":
        return _as_date(value.value)
    if value.kind == "number" and EARLIEST <= value.value <= LATEST:
        return _as_date(from_excel(value.value, epoch))
    if value.kind != "words":
        return _wrong_kind(value, Message("a date"), example)
    words = value.value.strip()
    found = date_written(words)
    if found is not None:
        return found
    if date_written(words, "day") is not None:
        return Message('"{word}" can be two dates: which number is the month?', word=words), example
    return Message('"{word}" is not a date', word=words[:40]), example


def _as_date(found: Any) -> date:
    return found.date() if isinstance(found, datetime) else date(found.year, found.month, found.day)


def switch_of(value: Value) -> bool | Wrong:
    """Read a cell where yes or no is due."""
    word = folded(value.words)
    if word in YES or word in NO:
        return word in YES
    return Message('"{word}" is neither yes nor no', word=value.words[:40]), Message("Write yes or no")


def choice_of(value: Value, choices: tuple[str, ...]) -> str | Wrong:
    """Read a cell where one of several words is due, whatever its capitals."""
    word = folded(value.words)
    found = next((choice for choice in choices if folded(choice) == word), None)
    if found is not None:
        return found
    known = [choice for choice in choices if choice]
    meant = did_you_mean(word, known) or NOTHING_SAID
    return Message('"{word}" is not known', word=value.words[:40]), meant


def words_of(value: Value) -> str | Wrong:
    """Read a cell where words are due; a number or a date that stands there is taken as it is written."""
    if value.kind in ("error", "no result"):
        return _wrong_kind(value, Message("words"), Message("Write words"))
    return str(value.words)


def _wrong_kind(value: Value, due: Message, example: Message) -> Wrong:
    if value.kind == "error":
        return Message("holds the error {error}", error=value.words[:20]), Message(
            "Mend its formula, or type the value"
        )
    if value.kind == "no result":
        return (
            Message("holds a formula without its result"),
            Message("Open the workbook in Excel or LibreOffice, save it, and try again; or type the value"),
        )
    if value.kind == "date":
        return (
            Message("is a date ({date}) where {due} is due", date=str(value.value), due=due),
            Message("The program may have made a date of what you typed: set the format to a number, type it again"),
        )
    return Message('"{word}" is not {due}', word=value.words[:40], due=due), example
