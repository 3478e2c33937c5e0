"""Draws against the stated distributions, written down again with scipy.stats; and what a lever may and may not do."""

from __future__ import annotations

import hashlib
import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import combinations
from threading import Barrier
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.special import betainc, betaincinv

from colocate.case import Case
from colocate.casefile.changing import FREE, change
from colocate.casefile.reading import load_case
from colocate.draws import sampling
from colocate.draws.sampling import sample, uncertain, unit_points, values_at
from colocate.model.evaluate import evaluate, over_draws
from colocate.model.totals import HEADLINE
from colocate.quantity import Array, Quantity
from tests.documents import DATA_CASES, ROOT, template_case
from tests.examples import SAME_EACH_TIME, Record, office_case, one_off, option

WORDS = {"source": "made up", "quality": "assumed"}
LOW, HIGH = 100.0, 300.0
WIDTH = HIGH - LOW
Z95 = float(stats.norm.ppf(0.95))
SEEDS = (0, 1, 20260101)


def spread(shape: str, low: float = LOW, high: float = HIGH, unit: str = "USD", **more: Any) -> Record:
    """A figure with a range."""
    return {"shape": shape, "low": low, "high": high, "unit": unit, **WORDS, **more}


def beta(mode: float) -> Any:
    """PERT from 100 to 300 with the mode at a part of the range."""
    return stats.beta(1 + 4 * mode, 5 - 4 * mode, loc=LOW, scale=WIDTH)


def normal(low: float, high: float) -> Any:
    """A normal distribution by its 5th and 95th percentiles, without what is below 0: no cost is."""
    middle, deviation = (low + high) / 2, (high - low) / 2 / Z95
    return stats.truncnorm(-middle / deviation, np.inf, loc=middle, scale=deviation)


def lognormal(low: float, high: float) -> Any:
    """A lognormal distribution by its 5th and 95th percentiles."""
    middle, deviation = math.log(low * high) / 2, math.log(high / low) / 2 / Z95
    return stats.lognorm(deviation, scale=math.exp(middle))


BOUNDED: dict[str, tuple[Record, Any]] = {
    "uniform": (spread("uniform"), stats.uniform(LOW, WIDTH)),
    "triangular": (spread("triangular", mode=150), stats.triang(0.25, LOW, WIDTH)),
    "triangular with the mode at low": (spread("triangular", mode=LOW), stats.triang(0, LOW, WIDTH)),
    "triangular with the mode at high": (spread("triangular", mode=HIGH), stats.triang(1, LOW, WIDTH)),
    "PERT": (spread("pert", mode=150), beta(0.25)),
    "PERT in the middle": (spread("pert", mode=200), beta(0.5)),
    "PERT in the upper half": (spread("pert", mode=262.5), beta(0.8125)),
    "PERT with the mode at low": (spread("pert", mode=LOW), beta(0)),
    "PERT with the mode at high": (spread("pert", mode=HIGH), beta(1)),
    "PERT very near low": (spread("pert", mode=100.02), beta(1e-4)),
    "PERT near low": (spread("pert", mode=100.3), beta(1.5e-3)),
    "PERT very near high": (spread("pert", mode=299.98), beta(1 - 1e-4)),
    "PERT near high": (spread("pert", mode=299.7), beta(1 - 1.5e-3)),
}
ENDLESS: dict[str, tuple[Record, Any]] = {
    "normal": (spread("normal"), normal(LOW, HIGH)),
    "normal cut off at 0": (spread("normal", low=1), normal(1, HIGH)),
    "lognormal": (spread("lognormal"), lognormal(LOW, HIGH)),
}
STATED = BOUNDED | ENDLESS


def path_of(name: str) -> str:
    return f"options[stay].one_offs[{name}].amount"


def every_shape(*correlations: Record, **changed: Record) -> Case:
    """One-off costs of every shape, with correlations between them by name, and some tables changed."""
    costs = [one_off(changed.get(name, table), 0, name=name) for name, (table, _) in STATED.items()]
    lost = {"shape": "yes/no", "probability": 0.3, "unit": "yes/no", **WORDS}
    desks = {"arrangement": "may be lost", "lost": lost, "lost_from": 12, "desk_cost": 1000}
    return office_case(
        option("stay", one_offs=costs, coordinators=desks),
        coordinators={"number": 1, "driver": "prices"},
        **({"correlations": list(correlations)} if correlations else {}),
    )


