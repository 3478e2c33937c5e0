"""LibreOffice at work on a form, as a person sits at it: it opens the form, goes to cells, types, and saves.

What is typed goes the way that keys go (the commands GoToCell and EnterString of its own menus), so that it reads
numbers, dates and words as it does for anybody, and heeds the lists and limits of the cells. `python -m
tests.casefile.form.libreoffice` makes the workbook anew that `typed-in-libreoffice.xlsx` keeps for the tests.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from colocate.casefile.form.case_form import empty_form
from tests.casefile.form.workbooks import cell_of

HERE = Path(__file__).parent
TYPED = HERE / "typed-in-libreoffice.xlsx"
LONGEST = 180
"""Seconds that it may take to start and to fill in a form."""

Cells = Sequence[tuple[str, str, str, str]]
"""Sheet, place of the row, heading of the column, and what is typed there."""

MADE_UP: Cells = (
    ("About", "title", "Value", "Our agency, Example City"),
    ("About", "agency", "Value", "Our agency"),
    ("About", "decision_date", "Value", "2026-12-01"),
    ("Figures", "office.people", "Likely", "20"),
    ("Figures", "office.people", "Source", "Payroll"),
    ("Figures", "office.people", "Quality", "exact"),
    ("Figures", "office.m2_per_desk", "Low", "8"),
    ("Figures", "office.m2_per_desk", "Likely", "10"),
    ("Figures", "office.m2_per_desk", "High", "14"),
    ("Figures", "office.m2_per_desk", "Source", "Plan of the rooms"),
    ("Figures", "office.m2_per_desk", "Quality", "estimated"),
    ("Figures", "options[stay].lease.area", "Likely", "400"),
    ("Figures", "options[stay].lease.expiry", "Likely", "24"),
    ("Figures", "options[stay].lease.rent", "Likely", "=81600/400/12"),
    ("Figures", "options[stay].lease.rent", "Source", "Lease"),
    ("Figures", "options[stay].lease.rent", "Quality", "exact"),
    ("Figures", "options[move].move.month", "Low", "9"),
    ("Figures", "options[move].move.month", "Likely", "12"),
    ("Figures", "options[move].move.month", "High", "24"),
    ("Figures", "options[move].move.month", "Source", "Letter of the host"),
    ("Figures", "options[move].move.month", "Quality", "estimated"),
    ("Figures", "options[move].lease.area", "Likely", "320"),
    ("Figures", "options[move].lease.expiry", "Likely", "132"),
    ("Figures", "options[move].lease.service_charge", "Low", "3"),
    ("Figures", "options[move].lease.service_charge", "Likely", "4,5"),
    ("Figures", "options[move].lease.service_charge", "High", "8"),
    ("Figures", "options[move].lease.service_charge", "Source", "Letter of the host"),
    ("Figures", "options[move].lease.service_charge", "Quality", "estimated"),
)
"""A small office, typed into an empty form: a formula for the rent of a month, and a decimal comma."""

FILL = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim none(0) As New com.sun.star.beans.PropertyValue
  Dim place(0) As New com.sun.star.beans.PropertyValue
  Dim typed(0) As New com.sun.star.beans.PropertyValue
  Dim how(0) As New com.sun.star.beans.PropertyValue
  form = StarDesktop.loadComponentFromURL(ConvertToURL(Environ("FORM_IN")), "_blank", 0, none())
  view = form.CurrentController
  hand = createUnoService("com.sun.star.frame.DispatchHelper")
  place(0).Name = "ToPoint"
  typed(0).Name = "StringName"
  number = FreeFile
  Open Environ("FORM_TYPED") For Input As number
  Do While Not Eof(number)
    Line Input #number, told
    parts = Split(told, Chr(9))
    view.setActiveSheet(form.Sheets.getByName(parts(0)))
    place(0).Value = parts(1)
    hand.executeDispatch(view.Frame, ".uno:GoToCell", "", 0, place())
    typed(0).Value = parts(2)
    hand.executeDispatch(view.Frame, ".uno:EnterString", "", 0, typed())
  Loop
  Close number
  how(0).Name = "FilterName"
  how(0).Value = "Calc MS Excel 2007 XML"
  form.storeToURL(ConvertToURL(Environ("FORM_OUT")), how())
  form.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


def office() -> str:
    """Give the program; a test that needs it is skipped in words where it is not installed."""
    found = shutil.which("soffice")
    if found:
        return found
    if os.environ.get("COLOCATE_NEEDS_OFFICE") == "1":
        pytest.fail("LibreOffice is not installed, and COLOCATE_NEEDS_OFFICE=1 asks for it")
    pytest.skip("LibreOffice is not installed (apt-get install libreoffice-calc)")


def typed_in(form: bytes, cells: Cells) -> bytes:
    """Give a form as LibreOffice saves it when these cells have been typed into it."""
    program = office()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [program, f"-env:UserInstallation={(folder / 'own').as_uri()}", "--headless", "--norestore"]
        _run([*command, "--terminate_after_init"], {})  # writes the folders of a new user
        (folder / "own" / "user" / "basic" / "Standard" / "Module1.xba").write_text(FILL, encoding="utf-8")
        (folder / "in.xlsx").write_bytes(form)
        (folder / "typed.txt").write_text("\n".join(_lines(form, cells)), encoding="utf-8")
        places = {"FORM_IN": "in.xlsx", "FORM_TYPED": "typed.txt", "FORM_OUT": "out.xlsx"}
        _run([*command, "macro:///Standard.Module1.Main"], {key: str(folder / one) for key, one in places.items()})
        return (folder / "out.xlsx").read_bytes()


def _lines(form: bytes, cells: Cells) -> Iterator[str]:
    """Give sheet, cell and words for each of the cells, found by place and heading as a person finds them."""
    book = load_workbook(io.BytesIO(form))
    for sheet, place, heading, text in cells:
        yield "\t".join((sheet, cell_of(book, place, heading, sheet).coordinate, text))


def _run(command: Sequence[str], more: dict[str, str]) -> None:
    subprocess.run(command, env={**os.environ, **more}, capture_output=True, timeout=LONGEST, check=True)


if __name__ == "__main__":
    TYPED.write_bytes(typed_in(empty_form("short"), MADE_UP))
