"""Which figures the spread of the difference between two options comes from, when all of them vary at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from colocate.analysis.uncertainty.costs_at import Progress, costs_at
from colocate.analysis.uncertainty.odds import Pair
from colocate.analysis.uncertainty.sobol_indices import Index, indices
from colocate.case import Case
from colocate.draws.sampling import SEED, columns_of, correlated_sets, figures_at
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Array

BASE = 1024
"""Draws of each of the two samples that variance shares are made of; with n factors the model is worked out n + 2 times
as often."""

MOST_FACTORS = 30
"""Figures that have a share of their own; all others, which move the difference less, share one."""


@dataclass(frozen=True)
class VarianceShare:
    """How much of the variance of a pair's difference comes from figures that move together: one, or correlated ones.

    `paths` names them; the last share of a list may hold all that were too small to be told apart.
    """

    paths: tuple[str, ...]
    index: Index


@dataclass(frozen=True)
class VarianceShares:
    """The shares of a pair's difference, the largest total first, and whether any of the figures are correlated."""

    pair: Pair
    shares: tuple[VarianceShare, ...]
    are_correlated: bool
    base: int
    seed: int


def variance_shares(
    case: Case,
    pair: Pair,
    widest: Sequence[str],
    reading: Reading = HEADLINE,
    *,
    base: int = BASE,
    seed: int = SEED,
    most: int = MOST_FACTORS,
    progress: Progress | None = None,
) -> VarianceShares:
    """Split the variance of a pair's difference by figure: first-order and total Sobol indices with their intervals.

    Shares of single figures are valid only where figures are independent: correlated ones are taken together, as one,
    and `are_correlated` says so. `widest` has the paths of all uncertain figures, the widest swing first;
    beyond `most`, the last of them are taken together as well. `base` is a power of two; `progress` is told the part
    done and may raise to stop.
    """
    sets = _factors(case, widest, most)
    if not sets:
        return VarianceShares(pair, (), False, base, seed)
    column_of = {path: column for column, path in enumerate(columns_of(case))}
    named = {path for members in sets for path in members}
    fixed = [column for path, column in column_of.items() if path not in named]
    columns = [[column_of[path] for path in members] for members in sets]
    columns[-1] = [*columns[-1], *fixed]

    def lead(points: Array) -> Array:
        return _lead(case, pair, figures_at(case, points.T), reading)

    found = indices(lead, columns, len(column_of), base, seed, progress=progress)
    shares = [VarianceShare(paths, index) for paths, index in zip(sets, found, strict=True)]
    alone = [share for share in shares if share.paths != _rest(sets, case)]
    rest = [share for share in shares if share.paths == _rest(sets, case)]
    ordered = sorted(alone, key=lambda share: -share.index.total)
    return VarianceShares(pair, (*ordered, *rest), bool(correlated_sets(case)), base, seed)


def _lead(case: Case, pair: Pair, figures: Mapping[str, Array], reading: Reading) -> Array:
    """Give the second option's present value less the first's, column by column."""
    places = {option.id: place for place, option in enumerate(case.options)}
    costs = costs_at(case, figures, *reading)
    lead: Array = costs[places[pair.second]] - costs[places[pair.first]]
    return lead


def _factors(case: Case, widest: Sequence[str], most: int) -> list[tuple[str, ...]]:
    """Give the figures that have a share each: the widest swings, correlated ones together, then all the rest."""
    tied = {path: members for members in correlated_sets(case) for path in members}
    ordered = list(dict.fromkeys(tied.get(path, (path,)) for path in widest))
    if len(ordered) <= most:
        return ordered
    return [*ordered[: most - 1], tuple(path for members in ordered[most - 1 :] for path in members)]


def _rest(sets: Sequence[tuple[str, ...]], case: Case) -> tuple[str, ...]:
    """Give the last set where it holds what was too small to be told apart; an empty one otherwise."""
    tied = set(correlated_sets(case))
    return sets[-1] if len(sets[-1]) > 1 and sets[-1] not in tied else ()
