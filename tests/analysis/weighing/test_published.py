"""Weighing against published figures. Each names where they were seen; papers that were not seen are not claimed.

The stochastic ones give shares of 10,000 runs with two to four decimals, so ours, of many more, must come within what
chance and rounding allow them.
"""

from __future__ import annotations

import numpy as np
import pytest

from colocate.analysis.weighing.acceptability import Acceptability, acceptability, share_first
from colocate.analysis.weighing.flips import flips
from colocate.analysis.weighing.judgements import judged
from colocate.analysis.weighing.weights import all_weights, from_swings, ordered_weights
from colocate.quantity import Array
from tests.analysis.weighing.examples import table_of

MANY = 2**17
THEIRS = 10_000


def chance(share: float, runs: int = THEIRS) -> float:
    """Four standard errors of a published share."""
    return 4 * float(np.sqrt(max(share * (1 - share), 1e-4) / runs))


def on_scale(measures: Array, worst: Array, best: Array) -> Array:
    """Values from 0 to 100, straight between the ends; shape (options, criteria, draws)."""
    return 100.0 * (measures - worst[:, None]) / (best - worst)[:, None]


# ---- Antidepressants: 4 options, 6 criteria, normal and lognormal measurements, no preferences.
# The software JSMAA pins the results in its own tests (github.com/tommite/jsmaa, SMAA2SimulationTest.java, method
# testCorrectResultsWithBRModel): rank acceptability and central weights to 2 decimals, confidence factors too.

ANTIDEPRESSANTS_MEAN = [
    [0, 11.7, 7.2, 16.6, 13.7, 18.6],
    [0.086, 9.2, 10.6, 21.2, 14.3, 18.3],
    [0.095, 15.4, 7.5, 20.2, 15.0, 19.5],
    [0.113, 5.5, 15.7, 12.8, 11.2, 31.0],
]
ANTIDEPRESSANTS_SPREAD = [
    [0, 2.5, 1.45, 3.27, 1.89, 1.79],
    [0.056, 1.86, 1.58, 5.15, 2.93, 3.7],
    [0.044, 2.65, 1.48, 3.78, 3.21, 2.6],
    [0.048, 2.32, 4.44, 2.45, 3.98, 1.68],
]
ANTIDEPRESSANTS_RANKS = [
    [0.20, 0.28, 0.30, 0.22],
    [0.25, 0.29, 0.27, 0.19],
    [0.17, 0.25, 0.29, 0.30],
    [0.39, 0.18, 0.15, 0.29],
]
ANTIDEPRESSANTS_CENTRAL = [
    [0.08, 0.14, 0.23, 0.18, 0.16, 0.22],
    [0.18, 0.17, 0.15, 0.13, 0.15, 0.22],
    [0.21, 0.10, 0.22, 0.13, 0.15, 0.20],
    [0.18, 0.21, 0.12, 0.21, 0.19, 0.09],
]
ANTIDEPRESSANTS_CONFIDENCE = [0.48, 0.44, 0.34, 0.74]


def antidepressants() -> Array:
    """Efficacy is lognormal and better when higher, the five side effects normal and better when lower.

    The scale of each criterion spans the 95 % intervals of all options.
    """
    mean, spread = np.array(ANTIDEPRESSANTS_MEAN), np.array(ANTIDEPRESSANTS_SPREAD)
    drawn = mean[:, :, None] + spread[:, :, None] * np.random.default_rng(4).standard_normal((4, 6, 2**15))
    low, high = (mean - 1.96 * spread).min(axis=0), (mean + 1.96 * spread).max(axis=0)
    drawn[:, 0], low[0], high[0] = np.exp(drawn[:, 0]), np.exp(low[0]), np.exp(high[0])
    worst, best = high.copy(), low.copy()
    worst[0], best[0] = low[0], high[0]
    return on_scale(drawn, worst, best)


@pytest.fixture(scope="module")
def antidepressants_found() -> Acceptability:
    return acceptability(antidepressants(), all_weights(MANY, 6, 4))


def test_rank_acceptability_of_the_antidepressants(antidepressants_found: Acceptability) -> None:
    for ours, theirs in zip(antidepressants_found.ranks, ANTIDEPRESSANTS_RANKS, strict=True):
        for one, published in zip(ours.tolist(), theirs, strict=True):
            assert one == pytest.approx(published, abs=0.005 + chance(published))


