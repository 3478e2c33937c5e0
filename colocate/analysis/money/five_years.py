"""The five-year reading in four cells, as UN country teams report cost avoidance (method, section 12)."""

from __future__ import annotations

from typing import Literal

from colocate.model.expected import Expected, OptionExpected

Cell = tuple[Literal["monetary", "labour"], Literal["one-time", "recurring"]]
CELLS: tuple[Cell, ...] = (
    ("monetary", "one-time"),
    ("monetary", "recurring"),
    ("labour", "one-time"),
    ("labour", "recurring"),
)
YEARS = 5


def five_year_reading(expected: Expected, option_id: str) -> dict[Cell, float]:
    """Give baseline less option in the agency's book, first five years, undiscounted; above 0 is cost avoided."""
    before, after = _cells(expected.baseline), _cells(expected.option(option_id))
    return {cell: before[cell] - after[cell] for cell in CELLS}


def _cells(option: OptionExpected) -> dict[Cell, float]:
    found = dict.fromkeys(CELLS, 0.0)
    for line in option.lines:
        if line.payer == "agency":
            cell: Cell = ("labour" if line.labour else "monetary", "one-time" if line.one_time else "recurring")
            found[cell] += float(line.amounts[:YEARS, 0].sum())
    return found
