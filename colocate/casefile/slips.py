"""Slips of the hand in the text of a case: what the one who typed a line meant, told where TOML only says "invalid".

Each slip is told with its line, its column and the piece itself, so that it can be found in any font.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from colocate.casefile.faults import THE_FILE, Fault, column_of, line_of, within
from colocate.casefile.slips_of_values import Slip, slip_of_value, without_texts
from colocate.message import Message
from colocate.safe import for_fault

SHOWN = 100
"""Characters of a line that are shown; of a longer one, those around the place."""

PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
WORD = r"""(?:"[^"\n]*"|'[^'\n]*'|(?<![\w-])[\w-]+)"""
NAME = re.compile(rf"({WORD}(?:[ \t]*\.[ \t]*{WORD})*)[ \t]*=(?!=)[ \t]*")
HEADER = re.compile(r"^[ \t]*\[\[?[^\[\]\n]*\]\]?")


@dataclass(frozen=True)
class Spot:
    """Where the reader of TOML stopped: the number of the line from 0, its text, and the column from 0."""

    number: int
    line: str
    column: int
    said: str


def fault_of_slip(text: str, error: Exception) -> Fault:
    """Say what is wrong with a text that cannot be read as TOML: the line, what was meant, and what to write."""
    lines = text.replace("\r\n", "\n").split("\n")
    spot = _spot(lines, str(error))
    found = None
    for look in (_written_twice, _quotation_mark_missing, _backslash, _value, _bracket_missing, _name, _behind):
        found = look(lines, spot)
        if found is not None:
            break
    number, slip = found or (spot.number, _unknown(spot))
    here = within(within(THE_FILE, line_of(number + 1)), column_of(str(slip.start + 1)))
    return Fault(here, slip.problem, slip.remedy, excerpt(lines[number], slip.start, slip.end))


