"""How well the figures of a case are known: how many of each quality, and which of the assumed ones matter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from colocate.analysis.deciding.decisive import Deciding
from colocate.model.futures import Futures
from colocate.quantity import Quality, Quantity

QUALITIES: tuple[Quality, ...] = get_args(Quality)


@dataclass(frozen=True)
class Known:
    """How many figures there are of each quality, and those assumed ones that the answer hangs on.

    `varies` tells whether any figure differs between futures.
    """

    counts: dict[Quality, int]
    assumed_that_matter: tuple[Quantity, ...]
    varies: bool

    @property
    def all(self) -> int:
        """Return how many figures there are."""
        return sum(self.counts.values())


def known(futures: Futures, found: Deciding) -> Known:
    """Count the figures of a case by quality, and name the assumed ones among those that the answer hangs on."""
    quantities = futures.case.quantities
    counted = Counter(one.quality for one in quantities.values())
    matter = (one.quantity for one in found.main)
    return Known(
        {quality: counted[quality] for quality in QUALITIES},
        tuple(one for one in matter if one.quality == "assumed"),
        bool(futures.figures),
    )