def test_central_weights_of_the_antidepressants(antidepressants_found: Acceptability) -> None:
    for ours, theirs in zip(antidepressants_found.central_weights, ANTIDEPRESSANTS_CENTRAL, strict=True):
        assert ours == pytest.approx(theirs, abs=0.012)


def test_confidence_of_the_antidepressants(antidepressants_found: Acceptability) -> None:
    for ours, theirs in zip(antidepressants_found.confidence, ANTIDEPRESSANTS_CONFIDENCE, strict=True):
        assert ours == pytest.approx(theirs, abs=0.005 + chance(theirs))


# ---- Heparin and Enoxaparin: 2 options, 3 criteria, beta measurements. Two printed runs of 10,000 each, in
# github.com/drugis/mcda-elicitation-web, R/test/thrombo.R (commits fab96f3d and 2c42accb; inputs in
# examples/thrombolytics.json), and a third in the example output of the R package smaa
# (github.com/gertvv/rsmaa, smaa/tests/Examples/smaa-Ex.Rout.save).

PROXIMAL, DISTAL, BLEEDING = 0, 1, 2
BETA = {"heparin": [(20, 116), (40, 96), (1, 135)], "enoxaparin": [(8, 121), (32, 97), (5, 124)]}


@pytest.fixture(scope="module")
def thrombolytics() -> Array:
    rng = np.random.default_rng(9)
    drawn = np.array([[rng.beta(*one, size=2**15) for one in row] for row in BETA.values()])
    return on_scale(drawn, np.array([0.25, 0.40, 0.10]), np.array([0.0, 0.15, 0.0]))


@pytest.mark.parametrize("published", [0.3464, 0.3381, 0.3504])
def test_first_rank_of_heparin_over_all_weights(thrombolytics: Array, published: float) -> None:
    found = acceptability(thrombolytics, all_weights(MANY, 3, 1))
    assert found.first[0] == pytest.approx(published, abs=chance(published))
    centres = [[0.1923, 0.2728, 0.5349], [0.4055, 0.3649, 0.2296]]
    for ours, theirs in zip(found.central_weights, centres, strict=True):
        assert ours == pytest.approx(theirs, abs=0.012)


@pytest.mark.parametrize("published", [0.1311, 0.1369])
def test_first_rank_of_heparin_with_an_order_only(thrombolytics: Array, published: float) -> None:
    """Proximal thrombosis counts most, then bleeding, then distal thrombosis."""
    found = acceptability(thrombolytics, ordered_weights(MANY, [(PROXIMAL,), (BLEEDING,), (DISTAL,)], 1))
    assert found.first[0] == pytest.approx(published, abs=chance(published))
    centres = [[0.5300, 0.1196, 0.3504], [0.6238, 0.1106, 0.2656]]
    for ours, theirs in zip(found.central_weights, centres, strict=True):
        assert ours == pytest.approx(theirs, abs=0.008)


@pytest.mark.parametrize(
    ("central", "option", "published"),
    [
        ([0.1865097, 0.2772205, 0.5362698], 0, 0.6682),
        ([0.4073100, 0.3641477, 0.2285423], 1, 0.8956),
        ([0.5300465, 0.1195890, 0.3503645], 0, 0.1817),
        ([0.6238480, 0.1105783, 0.2655737], 1, 0.9218),
    ],
)
def test_confidence_at_the_published_central_weights(
    thrombolytics: Array, central: list[float], option: int, published: float
) -> None:
    assert share_first(thrombolytics, np.array(central))[option] == pytest.approx(published, abs=chance(published))


@pytest.mark.parametrize(("swings", "published"), [([4, 1, 2], 0.1063), ([4, 1, 2], 0.1049), ([5, 2, 3], 0.1279)])
def test_first_rank_of_heparin_at_fixed_swings(thrombolytics: Array, swings: list[float], published: float) -> None:
    weights = from_swings(dict(zip("pdb", swings, strict=True)), "pdb")
    assert share_first(thrombolytics, weights)[0] == pytest.approx(published, abs=chance(published))


# ---- A dominated option: never first, so nothing can be said of its weights. Same repository,
# tmp/smaa-request.json and test/fixtures/smaa-plumber-response.json.


