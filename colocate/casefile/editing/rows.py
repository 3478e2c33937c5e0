"""The constituents' table as rows that are changed: cells are words until they are read, so none is lost."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence

from colocate.casefile.editing.actions import begin_record
from colocate.casefile.editing.renaming import with_ways_renamed
from colocate.casefile.editing.state import Editing, changed
from colocate.casefile.editing.written import found_in
from colocate.casefile.faults import Steps
from colocate.casefile.numbers_written import as_numbers
from colocate.casefile.tables import CONSTITUENT_COLUMNS, LIMITS, NEED_NOT_BE

Row = Mapping[str, str]
TABLE: Steps = ("access", "constituents")
ESTIMATES: Steps = ("access", "estimates")
"""Where the case names the table, and where ways are told for one of its rows."""

NEW_TABLE = "constituents.csv"
MOST_ROWS, FIRST_ROWS = 5_000, 20
"""Rows that are shown to be changed, and those in which the names of the columns are looked for."""

MARKS = ("\t", ";", ",")


def table_name(editing: Editing) -> str:
    """Give the name of the constituents' table; empty where the case names none."""
    name = found_in(editing.document, TABLE)
    return name if isinstance(name, str) else ""


def rows_of(editing: Editing) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Give the columns and the rows of the constituents' table, each cell as it is written; none where it has none.

    Columns that may be left out are there as well, after those that the table has.
    """
    content = editing.tables.get(table_name(editing), b"")
    header, *lines = _lines(content) or [[]]
    columns = tuple(dict.fromkeys([*(one for one in header if one), *CONSTITUENT_COLUMNS]))
    rows = [dict(zip(header, line, strict=False)) for line in lines if any(cell.strip() for cell in line)]
    return columns, _with_points([{column: row.get(column, "") for column in columns} for row in rows])


def with_rows(editing: Editing, rows: Sequence[Row]) -> Editing:
    """Give the case with these rows as its constituents; a case without a place for them gets one."""
    if found_in(editing.document, ("access",)) is None:
        editing = begin_record(editing, ("access",))
    written, name = editing.now.written, table_name(editing)
    if not name:
        name = NEW_TABLE
        written = written.put(TABLE, name)
    tables = {**editing.tables, name: _table(rows)}
    renamed = _renamed(rows_of(editing)[1], rows)
    if renamed is not None:
        old, new = renamed
        tables = {**with_ways_renamed(tables, editing.document, old, new), name: tables[name]}
        for place, one in enumerate(found_in(written.document, ESTIMATES) or ()):
            if one.get("constituent") == old:
                written = written.put((*ESTIMATES, place, "constituent"), new)
    return changed(editing, written, tables=tables)


def _renamed(before: Sequence[Row], after: Sequence[Row]) -> tuple[str, str] | None:
    """Give the old and the new name by which one organisation is told from the others, where one alone was renamed."""
    keys = [(_key(one), _key(two)) for one, two in zip(before, after, strict=False)]
    others = [pair for pair in keys if pair[0] != pair[1]]
    if len(before) != len(after) or len(others) != 1 or not all(others[0]):
        return None
    old, new = others[0]
    is_taken = any(old == two or new == one for one, two in keys if one == two)
    return None if is_taken else (old, new)


def _key(row: Row) -> str:
    """Give what tells a row from the others: its id, or else its name."""
    return (row.get("id") or "").strip() or (row.get("name") or "").strip()


def pasted(text: str) -> list[dict[str, str]]:
    """Read rows as a spreadsheet gives them away: cells apart by tabs, else as a file in CSV has them.

    A first row with the names of columns says what is in each; else they are those of the format, in its order.
    """
    lines = _lines(text.encode())
    if not lines:
        return []
    first = [_named(cell) for cell in lines[0]]
    has_names = "name" in first and "latitude" in first
    columns = first if has_names else list(CONSTITUENT_COLUMNS)
    rows = [dict(zip(columns, line, strict=False)) for line in lines[has_names:] if any(cell.strip() for cell in line)]
    return _with_points([{column: row.get(column, "").strip() for column in CONSTITUENT_COLUMNS} for row in rows])


def _lines(content: bytes) -> list[list[str]]:
    """Read the cells of a table from its header on, in whichever way its names of columns are found.

    Nothing is a fault here: a mark that nobody closes takes the rest of the table, and letters that are not known stand
    as a question mark each; the checks of the case tell what is wrong.
    """
    text = _decoded(content).lstrip("\ufeff")
    if not text.strip():
        return []
    best: list[list[str]] = []
    most = -1.0
    for mark in MARKS:
        lines = _parted(text, mark)
        known = [sum(_named(cell) in CONSTITUENT_COLUMNS for cell in line) for line in lines[:FIRST_ROWS]]
        found = max(known, default=0) + (mark in text.partition("\n")[0]) / 2
        if found > most:
            most, best = found, lines[known.index(max(known)) if max(known, default=0) > 1 else 0 :]
    if sum(_named(cell) in CONSTITUENT_COLUMNS for cell in best[0]) > 1:
        best[0] = [_named(cell) if _named(cell) in CONSTITUENT_COLUMNS else cell for cell in best[0]]
    return best


def _parted(text: str, mark: str) -> list[list[str]]:
    """Cut a text into rows and cells."""
    lines: list[list[str]] = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            cells = [cell.strip() for cell in line]
            if any(cells):
                lines.append(cells)
            if len(lines) > MOST_ROWS:
                break
    except csv.Error:
        pass
    return lines


def _decoded(content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _named(cell: str) -> str:
    """Write the name of a column in small letters, with one underscore where blanks or hyphens stand."""
    return re.sub(r"[\s_-]+", "_", cell.strip().casefold())


def _table(rows: Sequence[Row]) -> bytes:
    """Write rows as a table; columns that may be left out are, where no row says anything in them."""
    every = dict.fromkeys([*CONSTITUENT_COLUMNS, *(column for row in rows for column in row)])
    columns = [one for one in every if one not in NEED_NOT_BE or any(row.get(one) for row in rows)]
    columns = [one for one in columns if one in CONSTITUENT_COLUMNS or any(row.get(one) for row in rows)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[row.get(column) or "" for column in columns] for row in rows])
    return out.getvalue().encode(errors="replace")


def _with_points(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Write the numbers of one table with points, as all of its rows tell; one that could be two stays as it is.

    >>> row = {"latitude": "21,026", "longitude": "105,8", "visits_by_them": "1,234", "visits_by_us": "2"}
    >>> list(_with_points([row])[0].values())
    ['21.026', '105.8', '1,234', '2']
    """
    read = [(number, dict(row)) for number, row in enumerate(rows)]
    asked = as_numbers(read, "", LIMITS)
    for number, row in read:
        if number in asked:  # what is asked about reads 0
            row |= {column: cell for column, cell in rows[number].items() if column in LIMITS and row[column] == "0"}
    return [row for _, row in read]
