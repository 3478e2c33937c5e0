"""What must be found once: by year, by fund, contributions deducted and residual values left out."""

from __future__ import annotations

import pytest

from colocate.analysis.money.budget import one_off_budget, one_off_by_payer
from colocate.model.expected import OptionExpected
from tests.examples import commercial, expected_office, moving, one_off, option, running

FUNDS = ["Regular budget", "Projects"]


def moved() -> OptionExpected:
    """A move in month 9 whose old lease runs to month 12: 3,000 of double rent."""
    costs = [
        one_off(10_000, 9),
        one_off(2_000, 14, name="Cabling", fund="Projects"),
        one_off(500, 9, name="Packing", staff_time=True),  # time, which no budget pays
        one_off(4_000, 9, name="Gate", payer="host"),
    ]
    gift = {"name": "Grant", "giver": "donor", "amount": 1_000, "month": 20, "fund": "Projects"}
    move = moving(9, running=[running(700)], one_offs=costs, contingency=10, contributions=[gift], residual_value=8_000)
    return expected_office(option("stay", commercial(expiry=12)), move, funds=FUNDS).option("move")


def test_one_off_budget_by_year() -> None:
    # Year 0: 10,000, a tenth more, 3,000 of double rent. Year 1: 2,200 less the grant of 1,000.
    assert one_off_budget(moved())[:, 0].tolist() == pytest.approx([14_000, 1_200, 0])


def test_what_is_in_it() -> None:
    found = {line.category for line in moved().lines if line.in_budget}
    assert found == {"fit-out", "contingency", "contributions", "double rent"}  # running costs, residual value: not
    assert all(line.payer == "agency" and line.nature == "cash" for line in moved().lines if line.in_budget)


def test_by_payer_and_fund() -> None:
    found = {payer: amounts[:, 0].tolist() for payer, amounts in one_off_by_payer(moved()).items()}
    assert found == {
        "agency: Regular budget": pytest.approx([14_000, 0, 0]),
        "agency: Projects": pytest.approx([0, 1_200, 0]),
        "host": pytest.approx([4_400, 0, 0]),
        "donor": pytest.approx([0, 1_000, 0]),
    }


def test_an_option_without_one_offs_needs_none() -> None:
    stay = expected_office(option("stay", running=[running(700)])).options[0]
    assert one_off_budget(stay)[:, 0].tolist() == [0, 0, 0]
    assert one_off_by_payer(stay) == {}
