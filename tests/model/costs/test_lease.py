"""What leases cost who stays, who comes and who leaves: a table of leases, each worked out by hand.

A lease of 100 m2 at 120 a m2 is 1,000 a month. Three years; prices rise by 10 % a year.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.examples import OWNED, Record, commercial, lines, moving, office, option, yearly

CHARGED = {"service_charge": 12, "service_charge_driver": "prices"}  # 100 a month: 1,200; 1,320; 1,452 a year
PUT_BACK = {"restoration": 50, "restoration_driver": "prices"}  # 5,000; 5,500; 6,050
NONE = [0.0, 0.0, 0.0]
Expected = dict[str, list[float]]

STAYING: dict[str, tuple[Record, Expected]] = {
    "rent-free months: the service charge runs on": (
        commercial(rent_free_months=3, **CHARGED),
        {"rent": [9_000, 12_000, 12_000], "service charge": [1_200, 1_320, 1_452]},
    ),
    "two steps": (
        commercial(steps=[{"after_months": 6, "rent": 144}, {"after_months": 18, "rent": 180}]),
        {"rent": [13_200, 16_200, 18_000]},
    ),
    "open-ended: to the horizon, nothing put back, the deposit back at the end": (
        commercial(deposit=500, **PUT_BACK),
        {"rent": [12_000] * 3, "restoration": NONE, "deposit": [500, 0, -500]},
    ),
    "out at the expiry: rent and charge end, the premises are put back, the deposit comes back": (
        commercial(start=-6, expiry=18, deposit=500, **CHARGED, **PUT_BACK),
        {
            "rent": [12_000, 6_000, 0],
            "service charge": [1_200, 660, 0],
            "restoration": [0, 5_500, 0],
            "deposit": [0, -500, 0],  # paid before the decision
        },
    ),
    # 500 x 1.1^3 = 665.5 after three years, 500 x 1.1^1.5 = 576.85 after one and a half.
    "a deposit with interest from its first day": (
        commercial(deposit=500, deposit_interest=10),
        {"deposit": [500, 0, -665.5]},
    ),
    "interest of a running lease from the decision": (
        commercial(start=-12, expiry=24, deposit=500, deposit_interest=10),
        {"deposit": [0, 0, -605]},
    ),
    "a deposit that was paid before only comes back": (
        commercial(expiry=24, deposit=500, deposit_paid=True),
        {"deposit": [0, 0, -500]},
    ),
    "paid before, with interest": (
        commercial(expiry=24, deposit=500, deposit_paid=True, deposit_interest=10),
        {"deposit": [0, 0, -605]},
    ),
    "a part is carried over from the old lease": (
        commercial(deposit=500, deposit_carried=300),
        {"deposit": [200, 0, -500]},
    ),
    "more is carried over than is due: the rest comes back at once": (
        commercial(deposit=500, deposit_carried=600),
        {"deposit": [-100, 0, -500]},
    ),
    "five months of a running lease are paid already": (
        commercial(start=-7, rent_paid_until=5, **CHARGED),
        {"rent": [7_000, 12_000, 12_000], "service charge": [1_200, 1_320, 1_452]},
    ),
    "an allowance by the m2, in the second year, and not grown": (
        commercial(incentives=[{"name": "Allowance", "kind": "allowance", "per": "m2", "amount": 20, "month": 15}]),
        {"rent": [12_000] * 3, "incentives": [0, -2_000, 0]},
    ),
    "renewed: nothing is put back": (
        commercial(expiry=18, renewal={"rent": 240, "driver": "prices", "term_years": 1}, **CHARGED, **PUT_BACK),
        {
            # 240 x 1.1 = 264 a m2 from month 18, 240 x 1.21 = 290.4 from month 30.
            "rent": [12_000, 6_000 + 13_200, 13_200 + 14_520],
            "service charge": [1_200, 1_320, 1_452],
            "restoration": NONE,
        },
    ),
    "an expiry beyond the horizon is not seen": (
        commercial(expiry=40, deposit=500, **PUT_BACK),
        {"rent": [12_000] * 3, "restoration": NONE, "deposit": [500, 0, -500]},
    ),
    "an expiry at the horizon is in its last year": (
        commercial(expiry=36, **PUT_BACK),
        {"rent": [12_000] * 3, "restoration": [0, 0, 6_050]},
    ),
    "owned: no rent": (OWNED, {"rent": NONE}),
    "rent of the office as a whole": (commercial(rent=9_000, per="office"), {"rent": [9_000] * 3}),
    "rent by the desk": (commercial(rent=100, per="workstation"), {"rent": [1_000] * 3}),
    "rent by the person": (commercial(rent=100, per="person"), {"rent": [1_000] * 3}),
}


@pytest.mark.parametrize(("lease", "expected"), STAYING.values(), ids=STAYING)
def test_a_lease_that_is_kept(lease: Record, expected: Expected) -> None:
    outcome = office(option("stay", lease), growth=10)
    for category, amounts in expected.items():
        assert yearly(outcome, "stay", category) == pytest.approx(amounts), category


# The option `move` leaves `stay`, whose lease stands here, for a building that costs nothing. (old lease, month, delay)
LEAVING: dict[str, tuple[Record, tuple[float, float], Expected]] = {
    "open-ended, no break option: free to go on the day": (
        commercial(**CHARGED, **PUT_BACK),
        (9, 0),
        {
            "rent": [9_000, 0, 0],
            "service charge": [900, 0, 0],
            "double rent": NONE,
            "holdover": NONE,
            "restoration": [5_000, 0, 0],
        },
    ),
    "no break option: rent and charge are owed to the expiry": (
        commercial(expiry=15, **CHARGED, **PUT_BACK),
        (9, 0),
        # Double: 3 months of 1,000 + 100 in year 0, 3 of 1,000 + 110 in year 1. Handed back in month 15, in year 1.
        {"rent": [9_000, 0, 0], "double rent": [3_300, 3_330, 0], "restoration": [0, 5_500, 0]},
    ),
    "break option used on the day of moving": (
        commercial(expiry=30, break_option={"month": 6, "penalty": 700}),
        (9, 0),
        {"rent": [9_000, 0, 0], "double rent": NONE, "exit penalty": [700, 0, 0]},
    ),
    "break option after the plan: double rent until it, and the penalty then, not grown": (
        commercial(expiry=30, break_option={"month": 15, "penalty": 700}),
        (9, 0),
        {"rent": [9_000, 0, 0], "double rent": [3_000, 3_000, 0], "exit penalty": [0, 700, 0]},
    ),
    "break option not before the expiry: not used": (
        commercial(expiry=24, break_option={"month": 24, "penalty": 700}),
        (9, 0),
        {"rent": [9_000, 0, 0], "double rent": [3_000, 12_000, 0], "exit penalty": NONE},
    ),
    "break option of an open-ended lease": (
        commercial(break_option={"month": 6, "penalty": 700}),
        (9, 0),
        {"rent": [9_000, 0, 0], "double rent": NONE, "exit penalty": [700, 0, 0]},
    ),
    "a late house: notice was given for the planned month, then held over at half as much again": (
        commercial(expiry=30, holdover_premium=50, break_option={"month": 0, "penalty": 700}, **CHARGED, **PUT_BACK),
        (9, 6),
        {
            "rent": [9_000, 0, 0],
            "holdover": [4_500, 4_500, 0],  # months 9 to 12 and 12 to 15, 1,500 a month
            "service charge": [1_200, 330, 0],  # to month 15
            "exit penalty": [700, 0, 0],
            "restoration": [0, 5_500, 0],  # handed back in month 15
        },
    ),
    "surrendered on the day of moving, for a premium": (
        commercial(expiry=30, surrender_premium=900),
        (9, 0),
        {"rent": [9_000, 0, 0], "double rent": NONE, "surrender premium": [900, 0, 0], "exit penalty": NONE},
    ),
    "the landlord pays to have it back": (
        commercial(expiry=30, surrender_premium=-900),
        (15, 0),
        {"rent": [12_000, 3_000, 0], "double rent": NONE, "surrender premium": [0, -900, 0]},
    ),
    "surrendered for the planned day: held over while the house is late": (
        commercial(expiry=30, surrender_premium=900, holdover_premium=50),
        (9, 6),
        {"rent": [9_000, 0, 0], "holdover": [4_500, 4_500, 0], "surrender premium": [900, 0, 0]},
    ),
    "nothing to surrender once it has ended": (
        commercial(expiry=9, surrender_premium=900),
        (15, 0),
        {"rent": [9_000, 0, 0], "holdover": [3_000, 3_000, 0], "surrender premium": NONE},
    ),
    "rent that is paid ahead is lost to who leaves": (
        commercial(rent_paid_until=12, expiry=15),
        (9, 0),
        {"rent": NONE, "double rent": [0, 3_000, 0]},
    ),
    "an allowance before moving out is had, one after it is not": (
        commercial(
            incentives=[
                {"name": "First", "kind": "allowance", "amount": 700, "month": 3},
                {"name": "Second", "kind": "allowance", "amount": 800, "month": 9},
            ]
        ),
        (9, 0),
        {"incentives": [-700, 0, 0]},
    ),
    "the lease ends before the move: held over": (
        commercial(expiry=12, holdover_premium=50, deposit=500),
        (15, 0),
        {"rent": [12_000, 0, 0], "holdover": [0, 4_500, 0], "deposit": [500, -500, 0]},
    ),
    "a renewal is not waited for": (
        commercial(expiry=12, renewal={"rent": 999, "driver": "prices"}),
        (15, 0),
        {"rent": [12_000, 0, 0], "holdover": [0, 3_000, 0]},
    ),
    "a subsidy is of rent and double rent, not of a holdover": (
        commercial(expiry=12, subsidy={"share": 25, "until": 100}),
        (15, 0),
        {"rent": [9_000, 0, 0], "holdover": [0, 3_000, 0]},
    ),
    "a subsidy while rent is paid twice": (
        commercial(expiry=12, subsidy={"share": 25, "until": 100}),
        (9, 0),
        {"rent": [6_750, 0, 0], "double rent": [2_250, 0, 0]},
    ),
}


@pytest.mark.parametrize(("lease", "plan", "expected"), LEAVING.values(), ids=LEAVING)
def test_a_lease_that_a_move_leaves(lease: Record, plan: tuple[float, float], expected: Expected) -> None:
    month, delay = plan
    outcome = office(option("stay", lease), moving(month, delay=delay), growth=10)
    for category, amounts in expected.items():
        assert yearly(outcome, "move", category) == pytest.approx(amounts), category


# The option `move` comes from a building that costs nothing. (new lease, month, delay)
COMING: dict[str, tuple[Record, tuple[float, float], Expected]] = {
    "double rent before moving in: the works take three months": (
        commercial(start=6, **CHARGED),
        (9, 0),
        # Months 6 to 9 twice: 3,000 + 300. Then rent of 3 months.
        {"rent": [3_000, 12_000, 12_000], "double rent": [3_300, 0, 0], "service charge": [300, 1_320, 1_452]},
    ),
    "rent-free months cover the works": (
        commercial(start=6, rent_free_months=3, **CHARGED),
        (9, 0),
        {"rent": [3_000, 12_000, 12_000], "double rent": [300, 0, 0]},
    ),
    "the new lease shifts with the house": (
        commercial(start=6, expiry=30, deposit=500),
        (9, 6),
        # First day in month 12, moving in in month 15, out in month 36.
        {"rent": [0, 9_000, 12_000], "double rent": [0, 3_000, 0], "deposit": [0, 500, -500]},
    ),
    "a dated promise does not shift: six months of it are lost": (
        commercial(start=6, expiry=30, fixed_expiry=True, **PUT_BACK),
        (9, 6),
        {"rent": [0, 9_000, 6_000], "double rent": [0, 3_000, 0], "restoration": [0, 0, 6_050]},
    ),
    "a lease that begins on the day of moving": (
        commercial(start=9),
        (9, 0),
        {"rent": [3_000, 12_000, 12_000], "double rent": NONE},
    ),
    "a lease that begins after the horizon is neither paid nor secured": (
        commercial(start=30, deposit=500),
        (30, 10),
        {"rent": NONE, "double rent": NONE, "deposit": NONE},
    ),
}


@pytest.mark.parametrize(("lease", "plan", "expected"), COMING.values(), ids=COMING)
def test_a_lease_that_a_move_takes(lease: Record, plan: tuple[float, float], expected: Expected) -> None:
    month, delay = plan
    outcome = office(option("stay"), moving(month, lease, delay=delay), growth=10)
    for category, amounts in expected.items():
        assert yearly(outcome, "move", category) == pytest.approx(amounts), category


def test_the_host_pays_a_part_until_a_month() -> None:
    # A quarter until month 18: 3,000 and 1,500 of 12,000 a year.
    outcome = office(option("stay", commercial(subsidy={"share": 25, "until": 18})))
    assert yearly(outcome, "stay", "rent") == pytest.approx([9_000, 10_500, 12_000])
    assert yearly(outcome, "stay", "rent", "host") == pytest.approx([3_000, 1_500, 0])


def test_value_in_kind_of_a_rent_free_lease_and_the_rent_after_it() -> None:
    # Free to month 18; the market asks 240 a m2, 10 % more each year: 24,000, half of 26,400. Then 264 a m2 is due.
    market = {"rent": 240, "driver": "prices"}
    lease = {"tenure": "rent-free", "expiry": 18, "market_value": market, "renewal": market}
    outcome = office(option("stay", lease), growth=10)
    assert yearly(outcome, "stay", "value in kind", "host") == pytest.approx([24_000, 13_200, 0])
    assert yearly(outcome, "stay", "rent") == pytest.approx([0, 13_200, 26_400])
    assert {line.nature for line in lines(outcome, "stay", "value in kind", "host")} == {"in kind"}


def test_value_in_kind_is_never_below_0_in_a_year() -> None:
    # Rent 120 a m2. The market asks 100, 150, 225: nothing in year 0, though a rent above the market is paid.
    lease = {"tenure": "preferential", "rent": 120, "expiry": 36, "market_value": {"rent": 100, "driver": "prices"}}
    outcome = office(option("stay", lease), growth=50)
    assert yearly(outcome, "stay", "value in kind", "host") == pytest.approx([0, 3_000, 10_500])


def test_value_in_kind_is_read_by_year_and_not_by_month() -> None:
    # Six months free, then 300 a m2 a year: 150 in year 0 against a market of 100. By month it would be 50 and 0.
    steps = [{"after_months": 6, "rent": 300}, {"after_months": 12, "rent": 40}]
    lease = {"tenure": "nominal", "steps": steps, "expiry": 36, "market_value": {"rent": 100, "driver": "prices"}}
    outcome = office(option("stay", lease))
    assert yearly(outcome, "stay", "value in kind", "host") == pytest.approx([0, 6_000, 6_000])


def test_value_in_kind_of_a_lease_that_is_left_ends_when_it_is_handed_back() -> None:
    # Nothing is paid; the market would take 1,000 a month. Moved out in month 9, the lease runs to month 15.
    lease = {"tenure": "rent-free", "expiry": 15, "market_value": {"rent": 120, "driver": "prices"}}
    outcome = office(option("stay", lease), moving(9))
    assert yearly(outcome, "move", "value in kind", "host") == pytest.approx([12_000, 3_000, 0])


def test_double_rent_penalty_restoration_and_deposit_are_one_time() -> None:
    old = commercial(expiry=30, deposit=500, break_option={"month": 15, "penalty": 700}, **CHARGED, **PUT_BACK)
    outcome = office(option("stay", old), moving(9, commercial(start=6, deposit=100, **CHARGED)))
    one_time = {line.category for line in outcome.option("move").lines if line.one_time}
    assert one_time == {"double rent", "exit penalty", "restoration", "deposit"}
    spread = {line.category for line in outcome.option("move").lines if line.month is None}
    assert spread == {"rent", "service charge", "holdover", "double rent"}  # discounted by year, as the rent it is


def test_a_lease_in_another_currency_is_paid_from_its_fund() -> None:
    # 120 dong a m2 at 20, then 25, then 31.25 for a dollar.
    changes: dict[str, Any] = {
        "currencies": [{"code": "VND", "rate": 20, "change": 25}],
        "funds": ["Regular budget", "Projects"],
    }
    outcome = office(option("stay", commercial(currency="VND", fund="Projects")), **changes)
    assert yearly(outcome, "stay", "rent") == pytest.approx([600, 480, 384])
    assert [line.fund for line in lines(outcome, "stay", "rent")] == ["Projects"]


def test_every_line_is_the_product_of_its_factors() -> None:
    old = commercial(expiry=30, break_option={"month": 15, "penalty": 700}, holdover_premium=10, **CHARGED, **PUT_BACK)
    outcome = office(option("stay", old), moving(9, commercial(start=6, deposit=100, **CHARGED), delay=3), growth=10)
    for one in outcome.option("move").lines:
        product: Any = one.sign
        for factor in one.factors:
            product = product * np.asarray(factor.value)
        np.testing.assert_allclose(np.broadcast_to(product, one.amounts.shape), one.amounts, rtol=1e-12)
        assert one.formula.count(" x ") == len(one.factors) - 1


def test_more_carried_over_than_is_due_comes_back_where_no_deposit_is_due_at_all() -> None:
    outcome = office(option("stay", commercial(start=0, deposit=0, deposit_carried=500)))
    assert yearly(outcome, "stay", "deposit") == [-500, 0, 0]
