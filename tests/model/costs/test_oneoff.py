"""One-off costs, their contingency, contributions and the residual value, each in its month."""

from __future__ import annotations

from typing import Any

import pytest

from tests.examples import Record, lines, moving, office, one_off, option, yearly

# Prices rise by 10 % a year; three years: 1; 1.1; 1.21.
COSTS: dict[str, tuple[Record, list[float]]] = {
    "now": (one_off(1_000), [1_000, 0, 0]),
    "in the last month of a year": (one_off(1_000, month=11.9), [1_000, 0, 0]),
    "in the first month of the next, at its prices": (one_off(1_000, month=12), [0, 1_100, 0]),
    "at the horizon, in the last year": (one_off(1_000, month=36), [0, 0, 1_210]),
    "per m2": (one_off(30, per="m2"), [3_000, 0, 0]),
    "per person": (one_off(50, per="person"), [500, 0, 0]),
    "per workstation": (one_off(60, per="workstation"), [600, 0, 0]),
}


@pytest.mark.parametrize(("cost", "expected"), COSTS.values(), ids=COSTS)
def test_a_one_off_by_year(cost: Record, expected: list[float]) -> None:
    outcome = office(option("stay", one_offs=[cost]), growth=10)
    assert yearly(outcome, "stay", "fit-out") == pytest.approx(expected)
    assert [line.one_time for line in lines(outcome, "stay", "fit-out")] == [True]


def late(*costs: Record, delay: float, **terms: Any) -> Any:
    return office(option("stay"), moving(9, delay=delay, one_offs=[*costs], **terms), growth=10)


def test_delay_shifts_what_shifts_with_it() -> None:
    outcome = late(one_off(1_000, 9), one_off(500, 9, name="Study", shifts_with_delay=False), delay=6)
    assert yearly(outcome, "move", "fit-out") == pytest.approx([500, 1_100, 0])


def test_delay_beyond_the_horizon_leaves_nothing() -> None:
    assert yearly(late(one_off(1_000, 30), delay=7), "move", "fit-out") == [0, 0, 0]


def test_contingency_is_borne_with_its_line_unless_a_contract_fixes_the_price() -> None:
    costs = [
        one_off(1_000, 12),
        one_off(400, 0, name="Lift", contingency=False),
        one_off(200, 0, name="Gate", payer="host"),
    ]
    outcome = office(option("stay", one_offs=costs, contingency=15), growth=10)
    assert yearly(outcome, "stay", "contingency") == pytest.approx([0, 165, 0])  # 15 % of 1,100
    assert yearly(outcome, "stay", "contingency", "host") == pytest.approx([30, 0, 0])
    assert [line.name for line in lines(outcome, "stay", "contingency")] == ["Contingency on fit-out"]


def test_no_contingency_no_line() -> None:
    assert not lines(office(option("stay", one_offs=[one_off(1_000)])), "stay", "contingency")


def test_a_contribution_only_changes_books() -> None:
    gift = {"name": "Grant", "giver": "host", "amount": 900, "month": 20}
    outcome = office(option("stay"), moving(0, contributions=[gift], delay=3), growth=10)
    assert yearly(outcome, "move", "contributions") == [0, -900, 0]  # as pledged: it does not grow
    assert yearly(outcome, "move", "contributions", "host") == [0, 900, 0]
    assert outcome.option("move").money["everyone", "cash"].total.tolist() == [0]


@pytest.mark.parametrize(("shifts", "expected"), [(True, [0, -900, 0]), (False, [-900, 0, 0])])
def test_a_contribution_and_delay(*, shifts: bool, expected: list[float]) -> None:
    gift = {"name": "Grant", "giver": "donor", "amount": 900, "month": 9, "shifts_with_delay": shifts}
    assert yearly(late(delay=6, contributions=[gift]), "move", "contributions") == expected


def test_a_residual_value_is_dated_at_the_horizon_and_does_not_grow() -> None:
    outcome = office(option("stay", residual_value=5_000), growth=10)
    assert yearly(outcome, "stay", "residual value") == [0, 0, -5_000]
    (line,) = lines(outcome, "stay", "residual value")
    assert (line.month, line.fund) == (36, "Regular budget")


def test_staff_time_of_a_move_is_efficiency() -> None:
    outcome = office(option("stay", one_offs=[one_off(1_000, staff_time=True)], contingency=10))
    natures = {(line.category, line.nature, line.labour) for line in outcome.options[0].lines if line.one_time}
    assert natures == {("fit-out", "efficiency", True), ("contingency", "efficiency", True)}
