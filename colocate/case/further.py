"""Further premises that an option uses beside its main ones: each has a lease, people and running costs of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from colocate.case.premises import Lease
from colocate.case.spending import Income, RunningCost
from colocate.case.years import ShareFrom
from colocate.quantity import Figure, Measure, Note


@dataclass(frozen=True, kw_only=True)
class FurtherPremises:
    """A building that an option uses beside its main one, from its lease's start to its end."""

    id: Annotated[str, Note("Short name", "Letters, digits and hyphens; one of its kind in the option.")]
    name: Annotated[str, Note("Name", "As shown on screen.")]
    people_share: Annotated[
        Figure,
        Measure("Part of the people", "%", "Of the office's people, who sit here while it is used.", least=0, most=100),
    ]
    people_share_from: Annotated[
        tuple[ShareFrom, ...], Note("Part by year", "Other parts of the people from later years on.")
    ] = ()
    lease: Annotated[Lease, Note("Lease", "The right to use it. Without a renewal its use ends with the expiry.")]
    running: Annotated[
        tuple[RunningCost, ...], Note("Running costs", "Of this building alone, every year while it is used.")
    ] = ()
    income: Annotated[tuple[Income, ...], Note("Income", "Of this building alone, every year while it is used.")] = ()
