"""Fill a short case: drivers, discounting, space, leases, running and one-off costs, in places that it left empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeGuard

from colocate.casefile.defaults import (
    Defaults,
    Record,
    Table,
    in_dollars,
    market_of,
    put_missing,
    record_in,
    records_in,
)
from colocate.casefile.growing import name_drivers
from colocate.units import MONTHS_PER_YEAR

BEFORE, AFTER = 4.0, 2.0
"""Months before and after moving in between which the bills of a move are taken to fall."""

LATEST = 1190.0
"""A later month of moving in is a fault, which another check tells."""

LineOfCost = tuple[str, str, str, str]

RUNNING: tuple[LineOfCost, ...] = (
    ("Utilities", "utilities", "m2", "utilities"),
    ("Cleaning", "cleaning", "m2", "cleaning"),
    ("Maintenance", "maintenance", "m2", "maintenance"),
    ("Insurance", "insurance", "person", "insurance"),
    ("Guards and reception", "security", "person", "guards"),
    ("Lines and support", "ict", "person", "connection"),
)
"""Running costs that every office has: name, category, what they are per, and the default.

They are the same under every option, so that no default makes one option cheaper than another but by its size.
"""

ONE_OFFS: tuple[LineOfCost, ...] = (
    ("Fit-out", "fit-out", "m2", "fit_out"),
    ("Furniture", "furniture", "workstation", "furniture"),
    ("Moving", "moving", "workstation", "moving"),
    ("Network", "ict set-up", "workstation", "network"),
    ("Running the move", "project management", "person", "project_management"),
)
"""What a move costs once."""


def filled(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a document with what it leaves out filled in; the very same one where it takes no defaults."""
    if not market_of(document):
        return document
    own: Table = _copied(document)
    fill(own)
    return own


def fill(document: Record, written: Callable[[Table], Any] = dict) -> None:
    """Fill a document in its place; nothing where it takes no defaults. `written` makes a table of a figure."""
    market = market_of(document)
    if not market:
        return
    defaults = Defaults(market, written)
    put_missing(record_in(document, "discounting"), "rate", defaults.figure("discount_rate"))
    office = record_in(document, "office")
    for key in ("desks_per_person", "m2_per_desk", "shared_space"):
        put_missing(office, key, defaults.figure(key))
    for house in records_in(document, "houses"):
        put_missing(house, "occupancy", defaults.figure("occupancy"))
    for option in records_in(document, "options"):
        _option(document, option, defaults)
    _services(document, defaults)
    _access(document, defaults)
    name_drivers(document, defaults)


def _option(document: Record, option: Record, defaults: Defaults) -> None:
    lease, further = option.get("lease"), records_in(option, "premises")
    if _is_filled(lease, document):
        _lease(document, lease, defaults, goes_on="expiry" in lease)
    for one in further:
        if _is_filled(lease_there := one.get("lease"), document):
            _lease(document, lease_there, defaults, goes_on="renewal" in lease_there)
    if not in_dollars(document, {}):
        return
    in_main = {*included(lease), *categories_of_house(document, option)}
    elsewhere = {*in_main, *(category for one in further for category in paid_there(one))}
    _add(document, option, "running", [one for one in RUNNING if one[1] not in elsewhere], defaults)
    for one in further:
        _add(document, one, "running", _of_further(option, one, in_main), defaults)
    move = option.get("move")
    if isinstance(move, dict):
        put_missing(move, "delay", defaults.figure("delay"))
        _disruption(document, option, defaults)
        month = _month_of(document, option, move, defaults)
        if month is not None:
            works = [one for one in ONE_OFFS if not (one[1] == "fit-out" and option.get("works"))]
            _add(document, option, "one_offs", works, defaults, month=month)
        if not any(_has_class(document, one.get("amount")) for key in ("one_offs", "works")
                   for one in records_in(option, key)):  # fmt: skip
            put_missing(option, "contingency", defaults.figure("contingency"))


def _disruption(document: Record, option: Record, defaults: Defaults) -> None:
    """Fill what a move does to people: days lost, of people who cost what a local post does."""
    if "disruption" not in option:
        option["disruption"] = {"days_lost": defaults.figure("days_lost")}
    disruption = option["disruption"]
    if isinstance(disruption, dict):
        _from_shared(document, disruption, "cost_per_person", "post_cost", defaults)


def _is_filled(lease: Any, document: Record) -> TypeGuard[Table]:
    """Tell whether something is a lease that the defaults fit: per m2, and in dollars."""
    return isinstance(lease, dict) and in_dollars(document, lease) and lease.get("per", "m2") == "m2"


def included(lease: Any) -> Iterator[str]:
    """Give the categories of cost that the rent of a lease includes."""
    includes = lease.get("includes") if isinstance(lease, dict) else None
    if isinstance(includes, list):
        yield from (one for one in includes if isinstance(one, str))


def paid_there(premises: Mapping[str, Any]) -> frozenset[str]:
    """Give the categories of running costs that premises pay for by themselves: in their rent, or by own lines."""
    lines = (str(one.get("category")) for one in records_in(premises, "running"))
    return frozenset((*included(premises.get("lease")), *lines))


def _of_further(option: Record, premises: Record, in_main: Collection[str]) -> list[LineOfCost]:
    """Give the running costs that further premises need of their own: the main ones have them in rent or house.

    All others that an option has are of all its premises together.
    """
    paid = {*paid_there(premises), *(str(one.get("category")) for one in records_in(option, "running"))}
    return [one for one in RUNNING if one[1] in in_main and one[1] not in paid]


