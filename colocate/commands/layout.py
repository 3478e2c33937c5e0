"""Words and tables for a terminal: lines that are not too long, cells that are wrapped and never cut off."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from typing import Literal

from colocate.stopping import looking

LEAST, MOST, USUAL = 72, 110, 100
"""Columns: a narrower terminal is written for as if it had the least, a wider one as if it had the most."""

GAP = 2
LONGEST_HEADING = 22
Align = Literal["left", "right", "wrap"]


def terminal_width() -> int:
    """Give the number of columns to write for."""
    return max(LEAST, min(MOST, shutil.get_terminal_size((USUAL, 24)).columns))


def wrapped(words: str, width: int, indent: str = "") -> str:
    """Wrap a paragraph; what follows a dash stands under its words."""
    under = indent + ("  " if words.startswith("- ") else "")
    return textwrap.fill(words, width, initial_indent=indent, subsequent_indent=under, break_on_hyphens=False)


def titled(title: str, width: int) -> str:
    """Write a title with a line under it."""
    words = wrapped(title, width)
    return f"{words}\n{'=' * max(len(line) for line in words.splitlines())}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], aligned: Sequence[Align], width: int) -> str:
    """Write a table: columns that wrap share what the others leave, and a cell goes on in the line below.

    >>> print(table(("figure", "low"), (("Rent at renewal", "USD 10"),), ("wrap", "right"), 18))
    figure         low
    Rent at     USD 10
      renewal
    """
    widths = _widths(headings, rows, aligned, width)
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
    blocks: list[list[int]] = [[]]
    for place in range(len(columns)):
        if blocks[-1] and title + sum(wide[one] + GAP for one in [*blocks[-1], place]) > width:
            blocks.append([])
        blocks[-1].append(place)
    return "\n\n".join(_block(columns, rows, block, wide, title) for block in blocks)


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
        widths[place] = max(8, min(max(longest[place], len(headings[place])), left // count))
        left -= widths[place]
    return widths


def _lines(cell: str, width: int, *, indent: bool) -> list[str]:
    return textwrap.wrap(cell, width, subsequent_indent="  " if indent else "", break_on_hyphens=False) or [""]


def _padded(lines: list[str], height: int, *, foot: bool) -> list[str]:
    empty = [""] * (height - len(lines))
    return [*empty, *lines] if foot else [*lines, *empty]
