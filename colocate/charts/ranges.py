"""Ranges of money by option as a chart's figures: rows of the table behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from colocate.analysis.uncertainty.odds import Range
from colocate.case import Case
from colocate.charts.drawing import Cell
from colocate.words.naming import short_names


def ranged(case: Case, found: Mapping[str, Range]) -> Iterator[tuple[Cell, ...]]:
    """Give options with their range of money, as rows of a table."""
    names = short_names(case)
    for option, one in found.items():
        yield option, names[option], case.currency, one.mean, one.low, one.high
