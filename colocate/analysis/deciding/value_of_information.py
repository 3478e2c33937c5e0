"""What it would be worth to find out more before deciding: about everything, and about each uncertain figure alone.

Costs are amounts of one currency, lower is better; axis 0 is option and axis 1 is draw. A worth is an amount of the
same currency: the most that it is worth paying to know before the decision, on average over the draws.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.interpolate import BSpline
from scipy.special import ndtri

from colocate.model.finance import ROUNDING
from colocate.quantity import Array
from colocate.stopping import looking

FEW_VALUES = 12
"""An input of no more distinct values than this has a mean for each; one of more has a smooth curve."""

_Places = npt.NDArray[np.intp]
_PARTS = 8  # at 1,024 draws two parts lose up to three times as much of a small worth, sixteen win nothing more
_MOST_KNOTS = 12  # enough for a curve that turns three times; more knots cost time and follow chance
_DRAWS_PER_SLOPE = 4  # fewer would fit chance
_POINTS = 129  # of a curve as it is given: between neighbours it is as good as straight
_GROUP = 4_000_000  # cost differences looked at together: 32 MB an array, whatever the number of draws


@dataclass(frozen=True)
class Worth:
    """What knowing something before the decision is worth, and the standard error of that, in money."""

    value: float
    standard_error: float


NOTHING = Worth(0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Curve:
    """The expected costs with one input held, as fitted: `values` of the input, rising, shape `(points,)`.

    `above` is what each option then costs on average more than the option of lowest mean, in money, shape `(options,
    points)`; the row of that option is 0.
    """

    values: Array
    above: Array


@dataclass(frozen=True, eq=False)
class Learned:
    """What one input tells: what it is worth to know it, and the expected costs given it."""

    worth: Worth
    curve: Curve


def perfect_information(costs: Array) -> Worth:
    """Give what it is worth to know everything before deciding: lowest mean cost less mean of the lowest cost.

    Shapes: `costs` (options, draws), in money, lower is better. Sign: never below 0; 0 where one option is the
    cheapest in every draw, and where there is only one draw, as nothing is uncertain then.
    The standard error is that of a mean of independent draws: the spread, from draw to draw, of the regret of the
    option of lowest mean (its cost less the cheapest option's), over the root of the number of draws. Quasi-random
    draws are spread more evenly than independent ones, so for them it is an upper estimate.
    Raises ValueError where there are fewer than two options, no draws, or a cost is not finite.
    Source: the expected value of perfect information of decision analysis, which is the same as the least expected
    regret (opportunity loss).

    Staying costs 100; moving costs 60, or 160 if the house opens late, and either is as likely. Without knowing, one
    stays; who knows moves when it costs 60, and saves 40 every other time:

    >>> perfect_information(np.array([[100.0, 100.0], [60.0, 160.0]])).value
    20.0
    """
    return _worth(_best_savings(_differences(_checked(costs))[0]))


def information_on_each(costs: Array, inputs: Array) -> tuple[Worth, ...]:
    """Give, for each input, what it is worth to know that input alone before deciding.

    It is the lowest mean cost less the mean, over the input, of the lowest mean cost given the input. Shapes: `costs`
    (options, draws) in money, lower is better; `inputs` (quantities, draws) in any unit, in the same order of draws.
    Returns one worth per input, in money. Inputs that move together each get the credit for what they tell about one
    another; worths of several inputs do not add up to the worth of all.

    The mean cost differences given the input are a least-squares curve (a cubic spline) in the normal score of the
    input's rank, or means for each value where there are 12 distinct values or fewer. Each eighth of the draws is
    decided by what the other seven teach, and scored by its own costs, so that a curve that follows chance earns
    nothing: an input that decides nothing is worth 0 within its standard error. The price is that worths come out
    slightly low, the more so the fewer the draws.
    Sign: never below 0, never above `perfect_information` of the same costs (estimates beyond are cut off there);
    exactly 0 for a constant input, and for all where one option is always the cheapest.
    The standard error is that of the mean of the savings scored, as for independent draws: an upper estimate for
    quasi-random ones. It does not cover what a worth comes out low.
    Raises ValueError where there are fewer than two options, no draws, draws of costs and inputs differ in number, or
    a figure is not finite.
    Source: regression of cost differences on the input, as in Strong, Oakley and Brennan (2014), Medical Decision
    Making 34, doi 10.1177/0272989X13505910; cross-validated here, which they do not do.

    Staying costs 100; moving costs 60, or 160 if the house opens late (1), and either is as likely. The weather tells
    nothing:

    >>> late = np.tile([0.0, 1.0], 32)
    >>> weather = np.repeat([0.0, 1.0], 32)
    >>> costs = np.array([np.full(64, 100.0), 60.0 + 100.0 * late])
    >>> [worth.value for worth in information_on_each(costs, np.array([late, weather]))]
    [20.0, 0.0]
    """
    return tuple(learned.worth for learned in learned_from_each(costs, inputs))


def learned_from_each(costs: Array, inputs: Array) -> tuple[Learned, ...]:
    """Give, for each input, its worth as `information_on_each` does, and the curve of expected costs with it held.

    The curves are fitted to the costs less what all other inputs do to them by a straight line each. Where inputs are
    independent that changes nothing on average, and it takes most of the chance out; where they are correlated it
    leaves the effect of the one input alone, the others as they are on average.
    """
    differences, best = _differences(_checked(costs))
    known = _checked_inputs(inputs, differences.shape[1])
    most = _worth(_best_savings(differences)).value
    slopes = _slopes(differences, known)
    offsets = known - known.mean(axis=1, keepdims=True)
    rest = differences - slopes @ offsets
    size = max(1, _GROUP // differences.size)
    starts = looking(range(0, known.shape[0], size))
    found = (one for start in starts for one in _learned_of_group(differences, rest, known[start : start + size]))
    learned = []
    for (savings, values, curve), slope, mean in zip(found, slopes.T, known.mean(axis=1), strict=True):
        above = np.insert(curve + slope[:, None] * (values - mean), best, 0.0, axis=0)
        learned.append(Learned(_worth(savings, most) if most else NOTHING, Curve(values, above)))
    return tuple(learned)


def telling_most(costs: Array, inputs: Array, most: int) -> npt.NDArray[np.intp]:
    """Give the places of the inputs that go most with the cost differences, `most` of them or all, in their order.

    Shapes as in `learned_from_each`. An input goes with a difference as its score does, or the square of its score:
    whichever correlation is larger, so that one that matters at both ends of its range is not overlooked.

    >>> low, high = np.tile([0.0, 1.0], 32), np.repeat([0.0, 1.0], 32)
    >>> telling_most(np.array([np.full(64, 100.0), 60.0 + 100.0 * low]), np.array([high, low]), 1).tolist()
    [1]
    """
    known = _checked_inputs(inputs, costs.shape[-1])
    if len(known) <= most:
        return np.arange(len(known))
    scores, wanted = _scores(known), _scores(_differences(_checked(costs))[0])
    together = np.maximum(np.abs(scores @ wanted.T), np.abs((scores * scores - 1.0) @ wanted.T))
    first = np.argsort(-together.max(axis=1), kind="stable")[:most]
    return np.sort(first)


def _scores(figures: Array) -> Array:
    """Give figures with mean 0 and spread 1 in each row; 0 throughout where they do not vary."""
    offsets = figures - figures.mean(axis=1, keepdims=True)
    spread = offsets.std(axis=1, keepdims=True)
    scores: Array = offsets / np.where(spread > 0.0, spread, 1.0)
    return scores


def _slopes(differences: Array, inputs: Array) -> Array:
    """Give the least-squares slopes of the cost differences by all inputs together; shape `(options - 1, inputs)`.

    Where there are too few draws to tell so many slopes, all are 0.
    """
    count, draws = inputs.shape
    slopes: Array = np.zeros((differences.shape[0], count))
    spread = inputs.std(axis=1)
    varied = spread > ROUNDING * np.max(np.abs(inputs), axis=1, initial=0.0)
    if draws < _DRAWS_PER_SLOPE * count or not varied.any():
        return slopes
    scores = (inputs[varied] - inputs[varied].mean(axis=1, keepdims=True)) / spread[varied, None]
    slopes[:, varied] = differences @ scores.T @ _inverse(scores @ scores.T) / spread[varied]
    return slopes


def _checked(costs: Array) -> Array:
    figures: Array = np.asarray(costs, dtype=np.float64)
    if figures.ndim != 2 or figures.shape[0] < 2:
        raise ValueError(f"costs must have shape (options, draws) with two options or more, not {figures.shape}")
    if figures.shape[1] == 0:
        raise ValueError("costs have no draws")
    if not np.all(np.isfinite(figures)):
        raise ValueError("costs must be finite: NaN and infinity have no meaning here")
    return figures


def _checked_inputs(inputs: Array, draws: int) -> Array:
    figures: Array = np.asarray(inputs, dtype=np.float64)
    if figures.ndim != 2 or figures.shape[1] != draws:
        raise ValueError(f"inputs must have shape (quantities, {draws}), a figure per draw of costs: {figures.shape}")
    if not np.all(np.isfinite(figures)):
        raise ValueError("inputs must be finite: NaN and infinity have no meaning here")
    return figures


def _differences(costs: Array) -> tuple[Array, int]:
    """Give what every other option costs more than the one of lowest mean, shape `(options - 1, draws)`, and its place.

    Differences, because what all options share drops out of the decision and would only blur the curves. What is
    within rounding of the costs counts as no difference, so that options alike do not earn a worth by it.
    """
    best = int(np.argmin(costs.mean(axis=1)))
    differences: Array = np.delete(costs, best, axis=0) - costs[best]
    differences[np.abs(differences) <= ROUNDING * np.max(np.abs(costs))] = 0.0
    return differences, best


def _best_savings(differences: Array) -> Array:
    """Give what the cheapest option of each draw saves against the one of lowest mean; shape `(draws,)`."""
    savings: Array = np.maximum(-differences.min(axis=0), 0.0)
    return savings


def _worth(savings: Array, most: float = math.inf) -> Worth:
    """Give the mean of savings, cut off at 0 and at the most that it can be, and its standard error."""
    if not savings.any():
        return NOTHING
    error = float(savings.std(ddof=1)) / math.sqrt(savings.size)
    return Worth(min(max(float(savings.mean()), 0.0), most), error)


def _learned_of_group(differences: Array, rest: Array, inputs: Array) -> Iterator[tuple[Array, Array, Array]]:
    """Give, for each input in turn, what knowing it saves in each draw, and the points of the curve of the rest.

    Shapes: `rest` is as `differences`; savings `(draws,)` in some order of draws, values `(points,)`, the rest given
    them `(options - 1, points)`.
    """
    both = np.concatenate([differences, rest])
    draws = inputs.shape[1]
    places = np.stack([np.argsort(one, kind="stable") for one in looking(inputs)])
    ordered = np.take_along_axis(inputs, places, axis=1)
    firsts = np.diff(ordered, axis=1, prepend=np.nan) != 0.0  # where a new value begins; NaN makes the first one new
    counts = firsts.sum(axis=1)
    arrangement, bounds = _parts(draws)
    smooth = (counts == draws) & (counts > FEW_VALUES)
    shown = _thinned(np.arange(draws))
    if smooth.any():
        together = np.stack([both[:, one[arrangement]] for one in looking(places[smooth])], axis=1)
        savings, curves = _fitted(together, _without_ties(draws))
        fits = iter(zip(savings, np.moveaxis(curves, 1, 0), strict=True))
    for quantity, count in enumerate(looking(counts)):
        if smooth[quantity]:
            saved, curve = next(fits)
            yield saved, ordered[quantity, shown], curve
        elif count == 1:
            yield np.zeros(draws), ordered[quantity, :1], rest.mean(axis=1)[:, None]
        else:
            design, own = _own_design(firsts[quantity]), _thinned(np.flatnonzero(firsts[quantity]))
            alone = np.take(both, places[quantity][None, arrangement], axis=1)
            savings, curves = _fitted(alone, _prepared(design[arrangement], design[own], bounds))
            yield savings[0], ordered[quantity, own], curves[:, 0]


def _thinned(places: _Places) -> _Places:
    """Give the places of a curve's points: all, or so many, spread evenly, the first and the last among them."""
    if len(places) <= _POINTS:
        return places
    return places[np.rint(np.linspace(0, len(places) - 1, _POINTS)).astype(np.intp)]


def _parts(draws: int) -> tuple[_Places, list[int]]:
    """Give places in an input's order sorted by part, and the bounds of the parts among them.

    Of each eight neighbours in the input's order every part takes one, by lot, so all parts see the whole range of
    the input alike. Neighbours by rank and not by draw: Sobol draws of even and odd number can lie on the two sides
    of one input's middle, and draws of a table written out stand sorted. By lot and not in turn: the last digit of
    one input's rank can be the first of another's. The lot is always the same, so equal cases give equal worths.
    """
    lots = np.random.default_rng(0).permuted(np.tile(np.arange(_PARTS), (-(-draws // _PARTS), 1)), axis=1)
    part = lots.ravel()[:draws]
    bounds: list[int] = np.searchsorted(np.sort(part), np.arange(_PARTS + 1)).tolist()
    return np.argsort(part, kind="stable"), bounds


def _own_design(firsts: npt.NDArray[np.bool_]) -> Array:
    """Give the design of an input with ties: a column per value where they are few, else a curve in their mid-rank."""
    values = np.cumsum(firsts) - 1
    if values[-1] < FEW_VALUES:
        columns: Array = np.eye(int(values[-1]) + 1)[values]
        return columns
    starts = np.append(np.flatnonzero(firsts), firsts.size)
    middles: Array = 0.5 * (starts[:-1] + starts[1:])
    return _spline(middles[values])


def _spline(ranks: Array) -> Array:
    """Give cubic B-splines at the normal scores of ranks between 0 and the number of draws; `(draws, functions)`.

    Normal scores, as in them a normal input is a straight line and a long tail is no cliff at the end. More draws
    bear more knots; they stand where they cut the draws into equal shares.
    """
    draws = ranks.size
    scores: Array = ndtri(ranks / draws)
    low, high = scores.min(), scores.max()
    number = min(_MOST_KNOTS, int(draws ** (1.0 / 3.0) / 3.0))
    inner = ndtri(np.arange(1, number + 1) / (number + 1))
    inner = inner[(inner > low) & (inner < high)]
    knots = np.concatenate([np.full(4, low), inner, np.full(4, high)])
    design: Array = BSpline.design_matrix(scores, knots, 3).toarray()
    return design


@dataclass(frozen=True, eq=False)
class _Fit:
    """All of a least-squares curve that does not hang on costs, so that it is prepared once for all inputs alike.

    Draws are sorted by part. `design` has shape (draws, functions); `others` turns, for each part, the moments of the
    other parts into the curve at the part's draws; `shown` the moments of all into the curve at its points.
    """

    design: Array
    parts: tuple[slice, ...]
    others: tuple[Array, ...]
    shown: Array


def _prepared(design: Array, shown: Array, bounds: list[int]) -> _Fit:
    """Prepare the fit of curves of a design, `shown` being the design at the points at which they are given."""
    parts = tuple(slice(start, end) for start, end in pairwise(bounds))
    squares = [design[part].T @ design[part] for part in parts]
    together: Array = np.sum(np.stack(squares), axis=0)
    others = tuple(_inverse(together - square) @ design[part].T for part, square in zip(parts, squares, strict=True))
    return _Fit(design, parts, others, _inverse(together) @ shown.T)


@lru_cache(maxsize=4)
def _without_ties(draws: int) -> _Fit:
    """Prepare the fit for inputs without ties: the ranks of all are alike, so one serves every input of every case."""
    arrangement, bounds = _parts(draws)
    design = _spline(np.arange(float(draws)) + 0.5)
    return _prepared(design[arrangement], design[_thinned(np.arange(draws))], bounds)


def _fitted(both: Array, fit: _Fit) -> tuple[Array, Array]:
    """Give what deciding by fitted curves saves in each draw, and curves fitted to all parts.

    Shapes: `both` (2 x (options - 1), inputs, draws), the cost differences that are decided by and then those of which
    curves are given, draws sorted by part. Returns (inputs, draws) and (options - 1, inputs, points). Each part is
    decided by what the others teach. An option is taken only where its curve is below 0 by more than rounding: on a
    tie, and for a value that the other parts never saw, the option of lowest mean stays.
    """
    options = both.shape[0] // 2
    differences, rest = both[:options], both[options:]
    moments = [differences[..., part] @ fit.design[part] for part in looking(fit.parts)]
    all_moments: Array = np.sum(np.stack(moments), axis=0)
    margin = ROUNDING * np.max(np.abs(differences))
    savings: Array = np.empty(differences.shape[1:])
    for part, moment, others in looking(zip(fit.parts, moments, fit.others, strict=True)):
        fitted: Array = (all_moments - moment) @ others
        chosen = fitted.argmin(axis=0)[None]
        scored = np.take_along_axis(differences[..., part], chosen, axis=0)[0]
        savings[:, part] = np.where(fitted.min(axis=0) < -margin, -scored, 0.0)
    return savings, rest @ fit.design @ fit.shown


def _inverse(squares: Array) -> Array:
    return np.asarray(np.linalg.pinv(squares, rcond=1e-10, hermitian=True), dtype=np.float64)
