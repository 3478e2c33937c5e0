"""What contradicts itself in what a case says of owned premises, told by path with a suggestion."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents import MOVE, STAY, Spoil, both, faults_after, put

WORDS = {"unit": "%", "source": "made up", "quality": "assumed"}


def with_works(**terms: Any) -> Spoil:
    named = {"name": "Building", "category": "construction", "amount": 1000, "driver": "inflation", "month": 0}
    return put(*MOVE, "works", [named | {"profile": [50, 50]} | terms])


WORKS: list[tuple[str, Spoil, str, str]] = [
    (
        "spending that makes less",
        with_works(profile=[20, 50, 25]),
        "options[1].works[0].profile",
        "the parts of the years make 95 %. Make them add up to 100 %",
    ),
    ("spending as fractions", with_works(profile=[0.2, 0.8]), "options[1].works[0].profile", "make 1 %"),
    ("no spending", with_works(profile=[]), "options[1].works[0].profile", "has 0 entries"),
    (
        "a range of a part",
        with_works(profile=[{"low": 40, "mode": 50, "high": 60} | WORDS, 50]),
        "options[1].works[0].profile",
        "has a range",
    ),
    ("a part below 0", with_works(profile=[-20, 120]), "options[1].works[0].profile[0]", "is too low"),
    ("works beyond the horizon", with_works(month=130), "options[1].works[0].month", "Due: 0 to 120"),
    ("works of no kind", with_works(category="castle"), "options[1].works[0].category", "is not known"),
    ("works that grow with nothing", with_works(driver="none"), "options[1].works[0].driver", "there is no driver"),
]


def with_loan(**terms: Any) -> Spoil:
    named = {"name": "Loan", "lender": "bank", "principal": 1000, "month": 0, "term_years": 10}
    return put(*MOVE, "loans", [named | terms])


LOANS: list[tuple[str, Spoil, str, str]] = [
    (
        "grace as long as the loan",
        with_loan(grace_years=10),
        "options[1].loans[0].grace_years",
        "10 years of grace leave no instalment in 10 years",
    ),
    (
        "interest added in no grace",
        with_loan(grace_interest="capitalised"),
        "options[1].loans[0].grace_interest",
        "no grace in which interest could be added",
    ),
    ("a loan for no years", with_loan(term_years=0), "options[1].loans[0].term_years", "Due: 1 to 99"),
    ("a loan for ever", with_loan(term_years=100), "options[1].loans[0].term_years", "Due: 1 to 99"),
    ("grace below 0", with_loan(grace_years=-1), "options[1].loans[0].grace_years", "Due: 0 to 98"),
    ("a loan after the horizon", with_loan(month=130), "options[1].loans[0].month", "Due: 0 to 120"),
    ("a loan of the agency", with_loan(lender="agency"), "options[1].loans[0].lender", "is not known"),
    ("a loan below 0", with_loan(principal=-5), "options[1].loans[0].principal", "is too low"),
    ("a loan in cowries", with_loan(currency="XCW"), "options[1].loans[0].currency", "there is no currency"),
]


def with_charge(**terms: Any) -> Spoil:
    named = {"name": "Charge", "value": 1000, "rate": 6, "on": "invested", "years": 9, "month": 0, "counts_as": "cash"}
    return put(*MOVE, "capital_charges", [named | terms])


def with_sale(*steps: Any, **terms: Any) -> Spoil:
    return put(*(steps or MOVE), "sales", [{"name": "Old building", "price": 1000, "driver": "inflation"} | terms])


CAPITAL: list[tuple[str, Spoil, str, str]] = [
    ("a charge for no years", with_charge(years=0), "options[1].capital_charges[0].years", "Due: 1 to 99"),
    ("a charge after the horizon", with_charge(month=130), "options[1].capital_charges[0].month", "Due: 0 to 120"),
    ("a charge on nothing known", with_charge(on="replaced"), "options[1].capital_charges[0].on", "is not known"),
    ("a charge of no nature", with_charge(counts_as="in kind"), "options[1].capital_charges[0].counts_as", "not known"),
    ("a sale without a month or a move", with_sale(*STAY), "options[0].sales[0].month", "moves out of nothing"),
    ("two months of a sale", with_sale(month=3, months_after=2), "options[1].sales[0].months_after", "beside a month"),
    ("a sale after the horizon", with_sale(month=130), "options[1].sales[0].month", "Due: 0 to 120"),
    ("costs of more than the price", with_sale(costs=120), "options[1].sales[0].costs", "is too high"),
    (
        "a driver of nothing left",
        put(*MOVE, "residual_driver", "inflation"),
        "options[1].residual_driver",
        "has no residual value",
    ),
    (
        "an unknown driver of what is left",
        both(put(*MOVE, "residual_value", 5), put(*MOVE, "residual_driver", "x")),
        "options[1].residual_driver",
        'there is no driver "x"',
    ),
]

ALL = [*WORKS, *LOANS, *CAPITAL]


@pytest.mark.parametrize(("spoil", "path", "words"), [row[1:] for row in ALL], ids=[row[0] for row in ALL])
def test_a_contradiction_is_told_by_its_path(spoil: Spoil, path: str, words: str) -> None:
    faults = faults_after(spoil)
    assert path in faults
    assert words in faults[path]


@pytest.mark.parametrize("profile", [100, [100], [0, 100], [33.3, 33.3, 33.4], [33.33, 33.33, 33.33]], ids=str)
def test_what_lies_on_the_edge_is_fine(profile: Any) -> None:
    assert faults_after(with_works(profile=profile)) == {}


@pytest.mark.parametrize(
    "terms",
    [{"rate": 0, "rate_is": "divided"}, {"grace_years": 9}, {"grace_years": 1, "grace_interest": "capitalised"}],
    ids=str,
)
def test_loans_that_are_fine(terms: Any) -> None:
    assert faults_after(with_loan(**terms)) == {}


@pytest.mark.parametrize(
    "spoil", [with_sale(), with_sale(months_after=6), with_sale(*STAY, month=3), with_sale(month=3), with_charge()]
)
def test_sales_and_charges_that_are_fine(spoil: Spoil) -> None:
    assert faults_after(spoil) == {}
