"""A common house: shares as tenants come and go, what rises with us, who pays while we are elsewhere."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.case.house import Tenant
from colocate.model.costs.house import desks_free, our_share, present
from colocate.model.costs.premises import size_of
from colocate.model.outcome import Outcome
from tests.examples import Record, commercial, moving, office, office_case, option, yearly


def building(amount: float = 1_000, **terms: Any) -> Record:
    """Guards of the whole house, a year."""
    return {
        "name": "Guards",
        "category": "security",
        "amount": amount,
        "driver": "prices",
        "shared_by": "people",
    } | terms


def house(*tenants: Record, **terms: Any) -> Record:
    """A new house with one cost."""
    return {"id": "house", "name": "House", "already_running": False, "tenants": [*tenants], "costs": [building()]} | (
        terms
    )


def tenant(name: str, people: float = 30, **terms: Any) -> Record:
    return {"name": name, "people": people} | terms


def moved(home: Record, month: float = 0, growth: Any = 0, **terms: Any) -> Outcome:
    """Ten people move into the house."""
    return office(option("stay"), moving(month, house="house", **terms), houses=[home], growth=growth)


def shares(home: Record) -> list[float]:
    """Our share by people, year by year, of ten people."""
    case = office_case(option("stay"), moving(0, house="house"), houses=[home])
    return [float(part) for part in our_share(case.house("house"), size_of(case, case.options[1]), "people", 3)[:, 0]]


def test_our_share_is_our_people_of_all() -> None:
    assert shares(house(tenant("A", 20), tenant("B", 10))) == pytest.approx([0.25, 0.25, 0.25])


@pytest.mark.parametrize(
    ("leaves", "expected"),
    [
        (0, [0.5, 0.5, 0.5]),  # never came: 10 of 20
        (12, [0.25, 0.5, 0.5]),  # gone before year 1 begins
        (14, [0.25, 0.25, 0.5]),  # leaves in the second year: shares are agreed once a year, before it begins
        (99, [0.25, 0.25, 0.25]),
    ],
)
def test_a_tenant_that_leaves(leaves: float, expected: list[float]) -> None:
    assert shares(house(tenant("A", 20, leaves=leaves), tenant("B", 10))) == pytest.approx(expected)


def test_when_a_tenant_leaves_the_others_bear_its_part() -> None:
    outcome = moved(house(tenant("A", 20, leaves=14), tenant("B", 10)))
    assert yearly(outcome, "move", "security") == pytest.approx([250, 250, 500])
    assert yearly(outcome, "move", "security", "un") == pytest.approx([750, 750, 500])


def test_occupancy_is_the_part_of_the_planned_size_that_came() -> None:
    # 72 % of 50 planned people is 36: our share is 10 / 46.
    assert shares(house(tenant("A", 50), occupancy=72)) == pytest.approx([10 / 46] * 3)


def test_alone_in_the_house_we_bear_it_all() -> None:
    assert shares(house(tenant("A", 50), occupancy=0)) == [1, 1, 1]


@pytest.mark.parametrize(
    ("shared_by", "terms", "share"),
    [
        ("people", {"people": 30}, 10 / 40),
        ("workstations", {"workstations": 15}, 10 / 25),
        ("area", {"area": 400}, 100 / 500),
        ("use", {"use": 95}, 5 / 100),  # five uses a year of ours
    ],
)
def test_each_measure_that_a_cost_may_be_shared_by(shared_by: str, terms: Record, share: float) -> None:
    home = house({"name": "A"} | terms, costs=[building(shared_by=shared_by)])
    outcome = moved(home, house_use=5)
    assert yearly(outcome, "move", "security") == pytest.approx([1_000 * share] * 3)


def test_a_new_house_costs_nobody_anything_before_we_move_in() -> None:
    # Month 18: half of year 1; prices rise by 10 % a year: 550 and 1,210 for the whole house.
    outcome = moved(house(tenant("A")), month=18, growth=10)
    assert yearly(outcome, "move", "security") == pytest.approx([0, 0.25 * 550, 0.25 * 1_210])
    assert yearly(outcome, "move", "security", "un") == pytest.approx([0, 0.75 * 550, 0.75 * 1_210])
    assert yearly(outcome, "stay", "security", "un") == [0, 0, 0]


def test_a_running_house_is_paid_by_the_others_without_us() -> None:
    outcome = moved(house(tenant("A"), already_running=True), month=6)
    assert yearly(outcome, "stay", "security", "un") == [1_000] * 3
    assert yearly(outcome, "move", "security") == pytest.approx([125, 250, 250])
    assert yearly(outcome, "move", "security", "un") == pytest.approx([875, 750, 750])


def test_a_cost_that_rises_with_us() -> None:
    # A fifth of it grows with the people: 10 come to 40, so 1,000 x (1 + 0.2 x 10/40) = 1,050, shared 10 : 40. In
    # year 0 we sit there for half of the year: 1,025 in all, of which we bear 10/50 for half of it.
    home = house(tenant("A", 40), already_running=True, costs=[building(rises_with_us=20)])
    outcome = moved(home, month=6)
    assert yearly(outcome, "move", "security") == pytest.approx([102.5, 210, 210])
    assert yearly(outcome, "move", "security", "un") == pytest.approx([922.5, 840, 840])
    assert yearly(outcome, "stay", "security", "un") == [1_000] * 3


def test_nothing_rises_where_nobody_else_is_there() -> None:
    home = house(tenant("A", 40, leaves=0), already_running=True, costs=[building(rises_with_us=20)])
    assert yearly(moved(home), "move", "security") == pytest.approx([1_000] * 3)


def test_tenants_pay_elsewhere_until_a_new_house_opens() -> None:
    # A pays 6,000 a year elsewhere while the house is not there: months 0 to 6. B leaves it in month 12 and pays 900
    # from year 1 on. Staying, nobody ever comes: 6,900 a year.
    home = house(tenant("A", cost_today=6_000), tenant("B", cost_today=900, leaves=12), driver="prices")
    outcome = moved(home, month=6)
    assert yearly(outcome, "move", "tenants elsewhere", "un") == pytest.approx([3_450, 900, 900])
    assert yearly(outcome, "stay", "tenants elsewhere", "un") == pytest.approx([6_900] * 3)


def test_tenants_of_a_running_house_pay_elsewhere_only_once_they_leave() -> None:
    home = house(tenant("A", cost_today=900, leaves=12), already_running=True, driver="prices")
    for name in ("stay", "move"):
        assert yearly(moved(home), name, "tenants elsewhere", "un") == pytest.approx([0, 900, 900])


def hosting(**terms: Any) -> Record:
    """The office stays and hosts 30 others on a lease of 400 m2, 48,000 and 4,800 a year; it needs 100 m2 itself."""
    charge = {"service_charge": 12, "service_charge_driver": "prices"}
    return option("stay", commercial(area=400, **charge, **terms), house="house")


def test_who_hosts_others_shares_rent_and_service_charge() -> None:
    home = house(tenant("A", 30, area=300, cost_today=7_000), already_running=True, driver="prices")
    for shared_by in ("people", "area"):  # 10 of 40 people; 100 m2 that it needs, of 400
        outcome = office(hosting(shared_by=shared_by), houses=[home])
        assert yearly(outcome, "stay", "rent") == pytest.approx([12_000] * 3)
        assert yearly(outcome, "stay", "rent", "un") == pytest.approx([36_000] * 3)
        assert yearly(outcome, "stay", "service charge") == pytest.approx([1_200] * 3)
        assert yearly(outcome, "stay", "security") == pytest.approx([250] * 3)


def test_a_host_that_moves_out_shares_until_then() -> None:
    # Moving in month 6; the lease runs to month 12. Rent is shared for 6 months, and double rent is ours alone. The
    # tenants' house closes with us: they pay 7,000 a year elsewhere from month 6.
    home = house(tenant("A", 30, cost_today=7_000), driver="prices")
    outcome = office(hosting(shared_by="people", expiry=12), moving(6), houses=[home])
    assert yearly(outcome, "move", "rent") == pytest.approx([6_000, 0, 0])
    assert yearly(outcome, "move", "rent", "un") == pytest.approx([18_000, 0, 0])
    assert yearly(outcome, "move", "double rent") == pytest.approx([24_000 + 2_400, 0, 0])
    assert yearly(outcome, "move", "security") == pytest.approx([125, 0, 0])
    assert yearly(outcome, "move", "tenants elsewhere", "un") == pytest.approx([3_500, 7_000, 7_000])


def test_ours_and_the_others_parts_make_the_whole() -> None:
    home = house(tenant("A", 37, leaves=14), tenant("B", 5), occupancy=80)
    outcome = moved(home, month=7, growth=10)
    whole = np.add(yearly(outcome, "move", "security"), yearly(outcome, "move", "security", "un"))
    assert whole.tolist() == pytest.approx([1_000 * 5 / 12, 1_100, 1_210])


def test_desks_that_the_others_leave_free() -> None:
    # 60 desks, 50 planned, of whom 80 % came.
    case = office_case(
        option("stay"),
        moving(0, house="house"),
        houses=[house(tenant("A", workstations=50), desks=60, occupancy=80)],
    )
    assert desks_free(case.house("house"), case.horizon_years) == pytest.approx(20)
    case = office_case(option("stay"), moving(0, house="house"), houses=[house(tenant("A"))])
    assert desks_free(case.house("house"), case.horizon_years) is None


def test_a_month_of_leaving_in_draws() -> None:
    leaves = np.array([0.0, 12.0, 14.0, 99.0])
    together = present(Tenant(name="A", leaves=leaves), 3)
    for draw, month in enumerate(leaves):
        assert together[:, draw].tolist() == present(Tenant(name="A", leaves=float(month)), 3)[:, 0].tolist()
