"""The files of one chart: a slide, a picture for print, drawings, and the figures behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from colocate.case import Case
from colocate.charts import PAGE, SLIDE, Chart, Laid, Sheet, laid_out
from colocate.export.figures import fingerprint
from colocate.export.pictures.browser import Asked, Browser
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
    return browser.png(laid_out(chart, sheets.foot, SLIDE))


@dataclass(frozen=True)
class OnSheet:
    """A chart that is being drawn on a sheet."""

    laid: Laid
    asked: Asked


@dataclass(frozen=True)
class Begun:
    """A chart that is being drawn: on a slide, where SVG or PNG is asked for, and as printed."""

    chart: Chart
    name: str
    slide: OnSheet | None
    page: OnSheet | None


@dataclass
class Drawn:
    """Draws the charts of a case one by one in the formats asked for; keeps those that are to be printed together."""

    browser: Browser
    sheets: Sheets
    formats: Collection[str]
    leaves: list[Leaf] = field(default_factory=list)

    def begun(self, chart: Chart, name: str) -> Begun:
        """Ask for one chart's drawings, and wait for none: the browser draws while others are written."""
        wanted = set(self.formats)
        slide = self._asked(chart, SLIDE) if {"svg", "png"} & wanted else None
        page = self._asked(chart, PAGE) if {"png", "pdf"} & wanted else None
        return Begun(chart, name, slide, page)

    def files(self, one: Begun) -> Iterator[tuple[str, bytes]]:
        """Give one chart, in the order in which they were begun: SVG and PNG for a slide, PNG for print.

        The PDF holds it as printed.
        """
        if one.slide is not None:
            drawn, image = self.browser.given(one.slide.asked)
            if "svg" in self.formats:
                yield f"{one.name}.svg", told(drawn, one.chart.title, one.chart.alt)
            if "png" in self.formats:
                yield f"{one.name}-{SLIDE_NAME}.png", image
        if one.page is not None:
            drawn, image = self.browser.given(one.page.asked)
            if "png" in self.formats:
                yield f"{one.name}-{PAGE_NAME}.png", image
            if "pdf" in self.formats:
                laid, as_words = one.page.laid, told(drawn, one.chart.title, one.chart.alt)
                self.leaves.append(Leaf(as_words, laid.width, laid.height, one.chart.alt))

    def printed(self, title: str, spoken: str) -> Iterator[tuple[str, bytes]]:
        """Print all charts that were drawn, where that was asked for; `spoken` is the code of their language."""
        if self.leaves:
            yield PDF_NAME, bound(self.leaves, title, self.sheets.day, spoken)

    def _asked(self, chart: Chart, sheet: Sheet) -> OnSheet:
        laid = laid_out(chart, self.sheets.foot, sheet)
        return OnSheet(laid, self.browser.ask(laid, image="png" in self.formats))
