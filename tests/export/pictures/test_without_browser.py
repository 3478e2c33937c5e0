"""Pictures where there is no browser: one sentence says so, and the tables behind the charts are made all the same."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pypdf
import pytest

from colocate.export import pictures as package
from colocate.export.pictures import finding, pictures, why_not
from colocate.export.pictures.pdf import Leaf, bound
from colocate.export.pictures.svg import told
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from colocate.words.language import Language
from tests.documents import ROOT
from tests.outcomes import BAD, renamed, template  # noqa: F401

SPOILT = f"{BAD} \u202e\x1b[2J 😀 ' \" ]]> --> \x00"
BARE = (
    b'<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
    b'<defs id="defs-1a2b3c"><clipPath id="clip1a2b3cxy"><rect width="9" height="9"/></clipPath></defs>'
    b'<text x="9" y="50" style="font-family: Arial, Helvetica, sans-serif">Finding</text></svg>'
)


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "browser_path", lambda: None)


@pytest.mark.usefixtures("no_browser")
def test_one_sentence_says_what_to_install(template: Outcome) -> None:  # noqa: F811
    said = why_not()
    assert said is not None
    assert "install Chromium" in said
    files = dict(pictures(evaluate(template.case, 32)))
    assert files
    assert all(re.fullmatch(r"chart-\d\d-[a-z0-9-]+\.csv", name) for name in files)


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize("length", [1, pytest.param(6400, marks=pytest.mark.slow)])
def test_hostile_names_are_inert_in_tables_and_names_of_files(template: Outcome, length: int) -> None:  # noqa: F811
    case = renamed(template, f"={SPOILT} {'long ' * length}").case
    for name, content in pictures(evaluate(case, 32), formats=("csv",)):
        assert re.fullmatch(r"chart-\d\d-[a-z0-9-]+\.csv", name)
        assert len(name) < 100
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert len(rows) > 1
        assert not any(cell.lstrip().startswith(("=", "+", "@")) for row in rows for cell in row)
        assert "\x1b" not in content.decode("utf-8-sig")


def test_a_browser_of_ones_own_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "browser"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setenv(finding.NAMED, str(own))
    assert finding.browser_path() == str(own)
    own.chmod(0o644)
    monkeypatch.setattr(finding.shutil, "which", lambda _name: None)
    monkeypatch.setattr(finding.sys, "platform", "linux")
    assert finding.browser_path() is None or finding.os.geteuid() == 0


def test_a_drawing_is_named_and_told_and_the_same_each_time() -> None:
    again = BARE.replace(b"1a2b3c", b"4d5e6f")
    one = told(BARE, SPOILT, f"alt {SPOILT}")
    assert one == told(again, SPOILT, f"alt {SPOILT}")
    root = ET.fromstring(one.decode())  # noqa: S314 - our own
    names = [child.tag.rpartition("}")[2] for child in root]
    assert names[:2] == ["title", "desc"]
    assert "<script>alert(1)</script>" in (root[0].text or "")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    assert not {"script", "a", "foreignObject"} & {part.tag.rpartition("}")[2] for part in root.iter()}


def test_what_is_no_drawing_is_none() -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        told(b"<html>", "", "")


@pytest.mark.parametrize("text", ["An office", "#panic() $x$ \\ @label <b> 😀", "\u202e" + "x" * 400])
def test_pages_of_a_pdf_are_words_tagged_and_dated_by_the_case(text: str) -> None:
    leaves = [Leaf(told(BARE, text, text), 200, 100, text), Leaf(told(BARE, text, text), 300, 100, text)]
    one = bound(leaves, text, date(2018, 10, 31), Language("en").spoken)
    assert one == bound(leaves, text, date(2018, 10, 31), "en")
    read = pypdf.PdfReader(io.BytesIO(one))
    assert [page.extract_text().strip() for page in read.pages] == ["Finding", "Finding"]
    assert [round(float(page.mediabox.width)) for page in read.pages] == [150, 225]
    assert read.metadata is not None
    assert str(read.metadata["/CreationDate"]).startswith("D:20181031")
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert b"pdfuaid:part" in one or "😀" in text


def test_a_very_long_page_stays_within_what_a_pdf_allows() -> None:
    one = bound([Leaf(told(BARE, "An office", "An office"), 720, 30_000, "An office")], "", date(2018, 10, 31), "en")
    (page,) = pypdf.PdfReader(io.BytesIO(one)).pages
    assert float(page.mediabox.height) <= 14_400.01
    assert float(page.mediabox.height) / float(page.mediabox.width) == pytest.approx(30_000 / 720, rel=0.001)


@pytest.mark.slow
def test_what_the_driver_notes_is_not_printed() -> None:
    lines = (
        "import logging",
        "import colocate.export.pictures.browser",
        "logging.getLogger('choreographer.channels.pipe').error('a last word')",
        "logging.getLogger('kaleido.kaleido').error('a last word')",
    )
    run = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, timeout=110, check=True)
    assert done.stdout + done.stderr == b""
