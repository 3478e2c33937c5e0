"""Numbers as people and spreadsheets of any country write them: which mark is for decimals, which for thousands.

The rule. What a cell proves by itself holds: of two marks the last stands before decimals (1.234,5); a mark that stands
several times parts thousands (1,234,567); a mark with other than three digits after it, or with a 0, nothing or more
than three digits before it, stands before decimals (12,5 and 0,125). Blanks and apostrophes between groups of three
digits part thousands. A single mark with three digits after it (1,234) proves nothing: there the other cells of its
column decide, then what the column's numbers can be at all; else it is asked. The point is the format's own mark: 1.234
is read with decimals, unless its column proves that the comma is meant, and is asked where another column does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from colocate.casefile.faults import Fault, fault_at, row_of, within
from colocate.message import Message

DecimalMark = Literal[",", "."]
Rows = Sequence[tuple[int, dict[str, str]]]
Limits = Mapping[str, tuple[float, float]]
"""The columns of numbers, with the least and the most that each can hold."""

BLANKS = " \u00a0\u2009\u202f'\u2019"
"""What parts thousands and is never a decimal mark."""

GROUPED = re.compile(rf"[+-]?\d{{1,3}}(?:([{BLANKS}])\d{{3}})(?:\1\d{{3}})*(?:[.,]\d+)?")
MARKED = re.compile(r"([+-]?)([\d.,]*)((?:[eE][+-]?\d{1,4})?)", re.ASCII)
OF_THREE = {mark: re.compile(rf"\d{{1,3}}(?:[{mark}]\d{{3}})+") for mark in (",", ".")}
STRANGE = re.compile(rf"[,{BLANKS}\u2212]|\.\d*\.")
OTHER: dict[DecimalMark, DecimalMark] = {",": ".", ".": ","}


@dataclass
class _Column:
    """What the cells of a column say: the marks that they prove, and the cells that prove nothing."""

    proved: set[DecimalMark] = field(default_factory=set)
    open: list[str] = field(default_factory=list)


def decimal_mark_of(cell: str) -> DecimalMark | None:
    """Give the mark before decimals that a cell proves by itself; None where it proves none.

    >>> [decimal_mark_of(one) for one in ("12,5", "1.234,5", "1,234,567", "0,125", "1,234", "12")]
    [',', ',', '.', ',', None, None]
    """
    grouped = GROUPED.fullmatch(cell) is not None
    match = MARKED.fullmatch(_without_blanks(cell))
    if match is None:
        return None
    body, power = match.group(2), match.group(3)
    commas, points = body.count(","), body.count(".")
    if not commas and not points:
        return None
    last: DecimalMark = "," if body.rfind(",") > body.rfind(".") else "."
    if commas and points:
        return last if body.count(last) == 1 else None
    if commas + points > 1:
        return OTHER[last] if OF_THREE[last].fullmatch(body) else None
    before, _, after = body.partition(last)
    proves = grouped or power or len(after) != 3 or before in ("", "0") or before.startswith("0") or len(before) > 3
    return last if proves else None


def number_written(cell: str, mark: DecimalMark = ".") -> float | None:
    """Read a number whose decimals stand after this mark; None where it is none.

    >>> number_written("1.234,5", ","), number_written("1 234"), number_written("12,5")
    (1234.5, 1234.0, None)
    """
    body = _without_blanks(cell)
    parts = OTHER[mark]
    match = MARKED.fullmatch(body)
    if match is None:
        return None
    if parts in body:
        sign, number, power = match.groups()
        whole, _, decimals = number.partition(mark)
        if not OF_THREE[parts].fullmatch(whole) or parts in decimals:
            return None
        body = f"{sign}{whole.replace(parts, '')}{mark if decimals else ''}{decimals}{power}"
    try:
        return float(body.replace(mark, "."))
    except ValueError:
        return None


def as_numbers(rows: Rows, name: str, limits: Limits, ignored: Iterable[str] = ()) -> dict[int, list[Fault]]:
    """Rewrite the numbers of a table, in place, with digits and a point; give what must be asked, by the row's number.

    What is no number stays as it is, for whoever reads it to tell; a cell that is asked about reads 0. `ignored` are
    words, in small letters, that say that there is no number.
    """
    words = frozenset(ignored)
    strange = [column for column in limits if _is_strange(rows, column)]
    columns = {column: _looked_at(rows, column, words) for column in strange}
    commas = [column for column, found in columns.items() if "," in found.proved]
    if commas:
        columns |= {column: _looked_at(rows, column, words) for column in limits if column not in columns}
    asked: dict[int, list[Fault]] = {}
    for column, found in columns.items():
        mark = _decided(found, limits[column], elsewhere=any(one != column for one in commas))
        for number, row in rows:
            cell = row[column]
            own = decimal_mark_of(cell) or mark
            if own is None and is_open(cell):
                asked.setdefault(number, []).append(_asked(within(within(name, row_of(number)), column), cell))
                row[column] = "0"
                continue
            value = None if cell.lower() in words else number_written(cell, own or ".")
            if value is not None and (not _is_plain(cell) or (own == "," and "." in cell)):
                row[column] = repr(value)
    return asked


def _is_strange(rows: Rows, column: str) -> bool:
    """Tell whether any cell of a column is written otherwise than with digits and one point: mostly none is."""
    cells = [row[column] for _, row in rows]
    return STRANGE.search("\n".join(cells)) is not None


def _looked_at(rows: Rows, column: str, words: frozenset[str]) -> _Column:
    """Look through a column for the marks that its cells prove, and the cells that prove none."""
    found = _Column()
    for _, row in rows:
        cell = row[column]
        if not cell or cell.isdigit() or cell.lower() in words:
            continue
        mark = decimal_mark_of(cell)
        if mark is not None:
            found.proved.add(mark)
        elif is_open(cell):
            found.open.append(cell)
    return found


def _decided(found: _Column, limits: tuple[float, float], *, elsewhere: bool) -> DecimalMark | None:
    """Give the mark that a column's cells are read with; None where those that prove nothing must be asked about."""
    if len(found.proved) == 1:
        return next(iter(found.proved))
    if found.proved:
        return None
    fit = [mark for mark in OTHER if all(_fits(cell, mark, limits) for cell in found.open)]
    if len(fit) == 1:
        return fit[0]
    return "." if not elsewhere and not any("," in cell for cell in found.open) else None


