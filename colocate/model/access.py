"""How easily constituents reach each option: minutes door to door, scores, groups (method, section 13).

Arrays have the constituent (or group) on axis 0 and the draw on axis 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from colocate.case import Case, Option
from colocate.case.reach import Access, Constituent
from colocate.earth import distance_km
from colocate.model.costs.travel import TravelNeed
from colocate.quantity import Array, Figure
from colocate.stopping import looking

ROWS = 512
"""Constituents worked out between two looks whether the work is still wanted; few enough for memory as well."""

Known = Literal["measured", "own estimate", "distance"]


@dataclass(frozen=True)
class OptionAccess:
    """How constituents reach one option. Rows follow `constituents`; `known` tells what their minutes come from.

    `travel` is what our staff travel in a year to see them, `their_hours` what they travel and wait to see us.
    """

    constituents: tuple[Constituent, ...]
    known: tuple[Known, ...]
    minutes: Array
    scores: Array
    visits: Array
    group_scores: Mapping[str, Array]
    tripartite: Array
    travel: TravelNeed
    their_hours: Array

    @property
    def measured(self) -> tuple[bool, ...]:
        """Tell which minutes were measured; the others are estimates."""
        return tuple(one == "measured" for one in self.known)


def constituents_at(case: Case) -> tuple[Constituent, ...]:
    """Give the constituents that exist on the decision date: since <= date < until."""
    day = case.decision_date
    return tuple(
        constituent
        for constituent in case.constituents
        if (constituent.since is None or constituent.since <= day)
        and (constituent.until is None or day < constituent.until)
    )


def option_access(case: Case, option: Option) -> OptionAccess | None:
    """Work out minutes and scores of one option; None where the case, or the option, says nothing of access."""
    settings, place = case.access, option.place
    constituents = constituents_at(case)
    if settings is None or place is None or not constituents:
        return None
    latitudes = np.array([[constituent.latitude] for constituent in constituents])
    longitudes = np.array([[constituent.longitude] for constituent in constituents])
    pace = minutes_per_km(settings)
    kilometres = _by_rows(
        lambda north, east: distance_km(north, east, place.latitude, place.longitude) * settings.circuity,
        latitudes,
        longitudes,
    )
    estimated = _by_rows(lambda here: settings.access_minutes + here * pace, kilometres)
    known, street_to_street = _best_known(case, option, constituents, estimated)
    at_the_door = place.screening + place.waiting
    minutes = _by_rows(lambda here: here + at_the_door, street_to_street)
    scores = _by_rows(lambda here: score(here, settings.ideal, settings.limit), minutes)
    by_us = np.array([constituent.visits_by_us for constituent in constituents])
    by_them = np.array([constituent.visits_by_them for constituent in constituents])
    visits = by_them
    if case.travel is None or case.travel.shown_in == "access":
        visits = by_them + by_us
    groups = group_scores(scores, visits, tuple(constituent.group for constituent in constituents))
    weights = np.array([settings.group_weights.get(group, 1.0) for group in groups])
    both_ways = 2.0 * by_us[:, None]
    return OptionAccess(
        constituents=constituents,
        known=known,
        minutes=minutes,
        scores=scores,
        visits=visits,
        group_scores=groups,
        tripartite=power_mean(np.stack(list(groups.values())), weights, settings.exponent) if groups else np.zeros(1),
        travel=TravelNeed(
            hours=_added_up(lambda times, here: times * here / 60.0, both_ways, street_to_street),
            kilometres=_added_up(lambda times, here: times * here, both_ways, kilometres),
        ),
        their_hours=_added_up(
            lambda times, here: times * (2.0 * here + at_the_door) / 60.0, by_them[:, None], street_to_street
        ),
    )


def _by_rows(work: Callable[..., Array], *arrays: Array) -> Array:
    """Work something out from arrays a block of constituents at a time; axis 0 of all is the constituent."""
    parts = [work(*(one[rows] for one in arrays)) for rows in looking(_blocks(len(arrays[0])))]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _added_up(work: Callable[..., Array], *arrays: Array) -> Array:
    """Add up over the constituents what is worked out from arrays, a block of constituents at a time."""
    parts = [work(*(one[rows] for one in arrays)).sum(axis=0) for rows in looking(_blocks(len(arrays[0])))]
    found: Array = parts[0] if len(parts) == 1 else np.sum(np.stack(parts), axis=0)
    return found


def _blocks(count: int) -> list[slice]:
    return [slice(start, start + ROWS) for start in range(0, count, ROWS)]


def _best_known(
    case: Case, option: Option, constituents: tuple[Constituent, ...], by_distance: Array
) -> tuple[tuple[Known, ...], Array]:
    """Give the minutes from door to door: measured ones first, then the director's own, then those by distance."""
    measured = {one.constituent: one.minutes for one in case.travel_times if one.option == option.id}
    estimates = case.access.estimates if case.access is not None else ()
    own = {one.constituent: one.minutes for one in estimates if one.option == option.id}
    keys = [constituent.key for constituent in constituents]
    known: tuple[Known, ...] = tuple(
        "measured" if key in measured else "own estimate" if key in own else "distance" for key in keys
    )
    if not measured and not own:
        return known, by_distance
    told = own | measured
    given = [told.get(key, 0.0) for key in keys]
    by_distance_alone = np.array([[one == "distance"] for one in known])
    if all(isinstance(one, float) for one in given):
        return known, np.where(by_distance_alone, by_distance, np.array(given)[:, None])
    rows = np.broadcast_arrays(*(np.atleast_1d(one) for one in given))
    return known, np.where(by_distance_alone, by_distance, np.stack(rows))


