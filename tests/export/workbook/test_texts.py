"""Texts of a case stay words in the workbook, whatever they begin with or hold."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import load_workbook  # type: ignore[import-untyped]

import colocate
from colocate.export.workbook import workbook
from tests.examples import commercial, office_case, one_off, option, running

HARMLESS = "\u00a0\u200c\u200d"
TEXTS = {
    "formula": "=1+1",
    "link": '=HYPERLINK("http://x","y")',
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(A1)",
    "html": "<script>alert(1)</script> & 'quoted' \"twice\"",
    "jinja": "{{ 7*7 }} {% x %} #{y}",
    "lines": "a\nb\tc",
    "direction": "\u202eabc\u2066",
    "emoji": "\U0001f3e2 house",
    "sheet": "a/b\\c?d*e:g'h",
    "place": "Great!A1",
    "place elsewhere": "'y.xlsx'!B2",
    "column": "C",
    "long": "x" * 1000,
}


OF_SHEETS = re.compile(r"'(?:[^']|'')*'!")


def test_a_text_is_never_a_formula() -> None:
    options = [
        option(f"option-{place}", commercial(), running=[running(100, name=text)], one_offs=[one_off(50, name=text)])
        | {"name": text}
        for place, text in enumerate(TEXTS.values())
    ]
    case = office_case(*options, title=TEXTS["formula"], agency=TEXTS["link"])
    content = workbook(colocate.evaluate(case, 2))
    plain = load_workbook(io.BytesIO(content))
    words = 0
    for sheet in plain.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert "HYPERLINK" not in OF_SHEETS.sub("", str(cell.value))
                    assert str(cell.value) not in TEXTS.values()
                    assert not re.search(r"(?<![A-Za-z'])C!", str(cell.value))
                elif isinstance(cell.value, str):
                    words += 1
                    assert all(mark.isprintable() or mark in HARMLESS for mark in cell.value), cell.value
    assert words > 1000
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
    places = {place for chart in charts for place in re.findall(r"<c:f>(.*?)!", chart)}
    assert places == {"Charts", "Comparison"}
    assert all("<c:v>Great!A1</c:v>" in chart for chart in charts)
