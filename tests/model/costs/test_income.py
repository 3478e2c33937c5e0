"""Recurring income: works by hand, and that it is a cost with its sign turned."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.casefile.reading import faults_of_document
from tests.documents import template_document
from tests.examples import SAME_EACH_TIME, Record, commercial, lines, moving, office, option, running, yearly


def income(amount: float, name: str = "Sublease", kind: str = "sublease", **terms: Any) -> Record:
    return {"name": name, "kind": kind, "amount": amount, "driver": "prices"} | terms


# 1,200 a year, prices 10 % up each year; ten people on 100 m2.
KEPT: dict[str, tuple[Record, Record, list[float]]] = {
    "all years": (income(1_200), commercial(), [-1_200, -1_320, -1_452]),
    "a quarter stands empty": (income(1_200, vacancy=25), commercial(), [-900, -990, -1_089]),
    "all of it stands empty": (income(1_200, vacancy=100), commercial(), [0, 0, 0]),
    "from month 6 to month 18": (income(1_200, start=6, end=18), commercial(), [-600, -660, 0]),
    "it ends with the premises": (income(1_200), commercial(expiry=18), [-1_200, -660, 0]),
    "by the m2": (income(12, per="m2"), commercial(), [-1_200, -1_320, -1_452]),
    "by the person, at four VND for one dollar": (
        income(480, "Parking", "parking", per="person", currency="VND"),
        commercial(),
        [-1_200, -1_320, -1_452],
    ),
}


@pytest.mark.parametrize(("received", "lease", "expected"), KEPT.values(), ids=KEPT)
def test_income_by_year(received: Record, lease: Record, expected: list[float]) -> None:
    outcome = office(option("stay", lease, income=[received]), growth=10, currencies=[{"code": "VND", "rate": 4}])
    assert yearly(outcome, "stay", "income") == pytest.approx(expected)


def test_a_move_has_the_old_income_before_it_and_its_own_after_it() -> None:
    old, new = option("stay", income=[income(1_200)]), moving(9, income=[income(2_400)], delay=3)
    outcome = office(old, new)
    assert yearly(outcome, "move", "income") == pytest.approx([-1_200, -2_400, -2_400])
    assert [line.name for line in lines(outcome, "move", "income")] == ["Sublease", "Sublease, old premises"]


@SAME_EACH_TIME
@given(
    amount=st.integers(0, 90_000),
    start=st.integers(0, 30),
    length=st.integers(1, 40),
    per=st.sampled_from(["m2", "person", "workstation", "office"]),
    growth=st.integers(-5, 12),
    month=st.integers(0, 30),
    paid=st.sampled_from([{}, {"payments": "monthly"}, {"payments": "quarterly", "in_advance": True}]),
)
def test_an_income_and_an_equal_cost_cancel_in_every_book_and_year(
    amount: int, start: int, length: int, per: str, growth: int, month: int, paid: Record
) -> None:
    terms: Record = {"per": per, "start": start, "end": start + length, **paid}
    both: Record = {"income": [income(amount, **terms)], "running": [running(amount, **terms)]}
    for first, second in ((both, {}), ({}, both)):
        outcome = office(option("stay", commercial(), **first), moving(month, **second), growth=growth)
        bare = office(option("stay", commercial()), moving(month), growth=growth)
        for name in ("stay", "move"):
            for book in ("agency", "un family", "everyone"):
                ours, theirs = (one.option(name).money[book, "cash"] for one in (outcome, bare))
                assert ours.by_year == pytest.approx(theirs.by_year, abs=1e-6)
                assert ours.present_value == pytest.approx(theirs.present_value, abs=1e-6)


def test_it_is_a_receipt_of_the_agency_and_of_no_one_off_budget() -> None:
    outcome = office(option("stay", commercial(), income=[income(1_200)]))
    (line,) = lines(outcome, "stay", "income")
    assert (line.payer, line.nature, line.one_time, line.sign) == ("agency", "cash", False, -1.0)
    assert outcome.option("stay").one_off_by_year.sum() == 0


def test_income_in_advance_is_worth_what_its_payments_are() -> None:
    """100 a month, as each month begins, for a year at 12 % a year, of which each month has its part."""
    received = income(1_200, payments="monthly", in_advance=True)
    terms: Record = {"horizon_years": 1, "discounting": {"rate": 12}}
    outcome = office(option("stay", commercial(), income=[received]), **terms)
    bare = office(option("stay", commercial()), **terms)
    expected = -sum(100 / 1.12 ** (month / 12) for month in range(12))
    (line,) = lines(outcome, "stay", "income")
    assert yearly(outcome, "stay", "income") == pytest.approx([-1_200])
    ours, theirs = (float(one.option("stay").money["agency", "cash"].present_value[0]) for one in (outcome, bare))
    assert ours - theirs == pytest.approx(expected)
    assert line.paid is not None


def test_vacancy_does_not_come_on_top_of_a_class_of_occupancies() -> None:
    document = template_document()
    ratio = {"low": 0.6, "mode": 0.8, "high": 1.0}
    of_the_class = {"id": "let", "name": "Sublets", "planned": "occupancy", "projects": 0, "ratio": ratio}
    document["reference_classes"] = [of_the_class | {"source": "Assumption", "quality": "assumed"}]
    amount = {"plan": 1_000, "reference_class": "let", "unit": "USD/year", "source": "Plan", "quality": "assumed"}
    received = {"name": "Room", "kind": "sublease", "amount": amount, "driver": "rents"}
    document["options"][0]["income"] = [received]
    assert faults_of_document(document) == []
    document["options"][0]["income"] = [received | {"vacancy": 10}]
    (fault,) = faults_of_document(document)
    assert fault.path == "options[0].income[0].vacancy"
    document["options"][0]["income"] = [{**received, "amount": 900, "in_advance": True}]
    document["reference_classes"] = []
    assert [fault.path for fault in faults_of_document(document)] == ["options[0].income[0].in_advance"]
