"""The files of one chart: a slide, a picture for print, drawings, and the figures behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from colocate.case import Case
from colocate.charts import PAGE, SLIDE, Chart, Laid, Sheet, laid_out
from colocate.export.figures import fingerprint
from colocate.export.pictures.browser import Browser
from colocate.export.pictures.pdf import Leaf, bound
from colocate.export.pictures.svg import told
from colocate.words.language import ENGLISH, Language
from colocate.words.pictures import foot

DRAWN = ("svg", "png", "pdf")
"""The formats that a browser draws."""

SLIDE_NAME, PAGE_NAME, PDF_NAME = "slide", "print", "charts.pdf"


@dataclass(frozen=True)
class Sheets:
    """What all pictures of a case share: the foot, and the day that it is as of."""

    foot: str
    day: date


def sheets_of(case: Case, language: Language = ENGLISH) -> Sheets:
    """Give what all pictures of a case share."""
    return Sheets(foot(case, fingerprint(case.document), language), case.decision_date)


def slide(browser: Browser, chart: Chart, sheets: Sheets) -> bytes:
    """Draw a chart for a slide, as a PNG of 1920 by 1080 points."""
    laid = laid_out(chart, sheets.foot, SLIDE)
    return browser.png(browser.svg(laid), laid)


@dataclass
class Drawn:
    """Draws the charts of a case one by one in the formats asked for; keeps those that are to be printed together."""

    browser: Browser
    sheets: Sheets
    formats: Collection[str]
    leaves: list[Leaf] = field(default_factory=list)

    def files(self, chart: Chart, name: str) -> Iterator[tuple[str, bytes]]:
        """Draw one chart: SVG and PNG for a slide, PNG for print; the PDF holds it as printed."""
        if {"svg", "png"} & set(self.formats):
            laid, drawn = self._drawn(chart, SLIDE)
            if "svg" in self.formats:
                yield f"{name}.svg", drawn
            if "png" in self.formats:
                yield f"{name}-{SLIDE_NAME}.png", self.browser.png(drawn, laid)
        if {"png", "pdf"} & set(self.formats):
            laid, drawn = self._drawn(chart, PAGE)
            if "png" in self.formats:
                yield f"{name}-{PAGE_NAME}.png", self.browser.png(drawn, laid)
            if "pdf" in self.formats:
                self.leaves.append(Leaf(drawn, laid.width, laid.height, chart.alt))

    def printed(self, title: str, spoken: str) -> Iterator[tuple[str, bytes]]:
        """Print all charts that were drawn, where that was asked for; `spoken` is the code of their language."""
        if self.leaves:
            yield PDF_NAME, bound(self.leaves, title, self.sheets.day, spoken)

    def _drawn(self, chart: Chart, sheet: Sheet) -> tuple[Laid, bytes]:
        laid = laid_out(chart, self.sheets.foot, sheet)
        return laid, told(self.browser.svg(laid), chart.title, chart.alt)
