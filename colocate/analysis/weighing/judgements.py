"""Options under one person's or body's weights: additive value with its parts, and where several people part."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.analysis.weighing.acceptability import SAME, share_first
from colocate.analysis.weighing.scales import Weighable
from colocate.analysis.weighing.weights import Contradiction, contradictions, from_choices, from_swings
from colocate.case.weighing import Judgement, SwingChoice
from colocate.quantity import Array

Asked = Literal["swings", "choices", "nobody"]


@dataclass(frozen=True)
class Judged:
    """What weights make of the options: totals are sums of parts, each part weight x expected value, mostly 0 to 100.

    `name` is that of a judgement of the case, empty for the user's own weights and for nobody's. `weights` has shape
    `(criteria,)`, `parts` `(options, criteria)`, `totals` `(options,)`, all on average over the draws; `share_first` is
    the part of the draws in which an option comes first. `order` has the options, that of the highest total first.
    `contradictions` are choices that do not fit the weights.
    """

    name: str
    source: str
    asked: Asked
    weights: Array
    options: tuple[str, ...]
    parts: Array
    totals: Array
    share_first: Array
    contradictions: tuple[Contradiction, ...]

    @property
    def order(self) -> tuple[str, ...]:
        """Return the options from the highest expected total to the lowest."""
        places = sorted(range(len(self.options)), key=lambda place: -float(self.totals[place]))
        return tuple(self.options[place] for place in places)

    @property
    def best(self) -> str:
        """Return the option with the highest expected total."""
        return self.order[0]

    @property
    def most_often(self) -> str:
        """Return the option that comes first in most draws; the one of the highest expected total where it ties."""
        most = float(self.share_first.max())
        leading = [one for one, share in zip(self.options, self.share_first, strict=True) if share >= most - SAME]
        return self.best if self.best in leading else leading[0]

    def total_of(self, option: str) -> float:
        """Return an option's expected total; ValueError for one that is not weighed."""
        return float(self.totals[self.options.index(option)])

    def share_of(self, option: str) -> float:
        """Return the part of the draws in which an option comes first; ValueError for one that is not weighed."""
        return float(self.share_first[self.options.index(option)])


@dataclass(frozen=True)
class Parting:
    """Two judgements that put different options first, and the criterion on whose weight they differ most."""

    first: Judged
    second: Judged
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

    ValueError for swings or choices that give no weights.
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
    parts = table.expected_values * weights
    return Judged(
        name=name,
        source=source,
        asked=asked,
        weights=weights,
        options=table.options,
        parts=parts,
        totals=parts.sum(axis=1),
        share_first=share_first(table.values, weights),
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
        weights = float(one.weights[place]), float(other.weights[place])
        found.append(Parting(one, other, table.criteria[place], *weights))
    return tuple(found)
