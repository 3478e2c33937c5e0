"""The units that a case file may write, and how each turns into the unit that the model computes in.

The model computes in years, fractions and plain units of money. A file may say months or per cent where people
do. The list is closed on purpose: a unit is either one of those due in its place or a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS_PER_YEAR = 12.0
WEEKS_PER_YEAR = 52.0
MINUTES_PER_HOUR = 60.0
MONTHS_OF_PERIOD = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""Months from one payment to the next."""

MOST_MONEY = 1e15
"""More than a thousand million dollars in the weakest of currencies."""

PER = ("m2", "person", "workstation", "office")


def units_due(template: str, currency: str, per: str = "office", base: str = "") -> tuple[str, ...]:
    """Give the units that may stand where a field asks for `template`; the first is the one a bare number has.

    `template` is a plain unit ("m2", "month", "%/year") or one of "money", "money/per", "money/per/time",
    "money/time", "money/person/time", "money/person", "money/m2", "money/hour", "money/km", "money/trip", "rate of
    exchange" (of `currency` for one unit of `base`).
    """
    if template == "rate of exchange":
        return (f"{currency}/{base}",)
    if not template.startswith("money"):
        return (template,)
    basis = "" if per == "office" else f"/{per}"
    unit = re.sub(r"/per(?=/|$)", basis, template).replace("money", currency, 1)
    if unit.endswith("/time"):
        stem = unit.removesuffix("/time")
        return (f"{stem}/year", f"{stem}/month")
    return (unit,)


def scale(unit: str) -> float:
    """Give the factor from a file's unit to the model's: 12 for an amount a month, 0.01 for a percentage, else 1."""
    if unit.startswith("%"):
        return 0.01
    if unit.endswith("/month"):
        return MONTHS_PER_YEAR
    return 1.0


@dataclass(frozen=True)
class Limits:
    """The least and the most that a figure of a unit can be, and how near to 0 it can be without being 0."""

    least: float
    most: float
    nearest: float


LIMITS = {
    "person": Limits(0.0, 100_000.0, 0.001),
    "workstation": Limits(0.0, 100_000.0, 0.001),
    "workstation/person": Limits(0.0, 10.0, 0.001),
    "m2": Limits(0.0, 1e6, 0.001),
    "m2/workstation": Limits(0.0, 1000.0, 0.001),
    "use/year": Limits(0.0, 1e9, 0.001),
    "%": Limits(-100.0, 1000.0, 0.0001),
    "%/year": Limits(-50.0, 1000.0, 0.0001),
    "month": Limits(-1200.0, 1200.0, 0.001),
    "year": Limits(0.0, 100.0, 0.001),
    "minute": Limits(0.0, 1440.0, 0.001),
    "hour/day": Limits(0.0, 24.0, 0.001),
    "day/year": Limits(0.0, 366.0, 0.001),
    "day/person": Limits(0.0, 366.0, 0.001),
    "trip/week": Limits(0.0, 100_000.0, 0.001),
    "km/h": Limits(0.0, 1000.0, 0.001),
    "degree": Limits(-180.0, 180.0, 1e-9),
    "ratio": Limits(-100.0, 100.0, 0.0001),
    "point": Limits(0.0, 100.0, 0.0001),
    "yes/no": Limits(0.0, 1.0, 1.0),
    "rate of exchange": Limits(1e-9, 1e9, 1e-9),
}
"""What a figure can be by its unit, where its field says nothing narrower: no day has 25 hours."""

OF_MONEY = Limits(-MOST_MONEY, MOST_MONEY, 1e-6)


def limits_of(template: str) -> Limits:
    """Give what a figure can be where a field asks for this unit; any that is not listed is an amount of money.

    >>> limits_of("minute").most, limits_of("money/person/time").nearest
    (1440.0, 1e-06)
    """
    return LIMITS.get(template, OF_MONEY)
