"""Answers of OSRM and Valhalla as tables of travel times: places matched, every fault by place or cell."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.casefile.travel_tables import read_travel_times
from tests.examples import SAME_EACH_TIME, Record
from tests.ways import DOORS, METRE, minutes, read, somebody


def osrm(**changes: Any) -> Record:
    """An answer of OSRM's table service: two constituents to two doors, places moved to the road by some metres."""
    answer: Record = {
        "code": "Ok",
        "durations": [[600, 1200.6], [0, 90]],
        "sources": [
            {"hint": "x", "location": [20.0, 10.0 + 30 * METRE], "name": "Main Street", "distance": 30.2},
            {"hint": "y", "location": [20.0, 10.1], "name": "", "distance": 0},
        ],
        "destinations": [
            {"location": [20.0, 11.0 + 200 * METRE], "name": "", "distance": 201},
            {"location": [20.0, 11.1], "name": "", "distance": 0},
        ],
    }
    return answer | changes


def valhalla(**changes: Any) -> Record:
    """An answer of Valhalla's matrix, verbose: a record for each cell, and the places found."""
    answer: Record = {
        "algorithm": "timedistancematrix",
        "units": "kilometers",
        "sources": [{"lon": 20.0, "lat": 10.0}, {"lon": 20.0, "lat": 10.1}],
        "targets": [{"lon": 20.0, "lat": 11.0}, {"lon": 20.0, "lat": 11.1}],
        "sources_to_targets": [
            [cell(0, 0, 600), cell(0, 1, 1200.6)],
            [cell(1, 0, 0), cell(1, 1, 90)],
        ],
    }
    return answer | changes


def cell(row: int, column: int, seconds: Any) -> Record:
    return {"from_index": row, "to_index": column, "time": seconds, "distance": None if seconds is None else 4.321}


SHORT = {"sources_to_targets": {"durations": [[600, 1200.6], [0, 90]], "distances": [[1, 2], [3, 4]]}, "units": "miles"}
IDS = {"from_ids": ["Ministry", "Union"], "to_ids": ["stay", "move"]}
NESTED = {name: [[one] for one in valhalla()[name]] for name in ("sources", "targets")}
BY_HAND = {("Ministry", "stay"): 10, ("Ministry", "move"): 20.01, ("Union", "stay"): 0, ("Union", "move"): 1.5}


@pytest.mark.parametrize(
    "answer",
    [osrm(), osrm(**IDS, sources=None), valhalla(), valhalla(**NESTED), SHORT | IDS, osrm(from_ids=IDS["from_ids"])],
    ids=["OSRM", "OSRM with ids", "Valhalla", "Valhalla of old", "Valhalla in short", "OSRM with half the ids"],
)
def test_answers_of_routing_engines_are_read_in_minutes(answer: Record) -> None:
    found = minutes("\n " + json.dumps(answer), "answer.csv")  # told by its content, whatever its name
    assert found == pytest.approx(BY_HAND)


def test_a_square_matrix_gives_both_directions_and_passes_the_rest_over() -> None:
    ids = ["Ministry", "stay"]
    assert minutes(
        json.dumps({"code": "Ok", "durations": [[None, 600], [720, 0]], "from_ids": ids, "to_ids": ids})
    ) == {("Ministry", "stay"): 11}


def test_an_option_without_a_place_is_matched_by_its_id() -> None:
    answer = osrm(to_ids=["nowhere", "stay"])
    assert minutes(json.dumps(answer))[("Ministry", "nowhere")] == 10


@pytest.mark.parametrize(
    ("metres", "told", "found"),
    [
        (249, 0, True),
        (251, 0, False),  # beyond 250 m
        (251, None, False),
        (400, 390, True),  # the engine tells that it moved the place
        (499, 499, True),
        (505, 505, False),  # beyond 500 m, whatever the engine tells
        (10, 290, False),  # it moved the place by 290 m, and this one is 10 m away: another one
    ],
)
def test_a_place_lies_within_250_m_and_the_move_that_the_engine_tells(
    metres: float, told: float | None, *, found: bool
) -> None:
    moved = {} if told is None else {"distance": told}
    there = {"location": [20.0, 10.0 + metres * METRE]} | moved
    answer = osrm(durations=[[60, 60]], sources=[there])
    times, faults = read(json.dumps(answer))
    if found:
        assert [one.constituent for one in times] == ["Ministry", "Ministry"]
        return
    assert [fault.path for fault in faults] == ["times.csv, sources[0]"]
    assert "no constituent or option lies within" in str(faults[0])
    assert 'Add "from_ids" to the top level of the file' in str(faults[0])


