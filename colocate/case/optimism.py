"""What became of plans like this one: classes of past projects, in place of ranges made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from colocate.quantity import Note, PlannedKind, Quality

RatioShape = Literal["uniform", "triangular", "pert", "normal", "lognormal"]


@dataclass(frozen=True, kw_only=True)
class ReferenceClass:
    """Past projects of one kind: what came out over what was planned. Figures that name it take their range from it."""

    id: Annotated[str, Note("Short name", "Named by figures as their reference_class.")]
    name: Annotated[str, Note("Name", "As shown on screen: which projects these are.")]
    planned: Annotated[
        PlannedKind,
        Note("Of", "What was planned: duration (for a delay), capital cost, running cost, saving, occupancy."),
    ]
    projects: Annotated[int, Note("Projects", "How many are behind it; 0 where it is judged.", least=0, most=1_000_000)]
    ratio: Annotated[
        dict[str, float],
        Note("Outcome over plan", "low, mode and high: 1.2 is a fifth above the plan.", least=0, most=100),
    ]
    shape: Annotated[
        RatioShape, Note("Shape", "Of the ratio, as of a figure; uniform, normal and lognormal take no mode.")
    ] = "pert"
    source: Annotated[str, Note("Source", "Who counted, where it is published; or that it is assumed.")]
    quality: Annotated[
        Quality, Note("Quality", "exact: counted. estimated: drawn from what was counted. assumed: judged.")
    ]
