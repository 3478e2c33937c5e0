"""PDF that readers aloud can follow (PDF/UA-1), set by typst; every text comes in as data."""

from __future__ import annotations

from contextlib import suppress

import typst

from colocate.stopping import look


def tagged_pdf(source: bytes, given: dict[str, str], *, own_fonts: bool) -> bytes:
    """Set a PDF; the same source and texts give the same bytes. `own_fonts` are tried first: those typst brings along.

    A text with letters that they lack takes fonts of this machine. Letters that no font has are shown as empty boxes
    then, and the file is tagged but no PDF/UA-1, which forbids that.
    """
    for alone in (True, False) if own_fonts else (False,):
        look()
        with suppress(typst.TypstError):
            return _set(source, given, ["ua-1"], alone=alone)
    look()
    return _set(source, given, [], alone=False)


def _set(source: bytes, given: dict[str, str], standards: list[typst.PDFStandard], *, alone: bool) -> bytes:
    made = typst.compile(
        source, format="pdf", sys_inputs=given, pdf_standards=standards, ignore_system_fonts=alone, timestamp=0
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made
