"""Two leases of the Institute of Chartered Accountants of India: a smaller area, and a rent remeasured by an index.

"Compiler, question bank, Ind AS 116" for Financial Reporting (CA final), pages 12 and 21. Read in
https://vsmartdownload.com/downloads/bookpreview/cafinal/M22/compiler/Volume%201/CH%206/files/basic-html/page12.html
and page21.html: 60,000 a year for ten years at 8 % is 402,600 (a factor of two decimals); 35,000 for five years at 6 %
is 147,420 (of three); 291,200 in three years and 364,000 in two, in advance at 10 %, is 1,318,408 (of three). The rent
of the last was 280,000, and 350,000 after three years; the index rose from 250 to 260, which is 4 %.
"""

import pytest

from tests.published.worth import ADVANCE, let, worth


def test_a_smaller_area():
    assert worth(let(10, per="m2", area=6_000), 8, 10) == pytest.approx(402_600, abs=60_000 * 0.005)
    assert worth(let(35_000), 6, 5) == pytest.approx(147_420, abs=35_000 * 0.0005)


def test_a_rent_that_an_index_has_raised():
    raised = let(1.04 * 280_000, steps=[{"after_months": 36, "rent": 1.04 * 350_000}])
    assert worth(raised, 10, 5, ADVANCE) == pytest.approx(1_318_408, abs=0.0005 * (2 * 291_200 + 2 * 364_000) + 2)
