"""Who wins without fixed weights: over how much of all possible weights and futures each option comes first.

Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen, European Journal of Operational
Research 106, 1998; Lahdelma and Salminen, Operations Research 49, 2001), with an additive value over fixed scales.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.quantity import Array

SAME = 1e-9
"""Values of 0 to 100 that differ by less are a tie, which is shared alike."""


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


def acceptability(values: Array, weights: Array) -> Acceptability:
    """Rank options over weights and draws jointly: each weight vector is paired with a draw, the draws in turn.

    Shapes: `values` `(options, criteria, draws)`, `weights` `(vectors, criteria)`. Give at least as many vectors as
    draws, so that each draw is used.
    """
    options, criteria, draws = values.shape
    vectors = weights.shape[0]
    ranks: Array = np.zeros((options, options))
    sums: Array = np.zeros((options, criteria))
    for start in range(0, vectors, draws):
        block = weights[start : start + draws]
        totals = _totals(values[:, :, : block.shape[0]], block)
        first = _count_ranks(totals, ranks)
        sums += first @ block
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
    totals = np.tensordot(values, weights, axes=(1, 1))
    shares: Array = _first(totals).mean(axis=1)
    return shares


def _totals(values: Array, weights: Array) -> Array:
    """Add values `(options, criteria, n)` up with the weights of their draw `(n, criteria)`; shape `(options, n)`."""
    totals: Array = values[:, 0] * weights[:, 0]
    for criterion in range(1, weights.shape[1]):
        totals += values[:, criterion] * weights[:, criterion]
    return totals


def _first(totals: Array) -> Array:
    """Give each option's part of the first rank, shape `(options, n)`: 1, or its share of a tie."""
    leading = totals >= totals.max(axis=0) - SAME
    shares: Array = leading / leading.sum(axis=0)
    return shares


def _count_ranks(totals: Array, ranks: Array) -> Array:
    """Add a block's ranks to the counts, ties spread over the ranks they take; give the parts of the first rank."""
    options = totals.shape[0]
    first = np.empty_like(totals)
    for place in range(options):
        lead = totals - totals[place]
        above = (lead > SAME).sum(axis=0)
        tied = options - above - (lead < -SAME).sum(axis=0)
        first[place] = np.where(above == 0, 1.0 / tied, 0.0)
        for many in range(1, options + 1):
            counts = np.bincount(above[tied == many], minlength=options) / many
            for lower in range(many):
                ranks[place, lower:] += counts[: options - lower]
    return first
