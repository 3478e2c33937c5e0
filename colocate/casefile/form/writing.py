"""Write the form: every sheet of it, from the rows of a document."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from colocate.casefile.fields import Field
from colocate.casefile.form import sheets as names
from colocate.casefile.form import texts
from colocate.casefile.form.figures_sheet import write_figures
from colocate.casefile.form.paper import Book, Paper, begin, paper
from colocate.casefile.form.parts import FactLine, ListPart, Parts, parts_of
from colocate.casefile.form.places import steps_in
from colocate.casefile.form.reference import write_choices, write_fields
from colocate.casefile.form.sheets import PASSED_OVER, sheet_of
from colocate.casefile.form.toml_text import toml_text
from colocate.casefile.form.values import YES, Cell, cell_of
from colocate.casefile.references import KEYS_OF, REFERS_TO, names_in
from colocate.version import VERSION

SPARE, SPARE_OF_A_TABLE = 3, 30
"""Empty rows under a list, and under a table of constituents or of ways, that look ready to be filled in."""

MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The moment that every form says it was made at, so that the same case gives the same bytes."""

WIDTHS = (36.0, 28.0, 28.0, *[20.0] * 12)
"""Characters of the columns of a sheet of facts and lists."""

LONG = ("name", "source", "from_id", "to_id")
"""Columns of tables that hold long words."""

SPREAD = 7
"""Columns that an explanation goes over."""

NAMES_OF = "names_of_"
"""How the name of the cells begins that hold the short names of a list: what names one of them offers those cells."""

Rows = Sequence[Sequence[Cell]]


def write_form(document: Mapping[str, Any], constituents: Rows, ways: Rows) -> bytes:
    """Write the form of a document as a workbook; `constituents` and `ways` are tables with a first row of columns."""
    stream = io.BytesIO()
    book = begin(stream)
    book.book.set_properties({"title": str(document.get("title", "")), "created": MADE})
    parts = parts_of(document)
    known = Known(frozenset(pattern[0] for pattern in parts.lists if len(pattern) == 1), names_in(document, "funds"))
    for name in names.SHEETS:
        if name == names.FIGURES:
            write_figures(book, parts.figures)
        elif name == names.CONSTITUENTS:
            _write_table(book, name, texts.CONSTITUENTS_TITLE, constituents, texts.OF_CONSTITUENTS)
        else:
            _write_parts(paper(book, name, WIDTHS), parts, known, document if name == names.ABOUT else None)
    _write_table(book, names.TRAVEL, texts.TRAVEL_TITLE, ways, {})
    write_fields(book)
    if book.long_lists:
        write_choices(book)
    for name, cells in book.named.items():
        book.book.define_name(name, cells)
    book.book.close()
    return stream.getvalue()


@dataclass(frozen=True)
class Known:
    """What fields that name a record can be chosen from: lists that have rows in the form, and the agency's funds."""

    lists: frozenset[str]
    funds: Sequence[str]


def _write_parts(sheet: Paper, parts: Parts, known: Known, about: Mapping[str, Any] | None) -> None:
    """Write a sheet of facts and lists; the first one tells what the form is."""
    if about is None:
        sheet.line([f"{PASSED_OVER} {sheet.name}"], "title")
    else:
        _write_about(sheet, about)
    facts = [fact for fact in parts.facts if sheet_of(_pattern(fact.place), is_list=False) == sheet.name]
    lists = [part for part in parts.lists.values() if sheet_of(part.pattern, is_list=True) == sheet.name]
    if sheet.name == names.OPTIONS:
        for part in lists[:1]:
            _write_list(sheet, part, known)
        lists = lists[1:]
    if facts:
        _write_facts(sheet, facts, known, texts.CASE_TITLE if about is not None else texts.FACTS_TITLE)
    for part in lists:
        _write_list(sheet, part, known)
    sheet.set_up((1, 1))


def _pattern(place: str) -> tuple[str, ...]:
    return tuple(step.name for step in steps_in(place) or ())


def _write_about(sheet: Paper, document: Mapping[str, Any]) -> None:
    sheet.line([f"{PASSED_OVER} {texts.TITLE}"], "title")
    for line in texts.PURPOSE:
        sheet.spread(f"{PASSED_OVER} {line}", SPREAD)
    sheet.row += 1
    sheet.line([f"{PASSED_OVER} {texts.KEY_TITLE}"], "part")
    for look, called, meaning in texts.KEY:
        sheet.put(0, f"{PASSED_OVER} {called}", look)
        sheet.put(1, meaning, "aside")
        sheet.end()
    sheet.row += 1
    sheet.line([f"{PASSED_OVER} {texts.HOW_TITLE}"], "part")
    for line in texts.HOW_TO:
        sheet.spread(f"{PASSED_OVER} {line}", SPREAD)
    sheet.row += 1
    sheet.line([f"{PASSED_OVER} {texts.MADE_BY}", f"Colocate {VERSION}"], "information")
    sheet.line([f"{PASSED_OVER} {texts.FINGERPRINT}", fingerprint(document)], "information")


def fingerprint(document: Mapping[str, Any]) -> str:
    """Give what tells one case from another: the first figures of a hash of all that it says."""
    return hashlib.sha256(toml_text(document).encode()).hexdigest()[:16]


