"""One file that holds a case with its tables, and how it stood when it was saved: a zip named `.colocate`.

It holds `case.toml` (the text as it is), the tables under their own names, and `opened.json`. What is read is hostile
until checked: its members are counted, only plain names that the case names are taken, and sizes are those of what was
read, never those that the file declares.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from colocate.case import Case
from colocate.casefile.changing import Value, change, write_changes
from colocate.casefile.faults import THE_FILE, CaseError, Fault, fault_at
from colocate.casefile.opened import Opened, faults_of_opened, opened_text, read_opened
from colocate.casefile.reading import (
    KEPT_NAMES,
    NAME_OF_CASE,
    NAME_OF_OPENED,
    SIZE_LIMIT,
    TABLE_LIMIT,
    ZIP_STARTS,
    bytes_of_case,
    is_one_file,
    read_with_tables,
    tables_beside,
    text_of,
    too_large,
)
from colocate.message import Message

OPENED_LIMIT = 500_000
"""Bytes of how a case stood: 200 scenarios of 30 changes each have some 400,000."""

MOST_MEMBERS = 4
"""The case, how it stood, and the two tables that a case can name."""

NAME_IN_BUNDLE, NAME_OF_MANIFEST = "case.colocate", "manifest.json"
"""What a bundle of a case calls the saved case in it, and what it has besides."""

MOST_LOOKED_AT = 2_000

ENTRY = b"PK\x01\x02"
"""How each entry of a zip's list of members begins."""

THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every member, so that the same case gives the same bytes."""

REFUSED_BY_ZIP = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OverflowError),
    *(zlib.error, struct.error, EOFError, ValueError, KeyError, IndexError, OSError),
)
"""What reading a broken or a strange zip raises."""


@dataclass(frozen=True)
class OneFile:
    """A case as one file holds it: text, tables, the case as they say it, and how it stood when it was saved."""

    text: str
    tables: Mapping[str, bytes]
    case: Case
    opened: Opened = field(default_factory=Opened)

    @property
    def changed(self) -> Case:
        """Return the case with the changes that were kept beside it."""
        return change(self.case, self.opened.changes)


def one_file(text: str, tables: Mapping[str, bytes], opened: Opened) -> bytes:
    """Write a case, its tables and how it stands as one file; the same always gives the same bytes."""
    packed = io.BytesIO()
    members = {NAME_OF_CASE: text.encode(), **tables, NAME_OF_OPENED: opened_text(opened).encode()}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, THE_SAME_DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def read_one_file(content: bytes) -> OneFile:
    """Read a case from the bytes of one file; CaseError, in words, with everything that is wrong with it.

    The case is the one of its text; the changes kept beside it are checked, and not made. A bundle (docs/bundle.md)
    is read as the case in it.
    """
    members = _members(in_bundle(io.BytesIO(content)) or content)
    text = text_of(members.pop(NAME_OF_CASE), NAME_OF_CASE)
    written = members.pop(NAME_OF_OPENED, None)

    def beside(name: str) -> bytes:
        if name not in members:
            raise CaseError(
                [
                    fault_at(
                        THE_FILE,
                        '"{name}" is not in the saved case',
                        "Save the case again in the app, or put the table into the file",
                        name=name,
                    )
                ]
            )
        return members[name]

    case, tables = read_with_tables(text.encode(), beside)
    strange = [name for name in members if name not in tables]
    if strange:
        raise CaseError([_not_named(name) for name in strange])
    opened = Opened() if written is None else read_opened(_opened(written), NAME_OF_OPENED)
    faults = faults_of_opened(opened, case, NAME_OF_OPENED)
    if faults:
        raise CaseError(faults)
    return OneFile(text, tables, case, opened)


def load(path: str | Path) -> tuple[Case, Opened | None]:
    """Read a case from a file, a saved one with its changes in it; with how it stood, None where it is a case file."""
    whole, saved = _whole(Path(path))
    return whole.changed, whole.opened if saved else None


def load_whole(path: str | Path) -> OneFile:
    """Read a case with its text and its tables from a case file or a saved one; CaseError as with `load`."""
    return _whole(Path(path))[0]


def _whole(path: Path) -> tuple[OneFile, bool]:
    content = _case_of_bundle(path) or bytes_of_case(path)
    if is_one_file(content, path.name):
        return read_one_file(content), True
    case, tables = read_with_tables(content, tables_beside(path.parent))
    return OneFile(text_of(content), tables, case, Opened(file_name=path.name)), False


def _case_of_bundle(path: Path) -> bytes | None:
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return in_bundle(stream) if stream.read(len(ZIP_STARTS[0])).startswith(ZIP_STARTS) else None


def in_bundle(stream: BinaryIO) -> bytes | None:
    """Give the saved case that a bundle of one case holds, read no further than it may be long; None where it is none.

    What is wrong with the zip is told by whoever reads it as a saved case.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            if NAME_OF_CASE in names or not {NAME_IN_BUNDLE, NAME_OF_MANIFEST} <= set(names[-MOST_LOOKED_AT:]):
                return None
            with archive.open(NAME_IN_BUNDLE) as member:
                return member.read(TABLE_LIMIT + 1)
    except REFUSED_BY_ZIP:
        return None


