"""Everything that a case exports, into one folder or one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable
from pathlib import Path

from colocate.analysis.deciding.what_would_change import WhatChanges
from colocate.analysis.weighing.weighing import Weighing
from colocate.export.formats import USUAL, Files, Taken, made
from colocate.model.futures import Futures
from colocate.stopping import look, looking
from colocate.writing import whole_folder, write_all, write_new, write_whole

THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same files give the same bytes, in every time zone."""

PACKED_ALREADY = (".png", ".xlsx", ".docx", ".pdf", ".parquet", ".colocate")


def write_bundle(
    futures: Futures,
    found: WhatChanges,
    folder: Path,
    weighed: Weighing | None = None,
    formats: Collection[str] = USUAL,
) -> list[Path]:
    """Write the files of a case in these formats into a folder; give the paths written.

    `futures` are those of the odds and of `weighed` (None where the case cannot be weighed), `found` rests on futures
    of its own, perhaps more of them. The folder appears when all is in it, or files of the same names are replaced
    then; PlaceError where it cannot be written to.
    """
    return write_files(folder, made(Taken(futures, found, weighed), formats))


def write_files(folder: Path, files: Files, *, replace: bool = True) -> list[Path]:
    """Write files into a folder, which appears when all are whole; give the paths written.

    Without `replace` FileExistsError, which names the first file that is there already; nothing is written then.
    PlaceError where the place cannot be written to.
    """
    with whole_folder(folder, replace=replace) as draft:
        written = write_all(draft, files)
        look()
    return [folder / path.name for path in written]


def write_zip(path: Path, files: Iterable[tuple[str, bytes]], *, replace: bool = True) -> Path:
    """Write files as one zip when all of them are made; errors as those of `write_files`."""
    packed = zipped(files)
    look()
    if replace:
        return write_whole(path, packed)
    write_new({path: packed})
    return path


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack files into one zip by their names; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in looking(files):
            how = zipfile.ZIP_STORED if name.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, THE_SAME_DAY), content, how)
    return packed.getvalue()
