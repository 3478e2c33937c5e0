"""IFRS 16, illustrative example 19: 100,000 a year becomes 95,000 after five of ten years; 6 %, then 7 %.

Standard: IFRS 16 Leases, Illustrative Examples, IE7 (IASB, January 2016). Printed in the working by IFRScommunity.com,
"IFRS 16 example: lease modification - change in consideration only", 2019,
https://www.scribd.com/document/572441886 : 389,518.8 for the new payments, 31,717.6 less than before.
"""

import pytest

from tests.published.worth import let, worth


def test_a_lower_rent():
    assert worth(let(95_000), 7, 5) == pytest.approx(389_518.8, abs=0.05)
    assert worth(let(100_000), 6, 5) - worth(let(95_000), 7, 5) == pytest.approx(31_717.6, abs=0.05)
