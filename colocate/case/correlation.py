"""Figures that tend to move together beyond what they share: how strongly, as a rank correlation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from colocate.quantity import Figure, Measure, Note


@dataclass(frozen=True, kw_only=True)
class Correlation:
    """Two figures of the case that are high together (above 0), or of which one is high when the other is low."""

    first: Annotated[str, Note("First figure", "Its path, for example shared.rent or drivers[rents].growth.")]
    second: Annotated[str, Note("Second figure", "Its path.")]
    rank: Annotated[
        Figure,
        Measure(
            "Rank correlation", "ratio", "Spearman's, from -0.99 to 0.99; without a range.", least=-0.99, most=0.99
        ),
    ]
