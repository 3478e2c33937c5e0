"""Draws of a case's uncertain figures: one scrambled Sobol sequence a case, kept, so that a lever moves only its own.

Every figure of the case has a column of the sequence, a number between 0 and 1 for each draw. A figure's range turns
its column into values (method, section 16); a changed range changes that figure's values and no other's. A figure that
is settled or fixed keeps its column unused, so that settling or releasing it changes no other's either. Correlated
figures exchange the order of their columns through a Gaussian copula; a settled one goes on lending its column.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, MutableMapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from scipy.special import betaincinv, ndtr, ndtri
from scipy.stats.qmc import Sobol
from scipy.stats.sampling import NumericalInversePolynomial

from colocate.case import Case
from colocate.draws.correlation import TIED, matrix_of, project_of, tied_by_class, together
from colocate.quantity import Array, Quantity
from colocate.stopping import look, looking

SEED = 1
"""The seed where none is asked for: the same case gives the same draws everywhere."""

MOST_DRAWS = 2**17
MOST_SEED = 2**63
KEPT_DRAWS = 2**13
"""Sequences and values of up to so many draws are kept between two evaluations; longer ones are made anew."""

DRAWN_AT_ONCE = 2**11
"""Points of a sequence made between two looks whether they are still wanted."""

Seed = int | tuple[int, int]

NO_COLUMN = ("correlations", "weighing")
OTHER_SEQUENCE = frozenset({"estimates", "travel_times", "criteria"})
"""Parts of a case that have no column of a sequence, and those that have one of the second."""

FINEST = 2.0**-30
"""The step between two possible numbers of the sequence; half of it keeps every draw off 0 and 1."""

NORMAL_95 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""

PERT_WEIGHT = 4.0
"""How much more the mode of a PERT range counts than its ends."""

NEAR_AN_END = 1e-3
"""A PERT range whose mode is so near to an end (as a part of the range) takes the slower, direct inverse."""

LEFT_OUT = 1e-5
"""The part of a PERT range at its far end, the mode in the other half, that its prepared inverse does not reach."""


def checked_draws(draws: object, seed: object = SEED) -> tuple[int, int]:
    """Give number of draws and seed; TypeError where they are no whole numbers, ValueError where they are too many."""
    if isinstance(draws, bool) or not isinstance(draws, (int, np.integer)):
        raise TypeError(f"the number of draws must be a whole number, not {draws!r}")
    if not 1 <= draws <= MOST_DRAWS:
        raise ValueError(f"the number of draws must be from 1 to {MOST_DRAWS:,}, not {draws:,}")
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)):
        raise TypeError(f"the seed must be a whole number, not {seed!r}")
    if not 0 <= seed < MOST_SEED:
        raise ValueError(f"the seed must be from 0 to {MOST_SEED - 1:,}, not {seed:,}")
    return int(draws), int(seed)


def uncertain(case: Case) -> tuple[str, ...]:
    """Give the paths of the figures that differ between futures, in the case's order."""
    return tuple(path for path, quantity in case.quantities.items() if quantity.is_uncertain)


def columns_of(case: Case) -> tuple[str, ...]:
    """Give the paths of the figures that have a column of a sequence, fixed ones too: the main one's, then the other's.

    Correlations and the ends of scales have none. What is known of single ways, and points on a case's own criteria,
    have a sequence of their own: one more of them leaves the draws of all figures of cost as they are.
    """
    main, other = _both_sequences(case)
    return (*main, *other)


