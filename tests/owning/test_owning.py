"""One option stays in its own building, one sells it and leases, one sells it and builds: thirty years, worked by hand.

The case is made up. Its figures at their most likely values are held against what a hand calculator gives, and all of
it, draw by draw too, against the second implementation.
"""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import colocate
from colocate import charts
from colocate.analysis.money.budget import one_off_budget
from colocate.analysis.money.five_years import five_year_reading
from colocate.analysis.money.shift import shift
from colocate.export.tables import tables
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.totals import Reading
from colocate.writing import write_all
from tests import test_reference, test_reference_draws
from tests.examples import yearly
from tests.single_figures import expected_of

CASE = Path(__file__).parent / "case.toml"
MILLION = 1e6
YEARS = 30


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return colocate.evaluate(colocate.load_case(CASE))


@pytest.fixture(scope="module")
def futures() -> Futures:
    return colocate.evaluate(colocate.load_case(CASE), 64)


def in_years(**amounts: float) -> list[float]:
    """Amounts by year, named `y5`; nothing in the others."""
    found = [0.0] * YEARS
    for name, amount in amounts.items():
        found[int(name.removeprefix("y"))] = amount
    return found


QUARTER = 0.05 / 4
INSTALMENT = 5 * MILLION * (1 + QUARTER) ** 8 * QUARTER / (1 - (1 + QUARTER) ** -40)
"""Two years of grace add eight quarters of interest to what the bank is owed; forty quarters pay it back."""

BY_HAND: dict[tuple[str, str, str], list[float]] = {
    ("stay", "major replacement", "agency"): in_years(
        y2=0.3 * 7 * MILLION * 1.03**2,
        y3=0.5 * 7 * MILLION * 1.03**3,
        y4=0.2 * 7 * MILLION * 1.03**4,
        y15=2 * MILLION * 1.03**15,
        y16=2 * MILLION * 1.03**16,
    ),
    ("stay", "residual value", "agency"): in_years(y29=-3 * MILLION * 1.02**29),
    # Sold in month 24, two months late.
    ("lease", "sale", "agency"): in_years(y2=-6 * MILLION * 1.02**2),
    ("lease", "costs of sale", "agency"): in_years(y2=0.03 * 6 * MILLION * 1.02**2),
    ("build", "land", "agency"): in_years(y0=3 * MILLION),
    ("build", "construction", "agency"): in_years(
        y1=5 * MILLION * 1.03, y2=12.5 * MILLION * 1.03**2, y3=7.5 * MILLION * 1.03**3
    ),
    # Month 264, six months late: each year of works lies half in one year and half in the next.
    ("build", "major replacement", "agency"): in_years(
        y22=0.2 * 2 * MILLION * 1.03**22, y23=0.5 * 2 * MILLION * 1.03**23, y24=0.3 * 2 * MILLION * 1.03**24
    ),
    ("build", "contingency on works", "agency"): in_years(
        y1=0.5 * MILLION * 1.03,
        y2=1.25 * MILLION * 1.03**2,
        y3=0.75 * MILLION * 1.03**3,
        y22=0.02 * 2 * MILLION * 1.03**22,
        y23=0.05 * 2 * MILLION * 1.03**23,
        y24=0.03 * 2 * MILLION * 1.03**24,
    ),
    ("build", "loan received", "agency"): in_years(y1=-20 * MILLION, y2=-5 * MILLION),
    ("build", "loan received", "host"): in_years(y1=20 * MILLION),
    ("build", "loan repayment", "host"): [0.0] + [-0.5 * MILLION] * 29,
    ("build", "loan still owed", "agency"): in_years(y29=5.5 * MILLION),
    ("build", "interest", "host"): [0.0] * YEARS,
    # Moved in month 48, six months late; sold six months after. Written down over 40 years from month 54.
    ("build", "sale", "agency"): in_years(y5=-6 * MILLION * 1.02**5),
    ("build", "capital charge", "agency"): [0.0] * 4
    + [
        0.03 * 25 * MILLION * ((end - start) - (end**2 - start**2) / 80)
        for start, end in [(0, 0.5), *((year - 0.5, year + 0.5) for year in range(1, 26))]
    ],
    ("build", "residual value", "agency"): in_years(y29=-20 * MILLION * 1.02**29),
}


