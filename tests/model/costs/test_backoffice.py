"""The shared back office: maturity as an integral by hand, what starts it, and what leaves no line at all."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.model.costs.backoffice import maturity
from colocate.model.outcome import Outcome
from tests.examples import Record, lines, moving, office, option, yearly

RAMPS: dict[str, tuple[float, float, list[float]]] = {
    # (start in months, ramp in years, part of the full saving in each of four years)
    "at once": (0, 0, [1, 1, 1, 1]),
    "at once, from month 6": (6, 0, [0.5, 1, 1, 1]),
    # A straight rise over two years: the mean of 0 and 1/2; of 1/2 and 1; then all.
    "over two years": (0, 2, [0.25, 0.75, 1, 1]),
    # From month 6: half a year up to 1/4 (1/2 x 1/2 x 1/4 = 1/16); a year from 1/4 to 3/4; half a year from 3/4 to 1
    # (7/16) and half a year at 1: 15/16.
    "over two years, from month 6": (6, 2, [1 / 16, 1 / 2, 15 / 16, 1]),
    # A rise within the year: the triangle is half of half a year, then half a year at 1.
    "over half a year": (0, 0.5, [0.75, 1, 1, 1]),
    "longer than the horizon": (0, 8, [1 / 16, 3 / 16, 5 / 16, 7 / 16]),
    "from beyond the horizon": (60, 2, [0, 0, 0, 0]),
}


@pytest.mark.parametrize(("start", "ramp", "expected"), RAMPS.values(), ids=RAMPS)
def test_maturity(start: float, ramp: float, expected: list[float]) -> None:
    assert maturity(float(start), float(ramp), 4)[:, 0].tolist() == pytest.approx(expected)


def test_maturity_is_the_integral_of_a_ramp() -> None:
    # The middle of each of 20,000 steps a year.
    steps = 20_000
    years = (np.arange(5 * steps) + 0.5) / steps
    reached = np.clip((years - 10 / 12) / 2.7, 0, 1).reshape(5, steps).mean(axis=1)
    assert maturity(10.0, 2.7, 5)[:, 0] == pytest.approx(reached, abs=1e-8)


def test_maturity_of_draws_gives_what_a_loop_gives() -> None:
    starts, ramps = np.array([0.0, 6.0, 17.5, 60.0]), np.array([0.0, 2.0, 0.3, 8.0])
    together = maturity(starts, ramps, 4)
    for draw in range(4):
        alone = maturity(float(starts[draw]), float(ramps[draw]), 4)
        np.testing.assert_array_equal(together[:, [draw]], alone)


def service(**terms: Any) -> Record:
    """Two people at 10,000 a year and purchases of 5,000; half can be shared; a fifth of that is saved."""
    return {
        "service": "finance",
        "opt_in": True,
        "owed_to_move": True,
        "people": 2,
        "cost_per_person": 10_000,
        "purchases": 5_000,
        "driver": "prices",
        "can_be_shared": 50,
        "saving": 20,
    } | terms


def shared(growth: Any = 0, **terms: Any) -> Outcome:
    """Moving into common premises in month 6."""
    return office(option("stay"), moving(6, common_premises=True), back_office=[service(**terms)], growth=growth)


def saved(outcome: Outcome, name: str) -> list[float]:
    return yearly(outcome, name, "back office saving")


def test_a_saving_owed_to_the_move_starts_with_it() -> None:
    # 25,000 x 50 % x 20 % = 2,500 a year from month 6; prices rise by 10 % a year.
    outcome = shared(growth=10)
    assert saved(outcome, "move") == pytest.approx([-1_250, -2_750, -3_025])
    assert not lines(outcome, "stay", "back office saving")


def test_it_starts_so_many_months_after_moving_in() -> None:
    assert saved(shared(start=12), "move") == pytest.approx([0, -1_250, -2_500])


def test_cash_and_the_rest() -> None:
    # 30 % of 2,000 on staff and of 500 on purchases is cash.
    parts = {
        (line.name, line.nature, line.labour): line.amounts[2, 0]
        for line in lines(shared(cash_part=30), "move", "back office saving")
    }
    assert parts == pytest.approx(
        {
            ("Finance: staff", "cash", True): -600,
            ("Finance: staff", "efficiency", True): -1_400,
            ("Finance: purchases", "cash", False): -150,
            ("Finance: purchases", "efficiency", False): -350,
        }
    )


def test_the_ict_service_is_written_as_people_write_it() -> None:
    names = {line.name for line in lines(shared(service="ict"), "move", "back office saving")}
    assert names == {"ICT: staff", "ICT: purchases"}


def test_fee_and_transition_cost() -> None:
    # From month 6 + 9 = 15: three quarters of year 1, at its prices; the transition cost once, in month 15.
    outcome = shared(growth=10, start=9, fee=400, transition=1_000, ramp_years=2)
    assert yearly(outcome, "move", "back office fee") == pytest.approx([0, 330, 484])
    assert yearly(outcome, "move", "back office transition") == pytest.approx([0, 1_100, 0])


def test_recognised_later_than_its_start() -> None:
    # Moving in in month 6, recognised from month 18: half of year 1.
    outcome = shared(needs_recognition=True, recognised_from=18, fee=400)
    assert saved(outcome, "move") == pytest.approx([0, -1_250, -2_500])
    assert yearly(outcome, "move", "back office fee") == pytest.approx([0, 200, 400])


def test_recognised_before_its_start() -> None:
    assert saved(shared(needs_recognition=True, recognised_from=2), "move") == pytest.approx([-1_250, -2_500, -2_500])


def test_recognition_that_is_not_needed_holds_nothing_up() -> None:
    assert saved(shared(recognised_from=30), "move") == pytest.approx([-1_250, -2_500, -2_500])


@pytest.mark.parametrize(
    "terms", [{"opt_in": False}, {"needs_recognition": True}], ids=["not opted in", "not recognised"]
)
def test_a_service_that_is_not_shared_has_no_line(terms: Record) -> None:
    outcome = shared(fee=400, transition=1_000, **terms)
    assert not [line for one in outcome.options for line in one.lines if line.category.startswith("back office")]


def test_owed_to_the_move_only_with_common_premises() -> None:
    elsewhere = moving(6) | {"id": "elsewhere", "name": "Elsewhere"}
    outcome = office(option("stay"), moving(6, common_premises=True), elsewhere, back_office=[service(fee=400)])
    having = {one.id for one in outcome.options for line in one.lines if line.category.startswith("back office")}
    assert having == {"move"}


def test_not_owed_to_the_move_is_had_by_every_option_alike() -> None:
    # It starts so many months after the decision, whether and whenever the office moves.
    outcome = shared(owed_to_move=False, start=6, fee=400)
    for name in ("stay", "move"):
        assert saved(outcome, name) == pytest.approx([-1_250, -2_500, -2_500])
        assert yearly(outcome, name, "back office fee") == pytest.approx([200, 400, 400])


def test_a_service_may_cost_more_when_it_is_shared() -> None:
    assert saved(shared(saving=-20), "move") == pytest.approx([1_250, 2_500, 2_500])
