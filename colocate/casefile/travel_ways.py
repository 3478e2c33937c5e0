"""Measured ways between constituents and options, whichever file they come from; both directions become one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from colocate.case.reach import Constituent, TravelTime
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
    within,
)
from colocate.message import Message
from colocate.quantity import Measure, Quantity

LONGEST = 1440.0
"""Minutes of the longest way: one day."""

CONFLICT = 0.5
"""The two directions of a way may differ by so large a part of the longer one."""

MEASURED = Measure(
    "Measured minutes of the way",
    "minute",
    "One way; where both directions were measured, their mean.",
    least=0.0,
    most=LONGEST,
)

MOST_FAULTS = 100
MOST_RANGES = 2_000
"""Ways with a range of a case: each takes a column of the draws."""

MOST_LOOKED_AT = 500
"""Among so many names a like one is looked for: it takes a second for a hundred wrong ones."""

NO_WAY = Message("no way was found")
MEND = Message(
    "Let the engine search longer or nearer, or take the pair out: its minutes are then worked out from the distance"
)


@dataclass(frozen=True)
class Ends:
    """What a way can lead from and to: keys of constituents (`doubled`: those of several rows) and ids of options."""

    constituents: frozenset[str]
    doubled: frozenset[str]
    options: frozenset[str]


@dataclass(frozen=True)
class Way:
    """Minutes of one way as a file gives them: `there` from the constituent to the option, else back.

    `percentiles` hold pairs of percentile and minutes, rising; `where` is the row or cell of the file.
    """

    constituent: str
    option: str
    there: bool
    minutes: float
    percentiles: tuple[tuple[int, float], ...]
    where: str | Message


def ends_of(constituents: Iterable[Constituent], options: Collection[str]) -> Ends:
    """Give what ways can lead from and to in a case."""
    keys = Counter(constituent.key for constituent in constituents)
    return Ends(frozenset(keys), frozenset(key for key, rows in keys.items() if rows > 1), frozenset(options))


def fault_of_end(name: str, other: str, ends: Ends, where: str | Message) -> Fault | None:
    """Tell what is wrong with one end of a way; `other` is the end across, which tells what is due here."""
    if name in ends.doubled:
        return fault_at(
            where,
            '"{name}" stands in more than one row of the constituents',
            "Give each row an id, and name that",
            name=name[:60],
        )
    if name in ends.constituents and name in ends.options:
        return fault_at(
            where,
            '"{name}" is both a constituent and an option',
            "Give the constituent an id of its own, and name that",
            name=name[:60],
        )
    if name in ends.constituents or name in ends.options:
        return None
    problem, known = (
        Message('there is no constituent or option "{name}"', name=name[:60]),
        ends.constituents | ends.options,
    )
    if other in ends.options:
        problem, known = Message('there is no constituent "{name}"', name=name[:60]), ends.constituents
    elif other in ends.constituents:
        problem, known = Message('there is no option "{name}"', name=name[:60]), ends.options
    remedy = Message("Due: a name or id as the constituents' table and the options write it")
    if len(known) <= MOST_LOOKED_AT:
        remedy = did_you_mean(name, sorted(known)) or remedy
    return Fault(where, problem, remedy)


def pair_of(start: str, end: str, ends: Ends) -> tuple[str, str, bool] | None:
    """Give constituent, option and whether the way leads there; None between two constituents or two options."""
    if start in ends.constituents and end in ends.options:
        return start, end, True
    return (end, start, False) if start in ends.options and end in ends.constituents else None


def joined(ways: Iterable[Way], name: str) -> tuple[tuple[TravelTime, ...], list[Fault]]:
    """Make one travel time of both directions of a way: their mean, as a visit goes there and back.

    Faults where a direction stands twice, where the two contradict each other, and where only one has a range.
    """
    found: dict[tuple[str, str], dict[bool, Way]] = {}
    faults = []
    for way in ways:
        known = found.setdefault((way.constituent, way.option), {})
        if way.there in known:
            start, end = (way.constituent, way.option) if way.there else (way.option, way.constituent)
            faults.append(
                fault_at(
                    within(name, way.where),
                    "{start} to {end} stands twice, first in {place}",
                    "Take one out",
                    start=start,
                    end=end,
                    place=known[way.there].where,
                )
            )
        known.setdefault(way.there, way)
    times: dict[str, TravelTime] = {}
    for directions in found.values():
        both = list(directions.values())
        fault = _contradiction(both, name) if len(both) > 1 else None
        time = _travel_time(both, name)
        path = _path(time.constituent, time.option)
        if fault is None and path in times:
            fault = fault_at(
                within(name, both[0].where),
                '"{constituent}" reads like the name of another constituent',
                "Give each an id, without brackets",
                constituent=time.constituent[:60],
            )
        if fault is not None:
            faults.append(fault)
        times[path] = time
    ranges = sum(time.quantity is not None for time in times.values())
    if ranges > MOST_RANGES:
        faults.append(
            Fault(
                name,
                Message.counted(
                    "holds {count} way with a range of percentiles",
                    "holds {count} ways with a range of percentiles",
                    ranges,
                ),
                Message("Due: at most {most}; keep travel_time alone, or the main ways", most=f"{MOST_RANGES:,}"),
            )
        )
    return tuple(times.values()), faults


def _contradiction(both: list[Way], name: str) -> Fault | None:
    first, second = both
    here = within(name, second.where)
    if [percent for percent, _ in first.percentiles] != [percent for percent, _ in second.percentiles]:
        return fault_at(
            here,
            "the way back has other percentiles than the way there ({place})",
            "Give the same percentiles for both directions, or for none",
            place=first.where,
        )
    if abs(first.minutes - second.minutes) > CONFLICT * max(first.minutes, second.minutes):
        return fault_at(
            here,
            "{minutes} minutes contradict the {other} of the other direction ({place})",
            "They differ by more than half of the longer one: mend one, or take one out",
            minutes=second.minutes,
            other=first.minutes,
            place=first.where,
        )
    return None


def _travel_time(both: list[Way], name: str) -> TravelTime:
    first = both[0]
    minutes = sum(way.minutes for way in both) / len(both)
    range_of = [
        sum(one for _, one in level) / len(both)
        for level in zip(*(way.percentiles for way in both), strict=False)  # other percentiles are a fault already
    ]
    quantity = None
    if range_of and range_of[0] < range_of[-1]:
        lowest, highest = first.percentiles[0][0], first.percentiles[-1][0]
        source = _source(both, name, f"{lowest}", f"{highest}")
        quantity = Quantity(
            path=_path(first.constituent, first.option),
            label=MEASURED.label,
            mode=minutes,
            unit=MEASURED.unit,
            low=range_of[0],
            high=range_of[-1],
            shape="pert",
            source=str(source),
            source_told=source,
            quality="estimated",
            help=MEASURED.help,
            least=0.0,
            most=LONGEST,
        )
    return TravelTime(constituent=first.constituent, option=first.option, minutes=minutes, quantity=quantity)


def _source(both: list[Way], name: str, low: str, high: str) -> Message:
    """Say where the minutes of a way come from: one row or cell, or one for each direction."""
    places = {"table": name, "place": both[0].where, "low": low, "high": high}
    if len(both) == 1:
        return Message("measured: {table}, {place}, percentiles {low} to {high} of departures", **places)
    return Message(
        "measured: {table}, {place} and {other}, percentiles {low} to {high} of departures",
        other=both[1].where,
        **places,
    )


def _path(constituent: str, option: str) -> str:
    """Give the path of a measured way; brackets in a name would end it too early."""
    return f"travel_times[{constituent.replace('[', '(').replace(']', ')')}, {option}]"
