"""Everything that a case exports, into one folder: charts, tables, figures."""

from __future__ import annotations

from pathlib import Path

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.access import access_json, decision_reading
from colocate.export.figures import figures_json
from colocate.export.pages import write_pages
from colocate.export.sensitivity import sensitivity_json
from colocate.export.tables import write_tables
from colocate.export.tables_of_futures import write_tables_of_futures
from colocate.export.tables_of_weighing import write_tables_of_weighing
from colocate.export.weighing import weighing_json
from colocate.export.writing import fresh
from colocate.model.futures import Futures


def write_bundle(futures: Futures, found: WhatChanges, folder: Path, weighed: Weighing | None = None) -> list[Path]:
    """Write charts as self-contained HTML, tables as CSV and all figures as JSON; give the paths written.

    `futures` are those of the odds and of `weighed` (None where the case cannot be weighed), `found` rests on futures
    of its own, perhaps more of them.
    """
    outcome = futures.central
    written = [
        *write_pages(outcome, folder, futures=futures, found=found, weighed=weighed),
        *write_tables(outcome, folder),
    ]
    written += write_tables_of_futures(futures, found, folder)
    texts = [("figures.json", figures_json(outcome, futures)), ("sensitivity.json", sensitivity_json(found))]
    if any(option.access is not None for option in futures.options):
        texts.append(("access.json", access_json([(decision_reading(futures.case), futures)])))
    if weighed is not None:
        written += write_tables_of_weighing(weighed, folder)
        texts.append(("weighing.json", weighing_json(futures, weighed)))
    for name, text in texts:
        path = fresh(folder, name)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written
