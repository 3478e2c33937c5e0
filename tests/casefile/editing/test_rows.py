"""The constituents as rows: whatever wrote the table, its rows are there to be changed, and none is lost."""

from __future__ import annotations

import pytest

from colocate.casefile.editing.renaming import with_ways_renamed
from colocate.casefile.editing.rows import pasted, rows_of, table_name, with_rows
from colocate.casefile.editing.state import Editing, begin, undo
from colocate.casefile.template import template_text
from tests.casefile.editing.walking import opened

HEAD = "name,group,latitude,longitude,visits_by_them,visits_by_us\n"
ROW = {
    "name": "Min of Labour", "group": "government", "latitude": "21.03", "longitude": "105.8", "visits_by_them": "4",
    "visits_by_us": "2",
}  # fmt: skip


@pytest.fixture(scope="module")
def hanoi() -> Editing:
    return opened("hanoi")


def test_rows_written_again_are_the_same_constituents(hanoi: Editing) -> None:
    columns, rows = rows_of(hanoi)
    assert columns[0] == "name"
    assert hanoi.good is not None
    assert [row["name"] for row in rows] == [one.name for one in hanoi.good.case.constituents]
    again = with_rows(hanoi, rows)
    assert again.good is not None
    assert again.good.case == hanoi.good.case
    assert rows_of(again)[1] == rows


def test_a_row_at_fault_is_kept_and_told_by_row_and_column(hanoi: Editing) -> None:
    _, rows = rows_of(hanoi)
    changed = with_rows(hanoi, [*rows, {**ROW, "latitude": "north"}])
    assert [fault.path for fault in changed.faults] == [f"{table_name(hanoi)}, row {len(rows) + 2}, latitude"]
    assert rows_of(changed)[1][-1]["latitude"] == "north"
    assert undo(changed).tables == hanoi.tables
    assert with_rows(changed, [*rows, ROW]).is_good


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + "Min of Labour,government,21.03,105.8,4,2\n").encode(),
        (HEAD + "Min of Labour,government,21.03,105.8,4,2\n").encode("utf-16"),
        (HEAD.replace(",", ";") + "Min of Labour;government;21,03;105,8;4;2\n").encode("cp1252"),
        ("\ufeff" + HEAD.replace(",", "\t") + "Min of Labour\tgovernment\t21,03\t105,8\t4\t2").encode(),
        ("\n\n" + HEAD.replace("visits_by_us", "Visits by us").replace("name", "Name")
         + '"Min of Labour",government,21.03,105.8,4,2\n').encode(),
    ],
)  # fmt: skip
def test_a_table_of_any_spreadsheet_is_shown_and_can_be_changed(hanoi: Editing, content: bytes) -> None:
    editing = begin("hanoi.toml", hanoi.text, {table_name(hanoi): content})
    _, rows = rows_of(editing)
    assert [{column: row[column] for column in ROW} for row in rows] == [ROW]
    changed = with_rows(editing, [*rows, {**ROW, "name": "Union", "group": "workers"}])
    assert len(rows_of(changed)[1]) == 2


def test_letters_of_another_encoding_are_no_loss(hanoi: Editing) -> None:
    content = (HEAD + "Minist\u00e8re,government,21,105,4,2\n").encode("cp1252")
    editing = begin("hanoi.toml", hanoi.text, {table_name(hanoi): content})
    assert rows_of(editing)[1][0]["name"] == "Minist\u00e8re"


@pytest.mark.parametrize(
    "text",
    [
        "Min of Labour\tgovernment\t21,03\t105,8\t4\t2",
        "Name\tGroup\tLatitude\tLongitude\tVisits by them\tVisits by us\n"
        "Min of Labour\tgovernment\t21.03\t105.8\t4\t2\n",
        "group;name;longitude;latitude;visits_by_them;visits_by_us\ngovernment;Min of Labour;105,8;21,03;4;2",
        "Min of Labour,government,21.03,105.8,4,2",
    ],
)
def test_rows_are_pasted_with_or_without_the_names_of_columns(text: str) -> None:
    (row,) = pasted(text)
    assert {column: row[column] for column in ROW} == ROW