def correlated(first: str, second: str, rank: float) -> Record:
    return {"first": path_of(first), "second": path_of(second), "rank": rank}


CASE = every_shape()
LOST = "options[stay].coordinators.lost"


# ---- each figure has the distribution that its range states


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("power", [0, 1, 6, 11])
@pytest.mark.parametrize("name", STATED)
def test_each_of_2_to_the_k_equal_chances_has_exactly_one_draw(name: str, power: int, seed: int) -> None:
    """A column of 2^k draws of a scrambled Sobol sequence is a (0, k, 1)-net: one point in each interval of 2^-k.

    So the share of draws below any value is within 2^-k of the stated chance: forty times sharper, at 2,048 draws, than
    what Kolmogorov and Smirnov let pass. The inverse of PERT may be off by 1e-10 in chance.
    """
    draws = 2**power
    chances = STATED[name][1].cdf(np.sort(sample(CASE, draws, seed)[path_of(name)]))
    middles = (np.arange(draws) + 0.5) / draws
    assert np.max(np.abs(chances - middles)) <= 0.5 / draws + 1e-9


@pytest.mark.parametrize("draws", [3, 1000, 3333])
@pytest.mark.parametrize("name", STATED)
def test_so_it_nearly_is_for_any_number_of_draws(name: str, draws: int) -> None:
    """Any number of draws is one net for each binary digit 1 of it, each within one draw of the stated chance."""
    values = np.sort(sample(CASE, draws)[path_of(name)])
    chances = STATED[name][1].cdf(values)
    nets = draws.bit_count()
    assert np.all(chances <= (np.arange(draws) + nets) / draws + 1e-9)
    assert np.all(chances >= (np.arange(draws) + 1 - nets) / draws - 1e-9)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", BOUNDED)
def test_the_mean_is_right_within_the_range_over_the_number_of_draws(name: str, seed: int) -> None:
    """Koksma: the error of a mean is at most the variation of the inverse, the width, times the discrepancy, 1/n."""
    values = sample(CASE, 1024, seed)[path_of(name)]
    assert abs(values.mean() - STATED[name][1].mean()) <= WIDTH / 1024
    assert values.min() >= LOW
    assert values.max() <= HIGH


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["normal", "lognormal"])
def test_low_and_high_are_the_5th_and_95th_percentiles(name: str, seed: int) -> None:
    """Within one draw; what is cut off the normal below 0 has a chance of 0.0005."""
    values = sample(CASE, 1024, seed)[path_of(name)]
    cut = stats.norm.cdf(0, 200, 100 / Z95) if name == "normal" else 0.0
    assert abs(np.mean(values <= LOW) - 0.05) <= 1 / 1024 + cut
    assert abs(np.mean(values <= HIGH) - 0.95) <= 1 / 1024 + cut


def test_no_draw_is_beyond_what_the_figure_can_be() -> None:
    values = sample(CASE, 2**15)[path_of("normal cut off at 0")]
    assert 0 <= values.min() < 0.05


@pytest.mark.parametrize("seed", SEEDS)
def test_a_chance_is_yes_in_its_share_of_the_draws(seed: int) -> None:
    values = sample(CASE, 1024, seed)[LOST]
    assert set(values) == {0.0, 1.0}
    assert abs(values.mean() - 0.3) <= 1 / 1024


def quantity(table: Record) -> Quantity:
    """The quantity of a one-off cost with this table."""
    return office_case(option("stay", one_offs=[one_off(table)])).quantities["options[stay].one_offs[Fit-out].amount"]


PROBABILITIES = st.integers(1, 2047).map(lambda number: number / 2048)


