"""All pictures of a case as one PDF, a page each in its own size: their words are words, each has its alternative.

Set by typst, which draws SVG without a browser; it reads all texts as data. A browser would print a hatched bar as an
image of thousands of points, which takes seconds and megabytes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from colocate.charts.theme import FONT, FONTS
from colocate.export.tagged import tagged_pdf

SOURCE = b"""
#let given = json(bytes(sys.inputs.given))
#let day = given.day
#set document(title: given.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: given.lang)
#for one in given.leaves {
  page(width: one.width * 1pt, height: one.height * 1pt, margin: 0pt,
    image(bytes(one.drawn), format: "svg", width: 100%, alt: one.alt))
}
"""

POINT = 0.75
"""Points a pixel."""
LONGEST = 14_400
"""Points of a page's side that PDF allows."""


@dataclass(frozen=True)
class Leaf:
    """One page: its drawing, its size in pixels, and what it shows in words."""

    drawn: bytes
    width: int
    height: int
    alt: str


def bound(leaves: Sequence[Leaf], title: str, day: date, spoken: str) -> bytes:
    """Give the pages as one tagged PDF in the language `spoken`, dated by a day, not by the moment of its making."""
    pages = [_page(one) for one in leaves]
    told = {"title": title, "day": [day.year, day.month, day.day], "lang": spoken, "leaves": pages}
    return tagged_pdf(SOURCE, {"given": json.dumps(told)}, own_fonts=False)


def _page(leaf: Leaf) -> dict[str, str | float]:
    """Give a leaf as it is set, smaller where no page can be as long; sizes in points."""
    scale = min(POINT, LONGEST / max(leaf.width, leaf.height))
    drawn = leaf.drawn.decode().replace(FONT, FONTS)
    return {"drawn": drawn, "width": scale * leaf.width, "height": scale * leaf.height, "alt": leaf.alt}
