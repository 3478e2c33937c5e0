"""Tables as spreadsheets of any country write them: each of a list made by hand is read right, or asked by its cell."""

from __future__ import annotations

from datetime import date

import pytest

from colocate.casefile.dates_written import date_written
from colocate.casefile.encoding import table_text_of
from colocate.casefile.faults import CaseError
from colocate.casefile.numbers_written import as_numbers, decimal_mark_of, number_written
from colocate.casefile.tables import read_constituents
from tests.documents import DATA_CASES, HEADER

COLUMNS = "name,group,latitude,longitude,visits_by_them,visits_by_us"
PLAIN = f"{COLUMNS}\nMinistère,government,9.02,38.76,10,5\nUnion,workers,9.03,38.74,10.5,1234\n"


def of_visits(*cells: str) -> tuple[list[object], list[str]]:
    """The visits that a column of cells is read as, and the faults of its table."""
    rows = "".join(f'C{place};g;9.5;38.5;"{cell}";1\n' for place, cell in enumerate(cells))
    found, faults = read_constituents(COLUMNS.replace(",", ";") + "\n" + rows, "t.csv")
    return [one.visits_by_them for one in found], [str(fault) for fault in faults]


READ: list[tuple[list[str], list[float]]] = [
    (["12", "12.5"], [12, 12.5]),
    (["12,5"], [12.5]),
    (["12,5", "1,234"], [12.5, 1.234]),
    (["12.5", "1,234"], [12.5, 1234]),
    (["12,5", "1.234"], [12.5, 1234]),
    (["123,456.5", "1,234"], [123456.5, 1234]),
    (["12.345,5", "1.234", "1,234"], [12345.5, 1234, 1.234]),
    (["12,345.5", "1.234", "1,234"], [12345.5, 1.234, 1234]),
    (["0,125", "1,234"], [0.125, 1.234]),
    (["1234,567"], [1234.567]),
    (["1 234", "1\u00a0234", "1\u202f234", "1'234", "1\u2019234"], [1234] * 5),
    (["1 234,5", "1,234"], [1234.5, 1.234]),
    (["1 234,567", "1,234"], [1234.567, 1.234]),
    (["1.234"], [1.234]),
    (["1.5E+03", "2e2"], [1500, 200]),
    (["1,5E+03"], [1500]),
    (["12,5", "12.5"], [12.5, 12.5]),
    (["+3", "0"], [3, 0]),
    (["100.234,5", "12"], [100234.5, 12]),
]


@pytest.mark.parametrize(("cells", "numbers"), READ, ids=[" ".join(cells) for cells, _ in READ])
def test_a_column_of_numbers_is_read(cells: list[str], numbers: list[float]) -> None:
    assert of_visits(*cells) == (numbers, [])


ASKED: list[tuple[list[str], list[int], str]] = [
    (["1,234"], [2], '"1,234" may be 1.234 or 1,234. Write 1234, or 1.2340 with one more digit'),
    (["5", "1,234", "7,890"], [3, 4], '"1,234" may be 1.234 or 1,234'),
    (["12,5", "12.5", "1,234"], [4], '"1,234" may be'),
    (["12,5", "12.5", "1.234"], [4], '"1.234" may be 1.234 or 1,234'),
    (["1,234", "1.234"], [2, 3], '"1,234" may be'),
]


@pytest.mark.parametrize(("cells", "rows", "words"), ASKED, ids=[" ".join(cells) for cells, _, _ in ASKED])
def test_a_number_that_could_be_two_is_asked_by_row_and_column(cells: list[str], rows: list[int], words: str) -> None:
    _, faults = of_visits(*cells)
    assert [fault.partition(": ")[0] for fault in faults] == [f"t.csv, row {row}, visits_by_them" for row in rows]
    assert words in faults[0]


def test_what_is_asked_can_be_answered_as_told() -> None:
    assert of_visits("1234")[0] == [1234]
    assert of_visits("1.2340")[0] == [1.234]
    assert of_visits("1,2340")[0] == [1.234]


