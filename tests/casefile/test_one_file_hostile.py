"""Hostile saved cases: bombs, lying sizes, paths, doubles, links, ciphers; each refused in words, and quickly."""

from __future__ import annotations

import io
import json
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.faults import CaseError
from colocate.casefile.one_file import one_file, read_one_file
from colocate.casefile.opened import Opened, opened_text
from colocate.casefile.reading import load_case
from tests.casefile.test_one_file import STOOD, TABLES, TEXT
from tests.documents import TEMPLATE_TABLE

QUICKLY = 2.0
"""Seconds of the processor in which anything of 2 MB is refused."""

Members = list[tuple[str | zipfile.ZipInfo, bytes]]
FINE: Members = [("case.toml", TEXT.encode()), ("them.csv", TEMPLATE_TABLE)]


def packed(members: Members, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def told(content: bytes) -> str:
    """The words in which a saved case is refused, in time."""
    start = time.process_time()
    with pytest.raises(CaseError) as caught:
        read_one_file(content)
    assert time.process_time() - start < QUICKLY
    lines = [str(fault) for fault in caught.value.faults]
    assert all(line.isprintable() and len(line) < 2000 for line in lines)
    return "\n".join(lines)


def test_what_the_others_spoil_is_fine() -> None:
    assert read_one_file(packed(FINE)).opened == Opened()


def with_mode(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def flagged(content: bytes, flag: int) -> bytes:
    """Set a flag of every member, in both places where a zip writes it."""
    spoilt = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = spoilt.find(mark)
        while start >= 0:
            spoilt[start + place] |= flag
            start = spoilt.find(mark, start + 4)
    return bytes(spoilt)


def sized(content: bytes, name: str, size: int) -> bytes:
    """Let the list of members say another size of one of them."""
    spoilt = bytearray(content)
    start = spoilt.find(b"PK\x01\x02")
    while start >= 0:
        length = struct.unpack_from("<H", spoilt, start + 28)[0]
        if spoilt[start + 46 : start + 46 + length] == name.encode():
            struct.pack_into("<I", spoilt, start + 24, size)
        start = spoilt.find(b"PK\x01\x02", start + 4)
    return bytes(spoilt)


def bomb(size: int) -> bytes:
    """A zip in which blanks of so many bytes stand for the case."""
    deflated = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = b"".join(deflated.compress(b" " * 10**6) for _ in range(size // 10**6)) + deflated.flush()
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, 0, len(body), size, 9, 0) + b"case.toml"
    listed = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, len(body), size, 9, 0, 0, 0, 0, 0, 0
    )
    listed += b"case.toml"
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), len(local) + len(body), 0)
    return local + body + listed + end


def nested(depth: int) -> bytes:
    content = packed(FINE)
    for _ in range(depth):
        content = packed([("case.toml", content)])
    return content


def of_many(count: int) -> bytes:
    return packed([*FINE, *((f"{number}.csv", b"x") for number in range(count))], zipfile.ZIP_STORED)


def opened(**changes: Any) -> bytes:
    document = json.loads(opened_text(STOOD)) | changes
    return packed([*FINE, ("opened.json", json.dumps(document).encode())])


