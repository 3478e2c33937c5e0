"""Who comes first over many weights and draws: worked out here, and by two known libraries for decision analysis.

Run: python -m benchmarks.weighing, in a virtual environment of its own with benchmarks/requirements.txt installed, as
for benchmarks.known_tools.

The work: 4 options, 6 criteria, values in 8,192 draws, 100,000 sets of weights, each set with the next draw in turn,
and the share in which each option comes first. The libraries do it by their own interface, a weighted sum of the draw's
table for each set of weights: pyrepo-mcda's SAW and pymcdm's WSM, both told to leave the values as they are. They are
timed on a part of the weights and scaled up; the part is printed. Ours works out ranks, central weights and confidence
besides. All get the same values and weights, and must put the same option first for every set before any is timed.

"ratio" is the time to ours. The floor is one product in numpy, all weights with one draw. Memory is the most that our
own work takes beyond values and weights.
"""

from __future__ import annotations

import tracemalloc
import warnings
from collections.abc import Callable
from importlib.metadata import version

import numpy as np
from pymcdm.methods import WSM
from pyrepo_mcda.mcda_methods import SAW

from benchmarks.timing import Task, best_in_turn, machine, written
from colocate.analysis.weighing.acceptability import acceptability
from colocate.analysis.weighing.weights import all_weights
from colocate.quantity import Array

OPTIONS, CRITERIA, DRAWS, VECTORS = 4, 6, 8192, 100_000
PART = 2_000
REPEATS = 7
SEED = 1


def main() -> None:
    """Print the table."""
    values = np.random.default_rng(SEED).uniform(0.0, 100.0, (OPTIONS, CRITERIA, DRAWS))
    weights = all_weights(VECTORS, CRITERIA, SEED)
    warnings.filterwarnings("ignore", module="pymcdm")  # it warns of options that dominate, at every set of weights
    libraries = {"pyrepo-mcda": _saw, "pymcdm": _wsm}
    expected = _ours_one_by_one(values, weights[:PART])
    for name, library in libraries.items():
        if not np.array_equal(library(values, weights[:PART]), expected):
            raise SystemExit(f"{name} does not put the same options first")
    tasks = {"ours": Task(lambda: acceptability(values, weights)), "floor": Task(lambda: weights @ values[:, :, 0].T)}
    tasks |= {name: Task(_call(library, values, weights[:PART])) for name, library in libraries.items()}
    best = best_in_turn(tasks, REPEATS)
    scaled = {name: time * (VECTORS / PART if name in libraries else 1.0) for name, time in best.items()}
    tools = ", ".join(f"{name} {version(name)}" for name in libraries)
    print(f"{machine()}, {tools}; best of {REPEATS}, in milliseconds")
    print(f"{OPTIONS} options, {CRITERIA} criteria, {DRAWS:,} draws, {VECTORS:,} sets of weights")
    print(f"{'':14}{'time':>10}{'ratio':>10}   libraries: {PART:,} sets timed, times {VECTORS / PART:g}")
    for name, time in scaled.items():
        print(f"{name:14}{written(time):>10}{written(time / scaled['ours']):>10}")
    print(f"memory beyond values and weights: {_memory(values, weights):.1f} MB")


def _call(library: Callable[[Array, Array], Array], values: Array, weights: Array) -> Callable[[], object]:
    return lambda: library(values, weights)


def _saw(values: Array, weights: Array) -> Array:
    """Give who comes first by pyrepo-mcda, one set of weights at a time."""
    method, kinds = SAW(normalization_method=lambda table, _kinds: table), np.ones(CRITERIA)
    return np.array([np.argmax(method(values[:, :, row], one, kinds)) for row, one in enumerate(weights)])


def _wsm(values: Array, weights: Array) -> Array:
    """Give who comes first by pymcdm, one set of weights at a time."""
    method, kinds = WSM(normalization_function=_as_it_is), np.ones(CRITERIA)
    return np.array([np.argmax(method(values[:, :, row], one, kinds)) for row, one in enumerate(weights)])


def _as_it_is(column: Array, cost: bool = False) -> Array:
    """Leave a criterion as it is; pymcdm says which way is better, and all are."""
    del cost
    return column


def _ours_one_by_one(values: Array, weights: Array) -> Array:
    """Give who comes first by ours, asked for each set of weights alone."""
    found = [acceptability(values[:, :, row : row + 1], one[None, :]).first for row, one in enumerate(weights)]
    return np.argmax(np.array(found), axis=1)


def _memory(values: Array, weights: Array) -> float:
    tracemalloc.start()
    acceptability(values, weights)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


if __name__ == "__main__":
    main()
