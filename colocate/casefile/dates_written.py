"""Dates as people and spreadsheets of any country write them.

The rule. 2025-03-01, 2025/03/01 and 20250301 have the year first, then month and day. 01.03.2025 with points has the
day first. 01/03/2025 and 01-03-2025 have the day first in most countries and the month in some: where a number above 12
proves it, for this date or for another one of its column, it is read so; else it is asked. A number from 20,000 to
80,000 (1954 to 2119) is the day that Excel counts so. The year has four digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from colocate.casefile.faults import Fault, fault_at, row_of, within
from colocate.message import Message

Rows = Sequence[tuple[int, dict[str, str]]]
Order = Literal["day", "month"]
"""What stands first."""

WITH_TIME = re.compile(r"(.*\d)(?:T| +)0?0:00(?::00(?:\.0+)?)?Z?", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)
YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\.?", re.ASCII)
SERIAL = re.compile(r"(\d{5})(?:[.,]0*)?", re.ASCII)
FIRST_DAY, LEAST, MOST = date(1899, 12, 30), 20_000, 80_000
"""The day that Excel counts from (with a 29 February 1900, which never was), and the numbers taken for days."""


def date_written(cell: str, order: Order | None = None) -> date | None:
    """Read a date; None where it is none, or where it could be two and no order is told.

    >>> date_written("31/12/2024"), date_written("01/03/2025"), date_written("01/03/2025", "day")
    (datetime.date(2024, 12, 31), None, datetime.date(2025, 3, 1))
    """
    cell = match.group(1) if (match := WITH_TIME.fullmatch(cell)) else cell
    try:
        return date.fromisoformat(cell)
    except ValueError:
        pass
    if match := SERIAL.fullmatch(cell):
        days = int(match.group(1))
        return FIRST_DAY + timedelta(days) if LEAST <= days <= MOST else None
    if match := YEAR_FIRST.fullmatch(cell):
        return _date(*(int(one) for one in match.groups()))
    found = {first: _in_order(cell, first) for first in ("day", "month")}
    likely = found["day"] or found["month"]
    if order is not None and found[order] is not None:
        return found[order]
    return likely if None in found.values() or found["day"] == found["month"] else None


def as_dates(rows: Rows, name: str, columns: Sequence[str]) -> dict[int, list[Fault]]:
    """Rewrite the dates of a table, in place, as 2025-03-01; give what must be asked, by the row's number.

    What is no date stays as it is, for whoever reads it to tell; a cell that is asked about is left empty.
    """
    asked: dict[int, list[Fault]] = {}
    for column in columns:
        proved = {order for _, row in rows if (order := _order_of(row[column])) is not None}
        order = next(iter(proved)) if len(proved) == 1 else None
        for number, row in rows:
            found = date_written(row[column], order)
            if found is not None:
                row[column] = found.isoformat()
            elif _in_order(row[column], "day") is not None:
                asked.setdefault(number, []).append(_asked(within(within(name, row_of(number)), column), row[column]))
                row[column] = ""
    return asked


def _order_of(cell: str) -> Order | None:
    """Give what stands first, where the date proves it by a number above 12."""
    match = YEAR_LAST.fullmatch(cell)
    if match is None or match.group(2) == ".":
        return None
    day, month = _in_order(cell, "day"), _in_order(cell, "month")
    if (day is None) == (month is None):
        return None
    return "month" if day is None else "day"


def _in_order(cell: str, first: str) -> date | None:
    match = YEAR_LAST.fullmatch(cell)
    if match is None:
        return None
    one, mark, other, year = match.groups()
    if first == "day" or mark == ".":
        return _date(int(year), int(other), int(one))
    return _date(int(year), int(one), int(other))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _asked(here: Message, cell: str) -> Fault:
    return fault_at(
        here,
        '"{cell}" may be {day} or {month}',
        "Write the one that is meant, year first",
        cell=cell,
        day=str(_in_order(cell, "day")),
        month=str(_in_order(cell, "month")),
    )
