"""Weigh with the weights that a saved case was opened with: the same result as where it was saved."""

from __future__ import annotations

from dataclasses import replace

from colocate.analysis.weighing.asking import are_weights
from colocate.analysis.weighing.scales import CannotWeighError, weighable
from colocate.analysis.weighing.weighing import Weighing, weighing
from colocate.casefile.opened import Weights
from colocate.model.futures import Futures


def weighing_as_it_stood(futures: Futures, weights: Weights) -> Weighing:
    """Weigh a case over its draws with points and answers of a user's own; where there are none, as its start says.

    A criterion without points counts 0; `CannotWeighError` as in `weighing`.
    """
    criteria = weighable(futures).criteria
    points = {name: weights.swings.get(name, 0.0) for name in criteria}
    if not weights.swings or not are_weights(points, criteria):
        return weighing(futures, start=weights.start)
    choices = tuple(one for one in weights.choices if {one.first, one.second} <= set(criteria))
    return weighing(futures, points, choices, start=weights.start)


def to_take_away_as_it_stood(futures: Futures, weights: Weights) -> Weighing | None:
    """Weigh for files to take away, as the app does: with a user's own weights once their result was seen.

    None where nothing can be weighed.
    """
    try:
        return weighing_as_it_stood(futures, weights if weights.seen else replace(weights, swings={}))
    except CannotWeighError:
        return None
