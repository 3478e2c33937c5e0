"""National Coordinators: hosted free, moved into the house, or their hosting lost."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.case.replacing import with_figures
from colocate.model.evaluate import evaluate
from tests.examples import Record, lines, moving, office, office_case, option, yearly

THREE: Record = {"number": 3, "value_of_hosting": 1_000, "driver": "prices"}
PLANS: dict[str, tuple[Record, list[float], list[float]]] = {
    # (plan of an option that moves in month 6, what the agency pays, what the host gives); prices rise by 10 % a year
    "hosted": ({}, [0, 0, 0], [3_000, 3_300, 3_630]),
    "in the house from the move on": (
        {"arrangement": "house", "desk_cost": 1_200},
        [1_800, 3_960, 4_356],
        [1_500, 0, 0],
    ),
    "hosting is lost in month 18": (
        {"arrangement": "may be lost", "desk_cost": 1_200, "lost": 1, "lost_from": 18},
        [0, 1_980, 4_356],
        [3_000, 1_650, 0],
    ),
    "hosting may be lost and is not": (
        {"arrangement": "may be lost", "desk_cost": 1_200, "lost": 0, "lost_from": 18},
        [0, 0, 0],
        [3_000, 3_300, 3_630],
    ),
}


@pytest.mark.parametrize(("plan", "paid", "given"), PLANS.values(), ids=PLANS)
def test_a_plan(plan: Record, paid: list[float], given: list[float]) -> None:
    outcome = office(option("stay"), moving(6, coordinators=plan), coordinators=THREE, growth=10)
    assert yearly(outcome, "move", "coordinators") == pytest.approx(paid)
    assert yearly(outcome, "move", "value in kind", "host") == pytest.approx(given)


def test_hosted_has_no_line_of_the_agency() -> None:
    outcome = office(option("stay"), coordinators=THREE)
    assert not lines(outcome, "stay", "coordinators")
    assert [line.nature for line in lines(outcome, "stay", "value in kind", "host")] == ["in kind"]


def test_a_case_without_coordinators_has_no_line() -> None:
    assert not lines(office(option("stay")), "stay", "value in kind", "host")


def test_the_fund_of_the_plan_pays() -> None:
    plan = {"arrangement": "house", "desk_cost": 1, "fund": "Projects"}
    changes: dict[str, Any] = {"coordinators": THREE, "funds": ["Regular budget", "Projects"]}
    outcome = office(option("stay"), moving(6, coordinators=plan), **changes)
    assert [line.fund for line in lines(outcome, "move", "coordinators")] == ["Projects"]


def test_a_chance_of_loss_in_draws() -> None:
    # In draws the hosting is lost or it is not; a third of three draws lose it: a third of the cost on average.
    plan = {"arrangement": "may be lost", "desk_cost": 1_200, "lost": 0, "lost_from": 12}
    case = office_case(option("stay", coordinators=plan), coordinators=THREE)
    drawn = evaluate(with_figures(case, {"options[stay].coordinators.lost": np.array([0.0, 1.0, 0.0])}))
    (line,) = lines(drawn, "stay", "coordinators")
    assert line.amounts.tolist() == [[0, 0, 0], [0, 3_600, 0], [0, 3_600, 0]]


BY_COUNTRY: Record = {
    "driver": "prices",
    "countries": [
        {"name": "A", "number": 1, "value_of_hosting": 1_000},
        {"name": "B", "number": 2, "value_of_hosting": 500},
    ],
}


def test_each_country_has_its_own_plan_and_lines() -> None:
    plan = {
        "fund": "Projects",
        "countries": [
            {"country": "B", "arrangement": "house", "desk_cost": 300},
            {"country": "A", "arrangement": "may be lost", "desk_cost": 1_200, "lost": 1, "lost_from": 18},
        ],
    }
    changes: dict[str, Any] = {"coordinators": BY_COUNTRY, "funds": ["Regular budget", "Projects"]}
    outcome = office(option("stay"), moving(6, coordinators=plan), growth=10, **changes)
    paid = {line.name: line.amounts[:, 0].tolist() for line in lines(outcome, "move", "coordinators")}
    # A: 1 x 1,200 from month 18 on. B: 2 x 300 from moving in, month 6. Prices rise by 10 % a year.
    assert paid == {
        "Desks of the National Coordinators, A": pytest.approx([0, 660, 1_452]),
        "Desks of the National Coordinators, B": pytest.approx([300, 660, 726]),
    }
    assert {line.fund for line in lines(outcome, "move", "coordinators")} == {"Projects"}
    given = {line.name: line.amounts[:, 0].tolist() for line in lines(outcome, "move", "value in kind", "host")}
    assert given == {
        "Hosting of the National Coordinators, A": pytest.approx([1_000, 550, 0]),
        "Hosting of the National Coordinators, B": pytest.approx([500, 0, 0]),
    }


@pytest.mark.parametrize("plan", [plan for plan, _, _ in PLANS.values()], ids=PLANS)
def test_like_countries_cost_what_they_cost_together(plan: Record) -> None:
    one, two = {"name": "A", "number": 1}, {"name": "B", "number": 2}
    split = {"driver": "prices", "countries": [one | {"value_of_hosting": 1_000}, two | {"value_of_hosting": 1_000}]}
    each = {"countries": [{"country": "A"} | plan, {"country": "B"} | plan]}
    together, alike, by_name = (
        office(option("stay"), moving(6, coordinators=desks), coordinators=counted, growth=10)
        for desks, counted in ((plan, THREE), (plan, split), (each, split))
    )
    for category, payer in (("coordinators", "agency"), ("value in kind", "host")):
        known = pytest.approx(yearly(together, "move", category, payer))
        assert yearly(alike, "move", category, payer) == known
        assert yearly(by_name, "move", category, payer) == known
