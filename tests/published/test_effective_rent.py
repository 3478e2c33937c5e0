"""Five years of an office at 11 %: what level rent the owner would take in place of four ways to write the lease.

A textbook exercise on effective rent (the page does not name the book), with the publisher's hint at the answers, told
as rough: 20.00, 20.00, 20.20 and 22.70 a square foot. Read in
https://www.solutioninn.com/study-help/questions/recall-the-three-steps-in-calculating-effective-rent-while-working-12118427
They hold to 0.05. Rents fall at the ends of years.
"""

import pytest

from tests.examples import option, running
from tests.published.worth import let, level

ROUGH = 0.05


def test_net_lease_with_steps():
    """15.00, and 2.80 more every year."""
    steps = [{"after_months": 12 * year, "rent": 15 + 2.80 * year} for year in range(1, 5)]
    assert level(let(15, steps=steps), 11, 5) == pytest.approx(20.00, abs=ROUGH)


def test_net_lease_that_follows_prices():
    """17.00, and 9 % more every year. The review after a year is that of the model on the anniversary."""
    assert level(let(17, indexation={"driver": "prices"}), 11, 5, growth=9) == pytest.approx(20.00, abs=ROUGH)


def test_gross_lease():
    """31.00, of which the owner pays 9.00 of costs in the first year and 1.00 more every year."""
    costs = [running(9 + year, name=f"Year {year}", start=12 * year, end=12 * year + 12) for year in range(5)]
    owners = level(option("costs", running=costs), 11, 5)
    assert level(let(31), 11, 5) - owners == pytest.approx(20.20, abs=ROUGH)


def test_gross_lease_with_a_stop():
    """27.00, and 9 % more every year; the owner pays 9.00 of costs at most."""
    rent = level(let(27, indexation={"driver": "prices"}), 11, 5, growth=9)
    assert rent - level(option("costs", running=[running(9)]), 11, 5) == pytest.approx(22.70, abs=ROUGH)
