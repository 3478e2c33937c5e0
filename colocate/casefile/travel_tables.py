"""Measured travel times beside a case, in the forms that routing engines write."""

from __future__ import annotations

from collections.abc import Collection

from colocate.case.reach import TravelTime
from colocate.casefile.faults import Fault, did_you_mean
from colocate.casefile.tables import number_in, rows_of

TRAVEL_COLUMNS = ("from_id", "to_id", "travel_time")
LONGEST = 1440.0


def read_travel_times(
    text: str, name: str, constituents: Collection[str], options: Collection[str]
) -> tuple[tuple[TravelTime, ...], list[Fault]]:
    """Read measured minutes from each constituent to each option; pairs that are not there stay estimates."""
    rows, faults = rows_of(text, name, TRAVEL_COLUMNS)
    found: dict[tuple[str, str], TravelTime] = {}
    for number, row in rows:
        here = f"{name}, row {number}"
        wrong: list[Fault] = []
        for column, known, what in (("from_id", constituents, "constituent"), ("to_id", options, "option")):
            if row[column] not in known:
                problem = f'there is no {what} "{row[column][:60]}"'
                wrong.append(Fault(f"{here}, {column}", problem, did_you_mean(row[column], list(known))))
        minutes = number_in(row, "travel_time", here, wrong, least=0.0, most=LONGEST)
        pair = (row["from_id"], row["to_id"])
        if pair in found:
            wrong.append(Fault(here, f"{pair[0]} to {pair[1]} stands twice", "Take one row out"))
        if not wrong:
            found[pair] = TravelTime(constituent=pair[0], option=pair[1], minutes=minutes)
        faults += wrong
    return tuple(found.values()), faults
