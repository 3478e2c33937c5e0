"""The files of two cases compared, in the formats asked for: tables, a workbook of live sums, figures as JSON."""

from __future__ import annotations

from collections.abc import Collection

from colocate.analysis.bridge.bridge import Bridge
from colocate.export.bridge import bridge_json
from colocate.export.formats import Files
from colocate.export.tables_of_bridge import tables_of_bridge
from colocate.stopping import look
from colocate.words.language import ENGLISH, Language

FORMATS, USUAL = ("csv", "xlsx", "json"), ("csv", "xlsx")
"""What two cases compared can be written as, and what is made where nothing is asked for."""


def files_of_bridge(
    found: Bridge,
    wanted: Collection[str] = USUAL,
    files: tuple[str, str] = ("", ""),
    language: Language = ENGLISH,
) -> Files:
    """Give the files of a comparison by their names; `files` are the names that the two cases were read from."""
    if "csv" in wanted:
        yield from tables_of_bridge(found)
    look()
    if "xlsx" in wanted:
        from colocate.export.workbook_of_bridge import workbook_of_bridge  # noqa: PLC0415 - for this alone

        yield "bridge.xlsx", workbook_of_bridge(found, files, language)
    if "json" in wanted:
        yield "bridge.json", bridge_json(found).encode()
