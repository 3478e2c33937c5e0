"""What is said of ranges from classes of past projects: how many there are, what was planned, who says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from colocate.casefile.reading import load_case
from colocate.words.levers import lever_help
from colocate.words.reference_classes import how_range_came, where_range_is_from
from tests.casefile.test_reference_classes import COST, TIME, fit_out, planned
from tests.examples import Record, office_case, option

HANOI = Path(__file__).parents[2] / "data" / "hanoi.toml"
AMOUNT, DELAY = "options[stay].one_offs[Fit-out].amount", "options[move].move.delay"


@pytest.mark.parametrize(
    ("projects", "told"),
    [
        (0, "Range from a class that is judged: Past buildings"),
        (1, "Range from 1 past project: Past buildings"),
        (50, "Range from 50 past projects: Past buildings"),
    ],
)
def test_how_many_projects_are_behind_a_range(projects: int, told: str) -> None:
    case = office_case(
        option("stay", one_offs=[fit_out(planned(100))]), reference_classes=[COST | {"projects": projects}]
    )
    assert where_range_is_from(case, case.quantities[AMOUNT]) == told


def test_what_was_planned_and_what_comes_of_it() -> None:
    move: Record = option("move", move={"leaves": "stay", "month": 6, "delay": planned(14, "openings", "month")})
    case = office_case(option("stay", one_offs=[fit_out(planned(100))]), move, reference_classes=[COST, TIME])
    assert how_range_came(case, case.quantities[AMOUNT]) == (
        "Planned: 100 USD; such plans came to 1 to 2 times that. Source of the class: made up"
    )
    assert how_range_came(case, case.quantities[DELAY]) == (
        "Planned to take 14 months; such plans took 1 to 2 times as long. Source of the class: made up"
    )


def test_a_range_by_hand_says_nothing_of_it() -> None:
    case = office_case(option("stay", one_offs=[fit_out(100)]))
    one = case.quantities[AMOUNT]
    assert (where_range_is_from(case, one), how_range_came(case, one)) == ("", "")


def test_the_lever_of_hanoi_s_house_names_the_class_and_its_source() -> None:
    case = load_case(HANOI)
    told = lever_help(case, case.quantities["houses[gounh].occupancy"])
    assert told[-2] == "Range from 1 past project: The Green One UN House in Hanoi, people against plan"
    assert "undpjobs.net" in told[-1]