def test_an_option_never_first_under_an_order_has_no_central_weights() -> None:
    """Survival, severe and moderate toxicity of a new treatment and a control; severe counts most, then survival."""
    measures = np.array([[0.60, 0.60, 0.35], [0.50, 0.20, 0.05]])[:, :, None]
    values = on_scale(measures, np.array([0.45, 0.8, 0.4]), np.array([0.65, 0.0, 0.0]))
    assert values[:, :, 0] == pytest.approx(np.array([[75, 25, 12.5], [25, 75, 87.5]]))
    found = acceptability(values, ordered_weights(MANY, [(1,), (0,), (2,)], 1))
    assert found.first == (0.0, 1.0)
    assert (found.central_weights[0], found.confidence) == (None, (None, 1.0))
    assert found.central_weights[1] == pytest.approx([0.2793379184, 0.6085854056, 0.112076676], abs=0.006)


# ---- Additive value at equal weights: placebo, fluoxetine and venlafaxine. Same repository, examples/nemeroff.json
# (titled after Tervonen and others, Statistics in Medicine, 2011) and test/endToEnd/deterministicResultsTest.ts.


def test_additive_values_and_their_parts_at_equal_weights() -> None:
    measures = np.array(
        [
            [37 / 101, 8 / 102, 14 / 102, 1 / 102],
            [45 / 100, 22 / 102, 15 / 102, 7 / 102],
            [51 / 96, 40 / 100, 22 / 100, 10 / 100],
        ]
    )
    worst, best = np.array([0.28, 0.50, 0.31, 0.17]), np.array([0.63, 0.04, 0.08, 0.0])
    values = on_scale(measures[:, :, None], worst, best)[:, :, 0]
    found = judged(table_of(values.tolist()), "Equal", {"money": 1, "access": 1, "mandate": 1, "government": 1})
    placebo, fluoxetine, venlafaxine = found.totals.tolist()
    assert round(placebo / 100, 3) == 0.714
    assert round(float(found.parts[0, 0]) / 100, 4) == 0.0617
    assert round((placebo - fluoxetine) / 100, 3) == 0.112
    assert round((placebo - venlafaxine) / 100, 2) == 0.28


# ---- Swing weights for the choice of an office: Goodwin and Wright, Decision Analysis for Management Judgment,
# chapter 3. Seen on pages 43 to 48: the swings of closeness (100) and visibility (80), the weights 32, 26, 23, 10, 6
# and 3, the values and total of Addison Square, the benefits of Elton Street with all and with none of the weight on
# turnover, and the weight of turnover at which the two are equal. The other offices' values were not seen.

ATTRIBUTES = ("closeness", "visibility", "image", "size", "comfort", "parking")
WEIGHTS = {"closeness": 32, "visibility": 26, "image": 23, "size": 10, "comfort": 6, "parking": 3}
ADDISON = [100, 60, 100, 75, 0, 90]
NOWHERE = [0] * 6


def test_the_office_at_addison_square_has_80_8_points() -> None:
    found = judged(table_of([ADDISON, NOWHERE], *ATTRIBUTES), "Owner", WEIGHTS)
    assert (100 * found.weights).tolist() == pytest.approx([32, 26, 23, 10, 6, 3])
    assert (100 * found.parts[0]).tolist() == pytest.approx([3200, 1560, 2300, 750, 0, 270])
    assert float(found.totals[0]) == pytest.approx(80.8)


def test_the_weight_of_turnover_at_which_elton_street_gives_way_is_52_1() -> None:
    """Turnover is closeness, visibility and image (100, 80, 70), working conditions the rest (30, 20, 10)."""
    closeness, visibility, image, size, comfort, parking = ADDISON
    turnover = (100 * closeness + 80 * visibility + 70 * image) / 250
    conditions = (30 * size + 20 * comfort + 10 * parking) / 60
    elton = [60.4, 81.7]
    found = flips(
        np.array([[turnover, conditions], elton]),
        np.array([0.81, 0.19]),
        ("turnover", "conditions"),
        ("Addison", "Elton"),
    )[0]
    assert [one.option for one in found.stretches] == ["Elton", "Addison"]
    assert found.below is not None
    assert round(100 * found.below, 1) == pytest.approx(52.1, abs=0.1)
