"""A bridge from one case to another: what each option is expected to cost in both, and what makes the difference.

The steps add up: what an option costs in the old case, what each step moves, and what the draw of other futures moves
make what it costs in the new one. Both ends are the figures that every page and command shows of either case.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from colocate.analysis.bridge.between import READINGS, Amounts, Between
from colocate.analysis.bridge.differences import Difference, differences_between
from colocate.analysis.bridge.steps import Progress, Step, worked_steps
from colocate.analysis.scenarios import Standing, standings
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.case import Case
from colocate.draws.sampling import SEED
from colocate.model.evaluate import futures_of
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading

FUTURES_OF_BOTH = 0.2
"""The part of the work that the futures of the two cases are."""

NOTHING_LEFT = 1e-10
"""What is left of the steps below this part of a cost is the computer's own rounding."""

Apart = Literal["", "currencies", "no option in both"]
"""Why there is no bridge over money: the cases are in two currencies, or have no option in common; else empty."""


@dataclass(frozen=True)
class Ends:
    """What an option is expected to cost in the old case and in the new one, by reading."""

    old: Amounts
    new: Amounts


@dataclass(frozen=True)
class Side:
    """One of the two cases as it stands: each of its options, and the one of lowest expected cost, by reading."""

    case: Case
    options: Mapping[Reading, Mapping[str, Standing]]
    cheapest: Mapping[Reading, str]

    def saving(self, option: str, reading: Reading = HEADLINE) -> float:
        """Return the part of the baseline's expected cost that an option saves; 0 where the baseline costs nothing."""
        found = self.options[reading]
        base = found[self.case.baseline.id].cost
        return (base - found[option].cost) / abs(base) if base else 0.0


@dataclass(frozen=True)
class Bridge:
    """Two cases compared over the same number of futures from the same seed.

    `differences` has every input that differs, in the order of the format, `common` the options that both cases have,
    `ends` what those cost, and `steps` what moves it. Where `apart` says why, there are no steps.
    """

    old: Side
    new: Side
    draws: int
    seed: int
    differences: tuple[Difference, ...]
    common: tuple[str, ...]
    apart: Apart
    ends: Mapping[str, Ends]
    steps: tuple[Step, ...]

    @property
    def currency(self) -> str:
        """Return the currency of the new case, and of the old one where there is a bridge."""
        return self.new.case.currency

    @property
    def only_old(self) -> tuple[str, ...]:
        """Return the options that only the old case has."""
        return tuple(one.id for one in self.old.case.options if one.id not in self.common)

    @property
    def only_new(self) -> tuple[str, ...]:
        """Return the options that only the new case has."""
        return tuple(one.id for one in self.new.case.options if one.id not in self.common)

    def moves(self, option: str, reading: Reading = HEADLINE) -> tuple[float, ...]:
        """Return what each step moves an option's expected cost by: the mean of both orders."""
        return tuple((one.forward[option][reading] + one.backward[option][reading]) / 2.0 for one in self.steps)

    def chance(self, option: str, reading: Reading = HEADLINE) -> float:
        """Return what is left when all steps are made: the new case draws its figures from other rows of futures."""
        old, new = self.ends[option].old[reading], self.ends[option].new[reading]
        left = new - old - sum(self.moves(option, reading))
        return left if abs(left) > NOTHING_LEFT * max(abs(old), abs(new)) else 0.0

    def saver(self, reading: Reading = HEADLINE) -> str:
        """Return the option whose saving against the baseline is looked at; empty where there is none in both cases.

        It is the one that costs least in the new case, else in the old one, else the first that is not the baseline.
        """
        base = self.new.case.baseline.id
        if self.apart or base != self.old.case.baseline.id:
            return ""
        others = [one for one in self.common if one != base]
        wanted = (self.new.cheapest[reading], self.old.cheapest[reading], *others)
        return next((one for one in wanted if one in others), "")

    def step_of(self, difference: Difference) -> int | None:
        """Return the place of the step that an input is part of; None for one that moves no money by its nature."""
        for place, step in enumerate(self.steps):
            for one in step.inputs:
                size = min(len(one.place), len(difference.place))
                if one.place[:size] == difference.place[:size]:
                    return place
        return None

    @property
    def nbytes(self) -> int:
        """Return about how many bytes the bridge takes."""
        return 4096 * (len(self.differences) + len(self.steps))


def bridge(old: Case, new: Case, draws: int = DRAWS, seed: int = SEED, progress: Progress | None = None) -> Bridge:
    """Compare two cases: both, and the cases between them, over so many futures from one seed (method, section 20).

    `progress` is told the part done. CaseError where a figure of either case comes out without end.
    """
    before = futures_of(old, draws, seed)
    _tell(progress, FUTURES_OF_BOTH / 2.0)
    after = futures_of(new, draws, seed)
    _tell(progress, FUTURES_OF_BOTH)
    return bridge_between(before, after, lambda part: _tell(progress, FUTURES_OF_BOTH + (1.0 - FUTURES_OF_BOTH) * part))


def bridge_between(before: Futures, after: Futures, progress: Progress | None = None) -> Bridge:
    """Compare two cases whose futures are known; ValueError where draws or seeds are not the same."""
    if (before.draws, before.seed) != (after.draws, after.seed):
        raise ValueError("two cases are compared over the same number of draws and from the same seed")
    old, new = before.case, after.case
    common = tuple(one.id for one in old.options if one.id in {other.id for other in new.options})
    apart: Apart = "currencies" if old.currency != new.currency else "" if common else "no option in both"
    ends = {one: Ends(_amounts(before, one), _amounts(after, one)) for one in common}
    return Bridge(
        old=_side(before),
        new=_side(after),
        draws=before.draws,
        seed=before.seed,
        differences=differences_between(old, new),
        common=common,
        apart=apart,
        ends=ends,
        steps=() if apart else _steps(Between(old, new, common, before.draws, before.seed), ends, progress),
    )


def _steps(between: Between, ends: Mapping[str, Ends], progress: Progress | None) -> tuple[Step, ...]:
    """Work the steps out; all inputs are one step where a case cannot stand without its words, and so not between."""
    every = tuple(one.place for one in between.inputs)
    if between.case(()) is not None and between.case(every) is not None:
        return worked_steps(between, progress)
    moved = {one: {reading: at.new[reading] - at.old[reading] for reading in READINGS} for one, at in ends.items()}
    return (Step(between.inputs, moved, moved),) if between.inputs else ()


def _side(futures: Futures) -> Side:
    found = {reading: standings(futures, reading) for reading in READINGS}
    ranked = [one.id for one in futures.ranked]
    cheapest = {reading: _cheapest(options, ranked) for reading, options in found.items()}
    return Side(futures.case, found, cheapest)


def _cheapest(options: Mapping[str, Standing], ranked: Collection[str]) -> str:
    return min(ranked, key=lambda one: options[one].cost)


def _amounts(futures: Futures, option: str) -> Amounts:
    money = futures.expected.option(option).money
    return {reading: float(money[reading].present_value[0]) for reading in READINGS}


def _tell(progress: Progress | None, part: float) -> None:
    if progress is not None:
        progress(part)
