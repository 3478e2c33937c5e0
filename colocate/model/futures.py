"""What evaluating a case over draws gives: for each option its money, access and fit in every draw.

A draw is one possible future: all uncertain figures of the case at once. Every array has the draw on its last axis. The
central case stands beside them: what passes its gates there is ranked here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from colocate.case import Case
from colocate.model.costs.travel import TravelNeed
from colocate.model.expected import Expected, OptionMeans, no_means, option_expected
from colocate.model.options import FoundOption, Options
from colocate.model.outcome import Outcome
from colocate.model.totals import Money
from colocate.model.ways import Ways
from colocate.quantity import Array, Figure


@dataclass(frozen=True, kw_only=True)
class OptionFutures(FoundOption):
    """One option over all draws.

    `money` holds `by_year` of shape `(years, draws)` and present values of shape `(draws,)`, as in the central case.
    `one_off_by_year` is the agency's one-off budget `(years, draws)`; `fits` tells in which draws the office fits into
    the premises. `means` has the means over the draws of what would take too much memory by draw, first of all of every
    line.
    """

    one_off_by_year: Array
    fits: npt.NDArray[np.bool_]
    means: OptionMeans


@dataclass(frozen=True, kw_only=True)
class Futures(Options[OptionFutures]):
    """A case over its draws, with the figures drawn, by path."""

    central: Outcome
    draws: int
    seed: int
    figures: Mapping[str, Array]

    @property
    def case(self) -> Case:
        """Return the case."""
        return self.central.case

    @cached_property
    def expected(self) -> Expected:
        """Return the expected values: the mean over the futures of every figure, for every line and year."""
        options = tuple(
            option_expected(
                central,
                mine.means,
                {pair: one.equivalent_annual.mean(keepdims=True) for pair, one in mine.money.items()},
                mine.access,
            )
            for mine, central in zip(self.options, self.central.options, strict=True)
        )
        return Expected(case=self.case, options=options, draws=self.draws, varies=bool(self.figures))

    @property
    def ranked(self) -> tuple[OptionFutures, ...]:
        """Return the options that pass their gates in the central case; all of them where fewer than two do."""
        passing = tuple(
            mine for mine, central in zip(self.options, self.central.options, strict=True) if not central.fails
        )
        return passing if len(passing) > 1 else self.options

    @cached_property
    def nbytes(self) -> int:
        """Return the bytes of all arrays by draw and of the means, apart from the figures' own."""
        return sum(one.nbytes for option in self.options for one in (*_by_draw(option), *_means(option)))


def allocate(part: OptionFutures, draws: int) -> OptionFutures:
    """Make room for so many draws of an option, of which `part` holds some; `write_block` fills it.

    The ways to it stay those of the part: `with_ways` puts those of all draws in their place.
    """

    def wide(figure: Figure) -> Array:
        return np.empty((*np.shape(figure)[:-1], draws))

    access = part.access
    return OptionFutures(
        option=part.option,
        money={
            pair: Money(wide(one.by_year), wide(one.present_value), wide(one.equivalent_annual))
            for pair, one in part.money.items()
        },
        present_by_payer={pair: wide(value) for pair, value in part.present_by_payer.items()},
        one_off_by_year=wide(part.one_off_by_year),
        access=None
        if access is None
        else replace(
            access,
            minutes=np.zeros_like(access.minutes),
            scores=np.zeros_like(access.scores),
            group_scores={group: wide(scores) for group, scores in access.group_scores.items()},
            tripartite=wide(access.tripartite),
            travel=TravelNeed(wide(access.travel.hours), wide(access.travel.kilometres)),
            their_hours=wide(access.their_hours),
        ),
        fits=np.empty(draws, dtype=np.bool_),
        means=no_means(part.means),
    )


def write_block(part: OptionFutures, room: OptionFutures, draws: slice) -> None:
    """Write a block of draws into its place; what does not depend on the draws is spread over them.

    Its means count by how many of all draws it holds.
    """
    for ours, theirs in zip(_by_draw(room), _by_draw(part), strict=True):
        ours[..., draws] = theirs
    share = (draws.stop - draws.start) / room.fits.size
    for ours, theirs in zip(_means(room), _means(part), strict=True):
        ours[...] += share * theirs


def with_ways(option: OptionFutures, ways: Ways | None) -> OptionFutures:
    """Give an option with other ways to it: those of all draws, where it was put together from blocks."""
    return (
        option if option.access is None or ways is None else replace(option, access=replace(option.access, ways=ways))
    )


def _means(option: OptionFutures) -> Iterator[Array]:
    """Give every mean over the draws, in the same order for every block."""
    yield from option.means.arrays
    if option.access is not None:
        yield from (option.access.minutes, option.access.scores)


def _by_draw(option: OptionFutures) -> Iterator[npt.NDArray[Any]]:
    """Give every array by draw, in the same order for every block."""
    for money in option.money.values():
        yield from (money.by_year, money.present_value, money.equivalent_annual)
    yield from option.present_by_payer.values()
    yield option.one_off_by_year
    if option.access is not None:
        access = option.access
        yield from (*access.group_scores.values(), access.tripartite)
        yield from (np.asarray(access.travel.hours), np.asarray(access.travel.kilometres), access.their_hours)
    yield option.fits
