r"""Values that are no figures, as a cell writes them, and how a cell is read again: nothing is lost on the way.

Several words or weights of one field stand in lines of one cell. What a cell could change (blanks at the ends, a line
break inside an entry) is written as JSON writes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from colocate.casefile.fields import Field

YES, NO = "yes", "no"
LONGEST = 32_000
"""Characters that a cell takes."""

ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""What a workbook reads as the code of a character."""

Cell = str | float | int | date | None


def cell_of(field: Field, written: Any) -> Cell:
    """Give a field's value as its cell holds it; None where the field is left out."""
    if written is None or (isinstance(written, (str, list, Mapping)) and not written):
        return None
    if field.kind == "switch":
        return YES if written else NO
    if field.kind == "texts":
        return in_lines([_entry(one) for one in written], written)
    if field.kind == "weights":
        lines = [f"{name} = {number!r}" for name, number in written.items()]
        plain = all(_is_plain(name) and "=" not in name and ";" not in name for name in written)
        return "\n".join(lines) if plain else json.dumps(written, ensure_ascii=False)
    if isinstance(written, datetime):
        return written.date()
    return text_cell(written) if isinstance(written, str) else written


def text_cell(words: str) -> str:
    r"""Give words for a cell; in quotation marks, as JSON has them, where a cell would not keep them as they are.

    >>> text_cell("plain"), text_cell(" x\r")
    ('plain', '" x\\r"')
    """
    if _is_plain(words, lines=True) and not _is_quoted(words):
        return words
    quoted = json.dumps(words, ensure_ascii=not words.isprintable())
    return ESCAPED.sub(lambda found: "\\u005f" + found.group()[1:], quoted)


def text_of(words: str) -> str:
    r"""Read the words of a cell again.

    >>> text_of(" plain "), text_of('" x\\r"')
    ('plain', ' x\r')
    """
    if _is_quoted(words.strip()):
        read = json.loads(words.strip())
        return str(read)
    return _kept(words)


def _kept(words: str) -> str:
    """Give words without the blanks at their ends; a line break behind several lines is one of theirs."""
    plain = words.strip()
    return f"{plain}\n" if "\n" in plain and words.rstrip(" \t\u00a0").endswith("\n") else plain


def entries_of(words: str) -> list[str]:
    """Read several entries of one cell: a line each, or parted by semicolons on one line."""
    words = words.strip()
    if words.startswith("["):
        try:
            read = json.loads(words)
        except ValueError:
            read = None
        if isinstance(read, list) and all(isinstance(one, str) for one in read):
            return read
    parts = words.splitlines() if "\n" in words else words.split(";")
    return [part.strip() for part in parts if part.strip()]


def pairs_of(words: str) -> list[tuple[str, str]] | None:
    """Read weights of one cell, "name = number" a line; None where a part is none."""
    words = words.strip()
    if words.startswith("{"):
        try:
            read = json.loads(words)
        except ValueError:
            read = None
        if isinstance(read, dict):
            return [(str(name), repr(number)) for name, number in read.items()]
    parts = [part.strip() for part in (words.splitlines() if "\n" in words else words.split(";")) if part.strip()]
    pairs = [re.split(r"\s*[=:]\s*", part, maxsplit=1) for part in parts]
    return [(pair[0].strip(), pair[1].strip()) for pair in pairs] if all(len(pair) == 2 for pair in pairs) else None


def in_lines(plain: list[str | None], written: list[str]) -> str:
    """Give entries a line each; as a list in JSON where one of them would not stay what it is."""
    if None in plain or (len(written) > 1 and "" in written) or written[0].startswith("["):
        return json.dumps(written, ensure_ascii=True)
    return "\n".join(one for one in plain if one is not None)


def _entry(words: str) -> str | None:
    return words if _is_plain(words) and ";" not in words else None


def _is_plain(words: str, *, lines: bool = False) -> bool:
    """Tell whether a cell keeps words as they are."""
    body = words.replace("\n", "").replace("\t", "") if lines else words
    kept = body.replace("\u00a0", "").replace("\u200c", "").replace("\u200d", "")
    return (
        bool(words)
        and (_kept(words) if lines else words.strip()) == words
        and kept.isprintable()
        and not ESCAPED.search(words)
    )


def _is_quoted(words: str) -> bool:
    if len(words) < 2 or not (words[0] == words[-1] == '"'):
        return False
    try:
        return isinstance(json.loads(words), str)
    except ValueError:
        return False
