"""The expected cost of every option with figures held: the same futures again, those figures the same in each.

Exactly, by all futures, for one figure at a time; or nearly, by a few of them, for many settings at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from colocate.analysis.uncertainty.costs_at import costs_at
from colocate.analysis.uncertainty.ranked_costs import RankedCosts, ranked_costs
from colocate.model.evaluate import block_of
from colocate.model.finance import ROUNDING
from colocate.model.futures import Futures
from colocate.model.influence import Influences, influences
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array
from colocate.stopping import looking


def nearly_expected(
    futures: Futures | RankedCosts, settings: Sequence[Mapping[str, float]], reading: Reading = HEADLINE, *, few: int
) -> Array:
    """Give about the expected cost of each ranked option in each setting: figures held by path, in units of the file.

    Shape `(options, settings)`, in today's money. The `few` futures run are the first of the sequence, which lie as
    evenly as all do. What they cost more or less than all, with nothing held, is taken off everywhere: most of their
    error is that. What is left is how unlike the effect of a setting is from future to future.
    """
    known = ranked_costs(futures)
    draws = min(few, known.draws)
    drawn = known.present[reading]
    found = _in_settings(known, settings, draws, reading, known.options)
    found += (drawn.mean(axis=1) - drawn[:, :draws].mean(axis=1))[:, None]
    return found


def _in_settings(
    known: RankedCosts,
    settings: Sequence[Mapping[str, float]],
    draws: int,
    reading: Reading,
    options: Sequence[str],
) -> Array:
    """Give the mean cost of options over the first so many futures, in each setting; shape `(options, settings)`.

    As many settings as fit into one block are worked out together, one after the other along the draws: few futures
    take the model less time than its own small work around them.
    """
    found: Array = np.empty((len(options), len(settings)))
    size = max(1, block_of(known.case) // draws)
    for start in looking(range(0, len(settings), size)):
        part = settings[start : start + size]
        figures = {path: np.tile(drawn[:draws], len(part)) for path, drawn in known.figures.items()}
        for place, setting in enumerate(looking(part)):
            for path, value in setting.items():
                scale = known.case.quantities[path].scale
                figures[path][place * draws : (place + 1) * draws] = value * scale
        costs = costs_at(known.case, figures, *reading, options)
        found[:, start : start + size] = costs.reshape(len(options), len(part), draws).mean(axis=2)
    return found


class HeldRuns:
    """The futures of a case worked out again with one figure held, each run once and then kept.

    Options that the figure has no influence on cost what they cost anyway.

    Every other figure keeps the draws that it has. So holding one of several correlated figures is holding it alone:
    the others stay as uncertain as they were, as they would where a contract or a decision settles the one.
    """

    def __init__(self, futures: Futures | RankedCosts, figures_of: Influences | None = None) -> None:
        """Begin with no runs; `figures_of` are the influences of figures on options, where they are known already."""
        self.known = ranked_costs(futures)
        self._figures_of = figures_of
        self.runs = 0
        self._kept: dict[tuple[str, float, Reading], Array] = {}

    def expected(self, reading: Reading = HEADLINE) -> Array:
        """Give the expected cost of each ranked option with nothing held; money in today's, shape `(options,)`."""
        return self.known.expected(reading)

    def costs(self, path: str, value: float, reading: Reading = HEADLINE) -> Array:
        """Give the expected cost of each ranked option with a figure held at a value in the unit of the file.

        Shape `(options,)`, in the order of `known.options`; KeyError for a figure that has no range.
        """
        key = (path, float(value), reading)
        if key not in self._kept:
            self.run([(path, value)], reading)
        return self._kept[key]

    def run(self, points: Iterable[tuple[str, float]], reading: Reading = HEADLINE) -> None:
        """Work out several points, each a figure's path and the value that it is held at, and keep what they cost.

        Those that move the same options are worked out together.
        """
        wanted = {(path, float(value)) for path, value in points if (path, float(value), reading) not in self._kept}
        alike: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
        for path, value in sorted(wanted):
            moved = tuple(one for one in self.known.options if path in self._influences[one])
            alike[moved].append((path, value))
        for moved, together in alike.items():
            found = np.tile(self.expected(reading)[:, None], len(together))
            if moved:
                rows = [self.known.options.index(one) for one in moved]
                settings = [{path: value} for path, value in together]
                found[rows] = _in_settings(self.known, settings, self.known.draws, reading, moved)
            for (path, value), costs in zip(together, found.T, strict=True):
                self._kept[path, value, reading] = costs
            self.runs += len(together)

    def cheapest(self, path: str, value: float, reading: Reading = HEADLINE) -> int:
        """Give the place, among the ranked options, of the one of lowest expected cost with a figure held.

        On a tie within rounding it is the option that is the answer with nothing held.
        """
        return int(np.argmin(self.costs(path, value, reading) - self._favour(reading)))

    def lead(self, path: str, value: float, one: int, other: int, reading: Reading = HEADLINE) -> float:
        """Give what one ranked option costs more than another with a figure held, ties as in `cheapest`."""
        costs = self.costs(path, value, reading) - self._favour(reading)
        return float(costs[one] - costs[other])

    @cached_property
    def _influences(self) -> Influences:
        return influences(self.known.case) if self._figures_of is None else self._figures_of

    def _favour(self, reading: Reading) -> Array:
        costs = self.expected(reading)
        favour = np.zeros_like(costs)
        favour[np.argmin(costs)] = ROUNDING * np.max(np.abs(costs))
        return favour
