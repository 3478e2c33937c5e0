"""The few figures that the answer hangs on: what finding each out would be worth, and where each alone turns it.

The answer is the option of lowest expected cost. `deciding` is fast and reads switching values off fitted curves;
`confirm_main` makes those of the figures that are named exact, by runs with the figure held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from colocate.analysis.deciding.switching_values import Switching, confirmed, from_curve, points_tried
from colocate.analysis.deciding.value_of_information import (
    NOTHING,
    Curve,
    Worth,
    learned_from_each,
    perfect_information,
    telling_most,
)
from colocate.analysis.uncertainty.costs_at import Progress
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.ranked_costs import RankedCosts, ranked_costs
from colocate.model.futures import Futures
from colocate.model.influence import Influences
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Quantity
from colocate.stopping import looking

MOST = 3
TOLD = 0.02
"""A figure is named where finding it out is worth at least this part of what finding out everything is worth."""

CLEAR = 0.1
"""The same where nothing is run again to tell whether a figure turns the answer at all: less is often chance."""

LIKELY = 24
"""Figures of which a rough look works the worth out: many times those that can be worth a tenth of everything."""

SURE = 2.0
"""A worth counts where it is above so many of its standard errors; less may be chance."""

NEGLIGIBLE = 0.001
"""All that is worth less than this part of the cheapest option's cost is said to be worth next to nothing."""


@dataclass(frozen=True)
class FigureWorth:
    """One figure: what finding it out alone is worth, the expected costs with it held, and its switching values.

    `expected` is what it is on average; it and the curve's values are in the unit of the file.
    """

    quantity: Quantity
    expected: float
    worth: Worth
    curve: Curve
    switching: Switching

    @property
    def counts(self) -> bool:
        """Tell whether the worth is more than chance."""
        return self.worth.value > SURE * self.worth.standard_error


@dataclass(frozen=True)
class Deciding:
    """What it is worth to find out everything, and each figure alone, the most worthwhile first.

    `cheapest` is the id of the option of lowest expected cost, `cheapest_cost` what it costs.
    """

    everything: Worth
    cheapest: str
    cheapest_cost: float
    figures: tuple[FigureWorth, ...]

    @property
    def is_settled(self) -> bool:
        """Tell whether even to find out everything is worth next to nothing."""
        return self.everything.value <= NEGLIGIBLE * abs(self.cheapest_cost)

    @property
    def worthwhile(self) -> tuple[FigureWorth, ...]:
        """Return the figures worth finding out, more than by chance and not too small a part of everything."""
        if self.is_settled:
            return ()
        least = TOLD * self.everything.value
        return tuple(one for one in self.figures if one.counts and one.worth.value >= least)

    @property
    def main(self) -> tuple[FigureWorth, ...]:
        """Return the few figures that the answer hangs on: three at most, perhaps none; each can turn it."""
        return tuple(one for one in self.worthwhile if one.switching.crossings)[:MOST]

    @property
    def turning(self) -> tuple[FigureWorth, ...]:
        """Return the figures that turn the answer alone, the one whose switching value is nearest first.

        Nearness is the distance from what the figure is on average, as a part of its range.
        """
        return tuple(sorted((one for one in self.figures if one.switching.crossings), key=_nearness))


def _nearness(one: FigureWorth) -> float:
    quantity = one.quantity
    nearest = min(abs(crossing.value - one.expected) for crossing in one.switching.crossings)
    return nearest / (quantity.high - quantity.low)


def deciding(futures: Futures | RankedCosts, reading: Reading = HEADLINE, most: int | None = None) -> Deciding:
    """Work out the worth of finding out each uncertain figure, and about where each turns the answer.

    Fast enough to be shown at every press of a lever; nothing is run again. With `most`, only of so many figures: of
    those that go most with what the options cost.
    """
    known = ranked_costs(futures)
    costs, names, paths = known.present[reading], known.options, list(known.figures)
    inputs = np.stack(list(known.figures.values())) if paths else np.empty((0, known.draws))
    if most is not None:
        kept = telling_most(costs, inputs, most)
        paths, inputs = [paths[place] for place in kept], inputs[kept]
    learned = learned_from_each(costs, inputs) if paths else ()
    found = []
    for path, one in zip(paths, learned, strict=True):
        quantity = known.case.quantities[path]
        curve = replace(one.curve, values=one.curve.values / quantity.scale)
        expected = float(known.figures[path].mean() / quantity.scale)
        found.append(FigureWorth(quantity, expected, one.worth, curve, from_curve(quantity, curve, names)))
    means = costs.mean(axis=1)
    best = int(np.argmin(means))
    everything = perfect_information(costs) if paths else NOTHING
    return Deciding(everything, names[best], float(means[best]), tuple(sorted(found, key=lambda one: -one.worth.value)))


