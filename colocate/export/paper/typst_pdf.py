"""The paper as a tagged PDF (PDF/UA-1), and its picture for Word: set by typst, which reads texts as data alone."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import typst

from colocate.export.paper.plain import Plain
from colocate.stopping import look

ACCESSIBLE: list[Any] = ["ua-1"]
NONE: list[Any] = []
SHARPNESS = 220
"""Dots an inch of the picture in a file of Word."""


def pdf_of(paper: Plain) -> bytes:
    """Set the paper; the same paper gives the same bytes.

    Fonts are those that typst brings along. A text with letters that they lack takes fonts of this machine; letters
    that no font has are shown as empty boxes then, and the file is tagged but no PDF/UA-1, which forbids that.
    """
    source = _source("picture.typ", "paper.typ")
    data = {"paper": json.dumps(paper)}
    for standards, own_fonts in ((ACCESSIBLE, True), (ACCESSIBLE, False), (NONE, False)):
        look()
        try:
            made = typst.compile(
                source,
                format="pdf",
                sys_inputs=data,
                pdf_standards=standards,
                ignore_system_fonts=own_fonts,
                timestamp=0,
            )
        except typst.TypstError:
            if not standards:
                raise
            continue
        return bytes(made)
    raise AssertionError("the last try either gives a file or raises")


def picture_of(block: Plain) -> bytes:
    """Draw a picture of the paper as PNG."""
    data = {"picture": json.dumps(block)}
    source = _source("picture.typ", "alone.typ")
    made = typst.compile(source, format="png", ppi=SHARPNESS, sys_inputs=data, ignore_system_fonts=True)
    return bytes(made)


def _source(*names: str) -> bytes:
    folder = resources.files("colocate.export.paper")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names).encode()
