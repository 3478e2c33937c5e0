"""Rank correlations between figures: the normal scores that carry them, and whether all of them can hold at once.

Draws are joined by a Gaussian copula: each figure keeps its own range, and only the order of its draws is tied to that
of others. A set of correlations is possible only where the matrix of the normal scores has no negative eigenvalue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from colocate.quantity import Array

SMALLEST_EIGENVALUE = 1e-6
"""A matrix whose smallest eigenvalue is below this is refused: a figure would be all but fixed by the others."""

TIED = 0.99
"""Rank correlation of figures of one project whose ranges come from one class, which tells of whole projects."""

MOST_ROUNDS = 2000
CLOSE = 1e-12


def normal_scores(rank: Array) -> Array:
    """Turn Spearman's rank correlation into the correlation of the normal scores: 2 sin(pi x rank / 6).

    Any shape. Source: Pearson 1907, for two normal variables; exact for a Gaussian copula.

    >>> normal_scores(np.array([0.0, 0.5, 1.0])).round(4).tolist()
    [0.0, 0.5176, 1.0]
    """
    return 2.0 * np.sin(np.pi * np.asarray(rank) / 6.0)


def ranks(scores: Array) -> Array:
    """Turn correlations of normal scores back into rank correlations: 6 asin(score / 2) / pi."""
    return 6.0 * np.arcsin(np.clip(scores, -1.0, 1.0) / 2.0) / np.pi


def matrix_of(size: int, pairs: Sequence[tuple[int, int, float]]) -> Array:
    """Write the matrix of normal scores, shape (size, size), from pairs (first, second, rank); others are 0."""
    matrix: Array = np.eye(size)
    for first, second, rank in pairs:
        matrix[first, second] = matrix[second, first] = float(normal_scores(np.array(rank)))
    return matrix


def project_of(steps: Sequence[str | int]) -> str:
    """Name the project that the figure at a place of a case belongs to: its option, else what all options share.

    >>> project_of(("options", 1, "one_offs", 0, "amount")), project_of(("houses", 0, "occupancy"))
    ('options 1', '')
    """
    return f"options {steps[1]}" if steps[0] == "options" else ""


def tied_by_class(figures: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Give the pairs of figures that move together, from the path, reference class and project of each.

    A class tells how much whole projects went over. Were its parts drawn each by itself, they would make up for one
    another, and the sum would look surer than any project of the class was.
    """
    members: dict[tuple[str, str], list[str]] = {}
    for path, name, project in figures:
        members.setdefault((name, project), []).append(path)
    return [pair for paths in members.values() for pair in combinations(paths, 2)]


def is_possible(matrix: Array) -> bool:
    """Tell whether figures can be correlated like this all at once."""
    return bool(np.linalg.eigvalsh(matrix)[0] >= SMALLEST_EIGENVALUE)


def nearest_possible(matrix: Array, smallest: float = SMALLEST_EIGENVALUE) -> Array:
    """Give the correlation matrix nearest to a symmetric one, by the sum of squared differences.

    Shape (size, size) in and out; ones on the diagonal and no eigenvalue below `smallest`, to rounding. Source: Higham,
    "Computing the nearest correlation matrix: a problem from finance", IMA Journal of Numerical Analysis 22 (2002),
    alternating projections with Dykstra's correction.
    """
    nearest: Array = np.array(matrix, dtype=np.float64)
    correction: Array = np.zeros_like(nearest)
    for _ in range(MOST_ROUNDS):
        values, vectors = np.linalg.eigh(nearest - correction)
        held = (vectors * np.maximum(values, smallest)) @ vectors.T
        correction = held - (nearest - correction)
        before, nearest = nearest, held.copy()
        np.fill_diagonal(nearest, 1.0)
        if np.max(np.abs(nearest - before)) < CLOSE:
            break
    return 0.5 * (nearest + nearest.T)


def together(size: int, pairs: Sequence[tuple[int, int, float]]) -> tuple[tuple[int, ...], ...]:
    """Split figures 0 to size - 1 into the sets that are correlated directly or through others, the largest first."""
    leader = list(range(size))
    for first, second, _rank in pairs:
        kept, merged = leader[first], leader[second]
        leader = [kept if one == merged else one for one in leader]
    sets = [tuple(place for place in range(size) if leader[place] == one) for one in dict.fromkeys(leader)]
    return tuple(sorted((one for one in sets if len(one) > 1), key=len, reverse=True))
