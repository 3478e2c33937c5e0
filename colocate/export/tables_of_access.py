"""Access as rows of tables: every way of every constituent, and the plain measures of every option.

Figures are expected values over the futures, with the ends of their ranges in the columns behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colocate.analysis.access.measures import Reach, reach
from colocate.analysis.access.ranges import minutes_of, scores_of
from colocate.analysis.uncertainty.odds import Range
from colocate.export.tables import Files, table
from colocate.model.futures import Futures
from colocate.words.access import KNOWN_WORDS
from colocate.words.access_tables import ACCESS_COLUMNS, REACH_COLUMNS

Cell = str | float | int | None


def tables_of_access(futures: Futures) -> Files:
    """Give both tables by the names of their files."""
    yield "access.csv", table(ACCESS_COLUMNS, access_rows(futures))
    yield "reach.csv", table(REACH_COLUMNS, reach_rows(futures))


def access_rows(futures: Futures) -> Iterable[Sequence[Cell]]:
    """Give a row for each constituent and option, in the order of the table beside the case."""
    before = futures.baseline.access
    first = None if before is None else minutes_of(before)
    for option in futures.options:
        access = option.access
        if access is None:
            continue
        minutes, scores = minutes_of(access), scores_of(access)
        for row, one in enumerate(access.constituents):
            yield (
                one.name,
                one.group,
                option.id,
                option.name,
                minutes[row].mean,
                "measured" if access.measured[row] else "estimated",
                scores[row].mean,
                float(access.visits[row]),
                None if first is None else minutes[row].mean - first[row].mean,
                KNOWN_WORDS[access.known[row]],
                "yes" if one.is_assumed else "no",
                one.latitude,
                one.longitude,
                one.source,
                minutes[row].low,
                minutes[row].high,
                scores[row].low,
                scores[row].high,
            )


def reach_rows(futures: Futures) -> Iterable[Sequence[Cell]]:
    """Give a row of plain measures for each option; cells are empty where nothing is known."""
    for option in futures.options:
        found = reach(futures, option.id)
        if found is not None:
            yield _reach(found)


def _reach(found: Reach) -> tuple[Cell, ...]:
    group, free, hours = found.worst_group, found.walk_in, found.hours
    ranged = _ranged(found)
    return (
        found.option,
        found.name,
        found.constituents,
        *(None if one is None else one.mean for one in ranged),
        found.worst.name,
        found.worst.group,
        KNOWN_WORDS[found.worst.known],
        found.worst.often,
        None if group is None else group.group,
        None if group is None else group.worst_often,
        None if free is None else free.of_visits,
        None if free is None else free.of_constituents,
        hours.people,
        hours.counted_in,
        *(found.known.get(known, 0) for known in KNOWN_WORDS),
        found.assumed,
        *(end for one in ranged for end in ((None, None) if one is None else (one.low, one.high))),
    )


def _ranged(found: Reach) -> tuple[Range | None, ...]:
    """Give what stands in the columns of `RANGED`."""
    hours = found.hours
    return (
        *(one for within in found.within for one in (within.constituents, within.of_visits)),
        found.mean_minutes,
        found.worst.minutes,
        found.score,
        hours.theirs,
        hours.ours,
        hours.staff,
        hours.kilometres,
    )
