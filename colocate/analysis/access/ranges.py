"""Minutes and scores of single constituents over the draws, and who is the worst served."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from colocate.analysis.uncertainty.odds import Range, range_of
from colocate.model.access import OptionAccess
from colocate.model.futures import OptionFutures
from colocate.quantity import Array


@dataclass(frozen=True)
class ReachRange:
    """Access over the draws: the score, each constituent's minutes, and how often each is the worst served."""

    tripartite: Range
    groups: dict[str, Range]
    worst_group: dict[str, float]
    minutes: dict[str, Range]
    worst_served: dict[str, float]


def minutes_of(access: OptionAccess) -> list[Range]:
    """Give each constituent's minutes over the draws, in the order of the rows."""
    return _ranges(access.minutes, access.ends_of_minutes)


def scores_of(access: OptionAccess) -> list[Range]:
    """Give each constituent's score over the draws, in the order of the rows."""
    return _ranges(access.scores, access.ends_of_scores)


def _ranges(means: Array, ends: Array) -> list[Range]:
    return [Range(*one) for one in zip(means[:, 0].tolist(), *ends.tolist(), strict=True)]


def reach_range(option: OptionFutures) -> ReachRange | None:
    """Give an option's access over the draws; None where the case says nothing of it."""
    access = option.access
    if access is None or not access.group_scores:
        return None
    names = [constituent.name for constituent in access.constituents]
    groups = list(access.group_scores)
    lowest = np.argmin(np.stack([access.group_scores[group] for group in groups]), axis=0)
    return ReachRange(
        tripartite=range_of(access.tripartite),
        groups={group: range_of(scores) for group, scores in access.group_scores.items()},
        worst_group=_shares(lowest, groups),
        minutes=dict(zip(names, minutes_of(access), strict=True)),
        worst_served=_shares(_farthest(access), names),
    )


def _farthest(access: OptionAccess) -> npt.NDArray[np.intp]:
    """Give the row of the longest way in each draw; of ways as long, the first."""
    longest = np.full(access.ways.draws, -np.inf)
    found = np.zeros(access.ways.draws, dtype=np.intp)
    for block in access.ways.blocks():
        rows = block.minutes.argmax(axis=0)
        here = block.minutes.max(axis=0)
        found = np.where(here > longest, block.rows[rows], found)
        longest = np.maximum(longest, here)
    return found


def _shares(places: npt.NDArray[np.intp], names: list[str]) -> dict[str, float]:
    """Give the share of draws that fall on each name, the most frequent first; names without any are left out."""
    counts = np.bincount(places, minlength=len(names)) / places.size
    found = {name: float(share) for name, share in zip(names, counts, strict=True) if share > 0}
    return dict(sorted(found.items(), key=lambda one: -one[1]))