def excerpt(line: str, start: int, end: int) -> str:
    """Show a line, and under it a mark below the piece from one column to another, both counted from 0.

    >>> print(excerpt("rent = 15,5", 7, 11))
    rent = 15,5
           ^^^^
    """
    first = max(0, min(start - SHOWN // 2, len(line) - SHOWN))
    shown = "".join(for_fault(mark) or " " for mark in line)[first : first + SHOWN].rstrip()
    mark = "^" * max(1, min(end, first + SHOWN) - start)
    return f"{shown}\n{' ' * (start - first)}{mark}"


def _spot(lines: list[str], told: str) -> Spot:
    found = PLACE.search(told)
    said = told[: found.start()] if found else told
    if found and found.group(1):
        number = min(int(found.group(1)), len(lines)) - 1
        return Spot(number, lines[number], min(int(found.group(2)) - 1, len(lines[number])), said)
    number = max((place for place, line in enumerate(lines) if line.strip()), default=0)
    return Spot(number, lines[number], len(lines[number]), said)


def name_before(line: str, column: int) -> tuple[str, int]:
    """Give the name that is written before a column, and where what it is set to begins; empty where there is none."""
    hidden = without_texts(line)
    last = ("", 0)
    for found in NAME.finditer(line):
        if found.start() <= column and hidden[found.end(1) : found.end()].count("=") == 1:
            last = (found.group(1), found.end())
    return last


def _value(_lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    name, start = name_before(spot.line, spot.column)
    if not name:
        return None
    slip = slip_of_value(spot.line, name, start, spot.column)
    return None if slip is None else (spot.number, slip)


def _written_twice(lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    if not spot.said.startswith(("Cannot ", "Duplicate ")):
        return None
    header = HEADER.match(spot.line)
    if header:
        name = header.group().strip().strip("[] \t")
        first = [place for place, line in enumerate(lines[: spot.number]) if _heads(line, name)]
        piece, start = header.group().strip(), spot.line.index("[")
    else:
        number = spot.number
        while number > 0 and not NAME.match(lines[number].lstrip()):
            number -= 1  # a value of several lines ends here
        within_braces = spot.said.startswith("Duplicate ")
        name, _ = name_before(lines[number], spot.column if within_braces else 0)
        start = lines[number].rfind(name, 0, spot.column) if within_braces else lines[number].find(name)
        piece = name
        if within_braces:
            first = [number]
        else:
            table = max((place for place in range(number) if HEADER.match(lines[place])), default=-1)
            first = [place for place in range(table + 1, number) if name_before(lines[place], 0)[0] == name]
        spot = Spot(number, lines[number], start, spot.said)
    if not first:
        problem = Message("{piece} is written twice, in two ways", piece=piece)
        return spot.number, Slip(problem, Message("Take one of them out"), start, start + len(piece))
    problem = Message("{piece} is written twice, first in line {line}", piece=piece, line=first[0] + 1)
    return spot.number, Slip(problem, Message("Take one of them out, or rename it"), start, start + len(piece))


def _heads(line: str, name: str) -> bool:
    header = HEADER.match(line)
    return header is not None and header.group().strip().strip("[] \t") == name


def _quotation_mark_missing(lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    if not spot.said.startswith(("Illegal character '\\n'", "Illegal character '\\r'", "Unterminated string")):
        return None
    number, line = spot.number, spot.line
    for mark in ('"""', "'''"):
        if text_left_open := [place for place in range(number + 1) if lines[place].count(mark) % 2 == 1]:
            number, line = text_left_open[-1], lines[text_left_open[-1]]
            start = line.index(mark)
            problem = Message("the text that begins with {mark} has no end", mark=mark)
            return number, Slip(problem, Message("Write {mark} behind it", mark=mark), start, start + 3)
    name, _ = name_before(line, spot.column)
    start = len(without_texts(line).rstrip("x"))
    piece = line[start:].strip()
    problem = Message("{name}: the text {piece} has no quotation mark at its end", name=name, piece=piece[:60])
    return number, Slip(problem, Message('Write " behind it'), start, len(line.rstrip()))


def _backslash(_lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    start = spot.line.rfind("\\", 0, spot.column + 1)
    if not spot.said.startswith(("Unescaped", "Invalid hex", "Escaped character")) or start < 0:
        return None
    name, _ = name_before(spot.line, start)
    problem = Message('{name}: "{piece}" cannot stand in a text', name=name, piece=spot.line[start : start + 2])
    return spot.number, Slip(problem, Message("Write / in place of \\, as in C:/Users"), start, start + 2)


def _bracket_missing(lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    if spot.said.startswith("Expected ']"):
        due = "]]" if "]]" in spot.said else "]"
        start, end = spot.line.find("["), len(spot.line.rstrip())
        piece = spot.line[max(0, start) : end]
        problem = Message("the bracket of {piece} is not closed", piece=piece[:60])
        return spot.number, Slip(problem, Message("Write {bracket} behind it", bracket=due), max(0, start), end)
    if spot.said.startswith("Unclosed inline table") or spot.said.startswith("Invalid initial character"):
        if without_texts(spot.line).count("{") <= without_texts(spot.line).count("}"):
            return None
        start = without_texts(spot.line).rindex("{")
        name, _ = name_before(spot.line, start)
        problem = Message("{name}: the bracket {bracket} is not closed in its line", name=name, bracket="{")
        remedy = Message("Write {bracket} at its end, all on one line", bracket="}")
        return spot.number, Slip(problem, remedy, start, start + 1)
    if spot.said.startswith("Unclosed array") or (spot.said == "Invalid value" and not spot.line.strip()):
        for number in range(spot.number, -1, -1):
            hidden = without_texts(lines[number])
            if hidden.count("[") > hidden.count("]") and name_before(lines[number], len(hidden))[0]:
                start = hidden.rindex("[")
                name, _ = name_before(lines[number], start)
                problem = Message("{name}: the bracket {bracket} is not closed", name=name, bracket="[")
                return number, Slip(
                    problem, Message("Write {bracket} behind the last entry", bracket="]"), start, start + 1
                )
    return None


def _name(_lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    line = spot.line
    written = line.strip()
    start = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    if written.startswith(("//", ";", "--", "%", "/*", "'", "REM ")) and spot.said == "Invalid statement":
        return spot.number, Slip(Message("a remark begins with #"), Message("Write # before it"), start, end)
    if written.startswith("<"):
        problem = Message("{piece} looks like a web page, not like a case", piece=written[:40])
        return spot.number, Slip(problem, Message("Save the file itself, not the page that shows it"), start, end)
    if spot.said.startswith("Invalid initial character") and without_texts(line).rstrip().endswith("}"):
        problem = Message("a comma stands before the closing bracket")
        return spot.number, Slip(problem, Message("Take the comma out"), max(0, spot.column - 1), spot.column + 1)
    if not spot.said.startswith("Expected '='"):
        return None
    hidden = without_texts(line)
    if "=" in hidden[spot.column :]:
        piece = line[start : start + hidden[start:].index("=")].strip()
        problem = Message('"{piece}" is not one word', piece=piece[:60])
        remedy = Message("Write a name without blanks and signs, as the format has it")
        return spot.number, Slip(problem, remedy, start, start + len(piece))
    piece = re.split(r"[:\s]", written, maxsplit=1)[0]
    problem = Message("no = stands between {piece} and what it is", piece=piece[:60])
    remedy = Message("Write: {piece} = ...", piece=piece[:60])
    return spot.number, Slip(problem, remedy, start, end)


def _behind(_lines: list[str], spot: Spot) -> tuple[int, Slip] | None:
    if not spot.said.startswith(("Expected newline", "Unclosed")):
        return None
    name, begin = name_before(spot.line, spot.column)
    rest = spot.line[spot.column :].strip()
    end = len(spot.line.rstrip())
    if spot.said.startswith("Unclosed"):
        problem = Message('{name}: a comma is missing before "{piece}"', name=name, piece=rest[:40])
        return spot.number, Slip(problem, Message("Write a comma between the two"), spot.column, end)
    mark = spot.line[begin : begin + 1]
    if mark and mark in "\"'" and rest:
        problem = Message('{name}: "{piece}" stands behind the end of the text', name=name, piece=rest[:40])
        other = "'" if mark == '"' else '"'
        remedy = Message("Inside a text write {other} in place of {mark}", other=other, mark=mark)
        return spot.number, Slip(problem, remedy, spot.column, end)
    problem = Message('"{piece}" stands behind the end of what is written there', piece=rest[:40])
    return spot.number, Slip(problem, Message("Write one thing in a line"), spot.column, end)


def _unknown(spot: Spot) -> Slip:
    problem = Message("cannot be read as TOML: {error}", error=spot.said)
    end = max(spot.column + 1, len(spot.line.rstrip()))
    return Slip(problem, Message("Check this line, and the one above it"), spot.column, end)
