"""The expected cost of every option with figures held: the same futures again, those figures the same in each.

Exactly, by all futures, for one figure at a time; or nearly, by a few of them, for many settings at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from colocate.analysis.uncertainty.costs_at import costs_at
from colocate.model.evaluate import BLOCK
from colocate.model.finance import ROUNDING
from colocate.model.futures import Futures
from colocate.model.influence import Influences, influences
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array
from colocate.stopping import look, looking


def nearly_expected(
    futures: Futures, settings: Sequence[Mapping[str, float]], reading: Reading = HEADLINE, *, few: int
) -> Array:
    """Give about the expected cost of each ranked option in each setting: figures held by path, in units of the file.

    Shape `(options, settings)`, in today's money. The `few` futures run are the first of the sequence, which lie as
    evenly as all do. What they cost more or less than all, with nothing held, is taken off everywhere: most of their
    error is that. What is left is how unlike the effect of a setting is from future to future.
    """
    case, total = futures.case, futures.draws
    draws = min(few, total)
    ranked = [futures.options.index(option) for option in futures.ranked]
    found: Array = np.empty((len(ranked), len(settings)))
    size = max(1, BLOCK // draws)
    for start in range(0, len(settings), size):
        part = settings[start : start + size]
        look()
        figures = {path: np.tile(drawn[:draws], len(part)) for path, drawn in futures.figures.items()}
        for place, setting in enumerate(looking(part)):
            for path, value in setting.items():
                figures[path][place * draws : (place + 1) * draws] = value * case.quantities[path].scale
        costs = costs_at(case, figures, *reading)[ranked]
        found[:, start : start + size] = costs.reshape(len(ranked), len(part), draws).mean(axis=2)
    drawn = np.stack([option.money[reading].present_value for option in futures.ranked])
    found += (drawn.mean(axis=1) - drawn[:, :draws].mean(axis=1))[:, None]
    return found


class HeldRuns:
    """The futures of a case worked out again with one figure held, each run once and then kept.

    Options that the figure has no influence on cost what they cost anyway.

    Every other figure keeps the draws that it has. So holding one of several correlated figures is holding it alone:
    the others stay as uncertain as they were, as they would where a contract or a decision settles the one.
    """

    def __init__(self, futures: Futures, figures_of: Influences | None = None) -> None:
        """Begin with no runs; `figures_of` are the influences of figures on options, where they are known already."""
        self.futures = futures
        self._figures_of = figures_of
        self.runs = 0
        self._kept: dict[tuple[str, float, Reading], Array] = {}

    def expected(self, reading: Reading = HEADLINE) -> Array:
        """Give the expected cost of each ranked option with nothing held; money in today's, shape `(options,)`."""
        return np.array([option.money[reading].present_value.mean() for option in self.futures.ranked])

    def costs(self, path: str, value: float, reading: Reading = HEADLINE) -> Array:
        """Give the expected cost of each ranked option with a figure held at a value in the unit of the file.

        Shape `(options,)`, in the order of `futures.ranked`; KeyError for a figure that has no range.
        """
        key = (path, float(value), reading)
        if key not in self._kept:
            figures = self.futures.figures
            scale = self.futures.case.quantities[path].scale
            held = {**figures, path: np.full(figures[path].size, value * scale)}
            moved = [place for place, option in enumerate(self.futures.ranked) if path in self._influences[option.id]]
            found = self.expected(reading)
            if moved:
                ids = [self.futures.ranked[place].id for place in moved]
                found[moved] = costs_at(self.futures.case, held, *reading, ids).mean(axis=1)
            self._kept[key] = found
            self.runs += 1
        return self._kept[key]

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
        return influences(self.futures.case) if self._figures_of is None else self._figures_of

    def _favour(self, reading: Reading) -> Array:
        costs = self.expected(reading)
        favour = np.zeros_like(costs)
        favour[np.argmin(costs)] = ROUNDING * np.max(np.abs(costs))
        return favour
