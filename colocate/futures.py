"""What evaluating a case over draws gives: for each option its money, access and fit in every draw.

A draw is one possible future: all uncertain figures of the case at once. Every array has the draw on its last axis. The
central case stands beside them: what passes its gates there is ranked here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from colocate.access import OptionAccess
from colocate.case import Case, Option
from colocate.case.spending import Payer
from colocate.costs.line import Nature
from colocate.costs.travel import TravelNeed
from colocate.outcome import Outcome
from colocate.quantity import Array, Figure
from colocate.totals import BookName, Money, View, difference


@dataclass(frozen=True)
class OptionFutures:
    """One option over all draws.

    `money` holds `by_year` of shape `(years, draws)` and present values of shape `(draws,)`, as in the central case.
    `present_by_payer` has present values by payer and nature; `one_off_by_year` the agency's one-off budget
    `(years, draws)`; `fits` tells in which draws the office fits into the premises.
    """

    option: Option
    money: Mapping[tuple[BookName, View], Money]
    present_by_payer: Mapping[tuple[Payer, Nature], Array]
    one_off_by_year: Array
    access: OptionAccess | None
    fits: npt.NDArray[np.bool_]

    @property
    def id(self) -> str:
        """Return the option's id."""
        return self.option.id

    @property
    def name(self) -> str:
        """Return the option's name."""
        return self.option.name


@dataclass(frozen=True)
class Futures:
    """A case over its draws: the options in the case's order, the baseline first, and the figures drawn, by path."""

    central: Outcome
    draws: int
    seed: int
    figures: Mapping[str, Array]
    options: tuple[OptionFutures, ...]

    @property
    def case(self) -> Case:
        """Return the case."""
        return self.central.case

    @property
    def baseline(self) -> OptionFutures:
        """Return the option that the others are measured against."""
        return self.options[0]

    @property
    def ranked(self) -> tuple[OptionFutures, ...]:
        """Return the options that pass their gates in the central case; all of them where fewer than two do."""
        passing = tuple(
            mine for mine, central in zip(self.options, self.central.options, strict=True) if not central.fails
        )
        return passing if len(passing) > 1 else self.options

    def option(self, option_id: str) -> OptionFutures:
        """Return one option; KeyError if there is none of that id."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def against_baseline(self, option_id: str, book: BookName = "agency", view: View = "cash") -> Money:
        """Return an option's money less the baseline's, draw by draw; below 0 where the option costs less."""
        return difference(self.option(option_id).money[book, view], self.baseline.money[book, view])


def joined(parts: Sequence[OptionFutures], sizes: Sequence[int]) -> OptionFutures:
    """Put one option's blocks of draws together; what does not depend on the draws is spread over them."""
    first = parts[0]
    return OptionFutures(
        option=first.option,
        money={
            pair: Money(
                by_year=_side_by_side([part.money[pair].by_year for part in parts], sizes),
                present_value=_side_by_side([part.money[pair].present_value for part in parts], sizes),
                equivalent_annual=_side_by_side([part.money[pair].equivalent_annual for part in parts], sizes),
            )
            for pair in first.money
        },
        present_by_payer={
            pair: _side_by_side([part.present_by_payer[pair] for part in parts], sizes)
            for pair in first.present_by_payer
        },
        one_off_by_year=_side_by_side([part.one_off_by_year for part in parts], sizes),
        access=_access([part.access for part in parts], sizes),
        fits=np.concatenate([np.broadcast_to(part.fits, (size,)) for part, size in zip(parts, sizes, strict=True)]),
    )


def _access(parts: Sequence[OptionAccess | None], sizes: Sequence[int]) -> OptionAccess | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return replace(
        known[0],
        minutes=_side_by_side([part.minutes for part in known], sizes),
        scores=_side_by_side([part.scores for part in known], sizes),
        group_scores={
            group: _side_by_side([part.group_scores[group] for part in known], sizes) for group in known[0].group_scores
        },
        tripartite=_side_by_side([part.tripartite for part in known], sizes),
        travel=TravelNeed(
            hours=_side_by_side([part.travel.hours for part in known], sizes),
            kilometres=_side_by_side([part.travel.kilometres for part in known], sizes),
        ),
    )


def _side_by_side(blocks: Sequence[Figure], sizes: Sequence[int]) -> Array:
    """Join blocks along the last axis, one column or figure spread over as many draws as its block has."""
    wide = [
        np.broadcast_to(block, (*np.shape(block)[:-1], size) if np.ndim(block) else (size,))
        for block, size in zip(blocks, sizes, strict=True)
    ]
    return np.concatenate(wide, axis=-1)
