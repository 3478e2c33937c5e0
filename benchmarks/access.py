"""How long access takes for many constituents, as a ratio to the bare distances in it.

Run: python -m benchmarks.access

The floor is one great-circle distance for each constituent and option, in one call of numpy an option, from arrays that
are there already. What the ratio shows beyond that is the model: who exists, minutes, scores, groups, the plain
measures, and the change of every single way.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np

import colocate
from benchmarks.timing import Task, best_in_turn, machine, written
from colocate.analysis.access.journeys import journeys
from colocate.analysis.access.measures import reach
from colocate.case import Case
from colocate.case.reach import Constituent
from colocate.model.access import option_access
from colocate.quantity import Array

DATA = Path(__file__).parents[1] / "data"
CONSTITUENTS = 5_000
DRAWS = 8
"""Futures over which the plain measures are taken: what is looked at here are the constituents, not the draws."""
REPEATS = 15
MOST_SECONDS = 0.2
"""What four options may take for so many constituents, plain measures included."""


def main() -> None:
    """Print the floor, the model's access, the plain measures and the single ways; best of several, in turn."""
    case = many(colocate.load_case(DATA / "regional-office.toml"))
    futures = colocate.evaluate(case, DRAWS)
    options = [option.id for option in futures.options]
    tasks: dict[str, Callable[[], object]] = {
        "floor: distances alone": bare_distances(case),
        "access of all options": lambda: [option_access(case, option) for option in case.options],
        "their plain measures": lambda: [reach(futures, one) for one in options],
        "every single way": lambda: [journeys(futures, one) for one in options],
    }
    best = best_in_turn({name: Task(run) for name, run in tasks.items()}, REPEATS)
    floor = best["floor: distances alone"]
    print(f"{machine()}; {CONSTITUENTS:,} constituents, {len(options)} options; best of {REPEATS}, in milliseconds")
    for name, time in best.items():
        print(f"{name:<24}{written(time):>10}{time / floor:>10.1f} x floor")
    both = best["access of all options"] + best["their plain measures"]
    print(f"access and plain measures: {both / 1e3:.3f} s of {MOST_SECONDS} s")


def many(case: Case) -> Case:
    """Give the case with made-up constituents around its first door, in its own three groups; seeded."""
    place = case.baseline.place
    assert place is not None
    rng = np.random.default_rng(1)
    groups = ("government", "employers", "workers")
    north, east = rng.uniform(-0.1, 0.1, (2, CONSTITUENTS))
    visits = rng.integers(0, 50, (2, CONSTITUENTS))
    people = tuple(
        Constituent(
            name=f"organisation {number}",
            group=groups[number % 3],
            latitude=float(place.latitude) + float(north[number]),
            longitude=float(place.longitude) + float(east[number]),
            visits_by_them=float(visits[0, number]),
            visits_by_us=float(visits[1, number]),
        )
        for number in range(CONSTITUENTS)
    )
    return dataclasses.replace(case, constituents=people)


def bare_distances(case: Case) -> Callable[[], object]:
    """Give the distances alone, with everything that is known beforehand made ready: haversine, written out."""
    south = np.radians([one.latitude for one in case.constituents])
    west = np.radians([one.longitude for one in case.constituents])
    doors = [np.radians([option.place.latitude, option.place.longitude]) for option in case.options if option.place]

    def haversine(door: Array) -> Array:
        chord = np.sin((door[0] - south) / 2) ** 2
        chord += np.cos(south) * np.cos(door[0]) * np.sin((door[1] - west) / 2) ** 2
        distance: Array = 12742.0176 * np.arcsin(np.sqrt(chord))
        return distance

    return lambda: [haversine(door) for door in doors]


if __name__ == "__main__":
    main()
