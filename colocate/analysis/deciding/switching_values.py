"""Switching values: the value of one figure at which the option of lowest expected cost changes.

All other figures stay as uncertain as they are. A fitted curve of expected cost given the figure tells for every
figure about where that is; running the futures with the figure held tells it exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import brentq

from colocate.analysis.deciding.value_of_information import Curve
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Quantity

FINE = 1e-8
"""How near, as a part of the figure's range, a switching value is found."""

AROUND = 0.02
"""How far from a value read off a fitted curve, as a part of the range, the exact one is looked for first."""

SPLITS = 4
"""How often a stretch is split where a third option is cheapest inside it."""


@dataclass(frozen=True)
class Crossing:
    """A value, in the unit of the file, below which one option has the lowest expected cost and above which another.

    The two are option ids. Of a yes or no the value is 1: `below` is the answer at no, `above` that at yes.
    """

    value: float
    below: str
    above: str


@dataclass(frozen=True)
class Switching:
    """A figure's switching values in order; none where one option has the lowest expected cost throughout its range.

    `confirmed` tells that they were found by runs with the figure held; otherwise they are read off a fitted curve.
    """

    crossings: tuple[Crossing, ...]
    confirmed: bool = False

    @property
    def values(self) -> list[float]:
        """Return the values alone."""
        return [crossing.value for crossing in self.crossings]


def from_curve(quantity: Quantity, curve: Curve, options: Sequence[str]) -> Switching:
    """Read switching values off the expected costs given a figure, between the points of the curve by straight lines.

    `options` are the ids of the curve's rows. What lies outside the figure's range is no switching value.
    """
    above, values = curve.above, curve.values
    cheapest = np.argmin(above, axis=0)
    found = []
    for place in np.flatnonzero(np.diff(cheapest)):
        below, after = int(cheapest[place]), int(cheapest[place + 1])
        start, end = (float(above[below, at] - above[after, at]) for at in (place, place + 1))
        part = -start / (end - start) if end > start else 0.5
        value = float(values[place] + part * (values[place + 1] - values[place]))
        if quantity.shape == "yes/no":
            value = 1.0
        if quantity.low <= value <= quantity.high:
            found.append(Crossing(value, options[below], options[after]))
    return Switching(tuple(found))


def points_tried(quantity: Quantity, near: Sequence[float]) -> list[float]:
    """Give the values, in order, between which `confirmed` looks: the ends, and a little on either side of each `near`.

    Between two that are near each other there is one more.
    """
    low, high = quantity.low, quantity.high
    if quantity.shape == "yes/no":
        return [0.0, 1.0]
    starts = sorted({value for value in near if low < value < high})
    between = [0.5 * (one + other) for one, other in pairwise(starts)]
    around = [value + side * AROUND * (high - low) for value in starts for side in (-1.0, 1.0)]
    return sorted({low, high, *between, *(value for value in around if low < value < high)})


def confirmed(held: HeldRuns, quantity: Quantity, near: Sequence[float] = (), reading: Reading = HEADLINE) -> Switching:
    """Find a figure's switching values by running the futures with it held, beginning near those of its curve.

    Both ends of the range are tried, both sides of each value in `near`, and a point between each two of them; where
    neighbours have different cheapest options the value between them is found by Brent's method. Of two switching
    values between the same neighbours, of which `near` names neither, nothing is found. The options ranked stay those
    that pass their gates in the case as it is.
    """
    found = tuple(_Search(held, quantity, reading).crossings(near))
    return Switching(found, confirmed=True)


@dataclass(frozen=True)
class _Search:
    """The search for one figure's switching values; points are in the unit of the file, options places in ranked."""

    held: HeldRuns
    quantity: Quantity
    reading: Reading

    def crossings(self, near: Sequence[float]) -> Iterator[Crossing]:
        low, high = self.quantity.low, self.quantity.high
        tried = points_tried(self.quantity, near)
        self.held.run([(self.quantity.path, value) for value in tried], self.reading)
        if self.quantity.shape == "yes/no":
            below, above = self.cheapest(0.0), self.cheapest(1.0)
            if below != above:
                yield self.crossing(1.0, below, above)
            return
        slack = FINE * (high - low)
        for start, end in pairwise(tried):
            for crossing in self.between(start, end, SPLITS):
                if low + slack < crossing.value < high - slack:
                    yield crossing

    def between(self, start: float, end: float, splits: int) -> Iterator[Crossing]:
        """Give the crossings of a stretch, apart from those that leave the same option cheapest at both of its ends."""
        below, above = self.cheapest(start), self.cheapest(end)
        if below == above:
            return
        path, reading = self.quantity.path, self.reading
        value = brentq(
            lambda here: self.held.lead(path, here, below, above, reading),
            start,
            end,
            xtol=FINE * (self.quantity.high - self.quantity.low),
        )
        third = self.cheapest(value)
        if third in (below, above) or splits == 0 or not start < value < end:
            yield self.crossing(value, below, above)
            return
        yield from self.between(start, value, splits - 1)
        yield from self.between(value, end, splits - 1)

    def cheapest(self, value: float) -> int:
        return self.held.cheapest(self.quantity.path, value, self.reading)

    def crossing(self, value: float, below: int, above: int) -> Crossing:
        ranked = self.held.known.options
        return Crossing(value, ranked[below], ranked[above])
