"""Everything that a case exports, into one folder: charts, tables, figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.access import access_json, decision_reading
from colocate.export.figures import figures_json
from colocate.export.pages import write_pages
from colocate.export.sensitivity import sensitivity_json
from colocate.export.tables import write_tables
from colocate.export.tables_of_access import write_tables_of_access
from colocate.export.tables_of_futures import write_tables_of_futures
from colocate.export.tables_of_weighing import write_tables_of_weighing
from colocate.export.weighing import weighing_json
from colocate.model.futures import Futures
from colocate.stopping import look, looking
from colocate.writing import whole_folder, write_whole


def write_bundle(
    futures: Futures,
    found: WhatChanges,
    folder: Path,
    weighed: Weighing | None = None,
) -> list[Path]:
    """Write charts as self-contained HTML, tables as CSV and all figures as JSON; give the paths written.

    `futures` are those of the odds and of `weighed` (None where the case cannot be weighed), `found` rests on futures
    of its own, perhaps more of them. The folder appears when all is in it, or files of the same names are replaced
    then; PlaceError where it cannot be written to.
    """
    with whole_folder(folder) as draft:
        written = _write_all(futures, found, draft, weighed)
    return [folder / path.name for path in written]


def _write_all(futures: Futures, found: WhatChanges, folder: Path, weighed: Weighing | None) -> list[Path]:
    parts: list[Callable[[], Sequence[Path]]] = [
        lambda: write_pages(futures, folder, found, weighed),
        lambda: write_tables(futures, folder),
        lambda: write_tables_of_access(futures, folder),
        lambda: write_tables_of_futures(futures, found, folder),
        lambda: _written(folder, "figures.json", figures_json(futures)),
        lambda: _written(folder, "sensitivity.json", sensitivity_json(found)),
    ]
    if any(option.access is not None for option in futures.options):
        readings = [(decision_reading(futures.case), futures)]
        parts.append(lambda: _written(folder, "access.json", access_json(readings)))
    if weighed is not None:
        parts.append(lambda: write_tables_of_weighing(weighed, folder))
        parts.append(lambda: _written(folder, "weighing.json", weighing_json(futures, weighed)))
    written: list[Path] = []
    for part in looking(parts):
        written += part()
    look()
    return written


def _written(folder: Path, name: str, text: str) -> list[Path]:
    return [write_whole(folder / name, text)]
