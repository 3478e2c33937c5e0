"""The manifest of a bundle: with what it was made, what is in it, and what was left out and why (docs/bundle.md).

It holds no time and no place: the same case, settings and versions give the same manifest everywhere.
"""

from __future__ import annotations

import hashlib
import json
import math
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any, get_args

from colocate.casefile.changing import Value
from colocate.casefile.one_file import NAME_IN_BUNDLE, NAME_OF_MANIFEST
from colocate.casefile.opened import Decided
from colocate.draws.sampling import checked_draws
from colocate.export.formats import Comparison, LeftOut
from colocate.safe import for_json
from colocate.version import VERSION

MANIFEST, CASE = NAME_OF_MANIFEST, NAME_IN_BUNDLE
"""Names of the two files that every bundle has."""

OTHER = "compared-with.colocate"
"""The case that the one of the bundle is compared with, where there is one."""

SHAPE, SHAPE_VERSION = "colocate-bundle", 1
PACKAGES = ("numpy", "scipy", "plotly", "xlsxwriter", "python-docx", "docxtpl", "typst", "pyarrow", "kaleido")
BY_TEMPLATE = ".docx"
"""Files that an agency's own template may shape, which is not in the bundle: then they are not made again."""

LONGEST, MOST_FILES = 200, 2_000
OWN, COMPARED = "manifest_sha256", "compared_with"
COMPARISONS = get_args(Comparison)