def _fits(cell: str, mark: DecimalMark, limits: tuple[float, float]) -> bool:
    value = number_written(cell, mark)
    return value is not None and limits[0] <= value <= limits[1]


def is_open(cell: str) -> bool:
    """Tell whether a cell is a number by either mark, and another by each."""
    body = _without_blanks(cell)
    return ("," in body or "." in body) and all(number_written(body, mark) is not None for mark in OTHER)


def _is_plain(cell: str) -> bool:
    """Tell whether a cell is written as the format writes numbers, so that it stays as it is."""
    try:
        float(cell)
    except ValueError:
        return False
    return "\u2212" not in cell


def _without_blanks(cell: str) -> str:
    cell = cell.replace("\u2212", "-")
    if GROUPED.fullmatch(cell):
        return "".join(mark for mark in cell if mark not in BLANKS)
    return cell


def both_readings(cell: str) -> tuple[float, float]:
    """Give the two numbers that an open cell can be: with decimals, and with thousands.

    >>> both_readings("1,234")
    (1.234, 1234.0)
    """
    decimals: DecimalMark = "," if "," in cell else "."
    return number_written(cell, decimals) or 0.0, number_written(cell, OTHER[decimals]) or 0.0


def _asked(here: Message, cell: str) -> Fault:
    decimals, thousands = both_readings(cell)
    return fault_at(
        here,
        '"{cell}" may be {decimals} or {thousands}',
        "Write {whole}, or {longer} with one more digit",
        cell=cell[:40],
        decimals=f"{decimals:.10g}",
        thousands=f"{thousands:,.0f}",
        whole=f"{thousands:.0f}",
        longer=f"{decimals:.4f}",
    )
