"""The table of constituents beside a case, and a number of a table."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from colocate.case.reach import Constituent
from colocate.casefile.dates_written import as_dates
from colocate.casefile.faults import Fault, fault_at, row_of, within
from colocate.casefile.numbers_written import as_numbers
from colocate.casefile.sheet import named, plain_name, read_sheet, rows_of
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
NEAREST = 1e-9
"""A number of a table is 0, or at least so far from 0: a ten-thousandth of a millimetre for a degree."""

VISITS_LIMIT = 1e6
LIMITS = {
    "latitude": (-90.0, 90.0),
    "longitude": (-180.0, 180.0),
    "visits_by_them": (0.0, VISITS_LIMIT),
    "visits_by_us": (0.0, VISITS_LIMIT),
}
"""What each column of numbers can hold."""


def read_constituents(text: str, name: str) -> tuple[tuple[Constituent, ...], list[Fault]]:
    """Read the constituents' table; the rows that are fine, and every fault by row and column."""
    sheet, faults = read_sheet(text, name, lambda cell: plain_name(cell) in CONSTITUENT_COLUMNS, ROW_LIMIT)
    if faults:
        return (), faults
    sheet = replace(sheet, header=named(sheet.header, CONSTITUENT_COLUMNS))
    rows, faults = rows_of(sheet, name, CONSTITUENT_COLUMNS, optional=NEED_NOT_BE, may_be_cut=NEED_NOT_BE)
    asked = as_numbers(rows, name, LIMITS)
    for number, more in as_dates(rows, name, ("since", "until")).items():
        asked.setdefault(number, []).extend(more)
    found: list[Constituent] = []
    first: dict[tuple[str, date | None], int] = {}
    first_id: dict[str, int] = {}
    groups: dict[str, str] = {}  # as first written, by their small letters: a capital makes no other group
    for number, row in looking(rows):
        here = within(name, row_of(number))
        wrong: list[Fault] = list(asked.get(number, ()))
        for column in ("name", "group"):
            if not row[column]:
                wrong.append(fault_at(within(here, column), "is empty", "Due: words"))
        latitude, longitude, by_them, by_us = (
            number_in(row, column, here, wrong, least=least, most=most) for column, (least, most) in LIMITS.items()
        )
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


def number_in(
    row: dict[str, str], column: str, here: Message, faults: list[Fault], *, least: float, most: float
) -> float:
    """Read a number within limits; 0 and a fault where the cell holds none."""
    try:
        value = float(row[column])
    except ValueError:
        if not row[column]:
            told = fault_at(within(here, column), "is empty", "Due: {least} to {most}", least=least, most=most)
            faults.append(told)
            return 0.0
        faults.append(
            fault_at(
                within(here, column),
                '"{word}" is not a number',
                "Due: {least} to {most}, in digits like 12.5 or 12,5",
                word=row[column][:40],
                least=least,
                most=most,
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
