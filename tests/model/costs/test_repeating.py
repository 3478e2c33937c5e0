"""One-offs that fall again after so many years: by hand, and against one-offs written one by one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.casefile.reading import faults_of_document
from colocate.model.evaluate import evaluate
from colocate.model.outcome import Outcome
from tests.examples import OWNED, commercial, moving, office, office_case, office_document, one_off, option, yearly

Record = dict[str, Any]


def agency(outcome: Outcome, option_id: str = "stay") -> tuple[list[float], float]:
    money = outcome.option(option_id).money["agency", "cash"]
    return money.by_year[:, 0].tolist(), float(money.present_value[0])


def test_it_falls_again_grown_and_at_its_own_date() -> None:
    # 1,000 in month 6 and every two years after, at 10 % growth a year, over five years: years 0, 2 and 4.
    outcome = office(option("stay", one_offs=[one_off(1000, 6, repeats_every_years=2)]), growth=10, horizon_years=5)
    amounts, worth = agency(outcome)
    assert amounts == pytest.approx([1000, 0, 1210, 0, 1464.1])
    assert worth == pytest.approx(sum(1000 * 1.1**year * 1.1 ** -(year + 0.5) for year in (0, 2, 4)))
    assert outcome.option("stay").one_off_by_year[:, 0].tolist() == pytest.approx(amounts)


def test_it_is_the_same_as_each_time_written_by_itself() -> None:
    refit = one_off(80, 5, per="m2", contingency=True)
    apart = [refit | {"month": month, "name": f"Refit {month}"} for month in (5, 41, 77, 113)]
    terms: Record = {"growth": 4, "horizon_years": 10}
    once = office(option("stay", contingency=20, one_offs=[refit | {"repeats_every_years": 3}]), **terms)
    each = office(option("stay", contingency=20, one_offs=apart), **terms)
    for category in ("fit-out", "contingency"):
        assert yearly(once, "stay", category) == pytest.approx(yearly(each, "stay", category), rel=1e-12)
    assert agency(once)[1] == pytest.approx(agency(each)[1], rel=1e-12)


@pytest.mark.parametrize("terms", [{"repeats_every_years": 3}, {"repeats_every_years": 1, "until": 7}])
def test_one_that_never_comes_again_is_a_plain_one(terms: Record) -> None:
    plain, repeating = (office(option("stay", one_offs=[one_off(1000, 6, **also)])) for also in ({}, terms))
    assert agency(plain) == agency(repeating)


def test_it_ends_with_its_last_month_and_with_the_premises() -> None:
    yearly_work = one_off(100, 6, repeats_every_years=1)
    outcome = office(
        option("stay", one_offs=[yearly_work | {"until": 30}]),  # not in month 30 itself
        option("another", commercial(rent=0, expiry=20), one_offs=[yearly_work]),
        horizon_years=4,
    )
    assert yearly(outcome, "stay", "fit-out") == [100, 100, 0, 0]
    assert yearly(outcome, "another", "fit-out") == [100, 100, 0, 0]


@pytest.mark.parametrize(("shifts", "years"), [(True, [0, 100, 0, 100]), (False, [100, 0, 100, 0])])
def test_a_delay_moves_every_time_where_it_moves_the_first(shifts: bool, years: list[float]) -> None:
    work = one_off(100, 6, repeats_every_years=2, shifts_with_delay=shifts)
    outcome = office(option("stay"), moving(0, OWNED, one_offs=[work], delay=9), horizon_years=4)
    assert yearly(outcome, "move", "fit-out") == years


def test_over_draws_it_falls_when_each_draw_says() -> None:
    month = {"low": 0, "mode": 10, "high": 24, "unit": "month", "source": "made up", "quality": "assumed"}
    case = office_case(option("stay", one_offs=[one_off(100, month, repeats_every_years=1)]), horizon_years=4)  # type: ignore[arg-type]
    futures = evaluate(case, 32)
    begun = np.floor(next(iter(futures.figures.values())) / 12)
    times = futures.option("stay").money["agency", "cash"].by_year.sum(axis=0) / 100
    assert times.tolist() == pytest.approx((4 - begun).tolist())


@pytest.mark.parametrize(
    ("terms", "field", "told"),
    [
        ({"until": 20}, "until", "does not repeat"),
        ({"until": 6, "repeats_every_years": 1}, "until", "is not after its month"),
        ({"repeats_every_years": 0}, "repeats_every_years", "no time to repeat after"),
    ],
)
def test_what_cannot_repeat_is_a_fault(terms: Record, field: str, told: str) -> None:
    faults = faults_of_document(office_document(option("stay", one_offs=[one_off(1, 6, **terms)])))
    assert [fault.path for fault in faults] == [f"options[0].one_offs[0].{field}"]
    assert told in str(faults[0])
