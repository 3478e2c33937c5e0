"""What if a tenant of the house leaves: who else would bear its share."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.money.tenants import if_a_tenant_leaves, without_tenant
from colocate.case import Case
from colocate.model.evaluate import evaluate
from tests.examples import Record, moving, office_case, option


def housed(month: float = 0, **terms: Any) -> Case:
    """Ten people move to a house with 20 of A and 10 of B, where guards cost 1,000 a year."""
    guards = {"name": "Guards", "category": "security", "amount": 1_000, "driver": "prices", "shared_by": "people"}
    tenants = [{"name": "A", "people": 20}, {"name": "B", "people": 10}]
    house: Record = {"id": "house", "name": "House", "already_running": False, "tenants": tenants, "costs": [guards]}
    return office_case(option("stay"), moving(month, house="house"), houses=[house | terms])


def test_each_tenant_by_hand() -> None:
    # Our share is 10/40. Without A it is 10/20, 250 a year more; without B 10/30, 83.33 a year more.
    found = if_a_tenant_leaves(evaluate(housed(), 1))
    assert [(one.house, one.tenant, one.option) for one in found] == [("House", "A", "move"), ("House", "B", "move")]
    assert [one.more_in_total for one in found] == pytest.approx([750, 250])
    assert [one.more_per_year for one in found] == pytest.approx([250, 1_000 / 3 - 250])


def test_a_year_is_a_year_in_the_house() -> None:
    # Moving in in month 18: half of what three years bring, over a year and a half.
    first = if_a_tenant_leaves(evaluate(housed(month=18), 3))[0]
    assert (first.more_in_total, first.more_per_year) == pytest.approx((375, 250))


def test_a_house_that_opens_after_the_horizon_costs_nothing_more() -> None:
    case = housed(month=36)
    assert [(one.more_in_total, one.more_per_year) for one in if_a_tenant_leaves(evaluate(case, 1))] == [(0, 0), (0, 0)]


def test_a_house_that_no_option_uses_is_not_asked_about() -> None:
    empty = {"id": "far", "name": "Far", "already_running": True, "tenants": [{"name": "A", "people": 5}]}
    case = office_case(option("stay"), houses=[empty])
    assert if_a_tenant_leaves(evaluate(case, 1)) == ()


def test_the_case_itself_is_left_as_it_is() -> None:
    case = housed()
    changed = without_tenant(case, "house", "A")
    assert [tenant.leaves for tenant in changed.house("house").tenants] == [0, None]
    assert [tenant.leaves for tenant in case.house("house").tenants] == [None, None]


def test_a_tenant_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        without_tenant(housed(), "house", "Nobody")
    with pytest.raises(KeyError):
        without_tenant(housed(), "no house", "A")


def wide(low: float, high: float, unit: str) -> Record:
    words = {"source": "made up", "quality": "assumed"}
    return {"shape": "uniform", "low": low, "high": high, "mode": low, "unit": unit, **words}


def test_over_futures_it_is_the_mean_and_a_tenant_that_may_leave_is_gone_all_the_same() -> None:
    """B has 10 to 30 people, and may leave in any month: without it our share is 10/30 of 1,000 in every future."""
    tenants = [
        {"name": "A", "people": 20},
        {"name": "B", "people": wide(10, 30, "person"), "leaves": wide(1, 36, "month")},
    ]
    futures = evaluate(housed(tenants=tenants), 512)
    without = if_a_tenant_leaves(futures)[1]
    assert without.tenant == "B"
    before = float(futures.expected.option("move").money["agency", "cash"].total[0])
    assert before + without.more_in_total == pytest.approx(1_000)
