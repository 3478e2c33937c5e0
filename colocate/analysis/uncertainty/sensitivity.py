"""Which figures make the difference between two options: each alone from low to high, and all at once by variance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from colocate.analysis.uncertainty.costs_at import Progress, costs_at
from colocate.analysis.uncertainty.odds import costs_of, share_cheapest
from colocate.analysis.uncertainty.sobol_indices import Index, indices
from colocate.case import Case
from colocate.draws.sampling import SEED, columns_of, correlated_sets, figures_at, uncertain
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, BookName, View
from colocate.quantity import Array, Quantity

BASE = 1024
"""Draws of each of the two samples that variance shares are made of; with n factors the model is worked out n + 2 times
as often."""

MOST_FACTORS = 30
"""Figures that have a share of their own; all others, which move the difference less, share one."""


@dataclass(frozen=True)
class Pair:
    """The two options whose difference is looked at: the one cheapest in most draws, and its closest rival."""

    first: str
    second: str


@dataclass(frozen=True)
class Swing:
    """What one figure does to the difference of a pair as it goes from low to high, all others central.

    `at_low` and `at_high` are the second option's present value less the first's: above 0 the first is cheaper. For a
    normal or lognormal figure low and high are its 5th and 95th percentiles, for a yes or no they are no and yes.
    """

    quantity: Quantity
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """Return by how much the difference moves."""
        return abs(self.at_high - self.at_low)

    @property
    def flips(self) -> bool:
        """Tell whether the cheaper of the two changes from low to high."""
        return self.at_low * self.at_high < 0


@dataclass(frozen=True)
class Tornado:
    """The swings of all figures, the widest first, about the difference in the central case."""

    pair: Pair
    central: float
    swings: tuple[Swing, ...]


@dataclass(frozen=True)
class VarianceShare:
    """How much of the variance of a pair's difference comes from figures that move together: one, or correlated ones.

    `paths` names them; the last share of a list may hold all that were too small to be told apart.
    """

    paths: tuple[str, ...]
    index: Index


@dataclass(frozen=True)
class VarianceShares:
    """The shares of a pair's difference, the largest total first, with the method in words where it matters."""

    pair: Pair
    shares: tuple[VarianceShare, ...]
    method: str
    base: int
    seed: int


def leading_pair(futures: Futures, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> Pair:
    """Give the option that is cheapest in most draws and the one that is next; equal shares go by mean cost."""
    costs = costs_of(futures, book, view)
    shares, means = share_cheapest(costs), costs.mean(axis=1)
    order = sorted(range(len(shares)), key=lambda place: (-round(float(shares[place]), 9), means[place]))
    first, second = (futures.ranked[place].id for place in order[:2])
    return Pair(first, second)


def tornado(case: Case, pair: Pair, book: BookName = HEADLINE[0], view: View = HEADLINE[1]) -> Tornado:
    """Move every figure that has a range alone from low to high; KeyError for an option that is not there."""
    paths = uncertain(case)
    count = len(paths)
    figures: dict[str, Array] = {}
    for place, path in enumerate(paths):
        quantity = case.quantities[path]
        values: Array = np.full(2 * count + 1, quantity.figure)
        values[2 * place], values[2 * place + 1] = quantity.low * quantity.scale, quantity.high * quantity.scale
        figures[path] = values
    lead = _lead(case, pair, figures, book, view)
    swings = [
        Swing(case.quantities[path], float(lead[2 * place]), float(lead[2 * place + 1]))
        for place, path in enumerate(paths)
    ]
    return Tornado(pair, float(lead[-1]), tuple(sorted(swings, key=lambda swing: -swing.width)))


def variance_shares(
    case: Case,
    pair: Pair,
    book: BookName = HEADLINE[0],
    view: View = HEADLINE[1],
    *,
    base: int = BASE,
    seed: int = SEED,
    most: int = MOST_FACTORS,
    progress: Progress | None = None,
) -> VarianceShares:
    """Split the variance of a pair's difference by figure: first-order and total Sobol indices with their intervals.

    Shares of single figures are valid only where figures are independent: correlated ones are taken together, as one,
    and the method says so. Beyond `most` figures, those of the narrowest swing are taken together as well. `base` is a
    power of two; `progress` is told the part done and may raise to stop.
    """
    sets = _factors(case, tornado(case, pair, book, view), most)
    if not sets:
        return VarianceShares(pair, (), "No figure has a range.", base, seed)
    column_of = {path: column for column, path in enumerate(columns_of(case))}
    named = {path for members in sets for path in members}
    fixed = [column for path, column in column_of.items() if path not in named]
    columns = [[column_of[path] for path in members] for members in sets]
    columns[-1] = [*columns[-1], *fixed]

    def lead(points: Array) -> Array:
        return _lead(case, pair, figures_at(case, points.T), book, view)

    found = indices(lead, columns, len(column_of), base, seed, progress=progress)
    shares = [VarianceShare(paths, index) for paths, index in zip(sets, found, strict=True)]
    alone = [share for share in shares if share.paths != _rest(sets, case)]
    rest = [share for share in shares if share.paths == _rest(sets, case)]
    ordered = sorted(alone, key=lambda share: -share.index.total)
    return VarianceShares(pair, (*ordered, *rest), _method(case), base, seed)


def _lead(case: Case, pair: Pair, figures: Mapping[str, Array], book: BookName, view: View) -> Array:
    """Give the second option's present value less the first's, column by column."""
    places = {option.id: place for place, option in enumerate(case.options)}
    costs = costs_at(case, figures, book, view)
    lead: Array = costs[places[pair.second]] - costs[places[pair.first]]
    return lead


def _factors(case: Case, swings: Tornado, most: int) -> list[tuple[str, ...]]:
    """Give the figures that have a share each: the widest swings, correlated ones together, then all the rest."""
    tied = {path: members for members in correlated_sets(case) for path in members}
    ordered = list(dict.fromkeys(tied.get(one.quantity.path, (one.quantity.path,)) for one in swings.swings))
    if len(ordered) <= most:
        return ordered
    return [*ordered[: most - 1], tuple(path for members in ordered[most - 1 :] for path in members)]


def _rest(sets: Sequence[tuple[str, ...]], case: Case) -> tuple[str, ...]:
    """Give the last set where it holds what was too small to be told apart; an empty one otherwise."""
    tied = set(correlated_sets(case))
    return sets[-1] if len(sets[-1]) > 1 and sets[-1] not in tied else ()


def _method(case: Case) -> str:
    tied = correlated_sets(case)
    if not tied:
        return "Each figure has its own share; the figures are drawn independently of each other."
    return (
        "Correlated figures have one share together: the share of one of them alone would have no meaning, since it "
        "moves with the others."
    )
