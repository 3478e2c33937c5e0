"""The long table of measured travel times that r5py writes, and every fault of it by row and column."""

from __future__ import annotations

import pytest

from colocate.casefile.travel_tables import read_travel_times
from tests.ways import BOTH, DOORS, PLAIN, RANGES, many, minutes, read, somebody


def only_fault(text: str, name: str = "times.csv") -> tuple[str, str]:
    """The path and words of a table's only fault."""
    _, faults = read(text, name)
    assert len(faults) == 1, [str(fault) for fault in faults]
    return faults[0].path, str(faults[0])


def test_minutes_are_read_by_name_by_id_and_in_either_direction() -> None:
    found = minutes(PLAIN + "Ministry,stay,31\nch-1,move,12.5\nmove,Union,7\n")
    assert found == {("Ministry", "stay"): 31, ("ch-1", "move"): 12.5, ("Union", "move"): 7}


def test_the_row_numbers_of_pandas_and_notes_are_passed_over() -> None:
    head = ",from_id,to_id,travel_time,distance,geometry,note,source\n"
    assert minutes(head + "0,Ministry,stay,31,4.2,POINT (1 2),x,y\n") == {("Ministry", "stay"): 31}


def test_ways_between_two_constituents_or_two_options_are_passed_over() -> None:
    assert minutes(PLAIN + "Ministry,Union,5\nstay,move,9\nMinistry,Ministry,0\nUnion,stay,8\n") == {
        ("Union", "stay"): 8
    }


def test_percentiles_give_a_range_and_the_median_the_central_minutes() -> None:
    (time,), faults = read(RANGES + "Ministry,stay,20,25,40\n")
    assert faults == []
    assert time.minutes == 25
    quantity = time.quantity
    assert quantity is not None
    assert (quantity.low, quantity.value, quantity.high, quantity.shape) == (20, 25, 40, "pert")
    assert (quantity.least, quantity.most, quantity.unit, quantity.quality) == (0, 1440, "minute", "estimated")
    assert quantity.path == "travel_times[Ministry, stay]"
    assert quantity.source == "measured: times.csv, row 2, percentiles 5 to 95 of departures"


def test_travel_time_goes_before_the_median_and_columns_may_stand_in_any_order() -> None:
    (time,), faults = read("travel_time_p95,travel_time,to_id,travel_time_p05,from_id\n40,30,stay,20,Ministry\n")
    assert faults == []
    assert time.minutes == 30
    assert time.quantity is not None
    assert (time.quantity.low, time.quantity.high) == (20, 40)


@pytest.mark.parametrize(
    "text",
    [
        RANGES + "Ministry,stay,25,25,25\n",  # nothing varies
        "from_id,to_id,travel_time,travel_time_p95\nMinistry,stay,25,40\n",  # one percentile
        BOTH + "Ministry,stay,25,,\n",  # none in this row
    ],
)
def test_without_two_percentiles_that_differ_there_is_no_range(text: str) -> None:
    (time,), faults = read(text)
    assert (time.minutes, time.quantity, faults) == (25, None, [])


def test_both_directions_count_as_their_mean_percentile_by_percentile() -> None:
    (time,), faults = read(RANGES + "Ministry,stay,20,25,40\nstay,Ministry,24,35,60\n")
    assert faults == []
    assert time.minutes == 30
    assert time.quantity is not None
    assert (time.quantity.low, time.quantity.high) == (22, 50)
    assert time.quantity.source == "measured: times.csv, row 2 and row 3, percentiles 5 to 95 of departures"


@pytest.mark.parametrize(("back", "agree"), [("20", True), ("60", True), ("19.9", False), ("80.1", False)])
def test_directions_may_differ_by_half_of_the_longer_one(back: str, *, agree: bool) -> None:
    times, faults = read(PLAIN + f"Ministry,stay,40\nstay,Ministry,{back}\n")
    if agree:
        assert (times[0].minutes, faults) == ((40 + float(back)) / 2, [])
        return
    assert faults[0].path == "times.csv, row 3"
    assert f"{back} minutes contradict the 40 of the other direction (row 2)" in str(faults[0])