@SAME_EACH_TIME
@given(
    st.floats(0, 1).map(lambda one: round(one, 6)) | st.integers(0, 1000).map(lambda one: one / 1000),
    st.lists(PROBABILITIES, min_size=2),
)
def test_the_inverse_of_pert_is_that_of_the_beta_distribution(mode: float, chances: list[float]) -> None:
    table = spread("pert", low=0, high=1, mode=mode)
    values, given_chances = values_at(quantity(table), np.array(chances)), np.array(chances)
    np.testing.assert_allclose(values, betaincinv(1 + 4 * mode, 5 - 4 * mode, given_chances), rtol=0, atol=1e-7)
    np.testing.assert_allclose(betainc(1 + 4 * mode, 5 - 4 * mode, values), given_chances, rtol=0, atol=1e-9)


@pytest.mark.parametrize("mode", [0.8126436987218719, 0.19, 0.2269007309331253, 0.0884293883877102, 0.999])
def test_modes_whose_inverse_was_not_found_are_in_the_range(mode: float) -> None:
    """The first took scipy's NumericalInversePolynomial a minute and failed, before the upper half was mirrored."""
    chances = np.array([0.0, 2**-31, 0.5, 1 - 2**-31, 1.0])
    values = values_at(quantity(spread("pert", low=0, high=1, mode=mode)), chances)
    assert (values[0], values[-1]) == (0.0, 1.0)
    assert np.all(np.diff(values) > 0)


@pytest.mark.parametrize("name", STATED)
def test_a_higher_chance_never_has_a_lower_value(name: str) -> None:
    values = values_at(CASE.quantities[path_of(name)], np.linspace(2**-31, 1 - 2**-31, 5000))
    assert np.all(np.diff(values) >= 0)


def test_a_chance_of_0_or_1_never_changes() -> None:
    lost = CASE.quantities[LOST]
    points = unit_points(1, 1024, 1)[0]
    assert not values_at(replace(lost, probability=0.0), points).any()
    assert values_at(replace(lost, probability=1.0), points).all()


def test_draws_are_in_the_unit_of_the_model() -> None:
    """12 to 24 a month are 144 to 288 a year; 2 to 4 per cent are 0.02 to 0.04."""
    case = office_case(
        option("stay", {"tenure": "commercial", "rent": spread("uniform", 12, 24, "USD/m2/month")}),
        growth=spread("uniform", 2, 4, "%/year"),
    )
    drawn = sample(case, 1024)
    assert 144 < drawn["options[stay].lease.rent"].min() < 144.2
    assert 287.8 < drawn["options[stay].lease.rent"].max() < 288
    assert 0.02 < drawn["drivers[prices].growth"].min() < 0.02002
    assert 0.03998 < drawn["drivers[prices].growth"].max() < 0.04


# ---- correlations tie ranks and nothing else

TIED = {("PERT", "lognormal"): 0.6, ("PERT", "triangular"): -0.4, ("lognormal", "triangular"): -0.7}
TIED_CASE = every_shape(*(correlated(*pair, rank) for pair, rank in TIED.items()))
DRAWS = 4096


def allowed(rank: float, draws: int) -> float:
    """Four standard errors of Spearman's correlation of independent draws (Bonett and Wright 2000)."""
    return 4 * (1 - rank * rank) * math.sqrt((1 + rank * rank / 2) / (draws - 3))


@pytest.mark.parametrize("seed", SEEDS)
def test_three_figures_have_the_rank_correlations_stated(seed: int) -> None:
    drawn = sample(TIED_CASE, DRAWS, seed)
    for (first, second), rank in TIED.items():
        found = stats.spearmanr(drawn[path_of(first)], drawn[path_of(second)]).statistic
        assert found == pytest.approx(rank, abs=allowed(rank, DRAWS)), (first, second)


@pytest.mark.parametrize("rank", [-0.99, -0.5, 0.0, 0.3, 0.99])
@pytest.mark.parametrize("pair", [("uniform", "normal"), ("PERT with the mode at high", "lognormal")], ids=str)
def test_two_figures_have_the_rank_correlation_stated(pair: tuple[str, str], rank: float) -> None:
    drawn = sample(every_shape(correlated(*pair, rank)), DRAWS)
    found = stats.spearmanr(*(drawn[path_of(name)] for name in pair)).statistic
    assert found == pytest.approx(rank, abs=allowed(rank, DRAWS))


