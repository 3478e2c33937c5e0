"""Where the answer flips: the value of a figure, or the line between two, at which another option becomes cheapest.

Each figure is moved alone through its range, all others at their central values; the answer is the option of lowest
present value among those that pass their gates in the central case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize.elementwise import find_root

from colocate.analysis.uncertainty.costs_at import Progress, costs_at, ranked_places
from colocate.case import Case
from colocate.draws.sampling import uncertain
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Array, Quantity

POINTS = 33
"""Values of a range that are looked at before the exact crossing between two of them is found."""

ROUNDS = 4
"""How often a gap between two looked-at values is split, where a third option is cheapest inside it."""

STEPS = 41
"""Values along each side of a two-way map."""

Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Crossing:
    """A value, in the unit of the file, below which one option is the cheapest and above which another is."""

    value: float
    below: str
    above: str


@dataclass(frozen=True)
class Switching:
    """A figure's switching values in order; none where the same option is cheapest throughout its range."""

    quantity: Quantity
    crossings: tuple[Crossing, ...]


@dataclass(frozen=True)
class Gap:
    """A stretch of one figure's range, with the place of the cheapest option at either end."""

    path: str
    start: float
    end: float
    below: int
    above: int


@dataclass(frozen=True)
class TwoWayMap:
    """Which option is cheapest over the ranges of two figures.

    `first` runs along columns, `second` along rows; `costs` has shape `(options, rows, columns)`, present values of the
    options named; `cheapest` the place of the cheapest of them, shape `(rows, columns)`.
    """

    first: Quantity
    second: Quantity
    first_values: Array
    second_values: Array
    options: tuple[str, ...]
    costs: Array
    cheapest: Places


def switching_values(
    case: Case,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    paths: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> tuple[Switching, ...]:
    """Find every switching value of every figure that has a range, in the case's order; `paths` names some only.

    A jump of a cost (a tenant who leaves before or after a year begins) is a switching value as well. KeyError for a
    path that is no figure.
    """
    asked = uncertain(case) if paths is None else tuple(paths)
    model = _Model(case, book, view)
    gaps = [gap for group in _groups(asked) for gap in model.gaps(group)]
    found: dict[str, list[Crossing]] = {path: [] for path in asked}
    for turn in range(ROUNDS):
        if progress is not None:
            progress((turn + 1) / (ROUNDS + 1))
        gaps = model.crossings(gaps, found)
        if not gaps:
            break
    return tuple(
        Switching(case.quantities[path], tuple(sorted(found[path], key=lambda crossing: crossing.value)))
        for path in asked
    )


def two_way(
    case: Case, first: str, second: str, book: BookName = HEADLINE[0], view: View = HEADLINE[1], steps: int = STEPS
) -> TwoWayMap:
    """Lay two figures out over their ranges; ValueError where they are the same or one has no range."""
    for path in (first, second):
        if not case.quantities[path].is_uncertain:
            raise ValueError(f"{path} has no range to be laid out over")
    if first == second:
        raise ValueError("a map needs two figures, and both are the same")
    ends = [case.quantities[path] for path in (first, second)]
    values = [_laid_out(quantity, steps) for quantity in ends]
    across, down = np.meshgrid(*values)
    figures = {first: across.ravel() * ends[0].scale, second: down.ravel() * ends[1].scale}
    ranked = ranked_places(case)
    costs = costs_at(case, figures, book, view)[list(ranked)].reshape(len(ranked), *across.shape)
    names = tuple(case.options[place].id for place in ranked)
    return TwoWayMap(ends[0], ends[1], values[0], values[1], names, costs, np.argmin(costs, axis=0))


class _Model:
    """The cost of the ranked options with one figure of each column moved and the others central."""

    def __init__(self, case: Case, book: BookName, view: View) -> None:
        self.case, self.book, self.view = case, book, view
        self.ranked = ranked_places(case)

    def costs(self, paths: Sequence[str], values: Array) -> Array:
        """Give costs of shape `(ranked options, columns)`; column by column one path at one value of the file."""
        figures: dict[str, Array] = {}
        for path in dict.fromkeys(paths):
            quantity = self.case.quantities[path]
            here = np.array([one == path for one in paths])
            figures[path] = np.where(here, values * quantity.scale, quantity.figure)
        return costs_at(self.case, figures, self.book, self.view)[list(self.ranked)]

    def gaps(self, paths: Sequence[str]) -> list[Gap]:
        """Find the stretches of each range at whose ends different options are the cheapest."""
        laid_out = [_laid_out(self.case.quantities[path], POINTS) for path in paths]
        named = [path for path, values in zip(paths, laid_out, strict=True) for _ in values]
        values = np.concatenate(laid_out)
        cheapest = np.argmin(self.costs(named, values), axis=0)
        return [
            Gap(named[place], float(values[place]), float(values[place + 1]), int(cheapest[place]), int(after))
            for place, after in enumerate(cheapest[1:])
            if named[place] == named[place + 1] and cheapest[place] != after
        ]

    def crossings(self, gaps: list[Gap], found: dict[str, list[Crossing]]) -> list[Gap]:
        """Note the crossing in each gap; give the halves of those gaps in which a third option is cheapest."""
        if not gaps:
            return []
        paths = [gap.path for gap in gaps]
        below, above = np.array([gap.below for gap in gaps]), np.array([gap.above for gap in gaps])
        roots = self._roots(gaps, below, above)
        costs = self.costs(paths, roots)
        cheapest = np.argmin(costs, axis=0)
        here = np.arange(len(gaps))
        lead = np.minimum(costs[below, here], costs[above, here]) - costs[cheapest, here]
        rest = []
        for place, gap in enumerate(gaps):
            third, root = int(cheapest[place]), float(roots[place])
            if lead[place] > 1e-9 * abs(costs[third, place]) and gap.start < root < gap.end:
                rest += [
                    Gap(gap.path, gap.start, root, gap.below, third),
                    Gap(gap.path, root, gap.end, third, gap.above),
                ]
            else:
                names = [self.case.options[self.ranked[one]].id for one in (gap.below, gap.above)]
                value = gap.end if self.case.quantities[gap.path].shape == "yes/no" else root
                found[gap.path].append(Crossing(value, names[0], names[1]))
        return rest

    def _roots(self, gaps: list[Gap], below: Places, above: Places) -> Array:
        """Find in each gap the value at which the two options cost the same (Chandrupatla's method)."""
        names = [gap.path for gap in gaps]

        def lead(values: Array, number: Array) -> Array:
            which = number.astype(np.intp)
            costs = self.costs([names[one] for one in which], values)
            columns = np.arange(which.size)
            return costs[below[which], columns] - costs[above[which], columns]

        starts, ends = np.array([gap.start for gap in gaps]), np.array([gap.end for gap in gaps])
        result = find_root(lead, (starts, ends), args=(np.arange(float(len(gaps))),))
        roots: Array = result.x
        return roots


def _laid_out(quantity: Quantity, points: int) -> Array:
    """Give values over a figure's range, its central one among them; 0 and 1 for a yes or no."""
    if quantity.shape == "yes/no":
        return np.array([0.0, 1.0])
    even = np.linspace(quantity.low, quantity.high, points)
    if points != POINTS:
        return even
    return np.unique(np.append(even, quantity.value))


def _groups(paths: Sequence[str], size: int = 60) -> list[Sequence[str]]:
    return [paths[start : start + size] for start in range(0, len(paths), size)]
