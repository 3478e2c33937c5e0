"""Rent by the month in advance, at rates divided by twelve: 332,141.67 and 6,820.56; 3,303.54, 3,721.36 and 4,038.54.

Two textbook exercises (the pages do not name the books). 3,800 a month for five years and 7,700 for five more, at 14 %
compounded monthly: https://solutioninn.com/study-help/questions/brent-just-signed-a-10year-lease-with-a-tenant-in-3961323
prints 332,141.67. 600 a month for a year at 12 %: https://alumnos.planeaciondidactica.cucea.udg.mx/expertos/30045349
prints 6,820.56, by a factor of four decimals (11.3676). The others are printed by a vendor of lease accounting,
"Calculating Initial Liability and ROU": https://support.ezlease.com/hc/en-us/articles/4417614291355 : 100 a month for
three years at 6 %; the same with the building bought for 500 in the end; and that with 110 a month in the second year
and 120 in the third. A case states the rate of a whole year, so each is brought up to that.
"""

import pytest

from tests.examples import one_off
from tests.published.worth import let, worth

MONTHLY = {"payments": "monthly", "in_advance": True}


def of_a_year(rate: float) -> float:
    """The effective rate, in per cent, of one in per cent that is divided by twelve."""
    return 100 * ((1 + rate / 1200) ** 12 - 1)


def test_ten_years_with_a_step():
    lease = let(12 * 3_800, steps=[{"after_months": 60, "rent": 12 * 7_700}], **MONTHLY)
    assert worth(lease, of_a_year(14), 10) == pytest.approx(332_141.67, abs=0.005)


def test_one_year():
    assert worth(let(12 * 600, **MONTHLY), of_a_year(12), 1) == pytest.approx(6_820.56, abs=600 * 0.00005)


THREE_YEARS = let(12 * 100, **MONTHLY)
BOUGHT = {"one_offs": [one_off(500, month=36, name="The building")]}


def test_three_years():
    assert worth(THREE_YEARS, of_a_year(6), 3) == pytest.approx(3_303.54, abs=0.005)
    assert worth(THREE_YEARS | BOUGHT, of_a_year(6), 3) == pytest.approx(3_721.36, abs=0.005)


def test_three_years_with_two_steps():
    steps = [{"after_months": 12, "rent": 12 * 110}, {"after_months": 24, "rent": 12 * 120}]
    lease = let(12 * 100, steps=steps, **MONTHLY)
    assert worth(lease | BOUGHT, of_a_year(6), 3) == pytest.approx(4_038.54, abs=0.005)
