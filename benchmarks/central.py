"""How long the central case takes, as a ratio to the bare array work in it.

Run: python -m benchmarks.central

The floor is the multiplications alone: for each line of the outcome, its own factors (arrays of the very same shapes)
multiplied together and added to a total, with nothing else around it. What the ratio shows beyond that is the model:
dates, leases, growth, discounting, books and words for every line. The largest case, a headquarters of several
buildings over 50 years, is to take less than 60 ms.
"""

from __future__ import annotations

import platform
import statistics
import timeit
from collections.abc import Callable
from pathlib import Path

import numpy as np

import colocate
from colocate.quantity import Figure

DATA = Path(__file__).parents[1] / "data"
REPEATS = 30


def main() -> None:
    """Print a row per case: floor, evaluation, ratio; best and median of several, taken in turn."""
    print(f"Python {platform.python_version()}, numpy {np.__version__}; best (median) of {REPEATS}, in milliseconds")
    print(f"{'case':<22}{'lines':>6}{'floor':>16}{'evaluate':>18}{'ratio':>8}{'load':>9}")
    for name in ("hanoi", "regional-office", "national-coordinator", "headquarters"):
        path = DATA / f"{name}.toml"
        case = colocate.load_case(path)
        outcome = colocate.evaluate(case)
        values = [[factor.value for factor in line.factors] for option in outcome.options for line in option.lines]
        floor, evaluation = in_turn(
            lambda v=values, y=case.horizon_years: multiply(v, y), lambda c=case: colocate.evaluate(c)
        )
        load = min(timeit.repeat(lambda p=path: colocate.load_case(p), number=1, repeat=5)) * 1e3
        lines = sum(len(option.lines) for option in outcome.options)
        print(
            f"{name:<22}{lines:>6}{shown(floor):>16}{shown(evaluation):>18}"
            f"{min(evaluation) / min(floor):>8.1f}{load:>9.1f}"
        )


def multiply(lines: list[list[Figure]], years: int) -> float:
    """Multiply each line's factors and add the products up."""
    total = np.zeros((years, 1))
    for first, *rest in lines:
        product = first
        for value in rest:
            product = product * value
        total = total + product
    return float(total.sum())


def in_turn(first: Callable[[], object], second: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Time two things alternately, so that a slow moment of the machine meets both; milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for measured, each in zip(times, (first, second), strict=True):
            measured.append(timeit.timeit(each, number=1) * 1e3)
    return times


def shown(times: list[float]) -> str:
    """Write best and median."""
    return f"{min(times):.2f} ({statistics.median(times):.2f})"


if __name__ == "__main__":
    main()
