"""A filled-in form is opened like any other file; another workbook is refused in words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from colocate.casefile.changing import change
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import load_case
from colocate.ui import opened, picker, save
from colocate.ui.pages import your_office
from colocate.ui.state import Source
from tests.casefile.form.workbooks import EXAMPLES, small, whole
from tests.documents import ROOT


def test_a_form_becomes_the_own_case(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Source] = []
    monkeypatch.setattr(opened, "open_as_it_stood", lambda source, _stood: taken.append(source))
    case, content = whole(EXAMPLES[0])
    picker.open_upload([("My office.XLSX", content)])
    (source,) = taken
    assert source.case == case
    assert source.file_name == "My office.toml"
    assert source.tables


@pytest.mark.parametrize("content", [small()[:2000], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, b"PK"])
def test_another_workbook_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(CaseError, match="the workbook: is "):
        picker.open_upload([("form.xlsx", content)])


def test_the_form_that_the_side_saves_is_the_case_as_it_is_shown() -> None:
    path = ROOT / "data" / "hanoi.toml"
    case = change(load_case(path), {"options[move].lease.renewal.rent": 20})
    tables = {one.name: one.read_bytes() for one in path.parent.glob("hanoi-*.csv")}
    shown = SimpleNamespace(outcome=SimpleNamespace(case=case), source=SimpleNamespace(tables=tables))
    assert picker.read_uploaded_form("form.xlsx", save._form(shown)).case == case  # type: ignore[arg-type]


def test_the_empty_form_of_the_first_page_names_the_cells_to_fill_in() -> None:
    with pytest.raises(CaseError) as refused:
        picker.read_uploaded_form("form.xlsx", your_office._empty_form())
    assert all("!" in str(fault.where) for fault in refused.value.faults)
