"""A workbook as its reader meets it: formulas and stored values read off the file, and worked out by other hands."""

from __future__ import annotations

import html
import io
import re
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import formualizer  # type: ignore[import-untyped]
import ironcalc  # type: ignore[import-untyped]

from colocate.export.workbook.cells import letters

Place = tuple[str, int, int]
"""A sheet, and a row and column counted from 1."""

Value = float | str | bool | None


@dataclass(frozen=True)
class File:
    """Formulas, and all other cells, by their place; `stored` has the values that stand beside formulas, `styles` the
    number of each cell's style."""

    formulas: Mapping[Place, str]
    plain: Mapping[Place, Value]
    stored: Mapping[Place, Value]
    styles: Mapping[Place, int]


CELL = re.compile(
    r'<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>'
    r'(?:<f(?: [^>]*?si="(\d+)")?[^>]*?(?:/>|>(.*?)</f>))?(?:<v>(.*?)</v>)?</c>',
    re.DOTALL,
)
REFERENCE = re.compile(r"(\"[^\"]*\"|'(?:[^']|'')*'!|[A-Za-z_.][A-Za-z0-9_.]*[(!])|(\$?)([A-Z]{1,3})(\$?)(\d+)")
"""A text, a sheet or a function, or else a cell: where it stays and where it moves when its formula is copied."""
WORDS = re.compile(r"<si><t[^>]*>(.*?)</t></si>", re.DOTALL)


def read(content: bytes) -> File:
    """Read the file's own text: a reader for spreadsheets would take longer than all else."""
    formulas: dict[Place, str] = {}
    plain: dict[Place, Value] = {}
    stored: dict[Place, Value] = {}
    styles: dict[Place, int] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = re.findall(r'<sheet name="(.*?)"', archive.read("xl/workbook.xml").decode())
        words = [html.unescape(one) for one in WORDS.findall(archive.read("xl/sharedStrings.xml").decode())]
        for number, name in enumerate(names, start=1):
            sheet = html.unescape(name)
            text = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            shared: dict[str, tuple[Place, str]] = {}
            for column, row, style, kind, copied, formula, value in CELL.findall(text):
                place = (sheet, int(row), column_number(column))
                found = _value(kind, value, words)
                styles[place] = int(style or 0)
                if formula or copied:
                    written = html.unescape(formula)
                    if copied:
                        first, written = shared.setdefault(copied, (place, written))
                        written = moved(written, place[1] - first[1], place[2] - first[2])
                    formulas[place], stored[place] = f"={written}", found
                else:
                    plain[place] = found
    return File(formulas, plain, stored, styles)


def moved(formula: str, rows: int, columns: int) -> str:
    """A formula as it is copied some rows down and columns to the right."""

    def one(found: re.Match[str]) -> str:
        other, across, column, down, row = found.groups()
        if other:
            return str(other)
        name = column if across else letters(column_number(column) - 1 + columns)
        return f"{across}{name}{down}{row if down else int(row) + rows}"

    return REFERENCE.sub(one, formula) if rows or columns else formula


def without_values(content: bytes) -> bytes:
    """The file without the values that stand beside formulas, so that who reads it must work them out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bare:
        for name in archive.namelist():
            part = archive.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>|<f [^>]*/>)<v>.*?</v>", rb"\1", part)
            bare.writestr(name, part)
    return made.getvalue()


def with_inputs(content: bytes, inputs: Mapping[Place, float]) -> bytes:
    """The file with other figures in some cells."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as changed:
        names = re.findall(r'<sheet name="(.*?)"', archive.read("xl/workbook.xml").decode())
        for name in archive.namelist():
            part = archive.read(name)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if number:
                text = part.decode()
                for (sheet, row, column), value in inputs.items():
                    if sheet == html.unescape(names[int(number[1]) - 1]):
                        cell = rf'(<c r="{letters(column - 1)}{row}"[^>]*><v>)[^<]*(</v>)'
                        text, count = re.subn(cell, rf"\g<1>{value!r}\g<2>", text)
                        assert count == 1, (sheet, row, column)
                part = text.encode()
            changed.writestr(name, part)
    return made.getvalue()


def _value(kind: str, value: str, words: list[str]) -> Value:
    if kind == "s":
        return words[int(value)]
    return html.unescape(value) if kind == "str" else float(value)


@cache
def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def by_formualizer(content: bytes, file: File, inputs: Mapping[Place, float] | None = None) -> dict[Place, Value]:
    """Every formula worked out by formualizer, after other figures were put into some cells."""
    book = formualizer.load_workbook_bytes(content)
    for (sheet, row, column), value in (inputs or {}).items():
        book.set_value(sheet, row, column, value)
    book.evaluate_all()
    return {place: book.get_value(*place) for place in file.formulas}


def by_ironcalc(content: bytes, file: File, inputs: Mapping[Place, float] | None = None) -> dict[Place, Value]:
    """Every formula worked out by ironcalc, after other figures were put into some cells."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    numbers = {one["name"]: place for place, one in enumerate(model.get_worksheets_properties())}
    for (sheet, row, column), value in (inputs or {}).items():
        model.update_cell_with_number(numbers[sheet], row, column, value)
    model.evaluate()
    return {
        (sheet, row, column): model.get_cell_value(numbers[sheet], row, column) for sheet, row, column in file.formulas
    }


def differences(found: Mapping[Place, Value], wanted: Mapping[Place, Value], close: float = 1e-9) -> list[str]:
    """Cells that differ by more than rounding; errors differ from everything.

    A sum in which all cancels is held against a millionth of the largest amount of its sheet.
    """
    largest: dict[str, float] = {}
    for (sheet, _, _), value in wanted.items():
        if isinstance(value, (int, float)):
            largest[sheet] = max(largest.get(sheet, 0.0), abs(float(value)))
    different = []
    for place, value in wanted.items():
        here = found[place]
        if isinstance(value, (int, float)) and isinstance(here, (int, float)):
            floor = 1e-6 * largest[place[0]] if place[0] != "Control" else largest[place[0]]
            if abs(float(here) - float(value)) <= close * max(abs(float(value)), floor):
                continue
        elif here == value:
            continue
        different.append(f"{place}: {here!r}, not {value!r}")
    return different
