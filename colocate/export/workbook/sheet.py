"""Sheets that are written from top to bottom, and where a figure stands on them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.worksheet import CellFormulaTuple  # type: ignore[import-untyped]

from colocate.casefile.form.paper import ExactWorksheet
from colocate.export.workbook.styles import BASE, KINDS
from colocate.safe import one_line

LABEL, UNIT, CATEGORY, PAYER, NATURE, KIND, FIGURE, TOTAL, PRESENT, FIRST_YEAR = range(10)
"""Columns of every sheet with years: what a row is, its single figure, its sums, and the years from then on."""

Moves = Literal["years", "lists", "nothing"]
WIDTHS = (58.0, 17.0, 19.0, 11.0, 11.0, 20.0, 15.0, 16.0, 16.0)
LONGEST_CELL, LONGEST_NAME = 32_000, 31
A4 = 9
COLUMNS_OF_A_PAGE = 18
READ_OTHERWISE = ("R", "C", "RC", "TRUE", "FALSE")
"""Names of letters alone that a formula takes for a row, a column or a truth, unless they are quoted."""

MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The moment that every workbook says it was made at, so that the same case gives the same bytes."""

LINE = 14.0
"""Points that a line of a cell takes."""

BROAD = 1.05
"""What a character takes of a column's width, with the blanks where lines are broken."""

SHOWN = ".13g"
"""Figures of the value beside a formula: as many as differ between one program and another, and no more."""


class Spot(NamedTuple):
    """Where a figure stands: the sheet, and row and column counted from 0."""

    sheet: Sheet
    row: int
    column: int


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


