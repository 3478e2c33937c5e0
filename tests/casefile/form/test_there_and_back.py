"""A form that nobody has touched gives the very case that it was written from, after other programs, too."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from colocate import evaluate
from colocate.casefile.form.case_form import empty_form
from colocate.casefile.form.reading import read_form
from colocate.casefile.form.values import cell_of as written_cell
from colocate.casefile.form.values import text_cell, text_of
from colocate.casefile.reading import check_document, document_of, read_case
from tests.casefile.form.libreoffice import MADE_UP, TYPED, office, typed_in
from tests.casefile.form.workbooks import (
    EXAMPLES,
    cell_of,
    changed,
    faults_of,
    form_of_document,
    row_of,
    small,
    whole,
)
from tests.documents import ROOT, template_document, template_table
from tests.examples import many
from tests.strategies import documents

SOME = settings(
    max_examples=5,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=(Phase.generate,),
)
FILLED = ROOT / "tests" / "casefile" / "form" / "filled-in-libreoffice.xlsx"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_case_comes_back_as_it_was(path: Path) -> None:
    case, content = whole(path)
    read = read_form(content)
    assert read.case == case
    assert list(read.case.quantities) == list(case.quantities)
    assert read.case.document == case.document
    assert read_case(read.text.encode(), read.tables.__getitem__) == case


def test_it_gives_the_same_figures_to_the_last_bit() -> None:
    case, content = whole(EXAMPLES[-2])
    before, after = evaluate(case, 64), evaluate(read_form(content).case, 64)
    for one, other in zip(before.options, after.options, strict=True):
        for key, money in one.money.items():
            assert np.array_equal(money.present_value, other.money[key].present_value)


def there_and_back(document: dict[str, Any]) -> None:
    case = check_document(document)
    read = read_form(form_of_document(document)).case
    assert read == case
    assert list(read.quantities) == list(case.quantities)


@SOME
@given(documents())
@pytest.mark.slow
def test_random_cases_come_back(document: dict[str, Any]) -> None:
    there_and_back(document)


@pytest.mark.slow
@settings(SOME, max_examples=many(300, 10))
@given(documents())
def test_many_more_random_cases_come_back(document: dict[str, Any]) -> None:
    there_and_back(document)


def test_the_same_case_gives_the_same_bytes() -> None:
    document = template_document()
    assert form_of_document(document) == form_of_document(document)


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@sum", "https://x.example", "12", "2026-01-01"])
@pytest.mark.slow
def test_words_stay_words(words: str) -> None:
    document = template_document()
    document["summary"] = words
    document["access"]["constituents"] = "constituents.csv"
    content = form_of_document(document)
    assert b"<f>" not in content

    def look(book: Any) -> None:
        assert cell_of(book, "summary", "Value", "About").data_type == "s"

    changed(content, look)


@pytest.mark.parametrize(
    "words", ["plain", " x", "x ", "a\nb", "a\nb\n", '"x"', "_x000D_", "a\rb", "\u00a0", "[x]", "x\ty"]
)
def test_a_cell_keeps_words_as_they_are(words: str) -> None:
    assert text_of(text_cell(words)) == words


def test_the_form_hides_nothing_and_has_no_formula() -> None:
    def look(book: Any) -> None:
        assert book.sheetnames[:8] == [
            *("About", "Options", "Figures", "Constituents", "Checklist", "Gates", "House", "Services"),
        ]
        for sheet in book.worksheets:
            assert sheet.sheet_state == "visible"
            assert not sheet.protection.sheet
            assert sheet.freeze_panes
            assert not any(one.hidden for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
            assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)

    changed(small(), look)


@pytest.mark.parametrize("depth", ["short", "standard", "full"])
def test_an_empty_form_asks_for_what_must_be_filled_in(depth: Any) -> None:
    faults = faults_of(empty_form(depth))
    assert faults
    assert all("!" in cell for cell in faults)
    assert any(cell.startswith("Figures!E") and "is missing. Due: a number" in words for cell, words in faults.items())


def test_a_form_filled_in_by_another_program_is_read() -> None:
    """Written here, filled in, and saved by LibreOffice: a number as words, a formula with its result, a date."""
    case = read_form(FILLED.read_bytes()).case
    assert case.title == "Office of the example, filled in"
    assert case.decision_date == date(2026, 3, 1)
    assert case.office.people == 24.0
    assert case.quantities["shared.market_rent"].high == 26.5
    assert evaluate(case).options


def test_what_people_and_programs_do_to_a_form_is_borne() -> None:
    plain = read_form(small()).case

    def work(book: Any) -> None:
        figures = book["Figures"]
        figures.insert_rows(8)
        figures.insert_cols(2)
        figures.move_range(f"A1:A{figures.max_row}", cols=1)  # the places are in the second column now
        book["Options"].title = "OPTIONS (mine)"
        book.create_sheet("Notes")["A1"] = "anything"
        book.move_sheet("Figures", offset=-2)
        about = book["About"]
        about.cell(row_of(about, "currency"), 3).value = " usd\u00a0".upper()
        about.cell(row_of(about, "discounting.rates"), 3).value = "NOMINAL"
        about.cell(row_of(about, "horizon_years"), 3).value = "8"
        about.cell(row_of(about, "decision_date"), 3).value = 45658
        about.cell(row_of(about, "decision_date"), 3).number_format = "0"
        about.cell(row_of(about, "illustrative"), 3).value = True

    assert read_form(changed(small(), work)).case == plain


def test_numbers_as_words_and_percentages_are_read_as_they_are_seen() -> None:
    def work(book: Any) -> None:
        cell_of(book, "discounting.rate", "Likely").value = "5,5"
        low = cell_of(book, "discounting.rate", "Low")
        low.value, low.number_format = 0.03, "0.0%"
        cell_of(book, "shared.moving", "High").value = "1\u00a0400,5"

    case = read_form(changed(small(), work)).case
    rate = case.quantities["discounting.rate"]
    assert (rate.low, rate.mode) == (3.0, 5.5)
    assert case.quantities["shared.moving"].high == 1400.5


def test_a_merged_source_counts_for_all_its_rows() -> None:
    def work(book: Any) -> None:
        top = cell_of(book, "shared.market_desk", "Source")
        column, first = top.column_letter, top.row
        book["Figures"].merge_cells(f"{column}{first}:{column}{first + 1}")

    case = read_form(changed(small(), work)).case
    assert case.quantities["shared.connection"].source == case.quantities["shared.market_desk"].source


def test_the_kinds_of_values_are_written_and_read() -> None:
    from colocate.case.decision import Case
    from colocate.casefile.form.places import field_of

    funds = field_of(Case, "funds")
    assert funds is not None
    assert written_cell(funds, ["A", "B"]) == "A\nB"
    assert written_cell(funds, ["A;B"]) == '["A;B"]'


def test_the_text_is_the_document() -> None:
    document = template_document()
    read = read_form(form_of_document({key: one for key, one in document.items() if key != "access"}))
    assert tomllib.loads(read.text) == document_of(read.text.encode())
    assert check_document(document, template_table).title == read.case.title


@pytest.mark.slow
def test_a_form_typed_in_libreoffice_is_the_one_that_is_kept() -> None:
    """LibreOffice opens the empty form, goes to cells, types as a person does, and saves."""
    office()
    typed = read_form(typed_in(empty_form("short"), MADE_UP))
    assert typed.text == read_form(TYPED.read_bytes()).text
    assert typed.case.quantities["options[stay].lease.rent"].value == 17.0
    assert typed.case.quantities["options[move].lease.service_charge"].mode == 4.5


def test_what_names_a_record_is_offered_the_names_that_there_are_and_takes_another() -> None:
    def look(book: Any) -> None:
        offered = {
            (sheet.title, str(check.sqref)): check
            for sheet in book.worksheets
            for check in sheet.data_validations.dataValidation
        }
        cell = cell_of(book, "options[house].move.leaves", "Value", "Options")
        (found,) = [one for (sheet, cells), one in offered.items() if (sheet, cells) == ("Options", cell.coordinate)]
        assert (found.formula1, found.showErrorMessage) == ("names_of_options", False)
        (title, cells) = next(iter(book.defined_names["names_of_options"].destinations))
        names = [row[0].value for row in book[title][cells]]
        assert [one for one in names if one] == [option.id for option in read_form(small()).case.options]
        assert names[-1] is None  # rows to add more are offered as well
        cell = cell_of(book, "office.people", "Same as")
        (found,) = [one for (sheet, cells), one in offered.items() if (sheet, cells) == ("Figures", cell.coordinate)]
        assert "shared.market_desk" in found.formula1
        assert {"names_of_drivers", "names_of_options"} <= set(book.defined_names)

    changed(small(), look)
