"""Read a form back: a checked case, the text of its file and its tables; or every fault, by sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from colocate.case import Case
from colocate.casefile.faults import CaseError, Fault
from colocate.casefile.form import sheets as names
from colocate.casefile.form.document import Draft, in_order, read_records
from colocate.casefile.form.figure_rows import read_figures
from colocate.casefile.form.grid import sheets_of
from colocate.casefile.form.rows import Row, rows_of_sheet
from colocate.casefile.form.safety import THE_WORKBOOK
from colocate.casefile.form.table_rows import Table, constituents_in, ways_in
from colocate.casefile.form.toml_text import toml_text
from colocate.casefile.reading import check_document
from colocate.casefile.structure import DUE
from colocate.message import Message, unsaid

CONSTITUENTS_FILE, WAYS_FILE = "constituents.csv", "travel-times.csv"
"""What the tables are called where the form does not say."""

IN_A_TABLE = re.compile(r", row (\d+)(?:, (?:column )?(.+))?")


DUE_IN_A_CELL = {
    DUE["figure"]: unsaid("Due: a number, or low, likely and high with source and quality ({label}: {help})"),
    DUE["figures"]: unsaid("Due: a number, or low, likely and high with source and quality ({label}: {help})"),
    DUE["text"]: unsaid("Due: words ({label}: {help})"),
    DUE["texts"]: unsaid("Due: words, one entry a line ({label}: {help})"),
    DUE["switch"]: unsaid("Due: yes or no ({label}: {help})"),
    DUE["date"]: unsaid("Due: a date, such as 2018-10-31 ({label}: {help})"),
    DUE["weights"]: unsaid("Due: lines such as money = 60 ({label}: {help})"),
}
"""What is due where a field is at fault, in place of what a case file would have there."""


@dataclass(frozen=True)
class Imported:
    """What a form holds: the case, the text of its file, and its tables by name."""

    case: Case
    text: str
    tables: Mapping[str, bytes]


def read_form(content: bytes, called: str = "") -> Imported:
    """Read a form and check the case in it; CaseError with every fault by sheet and cell.

    `called` begins the names of its tables where the form does not name them.
    """
    rows = [row for sheet in sheets_of(content) for row in rows_of_sheet(sheet)]
    if not any(row.kind in ("facts", "list", "figures") for row in rows):
        problem = Message("is no form of a case: no sheet has a row that begins with the heading Place")
        start = Message("Start from: python -m colocate form --empty --out form.xlsx")
        raise CaseError([Fault(THE_WORKBOOK, problem, start)])
    draft = Draft()
    read_records(draft, rows)
    read_figures(draft, rows)
    tables = _tables(draft, rows, f"{called}-" if called else "")
    document = in_order(draft.document)
    files = {name: table.content for name, table in tables.items()}
    try:
        case = check_document(document, files.__getitem__)
    except CaseError as error:
        faults = _told(draft, tables, error.faults)
        raise CaseError(faults) from None
    if draft.faults:
        raise CaseError(draft.faults)
    return Imported(case, toml_text(document), files)


def _tables(draft: Draft, rows: list[Row], begin: str) -> dict[str, Table]:
    """Give the tables of the form by the names that the case has for them, and name them there."""
    access = draft.document.get("access")
    tables = {}
    for key, kind, usual in (("constituents", "constituents", CONSTITUENTS_FILE), ("travel_times", "ways", WAYS_FILE)):
        of_kind = [row for row in rows if row.kind == kind]
        table = constituents_in(of_kind) if kind == "constituents" else ways_in(of_kind)
        draft.faults += table.faults
        name = access.get(key) if isinstance(access, dict) else None
        if table.rows and not name:
            access = draft.document.setdefault("access", {})
            name = access[key] = f"{begin}{usual}"
        if isinstance(name, str) and name and (table.rows or kind == "constituents"):
            tables[name] = table
        elif name and isinstance(access, dict):
            access.pop(key)
    return tables


def _told(draft: Draft, tables: Mapping[str, Table], faults: tuple[Fault, ...]) -> list[Fault]:
    """Give all faults by cell, each cell once; what follows from a cell at fault is not told again."""
    told: dict[str, Fault] = {}
    for fault in (*draft.faults, *(_at_its_cell(draft, tables, one) for one in faults if not _follows(draft, one))):
        told.setdefault(fault.path, fault)
    return list(told.values())


def _follows(draft: Draft, fault: Fault) -> bool:
    path = fault.path
    ends = [*(place for place, mark in enumerate(path) if mark in ".["), len(path)]
    return any(path[:end] in draft.spoilt for end in ends)


def _at_its_cell(draft: Draft, tables: Mapping[str, Table], fault: Fault) -> Fault:
    """Tell a fault of a path, or of a row of a table, at the cell that it came from, and what is due in a cell."""
    if fault.remedy.text in DUE_IN_A_CELL:
        fault = replace(fault, remedy=Message(DUE_IN_A_CELL[fault.remedy.text], **dict(fault.remedy.places)))
    for name, table in tables.items():
        if fault.path.startswith(name):
            found = IN_A_TABLE.fullmatch(fault.path[len(name) :])
            row = table.rows.get(int(found[1])) if found else None
            if row is not None and found is not None:
                return Fault(row.at(found[2] or ""), fault.problem, fault.remedy)
            sheet = names.CONSTITUENTS if name == _name_of(draft, "constituents") else names.TRAVEL
            return Fault(Message(sheet), fault.problem, fault.remedy)
    if fault.path in draft.cells:
        return Fault(draft.cells[fault.path], fault.problem, fault.remedy)
    place = _place_of(draft, fault.path)
    near = _nearest(draft, fault.path)
    problem = Message("{place}: {problem}", place=place, problem=fault.problem)
    return Fault(near, problem, fault.remedy) if near else Fault(fault.where, fault.problem, fault.remedy)


def _name_of(draft: Draft, key: str) -> Any:
    access = draft.document.get("access")
    return access.get(key) if isinstance(access, dict) else None


def _place_of(draft: Draft, path: str) -> str:
    """Write a path of the document as the place that the form has for it."""
    inside = [one for one in draft.called if path == one or path.startswith((f"{one}.", f"{one}["))]
    if not inside:
        return path
    longest = max(inside, key=len)
    return draft.called[longest] + path[len(longest) :]


def _nearest(draft: Draft, path: str) -> str | Message:
    """Name the cell of the record that a path is of, or of the first of its parts; the sheet of figures without one."""
    ends = [place for place, mark in enumerate(path) if mark in ".["]
    for end in reversed(ends):
        if path[:end] in draft.cells:
            return draft.cells[path[:end]]
        inside = next((cell for one, cell in draft.cells.items() if one.startswith(f"{path[:end]}.")), None)
        if inside is not None:
            return inside
    inside = next((cell for one, cell in draft.cells.items() if one.startswith((f"{path}.", f"{path}["))), None)
    return inside or ""
