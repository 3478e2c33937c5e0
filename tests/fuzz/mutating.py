"""How input is spoilt: values that fit nowhere, documents taken apart, bytes bent, lines of tables shuffled."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime, time
from random import Random
from typing import Any

from tests.casefile.test_any_node import VALUES
from tests.casefile.test_reading import at
from tests.documents import Document
from tests.fuzz.bases import copied

NUMBERS: tuple[Any, ...] = (
    *(0, -0.0, 1, -1, 2, 12, 100, 1000, 0.5, 1e-9, -1e-9, 1e-12, 1e-300, 5e-324, 1e6, 1e9, 1e12, 1e15, 1e16, -1e15),
    *(1e100, 1e308, -1e308, sys.float_info.max, float("nan"), float("inf"), float("-inf")),
    *(2**31, 2**53 + 1, 2**63, -(2**63), 10**30, 10**400, True, False),
)
WORDS = (
    *("", " ", "\n", "abc", "shared.", "shared.abc", "shared.office_area", "free", "true", "nan", "x" * 5000, "=1+1"),
    *("../above.csv", "/etc/hostname", "C:\\x.csv", "..", ".", "CON", "a\0b", "\x1b[2J", "\u202eabc", "\ufeff"),
    *("Hà Nội", "河内", "😀" * 20, "<script>alert(1)</script>", "**b** $x$ :red[a]", "{0}", "{name}", "%s%n", "\u2028"),
    *("year", "USD", "LCU", "%", "ratio", "month", "USD/m2/month", "pert", "normal", "lognormal", "yes/no", "fixed"),
)
TOKENS = (
    *(b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b",", b".", b"#", b"\\", b"\\u12", b"\n"),
    *(b"\r", b"\r\n", b"\t", b"\x00", b"\x1b[2J", b"\x07", b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf"),
    *(b"\xff", b"\xfe", b"\xc3", b"\xed\xa0\x80", b"\xf5", b"\xe2\x80\x9c", b"\xc2\xa0", b"\xe2\x88\x92", b"nan"),
    *(b"inf", b"-inf", b"1e400", b"1e-400", b"1_000", b"0x", b"0b2", b"07", b"1,5", b"1.", b".5", b"+-1", b"1e", b";"),
    *(b"true", b"True", b"2026-13-40", b"2026-01-01", b"9999-12-31", b"0001-01-01", b"25:61", b"9" * 5000, b"[" * 3000),
    *(b"a." * 50, b"a=1\n" * 20, b"x" * 3000, b"[[options]]\n", b"[shared]\n", b"format = 2\n", b"mode = ", b"null"),
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7")
NUMBER = re.compile(rb"-?\d+(\.\d+)?")


def any_value(random: Random) -> Any:
    """Give a value of any type, among them what no file can hold."""
    kind = random.randrange(8)
    if kind < 3:
        return random.choice(NUMBERS)
    if kind == 3:
        return random.choice(WORDS)
    if kind == 4:
        return copied(random.choice(list(VALUES.values())))
    if kind == 5:
        return random.uniform(-1, 1) * 10.0 ** random.randint(-12, 16)
    if kind == 6:
        return random.choice((date.min, date.max, date(2026, 2, 28), datetime(1, 1, 1), time(0, 0), None))
    return [any_value(random) for _ in range(random.randrange(3))]


def spoilt_document(random: Random, document: Document, places: list[tuple[Any, ...]]) -> Document:
    """Give a copy of a document after one to six mutations; those whose place is gone are passed over."""
    spoilt = copied(document)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 6))):
        steps = random.choice(places)
        try:
            _mutate(random, spoilt, steps, random.choice(places))
        except (KeyError, IndexError, TypeError, AttributeError):
            continue
    return spoilt


def _mutate(random: Random, document: Document, steps: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    """Change, take out, double, swap, retype, scale, rename or add one thing."""
    parent, last = at(document, steps[:-1]), steps[-1]
    here = parent[last]
    kind = random.choice(("put", "put", "take out", "double", "swap", "retype", "scale", "rename", "add", "number"))
    apart = other[: len(steps)] != steps and steps[: len(other)] != other
    if kind == "put":
        parent[last] = any_value(random)
    elif kind == "take out":
        del parent[last]
    elif kind == "double" and isinstance(here, list):
        here.insert(random.randint(0, len(here)), copied(random.choice(here or [1])))
    elif kind == "swap" and apart:
        parent[last], at(document, other[:-1])[other[-1]] = copied(at(document, other)), here
    elif kind == "retype":
        parent[last] = random.choice(([here], {"mode": here}, str(here)[:99], {str(last): here}, [[here], here]))
    elif kind == "scale" and isinstance(here, (int, float)):
        parent[last] = here * random.choice((-1, 0, 1e-6, 0.5, 2, 10, 1000, 1e6, 1e12))
    elif kind == "rename" and isinstance(parent, dict):
        parent[random.choice((*WORDS, str(random.choice(steps))))] = parent.pop(last)
    elif kind == "add" and isinstance(here, dict):
        here[random.choice((str(other[-1]), *WORDS))] = copied(at(document, other)) if apart else any_value(random)
    elif kind == "number" and isinstance(here, dict) and "unit" in here:
        here |= {name: random.choice(NUMBERS) for name in random.sample(("low", "mode", "high", "settled"), 2)}


def spoilt_bytes(random: Random, content: bytes) -> bytes:
    """Give bytes after one to four of the ways in which files are spoilt."""
    for _ in range(random.choice((1, 1, 2, 4))):
        content = _bent(random, content)
    return content


def _bent(random: Random, content: bytes) -> bytes:
    kind, spot = random.randrange(11), random.randint(0, len(content))
    end = min(len(content), spot + random.choice((1, 2, 5, 50)))
    lines = content.split(b"\n")
    line = random.randrange(len(lines))
    if kind == 0:
        return content[:spot]
    if kind in (1, 2):
        return content[:spot] + random.choice(TOKENS) + content[spot:]
    if kind == 3:
        return content[:spot] + random.randbytes(end - spot) + content[end:]
    if kind == 4:
        return content[:spot] + content[end:]
    if kind == 5:
        return b"\n".join([*lines[:line], *random.choices(lines, k=2), *lines[line + random.randrange(2) :]])
    if kind == 6:
        return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b" ")))
    if kind == 7:
        encoding = random.choice(ENCODINGS)
        return content.decode("utf-8", "replace").encode(encoding, "replace")
    if kind == 8:
        return content.replace(*random.choice(((b",", b";"), (b",", b"\t"), (b'"', b"'"), (b".", b","), (b"=", b":"))))
    numbers = list(NUMBER.finditer(content))
    if not numbers:
        return content
    found = random.choice(numbers)
    number = random.choice((str(random.choice(NUMBERS[:-4])), str(random.randint(-5, 5000)))).encode()
    return content[: found.start()] + number + content[found.end() :]