def decided(
    futures: Futures | RankedCosts, reading: Reading = HEADLINE, figures_of: Influences | None = None
) -> Deciding:
    """Give the figures that the answer hangs on, their switching values confirmed: `deciding` and `confirm_main`.

    `figures_of` are the influences of figures on options, where they are known already.
    """
    known = ranked_costs(futures)
    return confirm_main(HeldRuns(known, figures_of), deciding(known, reading), reading)


def decided_briefly(
    futures: Futures | RankedCosts, reading: Reading = HEADLINE, figures_of: Influences | None = None
) -> Deciding:
    """Give the same without the figures that are not worth finding out, which are nearly all.

    `main` and `worthwhile` are those of `decided`; `figures` is empty only where no figure has a range.
    """
    found = decided(futures, reading, figures_of)
    return replace(found, figures=found.worthwhile or found.figures[:1])


def decided_roughly(futures: Futures | RankedCosts, reading: Reading = HEADLINE) -> Deciding:
    """Give the figures worth finding out, and about where each turns the answer: nothing is run again.

    Looked at are the `LIKELY` that go most with what the options cost. A fitted curve that turns the answer more than
    once does so by chance as a rule: such a figure is left out. As in `decided_briefly`, `figures` is empty only where
    no figure has a range.
    """
    found = deciding(futures, reading, LIKELY)
    least = CLEAR * found.everything.value
    clear = [one for one in found.worthwhile if one.worth.value >= least and len(one.switching.crossings) == 1]
    unclear = tuple(replace(one, switching=Switching(())) for one in found.figures[:1])
    return replace(found, figures=tuple(clear) or unclear)


def confirm_main(held: HeldRuns, found: Deciding, reading: Reading = HEADLINE) -> Deciding:
    """Make the switching values exact of the figures that the answer hangs on; one that turns nothing gives way.

    `held` is of the same futures. `main` of what is returned has confirmed figures alone.
    """
    settled: dict[str, FigureWorth] = {}
    first = [one for one in found.worthwhile[:MOST] if not one.switching.confirmed]
    tried = {one.quantity.path: points_tried(one.quantity, one.switching.values) for one in first}
    held.run([(path, value) for path, values in tried.items() for value in values], reading)
    for one in looking(found.worthwhile):
        settled[one.quantity.path] = made_exact(held, one, reading)
        if sum(1 for each in settled.values() if each.switching.crossings) == MOST:
            break
    return _with(found, settled)


def confirm_turning(
    held: HeldRuns,
    found: Deciding,
    may_turn: Sequence[str],
    reading: Reading = HEADLINE,
    progress: Progress | None = None,
) -> Deciding:
    """Make the switching values exact of every figure that may turn the answer, and give all others none.

    `may_turn` has the paths of those that may do so at an end of their range (`tornado`). Figures worth finding out are
    tried as well, and those whose curve turns the answer more than once, as they may do it between the ends.
    """
    tried = {
        one.quantity.path
        for one in found.figures
        if one.quantity.path in may_turn or one in found.worthwhile or len(one.switching.crossings) > 1
    }
    settled: dict[str, FigureWorth] = {}
    for one in looking(found.figures):
        path = one.quantity.path
        settled[path] = made_exact(held, one, reading) if path in tried else replace(one, switching=Switching((), True))
        if progress is not None:
            progress(len(settled) / len(found.figures))
    return _with(found, settled)


def made_exact(held: HeldRuns, one: FigureWorth, reading: Reading = HEADLINE) -> FigureWorth:
    """Give a figure with its switching values found by runs with it held; as it is, where they were before."""
    if one.switching.confirmed:
        return one
    return replace(one, switching=confirmed(held, one.quantity, one.switching.values, reading))


def _with(found: Deciding, settled: dict[str, FigureWorth]) -> Deciding:
    return replace(found, figures=tuple(settled.get(one.quantity.path, one) for one in found.figures))
