"""Staff travel to constituents: time is efficiency and fares are cash, or both count in access and never twice.

The ministry lies one degree of the equator from the old door and half a degree from the new one.
"""

from __future__ import annotations

import math
from typing import Any

import pytest

from colocate.model.outcome import Outcome
from tests.examples import ACCESS, PLACE, Record, lines, moving, office, option, yearly

DEGREE = 6371.0088 * math.pi / 180  # kilometres of one degree of the equator
TABLE = "Ministry,government,0,1,5,12,,\n"  # 5 visits by them and 12 by us a year
HALF_WAY = {"latitude": 0.0, "longitude": 0.5, "screening": 7}
TRAVEL: Record = {
    "shown_in": "money",
    "cost_per_hour": 20,
    "people_per_trip": 2,
    "fare_per_km": 0.5,
    "driver": "prices",
}


def travelling(travel: Record | None = None, access: Record | None = None, **changes: Any) -> Outcome:
    """Moving half of the way towards the ministry in month 6, at two minutes a kilometre."""
    return office(
        option("stay", place=PLACE),
        moving(6, place=HALF_WAY),
        table=TABLE,
        travel=TRAVEL | (travel or {}),
        access=ACCESS | (access or {}),
        **changes,
    )


def test_fares_by_hand() -> None:
    # 12 visits, there and back, at 0.5 a kilometre; prices rise by 10 % a year; from month 6 half of the way.
    year = 12 * 2 * DEGREE * 0.5
    outcome = travelling(growth=10)
    assert yearly(outcome, "stay", "fares") == pytest.approx([year, year * 1.1, year * 1.21])
    assert yearly(outcome, "move", "fares") == pytest.approx([year * 0.75, year * 0.55, year * 0.605])


def test_time_by_hand() -> None:
    # Two minutes a kilometre, two people, 20 an hour. Our own visits wait at no gate: screening is left out.
    year = 12 * 2 * (DEGREE * 2 / 60) * 2 * 20
    outcome = travelling()
    assert yearly(outcome, "stay", "staff travel time") == pytest.approx([year] * 3)
    assert yearly(outcome, "move", "staff travel time") == pytest.approx([year * 0.75, year / 2, year / 2])


def test_time_is_efficiency_and_labour_and_fares_are_cash() -> None:
    outcome = travelling()
    assert {(one.nature, one.labour) for one in lines(outcome, "move", "staff travel time")} == {("efficiency", True)}
    assert {(one.nature, one.labour) for one in lines(outcome, "move", "fares")} == {("cash", False)}


def test_circuity_and_time_lost_at_both_ends() -> None:
    # Roads are 30 % longer; 9 minutes of parking a trip.
    outcome = travelling(access={"circuity": 1.3, "access_minutes": 9})
    assert yearly(outcome, "stay", "fares")[0] == pytest.approx(24 * 1.3 * DEGREE * 0.5)
    assert yearly(outcome, "stay", "staff travel time")[0] == pytest.approx(24 * (2.6 * DEGREE + 9) / 60 * 40)


def test_shown_in_access_there_is_no_line_and_our_visits_count_in_access() -> None:
    in_money, in_access = travelling(), travelling({"shown_in": "access"})
    for outcome, visits, priced in ((in_money, 5, True), (in_access, 17, False)):
        move = outcome.option("move")
        assert move.access is not None
        assert move.access.visits.tolist() == [visits]
        assert any(line.category in ("fares", "staff travel time") for line in move.lines) == priced


def test_currency_and_fund() -> None:
    dong = {"currencies": [{"code": "VND", "rate": 20}], "funds": ["Regular budget", "Projects"]}
    outcome = travelling({"currency": "VND", "fund": "Projects"}, **dong)
    assert yearly(outcome, "stay", "fares")[0] == pytest.approx(24 * DEGREE * 0.5 / 20)
    assert {line.fund for line in lines(outcome, "stay", "fares")} == {"Projects"}


def test_no_travel_in_the_case_no_line() -> None:
    outcome = office(option("stay", place=PLACE), option("other", place=PLACE), table=TABLE, access=ACCESS)
    assert not lines(outcome, "stay", "fares")
