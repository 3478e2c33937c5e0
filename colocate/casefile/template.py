"""A new case: a commented template with a table of constituents, both ready to check."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def write_template(path: Path) -> tuple[Path, Path]:
    """Write a template case and its constituents beside it; FileExistsError where either is there already."""
    table = path.with_name(f"{path.stem}-constituents.csv")
    for taken in (path, table):
        if taken.exists():
            raise FileExistsError(f"{taken} is there already; nothing was written")
    folder = resources.files("colocate.casefile")
    text = folder.joinpath("template.toml").read_text(encoding="utf-8").replace("CONSTITUENTS-FILE", table.name)
    path.write_text(text, encoding="utf-8", newline="\n")
    table.write_text(
        folder.joinpath("template-constituents.csv").read_text(encoding="utf-8"), encoding="utf-8", newline="\n"
    )
    return path, table
