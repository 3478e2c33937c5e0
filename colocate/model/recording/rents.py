"""The rent of some months as a workbook tells it: a table of the rents that follow each other, and what it sums up to.

A level beside every year would make a block of cells for each lease. What is paid from the beginning to a month is a
sum over the table; what is paid in a year is the difference of two such sums.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from colocate.model.recording.arrays import Recorded, as_column, cells_of, code_of_formula, made, packed, tape_of
from colocate.model.timeline import NEVER
from colocate.quantity import Array
from colocate.units import MONTHS_PER_YEAR


def rent_between(_: Callable[..., Array], edges: Any, starts: Any, ends: Any, levels: Any) -> Any:
    """Tell the rent from each edge to the next by what is paid up to each of them."""
    tape = tape_of((edges, starts, ends, levels))
    if not isinstance(edges, Recorded):
        edges = made(tape, edges, cells_of(tape, edges), "years" if len(edges) == tape.years + 1 else "")
    table_of = {"begins": starts, "ends": ends, "level": levels}
    lists = tuple(as_column(tape, one, part, NEVER) for part, one in table_of.items())
    step = tape.step(code_of_formula(), edges.shape, edges.layout, edges.parts)
    table = [np.array([node.value for node in one]) for one in lists]
    nodes = []
    for place, edge in enumerate(cells_of(tape, edges).ravel().tolist()):
        nodes.append(tape.found_or_put(step, place, "reached", (*lists, edge), _reached(table, edge.value)))
    tape.keep(step)
    up_to = made(
        tape,
        np.array([one.value for one in nodes]).reshape(edges.shape),
        packed(nodes, edges.shape),
        edges.layout,
        edges.parts,
    )
    return up_to[1:] - up_to[:-1]


def _reached(table: list[Array], month: float) -> float:
    begins, ends, levels = table
    return float(np.sum(np.maximum(np.minimum(ends, month) - begins, 0.0) * levels)) / MONTHS_PER_YEAR


def all_levels(_: Callable[..., Any], starts: Any, *__: Any) -> Any:
    """Leave no level out: with other inputs another may hold."""
    return np.ones(len(starts), dtype=np.bool_)


SHORTER: Mapping[str, Callable[..., Any]] = {"rent between": rent_between, "levels that hold": all_levels}
