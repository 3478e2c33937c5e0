"""How long evaluating the Hanoi case over draws takes, as ratios to the drawing alone and to a plain loop over draws.

Run: python -m benchmarks.draws (about two minutes; memory is read as Linux gives it). Nothing more to install.

Floors, each taken in turn with what is measured against it, best of several:

- The drawing: the evaluation against the time in which its 8,192 draws are made, once from nothing kept and once with
  the prepared inverses of the ranges kept, as when only the seed changes. At most 3 times; 1.5 is the aim.
- A loop over draws in plain Python: the independent second implementation under tests/reference, which knows the money
  in the cash view alone, with each draw's figures written into a copy of the case's document as fixed ones. Its values
  are compared with ours first. The copies are made before and not timed. At least 200 times.
- Memory: the peak of a process of its own that evaluates the most draws, beside one that only loads the case. Below
  1 GB.
- A large case (`data/headquarters.toml`, 50 years): 8,192 draws in a process of its own, below 3 seconds and 1 GB, with
  blocks of the size that the model chooses for it and, beside that, of the size that small cases have.
- Draws: the time of a draw for few draws and for many; linear where it stays the same.
- Variance shares: the bare model at as many columns as they ask for, a block of columns after the other.
- Value of information: the least-squares pass itself, moments and fitted curves, without the order of the draws, the
  division into parts, or the decision; and sorting every figure, which the ranks need.
"""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

import colocate
from benchmarks.timing import Task, best_in_turn, machine, written
from colocate.analysis.deciding import value_of_information as information
from colocate.analysis.uncertainty import sensitivity
from colocate.analysis.uncertainty.odds import costs_of, leading_pair
from colocate.case import Case
from colocate.draws import sampling
from colocate.model import evaluate as model
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE
from colocate.quantity import Array
from tests.reference import present_values

ROOT = Path(__file__).parents[1]
PATH = ROOT / "data" / "hanoi.toml"
DRAWS = sampling.KEPT_DRAWS
SIZES = (1024, 4096, 16_384, 65_536, sampling.MOST_DRAWS)
REPEATS = 7
FEW_REPEATS = 3
LOOP_SECONDS = 10.0
LOOP_LEAST = 32
CLOSE = 1e-9
FACTORS = 30

LARGE = ROOT / "data" / "headquarters.toml"
LARGE_DRAWS, LARGE_SECONDS, LARGE_MEGABYTES = 8192, 3.0, 1000.0
LOADING = f"""
import resource
import colocate
case = colocate.load_case({str(PATH)!r})
"""
EVALUATING = f"futures = colocate.evaluate(case, {sampling.MOST_DRAWS})\n"
LARGE_CASE = f"""
import resource, timeit
import colocate
from colocate.model import evaluate as model
model.BLOCK_BYTES = {{bytes}}
case = colocate.load_case({str(LARGE)!r})
seconds = min(timeit.repeat(lambda: colocate.evaluate(case, {LARGE_DRAWS}), number=1, repeat={FEW_REPEATS}))
lines = sum(len(one.lines) for one in colocate.evaluate(case).options)
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, model.block_of(case), lines, case.horizon_years)
"""
TELLING = "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"


@dataclass(frozen=True)
class Row:
    """A line of the table: what is measured, what it is held against, and the ratio that is wanted of the two."""

    what: str
    best: float
    floor: float
    most: float | None = None
    least: float | None = None

    def __str__(self) -> str:
        ratio = self.best / self.floor
        target, met = "", ""
        if self.most is not None:
            target, met = f"<= {self.most:g}", "met" if ratio <= self.most else "MISSED"
        if self.least is not None:
            target, met = f">= {self.least:g}", "met" if ratio >= self.least else "MISSED"
        return (
            f"{self.what:<70}{written(self.best):>9}{written(self.floor):>10}{ratio:>9.2f}{target:>9}  {met}".rstrip()
        )


def main() -> None:
    """Print the table: what, best and floor in milliseconds, ratio, target, and whether it is met."""
    peak, bare = memory()  # before this process grows: Linux lets a child's peak begin at its parent's
    case = colocate.load_case(PATH)
    print(f"{machine()}; hanoi: {len(case.options)} options, {case.horizon_years} years", end="; ")
    print(
        f"{len(sampling.uncertain(case))} uncertain figures, {DRAWS:,} draws; best of {REPEATS} or {FEW_REPEATS}, in ms"
    )
    print(f"{'what':<70}{'best':>9}{'floor':>10}{'ratio':>9}{'target':>9}")
    futures = model.futures_of(case, DRAWS)
    for row in [*evaluation(case, futures), *variance_shares(case, futures), *information_values(futures)]:
        print(row)
    print(
        f"\npeak memory, {sampling.MOST_DRAWS:,} draws: {peak:,.0f} MB; loading the case alone: {bare:,.0f} MB",
        end="; ",
    )
    print(f"target below 1,000 MB: {'met' if peak < 1000 else 'MISSED'}\n")
    print_large()
    print_sizes(case)


