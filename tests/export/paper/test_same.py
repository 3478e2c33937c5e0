"""All three forms of a paper say the same: every text of the record, and made again the same bytes."""

from __future__ import annotations

import html as markup
import re
from pathlib import Path

import pytest

from colocate.export.paper import paper_docx, paper_html, paper_pdf
from colocate.words.paper import Picture
from tests.export.paper import made


def said(path: Path) -> list[str]:
    """Every text of the record but the alternative of the picture, which is for who does not see it."""
    paper = made.record(path)
    alts = {block.alt for section in paper.sections for block in section.blocks if isinstance(block, Picture)}
    drawn = {
        text
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Picture)
        for text in (*block.ends, *(one.amount for one in block.marks))
    }
    return [made.squeezed(text) for text in paper.texts if text and text not in alts | drawn]


@pytest.mark.parametrize("path", made.CASES, ids=lambda path: path.stem)
def test_every_text_stands_in_every_form(path: Path) -> None:
    page = made.squeezed(markup.unescape(re.sub("<[^>]+>", "", made.html(path).split("</style>")[1])))
    forms = {
        "docx": made.texts_of_docx(made.docx(path)),
        "pdf": made.texts_of_pdf(made.pdf(path)),
        "html": page,
    }
    texts = said(path)
    assert len(texts) > 50
    for form, whole in forms.items():
        assert [text for text in texts if text not in whole] == [], form


def test_the_same_paper_has_the_same_bytes() -> None:
    found = made.found(made.ALL_PARTS)
    assert paper_docx(found.futures, found) == made.docx(made.ALL_PARTS)
    assert paper_pdf(found.futures, found) == made.pdf(made.ALL_PARTS)
    assert paper_html(found.futures, found) == made.html(made.ALL_PARTS)
