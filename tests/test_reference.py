"""The model against a second implementation that walks month by month and shares no code with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import colocate
from colocate.case.reach import Constituent
from colocate.casefile.building import build_case
from colocate.casefile.reading import faults_of_document
from tests.examples import many
from tests.reference import present_values, total_costs
from tests.strategies import documents, documents_with_travel

MANY = settings(
    max_examples=many(600, 60),
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=(Phase.generate,),  # a whole case at fault tells enough; to make it smaller takes longer than a test may
)
SOME = settings(MANY, max_examples=25)
CLOSE = 1e-9


def model_costs(case: colocate.case.Case) -> dict[tuple[str, int, str, str, str], float]:
    found: dict[tuple[str, int, str, str, str], float] = defaultdict(float)
    for option in colocate.evaluate(case).options:
        for line in option.lines:
            for year, amount in enumerate(line.amounts[:, 0]):
                found[option.id, year, line.category, line.payer, line.nature] += float(amount)
    return found


def case_of(document: dict[str, Any]) -> colocate.case.Case:
    faults = faults_of_document(document)
    assert not faults, "\n".join(str(fault) for fault in faults)
    return build_case(document)


def compare(document: dict[str, Any], case: colocate.case.Case, constituents: tuple[dict[str, Any], ...] = ()) -> None:
    ours, theirs = model_costs(case), total_costs(document, constituents)
    largest = max((abs(amount) for amount in theirs.values()), default=1.0)
    for key in ours.keys() | theirs.keys():
        assert ours.get(key, 0.0) == pytest.approx(theirs.get(key, 0.0), rel=CLOSE, abs=CLOSE * 1e-3 * largest), key
    outcome = colocate.evaluate(case)
    for (option, book), value in present_values(document, constituents).items():
        money = outcome.option(option).money[book, "cash"]
        assert float(money.present_value[0]) == pytest.approx(value, rel=CLOSE, abs=CLOSE * largest), (option, book)


@SOME
@given(documents())
def test_model_agrees_with_the_month_by_month_reference(document: dict[str, Any]) -> None:
    compare(document, case_of(document))


@pytest.mark.slow
@MANY
@given(documents())
def test_model_agrees_with_it_on_many_more_cases(document: dict[str, Any]) -> None:
    compare(document, case_of(document))


@settings(MANY, max_examples=10)
@given(documents().filter(lambda document: "ruled_out" in document))
def test_what_was_ruled_out_enters_no_figure(document: dict[str, Any]) -> None:
    compared = {name: part for name, part in document.items() if name != "ruled_out"}
    assert model_costs(case_of(document)) == model_costs(case_of(compared))


@settings(MANY, max_examples=5)
@given(documents().filter(lambda document: "paper" in document))
def test_what_the_paper_says_enters_no_figure(document: dict[str, Any]) -> None:
    without = {name: part for name, part in document.items() if name != "paper"}
    assert model_costs(case_of(document)) == model_costs(case_of(without))


@pytest.mark.slow
@settings(MANY, max_examples=2)
@given(documents(years=(55, 60)))
def test_model_agrees_with_it_over_as_many_years_as_a_case_may_have(document: dict[str, Any]) -> None:
    compare(document, case_of(document))


@pytest.mark.slow
@settings(MANY, max_examples=20)
@given(documents(years=(50, 60)))
def test_model_agrees_with_it_over_many_years_on_more_cases(document: dict[str, Any]) -> None:
    compare(document, case_of(document))


@pytest.mark.slow
@SOME
@given(documents_with_travel())
def test_travel_in_money_agrees_with_the_reference(drawn: tuple[dict[str, Any], list[dict[str, Any]]]) -> None:
    document, rows = drawn
    case = replace(case_of(document), constituents=tuple(Constituent(**row) for row in rows))
    compare(document, case, tuple(rows))
