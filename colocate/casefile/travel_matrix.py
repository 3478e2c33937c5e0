"""A plain matrix of minutes: rows lead from, columns lead to; constituents and options either way round.

The first cell may name the unit of the minutes: seconds or hours. An empty cell is a way that was not measured.
"""

from __future__ import annotations

from collections.abc import Collection

from colocate.casefile.faults import Fault, column_of, fault_at, row_of, within
from colocate.casefile.numbers_written import as_numbers
from colocate.casefile.sheet import Sheet, as_long_as, read_sheet
from colocate.casefile.tables import number_in
from colocate.casefile.travel_ways import LONGEST, MEND, MOST_FAULTS, NO_WAY, Ends, Way, fault_of_end, pair_of
from colocate.message import Message
from colocate.stopping import looking

MINUTES_IN = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1.0 / 60.0),
    **dict.fromkeys(("h", "hour", "hours"), 60.0),
}
"""Minutes of what the first cell names; whatever else stands there, the cells are minutes."""


NOT_FOUND = frozenset({"nan", "na", "<na>", "null", "none"})
"""How tables write, in any case of letters, that no way was found."""


def matrix_of(text: str, name: str, ends: Ends, most_rows: int) -> Sheet | None:
    """Give a table whose first row names constituents or options from its second cell on; None where it does not."""
    known = ends.constituents | ends.options
    sheet, faults = read_sheet(text, name, lambda cell: cell in known, most_rows)
    header = sheet.header
    return None if faults or not header or header[0] in known or not set(header[1:]) & known else sheet


def ways_in_matrix(sheet: Sheet, name: str, ends: Ends, passed_over: Collection[str]) -> tuple[list[Way], list[Fault]]:
    """Read the ways of a matrix, and every fault by row and column."""
    per_cell = MINUTES_IN.get(sheet.header[0].casefold(), 1.0)
    places = [place for place, cell in enumerate(sheet.header) if place and cell and cell not in passed_over]
    first = sheet.rows[0][1][0] if sheet.rows else ""
    faults = _faults_of_header(sheet, name, ends, places, first)
    rows: list[tuple[int, dict[str, str]]] = []
    starts: dict[int, str] = {}
    for number, cells in looking(sheet.rows):
        line = as_long_as(sheet.header, cells, sheet.header[1:])
        if line is None:
            faults.append(
                fault_at(
                    within(name, row_of(number)), "has cells beyond the last column", "Name the column, or clear them"
                )
            )
            continue
        here = within(within(name, row_of(number)), Message("first cell"))
        wrong = fault_of_end(line[0], sheet.header[places[0]], ends, here)
        if wrong is not None:
            faults.append(wrong)
            continue
        starts[number] = line[0]
        rows.append((number, {sheet.header[place]: line[place] for place in places}))
    if faults:
        return [], faults[: MOST_FAULTS + 1]
    columns = [sheet.header[place] for place in places]
    asked = as_numbers(rows, name, dict.fromkeys(columns, (0.0, LONGEST / per_cell)), NOT_FOUND)
    ways: list[Way] = []
    for number, row in looking(rows):
        here = within(name, row_of(number))
        wrong_cells = list(asked.get(number, ()))
        for column in columns:
            pair = pair_of(starts[number], column, ends)
            if pair is None or not row[column]:
                continue
            if row[column].lower() in NOT_FOUND:
                wrong_cells.append(Fault(within(here, column[:60]), NO_WAY, MEND))
                continue
            told: list[Fault] = []
            value = number_in(row, column, here, told, least=0.0, most=LONGEST / per_cell)
            if not told:
                ways.append(Way(*pair, value * per_cell, (), within(row_of(number), column[:60])))
            wrong_cells += told
        faults += wrong_cells
        if len(faults) > MOST_FAULTS:
            break
    return ways, faults


def _faults_of_header(sheet: Sheet, name: str, ends: Ends, places: list[int], first: str) -> list[Fault]:
    faults = []
    for place in places:
        column = sheet.header[place]
        here = within(name, column_of(column[:60]))
        wrong = fault_of_end(column, first, ends, here)
        if wrong is not None:
            faults.append(wrong)
        elif sheet.header.index(column) != place:
            faults.append(fault_at(here, "stands twice", "Take one out"))
    return faults
