"""Each constituent's way to the baseline and to an option, in minutes, and how the answers to the checklist fall."""

from __future__ import annotations

from dataclasses import dataclass

from colocate.model.access import Known, OptionAccess
from colocate.model.outcome import OptionOutcome, Outcome

MOST = 40
"""Constituents that one chart holds; a table has them all."""


@dataclass(frozen=True)
class Journey:
    """One constituent's way to the baseline and to an option, in minutes door to door, and how each is known."""

    name: str
    group: str
    before: float
    after: float
    known_before: Known
    known_after: Known
    key: str = ""
    assumed: bool = False

    @property
    def change(self) -> int:
        """Return the whole minutes added, as the whole minutes before and after show them; below 0 where shorter."""
        return round(self.after) - round(self.before)

    @property
    def measured(self) -> bool:
        """Tell whether both ways were measured."""
        return self.known_before == self.known_after == "measured"


def journeys(outcome: Outcome, option_id: str) -> tuple[Journey, ...]:
    """Give each constituent's minutes before and after, the largest loss first; empty where access is not stated."""
    return journeys_between(outcome.baseline.access, outcome.option(option_id).access)


def journeys_between(before: OptionAccess | None, after: OptionAccess | None) -> tuple[Journey, ...]:
    """Give the same of two ways to be reached, whose rows are the same constituents; in the central case."""
    if before is None or after is None:
        return ()
    ways = zip(
        after.constituents,
        before.minutes[:, 0].tolist(),
        after.minutes[:, 0].tolist(),
        before.known,
        after.known,
        strict=True,
    )
    found = [
        Journey(one.name, one.group, first, second, known, then, one.key, one.is_assumed)
        for one, first, second, known, then in ways
    ]
    return tuple(sorted(found, key=lambda journey: (journey.before - journey.after, journey.name, journey.key)))


def widest(told: tuple[Journey, ...], most: int = MOST) -> tuple[Journey, ...]:
    """Give the journeys whose minutes change most, in their order; all of them where they are few enough."""
    if len(told) <= most:
        return told
    kept = sorted(range(len(told)), key=lambda row: (-abs(told[row].change), -told[row].after, row))[:most]
    return tuple(told[row] for row in sorted(kept))


def group_scores_of(option: OptionOutcome) -> dict[str, float]:
    """Give the option's score of each group; empty where access is not stated."""
    return {} if option.access is None else {group: float(one[0]) for group, one in option.access.group_scores.items()}
