"""Five years in advance at 6 %: 491,162 for 110,000 a year; 490,597 for 104,000 in two years and 114,400 in three.

"Leases", a guide by PwC, chapter 5, "Modification and remeasurement of a lease", pages 5-21 (a lease made longer) and
before it (one remeasured, whose rent had risen by an index). Read in
https://online.flipbuilder.com/gria/synm/files/basic-html/page183.html and page176.html of the same.
"""

import pytest

from tests.published.worth import ADVANCE, let, worth


def test_level_rent():
    assert worth(let(110_000), 6, 5, ADVANCE) == pytest.approx(491_162, abs=0.5)


def test_a_rent_with_a_step():
    stepped = let(104_000, steps=[{"after_months": 24, "rent": 114_400}])
    assert worth(stepped, 6, 5, ADVANCE) == pytest.approx(490_597, abs=0.5)