@pytest.mark.parametrize(
    "cell", ["1,23,4", "1.2.3", "12,34.5", "1,234.567,8", "1 23", "1''234", ",", "--1", "1.234,5.6"]
)
def test_marks_that_part_nothing_are_told(cell: str) -> None:
    assert number_written(cell, ",") is None or number_written(cell, ".") is None
    _, faults = of_visits(cell)
    assert len(faults) == 1
    assert "is not a number. Due: 0 to 1e+06, in digits like 12.5 or 12,5" in faults[0]


def test_what_the_column_can_hold_decides() -> None:
    """No latitude is 9,025: three digits after a comma are decimals there."""
    text = COLUMNS.replace(",", ";") + "\nA;g;9,025;38,761;1;1\n"
    found, faults = read_constituents(text, "t.csv")
    assert faults == []
    assert (found[0].latitude, found[0].longitude) == (9.025, 38.761)


def test_another_column_with_commas_makes_points_doubtful() -> None:
    """A German Excel writes 9,02 and, with its marks for thousands, 1.234."""
    text = COLUMNS.replace(",", ";") + "\nA;g;9,02;38,76;1.234;1\n"
    _, faults = read_constituents(text, "t.csv")
    assert [fault.path for fault in faults] == ["t.csv, row 2, visits_by_them"]


def test_numbers_without_any_mark_are_left_as_they_are() -> None:
    rows = [(2, {"a": "12", "b": "x"}), (3, {"a": "nan", "b": "1.25"})]
    assert as_numbers(rows, "t", {"a": (0, 9), "b": (0, 9)}) == {}
    assert rows == [(2, {"a": "12", "b": "x"}), (3, {"a": "nan", "b": "1.25"})]


def test_the_mark_that_a_cell_proves() -> None:
    told = {
        "1,5": ",",
        "1.5": ".",
        "1,234": None,
        "1.234,5": ",",
        "1,234.5": ".",
        "1,234,567": ".",
        "": None,
        "x": None,
    }
    assert {cell: decimal_mark_of(cell) for cell in told} == told


def of_dates(*cells: str) -> tuple[list[date | None], list[str]]:
    rows = "".join(f"C{place},g,9,38,1,1,{cell},\n" for place, cell in enumerate(cells))
    found, faults = read_constituents(HEADER + rows, "t.csv")
    return [one.since for one in found], [str(fault) for fault in faults]


MARCH = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (
            ["2025-03-01", "20250301", "2025-03-01 00:00:00", "2025-03-01T00:00:00", "2025/3/1", ""],
            [MARCH] * 5 + [None],
        ),
        (["01.03.2025", "1.3.2025"], [MARCH] * 2),
        (["45717", "45717.0"], [MARCH] * 2),
        (["01/03/2025", "31/12/2024"], [MARCH, date(2024, 12, 31)]),
        (["03/01/2025", "12/31/2024"], [MARCH, date(2024, 12, 31)]),
        (["01-03-2025", "31-12-2024"], [MARCH, date(2024, 12, 31)]),
        (["03/03/2025"], [date(2025, 3, 3)]),
    ],
)
def test_dates_are_read(cells: list[str], dates: list[date | None]) -> None:
    assert of_dates(*cells) == (dates, [])


def test_a_date_that_could_be_two_is_asked() -> None:
    _, faults = of_dates("2025-03-01", "01/03/2025")
    assert faults == [
        't.csv, row 3, since: "01/03/2025" may be 2025-03-01 or 2025-01-03. Write the one that is meant, year first'
    ]
    assert len(of_dates("01/03/2025", "31/12/2024", "12/31/2024")[1]) == 1


@pytest.mark.parametrize("cell", ["1/3/25", "2025", "99999", "30.02.2025", "13/13/2025", "March 2025", "1/3-2025"])
def test_what_is_no_date_is_told(cell: str) -> None:
    assert date_written(cell) is None
    _, faults = of_dates(cell)
    assert len(faults) == 1
    assert "Due: like 2025-03-01" in faults[0]


