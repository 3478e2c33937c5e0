"""At which weight of a criterion the answer turns, the others keeping their proportions (method, section 19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from colocate.quantity import Array


@dataclass(frozen=True)
class Stretch:
    """From one weight of a criterion to another, 0 to 1, an option comes first."""

    option: str
    start: float
    end: float


@dataclass(frozen=True)
class Flip:
    """A criterion's weight today, and the nearest one above and below at which another option comes first.

    None where no weight on that side turns the answer. `stretches` cover all weights from 0 to 1.
    """

    criterion: str
    weight: float
    below: float | None
    above: float | None
    stretches: tuple[Stretch, ...]


def first_beyond(flip: Flip, turn: float) -> str:
    """Give the option that comes first beyond a turn, seen from the weight today; ValueError where nothing turns."""
    for stretch in flip.stretches:
        if (stretch.end if turn <= flip.weight else stretch.start) == turn:
            return stretch.option
    raise ValueError(f"nothing turns at {turn}")


def flips(values: Array, weights: Array, criteria: Sequence[str], options: Sequence[str]) -> tuple[Flip, ...]:
    """Find, for each criterion, who comes first as its weight goes from 0 to 1.

    Shapes: `values` `(options, criteria)`, `weights` `(criteria,)`. An option's value is a straight line in the weight,
    so the answer turns where two lines cross; nothing is searched for. Where the other weights are all 0, they share
    alike what is left.
    """
    return tuple(_flip(values, weights, place, name, options) for place, name in enumerate(criteria))


def _flip(values: Array, weights: Array, place: int, name: str, options: Sequence[str]) -> Flip:
    others = np.delete(weights, place)
    rest = others / others.sum() if others.sum() > 0 else np.full(others.size, 1.0 / max(1, others.size))
    at_zero = np.delete(values, place, axis=1) @ rest
    at_one = values[:, place]
    stretches = _stretches(at_zero, at_one, options)
    weight = float(weights[place])
    turns = [one.start for one in stretches[1:]]
    return Flip(
        name,
        weight,
        below=max((turn for turn in turns if turn <= weight), default=None),
        above=min((turn for turn in turns if turn > weight), default=None),
        stretches=stretches,
    )


def _stretches(at_zero: Array, at_one: Array, options: Sequence[str]) -> tuple[Stretch, ...]:
    """Walk along the highest of straight lines from 0 to 1."""
    slopes = at_one - at_zero
    leader = max(range(len(options)), key=lambda one: (at_zero[one], slopes[one], -one))
    here = 0.0
    found: list[Stretch] = []
    while True:
        crossings = [
            (float((at_zero[leader] - at_zero[one]) / (slopes[one] - slopes[leader])), -float(slopes[one]), one)
            for one in range(len(options))
            if slopes[one] > slopes[leader]
        ]
        ahead = [crossing for crossing in crossings if here <= crossing[0] < 1.0]
        if not ahead:
            return (*found, Stretch(options[leader], here, 1.0))
        turn, _, following = min(ahead)
        if turn > here:
            found.append(Stretch(options[leader], here, turn))
        here, leader = turn, following
