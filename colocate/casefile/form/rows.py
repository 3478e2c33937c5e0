"""The rows of a filled-in form, wherever they stand: found by their headings, not by sheet, column or order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from colocate.casefile.fields import fields_of
from colocate.casefile.form import sheets as names
from colocate.casefile.form.columns import parts_of_a_figure
from colocate.casefile.form.grid import Sheet, Value
from colocate.casefile.form.places import folded
from colocate.casefile.form.reference import all_fields
from colocate.casefile.form.sheets import PASSED_OVER
from colocate.casefile.tables import CONSTITUENT_COLUMNS, NEED_NOT_BE

BlockKind = Literal["facts", "list", "figures", "constituents", "ways"]
MUST_HAVE = tuple(column for column in CONSTITUENT_COLUMNS if column not in NEED_NOT_BE)
WAYS = ("from id", "to id")


@dataclass(frozen=True)
class Row:
    """A row of the form: where it is, its cells, and the columns of its block by their headings (folded)."""

    kind: BlockKind
    sheet: Sheet
    number: int
    cells: Mapping[int, Value]
    heads: Mapping[str, int]

    def column(self, *headings: str) -> int | None:
        """Give the column under the first of these headings that is there."""
        return next((self.heads[key] for one in headings if (key := heading(one)) in self.heads), None)

    def value(self, *headings: str) -> Value | None:
        """Give what the row holds under one of these headings."""
        column = self.column(*headings)
        return None if column is None else self.cells.get(column)

    def at(self, *headings: str) -> str:
        """Name the cell under one of these headings; the first of the row where there is none."""
        column = self.column(*headings)
        return self.sheet.at(self.number, min(self.heads.values(), default=1) if column is None else column)

    @property
    def place(self) -> str:
        """Return the words under the heading of places."""
        found = self.value(names.PLACE)
        return "" if found is None else " ".join(found.words.split())


def heading(words: str) -> str:
    """Give a heading as two are compared.

    >>> heading("Visits_by  them")
    'visits by them'
    """
    return folded(words.replace("_", " "))


def rows_of_sheet(sheet: Sheet) -> Iterator[Row]:
    """Give the rows of a sheet that stand under headings of the form, without titles and explanations."""
    block: tuple[BlockKind, dict[str, int]] | None = None
    for number, cells in sheet.cells.items():
        first = cells[min(cells)]
        if first.kind == "words" and first.value.strip().startswith(PASSED_OVER):
            continue
        begun = _block_begun(cells)
        if begun is not None:
            block = begun
        elif block is not None:
            yield Row(block[0], sheet, number, cells, block[1])


def _block_begun(cells: Mapping[int, Value]) -> tuple[BlockKind, dict[str, int]] | None:
    """Tell whether a row holds headings, and of what."""
    heads: dict[str, int] = {}
    for column, value in cells.items():
        if value.kind == "words":
            heads.setdefault(heading(value.value), column)
    if heading(names.PLACE) in heads:
        if len(cells) > 1 and not any(head in _known_heads() for head in heads if head != heading(names.PLACE)):
            return None
        if {heading(names.LIKELY), "mode", heading(names.SAME_AS)} & heads.keys():
            return "figures", heads
        return ("facts" if heading(names.VALUE) in heads else "list"), heads
    if all(heading(column) in heads for column in MUST_HAVE[:4]):
        return "constituents", heads
    return ("ways", heads) if all(column in heads for column in WAYS) else None


@cache
def _known_heads() -> frozenset[str]:
    """Give all headings that a block of the form can have beside its places."""
    found = {names.NAME, names.VALUE, names.MEANING, names.UNIT, names.SAME_AS}
    found |= {part.heading for part in parts_of_a_figure()} | {part.name for part in parts_of_a_figure()}
    for _, field in all_fields():
        if field.record is not None:
            found |= {one.name for one in fields_of(field.record)} | {one.note.label for one in fields_of(field.record)}
    return frozenset(heading(one) for one in found)
