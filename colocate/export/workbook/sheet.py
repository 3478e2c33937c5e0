"""Sheets that are written from top to bottom, and where a figure stands on them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple

import xlsxwriter  # type: ignore[import-untyped]

from colocate.export.workbook.cells import FormulaCell, LiveWorksheet, copies, element, follower, leader, letters
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

LINE, TITLE_HEIGHT = 14.0, 24
"""Points that a line of a cell takes, and the row of a sheet's title."""

BROAD = 1.05
"""What a character takes of a column's width, with the blanks where lines are broken."""


class Spot(NamedTuple):
    """Where a figure stands: the sheet, and row and column counted from 0."""

    sheet: Sheet
    row: int
    column: int


@dataclass(eq=False)
class Sheet:
    """One sheet: its name, which formulas of other sheets quote, and the next free row.

    `shared` is how many formulas it has that stand in several cells.
    """

    book: Book
    name: str
    sheet: Any
    moves: Moves = "years"
    row: int = 0
    shared: int = 0

    @cached_property
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
        self.sheet.table[at][column] = FormulaCell(element(formula), self.book.style(kind, form), value)

    def copied(
        self, first: tuple[int, int], down: bool, formula: str, values: Sequence[float], kind: str, form: str
    ) -> None:
        """Write one formula into the first cell and copy it to the right or down, with our value beside each."""
        row, column = first
        last = (row + len(values) - 1, column) if down else (row, column + len(values) - 1)
        for at in (first, last):
            self.sheet._check_dimensions(*at)
        style, table = self.book.style(kind, form), self.sheet.table
        if len(values) == 1 or "!" in formula:  # Excel takes no shared formula that refers to another sheet
            elements = copies(formula, len(values), down)
        else:
            self.shared += 1
            ends = ":".join(f"{letters(across)}{below + 1}" for below, across in (first, last))
            elements = [leader(formula, ends, self.shared), *[follower(self.shared)] * (len(values) - 1)]
        for place, (written, value) in enumerate(zip(elements, values, strict=True)):
            below, across = (row + place, column) if down else (row, column + place)
            table[below][across] = FormulaCell(written, style, value)

    def across(
        self, column: int, formula: str, values: Sequence[float], kind: str, form: str, row: int | None = None
    ) -> None:
        """Write one formula over columns side by side, as it is copied to the right from the first of them."""
        self.copied((self.row if row is None else row, column), False, formula, values, kind, form)

    def value(self, row: int, column: int) -> float:
        """Give our value of a formula that is there."""
        return float(self.sheet.table[row][column].value)

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
        return Sheet(self, free, self.book.add_worksheet(free, LiveWorksheet), moves)


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


def moves(spot: Spot) -> bool:
    """Tell whether a reference to a cell moves with the formula: to a figure by year, or to one of a list."""
    kind = spot.sheet.moves
    return kind == "lists" or (kind == "years" and spot.column >= FIRST_YEAR)


def range_moves(first: Spot, last: Spot) -> bool:
    """Tell whether a reference to a range moves with the formula: to one within a year."""
    return first.sheet.moves == "years" and first.column == last.column >= FIRST_YEAR


def range_of(first: Spot, last: Spot, sheet: Sheet | None) -> str:
    """Write a range of cells, as a formula on a sheet does."""
    if range_moves(first, last):
        cells = f"{letters(first.column)}{first.row + 1}:{letters(last.column)}{last.row + 1}"
    else:
        cells = f"${letters(first.column)}${first.row + 1}:${letters(last.column)}${last.row + 1}"
    return cells if first.sheet is sheet else f"{first.sheet.quoted}!{cells}"


def cell_of(spot: Spot, sheet: Sheet | None) -> str:
    """Write a cell, as a formula on a sheet does."""
    name, row = letters(spot.column), spot.row + 1
    cell = f"{name}{row}" if moves(spot) else f"${name}${row}"
    return cell if spot.sheet is sheet else f"{spot.sheet.quoted}!{cell}"