def _both_sequences(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the figures of the main sequence and those of the other; one that stands in both is in the main one."""
    kinds = {path: {_sequence_of(steps) for steps in places} for path, places in case.places_of.items()}
    main = tuple(path for path in case.quantities if "main" in kinds[path])
    return main, tuple(path for path in case.quantities if "other" in kinds[path] and "main" not in kinds[path])


def _sequence_of(steps: tuple[str | int, ...]) -> str:
    if steps[0] in NO_COLUMN:
        return ""
    return "other" if OTHER_SEQUENCE.intersection(steps) else "main"


def sample(case: Case, draws: int, seed: int = SEED) -> dict[str, Array]:
    """Draw every uncertain figure of a case: by path, in the model's unit, shape `(draws,)`; read only.

    The same case, draws and seed give the same values to the last bit. ValueError for a number of draws or a seed that
    cannot be used.
    """
    draws, seed = checked_draws(draws, seed)
    if draws > KEPT_DRAWS:
        sequences = [unit_points(len(paths), draws, one) for paths, one in _sequences(case, seed)]
        return figures_at(case, sequences[0] if len(sequences) == 1 else np.concatenate(sequences))
    place_of = {
        path: ((len(paths), draws, one), column)
        for paths, one in _sequences(case, seed)
        for column, path in enumerate(paths)
    }
    tied = {path for members in correlated_sets(case) for path in members}
    found = {
        path: _kept_values(case.quantities[path], place_of[path][1], place_of[path][0])
        for path in looking(uncertain(case))
        if path not in tied
    }
    if tied:
        rows = _correlated(case, {path: unit_points(*place_of[path][0])[place_of[path][1]] for path in tied})
        found |= {path: _values(case.quantities[path], row) for path, row in rows.items()}
    return {path: found[path] for path in uncertain(case)}


def rows_of(case: Case, draws: int, seed: int = SEED) -> dict[str, Array]:
    """Give each figure's own row of the sequences, by path: numbers above 0 and below 1, shape `(draws,)`, read only.

    They are those that `sample` draws this case from; correlated figures have not yet exchanged their order.
    """
    draws, seed = checked_draws(draws, seed)
    return {
        path: row
        for paths, one in _sequences(case, seed)
        for path, row in zip(paths, unit_points(len(paths), draws, one), strict=True)
    }


def rows_besides(paths: Sequence[str], draws: int, seed: int = SEED) -> dict[str, Array]:
    """Give rows for figures that a case does not have, by path, apart from all those of its own; as `rows_of`."""
    draws, seed = checked_draws(draws, seed)
    return dict(zip(paths, unit_points(len(paths), draws, (seed, 2)), strict=True)) if paths else {}


def sample_by_row(
    case: Case, rows: Mapping[str, Array], known: MutableMapping[Quantity, Array] | None = None
) -> dict[str, Array]:
    """Draw every uncertain figure of a case from a row that is told for it, as `sample` does from the case's own.

    So a figure keeps its row in a case that has others beside it. `rows` has one for each uncertain figure at least, by
    path. `known` takes up the draws of figures, for the next case with the same rows; it is left alone where it is
    left out.
    """
    tied = {path for members in correlated_sets(case) for path in members}
    moved = _correlated(case, {path: rows[path] for path in tied}) if tied else {}
    kept: MutableMapping[Quantity, Array] = {} if known is None else known
    found = {}
    for path in looking(uncertain(case)):
        quantity = case.quantities[path]
        if path in moved:
            found[path] = _values(quantity, moved[path])
            continue
        if quantity not in kept:
            kept[quantity] = _values(quantity, rows[path])
        found[path] = kept[quantity]
    return found


def _sequences(case: Case, seed: int) -> list[tuple[tuple[str, ...], Seed]]:
    """Give the sequences of a case, each with the figures in its columns and its seed; empty ones are left out."""
    main, other = _both_sequences(case)
    both: list[tuple[tuple[str, ...], Seed]] = [(main, seed), (other, (seed, 1))]
    return [one for one in both if one[0]]


def unit_points(columns: int, draws: int, seed: Seed) -> Array:
    """Give the scrambled Sobol sequence: numbers above 0 and below 1, shape `(columns, draws)`, read only."""
    return _kept_points(columns, draws, seed) if draws <= KEPT_DRAWS else _points(columns, draws, seed)


def figures_at(case: Case, points: Array) -> dict[str, Array]:
    """Turn points of the unit cube into figures: by path of the uncertain ones, in the model's unit.

    `points` has shape `(figures of the case, draws)`, one row for each of `columns_of`, fixed ones too.
    """
    rows = dict(zip(columns_of(case), points, strict=True))
    rows |= _correlated(case, rows)
    return {path: _values(case.quantities[path], rows[path]) for path in looking(uncertain(case))}


def values_at(quantity: Quantity, chances: Array) -> Array:
    """Give the values, in the unit of the file, below which a figure's range lies with the given chances (0 to 1).

    What the figure is settled at does not count here.

    Low and high are limits of uniform, triangular and PERT ranges and the 5th and 95th percentiles of normal and
    lognormal ones, which are cut off at what a figure in its place can be at all. Yes is 1, and has the upper chances.
    PERT is the beta distribution of shape 1 + 4 m and 5 - 4 m over the range, m the place of the mode in it (Malcolm
    and others, Operations Research 7, 1959, in its usual form).

    >>> rent = Quantity("rent", "Rent", 18, "USD/m2/month", 12, 28, "triangular", "assumed here", "assumed")
    >>> values_at(rent, np.array([0.0, 0.375, 1.0])).tolist()
    [12.0, 18.0, 28.0]
    """
    low, high, width = quantity.low, quantity.high, quantity.high - quantity.low
    match quantity.shape:
        case "fixed":
            return np.full_like(chances, quantity.mode)
        case "yes/no":
            return np.asarray(chances >= 1.0 - (quantity.probability or 0.0), dtype=np.float64)
        case "uniform":
            return low + width * chances
        case "triangular":
            return low + width * _triangular(chances, (quantity.mode - low) / width)
        case "pert":
            return low + width * _pert(chances, (quantity.mode - low) / width)
        case "normal":
            return _normal(chances, low, high, quantity.least, quantity.most)
        case "lognormal":
            least = math.log(quantity.least) if quantity.least > 0 else -math.inf
            return np.exp(_normal(chances, math.log(low), math.log(high), least, math.log(quantity.most)))


def correlated_sets(case: Case) -> tuple[tuple[str, ...], ...]:
    """Give the sets of figures whose draws are tied to each other, directly or through others."""
    names, pairs = _pairs(case)
    return tuple(tuple(names[place] for place in members) for members in together(len(names), pairs))


@lru_cache(maxsize=6)
def _kept_points(columns: int, draws: int, seed: Seed) -> Array:
    return _points(columns, draws, seed)


def _points(columns: int, draws: int, seed: Seed) -> Array:
    """Draw whole powers of two and keep the first: only those are balanced, and scipy warns of any other number."""
    engine = Sobol(columns, scramble=True, rng=np.random.default_rng(seed))
    whole = 2 ** math.ceil(math.log2(draws))
    points: Array = np.empty((columns, draws))
    for start in looking(range(0, draws, DRAWN_AT_ONCE)):
        room = points[:, start : start + DRAWN_AT_ONCE]
        room[...] = engine.random(min(whole, DRAWN_AT_ONCE))[: room.shape[1]].T
        room += FINEST / 2.0
    points.flags.writeable = False
    return points


@lru_cache(maxsize=1024)
def _kept_values(quantity: Quantity, column: int, sequence: tuple[int, int, Seed]) -> Array:
    """Keep a figure's draws while its range stays as it is: one lever moved works out one figure again, not all."""
    return _values(quantity, unit_points(*sequence)[column])


def _values(quantity: Quantity, chances: Array) -> Array:
    values: Array = values_at(quantity, chances) * quantity.scale
    values.flags.writeable = False
    return values


def _triangular(chances: Array, mode: float) -> Array:
    """Give the quantiles of a triangle over 0 to 1."""
    rising = np.sqrt(mode * chances)
    falling = 1.0 - np.sqrt((1.0 - mode) * (1.0 - chances))
    return np.where(chances < mode, rising, falling)


def _pert(chances: Array, mode: float) -> Array:
    """Give the quantiles of a PERT range over 0 to 1; one with its mode in the upper half as a mirror image."""
    if mode > 0.5:
        return 1.0 - _pert(1.0 - chances, 1.0 - mode)
    if mode < NEAR_AN_END or chances.size < 2:
        quantiles: Array = betaincinv(1.0 + PERT_WEIGHT * mode, 1.0 + PERT_WEIGHT * (1.0 - mode), chances)
        return quantiles
    found = np.clip(_pert_inverse(round(mode, 12)).ppf(np.array(chances)), 0.0, 1.0)
    return np.where(chances < 1.0, found, 1.0)


@lru_cache(maxsize=2048)
def _pert_inverse(mode: float) -> NumericalInversePolynomial:
    """Prepare the inverse of a PERT range over 0 to 1 once: after that a draw takes a hundredth of betaincinv's time.

    Its chances are right to 1e-10 (the default of scipy's NumericalInversePolynomial). The mode is in the lower half
    and the last part below 1, which has a chance of 1e-14 at most, left out: numbers near 1 are too coarse for the
    search, which otherwise takes up to a minute and fails.
    """
    density: Any = _Beta(PERT_WEIGHT * mode, PERT_WEIGHT * (1.0 - mode))  # the stubs ask for more than scipy does
    return NumericalInversePolynomial(density, center=mode, domain=(0.0, 1.0 - LEFT_OUT))


class _Beta:
    """The density of a beta distribution over 0 to 1, up to a factor, in the form that scipy's inverse asks for."""

    def __init__(self, before: float, after: float) -> None:
        self.before, self.after = before, after

    def pdf(self, place: float) -> float:
        return float(place**self.before * (1.0 - place) ** self.after)

    def support(self) -> tuple[float, float]:
        return 0.0, 1.0


def _normal(chances: Array, low: float, high: float, least: float, most: float) -> Array:
    """Give the quantiles of a normal range by its 5th and 95th percentiles, cut off at least and most."""
    middle, spread = (low + high) / 2.0, (high - low) / (2.0 * NORMAL_95)
    below, above = ndtr((least - middle) / spread), ndtr((most - middle) / spread)
    held: Array = middle + spread * ndtri(below + (above - below) * chances)
    return np.clip(held, least, most)


def _pairs(case: Case) -> tuple[list[str], list[tuple[int, int, float]]]:
    """Give the figures that are correlated, and their pairs as places in that list with the rank correlation.

    Those that the case states come first, then those of figures that one class of past projects gives their ranges.
    """
    stated = {(one.first, one.second): float(one.rank) for one in case.correlations}
    in_classes = tied_by_class(
        (path, one.reference_class, project_of(case.places_of[path][0]))
        for path, one in case.quantities.items()
        if one.reference_class
    )
    known = {frozenset(pair) for pair in stated}
    pairs = stated | {pair: TIED for pair in in_classes if frozenset(pair) not in known}
    place = {name: number for number, name in enumerate(dict.fromkeys(name for pair in pairs for name in pair))}
    return list(place), [(place[first], place[second], rank) for (first, second), rank in pairs.items()]


def _correlated(case: Case, rows: Mapping[str, Array]) -> dict[str, Array]:
    """Give the rows of the correlated figures with their ranks tied: a Gaussian copula, the first row as it was."""
    names, pairs = _pairs(case)
    found: dict[str, Array] = {}
    for members in looking(together(len(names), pairs)):
        place = {one: number for number, one in enumerate(members)}
        inner = [(place[one], place[two], rank) for one, two, rank in pairs if one in place]
        factor = np.linalg.cholesky(matrix_of(len(members), inner))
        scores = ndtri(np.stack([rows[names[one]] for one in members]))
        look()
        tied = ndtr(factor @ scores)
        found |= {names[one]: np.clip(tied[number], FINEST / 2.0, 1.0 - FINEST / 2.0) for one, number in place.items()}
    return found
