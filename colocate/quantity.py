"""A figure: its value, unit, range, source and quality, and what the model calls a figure when it computes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from colocate.message import Message

Array = npt.NDArray[np.float64]
Figure = float | Array
"""One number, or one number per draw (shape `(draws,)`); every formula of the model takes either."""

Shape = Literal["fixed", "uniform", "triangular", "pert", "normal", "lognormal", "yes/no"]
Quality = Literal["exact", "estimated", "assumed"]
PlannedKind = Literal["duration", "capital cost", "running cost", "saving", "occupancy"]
"""What plans are made for, and outcomes of past projects are known of."""


def central_of(figure: Figure) -> float:
    """Give a figure of the central case as a number, whether it stands alone or in an array of one column.

    >>> central_of(2.5), central_of(np.array([2.5]))
    (2.5, 2.5)
    """
    return float(np.ravel(figure)[0])


def is_nothing(figure: Figure) -> bool:
    """Tell whether a figure is a plain 0, in every future, as one is that a case leaves out.

    >>> is_nothing(0.0), is_nothing(2.5), is_nothing(np.zeros(3))
    (True, False, False)
    """
    return isinstance(figure, float) and figure == 0.0


@dataclass(frozen=True)
class Measure:
    """What a field of a case means: its label, unit, allowed range and help. Checks, screens and papers read it.

    `least` and `most` are in the unit of the file; where they are not told, those of the unit hold (`units.limits_of`).
    `dated` tells a month that counts from the decision date, so that it has a place in the calendar, from a duration.
    `planned` is the kind of plan that the figure is part of, whose reference classes may give its range; none if empty.
    """

    label: str
    unit: str
    help: str
    least: float | None = None
    most: float | None = None
    dated: bool = False
    planned: PlannedKind | Literal[""] = ""


@dataclass(frozen=True)
class Note:
    """What a field that is not a figure means: its label and help; the least and the most of its whole numbers."""

    label: str
    help: str
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Quantity:
    """A figure of a case, as its file states it.

    `mode`, `low`, `high` and `settled` are in `unit`. `mode` is the most likely value. `low` and `high` are the limits
    of uniform, triangular and PERT ranges and the 5th and 95th percentiles of normal and lognormal ones. A figure that
    is `settled` is held at that value in every future, inside its range or not; the range is kept beside it for when
    it is released. `scale` times a value is the figure in the unit that the model computes in. `probability` belongs
    to "yes/no". `least` and `most` are what a figure in its place can be at all, in `unit`: no draw goes beyond them,
    and no settled value. `source_told` is the source where no file but this program writes it; `dated` is as in
    its `Measure`. A figure with a `reference_class` was stated as the `plan`, in `unit`; its mode, low, high and shape
    follow from that class of past projects. `default` is the kind of market whose default it is,
    where the case does not state it.
    """

    path: str
    label: str
    mode: float
    unit: str
    low: float
    high: float
    shape: Shape
    source: str
    quality: Quality
    scale: float = 1.0
    lever: bool = False
    probability: float | None = None
    help: str = ""
    least: float = -math.inf
    most: float = math.inf
    settled: float | None = None
    source_told: Message | None = None
    dated: bool = False
    plan: float | None = None
    reference_class: str = ""
    default: str = ""

    @property
    def value(self) -> float:
        """Return the single value: the settled one, else the most likely."""
        return self.mode if self.settled is None else self.settled

    @property
    def figure(self) -> float:
        """Return the single value in the unit that the model computes in (years, fractions, plain money)."""
        return self.value * self.scale

    @property
    def cell_scale(self) -> float:
        """Return what times a value is what a cell of a workbook holds: a percentage is a part of 1 there."""
        return min(self.scale, 1.0)

    @property
    def has_range(self) -> bool:
        """Tell whether the case gives the figure a range, or a chance of yes, settled or not."""
        return self.shape == "yes/no" or self.low < self.high

    @property
    def is_uncertain(self) -> bool:
        """Tell whether the figure differs between futures: it has a range, and is not settled."""
        return self.has_range and self.settled is None
