"""Values as a case file writes them in one place, and how a part inside one is changed with all else as it was.

A list and an inline table are cut at their commas; each piece keeps the blanks and comments around it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from colocate.casefile.faults import Steps
from colocate.casefile.toml_values import BARE, WIDE, escaped, key_text, value_text

TOKEN = re.compile(
    r'"""(?:\\.|(?!""")[^\\])*"{3,5}'
    r"|'''(?:(?!''').)*'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n,]"
    r"|[^\"'#\[\]{}\n,]+",
    re.DOTALL,
)
PART_OF_KEY = r"(?:\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|[A-Za-z0-9_-]+)"
KEY = re.compile(rf"{PART_OF_KEY}(?:[ \t]*\.[ \t]*{PART_OF_KEY})*")

Keys = tuple[str, ...]


def keys_in(text: str) -> Keys:
    """Read a key as the file writes it, which may have several parts.

    >>> keys_in('lease."first rent"')
    ('lease', 'first rent')
    """
    if BARE.fullmatch(text):
        return (text,)
    keys: list[str] = []
    place: Any = tomllib.loads(f"{text} = 0")
    while isinstance(place, dict):
        key, place = next(iter(place.items()))
        keys.append(key)
    return tuple(keys)


def like_before(value: Any, before: str) -> str:
    """Write a value in place of another; words of several lines stay so where they were."""
    if isinstance(value, str) and "\n" in value and before.startswith('"""'):
        words = "".join(mark if mark in '\n"' else escaped(mark) for mark in value)
        return (
            '"""\n' + words.replace('"""', '""\\"').removesuffix('"') + ('\\"' if value.endswith('"') else "") + '"""'
        )
    return value_text(value)


def end_of_value(text: str, start: int) -> tuple[int, int]:
    """Find where a value ends that begins at a place of a text, and where its line does, behind any comment."""
    depth, end = 0, start
    for found in TOKEN.finditer(text, start):
        mark = found.group()
        if depth == 0 and (mark == "\n" or mark.startswith("#")):
            line = found.end() if mark == "\n" else text.find("\n", found.end()) + 1
            return end, line or len(text)
        depth += (mark in "[{") - (mark in "]}")
        if mark.strip():
            end = found.start() + len(mark.rstrip())
    return end, len(text)


@dataclass(frozen=True)
class Piece:
    """An entry of a list or an inline table: what stands before it, its own text, and what stands after it."""

    before: str
    text: str
    after: str = ""

    @property
    def keys(self) -> Keys:
        """Return the key of an entry of an inline table."""
        found = KEY.match(self.text)
        return keys_in(found.group()) if found else ()

    @property
    def value(self) -> str:
        """Return the value of an entry of an inline table, as it is written."""
        found = KEY.match(self.text)
        return self.text[found.end() :].lstrip(" \t=") if found else self.text

    def with_value(self, text: str) -> Piece:
        """Give the entry of an inline table with another value."""
        return replace(self, text=self.text[: len(self.text) - len(self.value)] + text)


def cut_up(text: str) -> tuple[tuple[Piece, ...], str]:
    """Cut a list or an inline table at its commas; give its entries, and what stands before the closing bracket.

    A comma belongs to the entry before it, and so does a comment behind it on the same line.
    """
    pieces: list[Piece] = []
    depth, before, entry, end, after = 0, "", "", 0, ""
    for mark in TOKEN.findall(text[1:-1]):
        is_blank = not mark.strip() or mark.startswith("#")
        if after:  # behind a comma
            if is_blank and mark != "\n":
                after += mark
                continue
            blanks = after[len(after.rstrip(" \t")) :] if mark != "\n" else ""
            pieces.append(Piece(before, entry[:end], entry[end:] + after.removesuffix(blanks)))
            before, entry, end, after = blanks, "", 0, ""
        if depth == 0 and mark == ",":
            after = ","
            continue
        depth += (mark in "[{") - (mark in "]}")
        if is_blank and not entry:
            before += mark
            continue
        if not entry:
            before += mark[: len(mark) - len(mark.lstrip())]
        entry += mark if entry else mark.lstrip()
        if not is_blank:
            end = len(entry.rstrip())
    if after:
        pieces.append(Piece(before, entry[:end], entry[end:] + after))
        return tuple(pieces), ""
    if not entry:
        return tuple(pieces), before
    same_line, line_end, rest = entry[end:].partition("\n")
    if "#" not in same_line:
        same_line, rest = "", same_line + line_end + rest
    else:
        rest = line_end + rest
    return (*pieces, Piece(before, entry[:end], same_line)), rest


def put_together(kind: str, pieces: Sequence[Piece], rest: str) -> str:
    """Write the entries of a list (`kind` "[") or of an inline table ("{") as one value."""
    written, ends_in_comment = "", False
    for place, one in enumerate(pieces):
        is_last = place == len(pieces) - 1
        has_comma = _without_comments(one.after).strip() == ","
        before, after = one.before, one.after
        if ends_in_comment and "\n" not in before:
            before = "\n" + before
        if kind == "{" and is_last and has_comma:
            after = after.replace(",", "", 1)
        mark = "" if has_comma or is_last else ","
        written += before + one.text + mark + after
        ends_in_comment = "#" in after.rpartition("\n")[2]
    if ends_in_comment and "\n" not in rest:
        rest = "\n" + rest
    return f"{'[' if kind == '[' else '{'}{written}{rest}{']' if kind == '[' else '}'}"


def with_value_in(text: str, steps: Steps, value: Any) -> str:
    """Give a value with another one in a place inside it; the place may be a key that is not there yet."""
    if not steps:
        return like_before(value, text)
    pieces, rest = cut_up(text)
    first = steps[0]
    if isinstance(first, int):
        changed = replace(pieces[first], text=with_value_in(pieces[first].text, steps[1:], value))
        return put_together("[", (*pieces[:first], changed, *pieces[first + 1 :]), rest)
    for place, one in enumerate(pieces):
        keys = one.keys
        if steps[: len(keys)] == keys:
            changed = one.with_value(with_value_in(one.value, steps[len(keys) :], value))
            return put_together("{", (*pieces[:place], changed, *pieces[place + 1 :]), rest)
    kept = tuple(one for one in pieces if one.keys[: len(steps)] != steps)
    new = Piece(" ", f"{key_text([str(step) for step in steps])} = {value_text(value)}")
    return put_together("{", (*kept, new), rest if kept else " ")


def without_value_in(text: str, steps: Steps) -> str:
    """Give a value without a place inside it; the same where it is not there."""
    pieces, rest = cut_up(text)
    first = steps[0]
    if isinstance(first, int):
        if first >= len(pieces):
            return text
        if len(steps) == 1:
            return put_together("[", (*pieces[:first], *pieces[first + 1 :]), rest)
        changed = replace(pieces[first], text=without_value_in(pieces[first].text, steps[1:]))
        return put_together("[", (*pieces[:first], changed, *pieces[first + 1 :]), rest)
    kept = []
    for one in pieces:
        keys = one.keys
        if keys[: len(steps)] == steps:
            continue
        inside = len(keys) < len(steps) and steps[: len(keys)] == keys
        kept.append(one.with_value(without_value_in(one.value, steps[len(keys) :])) if inside else one)
    return put_together("{", kept, rest)


def with_entry(text: str, steps: Steps, position: int, entry: str) -> str:
    """Give a value with one entry more in the list at a place inside it, before the one at the position."""
    if steps:
        return _changed_inside(text, steps, lambda inside: with_entry(inside, (), position, entry))
    pieces, rest = cut_up(text)
    like = pieces[min(position, len(pieces) - 1)].before if pieces else ("\n  " if len(entry) > WIDE else "")
    if "#" in like:
        like = "\n" + re.split(r"\n", like)[-1]
    if not pieces and like:
        rest = "\n"
    if position == 0 and pieces and "\n" not in like and not like:
        pieces = (replace(pieces[0], before=" "), *pieces[1:])
    elif position and like == "" and pieces:
        like = " "
    return put_together("[", (*pieces[:position], Piece(like, entry), *pieces[position:]), rest)


def entry_in(text: str, steps: Steps) -> str:
    """Give the text of an entry at a place inside a value; KeyError where there is none."""
    if not steps:
        return text
    pieces, _ = cut_up(text)
    first = steps[0]
    if isinstance(first, int):
        return entry_in(pieces[first].text, steps[1:])
    for one in pieces:
        keys = one.keys
        if steps[: len(keys)] == keys:
            return entry_in(one.value, steps[len(keys) :])
    raise KeyError(first)


def with_entries_exchanged(text: str, steps: Steps, first: int) -> str:
    """Give a value with two neighbours of a list inside it in each other's place, `first` and the next."""
    if steps:
        return _changed_inside(text, steps, lambda inside: with_entries_exchanged(inside, (), first))
    pieces, rest = cut_up(text)
    one, two = pieces[first], pieces[first + 1]
    one, two = replace(one, before=two.before), replace(two, before=one.before)
    return put_together("[", (*pieces[:first], two, one, *pieces[first + 2 :]), rest)


def _changed_inside(text: str, steps: Steps, change: Any) -> str:
    """Change the text of what stands at a place inside a value."""
    if not steps:
        return str(change(text))
    pieces, rest = cut_up(text)
    first = steps[0]
    for place, one in enumerate(pieces):
        keys = one.keys if isinstance(first, str) else ()
        if isinstance(first, int) and place == first:
            changed = replace(one, text=_changed_inside(one.text, steps[1:], change))
        elif isinstance(first, str) and keys and steps[: len(keys)] == keys:
            changed = one.with_value(_changed_inside(one.value, steps[len(keys) :], change))
        else:
            continue
        return put_together(
            "[" if isinstance(first, int) else "{", (*pieces[:place], changed, *pieces[place + 1 :]), rest
        )
    raise KeyError(first)


def _without_comments(text: str) -> str:
    return "".join(mark for mark in TOKEN.findall(text) if not mark.startswith("#"))
