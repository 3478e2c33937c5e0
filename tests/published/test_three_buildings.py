"""Buy for 600,000, lease for 69,000 a year in advance, or buy a larger one for 650,000 and sublet: 25 years at 12 %.

A textbook exercise (the page does not name the book), answered in
https://indextestingapp.uonbi.ac.ke/preguntia/14988898 : the lease is worth 606,118.08, the rent of 7,000 a year for the
part that is sublet, in arrears, 54,901.98, so that the larger building costs 595,098.02 and is the cheapest. Factors
have five decimals.
"""

import pytest

from tests.examples import one_off, option, running
from tests.published.worth import ADVANCE, let, worth

FACTOR = 0.5e-5


def test_buying():
    bought = option("bought", one_offs=[one_off(600_000, category="other one-off")])
    assert worth(bought, 12, 25) == pytest.approx(600_000, abs=1e-6)


def test_leasing():
    assert worth(let(69_000), 12, 25, ADVANCE) == pytest.approx(606_118.08, abs=69_000 * FACTOR)


def test_subletting():
    """What is sublet as a cost of the same amount, taken off: its sign is turned, its worth is not."""
    bought = option("bought", one_offs=[one_off(650_000, category="other one-off")])
    sublet = worth(option("sublet", running=[running(7_000)]), 12, 25)
    assert sublet == pytest.approx(54_901.98, abs=7_000 * FACTOR)
    assert worth(bought, 12, 25) - sublet == pytest.approx(595_098.02, abs=7_000 * FACTOR + 0.005)
