"""Each figure alone from low to high: what that does to the expected cost difference of the two leading options."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.uncertainty.costs_at import Progress
from colocate.analysis.uncertainty.held import HeldRuns, nearly_expected
from colocate.analysis.uncertainty.odds import Pair, leading_pair
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Quantity
from colocate.stopping import looking

SHOWN = 12
"""Figures of the widest swing, whose swings are made exact."""

FEW = 16
"""Futures run at both ends of every figure, to find the widest: a swing is much alike from future to future."""

NEAR = 0.1
"""A figure may turn the answer where an end comes within this part of its swing of doing so, by the few futures."""


@dataclass(frozen=True)
class Swing:
    """What one figure does to the expected difference of a pair as it goes from low to high, all else uncertain.

    `at_low` and `at_high` are what the second option costs more than the first, on average, in today's money: above 0
    the first is cheaper. For a normal or lognormal figure low and high are its 5th and 95th percentiles, for a yes or
    no they are no and yes. `confirmed` tells that the figure was held there; otherwise a fitted curve says so.
    """

    quantity: Quantity
    at_low: float
    at_high: float
    confirmed: bool = True

    @property
    def width(self) -> float:
        """Return by how much the difference moves."""
        return abs(self.at_high - self.at_low)

    @property
    def turns(self) -> bool:
        """Tell whether the cheaper of the two changes from low to high."""
        return self.at_low * self.at_high < 0


@dataclass(frozen=True)
class Tornado:
    """The swings of all figures about the expected difference, the confirmed ones first, the widest of each first.

    `may_turn` has the paths of the figures that turn the answer at an end of their range, or nearly do.
    """

    pair: Pair
    expected: float
    swings: tuple[Swing, ...]
    may_turn: tuple[str, ...]


def tornado(
    held: HeldRuns, reading: Reading = HEADLINE, *, shown: int = SHOWN, progress: Progress | None = None
) -> Tornado:
    """Put every figure alone at its low and its high: the `shown` widest by all futures, the rest by a few of them.

    Which are the widest is told by the few. The spread of the difference, whatever its causes, drops out there: both
    ends are run in the same futures. A curve fitted to the draws would be far from the ends, where draws are few.
    """
    known = held.known
    pair = leading_pair(known, reading)
    first, second = known.options.index(pair.first), known.options.index(pair.second)
    quantities = [known.case.quantities[path] for path in known.figures]
    ends = [(quantity.path, end) for quantity in quantities for end in (quantity.low, quantity.high)]
    costs = nearly_expected(known, [{path: end} for path, end in ends], reading, few=FEW)
    lead = (costs[second] - costs[first]).reshape(-1, 2)
    others = (np.delete(costs, first, axis=0).min(axis=0) - costs[first]).reshape(-1, 2)
    widths = np.abs(lead[:, 1] - lead[:, 0])
    order = np.argsort(-widths, kind="stable")
    exact = []
    for place in looking(order[:shown]):
        quantity = quantities[place]
        low, high = (held.costs(quantity.path, end, reading) for end in (quantity.low, quantity.high))
        exact.append(Swing(quantity, float(low[second] - low[first]), float(high[second] - high[first])))
        if progress is not None:
            progress(len(exact) / min(shown, len(quantities)))
    rest = [
        Swing(quantities[place], float(lead[place, 0]), float(lead[place, 1]), confirmed=False)
        for place in order[shown:]
    ]
    expected = held.expected(reading)
    return Tornado(
        pair,
        float(expected[second] - expected[first]),
        (*sorted(exact, key=lambda swing: -swing.width), *rest),
        tuple(quantities[place].path for place in order if others[place].min() <= NEAR * np.ptp(others[place])),
    )
