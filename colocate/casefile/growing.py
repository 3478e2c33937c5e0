"""What the lines of a short case grow with, in places that it left empty: prices, rents and salaries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from colocate.casefile.defaults import Defaults, Record, put_missing, records_in

DRIVERS = {"inflation": "Consumer prices", "rents": "Office rents", "salaries": "Local salaries"}
"""What defaults grow with, and how it is called."""


def name_drivers(document: Record, defaults: Defaults) -> None:
    """Name what lines grow with where they do not say it, and add the drivers that are named and not there."""
    for record, key, driver in _without_driver(document):
        put_missing(record, key, driver)
    drivers = document.setdefault("drivers", [])
    if not isinstance(drivers, list):
        return
    there = {one.get("id") for one in records_in(document, "drivers")}
    named = set(_named(document))
    for name, called in DRIVERS.items():
        if name in named and name not in there:
            drivers.append({"id": name, "name": called, "growth": defaults.figure(name)})


def _without_driver(document: Record) -> Iterator[tuple[Record, str, str]]:
    """Give every record that grows, the key of its driver, and the driver due where the case says none."""
    for service in records_in(document, "back_office"):
        yield service, "driver", "salaries"
    for house in records_in(document, "houses"):
        yield from ((cost, "driver", "inflation") for cost in records_in(house, "costs"))
    for option in records_in(document, "options"):
        for key in ("one_offs", "works", "sales"):
            yield from ((one, "driver", "inflation") for one in records_in(option, key))
        if isinstance(option.get("disruption"), dict):
            yield option["disruption"], "driver", "salaries"
        for premises in (option, *records_in(option, "premises")):
            yield from _without_driver_there(premises)


def _without_driver_there(premises: Record) -> Iterator[tuple[Record, str, str]]:
    """Give what grows of an option's main premises, or of further ones."""
    for key in ("running", "income"):
        yield from ((one, "driver", "inflation") for one in records_in(premises, key))
    lease = premises.get("lease")
    if isinstance(lease, dict):
        for key in ("service_charge", "restoration"):
            if key in lease:
                yield lease, f"{key}_driver", "inflation"
        for key in ("renewal", "market_value"):
            if isinstance(lease.get(key), dict):
                yield lease[key], "driver", "rents"


def _named(part: Any) -> Iterator[str]:
    """Give everything that is named as a driver anywhere in a part of the document."""
    if isinstance(part, dict):
        for key, value in part.items():
            if isinstance(value, str) and key.endswith("driver"):
                yield value
            else:
                yield from _named(value)
    elif isinstance(part, list):
        for value in part:
            yield from _named(value)
