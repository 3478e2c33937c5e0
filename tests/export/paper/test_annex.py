"""The annex stands in all three forms of the paper, with the same words, on a page of its own behind the others."""

from __future__ import annotations

import html as markup
import io
import re
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from colocate.analysis.bridge.bridge import bridge_between
from colocate.analysis.bridge.compared import Compared
from colocate.casefile.reading import check_document
from colocate.export.figures import fingerprint
from colocate.export.paper import paper_docx, paper_html, paper_pdf
from colocate.export.paper.faults import TemplateFaultError
from colocate.export.paper.word import ANNEX, TEMPLATE
from colocate.model.evaluate import evaluate
from colocate.words.paper import paper
from colocate.words.paper.record import Paper, texts_of
from tests.export.paper import made

HOSTILE = "=1+1 <script>alert(1)</script> {{ title }} #pagebreak() @ref"


@cache
def compared() -> Compared:
    """The case with every part beside another version of it, whose names are hostile and whose figures differ."""
    futures = made.found(made.ALL_PARTS).futures
    document = dict(futures.case.document)
    document["title"] = HOSTILE
    document["horizon_years"] += 1
    document["options"] = [one | {"name": f"{HOSTILE} {one['id']}"} for one in document["options"]]
    names = [one.name for one in (made.ALL_PARTS.parent).glob(f"{made.ALL_PARTS.stem}-*.csv")]
    assert len(names) <= 2
    other = check_document(document, lambda name: (made.ALL_PARTS.parent / name).read_bytes())
    before = evaluate(other, made.DRAWS)
    return Compared(bridge_between(before, futures), ("=before.toml", ""), fingerprint(other.document))


@cache
def record() -> Paper:
    found = made.found(made.ALL_PARTS)
    return paper(found.futures, found, None, fingerprint(found.futures.case.document), compared=compared())


@cache
def forms() -> tuple[bytes, bytes, str]:
    found = made.found(made.ALL_PARTS)
    return (
        paper_docx(found.futures, found, compared=compared()),
        paper_pdf(found.futures, found, compared=compared()),
        paper_html(found.futures, found, compared=compared()),
    )


def test_all_three_forms_say_the_same() -> None:
    section = record().sections[-1]
    assert section.key == ANNEX
    assert record().sections[:-1] == made.record(made.ALL_PARTS).sections
    texts = [made.squeezed(one) for one in (section.title, *(text for one in section.blocks for text in texts_of(one)))]
    assert len(texts) > 20
    assert any("=1+1<script>" in one for one in texts)
    docx, pdf, page = forms()
    for whole in (
        made.texts_of_docx(docx),
        made.texts_of_pdf(pdf),
        made.squeezed(markup.unescape(re.sub("<[^>]+>", "", page.split("</style>")[1]))),
    ):
        assert [text for text in texts if text not in whole] == []
    assert "<script" not in page


def test_it_begins_a_page_and_leaves_the_others_as_they_are() -> None:
    docx, pdf, page = forms()
    pages = [made.squeezed(one.extract_text()) for one in PdfReader(io.BytesIO(pdf)).pages]
    before = PdfReader(io.BytesIO(made.pdf(made.ALL_PARTS))).pages
    title = made.squeezed(record().sections[-1].title)
    assert [place for place, text in enumerate(pages) if title in text] == [len(before)]
    assert pages[len(before)].startswith(title)
    (heading,) = [one for one in Document(io.BytesIO(docx)).paragraphs if one.text == record().sections[-1].title]
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    assert heading.paragraph_format.page_break_before
    assert f'class="begins" aria-labelledby="{ANNEX}"' in page
    assert ANNEX not in made.html(made.ALL_PARTS)


def test_the_pdf_is_tagged_with_its_tables() -> None:
    reader = PdfReader(io.BytesIO(forms()[1]))
    assert b"pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]
    tables = Document(io.BytesIO(forms()[0])).tables
    described = [one._tbl.tblPr.find(qn("w:tblDescription")) for one in tables]
    assert all(one is not None and one.get(qn("w:val")) for one in described)


def test_a_template_that_has_no_place_for_it_is_told(tmp_path: Path) -> None:
    document = Document(io.BytesIO(TEMPLATE.read_bytes()))
    begin = next(place for place, one in enumerate(document.paragraphs) if one.text == "{%p if annex %}")
    for one in document.paragraphs[begin : begin + 4]:
        one._p.getparent().remove(one._p)
    document.save(str(tmp_path / "own.docx"))
    found = made.found(made.ALL_PARTS)
    assert paper_docx(found.futures, found, template=tmp_path / "own.docx")
    with pytest.raises(TemplateFaultError, match="no place for the annex"):
        paper_docx(found.futures, found, template=tmp_path / "own.docx", compared=compared())
