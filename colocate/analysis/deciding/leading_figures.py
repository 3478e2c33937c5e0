"""Which figures the answer depends on most: those worth finding out, and the levers to show first."""

from __future__ import annotations

import numpy as np

from colocate.analysis.deciding.decisive import SURE, TOLD
from colocate.analysis.deciding.value_of_information import information_on_each, perfect_information
from colocate.analysis.uncertainty.odds import costs_of
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array

FEWEST, MOST = 3, 5


def worth_finding_out(futures: Futures, reading: Reading = HEADLINE) -> tuple[str, ...]:
    """Give the paths of the figures that it would pay to find out before deciding, the most worthwhile first.

    Each is worth more than chance alone would show, and a fair part of what finding out everything is worth.
    """
    if not futures.figures:
        return ()
    costs, paths = costs_of(futures, *reading), list(futures.figures)
    everything = perfect_information(costs).value
    worths = information_on_each(costs, np.stack(list(futures.figures.values())))
    found = [
        (worth.value, path)
        for path, worth in zip(paths, worths, strict=True)
        if worth.value > SURE * worth.standard_error and worth.value >= TOLD * everything
    ]
    return tuple(path for _, path in sorted(found, key=lambda one: -one[0]))


def leading_levers(futures: Futures, reading: Reading = HEADLINE) -> tuple[str, ...]:
    """Give the paths of the levers to show first: three to five, fewer where fewer levers vary.

    First those that are worth finding out, by that worth; then, up to three in all, those that the difference in cost
    of the two cheapest options follows most closely.
    """
    paths = [path for path in futures.figures if futures.case.quantities[path].lever]
    if not paths:
        return ()
    costs = costs_of(futures, *reading)
    inputs = np.stack([futures.figures[path] for path in paths])
    worths = information_on_each(costs, inputs)
    counts = [worth.value > SURE * worth.standard_error for worth in worths]
    follows = _follows(costs, inputs)
    order = sorted(
        range(len(paths)), key=lambda place: (-worths[place].value if counts[place] else 0.0, -follows[place])
    )
    return tuple(paths[place] for place in order[: min(MOST, max(FEWEST, sum(counts)))])


def _follows(costs: Array, inputs: Array) -> Array:
    """Give each input's correlation, without its sign, with the difference of the two options cheapest on average."""
    first, second = np.argsort(costs.mean(axis=1), kind="stable")[:2]
    lead = costs[second] - costs[first]
    found = np.zeros(len(inputs))
    if np.ptp(lead) > 0.0:
        for place in np.flatnonzero(np.ptp(inputs, axis=1) > 0.0):
            found[place] = abs(np.corrcoef(inputs[place], lead)[0, 1])
    return found
