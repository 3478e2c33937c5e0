"""A case over its draws: shapes, blocks that leave no trace, progress, and what is ranked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from colocate.case import Case
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.draws.sampling import SEED, sample, uncertain
from colocate.model import evaluate as evaluation
from colocate.model.evaluate import BLOCK, LEAST_BLOCK, block_of, evaluate, futures_of, over_draws
from colocate.model.futures import Futures, OptionFutures
from colocate.model.totals import BOOKS, VIEWS
from tests.documents import ROOT, template_case
from tests.drawn import minutes_by_draw, scores_by_draw
from tests.examples import Record, office_case, one_off, option

HANOI = load_case(ROOT / "data" / "hanoi.toml")
WORDS = {"source": "made up", "quality": "assumed"}
PAIRS = [(book, view) for book in BOOKS for view in VIEWS]


def wide(low: float, high: float, unit: str = "USD") -> Record:
    return {"shape": "uniform", "low": low, "high": high, "unit": unit, **WORDS}


def office_with_people(gates: Any = ()) -> Case:
    """Ten to thirty people; `small` has room for twenty at 10 m2 each, and costs less than the two others."""
    return office_case(
        option("stay", {"tenure": "owned", "area": 1000}, one_offs=[one_off(wide(100, 300))]),
        option("small", {"tenure": "owned", "area": 200}),
        option("costly", {"tenure": "owned", "area": 1000}, one_offs=[one_off(400)], gates=list(gates)),
        office={"people": wide(10, 30, "person"), "m2_per_desk": 10},
    )


def values_of(option: OptionFutures) -> dict[Any, Any]:
    """Every array of an option, by what it is."""
    found: dict[Any, Any] = {"one-off": option.one_off_by_year, "fits": option.fits, **option.present_by_payer}
    for pair, money in option.money.items():
        for name in ("by_year", "present_value", "equivalent_annual"):
            found[pair, name] = getattr(money, name)
    if option.access is not None:
        draws = max(option.fits.size, option.access.ways.draws)
        found["minutes"] = spread(minutes_by_draw(option.access), draws)
        found["scores"] = spread(scores_by_draw(option.access), draws)
        found |= {"tripartite": option.access.tripartite, "their hours": option.access.their_hours}
        found |= {("group", group): scores for group, scores in option.access.group_scores.items()}
        found |= {"hours": option.access.travel.hours, "kilometres": option.access.travel.kilometres}
    return found


def spread(values: Any, draws: int) -> Any:
    """What does not depend on the draws, spread over them."""
    return np.broadcast_to(values, (*np.shape(values)[:-1], draws))


def hold_same(found: tuple[OptionFutures, ...], expected: tuple[OptionFutures, ...], draws: int) -> None:
    """The same numbers, but for the order in which numpy adds: some units in the last place."""
    for ours, theirs in zip(found, expected, strict=True):
        mine, other = values_of(ours), values_of(theirs)
        assert list(mine) == list(other)
        for what, values in mine.items():
            scale = float(np.max(np.abs(values), initial=0.0))
            wanted = spread(np.atleast_1d(other[what]), draws)
            np.testing.assert_allclose(values, wanted, rtol=1e-12, atol=1e-12 * scale, err_msg=str((ours.id, what)))


@pytest.mark.parametrize("draws", [1, 3, 16])
def test_every_array_has_the_draws_on_its_last_axis(draws: int) -> None:
    futures = evaluate(HANOI, draws)
    years, places = HANOI.horizon_years, len(HANOI.constituents)
    assert tuple(futures.figures) == uncertain(HANOI)
    assert {values.shape for values in futures.figures.values()} == {(draws,)}
    for one in futures.options:
        assert list(one.money) == PAIRS
        for money in one.money.values():
            assert money.by_year.shape == money.cumulative.shape == (years, draws)
            assert money.present_value.shape == money.equivalent_annual.shape == money.total.shape == (draws,)
        assert one.one_off_by_year.shape == (years, draws)
        assert {values.shape for values in one.present_by_payer.values()} == {(draws,)}
        assert (one.fits.shape, one.fits.dtype) == ((draws,), np.dtype(bool))
        assert one.access is not None
        assert np.shape(one.access.tripartite) == one.access.their_hours.shape == (draws,)
        assert {scores.shape for scores in one.access.group_scores.values()} == {(draws,)}
        assert minutes_by_draw(one.access).shape[-1] == scores_by_draw(one.access).shape[-1] == draws
        assert one.access.scores.shape == one.access.minutes.shape == (len(one.access.constituents), 1)
        assert len(one.access.constituents) <= places


def test_a_case_without_ranges_has_the_same_figures_in_every_draw() -> None:
    case = office_case(option("stay", one_offs=[one_off(100)]))
    futures = evaluate(case, 5)
    assert futures.figures == {}
    for one in futures.options:
        for what, values in values_of(one).items():
            assert values.shape[-1] == 5, what
            assert np.array_equal(values, spread(values[..., :1], 5)), what
    assert futures.baseline.money["agency", "cash"].present_value.tolist() == [100.0] * 5


@pytest.mark.parametrize("draws", [1, BLOCK - 1, BLOCK, BLOCK + 1, 5000])
def test_blocks_give_what_all_draws_at_once_give(draws: int) -> None:
    case = template_case()
    futures = evaluate(case, draws, 3)
    figures = sample(case, draws, 3)
    assert all(np.array_equal(futures.figures[path], figures[path]) for path in figures)
    hold_same(futures.options, over_draws(case, figures), draws)


def test_so_they_do_where_an_option_has_no_access_and_fits_in_some_draws() -> None:
    case = office_with_people()
    futures = evaluate(case, BLOCK + 1)
    hold_same(futures.options, over_draws(case, futures.figures), BLOCK + 1)
    assert all(one.access is None for one in futures.options)


def test_a_block_is_smaller_where_a_case_is_larger() -> None:
    large = load_case(ROOT / "data" / "headquarters.toml")
    assert [block_of(one) for one in (office_with_people(), HANOI, large)] == [BLOCK, BLOCK, BLOCK // 2]
    longer = replace(large, horizon_years=60_000)
    assert block_of(longer) == LEAST_BLOCK


def test_the_size_of_a_block_moves_no_figure_of_a_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    case, draws = template_case(), 2 * LEAST_BLOCK + 3
    whole = evaluate(case, draws, 3)
    monkeypatch.setattr(evaluation, "BLOCK_BYTES", 1.0)
    told: list[float] = []
    parted = futures_of(case, draws, 3, progress=told.append)
    assert len(told) == 3
    for one, other in zip(whole.options, parted.options, strict=True):
        assert {what: values.tolist() for what, values in values_of(one).items()} == {
            what: values.tolist() for what, values in values_of(other).items()
        }


def test_an_office_fits_in_the_draws_in_which_it_is_small_enough() -> None:
    futures = evaluate(office_with_people(), 1024)
    people = futures.figures["office.people"]
    assert np.array_equal(futures.option("small").fits, people <= 20)
    assert np.mean(futures.option("small").fits) == pytest.approx(0.5, abs=1 / 1024)
    assert futures.option("costly").fits.all()


def test_the_central_case_stands_beside_the_draws() -> None:
    futures, central = evaluate(HANOI, 4), evaluate(HANOI)
    assert isinstance(futures, Futures)
    assert (futures.case, futures.draws, futures.seed) == (HANOI, 4, SEED)
    for single, again in zip(central.options, futures.central.options, strict=True):
        assert np.array_equal(single.money["agency", "cash"].by_year, again.money["agency", "cash"].by_year)


def test_options_stand_in_the_order_of_the_case_and_are_those_of_the_case() -> None:
    futures = evaluate(HANOI, 4)
    assert tuple(one.option for one in futures.options) == HANOI.options
    assert [(one.id, one.name) for one in futures.options] == [(one.id, one.name) for one in HANOI.options]
    assert futures.baseline is futures.options[0]
    assert futures.option("move").id == "move"
    with pytest.raises(KeyError, match="nowhere"):
        futures.option("nowhere")


# ---- progress


def test_progress_is_told_rising_parts_up_to_the_whole() -> None:
    told: list[float] = []
    futures_of(office_with_people(), 2 * BLOCK + 1, progress=told.append)
    assert told == [BLOCK / (2 * BLOCK + 1), 2 * BLOCK / (2 * BLOCK + 1), 1.0]


def test_progress_of_one_block_is_told_once() -> None:
    told: list[float] = []
    futures_of(office_with_people(), 5, progress=told.append)
    assert told == [1.0]


def test_an_error_raised_in_progress_comes_through_and_stops_the_work() -> None:
    told: list[float] = []

    class StoppedError(Exception):
        pass

    def stop(part: float) -> None:
        told.append(part)
        raise StoppedError

    with pytest.raises(StoppedError):
        futures_of(office_with_people(), 4 * BLOCK, progress=stop)
    assert told == [0.25]


# ---- against the baseline, and ranked


@pytest.mark.parametrize(("book", "view"), PAIRS, ids=str)
def test_against_the_baseline_is_the_difference_draw_by_draw(book: Any, view: Any) -> None:
    futures = evaluate(HANOI, 8)
    ours, theirs = futures.option("move").money[book, view], futures.baseline.money[book, view]
    found = futures.against_baseline("move", book, view)
    for name in ("by_year", "present_value", "equivalent_annual"):
        assert np.array_equal(getattr(found, name), getattr(ours, name) - getattr(theirs, name))
    assert not futures.against_baseline("stay", book, view).by_year.any()


def test_against_the_baseline_by_hand() -> None:
    """400 today against 100 to 300 today: 100 to 300 more, less 100 to 300."""
    futures = evaluate(office_with_people(), 64)
    paid = futures.figures["options[stay].one_offs[Fit-out].amount"]
    np.testing.assert_allclose(futures.against_baseline("costly").present_value, 400 - paid, rtol=1e-12)
    np.testing.assert_allclose(futures.against_baseline("costly").by_year[0], 400 - paid, rtol=1e-12)


def ids(options: tuple[OptionFutures, ...]) -> list[str]:
    return [one.id for one in options]


def test_an_option_that_fails_a_gate_is_not_ranked() -> None:
    failing = [{"name": "security", "status": "fail", "evidence": "assessment"}]
    assert ids(evaluate(office_with_people(), 4).ranked) == ["stay", "small", "costly"]
    assert ids(evaluate(office_with_people(failing), 4).ranked) == ["stay", "small"]
    assert ids(evaluate(office_with_people(failing), 4).options) == ["stay", "small", "costly"]


def test_all_are_ranked_where_fewer_than_two_pass() -> None:
    failing = [{"name": "security", "status": "fail", "evidence": "assessment"}]
    case = change(office_with_people(failing), {"office.people.mode": 25, "office.people.low": 22})
    assert [one.id for one in evaluate(case).options if not one.fails] == ["stay"]
    assert ids(evaluate(case, 4).ranked) == ["stay", "small", "costly"]


def test_what_is_ranked_goes_by_the_central_case_and_not_by_single_draws() -> None:
    futures = evaluate(office_with_people(), 64)
    assert not futures.option("small").fits.all()
    assert "small" in ids(futures.ranked)
