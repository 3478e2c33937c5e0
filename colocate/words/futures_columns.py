"""Headings of the columns of the CSV tables of odds, switching values, worths and swings.

They are keys for whoever reads the tables by program, the same in every language.
"""

from __future__ import annotations

RANGES = ("present value", "total", "equivalent annual cost", "saving", "one-off budget of the agency")
PARTS = ("mean", "p5", "p95")

ODDS_COLUMNS = (
    "option",
    "option name",
    "baseline",
    "ranked",
    "book",
    "view",
    "currency",
    "draws",
    "seed",
    "share cheapest",
    "share cheaper than baseline",
    "expected regret",
    "share in which the office fits",
    *(f"{name} {part}" for name in RANGES for part in PARTS),
)

SWITCHING_COLUMNS = (
    "path",
    "figure",
    "unit",
    "low",
    "on average",
    "high",
    "switching values",
    "switching value",
    "cheapest below",
    "cheapest above",
)

WORTH_COLUMNS = ("path", "figure", "unit", "currency", "worth", "standard error", "more than chance", "draws", "seed")

TORNADO_COLUMNS = (
    "path",
    "figure",
    "unit",
    "low",
    "on average",
    "high",
    "option",
    "compared with",
    "currency",
    "saving at low",
    "saving on average",
    "saving at high",
    "confirmed",
)

EVERYTHING = "everything"
"""What stands in the column of figures where all are found out at once."""
