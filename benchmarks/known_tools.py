"""The same work done here and by tools that others know: whether the values agree, and how long each takes.

Run: python -m benchmarks.known_tools, in a virtual environment of its own with benchmarks/requirements.txt installed:

    python3 -m venv ../known-tools && ../known-tools/bin/pip install -r benchmarks/requirements.txt
    ../known-tools/bin/python -m benchmarks.known_tools

Tools: SALib and scipy.stats (Sobol indices), numpy-financial and pyxirr (net present value), and OpenTURNS as the open
Monte Carlo tool: it is kept up by a consortium (two releases a year), installs as a wheel without a dependency, works
with numpy 2, draws and evaluates arrays as we do and not case by case, and has Sobol indices as well.

Everything is timed in turn, best of several. "ratio" is the tool's time to ours: above 1 ours is faster. Floors: for
the indices, the evaluations of the function alone; for discounting, one expression in numpy; for the draws, numpy's own
pseudo-random draws of the same ranges.

- Sobol indices of the Ishigami function (a 7, b 0.1), N (k + 2) evaluations with N 1,024, points and analysis timed
  together. Error: root mean square over first and total indices of three factors and over seeds, against the closed
  form. Timed twice: with intervals from 1,000 resamples, and with the fewest the tool takes (none where it can). On the
  very same points ours must be scipy's to rounding; SALib has the same estimators on points of its own.
- Net present value of 8,192 draws of 15 yearly amounts, each draw with its own rate, the first amount at time 0 in all
  three (the default of both tools). Values must agree to 1e-9 before anything is timed.
- The sum of 20 figures, ten triangular and ten PERT, 8,192 draws: mean, 5th and 95th percentile, and their largest
  error over seeds as a part of the exact value. The exact distribution of the sum is OpenTURNS' own
  LinearCombinationDistribution, worked out without draws: that is something it has and we have not.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from importlib.metadata import version

import numpy as np
import numpy_financial
import openturns as ot
import pyxirr
from SALib.analyze import sobol as salib_analyze
from SALib.sample import sobol as salib_sample
from scipy import stats

from benchmarks.timing import Task, best_in_turn, machine, written
from colocate.analysis.uncertainty.sobol_indices import indices
from colocate.draws import sampling
from colocate.model.finance import present_value
from colocate.quantity import Array, Quantity

TOOLS = ("SALib", "numpy-financial", "pyxirr", "openturns")
REPEATS = 7
SEEDS = range(1, 17)
CLOSE = 1e-9

A, B = 7.0, 0.1
BASE = 1024
FACTORS = 3
RESAMPLES = 1000
PROBLEM = {"num_vars": FACTORS, "names": ["x1", "x2", "x3"], "bounds": [[-math.pi, math.pi]] * FACTORS}

DRAWS = 8192
YEARS = 15

Estimate = Callable[[int, int], Array]
"""From a seed and a number of resamples to first indices, then total ones."""


def main() -> None:
    """Print the three tables."""
    print(f"{machine()}, " + ", ".join(f"{tool} {version(tool)}" for tool in TOOLS) + f"; best of {REPEATS}, in ms")
    print_indices()
    print_present_values()
    print_draws()


# ---------------------------------------------------------------- Sobol indices


def print_indices() -> None:
    """Compare Sobol indices of the Ishigami function."""
    exact = closed_form()
    tools: dict[str, Estimate] = {
        "ours": our_indices,
        "scipy.stats.sobol_indices": scipy_indices,
        "SALib": salib_indices,
        "OpenTURNS, Monte Carlo": lambda seed, resamples: openturns_indices(seed, resamples, "MonteCarlo"),
        "OpenTURNS, QMC (one point set)": lambda seed, resamples: openturns_indices(seed, resamples, "QMC"),
    }
    ours = our_indices(1, 2)
    assert np.allclose(ours, scipy_indices(1, 0), rtol=0, atol=1e-12)
    errors = {name: estimate_errors(tool, exact) for name, tool in tools.items()}
    points = np.random.default_rng(0).uniform(-math.pi, math.pi, (BASE * (FACTORS + 2), FACTORS))
    tasks = {"floor": Task(lambda: ishigami(points))}
    tasks |= {f"{name} alone": Task(lambda tool=tool: tool(1, 0)) for name, tool in tools.items()}
    tasks |= {f"{name} intervals": Task(lambda tool=tool: tool(1, RESAMPLES)) for name, tool in tools.items()}
    best = best_in_turn(tasks, REPEATS)
    print(f"\nSobol indices of Ishigami, {BASE * (FACTORS + 2):,} evaluations (alone: {written(best['floor'])} ms)")
    print(f"{'tool':<34}{'alone':>9}{'ratio':>8}{'intervals':>11}{'ratio':>8}{'error':>9}{'worst':>9}{'from ours':>11}")
    for name, tool in tools.items():
        alone, intervals = best[f"{name} alone"], best[f"{name} intervals"]
        print(
            f"{name:<34}{written(alone):>9}{alone / best['ours alone']:>8.2f}"
            f"{written(intervals):>11}{intervals / best['ours intervals']:>8.2f}"
            f"{rms(errors[name]):>9.4f}{np.abs(errors[name]).max():>9.4f}{np.abs(tool(1, 0) - ours).max():>11.1e}"
        )


def ishigami(points: Array) -> Array:
    """Give the Ishigami function at points of shape `(n, 3)`, from minus pi to pi."""
    x = points.T
    values: Array = np.sin(x[0]) + A * np.sin(x[1]) ** 2 + B * x[2] ** 4 * np.sin(x[0])
    return values


def closed_form() -> Array:
    """Give the first and total indices of the Ishigami function (Ishigami and Homma 1990)."""
    alone = np.array([0.5 * (1 + B * math.pi**4 / 5) ** 2, A**2 / 8, 0.0])
    together = 8 * B**2 * math.pi**8 / 225  # of the first and the third
    total = alone + np.array([together, 0.0, together])
    return np.concatenate([alone, total]) / (alone.sum() + together)


def our_indices(seed: int, resamples: int) -> Array:
    """Ours: intervals are always there, from two resamples at least."""
    found = indices(
        lambda unit: ishigami(math.pi * (2.0 * unit - 1.0)),
        [[0], [1], [2]],
        FACTORS,
        BASE,
        seed,
        resamples=max(resamples, 2),
    )
    return np.array([index.first for index in found] + [index.total for index in found])


def scipy_indices(seed: int, resamples: int) -> Array:
    """By scipy; its bootstrap is a Python loop over resamples."""
    ranges = [stats.uniform(-math.pi, 2.0 * math.pi)] * FACTORS
    found = stats.sobol_indices(func=lambda x: ishigami(x.T), n=BASE, dists=ranges, rng=np.random.default_rng(seed))
    if resamples:
        found.bootstrap(n_resamples=resamples)
    return np.concatenate([found.first_order, found.total_order])


def salib_indices(seed: int, resamples: int) -> Array:
    """By SALib; its intervals are always there, from two resamples at least."""
    points = salib_sample.sample(PROBLEM, BASE, calc_second_order=False, seed=seed)
    values = ishigami(points)
    found = salib_analyze.analyze(PROBLEM, values, calc_second_order=False, num_resamples=max(resamples, 2), seed=seed)
    return np.concatenate([found["S1"], found["ST"]])


def openturns_indices(seed: int, resamples: int, method: str) -> Array:
    """By OpenTURNS; its QMC points are not randomised, so they are the same for every seed."""
    ot.RandomGenerator.SetSeed(seed)
    ot.ResourceMap.SetAsString("SobolIndicesExperiment-SamplingMethod", method)
    ranges = ot.JointDistribution([ot.Uniform(-math.pi, math.pi)] * FACTORS)
    points = ot.SobolIndicesExperiment(ranges, BASE, False).generate()
    values = ot.Sample(ishigami(np.asarray(points))[:, None])
    found = ot.SaltelliSensitivityAlgorithm(points, values, BASE)
    estimates = np.concatenate([found.getFirstOrderIndices(), found.getTotalOrderIndices()])
    if resamples:
        found.setBootstrapSize(resamples)
        found.getFirstOrderIndicesInterval()
        found.getTotalOrderIndicesInterval()
    return estimates


def estimate_errors(tool: Estimate, exact: Array) -> Array:
    """Give what estimates differ from the closed form, shape `(seeds, 6)`."""
    return np.array([tool(seed, 0) - exact for seed in SEEDS])


# ---------------------------------------------------------------- net present value


def print_present_values() -> None:
    """Compare the net present value of many draws."""
    rng = np.random.default_rng(1)
    amounts, rates = rng.normal(1e5, 3e4, (YEARS, DRAWS)), rng.uniform(0.03, 0.08, DRAWS)
    rows, singles = np.ascontiguousarray(amounts.T), rates.tolist()
    lists = rows.tolist()
    times = np.arange(float(YEARS))[:, None]
    tools: dict[str, Callable[[], object]] = {
        "ours": lambda: present_value(amounts, rates),
        "one numpy expression": lambda: (amounts / (1.0 + rates) ** times).sum(axis=0),
        "numpy_financial.npv, a call a draw": lambda: [
            numpy_financial.npv(rate, row) for rate, row in zip(singles, rows, strict=True)
        ],
        "pyxirr.npv, a call a draw": lambda: [pyxirr.npv(rate, row) for rate, row in zip(singles, rows, strict=True)],
        "pyxirr.npv, a call a draw, on lists": lambda: [
            pyxirr.npv(rate, row) for rate, row in zip(singles, lists, strict=True)
        ],
    }
    ours = np.asarray(present_value(amounts, rates))
    differences = {name: float(np.abs(np.asarray(tool()) / ours - 1.0).max()) for name, tool in tools.items()}
    assert max(differences.values()) < CLOSE, differences
    best = best_in_turn({name: Task(tool) for name, tool in tools.items()}, REPEATS)
    print(f"\nnet present value, {DRAWS:,} draws of {YEARS} years, each with its own rate")
    print(f"{'tool':<38}{'best':>9}{'ratio':>8}{'from ours, as a part':>22}")
    for name in tools:
        print(f"{name:<38}{written(best[name]):>9}{best[name] / best['ours']:>8.2f}{differences[name]:>22.1e}")


# ---------------------------------------------------------------- draws of a sum


def print_draws() -> None:
    """Compare the sum of triangular and PERT figures over draws."""
    ranges = figures()
    tools: dict[str, Callable[[int], Array]] = {
        "ours, inverses kept": lambda seed: our_sum(ranges, seed),
        "ours, nothing kept": lambda seed: our_sum(ranges, seed),
        "numpy, pseudo-random": lambda seed: numpy_sum(ranges, seed),
        "OpenTURNS, pseudo-random": lambda seed: openturns_sum(ranges, seed, scattered),
        "OpenTURNS, Sobol sequence": lambda seed: openturns_sum(ranges, seed, low_discrepancy),
    }
    exact_sum = ot.LinearCombinationDistribution([openturns_range(one) for one in ranges])
    exact = np.array([exact_sum.getMean()[0], *(exact_sum.computeQuantile(part)[0] for part in (0.05, 0.95))])
    values = {name: np.array([summary(tool(seed)) for seed in SEEDS]) for name, tool in tools.items()}
    before = {"ours, nothing kept": sampling._pert_inverse.cache_clear}
    best = best_in_turn(
        {
            name: Task(lambda tool=tool: tool(1), before.get(name, lambda: our_sum(ranges, 1)))
            for name, tool in tools.items()
        },
        REPEATS,
    )
    print(f"\nsum of {len(ranges)} triangular and PERT figures, {DRAWS:,} draws")
    print(
        f"{'tool':<34}{'best':>9}{'ratio':>8}{'mean':>10}{'5 %':>10}{'95 %':>10}{'error of mean':>15}{'of 5, 95 %':>12}"
    )
    for name, found in values.items():
        errors = np.abs(found / exact - 1.0).max(axis=0)
        print(
            f"{name:<34}{written(best[name]):>9}{best[name] / best['ours, inverses kept']:>8.2f}"
            f"{found[0, 0]:>10.2f}{found[0, 1]:>10.2f}{found[0, 2]:>10.2f}{errors[0]:>15.1e}{errors[1:].max():>12.1e}"
        )
    print(f"{'exact (OpenTURNS, without draws)':<51}{exact[0]:>10.2f}{exact[1]:>10.2f}{exact[2]:>10.2f}")


def figures() -> list[Quantity]:
    """Give twenty ranges of different widths and leanings."""
    found = []
    for number in range(20):
        low, width, mode = 10.0 + number, 5.0 + 2.0 * number, (number % 5 + 0.5) / 5.5
        found.append(
            Quantity(
                path=f"figure {number}",
                label=f"Figure {number}",
                value=low + mode * width,
                unit="USD",
                low=low,
                high=low + width,
                shape="pert" if number % 2 else "triangular",
                source="assumed here",
                quality="assumed",
            )
        )
    return found


def our_sum(ranges: list[Quantity], seed: int) -> Array:
    """Draw and add up as a case does, the sequence made anew."""
    points = sampling._points(len(ranges), DRAWS, seed)
    total: Array = np.zeros(DRAWS)
    for one, row in zip(ranges, points, strict=True):
        total += sampling.values_at(one, row)
    return total


def numpy_sum(ranges: list[Quantity], seed: int) -> Array:
    """Draw by numpy's generator: the floor of pseudo-random drawing."""
    rng = np.random.default_rng(seed)
    total: Array = np.zeros(DRAWS)
    for one in ranges:
        if one.shape == "triangular":
            total += rng.triangular(one.low, one.value, one.high, DRAWS)
        else:
            first, second = pert_shapes(one)
            total += one.low + (one.high - one.low) * rng.beta(first, second, DRAWS)
    return total


