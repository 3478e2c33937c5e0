"""Sensitivity indices against functions whose variance is known in closed form."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from scipy.stats import binom

from colocate.analysis.uncertainty.sobol_indices import Index, indices
from colocate.quantity import Array

ZERO = Index(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def ishigami(points: Array) -> Array:
    """sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on -pi to pi."""
    x1, x2, x3 = math.pi * (2 * points.T - 1)
    value: Array = np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1)
    return value


# Variances of the Ishigami function with a = 7 and b = 0.1: V = 1/2 + a^2/8 + b^2 pi^8/18 + b pi^4/5, V1 = 1/2 (1 +
# b pi^4/5)^2, V2 = a^2/8, V13 = 8 b^2 pi^8/225, the others 0. Read at
# https://openturns.github.io/openturns/1.16/usecases/use_case_ishigami.html
A, B = 7.0, 0.1
V1, V2, V13 = 0.5 * (1 + B * math.pi**4 / 5) ** 2, A**2 / 8, 8 * B**2 * math.pi**8 / 225
V = 0.5 + A**2 / 8 + B**2 * math.pi**8 / 18 + B * math.pi**4 / 5
ISHIGAMI = (np.array([V1, V2, 0.0]) / V, np.array([V1 + V13, V2, V13]) / V)

COEFFICIENTS = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0])


def sobol_g(points: Array) -> Array:
    """The product of (|4 x - 2| + a) / (1 + a)."""
    value: Array = np.prod((np.abs(4 * points - 2) + COEFFICIENTS) / (1 + COEFFICIENTS), axis=1)
    return value


# Of the G function each Vi = 1 / (3 (1 + ai)^2), V = product of (1 + Vj) less 1, and the total variance of a column is
# Vi x product of (1 + Vj) over the others. Read in SALib, src/SALib/test_functions/Sobol_G.py, commit 0d8bae5, which
# lists the first-order indices 0.7165, 0.1791, 0.0237, 0.0072 and 0.0001 of these coefficients.
EACH = 1 / (3 * (1 + COEFFICIENTS) ** 2)
SOBOL_G = (EACH / (np.prod(1 + EACH) - 1), EACH * np.prod(1 + EACH) / (1 + EACH) / (np.prod(1 + EACH) - 1))

KNOWN = {"Ishigami": (ishigami, 3, *ISHIGAMI), "G": (sobol_g, 8, *SOBOL_G)}


def alone(dimensions: int) -> list[list[int]]:
    return [[column] for column in range(dimensions)]


def test_the_closed_forms_themselves() -> None:
    assert pytest.approx(V) == V1 + V2 + V13
    listed = [0.7165, 0.1791, 0.0237, 0.0072, 0.0001, 0.0001, 0.0001, 0.0001]
    assert SOBOL_G[0] == pytest.approx(listed, abs=5e-4)  # the listed ones are estimates: exact are 0.7162 and 0.1790
    # 0.3138, 0.4424, 0 and 0.558, 0.442, 0.244 for the Ishigami function of these coefficients:
    # https://pytorch.org/botorch/api/_modules/botorch/test_functions/sensitivity_analysis.html
    assert ISHIGAMI[0] == pytest.approx([0.3138, 0.4424, 0.0], abs=2e-4)
    assert ISHIGAMI[1] == pytest.approx([0.558, 0.442, 0.244], abs=1e-3)


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.slow
def test_intervals_hold_the_closed_form(name: str) -> None:
    # A 95 % interval may miss 1 time in 20, so no single one can be asked for. Over 16 seeds and all factors, first
    # and total, the misses must stay below what 1 in 20 gives but once in 1,000 (taking them as independent).
    function, dimensions, first, total = KNOWN[name]
    misses = trials = 0
    for seed in range(16):
        found = indices(function, alone(dimensions), dimensions, 1024, seed)
        misses += sum(not each.first_low <= true <= each.first_high for each, true in zip(found, first, strict=True))
        misses += sum(not each.total_low <= true <= each.total_high for each, true in zip(found, total, strict=True))
        trials += 2 * dimensions
        # The intervals are of use: the widest spans a fifth of the variance or so, not all of it.
        assert max(each.total_high - each.total_low for each in found) < 0.3
    assert misses <= binom.ppf(0.999, trials, 0.05), (misses, trials)


@pytest.mark.slow
@pytest.mark.parametrize("name", KNOWN)
def test_errors_shrink_as_the_base_doubles(name: str) -> None:
    function, dimensions, first, total = KNOWN[name]
    errors = []
    for base in (256, 512, 1024, 2048, 4096):
        found = [indices(function, alone(dimensions), dimensions, base, seed, resamples=2) for seed in range(12)]
        values = np.array([[(each.first, each.total) for each in one] for one in found])
        errors.append(np.abs(values - np.column_stack([first, total])).mean(axis=(0, 1)))
    means = np.array(errors)
    assert np.all(np.diff(means, axis=0) < 0), means  # at every doubling, first and total alike
    assert np.all(means[-1] < means[0] / 8), means  # independent points would give a quarter after four doublings


def test_columns_that_move_together() -> None:
    # {x1, x3} explains alone V1 + V13 (V3 is 0); with x2 it has no interaction, so its total is the same.
    pair, rest = indices(ishigami, [[0, 2], [1]], 3, 4096, 0)
    for index, share in ((pair, (V1 + V13) / V), (rest, V2 / V)):
        assert index.first_low <= share <= index.first_high
        assert index.total_low <= share <= index.total_high
        assert index.first == pytest.approx(share, abs=0.01)
        assert index.total == pytest.approx(share, abs=0.01)
    # In the order asked for, and whatever the order of columns in a factor.
    assert indices(ishigami, [[1], [2, 0]], 3, 4096, 0)[1].first == pytest.approx(pair.first)


def test_one_factor_is_everything() -> None:
    (everything,) = indices(ishigami, [[0, 1, 2]], 3, 4096, 0)
    assert everything.first == pytest.approx(1.0, abs=0.03)
    assert everything.total == pytest.approx(1.0, abs=0.03)
    assert everything.first_low <= everything.first <= everything.first_high


def test_many_factors_and_one_that_does_nothing() -> None:
    # By hand: a sum of j x uj has shares j^2 / (1 + 4 + ... + 81); no interactions, so first and total are alike.
    weights = np.arange(10.0)
    found = indices(lambda points: points @ weights, alone(10), 10, 1024, 5)
    shares = weights**2 / np.sum(weights**2)
    assert [each.first for each in found] == pytest.approx(shares.tolist(), abs=0.02)
    assert [each.total for each in found] == pytest.approx(shares.tolist(), abs=0.02)
    assert found[0] == ZERO


def test_unit_and_zero_of_the_results_do_not_matter() -> None:
    plain = indices(ishigami, alone(3), 3, 256, 0)
    other = indices(lambda points: 1e6 + 1_000 * ishigami(points), alone(3), 3, 256, 0)
    for before, after in zip(plain, other, strict=True):
        assert [after.first, after.first_low, after.total, after.total_high] == pytest.approx(
            [before.first, before.first_low, before.total, before.total_high], abs=1e-9
        )


@pytest.mark.parametrize("value", [0.0, 0.1, -1e9])
def test_a_function_of_no_variance(value: float) -> None:
    assert indices(lambda points: np.full(len(points), value), alone(2), 2, 64, 0) == (ZERO, ZERO)
    assert indices(lambda points: value + 1e-16 * value * points[:, 0], alone(2), 2, 64, 0) == (ZERO, ZERO)


def test_hardly_ever_anything_but_one_value() -> None:
    # Most resamples of 8 rows miss the row that differs and have no variance at all: no NaN.
    def rare(points: Array) -> Array:
        return np.where(np.arange(len(points)) == 3, points[:, 0], 0.0)

    for index in indices(rare, alone(2), 2, 8, 0):
        assert all(math.isfinite(share) for share in vars(index).values())


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    assert indices(ishigami, alone(3), 3, 64, 0) == indices(ishigami, alone(3), 3, 64, 0)
    assert indices(ishigami, alone(3), 3, 64, 0) != indices(ishigami, alone(3), 3, 64, 1)


def test_points_are_inside_the_cube_and_may_be_worked_on_in_place() -> None:
    seen: list[Array] = []

    def spoiling(points: Array) -> Array:
        seen.append(points.copy())
        results = ishigami(points)
        points[:] = np.nan
        return results

    assert indices(spoiling, [[0], [1, 2]], 3, 128, 0) == indices(ishigami, [[0], [1, 2]], 3, 128, 0)
    a, b, first, second = seen
    assert all(points.min() > 0.0 and points.max() < 1.0 for points in seen)
    assert np.array_equal(first, np.column_stack([b[:, 0], a[:, 1:]]))
    assert np.array_equal(second, np.column_stack([a[:, 0], b[:, 1:]]))


def test_progress_is_told_and_can_cancel() -> None:
    told: list[float] = []
    indices(ishigami, alone(3), 3, 16, 0, progress=told.append)
    assert told == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])

    calls: list[float] = []

    def cancelling(done: float) -> None:
        calls.append(done)
        if done > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        indices(ishigami, alone(3), 3, 16, 0, progress=cancelling)
    assert calls == pytest.approx([0.2, 0.4, 0.6])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"factors": [[0], [1]]}, "exactly one factor"),
        ({"factors": [[0], [1, 2], [2]]}, "exactly one factor"),
        ({"factors": [[0], [1, 2, 3]]}, "exactly one factor"),
        ({"factors": [], "dimensions": 0}, "exactly one factor"),
        ({"factors": [[0, 1, 2], []]}, "no columns"),
        ({"base": 100}, "power of two"),
        ({"base": 1}, "power of two"),
        ({"base": 0}, "power of two"),
        ({"seed": -1}, "seed"),
        ({"resamples": 1}, "two resamples"),
        ({"function": lambda points: points}, "one per point"),
        ({"function": lambda points: np.log(points[:, 0] - points[:, 0].min())}, "finite"),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_refusals(changed: dict[str, object], words: str) -> None:
    asked: dict[str, object] = {"function": ishigami, "factors": alone(3), "dimensions": 3, "base": 16, "seed": 0}
    call: Callable[..., object] = indices
    with pytest.raises(ValueError, match=words):
        call(**(asked | changed))