@pytest.mark.parametrize("seed", SEEDS)
def test_pairs_that_are_not_stated_are_not_correlated(seed: int) -> None:
    """Nor the ends of a chain: what is not stated counts 0."""
    case = every_shape(correlated("uniform", "PERT", 0.6), correlated("PERT", "normal", 0.6))
    drawn = sample(case, DRAWS, seed)
    for one, two in combinations(["uniform", "normal", "lognormal", "triangular"], 2):
        found = stats.spearmanr(drawn[path_of(one)], drawn[path_of(two)]).statistic
        assert abs(found) <= allowed(0.0, DRAWS), (one, two)


@pytest.mark.parametrize("seed", SEEDS)
def test_correlated_figures_keep_their_distributions(seed: int) -> None:
    """Tied columns are no nets any more: the bound of Dvoretzky, Kiefer, Wolfowitz and Massart at one in a million."""
    bound = math.sqrt(math.log(2 / 1e-6) / (2 * DRAWS))
    drawn = sample(TIED_CASE, DRAWS, seed)
    for name in {name for pair in TIED for name in pair}:
        assert stats.ks_1samp(drawn[path_of(name)], STATED[name][1].cdf).statistic <= bound, name


@pytest.mark.parametrize("draws", [512, 2**14])
def test_other_figures_keep_their_draws_when_a_correlation_is_added(draws: int) -> None:
    tied = {path_of(name) for pair in TIED for name in pair}
    before, after = sample(CASE, draws), sample(TIED_CASE, draws)
    assert list(before) == list(after)
    for path, values in before.items():
        assert np.array_equal(values, after[path]) == (path not in tied) or path == path_of("PERT")


def test_a_second_set_leaves_the_first_as_it_was() -> None:
    first = correlated("uniform", "normal", 0.5)
    before = sample(every_shape(first), 512)
    after = sample(every_shape(first, correlated("PERT", "lognormal", -0.5)), 512)
    for name in ("uniform", "normal", "triangular"):
        assert np.array_equal(before[path_of(name)], after[path_of(name)])


# ---- the same draws everywhere


def fingerprint() -> str:
    """A sum over every bit of draws with and without correlations, kept and not kept."""
    found = hashlib.sha256()
    for case, draws, seed in ((CASE, 1000, 1), (TIED_CASE, 512, 0), (TIED_CASE, 2**14, 7)):
        for path, values in sample(case, draws, seed).items():
            found.update(path.encode() + values.tobytes())
    return found.hexdigest()


def forget() -> None:
    """Take everything that is kept between two calls away."""
    for kept in (sampling._kept_points, sampling._kept_values, sampling._pert_inverse):
        kept.cache_clear()


@pytest.mark.slow
def test_a_fresh_process_draws_the_same_to_the_bit() -> None:
    words = "from tests.draws.test_sampling import fingerprint; print(fingerprint())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", words], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == fingerprint()


def test_two_threads_at_once_draw_the_same_to_the_bit() -> None:
    alone = fingerprint()
    forget()
    start = Barrier(2, timeout=30)

    def at_once() -> str:
        start.wait(timeout=30)
        return fingerprint()

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(at_once) for _ in range(2)]
        assert [one.result(timeout=60) for one in both] == [alone, alone]


def test_what_is_kept_between_two_calls_changes_nothing() -> None:
    kept = fingerprint()
    forget()
    assert fingerprint() == kept


def test_another_seed_draws_other_values_and_0_is_a_seed() -> None:
    by_seed = [sample(CASE, 64, seed) for seed in (0, 1, 2, sampling.MOST_SEED - 1)]
    for one, other in combinations(by_seed, 2):
        assert all(not np.array_equal(one[path], other[path]) for path in one if path != LOST)
    assert all(np.array_equal(by_seed[1][path], sample(CASE, 64)[path]) for path in by_seed[1])


