"""The case as it was read beside the case as the user has changed it: what was changed, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.uncertainty.odds import Range, costs_of, range_of, share_cheapest
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
    """How one option stands: its expected cost with its range, its odds of being the cheapest, its access score.

    `odds` is None for an option that is not ranked, and where nothing varies; `access` is None without constituents.
    """

    cost: Range
    odds: float | None
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
    """What was changed, and each option before and after, in the case's order."""

    figures: tuple[ChangedFigure, ...]
    switches: tuple[ChangedSwitch, ...]
    options: tuple[BeforeAndAfter, ...]


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
    was, now = _standings(before, reading), _standings(after, reading)
    return Comparison(
        changed_figures(before.case, after.case),
        changed_switches(before.case, after.case),
        tuple(BeforeAndAfter(option.id, option.name, was[option.id], now[option.id]) for option in after.options),
    )


def _standings(futures: Futures, reading: Reading) -> dict[str, Standing]:
    ranked = [option.id for option in futures.ranked]
    shares = share_cheapest(costs_of(futures, *reading)).tolist() if futures.figures else []
    odds = dict(zip(ranked, shares, strict=bool(shares)))
    return {
        option.id: Standing(
            range_of(option.money[reading].present_value),
            odds.get(option.id),
            None if option.access is None or not option.access.group_scores else float(option.access.tripartite.mean()),
        )
        for option in futures.options
    }


def _numbers(quantity: Quantity) -> tuple[float | None, ...]:
    return quantity.low, quantity.mode, quantity.high, quantity.probability, quantity.settled
