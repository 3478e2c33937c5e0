"""The few figures that the answer hangs on: what finding each out would be worth, and where each one alone flips it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from colocate.analysis.deciding.switching_values import Switching, switching_values
from colocate.analysis.deciding.value_of_information import NOTHING, Worth, information_on_each, perfect_information
from colocate.analysis.uncertainty.costs_at import Progress
from colocate.analysis.uncertainty.odds import costs_of
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Quantity

MOST = 3
TOLD = 0.02
"""A figure is named where finding it out is worth at least this part of what finding out everything is worth."""

SURE = 2.0
"""A worth counts where it is above so many of its standard errors; less may be chance."""

NEGLIGIBLE = 0.001
"""All that is worth less than this part of the cheapest option's cost is said to be worth next to nothing."""

FOR_WORTH = 8192
"""Draws for the value of information where none are asked for: it needs more of them than odds do."""


@dataclass(frozen=True)
class FigureWorth:
    """One figure: what finding it out alone is worth, and its switching values with all others central."""

    quantity: Quantity
    worth: Worth
    switching: Switching

    @property
    def counts(self) -> bool:
        """Tell whether the worth is more than chance."""
        return self.worth.value > SURE * self.worth.standard_error


@dataclass(frozen=True)
class Deciding:
    """What it is worth to find out everything, and each figure alone, the most worthwhile first."""

    everything: Worth
    cheapest_cost: float
    figures: tuple[FigureWorth, ...]

    @property
    def main(self) -> tuple[FigureWorth, ...]:
        """Return the few figures that the answer hangs on: three at most, perhaps none."""
        if self.everything.value <= NEGLIGIBLE * abs(self.cheapest_cost):
            return ()
        return tuple(one for one in self.figures if one.counts and one.worth.value >= TOLD * self.everything.value)[
            :MOST
        ]

    @property
    def flipping(self) -> tuple[FigureWorth, ...]:
        """Return the figures that flip the answer alone, the one whose flip is nearest to its most likely value first.

        Nearness is the distance as a part of the figure's range.
        """
        return tuple(sorted((one for one in self.figures if one.switching.crossings), key=_nearness))


def _nearness(one: FigureWorth) -> float:
    quantity = one.quantity
    nearest = min(abs(crossing.value - quantity.value) for crossing in one.switching.crossings)
    return nearest / (quantity.high - quantity.low)


def deciding(
    futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1], progress: Progress | None = None
) -> Deciding:
    """Work out the worth of finding out each uncertain figure, with its switching values."""
    costs = costs_of(futures, book, view)
    paths = list(futures.figures)
    worths = information_on_each(costs, np.stack(list(futures.figures.values()))) if paths else ()
    switching = switching_values(futures.case, book, view, progress=progress)
    found = [
        FigureWorth(futures.case.quantities[path], worth, flips)
        for path, worth, flips in zip(paths, worths, switching, strict=True)
    ]
    everything = perfect_information(costs) if paths else NOTHING
    cheapest = float(costs.mean(axis=1).min())
    return Deciding(everything, cheapest, tuple(sorted(found, key=lambda one: -one.worth.value)))