def test_a_pasted_number_that_could_be_two_is_asked_about_and_one_within_limits_is_not(hanoi: Editing) -> None:
    rows = rows_of(hanoi)[1]
    asked = with_rows(hanoi, [*rows, *pasted("Min of Labour\tgovernment\t21,03\t105,8\t1,234\t2")])
    assert [str(fault.where).rpartition(", ")[2] for fault in asked.faults] == ["visits_by_them"]
    read = with_rows(hanoi, [*rows, *pasted("Min of Labour\tgovernment\t21,026\t105,831\t4\t2")])
    assert read.good is not None
    assert not read.faults
    assert read.good.case.constituents[-1].latitude == 21.026


def test_nothing_is_pasted_from_nothing() -> None:
    for text in ("", " ", "\n\n"):
        assert pasted(text) == []
    assert pasted('"never closed')[0]["name"] == "never closed"


def test_a_case_without_constituents_gets_a_table() -> None:
    editing = begin("short.toml", template_text("short", ""), {})
    bare = editing if "access" not in editing.document else None
    if bare is None:
        pytest.skip("the short template has constituents")
    changed = with_rows(bare, [ROW])
    assert table_name(changed) == "constituents.csv"
    assert rows_of(changed)[1][0]["name"] == ROW["name"]


def test_another_name_of_an_organisation_is_that_of_its_ways_too() -> None:
    before = opened("regional-office")
    _, rows = rows_of(before)
    renamed = with_rows(before, [{**rows[0], "name": "Ministry of Work"}, *rows[1:]])
    assert renamed.good is not None
    assert before.good is not None
    assert renamed.is_good
    old, new = (
        {one.option: one.minutes for one in editing.good.case.travel_times if one.constituent == name}
        for editing, name in ((before, rows[0]["name"]), (renamed, "Ministry of Work"))
        if editing.good is not None
    )
    assert old == new != {}
    assert undo(renamed).tables == before.tables


def test_ways_that_are_told_in_the_case_follow_a_name_and_a_whole_new_list_leaves_them() -> None:
    table = (HEAD + "A,government,1,2,3,4\nB,workers,1,2,3,4\n").encode()
    text = template_text("standard", "rows.csv")
    told = '\n[[access.estimates]]\nconstituent = "A"\noption = "stay"\nminutes = 20\n'
    case = begin("case.toml", text.replace("[[checklist]]", f"{told}\n[[checklist]]", 1), {"rows.csv": table})
    assert case.document["access"]["estimates"][0]["constituent"] == "A"
    _, rows = rows_of(case)
    renamed = with_rows(case, [{**rows[0], "name": "C"}, rows[1]])
    assert renamed.document["access"]["estimates"][0]["constituent"] == "C"
    for left in ([{**rows[0], "name": "C"}, {**rows[1], "name": "D"}], [{**rows[0], "name": "B"}, rows[1]], rows[1:]):
        assert with_rows(case, left).document["access"]["estimates"][0]["constituent"] == "A"


def test_no_name_stands_nowhere_in_measured_ways() -> None:
    tables = {"ways.csv": b"", "other.csv": b""}
    for content in (b"", b",stay\nA,5\n"):
        assert with_ways_renamed(tables | {"ways.csv": content}, {"access": {"travel_times": "ways.csv"}}, "", "C") == (
            tables | {"ways.csv": content}
        )


@pytest.mark.parametrize(
    ("table", "renamed"),
    [
        ("from_id,to_id,travel_time\nA,stay,5\nB,A,6\n", "from_id,to_id,travel_time\nC,stay,5\nB,C,6\n"),
        ("\ufeffFrom ID;To ID;note\nA;stay;A\n", "From ID;To ID;note\nC;stay;A\n"),
        ("minutes,stay,A\nA,5,6\nx,A,7\n", "minutes,stay,C\nC,5,6\nx,A,7\n"),
        ('{"A": 1}', '{"A": 1}'),
        ("from_id,to_id\nAB,stay\n", "from_id,to_id\nAB,stay\n"),
    ],
)
def test_a_name_stands_in_measured_ways_where_a_name_is_due(table: str, renamed: str) -> None:
    document = {"access": {"travel_times": "ways.csv"}}
    found = with_ways_renamed({"ways.csv": table.encode(), "other.csv": b"A"}, document, "A", "C")
    assert found == {"ways.csv": renamed.encode(), "other.csv": b"A"}
