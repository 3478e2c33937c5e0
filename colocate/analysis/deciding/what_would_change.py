"""What would change the answer, all of it: worth, switching values, swings, shares of the spread, a map of two figures.

The command line and the export ask for everything at once here; the app asks for each part as it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from colocate.analysis.deciding.decisive import Deciding, FigureWorth, confirm_turning, deciding
from colocate.analysis.deciding.tornado import Tornado, tornado
from colocate.analysis.deciding.two_way_map import TwoWayMap, two_way
from colocate.analysis.uncertainty.costs_at import Progress
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.odds import Pair
from colocate.analysis.uncertainty.sensitivity import BASE, MOST_FACTORS, VarianceShares, variance_shares
from colocate.model.futures import Futures

DRAWN, SWUNG, DECIDED = 0.1, 0.3, 0.6
"""How far the work is, about, once the futures are drawn, the swings are run, and the switching values are found."""


@dataclass(frozen=True)
class WhatChanges:
    """What would change the answer, in the agency's own cash in today's money.

    `shares` is None where no figure has a range, `plane` where fewer than two figures have a range to lay out.
    """

    futures: Futures
    deciding: Deciding
    swings: Tornado
    shares: VarianceShares | None
    plane: TwoWayMap | None

    @property
    def pair(self) -> Pair:
        """Return the two options whose difference the swings and shares are about."""
        return self.swings.pair

    @property
    def by_path(self) -> dict[str, FigureWorth]:
        """Return every uncertain figure with its worth and switching values, in the case's order."""
        found = {one.quantity.path: one for one in self.deciding.figures}
        return {path: found[path] for path in self.futures.figures}


def what_changes(
    futures: Futures,
    *,
    base: int = BASE,
    most: int = MOST_FACTORS,
    progress: Progress | None = None,
) -> WhatChanges:
    """Find everything that would change the answer of a case over its futures.

    `base` and `most` are those of the shares (`sensitivity.variance_shares`); `progress` is told the part done and may
    raise to stop: from the part on that `while_drawing` has told.
    """
    held, guessed = HeldRuns(futures), deciding(futures)
    swings = tornado(held, progress=_part(progress, DRAWN, SWUNG))
    widest = [one.quantity.path for one in swings.swings]
    found = confirm_turning(held, guessed, swings.may_turn, progress=_part(progress, SWUNG, DECIDED))
    shares = (
        variance_shares(
            futures.case,
            swings.pair,
            widest,
            base=base,
            seed=futures.seed,
            most=most,
            progress=_part(progress, DECIDED, 1.0),
        )
        if futures.figures
        else None
    )
    return WhatChanges(futures, found, swings, shares, _plane(futures, found, swings))


def while_drawing(progress: Progress) -> Progress:
    """Give what tells, while the futures are drawn, how far the whole work is with all that would change the answer."""
    return lambda done: progress(DRAWN * done)


def _plane(futures: Futures, found: Deciding, swings: Tornado) -> TwoWayMap | None:
    """Lay out the two figures that decide most: by worth where that counts, then by swing."""
    paths = [one.quantity.path for one in swings.swings if one.quantity.shape != "yes/no"]
    main = [one.quantity.path for one in found.main if one.quantity.path in paths]
    first, second = (*dict.fromkeys([*main, *paths]), "", "")[:2]
    return two_way(futures, first, second) if second else None


def _part(progress: Progress | None, start: float, end: float) -> Callable[[float], None] | None:
    """Give what tells the whole's progress from that of one of its parts."""
    if progress is None:
        return None
    return lambda done: progress(start + (end - start) * done)
