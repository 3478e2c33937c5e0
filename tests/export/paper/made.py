"""Papers for tests: of a case by its file, made once, and their texts as a reader of each form gets them."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from colocate.analysis.deciding.what_would_change import WhatChanges, what_changes
from colocate.case import Case
from colocate.casefile.reading import load_case
from colocate.export.figures import fingerprint
from colocate.export.paper import paper_docx, paper_html, paper_pdf
from colocate.model.evaluate import evaluate
from colocate.words.paper import Paper, paper
from tests.documents import DATA_CASES, ROOT, SMALL

ALL_PARTS = ROOT / "tests" / "outlets" / "all-parts.toml"
DRAWS = 64
CASES = [
    ALL_PARTS,
    *(path if path.stem == SMALL else pytest.param(path, marks=pytest.mark.slow) for path in DATA_CASES),
]
"""A case with every part typed, and those of `data/`; all but the smallest of them are among the slow ones."""


def found_of(case: Case) -> WhatChanges:
    """What would change the answer, over few futures."""
    return what_changes(evaluate(case, DRAWS), base=8, most=4)


@cache
def found(path: Path) -> WhatChanges:
    return found_of(load_case(path))


@cache
def record(path: Path) -> Paper:
    told = found(path)
    return paper(told.futures, told, None, fingerprint(told.futures.case.document))


@cache
def docx(path: Path) -> bytes:
    return paper_docx(found(path).futures, found(path))


@cache
def pdf(path: Path) -> bytes:
    return paper_pdf(found(path).futures, found(path))


@cache
def html(path: Path) -> str:
    return paper_html(found(path).futures, found(path))


def texts_of_docx(content: bytes) -> str:
    """All text of a file of Word, without blanks."""
    document = Document(io.BytesIO(content))
    parts = [document.element, *(section.footer._element for section in document.sections)]
    return squeezed("".join(one.text or "" for part in parts for one in part.iter(qn("w:t"))))


def texts_of_pdf(content: bytes) -> str:
    """All text of a PDF, without blanks."""
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def squeezed(text: str) -> str:
    """Text without blanks and the marks that show nothing: how it is broken into lines is for each form to say."""
    return re.sub(r"[\s\u00a0\u202f\u2060\u00ad]", "", text)