def minutes_per_km(settings: Access) -> Figure:
    """Give the minutes for one kilometre by road, over the modes and over peak and free hours."""
    pace: Figure = 0.0
    shares: Figure = 0.0
    for mode in settings.modes:
        hours = settings.peak_share / mode.peak_speed + (1.0 - settings.peak_share) / mode.free_speed
        pace = pace + mode.share * hours
        shares = shares + mode.share
    return 60.0 * pace / shares


def score(minutes: Array, ideal: Figure, limit: Figure) -> Array:
    """Give 100 at or below the ideal, 0 at or beyond the limit, and a smooth S-curve between them.

    >>> score(np.array([[10.0], [35.0], [60.0]]), 10.0, 60.0).ravel().tolist()
    [100.0, 50.0, 0.0]
    """
    room = np.maximum(np.asanyarray(limit) - ideal, 1e-9)  # a draw far out may put the limit below the ideal
    beyond = np.clip((minutes - ideal) / room, 0.0, 1.0)
    return 100.0 * (1.0 - 3.0 * beyond**2 + 2.0 * beyond**3)


def group_scores(scores: Array, visits: Array, groups: tuple[str, ...]) -> dict[str, Array]:
    """Give the visit-weighted mean score of each group, in order of first mention; groups without visits are out."""
    found = {}
    for group in looking(dict.fromkeys(groups)):
        rows = np.array([name == group for name in groups])
        weights = np.where(rows, visits, 0.0)
        if weights.sum() > 0:
            found[group] = _added_up(lambda here, share: here * share, scores, (weights / weights.sum())[:, None])
    return found


def power_mean(scores: Array, weights: Array, exponent: Figure) -> Array:
    """Give the weighted power mean over groups, axis 0; shape `(draws,)`.

    Exponent 1 is the plain mean, 0 the geometric mean, and the lower the exponent the nearer to the worst-served
    group. With an exponent at or below 0, a score of 0 makes the whole 0. Weights need not add to 1.

    >>> power_mean(np.array([[25.0], [100.0]]), np.array([1.0, 1.0]), 0.0).round(9).tolist()
    [50.0]
    """
    shares = (weights / weights.sum())[:, None]
    exponent = np.asanyarray(exponent, dtype=float)
    positive = np.maximum(scores, 1e-300)
    geometric = np.exp((shares * np.log(positive)).sum(axis=0))
    power = np.where(np.abs(exponent) < 1e-9, 1.0, exponent)
    raised = power * np.log(positive)
    largest = raised.max(axis=0)
    general = np.exp((largest + np.log((shares * np.exp(raised - largest)).sum(axis=0))) / power)
    mean = np.where(np.abs(exponent) < 1e-9, geometric, general)
    return np.where((exponent <= 0) & (scores.min(axis=0) <= 0), 0.0, mean)