def _write_facts(sheet: Paper, facts: Iterable[FactLine], known: Known, title: str) -> None:
    """Write facts, a row each, with a title for each record that they are of."""
    sheet.row += 1
    sheet.line([f"{PASSED_OVER} {title}"], "part")
    sheet.line([names.PLACE, names.NAME, names.VALUE, names.MEANING], "heading")
    for fact in facts:
        sheet.put(0, fact.place, "place")
        sheet.put(1, " \u203a ".join(fact.trail), "information")
        if fact.field is None:
            sheet.put(2, YES, "input")
            sheet.choose(2, (YES,), names.CHOICES)
        else:
            _write_value(sheet, 2, fact.field, fact.written, fact.place, known)
        sheet.put(3, _meaning(fact), "aside")
        sheet.end()


def _meaning(fact: FactLine) -> str:
    return (fact.record.__doc__ or "").split("\n")[0] if fact.field is None else fact.field.note.help


def _write_value(sheet: Paper, column: int, field: Field, written: Any, place: str, known: Known) -> None:
    """Write the value of a field, with what may stand there."""
    value = cell_of(field, written)
    look = {"date": "date", "whole": "number"}.get(field.kind, "input")
    sheet.put(column, value, look, place=place)
    _check_value(sheet, column, field, known)
    if field.required:
        sheet.must(column)


def _check_value(sheet: Paper, column: int, field: Field, known: Known, rows: int = 1) -> None:
    if field.kind == "choice":
        sheet.choose(column, tuple(one for one in field.choices if one), names.CHOICES, texts.CHOOSE, rows)
    elif field.kind == "switch":
        sheet.choose(column, ("yes", "no"), names.CHOICES, texts.CHOOSE, rows)
    elif field.kind == "text" and (refers := REFERS_TO.get(field.name)) is not None:
        if refers == "funds":
            sheet.offer(column, sheet.of.source_of(tuple(known.funds), names.CHOICES), field.note.help, rows)
        elif refers in known.lists:
            sheet.offer(column, f"={NAMES_OF}{refers}", field.note.help, rows)
    elif field.kind == "whole" and field.note.most is not None and rows == 1:
        least, most = field.limits
        sheet.limit(column, least, most, texts.ENTRIES.format(help="", least=f"{least:g}", most=f"{most:g}", unit=""))


def _write_list(sheet: Paper, part: ListPart, known: Known) -> None:
    """Write a list of records, a row each, and some rows to add more."""
    sheet.row += 1
    sheet.line([f"{PASSED_OVER} {part.field.note.label}: {part.field.note.help}"], "part")
    sheet.line([names.PLACE, *headings_of(part.columns)], "heading")
    pattern = ".".join(f"{name}[\u2026]" for name in part.pattern)
    sheet.line([f"{PASSED_OVER} {pattern}", *(field.note.help for field in part.columns)], "explained")
    first = sheet.row
    for line in part.lines:
        sheet.put(0, line.place, "place")
        for column, field in enumerate(part.columns, start=1):
            _write_value(sheet, column, field, line.written.get(field.name), line.place, known)
        sheet.end()
    for column, field in enumerate(part.columns, start=1):
        _check_value(sheet, column, field, known, rows=SPARE)
    for _ in range(SPARE):
        sheet.put(0, None, "place")
        for column, field in enumerate(part.columns, start=1):
            sheet.put(column, None, {"date": "date", "whole": "number"}.get(field.kind, "input"))
        sheet.end()
    if len(part.pattern) == 1 and part.pattern[0] in REFERS_TO.values():
        keys = [field.name for field in part.columns]
        sheet.name_rows(f"{NAMES_OF}{part.pattern[0]}", 1 + keys.index(KEYS_OF[part.pattern[0]]), first)


def headings_of(columns: Sequence[Field]) -> list[str]:
    """Give the headings of a list's columns: labels, with the field's own name where two have the same.

    The reader knows a column by either.
    """
    labels = [field.note.label for field in columns]
    return [
        label if labels.count(label) == 1 else f"{label} ({field.name})"
        for label, field in zip(labels, columns, strict=True)
    ]


def _write_table(book: Book, name: str, title: str, rows: Rows, meanings: Mapping[str, str]) -> None:
    """Write a table whose first row names the columns as a file of its own would."""
    header = [str(column) for column in rows[0]]
    sheet = paper(book, name, [40.0 if column in LONG else 16.0 for column in header])
    sheet.line([f"{PASSED_OVER} {title}"], "title")
    sheet.line([column.replace("_", " ").capitalize() if meanings else column for column in header], "heading")
    frozen = sheet.row
    if meanings:
        helps = [meanings.get(column, "") for column in header]
        sheet.line([f"{PASSED_OVER} {helps[0]}", *helps[1:]], "explained")
    for row in rows[1:]:
        for column, value in enumerate(row):
            sheet.put(column, value, "number" if isinstance(value, float) else "input")
        sheet.end()
    for _ in range(SPARE_OF_A_TABLE):
        sheet.line([None] * len(header), "input")
    sheet.set_up((frozen, 1))
