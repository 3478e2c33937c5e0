"""Parts that are shown with their whole add up to it as both are written, to the last unit.

Read off what a reader meets: labels of charts, texts beside them, rows of tables; over the cases in `data/` and random
ones.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from colocate import charts
from colocate.analysis.deciding.map_areas import areas_of
from colocate.analysis.deciding.two_way_map import two_way
from colocate.analysis.money.returns import returns
from colocate.analysis.money.shift import shift
from colocate.analysis.rounding import parts_to
from colocate.analysis.uncertainty.odds import odds
from colocate.analysis.verdict import verdict
from colocate.casefile.building import build_case
from colocate.casefile.reading import faults_of_document, load_case
from colocate.commands.compare import _money_rows
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, HEADLINE, VIEWS, Reading
from colocate.words import compare as words
from colocate.words.adding_up import shown_one_offs, shown_shift, shown_steps
from colocate.words.deciding import shares_of_map
from colocate.words.money import finding_one_offs
from colocate.words.numbers import shown_difference
from tests.documents import DATA_CASES
from tests.examples import SAME_EACH_TIME, many
from tests.strategies import documents

READINGS = [Reading(book, view) for book in BOOKS for view in VIEWS]
WRITTEN = re.compile(r"(-?)[A-Z]{3}\xa0(-?[\d,]+)")
CHANGE = re.compile(r"[A-Z]{3} ([\d,]+) (less|more)")


def labels(chart: charts.Chart) -> list[str]:
    """The labels above the rows of a chart, their lines joined."""
    return [one.text.replace("<br>", " ").replace("\xa0", " ") for one in chart.figure.layout.annotations]


def change(label: str) -> int:
    """The change that a label tells: below 0 where less, 0 where the same."""
    found = CHANGE.search(label)
    if found is None:
        assert label.endswith("the same")
        return 0
    return int(found[1].replace(",", "")) * (-1 if found[2] == "less" else 1)


def amounts(text: str) -> list[int]:
    return [int(f"{sign}{figure}".replace(",", "")) for sign, figure in WRITTEN.findall(text)]


def amount(label: str) -> int:
    return amounts(label.replace(" ", "\xa0"))[-1]


def holds(futures: Futures) -> None:
    for option in futures.options:
        one_offs_add_up(futures, option.id)
        for reading in READINGS if option is not futures.baseline else ():
            steps_add_up(futures, option.id, reading)
            payers_add_up(futures, option.id, reading)
    chances_make_a_hundred(futures)


def steps_add_up(futures: Futures, option: str, reading: Reading) -> None:
    start, *told, end = labels(charts.waterfall(futures.expected, option, reading))
    assert amount(start) + sum(change(one) for one in told) == amount(end)
    assert [change(one) for one in told] == [
        round(one.amount) for one in shown_steps(futures.expected, option, reading)
    ]


def payers_add_up(futures: Futures, option: str, reading: Reading) -> None:
    chart = charts.books(futures.expected, option, reading.view)
    *parts, everyone = (change(one) for one in labels(chart))
    assert sum(parts) == everyone
    exact = shift(futures.expected, option, reading.view)
    told = shown_shift(exact)
    assert sum(told.by_payer.values()) == pytest.approx(told.everyone, abs=1e-6)
    ends = [
        one.money["agency", reading.view].present_value.mean() for one in (futures.option(option), futures.baseline)
    ]
    assert told.by_payer["agency"] == shown_difference(*ends)
    bearing = sum(max(0.0, one) for payer, one in told.by_payer.items() if payer != "agency")
    assert told.shifted == max(0.0, min(-told.by_payer["agency"], bearing))
    for payer, one in exact.by_payer.items():
        assert one * told.by_payer[payer] >= 0 or abs(one) < 0.002 * max(map(abs, exact.agency_ends))


def one_offs_add_up(futures: Futures, option: str) -> None:
    told = shown_one_offs(futures.expected.option(option))
    funds = [amounts for payer, amounts in told.payers.items() if payer.startswith("agency: ")]
    for year, whole in enumerate(told.agency):
        assert sum(one[year] for one in funds) == whole == round(whole)
    alt = finding_one_offs(futures.expected, option).alt
    said = [amounts(one) for one in re.split(r"(?<=\.) ", alt) if one.startswith("Agency, ")]
    assert sum(map(sum, said)) == told.total == amounts(alt)[-1]


def chances_make_a_hundred(futures: Futures) -> None:
    for reading in READINGS:
        found = [one for one in odds(futures, *reading) if one.ranked]
        assert sum(one.of_hundred for one in found) == 100
        answer = verdict(futures, reading)
        if futures.figures and answer.compares:
            told = [one.of_hundred for one in answer.criterion("money").standings]
            assert told == [one.of_hundred if one.ranked else None for one in odds(futures, *reading)]


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_shares_of_a_map_make_a_hundred(path: Any) -> None:
    futures = evaluate(load_case(path), 64)
    first, second = [one.path for one in futures.case.quantities.values() if one.lever and one.is_uncertain][:2]
    told = shares_of_map(areas_of(two_way(futures, first, second, HEADLINE)))
    assert sum(int(share.removesuffix("\xa0%")) for _area, share in told) == 100


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_terminal_subtracts_what_it_shows(path: Any) -> None:
    futures = evaluate(load_case(path), 64)
    earned = [returns(futures.expected, option.id) for option in futures.expected.options]
    rows = dict(_money_rows(futures, earned))
    present, against = ([amounts(one)[0] for one in rows[words.row(name)]] for name in ("present_value", "against"))
    assert against == [one - present[0] for one in present]


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_cases_of_data(path: Any) -> None:
    holds(evaluate(load_case(path), 256))


@settings(SAME_EACH_TIME, max_examples=12, phases=(Phase.generate,))
@given(documents())
def test_random_cases(document: dict[str, Any]) -> None:
    assume(not faults_of_document(document))
    holds(evaluate(build_case(document), 16))


@pytest.mark.slow
@settings(SAME_EACH_TIME, max_examples=many(60, 30), phases=(Phase.generate,))
@given(documents())
def test_more_random_cases(document: dict[str, Any]) -> None:
    assume(not faults_of_document(document))
    holds(evaluate(build_case(document), 16))


@SAME_EACH_TIME
@given(st.lists(st.floats(-1e7, 1e7), min_size=1, max_size=8), st.integers(0, 4), st.integers(-5, 5))
def test_parts_add_up_to_any_whole_near_their_sum(parts: list[float], places: int, off: int) -> None:
    unit = 10.0**places
    assume(sum(map(abs, parts)) > 100 * unit)
    whole = unit * (round(sum(parts) / unit) + off)
    found = parts_to(parts, whole, unit)
    assert sum(found) == whole
    assert all(one % unit == 0 for one in found)
    assert all(abs(one - part) <= unit * (1.01 + abs(off)) for one, part in zip(found, parts, strict=True))
