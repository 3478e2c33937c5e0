"""The rows of a table in CSV, as a spreadsheet of any country writes them: semicolons, blank rows above, capitals.

Which mark stands between the cells, and which row has the names of the columns, is told by where the names that are
asked for stand. What the format itself would write is read as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from colocate.casefile.faults import Fault, column_of, fault_at, row_of, within
from colocate.message import Message
from colocate.stopping import looking

MARKS = (",", ";", "\t")
SAID = re.compile(r'"?sep=(.)"?,*')
"""A first line in which Excel is told the mark between cells."""

LOOKED_AT, FIRST_ROWS = 262_144, 20
"""Characters and rows in which the names of the columns are looked for."""

MOST_COLUMNS = 20_000
BETWEEN_WORDS = re.compile(r"[\s_-]+")
IsKnown = Callable[[str], bool]


@dataclass(frozen=True)
class Sheet:
    """A table's header, its rows by their number in the file (blank ones are left out), and the mark between cells.

    `header_row` is the number of the header's row; 0 where there is no row at all.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    header_row: int = 1
    mark: str = ","


def read_sheet(text: str, name: str, is_known: IsKnown, most_rows: int) -> tuple[Sheet, list[Fault]]:
    """Read a table's rows; `is_known` tells the names that its header may have. Faults of form by row."""
    text = text.lstrip("\ufeff")
    mark, above = _laid_out(text, is_known)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=mark)
    lines: list[tuple[int, tuple[str, ...]]] = []
    header: tuple[str, ...] | None = None
    try:
        for number, cells in enumerate(looking(reader), start=1):
            if number <= above:
                continue
            if header is None:
                header = _without_blank_end(cells)
                if len(header) > MOST_COLUMNS:
                    return Sheet((), ()), [_too_wide(name)]
                continue
            if any(cell.strip() for cell in cells):
                lines.append((number, tuple(cell.strip() for cell in cells)))
            if len(lines) > most_rows or number > above + 1 + 2 * most_rows:
                return Sheet(header, ()), [_too_long(name, most_rows)]
    except csv.Error as error:
        return Sheet((), ()), [
            fault_at(
                within(name, row_of(reader.line_num)),
                "cannot be read as CSV ({error})",
                "Save it again as CSV; a quote that opens a cell closes it, too",
                error=str(error),
            )
        ]
    return Sheet(header or (), tuple(lines), above + 1 if header else 0, mark), []


