"""What the ranked options cost in every future: all that deciding is worked out from, and little enough to be sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from colocate.case import Case
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, VIEWS, Reading
from colocate.quantity import Array


@dataclass(frozen=True)
class RankedCosts:
    """The present values of the ranked options, by reading, and the figures that they were drawn with, by path.

    `options` are the ids of those that pass their gates in the central case (`Futures.ranked`); each array of `present`
    has shape `(options, draws)`, each of `figures` `(draws,)`.
    """

    case: Case
    figures: Mapping[str, Array]
    options: tuple[str, ...]
    present: Mapping[Reading, Array]

    @property
    def draws(self) -> int:
        """Return the number of futures."""
        return int(next(iter(self.present.values())).shape[1])

    def expected(self, reading: Reading) -> Array:
        """Return the expected cost of each ranked option, shape `(options,)`."""
        means: Array = self.present[reading].mean(axis=1)
        return means


def ranked_costs(found: Futures | RankedCosts) -> RankedCosts:
    """Take the costs of the ranked options out of futures; what has been taken out already stays as it is."""
    if isinstance(found, RankedCosts):
        return found
    ranked = found.ranked
    readings = [Reading(book, view) for book in BOOKS for view in VIEWS]
    present = {reading: np.stack([one.money[reading].present_value for one in ranked]) for reading in readings}
    return RankedCosts(found.case, found.figures, tuple(one.id for one in ranked), present)
