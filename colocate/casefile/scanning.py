"""A look over the text of a case before it is read: what is far larger than any case is refused while that is cheap.

Reading takes time that grows with the number of keys and tables, and with the square of the parts of a dotted key; a
case of three hundred figures has some thousand keys, and keys of three parts.
"""

from __future__ import annotations

import re

from colocate.casefile.faults import THE_FILE, Fault, fault_at, line_of, within
from colocate.casefile.slips_of_values import without_texts
from colocate.message import Message, unsaid

LINE_LIMIT = 10_000
"""Characters of a line."""

COUNTED = (
    ("\n", 40_000, unsaid("has {count} lines")),
    ("=", 15_000, unsaid("sets {count} names")),
    ("[{", 20_000, unsaid("has {count} opening brackets")),
    (",", 60_000, unsaid("has {count} commas")),
    ("\\", 20_000, unsaid("has {count} backslashes")),
)
"""What is counted, how often it may stand in a case, and what is said where it stands there more often."""

DEEPEST = 6
"""Parts that a dotted key may have."""

DEEP = re.compile(rf"(?:[\w-]+[ \t]*\.[ \t]*){{{DEEPEST}}}")


def fault_of_size(text: str) -> Fault | None:
    """Find what makes a text too large to be a case; None where nothing does."""
    for marks, most, counted in COUNTED:
        found = sum(text.count(mark) for mark in marks)
        if found > most:
            due = Message("Due: at most {most}; is it the right file?", most=f"{most:,}")
            return Fault(THE_FILE, Message(counted, count=f"{found:,}"), due)
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE_LIMIT:
            told = Message.counted("has {count} character", "has {count} characters", len(line))
            due = Message("Due: at most {most}", most=f"{LINE_LIMIT:,}")
            return Fault(within(THE_FILE, line_of(number)), told, due)
        if line.count(".") >= DEEPEST and DEEP.search(without_texts(line)):
            here = within(THE_FILE, line_of(number))
            return fault_at(here, "is nested too deeply", "A case needs five levels at most")
    return None
