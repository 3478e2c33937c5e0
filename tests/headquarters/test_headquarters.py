"""Eight leased buildings, five of them on new leases, or one tower that is built, over fifty years.

The case is made up. It holds what a large decision holds at once: further premises, people by year, works over years,
loans, a sale, income, an option ruled out.
"""

from __future__ import annotations

import numpy as np

import colocate
from colocate.analysis.cautions import cautions
from colocate.model.totals import BOOKS, VIEWS
from tests.documents import ROOT

CASE = colocate.load_case(ROOT / "data" / "headquarters.toml")
FUTURES = colocate.evaluate(CASE, 256)


def test_every_building_is_left_and_paid_for_by_its_own_lease() -> None:
    stay, new, tower = FUTURES.central.options
    assert len(stay.stay.option.premises) == 7
    assert len(new.stay.option.premises) == 7
    assert not tower.stay.option.premises
    for premises in stay.stay.option.premises:
        assert any(premises.name in line.name for line in stay.lines), premises.id
        assert any(premises.name in line.name for line in tower.lines), premises.id


def test_the_tower_has_works_loans_a_sale_and_income() -> None:
    categories = {line.category for line in FUTURES.central.options[-1].lines}
    assert {"construction", "loan received", "interest", "loan repayment", "sale", "income"} <= categories


def test_lines_add_up_to_the_books() -> None:
    for option in FUTURES.expected.options:
        for book, payers in BOOKS.items():
            for view, natures in VIEWS.items():
                lines = [one for one in option.lines if one.payer in payers and one.nature in natures]
                total = sum(float(one.present.sum()) for one in lines)
                np.testing.assert_allclose(total, option.money[book, view].present_value, rtol=1e-9)


def test_every_future_is_finite_and_the_options_differ() -> None:
    costs = np.array([option.money["agency", "cash"].present_value for option in FUTURES.options])
    assert np.isfinite(costs).all()
    assert len({float(f"{one:.3g}") for one in costs.mean(axis=1)}) == 3


def test_what_is_doubtful_in_it_is_told() -> None:
    assert {one.kind for one in cautions(FUTURES.expected)}
