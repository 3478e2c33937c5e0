"""Slips in what a name is set to: text without quotation marks, numbers and dates as other programs write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from colocate.message import Message

CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb"
"""Quotation marks that word processors put in."""

BLANKS = " \u00a0\u2009\u202f'\u2019"
TEXT = re.compile(r'"(?:[^"\\]|\\.)*("|$)|' + r"'[^']*('|$)")
THOUSANDS = re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?(?!\d|[,.]\d)|"
                       rf"[+-]?[1-9]\d{{0,2}}(?:\.\d{{3}})+,\d+(?!\d|[,.]\d)|"
                       rf"[+-]?[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,}}(?!\d|[,.]\d)|"
                       rf"[+-]?[1-9]\d{{0,2}}(?:[{BLANKS}]\d{{3}})+(?:[.,]\d+)?(?!\d|[,.]\d)")  # fmt: skip
COMMA = re.compile(r"[+-]?\d+,\d+(?!\d|\.\d)")
DATE = re.compile(r"\d{1,4}/\d{1,2}/\d{1,4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{2,4}(?![\d.])|\d{1,2}-\d{1,2}-\d{4}(?!\d)")
TRUE_OR_FALSE = re.compile(r"(True|TRUE|yes|Yes|YES|on|False|FALSE|no|No|NO|off)(?=[ \t]*(?:[,}\]#]|$))")
NO_SUCH_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Slip:
    """A slip: what is wrong, what to write, and from which column to which, counted from 0."""

    problem: Message
    remedy: Message
    start: int
    end: int


def without_texts(line: str) -> str:
    """Put an x in place of every character of a text in quotation marks, and a blank in place of a remark.

    >>> without_texts('a = "b = c" # d')
    'a = xxxxxxx    '
    """
    hidden = TEXT.sub(lambda found: "x" * len(found.group()), line)
    remark = hidden.find("#")
    return hidden if remark < 0 else hidden[:remark] + " " * (len(hidden) - remark)


def slip_of_value(line: str, name: str, start: int, column: int) -> Slip | None:
    """Tell what is wrong with what a name is set to, which begins in column `start`; the reader stopped at `column`."""
    starts = [start]
    if line[start : start + 1] == "[":  # a list: the entry that the reader stopped at
        hidden = without_texts(line)
        before = max(hidden.rfind(mark, start, column + 1) for mark in "[,")
        starts = [start, before + 1 + len(line[before + 1 :]) - len(line[before + 1 :].lstrip())]
    for begin in reversed(starts):
        for look in LOOKS:
            slip = look(line, name, begin)
            if slip is not None and slip.end >= column:
                return slip
    return None


def _nothing(line: str, name: str, start: int) -> Slip | None:
    if without_texts(line)[start:].strip():
        return None
    end = max(start, len(without_texts(line).rstrip()))
    return Slip(
        Message("{name} is set to nothing", name=name),
        Message("Write what it is, or take the line out"),
        start,
        end + 1,
    )


def _curly(line: str, name: str, start: int) -> Slip | None:
    if line[start : start + 1] not in CURLY or not line[start:]:
        return None
    ends = [place for place, mark in enumerate(line) if place > start and mark in CURLY]
    end = ends[-1] + 1 if ends else len(line.rstrip())
    inside = line[start:end].strip(CURLY)
    problem = Message("{name}: {piece} stands in curly quotation marks", name=name, piece=line[start:end][:60])
    return Slip(problem, Message('Write straight ones: {name} = "{piece}"', name=name, piece=inside[:60]), start, end)


def _true_or_false(line: str, name: str, start: int) -> Slip | None:
    found = TRUE_OR_FALSE.match(line, start)
    if found is None:
        return None
    due = "true" if found.group(1).lower() in ("true", "yes", "on") else "false"
    problem = Message('{name}: "{piece}" is not written so', name=name, piece=found.group(1))
    return Slip(problem, Message("Write: {name} = {due}", name=name, due=due), *found.span(1))


def _date(line: str, name: str, start: int) -> Slip | None:
    found = DATE.match(line, start)
    remedy = Message("Write year, month and day: {name} = 2025-03-31", name=name)
    if found is not None:
        return Slip(
            Message("{name}: {piece} is not written as a date", name=name, piece=found.group()), remedy, *found.span()
        )
    found = NO_SUCH_DATE.match(line, start)
    if found is None:
        return None
    return Slip(Message("{name}: there is no day {piece}", name=name, piece=found.group()), remedy, *found.span())


def _thousands(line: str, name: str, start: int) -> Slip | None:
    found = THOUSANDS.match(line, start)
    if found is None:
        return None
    piece = found.group()
    whole, mark, part = piece, "", ""
    last = re.search(r"[.,](\d+)$", piece)
    if last and (len(last.group(1)) != 3 or _is_the_only(last.group()[0], piece)):
        whole, mark, part = piece[: last.start()], ".", last.group(1)
    due = re.sub(rf"[.,{BLANKS}]", "", whole) + mark + part
    problem = Message("{name}: {piece} has marks between its thousands", name=name, piece=piece)
    return Slip(problem, Message("Write: {name} = {due}", name=name, due=due), *found.span())


def _is_the_only(mark: str, piece: str) -> bool:
    """Tell whether a mark stands once in a number that has others: then it stands before the decimals."""
    return piece.count(mark) == 1 and re.search(rf"[.,{BLANKS}]", piece.replace(mark, "")) is not None


def _comma(line: str, name: str, start: int) -> Slip | None:
    found = COMMA.match(line, start)
    if found is None:
        return None
    problem = Message("{name}: {piece} has a comma before its decimals", name=name, piece=found.group())
    due = found.group().replace(",", ".")
    return Slip(problem, Message("Write a point: {name} = {due}", name=name, due=due), *found.span())


def _half_a_number(line: str, name: str, start: int) -> Slip | None:
    found = re.compile(r"[+-]?0\d[\d.]*|[+-]?\.\d+|[+-]?\d+\.(?!\d)").match(line, start)
    if found is None:
        return None
    number = found.group().lstrip("+").rstrip(".")
    due = f"{float(number):g}"
    problem = Message("{name}: {piece} is not written as a number", name=name, piece=found.group())
    return Slip(problem, Message("Write: {name} = {due}", name=name, due=due), *found.span())


def _with_a_unit(line: str, name: str, start: int) -> Slip | None:
    found = NUMBER.match(line, start)
    if found is None:
        return None
    end = _end(line, found.end())
    rest = line[found.end() : end].strip()
    if not rest or "=" in rest:
        return None
    problem = Message('{name}: "{piece}" stands behind the number', name=name, piece=rest[:40])
    remedy = Message("Write the number alone: {name} = {number}", name=name, number=found.group())
    return Slip(problem, remedy, start, end)


def _text(line: str, name: str, start: int) -> Slip | None:
    end = _end(line, start)
    piece = line[start:end].strip()
    if not re.match(r"[^\W\d_]", piece) or re.match(r"(true|false|inf|nan)$", piece):
        return None
    bare = piece.strip("\"'")
    problem = Message("{name}: {piece} is text, and has no quotation marks around it", name=name, piece=piece[:60])
    return Slip(problem, Message('Write: {name} = "{piece}"', name=name, piece=bare[:60]), start, start + len(piece))


def _end(line: str, start: int) -> int:
    """Find where a value ends: at a comma or closing bracket that stands in no text, or with the line."""
    hidden = without_texts(line)
    ends = [place for mark in ",}]" if (place := hidden.find(mark, start)) >= 0]
    return len(hidden[: min(ends, default=len(hidden))].rstrip())


LOOKS: tuple[Callable[[str, str, int], Slip | None], ...] = (
    _nothing,
    _curly,
    _true_or_false,
    _date,
    _thousands,
    _comma,
    _half_a_number,
    _with_a_unit,
    _text,
)
"""What is looked for, in this order."""
