"""A plain matrix of minutes: rows lead from, columns lead to, either way round."""

from __future__ import annotations

import pytest

from tests.ways import minutes, read

MATRIX = "minutes,stay,move\nMinistry,31,12.5\nUnion,8,\nch-1,5,7\n"
FOUND = {
    ("Ministry", "stay"): 31,
    ("Ministry", "move"): 12.5,
    ("Union", "stay"): 8,
    ("ch-1", "stay"): 5,
    ("ch-1", "move"): 7,
}


@pytest.mark.parametrize(
    "text",
    [
        MATRIX,
        MATRIX.replace("minutes", ""),
        "\n,,\n" + MATRIX,
        "Travel times of June\n" + MATRIX,
        MATRIX.replace(",", ";").replace(".", ","),
        MATRIX.replace(",", "\t"),
        MATRIX.replace("\n", ",,\n"),
        MATRIX.replace("move\n", "move,note\n").replace("12.5\n", "12.5,by car\n"),
        "from/to,Ministry,Union,ch-1\nstay,31,8,5\nmove,12.5,,7\n",
        "seconds,stay,move\nMinistry,1860,750\nUnion,480,\nch-1,300,420\n",
    ],
    ids=[
        "plain",
        "no corner",
        "blank rows",
        "a title",
        "semicolons",
        "tabs",
        "trailing",
        "a note",
        "turned",
        "seconds",
    ],
)
def test_a_matrix_is_read(text: str) -> None:
    assert minutes(text) == pytest.approx(FOUND)


def test_hours_are_told_in_the_first_cell() -> None:
    assert minutes('Hours,stay\nMinistry,"0,5"\n') == {("Ministry", "stay"): 30}


def test_both_directions_count_as_their_mean_and_what_is_no_way_is_passed_over() -> None:
    text = ",Ministry,stay,move\nMinistry,0,30,20\nstay,40,0,9\nmove,20,9,0\n"
    assert minutes(text) == {("Ministry", "stay"): 35, ("Ministry", "move"): 20}


BAD = [
    ("an unknown option", MATRIX.replace("move", "moove"), "column moove", 'no option "moove". Did you mean "move"?'),
    ("an unknown constituent", MATRIX.replace("Union", "Unjon"), "row 3, first cell", 'Did you mean "Union"?'),
    ("words", MATRIX.replace("12.5", "far"), "row 2, move", '"far" is not a number. Due: 0 to 1440'),
    ("beyond a day", MATRIX.replace("31", "1500"), "row 2, stay", "off the scale"),
    ("no way", MATRIX.replace("31", "NA"), "row 2, stay", "no way was found"),
    ("a column twice", MATRIX.replace("move", "stay"), "column stay", "stands twice"),
    ("a row twice", MATRIX.replace("Union", "Ministry"), "row 3, stay", "stands twice, first in row 2, stay"),
    ("a number of two readings", 'min,stay\nMinistry,"1,234"\n', "row 2, stay", '"1,234" may be 1.234 or 1,234'),
    ("beyond the last column", MATRIX.replace("12.5", "12.5,7"), "row 2", "has cells beyond the last column"),
    ("nothing", ",stay,move\nMinistry,,\n", "", "has no way between a constituent and an option"),
]


@pytest.mark.parametrize(("text", "place", "words"), [one[1:] for one in BAD], ids=[one[0] for one in BAD])
def test_a_fault_of_a_matrix_is_told_by_row_and_column(text: str, place: str, words: str) -> None:
    _, faults = read(text)
    assert [fault.path for fault in faults] == [f"times.csv, {place}" if place else "times.csv"]
    assert words in str(faults[0])


def test_the_long_form_is_read_in_any_country_too() -> None:
    text = "\nFrom_ID;To_id;Travel time\nMinistry;stay;12,5\nUnion;move;1,234\n"
    assert minutes(text) == {("Ministry", "stay"): 12.5, ("Union", "move"): 1.234}
    _, faults = read("from_id;to_id;travel_time\nMinistry;stay;1,234\n")
    assert [fault.path for fault in faults] == ["times.csv, row 2, travel_time"]
