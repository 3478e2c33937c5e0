"""Where each option stands by each of the four criteria, who leads, and what stands in the way of saying so.

Nothing is weighed here and nothing is folded into one score: the four stand side by side. Every uncertain figure is its
mean over the futures, with the range of 90 of 100 of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.analysis.money.shift import Shift, shift
from colocate.analysis.uncertainty.odds import Odds, better_access, odds, range_of
from colocate.model.futures import Futures, OptionFutures
from colocate.model.totals import HEADLINE, Reading

CriterionName = Literal["money", "access", "mandate", "government"]
CRITERIA: tuple[CriterionName, ...] = ("money", "access", "mandate", "government")

SAME_MONEY = 0.01
SAME_POINTS = 1.0
"""Options within one per cent of the baseline's cost, or one point of a score, differ by nothing that counts."""

MOSTLY = 0.5
"""A saving of which others bear more than this part is mostly not a saving."""


@dataclass(frozen=True)
class Standing:
    """Where one option stands by one criterion; `value` is None where that is not known.

    `low` and `high` are the range of 90 of 100 futures or, for the mandate, what open questions leave possible;
    `chance` is the share of futures in which the option is the best, None where nothing varies, and `of_hundred` the
    same as a number of 100, where those of all options make 100; `open` counts open questions.
    """

    option: str
    value: float | None
    low: float | None = None
    high: float | None = None
    chance: float | None = None
    of_hundred: int | None = None
    open: int = 0

    @property
    def is_range(self) -> bool:
        """Tell whether there is a range to be shown."""
        return self.low is not None and self.high is not None and self.low < self.high


@dataclass(frozen=True)
class Criterion:
    """A criterion with where every option stands, in the case's order.

    `leaders` names those that none beats, empty where all are alike or where that is not known; `by_little` tells that
    their lead is less than what counts, `alike` that all that can be ranked stand alike, `known` that the case says
    enough to compare.
    """

    name: CriterionName
    standings: tuple[Standing, ...]
    leaders: tuple[str, ...]
    by_little: bool
    alike: bool
    known: bool

    def of(self, option: str) -> Standing:
        """Return where one option stands; KeyError if there is none of that id."""
        for one in self.standings:
            if one.option == option:
                return one
        raise KeyError(option)


@dataclass(frozen=True)
class Placed:
    """Where an option lies on its criterion's scale, from the left end (0) to the right (1); None where not known."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Verdict:
    """Who leads by each criterion, among the options that pass their gates.

    `cheapest` has the lowest expected cost, `most_often` is the cheapest in most futures; `saving` is what the cheapest
    costs less than the baseline, below 0 never; `shift` says who bears it, None where the baseline is the cheapest.
    All three are empty, 0 and None where fewer than two options pass.
    """

    reading: Reading
    ranked: tuple[str, ...]
    failing: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    cheapest: str
    most_often: str
    saving: float
    shift: Shift | None
    varies: bool

    def criterion(self, name: CriterionName) -> Criterion:
        """Return one criterion."""
        return self.criteria[CRITERIA.index(name)]

    @property
    def compares(self) -> bool:
        """Tell whether there are two options at least to compare."""
        return len(self.ranked) > 1

    @property
    def leads_everywhere(self) -> str:
        """Return the option that leads by some criterion and is nowhere behind; empty where there is none."""
        told = [set(one.leaders) for one in self.criteria if one.leaders]
        everywhere = set.intersection(*told) if told else set()
        settled = all(one.known for one in self.criteria)
        return everywhere.pop() if len(everywhere) == 1 and settled else ""

    @property
    def led(self) -> dict[str, tuple[CriterionName, ...]]:
        """Return what each option leads on; where several lead together, the one that leads on most is named."""
        counts = {option: sum(option in one.leaders for one in self.criteria) for option in self.ranked}
        found: dict[str, tuple[CriterionName, ...]] = {}
        for one in self.criteria:
            if one.leaders:
                name = max(one.leaders, key=lambda option: counts[option])
                found[name] = (*found.get(name, ()), one.name)
        return found

    @property
    def mostly_shifted(self) -> bool:
        """Tell whether others bear more than half of the agency's saving."""
        return self.shift is not None and self.saving > 0 and self.shift.shifted > MOSTLY * self.saving


def verdict(futures: Futures, reading: Reading = HEADLINE) -> Verdict:
    """Say where every option stands and who leads, over the futures of a case."""
    central = futures.central
    ranked = tuple(option.id for option in central.options if not option.fails)
    found = odds(futures, *reading)
    money = _money(found, ranked, futures)
    compares = len(ranked) > 1
    cheapest = min(ranked, key=lambda one: money.of(one).value or 0.0) if compares else ""
    baseline = futures.baseline.id
    saving = (money.of(baseline).value or 0.0) - (money.of(cheapest).value or 0.0) if compares else 0.0
    return Verdict(
        reading=reading,
        ranked=ranked,
        failing=tuple(option.id for option in central.options if option.fails),
        criteria=(money, _access(futures, ranked), _mandate(futures, ranked), _government(futures, ranked)),
        cheapest=cheapest,
        most_often=_most_often(found, cheapest) if compares else "",
        saving=max(saving, 0.0),
        shift=shift(futures.expected, cheapest, reading.view) if compares and cheapest != baseline else None,
        varies=bool(futures.figures),
    )


