"""Measured travel times beside a case: the long table of r5py or a matrix in CSV, or an answer of an engine in JSON.

The content tells which it is. r5py writes a row for each pair (`from_id`, `to_id`) with `travel_time`, the median, or
with `travel_time_p5`, `travel_time_p50` and the like where percentiles over the departures were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from colocate.case.reach import Constituent, TravelTime
from colocate.casefile.faults import (
    Fault,
    column_of,
    did_you_mean,
    fault_at,
    row_of,
    within,
)
from colocate.casefile.numbers_written import as_numbers
from colocate.casefile.sheet import named, plain_name, read_sheet, rows_of
from colocate.casefile.tables import number_in
from colocate.casefile.travel_json import ways_in_json
from colocate.casefile.travel_matrix import matrix_of, ways_in_matrix
from colocate.casefile.travel_places import Spot
from colocate.casefile.travel_ways import (
    LONGEST,
    MEND,
    MOST_FAULTS,
    NO_WAY,
    Ends,
    Way,
    ends_of,
    fault_of_end,
    joined,
    pair_of,
)
from colocate.message import Message
from colocate.stopping import looking

PAIR = ("from_id", "to_id")
MINUTES = "travel_time"
PERCENTILE = re.compile(r"travel_time_p(\d+)")
HARMLESS = ("", "Unnamed: 0", "distance", "geometry", "note", "source")
"""Columns that say nothing of minutes, and are passed over: the number of the row that pandas writes, and notes."""

NOT_FOUND = frozenset({"", "nan", "na", "<na>", "null", "none"})
"""How tables write, in any case of letters, that no way was found: pandas leaves the cell empty, R writes NA."""

MOST_ROWS = 100_000


def read_travel_times(
    text: str,
    name: str,
    constituents: Sequence[Constituent],
    options: Mapping[str, tuple[float, float] | None],
) -> tuple[tuple[TravelTime, ...], list[Fault]]:
    """Read measured minutes between constituents and options, and every fault by row and column, or by cell.

    `options` gives the latitude and longitude of each option's door, by its id; None where it has none. Pairs that are
    not there stay estimates.
    """
    ends = ends_of(constituents, options)
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        spots = [Spot(one.key, one.latitude, one.longitude) for one in constituents]
        spots += [Spot(key, *place) for key, place in options.items() if place is not None]
        ways, faults = ways_in_json(text, name, ends, spots)
    else:
        ways, faults = _ways_in_csv(text, name, ends)
    times, wrong = joined(ways, name)
    if not times and not faults:
        wrong = [fault_at(name, "has no way between a constituent and an option", "Due: one row for each pair")]
    faults += wrong
    if len(faults) > MOST_FAULTS:
        told = fault_at(name, "has more than {most} faults", "Mend those told first", most=MOST_FAULTS)
        faults = [*faults[:MOST_FAULTS], told]
    return times, faults


def _ways_in_csv(text: str, name: str, ends: Ends) -> tuple[list[Way], list[Fault]]:
    sheet, wrong = read_sheet(text, name, _is_known, MOST_ROWS)
    if wrong:
        return [], wrong
    known = (*PAIR, MINUTES, *(plain_name(cell) for cell in sheet.header if PERCENTILE.fullmatch(plain_name(cell))))
    sheet = replace(sheet, header=named(sheet.header, known))
    if not set(PAIR) & set(sheet.header):
        matrix = matrix_of(text, name, ends, MOST_ROWS)
        if matrix is not None:
            return ways_in_matrix(matrix, name, ends, HARMLESS)
    columns, faults = _columns(list(sheet.header), name)
    rows, wrong = rows_of(sheet, name, (*PAIR, MINUTES, *columns.values()), optional=(MINUTES,), may_be_cut=("",))
    if faults:
        return [], [*wrong, *faults]
    limits = dict.fromkeys((MINUTES, *columns.values()), (0.0, LONGEST))
    asked = as_numbers(rows, name, limits, NOT_FOUND)
    faults = wrong
    ways: list[Way] = []
    for number, row in looking(rows):
        if len(faults) > MOST_FAULTS:
            break
        here, start, end = row_of(number), row["from_id"], row["to_id"]
        of_ends = [
            fault_of_end(mine, other, ends, within(within(name, here), column))
            for column, mine, other in (("from_id", start, end), ("to_id", end, start))
        ]
        told = [fault for fault in of_ends if fault is not None] + asked.get(number, [])
        pair = None if told else pair_of(start, end, ends)
        if told or pair is None:
            faults += told
            continue
        minutes, percentiles = _minutes(row, columns, within(name, here), told)
        if not told:
            ways.append(Way(*pair, minutes, percentiles, here))
        faults += told
    return ways, faults


def _is_known(cell: str) -> bool:
    plain = plain_name(cell)
    return plain in (*PAIR, MINUTES) or PERCENTILE.fullmatch(plain) is not None


def _columns(header: list[str], name: str) -> tuple[dict[int, str], list[Fault]]:
    """Give the columns of percentiles, rising, and what is wrong with the first row."""
    found: dict[int, str] = {}
    faults: list[Fault] = []
    strange = []
    for column in header:
        match = PERCENTILE.fullmatch(column)
        percent = int(match.group(1)[:9]) if match else 0
        if match and not 1 <= percent <= 99:
            faults.append(fault_at(within(name, column_of(column)), "is no percentile", "Due: from _p1 to _p99"))
        elif match and found.setdefault(percent, column) != column:
            faults.append(
                fault_at(
                    within(name, column_of(column)),
                    "is the percentile of column {column} again",
                    "Take one out",
                    column=found[percent],
                )
            )
        elif not match and column not in (*PAIR, MINUTES, *HARMLESS):
            strange.append(column)
    if MINUTES not in header and 50 not in found:
        faults.append(
            fault_at(
                within(name, column_of(MINUTES)), "is missing", "Due: travel_time, or the median as travel_time_p50"
            )
        )
    elif all(column in header for column in PAIR):
        known = [*PAIR, MINUTES, "travel_time_p5", "travel_time_p50", "travel_time_p95"]
        faults += [
            Fault(
                within(name, column_of(column[:60])),
                Message("is not known"),
                did_you_mean(column, known) or Message("Take it out"),
            )
            for column in strange
        ]
    return dict(sorted(found.items())), faults


def _minutes(
    row: dict[str, str], columns: Mapping[int, str], here: Message, told: list[Fault]
) -> tuple[float, tuple[tuple[int, float], ...]]:
    """Read the central minutes and the percentiles of a row; those of a row may all be left out beside travel_time."""
    without = [column for column in columns.values() if row[column].lower() in NOT_FOUND]
    plain = row[MINUTES].lower() not in NOT_FOUND
    lost = ""
    if without and (len(without) < len(columns) or not plain):
        lost = MINUTES if row[MINUTES] and not plain else without[0]
    elif not plain and 50 not in columns:
        lost = MINUTES
    if lost:
        told.append(Fault(within(here, lost), NO_WAY, MEND))
        return 0.0, ()
    percentiles = tuple(
        (percent, number_in(row, column, here, told, least=0.0, most=LONGEST))
        for percent, column in columns.items()
        if not without
    )
    central = MINUTES if plain else columns[50]
    minutes = number_in(row, central, here, told, least=0.0, most=LONGEST) if plain else dict(percentiles)[50]
    if told:
        return 0.0, ()
    for (low, before), (high, after) in pairwise(percentiles):
        if after < before:
            told.append(
                fault_at(
                    within(here, columns[high]),
                    "{minutes} minutes are below the {other} of percentile {percentile}",
                    "A higher percentile is at least as long: mend one",
                    minutes=after,
                    other=before,
                    percentile=low,
                )
            )
            return 0.0, ()
    if len(percentiles) > 1 and not percentiles[0][1] <= minutes <= percentiles[-1][1]:
        told.append(
            fault_at(
                within(here, central),
                "{minutes} minutes lie outside the percentiles ({low} to {high})",
                "The central minutes lie within them: mend one",
                minutes=minutes,
                low=percentiles[0][1],
                high=percentiles[-1][1],
            )
        )
    return minutes, percentiles
