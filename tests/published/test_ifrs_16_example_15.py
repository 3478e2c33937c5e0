"""IFRS 16, illustrative example 15: 2,000 m2 for ten years, and 3,000 m2 more from the middle of year 6 on.

Standard: IFRS 16 Leases, Illustrative Examples, IE7 (IASB, January 2016), read in
https://ifrs.org/content/dam/ifrs/publications/html-standards/english/2022/issued/ifrs16-ie.html . It prints no amounts.
What it says is that the further space, at the market's rent, is a lease of its own, whose liability begins with it (the
end of the second quarter of year 6), and that nothing changes in the first lease. The amounts here are made up.
"""

import pytest

from tests.published.worth import built, let

FIRST = let(50, per="m2", area=2_000)
MORE = {
    "id": "more",
    "name": "Further floors",
    "people_share": 0.6,
    "lease": {"tenure": "commercial", "rent": 40, "per": "m2", "area": 3_000, "start": 66},
}


def rents(outcome):
    return {line.name: line.amounts[:, 0] for line in outcome.lines if line.category == "rent"}


def test_the_first_lease_is_as_it_was_and_the_second_begins_with_its_space():
    alone, both = rents(built(FIRST, 6, 10)), rents(built(FIRST | {"premises": [MORE]}, 6, 10))
    (first,) = alone
    (further,) = both.keys() - alone.keys()
    assert both[first] == pytest.approx(alone[first], rel=1e-12)
    assert both[further] == pytest.approx([0] * 5 + [60_000] + [120_000] * 4)
