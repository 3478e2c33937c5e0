"""The paper as a tagged PDF (PDF/UA-1), and its picture for Word: set by typst, which reads texts as data alone."""

from __future__ import annotations

import json
from importlib import resources

import typst

from colocate.export.paper.plain import Plain
from colocate.export.tagged import tagged_pdf

SHARPNESS = 220
"""Dots an inch of the picture in a file of Word."""


def pdf_of(paper: Plain) -> bytes:
    """Set the paper; the same paper gives the same bytes."""
    return tagged_pdf(_source("picture.typ", "paper.typ"), {"paper": json.dumps(paper)}, own_fonts=True)


def picture_of(block: Plain) -> bytes:
    """Draw a picture of the paper as PNG; letters that typst's fonts lack are in those of this machine."""
    made = typst.compile(
        _source("picture.typ", "alone.typ"), format="png", ppi=SHARPNESS, sys_inputs={"picture": json.dumps(block)}
    )
    return bytes(made)


def _source(*names: str) -> bytes:
    folder = resources.files("colocate.export.paper")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names).encode()
