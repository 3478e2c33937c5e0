"""The units that a case file may write, and how each turns into the unit that the model computes in.

The model computes in years, fractions and plain units of money. A file may say months or per cent where people
do. The list is closed on purpose: a unit is either one of those due in its place or a fault.
"""

from __future__ import annotations

import re

MONTHS_PER_YEAR = 12.0

PER = ("m2", "person", "workstation", "office")


def units_due(template: str, currency: str, per: str = "office", base: str = "") -> tuple[str, ...]:
    """Give the units that may stand where a field asks for `template`; the first is the one a bare number has.

    `template` is a plain unit ("m2", "month", "%/year") or one of "money", "money/per", "money/per/time",
    "money/time", "money/person/time", "money/m2", "money/hour", "money/km", "rate of exchange" (of `currency` for one
    unit of `base`).
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