def evaluation(case: Case, futures: Futures) -> list[Row]:
    """Hold the evaluation against the drawing, and the plain loop against the evaluation."""
    loop = PlainLoop(case, futures)
    best = best_in_turn(
        {
            "drawing": Task(lambda: sampling.sample(case, DRAWS), keep_nothing),
            "drawing, inverses kept": Task(lambda: sampling.sample(case, DRAWS), keep_inverses),
            "both": Task(lambda: model.futures_of(case, DRAWS), keep_nothing),
            "both, inverses kept": Task(lambda: model.futures_of(case, DRAWS), keep_inverses),
            "evaluation": Task(lambda: model.futures_of(case, DRAWS), lambda: sampling.sample(case, DRAWS)),
            "loop": Task(loop.run),
        },
        REPEATS,
    )
    difference = loop.largest_difference()
    assert difference < CLOSE, f"the second implementation differs by {difference:.1e}"
    drawing, kept = best["drawing"], best["drawing, inverses kept"]
    looped = best["loop"] / loop.size
    print(f"(plain loop: {loop.size * REPEATS} draws, {loop.size} at a time", end="; ")
    print(f"present values of three books agree to {difference:.0e})")
    return [
        Row("draws and evaluation : draws, nothing kept", best["both"], drawing, most=3.0),
        Row("evaluation of given draws : draws, nothing kept", best["evaluation"], drawing, most=3.0),
        Row("draws and evaluation : draws, inverses kept", best["both, inverses kept"], kept, most=3.0),
        Row("evaluation of given draws : draws, inverses kept", best["evaluation"], kept, most=3.0),
        Row("a draw, plain loop : draws and evaluation, nothing kept", looped, best["both"] / DRAWS, least=200.0),
        Row("a draw, plain loop : evaluation of given draws", looped, best["evaluation"] / DRAWS, least=200.0),
    ]


