"""Figures that a case may state and that are hardly meant: places on another continent, seconds for minutes, fractions.

What each says stands in `words.cautions_of_figures`. Central values are looked at, and the ends of ranges where a draw
could be what is hardly meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from colocate.analysis.caution import Caution
from colocate.case import Case
from colocate.case.premises import SUBSIDISED, Lease
from colocate.case.spending import RunningCost
from colocate.earth import distance_km
from colocate.model.access import constituents_at
from colocate.model.expected import OptionExpected
from colocate.quantity import Quantity, central_of

TENFOLD = 10.0
"""A rent beyond ten times the market's, or below a tenth of it, is in another unit or currency."""

NARROW = 0.05
"""An assumed range of less than this part of its figure is surer than an assumption can be."""

FRACTION = {"%": 1.0, "%/year": 0.1}
"""Per cent below these are more likely fractions."""

STRONG = ("USD", "EUR", "GBP", "CHF")
WORTH = 5.0
"""No currency is worth five times as much as a strong one."""

FAR = 300.0
"""Kilometres from the middle of all places beyond which a place is looked at twice."""

SLOW, FAST = 2.0, 150.0
"""Kilometres an hour, in a straight line, between which measured ways lie."""

STATED = re.compile(r"(?<![\d.,-])(\d+(?:\.\d+)?) (?:to|-|\u2013) (\d+(?:\.\d+)?)(?![\d,]|\.\d)")
Point = tuple[str, float, float]


def implausible(case: Case) -> Iterator[Caution]:
    """Find what is hardly meant in the case as a whole."""
    people = (case.office.people, *(one.people for one in case.office.people_from))
    if all(central_of(one) == 0 for one in people):
        yield Caution("nobody works there")
    figures = [one for one in case.quantities.values() if not one.path.startswith("travel_times")]
    if narrow := tuple(one.path for one in figures if _is_narrow(one)):
        yield Caution("narrow ranges", names=narrow)
    if fractions := tuple(one.path for one in figures if _is_like_a_fraction(one)):
        yield Caution("per cent like fractions", names=fractions)
    for currency in case.currencies:
        rate = central_of(currency.rate)
        strong, weak = case.currency in STRONG, currency.code in STRONG
        if (strong and rate < 1 / WORTH) or (weak and not strong and rate > WORTH):
            yield Caution("rate of exchange upside down", figures={"rate": rate}, names=(currency.code,))
    yield from _of_places(case)
    yield from _of_times(case)


def implausible_option(option: OptionExpected, case: Case) -> Iterator[Caution]:
    """Find what is hardly meant in one option."""
    yield from _of_lease(option.option.lease, "", option.id, case)
    for one in option.option.premises:
        yield from _of_lease(one.lease, one.name, option.id, case)
    yield from _of_months(option, case)


def _of_lease(lease: Lease, premises: str, option: str, case: Case) -> Iterator[Caution]:
    here = (option,)
    expiry = None if lease.expiry is None else central_of(lease.expiry)
    free = central_of(lease.rent_free_months)
    if expiry is not None and free > expiry - central_of(lease.start):
        term = expiry - central_of(lease.start)
        yield Caution("rent-free months outlast the lease", here, {"months": free, "term": term}, premises=premises)
    if market := _market_apart(lease, case):
        yield Caution("rent unlike the market", here, {"times": market}, premises=premises)
    if lease.tenure in SUBSIDISED and expiry is not None and expiry >= case.horizon_months:
        yield Caution("promise outlasts the horizon", here, {"month": expiry}, (str(lease.tenure),), premises)


def _of_months(option: OptionExpected, case: Case) -> Iterator[Caution]:
    """A move after the horizon never happens, and a cost that ends before the move is never paid."""
    move = option.option.move
    moving_in = 0.0 if move is None else central_of(move.month) + central_of(move.delay)
    latest = moving_in
    if move is not None:
        place = ("options", [one.id for one in case.options].index(option.id), "move")
        latest = sum(_highest(case, (*place, name), central_of(getattr(move, name))) for name in ("month", "delay"))
    if moving_in >= case.horizon_months:
        yield Caution("move beyond the horizon", (option.id,), {"month": moving_in})
    elif latest >= case.horizon_months:
        yield Caution("move may fall beyond the horizon", (option.id,), {"month": latest})
    never = [cost.name for cost in option.option.running if _never_counts(cost, moving_in, case.horizon_months)]
    for own in option.stay.own:
        if own.further is not None:
            begins, ends = central_of(own.begins), central_of(own.ends)
            never += [own.further.name] if begins >= ends else []
            never += [
                f"{cost.name}, {own.further.name}" for cost in own.further.running if _never_counts(cost, begins, ends)
            ]
    if never:
        yield Caution("costs that never count", (option.id,), names=tuple(never))


