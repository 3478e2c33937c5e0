"""Weighing a case whole: without weights, with those asked about, and with those of several people (section 19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from colocate.analysis.weighing.acceptability import Acceptability, acceptability
from colocate.analysis.weighing.dominance import Dominance, dominances
from colocate.analysis.weighing.flips import Flip, flips
from colocate.analysis.weighing.judgements import NOBODY, Judged, Parting, judged, judgements_of, partings
from colocate.analysis.weighing.scales import Weighable, weighable
from colocate.analysis.weighing.trade_offs import PointWorth, WayWorth, worth_of_points, worth_of_ways
from colocate.analysis.weighing.triangle import Triangle, triangle
from colocate.analysis.weighing.weights import all_weights, order_of, ordered_weights, weights_within
from colocate.case.weighing import SwingChoice
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Array

VECTORS = 2**14
"""Sets of weights drawn: a share of them is right to about one in a hundred, as with the draws."""

YOURS = "Your weights"
LEAST_PART, MOST_PART = 0.5, 1.5
"""Where fewer than two people have said how they weigh, each weight may be half as large or half as large again."""


@dataclass(frozen=True)
class Weighing:
    """All that weighing says of a case.

    `chosen` is what the user's weights make of it, or the first judgement's, or every swing alike. `anyhow` is over all
    weights there are, `in_order` over those in the order of the chosen ones, `in_range` over those within `lowest` and
    `highest`, shapes `(criteria,)`; each jointly with the draws. `order` has groups of criteria, the weightiest first.
    """

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
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    vectors: int = VECTORS,
    start: str = "",
) -> Weighing:
    """Weigh a case over its draws; `swings` are points for each criterion, in any unit that is 0 or above.

    Without swings and choices, `start` names whose weights are taken: a judgement of the case, or `NOBODY`; unnamed, it
    is the first judgement. ValueError, in words, where the swings or choices give no weights, fewer than two options
    pass their gates, or the case has fewer than two criteria on which every option is known.
    """
    table = weighable(futures, book, view)
    if len(table.criteria) < 2:
        raise ValueError("the case speaks of one criterion only: there is nothing to weigh")
    stated = futures.case.weighing
    judgements = () if stated is None else judgements_of(table, stated.judgements)
    if swings or choices:
        chosen = judged(table, YOURS, swings or {}, choices)
    else:
        named = [one for one in judgements if start in ("", one.name)]
        chosen = named[0] if named else judged(table, NOBODY, {})
    several = _several(chosen, judgements)
    values, seed = table.values, futures.seed
    order = order_of(chosen.weights)
    lowest, highest = limits_of(several)
    return Weighing(
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
        flips=flips(table.central_values, chosen.weights, table.criteria, table.options),
        points=worth_of_points(table, chosen.weights, futures),
        ways=worth_of_ways(table, chosen.weights, futures),
        triangle=triangle(table, chosen.weights),
        seed=seed,
    )


def weighed_if_it_can_be(futures: Futures) -> Weighing | None:
    """Weigh a case with its first judgement or equal swings; None where it has no two options or criteria to weigh."""
    passing = sum(not option.fails for option in futures.central.options)
    return weighing(futures) if passing > 1 and len(weighable(futures).criteria) > 1 else None


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
