"""Whether bytes are a workbook that may be opened: told by what they hold, never by what they say of themselves.

What passes is packed anew, so that the library which opens it reads the very bytes that were looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from colocate.casefile.faults import CaseError, Fault, fault_at
from colocate.message import Message

SIZE_LIMIT = 8_000_000
"""Bytes of a workbook, as of an upload."""

UNPACKED_LIMIT = 60_000_000
"""Bytes of all its parts together: a form with 20,000 constituents has some 12 million."""

MOST_PARTS = 300
MOST_CELLS = 700_000
"""Cells of all sheets: 100,000 ways of seven columns."""

CHUNK = 1 << 20
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that hold several: old workbooks, and new ones under a password."""

PACKAGE = "EncryptedPackage".encode("utf-16-le")
DECLARED = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
KINDS = (".xml", ".rels")
RULES = (b"conditionalFormatting", b"dataValidations")
"""What a sheet says of colours and of what may be typed: a form has a thousand such rules, and none of them is read."""

THE_WORKBOOK = Message("the workbook")
AGAIN = Message("Save it again in Excel or LibreOffice as an Excel workbook (.xlsx)")


def safe_workbook(content: bytes) -> bytes:
    """Give a workbook packed anew with nothing in it but what is read; CaseError in words where it is none."""
    if len(content) > SIZE_LIMIT:
        raise _refused("has {size} MB", "Due: at most {most} MB; is it the right file?", len(content))
    if not content.strip(b"\0 \t\r\n"):
        raise CaseError([Fault(THE_WORKBOOK, Message("is empty"), AGAIN)])
    if content.startswith(COMPOUND):
        if PACKAGE in content:
            raise CaseError(
                [Fault(THE_WORKBOOK, Message("is protected by a password"), Message("Save it without a password"))]
            )
        raise CaseError([Fault(THE_WORKBOOK, Message("is an old Excel workbook (.xls)"), AGAIN)])
    if not content.startswith(b"PK"):
        raise CaseError([Fault(THE_WORKBOOK, Message("is not an Excel workbook"), AGAIN)])
    try:
        return _packed_anew(_parts_of(content))
    except CaseError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        problem = Message("is damaged, or was not saved to its end")
        raise CaseError([Fault(THE_WORKBOOK, problem, AGAIN)]) from None


def _parts_of(content: bytes) -> dict[str, bytes]:
    """Unpack what is read of a workbook, and no more than the limits."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        _look_at_names(archive, names)
        parts: dict[str, bytes] = {}
        left = UNPACKED_LIMIT
        for entry in entries:
            if not entry.filename.lower().endswith(KINDS):
                continue
            if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise _unusual()
            with archive.open(entry) as stream:
                read = _read(stream, left)
            left -= len(read)
            parts[entry.filename] = read
    for read in parts.values():
        _look_at_text(read)
    cells = sum(len(CELL.findall(read)) for name, read in parts.items() if "worksheets" in name)
    if cells > MOST_CELLS:
        raise CaseError(
            [
                fault_at(
                    THE_WORKBOOK,
                    "has {cells} cells",
                    "Due: at most {most}. Delete sheets, rows and columns that are not part of the form",
                    cells=f"{cells:,}",
                    most=f"{MOST_CELLS:,}",
                )
            ]
        )
    return parts


def _look_at_names(archive: zipfile.ZipFile, names: list[str]) -> None:
    if len(names) > MOST_PARTS or len(set(names)) < len(names):
        raise _unusual()
    lowered = {name.lower() for name in names}
    if "xl/vbaproject.bin" in lowered:
        raise CaseError([Fault(THE_WORKBOOK, Message("holds macros"), AGAIN)])
    if "xl/workbook.bin" in lowered:
        raise CaseError([Fault(THE_WORKBOOK, Message("is a binary Excel workbook (.xlsb)"), AGAIN)])
    if "content.xml" in lowered and "mimetype" in lowered:
        raise CaseError([Fault(THE_WORKBOOK, Message("is an OpenDocument file, not an Excel workbook"), AGAIN)])
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/worksheets/") for name in lowered):
        raise CaseError([Fault(THE_WORKBOOK, Message("is not an Excel workbook"), AGAIN)])
    with archive.open("[Content_Types].xml") as stream:
        if b"macroenabled" in _read(stream, CHUNK).lower():
            raise CaseError([Fault(THE_WORKBOOK, Message("holds macros"), AGAIN)])


def _read(stream: object, most: int) -> bytes:
    """Unpack a part; CaseError where it is larger than what is left, whatever size it tells."""
    read = stream.read(most + 1)  # type: ignore[attr-defined]
    if len(read) > most:
        raise _refused("has more than {most} MB when it is unpacked", "Is it the right file?", 0, UNPACKED_LIMIT)
    return bytes(read)


def _look_at_text(text: bytes) -> None:
    """Refuse what could make a reader of XML work without end, or read other files."""
    declared = DECLARED.match(text[:200].lstrip(b"\xef\xbb\xbf \t\r\n"))
    if declared is not None and declared.group(1).lower() not in PLAIN_ENCODINGS:
        raise _unusual()
    if b"\0" in text or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise _unusual()


def _packed_anew(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, _without_rules(content) if "worksheets" in name else content)
    return stream.getvalue()


def _without_rules(sheet: bytes) -> bytes:
    """Leave out the rules of a sheet: the library takes as long for them as for all cells."""
    if b"<![CDATA[" in sheet or b"<!--" in sheet:  # where a name may stand and mean nothing
        return sheet
    for rule in RULES:
        opening, closing, kept, place = b"<" + rule, b"</" + rule + b">", [], 0
        while (start := sheet.find(opening, place)) >= 0 and (end := sheet.find(closing, start)) >= 0:
            kept.append(sheet[place:start])
            place = end + len(closing)
        sheet = b"".join((*kept, sheet[place:]))
    return sheet


def _unusual() -> CaseError:
    return CaseError([Fault(THE_WORKBOOK, Message("holds what no spreadsheet program writes"), AGAIN)])


def _refused(problem: str, remedy: str, size: int, most: int = SIZE_LIMIT) -> CaseError:
    places = {"size": f"{size / 1e6:.1f}", "most": f"{most / 1e6:.0f}"}
    return CaseError([fault_at(THE_WORKBOOK, problem, remedy, **places)])
