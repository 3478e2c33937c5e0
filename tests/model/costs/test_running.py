"""Running costs: by the measure they are per, for the months they run, old premises until the move."""

from __future__ import annotations

import pytest

from tests.examples import Record, commercial, lines, moving, office, option, running, yearly

# Ten people at ten desks on 100 m2; prices rise by 10 % a year; three years.
COSTS: dict[str, tuple[Record, list[float]]] = {
    "a lump sum": (running(1_000), [1_000, 1_100, 1_210]),
    "per m2": (running(20, per="m2"), [2_000, 2_200, 2_420]),
    "per person": (running(30, per="person"), [300, 330, 363]),
    "per workstation": (running(40, per="workstation"), [400, 440, 484]),
    "from month 6": (running(1_000, start=6), [500, 1_100, 1_210]),
    "to month 18": (running(1_000, end=18), [1_000, 550, 0]),
    "in half of the second year": (running(1_000, start=15, end=21), [0, 550, 0]),
    "from beyond the horizon": (running(1_000, start=40), [0, 0, 0]),
}


@pytest.mark.parametrize(("cost", "expected"), COSTS.values(), ids=COSTS)
def test_a_running_cost_by_year(cost: Record, expected: list[float]) -> None:
    outcome = office(option("stay", running=[cost]), growth=10)
    assert yearly(outcome, "stay", "security") == pytest.approx(expected)


def test_it_ends_with_the_premises() -> None:
    outcome = office(option("stay", commercial(expiry=18), running=[running(1_000)]))
    assert yearly(outcome, "stay", "security") == pytest.approx([1_000, 500, 0])


def test_a_renewed_lease_carries_it_on() -> None:
    lease = commercial(expiry=18, renewal={"rent": 120, "driver": "prices"})
    outcome = office(option("stay", lease, running=[running(1_000)]))
    assert yearly(outcome, "stay", "security") == pytest.approx([1_000] * 3)


def test_a_move_bears_the_old_costs_before_it_and_its_own_after_it() -> None:
    # Month 9: three quarters of 1,000 with the old 100 m2, then a quarter of 15 a m2 on 50 m2.
    stay = option("stay", running=[running(10, per="m2")])
    move = moving(9, commercial(rent=0, area=50, start=9), running=[running(15, per="m2", name="Reception")])
    outcome = office(stay, move)
    found = {line.name: line.amounts[:, 0].tolist() for line in lines(outcome, "move", "security")}
    assert found["Guards, old premises"] == pytest.approx([750, 0, 0])
    assert found["Reception"] == pytest.approx([0.25 * 750, 750, 750])


def test_a_cost_that_starts_later_or_ends_earlier_than_the_move() -> None:
    # Moving in month 12. The old cost runs in [3, 12), though it would end in month 20; the new one in [18, 30).
    stay = option("stay", running=[running(1_200, start=3, end=20)])
    outcome = office(stay, moving(12, running=[running(2_400, name="New", start=18, end=30)]))
    assert yearly(outcome, "move", "security") == pytest.approx([900, 1_200, 1_200])


def test_delay_lengthens_the_old_and_shortens_the_new() -> None:
    stay = option("stay", running=[running(1_200)])
    outcome = office(stay, moving(9, delay=6, running=[running(2_400, name="New")]))
    assert yearly(outcome, "move", "security") == pytest.approx([1_200, 300 + 1_800, 2_400])


def test_staff_time_is_efficiency_and_labour() -> None:
    costs = [running(1_000), running(700, name="Minding the house", staff_time=True)]
    cash, time = lines(office(option("stay", running=costs)), "stay", "security")
    assert (cash.nature, cash.labour) == ("cash", False)
    assert (time.nature, time.labour) == ("efficiency", True)


def test_payer_and_fund() -> None:
    costs = [running(1_000, fund="Projects"), running(500, name="Sentry", payer="host")]
    outcome = office(option("stay", running=costs), funds=["Regular budget", "Projects"])
    assert [line.fund for line in lines(outcome, "stay", "security")] == ["Projects"]
    assert yearly(outcome, "stay", "security", "host") == [500, 500, 500]
    assert [line.fund for line in lines(outcome, "stay", "security", "host")] == [""]  # a fund is the agency's
