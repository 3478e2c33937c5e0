"""Staff travel in money (method.md, section 10, with distances and minutes of section 13)."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .figures import Record, fraction, number
from .growth import Case
from .ledger import Ledger
from .months import coverage
from .premises import Premises

Constituents = Sequence[Mapping[str, Any]]
TravelTimes = Mapping[tuple[str, str], float]

EARTH_RADIUS_KM = 6371.0088


def great_circle(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points on the globe, by the haversine formula."""
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    half_up, half_across = (other_north - north) / 2, math.radians(other_longitude - longitude) / 2
    chord = math.sin(half_up) ** 2 + math.cos(north) * math.cos(other_north) * math.sin(half_across) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(math.sqrt(chord), 1.0))


def minutes_per_km(case: Case, access: Record) -> float:
    """The mean over the modes, each partly at its peak speed and partly at its free speed."""
    at_peak = fraction(case.document, access, "peak_share", 0.5)
    weights, hours = 0.0, 0.0
    for mode in access["modes"]:
        share = fraction(case.document, mode, "share")
        peak_speed, free_speed = number(case.document, mode, "peak_speed"), number(case.document, mode, "free_speed")
        hours += share * (at_peak / peak_speed + (1 - at_peak) / free_speed)
        weights += share
    return 60 * hours / weights


def exists(case: Case, constituent: Mapping[str, Any]) -> bool:
    """Whether a constituent exists at the decision date."""
    day, since, until = case.document["decision_date"], constituent.get("since"), constituent.get("until")
    return (since is None or since <= day) and (until is None or day < until)


def minutes_and_kilometres(
    case: Case, option: Record, constituents: Constituents, times: TravelTimes
) -> tuple[float, float]:
    """Minutes and road kilometres of a year's visits, there and back, from one option's place."""
    access, place = case.document["access"], option["place"]
    latitude, longitude = number(case.document, place, "latitude"), number(case.document, place, "longitude")
    circuity, door = number(case.document, access, "circuity"), number(case.document, access, "access_minutes")
    minutes, kilometres = 0.0, 0.0
    for constituent in constituents:
        if not exists(case, constituent):
            continue
        straight = great_circle(latitude, longitude, constituent["latitude"], constituent["longitude"])
        road, worked_out = straight * circuity, door + straight * circuity * minutes_per_km(case, access)
        trips = 2 * constituent["visits_by_us"]
        minutes += trips * times.get((constituent["name"], option["id"]), worked_out)
        kilometres += trips * road
    return minutes, kilometres


def enter_travel(
    case: Case,
    ledger: Ledger,
    premises: Premises,
    left: Premises | None,
    constituents: Constituents,
    times: TravelTimes,
) -> None:
    """Time and fares of staff who visit constituents, from the place where the office is."""
    travel = case.document.get("travel")
    if travel is None or travel.get("shown_in", "access") != "money" or "access" not in case.document:
        return
    index = case.index[travel["driver"]] if "driver" in travel else [1.0] * case.years
    exchange = case.exchange(travel)
    cost_per_minute = number(case.document, travel, "cost_per_hour") / 60
    cost_per_minute *= number(case.document, travel, "people_per_trip", 1.0)
    fare = number(case.document, travel, "fare_per_km")
    stays = [(premises, premises.moving_in, float(case.months))]
    if left is not None:
        stays.append((left, 0.0, premises.moving_in))
    for where, start, end in stays:
        minutes, kilometres = minutes_and_kilometres(case, where.option, constituents, times)
        used = [part * index[year] / exchange[year] for year, part in enumerate(coverage(case.years, start, end))]
        time_costs = [minutes * cost_per_minute * part for part in used]
        ledger.by_year("staff travel time", "agency", time_costs, "efficiency")
        ledger.by_year("fares", "agency", [kilometres * fare * part for part in used])
