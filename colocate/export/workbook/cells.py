"""Cells of the workbook: a formula with our value beside it, and one that is copied over many cells written once."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from colocate.casefile.form.paper import ExactWorksheet

SHOWN = ".13g"
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
    return f"<f>{escape(formula, quote=False)}</f>"


def leader(formula: str, cells: str, number: int) -> str:
    """Write a formula that is copied over some cells, in the first of them; the number is its own on the sheet.

    >>> leader("A1*B1", "C1:C9", 1)
    '<f t="shared" ref="C1:C9" si="1">A1*B1</f>'
    """
    return f'<f t="shared" ref="{cells}" si="{number}">{escape(formula, quote=False)}</f>'


def follower(number: int) -> str:
    """Write the formula of a cell that another was copied to."""
    return f'<f t="shared" si="{number}"/>'


class LiveWorksheet(ExactWorksheet):
    """A sheet of formulas, which it writes faster than the library does, and shared by all cells that have the same."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if not isinstance(cell, FormulaCell):
            super()._write_cell(row, col, cell)
            return
        value, begun = cell.value, f'<c r="{letters(col)}{row + 1}" s="{cell.format._get_xf_index()}"'
        if isinstance(value, str):
            self.fh.write(f'{begun} t="str">{cell.element}<v>{escape(value, quote=False)}</v></c>')
        else:
            self.fh.write(f"{begun}>{cell.element}<v>{value + 0.0:{SHOWN}}</v></c>")