class PlainLoop:
    """The second implementation over draws, a fresh part of them at each run."""

    def __init__(self, case: Case, futures: Futures) -> None:
        self.futures = futures
        self.constituents = [asdict(one) for one in case.constituents]
        self.times = case.travel_times
        self.values: dict[int, dict[tuple[str, str], float]] = {}
        self.documents = [document_at(case, futures.figures, 0)]
        once = best_in_turn({"a draw": Task(lambda: self._of(0))}, REPEATS)["a draw"] * 1e-3
        self.size = max(LOOP_LEAST // REPEATS + 1, int(LOOP_SECONDS / REPEATS / once))
        self.documents = [document_at(case, futures.figures, draw) for draw in range(self.size * REPEATS)]
        self.parts = cycle(range(0, self.size * REPEATS, self.size))

    def run(self) -> None:
        """Work the next part of the draws out, one draw after the other."""
        start = next(self.parts)
        for draw in range(start, start + self.size):
            self.values[draw] = self._of(draw)

    def largest_difference(self) -> float:
        """Give the largest difference of a present value from ours, as a part of it."""
        found = 0.0
        for draw, values in self.values.items():
            for (option, book), theirs in values.items():
                ours = float(self.futures.option(option).money[book, "cash"].present_value[draw])
                found = max(found, abs(ours - theirs) / max(abs(theirs), 1.0))
        return found

    def _of(self, draw: int) -> dict[tuple[str, str], float]:
        return present_values(self.documents[draw], self.constituents, self.times)


def document_at(case: Case, figures: Mapping[str, Array], draw: int) -> dict[str, Any]:
    """Give a copy of the case's document in which every uncertain figure is fixed at its value in one draw."""
    document = copy.deepcopy(dict(case.document))
    for path, values in figures.items():
        quantity = case.quantities[path]
        fixed = {"mode": float(values[draw]) / quantity.scale, "unit": quantity.unit}
        if path.startswith("shared."):
            document["shared"][path.removeprefix("shared.")] = fixed
            continue
        for steps in case.places_of[path]:
            put(document, steps, fixed)
    return document


def put(document: Any, steps: Sequence[str | int], figure: Mapping[str, Any]) -> None:
    """Write a figure at its place in a document."""
    for step in steps[:-1]:
        document = document[step]
    document[steps[-1]] = figure


def variance_shares(case: Case, futures: Futures) -> list[Row]:
    """Hold the variance shares against the model alone at as many columns."""
    pair, paths = leading_pair(futures), list(futures.figures)
    size = model.block_of(case)
    block = {path: values[:size] for path, values in futures.figures.items()}
    shares = sensitivity.variance_shares(case, pair, paths, most=FACTORS)
    columns = shares.base * (len(shares.shares) + 2) + 2 * len(futures.figures) + 1
    best = best_in_turn(
        {
            "block": Task(lambda: model.over_draws(case, block)),
            "shares": Task(lambda: sensitivity.variance_shares(case, pair, paths, most=FACTORS), keep_inverses),
            "block again": Task(lambda: model.over_draws(case, block)),
        },
        FEW_REPEATS,
    )
    floor = min(best["block"], best["block again"]) / size * columns
    return [
        Row(f"variance shares, {len(shares.shares)} factors : the model at {columns:,} columns", best["shares"], floor)
    ]


def information_values(futures: Futures) -> list[Row]:
    """Hold the value of information of every figure against one least-squares pass, and against sorting the figures."""
    costs, inputs = costs_of(futures, *HEADLINE), np.stack(list(futures.figures.values()))
    differences = np.repeat((costs[1:] - costs[0])[:, None], len(inputs), axis=1)
    design = information._spline(np.arange(float(DRAWS)) + 0.5)
    best = best_in_turn(
        {
            "pass": Task(lambda: least_squares(differences, design)),
            "sort": Task(lambda: np.argsort(inputs, axis=1, kind="stable")),
            "worths": Task(lambda: information.information_on_each(costs, inputs)),
        },
        REPEATS,
    )
    what = f"value of information, {len(inputs)} figures"
    return [
        Row(f"{what} : a least-squares pass", best["worths"], best["pass"]),
        Row(f"{what} : that pass and sorting the figures", best["worths"], best["pass"] + best["sort"]),
    ]


def least_squares(differences: Array, design: Array) -> Array:
    """Fit curves to all differences at once; shape `(options - 1, quantities, draws)`."""
    fitted: Array = differences @ design @ np.linalg.pinv(design.T @ design, hermitian=True) @ design.T
    return fitted


def print_sizes(case: Case) -> None:
    """Print the time of draws and evaluation for few draws and many, and how the time of one draw changes."""

    def over(draws: int) -> Callable[[], object]:
        return lambda: model.futures_of(case, draws)

    best = best_in_turn({str(size): Task(over(size), keep_inverses) for size in SIZES}, FEW_REPEATS)
    each = [best[str(size)] * 1e3 / size for size in SIZES]
    print("draws and evaluation, inverses kept")
    print(f"{'draws':>10}{'best ms':>12}{'us a draw':>12}")
    for size, one in zip(SIZES, each, strict=True):
        print(f"{size:>10,}{best[str(size)]:>12,.0f}{one:>12.1f}")
    print(f"a draw of {SIZES[-1]:,} : a draw of {SIZES[0]:,} = {each[-1] / each[0]:.2f}; of {SIZES[1]:,} = ", end="")
    print(f"{each[-1] / each[1]:.2f}; dearest : cheapest = {max(each) / min(each):.2f} (1 is linear)")


def print_large() -> None:
    """Print time and peak memory of the large case, with blocks that heed its size and with blocks that do not."""
    heeding, blind = (told_by(LARGE_CASE.format(bytes=most)) for most in (model.BLOCK_BYTES, sys.float_info.max))
    print(f"headquarters: {heeding[3]:.0f} lines, {heeding[4]:.0f} years, {LARGE_DRAWS:,} draws; best of {FEW_REPEATS}")
    for seconds, kilobytes, block, *_ in (heeding, blind):
        print(f"  blocks of {block:,.0f} draws: {seconds:.2f} s, peak {kilobytes * 1024 / 1e6:,.0f} MB")
    met = heeding[0] < LARGE_SECONDS and heeding[1] * 1024 / 1e6 < LARGE_MEGABYTES
    print(f"  target below {LARGE_SECONDS:g} s and {LARGE_MEGABYTES:,.0f} MB: {'met' if met else 'MISSED'}")
    print(f"  time {heeding[0] / blind[0]:.2f}, memory {heeding[1] / blind[1]:.2f} of the larger blocks\n")


def told_by(code: str) -> list[float]:
    """Run a script in a process of its own and give the numbers that it prints."""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, text=True)  # noqa: S603
    return [float(one) for one in ran.stdout.split()]


def memory() -> tuple[float, float]:
    """Give the peak memory of evaluating the most draws, and of loading the case alone, in millions of bytes."""
    peak, bare = (told_by(code)[0] * 1024 / 1e6 for code in (LOADING + EVALUATING + TELLING, LOADING + TELLING))
    return peak, bare


def keep_nothing() -> None:
    """Forget sequences, values and prepared inverses."""
    keep_inverses()
    sampling._pert_inverse.cache_clear()


def keep_inverses() -> None:
    """Forget sequences and values."""
    sampling._kept_points.cache_clear()
    sampling._kept_values.cache_clear()


if __name__ == "__main__":
    main()
