"""Hostile tables: constituents in CSV, measured minutes in CSV, answers of route engines in JSON."""

from __future__ import annotations

import csv
import io
import json
import math
from functools import cache
from random import Random

from colocate.case import Case
from colocate.case.reach import Constituent
from colocate.casefile.encoding import table_text_of
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import read_case
from colocate.casefile.tables import read_constituents
from colocate.casefile.travel_tables import read_travel_times
from colocate.quantity import central_of
from tests.casefile.test_reading import every_place
from tests.casefile.test_travel_json import IDS, NESTED, SHORT, osrm, valhalla
from tests.documents import DATA_CASES, TEMPLATE_TABLE
from tests.examples import Record
from tests.fuzz.bases import bases
from tests.fuzz.checking import case_or_faults, told_in_words
from tests.fuzz.mutating import NUMBERS, WORDS, spoilt_bytes, spoilt_document
from tests.ways import BOTH, DOORS, PEOPLE, PLAIN, RANGES

ROWS = 12
"""Rows of a table that hostile ones start from: more would only be slower."""

COLUMNS = ("name", "id", "since", "source", "travel_time", "travel_time_p5", "travel_time_p50", "travel_time_p999")
LAST = ("\n", "", "\r\n", "\n\n\n", ",,,,,,\n", '"')
TRAVEL = (
    *(PLAIN, PLAIN, RANGES, RANGES, BOTH, "from_id,to_id,travel_time_p50\n", "to_id;from_id;travel_time;note\n"),
    *("from_id,to_id,travel_time_p50,travel_time_p1,travel_time_p99\n", "from_id\tto_id\ttravel_time\n"),
    *("From_ID;To ID;Travel time\n", "minutes,stay,move\n", ";stay;move;nowhere\n", "\n,,\n,Ministry,Union\n"),
)
ENDS = (*(person.key for person in PEOPLE), *DOORS, "Nobody", "", "ministry", "ch-1 ", "0")
MINUTES = (
    "0",
    "12",
    "12.5",
    "60",
    "1e9",
    "-1",
    "nan",
    "NA",
    "",
    "inf",
    "1e-12",
    "12,5",
    "1,234",
    "1.234,5",
    "1 234",
    "0x10",
    "١٢",
    "1_0",
    "abc",
)
DATES = (
    *("2026-01-01", "9999-12-31", "0001-01-01", "20260101", "2026-W01-1", "1/2/26"),
    *("01/02/2026", "46000", "31.12.2026"),
)
ANSWERS: tuple[Record, ...] = (
    *(osrm(), osrm(**IDS), valhalla(), valhalla(**IDS), valhalla(**NESTED), {**SHORT, **IDS}),
    osrm(durations=[[600, None], [None, 1e9]], **IDS),
)
OFF = (
    "{",
    "[",
    "\ufeff",
    "NaN",
    "-Infinity",
    "1e999",
    "null",
    '"\\ud800"',
    "9" * 400,
    "[" * 5000,
    '{"a":' * 3000,
    "\\",
)


def constituents(random: Random) -> None:
    """A table of constituents, alone and within its case."""
    content = _spoilt_table(random, random.choice(_tables()))
    text = _text(content)
    if text is not None:
        found, faults = read_constituents(text, "table.csv")
        assert found or faults
        for one in found:
            assert_finite(one)
        if faults:
            told_in_words(faults)
    if random.random() < 0.2:
        base = bases()["template"]
        (name,) = base.tables
        case_or_faults(random, lambda: _case_with(base.text, {name: content}))


def travel_table(random: Random) -> None:
    """A table of measured minutes, made up, or the one of the regional office spoilt."""
    if random.random() < 0.05:
        base = bases()["regional-office"]
        name = base.document["access"]["travel_times"]
        tables = base.tables | {name: _spoilt_table(random, base.tables[name])}
        case_or_faults(random, lambda: _case_with(base.text, tables))
        return
    header = random.choice(TRAVEL)
    mark = next(one for one in (",", ";", "\t") if one in header)
    width = header.count(mark) + 1
    rows = [_row(random, width) for _ in range(random.randrange(9))]
    content = (header + "".join(f"{mark.join(row)}\n" for row in rows)).encode()
    ways_or_faults(_spoilt_table(random, content) if random.random() < 0.4 else content)


