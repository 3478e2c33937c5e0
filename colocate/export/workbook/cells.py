"""Cells of the workbook: a formula with our value beside it, and one that is copied over many cells written once."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import Any, NamedTuple

from colocate.casefile.form.paper import ExactWorksheet
from colocate.safe import for_formula

SHOWN = ".12g"
"""Figures of the value beside a formula: as many as differ between one program and another, and no more."""


@lru_cache(maxsize=4096)
def letters(column: int) -> str:
    """Give a column's letters.

    >>> letters(0), letters(26)
    ('A', 'AA')
    """
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@lru_cache(maxsize=4096)
def number_of(name: str) -> int:
    """Give the number of a column, counted from 0, from its letters.

    >>> number_of("A"), number_of("AA")
    (0, 26)
    """
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


class FormulaCell(NamedTuple):
    """A formula as it is written into the file, the style of its cell, and our value."""

    element: str
    format: Any
    value: float | str


def element(formula: str) -> str:
    """Write a formula of one cell.

    >>> element("IF(A1<B1,1,0)")
    '<f>IF(A1&lt;B1,1,0)</f>'
    """
    return f"<f>{for_formula(formula)}</f>"


def leader(formula: str, cells: str, number: int) -> str:
    """Write a formula that is copied over some cells, in the first of them; the number is its own on the sheet.

    >>> leader("A1*B1", "C1:C9", 1)
    '<f t="shared" ref="C1:C9" si="1">A1*B1</f>'
    """
    return f'<f t="shared" ref="{cells}" si="{number}">{for_formula(formula)}</f>'


def follower(number: int) -> str:
    """Write the formula of a cell that another was copied to."""
    return f'<f t="shared" si="{number}"/>'


REFERENCE = re.compile(r"(\"[^\"]*\"|'(?:[^']|'')*'!|[A-Za-z_.][A-Za-z0-9_.]*[(!])|(\$?)([A-Z]{1,3})(\$?)(\d+)")
"""A text, a sheet or a function, or else a cell: column and row, each behind a mark where it stays when copied."""


def copies(formula: str, many: int, down: bool) -> list[str]:
    """Write a formula into so many cells, itself the first, as it is copied downwards or to the right.

    >>> copies("A1<$B1+Move!C$2", 2, down=False)
    ['<f>A1&lt;$B1+Move!C$2</f>', '<f>B1&lt;$B1+Move!D$2</f>']
    """
    text = element(formula)
    fixed, moving, end = [], [], 0
    for found in REFERENCE.finditer(text):
        other, across, column, below, row = found.groups()
        if other or (below if down else across):
            continue
        fixed.append(text[end : found.start(5 if down else 3)])
        moving.append(int(row) if down else number_of(column))
        end = found.end(5 if down else 3)
    if not moving:
        return [text] * many
    rest = text[end:]
    written = [text]
    for place in range(1, many):
        names = [str(one + place) if down else letters(one + place) for one in moving]
        written.append("".join(map(add, fixed, names)) + rest)
    return written


class LiveWorksheet(ExactWorksheet):
    """A sheet of formulas, which it writes faster than the library does, and shared by all cells that have the same."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if not isinstance(cell, FormulaCell):
            super()._write_cell(row, col, cell)
            return
        value, begun = cell.value, f'<c r="{letters(col)}{row + 1}" s="{cell.format._get_xf_index()}"'
        if isinstance(value, str):
            self.fh.write(f'{begun} t="str">{cell.element}<v>{for_formula(value)}</v></c>')
        else:
            self.fh.write(f"{begun}>{cell.element}<v>{value + 0.0:{SHOWN}}</v></c>")
