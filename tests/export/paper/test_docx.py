"""The file of Word: real styles and captions, headings in order, alternative texts, header rows, an own template."""

from __future__ import annotations

import io
import itertools
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from colocate.commands import main
from colocate.export.paper import make_template
from colocate.export.paper.faults import TemplateFaultError
from colocate.export.paper.plain import plain
from colocate.export.paper.word import KEYS, TEMPLATE, docx_of
from tests.export.paper import made


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


@pytest.mark.parametrize("path", made.CASES, ids=lambda path: path.stem)
def test_headings_captions_and_alternatives(path: Path) -> None:
    document = opened(made.docx(path))
    paper = made.record(path)
    styles = [one.style.name for one in document.paragraphs]
    assert styles.count("Title") == 1
    headings = [one for one in document.paragraphs if one.style.name.startswith("Heading")]
    levels = [int(one.style.name.split()[-1]) for one in headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert [one.text for one in headings] == [section.title for section in paper.sections]
    assert "List Bullet" in styles
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert len(pictures) == (0 if "short" in paper.kind else 1)
    assert all(len(one.get("descr", "")) > 40 for one in pictures)
    for table in document.tables:
        caption = table._tbl.getprevious()
        assert caption.find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")) == "Caption"
        assert caption.find(qn("w:fldSimple")) is not None  # Word counts the tables itself
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        assert properties.find(qn("w:tblDescription")).get(qn("w:val"))
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        widths = {len(row.tc_lst) for row in table._tbl.tr_lst}
        assert widths == {len(table._tbl.tblGrid)}
    assert "{" not in "".join(one.text for one in document.paragraphs)


def test_language_page_numbers_and_properties() -> None:
    document = opened(made.docx(made.ALL_PARTS))
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    fields = [one.get(qn("w:instr")) for one in document.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    properties = document.core_properties
    assert properties.title == made.record(made.ALL_PARTS).title
    assert properties.language == "en-GB"
    assert properties.created.isoformat().startswith("2026-01-01")


def test_every_part_is_well_formed_and_nothing_is_fetched() -> None:
    with zipfile.ZipFile(io.BytesIO(made.docx(made.ALL_PARTS))) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))
                assert b'TargetMode="External"' not in packed.read(name)
            assert "vba" not in name.lower()


def test_the_template_is_the_one_that_the_script_makes() -> None:
    def parts(content: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {name: packed.read(name) for name in packed.namelist() if name.startswith("word/")}

    assert parts(TEMPLATE.read_bytes()) == parts(make_template.template()), (
        "make it anew: python -m colocate.export.paper.make_template"
    )


def own_template(tmp_path: Path, *lines: str) -> Path:
    """The program's template with lines before all else, as an agency may write them."""
    document = opened(TEMPLATE.read_bytes())
    for line in lines:
        document.paragraphs[0].insert_paragraph_before(line)
    document.save(tmp_path / "own.docx")
    return tmp_path / "own.docx"


def test_an_agency_may_change_the_template(tmp_path: Path) -> None:
    paper = made.record(made.ALL_PARTS)
    own = own_template(tmp_path, "Our agency's paper on {{ title }}", "{{ signatures.title }} come last")
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    words = [one.text for one in opened(docx_of(plain(paper), day, own)).paragraphs]
    assert f"Our agency's paper on {paper.title}" in words
    assert "Signatures come last" in words


def test_a_section_taken_out_of_the_template_is_not_in_the_paper(tmp_path: Path) -> None:
    document = opened(TEMPLATE.read_bytes())
    begin = next(place for place, one in enumerate(document.paragraphs) if one.text == "{%p if government %}")
    for one in document.paragraphs[begin : begin + 4]:
        one._p.getparent().remove(one._p)
    document.save(tmp_path / "own.docx")
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    content = docx_of(plain(made.record(made.ALL_PARTS)), day, tmp_path / "own.docx")
    headings = [one.text for one in opened(content).paragraphs if one.style.name == "Heading 1"]
    assert "The host government's wish" not in headings
    assert len(headings) == len(KEYS) - 1


@pytest.mark.parametrize(
    "line",
    [
        "{{ title",
        "{% for x in %}",
        "{{ title.__class__.__mro__[1].__subclasses__() }}",
        "{{ nothing.of.it }}",
        "{{ 1 / 0 }}",
        "{{ range(10 ** 9) }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    ],
)
def test_a_template_that_cannot_be_filled_in_is_told(tmp_path: Path, line: str) -> None:
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    with pytest.raises(TemplateFaultError):
        docx_of(plain(made.record(made.ALL_PARTS)), day, own_template(tmp_path, line))


def test_a_template_that_came_spoilt_is_told(tmp_path: Path) -> None:
    own = own_template(tmp_path)
    content = bytearray(own.read_bytes())
    with zipfile.ZipFile(own) as packed:
        begin = packed.getinfo("word/document.xml").header_offset
    content[begin + 200 : begin + 300] = bytes(100)
    own.write_bytes(content)
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    with pytest.raises(TemplateFaultError):
        docx_of(plain(made.record(made.ALL_PARTS)), day, own)


def test_what_a_template_says_of_its_tables_stands_there_once(tmp_path: Path) -> None:
    document = opened(TEMPLATE.read_bytes())
    properties = document.tables[0]._tbl.tblPr
    for name in ("w:tblInd", "w:tblCaption", "w:tblDescription"):
        properties.append(OxmlElement(name))
    document.save(tmp_path / "own.docx")
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    content = docx_of(plain(made.record(made.ALL_PARTS)), day, tmp_path / "own.docx")
    for table in opened(content).tables:
        names = [one.tag for one in table._tbl.tblPr]
        assert len(names) == len(set(names))


@pytest.mark.slow
def test_the_command_takes_a_template_and_tells_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = own_template(tmp_path, "Ours")
    asked = ["export", str(made.ALL_PARTS), "--draws", "32", "--formats", "docx"]
    assert main([*asked, "--out", str(tmp_path / "out"), "--template", str(own)]) == 0
    assert opened((tmp_path / "out" / "decision-paper.docx").read_bytes()).paragraphs[0].text == "Ours"
    (tmp_path / "no.docx").write_text("no file of Word", encoding="utf-8")
    for name in ("no.docx", "missing.docx"):
        assert main([*asked, "--out", str(tmp_path / "none"), "--template", str(tmp_path / name)]) != 0
        assert "cannot be filled in" in " ".join(capsys.readouterr().err.split())
        assert not (tmp_path / "none" / "decision-paper.docx").exists()