@pytest.mark.parametrize(("fewer", "more"), [(1024, 2048), (1000, 1024), (2, 2048), (5000, 2**14)])
def test_more_draws_go_on_where_fewer_stopped(fewer: int, more: int) -> None:
    some, all_of_them = sample(CASE, fewer), sample(CASE, more)
    assert all(np.array_equal(some[path], all_of_them[path][:fewer]) for path in some)


def test_one_draw_is_the_first_of_two() -> None:
    """One draw of a PERT range is worked out in another way, right to 1e-10 in chance like the others."""
    one, two = sample(CASE, 1), sample(CASE, 2)
    assert all(one[path][0] == pytest.approx(two[path][0], rel=1e-6) for path in one)


@pytest.mark.parametrize("draws", [64, 2**14])
@pytest.mark.parametrize("case", [CASE, TIED_CASE], ids=["loose", "tied"])
def test_draws_are_of_every_uncertain_figure_and_read_only(case: Case, draws: int) -> None:
    drawn = sample(case, draws)
    assert tuple(drawn) == uncertain(case)
    assert {values.shape for values in drawn.values()} == {(draws,)}
    assert not any(values.flags.writeable for values in drawn.values())


# ---- a lever moves its own figure, and results a little

HANOI = load_case(ROOT / "data" / "hanoi.toml")
LEVERS = ["discounting.rate", "drivers[rents].growth", "shared.people", "shared.rent_today", "shared.fit_out"]


def moved(case: Case, path: str, part: float = 0.01) -> Case:
    """The case with a figure's whole range moved up by a part of its width."""
    figure = case.quantities[path]
    step = part * (figure.high - figure.low)
    numbers = {"low": figure.low + step, "mode": figure.value + step, "high": figure.high + step}
    return change(case, {f"{path}.{name}": number for name, number in numbers.items()})


@pytest.mark.parametrize("path", LEVERS)
def test_a_lever_moves_the_draws_of_its_own_figure_and_no_other(path: str) -> None:
    before, after = sample(HANOI, 256), sample(moved(HANOI, path), 256)
    assert [one for one in before if not np.array_equal(before[one], after[one])] == [path]
    figure = HANOI.quantities[path]
    step = 0.01 * (figure.high - figure.low) * figure.scale
    np.testing.assert_allclose(after[path] - before[path], step, rtol=1e-6)


def test_a_lever_moves_the_draws_of_its_own_set_where_it_is_correlated() -> None:
    path = path_of("lognormal")
    case = change(TIED_CASE, {f"{path}.low": 120, f"{path}.high": 320})
    before, after = sample(TIED_CASE, 256), sample(case, 256)
    assert [one for one in before if not np.array_equal(before[one], after[one])] == [path]


def test_a_figure_that_loses_its_range_leaves_the_others_as_they_were() -> None:
    fixed = every_shape(uniform={"mode": 200, "unit": "USD", **WORDS})
    before, after = sample(CASE, 256), sample(fixed, 256)
    assert set(before) - set(after) == {path_of("uniform")}
    assert all(np.array_equal(before[path], after[path]) for path in after)


@pytest.mark.parametrize("path", LEVERS)
def test_a_settled_figure_is_held_in_every_draw_and_moves_no_other(path: str) -> None:
    quantity = HANOI.quantities[path]
    held = change(HANOI, {path: quantity.high})
    before, after = sample(HANOI, 256), sample(held, 256)
    assert set(before) - set(after) == {path}
    assert all(np.array_equal(before[one], after[one]) for one in after)
    released = sample(change(held, {path: FREE}), 256)
    assert all(np.array_equal(before[one], released[one]) for one in before)
    by_hand = over_draws(HANOI, {**before, path: np.full(256, quantity.high * quantity.scale)})
    for found, wanted in zip(evaluate(held, 256).options, by_hand, strict=True):
        np.testing.assert_allclose(
            found.money[HEADLINE].present_value, wanted.money[HEADLINE].present_value, rtol=1e-12
        )


