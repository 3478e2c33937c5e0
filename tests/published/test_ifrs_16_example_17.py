"""IFRS 16, illustrative example 17: 5,000 m2 for 50,000 a year, after five of ten years 2,500 m2 for 30,000.

Payments in arrears, at 6 % when the lease begins and at 5 % when it is changed. Standard: IFRS 16 Leases, Illustrative
Examples, IE7 (IASB, January 2016), quoted in International GAAP (Ernst & Young), read in
https://bookreadfree.com/26922/710816 : liability before the change 210,618, half of it 105,309, of the smaller lease
129,884, the difference 24,575; half of the right of use 92,001, so a gain of 13,308. The first liability, 368,004, is
in IFRScommunity.com's working (https://www.scribd.com/document/653900361).
"""

import pytest

from tests.published.worth import let, worth

LARGE = let(10, per="m2", area=5_000)
HALF = let(10, per="m2", area=2_500)
SMALL = let(12, per="m2", area=2_500)


def test_liabilities():
    assert worth(LARGE, 6, 10) == pytest.approx(368_004, abs=0.5)
    assert worth(LARGE, 6, 5) == pytest.approx(210_618, abs=0.5)
    assert worth(HALF, 6, 5) == pytest.approx(105_309, abs=0.5)
    assert worth(SMALL, 5, 5) == pytest.approx(129_884, abs=0.5)


def test_what_the_change_adds_and_gains():
    assert worth(SMALL, 5, 5) - worth(HALF, 6, 5) == pytest.approx(24_575, abs=1)
    right_of_use = worth(LARGE, 6, 10) / 2 / 2
    assert right_of_use == pytest.approx(92_001, abs=0.5)
    assert worth(HALF, 6, 5) - right_of_use == pytest.approx(13_308, abs=1)