def _lease(document: Record, lease: Record, defaults: Defaults, *, goes_on: bool) -> None:
    """Fill a lease per m2 with the market's rent, a service charge, what follows the expiry, and what leaving costs.

    A lease that does not go on ends with its expiry: only further premises have one, where they state no renewal.
    """
    tenure = lease.get("tenure")
    if tenure not in ("commercial", "preferential", "nominal", "rent-free"):
        return
    if tenure == "commercial":
        put_missing(lease, "rent", defaults.shared(document, "market_rent"))
    else:
        market = record_in(lease, "market_value")
        _from_shared(document, market, "rent", "market_rent", defaults)
    includes = lease.get("includes")
    if not (isinstance(includes, list) and "service charge" in includes):
        _from_shared(document, lease, "service_charge", "service_charge", defaults)
    if goes_on:
        _from_shared(document, record_in(lease, "renewal"), "rent", "market_rent", defaults)
        if tenure == "commercial":
            put_missing(lease, "holdover_premium", defaults.figure("holdover_premium"))
    if tenure in ("commercial", "preferential"):
        _from_shared(document, lease, "restoration", "restoration", defaults)


def _from_shared(document: Record, record: Record, key: str, name: str, defaults: Defaults) -> None:
    if key not in record:
        record[key] = defaults.shared(document, name)


def categories_of_house(document: Mapping[str, Any], option: Mapping[str, Any]) -> Iterator[str]:
    """Give the categories of cost that the option's house shares out already."""
    for house in records_in(document, "houses"):
        if house.get("id") == option.get("house"):
            yield from (str(cost.get("category")) for cost in records_in(house, "costs"))


def _add(
    document: Record,
    option: Record,
    key: str,
    lines: Iterable[LineOfCost],
    defaults: Defaults,
    **more: Any,
) -> None:
    """Add the lines whose category and name the option does not have yet."""
    written = records_in(option, key)
    there = {str(one.get("category")) for one in written}
    names = {str(one.get("name")) for one in written}
    missing = [one for one in lines if one[1] not in there and one[0] not in names]
    if not missing or not isinstance(option.get(key, []), list):
        return
    made = [
        {
            "name": name,
            "category": category,
            "per": per,
            "amount": defaults.shared(document, default),
            "driver": "inflation",
            **more,
        }
        for name, category, per, default in missing
    ]
    if key not in option:
        option[key] = made
        return
    for one in made:
        option[key].append(one)


def _month_of(document: Record, option: Mapping[str, Any], move: Mapping[str, Any], defaults: Defaults) -> Any:
    """Give the month of what a move costs once, shared by all of it: about that of moving in; None without one.

    There is none, either, where the office moves after the years looked at: what it costs falls beyond them.
    """
    month, shared = move.get("month"), document.get("shared")
    if isinstance(month, str) and isinstance(shared, dict):
        month = shared.get(month.removeprefix("shared."))
    if isinstance(month, dict):
        low, high = month.get("low"), month.get("high")
        middle = (low + high) / 2 if isinstance(low, (int, float)) and isinstance(high, (int, float)) else None
        month = month.get("mode", middle)
    if isinstance(month, bool) or not isinstance(month, (int, float)) or not 0 <= month <= LATEST:
        return None
    years = document.get("horizon_years")
    if isinstance(years, int) and month - 1.0 > MONTHS_PER_YEAR * years:
        return None
    name = month_shared_by(str(option.get("id")))
    shared = document.setdefault("shared", {})
    if isinstance(shared, dict) and name not in shared:
        around = {"low": max(0.0, month - BEFORE), "mode": max(0.0, month - 1.0), "high": month + AFTER}
        shared[name] = defaults.stated(
            {**around, "unit": "month", "source": "Assumption: about the month planned for moving in"}
        )
    return f"shared.{name}"


def month_shared_by(option: str) -> str:
    """Give the key under which what an option's move costs once shares its month, by the option's id."""
    return "month_of_works_" + re.sub(r"[^A-Za-z0-9_-]", "_", option)[:60]


def _has_class(document: Mapping[str, Any], amount: Any) -> bool:
    """Tell whether a figure takes its range from a reference class, which leaves no room for a contingency."""
    shared = document.get("shared")
    if isinstance(amount, str) and isinstance(shared, Mapping):
        amount = shared.get(amount.removeprefix("shared."))
    return isinstance(amount, Mapping) and "reference_class" in amount


def _services(document: Record, defaults: Defaults) -> None:
    for service in records_in(document, "back_office"):
        put_missing(service, "saving", defaults.figure("saving"))
        put_missing(service, "ramp_years", defaults.figure("ramp_years"))
        if "people" in service and "cost_per_person" not in service and in_dollars(document, service):
            service["cost_per_person"] = defaults.shared(document, "post_cost")


def _access(document: Record, defaults: Defaults) -> None:
    access = document.get("access")
    if not isinstance(access, dict):
        return
    for key in ("ideal", "limit", "circuity", "access_minutes"):
        put_missing(access, key, defaults.figure(key))
    if "modes" not in access:
        speeds = {key: defaults.figure(key) for key in ("peak_speed", "free_speed")}
        access["modes"] = [{"name": "car", "share": 100, **speeds}]


def _copied(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _copied(one) for key, one in part.items()}
    return [_copied(one) for one in part] if isinstance(part, list) else part