class ManifestError(Exception):
    """What stands in place of a manifest is none; `where` is the part that has the wrong form."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(where)


@dataclass(frozen=True)
class Entry:
    """A file of a bundle: its name, its bytes and their hash, and how `reproduce` checks it."""

    name: str
    bytes: int
    sha256: str
    comparison: Comparison


@dataclass(frozen=True)
class OtherCase:
    """The case that the one of the bundle is compared with: its title, the file it was read from, its fingerprint."""

    title: str
    file_name: str
    fingerprint: str


@dataclass(frozen=True)
class Manifest:
    """What a manifest says. `changes` were written into the case for this bundle (`--set`)."""

    title: str
    file_name: str
    fingerprint: str
    changes: Mapping[str, Value]
    draws: int
    seed: int
    language: str
    formats: tuple[str, ...]
    files: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...] = ()
    decided: Decided | None = None
    versions: Mapping[str, str] | None = None
    other: OtherCase | None = None

    @property
    def cases(self) -> tuple[str, ...]:
        """Return the names of the files with the cases that the bundle is made of."""
        return (CASE,) if self.other is None else (CASE, OTHER)


def entry(name: str, content: bytes, comparison: Comparison = "made again") -> Entry:
    """Give a file as the manifest lists it."""
    return Entry(name, len(content), hash_of(content), comparison)


def hash_of(content: bytes) -> str:
    """Give the SHA-256 of bytes, as 64 letters."""
    return hashlib.sha256(content).hexdigest()


def versions() -> dict[str, str]:
    """Give what a bundle is made with here."""
    packages = {name: version(name) for name in PACKAGES}
    return {"colocate": VERSION, "python": platform.python_version(), **packages, "machine": platform.machine()}


def manifest_json(said: Manifest) -> str:
    """Write a manifest as JSON, with its own hash in the end: that of the same text without it."""
    written = {
        "shape": SHAPE,
        "shape_version": SHAPE_VERSION,
        "versions": dict(said.versions or versions()),
        "case": {
            "file": CASE,
            "title": said.title,
            "read_from": said.file_name,
            "fingerprint": said.fingerprint,
            "changes": dict(said.changes),
        },
        **_other_written(said.other),
        "draws": said.draws,
        "seed": said.seed,
        "language": said.language,
        "formats": list(said.formats),
        "files": [asdict(one) for one in said.files],
        "left_out": [asdict(one) for one in said.left_out],
        "decided": None if said.decided is None else asdict(said.decided),
    }
    return _with_own_hash(written)


def is_as_written(text: str) -> bool:
    """Tell whether a manifest is the one that was written, to the last byte; ManifestError where it cannot be read."""
    table = _document(text)
    table.pop(OWN, None)
    try:
        return text == _with_own_hash(table)
    except (ValueError, RecursionError):  # a number without end, or parts without end: nobody writes such a one
        return False


def read_manifest(text: str) -> Manifest:
    """Read a manifest; ManifestError where it has another form."""
    table = _document(text)
    case = _table(table, "case")
    other = None if table.get(COMPARED) is None else _table(table, COMPARED)
    decided = table.get("decided")
    try:
        draws, seed = checked_draws(table.get("draws"), table.get("seed"))
    except (TypeError, ValueError) as error:
        raise ManifestError("draws, seed") from error
    title, file_name, fingerprint = _of_case(case)
    return Manifest(
        title=title,
        file_name=file_name,
        fingerprint=fingerprint,
        changes={name: _value(one) for name, one in _table(case, "changes").items()},
        draws=draws,
        seed=seed,
        language=_words(table, "language"),
        formats=tuple(_each(table, "formats", str)),
        files=tuple(_entry(one) for one in _each(table, "files", dict)),
        left_out=tuple(
            LeftOut(tuple(_each(one, "formats", str)), _words(one, "why", 10 * LONGEST))
            for one in _each(table, "left_out", dict)
        ),
        decided=None if decided is None else _decided(_table(table, "decided")),
        versions={name: str(one)[:LONGEST] for name, one in _table(table, "versions").items()},
        other=None if other is None else OtherCase(*_of_case(other)),
    )


def _other_written(other: OtherCase | None) -> dict[str, Any]:
    """Give what is said of the other case; nothing where there is none, so that such manifests stay as they were."""
    if other is None:
        return {}
    told = {"title": other.title, "read_from": other.file_name, "fingerprint": other.fingerprint}
    return {COMPARED: {"file": OTHER, **told}}


def _of_case(table: Mapping[str, Any]) -> tuple[str, str, str]:
    long = 10 * LONGEST
    return _words(table, "title", long), _words(table, "read_from", long), _words(table, "fingerprint")


def _with_own_hash(table: Mapping[str, Any]) -> str:
    return for_json({**table, OWN: hash_of(for_json(table).encode())})


def _document(text: str) -> dict[str, Any]:
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ManifestError("JSON") from error
    if not isinstance(table, dict) or table.get("shape") != SHAPE:
        raise ManifestError("shape")
    if table.get("shape_version") != SHAPE_VERSION:
        raise ManifestError("shape_version")
    return table


def _entry(table: Mapping[str, Any]) -> Entry:
    size, comparison = table.get("bytes"), table.get("comparison")
    if not isinstance(size, int) or comparison not in COMPARISONS:
        raise ManifestError("files")
    how: Comparison = "hash" if comparison == "hash" else "made again"
    return Entry(_words(table, "name"), size, _words(table, "sha256"), how)


def _decided(table: Mapping[str, Any]) -> Decided:
    number = table.get("version")
    if not isinstance(number, int):
        raise ManifestError("decided")
    by, on, mark, before = (_words(table, key, 10 * LONGEST) for key in ("by", "on", "fingerprint", "before"))
    return Decided(by, on, number, mark, before)


def _table(table: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = table.get(key)
    if not isinstance(found, dict) or len(found) > MOST_FILES:
        raise ManifestError(key)
    return found


def _each(table: Mapping[str, Any], key: str, kind: type) -> Sequence[Any]:
    found = table.get(key)
    if not isinstance(found, list) or len(found) > MOST_FILES or not all(isinstance(one, kind) for one in found):
        raise ManifestError(key)
    return found


def _words(table: Mapping[str, Any], key: str, longest: int = LONGEST) -> str:
    found = table.get(key)
    if not isinstance(found, str) or len(found) > longest:
        raise ManifestError(key)
    return found


def _value(found: Any) -> Value:
    if not isinstance(found, (bool, int, float, str)) or (isinstance(found, float) and not math.isfinite(found)):
        raise ManifestError("changes")
    return found
