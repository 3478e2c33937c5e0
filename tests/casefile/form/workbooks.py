"""Forms that tests spoil: written, opened by the reading library, changed cell by cell, and saved again."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]

from colocate.case import Case
from colocate.casefile.faults import CaseError
from colocate.casefile.form.case_form import form_of
from colocate.casefile.form.reading import read_form
from colocate.casefile.form.writing import write_form
from colocate.casefile.reading import read_case
from tests.documents import DATA_CASES, ROOT

EXAMPLES = DATA_CASES
NO_TABLES = ([["name", "group", "latitude", "longitude"]], [["from_id", "to_id", "travel_time"]])


@cache
def whole(path: Path) -> tuple[Case, bytes]:
    """A case and its form."""
    tables = {beside.name: beside.read_bytes() for beside in path.parent.glob("*.csv")}
    case = read_case(path.read_bytes(), tables.__getitem__)
    return case, form_of(case, tables)


def small() -> bytes:
    """The form of the smallest case of `data/`."""
    return whole(ROOT / "data" / "national-coordinator.toml")[1]


def form_of_document(document: dict[str, Any]) -> bytes:
    return write_form(document, *NO_TABLES)


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    """A form as it is after somebody has worked on it."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def row_of(sheet: Any, place: str) -> int:
    """The row of a sheet that has this place."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == place)


def column_of(sheet: Any, row: int, heading: str) -> int:
    """The column under a heading of the block that a row stands in."""
    head = next(above for above in range(row, 0, -1) if sheet.cell(above, 1).value == "Place")
    return next(column for column in range(1, 60) if sheet.cell(head, column).value == heading)


def cell_of(book: Any, place: str, heading: str, sheet: str = "Figures") -> Any:
    row = row_of(book[sheet], place)
    return book[sheet].cell(row, column_of(book[sheet], row, heading))


def faults_of(content: bytes) -> dict[str, str]:
    """The faults of a form by cell; none where it is fine."""
    try:
        read_form(content)
    except CaseError as error:
        return {fault.path: f"{fault.problem}. {fault.remedy}" for fault in error.faults}
    return {}


def document_of(content: bytes) -> dict[str, Any]:
    return tomllib.loads(read_form(content).text)
