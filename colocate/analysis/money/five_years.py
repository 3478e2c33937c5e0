"""The five-year reading in four cells, as UN country teams report cost avoidance (method, section 12)."""

from __future__ import annotations

from typing import Literal

from colocate.model.costs.line import Category
from colocate.model.expected import Expected, OptionExpected

Cell = tuple[Literal["monetary", "labour"], Literal["one-time", "recurring"]]
CELLS: tuple[Cell, ...] = (
    ("monetary", "one-time"),
    ("monetary", "recurring"),
    ("labour", "one-time"),
    ("labour", "recurring"),
)
YEARS = 5

NO_COST: frozenset[Category] = frozenset(["loan received", "loan repayment", "loan still owed", "sale"])
"""What is owed and given back, or had as a building before: no cost, and no cost avoided. Interest is one."""


def five_year_reading(expected: Expected, option_id: str) -> dict[Cell, float]:
    """Give baseline less option in the agency's book, first five years, undiscounted; above 0 is cost avoided."""
    before, after = _cells(expected.baseline), _cells(expected.option(option_id))
    return {cell: before[cell] - after[cell] for cell in CELLS}


def _cells(option: OptionExpected) -> dict[Cell, float]:
    found = dict.fromkeys(CELLS, 0.0)
    for line in option.lines:
        if line.payer == "agency" and line.category not in NO_COST:
            cell: Cell = ("labour" if line.labour else "monetary", "one-time" if line.one_time else "recurring")
            found[cell] += float(line.amounts[:YEARS, 0].sum())
    return found
