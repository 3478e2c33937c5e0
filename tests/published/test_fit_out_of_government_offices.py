"""What greener fit-outs of government offices cost more and save a year: eight paybacks, the shortest half a year.

Ministry for the Environment (New Zealand), value case for sustainable fit-outs of central government offices, section
6, table 11 (dollars per m2 of net lettable area), at
http://www.mfe.govt.nz/publications/sus-dev/value-case-central-government-office-2008-04/html/page7.html . Its simple
payback ignores the value of time and inflation. The present values and rates of return beside it rest on growth and a
discount rate that stand in a section which could not be seen, so they are not tested.
"""

from __future__ import annotations

import pytest

from colocate.analysis.money.returns import returns
from tests.examples import expected_office, moving, one_off, option, running

TABLE = {
    # rating: capital cost premium, saving a year of energy and water, payback; saving with softer ones too, payback
    "4-star": (9.4, 6.86, 1.4, 18.11, 0.5),
    "5-star": (32.8, 7.94, 4.1, 25.94, 1.3),
    "6-star": (46.7, 9.56, 4.9, 27.56, 1.7),
    "4-star with energy focus": (17.6, 7.94, 2.2, 19.19, 0.9),
}


@pytest.mark.parametrize("rating", TABLE)
def test_each_payback_is_the_printed_one(rating: str) -> None:
    cost, hard, hard_payback, all_savings, all_payback = TABLE[rating]
    for saved, printed in ((hard, hard_payback), (all_savings, all_payback)):
        stay, move = option("stay", running=[running(saved)]), moving(0, one_offs=[one_off(cost)])
        found = returns(expected_office(stay, move, horizon_years=9), "move").payback.value
        assert found is not None
        assert round(found, 1) == printed
