"""Which levers come first on a screen: those that the answer hangs on, then those that it follows most."""

from __future__ import annotations

import numpy as np

from colocate.analysis.deciding.decisive import Deciding, deciding
from colocate.analysis.uncertainty.odds import costs_of
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array

FEWEST, MOST = 3, 5


def leading_levers(futures: Futures, reading: Reading = HEADLINE, found: Deciding | None = None) -> tuple[str, ...]:
    """Give the paths of the levers to show first: three to five, fewer where fewer levers vary.

    First those that are worth finding out, the ones that can turn the answer before the others; then, up to three in
    all, those that the difference in cost of the two cheapest options follows most closely. `found` is what decides,
    where that is worked out already.
    """
    levers = [path for path in futures.figures if futures.case.quantities[path].lever]
    decides = deciding(futures, reading) if found is None else found
    worthwhile = [one.quantity.path for one in (*decides.main, *decides.worthwhile)]
    first = [path for path in dict.fromkeys(worthwhile) if path in levers][:MOST]
    follows = _follows(costs_of(futures, *reading), futures, [path for path in levers if path not in first])
    others = sorted(follows, key=lambda path: -follows[path])
    return (*first, *others[: max(0, FEWEST - len(first))])


def _follows(costs: Array, futures: Futures, paths: list[str]) -> dict[str, float]:
    """Give each figure's correlation, without its sign, with the difference of the two options cheapest on average."""
    first, second = np.argsort(costs.mean(axis=1), kind="stable")[:2]
    lead = costs[second] - costs[first]
    alike = np.ptp(lead) == 0.0
    return {
        path: 0.0
        if alike or np.ptp(futures.figures[path]) == 0.0
        else abs(float(np.corrcoef(futures.figures[path], lead)[0, 1]))
        for path in paths
    }
