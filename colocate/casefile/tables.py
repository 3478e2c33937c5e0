"""The table of constituents beside a case, and what every table in CSV has in common."""

from __future__ import annotations

import csv
import io
import math
import re
from datetime import date

from colocate.case.reach import Constituent
from colocate.casefile.faults import (
    Fault,
    column_of,
    fault_at,
    row_of,
    within,
)
from colocate.message import Message
from colocate.stopping import looking

CONSTITUENT_COLUMNS = (
    "name",
    "group",
    "latitude",
    "longitude",
    "visits_by_them",
    "visits_by_us",
    "since",
    "until",
    "id",
    "source",
)
NEED_NOT_BE = ("since", "until", "id", "source")
ROW_LIMIT = 20_000
MOST_COLUMNS = 20_000
COMMA = re.compile(r"[+-]?\d+,\d+")
"""A number with a decimal comma, in a table whose cells are not parted by commas."""

NEAREST = 1e-9
"""A number of a table is 0, or at least so far from 0: a ten-thousandth of a millimetre for a degree."""

VISITS_LIMIT = 1e6


def read_constituents(text: str, name: str) -> tuple[tuple[Constituent, ...], list[Fault]]:
    """Read the constituents' table; the rows that are fine, and every fault by row and column."""
    rows, faults = rows_of(text, name, CONSTITUENT_COLUMNS, optional=NEED_NOT_BE, may_be_cut=NEED_NOT_BE)
    found: list[Constituent] = []
    first: dict[tuple[str, date | None], int] = {}
    first_id: dict[str, int] = {}
    groups: dict[str, str] = {}  # as first written, by their small letters: a capital makes no other group
    for number, row in looking(rows):
        here = within(name, row_of(number))
        wrong: list[Fault] = []
        for column in ("name", "group"):
            if not row[column]:
                wrong.append(fault_at(within(here, column), "is empty", "Due: words"))
        latitude = number_in(row, "latitude", here, wrong, least=-90.0, most=90.0)
        longitude = number_in(row, "longitude", here, wrong, least=-180.0, most=180.0)
        by_them = number_in(row, "visits_by_them", here, wrong, least=0.0, most=VISITS_LIMIT)
        by_us = number_in(row, "visits_by_us", here, wrong, least=0.0, most=VISITS_LIMIT)
        since, until = (_date(row, column, here, wrong) for column in ("since", "until"))
        if since is not None and until is not None and until <= since:
            wrong.append(
                fault_at(
                    within(here, "until"),
                    "{until} is not after since ({since})",
                    "Exchange or mend the dates",
                    until=str(until),
                    since=str(since),
                )
            )
        if (row["name"], since) in first:
            before = first[row["name"], since]
            wrong.append(
                fault_at(
                    within(here, "name"),
                    '"{name}" stands in row {row} already',
                    "Take one row out",
                    name=row["name"],
                    row=before,
                )
            )
        first.setdefault((row["name"], since), number)
        if row["id"] and row["id"] in first_id:
            wrong.append(
                fault_at(
                    within(here, "id"),
                    '"{name}" stands in row {row} already',
                    "Give each row an id of its own",
                    name=row["id"],
                    row=first_id[row["id"]],
                )
            )
        first_id.setdefault(row["id"], number)
        if not wrong:
            found.append(
                Constituent(
                    name=row["name"],
                    group=groups.setdefault(row["group"].casefold(), row["group"]),
                    latitude=latitude,
                    longitude=longitude,
                    visits_by_them=by_them,
                    visits_by_us=by_us,
                    since=since,
                    until=until,
                    id=row["id"],
                    source=row["source"],
                )
            )
        faults += wrong
    if not found and not faults:
        faults.append(fault_at(name, "has no rows", "Due: one row per constituent"))
    return tuple(found), faults


