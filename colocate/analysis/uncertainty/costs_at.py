"""The cost of every option at chosen values of figures: the same model, with a column for each question asked of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import numpy as np

from colocate.case import Case
from colocate.case.replacing import with_figures
from colocate.model.evaluate import block_of, work_out
from colocate.model.totals import BookName, View
from colocate.quantity import Array
from colocate.stopping import looking

Progress = Callable[[float], None]


def costs_at(
    case: Case, figures: Mapping[str, Array], book: BookName, view: View, wanted: Collection[str] | None = None
) -> Array:
    """Give the present value of every option, shape `(options, columns)`.

    `figures` has an array of shape `(columns,)`, in the model's unit, for each path; every other figure is central.
    `wanted` has the ids of the options asked for, in the case's order of rows; all of them unless told.
    """
    columns = max((values.size for values in figures.values()), default=1)
    found: Array = np.empty((len(case.options) if wanted is None else len(wanted), columns))
    block = block_of(case)
    for start in looking(range(0, columns, block)):
        part = slice(start, min(start + block, columns))
        held = with_figures(case, {path: values[part] for path, values in figures.items()})
        for place, option in enumerate(work_out(held, wanted=wanted).options):
            found[place, part] = option.money[book, view].present_value
    return found


def ranked_places(case: Case) -> tuple[int, ...]:
    """Give the places of the options that pass their gates in the central case; of all where fewer than two do."""
    passing = tuple(place for place, option in enumerate(work_out(case).options) if not option.fails)
    return passing if len(passing) > 1 else tuple(range(len(case.options)))
