"""The cells of a workbook that somebody filled in, whichever program saved it: values by row and column."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.utils.cell import column_index_from_string  # type: ignore[import-untyped]

from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.form.safety import AGAIN, THE_WORKBOOK, safe_workbook
from colocate.message import Message
from colocate.stopping import looking

MOST_COLUMNS = 200
MOST_ROWS = 120_000
MOST_SHEETS = 60
BEYOND = 1e300
"""A number as large as this, or one that is none, is told like the error that a spreadsheet shows in its place."""

MOST_MERGED = 20_000
"""Cells of merged areas that are filled with the value of their first cell."""

MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
WITHOUT_RESULT = re.compile(
    rb'<c [^>]*?r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
Kind = Literal["words", "number", "percentage", "switch", "date", "time", "error", "no result"]


@dataclass(frozen=True)
class Value:
    """What a cell holds: words, a number, a number shown as a percentage, a date, an error, or no result of a formula.

    `count` is the number of a date as the workbook counts days.
    """

    kind: Kind
    value: Any

    @property
    def words(self) -> str:
        """Return what a person sees in the cell, more or less."""
        if self.kind in ("number", "percentage") and float(self.value).is_integer():
            return str(int(self.value))
        if self.kind == "switch":
            return "yes" if self.value else "no"
        return str(self.value)


@dataclass(frozen=True)
class Sheet:
    """A sheet's name and its filled cells, by row and column from 1; `epoch` is the day that its dates count from."""

    name: str
    cells: Mapping[int, Mapping[int, Value]]
    epoch: datetime

    def at(self, row: int, column: int) -> str:
        """Name a cell as a person finds it, for example Figures!D12."""
        return f"{self.name}!{get_column_letter(column)}{row}"


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a workbook; CaseError in words where it cannot be opened."""
    safe = safe_workbook(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library leaves out of styles and validation is no loss here
            return tuple(_sheets(safe))
    except CaseError:
        raise
    except Exception:  # noqa: BLE001 - a damaged part can break the library's reading anywhere
        problem = Message("cannot be read: one of its parts is damaged")
        raise CaseError([Fault(THE_WORKBOOK, problem, AGAIN)]) from None


def _sheets(safe: bytes) -> Iterator[Sheet]:
    book = load_workbook(io.BytesIO(safe), read_only=True, data_only=True, keep_links=False)
    with zipfile.ZipFile(io.BytesIO(safe)) as archive:
        for sheet in book.worksheets[:MOST_SHEETS]:
            part = archive.read(sheet._worksheet_path.lstrip("/"))
            cells = _cells(sheet)
            for address in WITHOUT_RESULT.findall(part) if b"<f" in part else ():
                letters, number = re.match(r"([A-Z]+)(\d+)", address.decode()).groups()  # type: ignore[union-attr]
                row, column = int(number), column_index_from_string(letters)
                if column not in cells.get(row, {}):
                    cells.setdefault(row, {})[column] = Value("no result", "")
            _fill_merged(cells, part)
            yield Sheet(str(sheet.title), dict(sorted(cells.items())), book.epoch)


def _cells(sheet: Any) -> dict[int, dict[int, Value]]:
    found: dict[int, dict[int, Value]] = {}
    for row in looking(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)):
        for cell in row:
            value = cell.value
            if value is None or value == "":
                continue
            kept = _value(cell, value)
            if kept.kind != "words" or kept.value.strip():
                found.setdefault(cell.row, {})[cell.column] = kept
    return found


def _value(cell: Any, value: Any) -> Value:
    if isinstance(value, bool):
        return Value("switch", value)
    if isinstance(value, (int, float)):
        if not abs(value) < BEYOND:
            return Value("error", "#NUM!")
        return Value("percentage" if _is_percentage(str(cell.number_format)) else "number", value)
    if isinstance(value, (datetime, date)):
        return Value("date", value.date() if isinstance(value, datetime) else value)
    if isinstance(value, (time, timedelta)):
        return Value("time", value)
    return Value("error" if cell.data_type == "e" else "words", str(value))


def _is_percentage(format_: str) -> bool:
    """Tell whether a number is shown a hundred times as large, with a sign of per cent behind it."""
    return "%" in re.sub(r'"[^"]*"|\\.', "", format_)


def _fill_merged(cells: dict[int, dict[int, Value]], part: bytes) -> None:
    """Fill merged areas with the value of their first cell: it is shown for all of them."""
    left = MOST_MERGED
    for first, top, last, bottom in MERGED.findall(part):
        columns = range(column_index_from_string(first.decode()), column_index_from_string(last.decode()) + 1)
        rows = range(int(top), int(bottom) + 1)
        value = cells.get(rows.start, {}).get(columns.start)
        left -= len(rows) * len(columns)
        if value is None or left < 0:
            continue
        for row in rows:
            for column in columns:
                cells.setdefault(row, {}).setdefault(column, value)
