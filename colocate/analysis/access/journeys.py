"""Each constituent's way to the baseline and to an option, in minutes over the futures."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.analysis.access.ranges import minutes_of
from colocate.analysis.uncertainty.odds import Range
from colocate.model.access import OptionAccess
from colocate.model.futures import Futures
from colocate.model.ways import Known
from colocate.stopping import looking

MOST = 40
"""Constituents that one chart holds; a table has them all."""


@dataclass(frozen=True)
class Journey:
    """One constituent's way to the baseline and to an option, in minutes door to door, and how each is known."""

    name: str
    group: str
    before: Range
    after: Range
    known_before: Known
    known_after: Known
    key: str = ""
    assumed: bool = False

    @property
    def change(self) -> int:
        """Return the whole minutes added, as the whole minutes before and after show them; below 0 where shorter."""
        return round(self.after.mean) - round(self.before.mean)

    @property
    def measured(self) -> bool:
        """Tell whether both ways were measured."""
        return self.known_before == self.known_after == "measured"


def journeys(futures: Futures, option_id: str) -> tuple[Journey, ...]:
    """Give each constituent's minutes before and after, the largest loss first; empty where access is not stated."""
    return journeys_between(futures.baseline.access, futures.option(option_id).access)


def journeys_between(before: OptionAccess | None, after: OptionAccess | None) -> tuple[Journey, ...]:
    """Give the same of two ways to be reached, whose rows are the same constituents."""
    if before is None or after is None:
        return ()
    first = minutes_of(before)
    second = first if after is before else minutes_of(after)
    ways = zip(after.constituents, first, second, before.known, after.known, strict=True)
    found = [
        Journey(one.name, one.group, was, then, known, known_then, one.key, one.is_assumed)
        for one, was, then, known, known_then in looking(ways)
    ]
    return tuple(sorted(found, key=lambda one: (one.before.mean - one.after.mean, one.name, one.key)))


def widest(told: tuple[Journey, ...], most: int = MOST) -> tuple[Journey, ...]:
    """Give the journeys whose minutes change most, in their order; all of them where they are few enough."""
    if len(told) <= most:
        return told
    kept = sorted(range(len(told)), key=lambda row: (-abs(told[row].change), -told[row].after.mean, row))[:most]
    return tuple(told[row] for row in sorted(kept))
