"""Headings of the columns of the CSV tables of two cases compared.

They are keys for whoever reads the tables by program, the same in every language.
"""

from __future__ import annotations

BRIDGE_COLUMNS = (
    "measure",
    "option",
    "option name",
    "against",
    "book",
    "view",
    "currency",
    "row",
    "step",
    "inputs",
    "name",
    "first case",
    "second case",
    "amount",
    "in the order of the case file",
    "in the opposite order",
)
COST, SAVING_NAME = "cost", "saving"
ROW_NAMES = {"old": "first case", "step": "step", "chance": "other draws", "new": "second case"}

INPUT_COLUMNS = ("path", "name", "kind", "option", "step", "first case", "second case")

STANDING_COLUMNS = (
    "case",
    "option",
    "option name",
    "baseline",
    "book",
    "view",
    "currency",
    "expected cost",
    "cost, 5 of 100 below",
    "cost, 95 of 100 below",
    "part of the baseline's cost saved",
    "share cheapest",
    "access score",
)
FIRST_CASE, SECOND_CASE = "first", "second"
"""Keys of the two cases."""
