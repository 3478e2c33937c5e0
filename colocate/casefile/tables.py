"""The tables beside a case: constituents and measured travel times, as CSV."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Collection
from datetime import date

from colocate.case.reach import Constituent
from colocate.casefile.faults import Fault, did_you_mean

CONSTITUENT_COLUMNS = ("name", "group", "latitude", "longitude", "visits_by_them", "visits_by_us", "since", "until")
TRAVEL_COLUMNS = ("from_id", "to_id", "travel_time")
ROW_LIMIT = 20_000
VISITS_LIMIT = 1e6


def read_constituents(text: str, name: str) -> tuple[tuple[Constituent, ...], list[Fault]]:
    """Read the constituents' table; the rows that are fine, and every fault by row and column."""
    rows, faults = _rows(text, name, CONSTITUENT_COLUMNS, optional=("since", "until"))
    found: list[Constituent] = []
    first: dict[tuple[str, date | None], int] = {}
    for number, row in rows:
        here = f"{name}, row {number}"
        wrong: list[Fault] = []
        for column in ("name", "group"):
            if not row[column]:
                wrong.append(Fault(f"{here}, {column}", "is empty", "Due: words"))
        latitude = _number(row, "latitude", here, wrong, least=-90.0, most=90.0)
        longitude = _number(row, "longitude", here, wrong, least=-180.0, most=180.0)
        by_them = _number(row, "visits_by_them", here, wrong, least=0.0, most=VISITS_LIMIT)
        by_us = _number(row, "visits_by_us", here, wrong, least=0.0, most=VISITS_LIMIT)
        since, until = (_date(row, column, here, wrong) for column in ("since", "until"))
        if since is not None and until is not None and until <= since:
            wrong.append(Fault(f"{here}, until", f"{until} is not after since ({since})", "Exchange or mend the dates"))
        if (row["name"], since) in first:
            before = first[row["name"], since]
            wrong.append(Fault(f"{here}, name", f'"{row["name"]}" stands in row {before} already', "Take one row out"))
        first.setdefault((row["name"], since), number)
        if not wrong:
            found.append(
                Constituent(
                    name=row["name"],
                    group=row["group"],
                    latitude=latitude,
                    longitude=longitude,
                    visits_by_them=by_them,
                    visits_by_us=by_us,
                    since=since,
                    until=until,
                )
            )
        faults += wrong
    if not found and not faults:
        faults.append(Fault(name, "has no rows", "Due: one row per constituent"))
    return tuple(found), faults


def read_travel_times(
    text: str, name: str, constituents: Collection[str], options: Collection[str]
) -> tuple[dict[tuple[str, str], float], list[Fault]]:
    """Read measured minutes from each constituent to each option; pairs that are not there stay estimates."""
    rows, faults = _rows(text, name, TRAVEL_COLUMNS)
    found: dict[tuple[str, str], float] = {}
    for number, row in rows:
        here = f"{name}, row {number}"
        wrong: list[Fault] = []
        for column, known, what in (("from_id", constituents, "constituent"), ("to_id", options, "option")):
            if row[column] not in known:
                problem = f'there is no {what} "{row[column][:60]}"'
                wrong.append(Fault(f"{here}, {column}", problem, did_you_mean(row[column], list(known))))
        minutes = _number(row, "travel_time", here, wrong, least=0.0, most=1440.0)
        pair = (row["from_id"], row["to_id"])
        if pair in found:
            wrong.append(Fault(here, f"{pair[0]} to {pair[1]} stands twice", "Take one row out"))
        if not wrong:
            found[pair] = minutes
        faults += wrong
    return found, faults


def _rows(
    text: str, name: str, columns: tuple[str, ...], optional: tuple[str, ...] = ()
) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), strict=True)
    try:
        lines = [line for line, _ in zip(reader, range(ROW_LIMIT + 2), strict=False)]
    except csv.Error as error:
        return [], [Fault(f"{name}, row {reader.line_num}", f"cannot be read as CSV ({error})", "Save it again as CSV")]
    if not lines:
        return [], [Fault(name, "is empty", f"Due: a first row with {', '.join(columns)}")]
    header = [cell.strip() for cell in lines[0]]
    missing = [column for column in columns if column not in header and column not in optional]
    faults = [
        Fault(f"{name}, column {column}", "is missing", f"The first row reads: {', '.join(header)[:200]}")
        for column in missing
    ]
    faults += [
        Fault(f"{name}, column {column}", "stands twice", "Take one out")
        for column in columns
        if header.count(column) > 1
    ]
    if len(lines) > ROW_LIMIT + 1:
        faults.append(Fault(name, f"has more than {ROW_LIMIT:,} rows", "Keep those that the office works with"))
    if faults:
        return [], faults
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(header):
            faults.append(
                Fault(f"{name}, row {number}", f"has {len(line)} cells, not {len(header)}", "Check commas and quotes")
            )
            continue
        cells = dict(zip(header, (cell.strip() for cell in line), strict=True))
        rows.append((number, {column: cells.get(column, "") for column in columns}))
    return rows, faults


def _number(row: dict[str, str], column: str, here: str, faults: list[Fault], *, least: float, most: float) -> float:
    try:
        value = float(row[column])
    except ValueError:
        faults.append(
            Fault(f"{here}, {column}", f'"{row[column][:40]}" is not a number', "Due: digits, point for decimals")
        )
        return 0.0
    if not math.isfinite(value) or not least <= value <= most:
        faults.append(Fault(f"{here}, {column}", f"{row[column][:40]} is off the scale", f"Due: {least:g} to {most:g}"))
    return value


def _date(row: dict[str, str], column: str, here: str, faults: list[Fault]) -> date | None:
    if not row[column]:
        return None
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        faults.append(
            Fault(f"{here}, {column}", f'"{row[column][:40]}" is not a date', "Due: like 2025-03-01, or nothing")
        )
        return None