@pytest.mark.parametrize("shape", ["PERT", "lognormal", "triangular"])
def test_a_settled_figure_goes_on_lending_its_order_to_those_tied_to_it(shape: str) -> None:
    path = path_of(shape)
    before, after = sample(TIED_CASE, 256), sample(change(TIED_CASE, {path: 150}), 256)
    assert set(before) - set(after) == {path}
    assert all(np.array_equal(before[one], after[one]) for one in after)


def middle_and_mean(case: Case, seed: int) -> Array:
    """Median and mean of the present value of moving less that of staying."""
    dearer = evaluate(case, 256, seed).against_baseline("move").present_value
    return np.array([np.median(dearer), np.mean(dearer)])


REPEATED = 12


@pytest.fixture(scope="module")
def before_the_move() -> Array:
    """Median and mean by seed, twice as many as each lever is tried with."""
    return np.array([middle_and_mean(HANOI, seed) for seed in range(2 * REPEATED)])


@pytest.mark.parametrize("path", [LEVERS[0], *(pytest.param(path, marks=pytest.mark.slow) for path in LEVERS[1:])])
def test_a_small_move_is_seen_ten_times_sharper_than_with_fresh_draws(path: str, before_the_move: Array) -> None:
    """The change of median and mean by a move of 1 % of the range, repeated with other seeds.

    Its standard error with the same draws before and after is at most a tenth of that with fresh draws; and
    for the mean so small that the change itself stands out by four standard errors.
    """
    case = moved(HANOI, path)
    after = np.array([middle_and_mean(case, seed) for seed in range(REPEATED)])
    same = after - before_the_move[:REPEATED]
    fresh = after - before_the_move[REPEATED:]
    assert np.all(10 * same.std(axis=0, ddof=1) <= fresh.std(axis=0, ddof=1))
    assert abs(same[:, 1].mean()) > 4 * same[:, 1].std(ddof=1)


# ---- no spread gives the central case

CASES = {"template": template_case, **{path.stem: lambda path=path: load_case(path) for path in DATA_CASES}}


def without_spread(case: Case, width: float) -> Case:
    """The case with every range a `width` of its central value wide, and chances certain."""

    def narrow(figure: Quantity) -> Quantity:
        if figure.shape == "yes/no":
            return replace(figure, probability=figure.value)
        if not figure.is_uncertain:
            return figure
        step = width * max(abs(figure.value), 1.0)
        if figure.path.endswith(".leaves"):  # by the method, a tenant that leaves as a year begins is not counted in it
            return replace(figure, low=figure.value - step, high=figure.value)
        return replace(figure, low=figure.value, high=figure.value + step)

    return replace(case, quantities={path: narrow(figure) for path, figure in case.quantities.items()})


@pytest.mark.parametrize("name", CASES)
def test_ranges_of_next_to_nothing_give_the_central_case(name: str) -> None:
    case = CASES[name]()
    futures, central = evaluate(without_spread(case, 1e-12), 16), evaluate(case)
    assert len(futures.figures) == len(uncertain(case)) > 0
    for drawn, single in zip(futures.options, central.options, strict=True):
        for pair, money in drawn.money.items():
            expected = np.broadcast_to(single.money[pair].present_value, (16,))
            np.testing.assert_allclose(money.present_value, expected, rtol=1e-9, atol=1e-4)
            by_year = np.broadcast_to(single.money[pair].by_year, money.by_year.shape)
            np.testing.assert_allclose(money.by_year, by_year, rtol=1e-9, atol=1e-4)


@pytest.mark.parametrize("name", CASES)
def test_ranges_of_nothing_give_the_central_case_to_the_bit(name: str) -> None:
    case = CASES[name]()
    fixed = {path: replace(one, low=one.value, high=one.value, shape="fixed") for path, one in case.quantities.items()}
    futures, central = evaluate(replace(case, quantities=fixed), 16), evaluate(case)
    assert futures.figures == {}
    for drawn, single in zip(futures.options, central.options, strict=True):
        for pair, money in drawn.money.items():
            assert np.array_equal(money.present_value, np.broadcast_to(single.money[pair].present_value, (16,)))


# ---- sums and products whose distribution is known

POWER = 12
MANY = 2**POWER


