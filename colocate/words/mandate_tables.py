"""Headings of the columns of the CSV tables on mandate, government, National Coordinators, and options ruled out.

They are keys for whoever reads the tables by program, the same in every language.
"""

from __future__ import annotations

MANDATE_COLUMNS = (
    "option",
    "option name",
    "item",
    "theme",
    "need",
    "question",
    "answer",
    "evidence",
    "measure",
    "present value of the measure, mean",
    "present value of the measure, p5",
    "present value of the measure, p95",
)

GOVERNMENT_COLUMNS = ("option", "option name", "step", "meaning", "form", "form asked", "weaker than asked", "evidence")

RULED_OUT_COLUMNS = (
    "ruled out",
    "name",
    "criterion",
    "ruled out by",
    "reason",
    "evidence",
    "gates passed",
    "gates failed",
    "gates open",
    "passes every gate",
)

COORDINATOR_COLUMNS = (
    "option",
    "option name",
    "country",
    "arrangement",
    "coordinators",
    "value of hosting a year, in kind",
    "chance that hosting is lost",
    "lost from month",
    "desks elsewhere a year",
    "expected cost a year",
    "present value, mean",
    "present value, p5",
    "present value, p95",
    "present value if hosting is lost, mean",
    "present value if hosting is lost, p5",
    "present value if hosting is lost, p95",
)
