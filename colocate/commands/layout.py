"""Words and tables for a terminal: lines that are not too long, cells that are wrapped and never cut off."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Sequence
from typing import Literal, TextIO

from colocate.stopping import looking

LEAST, MOST, USUAL = 20, 110, 100
"""Columns: a narrower terminal is written for as if it had the least, a wider one as if it had the most."""

ENDLESS = 1_000_000
GAP = 2
NARROWEST = 8
"""Columns that a cell with words takes at least."""

LONGEST_HEADING = 22
Align = Literal["left", "right", "wrap"]


def terminal_width() -> int:
    """Give the number of columns to write for."""
    return max(LEAST, min(MOST, shutil.get_terminal_size((USUAL, 24)).columns))


def lines_to(stream: TextIO) -> int:
    """Give the columns to write for where a person reads a stream; where a program does, a line is never broken."""
    if os.environ.get("COLUMNS", ""):
        return terminal_width()
    try:
        return max(LEAST, os.get_terminal_size(stream.fileno()).columns or USUAL)
    except (OSError, ValueError, AttributeError):
        return ENDLESS


def wrapped(words: str, width: int, indent: str = "", under: str | None = None) -> str:
    """Wrap a paragraph, its further lines behind `under`; what follows a dash stands under its words.

    A word that is longer than a line is broken anywhere.
    """
    if under is None:
        under = indent + ("  " if words.startswith("- ") else "")
    return textwrap.fill(words, width, initial_indent=indent, subsequent_indent=under, break_on_hyphens=False)


def titled(title: str, width: int) -> str:
    """Write a title with a line under it."""
    words = wrapped(title, width)
    return f"{words}\n{'=' * max(len(line) for line in words.splitlines())}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], aligned: Sequence[Align], width: int) -> str:
    """Write a table: columns that wrap share what the others leave, and a cell goes on in the line below.

    Where there is no room for that, every row is written as lines, each with its heading.

    >>> print(table(("figure", "low"), (("Rent at renewal", "USD 10"),), ("wrap", "right"), 18))
    figure         low
    Rent at     USD 10
      renewal
    """
    widths = _widths(headings, rows, aligned, width)
    if sum(widths) + GAP * (len(widths) - 1) > width:
        return "\n".join(line for row in rows for line in _row_in_lines(headings, row, width))
    lines = []
    for place, row in enumerate(looking([headings, *rows])):
        cells = [_lines(cell, wide, indent=place > 0) for cell, wide in zip(row, widths, strict=True)]
        height = max(len(cell) for cell in cells)
        padded = [_padded(cell, height, foot=place == 0) for cell in cells]
        for line in zip(*padded, strict=True):
            written = (
                words.rjust(wide) if align == "right" else words.ljust(wide)
                for words, wide, align in zip(line, widths, aligned, strict=True)
            )
            lines.append((" " * GAP).join(written).rstrip())
    return "\n".join(lines)


def side_by_side(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], width: int) -> str:
    """Write a row of amounts under each column; columns that do not fit go into a further table below."""
    title = max(len(name) for name, _cells in rows)
    wide = [
        max(min(LONGEST_HEADING, len(column)), *(len(cells[place]) for _name, cells in rows))
        for place, column in enumerate(columns)
    ]
    if title + GAP + max(wide) > width:
        names = ["", *(name for name, _cells in rows)]
        told = [[column, *(cells[place] for _name, cells in rows)] for place, column in enumerate(columns)]
        return "\n\n".join("\n".join(_row_in_lines(names, one, width)) for one in told)
    blocks: list[list[int]] = [[]]
    for place in range(len(columns)):
        if blocks[-1] and title + sum(wide[one] + GAP for one in [*blocks[-1], place]) > width:
            blocks.append([])
        blocks[-1].append(place)
    return "\n\n".join(_block(columns, rows, block, wide, title) for block in blocks)


def around_the_mark(excerpt: Sequence[str], width: int) -> list[str]:
    """Cut a line and the mark below it to a width, around the mark.

    >>> around_the_mark(["rent = 15,5 # a lot", "       ^^^^"], 10)
    ['t = 15,5 #', '    ^^^^']
    """
    if len(excerpt) != 2:
        return [line[:width] for line in excerpt]
    begins = len(excerpt[1]) - len(excerpt[1].lstrip())
    first = max(0, min(begins - width // 2 + 1, len(excerpt[0]) - width))
    return [line[first : first + width].rstrip() for line in excerpt]


def _row_in_lines(headings: Sequence[str], row: Sequence[str], width: int) -> list[str]:
    """Write a row as its first cell and, further in, the others behind their headings."""
    lines = [wrapped(row[0].strip(), width, under="  ")] if row[0].strip() else []
    for heading, cell in zip(headings[1:], row[1:], strict=True):
        if cell.strip():
            lines.append(wrapped(f"{heading}: {cell.strip()}" if heading else cell.strip(), width, "  ", under="    "))
    return lines


def _block(
    columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], block: list[int], wide: list[int], title: int
) -> str:
    heads = [textwrap.wrap(columns[place], wide[place]) for place in block]
    height = max(len(head) for head in heads)
    padded = [_padded(head, height, foot=True) for head in heads]
    lines = [("", [head[line] for head in padded]) for line in range(height)]
    lines += [(name, [cells[place] for place in block]) for name, cells in rows]
    gap = " " * GAP
    return "\n".join(
        gap.join([name.ljust(title), *(cell.rjust(wide[place]) for cell, place in zip(cells, block, strict=True))])
        for name, cells in lines
    )


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]], aligned: Sequence[Align], width: int) -> list[int]:
    """Give each column's width: a fixed one that of its longest cell, the others their part of the rest."""
    longest = [max((len(row[place]) for row in rows), default=0) for place in range(len(headings))]
    widths = [
        max(longest[place], *(len(word) for word in headings[place].split(" "))) if align != "wrap" else 0
        for place, align in enumerate(aligned)
    ]
    left = width - sum(widths) - GAP * (len(widths) - 1)
    flexible = [place for place, align in enumerate(aligned) if align == "wrap"]
    for count, place in zip(range(len(flexible), 0, -1), sorted(flexible, key=lambda one: longest[one]), strict=True):
        widths[place] = max(NARROWEST, min(max(longest[place], len(headings[place])), left // count))
        left -= widths[place]
    return widths


def _lines(cell: str, width: int, *, indent: bool) -> list[str]:
    return textwrap.wrap(cell, width, subsequent_indent="  " if indent else "", break_on_hyphens=False) or [""]


def _padded(lines: list[str], height: int, *, foot: bool) -> list[str]:
    empty = [""] * (height - len(lines))
    return [*empty, *lines] if foot else [*lines, *empty]