def rows_of(
    text: str,
    name: str,
    columns: tuple[str, ...],
    optional: tuple[str, ...] = (),
    most_rows: int = ROW_LIMIT,
    may_be_cut: tuple[str, ...] = (),
) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    """Read a table's rows by their number in the file, with the columns asked for; and what is wrong with its form.

    A row may lack its last cells where their columns `may_be_cut`: spreadsheets leave empty ones off.
    """
    text = text.lstrip("\ufeff")
    mark = separator_of(text)
    reader = csv.reader(io.StringIO(text), strict=True, delimiter=mark)
    try:
        lines = [line for line, _ in zip(looking(reader), range(most_rows + 2), strict=False)]
    except csv.Error as error:
        return [], [
            fault_at(
                within(name, row_of(reader.line_num)),
                "cannot be read as CSV ({error})",
                "Save it again as CSV",
                error=str(error),
            )
        ]
    if not lines:
        return [], [fault_at(name, "is empty", "Due: a first row with {columns}", columns=", ".join(columns))]
    if len(lines[0]) > MOST_COLUMNS:
        return [], [
            fault_at(
                name,
                "has more than {most} columns",
                "Keep those that are read: {columns}",
                most=MOST_COLUMNS,
                columns=", ".join(columns),
            )
        ]
    header = [cell.strip() for cell in lines[0]]
    missing = [column for column in columns if column not in header and column not in optional]
    faults = [
        fault_at(
            within(name, column_of(column)),
            "is missing",
            "The first row reads: {columns}",
            columns=", ".join(header)[:200],
        )
        for column in missing
    ]
    faults += [
        fault_at(within(name, column_of(column)), "stands twice", "Take one out")
        for column in columns
        if header.count(column) > 1
    ]
    if len(lines) > most_rows + 1:
        faults.append(
            fault_at(
                name,
                "has more than {most} rows",
                "Keep those that the office works with",
                most=f"{most_rows:,}",
            )
        )
    if faults:
        return [], faults
    rows = []
    for number, cells_read in enumerate(looking(lines[1:]), start=2):
        if not any(cell.strip() for cell in cells_read):
            continue
        line = _as_long_as(header, cells_read, may_be_cut)
        if len(line) != len(header):
            faults.append(
                Fault(
                    within(name, row_of(number)),
                    cells_counted(len(line), len(header)),
                    Message("Check commas and quotes"),
                )
            )
            continue
        written = (cell.strip() for cell in line)
        if mark != ",":
            written = (cell.replace(",", ".") if COMMA.fullmatch(cell) else cell for cell in written)
        cells = dict(zip(header, written, strict=True))
        rows.append((number, {column: cells.get(column, "") for column in columns}))
    return rows, faults


def separator_of(text: str) -> str:
    """Tell what stands between the cells of a table: a comma, or where its first row has none a semicolon or a tab.

    Spreadsheets write semicolons where numbers have a decimal comma.
    """
    first = text.lstrip("\ufeff").partition("\n")[0]
    return next((mark for mark in ",;\t" if mark in first), ",")


def _as_long_as(header: list[str], line: list[str], may_be_cut: tuple[str, ...]) -> list[str]:
    """Give a row as many cells as the first row has, where only empty ones are missing or too many."""
    left_out = header[len(line) :]
    if left_out and all(column in may_be_cut for column in left_out):
        return [*line, *("" for _ in left_out)]
    return line[: len(header)] if not any(cell.strip() for cell in line[len(header) :]) else line


def cells_counted(found: int, due: int) -> Message:
    """Say that a row has another number of cells than is due."""
    return Message.counted("has {count} cell, not {due}", "has {count} cells, not {due}", found, due=due)


def header_of(text: str) -> list[str]:
    """Give the names of a table's columns; none where its first row cannot be read, which `rows_of` tells."""
    try:
        plain = text.lstrip("\ufeff")
        first = next(csv.reader(io.StringIO(plain), strict=True, delimiter=separator_of(plain)), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in first]


def number_in(
    row: dict[str, str], column: str, here: Message, faults: list[Fault], *, least: float, most: float
) -> float:
    """Read a number within limits; 0 and a fault where the cell holds none."""
    try:
        value = float(row[column])
    except ValueError:
        faults.append(
            fault_at(
                within(here, column),
                '"{word}" is not a number',
                "Due: digits, point for decimals",
                word=row[column][:40],
            )
        )
        return 0.0
    if not math.isfinite(value) or not least <= value <= most or 0.0 < abs(value) < NEAREST:
        faults.append(
            fault_at(
                within(here, column),
                "{word} is off the scale",
                "Due: {least} to {most}",
                word=row[column][:40],
                least=least,
                most=most,
            )
        )
    return value


def _date(row: dict[str, str], column: str, here: Message, faults: list[Fault]) -> date | None:
    if not row[column]:
        return None
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        faults.append(
            fault_at(
                within(here, column),
                '"{word}" is not a date',
                "Due: like 2025-03-01, or nothing",
                word=row[column][:40],
            )
        )
        return None