@pytest.mark.parametrize("what", BY_HAND, ids=" ".join)
def test_by_hand(outcome: Outcome, what: tuple[str, str, str]) -> None:
    assert yearly(outcome, *what) == pytest.approx(BY_HAND[what], abs=0.005)


def test_the_bank_is_paid_the_same_each_quarter_from_the_fifth_year_on(outcome: Outcome) -> None:
    paid = np.add(yearly(outcome, "build", "interest"), yearly(outcome, "build", "loan repayment"))
    of_host = [0.0] + [0.5 * MILLION] * 29
    assert paid - of_host == pytest.approx([0.0] * 4 + [4 * INSTALMENT] * 10 + [0.0] * 16, abs=0.005)
    repaid = sum(yearly(outcome, "build", "loan repayment")) - sum(of_host)
    assert repaid == pytest.approx(5 * MILLION * (1 + QUARTER) ** 8)


def test_the_host_gives_what_its_loan_is_worth_less_than_it_lends(outcome: Outcome) -> None:
    """20 million in month 12; half a million back from month 24 to 360, and the rest then: at 4 %."""
    back = sum(0.5 * MILLION / 1.04**year for year in range(2, 31)) + 5.5 * MILLION / 1.04**30
    given = 20 * MILLION / 1.04 - back
    expected = expected_of(outcome)
    assert shift(expected, "build").by_payer["host"] == pytest.approx(given)


def test_what_must_be_found_once_is_net_of_loans_and_not_of_sales(outcome: Outcome) -> None:
    budget = one_off_budget(expected_of(outcome).option("build"))[:, 0]
    assert budget[0] == pytest.approx(3 * MILLION)
    assert budget[1] == pytest.approx(5.5 * MILLION * 1.03 - 20 * MILLION)
    assert budget[2] == pytest.approx(13.75 * MILLION * 1.03**2 - 5 * MILLION)
    assert budget[5] == 0.0
    assert budget[29] == 0.0


def test_no_loan_and_no_price_of_a_building_is_cost_avoided(outcome: Outcome) -> None:
    """The years 0 to 4: what staying would spend on works, less land, house, moving and contingency."""
    found = five_year_reading(expected_of(outcome), "build")
    works = ("land", "construction", "moving", "contingency", "contingency on works")
    spent = sum(sum(yearly(outcome, "build", one)[:5]) for one in works)
    spared = sum(sum(yearly(outcome, "stay", one)[:5]) for one in ("major replacement", "contingency on works"))
    assert found["monetary", "one-time"] == pytest.approx(spared - spent)


def test_it_agrees_with_the_second_implementation_draw_by_draw() -> None:
    document = tomllib.loads(CASE.read_text(encoding="utf-8"))
    case = colocate.load_case(CASE)
    test_reference.compare(document, case)
    test_reference_draws.compare(document, case)


def test_an_auditor_can_multiply_the_factors_of_every_line(outcome: Outcome) -> None:
    for option in outcome.options:
        for line in option.lines:
            product: Any = line.sign
            for factor in line.factors:
                product = product * np.asarray(factor.value)
            assert np.broadcast_to(product, line.amounts.shape) == pytest.approx(line.amounts), line.name


def test_charts_name_what_is_owned_borrowed_and_sold(futures: Futures) -> None:
    told = charts.yearly_by_category(futures.expected, "build").alt
    for heading in ("Buying and building", "Loans", "Sale of a building", "Residual value"):
        assert f"{heading}: " in told
    efficiency = Reading("agency", "cash and efficiency")
    assert "Capital charge: " in charts.yearly_by_category(futures.expected, "build", efficiency).alt


def test_tables_name_every_line_under_its_category(futures: Futures, tmp_path: Path) -> None:
    write_all(tmp_path, tables(futures))
    with (tmp_path / "lines.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["option"] == "build"]
    found = {(row["category"], row["payer"]) for row in rows}
    for payer in ("agency", "host"):
        for category in ("loan received", "interest", "loan repayment", "loan still owed"):
            assert (category, payer) in found
    assert {"land", "construction", "major replacement", "capital charge", "sale", "costs of sale"} <= {
        category for category, _ in found
    }
