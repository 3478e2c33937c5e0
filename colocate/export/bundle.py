"""Everything that a case exports, into one folder: charts, tables, figures."""

from __future__ import annotations

from pathlib import Path

from colocate.export.figures import figures_json
from colocate.export.pages import write_pages
from colocate.export.tables import write_tables
from colocate.outcome import Outcome


def write_bundle(outcome: Outcome, folder: Path) -> list[Path]:
    """Write charts as self-contained HTML, tables as CSV and all figures as JSON; give the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "figures.json"
    path.write_text(figures_json(outcome), encoding="utf-8", newline="\n")
    return [*write_pages(outcome, folder), *write_tables(outcome, folder), path]