@dataclass(eq=False)
class Sheet:
    """One sheet: its name, which formulas of other sheets quote, and the next free row."""

    book: Book
    name: str
    sheet: Any
    moves: Moves = "years"
    row: int = 0

    @property
    def quoted(self) -> str:
        """Return the name as a formula of another sheet writes it."""
        plain = re.fullmatch(r"[A-Za-z]+", self.name) and self.name.upper() not in READ_OTHERWISE
        return self.name if plain else "'" + self.name.replace("'", "''") + "'"

    def text(self, column: int, words: str, kind: str = "text", row: int | None = None) -> None:
        """Write words, which stay words whatever they begin with."""
        at = self.row if row is None else row
        self.sheet.write_string(at, column, one_line(words, LONGEST_CELL), self.book.style(kind))

    def number(self, column: int, value: float, kind: str, form: str, row: int | None = None) -> None:
        """Write a number."""
        self.sheet.write_number(self.row if row is None else row, column, value, self.book.style(kind, form))

    def formula(
        self, column: int, formula: str, value: float | str, kind: str, form: str, row: int | None = None
    ) -> None:
        """Write a formula without its equals sign, and our value beside it for who shows what is stored."""
        at = self.row if row is None else row
        self.sheet._check_dimensions(at, column)  # as the library's own way does
        shown = value if isinstance(value, str) else float(f"{float(value) + 0.0:{SHOWN}}")
        self.sheet.table[at][column] = CellFormulaTuple(formula, self.book.style(kind, form), shown)

    def texts(self, words: Sequence[str], kind: str) -> None:
        """Write a row of words, and go on to the next."""
        for column, one in enumerate(words):
            self.text(column, one, kind)
        self.row += 1

    def told(self, line: str, columns: int, characters: int) -> None:
        """Write a sentence over so many columns, on as many lines of so many characters as it needs, and go on."""
        self.sheet.merge_range(self.row, 0, self.row, columns - 1, "", self.book.style("wrapped"))
        self.text(0, line, "wrapped")
        self.sheet.set_row(self.row, LINE * (1 + len(line) // characters))
        self.row += 1

    def as_high_as(self, words: Sequence[str], widths: Sequence[float]) -> None:
        """Make the row as high as words need that are wrapped in columns of these widths."""
        lines = [-(-len(one) * BROAD // width) for one, width in zip(words, widths, strict=False)]
        self.sheet.set_row(self.row, LINE * max([1.0, *lines]))

    def set_up(self, widths: Sequence[float], frozen: tuple[int, int], pages: int = 0) -> None:
        """Set widths, what stays in view, and on how many pages side by side it is printed, 0 for as many as needed."""
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        if frozen != (0, 0):
            self.sheet.freeze_panes(*frozen)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(pages or -(-len(widths) // COLUMNS_OF_A_PAGE), 0)
        self.sheet.repeat_columns(0)
        self.sheet.set_footer("&L&A&RPage &P of &N")
        if frozen[0]:
            self.sheet.repeat_rows(0, frozen[0] - 1)


@dataclass
class Book:
    """A workbook that is being made, with its styles and the names of its sheets."""

    book: Any
    styles: dict[tuple[str, str], Any] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    stream: io.BytesIO = field(default_factory=io.BytesIO)

    @classmethod
    def begun(cls, title: str) -> Book:
        """Begin a workbook in memory, which works itself out when it is opened."""
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(stream, {"in_memory": True})
        book.set_properties({"title": title, "created": MADE})
        book.set_calc_mode("auto")
        return cls(book, stream=stream)

    def content(self) -> bytes:
        """Close the workbook, and give its bytes."""
        self.book.close()
        return self.stream.getvalue()

    def style(self, kind: str, form: str = "") -> Any:
        """Give a style of this workbook."""
        known = self.styles.get((kind, form))
        if known is None:
            properties = {**BASE, **KINDS[kind]}
            if form:
                properties |= {"num_format": form, "align": "right"}
            known = self.styles[kind, form] = self.book.add_format(properties)
        return known

    def sheet(self, name: str, moves: Moves = "years") -> Sheet:
        """Begin a sheet; its name is made one that spreadsheets take, and that no other sheet has.

        `moves` tells what of it formulas refer to moves with them: years with the column, lists with the row.
        """
        free = safe_name(name, self.names)
        self.names.add(free.lower())
        return Sheet(self, free, self.book.add_worksheet(free, ExactWorksheet), moves)


def safe_name(name: str, taken: set[str]) -> str:
    """Give a name for a sheet: at most 31 characters, none that steers, and unlike all names taken.

    >>> safe_name("=A/B [1]", set()), safe_name("Stay", {"stay"})
    ('A B 1', 'Stay (2)')
    """
    plain = re.sub(r"[\\/?*\[\]:'=+@!{}<>]", " ", one_line(name, None))
    plain = re.sub(r" +", " ", plain).strip(" -")
    plain = "".join(mark for mark in plain if ord(mark) <= 0xFFFF)[:LONGEST_NAME].strip() or "Sheet"
    if plain.lower() == "history":
        plain = "History-"
    number, found = 1, plain
    while found.lower() in taken:
        number += 1
        ending = f" ({number})"
        found = plain[: LONGEST_NAME - len(ending)] + ending
    return found


def range_of(first: Spot, last: Spot, sheet: Sheet | None) -> str:
    """Write a range of cells, as a formula on a sheet does: one within a year moves with the formula's column."""
    if first.sheet.moves == "years" and first.column == last.column >= FIRST_YEAR:
        cells = f"{letters(first.column)}{first.row + 1}:{letters(last.column)}{last.row + 1}"
    else:
        cells = f"${letters(first.column)}${first.row + 1}:${letters(last.column)}${last.row + 1}"
    return cells if first.sheet is sheet else f"{first.sheet.quoted}!{cells}"


def cell_of(spot: Spot, sheet: Sheet | None) -> str:
    """Write a cell: a figure by year, or of a list, moves with the formula; a single one stays."""
    moves = spot.sheet.moves
    if moves == "lists" or (moves == "years" and spot.column >= FIRST_YEAR):
        cell = f"{letters(spot.column)}{spot.row + 1}"
    else:
        cell = f"${letters(spot.column)}${spot.row + 1}"
    return cell if spot.sheet is sheet else f"{spot.sheet.quoted}!{cell}"
