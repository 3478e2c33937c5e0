"""A filled-in form is opened like any other file; another workbook is refused in words."""

from __future__ import annotations

import pytest

from colocate.casefile.faults import CaseError
from colocate.ui import opened, picker
from colocate.ui.state import Source
from tests.casefile.form.workbooks import EXAMPLES, small, whole


def test_a_form_becomes_the_own_case(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Source] = []
    monkeypatch.setattr(opened, "open_own", taken.append)
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
