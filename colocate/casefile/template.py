"""A new case: a commented template with a table of constituents, both ready to check."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal, get_args

from colocate.safe import for_file_name
from colocate.writing import write_new

Depth = Literal["short", "standard", "full"]
DEPTHS: tuple[Depth, ...] = get_args(Depth)

LIVE_IN_FULL = "#: "
"""Begins a line of the template that a full case has, and a standard one as a comment."""


def template_text(depth: Depth, table: str) -> str:
    """Give the text of a new case of a depth, whose constituents stand in the table of that name."""
    folder = resources.files("colocate.casefile")
    if depth == "short":
        return folder.joinpath("template-short.toml").read_text(encoding="utf-8")
    text = folder.joinpath("template.toml").read_text(encoding="utf-8").replace("CONSTITUENTS-FILE", table)
    begins = "" if depth == "full" else "# "
    lines = (
        begins + line.removeprefix(LIVE_IN_FULL) if line.startswith(LIVE_IN_FULL) else line
        for line in text.splitlines(keepends=True)
    )
    return "".join(lines)


def write_template(path: Path, depth: Depth = "standard") -> tuple[Path, ...]:
    """Write a template case and, but for a short one, its constituents beside it; FileExistsError where one is there.

    A table that is there as the template has it is no hindrance: a process that was killed may have left it.
    """
    table = path.with_name(f"{for_file_name(path.stem)}-constituents.csv")
    text = template_text(depth, table.name)
    rows = resources.files("colocate.casefile").joinpath("template-constituents.csv").read_text(encoding="utf-8")
    files: dict[Path, str | bytes] = {path: text}
    if depth != "short" and not _holds(table, rows):
        files = {table: rows, path: text}
    try:
        write_new(files)
    except FileExistsError as error:
        raise FileExistsError(f"{error} is there already; nothing was written") from error
    return (path,) if depth == "short" else (path, table)


def _holds(path: Path, text: str) -> bool:
    try:
        return path.is_file() and path.stat().st_size < 1_000_000 and path.read_bytes() == text.encode()
    except OSError:
        return False