WHOLE = packed(FINE)
BOMB = bomb(10**8)
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "half written or broken"),
    "no zip": (lambda: b"title = 1", "half written or broken"),
    "a zip of nothing": (lambda: packed([]), "zip without a case"),
    "another zip": (lambda: packed([("a.txt", b"a")]), "zip without a case"),
    "a workbook": (lambda: packed([("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), "of an office program"),
    "half of it": (lambda: WHOLE[: len(WHOLE) // 2], "half written or broken"),
    "without its end": (lambda: WHOLE[:-1], "half written or broken"),
    "its start and rubbish": (lambda: b"PK\x03\x04" + bytes(range(256)) * 8000, "half written or broken"),
    "a byte of the case changed": (lambda: WHOLE[:200] + b"\xff\x00" + WHOLE[202:], "half written or broken"),
    "something before it": (lambda: b"#!/bin/sh\n" + WHOLE, "half written or broken"),
    "9 MB": (lambda: b"PK\x03\x04" + b"\0" * 9_000_000, "9.0 MB. Due: at most 8 MB"),
    "a bomb of 100 MB": (lambda: BOMB, "case.toml: is too large. Due: at most 2 MB"),
    "a bomb that says it is small": (lambda: sized(BOMB, "case.toml", 1000), "half written or broken"),
    "a bomb for a table": (lambda: packed([FINE[0], ("them.csv", b"," * 9_000_000)]), "them.csv: is too large"),
    "a table of blanks": (lambda: packed([FINE[0], ("them.csv", b" " * 7_900_000)]), "them.csv: is empty"),
    "a table of commas": (lambda: packed([FINE[0], ("them.csv", b"," * 7_900_000)]), "them.csv"),
    "a table of line ends": (lambda: packed([FINE[0], ("them.csv", b"\n" * 7_900_000)]), "them.csv"),
    "a zip in a zip in a zip": (lambda: nested(20), "case.toml"),
    "a saved case as its table": (lambda: packed([FINE[0], ("them.csv", WHOLE)]), "them.csv: is not text"),
    "5 files": (lambda: of_many(3), "more than 4 files"),
    "40,000 files": (lambda: of_many(40_000), "more than 4 files"),
    "a file that is not named": (
        lambda: packed([*FINE, ("notes.txt", b"x")]),
        "is a file that the case does not name",
    ),
    "capitals": (lambda: packed([*FINE, ("Opened.json", b"{}")]), "Opened.json: is not written as a saved case"),
    "a table not there": (lambda: packed(FINE[:1]), '"them.csv" is not in the saved case'),
    "a path upwards": (lambda: packed([*FINE, ("../x.csv", b"x")]), "../x.csv: is a path"),
    "a path from the root": (lambda: packed([*FINE, ("/etc/passwd", b"x")]), "/etc/passwd: is a path"),
    "a path of Windows": (lambda: packed([*FINE, ("C:\\x.csv", b"x")]), "is a path"),
    "a folder": (lambda: packed([*FINE, ("folder/", b"")]), "folder/: is a path"),
    "a name with a zero": (
        lambda: packed([*FINE, ("opened.json!x", b"{}")]).replace(b"json!x", b"json\0x"),
        "is a path",
    ),
    "twice": (
        lambda: packed([*FINE, ("case.tomm", b"x")]).replace(b"case.tomm", b"case.toml"),
        "case.toml: stands twice",
    ),
    "twice, by a capital": (lambda: packed([*FINE, ("THEM.csv", b"x")]), "stands twice"),
    "a link": (lambda: packed([FINE[0], (with_mode("them.csv", 0o120777), b"/etc/passwd")]), "them.csv: is a link"),
    "a device": (lambda: packed([FINE[0], (with_mode("them.csv", 0o060666), b"")]), "them.csv: is a link"),
    "encrypted": (lambda: flagged(WHOLE, 1), "case.toml: is encrypted"),
    "compressed by bzip2": (lambda: packed(FINE, zipfile.ZIP_BZIP2), "compressed in a way that is not read"),
    "compressed by lzma": (lambda: packed(FINE, zipfile.ZIP_LZMA), "compressed in a way that is not read"),
    "a size too small": (lambda: sized(WHOLE, "them.csv", 10), "half written or broken"),
    "a size too large": (lambda: sized(WHOLE, "them.csv", 10**6), "half written or broken"),
    "a size of 4 GB": (lambda: sized(WHOLE, "case.toml", 0xFFFFFFF0), "half written or broken"),
    "a case of another kind": (lambda: packed([("case.toml", b"\x89PNG\r\n\x1a\n\0\0")]), "case.toml: is not text"),
    "faults of the case": (lambda: packed([("case.toml", b"format = 2")]), "format"),
    "opened: no JSON": (lambda: packed([*FINE, ("opened.json", b"{")]), "opened.json: cannot be read as JSON"),
    "opened: deep": (lambda: packed([*FINE, ("opened.json", b"[" * 400_000)]), "opened.json: cannot be read as JSON"),
    "opened: a number without end": (
        lambda: packed([*FINE, ("opened.json", b"9" * 400_000)]),
        "cannot be read as JSON",
    ),
    "opened: NaN": (lambda: opened(changes={"discounting.rate": float("nan")}), "cannot be read as JSON"),
    "opened: a key twice": (lambda: packed([*FINE, ("opened.json", b'{"format": 1, "format": 1}')]), "as JSON"),
    "opened: too large": (lambda: packed([*FINE, ("opened.json", b" " * 600_000)]), "opened.json: is too large"),
    "opened: a list": (lambda: packed([*FINE, ("opened.json", b"[]")]), "opened.json: has the wrong form"),
    "opened: an unknown name": (lambda: opened(more=1), "opened.json, more: has the wrong form"),
    "opened: a later version": (lambda: opened(format=2), "opened.json, format"),
    "opened: a version that is a switch": (lambda: opened(format=True), "opened.json, format"),
    "opened: a change that leads nowhere": (
        lambda: opened(changes={"a.b": 1}),
        "changes, a.b: is no figure",
    ),
    "opened: a change of the title": (lambda: opened(changes={"title": "free"}), "title: is no figure"),
    "opened: a change to words": (lambda: opened(changes={"discounting.rate": "high"}), "Due: a number or a switch"),
    "opened: a change to a list": (lambda: opened(changes={"discounting.rate": [1]}), "Due: a number or a switch"),
    "opened: a change out of limits": (lambda: opened(changes={"discounting.rate": 10**9}), "discounting.rate"),
    "opened: a scenario at fault": (
        lambda: opened(scenarios={"A": {"office.people": -5}}),
        "A, office.people",
    ),
    "opened: 5,000 changes": (lambda: opened(changes={f"a{n}": 1 for n in range(5000)}), "at most 2000"),
    "opened: 300 scenarios": (lambda: opened(scenarios={f"a{n}": {} for n in range(300)}), "at most 200"),
    "opened: a name that steers": (lambda: opened(name="\x1b[2J"), "opened.json, name: has the wrong form"),
    "opened: half a letter": (lambda: opened(name="\ud800"), "opened.json, name: has the wrong form"),
    "opened: points beyond": (lambda: opened(weights={"swings": {"money": 101}}), "points from 0 to 100"),
    "opened: a worth of no kind": (lambda: opened(weights={"choices": [["a", "twice", "b"]]}), "weights, choices"),
    "opened: a choice of one": (lambda: opened(weights={"choices": [["a", "more", "a"]]}), "weights, choices"),
}


@pytest.mark.parametrize(("made", "words"), CASES.values(), ids=CASES.keys())
def test_a_hostile_file_is_refused_in_words_and_quickly(made: Callable[[], bytes], words: str) -> None:
    assert words in told(made())


def test_a_number_beyond_any_is_refused() -> None:
    text = opened_text(STOOD).replace("0.30000000000000004", "1e999")
    assert "1e999" in text
    assert "Due: a number or a switch" in told(packed([*FINE, ("opened.json", text.encode())]))


def test_a_change_of_every_scenario_is_quick_or_refused() -> None:
    """As many scenarios as there may be, each with as many changes as fit into the file."""
    changes = dict.fromkeys((f"options[move].one_off[{n}].amount" for n in range(30)), 1)
    told(opened(scenarios={f"scenario {n}": changes for n in range(200)}))


def cut_off(content: bytes) -> Iterator[bytes]:
    yield from (content[:length] for length in range(0, len(content), 97))


def test_wherever_it_is_cut_off_it_is_refused() -> None:
    whole = one_file(TEXT, TABLES, STOOD)
    for part in cut_off(whole):
        told(part)


def test_the_command_line_refuses_it_too(tmp_path: Path) -> None:
    path = tmp_path / "case.colocate"
    path.write_bytes(b"format = 1")
    with pytest.raises(CaseError, match="half written or broken"):
        load_case(path)
    path.write_bytes(b"PK\x03\x04" + b"\0" * 9_000_000)
    with pytest.raises(CaseError, match=r"9\.0 MB"):
        load_case(path)
