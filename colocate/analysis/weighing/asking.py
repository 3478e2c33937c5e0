"""Asking for weights: where one may start, what answers alone would give, and what is kept of what was said.

A weight that is chosen once its result is known says nothing; so the weights at which the result was first seen stay
beside every later one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from colocate.analysis.weighing.scales import TOP, Weighable
from colocate.analysis.weighing.weights import TIMES, from_choices, from_swings
from colocate.case.weighing import Judgement, SwingChoice, Worth
from colocate.quantity import Array

NOBODY = "equal"
"""The name of the start at which every swing counts alike, which is nobody's judgement."""


@dataclass(frozen=True)
class Start:
    """Weights to start from: points for each criterion, the largest 100, with the choices that were answered."""

    name: str
    source: str
    points: Mapping[str, float]
    choices: tuple[SwingChoice, ...]


def starts_of(table: Weighable) -> tuple[Start, ...]:
    """Give the judgements that the case states, then every swing alike, which is nobody's judgement."""
    stated = () if table.case.weighing is None else table.case.weighing.judgements
    found = []
    for one in stated:
        kept = tuple(choice for choice in one.choices if {choice.first, choice.second} <= set(table.criteria))
        if one.swings:
            points = {name: float(one.swings.get(name, 0.0)) for name in table.criteria}
        else:
            points = points_of(from_choices(kept, table.criteria), table.criteria)
        found.append(Start(one.name, one.source, points, kept))
    return (*found, Start(NOBODY, "", dict.fromkeys(table.criteria, TOP), ()))


def points_of(weights: Array, criteria: Sequence[str]) -> dict[str, float]:
    """Write weights as points, the largest 100, to one decimal.

    >>> points_of(np.array([0.5, 0.3, 0.2]), ("money", "access", "mandate"))
    {'money': 100.0, 'access': 60.0, 'mandate': 40.0}
    """
    points = np.round(TOP * weights / weights.max(), 1)
    return dict(zip(criteria, points.tolist(), strict=True))


def points_from_answers(choices: Sequence[SwingChoice], criteria: Sequence[str]) -> dict[str, float] | None:
    """Give the points that fit the answers best; None where they do not lead from each criterion to every other."""
    try:
        return points_of(from_choices(choices, criteria), criteria)
    except ValueError:
        return None


def are_weights(points: Mapping[str, float], criteria: Sequence[str]) -> bool:
    """Tell whether points can be turned into weights: at least one is above 0."""
    try:
        from_swings(points, criteria)
    except ValueError:
        return False
    return True


def has_a_top(points: Mapping[str, float], criteria: Sequence[str]) -> bool:
    """Tell whether a swing has 100 points, as the one worth most is to have."""
    return max((points.get(name, 0.0) for name in criteria), default=0.0) >= TOP


def weights_before(first: Mapping[str, float], now: Mapping[str, float], criteria: Sequence[str]) -> Array | None:
    """Give the weights of the points at first, shape `(criteria,)`, where those now are other weights; None else.

    Points in the same proportions are the same weights.
    """
    if not are_weights(first, criteria) or not are_weights(now, criteria):
        return None
    before, after = from_swings(first, criteria), from_swings(now, criteria)
    return None if np.allclose(before, after, rtol=0.0, atol=1e-9) else before


def judgement_of(name: str, source: str, points: Mapping[str, float], choices: Sequence[SwingChoice] = ()) -> Judgement:
    """Make a judgement to be kept in a case: the swing worth most gets 100 points, the others in proportion."""
    most = max(points.values())
    swings = {criterion: round(TOP * value / most, 4) for criterion, value in points.items()}
    return Judgement(name=name.strip(), swings=swings, choices=tuple(choices), source=source.strip())


def answers(choices: Sequence[SwingChoice]) -> dict[tuple[str, str], Worth]:
    """Give the answer to every pair, whichever way round it was asked.

    >>> answers([SwingChoice(first="access", worth="more", second="money")])[("money", "access")]
    'less'
    """
    worths = list(TIMES)
    other_way = dict(zip(worths, reversed(worths), strict=True))
    found: dict[tuple[str, str], Worth] = {}
    for one in choices:
        found[one.first, one.second] = one.worth
        found[one.second, one.first] = other_way[one.worth]
    return found
