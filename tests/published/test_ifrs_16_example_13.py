"""IFRS 16, illustrative example 13: ten years of a floor at 50,000 a year in advance, at 5 %; 355,391 after the first.

The lessee pays the first 50,000 at once; the liability is the present value of the nine that remain. Standard: IFRS 16
Leases, Illustrative Examples, IE5 (IASB, January 2016). The figures were read in the working by IFRScommunity.com,
"IFRS 16 example: initial measurement of the right-of-use asset and lease liability",
https://www.scribd.com/document/601730464/LEASE-CALCULATION : 355,391.08 at first, 373,161 at the end of year 1 and
339,319 at the end of year 2. What the example says of the change of the term after year 6 was not seen, and is not
claimed.
"""

import pytest

from tests.published.worth import ADVANCE, let, worth


def test_liability_after_the_first_payment():
    assert worth(let(50_000), 5, 10, ADVANCE) - 50_000 == pytest.approx(355_391.08, abs=0.005)


@pytest.mark.parametrize(("remaining", "printed"), [(9, 373_161), (8, 339_319)])
def test_liability_at_the_ends_of_years(remaining, printed):
    assert worth(let(50_000), 5, remaining, ADVANCE) == pytest.approx(printed, abs=0.5)
