"""Who wins without fixed weights: over how much of all possible weights and futures each option comes first.

Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen, European Journal of Operational
Research 106, 1998; Lahdelma and Salminen, Operations Research 49, 2001), with an additive value over fixed scales.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from colocate.analysis.rounding import rounded_parts, shares_of_hundred
from colocate.quantity import Array
from colocate.stopping import looking

SAME = 1e-9
"""Values of 0 to 100 that differ by less are a tie, which is shared alike."""

BLOCK = 4096
"""Weight vectors, or draws, ranked at once: few enough for the cache."""


@dataclass(frozen=True)
class Acceptability:
    """How options fare over many weights and draws at once.

    `ranks` has shape `(options, ranks)`: the share of weights and draws in which an option takes each rank.
    `central_weights` are, for each option, the mean of the weights that put it first, and `confidence` the share of
    draws in which it is first at them; both None for an option that is never first: nothing can be said of it.
    """

    vectors: int
    ranks: Array
    central_weights: tuple[tuple[float, ...] | None, ...]
    confidence: tuple[float | None, ...]

    @property
    def first(self) -> tuple[float, ...]:
        """Return the share of weights and draws in which each option comes first."""
        return tuple(float(share) for share in self.ranks[:, 0])

    @property
    def ranks_of_hundred(self) -> tuple[tuple[int, ...], ...]:
        """Return the ranks in whole numbers, a row for each option: each row makes 100, and so do the first ranks."""
        rows = zip(shares_of_hundred(self.first), (100.0 * self.ranks[:, 1:]).tolist(), strict=True)
        return tuple((first, *(int(one) for one in rounded_parts(rest, whole=100.0 - first))) for first, rest in rows)


def acceptability(values: Array, weights: Array) -> Acceptability:
    """Rank options over weights and draws jointly: each weight vector is paired with a draw, the draws in turn.

    Shapes: `values` `(options, criteria, draws)`, `weights` `(vectors, criteria)`. Give at least as many vectors as
    draws, so that each draw is used.
    """
    values = _repeated(values, weights.shape[0])
    options, criteria, draws = values.shape
    vectors = weights.shape[0]
    ranks: Array = np.zeros((options, options))
    sums: Array = np.zeros((options, criteria))
    for start, stop, draw in looking(_blocks(vectors, draws)):
        block = np.ascontiguousarray(weights[start:stop].T)
        first = _count_ranks(_totals(values[:, :, draw : draw + stop - start], block), ranks)
        sums += first @ block.T
    shares = ranks / vectors
    centres = tuple(
        tuple((sums[place] / ranks[place, 0]).tolist()) if ranks[place, 0] > 0 else None for place in range(options)
    )
    confidence = tuple(
        None if centre is None else float(share_first(values, np.array(centre))[place])
        for place, centre in enumerate(centres)
    )
    return Acceptability(vectors, shares, centres, confidence)


def share_first(values: Array, weights: Array) -> Array:
    """Give the share of draws in which each option has the highest value at given weights, shape `(options,)`."""
    totals = np.einsum("ocd,c->od", values, weights)
    first: Array = _first(totals).mean(axis=1)
    return first


def first_at(values: Array, weights: Array) -> Array:
    """Give the same for many weights at once: shape `(options, vectors)` for weights `(vectors, criteria)`."""
    draws = values.shape[2]
    firsts: Array = np.zeros((values.shape[0], weights.shape[0]))
    for start in looking(range(0, draws, BLOCK)):
        firsts += _first(np.tensordot(values[:, :, start : start + BLOCK], weights, axes=(1, 1))).sum(axis=1)
    shares: Array = firsts / draws
    return shares


def _repeated(values: Array, vectors: int) -> Array:
    """Repeat few draws, so that a block is full: the draws come in turn all the same."""
    times = min(BLOCK, vectors) // values.shape[2]
    return np.tile(values, times) if times > 1 else values


def _blocks(vectors: int, draws: int) -> Iterator[tuple[int, int, int]]:
    """Cut the vectors into blocks that the cache holds: first vector, the one after the last, and the first draw."""
    start = 0
    while start < vectors:
        draw = start % draws
        stop = min(start + BLOCK, start - draw + draws, vectors)
        yield start, stop, draw
        start = stop


def _totals(values: Array, weights: Array) -> Array:
    """Add values `(options, criteria, n)` up with the weights of their draw `(criteria, n)`; shape `(options, n)`."""
    totals: Array = values[:, 0] * weights[0]
    for criterion in range(1, weights.shape[0]):
        totals += values[:, criterion] * weights[criterion]
    return totals


def _first(totals: Array) -> Array:
    """Give each option's part of the first rank, shape `(options, n)`: 1, or its share of a tie."""
    leading = totals >= totals.max(axis=0) - SAME
    shares: Array = leading / leading.sum(axis=0)
    return shares


def _count_ranks(totals: Array, ranks: Array) -> Array:
    """Add a block's ranks to the counts, ties spread over the ranks they take; give the parts of the first rank."""
    options, columns = totals.shape
    above = np.zeros((options, columns), dtype=np.int8)
    below = np.zeros((options, columns), dtype=np.int8)
    for one, other in itertools.combinations(range(options), 2):
        lead = totals[one] - totals[other]
        ahead, behind = lead > SAME, lead < -SAME
        above[other] += ahead
        above[one] += behind
        below[one] += ahead
        below[other] += behind
    tied = options - above - below
    for place in range(options):
        for many in range(1, int(tied[place].max()) + 1):
            counts = np.bincount(above[place][tied[place] == many], minlength=options) / many
            for lower in range(many):
                ranks[place, lower:] += counts[: options - lower]
    first: Array = (above == 0) / tied
    return first