def _never_counts(cost: RunningCost, begins: float, ends: float) -> bool:
    """Tell whether a running cost of premises that are used over these months ends before them or starts after them."""
    return (cost.end is not None and central_of(cost.end) <= begins) or central_of(cost.start) >= ends


def _highest(case: Case, place: tuple[str | int, ...], central: float) -> float:
    path = next((path for path, places in case.places_of.items() if place in places), None)
    return central if path is None else max(central, case.quantities[path].high * case.quantities[path].scale)


def _is_narrow(quantity: Quantity) -> bool:
    """Tell whether an assumed range is a few per cent wide, or one inside a wider range that its source states."""
    if not quantity.is_uncertain or quantity.shape == "yes/no":
        return False
    if quantity.quality == "assumed":
        size = max(abs(quantity.low), abs(quantity.high))
        if quantity.high - quantity.low < NARROW * size and quantity.unit not in ("degree", "%"):
            return True
    wider = ((float(low), float(high)) for low, high in STATED.findall(quantity.source))
    return any(low < quantity.low and quantity.high < high for low, high in wider)


def _is_like_a_fraction(quantity: Quantity) -> bool:
    ends = (quantity.low, quantity.mode, quantity.high) if quantity.has_range else (quantity.value,)
    limit = 0.0 if quantity.path.startswith("discounting.rate") else FRACTION.get(quantity.unit, 0.0)
    return max(abs(one) for one in ends) < limit and any(one != 0 for one in ends)


def _market_apart(lease: Lease, case: Case) -> float:
    """Give how many times the market's rent a lease's own is, where that is beyond all measure; else 0."""
    rent = central_of(lease.rent)
    like = [lease, *(one.lease for one in case.options)]
    like += [one.lease for option in case.options for one in option.premises]
    like = [one for one in like if (one.per, one.currency) == (lease.per, lease.currency)]
    markets = [term.rent for one in like for term in (one.renewal, one.market_value) if term is not None]
    known = [central_of(market) for market in markets if central_of(market) > 0]
    if rent <= 0 or not known:
        return 0.0
    times = [rent / market for market in known]
    too_cheap = lease.tenure not in SUBSIDISED and max(times) < 1 / TENFOLD
    return times[0] if min(times) > TENFOLD or too_cheap else 0.0


def _of_places(case: Case) -> Iterator[Caution]:
    """A place far from the middle of all is swapped, has the wrong sign, or is far away."""
    points: list[Point] = [(one.name, one.latitude, one.longitude) for one in constituents_at(case)]
    doors = [(one.name, one.place) for one in case.options if one.place is not None]
    points += [(name, central_of(door.latitude), central_of(door.longitude)) for name, door in doors]
    if len(points) < 3:
        return
    middle = (float(np.median([one[1] for one in points])), float(np.median([one[2] for one in points])))
    for name, latitude, longitude in dict.fromkeys(points):
        away = _apart((latitude, longitude), middle)
        if away <= FAR:
            continue
        figures = {"kilometres": away}
        if _is_near([(longitude, latitude)], middle):
            yield Caution("coordinates swapped", figures=figures, names=(name,))
        elif _is_near([(-latitude, longitude), (latitude, -longitude), (-latitude, -longitude)], middle):
            yield Caution("sign of coordinates", figures=figures, names=(name,))
        else:
            yield Caution("far from all others", figures=figures, names=(name,))


def _is_near(places: Sequence[tuple[float, float]], middle: tuple[float, float]) -> bool:
    return any(abs(place[0]) <= 90 and _apart(place, middle) <= FAR for place in places)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(distance_km(np.array(one[0]), np.array(one[1]), *other))


def _of_times(case: Case) -> Iterator[Caution]:
    """Measured ways that are all far slower or faster than anyone travels are seconds, hours, or of another place."""
    people = {one.key: one for one in constituents_at(case)}
    doors = {one.id: one.place for one in case.options if one.place is not None}
    speeds, minutes = [], []
    for way in case.travel_times:
        one, door, taken = people.get(way.constituent), doors.get(way.option), central_of(way.minutes)
        if one is None or door is None or taken <= 0:
            continue
        here = (central_of(door.latitude), central_of(door.longitude))
        speeds.append(60 * _apart((one.latitude, one.longitude), here) / taken)
        minutes.append(taken)
    if not speeds:
        return
    speed, typical = float(np.median(speeds)), float(np.median(minutes))
    if (speed < SLOW and typical > 60) or speed > FAST:
        yield Caution("times unlike distances", figures={"speed": speed, "minutes": typical})
