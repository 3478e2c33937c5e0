"""The constituents' table as rows that are changed: cells are words until they are read, so none is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from colocate.casefile.editing.actions import begin_record
from colocate.casefile.editing.state import Editing, changed
from colocate.casefile.editing.written import found_in
from colocate.casefile.faults import CaseError, Steps
from colocate.casefile.reading import TABLE_LIMIT, text_of
from colocate.casefile.tables import COMMA, CONSTITUENT_COLUMNS, NEED_NOT_BE, separator_of

Row = Mapping[str, str]
TABLE: Steps = ("access", "constituents")
"""Where the case names the table."""

NEW_TABLE = "constituents.csv"
MOST_ROWS = 5_000


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
    return columns, [{column: row.get(column, "") for column in columns} for row in rows]


def with_rows(editing: Editing, rows: Sequence[Row]) -> Editing:
    """Give the case with these rows as its constituents; a case without a place for them gets one."""
    if found_in(editing.document, ("access",)) is None:
        editing = begin_record(editing, ("access",))
    written, name = editing.now.written, table_name(editing)
    if not name:
        name = NEW_TABLE
        written = written.put(TABLE, name)
    return changed(editing, written, tables={**editing.tables, name: _table(rows)})


def pasted(text: str) -> list[dict[str, str]]:
    """Read rows as a spreadsheet gives them away: cells apart by tabs, else as a file in CSV has them.

    A first row with the names of columns says what is in each; else they are those of the format, in its order.
    """
    lines = _lines(text.encode())
    if not lines:
        return []
    first = [cell.strip().casefold() for cell in lines[0]]
    has_names = "name" in first and "latitude" in first
    columns = first if has_names else list(CONSTITUENT_COLUMNS)
    rows = [dict(zip(columns, line, strict=False)) for line in lines[has_names:] if any(cell.strip() for cell in line)]
    return [{column: _with_point(row.get(column, "").strip()) for column in CONSTITUENT_COLUMNS} for row in rows]


def _lines(content: bytes) -> list[list[str]]:
    """Read the cells of a table; a mark that nobody closes takes the rest of the table, and not more."""
    if not content.strip():
        return []
    try:
        text = text_of(content, limit=TABLE_LIMIT)
    except CaseError:
        return []
    mark = "\t" if "\t" in text.partition("\n")[0] else separator_of(text)
    lines = []
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        for line in reader:
            lines.append([_with_point(cell.strip()) if mark != "," else cell.strip() for cell in line])
            if len(lines) > MOST_ROWS:
                break
    except csv.Error:
        pass
    return lines


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


def _with_point(cell: str) -> str:
    return cell.replace(",", ".") if COMMA.fullmatch(cell) else cell