@pytest.mark.parametrize(("apart", "clear"), [(0, False), (99, False), (101, True)])
def test_two_places_as_near_as_each_other_are_not_guessed(apart: float, *, clear: bool) -> None:
    people = (somebody("Ministry"), somebody("Union", 10.0 + apart * METRE))
    answer = json.dumps(osrm(durations=[[60, 60]], sources=[{"location": [20.0, 10.0], "distance": 0.0}]))
    times, faults = read_travel_times(answer, "times.json", people, DOORS)
    if clear:
        assert {one.constituent for one in times} == {"Ministry"}
        return
    assert [fault.path for fault in faults] == ["times.json, sources[0]"]
    assert "may be Ministry or Union: they lie too near to each other" in str(faults[0])


def test_places_are_matched_across_the_date_line_and_at_the_pole() -> None:
    people = (somebody("East", 0.0, 179.9999), somebody("Pole", 90.0, 0.0))
    places = [{"location": [-179.9999, 0.0]}, {"location": [137.0, 89.9999]}]
    times, faults = read_travel_times(json.dumps(osrm(sources=places)), "times.json", people, DOORS)
    assert faults == []
    assert {one.constituent for one in times} == {"East", "Pole"}


BAD_ANSWERS: list[tuple[str, Any, str, str]] = [
    ("another code", {"code": "NoTable", "message": "No table found"}, "code", 'answered "NoTable": No table found'),
    ("no code", {"durations": [[1]]}, "code", 'is missing. Due: "Ok"'),
    ("an error of Valhalla", {"error_code": 442, "error": "No path could be found"}, "error_code", "No path could"),
    ("another thing", {"features": []}, "", "is no answer of a routing engine"),
    ("a list", [[1]], "", "is a list, not the answer"),
    ("no matrix", osrm(durations=None), "durations", "is no matrix"),
    ("an empty matrix", osrm(durations=[]), "durations", "is no matrix"),
    ("a row that is none", osrm(durations=[[1, 2], 3]), "durations[1]", "is no row"),
    ("a ragged matrix", osrm(durations=[[1, 2], [3]]), "durations[1]", "has 1 cell, not 2"),
    ("a ragged one of Valhalla", valhalla(sources_to_targets=[[cell(0, 0, 1)] * 2, [cell(1, 0, 1)]]),
     "sources_to_targets[1]", "has 1 cell, not 2"),
    ("no way", osrm(durations=[[600, 600], [600, None]]), "durations[1][1]", "no way was found"),
    ("no way of Valhalla", valhalla(sources_to_targets=[[cell(0, 0, 1), cell(0, 1, None)], [cell(1, 0, 1)] * 2]),
     "sources_to_targets[0][1].time", "no way was found"),
    ("no way in short", IDS | {"sources_to_targets": {"durations": [[1, 1], [None, 1]]}},
     "sources_to_targets.durations[1][0]", "no way was found"),
    ("seconds below 0", osrm(durations=[[-1, 1], [1, 1]]), "durations[0][0]", "-1 seconds are off the scale"),
    ("more than a day", osrm(durations=[[86401, 1], [1, 1]]), "durations[0][0]", "Due: 0 to 86400"),
    ("words", osrm(durations=[["far", 1], [1, 1]]), "durations[0][0]", '"far" is not a number of seconds'),
    ("a switch", osrm(durations=[[True, 1], [1, 1]]), "durations[0][0]", "true is not a number of seconds"),
    ("a number for a record", valhalla(sources_to_targets=[[1, 1], [1, 1]]), "", "is no record with a time"),
    ("a cell out of place", valhalla(sources_to_targets=[[cell(0, 0, 1), cell(0, 0, 1)], [cell(1, 0, 1)] * 2]),
     "sources_to_targets[0][1].to_index", "is not 1, where it stands"),
    ("estimated cells", osrm(fallback_speed_cells=[[0, 1]]), "fallback_speed_cells", "are estimates by the engine"),
    ("too few sources", osrm(sources=osrm()["sources"][:1]), "sources", "has 1 entry. The matrix has 2"),
    ("too many ids", osrm(from_ids=["Ministry"] * 3), "from_ids", "has 3 entries. The matrix has 2"),
    ("ids that are no list", osrm(to_ids="stay"), "to_ids", "is no list"),
    ("an id that is none", osrm(to_ids=["stay", {}]), "to_ids[1]", "is no name"),
    ("an unknown id", osrm(to_ids=["stay", "moove"]), "to_ids[1]", 'Did you mean "move"?'),
    ("no places", {"code": "Ok", "durations": [[1]], "to_ids": ["stay"]}, "sources", 'add "from_ids"'),
    ("no places in short", SHORT, "", 'Ask the engine for the places too, or add "from_ids"'),
    ("a place that was not found", valhalla(sources=[None, {"lon": 20.0, "lat": 10.1}]), "sources[0]", "no location"),
    ("a place off the globe", osrm(destinations=[{"location": [200, 11]}, {"location": [20, 11.1]}]),
     "destinations[0]", "has no location"),
    ("a place of nobody", osrm(destinations=[{"location": [20, 11]}, {"location": [20, 12]}]),
     "destinations[1]", 'within 250 m of 12, 20. Add "to_ids"'),
    ("a source twice", osrm(from_ids=["Ministry", "Ministry"], durations=[[1, 1], [1, 1]]),
     "durations[1][0]", "Ministry to stay stands twice, first in durations[0][0]"),
    ("directions in conflict", {"code": "Ok", "durations": [[0, 600], [60, 0]], "from_ids": ["Union", "stay"],
     "to_ids": ["Union", "stay"]}, "durations[1][0]", "1 minutes contradict the 10 of the other direction (du"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "place", "words"), [row[1:] for row in BAD_ANSWERS], ids=[row[0] for row in BAD_ANSWERS]
)
def test_a_fault_of_an_answer_is_told_by_place_or_cell(answer: Any, place: str, words: str) -> None:
    _, faults = read(json.dumps(answer), "times.json")
    path = f"times.json, {place}" if place else faults[0].path
    assert faults[0].path == path
    assert words in str(faults[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"code": "Ok", "durations": [[NaN]]}', "holds NaN, which is no number of JSON"),
        ('{"code": "Ok", "durations": [[-Infinity]]}', "holds -Infinity, which is no number"),
        ('{"code": "Ok",\n "durations": [[1}', "line 2: cannot be read as JSON"),
        ("{" * 100_000, "cannot be read as JSON"),
        ('{"a":' * 100_000, "is nested too deeply"),
        ("[" * 100_000, "is nested too deeply"),
        (json.dumps(osrm()).replace("1200.6", "9" * 5000), "is not a number of seconds"),
        (json.dumps(osrm()).replace("1200.6", "1e999"), "is not a number of seconds"),
        (json.dumps(osrm()).replace("1200.6", "-" + "9" * 18), "off the scale"),
    ],
)
def test_json_that_cannot_be_used_is_a_fault_in_words(text: str, words: str) -> None:
    _, faults = read(text, "times.json")
    assert any(words in str(fault) for fault in faults)


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, -1, 0, 60, 1e300, True, "x", "Ministry", "stay", [], {}, [[]], [20.0, 10.0], {"time": 5}]
)


@SAME_EACH_TIME
@given(st.data())
def test_an_answer_spoilt_anywhere_is_refused_in_words_or_read(data: st.DataObject) -> None:
    answer = data.draw(st.sampled_from([osrm(), osrm(**IDS), valhalla(), SHORT | IDS]))
    answer = json.loads(json.dumps(answer))
    place: Any = answer
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(ODD)
    times, faults = read(json.dumps(answer), "times.json")
    assert times or faults
    assert all(str(fault).isprintable() for fault in faults)
    assert all(0 <= one.minutes <= 1440 for one in times)


@SAME_EACH_TIME
@given(st.text(alphabet='{}[]:,"\n 0159.eEnulNa-from_idtlvp', max_size=60))
def test_any_text_is_refused_in_words(text: str) -> None:
    _, faults = read(text)
    assert faults
