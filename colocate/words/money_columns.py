"""Headings of the columns of the CSV tables of lines, options and figures.

They are keys for whoever reads the tables by program, the same in every language.
"""

from __future__ import annotations

NAME_COLUMNS = ("option", "option name", "category", "name", "payer", "fund", "nature")
LINE_COLUMNS = (*NAME_COLUMNS, "one-time or recurring", "monetary or labour", "quantities")
WORKED_COLUMNS = (*NAME_COLUMNS, "driver", "month", "formula", "quantities")
ONE_TIME, RECURRING = "one-time", "recurring"
MONETARY, LABOUR = "monetary", "labour"

OPTION_COLUMNS = (
    "option",
    "option name",
    "baseline",
    "book",
    "view",
    "currency",
    "years",
    "total",
    "present value",
    "present value, 5 of 100 below",
    "present value, 95 of 100 below",
    "equivalent annual cost",
    "present value less baseline",
    "payback years",
    "payback in words",
    "discounted payback years",
    "discounted payback in words",
    "internal rate of return",
    "internal rate of return in words",
    "one-off budget of the agency",
    "gates failed",
    "gates open",
)

ASSUMPTION_COLUMNS = (
    "path",
    "label",
    "value",
    "unit",
    "low",
    "high",
    "shape",
    "probability",
    "quality",
    "source",
    "lever",
    "mode",
    "settled",
    "plan",
    "reference_class",
    "default",
)


def year_columns(years: int) -> tuple[str, ...]:
    """Head what a line comes to: each year, all years, and in today's money."""
    return (*(f"year {year + 1}" for year in range(years)), "total", "present value")
