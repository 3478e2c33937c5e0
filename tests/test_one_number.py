"""One number for one question: the best is the lowest shown; differences and sums are those of what is shown.

Over the cases in `data/`, over random cases, and with every lever at both ends.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, assume, given, settings

from colocate.analysis.deciding.decisive import deciding
from colocate.analysis.money.cost_headings import by_heading, steps
from colocate.analysis.money.shift import shift
from colocate.analysis.rounding import shares_of_hundred
from colocate.analysis.uncertainty.odds import leading_pair, odds
from colocate.analysis.verdict import verdict
from colocate.case import Case
from colocate.casefile.building import build_case
from colocate.casefile.changing import change
from colocate.casefile.reading import faults_of_document, load_case
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, VIEWS, Reading
from colocate.words.criteria import rows
from colocate.words.language import ENGLISH
from colocate.words.numbers import shown, shown_difference
from colocate.words.verdict import why
from tests.documents import DATA_CASES, LARGE_IS_SLOW, ROOT
from tests.examples import SAME_EACH_TIME
from tests.strategies import documents

READINGS = [Reading(book, view) for book in BOOKS for view in VIEWS]
DRAWS = 256
CLOSE = 1e-12
RANDOM = settings(SAME_EACH_TIME, max_examples=100, phases=(Phase.generate,))
FEW = settings(RANDOM, max_examples=25)


def holds(futures: Futures) -> None:
    """All of it, for one case; the book and view of the headline in full, sums in every one."""
    best_is_the_lowest_shown(futures)
    for reading in READINGS:
        sums_are_sums(futures, reading)
    parts_agree(futures)
    differences_are_differences_of_what_is_shown(futures)
    odds_add_to_a_hundred(futures)


def best_is_the_lowest_shown(futures: Futures) -> None:
    for reading in READINGS:
        found = verdict(futures, reading)
        money = found.criterion("money")
        told = [shown(money.of(option).value or 0.0) for option in found.ranked]
        for option in money.leaders:
            assert shown(money.of(option).value or 0.0) == min(told)
        if found.compares:
            assert shown(money.of(found.cheapest).value or 0.0) == min(told)
        reached = found.criterion("access")
        scores = [round(reached.of(option).value or 0.0) for option in found.ranked]
        assert all(round(reached.of(option).value or 0.0) == max(scores) for option in reached.leaders)


def sums_are_sums(futures: Futures, reading: Reading) -> None:
    """Over lines, headings, years and payers, to a part in a billion billion of what is added."""
    expected, (book, view) = futures.expected, reading
    for option, drawn in zip(expected.options, futures.options, strict=True):
        lines = [one for one in option.lines if one.payer in BOOKS[book] and one.nature in VIEWS[view]]
        scale = sum(float(np.abs(one.amounts).sum()) for one in lines) + 1.0
        years, present = option.money[reading].by_year, option.money[reading].present_value
        assert near(sum(one.amounts for one in lines) if lines else 0.0 * years, years, scale)
        assert near(sum(float(one.present.sum()) for one in lines), present, scale)
        assert near(sum(by_heading(option, book, view).values(), 0.0 * years), years, scale)
        # the means of the lines are those of the draws
        assert near(drawn.money[reading].present_value.mean(), present, 1e4 * scale)
        assert near(drawn.money[reading].by_year.mean(axis=1), years[:, 0], 1e4 * scale)
        if option is not expected.baseline:
            less = expected.against_baseline(option.id, book, view).present_value
            told = sum(one.amount for one in steps(expected, option.id, book, view))
            assert near(told, less, scale)
            if book == "everyone":
                assert near(shift(expected, option.id, view).everyone, less, scale)


def near(one: Any, other: Any, scale: float) -> bool:
    return bool(np.all(np.abs(np.asarray(one) - np.asarray(other)) <= CLOSE * scale))


def parts_agree(futures: Futures) -> None:
    """The verdict, the pair that is compared, and what decides name the same option."""
    found = verdict(futures)
    if found.compares:
        assert leading_pair(futures).first == found.cheapest
        assert deciding(futures).cheapest == found.cheapest
    for one, standing in zip(odds(futures), found.criterion("money").standings, strict=True):
        assert one.present_value.mean == standing.value


def differences_are_differences_of_what_is_shown(futures: Futures) -> None:
    found = verdict(futures)
    if not found.compares:
        return
    money, baseline = found.criterion("money"), futures.case.baseline.id
    before, after = money.of(baseline).value or 0.0, money.of(found.cheapest).value or 0.0
    saved = ENGLISH.money(abs(shown_difference(before, after)), futures.case.currency)
    if baseline in found.ranked and baseline != found.cheapest:
        assert saved in why(futures, found)[0]


def odds_add_to_a_hundred(futures: Futures) -> None:
    ranked = [one.cheapest for one in odds(futures) if one.ranked]
    assert sum(ranked) == pytest.approx(1.0, abs=1e-12)
    assert sum(shares_of_hundred(ranked)) == 100


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_cases_of_data(path: Path) -> None:
    holds(evaluate(load_case(path), 2048))


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE_IS_SLOW)
def test_levers_at_both_ends(name: str) -> None:
    case = load_case(ROOT / "data" / f"{name}.toml")
    levers = [one for one in case.quantities.values() if one.lever and one.is_uncertain]
    assert levers
    for quantity, end in itertools.product(levers, ("low", "high")):
        holds(evaluate(change(case, {quantity.path: getattr(quantity, end)}), DRAWS))


def random_case(document: dict[str, Any]) -> Case:
    assume(not faults_of_document(document))
    return build_case(document)


@FEW
@given(documents())
def test_random_cases(document: dict[str, Any]) -> None:
    holds(evaluate(random_case(document), 64))


@pytest.mark.slow
@RANDOM
@given(documents())
def test_many_random_cases(document: dict[str, Any]) -> None:
    holds(evaluate(random_case(document), DRAWS))


def test_the_plain_table_marks_the_lowest_amount() -> None:
    for path in DATA_CASES:
        futures = evaluate(load_case(path), 2048)
        money = rows(futures.case, verdict(futures))[0]
        best = [cell.words for cell in money.cells if cell.leads]
        assert best == [min((cell.words for cell in money.cells), key=amount)]


def amount(words: str) -> float:
    """The number in an amount as it is written."""
    return float(words.split("\xa0")[1].replace(",", ""))
