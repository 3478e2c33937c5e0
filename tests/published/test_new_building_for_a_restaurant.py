"""A building for 1,000,000 that brings 200,000 to 275,000 a year and is sold for 100,000 after ten years, at 10 %.

"Lease Buy Decision", example 1, Bean Counter's decision-making tutorial. Read in
https://www.dwmbeancounter.com/BCTutorials/Decisions/lease-buy-decision.html : a net present value of 600,023 and an
internal rate of return of 21.54 %. Here the income is a cost of the baseline that the building ends.
"""

import pytest

from colocate.analysis.money.returns import returns
from tests.examples import expected_office, one_off, option, running

INCOME = [(200_000, 0, 12), (225_000, 12, 24), (250_000, 24, 36), (275_000, 36, 120)]


def test_worth_and_rate_of_return():
    without = option(
        "without",
        running=[running(amount, name=f"Year {start // 12}", start=start, end=end) for amount, start, end in INCOME],
    )
    built = option("built", one_offs=[one_off(1_000_000, category="other one-off")], residual_value=100_000)
    found = expected_office(without, built, horizon_years=10, discounting={"rate": 10, "timing": "end"})
    costs = [float(one.money["agency", "cash"].present_value[0]) for one in found.options]
    assert costs[0] - costs[1] == pytest.approx(600_023, abs=0.5)
    rate = returns(found, "built").internal_rate_of_return.value
    assert rate is not None
    assert 100 * rate == pytest.approx(21.54, abs=0.005)
