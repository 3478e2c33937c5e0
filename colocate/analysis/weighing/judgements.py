"""Options under one person's or body's weights: additive value with its parts, and where several people part."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.analysis.weighing.acceptability import share_first
from colocate.analysis.weighing.scales import Weighable
from colocate.analysis.weighing.weights import Contradiction, contradictions, from_choices, from_swings
from colocate.case.weighing import Judgement, SwingChoice
from colocate.quantity import Array

Asked = Literal["swings", "choices", "nobody"]
NOBODY = "Every swing counts alike"


@dataclass(frozen=True)
class Judged:
    """What weights make of the options: totals are sums of parts, each part weight x value, mostly 0 to 100.

    `weights` has shape `(criteria,)`, `parts` `(options, criteria)`, `totals` `(options,)` in the central case;
    `share_first` is the part of the draws in which an option comes first. `order` names the options, the best first.
    `contradictions` are choices that do not fit the weights.
    """

    name: str
    source: str
    asked: Asked
    weights: Array
    parts: Array
    totals: Array
    share_first: Array
    order: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def best(self) -> str:
        """Return the option with the highest total in the central case."""
        return self.order[0]

    @property
    def lead(self) -> float:
        """Return by how many points the first option leads the second in the central case."""
        second, first = sorted(self.totals.tolist())[-2:]
        return float(first - second)


@dataclass(frozen=True)
class Parting:
    """Two judgements that put different options first, and the criterion on whose weight they differ most."""

    first: str
    second: str
    first_best: str
    second_best: str
    criterion: str
    first_weight: float
    second_weight: float


def judged(
    table: Weighable,
    name: str,
    swings: Mapping[str, float],
    choices: Sequence[SwingChoice] = (),
    source: str = "",
) -> Judged:
    """Work out what swings, or where there are none choices, make of the options; with neither, every swing alike.

    ValueError, in words, for swings or choices that give no weights.
    """
    criteria = table.criteria
    kept = [choice for choice in choices if choice.first in criteria and choice.second in criteria]
    asked: Asked
    if swings:
        asked, weights = "swings", from_swings(swings, criteria)
    elif kept:
        asked, weights = "choices", from_choices(kept, criteria)
    else:
        asked, weights = "nobody", np.full(len(criteria), 1.0 / len(criteria))
    parts = table.central_values * weights
    totals = parts.sum(axis=1)
    order = sorted(range(len(table.options)), key=lambda place: -float(totals[place]))
    return Judged(
        name=name,
        source=source,
        asked=asked,
        weights=weights,
        parts=parts,
        totals=totals,
        share_first=share_first(table.values, weights),
        order=tuple(table.options[place] for place in order),
        contradictions=contradictions(weights, kept, criteria),
    )


def judgements_of(table: Weighable, stated: Sequence[Judgement]) -> tuple[Judged, ...]:
    """Work out every judgement that a case states."""
    return tuple(judged(table, one.name, one.swings, one.choices, one.source) for one in stated)


def partings(table: Weighable, several: Sequence[Judged]) -> tuple[Parting, ...]:
    """Name every two judgements that put different options first, and what they differ on most."""
    found = []
    for one, other in itertools.combinations(several, 2):
        if one.best == other.best:
            continue
        place = int(np.argmax(np.abs(one.weights - other.weights)))
        found.append(
            Parting(
                one.name,
                other.name,
                one.best,
                other.best,
                table.criteria[place],
                float(one.weights[place]),
                float(other.weights[place]),
            )
        )
    return tuple(found)
