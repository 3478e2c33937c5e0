"""Loans: instalment tables by hand, every form worth nothing at the discount rate, the lender's book, what is owed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import colocate
from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.analysis.money.five_years import five_year_reading
from colocate.case.owning import Loan
from colocate.model.costs.loan import instalments
from colocate.model.outcome import Outcome
from tests.examples import (
    SAME_EACH_TIME,
    Record,
    expected_office,
    moving,
    office,
    office_case,
    one_off,
    option,
    yearly,
)

FORMS = ("equal", "falling")
FREQUENCIES = {"yearly": 1, "half-yearly": 2, "quarterly": 4, "monthly": 12}
RATE: Record = {"low": 3, "mode": 7, "high": 12, "unit": "%/year", "source": "made up", "quality": "assumed"}


def loan(principal: Any = 1_000, month: float = 0, term_years: int = 3, **terms: Any) -> Record:
    """A loan of the bank."""
    return {"name": "Loan", "lender": "bank", "principal": principal, "month": month, "term_years": term_years} | terms


def borrowed(*loans: Record, **changes: Any) -> Outcome:
    return office(option("stay", loans=[*loans]), **changes)


def by_category(outcome: Outcome, payer: str = "agency") -> dict[str, list[float]]:
    kinds = ("loan received", "interest", "loan repayment", "loan still owed")
    return {one: [round(each, 2) for each in yearly(outcome, "stay", one, payer)] for one in kinds}


def present_value(outcome: Outcome, option_id: str = "stay", book: str = "agency") -> float:
    return float(outcome.option(option_id).money[book, "cash"].present_value[0])  # type: ignore[index]


# 1,000 at 10 % over three years: an annuity of 1,000 x 0.1 / (1 - 1.1^-3) = 402.11 a year.
TABLES: dict[str, tuple[Record, dict[str, list[float]]]] = {
    "equal instalments": (
        loan(rate=10),
        {
            "loan received": [-1_000, 0, 0],
            "interest": [100, 69.79, 36.56],
            "loan repayment": [302.11, 332.33, 365.56],
            "loan still owed": [0, 0, 0],
        },
    ),
    "falling instalments": (
        loan(1_200, rate=10, instalments="falling"),
        {
            "loan received": [-1_200, 0, 0],
            "interest": [120, 80, 40],
            "loan repayment": [400, 400, 400],
            "loan still owed": [0, 0, 0],
        },
    ),
    "free of interest": (
        loan(1_200),
        {
            "loan received": [-1_200, 0, 0],
            "interest": [0, 0, 0],
            "loan repayment": [400, 400, 400],
            "loan still owed": [0, 0, 0],
        },
    ),
    "a year of grace, interest paid": (
        loan(rate=10, grace_years=1),
        {
            "loan received": [-1_000, 0, 0],
            "interest": [100, 100, 52.38],
            "loan repayment": [0, 476.19, 523.81],
            "loan still owed": [0, 0, 0],
        },
    ),
    "a year of grace, interest owed as well": (
        loan(rate=10, grace_years=1, grace_interest="capitalised"),
        {
            "loan received": [-1_000, 0, 0],
            "interest": [0, 110, 57.62],
            "loan repayment": [0, 523.81, 576.19],
            "loan still owed": [0, 0, 0],
        },
    ),
    "longer than the years looked at": (
        loan(1_000, rate=10, term_years=5, instalments="falling"),
        {
            "loan received": [-1_000, 0, 0],
            "interest": [100, 80, 60],
            "loan repayment": [200, 200, 200],
            "loan still owed": [0, 0, 400],
        },
    ),
    "half-yearly, the rate divided": (
        loan(1_200, rate=10, rate_is="divided", frequency="half-yearly", instalments="falling"),
        {
            "loan received": [-1_200, 0, 0],
            "interest": [60 + 50, 40 + 30, 20 + 10],
            "loan repayment": [400, 400, 400],
            "loan still owed": [0, 0, 0],
        },
    ),
    "drawn in month 6, paid each year after": (
        loan(900, month=6, rate=10, instalments="falling"),
        {
            "loan received": [-900, 0, 0],
            "interest": [0, 90, 60],
            "loan repayment": [0, 300, 300],
            # 300, and 10 % on them since month 30: 300 x 1.1^0.5
            "loan still owed": [0, 0, 314.64],
        },
    ),
}


@pytest.mark.parametrize(("record", "expected"), TABLES.values(), ids=TABLES)
def test_an_instalment_table(record: Record, expected: dict[str, list[float]]) -> None:
    found = by_category(borrowed(record))
    assert found == {name: pytest.approx(amounts, abs=0.006) for name, amounts in expected.items()}


def test_instalments_fall_at_the_end_of_their_periods() -> None:
    """The first yearly instalment falls in month 12, as the first budget year ends: it is of that year."""
    outcome = borrowed(loan(1_200), horizon_years=5)
    assert yearly(outcome, "stay", "loan repayment") == pytest.approx([400, 400, 400, 0, 0])
    assert present_value(outcome) == pytest.approx(-1_200 + 400 / 1.1 + 400 / 1.1**2 + 400 / 1.1**3)


@SAME_EACH_TIME
@given(
    st.sampled_from(list(FREQUENCIES)),
    st.sampled_from(FORMS),
    st.integers(1, 30),
    st.integers(0, 20),
    st.sampled_from(["effective", "divided"]),
)
def test_closed_forms(frequency: str, form: str, term: int, per_cent: int, rate_is: str) -> None:
    """Annuity A = i / (1 - (1 + i)^-N); rest after k: A (1 - (1 + i)^-(N - k)) / i. Falling: 1 - k / N."""
    a_year, number = FREQUENCIES[frequency], term * FREQUENCIES[frequency]
    rate = per_cent / 100
    terms: Any = {"frequency": frequency, "instalments": form, "rate_is": rate_is}
    found = instalments(
        Loan(name="Loan", lender="bank", principal=1.0, month=0.0, rate=rate, term_years=term, **terms), 9_999
    )
    i = (1 + rate) ** (1 / a_year) - 1 if rate_is == "effective" else rate / a_year
    after = np.arange(number + 1.0)
    rest = (
        1 - after / number
        if form == "falling" or i == 0
        else (1 - (1 + i) ** (after - number)) / (1 - (1 + i) ** -number)
    )
    assert found.balance[:, 0] == pytest.approx(rest, abs=1e-12)
    assert found.interest[:, 0] == pytest.approx(i * rest[:-1], abs=1e-12)
    assert found.repayment.sum() == pytest.approx(1.0)
    paid = (found.interest + found.repayment)[:, 0]
    if form == "equal":
        assert paid == pytest.approx(np.full(number, paid[0]))
    else:
        assert found.repayment[:, 0] == pytest.approx(np.full(number, 1 / number))


any_loan = st.fixed_dictionaries(
    {
        "month": st.integers(0, 200).map(lambda quarters: quarters / 4),
        "term_years": st.integers(6, 30),
        "frequency": st.sampled_from(list(FREQUENCIES)),
        "instalments": st.sampled_from(FORMS),
        "lender": st.sampled_from(["bank", "un", "host", "donor"]),
    },
    optional={
        "grace_years": st.integers(1, 5),
    },
)


@SAME_EACH_TIME
@given(any_loan, st.sampled_from(["paid", "capitalised"]), st.integers(1, 8))
def test_a_loan_at_the_discount_rate_changes_no_present_value(terms: Record, grace: str, horizon: int) -> None:
    """Whatever its form, also where it is not paid back by then, and in every draw of an uncertain rate."""
    if "grace_years" in terms:
        terms = terms | {"grace_interest": grace}
    month = min(terms["month"], 12 * horizon)
    record = loan(1_000_000, rate="shared.rate") | terms | {"month": month}
    case = office_case(
        option("stay", loans=[record]),
        discounting={"rate": "shared.rate"},
        shared={"rate": RATE},
        horizon_years=horizon,
    )
    outcome = colocate.evaluate(case)
    for book in ("agency", "un family", "everyone"):
        assert present_value(outcome, book=book) == pytest.approx(0.0, abs=1e-6)
    drawn = colocate.evaluate(case, 32).option("stay")
    assert np.abs(drawn.money["agency", "cash"].present_value).max() < 1e-6


@SAME_EACH_TIME
@given(any_loan, st.integers(0, 15))
def test_a_lender_with_a_book_bears_what_the_agency_gains(terms: Record, per_cent: int) -> None:
    """A loan of the host below the discount rate costs it what the agency gains; a bank has no book."""
    record = loan(1_000_000, rate=per_cent) | terms | {"month": min(terms["month"], 60)}
    outcome = borrowed(record, horizon_years=5)
    ours = present_value(outcome)
    together = present_value(outcome, book="everyone")
    assert together == pytest.approx(ours if record["lender"] == "bank" else 0.0, abs=1e-6)
    if per_cent < 10:
        assert ours <= 1e-6
    by_year = outcome.option("stay").money["everyone", "cash"].by_year
    if record["lender"] != "bank":
        assert np.abs(by_year).max() < 1e-6


def test_the_grant_in_an_interest_free_loan_of_the_host() -> None:
    """1,200 for three years at 10 %: 400 x (1/1.1 + 1/1.1^2 + 1/1.1^3) = 994.74 come back, 205.26 are given."""
    outcome = borrowed(loan(1_200, lender="host"))
    assert present_value(outcome) == pytest.approx(-205.26, abs=0.005)
    assert by_category(outcome, "host")["loan repayment"] == [-400, -400, -400]
    given = sum(float(one[0]) for (who, _), one in outcome.option("stay").present_by_payer.items() if who == "host")
    assert given == pytest.approx(205.26, abs=0.005)


def test_delay_shifts_the_loan_with_its_instalments() -> None:
    late = [loan(900, 6, lender="host", shifts_with_delay=True)]
    outcome = office(option("stay"), moving(6, delay=12, loans=late), horizon_years=6)
    assert yearly(outcome, "move", "loan received") == pytest.approx([0, -900, 0, 0, 0, 0])
    assert yearly(outcome, "move", "loan repayment") == pytest.approx([0, 0, 300, 300, 300, 0])
    fixed = office(option("stay"), moving(6, delay=12, loans=[late[0] | {"shifts_with_delay": False}]), horizon_years=6)
    assert yearly(fixed, "move", "loan repayment") == pytest.approx([0, 300, 300, 300, 0, 0])


def test_a_loan_that_comes_after_the_horizon_is_none() -> None:
    outcome = office(option("stay"), moving(9, delay=40, loans=[loan(900, 6, rate=5)]))
    for category in ("loan received", "interest", "loan repayment", "loan still owed"):
        assert yearly(outcome, "move", category) == [0, 0, 0]


def test_in_a_foreign_currency_each_instalment_has_the_rate_of_its_year() -> None:
    currencies = [{"code": "EUR", "rate": 0.5, "change": 25}]
    outcome = borrowed(loan(1_200, currency="EUR"), currencies=currencies, horizon_years=5)
    assert yearly(outcome, "stay", "loan received")[0] == pytest.approx(-2_400)
    assert yearly(outcome, "stay", "loan repayment") == pytest.approx([800, 640, 512, 0, 0])


def test_the_rate_of_a_contract_is_not_above_inflation() -> None:
    """Where rates are real, the loan's stays what the contract says, as rent steps do."""
    real = {"rate": 10, "rates": "real", "inflation": 3}
    assert by_category(borrowed(loan(rate=10), discounting=real)) == by_category(borrowed(loan(rate=10)))


def test_a_loan_pays_for_what_is_built_and_is_paid_back_year_by_year() -> None:
    """One-off budget: the loan received is taken off; interest, repayment and what is still owed are not in it."""
    built = option("stay", one_offs=[one_off(1_000)], loans=[loan(800, rate=10, term_years=9, lender="host")])
    expected = expected_office(built)
    assert one_off_budget(expected.option("stay"))[:, 0] == pytest.approx([200, 0, 0])
    assert one_off_by_payer(expected.option("stay"))["host"][:, 0] == pytest.approx([800, 0, 0])


def test_a_loan_received_is_no_cost_avoided() -> None:
    """Nor is it a cost to give it back; interest is one."""
    expected = expected_office(option("stay"), moving(loans=[loan(1_000, rate=10)]), horizon_years=5)
    found = five_year_reading(expected, "move")
    assert found["monetary", "one-time"] == 0.0
    assert found["monetary", "recurring"] == pytest.approx(-(100 + 69.79 + 36.56), abs=0.01)
