"""A formula that is copied over a row or a list is, in every cell, the one that would be written there."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

import colocate
from colocate.export.workbook import workbook
from colocate.export.workbook.copying import Copies
from tests.examples import office_case, option, running
from tests.export.workbook.cases import DATA, FEW, made
from tests.export.workbook.engines import by_formualizer, by_ironcalc, moved, read


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=[] if path.stem == "national-coordinator" else pytest.mark.slow, id=path.stem)
        for path in DATA
    ],
)
def test_copied_formulas_are_those_that_are_written_one_by_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case, content, file = made(path)
    for name in ("formula", "one"):
        monkeypatch.setattr(Copies, name, lambda *_: False)
    single = workbook(colocate.evaluate(case, FEW))
    assert read(single).formulas == file.formulas
    assert len(single) > len(content)


def test_no_shared_formula_refers_to_another_sheet() -> None:
    _, content, file = made(next(path for path in DATA if path.stem == "national-coordinator"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    shared = [formula for text in sheets for formula in re.findall(r'<f t="shared" ref[^>]*>(.*?)</f>', text)]
    assert len(shared) > 50
    assert not [formula for formula in shared if "!" in formula]  # Excel would take the file for a broken one
    assert any("!" in formula for formula in file.formulas.values())


def test_both_engines_copy_a_formula_as_it_is_read_here() -> None:
    case = office_case(option("a", running=[running(100)]), option("b"), growth=3)
    content = workbook(colocate.evaluate(case, 2))
    file = read(content)
    assert by_formualizer(content, file) == pytest.approx(file.stored)
    assert by_ironcalc(content, file) == pytest.approx(file.stored)


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "wanted"),
    [
        ("A1+$A1+A$1+$A$1", 1, 1, "B2+$A2+B$1+$A$1"),
        ("SUM('A1'!Z9:AA$9)", 0, 1, "SUM('A1'!AA9:AB$9)"),
        ('IF(LOG10(A1)>0,"A1",Move!B2)', 2, 0, 'IF(LOG10(A3)>0,"A1",Move!B4)'),
    ],
)
def test_a_formula_is_copied_as_spreadsheets_do(formula: str, rows: int, columns: int, wanted: str) -> None:
    assert moved(formula, rows, columns) == wanted