def hold_normal(values: Array, mean: float, variance: float) -> None:
    """Mean, variance and 5th and 95th percentiles within four standard errors of as many independent draws."""
    deviation = math.sqrt(variance)
    assert values.mean() == pytest.approx(mean, abs=4 * deviation / math.sqrt(values.size))
    assert values.var(ddof=1) == pytest.approx(variance, rel=4 * math.sqrt(2 / (values.size - 1)))
    percentile_error = math.sqrt(0.05 * 0.95 / values.size) / stats.norm.pdf(Z95) * deviation
    for chance in (0.05, 0.95):
        expected = mean + deviation * stats.norm.ppf(chance)
        assert np.quantile(values, chance) == pytest.approx(expected, abs=4 * percentile_error)


def deviation_of(low: float, high: float) -> float:
    return (high - low) / (2 * Z95)


FIRST, SECOND = (900.0, 1100.0), (1500.0, 2100.0)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sum_of_independent_normal_figures_is_normal(seed: int) -> None:
    points = unit_points(2, MANY, seed)
    total = sum(
        values_at(quantity(spread("normal", *limits)), row) for limits, row in zip((FIRST, SECOND), points, strict=True)
    )
    hold_normal(np.asarray(total), 1000 + 1800, deviation_of(*FIRST) ** 2 + deviation_of(*SECOND) ** 2)


def of_logarithms(*limits: tuple[float, float]) -> tuple[float, float]:
    """Mean and variance of the logarithm of a product of lognormal figures."""
    logs = [(math.log(low), math.log(high)) for low, high in limits]
    return sum((low + high) / 2 for low, high in logs), sum(deviation_of(low, high) ** 2 for low, high in logs)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_product_of_independent_lognormal_figures_is_lognormal(seed: int) -> None:
    points = unit_points(2, MANY, seed)
    rows = zip((FIRST, SECOND), points, strict=True)
    product = math.prod(values_at(quantity(spread("lognormal", *limits)), row) for limits, row in rows)
    hold_normal(np.log(product), *of_logarithms(FIRST, SECOND))


@pytest.mark.parametrize("seed", SEEDS)
def test_two_normal_costs_paid_today_have_a_normal_present_value(seed: int) -> None:
    costs = [one_off(spread("normal", *limits), 0, name=f"{limits[0]:g}") for limits in (FIRST, SECOND)]
    futures = evaluate(office_case(option("stay", one_offs=costs)), MANY, seed)
    present = futures.baseline.money["agency", "cash"].present_value
    hold_normal(present, 1000 + 1800, deviation_of(*FIRST) ** 2 + deviation_of(*SECOND) ** 2)


@pytest.mark.parametrize(("rank", "seed"), [(0.8, 0), (0.8, 1), (-0.5, 2)])
def test_correlated_normal_costs_have_the_variance_of_their_sum(rank: float, seed: int) -> None:
    """Under a Gaussian copula two normal figures have Pearson's correlation 2 sin(pi x rank / 6)."""
    costs = [one_off(spread("normal", *limits), 0, name=f"{limits[0]:g}") for limits in (FIRST, SECOND)]
    pair = correlated("900", "1500", rank)
    futures = evaluate(office_case(option("stay", one_offs=costs), correlations=[pair]), MANY, seed)
    one, two, score = deviation_of(*FIRST), deviation_of(*SECOND), 2 * math.sin(math.pi * rank / 6)
    hold_normal(
        futures.baseline.money["agency", "cash"].present_value, 1000 + 1800, one**2 + two**2 + 2 * score * one * two
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lognormal_cost_of_a_lognormal_area_has_a_lognormal_present_value(seed: int) -> None:
    price, area = (80.0, 160.0), (90.0, 140.0)
    cost = one_off(spread("lognormal", *price, unit="USD/m2"), 0, per="m2")
    lease = {"tenure": "owned", "area": spread("lognormal", *area, unit="m2")}
    futures = evaluate(office_case(option("stay", lease, one_offs=[cost])), MANY, seed)
    hold_normal(np.log(futures.baseline.money["agency", "cash"].present_value), *of_logarithms(price, area))
