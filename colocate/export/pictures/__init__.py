"""The charts of a case as pictures to take away: SVG, PNG for slides and for print, PDF, and what is behind each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import nullcontext
from typing import TypeVar

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.charts import Chart
from colocate.export.pictures.every import Headed, every_chart
from colocate.export.pictures.finding import browser_path
from colocate.export.pictures.made import DRAWN, Drawn, sheets_of
from colocate.model.futures import Futures
from colocate.stopping import looking
from colocate.words.language import ENGLISH, Language
from colocate.words.pictures import all_charts, no_browser

One = TypeVar("One")

__all__ = ["DRAWN", "FORMATS", "every_chart", "pictures", "why_not"]

FORMATS = (*DRAWN, "csv")
"""What `pictures` gives: drawings, and the figures behind each as a table, which needs no browser."""


def why_not(language: Language = ENGLISH) -> str | None:
    """Say what is missing on this machine to draw pictures; None where nothing is."""
    return None if browser_path() is not None else no_browser(language)


def pictures(
    futures: Futures,
    found: WhatChanges | None = None,
    weighed: Weighing | None = None,
    formats: Collection[str] = FORMATS,
    language: Language = ENGLISH,
    charts: Headed | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Give every chart of a case in each of the formats by the names of its files, one browser open for all of them.

    `charts` are all of them, where they are drawn already.

    What a browser draws is left out where there is none; `why_not` says why. A name begins with the chart's number, so
    that a folder shows them in their order. BrowserFailsError where the browser does not answer in time.
    """
    from colocate.export.pictures.browser import kept_browser  # noqa: PLC0415 - heavy, and not needed for tables
    from colocate.export.tables import table  # noqa: PLC0415

    sheets = sheets_of(futures.case, language)
    headed = every_chart(futures, found, weighed, language) if charts is None else charts
    every = (chart for _heading, several in headed for chart in several)
    draws = bool(set(DRAWN) & set(formats)) and browser_path() is not None
    with kept_browser() if draws else nullcontext() as browser:
        drawing = None if browser is None else Drawn(browser, sheets, formats)
        named = ((chart, _name(chart, number)) for number, chart in enumerate(looking(every), 1))
        begun = ((chart, name, None if drawing is None else drawing.begun(chart, name)) for chart, name in named)
        for chart, name, one in _one_ahead(begun):
            if drawing is not None and one is not None:
                yield from drawing.files(one)
            if "csv" in formats and chart.data.rows:
                yield f"{name}.csv", table(chart.data.columns, chart.data.rows)
        if drawing is not None:
            yield from drawing.printed(all_charts(futures.case, language), language.spoken)


def _name(chart: Chart, number: int) -> str:
    return f"chart-{number:02}-{chart.file_name.removeprefix('colocate-')}"


def _one_ahead(several: Iterator[One]) -> Iterator[One]:
    """Give one after another, each when the next one is begun.

    >>> def begun():
    ...     for one in (1, 2):
    ...         print("begin", one)
    ...         yield one
    >>> for one in _one_ahead(begun()):
    ...     print("end", one)
    begin 1
    begin 2
    end 1
    end 2
    """
    held: list[One] = []
    for one in several:
        yield from held
        held = [one]
    yield from held
