"""The tables of a form, constituents and measured ways, as files beside a case; and where each row stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from colocate.casefile.faults import Fault
from colocate.casefile.form.cells import Wrong, date_of, number_of, words_of
from colocate.casefile.form.grid import Value
from colocate.casefile.form.rows import Row, heading
from colocate.casefile.tables import CONSTITUENT_COLUMNS
from colocate.casefile.travel_tables import MINUTES, NOT_FOUND, PAIR

NUMBERS = ("latitude", "longitude", "visits_by_them", "visits_by_us")
DATES = ("since", "until")


@dataclass
class Table:
    """A table as a file of its own, its rows on the form by their number in the file, and the faults of its cells."""

    content: bytes
    rows: dict[int, Row] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def constituents_in(rows: Sequence[Row]) -> Table:
    """Give the table of constituents of a form."""
    return _table(list(CONSTITUENT_COLUMNS), rows, _constituent_cell)


def ways_in(rows: Sequence[Row]) -> Table:
    """Give the table of measured ways of a form, with the columns that it has there."""
    columns = [*PAIR]
    for row in rows:
        for head in row.heads:
            name = head.replace(" ", "_")
            if name not in columns:
                columns.append(name)
    return _table(columns, rows, _way_cell)


def _table(columns: list[str], rows: Sequence[Row], read: Callable[[str, Value, datetime], str | Wrong]) -> Table:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    table = Table(b"")
    number = 2
    for row in rows:
        line = []
        for column in columns:
            value = row.value(column)
            cell = "" if value is None else read(column, value, row.sheet.epoch)
            if not isinstance(cell, str):
                table.faults.append(Fault(row.at(column), *cell))
                cell = "0" if column in NUMBERS or column.startswith(MINUTES) else ""
            line.append(cell)
        if not any(line):
            continue
        writer.writerow(line)
        table.rows[number] = row
        number += 1 + sum(cell.count("\n") for cell in line) * 0
    table.content = stream.getvalue().encode()
    return table


def _constituent_cell(column: str, value: Value, epoch: datetime) -> str | Wrong:
    if column in NUMBERS:
        return _number(number_of(value))
    if column in DATES:
        found = date_of(value, epoch)
        return found if isinstance(found, tuple) else found.isoformat()
    return _line(words_of(value))


def _way_cell(column: str, value: Value, _epoch: datetime) -> str | Wrong:
    if column.startswith(MINUTES) and not (value.kind == "words" and value.value.strip().lower() in NOT_FOUND):
        return _number(number_of(value))
    return _line(words_of(value))


def _number(found: float | Wrong) -> str | Wrong:
    return found if isinstance(found, tuple) else repr(found)


def _line(found: str | Wrong) -> str | Wrong:
    return found if isinstance(found, tuple) else found.strip()


def columns_of(table: Table) -> dict[str, str]:
    """Give the headings of a table's columns by the names that its file has for them."""
    return {head.replace(" ", "_"): heading(head) for row in table.rows.values() for head in row.heads}
