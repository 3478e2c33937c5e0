"""One sheet of the form on paper: cells with their styles, lists to choose from, limits, widths and print setup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from colocate.casefile.faults import CaseError, fault_at
from colocate.casefile.form.styles import style
from colocate.casefile.form.texts import PAGE
from colocate.casefile.form.values import LONGEST, Cell

LIST_LIMIT = 255
"""Characters of all choices of a list that stands in its cell; a longer list stands on a sheet of its own."""

TITLE_LIMIT, MESSAGE_LIMIT = 32, 255
FIRST_DATE = date(1901, 1, 1)
"""An earlier date is written as words: a workbook counts its days from 1900."""

A4 = 9
SCALE = 62
"""Per cent at which sheets are printed: small, and still to be read."""

LINE_HEIGHT, HIGHEST = 15.0, 409.0
"""Points of a line, and of the highest row that there can be."""

HEIGHTS = {"title": 26.0, "part": 20.0}
"""Points of rows with larger letters."""

FILLED = 1.0
"""The part of a column's width that words are taken to fill."""


class ExactWorksheet(Worksheet):  # type: ignore[misc]
    """A sheet that writes a number with all its figures: the library leaves some off behind the sixteenth."""

    def _xml_number_element(self, number: float, attributes: Sequence[tuple[str, object]] = ()) -> None:
        written = "".join(f' {name}="{value}"' for name, value in attributes)
        self.fh.write(f"<c{written}><v>{float(number)!r}</v></c>")


@dataclass
class Book:
    """A workbook that is being made, with its styles and the long lists that cells choose from."""

    book: Any
    styles: dict[str, Any] = field(default_factory=dict)
    long_lists: dict[tuple[str, ...], str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def style(self, name: str) -> Any:
        """Give a style of this workbook."""
        if name not in self.styles:
            self.styles[name] = self.book.add_format(style(name))
        return self.styles[name]

    def source_of(self, choices: tuple[str, ...], sheet: str) -> list[str] | str:
        """Give what a cell's list is made from: the choices, or where they stand on the sheet of choices."""
        if len(",".join(choices)) <= LIST_LIMIT and not any("," in choice for choice in choices):
            return list(choices)
        column = chr(ord("A") + list(self.long_lists).index(choices)) if choices in self.long_lists else None
        if column is None:
            column = chr(ord("A") + len(self.long_lists))
            self.long_lists[choices] = column
        return f"={sheet}!${column}$3:${column}${len(choices) + 2}"


@dataclass
class Paper:
    """A sheet that is written from top to bottom; `row` is the next free one, counted from 0."""

    of: Book
    name: str
    sheet: Any
    widths: Sequence[float]
    row: int = 0
    lines: int = 1
    least: float = 0.0

    def put(self, column: int, value: Cell, look: str, *, place: str = "") -> None:
        """Write one cell of the row; words are words whatever they begin with. CaseError where they are too long."""
        form = self.of.style(look)
        self.least = max(self.least, HEIGHTS.get(look, 0.0))
        if isinstance(value, str) and style(look)["text_wrap"]:
            self.lines = max(self.lines, lines_of(value, self.widths[min(column, len(self.widths) - 1)]))
        if value is None or value == "":
            self.sheet.write_blank(self.row, column, None, form)
        elif isinstance(value, str):
            if len(value) > LONGEST:
                raise CaseError([fault_at(place or self.name, "is too long for a cell", "Save the case as a file")])
            self.sheet.write_string(self.row, column, value, form)
        elif isinstance(value, date):
            if value < FIRST_DATE:
                self.sheet.write_string(self.row, column, value.isoformat(), form)
            else:
                self.sheet.write_datetime(self.row, column, value, form)
        else:
            self.sheet.write_number(self.row, column, value, form)

    def line(self, values: Sequence[Cell], look: str) -> None:
        """Write a row in one style, and go on to the next."""
        for column, value in enumerate(values):
            self.put(column, value, look)
        self.end()

    def end(self) -> None:
        """Make the row as high as its words need, since not every program does so by itself, and go on to the next."""
        height = LINE_HEIGHT * self.lines + 1 if self.lines > 1 else self.least
        if height:
            self.sheet.set_row(self.row, min(height, HIGHEST))
        self.row, self.lines, self.least = self.row + 1, 1, 0.0

    def spread(self, words: str, columns: int) -> None:
        """Write an explanation over several columns."""
        self.sheet.merge_range(self.row, 0, self.row, columns - 1, words, self.of.style("words"))
        self.lines = lines_of(words, sum(self.widths[:columns]))
        self.end()

    def choose(self, column: int, choices: tuple[str, ...], sheet: str, help_: str = "", rows: int = 1) -> None:
        """Let a cell of the row, or of several rows, be chosen from a list."""
        self._check(column, rows, {"validate": "list", "source": self.of.source_of(choices, sheet)}, help_)

    def offer(self, column: int, source: list[str] | str, help_: str, rows: int = 1) -> None:
        """Offer a list in a cell of the row, or of several rows; what is not on it may be typed as well."""
        self._check(column, rows, {"validate": "list", "source": source, "show_error": False}, help_)

    def name_rows(self, name: str, column: int, first: int) -> None:
        """Name the cells of a column from a row, counted from 0, to the last one written, for lists to choose from."""
        letter = xl_col_to_name(column, col_abs=True)
        self.of.named[name] = f"='{self.name}'!{letter}${first + 1}:{letter}${self.row}"

    def limit(self, column: int, least: float, most: float, said: str) -> None:
        """Let a cell of the row hold a number within limits; what else is typed is told what is due."""
        rule = {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most}
        self._check(column, 1, rule, said)

    def must(self, column: int, rows: int = 1) -> None:
        """Colour a cell while it is empty."""
        rule = {"type": "blanks", "format": self.of.style("missing")}
        self.sheet.conditional_format(self.row, column, self.row + rows - 1, column, rule)

    def _check(self, column: int, rows: int, rule: dict[str, Any], said: str) -> None:
        words = {"input_message": said[:MESSAGE_LIMIT], "error_message": said[:MESSAGE_LIMIT]} if said else {}
        self.sheet.data_validation(self.row, column, self.row + rows - 1, column, {**rule, **words})

    def set_up(self, frozen: tuple[int, int], breaks: Sequence[int] = ()) -> None:
        """Set the rows and columns that stay in sight, and how the sheet is printed; a new page before each break."""
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(*frozen)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_print_scale(SCALE)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.repeat_rows(0, max(frozen[0] - 1, 0))
        self.sheet.repeat_columns(0)
        if breaks:
            self.sheet.set_v_pagebreaks(breaks)
        self.sheet.set_footer(PAGE.format(title=self.name))
        self.sheet.hide_gridlines(2)


def lines_of(words: str, width: float) -> int:
    r"""Count the lines that words take in a column, rather too many than too few: fonts differ.

    >>> lines_of("one two three", 8), lines_of("a\nb", 8)
    (2, 2)
    """
    room = max(int(width * FILLED), 1)
    return sum(len(wrap(line, room, break_on_hyphens=False)) or 1 for line in words.split("\n"))


def begin(to: Any) -> Book:
    """Begin a workbook; nothing that is written into it becomes a formula, a link or a number by itself."""
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    return Book(xlsxwriter.Workbook(to, plain))


def paper(book: Book, name: str, widths: Sequence[float]) -> Paper:
    """Begin a sheet of a workbook, with the widths of its columns in characters."""
    return Paper(book, name, book.book.add_worksheet(name, worksheet_class=ExactWorksheet), widths)
