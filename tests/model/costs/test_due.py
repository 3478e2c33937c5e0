"""Payments when they fall: by closed form, against the case's own timing, and at a rate of 0."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.casefile.reading import faults_of_document
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from tests.examples import commercial, moving, office, office_case, office_document, option, running, yearly

Record = dict[str, Any]
A_YEAR = {"monthly": 12, "quarterly": 4, "half-yearly": 2, "yearly": 1}


def present(outcome: Outcome, option_id: str = "stay") -> float:
    return float(outcome.option(option_id).money["agency", "cash"].present_value[0])


@pytest.mark.parametrize("often", A_YEAR)
@pytest.mark.parametrize("in_advance", [True, False])
def test_a_level_rent_is_an_annuity_of_its_payments(often: str, in_advance: bool) -> None:
    # 12,000 a year over three years at 10 %: N payments of 12,000 / n, each period at 1.1^(1/n) - 1; due in advance
    # they are worth one period more.
    a_year = A_YEAR[often]
    a_period = 1.1 ** (1 / a_year) - 1
    annuity = 12_000 / a_year * (1 - 1.1**-3) / a_period * (1 + a_period if in_advance else 1)
    found = office(option("stay", commercial(payments=often, in_advance=in_advance)))
    assert present(found) == pytest.approx(annuity, rel=1e-12)
    assert yearly(found, "stay", "rent") == [12_000] * 3


@pytest.mark.parametrize("timing", ["start", "end"])
def test_a_year_paid_at_once_is_a_case_with_that_timing(timing: str) -> None:
    discounting = {"rate": 10, "timing": timing}
    plain = office(option("stay", commercial()), discounting=discounting)
    paid = office(option("stay", commercial(payments="yearly", in_advance=timing == "start")))
    assert present(paid) == pytest.approx(present(plain), rel=1e-14)


@pytest.mark.parametrize("in_advance", [True, False])
def test_at_a_rate_of_0_dates_do_not_matter(in_advance: bool) -> None:
    leases = [commercial(), *(commercial(payments=often, in_advance=in_advance) for often in A_YEAR)]
    worth = [present(office(option("stay", lease), discounting={"rate": 0})) for lease in leases]
    assert worth == pytest.approx([36_000] * 5)


def test_rent_free_months_leave_the_rest_of_their_quarter_to_be_paid() -> None:
    # 1,000 a month, two months free: 1,000 for the first quarter, then eleven of 3,000, each in advance.
    lease = commercial(rent_free_months=2, payments="quarterly", in_advance=True)
    due = [1_000.0, *[3_000.0] * 11]
    worth = sum(amount * 1.1 ** -(quarter / 4) for quarter, amount in enumerate(due))
    assert present(office(option("stay", lease))) == pytest.approx(worth, rel=1e-12)


def test_periods_count_from_the_first_day_of_the_lease() -> None:
    # Begun a month before the decision: quarters from months -1, 2, 5 ...; what is paid for months 0 and 1 falls today,
    # and the last quarter, from month 35, is paid for the one month of it that is looked at.
    lease = commercial(start=-1, payments="quarterly", in_advance=True)
    worth = 2_000 + sum(3_000 * 1.1 ** -(month / 12) for month in range(2, 35, 3)) + 1_000 * 1.1 ** -(35 / 12)
    assert present(office(option("stay", lease))) == pytest.approx(worth, rel=1e-12)
    late = commercial(start=-1, payments="quarterly")
    arrears = 2_000 * 1.1 ** -(2 / 12) + sum(3_000 * 1.1 ** -(month / 12) for month in range(5, 36, 3))
    assert present(office(option("stay", late))) == pytest.approx(arrears + 1_000 / 1.1**3, rel=1e-12)


def test_a_step_inside_a_period_counts_by_its_months() -> None:
    # 1,000 a month, 2,000 from month 8: the half-year from month 6 costs 2 x 1,000 + 4 x 2,000.
    lease = commercial(steps=[{"after_months": 8, "rent": 240}], payments="half-yearly", in_advance=True)
    worth = sum(
        amount * 1.1 ** -(half / 2) for half, amount in enumerate([6_000, 10_000, 12_000, 12_000, 12_000, 12_000])
    )
    assert present(office(option("stay", lease))) == pytest.approx(worth, rel=1e-12)


def test_the_service_charge_is_paid_with_the_rent() -> None:
    lease = commercial(service_charge=12, service_charge_driver="prices", payments="yearly", in_advance=True)
    worth = sum((12_000 + 1_200 * 1.05**year) * 1.1**-year for year in range(3))
    assert present(office(option("stay", lease), growth=5)) == pytest.approx(worth, rel=1e-12)


def test_a_running_cost_counts_periods_from_its_own_beginning() -> None:
    # 1,200 a year from month 4 to month 12, in quarters: 300, 300 and 200 for the last two months.
    guards = running(1_200, start=4, end=12, payments="quarterly")
    worth = 300 * 1.1 ** -(7 / 12) + 300 * 1.1 ** -(10 / 12) + 200 / 1.1
    assert present(office(option("stay", running=[guards]))) == pytest.approx(worth, rel=1e-12)


def test_the_old_lease_is_paid_to_the_day_when_it_ends() -> None:
    # Left in month 6, owed to month 9; half-years from month 0: 6 months at month 6, 3 more at month 9.
    stay = option("stay", commercial(expiry=9, payments="half-yearly"))
    found = office(stay, moving(6))
    assert present(found, "move") == pytest.approx(6_000 * 1.1**-0.5 + 3_000 * 1.1**-0.75, rel=1e-12)


def test_over_draws_payments_are_what_they_are_in_each() -> None:
    words = {"unit": "month", "source": "made up", "quality": "assumed"}
    lease = commercial(start=3, payments="quarterly", in_advance=True)
    move = moving(6, lease, delay={"low": 0, "mode": 2, "high": 8} | words)
    case = office_case(option("stay", commercial(expiry=9, payments="monthly")), move, horizon_years=4)
    futures = evaluate(case, 16)
    delays = futures.figures["options[move].move.delay"]
    for place, delay in enumerate(delays):
        alone = office(
            option("stay", commercial(expiry=9, payments="monthly")), moving(6, lease, delay=delay), horizon_years=4
        )
        worth = futures.option("move").money["agency", "cash"].present_value[place]
        assert worth == pytest.approx(present(alone, "move"), rel=1e-9)


def test_the_rate_of_return_takes_the_dates_of_payments() -> None:
    from colocate.analysis.money.returns import returns
    from tests.examples import expected_office, one_off

    # 12,000 saved a year, at the end of each, for 20,000 today: 12 / (1 + x) + 12 / (1 + x)^2 + 12 / (1 + x)^3 = 20.
    stay = option("stay", commercial(payments="yearly"))
    expected = expected_office(stay, moving(0, one_offs=[one_off(20_000)]))
    rate = returns(expected, "move").internal_rate_of_return.value
    assert rate is not None
    assert sum(12 / (1 + rate) ** year for year in (1, 2, 3)) == pytest.approx(20)


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (office_document(option("stay", commercial(in_advance=True))), "options[0].lease.in_advance"),
        (
            office_document(option("stay", running=[running(1, in_advance=True)])),
            "options[0].running[0].in_advance",
        ),
    ],
)
def test_in_advance_needs_payments(document: Record, path: str) -> None:
    assert path in {fault.path for fault in faults_of_document(document)}


def test_twelve_monthly_payments_are_one_yearly_in_every_book_by_year() -> None:
    monthly, once = (
        office(option("stay", commercial(start=-7, payments=often), running=[running(60, payments=often)]))
        for often in ("monthly", "yearly")
    )
    for pair, money in monthly.option("stay").money.items():
        np.testing.assert_array_equal(money.by_year, once.option("stay").money[pair].by_year)


def test_staying_on_is_paid_on_dates_for_the_months_that_were_not_paid_ahead() -> None:
    # Notice ends the lease in month 3, the move comes six months late, and rent is paid until month 6: the quarter from
    # month 6 is left, 3,000 at its end in month 9.
    old = commercial(break_option={"month": 3}, expiry=24, rent_paid_until=6, payments="quarterly")
    found = office(option("stay", old), moving(3, delay=6))
    assert yearly(found, "move", "holdover") == [3_000, 0, 0]
    assert present(found, "move") == pytest.approx(3_000 * 1.1 ** -(9 / 12), rel=1e-12)
