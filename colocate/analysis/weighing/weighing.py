"""Weighing a case whole: without weights, with those asked about, and with those of several people (section 19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from colocate.analysis.weighing.acceptability import Acceptability, acceptability
from colocate.analysis.weighing.asking import are_weights
from colocate.analysis.weighing.dominance import Dominance, dominances
from colocate.analysis.weighing.flips import Flip, flips
from colocate.analysis.weighing.judgements import Judged, Parting, judged, judgements_of, partings
from colocate.analysis.weighing.scales import CannotWeighError, Weighable, weighable
from colocate.analysis.weighing.trade_offs import PointWorth, WayWorth, worth_of_points, worth_of_ways
from colocate.analysis.weighing.triangle import Triangle, triangle
from colocate.analysis.weighing.weights import all_weights, order_of, ordered_weights, weights_within
from colocate.case.weighing import SwingChoice
from colocate.casefile.opened import Weights
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array

VECTORS = 2**14
"""Sets of weights drawn: a share of them is right to about one in a hundred, as with the draws."""

LEAST_PART, MOST_PART = 0.5, 1.5
"""Where fewer than two people have said how they weigh, each weight may be half as large or half as large again."""


@dataclass(frozen=True)
class Weighing:
    """All that weighing says of a case.

    Points are expected values: means over the draws. Money is read by `reading`.
    `chosen` is what the user's weights make of it, or the first judgement's, or every swing alike. `anyhow` is over all
    weights there are, `in_order` over those in the order of the chosen ones, `in_range` over those within `lowest` and
    `highest`, shapes `(criteria,)`; each jointly with the draws. `order` has groups of criteria, the weightiest first.
    """

    reading: Reading
    table: Weighable
    dominances: tuple[Dominance, ...]
    chosen: Judged
    judgements: tuple[Judged, ...]
    partings: tuple[Parting, ...]
    anyhow: Acceptability
    in_order: Acceptability
    order: tuple[tuple[str, ...], ...]
    in_range: Acceptability
    lowest: Array
    highest: Array
    flips: tuple[Flip, ...]
    points: tuple[PointWorth, ...]
    ways: tuple[WayWorth, ...]
    triangle: Triangle | None
    seed: int

    @property
    def several(self) -> tuple[Judged, ...]:
        """Return all judgements: the chosen one, and those that the case states."""
        return _several(self.chosen, self.judgements)


def weighing(
    futures: Futures,
    swings: Mapping[str, float] | None = None,
    choices: Sequence[SwingChoice] = (),
    reading: Reading = HEADLINE,
    vectors: int = VECTORS,
    start: str = "",
) -> Weighing:
    """Weigh a case over its draws; `swings` are points for each criterion, in any unit that is 0 or above.

    Without swings and choices, `start` names the judgement of the case whose weights are taken; unnamed, it is the
    first, and under any other name every swing counts alike. `CannotWeighError` where fewer than two options pass their
    gates, or fewer than two criteria are known of every option; ValueError where swings or choices give no weights.
    """
    table = weighable(futures, reading)
    if len(table.criteria) < 2:
        raise CannotWeighError("criteria")
    stated = futures.case.weighing
    judgements = () if stated is None else judgements_of(table, stated.judgements)
    if swings or choices:
        chosen = judged(table, "", swings or {}, choices)
    else:
        named = [one for one in judgements if start in ("", one.name)]
        chosen = named[0] if named else judged(table, "", {})
    several = _several(chosen, judgements)
    values, seed = table.values, futures.seed
    order = order_of(chosen.weights)
    lowest, highest = limits_of(several)
    return Weighing(
        reading=reading,
        table=table,
        dominances=dominances(table),
        chosen=chosen,
        judgements=judgements,
        partings=partings(table, several),
        anyhow=acceptability(values, all_weights(vectors, len(table.criteria), seed)),
        in_order=acceptability(values, ordered_weights(vectors, order, seed)),
        order=tuple(tuple(table.criteria[place] for place in group) for group in order),
        in_range=acceptability(values, weights_within(vectors, lowest, highest, seed)),
        lowest=lowest,
        highest=highest,
        flips=flips(table.expected_values, chosen.weights, table.criteria, table.options),
        points=worth_of_points(table, chosen.weights, futures),
        ways=worth_of_ways(table, chosen.weights, futures),
        triangle=triangle(table, chosen.weights),
        seed=seed,
    )


def weighed_if_it_can_be(futures: Futures) -> Weighing | None:
    """Weigh a case with its first judgement or equal swings; None where it has no two options or criteria to weigh."""
    try:
        return weighing(futures)
    except CannotWeighError:
        return None


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


def _several(chosen: Judged, judgements: tuple[Judged, ...]) -> tuple[Judged, ...]:
    return judgements if any(chosen is one for one in judgements) else (chosen, *judgements)


def limits_of(several: Sequence[Judged]) -> tuple[Array, Array]:
    """Give the lowest and highest weight of each criterion over several judgements, shapes `(criteria,)`.

    Where they are all the same, half as much and half as much again.
    """
    weights = np.stack([one.weights for one in several])
    lowest, highest = weights.min(axis=0), weights.max(axis=0)
    if np.allclose(lowest, highest):
        return LEAST_PART * weights[0], np.minimum(1.0, MOST_PART * weights[0])
    return lowest, highest
