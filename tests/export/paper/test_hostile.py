"""Whatever a text holds, it is shown as it is: no formula, markup, template mark or control character does anything."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from colocate.export.paper.html_page import html_of
from colocate.export.paper.plain import plain
from colocate.export.paper.typst_pdf import pdf_of
from colocate.export.paper.word import docx_of
from colocate.safe import for_paper
from colocate.words.paper import Paper
from colocate.words.weighing_tables import Entry
from tests.export.paper import made

LATIN = [
    "=1+1",
    "@SUM(A1)",
    "{{ title.__class__ }} {% for x in y %} {# no #} {_{ }_} {_% %_}",
    "{{p blocks(asked) }} {%tr endfor %} {%p endmacro %}",
    '#pagebreak() *bold* _under_ $x^2$ `raw` #eval("1") @ref <label> = Heading \\ // no /* no */ ~ -- ---',
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt; &amp; ]]> <!-- ",
    "'quoted' \"twice\" “thrice” `tick`",
    "two\nlines\r\nthree\ttabs\x0bdown\x0cpage\x07bell\x00zero\x1b[31m",
    "\u202eturned\u202c \u2066kept\u2069 \u200bnothing\ufeff",
    "Hà Nội, Łódź, Ελλάδα, Україна",
    "..\\..\\up ../../up C:\\x",
    "${HOME} $(id) %PATH% %s {0} {name}",
]
ANY = ["河内 事務所", "العربية", "emoji 😀 👩\u200d💻", "\U0001f1fb\U0001f1f3 \ufffe\ud7ff"]
VERY_LONG = "W" * 32_000


def with_texts(part: Any, texts: list[str], place: list[int]) -> Any:
    """The same record with each of its texts replaced by the next of these; names of kinds and sections stay."""
    if isinstance(part, str):
        place[0] += 1
        return texts[place[0] % len(texts)]
    if isinstance(part, Entry):
        return Entry(*(with_texts(one, texts, place) if one else one for one in part))
    if isinstance(part, tuple):
        return tuple(with_texts(one, texts, place) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        kept = ("key", "language", "kind") if not isinstance(part, Paper) else ("language",)
        return replace(
            part,
            **{
                one.name: with_texts(getattr(part, one.name), texts, place)
                for one in fields(part)
                if one.name not in kept
            },
        )
    return part


def hostile(*texts: str, start: int = 0) -> Paper:
    paper: Paper = with_texts(made.record(made.ALL_PARTS), list(texts), [start])
    return paper


def shown(*texts: str) -> list[str]:
    return [made.squeezed(for_paper(text)) for text in texts]


class Tags(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _value in attrs)))


def test_texts_are_texts_in_a_file_of_word() -> None:
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    content = docx_of(plain(hostile(*LATIN, *ANY)), day)
    whole = made.texts_of_docx(content)
    assert [text for text in shown(*LATIN, *ANY) if text not in whole] == []
    document, fine = (Document(io.BytesIO(one)) for one in (content, made.docx(made.ALL_PARTS)))
    for name in ("w:p", "w:tbl", "w:tr", "w:drawing", "w:br", "w:tab", "w:fldSimple"):
        assert len(list(document.element.iter(qn(name)))) == len(list(fine.element.iter(qn(name)))), name


def test_texts_are_texts_in_a_pdf() -> None:
    content = pdf_of(plain(hostile(*LATIN)))
    reader = PdfReader(io.BytesIO(content))
    whole = made.texts_of_pdf(content)
    without_joiners = [re.sub("[\u200c\u200d]", "", text) for text in shown(*LATIN)]
    assert [text for text in without_joiners if text not in whole] == []
    assert len(reader.pages) <= 9  # texts stand by the dozen; no page was broken by one
    assert b"pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]


def test_letters_that_no_font_brings_along_end_no_paper() -> None:
    content = pdf_of(plain(hostile(*ANY)))
    reader = PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert len(reader.pages) <= 9


def test_texts_are_texts_on_a_page() -> None:
    written = html_of(plain(hostile(*LATIN, *ANY)))
    assert Tags(written).found == Tags(made.html(made.ALL_PARTS)).found
    whole = made.squeezed(unescape(re.sub("<[^>]+>", "", written.split("</style>")[1])))
    assert [text for text in shown(*LATIN, *ANY) if text not in whole] == []
    assert "script" not in {tag for tag, _names in Tags(written).found}


@pytest.mark.slow
def test_very_long_texts_are_told_at_their_length() -> None:
    paper = plain(hostile(VERY_LONG, "short", "short too", "and so on", "once more", start=-1))
    day = made.found(made.ALL_PARTS).futures.case.decision_date
    assert VERY_LONG in made.texts_of_docx(docx_of(paper, day))
    assert VERY_LONG in html_of(paper)
    assert PdfReader(io.BytesIO(pdf_of(paper))).pages
