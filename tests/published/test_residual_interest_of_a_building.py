"""Thirty years at 3 million a year for a building that is worth 30 million at their end, at 3.5 %.

A model of the accounts of a public-private partnership, annex on residual interests, Scottish Capital Investment Manual
(NHS Scotland), notes 1 to 4 and figures 1 and 3. Read in
https://ppponline.affinitext.com/public/book?id=1590&toc_id=448306 , 448308 and 448312: the residual is worth 10,688.35
today (thousand pounds); a creditor of that amount is paid off in equal yearly amounts of 581.14; it stands at
10,481.30, 10,267.01, 10,045.22 and 9,815.66 after one to four of them; what is left of the 3,000 for the service is
2,419.
"""

import pytest

from tests.examples import office, option, running, yearly
from tests.published.worth import level, worth

RESIDUAL = option("given-back", residual_value=30_000)
PAID = option("paid", running=[running(3_000)])


def test_the_residual_today():
    assert -worth(RESIDUAL, 3.5, 30) == pytest.approx(10_688.35, abs=0.005)


def test_the_annuity_of_the_creditor():
    assert -level(RESIDUAL, 3.5, 30) == pytest.approx(581.14, abs=0.005)


@pytest.mark.parametrize(("paid", "printed"), [(1, 10_481.30), (2, 10_267.01), (3, 10_045.22), (4, 9_815.66)])
def test_what_is_still_owed(paid, printed):
    owed = option("owed", running=[running(-level(RESIDUAL, 3.5, 30))])
    assert worth(owed, 3.5, 30 - paid) == pytest.approx(printed, abs=0.005)


def test_what_is_left_for_the_service():
    assert level(PAID | {"residual_value": 30_000}, 3.5, 30) == pytest.approx(2_419, abs=0.5)


def test_the_creditor_as_a_loan():
    """The same as a case says a loan: what a year's interest and repayment are, and what is owed after four years."""
    loan = {"name": "Creditor", "lender": "bank", "principal": 10_688.35, "month": 0, "term_years": 30, "rate": 3.5}
    outcome = office(option("built", loans=[loan]), horizon_years=4, discounting={"rate": 3.5, "timing": "end"})
    interest, repaid = (yearly(outcome, "built", kind) for kind in ("interest", "loan repayment"))
    assert interest == pytest.approx([374.09, 366.85, 359.35, 351.58], abs=0.005)
    assert repaid == pytest.approx([207.05, 214.29, 221.79, 229.56], abs=0.005)
    assert [sum(year) for year in zip(interest, repaid, strict=True)] == pytest.approx([581.14] * 4, abs=0.005)
    assert yearly(outcome, "built", "loan still owed")[3] == pytest.approx(9_815.66, abs=0.005)
