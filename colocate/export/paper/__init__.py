"""The decision paper for who reads no app: as a file of Word, as a tagged PDF, as a page. All three say the same."""

from __future__ import annotations

from pathlib import Path

from colocate.analysis.bridge.compared import Compared
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.figures import fingerprint
from colocate.export.paper.plain import Plain, plain
from colocate.model.futures import Futures
from colocate.stopping import look
from colocate.words.language import ENGLISH, Language
from colocate.words.paper import paper

__all__ = ["paper_docx", "paper_html", "paper_pdf"]


def paper_docx(
    futures: Futures,
    found: WhatChanges,
    weighed: Weighing | None = None,
    language: Language = ENGLISH,
    template: Path | None = None,
    compared: Compared | None = None,
) -> bytes:
    """Write the paper as a file of Word, by an agency's own template or the one that comes with the program.

    `compared` is another case, for an annex. TemplateFaultError where the template is no file of Word, asks for what
    cannot be given, or has no place for the annex.
    """
    from colocate.export.paper.word import docx_of  # noqa: PLC0415 - heavy, for this alone

    return docx_of(_made(futures, found, weighed, language, compared), futures.case.decision_date, template)


def paper_pdf(
    futures: Futures,
    found: WhatChanges,
    weighed: Weighing | None = None,
    language: Language = ENGLISH,
    compared: Compared | None = None,
) -> bytes:
    """Write the paper as a tagged PDF."""
    from colocate.export.paper.typst_pdf import pdf_of  # noqa: PLC0415 - heavy, for this alone

    return pdf_of(_made(futures, found, weighed, language, compared))


def paper_html(
    futures: Futures,
    found: WhatChanges,
    weighed: Weighing | None = None,
    language: Language = ENGLISH,
    compared: Compared | None = None,
) -> str:
    """Write the paper as a page that needs nothing else."""
    from colocate.export.paper.html_page import html_of  # noqa: PLC0415

    return html_of(_made(futures, found, weighed, language, compared))


def _made(
    futures: Futures, found: WhatChanges, weighed: Weighing | None, language: Language, compared: Compared | None
) -> Plain:
    look()
    return plain(paper(futures, found, weighed, fingerprint(futures.case.document), language, compared))
