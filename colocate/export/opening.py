"""Read the files of a bundle, a folder or a zip, which are hostile until checked.

Names are plain, or lie in one folder more where a bundle holds several cases; links, pipes and what is packed in a
strange way are refused; files are counted, and sizes are those of what was read, never those that a zip declares.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from colocate.casefile.one_file import REFUSED_BY_ZIP, is_plain_name
from colocate.casefile.reading import ZIP_STARTS
from colocate.export.manifest import CASE, MANIFEST, MOST_FILES
from colocate.stopping import looking

LARGEST, LARGEST_BUNDLE = 200_000_000, 600_000_000
"""Bytes that a file of a bundle may have, and all of them."""

Held = Mapping[str, bytes | None]
"""The files of a bundle by their names; None for one that cannot be unpacked."""


class BundleError(Exception):
    """A bundle cannot be read: `kind` says why, `name` what is at fault (`words.bundle.why_no_bundle`)."""

    def __init__(self, kind: str, name: str = "") -> None:
        self.kind, self.name = kind, name
        super().__init__(kind, name)


def open_bundle(path: Path) -> dict[str, Held]:
    """Give the files of a bundle, by the folder of each case: the nameless one where there is one case alone.

    BundleError, by its kind, where it is none or is not to be trusted; OSError where it cannot be opened.
    """
    found: dict[str, dict[str, bytes | None]] = {}
    total = 0
    for name, content in looking(_of_folder(path) if path.is_dir() else _of_zip(path)):
        folder, _, file = name.rpartition("/")
        total += len(content or b"")
        if total > LARGEST_BUNDLE:
            raise BundleError("too large", path.name)
        found.setdefault(folder, {})[file] = content
    bundles: dict[str, Held] = {folder: files for folder, files in found.items() if MANIFEST in files}
    bare = [folder for folder, files in found.items() if CASE in files and MANIFEST not in files]
    if bare or not bundles:
        raise BundleError("no manifest", (bare[0] if bare else "") or path.name)
    return bundles


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """Give the files of a folder, and of the folders in it that hold bundles themselves."""
    yield from _beside(folder, "")
    if (folder / MANIFEST).exists():
        return
    for one in sorted(folder.iterdir()):
        if one.is_dir() and not one.is_symlink() and any((one / name).is_file() for name in (MANIFEST, CASE)):
            yield from _beside(one, f"{one.name}/")


def _beside(folder: Path, before: str) -> Iterator[tuple[str, bytes | None]]:
    for number, one in enumerate(sorted(folder.iterdir())):
        if number >= MOST_FILES:
            raise BundleError("too many", folder.name)
        about = one.lstat()
        if stat.S_ISDIR(about.st_mode) or (one.name.startswith(".") and one.name != MANIFEST):
            continue
        if not stat.S_ISREG(about.st_mode):
            raise BundleError("no file", f"{before}{one.name}")
        with one.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise BundleError("too large", f"{before}{one.name}")
        yield f"{before}{one.name}", content


def _of_zip(path: Path) -> Iterator[tuple[str, bytes | None]]:
    if not stat.S_ISREG(path.stat().st_mode):
        raise BundleError("no file", path.name)
    with path.open("rb") as stream:
        if not stream.read(len(ZIP_STARTS[0])).startswith(ZIP_STARTS):
            raise BundleError("no bundle", path.name)
        stream.seek(0)
        try:
            archive = zipfile.ZipFile(stream)
        except REFUSED_BY_ZIP as error:
            raise BundleError("half", path.name) from error
        with archive:
            listed = archive.infolist()
            _refuse(listed, path.name)
            for one in listed:
                yield one.filename, _read(archive, one)


def _refuse(listed: list[zipfile.ZipInfo], bundle: str) -> None:
    """Refuse a list of members before any is read."""
    if len(listed) > MOST_FILES:
        raise BundleError("too many", bundle)
    seen: set[str] = set()
    for one in listed:
        name = one.orig_filename
        steps = name.split("/")
        if name != one.filename or len(steps) > 2 or not all(is_plain_name(step) for step in steps):
            raise BundleError("path", name)
        if name.casefold() in seen:
            raise BundleError("twice", name)
        seen.add(name.casefold())
        if one.flag_bits & 0x1 or one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BundleError("packed", name)
        if stat.S_IFMT(one.external_attr >> 16) not in (0, stat.S_IFREG):
            raise BundleError("no file", name)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | None:
    """Read a member, without its checksum: the manifest has a better one, and so a changed byte shows where it is."""
    del member.CRC
    try:
        with archive.open(member) as stream:
            content = stream.read(LARGEST + 1)
    except REFUSED_BY_ZIP:
        return None
    if len(content) > LARGEST:
        raise BundleError("too large", member.filename)
    return content
