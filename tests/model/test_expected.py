"""Expected values: means that add up over lines, payers and books, the same from blocks and from all at once."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from colocate.case.replacing import with_figures
from colocate.casefile.reading import load_case
from colocate.draws.sampling import sample
from colocate.model.bundles import in_budget
from colocate.model.costs.premises import Size
from colocate.model.evaluate import BLOCK, evaluate, over_draws, work_out
from colocate.model.expected import Expected, OptionExpected
from colocate.model.futures import Futures
from colocate.model.totals import BOOKS, VIEWS, present_amounts
from tests.documents import DATA_CASES, ROOT, template_case
from tests.drawn import minutes_by_draw, scores_by_draw
from tests.examples import moving, office, office_case, one_off, option, running
from tests.model.test_futures import wide
from tests.single_figures import expected_of

CLOSE = 1e-12
PAIRS = [(book, view) for book in BOOKS for view in VIEWS]
NAMES = ["template", *(path.stem for path in DATA_CASES)]


@cache
def futures_of(name: str) -> Futures:
    """A block and a half, so that blocks of two sizes are put together."""
    case = template_case() if name == "template" else load_case(ROOT / "data" / f"{name}.toml")
    return evaluate(case, BLOCK + BLOCK // 2, 5)


def same(found: Any, wanted: Any, what: object = "") -> None:
    """Within a part in a million million of the largest."""
    scale = float(np.max(np.abs(wanted), initial=0.0))
    np.testing.assert_allclose(found, wanted, rtol=CLOSE, atol=CLOSE * scale, err_msg=str(what))


def one_column(values: Any) -> Any:
    return np.mean(values, axis=-1, keepdims=True)


@pytest.mark.parametrize("name", NAMES)
def test_the_mean_over_the_futures_in_the_shape_of_an_outcome(name: str) -> None:
    futures = futures_of(name)
    expected = futures.expected
    assert (expected.case, expected.draws) == (futures.case, futures.draws)
    for ours, drawn in zip(expected.options, futures.options, strict=True):
        assert ours.id == drawn.id
        for pair in PAIRS:
            for what in ("by_year", "present_value", "equivalent_annual", "total", "cumulative"):
                same(
                    getattr(ours.money[pair], what), one_column(getattr(drawn.money[pair], what)), (ours.id, pair, what)
                )
        for column, values in drawn.present_by_payer.items():
            same(ours.present_by_payer[column], one_column(values), (ours.id, column))
        same(ours.one_off_by_year, one_column(drawn.one_off_by_year), ours.id)
        hold_access(ours, drawn.access)


def hold_access(ours: OptionExpected, drawn: Any) -> None:
    assert (ours.access is None) == (drawn is None)
    if ours.access is not None:
        same(ours.access.minutes, one_column(minutes_by_draw(drawn)), ours.id)
        same(ours.access.scores, one_column(scores_by_draw(drawn)), ours.id)
        for what in ("tripartite", "their_hours"):
            same(getattr(ours.access, what), one_column(getattr(drawn, what)), (ours.id, what))
        for group, scores in drawn.group_scores.items():
            same(ours.access.group_scores[group], one_column(scores), (ours.id, group))
        same(ours.access.travel.hours, one_column(drawn.travel.hours))
        same(ours.access.travel.kilometres, one_column(drawn.travel.kilometres))


@pytest.mark.parametrize("name", NAMES)
def test_blocks_give_the_means_of_all_draws_at_once(name: str) -> None:
    futures = futures_of(name)
    at_once = over_draws(futures.case, futures.figures)
    for ours, theirs in zip(futures.options, at_once, strict=True):
        assert ours.means.names == theirs.means.names
        for mine, other in zip(ours.means.arrays, theirs.means.arrays, strict=True):
            same(mine, other, ours.id)


def test_each_line_is_the_mean_of_its_amounts_and_present_values() -> None:
    """Line by line over the draws, each multiplied out by itself."""
    case = template_case()
    futures = evaluate(case, 64, 2)
    drawn = work_out(with_figures(case, futures.figures))
    for ours, theirs in zip(futures.expected.options, drawn.options, strict=True):
        for line, full in zip(ours.lines, theirs.lines, strict=True):
            assert (line.name, line.category, line.payer, line.in_budget) == (
                full.name,
                full.category,
                full.payer,
                in_budget(full),
            )
            same(line.amounts, one_column(full.amounts), line.key)
            same(line.present, one_column(present_amounts(full, drawn.prices)), line.key)


@pytest.mark.parametrize("name", NAMES)
def test_money_is_the_sum_of_the_lines(name: str) -> None:
    for ours in futures_of(name).expected.options:
        for book, view in PAIRS:
            counted = [line for line in ours.lines if line.payer in BOOKS[book] and line.nature in VIEWS[view]]
            money = ours.money[book, view]
            same(money.by_year, sum((line.amounts for line in counted), np.zeros_like(money.by_year)))
            same(money.present_value, sum((line.present.sum(axis=0) for line in counted), np.zeros(1)))
        everyone = ours.money["everyone", "cash and efficiency"].present_value
        same(everyone, sum(ours.present_by_payer.values(), np.zeros(1)))


@pytest.mark.parametrize("name", NAMES)
def test_a_difference_is_the_difference_of_what_is_shown(name: str) -> None:
    futures = futures_of(name)
    expected = futures.expected
    for ours in expected.options:
        for book, view in PAIRS:
            found = expected.against_baseline(ours.id, book, view)
            same(found.by_year, ours.money[book, view].by_year - expected.baseline.money[book, view].by_year)
            drawn = futures.against_baseline(ours.id, book, view).present_value
            same(found.present_value, drawn.mean(), (ours.id, book, view))


# ---- by hand


def test_the_mean_of_a_product_is_not_the_product_of_the_means() -> None:
    """1,000 a year that grows by 0 or 20 %, even odds: 1,000, 1,100, and (1,000 + 1,440) / 2 = 1,220."""
    growth = {"shape": "uniform", "low": 0, "high": 20, "unit": "%/year", "source": "made up", "quality": "assumed"}
    case = office_case(option("stay", running=[running(1_000)]), growth=growth)
    (path,) = sample(case, 1)
    (stay, *_) = over_draws(case, {path: np.array([0.0, 0.2])})
    assert stay.means.lines.amounts[0].tolist() == pytest.approx([1_000, 1_100, 1_220])


def test_a_one_off_is_dated_by_what_falls_in_each_year() -> None:
    """A move late by 0, 2 or 14 months from month 10: months 10, 12 and 24, a third of 900 each."""
    late = {"shape": "uniform", "low": 0, "high": 14, "unit": "month", "source": "made up", "quality": "assumed"}
    case = office_case(option("stay"), moving(10, delay=late, one_offs=[one_off(900, 10)]))
    (path,) = sample(case, 1)
    late_by = {path: np.array([0.0, 2.0, 14.0])}
    means = over_draws(case, late_by)[1].means
    assert means.lines.amounts[0].tolist() == pytest.approx([300, 300, 300])
    assert means.lines.dated[0].tolist() == pytest.approx([300 * 10, 300 * 12, 300 * 24])


def test_the_mean_month_lies_in_its_year_and_is_the_middle_where_nothing_falls() -> None:
    late = {"shape": "uniform", "low": 0, "high": 8, "unit": "month", "source": "made up", "quality": "assumed"}
    case = office_case(option("stay"), moving(8, delay=late, one_offs=[one_off(900, 8)]))
    (line,) = evaluate(case, 1024).expected.option("move").lines
    assert line.months is not None
    assert line.months.tolist() == pytest.approx([10, 14, 30], abs=0.02)  # evenly from month 8 to 16, half in each year


def test_months_sizes_and_area_are_means_too() -> None:
    """Moved in month 6 or 18 of three years, from 100 m2 to 40: 70 m2 in the first year on average, and so on."""
    late = {"shape": "uniform", "low": 0, "high": 12, "unit": "month", "source": "made up", "quality": "assumed"}
    case = office_case(
        option("stay", {"tenure": "owned", "area": 100}), moving(6, {"tenure": "owned", "area": 40}, delay=late)
    )
    (path,) = sample(case, 1)
    means = over_draws(case, {path: np.array([0.0, 12.0])})[1].means
    assert means.area.tolist() == pytest.approx([(70 + 100) / 2, (40 + 70) / 2, 40])
    stay = evaluate(case, 1024).expected.option("move").stay
    assert stay.moving_in == pytest.approx(12, abs=0.02)
    assert stay.size == Size(10, 10, 40, 100, 40, 0)
    assert stay.left_size is not None
    assert stay.left_size.area == 100


# ---- a case worked out with single figures


def test_single_figures_are_their_own_expected_values() -> None:
    outcome = office(option("stay", running=[running(1_000)], one_offs=[one_off(600, 30)]), moving(9))
    expected = expected_of(outcome)
    for ours, theirs in zip(expected.options, outcome.options, strict=True):
        assert ours.money == theirs.money
        assert [line.name for line in ours.lines] == [line.name for line in theirs.lines]
        for line, full in zip(ours.lines, theirs.lines, strict=True):
            assert np.array_equal(line.amounts, full.amounts)
    fit_out = next(line for line in expected.baseline.lines if line.name == "Fit-out")
    assert fit_out.months is not None
    assert fit_out.months.tolist() == [6, 18, 30]


def test_without_ranges_the_futures_expect_what_the_case_says() -> None:
    case = office_case(option("stay", running=[running(1_000)], one_offs=[one_off(600, 30)]), moving(9))
    from_draws, single = evaluate(case, 7).expected, expected_of(evaluate(case))
    for ours, theirs in zip(from_draws.options, single.options, strict=True):
        assert ours.stay == theirs.stay
        for pair in PAIRS:
            same(ours.money[pair].by_year, theirs.money[pair].by_year)
            same(ours.money[pair].equivalent_annual, theirs.money[pair].equivalent_annual)
        for line, other in zip(ours.lines, theirs.lines, strict=True):
            assert line.key == other.key
            same(line.present, other.present)


def test_an_option_is_found_by_its_id() -> None:
    expected: Expected = evaluate(office_case(option("stay"), option("move")), 4).expected
    assert (expected.option("move").id, expected.baseline.id) == ("move", "stay")
    with pytest.raises(KeyError, match="nowhere"):
        expected.option("nowhere")


def test_a_figure_without_a_range_of_its_own_is_left_as_it_is() -> None:
    """An amount from 100 to 300, evenly: 200 on average, and half of it less present value at 10 % after 12 months."""
    case = office_case(option("stay", one_offs=[one_off(wide(100, 300), 12)]))  # type: ignore[arg-type]
    money = evaluate(case, 4096).expected.baseline.money["agency", "cash"]
    assert money.by_year[:, 0].tolist() == pytest.approx([0, 200, 0], abs=0.01)
    assert float(money.present_value[0]) == pytest.approx(200 / 1.1, abs=0.01)