def openturns_sum(
    ranges: list[Quantity], seed: int, experiment: Callable[[ot.JointDistribution], ot.WeightedExperiment]
) -> Array:
    """Draw and add up by OpenTURNS, through its own arrays."""
    ot.RandomGenerator.SetSeed(seed)
    joint = ot.JointDistribution([openturns_range(one) for one in ranges])
    total: Array = np.asarray(experiment(joint).generate()).sum(axis=1)
    return total


def scattered(joint: ot.JointDistribution) -> ot.WeightedExperiment:
    """Draw pseudo-random points."""
    return ot.MonteCarloExperiment(joint, DRAWS)


def low_discrepancy(joint: ot.JointDistribution) -> ot.WeightedExperiment:
    """Draw points of a Sobol sequence, shifted at random by the seed."""
    experiment = ot.LowDiscrepancyExperiment(ot.SobolSequence(), joint, DRAWS)
    experiment.setRandomize(True)
    return experiment


def openturns_range(one: Quantity) -> ot.Distribution:
    """Give a range as OpenTURNS writes it; PERT is its beta distribution."""
    if one.shape == "triangular":
        return ot.Triangular(one.low, one.value, one.high)
    return ot.Beta(*pert_shapes(one), one.low, one.high)


def pert_shapes(one: Quantity) -> tuple[float, float]:
    """Give the two shapes of the beta distribution of a PERT range."""
    mode = (one.value - one.low) / (one.high - one.low)
    return 1.0 + 4.0 * mode, 5.0 - 4.0 * mode


def summary(draws: Array) -> Array:
    """Give mean, 5th and 95th percentile."""
    return np.array([draws.mean(), *np.quantile(draws, (0.05, 0.95))])


def rms(values: Array) -> float:
    """Give the root of the mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


if __name__ == "__main__":
    main()
