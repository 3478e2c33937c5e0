"""The tables beside a case: every fault by row and column, and nothing read from outside the case's folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from colocate.casefile.faults import CaseError
from colocate.casefile.reading import load_case
from colocate.casefile.tables import read_constituents
from colocate.casefile.template import write_template
from tests.documents import HEADER

ROW = "Ministry,government,10,20,1,2,,\n"
TIMES = "from_id,to_id,travel_time\n"

TABLES: list[tuple[str, str, str, str]] = [
    ("no columns", "name,group,latitude\na,b,1\n", "column longitude", "is missing"),
    ("no visits", "name,group,latitude\na,b,1\n", "column visits_by_us", "The first row reads: name, group, latitude"),
    ("colons", (HEADER + ROW).replace(",", ":"), "column name", "is missing"),
    ("a column twice", f"name,{HEADER}", "column name", "stands twice"),
    ("no rows", HEADER, "", "has no rows"),
    ("blank rows", HEADER + ",,,,,,,\n\n", "", "has no rows"),
    ("north of the pole", HEADER + "a,b,91,0,1,1,,\n", "row 2, latitude", "91 is off the scale. Due: -90 to 90"),
    ("round the globe", HEADER + "a,b,0,-181,1,1,,\n", "row 2, longitude", "off the scale. Due: -180 to 180"),
    ("words for a number", HEADER + "a,b,here,0,1,1,,\n", "row 2, latitude", '"here" is not a number'),
    ("commas that part nothing", HEADER + 'a,b,"10,,5",0,1,1,,\n', "row 2, latitude", "in digits like 12.5 or 12,5"),
    ("nothing for a number", HEADER + "a,b,,0,1,1,,\n", "row 2, latitude", "is empty. Due: -90 to 90"),
    ("not a number", HEADER + "a,b,nan,0,1,1,,\n", "row 2, latitude", "nan is off the scale"),
    ("infinity", HEADER + "a,b,0,inf,1,1,,\n", "row 2, longitude", "inf is off the scale"),
    ("1e400", HEADER + "a,b,0,0,1e400,1,,\n", "row 2, visits_by_them", "1e400 is off the scale"),
    ("visits below 0", HEADER + "a,b,0,0,1,-1,,\n", "row 2, visits_by_us", "-1 is off the scale"),
    ("too few cells", HEADER + ROW + "a,b,1\n", "row 3", "has 3 cells, not 8"),
    ("too many cells", HEADER + "a,b,1,1,1,1,,,,x\n", "row 2", "has 10 cells, not 8"),
    ("a row twice", HEADER + ROW + ROW, "row 3, name", '"Ministry" stands in row 2 already'),
    ("no name", HEADER + ",b,0,0,1,1,,\n", "row 2, name", "is empty"),
    ("no group", HEADER + "a, ,0,0,1,1,,\n", "row 2, group", "is empty"),
    ("unclosed quote", HEADER + '"' + ROW, "row 2", "cannot be read as CSV"),
    ("a cell of 200 000 characters", HEADER + f'"{"x" * 200_000}",b,0,0,1,1,,\n', "row 2", "cannot be read as CSV"),
    ("a date that is none", HEADER + "a,b,0,0,1,1,32/02/2020,\n", "row 2, since", "Due: like 2025-03-01"),
    ("until before since", HEADER + "a,b,0,0,1,1,2020-01-01,2019-01-01\n", "row 2, until", "is not after since"),
    ("until as since", HEADER + "a,b,0,0,1,1,2020-01-01,2020-01-01\n", "row 2, until", "is not after since"),
    ("too many rows", HEADER + "".join(f"c{n},g,0,0,1,1,,\n" for n in range(20_001)), "", "more than 20,000 rows"),
]


@pytest.mark.parametrize(("text", "place", "words"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_a_fault_of_the_table_is_told_by_row_and_column(text: str, place: str, words: str) -> None:
    found = {fault.path: str(fault) for fault in read_constituents(text, "them.csv")[1]}
    path = f"them.csv, {place}" if place else "them.csv"
    assert path in found
    assert words in found[path]


def test_every_fault_of_a_table_is_told_at_once_and_good_rows_are_kept() -> None:
    rows, faults = read_constituents(HEADER + "a,b,91,181,x,-1,,\n" + ROW + "c,d,1\n", "them.csv")
    assert [row.name for row in rows] == ["Ministry"]
    assert len(faults) == 5


def test_a_table_as_a_spreadsheet_with_decimal_commas_writes_it() -> None:
    plain = "name,group,latitude,longitude,visits_by_them,visits_by_us\nMinistry,government,9.02,38.76,10,5\n"
    for mark in ";\t":
        text = plain.replace(",", mark).replace(".", ",")
        assert read_constituents(text, "them.csv") == read_constituents(plain, "them.csv")
    assert read_constituents(plain, "them.csv")[0][0].latitude == 9.02


@pytest.mark.parametrize("row", ["Ministry,government,9,38,10,5", "Ministry,government,9,38,10,5,,,,"])
def test_cells_left_empty_at_the_end_of_a_row_may_be_missing_or_too_many(row: str) -> None:
    found, faults = read_constituents(f"{HEADER.strip()},source\n{row}\n", "them.csv")
    assert faults == []
    assert (found[0].visits_by_us, found[0].source) == (5, "")


@pytest.mark.parametrize("row", ["Ministry,government,9,38,10", "Ministry,government,9,38,10,5,,,,x"])
def test_other_cells_that_are_missing_or_too_many_are_a_fault(row: str) -> None:
    found, faults = read_constituents(f"{HEADER.strip()},source\n{row}\n", "them.csv")
    assert "cells, not 9" in str(faults[0])
    assert found == ()


def test_a_capital_makes_no_other_group() -> None:
    rows = ROW.replace("government", "Government") + ROW.replace("Ministry", "Board").replace(
        "government", "GOVERNMENT"
    )
    found, faults = read_constituents(HEADER + rows, "them.csv")
    assert faults == []
    assert [one.group for one in found] == ["Government", "Government"]


def test_a_table_without_dates_and_with_notes_of_its_own_is_fine() -> None:
    text = "\ufeffnote,name,group,latitude,longitude,visits_by_them,visits_by_us\r\nx,a,b,-90,180,0,1000000\r\n"
    rows, faults = read_constituents(text, "them.csv")
    assert faults == []
    assert (rows[0].latitude, rows[0].longitude, rows[0].since, rows[0].until) == (-90.0, 180.0, None, None)


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, Path]:
    """The template and its table, on disk."""
    return write_template(tmp_path / "case.toml")


def fault_of(case: Path) -> str:
    with pytest.raises(CaseError) as told:
        load_case(case)
    assert len(told.value.faults) == 1
    return str(told.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        ((HEADER + ROW).encode("utf-16")[:-1], "is saved as UTF-16, and broken"),
        ((HEADER + ROW.replace("Ministry", "Министерство")).encode("cp1251"), "line 2: is not saved as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not text"),
    ],
    ids=["empty", "blank", "utf-16", "cp1251", "binary"],
)
def test_a_table_that_is_not_text_is_told(written: tuple[Path, Path], content: bytes, words: str) -> None:
    case, table = written
    table.write_bytes(content)
    assert words in fault_of(case)
    assert table.read_bytes() == content


def test_a_table_of_50_mb_is_refused_unread(written: tuple[Path, Path]) -> None:
    case, table = written
    os.truncate(table, 50_000_000)
    assert "has 50.0 MB. Due: at most 8 MB" in fault_of(case)


def test_a_table_that_is_not_there_is_told(written: tuple[Path, Path]) -> None:
    case, table = written
    table.unlink()
    assert fault_of(case).startswith(f'access.constituents: "{table.name}" cannot be opened')


OUTSIDE = ("../x.csv", "/etc/passwd", "C:\\x.csv", "C:x.csv", "..", ".", "./x.csv", "sub/x.csv", "~/x.csv", "a\0b")


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_table_outside_the_folder_of_the_case_is_refused(written: tuple[Path, Path], name: str) -> None:
    case, table = written
    (case.parent.parent / "x.csv").write_text(HEADER + ROW, encoding="utf-8")
    words = name.replace("\\", "\\\\").replace("\0", "\\u0000")
    case.write_text(case.read_text(encoding="utf-8").replace(table.name, words), encoding="utf-8")
    told = fault_of(case)
    assert told.startswith("access.constituents: ")
    assert ("holds the control character U+0000" if "\0" in name else "is a path, not the name of a file") in told


@pytest.mark.parametrize("target", ["../x.csv", "link.csv"])
def test_a_link_out_of_the_folder_is_refused(written: tuple[Path, Path], target: str) -> None:
    case, table = written
    (case.parent.parent / "x.csv").write_text(HEADER + ROW, encoding="utf-8")
    link = case.with_name("link.csv")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links")
    case.write_text(case.read_text(encoding="utf-8").replace(table.name, link.name), encoding="utf-8")
    assert "leads out of the folder of the case" in fault_of(case)


def test_faults_of_the_case_and_of_both_tables_are_told_together(written: tuple[Path, Path]) -> None:
    case, table = written
    table.write_text(HEADER + "Ministry,government,91,0,1,1,,\n", encoding="utf-8")
    case.with_name("times.csv").write_text(TIMES + "Nobody,stay,5\n", encoding="utf-8")
    text = case.read_text(encoding="utf-8").replace("ideal = 20", 'ideal = 80\ntravel_times = "times.csv"')
    case.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as told:
        load_case(case)
    paths = [fault.path for fault in told.value.faults]
    assert paths == ["access.limit", f"{table.name}, row 2, latitude", "times.csv, row 2, from_id"]
