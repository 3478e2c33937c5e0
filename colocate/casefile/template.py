"""A new case: a commented template with a table of constituents, both ready to check."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from colocate.safe import for_file_name
from colocate.writing import write_new


def write_template(path: Path) -> tuple[Path, Path]:
    """Write a template case and its constituents beside it; FileExistsError where either is there already.

    A table that is there as the template has it is no hindrance: a process that was killed may have left it.
    """
    table = path.with_name(f"{for_file_name(path.stem)}-constituents.csv")
    folder = resources.files("colocate.casefile")
    text = folder.joinpath("template.toml").read_text(encoding="utf-8").replace("CONSTITUENTS-FILE", table.name)
    rows = folder.joinpath("template-constituents.csv").read_text(encoding="utf-8")
    files: dict[Path, str | bytes] = {path: text} if _holds(table, rows) else {table: rows, path: text}
    try:
        write_new(files)
    except FileExistsError as error:
        raise FileExistsError(f"{error} is there already; nothing was written") from error
    return path, table


def _holds(path: Path, text: str) -> bool:
    try:
        return path.is_file() and path.stat().st_size < 1_000_000 and path.read_bytes() == text.encode()
    except OSError:
        return False
