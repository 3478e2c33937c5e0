"""Measured times beside a case: drawn within their range, named, before own estimates, refused if too large."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate.case import Case
from colocate.case.reach import TravelTime
from colocate.casefile.changing import change
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import check_document, load_case
from colocate.casefile.template import write_template
from colocate.draws.sampling import sample
from colocate.model.evaluate import evaluate
from colocate.words.naming import heading_of, name_of
from tests.documents import DATA_CASES
from tests.drawn import minutes_by_draw
from tests.examples import ACCESS, PLACE, Record, office_case, office_document, option
from tests.ways import PLAIN, RANGES

TABLE = "Federation,employers,0,0.3,10,5,,\nUnion,workers,0,0.1,6,2,,\n"
DOOR = option("stay", place=PLACE), option("other", place=PLACE | {"latitude": 0.1})
MEASURED = ACCESS | {"travel_times": "times.csv"}


def case_with(times: str, head: str = RANGES, access: Record = MEASURED, **changes: Any) -> Case:
    """The tiny office with two constituents and a table of measured times with any first row."""
    files = {
        "constituents.csv": f"name,group,latitude,longitude,visits_by_them,visits_by_us,since,until\n{TABLE}",
        "times.csv": head + times,
    }
    return check_document(office_document(*DOOR, access=access, **changes), lambda name: files[name].encode())


def test_a_measured_range_is_drawn_within_its_percentiles() -> None:
    case = case_with("Union,other,41,44,59\n")
    draws = sample(case, 512)
    assert list(draws) == ["travel_times[Union, other]"]
    drawn = draws["travel_times[Union, other]"]
    assert 41 <= drawn.min() < 42.5  # PERT comes near to its limits and never beyond them
    assert 55 < drawn.max() <= 59
    futures = evaluate(case, draws=512)
    access = futures.options[1].access
    assert access is not None
    assert access.known == ("distance", "measured")
    minutes = minutes_by_draw(access)
    assert minutes[1].tolist() == drawn.tolist()
    assert float(access.minutes[1, 0]) == pytest.approx((41 + 4 * 44 + 59) / 6, abs=0.05)  # the mean of PERT
    assert float(np.ptp(minutes[0])) == 0.0
    without = evaluate(case_with("Federation,stay,70,71,72\n"), draws=512).options[1].access
    assert without is not None
    assert abs(float(without.minutes[1, 0]) - float(access.minutes[1, 0])) > 5


def test_a_measured_range_leaves_the_draws_of_all_other_figures_as_they_are() -> None:
    regional = next(path for path in DATA_CASES if path.stem == "regional-office")
    before = load_case(regional)
    files = {path.name: path.read_bytes() for path in regional.parent.glob("*.csv")}
    name = str(before.document["access"]["travel_times"])
    rows = files[name].decode().splitlines()
    percentiles = [f"{row},{float(row.split(',')[2]) - 5},{float(row.split(',')[2]) + 9}" for row in rows[1:]]
    files[name] = "\n".join([f"{rows[0]},travel_time_p5,travel_time_p95", *percentiles]).encode()
    after = check_document(before.document, lambda name: files[name])
    old, new = sample(before, 256), sample(after, 256)
    added = [path for path in new if path not in old]
    assert added == [f"travel_times[{', '.join(row.split(',')[:2])}]" for row in rows[1:]]
    assert all(np.array_equal(values, new[path]) for path, values in old.items())


def estimated(constituent: str, door: str, minutes: Any) -> Record:
    return {"constituent": constituent, "option": door, "minutes": minutes}


def test_an_own_estimate_is_used_where_nothing_is_measured_and_measured_goes_before_it() -> None:
    own = [estimated("Union", "other", 33), estimated("Federation", "other", 55)]
    case = case_with("Union,other,12\n", PLAIN, MEASURED | {"estimates": own})
    here, there = (one.access for one in evaluate(case).options)
    assert here is not None
    assert there is not None
    assert here.known == ("distance", "distance")
    assert there.known == ("own estimate", "measured")
    assert there.minutes[:, 0].tolist() == [55, 12]
    assert here.minutes[1, 0] == pytest.approx(0.1 * 111.195 * 2, rel=1e-4)


def test_measured_ways_and_estimates_have_names_and_stand_under_access() -> None:
    own = [
        estimated(
            "Union",
            "stay",
            {"low": 20, "mode": 25, "high": 40, "unit": "minute", "source": "made up", "quality": "assumed"},
        )
    ]
    case = case_with("Union,other,41,44,59\n", access=MEASURED | {"estimates": own})
    names = {path: name_of(case, quantity, with_option=True) for path, quantity in case.quantities.items()}
    assert names["travel_times[Union, other]"] == "Union to “Other”: measured minutes of the way"
    assert names["access.estimates[0].minutes"] == "Union to “Staying”: minutes of the way"
    assert heading_of(case, "travel_times[Union, other]") == heading_of(case, "access.estimates[0].minutes") == "Access"


def test_a_measured_way_is_no_figure_of_the_file_that_can_be_changed() -> None:
    case = case_with("Union,other,41,44,59\n")
    with pytest.raises(CaseError, match=r"travel_times\[Union, other\]: leads nowhere"):
        change(case, {"travel_times[Union, other]": 45})
    changed = change(case, {"access.ideal": 15})
    assert changed.travel_times == case.travel_times
    assert list(changed.quantities) == list(case.quantities)
    assert [key for key in changed.places_of if key.startswith("travel_times")] == ["travel_times[Union, other]"]


def test_a_table_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    case, _ = write_template(tmp_path / "case.toml")
    text = case.read_text(encoding="utf-8").replace("ideal = 20", 'ideal = 20\ntravel_times = "times.csv"')
    case.write_text(text, encoding="utf-8")
    times = tmp_path / "times.csv"
    times.touch()
    os.truncate(times, 200_000_000)  # sparse: no block is written
    with pytest.raises(
        CaseError, match=r"access\.travel_times: has 200\.0 MB\. Due: at most 8 MB; is it the right file\?"
    ):
        load_case(case)


def test_a_table_in_json_stands_beside_a_case(tmp_path: Path) -> None:
    case, _ = write_template(tmp_path / "case.toml")
    text = case.read_text(encoding="utf-8").replace("ideal = 20", 'ideal = 20\ntravel_times = "answer.json"')
    case.write_text(text, encoding="utf-8")
    doors = load_case_without_times(case)
    first = doors.constituents[0]
    places = [
        {"location": [float(one.place.longitude), float(one.place.latitude)]} for one in doors.options if one.place
    ]
    answer = {
        "code": "Ok",
        "durations": [[900, 300]],
        "sources": [{"location": [first.longitude, first.latitude]}],
        "destinations": places,
    }
    (tmp_path / "answer.json").write_text(json.dumps(answer), encoding="utf-8")
    read = load_case(case)
    assert [(one.constituent, one.option, one.minutes) for one in read.travel_times] == [
        (first.key, "stay", 15),
        (first.key, "move", 5),
    ]


def load_case_without_times(case: Path) -> Case:
    """The same case, as it was before it named a table of travel times."""
    plain = case.with_name("plain.toml")
    plain.write_text(case.read_text(encoding="utf-8").replace('travel_times = "answer.json"', ""), encoding="utf-8")
    return load_case(plain)


def test_the_template_office_case_reads_plain_tables_as_before() -> None:
    case = office_case(*DOOR, table=TABLE, times="Union,other,12\n", access=MEASURED)
    assert case.travel_times == (TravelTime(constituent="Union", option="other", minutes=12.0),)
