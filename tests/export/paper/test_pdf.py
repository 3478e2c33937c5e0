"""The PDF: tagged, with title, language and alternatives, as PDF/UA-1 asks; its text is text."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.export.paper import made


def tags(node: Any) -> Iterator[Any]:
    """Every element of the structure, in its order."""
    here = node.get_object()
    if isinstance(here, list):
        for one in here:
            yield from tags(one)
    elif hasattr(here, "get"):
        if "/S" in here:
            yield here
        if "/K" in here and not isinstance(here["/K"], int):
            yield from tags(here["/K"])


@pytest.mark.parametrize("path", made.CASES, ids=lambda path: path.stem)
def test_it_is_tagged_and_says_what_it_is(path: Path) -> None:
    reader = PdfReader(io.BytesIO(made.pdf(path)))
    root: Any = reader.trailer["/Root"]
    paper = made.record(path)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == paper.title
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    found = list(tags(root["/StructTreeRoot"]["/K"]))
    kinds = [str(one["/S"]) for one in found]
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    tables = sum(hasattr(block, "columns") for section in paper.sections for block in section.blocks)
    assert kinds.count("/Table") == tables
    assert kinds.count("/THead") == tables
    assert kinds.count("/TH") >= 2 * tables
    figures = [one for one in found if str(one["/S"]) == "/Figure"]
    assert all(len(str(one["/Alt"])) > 40 for one in figures)
    assert len(figures) == (0 if "short" in paper.kind else 1)
    assert 2 <= len(reader.pages) <= 4


def test_it_holds_its_fonts_and_runs_nothing() -> None:
    reader = PdfReader(io.BytesIO(made.pdf(made.ALL_PARTS)))
    root: Any = reader.trailer["/Root"]
    assert "/OpenAction" not in root
    assert "/AcroForm" not in root
    for page in reader.pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert any(name in inner for name in ("/FontFile", "/FontFile2", "/FontFile3"))
