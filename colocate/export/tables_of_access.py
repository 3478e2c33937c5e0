"""Access as rows of tables: every way of every constituent, and the plain measures of every option."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.access.measures import LIMITS, Reach, reach
from colocate.model.outcome import Outcome
from colocate.words.access import KNOWN_WORDS

Cell = str | float | int | None

ACCESS_COLUMNS = (
    "constituent",
    "group",
    "option",
    "option name",
    "minutes",
    "minutes are",
    "score",
    "visits a year",
    "minutes less baseline",
    "how known",
    "coordinates assumed",
    "latitude",
    "longitude",
    "source",
)

REACH_COLUMNS = (
    "option",
    "option name",
    "constituents",
    *(f"{what} within {limit} minutes" for limit in LIMITS for what in ("constituents", "share of visits")),
    "mean minutes over visits",
    "longest minutes",
    "constituent with the longest way",
    "its group",
    "how its way is known",
    "worst-served group",
    "score over all groups",
    "share of visits that walk in",
    "share of constituents that walk in",
    "their hours a year",
    "our hours a year",
    "people a trip",
    "staff hours a year",
    "kilometres a year",
    "our trips are counted in",
    *(f"ways {words}" for words in KNOWN_WORDS.values()),
    "coordinates assumed",
)


def access_rows(outcome: Outcome) -> Iterable[Sequence[Cell]]:
    """Give a row for each constituent and option, in the order of the table beside the case."""
    before = outcome.baseline.access
    for option in outcome.options:
        access = option.access
        if access is None:
            continue
        for row, one in enumerate(access.constituents):
            minutes = float(access.minutes[row, 0])
            yield (
                one.name,
                one.group,
                option.id,
                option.name,
                minutes,
                "measured" if access.measured[row] else "estimated",
                float(access.scores[row, 0]),
                float(access.visits[row]),
                None if before is None else minutes - float(before.minutes[row, 0]),
                KNOWN_WORDS[access.known[row]],
                "yes" if one.is_assumed else "no",
                one.latitude,
                one.longitude,
                one.source,
            )


def reach_rows(outcome: Outcome) -> Iterable[Sequence[Cell]]:
    """Give a row of plain measures for each option; cells are empty where nothing is known."""
    for option in outcome.options:
        found = reach(outcome, option.id)
        if found is not None:
            yield _reach(found)


def _reach(found: Reach) -> tuple[Cell, ...]:
    within = tuple(cell for one in found.within for cell in (one.constituents, one.of_visits))
    free, hours = found.walk_in, found.hours
    return (
        found.option,
        found.name,
        found.constituents,
        *within,
        found.mean_minutes,
        found.worst.minutes,
        found.worst.name,
        found.worst.group,
        KNOWN_WORDS[found.worst.known],
        None if found.worst_group is None else found.worst_group.group,
        found.score,
        None if free is None else free.of_visits,
        None if free is None else free.of_constituents,
        hours.theirs,
        hours.ours,
        hours.people,
        hours.staff,
        hours.kilometres,
        hours.counted_in,
        *(found.known.get(known, 0) for known in KNOWN_WORDS),
        found.assumed,
    )
