"""Weights of the criteria: from swings, from choices, drawn over all that are possible (method, section 19).

A weight is the part of the whole that the swing of a criterion is worth: from the worst to the best end of its scale.
Weights are at least 0 and make 1. Arrays of many weights have shape `(vectors, criteria)`.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from colocate.case.weighing import SwingChoice, Worth
from colocate.quantity import Array

TIMES: dict[Worth, float] = {"much more": 4.0, "more": 2.0, "the same": 1.0, "less": 0.5, "much less": 0.25}
"""How many times the second swing the first one is worth, for each answer."""

APART = 2.0
"""A choice contradicts weights that give its two swings a ratio more than twice, or less than half, what it said."""

MOST_POINTS = 1e6
"""Points that a swing may have; more would leave no weight for the others."""

LEAST_POINTS = 1e-6
"""Points that a swing may have at least, if any."""

STEPS = 60
"""Steps of the walk through a range of weights, for each criterion."""


@dataclass(frozen=True)
class Contradiction:
    """A choice that does not fit the weights: how many times the second swing the first is worth, said and implied."""

    first: str
    second: str
    said: float
    implied: float


def from_swings(swings: Mapping[str, float], criteria: Sequence[str]) -> Array:
    """Turn points for each swing into weights, shape `(criteria,)`; ValueError where none is above 0, or one too large.

    >>> from_swings({"money": 100, "access": 60, "mandate": 40}, ("money", "access", "mandate")).tolist()
    [0.5, 0.3, 0.2]
    """
    points = np.array([float(swings.get(name, 0.0)) for name in criteria])
    if not np.all(np.isfinite(points)) or points.min(initial=0.0) < 0 or points.sum() <= 0:
        raise ValueError("weights need points of 0 or more for each criterion, and at least one above 0")
    if points.max() > MOST_POINTS:
        raise ValueError(f"weights need points of {MOST_POINTS:,.0f} at most")
    weights: Array = points / points.sum()
    return weights


def from_choices(choices: Sequence[SwingChoice], criteria: Sequence[str]) -> Array:
    """Find the weights that fit choices between two swings best, shape `(criteria,)`.

    Least squares on the logarithms of the ratios; where every pair is compared this is the geometric mean of the rows
    (Crawford and Williams, Journal of Mathematical Psychology 29, 1985). ValueError where the choices do not lead from
    each criterion to every other.

    >>> said = [SwingChoice(first="money", worth="more", second="access")]
    >>> from_choices(said, ("money", "access")).round(4).tolist()
    [0.6667, 0.3333]
    """
    places = {name: place for place, name in enumerate(criteria)}
    rows = np.zeros((len(choices) + 1, len(criteria)))
    said = np.zeros(len(choices) + 1)
    for number, choice in enumerate(choices):
        rows[number, places[choice.first]] += 1.0
        rows[number, places[choice.second]] -= 1.0
        said[number] = np.log(TIMES[choice.worth])
    rows[-1] = 1.0
    if np.linalg.matrix_rank(rows) < len(criteria):
        raise ValueError("the choices do not lead from each criterion to every other: compare one more pair")
    logarithms = np.linalg.lstsq(rows, said, rcond=None)[0]
    ratios = np.exp(logarithms - logarithms.max())
    weights: Array = ratios / ratios.sum()
    return weights


def contradictions(
    weights: Array, choices: Sequence[SwingChoice], criteria: Sequence[str]
) -> tuple[Contradiction, ...]:
    """Name the choices that the weights do not bear out, the farthest apart first."""
    places = {name: place for place, name in enumerate(criteria)}
    found = []
    for choice in choices:
        said = TIMES[choice.worth]
        first, second = float(weights[places[choice.first]]), float(weights[places[choice.second]])
        implied = np.inf if second == 0 else first / second
        apart = np.inf if implied in (0.0, np.inf) else max(said / implied, implied / said)
        if apart > APART * (1.0 + 1e-9):
            found.append((apart, Contradiction(choice.first, choice.second, said, float(implied))))
    return tuple(one for _, one in sorted(found, key=lambda pair: -round(pair[0], 9)))


def ring(criteria: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Name a few pairs to ask about: each criterion with the next, and the first with the last as a check."""
    if len(criteria) < 3:
        return tuple(itertools.pairwise(criteria))
    return (*itertools.pairwise(criteria), (criteria[0], criteria[-1]))


def all_weights(vectors: int, criteria: int, seed: int) -> Array:
    """Draw weights evenly over all that are possible: a Dirichlet distribution with every parameter 1.

    Shares of exponential draws; uniform draws divided by their sum would crowd the middle.
    """
    drawn = np.random.default_rng(seed).standard_exponential((vectors, criteria))
    drawn /= drawn.sum(axis=1, keepdims=True)
    return drawn


def ordered_weights(vectors: int, order: Sequence[Sequence[int]], seed: int) -> Array:
    """Draw weights evenly over those that keep an order: groups of criteria by place, the weightiest group first.

    Within a group the order is open. Drawn weights are sorted; their mean for a full order is the rank-order centroid.
    """
    places = [place for group in order for place in group]
    rng = np.random.default_rng(seed)
    drawn = rng.standard_exponential((vectors, len(places)))
    drawn /= drawn.sum(axis=1, keepdims=True)
    drawn = -np.sort(-drawn, axis=1)
    found = np.empty_like(drawn)
    start = 0
    for group in order:
        part = drawn[:, start : start + len(group)]
        found[:, list(group)] = rng.permuted(part, axis=1) if len(group) > 1 else part
        start += len(group)
    return found


def order_of(weights: Array) -> tuple[tuple[int, ...], ...]:
    """Give the order that weights stand in, as groups of places with the same weight, the weightiest first.

    >>> order_of(np.array([0.2, 0.4, 0.4]))
    ((1, 2), (0,))
    """
    places = sorted(range(len(weights)), key=lambda place: -float(weights[place]))
    groups: list[list[int]] = []
    for place in places:
        if groups and np.isclose(weights[groups[-1][0]], weights[place], rtol=1e-9, atol=1e-12):
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(tuple(sorted(group)) for group in groups)


def weights_within(vectors: int, lowest: Array, highest: Array, seed: int) -> Array:
    """Draw weights evenly over those within limits, shape of the limits `(criteria,)`.

    A walk from the middle that moves, each time, a part of one weight to another, evenly over what the limits allow
    (Gibbs sampling, all vectors at once). ValueError where no weights that make 1 lie within the limits.
    """
    if np.any(lowest > highest) or lowest.sum() > 1.0 + 1e-12 or highest.sum() < 1.0 - 1e-12:
        raise ValueError("no weights that make 100 % lie within these ranges: widen one")
    room = highest - lowest
    spare = room.sum()
    start = lowest + room * ((1.0 - lowest.sum()) / spare if spare > 0 else 0.0)
    drawn = np.repeat(start[None, :], vectors, axis=0)
    criteria = len(lowest)
    rng = np.random.default_rng(seed)
    pairs = list(itertools.combinations(range(criteria), 2))
    for step in range(STEPS * criteria if pairs else 0):
        one, two = pairs[step % len(pairs)]
        both = drawn[:, one] + drawn[:, two]
        least = np.maximum(lowest[one], both - highest[two])
        most = np.minimum(highest[one], both - lowest[two])
        drawn[:, one] = least + (most - least) * rng.random(vectors)
        drawn[:, two] = both - drawn[:, one]
    return drawn
