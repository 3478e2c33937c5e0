"""The case as it was read beside the case as the user has changed it: what was changed, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.rounding import shares_of_hundred
from colocate.analysis.uncertainty.odds import costs_of, range_of, share_cheapest
from colocate.case import Case
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from colocate.quantity import Quantity


@dataclass(frozen=True)
class ChangedFigure:
    """A figure that was settled, released, or given another value or range."""

    before: Quantity
    after: Quantity

    @property
    def path(self) -> str:
        """Return the figure's path."""
        return self.after.path


@dataclass(frozen=True)
class ChangedSwitch:
    """A back-office service that the agency now joins, or no longer joins."""

    service: str
    after: bool


@dataclass(frozen=True)
class Standing:
    """How one option stands: its expected cost, the range of 90 of 100 futures, its odds, its expected access score.

    Cost is the present value in one book and view; `odds` the share of futures in which the option costs least, None
    for one that is not ranked, and where nothing varies, and `of_hundred` the same as a number of 100; `access` is None
    without constituents.
    """

    cost: float
    low: float
    high: float
    odds: float | None
    of_hundred: int
    access: float | None


@dataclass(frozen=True)
class BeforeAndAfter:
    """One option in the case as it was read, and in the case as it is changed."""

    option: str
    name: str
    before: Standing
    after: Standing


@dataclass(frozen=True)
class Comparison:
    """What was changed, each option before and after, in the case's order, and which of the ranked costs least."""

    figures: tuple[ChangedFigure, ...]
    switches: tuple[ChangedSwitch, ...]
    options: tuple[BeforeAndAfter, ...]
    cheapest_before: str
    cheapest_after: str


def changed_figures(before: Case, after: Case) -> tuple[ChangedFigure, ...]:
    """Give the figures in which two cases of one shape differ, in the case's order."""
    return tuple(
        ChangedFigure(before.quantities[path], quantity)
        for path, quantity in after.quantities.items()
        if path in before.quantities and _numbers(before.quantities[path]) != _numbers(quantity)
    )


def changed_switches(before: Case, after: Case) -> tuple[ChangedSwitch, ...]:
    """Give the back-office services that are joined in one of two cases of one shape and not in the other."""
    return tuple(
        ChangedSwitch(now.service, now.opt_in)
        for was, now in zip(before.back_office, after.back_office, strict=True)
        if was.opt_in != now.opt_in
    )


def compared(before: Futures, after: Futures, reading: Reading = HEADLINE) -> Comparison:
    """Lay the futures of a case as it was read beside those of the same case changed."""
    was, now = standings(before, reading), standings(after, reading)
    return Comparison(
        changed_figures(before.case, after.case),
        changed_switches(before.case, after.case),
        tuple(BeforeAndAfter(option.id, option.name, was[option.id], now[option.id]) for option in after.options),
        min((option.id for option in before.ranked), key=lambda one: was[one].cost),
        min((option.id for option in after.ranked), key=lambda one: now[one].cost),
    )


def standings(futures: Futures, reading: Reading) -> dict[str, Standing]:
    """Give how each option of a case stands in a reading, by its id."""
    ranked = [option.id for option in futures.ranked]
    shares = share_cheapest(costs_of(futures, *reading)).tolist() if futures.figures else []
    odds = dict(zip(ranked, shares, strict=bool(shares)))
    counts = dict(zip(ranked, shares_of_hundred(shares), strict=True)) if shares else {}
    found = {}
    for option, drawn in zip(futures.expected.options, futures.options, strict=True):
        spread, access = range_of(drawn.money[reading].present_value), option.access
        found[option.id] = Standing(
            cost=float(option.money[reading].present_value[0]),
            low=spread.low,
            high=spread.high,
            odds=odds.get(option.id),
            of_hundred=counts.get(option.id, 0),
            access=None if access is None or not access.group_scores else float(access.tripartite[0]),
        )
    return found


def _numbers(quantity: Quantity) -> tuple[float | None, ...]:
    return quantity.low, quantity.mode, quantity.high, quantity.probability, quantity.settled
