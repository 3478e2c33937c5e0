"""What is wrong with a case file: every fault with its path, what is wrong, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from colocate.message import NOTHING_SAID, Message, Place, places_of
from colocate.safe import for_fault

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What no text of a case needs, and what could steer the terminal that shows it; line ends and tabs are no harm."""

Steps = tuple[str | int, ...]
WORDS_LIMIT = 1200
MOST_TOLD = 50
"""Faults that are told; the others are counted."""

THE_FILE = Message("the file")


@dataclass(frozen=True)
class Fault:
    """One fault: where it is, what is wrong, and what would be right.

    `where` is a path of the format, which is the same in every language, or a place in a table, which is told in words.
    `excerpt`, where there is one, is the line of the file itself, and below it a mark under the place.
    """

    where: str | Message
    problem: Message
    remedy: Message = NOTHING_SAID
    excerpt: str = ""

    @property
    def path(self) -> str:
        """Return where the fault is, in English."""
        return str(self.where)

    def __str__(self) -> str:
        """Write the fault as one line of English; what a hostile file writes at length is cut."""
        line = f"{cut(self.path)}: {cut(str(self.problem))}" + (f". {cut(str(self.remedy))}" if self.remedy else "")
        return for_fault(line)


def fault_at(where: str | Message, problem: str, remedy: str | Message = NOTHING_SAID, /, **places: Place) -> Fault:
    """Make a fault of two texts, each with those of the places that it names."""
    told = remedy if isinstance(remedy, Message) else _with(remedy, places)
    return Fault(where, _with(problem, places), told)


def _with(text: str, places: dict[str, Place]) -> Message:
    return Message(text, **{name: places[name] for name in places_of(text)})


class CaseError(ValueError):
    """A case file is at fault; `faults` holds every fault that was found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        told = [str(fault) for fault in self.faults[:MOST_TOLD]]
        if len(self.faults) > MOST_TOLD:
            told.append(f"and {len(self.faults) - MOST_TOLD:,} more")
        super().__init__("\n".join(told))


def code_of(character: str) -> str:
    """Name a character that cannot be shown by its number."""
    return f"U+{ord(character):04X}"


def cut(words: str) -> str:
    """Cut what a hostile file writes at length."""
    return words if len(words) <= WORDS_LIMIT else f"{words[: WORDS_LIMIT - 3]}..."


def path_of(steps: Steps) -> str:
    """Write the steps to a place in the file as a path; a key without a letter as the file must have written it.

    >>> path_of(("options", 2, "lease", "rent")), path_of(("",))
    ('options[2].lease.rent', '""')
    """
    written = ""
    for step in steps:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            key = step or '""'
            written += f".{key}" if written else key
    return written


def within(place: str | Message, part: str | Message) -> Message:
    """Name a part of a place: a row of a table, a cell of a row.

    >>> str(within(within("times.csv", row_of(3)), "from_id"))
    'times.csv, row 3, from_id'
    """
    return Message("{place}, {part}", place=place, part=part)


def row_of(number: int) -> Message:
    """Name a row by its number in the file."""
    return Message("row {row}", row=number)


def line_of(number: int) -> Message:
    """Name a line by its number in the file."""
    return Message("line {line}", line=number)


def column_of(name: str) -> Message:
    """Name a column of a table."""
    return Message("column {column}", column=name)


def did_you_mean(word: str, known: Sequence[str]) -> Message:
    """Suggest the nearest known word, or list the known ones where they are few."""
    near = get_close_matches(word[:100], known, n=1, cutoff=0.6)
    if near:
        return Message('Did you mean "{word}"?', word=near[0])
    if not known:
        return Message("There is none to name: leave it out, or add one.")
    if len(known) <= 12:
        return Message("Known: {words}.", words=", ".join(known))
    return NOTHING_SAID
