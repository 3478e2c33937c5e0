"""Two years at 30,000 a quarter in advance, the first two quarters free, at 4 %: 172,272.

IFRScommunity.com, "IFRS 16 example: rent-free period", read in
https://www.scribd.com/document/498649706/ifrs-16-example-lease-rent-free-period : payments of 29,422, 29,133, 28,846,
28,569, 28,291 and 28,012, together 172,272.37. The example counts days from 1 January (181 to 1 July of 365), the model
months (6 of 12). So the model agrees with the sum by months to the last digit, and comes to 18 less than is printed.
"""

import pytest

from tests.published.worth import let, worth

LEASE = let(120_000, payments="quarterly", in_advance=True, rent_free_months=6)
DAYS_OF_QUARTERS = (181, 273, 365, 455, 546, 638)
"""From 1 January of the first year to each payment, as the example's dates have them."""


def test_by_days_as_printed():
    """The terms are the example's: with its own days they come to what it prints."""
    parts = [30_000 * 1.04 ** (-days / 365) for days in DAYS_OF_QUARTERS]
    assert [round(one) for one in parts] == [29_422, 29_133, 28_846, 28_569, 28_291, 28_012]
    assert sum(parts) == pytest.approx(172_272.37, abs=0.005)


def test_by_months():
    found = worth(LEASE, 4, 2)
    assert found == pytest.approx(sum(30_000 * 1.04 ** (-quarter / 4) for quarter in range(2, 8)), rel=1e-12)
    assert found == pytest.approx(172_272.37, abs=18)
