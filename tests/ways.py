"""Three constituents and three doors, and tables of the ways between them, for tests of measured travel times."""

from __future__ import annotations

from typing import Any

import numpy as np

from colocate.case.reach import Constituent, TravelTime
from colocate.casefile.faults import Fault
from colocate.casefile.travel_tables import read_travel_times

PLAIN = "from_id,to_id,travel_time\n"
RANGES = "from_id,to_id,travel_time_p5,travel_time_p50,travel_time_p95\n"
BOTH = "from_id,to_id,travel_time,travel_time_p5,travel_time_p95\n"
METRE = 180 / (np.pi * 6371008.8)
"""Degrees of latitude to a metre, on a sphere of the radius in docs/method.md."""


def somebody(name: str, latitude: float = 10.0, longitude: float = 20.0, key: str = "") -> Constituent:
    return Constituent(
        name=name, group="workers", latitude=latitude, longitude=longitude, visits_by_them=1, visits_by_us=1, id=key
    )


PEOPLE = (somebody("Ministry", 10.0, 20.0), somebody("Union", 10.1, 20.0), somebody("Chamber", 10.2, 20.0, "ch-1"))
DOORS: dict[str, tuple[float, float] | None] = {"stay": (11.0, 20.0), "move": (11.1, 20.0), "nowhere": None}


def read(text: str, name: str = "times.csv") -> tuple[tuple[TravelTime, ...], list[Fault]]:
    return read_travel_times(text, name, PEOPLE, DOORS)


def minutes(text: str, name: str = "times.csv") -> dict[tuple[str, str], Any]:
    """The minutes of each way of a table without faults."""
    times, faults = read(text, name)
    assert faults == []
    return {(one.constituent, one.option): one.minutes for one in times}


def many(count: int) -> tuple[Constituent, ...]:
    return tuple(somebody(f"Organisation {number}", 10 + number / 100) for number in range(count))
