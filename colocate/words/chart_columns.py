"""Columns of the tables that hold the figures behind each chart, as in the other tables: names, not sentences."""

from __future__ import annotations

RANGE = ("mean", "p5", "p95")

COSTS = ("option", "option name", "currency", *RANGE)
ADDED_UP = ("option", "option name", "year", "currency", "cost added up")
STEPS = ("step", "currency", "amount")
BY_YEAR = ("heading", "year", "currency", "cost")
ONE_OFF = ("payer", "year", "currency", "one-off cost")
ALL_FUNDS = "agency"
"""The payer of what all funds of the agency bear together."""

WHO_PAYS = ("payer", "currency", "less or more than under the baseline", "of it shifted to others")
MINUTES = ("constituent", "group", "option", "option name", "minutes", "p5", "p95")
SCORES = ("group", "option", "option name", "score", "p5", "p95")
ALL_GROUPS = "all groups"
ANSWERS = ("bar", "answer", "questions", "points")
ODDS = ("option", "option name", "share cheapest")
SAVINGS = ("option", "option name", "currency", *RANGE)
FAN = ("option", "option name", "year", "currency", "mean", "p5", "p25", "p50", "p75", "p95")
CHANCE = ("option", "option name", "currency", "sum", "chance of more")
SWINGS = ("path", "figure", "unit", "low", "high", "currency", "difference at low", "difference at high", "on average")
SHARES = (
    "figure",
    "total share",
    "total low",
    "total high",
    "first-order share",
    "first-order low",
    "first-order high",
)
WORTH = ("path", "figure", "currency", "worth", "standard error")
EVERYTHING = "everything"
MAP = (
    "first figure",
    "first unit",
    "first value",
    "second figure",
    "second unit",
    "second value",
    "cheapest option",
)
RANKS = ("option", "option name", "rank", "share")
PARTS = ("option", "option name", "criterion", "points")
CURVES = ("criterion", "option", "way from worst to best", "value")
THE_LINE = ""
"""What stands in the column of options for a point of the line itself."""

TURNING = ("criterion", "weight now", "from weight", "to weight", "first option")
TRIANGLE = (
    "first criterion",
    "first weight",
    "second criterion",
    "second weight",
    "third criterion",
    "third weight",
    "first option",
    "share of futures",
)
PLACES = ("kind", "name", "group", "kilometres east", "kilometres north", "minutes", "change in minutes")
DOOR, SPOT = "door", "constituent"