FRENCH = PLAIN.replace(",", ";").replace(".", ",")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("text", [PLAIN, FRENCH, FRENCH.replace(";", "\t"), PLAIN.replace("\n", "\r\n")])
def test_one_table_in_every_encoding_and_with_every_mark(text: str, encoding: str) -> None:
    found = read_constituents(table_text_of(text.encode(encoding), "t.csv"), "t.csv")
    assert found == read_constituents(PLAIN, "t.csv")
    assert found[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "\n\n" + PLAIN,
        ",,,,,\n ,,,,,\n" + PLAIN,
        "Constituents of the office\n\n" + PLAIN,
        "sep=;\n" + FRENCH,
        PLAIN.replace("name,", " Name ,").replace("visits_by_them", "Visits by them").replace("latitude", "LATITUDE"),
        PLAIN.replace("\n", ",,,\n"),
        PLAIN.replace("visits_by_us\n", "visits_by_us,,,\n"),
        PLAIN + ",,,,,\n\n",
    ],
    ids=["blank rows", "empty cells", "a title", "sep", "capitals", "trailing", "trailing header", "below"],
)
def test_a_header_is_found_where_it_stands(text: str) -> None:
    found, faults = read_constituents(text, "t.csv")
    assert faults == []
    assert found == read_constituents(PLAIN, "t.csv")[0]


def test_rows_are_told_by_their_number_in_the_file() -> None:
    _, faults = read_constituents("\n\n" + PLAIN.replace("38.74", "x"), "t.csv")
    assert [fault.path for fault in faults] == ["t.csv, row 5, longitude"]


def test_a_name_as_the_format_writes_it_goes_before_one_with_capitals() -> None:
    text = PLAIN.replace("visits_by_us", "visits_by_us,Name").replace(",5\n", ",5,note\n").replace("1234\n", "1234,x\n")
    assert read_constituents(text, "t.csv") == read_constituents(PLAIN, "t.csv")


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("Министерство", "cp1251"), ("Związek łąk", "cp1250"), ("İşçi", "cp1254"), ("Υπουργείο", "cp1253"),
     ("وزارة", "cp1256"), ("劳工部", "gbk"), ("กระทรวง", "cp874"), ("Ministerstvo školství", "cp1250")],
)  # fmt: skip
def test_letters_of_another_code_page_are_told_by_their_line(words: str, encoding: str) -> None:
    content = PLAIN.replace("Ministère", words).encode(encoding, "ignore")
    with pytest.raises(CaseError, match=r"t\.csv, line 2: is not saved as UTF-8"):
        table_text_of(content, "t.csv")


def test_the_ways_of_western_europe_are_read() -> None:
    for word in (
        "Ministère de l\u2019Emploi",
        "Ministério da Educação",
        "Verbände",
        "Organización, nº 1",
        "Håndværk",
        "Œuvre",
    ):
        assert word in table_text_of(f"name\n{word}\n".encode("cp1252"), "t.csv")


def test_row_and_column_of_what_is_missing_or_too_many_are_told() -> None:
    _, faults = read_constituents(PLAIN + "A,g,1\n" + "B,g,1,2,3,4,x\n", "t.csv")
    assert [str(fault) for fault in faults] == [
        "t.csv, row 4: has 3 cells, not 6. Cells are missing from longitude on; one with a comma in it needs quotes",
        't.csv, row 5: has 7 cells, not 6. "x" stands beyond the last column; a cell with a comma in it needs quotes',
    ]


def test_tables_of_ours_are_read_as_they_were() -> None:
    for path in sorted(DATA_CASES[0].parent.glob("*constituents.csv")):
        text = path.read_text(encoding="utf-8")
        assert table_text_of(path.read_bytes(), path.name) == text
        found, faults = read_constituents(text, path.name)
        assert faults == []
        assert len(found) == len([line for line in text.splitlines() if line.strip()]) - 1