def _most_often(found: tuple[Odds, ...], cheapest: str) -> str:
    """Name the option that is the cheapest in most futures; of equal ones the one of the lowest expected cost."""
    return max((one for one in found if one.ranked), key=lambda one: (one.cheapest, one.option == cheapest)).option


def _money(found: tuple[Odds, ...], ranked: tuple[str, ...], futures: Futures) -> Criterion:
    varies = bool(futures.figures)
    standings = tuple(
        Standing(
            one.option,
            one.present_value.mean,
            one.present_value.low if varies else None,
            one.present_value.high if varies else None,
            one.cheapest if varies and one.option in ranked else None,
            one.of_hundred if varies and one.option in ranked else None,
        )
        for one in found
    )
    return _criterion("money", standings, ranked, SAME_MONEY * abs(standings[0].value or 0.0), lambda cost: -cost)


def _access(futures: Futures, ranked: tuple[str, ...]) -> Criterion:
    shares = better_access(futures, SAME_POINTS) if futures.figures else {}
    standings = tuple(
        _reached(option, shares.get(option.id), varies=bool(futures.figures)) for option in futures.options
    )
    return _criterion("access", standings, ranked, SAME_POINTS, round)


def _reached(option: OptionFutures, chance: float | None, *, varies: bool) -> Standing:
    if option.access is None or not option.access.group_scores:
        return Standing(option.id, None)
    found = range_of(np.asarray(option.access.tripartite))
    return Standing(option.id, found.mean, found.low if varies else None, found.high if varies else None, chance)


def _mandate(futures: Futures, ranked: tuple[str, ...]) -> Criterion:
    """Compare scores; one with open questions is a range, and nobody leads where ranges overlap."""
    standings = tuple(
        Standing(option.id, option.mandate.score, option.mandate.low, option.mandate.high, open=option.mandate.unknown)
        for option in futures.central.options
    )
    known = [one for one in standings if one.option in ranked and one.low is not None and one.high is not None]
    if len(known) < max(2, len(ranked)):
        return Criterion("mandate", standings, (), by_little=False, alike=False, known=False)
    top = max(one.low or 0.0 for one in known)
    leaders = tuple(one.option for one in known if (one.low or 0.0) >= top - SAME_POINTS)
    behind = [one.high or 0.0 for one in known if one.option not in leaders]
    spread = max((one.high or 0.0) for one in known if one.option in leaders) - top
    if any(high >= top for high in behind) or spread > SAME_POINTS:
        only = len(leaders) == 1 and not any(high >= top for high in behind)
        return Criterion("mandate", standings, leaders if only else (), by_little=False, alike=False, known=only)
    alike = not behind
    return Criterion("mandate", standings, () if alike else leaders, by_little=False, alike=alike, known=True)


def _government(futures: Futures, ranked: tuple[str, ...]) -> Criterion:
    standings = tuple(
        Standing(option.id, None if option.government.step is None else float(option.government.step))
        for option in futures.central.options
    )
    return _criterion("government", standings, ranked, 0.0, float)


def _criterion(
    name: CriterionName,
    standings: tuple[Standing, ...],
    ranked: tuple[str, ...],
    near: float,
    merit: Callable[[float], float],
) -> Criterion:
    """Find who leads; `merit` is the higher the better, as finely as it is shown; a lead up to `near` is by little."""
    merits = {one.option: merit(one.value) for one in standings if one.option in ranked and one.value is not None}
    if len(merits) < max(2, len(ranked)):
        return Criterion(name, standings, (), by_little=False, alike=False, known=False)
    top = max(merits.values())
    leaders = tuple(option for option, value in merits.items() if value == top)
    behind = [value for option, value in merits.items() if option not in leaders]
    return Criterion(
        name,
        standings,
        leaders if behind else (),
        by_little=bool(behind) and top - max(behind) <= near,
        alike=not behind,
        known=True,
    )


def placed(one: Criterion) -> tuple[Placed, ...]:
    """Lay the options out on one scale: money over all that is possible, scores from 0 to 100, steps from 1 to 5."""
    left, right = SCALES.get(one.name) or _span(one.standings)

    def part(value: float | None) -> float | None:
        return None if value is None else (value - left) / (right - left)

    return tuple(Placed(part(each.value), part(each.low), part(each.high)) for each in one.standings)


SCALES: dict[CriterionName, tuple[float, float]] = {
    "access": (0.0, 100.0),
    "mandate": (0.0, 100.0),
    "government": (1.0, 5.0),
}


def _span(standings: tuple[Standing, ...]) -> tuple[float, float]:
    """Give the lowest and the highest of all values and ranges, a little apart."""
    values = [end for one in standings for end in (one.value, one.low, one.high) if end is not None]
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    room = 0.04 * (high - low) or max(1.0, 0.04 * abs(high))
    return low - room, high + room
