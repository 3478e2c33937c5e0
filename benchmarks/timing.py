"""Time several things in turn, so that a slow moment of the machine meets all of them, and write them down."""

from __future__ import annotations

import platform
import timeit
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import scipy


def nothing() -> None:
    """Do nothing before a task."""


@dataclass(frozen=True)
class Task:
    """What is timed, and what is done before it each time without being timed."""

    run: Callable[[], object]
    before: Callable[[], object] = nothing


def best_in_turn(tasks: Mapping[str, Task], repeats: int) -> dict[str, float]:
    """Run every task once, then all again, so many times; give the least time of each, in milliseconds."""
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(repeats):
        for name, task in tasks.items():
            best[name] = min(best[name], timeit.timeit(task.run, task.before, number=1) * 1e3)
    return best


def machine() -> str:
    """Name what the times depend on."""
    return f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}"


def written(number: float) -> str:
    """Write a figure of any size in about three places."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.4f}" if number < 0.1 else f"{number:.2f}"