BAD: list[tuple[str, str, str, str]] = [
    ("unknown constituent", PLAIN + "Ministri,stay,5\n", "row 2, from_id", 'Ministri". Did you mean "Ministry'),
    ("unknown option", PLAIN + "Ministry,stai,5\n", "row 2, to_id", 'no option "stai". Did you mean "stay"?'),
    ("unknown on the way back", PLAIN + "stay,Unjon,5\n", "row 2, to_id", 'Did you mean "Union"?'),
    ("a name where there is an id", PLAIN + "Chamber,stay,5\n", "row 2, from_id", 'there is no constituent "Chamber"'),
    ("minutes below 0", PLAIN + "Ministry,stay,-5\n", "row 2, travel_time", "off the scale. Due: 0 to 1440"),
    ("more than a day", PLAIN + "Ministry,stay,1441\n", "row 2, travel_time", "off the scale"),
    ("infinity", PLAIN + "Ministry,stay,inf\n", "row 2, travel_time", "inf is off the scale"),
    ("the largest whole number", PLAIN + "Ministry,stay,2147483647\n", "row 2, travel_time", "off the scale"),
    ("words", PLAIN + "Ministry,stay,long\n", "row 2, travel_time", '"long" is not a number'),
    ("words in a percentile", RANGES + "Ministry,stay,1,2,x\n", "row 2, travel_time_p95", '"x" is not a number'),
    ("no way: empty, as pandas writes it", PLAIN + "Ministry,stay,\n", "row 2, travel_time", "no way was found"),
    ("no way: NaN", PLAIN + "Ministry,stay,NaN\n", "row 2, travel_time", "no way was found"),
    ("no way: NA, as R writes it", PLAIN + "Ministry,stay,NA\n", "row 2, travel_time", "no way was found"),
    ("no way at any percentile", RANGES + "Ministry,stay,,,\n", "row 2, travel_time_p5", "no way was found"),
    ("no way at the slowest", RANGES + "Ministry,stay,5,9,\n", "row 2, travel_time_p95", "no way was found. Let the"),
    ("twice", PLAIN + "Ministry,stay,5\nMinistry,stay,6\n", "row 3", "Ministry to stay stands twice, first in row 2"),
    ("twice back", PLAIN + "stay,Union,5\nstay,Union,5\n", "row 3", "stay to Union stands twice, first in row 2"),
    ("a range there only", BOTH + "Union,stay,5,4,6\nstay,Union,5,,\n",
     "row 3", "other percentiles than the way there (row 2). Give the same percentiles for both directions, or for"),
    ("percentiles that fall", RANGES + "Ministry,stay,9,8,10\n", "row 2, travel_time_p50", "8 minutes are below the 9"),
    ("a centre outside", BOTH + "Union,stay,7,4,6\n",
     "row 2, travel_time", "7 minutes lie outside the percentiles (4 to 6)"),
    ("no centre", "from_id,to_id,travel_time_p5,travel_time_p95\nUnion,stay,4,6\n", "column travel_time", "is missing"),
    ("percentile 0", "from_id,to_id,travel_time,travel_time_p0\nUnion,stay,4,6\n", "column travel_time_p0", "is no p"),
    ("percentile 100", "from_id,to_id,travel_time,travel_time_p100\nUnion,stay,4,6\n", "column travel_time_p100", "is"),
    ("a percentile twice", "from_id,to_id,travel_time,travel_time_p5,travel_time_p05\nUnion,stay,4,4,4\n",
     "column travel_time_p05", "is the percentile of column travel_time_p5 again"),
    ("a column twice", "from_id,to_id,travel_time,travel_time\nUnion,stay,4,4\n", "column travel_time", "stands twice"),
    ("an unknown column", "from_id,to_id,travel_time,travel_tme\nUnion,stay,4,4\n", "column travel_tme", "Did you"),
    ("no rows", PLAIN, "", "has no way between a constituent and an option"),
    ("only ways of no use", PLAIN + "Ministry,Union,4\n", "", "has no way between a constituent and an option"),
    ("too few cells", PLAIN + "Union,stay,1\nMinistry,stay\n", "row 3", "has 2 cells, not 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_fault_is_told_by_row_and_column(text: str, place: str, words: str) -> None:
    path, told = only_fault(text)
    assert path == (f"times.csv, {place}" if place else "times.csv")
    assert words in told


def test_missing_columns_are_told_each() -> None:
    _, faults = read("from,to,minutes\nMinistry,stay,5\n")
    assert [fault.path for fault in faults] == [
        f"times.csv, column {name}" for name in ("from_id", "to_id", "travel_time")
    ]


def test_a_name_in_two_rows_of_the_constituents_is_not_matched_by_name() -> None:
    moved = (somebody("Ministry"), somebody("Ministry", 10.5), somebody("Ministry", 10.6, key="min-3"))
    _, faults = read_travel_times(PLAIN + "Ministry,stay,5\n", "times.csv", moved, DOORS)
    assert [fault.path for fault in faults] == ["times.csv, row 2, from_id"]
    assert "stands in more than one row of the constituents. Give each row an id, and name that" in str(faults[0])
    times, faults = read_travel_times(PLAIN + "min-3,stay,5\n", "times.csv", moved, DOORS)
    assert (len(times), faults) == (1, [])


def test_a_name_of_a_constituent_and_of_an_option_is_ambiguous() -> None:
    _, faults = read_travel_times(PLAIN + "stay,move,5\n", "times.csv", (somebody("stay"),), DOORS)
    assert "is both a constituent and an option" in str(faults[0])


def test_two_keys_that_read_alike_in_a_path_are_told() -> None:
    pair = (somebody("Office [north]"), somebody("Office (north)"))
    text = RANGES + "Office [north],stay,1,2,3\nOffice (north),stay,1,2,3\n"
    _, faults = read_travel_times(text, "times.csv", pair, DOORS)
    assert [fault.path for fault in faults] == ["times.csv, row 3"]
    assert "Give each an id, without brackets" in str(faults[0])


def test_many_faults_are_cut_off() -> None:
    _, faults = read(PLAIN + "Nobody,stay,5\n" * 5_000)
    assert len(faults) == 101
    assert "has more than 100 faults" in str(faults[-1])


@pytest.mark.slow
@pytest.mark.timeout(60)  # half a second, unless every row looks through all others
@pytest.mark.parametrize("directions", [1, 2])
def test_a_matrix_of_20_000_pairs_is_read_in_both_directions(directions: int) -> None:
    people, doors = many(5_000), dict.fromkeys(("one", "two", "three", "four"))
    rows = [f"{one.key},{door},{place % 60}\n" for place, one in enumerate(people) for door in doors]
    rows += [f"{door},{one.key},{place % 60}\n" for place, one in enumerate(people) for door in doors][
        : (directions - 1) * 20_000
    ]
    times, faults = read_travel_times(PLAIN + "".join(rows), "times.csv", people, doors)
    assert (len(times), faults) == (20_000, [])


def test_more_ranges_than_draws_can_hold_are_told() -> None:
    people = many(2_001)
    text = RANGES + "".join(f"{one.key},stay,1,2,3\n" for one in people)
    _, faults = read_travel_times(text, "times.csv", people, {"stay": None})
    assert "holds 2,001 ways with a range of percentiles. Due: at most 2,000" in str(faults[0])
