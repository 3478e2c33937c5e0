"""A workbook is packed anew with what is read of it, and with that alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from colocate.casefile.form.safety import RULES, safe_workbook
from tests.casefile.form.workbooks import small

SHEET = "xl/worksheets/sheet1.xml"
CELLS = b"<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_with(xml: bytes) -> bytes:
    """The first sheet of a workbook after it was packed anew."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(small()), SHEET: b"<worksheet>" + xml + b"</worksheet>"}.items():
            archive.writestr(name, content)
    return parts(safe_workbook(stream.getvalue()))[SHEET]


def test_rules_of_a_form_are_left_out_and_every_cell_stays() -> None:
    before, after = parts(small()), parts(safe_workbook(small()))
    sheets = [name for name in before if name.startswith("xl/worksheets/sheet")]
    assert any(b"<" + rule in before[name] for name in sheets for rule in RULES)
    for name in sheets:
        assert not any(b"<" + rule in after[name] for rule in RULES)
        cells = before[name][: before[name].index(b"</sheetData>")]
        assert after[name].startswith(cells)


@pytest.mark.parametrize(
    ("xml", "left"),
    [
        (
            CELLS + b"<dataValidations count='1'><dataValidation/></dataValidations><pageMargins/>",
            CELLS + b"<pageMargins/>",
        ),
        (b"<dataValidations>" + CELLS, b"<dataValidations>" + CELLS),
        (b"<c><![CDATA[<dataValidations>]]></c>" + CELLS + b"<dataValidations></dataValidations>", None),
        (b"<!-- <dataValidations> -->" + CELLS + b"<dataValidations></dataValidations>", None),
    ],
    ids=["rules", "never closed", "as words of a cell", "in a remark"],
)
def test_no_cell_goes_with_them(xml: bytes, left: bytes | None) -> None:
    assert sheet_with(xml) == b"<worksheet>" + (xml if left is None else left) + b"</worksheet>"


def test_a_sheet_that_opens_them_many_times_takes_no_time() -> None:
    """Each is looked for from where the last one ended: looking again from every one would take hours."""
    xml = b"<dataValidations>" * 1_000_000
    assert sheet_with(xml) == b"<worksheet>" + xml + b"</worksheet>"
