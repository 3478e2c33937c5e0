"""What finding out is worth: textbook decisions, closed forms, and what must hold whatever the costs."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.special import ndtri
from scipy.stats import norm, qmc

from colocate.analysis.deciding.value_of_information import Worth, information_on_each, perfect_information
from colocate.quantity import Array
from tests.examples import SAME_EACH_TIME

NOTHING = Worth(0.0, 0.0)


def normals(columns: int, draws: int, seed: int = 0) -> Array:
    """Independent standard normal draws, quasi-random; shape `(columns, draws)`."""
    points: Array = qmc.Sobol(columns, bits=64, rng=np.random.default_rng(seed)).random(draws)
    return np.asarray(ndtri(points.T))


def loss(distance: float) -> float:
    """The unit normal loss: the mean of max(0, Z - distance) for a standard normal Z."""
    return float(norm.pdf(distance) - distance * norm.sf(distance))


def by_hand(payoffs: list[list[float]], chances: list[int]) -> Array:
    """A payoff table as costs, each state of nature in as many draws as its chance says."""
    return -np.repeat(np.array(payoffs, dtype=float), chances, axis=1)


# Decisions of textbooks and lectures. Each page was read; the comment says where, and which figure stands there.
PUBLISHED = {
    # Share, fund or deposit; market up 50 %, even 30 %, down 20 %. "worth $350":
    # https://liquisearch.com/expected_value_of_perfect_information/example (the example of Wikipedia's article).
    "investment": ([[1500, 300, -800], [900, 600, -200], [500, 500, 500]], [5, 3, 2], 350),
    # Goferbroke Company of Hillier and Lieberman, in thousands: drill or sell land that has oil with a chance of 25 %.
    # "VEIP = 142,5" (the expected value of perfect information), in a test of public code on decision theory that
    # works the book's example by hand (found by its text, "Hillier y Lieberman, Goferbroke Company").
    "oil": ([[700, -100], [90, 90]], [1, 3], 142.5),
    # Thompson Lumber with three states: large, small or no plant; demand high 30 %, moderate 50 %, low 20 %.
    # "EVPI = EPPI - EMV = $110,000 - $86,000 = $24,000": https://www.scribd.com/presentation/365286098/Decision-Tree
    "lumber": ([[200_000, 100_000, -120_000], [90_000, 50_000, -20_000], [0, 0, 0]], [3, 5, 2], 24_000),
    # Large plant, small plant or nothing; the market is favourable with a chance of 60 %. "EVPI = $120,000 - $52,000
    # = $68,000", the payoffs on another page of the same file: https://www.coursehero.com/file/8871057/
    "plant": ([[200_000, -180_000], [100_000, -20_000], [0, 0]], [6, 4], 68_000),
    # Lecture example, three options, 60 % and 40 %. "EVPI = 72,000 - 44,000 = 28,000":
    # https://fr.scribd.com/doc/225211038/EVPI
    "lecture": ([[50_000, 30_000], [100_000, -40_000], [30_000, 10_000]], [6, 4], 28_000),
    # Newsvendor: 3 gained per unit sold, 2 lost per unit left; demand 5 to 9. The page gives the best expected profit
    # of 19.00 and the expected profit under certainty of 21.45; the difference of 2.45 is taken here:
    # http://eslm.lpude.in/arts/ma_mathematics/year_1/DMTH404_STATISTICS/files/basic-html/page127.html (example 20)
    "newsvendor": (
        [[3 * min(order, demand) - 2 * max(order - demand, 0) for demand in range(5, 10)] for order in range(5, 10)],
        [2, 4, 6, 5, 3],
        2.45,
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_decisions(name: str) -> None:
    payoffs, chances, worth = PUBLISHED[name]
    costs = by_hand(payoffs, chances)
    assert perfect_information(costs).value == pytest.approx(worth)
    # Knowing the state of nature is knowing everything. The same table a hundred times, so that each part has it all.
    states = np.repeat(np.arange(float(len(chances))), chances)
    found = information_on_each(np.tile(costs, 100), np.tile(states, 100)[None])
    assert found[0].value == pytest.approx(worth)


def test_imperfect_information() -> None:
    # Goferbroke again (same page as above): a seismic survey says "oil" in 60 % of the cases with oil and in 20 % of
    # those without. "VEIM = 53" (the expected value of imperfect information). 5 draws with oil and 15 without.
    costs = by_hand([[700, -100], [90, 90]], [5, 15])
    survey = np.repeat([1.0, 0.0, 1.0, 0.0], [3, 2, 3, 12])
    for draws in (np.arange(2_000) % 20, np.sort(np.arange(2_000) % 20)):  # in turn, and all alike side by side
        found = information_on_each(costs[:, draws], survey[None, draws])
        assert found[0].value == pytest.approx(53)


def test_normal_demand() -> None:
    # Barclay Brothers, of Render and Stair, Quantitative Analysis for Management, module 3: a new game wins or loses
    # $6 a piece around break-even at 6,000; demand is normal, mean 8,000, standard deviation 2,885. EVPI = EOL =
    # K x sd x N(D), "K = $6, sd = 2,885, N(.69) = .1453": the product is 2,515, with D rounded to .69 by the table.
    # https://cdn.slideserve.com/hisoki/to-accompany-quantitative-analysis-for-management-8e-by-render
    demand = 8_000 + 2_885 * normals(1, 8_192)[0]
    costs = np.array([np.zeros(8_192), -6 * (demand - 6_000)])
    found = perfect_information(costs)
    assert found.value == pytest.approx(6 * 2_885 * loss(2_000 / 2_885), rel=0.001)
    assert found.value == pytest.approx(6 * 2_885 * 0.1453, rel=0.01)
    assert information_on_each(costs, demand[None])[0].value == pytest.approx(found.value)


DEVIATIONS = np.array([300.0, 200.0, 100.0, 0.0])
MEAN = 80.0


def linear(draws: int, seed: int) -> tuple[Array, Array]:
    """Costs of two options whose difference is a sum of independent normals, and those normals."""
    inputs = normals(4, draws, seed)
    return np.array([np.full(draws, 1_000.0), 1_000.0 + MEAN + DEVIATIONS @ inputs]), inputs


# Given one input, the mean difference is normal with the mean of all and the deviation of that input alone, so its
# worth is deviation x loss(mean / deviation); derived here from E max(0, -D) of a normal D.
EACH = [deviation * loss(MEAN / deviation) if deviation else 0.0 for deviation in DEVIATIONS.tolist()]
TOGETHER = math.hypot(*DEVIATIONS.tolist()) * loss(MEAN / math.hypot(*DEVIATIONS.tolist()))


@pytest.mark.parametrize("seed", range(4))
def test_linear_in_normals(seed: int) -> None:
    costs, inputs = linear(8_192, seed)
    everything = perfect_information(costs)
    assert abs(everything.value - TOGETHER) < 4 * everything.standard_error
    for found, worth in zip(information_on_each(costs, inputs), EACH, strict=True):
        # Four standard errors miss an unbiased estimate once in 16,000; quasi-random draws leave room for the bias.
        assert abs(found.value - worth) <= 4 * found.standard_error
        assert found.value == pytest.approx(worth, rel=0.1, abs=1.0)
    # The error of independent draws, worked by hand: that of max(0, -D) for the normal D, over the root of the draws.
    total = math.hypot(*DEVIATIONS.tolist())
    square = total**2 * ((1 + (MEAN / total) ** 2) * norm.sf(MEAN / total) - MEAN / total * norm.pdf(MEAN / total))
    assert everything.standard_error == pytest.approx(math.sqrt((square - TOGETHER**2) / 8_192), rel=0.02)


def test_estimates_close_in_as_draws_double() -> None:
    errors = []
    for draws in (256, 1_024, 4_096, 16_384):
        found = [information_on_each(*linear(draws, seed)) for seed in range(12)]
        values = np.array([[worth.value for worth in each] for each in found])
        errors.append(np.abs(values - EACH)[:, :3].mean())
    # Independent draws would halve the error at each step of four times as many; these do it at least as well.
    assert all(after < 0.6 * before for before, after in pairwise(errors)), errors


def test_an_irrelevant_input_earns_nothing() -> None:
    # The hardest case: the options are as good as each other on average, so chance alone could tip the decision.
    inputs = normals(40, 2_048)
    costs = np.array([np.zeros(2_048), 100.0 * inputs[0]])
    relevant, *others = information_on_each(costs, inputs)
    assert relevant.value == pytest.approx(100.0 * loss(0.0), rel=0.01)
    assert all(other.value <= 4 * other.standard_error for other in others)
    assert np.mean([other.value for other in others]) < 0.01 * relevant.value


def test_an_irrelevant_input_earns_nothing_by_independent_draws_either() -> None:
    rng = np.random.default_rng(1)
    costs, inputs = np.array([np.zeros(1_000), 100.0 * rng.normal(size=1_000)]), rng.normal(size=(200, 1_000))
    found = information_on_each(costs, inputs)
    assert all(worth.value <= 4 * worth.standard_error for worth in found)
    assert np.mean([worth.value for worth in found]) < 0.03 * 100.0 * loss(0.0)


def test_an_option_that_is_always_best() -> None:
    inputs = normals(3, 512)
    costs = np.array([inputs[0], inputs[0] + 1.0, inputs[0] + 0.5 + np.exp(inputs[1])])
    assert perfect_information(costs) == NOTHING
    assert information_on_each(costs, inputs) == (NOTHING,) * 3


def test_options_alike_but_for_rounding() -> None:
    inputs = normals(2, 512)
    costs = np.array([0.1 * inputs[0] + 0.2 * inputs[1], 0.2 * inputs[1] + 0.1 * inputs[0] + 0.0])
    costs[1] = (costs[1] + 0.3) - 0.3
    assert perfect_information(costs) == NOTHING


@pytest.mark.parametrize("chance", [0.1, 0.5, 0.8])
def test_a_yes_or_no(chance: float) -> None:
    # By hand: the difference is 20 + 100 (yes - chance) on average, and one takes the second option when it is below
    # 0, which it is on "no" (if at all): worth (1 - chance) x max(0, 100 chance - 20).
    draws = 4_096
    points: Array = qmc.Sobol(2, bits=64, rng=np.random.default_rng(3)).random(draws).T
    yes = (points[0] < chance).astype(float)
    costs = np.array([np.zeros(draws), 20.0 + 100.0 * (yes - chance) + 50.0 * ndtri(points[1])])
    found, constant = information_on_each(costs, np.array([yes, np.full(draws, 7.0)]))
    worth = (1 - chance) * max(0.0, 100.0 * chance - 20.0)
    assert abs(found.value - worth) <= 4 * found.standard_error
    assert found.value == pytest.approx(worth, rel=0.05)
    assert constant == NOTHING


def test_whole_numbers_and_long_tails() -> None:
    # Worked by hand. A month from 0 to 35, all alike likely, at 10 a month around 14: the saving is 10 x the mean of
    # max(0, 14 - month) = 10 x (14 x 15 / 2) / 36. A lognormal at 1 around 3 has the loss of exp(Z) beyond 3, which is
    # exp(1/2) sf(ln 3 - 1) - 3 sf(ln 3). The noise about either is known to nobody.
    draws = 8_192
    points: Array = qmc.Sobol(3, bits=64, rng=np.random.default_rng(4)).random(draws).T
    months, tail, noise = np.floor(36 * points[0]), np.exp(ndtri(points[1])), ndtri(points[2])
    of_months = information_on_each(np.array([np.zeros(draws), 10 * (months - 14) + 40 * noise]), months[None])[0]
    assert of_months.value == pytest.approx(10 * (14 * 15 / 2) / 36, rel=0.03)
    of_tail = information_on_each(np.array([np.zeros(draws), 3 - tail + noise]), tail[None])[0]
    worth = math.exp(0.5) * norm.sf(math.log(3) - 1) - 3 * norm.sf(math.log(3))
    assert of_tail.value == pytest.approx(worth, rel=0.03)


def test_three_options() -> None:
    # By hand: of costs -x, 0 and x with x standard normal, who knows x saves |x|, on average 2 loss(0).
    x, noise = normals(2, 4_096)
    found = information_on_each(np.array([noise - x, noise + 0.001, noise + x + 0.002]), np.array([x, noise]))
    assert found[0].value == pytest.approx(2 * loss(0.0), abs=0.01)
    assert found[1].value <= 4 * found[1].standard_error


def test_one_draw_and_few_draws() -> None:
    costs, one = np.array([[1.0, 3.0], [2.0, 0.0]]), np.ones((1, 1))
    assert perfect_information(costs[:, :1]) == NOTHING
    assert information_on_each(costs[:, :1], one) == (NOTHING,)
    assert perfect_information(costs).value == pytest.approx(0.5)  # by hand: 1 less (1 + 0) / 2
    assert information_on_each(costs, np.array([[0.0, 1.0]])) == (NOTHING,)  # neither draw teaches about the other
    assert information_on_each(costs, np.zeros((0, 2))) == ()


@pytest.mark.parametrize(
    ("costs", "inputs", "words"),
    [
        (np.zeros((1, 4)), np.zeros((2, 4)), "two options or more"),
        (np.zeros(4), np.zeros((2, 4)), "two options or more"),
        (np.zeros((2, 0)), np.zeros((2, 0)), "no draws"),
        (np.array([[0.0, np.nan], [0.0, 0.0]]), np.zeros((2, 2)), "costs must be finite"),
        (np.array([[0.0, np.inf], [0.0, 0.0]]), np.zeros((2, 2)), "costs must be finite"),
        (np.zeros((2, 4)), np.zeros((2, 3)), "a figure per draw"),
        (np.zeros((2, 4)), np.zeros(4), "a figure per draw"),
        (np.zeros((2, 2)), np.array([[0.0, -np.inf]]), "inputs must be finite"),
    ],
)
def test_refusals(costs: Array, inputs: Array, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        information_on_each(costs, inputs)
    if "costs" in words or "options" in words or "draws" in words:
        with pytest.raises(ValueError, match=words):
            perfect_information(costs)


@SAME_EACH_TIME
@given(data=st.data(), options=st.integers(2, 4), draws=st.integers(1, 40))
def test_never_negative_and_never_above_perfect_information(data: st.DataObject, options: int, draws: int) -> None:
    figures = st.integers(-5, 5).map(float) | st.floats(-1e6, 1e6)
    costs = data.draw(arrays.arrays(np.float64, (options, draws), elements=figures))
    inputs = data.draw(arrays.arrays(np.float64, (2, draws), elements=figures))
    most = perfect_information(costs)
    assert most.value >= 0.0
    assert most.standard_error >= 0.0
    for worth in information_on_each(costs, inputs):
        assert 0.0 <= worth.value <= most.value
        assert math.isfinite(worth.standard_error)


@SAME_EACH_TIME
@given(seed=st.integers(0, 10_000), options=st.integers(2, 4), draws=st.integers(2, 200))
def test_what_must_not_matter(seed: int, options: int, draws: int) -> None:
    rng = np.random.default_rng(seed)
    inputs = np.vstack([rng.normal(size=(2, draws)), rng.integers(3, size=(1, draws))])
    costs = rng.normal(size=(options, draws)) + rng.normal(size=(options, 3)) @ inputs
    before = worths(costs, inputs)
    shared = 10.0 * rng.normal(size=draws)
    assert worths(costs + shared, inputs) == pytest.approx(before, abs=1e-9)
    assert worths(rng.permutation(costs), inputs) == pytest.approx(before, abs=1e-9)
    assert worths(2.0 * costs, inputs) == pytest.approx(2.0 * before, rel=1e-12)
    assert worths(costs, 1.8 * inputs + 32.0) == pytest.approx(before, abs=1e-12)  # the unit of an input


def worths(costs: Array, inputs: Array) -> Array:
    """Perfect information and each input: values and standard errors."""
    found = (perfect_information(costs), *information_on_each(costs, inputs))
    return np.array([(worth.value, worth.standard_error) for worth in found])


def test_groups_of_inputs_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = np.vstack([normals(5, 512), np.tile([0.0, 1.0], 256)[None], np.round(normals(2, 512, 1), 1)])
    costs = np.array([np.zeros(512), inputs[0] + inputs[5], inputs[1] + inputs[6]])
    together = information_on_each(costs, inputs)
    monkeypatch.setattr("colocate.analysis.deciding.value_of_information._GROUP", 1)
    alone = information_on_each(costs, inputs)
    assert [each.value for each in alone] == pytest.approx([each.value for each in together])
