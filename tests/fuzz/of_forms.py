"""Hostile Excel forms: cells of a good form changed one by one, rows lost, doubled and exchanged, parts spoilt."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from colocate.casefile.form.case_form import empty_form, form_of
from colocate.casefile.form.reading import read_form
from tests.fuzz.bases import bases
from tests.fuzz.checking import case_or_faults
from tests.fuzz.mutating import NUMBERS, WORDS, spoilt_bytes

CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
ROW = re.compile(rb"<row .*?</row>", re.DOTALL)
KIND = re.compile(rb' t="\w+"')
SHEET = "xl/worksheets/sheet"
MOST_SHEETS = 12
"""The sheets that are read come first; the list of all fields is not."""

TYPED = (
    *("1,234", "1.234", "12,5", "1 234", "12 %", "3.5%", "03/04/2025", "2025-02-30", "yes", "oui", "Ja", "TRUE"),
    *("options[stay].lease.rent", "options[nowhere].lease.rent", "options[", "shared.nothing", "exact", "guess"),
    *("Place", "Value", "\u25b8 x", "[]", "{}", "a\nb", "money = 60", "1e400", "-1", "#REF!"),
)


@cache
def forms() -> dict[str, dict[str, bytes]]:
    """The parts of forms that are good, or empty, by their names."""
    small, template = bases()["national-coordinator"], bases()["template"]
    made = {
        "small": form_of(small.case, small.tables),
        "template": form_of(template.case, template.tables),
        "empty": empty_form("short"),
    }
    return {name: _parts(content) for name, content in made.items()}


def a_form(random: Random) -> None:
    """A form after some changes of its cells, rows or parts."""
    content = spoilt_form(random)
    case_or_faults(random, lambda: read_form(content).case)


def spoilt_form(random: Random) -> bytes:
    """Give the bytes of a form after some changes."""
    parts = dict(random.choices(list(forms().values()), (6, 3, 2))[0])
    for _ in range(random.choice((1, 1, 2, 4, 20))):
        sheets = [name for name in parts if name.startswith(SHEET) and _number(name) <= MOST_SHEETS]
        name = random.choice(sheets)
        if random.random() < 0.9:
            parts[name] = _changed(random, parts[name])
        else:
            other = random.choice(list(parts))
            parts[other] = spoilt_bytes(random, parts[other])
    content = _packed(parts)
    return spoilt_bytes(random, content) if random.random() < 0.1 else content


def _changed(random: Random, sheet: bytes) -> bytes:
    """Change one cell of a sheet, or one of its rows."""
    kind = random.randrange(12)
    found = list((ROW if kind < 4 else CELL).finditer(sheet))
    if not found:
        return sheet
    one, other = sorted(random.choices(found, k=2), key=lambda match: match.start())
    before, behind = sheet[: one.start()], sheet[one.end() :]
    if kind == 0:
        return before + behind
    if kind == 1:
        return before + one.group() + one.group() + behind
    if kind in (2, 3, 4) and one.start() != other.start():
        return before + other.group() + sheet[one.end() : other.start()] + one.group() + sheet[other.end() :]
    if kind < 5:
        return sheet
    column, row, rest, _ = one.groups()
    if kind == 5:
        place = random.choice(("A1", "XFD1048576", "ZZZZ9", f"{column.decode()}{int(row) + 1}", "B2", "", "A0"))
        return before + one.group().replace(b'r="%s%s"' % (column, row), f'r="{place}"'.encode()) + behind
    plain = KIND.sub(b"", rest or b"")
    return before + b'<c r="%s%s"%s%s</c>' % (column, row, plain, _value(random)) + behind


def _value(random: Random) -> bytes:
    """Write the value of a cell as programs do, behind its name: a number, words, a date, a formula, an error."""
    kind = random.randrange(8)
    number = random.choice((*NUMBERS, 45658, 45658.5, 0.125, random.uniform(-1e3, 1e6)))
    if kind < 2:
        return f"><v>{number}</v>".encode()
    if kind < 5:
        words: Any = random.choice((*TYPED, *TYPED, *WORDS, str(number)))
        clean = "".join(mark for mark in words if mark.isprintable() or mark in "\n\t")
        return f' t="inlineStr"><is><t xml:space="preserve">{escape(clean)}</t></is>'.encode("utf-8", "replace")
    if kind == 5:
        return f"><f>1+1</f><v>{number}</v>".encode()
    if kind == 6:
        return random.choice((b"><f>1+1</f>", b' t="e"><v>#REF!</v>', b' t="b"><v>1</v>', b' t="s"><v>999999</v>'))
    return random.choice((b' t="d"><v>2025-02-30</v>', b"><v></v>", b"><v>abc</v>", b' t="n"><v>1e999</v>', b">"))


def _number(name: str) -> int:
    return int("".join(mark for mark in name if mark.isdigit()) or 0)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