def with_changes(saved: OneFile, changes: Mapping[str, Value]) -> OneFile:
    """Give a case as one file holds it, with changes written into its text after those kept beside it.

    So that it opens as it stands with them, whatever they change. Scenarios that do not fit the changed case are left
    out. CaseError as `change` tells it.
    """
    if not changes:
        return saved
    change(saved.changed, changes)  # tells every fault by its path
    text = write_changes(write_changes(saved.text, saved.opened.changes), changes)
    case, tables = read_with_tables(text.encode(), saved.tables.__getitem__)
    opened = replace(saved.opened, changes={})
    fitting = {
        name: kept
        for name, kept in opened.scenarios.items()
        if not faults_of_opened(replace(opened, scenarios={name: kept}), case, NAME_OF_OPENED)
    }
    return OneFile(text, tables, case, replace(opened, scenarios=fitting))


def _opened(content: bytes) -> str:
    return text_of(content, NAME_OF_OPENED, OPENED_LIMIT)


def _members(content: bytes) -> dict[str, bytes]:
    """Give the members by their names, each read no further than it may be long."""
    if len(content) > TABLE_LIMIT:
        raise CaseError([too_large(THE_FILE, len(content), TABLE_LIMIT)])
    if not content.startswith(ZIP_STARTS):
        raise CaseError([_half()])
    if content.count(ENTRY) > MOST_MEMBERS * 10:  # looking through a list of a million takes its time
        raise CaseError([_too_many()])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            faults = _faults_of(listed)
            if faults:
                raise CaseError(faults)
            return {one.filename: _read(archive, one) for one in listed}
    except REFUSED_BY_ZIP as error:
        if isinstance(error, CaseError):
            raise
        raise CaseError([_half()]) from None


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    limit = {NAME_OF_CASE: SIZE_LIMIT, NAME_OF_OPENED: OPENED_LIMIT}.get(member.filename, TABLE_LIMIT)
    with archive.open(member) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        told = fault_at(
            member.filename[:60],
            "is too large",
            "Due: at most {most} MB; is it the right file?",
            most=f"{limit / 1e6:g}",
        )
        raise CaseError([told])
    if len(content) != member.file_size:
        raise CaseError([_half()])
    return content


def _faults_of(listed: list[zipfile.ZipInfo]) -> list[Fault]:
    """Find what is wrong with the list of members, before any is read."""
    names = [one.orig_filename for one in listed]
    if "[Content_Types].xml" in names:
        return [
            fault_at(
                THE_FILE,
                "is a document of an office program, not a saved case",
                "Choose a saved case (.colocate), or a case file (.toml) with its tables",
            )
        ]
    if NAME_OF_CASE not in names:
        return [
            fault_at(
                THE_FILE,
                "is a zip without a case in it",
                "Choose a file that Save this case wrote; it holds {case}",
                case=NAME_OF_CASE,
            )
        ]
    if len(listed) > MOST_MEMBERS:
        return [_too_many()]
    faults = []
    for one in listed:
        name = one.orig_filename
        if name != one.filename or not is_plain_name(name):
            faults.append(
                fault_at(_shown(name), "is a path, not the name of a file", "A saved case has no folders in it")
            )
        elif [other.casefold() for other in names].count(name.casefold()) > 1:
            faults.append(fault_at(_shown(name), "stands twice in the saved case", "Take one out"))
        elif one.flag_bits & 0x1:
            faults.append(fault_at(_shown(name), "is encrypted", "Pack it again without a password"))
        elif one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            faults.append(
                fault_at(
                    _shown(name),
                    "is compressed in a way that is not read here",
                    "Pack it again as a plain zip, stored or deflated",
                )
            )
        elif stat.S_IFMT(one.external_attr >> 16) not in (0, stat.S_IFREG):
            faults.append(fault_at(_shown(name), "is a link or a folder, not a file", "Pack the file itself"))
    return list(dict.fromkeys(faults))


def is_plain_name(name: str) -> bool:
    """Tell whether a name is that of a file in the same folder, on every system."""
    return name not in ("", ".", "..") and not any(mark in name for mark in "/\\:\0")


def _not_named(name: str) -> Fault:
    if name.casefold() in KEPT_NAMES:
        return fault_at(_shown(name), "is not written as a saved case writes it", "Write it in small letters")
    return fault_at(_shown(name), "is a file that the case does not name", "Take it out of the saved case")


def _too_many() -> Fault:
    return fault_at(
        THE_FILE,
        "holds more than {most} files",
        "A saved case holds {case}, {opened} and the tables that the case names",
        most=MOST_MEMBERS,
        case=NAME_OF_CASE,
        opened=NAME_OF_OPENED,
    )


def _half() -> Fault:
    return fault_at(
        THE_FILE, "is half written or broken: it cannot be unpacked", "Save the case again, or copy the file again"
    )


def _shown(name: str) -> Message:
    return Message("{name}", name=name[:60] or '""')
