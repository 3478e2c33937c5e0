"""Adding up: books and views, present values and equivalent annual cost, each by hand."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, HEADLINE, VIEWS, BookName, View, by_category, difference, present_amounts
from tests.examples import commercial, moving, office, one_off, option, running


def every_payer() -> Outcome:
    """Each payer bears an amount of its own, so that a sum tells who is in it."""
    costs = [
        running(1, name="Ours"),
        running(10, name="Our time", staff_time=True),
        running(100, name="Theirs", payer="un"),
        running(1_000, name="The host's", payer="host"),
        running(10_000, name="The donor's", payer="donor"),
        running(100_000, name="The donor's time", payer="donor", staff_time=True),
    ]
    value = {"number": 1, "value_of_hosting": 1_000_000, "driver": "prices"}
    return office(option("stay", running=costs), coordinators=value, horizon_years=1)


@pytest.mark.parametrize(
    ("book", "view", "total"),
    [
        ("agency", "cash", 1),
        ("agency", "cash and efficiency", 11),
        ("un family", "cash", 101),
        ("un family", "cash and efficiency", 111),
        ("everyone", "cash", 1_011_101),  # value in kind counts in both views
        ("everyone", "cash and efficiency", 1_111_111),
    ],
)
def test_books_and_views(book: BookName, view: View, total: float) -> None:
    assert every_payer().options[0].money[book, view].total.tolist() == [total]


def test_every_pair_of_book_and_view_is_there_and_the_headline_is_the_agencys_cash() -> None:
    money = every_payer().options[0].money
    assert set(money) == {(book, view) for book in BOOKS for view in VIEWS}
    assert HEADLINE == ("agency", "cash")


@pytest.mark.parametrize(
    ("timing", "worth"),
    # 1,000 a year for two years at 21 % a year, which is 10 % for half a year.
    [
        ("mid", 1_000 / 1.1 + 1_000 / 1.331),
        ("start", 1_000 + 1_000 / 1.21),
        ("end", 1_000 / 1.21 + 1_000 / 1.4641),
    ],
)
def test_present_value_of_a_running_cost(timing: str, worth: float) -> None:
    terms: dict[str, Any] = {"discounting": {"rate": 21, "timing": timing}, "horizon_years": 2}
    money = office(option("stay", running=[running(1_000)]), **terms).options[0].money[HEADLINE]
    assert money.present_value.tolist() == pytest.approx([worth])


@pytest.mark.parametrize("timing", ["mid", "start", "end"])
@pytest.mark.parametrize(("month", "worth"), [(0, 1_000), (6, 1_000 / 1.1), (12, 1_000 / 1.21), (18, 1_000 / 1.331)])
def test_a_one_off_is_discounted_from_its_own_month_whatever_the_timing(
    timing: str, month: float, worth: float
) -> None:
    terms: dict[str, Any] = {"discounting": {"rate": 21, "timing": timing}, "horizon_years": 2}
    money = office(option("stay", one_offs=[one_off(1_000, month)]), **terms).options[0].money[HEADLINE]
    assert money.present_value.tolist() == pytest.approx([worth])


def test_double_rent_is_discounted_by_year_as_the_rent_it_is() -> None:
    # Old rent of 1,000 a month to month 12, moved out in month 6: all of it in the middle of year 0, at 1.1.
    discounting = {"rate": 21}
    outcome = office(option("stay", commercial(expiry=12)), moving(6), discounting=discounting)
    assert outcome.options[1].money[HEADLINE].present_value.tolist() == pytest.approx([12_000 / 1.1])


def test_a_deposit_costs_only_the_time_that_it_is_away() -> None:
    # 1,000 paid today and back after three years at 10 %: 1,000 - 1,000 / 1.331 = 248.69.
    money = office(option("stay", commercial(rent=0, deposit=1_000))).options[0].money[HEADLINE]
    assert money.total.tolist() == [0]
    assert money.present_value.tolist() == pytest.approx([248.685], abs=0.001)


def test_equivalent_annual_cost() -> None:
    # 1,000 today at 10 % over three years: 1,000 x 0.1 / (1 - 1 / 1.331) = 1,000 x 0.1331 / 0.331 = 402.11.
    money = office(option("stay", one_offs=[one_off(1_000)])).options[0].money[HEADLINE]
    assert money.equivalent_annual.tolist() == pytest.approx([402.1148], abs=0.0001)


def test_without_discounting_all_is_the_plain_sum() -> None:
    stay = option("stay", running=[running(1_000)], one_offs=[one_off(600, 30)])
    money = office(stay, discounting={"rate": 0}).options[0].money[HEADLINE]
    assert money.present_value.tolist() == pytest.approx([3_600])
    assert money.equivalent_annual.tolist() == pytest.approx([1_200])


def test_year_by_year_and_cumulative() -> None:
    stay = option("stay", running=[running(1_000)], one_offs=[one_off(600, 30)])
    outcome = office(stay)
    money = outcome.options[0].money[HEADLINE]
    assert money.by_year[:, 0].tolist() == pytest.approx([1_000, 1_000, 1_600])
    assert money.cumulative[:, 0].tolist() == pytest.approx([1_000, 2_000, 3_600])
    present = sum(float(present_amounts(line, outcome.prices).sum()) for line in outcome.options[0].lines)
    assert present == pytest.approx(money.present_value[0])


def test_difference_is_below_0_where_an_option_costs_less() -> None:
    outcome = office(option("stay", running=[running(1_000)]), option("cheap", running=[running(700)]))
    against = outcome.against_baseline("cheap")
    assert against.total.tolist() == pytest.approx([-900])
    cheap, stay = (outcome.option(one).money[HEADLINE] for one in ("cheap", "stay"))
    assert difference(cheap, stay).present_value == pytest.approx(against.present_value)
    assert difference(stay, stay).by_year.tolist() == [[0], [0], [0]]


def test_by_category_adds_lines_of_one_heading_and_leaves_empty_headings_out() -> None:
    costs = [running(1_000), running(500, name="Alarm"), running(0, name="Water", category="utilities")]
    outcome = office(option("stay", commercial(), running=costs, one_offs=[one_off(70, 12)]))
    found = by_category(outcome.options[0].lines, "agency", "cash")
    assert {heading: amounts[:, 0].tolist() for heading, amounts in found.items()} == {
        "rent": [12_000] * 3,
        "security": [1_500] * 3,
        "fit-out": [0, 70, 0],
    }


def test_headings_add_up_to_the_total() -> None:
    outcome = every_payer()
    for (book, view), money in outcome.options[0].money.items():
        parts = by_category(outcome.options[0].lines, book, view)
        assert sum(float(amounts.sum()) for amounts in parts.values()) == pytest.approx(float(money.total[0]))
