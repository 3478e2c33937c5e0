"""15,000 borrowed for five years at 8 % is 304.15 a month; 200,000 for fifteen years at 7.5 % is 1,854.02 a month.

numpy-financial, NumPy developers, `test_pmt_decimal` (304.1459143262052370338701494) and the docstring of `pmt`
(1854.0247200054619). Read in the installed package and in
https://github.com/numpy/numpy-financial/blob/main/numpy_financial/tests/test_financial.py
The rate is divided by twelve there. Here each is a loan of a case, twelve instalments a year.
"""

import pytest

from tests.examples import office, option, yearly


@pytest.mark.parametrize(
    ("principal", "rate", "years", "printed"),
    [(15_000, 8, 5, 304.1459143262052370), (200_000, 7.5, 15, 1854.0247200054619)],
)
def test_twelve_instalments_a_year(principal, rate, years, printed):
    loan = {"name": "Loan", "lender": "bank", "principal": principal, "month": 0, "term_years": years, "rate": rate}
    loan |= {"rate_is": "divided", "frequency": "monthly"}
    outcome = office(option("built", loans=[loan]), horizon_years=years)
    interest, repaid = (yearly(outcome, "built", kind) for kind in ("interest", "loan repayment"))
    paid = [sum(year) for year in zip(interest, repaid, strict=True)]
    assert paid == pytest.approx([12 * printed] * years, rel=1e-12)
    assert sum(repaid) == pytest.approx(principal, rel=1e-12)
