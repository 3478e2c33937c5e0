"""Compare a file of a bundle with the same file made again: which figure differs, by name, with both values.

What a bundle holds is hostile: nothing of it is run, and what cannot be read counts as a difference of the whole file.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any

from colocate.casefile.one_file import REFUSED_BY_ZIP
from colocate.safe import for_json, one_line
from colocate.stopping import looking

MOST_TOLD = 20
"""Differences of one file that are told."""

NEAR = 1e-9
"""Parts of a figure by which the last digits may differ on another processor or with other versions."""

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
CELL = re.compile(r'<c r="([A-Z]+\d+)"[^<>]*?(?:/>|>((?:(?!<c ).)*?)</c>)', re.DOTALL)
WORDS = re.compile(r"<(?:w:)?t(?: [^<>]*)?>([^<]*)</(?:w:)?t>")
"""Neither looks beyond where the next one begins: what ends nowhere would else be looked through for each beginning."""

AROUND = 30
LONGEST = 120

ID_KEYS = ("path", "id", "name", "title")
"""What an entry of a list is called by, where it has one of these."""


@dataclass(frozen=True)
class Difference:
    """What differs: the file, the place in it (empty for the file as a whole), and what stands there in either."""

    file: str
    place: str = ""
    kept: str = ""
    made: str = ""


Places = Iterator[tuple[str, str, str]]
"""The place of a difference, what the bundle holds there, and what was made."""


def differences(name: str, kept: bytes, made: bytes) -> list[Difference]:
    """Tell what differs between two files of one name, a few of many; at least the file itself, unless all is equal."""
    if kept == made:
        return []
    compare = COMPARED.get(name.rpartition(".")[2], _texts)
    try:
        found = [Difference(name, *_cut(one)) for one in islice(looking(compare(kept, made)), MOST_TOLD)]
    except (*REFUSED_BY_ZIP, RecursionError, csv.Error, AttributeError, TypeError):
        found = []
    return found or [Difference(name)]


def is_near(name: str, kept: bytes, made: bytes) -> bool:
    """Tell whether two files differ in the last digits of their figures alone."""
    if name.endswith(".parquet"):
        return False
    try:
        if name.endswith((".xlsx", ".docx")):
            ours, theirs = _members(kept, made), _members(made, made)
            return ours.keys() == theirs.keys() and all(_is_near_text(ours[one], theirs[one]) for one in theirs)
        return _is_near_text(kept, made)
    except (*REFUSED_BY_ZIP, RecursionError):
        return False


def _is_near_text(kept: bytes, made: bytes) -> bool:
    if kept == made:
        return True
    ours, theirs = kept.decode("utf-8-sig"), made.decode("utf-8-sig")
    if NUMBER.split(ours) != NUMBER.split(theirs):
        return False
    pairs = zip(NUMBER.findall(ours), NUMBER.findall(theirs), strict=True)
    return all(math.isclose(float(one), float(other), rel_tol=NEAR, abs_tol=NEAR) for one, other in pairs)


def _json(kept: bytes, made: bytes) -> Places:
    yield from _parts("", json.loads(kept), json.loads(made))


def _parts(place: str, kept: Any, made: Any) -> Places:
    """Walk two documents together, and give the places where they part."""
    if isinstance(kept, dict) and isinstance(made, dict):
        for key in dict.fromkeys((*made, *kept)):
            here = f"{place}.{key}" if place else key
            if key in kept and key in made:
                yield from _parts(here, kept[key], made[key])
            else:
                yield here, _shown(kept.get(key)), _shown(made.get(key))
    elif isinstance(kept, list) and isinstance(made, list) and len(kept) == len(made):
        for number, (ours, theirs) in enumerate(zip(kept, made, strict=True)):
            yield from _parts(f"{place}[{_called(theirs, number)}]", ours, theirs)
    elif kept != made or type(kept) is not type(made):
        yield place, _shown(kept), _shown(made)


def _called(part: Any, number: int) -> str:
    names = (part.get(key) for key in ID_KEYS) if isinstance(part, dict) else ()
    return next((name for name in names if isinstance(name, str) and name), str(number))


def _shown(value: Any) -> str:
    return "" if value is None else one_line(for_json(value), None)


def _csv(kept: bytes, made: bytes) -> Places:
    ours, theirs = _rows(kept), _rows(made)
    heading = theirs[0] if theirs else []
    nothing: list[str] = []
    for number, (row, wanted) in enumerate(zip_longest(ours, theirs, fillvalue=nothing), start=1):
        if row == wanted:
            continue
        called = ", ".join(one for one in wanted[:4] if one)
        for column, (cell, due) in enumerate(zip_longest(row, wanted, fillvalue="")):
            if cell != due:
                name = heading[column] if column < len(heading) else str(column + 1)
                yield f"{number} ({called}), {name}", cell, due


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _texts(kept: bytes, made: bytes) -> Places:
    """Give the first place where two texts part, with what stands around it."""
    ours, theirs = kept.decode(), made.decode()
    part = next(
        (place for place, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    line = theirs.count("\n", 0, part) + 1
    start = max(0, part - AROUND)
    yield str(line), ours[start : part + AROUND], theirs[start : part + AROUND]


def _workbook(kept: bytes, made: bytes) -> Places:
    """Give the cells, and the words, in which two workbooks differ; then other members."""
    yield from _members_apart(kept, made, lambda text: dict(CELL.findall(text)) or _numbered(WORDS, text))


def _document(kept: bytes, made: bytes) -> Places:
    yield from _members_apart(kept, made, lambda text: _numbered(WORDS, text))


def _members_apart(kept: bytes, made: bytes, parts_of: Callable[[str], dict[str, str]]) -> Places:
    ours, theirs = _members(kept, made), _members(made, made)
    for member in dict.fromkeys((*theirs, *ours)):
        one, other = ours.get(member, b""), theirs.get(member, b"")
        if one == other:
            continue
        parts, wanted = parts_of(one.decode(errors="replace")), parts_of(other.decode(errors="replace"))
        apart = [place for place in dict.fromkeys((*wanted, *parts)) if parts.get(place) != wanted.get(place)]
        for place in apart:
            yield f"{member}, {place}", parts.get(place, ""), wanted.get(place, "")
        if not apart:
            yield member, "", ""


def _numbered(pattern: re.Pattern[str], text: str) -> dict[str, str]:
    return {str(number): one for number, one in enumerate(pattern.findall(text), start=1)}


def _members(content: bytes, like: bytes) -> Mapping[str, bytes]:
    """Read the members of a document: no more than twice as much as the one that was made has."""
    with zipfile.ZipFile(io.BytesIO(like)) as archive:
        most = 2 * sum(one.file_size for one in archive.infolist()) + 1_000_000
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for one in archive.infolist():
            del one.CRC
            with archive.open(one) as stream:
                found[one.filename] = stream.read(most)
            most -= len(found[one.filename])
    return found


def _draws(kept: bytes, made: bytes) -> Places:
    """Give the first future in which each column differs."""
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415

    theirs = pq.read_table(io.BytesIO(made))
    try:
        about = pq.read_metadata(io.BytesIO(kept))
        if (about.num_rows, about.num_columns) != theirs.shape:
            return
        ours = pq.read_table(io.BytesIO(kept))
    except (pa.ArrowException, OSError):
        return
    for name in theirs.column_names:
        if name not in ours.column_names or ours.column(name).equals(theirs.column(name)):
            continue
        pairs = zip(ours.column(name).to_pylist(), theirs.column(name).to_pylist(), strict=True)
        for number, (one, other) in enumerate(pairs):
            if one != other:
                yield f"{name}[{number}]", repr(one), repr(other)
                break


def _bytes(_kept: bytes, _made: bytes) -> Places:
    return iter(())


COMPARED: dict[str, Callable[[bytes, bytes], Places]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _workbook,
    "docx": _document,
    "parquet": _draws,
    "pdf": _bytes,
    "png": _bytes,
}


def _cut(one: tuple[str, str, str]) -> tuple[str, str, str]:
    place, kept, made = (text if len(text) <= LONGEST else f"{text[:LONGEST]}..." for text in one)
    return place, kept, made
