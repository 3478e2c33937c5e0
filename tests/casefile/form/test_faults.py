"""What is wrong with a form is told by sheet and cell, in words."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest

from tests.casefile.form.workbooks import cell_of, changed, column_of, faults_of, row_of, small


def test_twenty_planted_faults_are_named_by_their_cells() -> None:
    planted: dict[str, str] = {}

    def work(book: Any) -> None:
        def put(place: str, heading: str, value: Any, told: str, sheet: str = "Figures", **more: Any) -> None:
            cell = cell_of(book, place, heading, sheet)
            cell.value = value
            for name, one in more.items():
                setattr(cell, name, one)
            planted[f"{sheet}!{cell.coordinate}"] = told

        put("shared.market_desk", "Likely", "about 180", "is not a number")
        put("shared.connection", "High", "1,234", "can be 1234 or 1.234")
        put("shared.insurance", "Low", date(2026, 5, 3), "is a date")
        put("shared.furniture", "Quality", "guess", "is not known")
        put("shared.moving", "High", 10, "")
        put("shared.contingency", "Source", None, "is missing")
        put("discounting.rate", "Unit", "%/month", "is not the unit due here")
        put("drivers[prices].growth", "Shape", "bell", "is not known")
        put("drivers[rents].growth", "High", 5000, "beyond")
        put("office.people", "Likely", None, "is missing")
        put("office.m2_per_desk", "High", 0.4, "is a percentage", number_format="0%")
        put("format", "Value", 2, "", "About")
        put("title", "Value", None, "is missing", "About")
        put("illustrative", "Value", "maybe", "is neither yes nor no", "About")
        put("decision_date", "Value", "03/04/2025", "can be two dates", "About")
        put("horizon_years", "Value", 8.5, "is not a whole number", "About")
        put("options[hosted].lease.tenure", "Value", "leased", "is not known", "Options")
        put("options[house].lease.tenure", "Place", "options[hoouse].lease.tenure", "no row has the place", "Options")
        put("options[house].gates[security]", "Status", "passed", "is not known", "Gates")
        sheet = book["Constituents"]
        sheet["C5"].value = "north"
        planted["Constituents!C5"] = "is not a number"

    told = faults_of(changed(small(), work))
    assert len(planted) == 20
    missed = {cell: words for cell, words in planted.items() if words not in told.get(cell, "\0")}
    assert not missed, told


def test_a_row_without_a_place_and_one_that_stands_twice_are_told() -> None:
    def work(book: Any) -> None:
        figures = book["Figures"]
        row = row_of(figures, "office.people")
        figures.cell(row, 1).value = None
        again = row_of(figures, "discounting.rate")
        for column in range(1, 20):
            figures.cell(row + 1, column).value = figures.cell(again, column).value

    told = faults_of(changed(small(), work))
    assert "the row has no place" in " ".join(told.values())
    assert "already" in " ".join(told.values())


def test_a_formula_counts_by_its_result_and_one_without_is_told() -> None:
    def work(book: Any) -> None:
        cell = cell_of(book, "office.people", "Likely")
        cell.value = "=1+1"

    told = faults_of(changed(small(), work))
    assert any("holds a formula without its result" in words for words in told.values())


@pytest.mark.slow
def test_words_that_are_not_words_of_the_format_are_asked_for() -> None:
    def work(book: Any) -> None:
        about = book["About"]
        row = row_of(about, "discounting.timing")
        about.cell(row, column_of(about, row, "Value")).value = "midle"

    (words,) = faults_of(changed(small(), work)).values()
    assert '"midle" is not known. Did you mean "mid"?' in words


@pytest.mark.parametrize("number", ["1" + "0" * 400, "1e999", "-1e999"])
@pytest.mark.slow
def test_a_number_that_no_program_can_hold_is_told_by_its_cell(number: str) -> None:
    def huge(book: Any) -> None:
        cell_of(book, "office.people", "Likely").value = 987654321
        book["Constituents"]["C5"].value = 987654321

    stream = io.BytesIO(changed(small(), huge))
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"987654321", number.encode()))
    told = faults_of(stream.getvalue())
    assert sum("#NUM!" in words for words in told.values()) == 2, told
