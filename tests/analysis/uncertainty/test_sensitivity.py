"""Tornado and shares of variance on costs whose parts are known, and the words of what decides."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.deciding.decisive import confirm_main, deciding
from colocate.analysis.deciding.tornado import tornado
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.odds import Pair, leading_pair, odds
from colocate.analysis.uncertainty.sensitivity import variance_shares
from colocate.case import Case
from colocate.model.evaluate import evaluate
from colocate.words.decisive import hangs_on, turns_in_words, worth_in_words
from tests.examples import office_case, option, running

UNIFORM = {"shape": "uniform", "source": "worked by hand", "quality": "assumed"}
STAY, OTHER = "options[stay].running[Guards].amount", "options[other].running[Guards].amount"
PAIR = Pair("stay", "other")


def between(low: float, high: float, unit: str = "USD/year") -> Any:
    return {"low": low, "high": high, "unit": unit} | UNIFORM


def two_costs(stay: tuple[float, float], other: tuple[float, float], **changes: Any) -> Case:
    settings: dict[str, Any] = {"discounting": {"rate": 0}, "horizon_years": 1} | changes
    return office_case(
        option("stay", running=[running(between(*stay))]),
        option("other", running=[running(between(*other))]),
        **settings,
    )


def plain(words: str) -> str:
    return words.replace("\xa0", " ")


def test_the_tornado_moves_each_figure_alone() -> None:
    futures = evaluate(two_costs((900, 1_100), (600, 1_800)), 512)
    found = tornado(HeldRuns(futures))
    # On average 1,200 - 1,000. Other from 600 to 1,800: -400 to 800; stay from 900 to 1,100: 300 to 100.
    assert found.pair == PAIR
    assert found.expected == pytest.approx(200, abs=0.1)
    assert [(one.quantity.path, one.at_low, one.at_high, one.turns, one.confirmed) for one in found.swings] == [
        (OTHER, pytest.approx(-400, abs=0.1), pytest.approx(800, abs=0.1), True, True),
        (STAY, pytest.approx(300, abs=0.1), pytest.approx(100, abs=0.1), False, True),
    ]
    assert found.may_turn == (OTHER,)


def test_swings_by_a_few_futures_are_nearly_those_by_all() -> None:
    futures = evaluate(two_costs((900, 1_100), (600, 1_800)), 512)
    exact, few = tornado(HeldRuns(futures)), tornado(HeldRuns(futures), shown=0)
    assert not any(one.confirmed for one in few.swings)
    for one, other in zip(exact.swings, few.swings, strict=True):
        assert (other.at_low, other.at_high) == pytest.approx((one.at_low, one.at_high), abs=0.01 * one.width + 5)


def test_the_pair_is_the_option_of_lowest_expected_cost_and_its_closest_rival() -> None:
    # On average 1,000, 1,050 and 1,950; the second is the cheapest in most futures, and not on average.
    skewed = {"low": 500, "mode": 500, "high": 3_400, "unit": "USD/year", "shape": "triangular"}
    case = office_case(
        option("stay", running=[running(1_600)]),
        option("often", running=[running(skewed | {"source": "by hand", "quality": "assumed"})]),  # type: ignore[arg-type]
        option("seldom", running=[running(between(900, 1_900))]),
        discounting={"rate": 0},
    )
    futures = evaluate(case, 512)
    often = {one.option: one.cheapest for one in odds(futures)}
    assert often["often"] > often["seldom"]
    assert leading_pair(futures) == Pair("seldom", "often")


def test_shares_of_a_sum_are_those_of_the_variances() -> None:
    # Uniform widths 200 and 1,200: variances 200^2 / 12 and 1,200^2 / 12, so shares 1/37 and 36/37.
    found = variance_shares(two_costs((900, 1_100), (600, 1_800)), PAIR, [OTHER, STAY], base=512)
    expected = {(OTHER,): 36 / 37, (STAY,): 1 / 37}
    assert [share.paths for share in found.shares] == [(OTHER,), (STAY,)]
    for share in found.shares:
        index = share.index
        slack = 0.25 * (index.first_high - index.first_low)
        assert index.first_low - slack <= expected[share.paths] <= index.first_high + slack
        assert index.total == pytest.approx(expected[share.paths], abs=0.02)


def test_correlated_figures_share_one_share_and_the_method_says_so() -> None:
    tied = [{"first": STAY, "second": OTHER, "rank": 0.6}]
    found = variance_shares(two_costs((900, 1_100), (600, 1_800), correlations=tied), PAIR, [OTHER, STAY], base=128)
    assert [set(share.paths) for share in found.shares] == [{STAY, OTHER}]
    assert found.are_correlated
    assert found.shares[0].index.total_low <= 1.0 <= found.shares[0].index.total_high
    free = variance_shares(two_costs((900, 1_100), (600, 1_800)), PAIR, [OTHER, STAY], base=128)
    assert not free.are_correlated


def test_small_swings_are_taken_together() -> None:
    lines = [running(between(100, 100 + width), name=f"Line {width}") for width in (400, 300, 10, 5)]
    case = office_case(option("stay", running=lines), option("other", running=[running(500)]), discounting={"rate": 0})
    widest = [f"options[stay].running[Line {width}].amount" for width in (400, 300, 10, 5)]
    found = variance_shares(case, PAIR, widest, base=128, most=3)
    assert [share.paths[0] for share in found.shares] == widest[:3]
    assert [len(share.paths) for share in found.shares] == [1, 1, 2]
    assert found.shares[-1].index.total < 0.01


def test_stopping_on_the_way_comes_through() -> None:
    class StopNowError(Exception):
        pass

    def stop(_part: float) -> None:
        raise StopNowError

    with pytest.raises(StopNowError):
        variance_shares(two_costs((900, 1_100), (600, 1_800)), PAIR, [OTHER, STAY], base=128, progress=stop)


def test_the_answer_hangs_on_the_figure_that_decides() -> None:
    case = two_costs((990, 1_010), (500, 1_500))
    futures = evaluate(case, 4096)
    found = confirm_main(HeldRuns(futures), deciding(futures))
    # Knowing other (500 to 1,500 against about 1,000): half of the time it is cheaper, by 250 on average: 125.
    assert [one.quantity.path for one in found.main] == [OTHER]
    assert found.figures[0].worth.value == pytest.approx(125, rel=0.03)
    assert hangs_on(found, futures) == "The answer on money hangs on 1 figure: guards (Other)."
    assert plain(worth_in_words(found.figures[0].worth, "USD")).startswith("Worth paying at most USD 12")
    assert plain(turns_in_words(found.figures[0], futures)) == (
        "Below 1,000 USD per year, “Other” costs least; above it, “Staying”."
    )


def test_where_one_option_is_always_cheapest_nothing_is_worth_finding_out() -> None:
    futures = evaluate(two_costs((100, 200), (500, 1_500)), 512)
    found = deciding(futures)
    assert found.main == ()
    assert found.everything.value == 0.0
    assert hangs_on(found, futures) == ("The answer on money hangs on no figure: “Staying” costs least nearly always.")
    assert worth_in_words(found.everything, "USD") == (
        "Finding it out would hardly change the choice: not worth paying for."
    )
