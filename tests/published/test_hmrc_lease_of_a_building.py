"""Ten years of a building at 100,000 a year in advance, at 5 %: 710,782 after the first payment.

Business Leasing Manual, BLM18005 and BLM18010, HM Revenue & Customs. Read in
https://www.gov.uk/hmrc-internal-manuals/business-leasing-manual/blm18010 : the balances at the ends of the years, and
a right of use of 840,780, with a premium of 9,998 paid to the landlord and 20,000 for putting the building back. That
last one is not discounted there, so it stands at the decision date here.
"""

import pytest

from tests.examples import one_off
from tests.published.worth import ADVANCE, let, worth

RENT = let(100_000)
BALANCES = [746_321, 678_637, 607_569, 532_948, 454_595, 372_325, 285_941, 195_238, 100_000]


def test_liability_after_the_first_payment():
    assert worth(RENT, 5, 10, ADVANCE) - 100_000 == pytest.approx(710_782, abs=0.5)


@pytest.mark.parametrize(("year", "printed"), list(enumerate(BALANCES, start=1)))
def test_balances(year, printed):
    """Each is rounded from the one before: they drift by no more than half a pound a year."""
    assert worth(RENT, 5, 10 - year, ADVANCE) == pytest.approx(printed, abs=0.5 * (year + 1))


def test_right_of_use():
    paid = [one_off(9_998, name="Premium", category="other one-off"), one_off(20_000, name="Restoration")]
    assert worth(RENT | {"one_offs": paid}, 5, 10, ADVANCE) == pytest.approx(840_780, abs=0.5)