def named(header: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Give the names of columns as the format writes them: capitals and blanks make no other name.

    A name that the header already has as the format writes it stays with that column.

    >>> named(("Name", "Visits by us", "name ", "Notes"), ("name", "visits_by_us"))
    ('Name', 'visits_by_us', 'name', 'Notes')
    """
    written = [cell.strip() for cell in header]
    exact = {cell for cell in written if cell in known}
    plain = {plain_name(one): one for one in known}
    return tuple(
        cell if cell in exact or plain.get(plain_name(cell), cell) in exact else plain.get(plain_name(cell), cell)
        for cell in written
    )


def separator_of(text: str) -> str:
    """Tell what stands between the cells of a table with its header in the first row."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    return next((mark for mark in MARKS if mark in first), ",")


def rows_of(
    sheet: Sheet, name: str, columns: Sequence[str], optional: Sequence[str] = (), may_be_cut: Sequence[str] = ()
) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    """Give a sheet's rows by their number in the file, with the columns asked for; and what is wrong with its form.

    A row may lack its last cells where their columns `may_be_cut`: spreadsheets leave empty ones off.
    """
    header = sheet.header
    if not header:
        return [], [fault_at(name, "is empty", "Due: a first row with {columns}", columns=", ".join(columns))]
    faults = [
        fault_at(
            within(name, column_of(column)),
            "is missing",
            "The first row reads: {columns}",
            columns=", ".join(header)[:200],
        )
        for column in columns
        if column not in header and column not in optional
    ]
    faults += [
        fault_at(within(name, column_of(column)), "stands twice", "Take one out")
        for column in columns
        if header.count(column) > 1
    ]
    if faults:
        return [], faults
    places = {column: header.index(column) for column in columns if column in header}
    rows = []
    for number, cells in looking(sheet.rows):
        line = as_long_as(header, cells, may_be_cut)
        if line is None:
            faults.append(_of_another_length(within(name, row_of(number)), cells, header, sheet.mark))
        else:
            rows.append((number, {column: line[places[column]] if column in places else "" for column in columns}))
    return rows, faults


def as_long_as(header: Sequence[str], line: Sequence[str], may_be_cut: Sequence[str]) -> tuple[str, ...] | None:
    """Give a row as many cells as the header has, where only empty ones are missing or too many; None where others."""
    left_out = header[len(line) :]
    if any(column not in may_be_cut for column in left_out) or any(cell for cell in line[len(header) :]):
        return None
    return (*line[: len(header)], *("" for _ in left_out))


def cells_counted(found: int, due: int) -> Message:
    """Say that a row has another number of cells than is due."""
    return Message.counted("has {count} cell, not {due}", "has {count} cells, not {due}", found, due=due)


def _of_another_length(here: Message, cells: Sequence[str], header: Sequence[str], mark: str) -> Fault:
    """Say from which column on cells are missing, or which cell is too many."""
    if len(cells) < len(header):
        return Fault(
            here,
            cells_counted(len(cells), len(header)),
            Message(
                "Cells are missing from {column} on; one with {mark} in it needs quotes",
                column=header[len(cells)][:60],
                mark=_named_mark(mark),
            ),
        )
    extra = next(cell for cell in cells[len(header) :] if cell)
    return Fault(
        here,
        cells_counted(len(cells), len(header)),
        Message(
            '"{cell}" stands beyond the last column; a cell with {mark} in it needs quotes',
            cell=extra[:40],
            mark=_named_mark(mark),
        ),
    )


def _named_mark(mark: str) -> Message:
    return {",": Message("a comma"), ";": Message("a semicolon")}.get(mark, Message("a tab"))


def _laid_out(text: str, is_known: IsKnown) -> tuple[str, int]:
    """Tell the mark between cells, and how many rows stand above the header."""
    first, _, _ = text.partition("\n")
    said = SAID.fullmatch(first.strip())
    if said:
        return said.group(1) if said.group(1) in MARKS else ",", 1 + _laid_above(text, said.group(1), is_known, 1)[1]
    found = {mark: _laid_above(text, mark, is_known, 0) for mark in MARKS}
    best = max(hits for hits, _ in found.values())
    if best:
        mark = next(mark for mark in MARKS if found[mark][0] == best)
        return mark, found[mark][1]
    plain = next((line for line in text[:LOOKED_AT].split("\n") if line.strip(",;\t\r ")), "")
    mark = next((mark for mark in MARKS if mark in plain), ",")
    return mark, _laid_above(text, mark, is_known, 0)[1]


def _laid_above(text: str, mark: str, is_known: IsKnown, skipped: int) -> tuple[int, int]:
    """Give how many known names the header has with this mark, and how many rows stand above it.

    The header is the row with most of them among the first; where none has any, the first that is not blank.
    """
    rows: list[list[str]] = []
    try:
        reader = csv.reader(io.StringIO(text[:LOOKED_AT], newline=""), strict=True, delimiter=mark)
        rows.extend(islice(reader, FIRST_ROWS + skipped))
    except csv.Error:
        pass
    rows = rows[skipped:]
    hits = [sum(is_known(cell.strip()) for cell in row) for row in rows]
    if max(hits, default=0) > 1:
        return max(hits), hits.index(max(hits))
    return 0, next((place for place, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)


def _without_blank_end(cells: Sequence[str]) -> tuple[str, ...]:
    """Take off the empty cells at the end of a header: spreadsheets write as many as their widest row has."""
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def plain_name(name: str) -> str:
    """Give a column's name in small letters, with one underscore where blanks or hyphens stand."""
    return BETWEEN_WORDS.sub("_", name.strip().casefold())


def _too_wide(name: str) -> Fault:
    return fault_at(name, "has more than {most} columns", "Keep those that are read", most=f"{MOST_COLUMNS:,}")


def _too_long(name: str, most: int) -> Fault:
    return fault_at(name, "has more than {most} rows", "Keep those that the office works with", most=f"{most:,}")
