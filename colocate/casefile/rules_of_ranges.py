"""What must hold between ranges, so that no draw contradicts the case: correlations that are possible, dates in order.

Central values have been looked at by `rules`; here it is the whole range, since a draw may fall anywhere in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from colocate.case import Option
from colocate.case.correlation import Correlation
from colocate.case.premises import Indexation, Lease
from colocate.case.reach import Access
from colocate.case.spending import Income, RunningCost
from colocate.casefile.central import NORMAL_95
from colocate.casefile.faults import (
    Fault,
    did_you_mean,
    fault_at,
)
from colocate.casefile.walk import Place, Survey, leases_of
from colocate.draws.correlation import (
    TIED,
    is_possible,
    matrix_of,
    nearest_possible,
    project_of,
    ranks,
    tied_by_class,
    together,
)
from colocate.message import Message, unsaid
from colocate.quantity import Array, Quantity

Record = Mapping[str, Quantity]

ROUNDED = 2
"""Decimals to which the nearest possible correlations are offered."""

MARGIN = 0.02
"""Smallest eigenvalue of the matrix that is offered, so that rounding does not make it impossible again."""

FAR = 5.0
"""Standard deviations from the middle beyond which a draw of a normal figure is not reckoned with."""

NAMED = 12
"""Figures at most that a message names."""


CONFLICTS = {
    "below the ideal": unsaid("could be below the ideal: {earlier} reaches {end}, and {later} begins at {begin}"),
    "lease ends early": unsaid(
        "the lease could end before it starts: {earlier} reaches {end}, and {later} begins at {begin}"
    ),
    "break comes late": unsaid(
        "the break could come after the expiry: {earlier} reaches {end}, and {later} begins at {begin}"
    ),
    "step comes early": unsaid(
        "could come before the step before it: {earlier} reaches {end}, and {later} begins at {begin}"
    ),
    "move comes early": unsaid(
        "the office could move in before its lease starts: {earlier} reaches {end}, and {later} begins at {begin}"
    ),
    "lease ends before the move": unsaid(
        "the lease could end before the move: {earlier} reaches {end}, and {later} begins at {begin}"
    ),
    "below the floor": unsaid("could be below the floor: {earlier} reaches {end}, and {later} begins at {begin}"),
    "cost ends early": unsaid("could end before it starts: {earlier} reaches {end}, and {later} begins at {begin}"),
}
"""What is wrong where one figure can come after another that must follow it, by the pair that they are."""


def faults_of_ranges(read: Survey) -> list[Fault]:
    """Find the correlations that cannot hold and the ranges that run into each other."""
    return [*_correlations(read), *_out_of_order(read)]


def _out_of_order(read: Survey) -> Iterator[Fault]:
    """Find figures that a draw could put in the wrong order, though their central values are in the right one."""
    for place in read.places.values():
        for earlier, later, conflict in _orders(place, read):
            if earlier is None or later is None or earlier.path == later.path:
                continue
            end, begin = reach(earlier)[1], reach(later)[0]
            last, first = end * earlier.scale, begin * later.scale
            crossing = last >= first if earlier.figure < later.figure else last > first
            if crossing and earlier.figure <= later.figure:
                yield Fault(
                    f"{later.path}.low" if later.is_uncertain else f"{earlier.path}.high",
                    Message(
                        CONFLICTS[conflict],
                        earlier=earlier.path,
                        end=f"{end:.6g}",
                        later=later.path,
                        begin=f"{begin:.6g}",
                    ),
                    Message("Narrow one of the two ranges, so that no draw puts them in the wrong order"),
                )


def reach(quantity: Quantity) -> tuple[float, float]:
    """Give the least and the most that a draw can be; of a normal figure all but one draw in three million."""
    if quantity.settled is not None:
        return quantity.settled, quantity.settled
    if quantity.shape not in ("normal", "lognormal"):
        return quantity.low, quantity.high
    turn, back = (np.log, np.exp) if quantity.shape == "lognormal" else (np.array, np.array)
    low, high = float(turn(quantity.low)), float(turn(quantity.high))
    middle, spread = (low + high) / 2.0, (high - low) / (2.0 * NORMAL_95)
    least, most = float(back(middle - FAR * spread)), float(back(middle + FAR * spread))
    return max(least, quantity.least), min(most, quantity.most)


def _orders(place: Place, read: Survey) -> Iterator[tuple[Quantity | None, Quantity | None, str]]:
    """Give the pairs of figures in a record of which the first must come before the second, and why."""
    here = read.quantities(place.steps)

    def below(*inner: str | int) -> Record:
        return read.quantities((*place.steps, *inner))

    if place.record is Access:
        yield here.get("ideal"), here.get("limit"), "below the ideal"
    elif place.record is Lease:
        yield here.get("start"), here.get("expiry"), "lease ends early"
        yield below("break_option").get("month"), here.get("expiry"), "break comes late"
        steps = [
            below("steps", position).get("after_months") for position in range(len(place.written.get("steps", [])))
        ]
        for earlier, later in pairwise(steps):
            yield earlier, later, "step comes early"
    elif place.record is Option and place.written.get("move") is not None:
        yield (
            below("lease").get("start"),
            below("move").get("month"),
            "move comes early",
        )
        for to_lease, _lease, _record in leases_of(place.written):
            yield below("move").get("month"), below(*to_lease).get("expiry"), "lease ends before the move"
    elif place.record is Indexation:
        yield here.get("floor"), here.get("cap"), "below the floor"
    elif place.record in (RunningCost, Income):
        yield here.get("start"), here.get("end"), "cost ends early"


def _correlations(read: Survey) -> Iterator[Fault]:
    written = [place for place in read.places.values() if place.record is Correlation]
    if not written:
        return
    known = _quantities(read)
    pairs: dict[tuple[str, str], tuple[Place, float]] = {}
    for place in written:
        faults = list(_of_pair(place, read, known))
        yield from faults
        if not all(isinstance(place.written.get(end), str) for end in ("first", "second")):
            continue
        first, second = (place.written[end] for end in ("first", "second"))
        pair = (min(first, second), max(first, second))
        if pair in pairs:
            yield fault_at(
                place.path,
                "{first} and {second} stand in {place} already",
                "Take one out",
                first=first,
                second=second,
                place=pairs[pair][0].path,
            )
        rank = read.quantities(place.steps).get("rank")
        if not faults and rank is not None:
            pairs.setdefault(pair, (place, rank.figure))
    stated = {pair: rank for pair, (_, rank) in pairs.items()}
    in_classes = tied_by_class(_with_classes(read))
    yield from _impossible({(min(pair), max(pair)): TIED for pair in in_classes} | stated)


def _with_classes(read: Survey) -> Iterator[tuple[str, str, str]]:
    """Give path, reference class and project of every figure whose range comes from a class."""
    found: dict[str, tuple[str, str, str]] = {}
    for steps, figures in read.figures.items():
        for _, inner, one in figures:
            if isinstance(one, Quantity) and one.reference_class:
                found.setdefault(one.path, (one.path, one.reference_class, project_of((*steps, *inner))))
    yield from found.values()


def _of_pair(place: Place, read: Survey, known: Mapping[str, Quantity]) -> Iterator[Fault]:
    """Each end names a figure with a range, not the same twice, and the correlation itself has no range."""
    for end in ("first", "second"):
        path = place.written.get(end)
        if not isinstance(path, str):
            continue
        quantity = known.get(path)
        if quantity is None:
            yield Fault(
                place.at(end), Message('there is no figure "{name}"', name=path), did_you_mean(path, list(known))
            )
        elif quantity.shape == "yes/no":
            yield fault_at(
                place.at(end), "{name} is a yes or no, which has no rank", "Name a figure with low and high", name=path
            )
        elif not quantity.has_range:
            yield fault_at(
                place.at(end),
                "{name} is fixed: it cannot move with another",
                "Give it a range, or take this out",
                name=path,
            )
    if place.written.get("first") is not None and place.written.get("first") == place.written.get("second"):
        yield fault_at(place.at("second"), "is the first figure again", "Name another one")
    rank = read.quantities(place.steps).get("rank")
    if rank is not None and rank.has_range:
        yield fault_at(place.at("rank"), "has a range itself", "Write one number from -0.99 to 0.99")


def _impossible(pairs: Mapping[tuple[str, str], float]) -> Iterator[Fault]:
    """Name the correlations that cannot hold all at once, and the nearest that can."""
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    numbered = [(names.index(first), names.index(second), rank) for (first, second), rank in pairs.items()]
    for members in together(len(names), numbered):
        inner = [
            (members.index(one), members.index(two), rank)
            for one, two, rank in numbered
            if one in members and two in members
        ]
        matrix = matrix_of(len(members), inner)
        if is_possible(matrix):
            continue
        told = [_with(names[members[one]], names[members[two]], rank) for one, two, rank in inner]
        offered = _offered(matrix)
        nearest = [
            _with(names[members[one]], names[members[two]], float(offered[one, two]))
            for one in range(len(members))
            for two in range(one + 1, len(members))
            if offered[one, two] != 0
        ]
        yield fault_at(
            "correlations",
            "cannot all hold at once: {ranks}",
            "The nearest that can: {nearest}",
            ranks=tuple(told[:NAMED]),
            nearest=tuple(nearest[:NAMED]),
        )


def _with(first: str, second: str, rank: float) -> Message:
    return Message("{first} with {second} {rank}", first=first, second=second, rank=rank)


def _offered(matrix: Array) -> Array:
    """Give the nearest possible rank correlations, to two decimals, and still possible so rounded."""
    nearest = nearest_possible(matrix, MARGIN)
    offered = np.round(ranks(nearest), ROUNDED)
    while not is_possible(matrix_of_ranks(offered)):
        nearest = 0.98 * nearest + 0.02 * np.eye(len(nearest))
        offered = np.round(ranks(nearest), ROUNDED)
    return offered + 0.0


def matrix_of_ranks(rank: Array) -> Array:
    """Write a full matrix of rank correlations as one of normal scores."""
    size = len(rank)
    return matrix_of(size, [(one, two, float(rank[one, two])) for one in range(size) for two in range(one)])


def _quantities(read: Survey) -> dict[str, Quantity]:
    """Give every figure of the case, but the correlations themselves, by the path that results use."""
    return {
        quantity.path: quantity
        for steps, place in read.places.items()
        if place.record is not Correlation
        for _, _, quantity in read.figures[steps]
        if isinstance(quantity, Quantity)
    }
