"""What is no form, or is made to harm, is refused in words and quickly."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from colocate.casefile.form.cells import number_in_words
from colocate.casefile.form.safety import COMPOUND, PACKAGE
from tests.casefile.form.workbooks import faults_of, small

QUICK = 5.0
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def packed(replace: Callable[[dict[str, bytes]], None], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(io.BytesIO(small())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    replace(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def put(name: str, content: bytes) -> bytes:
    return packed(lambda parts: parts.update({name: content}))


SHEET = "xl/worksheets/sheet1.xml"
BOMB = b"<worksheet>" + b" " * 70_000_000 + b"</worksheet>"
FAR = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
FAR += b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'

HOSTILE = {
    "nothing": (lambda: b"", "is empty"),
    "too large": (lambda: b"PK" + b"x" * 8_000_001, "has 8.0 MB"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "is not an Excel workbook"),
    "a table": (lambda: b"a;b;c\n1;2;3\n", "is not an Excel workbook"),
    "half": (lambda: small()[: len(small()) // 2], "is damaged, or was not saved to its end"),
    "a zip": (lambda: packed(lambda parts: parts.clear() or parts.update({"a.txt": b"x"})), "is not an Excel workbook"),
    "password": (lambda: COMPOUND + b"\0" * 500 + PACKAGE, "is protected by a password"),
    "old": (lambda: COMPOUND + b"\0" * 500, "is an old Excel workbook"),
    "macros": (lambda: put("xl/vbaProject.bin", b"x"), "holds macros"),
    "binary": (lambda: put("xl/workbook.bin", b"x"), "is a binary Excel workbook"),
    "bomb": (lambda: put(SHEET, BOMB), "has more than 60 MB when it is unpacked"),
    "laughs": (lambda: put(SHEET, LAUGHS), "holds what no spreadsheet program writes"),
    "laughs in UTF-16": (
        lambda: put(SHEET, LAUGHS.decode().encode("utf-16")),
        "holds what no spreadsheet program writes",
    ),
    "strange code": (
        lambda: put(SHEET, b'<?xml version="1.0" encoding="utf-7"?><x/>'),
        "holds what no spreadsheet program writes",
    ),
    "broken part": (lambda: put("xl/workbook.xml", b"<workbook"), "cannot be read: one of its parts is damaged"),
    "many cells": (lambda: put(SHEET, b"<worksheet>" + b"<c />" * 800_000 + b"</worksheet>"), "has 8"),
    "packed otherwise": (lambda: packed(lambda _: None, zipfile.ZIP_BZIP2), "holds what no spreadsheet program writes"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_words_and_quickly(name: str) -> None:
    make, words = HOSTILE[name]
    content = make()
    began = time.process_time()
    told = faults_of(content)
    assert time.process_time() - began < QUICK
    assert any(words in one for one in told.values()), told
    assert set(told) == {"the workbook"}


def test_a_cell_at_the_end_of_a_sheet_costs_nothing() -> None:
    content = put("xl/worksheets/sheet13.xml", FAR)
    began = time.process_time()
    faults_of(content)
    assert time.process_time() - began < QUICK


@pytest.mark.slow
def test_a_workbook_that_is_no_form_says_where_to_start() -> None:
    content = put(SHEET, FAR)

    def only_one(parts: dict[str, bytes]) -> None:
        for part in [one for one in parts if one.startswith("xl/worksheets/sheet")]:
            parts[part] = FAR

    told = faults_of(packed(only_one))
    assert "form --empty" in told["the workbook"]
    assert faults_of(content)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12.0),
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234 567", 1234567.0),
        ("1'234.50", 1234.5),
        ("1,234,567", 1234567.0),
        ("\u22123", -3.0),
        ("0,125", 0.125),
        ("1e3", 1000.0),
    ],
)
def test_numbers_of_any_country(words: str, number: float) -> None:
    assert number_in_words(words) == number


@pytest.mark.parametrize(
    "words", ["1,234", "1.234", "12 34", "1,2,3", "1.2.3,4,5", "abc", "", "--1", "1e999", "nan", "1_0"]
)
def test_what_is_no_number_or_two_is_told(words: str) -> None:
    assert isinstance(number_in_words(words), tuple)