def travel_json(random: Random) -> None:
    """An answer of a route engine: its document taken apart, or its text spoilt."""
    answer = random.choice(ANSWERS)
    if random.random() < 0.8:
        answer = spoilt_document(random, answer, every_place(answer))
    text = json.dumps(answer, default=str, skipkeys=True, indent=random.choice((None, 1)))
    if random.random() < 0.3:
        spot = random.randint(0, len(text))
        text = text[:spot] + random.choice(OFF) + text[spot:]
    content = text.encode("utf-8", "surrogatepass")
    ways_or_faults(spoilt_bytes(random, content) if random.random() < 0.3 else content)


def ways_or_faults(content: bytes) -> None:
    """Read measured minutes: finite ones, or faults in words."""
    text = _text(content)
    if text is None:
        return
    times, faults = read_travel_times(text, "times", PEOPLE, DOORS)
    assert times or faults
    for one in times:
        quantity = one.quantity
        ends = () if quantity is None else (quantity.low, quantity.mode, quantity.high)
        assert all(math.isfinite(value) and value >= 0.0 for value in (central_of(one.minutes), *ends)), one
        assert list(ends) == sorted(ends), one
    if faults:
        told_in_words(faults)


def assert_finite(one: Constituent) -> None:
    """Look whether a constituent's numbers are finite and its texts can be shown."""
    for value in (one.latitude, one.longitude, one.visits_by_them, one.visits_by_us):
        assert math.isfinite(value), one
    assert one.name, one
    assert one.group, one


def _case_with(text: str, tables: dict[str, bytes]) -> Case:
    return read_case(text.encode(), tables.__getitem__)


def _text(content: bytes) -> str | None:
    try:
        return table_text_of(content, "table")
    except CaseError as error:
        told_in_words(error.faults)
        return None


def _row(random: Random, width: int) -> list[str]:
    """Give a row that is mostly a way, its minutes rising, now and then not."""
    ends = [random.choice(PEOPLE).key, random.choice(("stay", "move", "nowhere"))]
    if random.random() < 0.1:
        ends = [random.choice(ENDS) for _ in range(2)]
    minutes = sorted(random.choice((5, 12, 12.5, 30, 60, 0, 1440)) for _ in range(width - 2))
    cells = [random.choice(MINUTES) if random.random() < 0.05 else str(one) for one in minutes]
    return [*ends, *cells]


@cache
def _tables() -> list[bytes]:
    files = sorted(DATA_CASES[0].parent.glob("*-constituents.csv"))
    whole = [TEMPLATE_TABLE, *(path.read_bytes() for path in files)]
    return [b"\n".join(one.split(b"\n")[:ROWS]) + b"\n" for one in whole]


def _spoilt_table(random: Random, content: bytes) -> bytes:
    """Spoil the cells of a table, its columns or its bytes."""
    if random.random() < 0.4:
        return spoilt_bytes(random, content)
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    for _ in range(random.choice((1, 1, 2, 5))):
        row = random.choice(rows)
        if not row:
            continue
        cell = random.randrange(len(row))
        kind = random.randrange(6)
        if kind == 0:
            row[cell] = str(random.choice(NUMBERS[:-4]))
        elif kind == 1:
            row[cell] = random.choice((*WORDS, *COLUMNS))
        elif kind == 2:
            row[cell : cell + 1] = random.choice(([], [row[cell]] * 2))
        elif kind == 3:
            rows.insert(random.randint(0, len(rows)), list(random.choice(rows)))
        elif kind == 4:
            row[cell] = random.choice(random.choice(rows) or [""])
        else:
            row[cell] = random.choice(
                ("2026-01-01", "9999-12-31", "0001-01-01", "20260101", "1/2/26", "01/02/2026", "46000", "31.12.2026")
            )
    written = io.StringIO()
    ending = random.choice(("\n", "\n", "\n", "\r\n"))
    try:
        csv.writer(written, delimiter=random.choice(",,,;\t"), lineterminator=ending).writerows(rows)
    except csv.Error:
        return content
    encoding = random.choice(("utf-8",) * 6 + ("utf-16", "cp1252"))
    above = random.choice(("",) * 8 + ("\n\n", ",,,\n", "sep=;\n", "A title\n"))
    errors = "surrogatepass" if encoding == "utf-8" else "replace"
    return (above + written.getvalue() + random.choice(LAST)).encode(encoding, errors)
