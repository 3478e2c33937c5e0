"""Headings of the columns of the CSV tables of a weighing.

They are keys for whoever reads the tables by program, the same in every language.
"""

from __future__ import annotations

from colocate.analysis.weighing.weighing import Weighing

VALUE_COLUMNS = (
    "judgement",
    "source",
    "option",
    "option name",
    "criterion",
    "unit",
    "measure",
    "measure p5",
    "measure p95",
    "worst end",
    "best end",
    "value",
    "weight",
    "weight x value",
)

KINDS = ("all weights", "in the order of the chosen weights", "in the range of the judgements")
"""What stands in the column of weights: over which of them options are ranked."""


def rank_columns(found: Weighing) -> tuple[str, ...]:
    """Head the table of ranks: a column for each rank, and one for each criterion's central weight."""
    ranks = (f"share of rank {place}" for place in range(1, len(found.table.options) + 1))
    centres = (f"central weight of {name}" for name in found.table.criteria)
    return ("weights", "option", "option name", *ranks, *centres, "confidence")
