"""A building of the US Forest Service, paid for over three years: 542,000, then 3,625,200, then 2,416,800.

Workbook for comparing lease, purchase and construction by OMB Circular A-94, example of the Missoula Technology and
Development Center, USDA Forest Service, 1 September 1998, table 3. Read in
https://contohsurat.jagomart.net/item/32561/buy-lease (a copy of the workbook from www.fs.fed.us). Land of 200,000 and
design of 342,000 are bought in the first year; construction of 5,700,000 and supervision of 342,000 are spent by 60 %
in the second and 40 % in the third; 6,584,000 in all. The renewed rent of 16.00 for 53,150 square feet is 850,400 a
year, the first one of 15.00 is 797,250. Its present values stand in cells that the copy does not show, and are not
claimed.
"""

import pytest

from tests.examples import office, option, yearly
from tests.published.worth import let

START = {"driver": "prices", "month": 0}
WORKS = [
    {"name": "Land", "category": "land", "amount": 200_000, "profile": [100]},
    {"name": "Design", "category": "design and supervision", "amount": 342_000, "profile": [100]},
    {"name": "Construction", "category": "construction", "amount": 5_700_000, "profile": [0, 60, 40]},
    {"name": "Supervision", "category": "design and supervision", "amount": 342_000, "profile": [0, 60, 40]},
]


def test_what_is_spent_by_year():
    outcome = office(option("built", works=[one | START for one in WORKS]))
    spent = outcome.options[0].money["agency", "cash"].by_year[:, 0]
    assert spent.tolist() == pytest.approx([542_000, 3_625_200, 2_416_800])
    assert float(spent.sum()) == pytest.approx(6_584_000)


def test_rent_of_the_lease_and_of_its_renewal():
    lease = let(15, per="m2", area=53_150, steps=[{"after_months": 120, "rent": 16}])
    rents = yearly(office(lease, horizon_years=20), "let", "rent")
    assert rents == pytest.approx([797_250] * 10 + [850_400] * 10)
