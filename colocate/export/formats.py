"""The one table of what can be taken away: for each format who makes it, and what that needs on this machine.

A maker gives the files of a case by their names, and writes nothing. A new one is a row of `MAKERS`: the command
`export --formats`, the app's *Save*, the manifest and `reproduce` read it here. What a maker needs is loaded when it
is asked for a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from colocate.analysis.bridge.compared import Compared
from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.meanwhile import meanwhile
from colocate.model.futures import Futures
from colocate.stopping import look, looking
from colocate.words.language import ENGLISH, Language

if TYPE_CHECKING:
    from colocate.charts import Chart

Files = Iterator[tuple[str, bytes]]
"""Names of files, each with what is in it: plain names, without a folder, unlike each other over all makers."""

USUAL = ("html", "csv", "json")
"""The formats that are made where none is asked for."""

RAW = "parquet"
"""The format of every draw."""

Comparison = Literal["made again", "hash"]
"""How `reproduce` checks a file: it is made again and compared, or held against the hash in the manifest alone, since
no two machines make it alike."""


@dataclass(frozen=True)
class Taken:
    """What files to take away are made of.

    `weighed` is None where the case cannot be weighed; `changed` says that weights were changed after their result was
    seen, and is mostly empty; `template` is an agency's own for the decision paper in Word; `compared` is another case
    that this one is compared with, None for none.
    """

    futures: Futures
    found: WhatChanges
    weighed: Weighing | None = None
    changed: str = ""
    language: Language = ENGLISH
    template: Path | None = None
    compared: Compared | None = None

    @cached_property
    def charts(self) -> tuple[tuple[str, tuple[Chart, ...]], ...]:
        """Return all charts under their headings: drawn once, for whoever shows them in whatever format."""
        from colocate.export.pictures import every_chart  # noqa: PLC0415

        headed = every_chart(self.futures, self.found, self.weighed, self.language)
        return tuple((heading, tuple(looking(several))) for heading, several in headed)


@dataclass(frozen=True)
class Maker:
    """Who makes some formats: `make` gives the files of those that are asked for, and looks whether to stop.

    `name` says what it makes, for the labels of the app (`words.pages.save`). `why_not` says in a sentence what is
    missing on this machine to make them, None where nothing is. `meanwhile` says that they are made while the others
    are, since another process does most of it.
    """

    name: str
    formats: tuple[str, ...]
    make: Callable[[Taken, Collection[str]], Files]
    why_not: Callable[[Language], str | None] = lambda _language: None
    comparison: Comparison = "made again"
    meanwhile: bool = False


@dataclass(frozen=True)
class LeftOut:
    """Formats that cannot be made here, and why."""

    formats: tuple[str, ...]
    why: str


def _page(taken: Taken, _wanted: Collection[str]) -> Files:
    from colocate.export.pages import page  # noqa: PLC0415

    text = page(taken.futures, taken.found, taken.weighed, taken.changed, taken.language, taken.charts)
    yield "charts.html", text.encode()


def _paper_page(taken: Taken, _wanted: Collection[str]) -> Files:
    from colocate.export.paper import paper_html  # noqa: PLC0415

    text = paper_html(taken.futures, taken.found, taken.weighed, taken.language, taken.compared)
    yield "index.html", text.encode()


def _paper(taken: Taken, wanted: Collection[str]) -> Files:
    from colocate.export.paper import paper_docx, paper_pdf  # noqa: PLC0415

    said = (taken.futures, taken.found, taken.weighed, taken.language)
    if "pdf" in wanted:
        yield "decision-paper.pdf", paper_pdf(*said, taken.compared)
    if "docx" in wanted:
        yield "decision-paper.docx", paper_docx(*said, taken.template, taken.compared)


def _tables(taken: Taken, _wanted: Collection[str]) -> Files:
    from colocate.export.tables import tables  # noqa: PLC0415
    from colocate.export.tables_of_access import tables_of_access  # noqa: PLC0415
    from colocate.export.tables_of_futures import tables_of_futures  # noqa: PLC0415
    from colocate.export.tables_of_weighing import tables_of_weighing  # noqa: PLC0415

    yield from tables(taken.futures)
    yield from tables_of_access(taken.futures)
    yield from tables_of_futures(taken.futures, taken.found)
    if taken.weighed is not None:
        yield from tables_of_weighing(taken.weighed, taken.changed)
    yield from _pictures(taken, ("csv",))


def _workbook(taken: Taken, _wanted: Collection[str]) -> Files:
    from colocate.export.workbook import workbook  # noqa: PLC0415

    yield "workbook.xlsx", workbook(taken.futures, taken.language)


def _figures(taken: Taken, _wanted: Collection[str]) -> Files:
    from colocate.export.access import access_json, decision_reading  # noqa: PLC0415
    from colocate.export.figures import figures_json  # noqa: PLC0415
    from colocate.export.sensitivity import sensitivity_json  # noqa: PLC0415
    from colocate.export.weighing import weighing_json  # noqa: PLC0415

    futures = taken.futures
    yield "figures.json", figures_json(futures).encode()
    yield "sensitivity.json", sensitivity_json(taken.found).encode()
    if any(option.access is not None for option in futures.options):
        yield "access.json", access_json([(decision_reading(futures.case), futures)]).encode()
    if taken.weighed is not None:
        yield "weighing.json", weighing_json(futures, taken.weighed).encode()


def _two_cases(taken: Taken, wanted: Collection[str]) -> Files:
    from colocate.export.files_of_bridge import files_of_bridge  # noqa: PLC0415

    if taken.compared is not None:
        yield from files_of_bridge(taken.compared.bridge, wanted, taken.compared.files, taken.language)


def _draws(taken: Taken, _wanted: Collection[str]) -> Files:
    from colocate.export.draws import draws_parquet  # noqa: PLC0415

    yield "draws.parquet", draws_parquet(taken.futures)


def _pictures(taken: Taken, wanted: Collection[str]) -> Files:
    from colocate.export.pictures import pictures  # noqa: PLC0415

    return pictures(taken.futures, taken.found, taken.weighed, wanted, taken.language, taken.charts)


def _no_browser(language: Language) -> str | None:
    from colocate.export.pictures import why_not  # noqa: PLC0415

    return why_not(language)


MAKERS: tuple[Maker, ...] = (
    Maker("charts", ("html",), _page),
    Maker("paper page", ("html",), _paper_page),
    Maker("paper", ("pdf", "docx"), _paper),
    Maker("tables", ("csv",), _tables),
    Maker("workbook", ("xlsx",), _workbook),
    Maker("figures", ("json",), _figures),
    Maker("two cases", ("csv", "xlsx", "json"), _two_cases),
    Maker("draws", (RAW,), _draws),
    Maker("pictures", ("png", "svg", "pdf"), _pictures, _no_browser, comparison="hash", meanwhile=True),
)
"""Who makes what, in the order in which it is made."""

ORDER = ("png", "svg", "pdf", "html", "csv", "xlsx", "docx", "json", "parquet")
"""The order in which formats are named."""


def formats() -> tuple[str, ...]:
    """Give all formats that somebody makes.

    >>> set(USUAL) <= set(formats())
    True
    """
    known = {one for maker in MAKERS for one in maker.formats}
    return tuple(one for one in ORDER if one in known)


def left_out(wanted: Collection[str], language: Language = ENGLISH) -> tuple[LeftOut, ...]:
    """Give what of the formats asked for cannot be made here, and why; all else of a format with two makers can."""
    missing = ((_asked(maker, wanted), maker.why_not) for maker in MAKERS)
    told = ((asked, why_not(language)) for asked, why_not in missing if asked)
    return tuple(LeftOut(asked, why) for asked, why in told if why is not None)


def made(taken: Taken, wanted: Collection[str]) -> Files:
    """Give the files of a case in the formats asked for, one after another; what cannot be made here is left out."""
    for file, _ in made_by(taken, wanted):
        yield file


def made_by(
    taken: Taken, wanted: Collection[str], only: Comparison | str = "", failed: list[LeftOut] | None = None
) -> Iterator[tuple[tuple[str, bytes], Maker]]:
    """Give the same with who made each, with a look before each; `only` by one maker, or by those checked so.

    What a browser that fails in the middle does not make is put into `failed`; without that its error comes through.
    """
    row = [(maker, _asked(maker, wanted)) for maker in MAKERS if only in ("", maker.name, maker.comparison)]
    row = [(maker, asked) for maker, asked in row if asked and maker.why_not(taken.language) is None]
    with ExitStack() as begun:
        made_meanwhile = {
            maker.name: begun.enter_context(meanwhile(partial(maker.make, taken, asked)))
            for maker, asked in row
            if maker.meanwhile and len(row) > 1
        }
        for maker, asked in row:
            look()
            try:
                for file in made_meanwhile.get(maker.name) or maker.make(taken, asked):
                    look()
                    yield file, maker
            except Exception as error:
                why = _failure(error, taken.language)
                if failed is None or why is None:
                    raise
                failed.append(LeftOut(asked, why))


def _failure(error: Exception, language: Language) -> str | None:
    """Say in a sentence that a browser failed; None for any other error."""
    from colocate.export.pictures.finding import BrowserFailsError  # noqa: PLC0415
    from colocate.words.pictures import browser_fails  # noqa: PLC0415

    return browser_fails(language) if isinstance(error, BrowserFailsError) else None


def _asked(maker: Maker, wanted: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in maker.formats if one in wanted)
