"""No franc and no minute counts twice: travel is money or access, a measure that makes good is money alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.analysis.weighing.scales import weighable
from colocate.casefile.faults import CaseError
from colocate.model.evaluate import evaluate
from tests.analysis.weighing.test_scales import CHECKLIST, TABLE, answered, drawn, move, stay
from tests.examples import ACCESS, Record, office_case, one_off, option, running

TRAVEL: Record = {"cost_per_hour": 30, "people_per_trip": 2, "fare_per_km": 1, "driver": "prices"}
MITIGABLE = [{**item, "need": "mitigable"} for item in CHECKLIST]


def refused(*options: Record, **changes: Any) -> dict[str, str]:
    """Every fault of a case by its path."""
    with pytest.raises(CaseError) as told:
        office_case(*options, **({"access": ACCESS, "table": TABLE, "checklist": MITIGABLE} | changes))
    return {fault.path: str(fault) for fault in told.value.faults}


def test_travel_of_our_staff_is_in_money_or_in_access() -> None:
    """Shown in money our visits cost, and weigh nothing in access; shown in access they weigh, and cost nothing."""
    in_money, in_access = (drawn(stay(), move(), travel=TRAVEL | {"shown_in": where}) for where in ("money", "access"))
    for place in range(2):
        lines = {line.category for line in in_money.central.options[place].lines}
        assert {"staff travel time", "fares"} <= lines
        assert not {"staff travel time", "fares"} & {line.category for line in in_access.central.options[place].lines}
        by_them = [one.visits_by_them for one in in_money.case.constituents]
        both = [one.visits_by_them + one.visits_by_us for one in in_money.case.constituents]
        for futures, visits in ((in_money, by_them), (in_access, both)):
            access = futures.central.options[place].access
            assert access is not None
            assert access.visits.tolist() == visits


def test_our_visits_move_access_only_where_they_are_shown_there() -> None:
    """A union that we visit a hundred times more often changes the score of access, or the money, never both."""
    far = {"latitude": 0.25, "longitude": 0.0}
    busy = TABLE.replace("0.01,10,10", "0.01,10,1000") + "Second union,workers,0.3,0.0,10,10,,\n"
    calm = TABLE + "Second union,workers,0.3,0.0,10,10,,\n"
    for where, moved in (("money", "money"), ("access", "access")):
        found = {}
        for name, table in (("busy", busy), ("calm", calm)):
            futures = drawn(stay(), move(place=far), travel=TRAVEL | {"shown_in": where}, table=table)
            money = futures.central.option("other").money["agency", "cash and efficiency"].present_value[0]
            access = futures.central.option("other").access
            assert access is not None
            found[name] = (float(money), float(access.tripartite[0]))
        differs = {"money": found["busy"][0] != found["calm"][0], "access": found["busy"][1] != found["calm"][1]}
        assert differs == {"money": moved == "money", "access": moved == "access"}


def test_the_format_has_no_place_for_both() -> None:
    assert "travel.shown_in" in refused(stay(), move(), travel=TRAVEL | {"shown_in": "both"})


def test_a_measure_that_makes_good_shows_in_money_only() -> None:
    """It costs what its line costs, and the answer counts in full: half a point less would charge it twice."""
    room = one_off(500, name="Closed room")
    paid = [{"item": "one", "answer": "mitigated", "mitigation": "Closed room"}, {"item": "two", "answer": "yes"}]
    plain = drawn(stay(mandate=answered("yes", "yes")), move(), checklist=MITIGABLE)
    found = drawn(stay(mandate=paid, one_offs=[room]), move(), checklist=MITIGABLE)
    one, other = (weighable(futures) for futures in (plain, found))
    mandate, money = one.criteria.index("mandate"), one.criteria.index("money")
    assert other.expected[0, mandate] == one.expected[0, mandate] == 100.0
    assert other.expected[0, money] - one.expected[0, money] == pytest.approx(500.0)
    unaffected = [place for place in range(len(one.criteria)) if place != money]
    assert np.array_equal(other.expected[:, unaffected], one.expected[:, unaffected])


@pytest.mark.parametrize(
    ("answer", "parts", "path", "words"),
    [
        ({"answer": "mitigated"}, {}, "options[0].mandate[0].mitigation", "free tick"),
        (
            {"answer": "mitigated", "mitigation": "Gone"},
            {},
            "options[0].mandate[0].mitigation",
            "no one-off or running",
        ),
        (
            {"answer": "mitigated", "mitigation": "Free"},
            {"one_offs": [one_off(0, name="Free")]},
            "options[0].mandate[0].mitigation",
            "costs nothing",
        ),
        (
            {"answer": "partly", "mitigation": "Guard"},
            {"running": [running(10, name="Guard")]},
            "options[0].mandate[0].mitigation",
            "does not count",
        ),
        ({"answer": "mitigated", "mitigation": "x", "cost": 5}, {}, "options[0].mandate[0].cost", "not a key"),
    ],
    ids=["nothing pays", "no such line", "a line of nothing", "half counted", "money beside the answer"],
)
def test_a_measure_is_paid_by_a_line_or_refused(answer: Record, parts: Record, path: str, words: str) -> None:
    told = refused(stay(mandate=[{"item": "one"} | answer, {"item": "two", "answer": "yes"}], **parts), move())
    assert words in told[path]


def test_a_required_item_is_not_bought() -> None:
    required = [{**item, "need": "required"} for item in CHECKLIST]
    paid = [{"item": "one", "answer": "mitigated", "mitigation": "Room"}, {"item": "two", "answer": "yes"}]
    told = refused(stay(mandate=paid, one_offs=[one_off(500, name="Room")]), move(), checklist=required)
    assert "required" in told["options[0].mandate[0].answer"]


@pytest.mark.parametrize("name", ["money", "access", "mandate", "government"])
def test_a_criterion_of_the_case_cannot_be_one_of_the_four_again(name: str) -> None:
    own = [{"id": name, "name": "Again", "worst": "bad", "best": "good"}]
    points = {"criteria": [{"criterion": name, "points": 50}]}
    assert "count twice" in refused(stay(**points), move(**points), criteria=own)["criteria[0].id"]


def test_points_of_a_criterion_are_never_money() -> None:
    own = [{"id": "green", "name": "Green", "worst": "bad", "best": "good"}]
    dollars = {"low": 1, "mode": 2, "high": 3, "unit": "USD", "source": "made up", "quality": "assumed"}
    points = {"criteria": [{"criterion": "green", "points": dollars}]}
    told = refused(stay(**points), move(criteria=[{"criterion": "green", "points": 50}]), criteria=own)
    assert "USD" in told["options[0].criteria[0].points.unit"]


def test_money_stands_on_one_scale() -> None:
    table = weighable(drawn(stay(), move()))
    assert [scale.unit for scale in table.scales].count("USD") == 1
    assert len(set(table.criteria)) == len(table.criteria)


def test_no_score_buys_a_gate_off() -> None:
    """The best on every count, but barred: it is named and not ranked, whatever the weights."""
    best = option(
        "best",
        place={"latitude": 0.0, "longitude": 0.0},
        mandate=answered("yes", "yes"),
        government={"step": 5},
        gates=[{"name": "security", "status": "fail"}],
    )
    futures = evaluate(office_case(stay(), move(), best, access=ACCESS, table=TABLE, checklist=CHECKLIST), 16, 1)
    table = weighable(futures)
    assert "best" not in table.options
    assert table.failing == ("best",)
