"""The central value of a figure, read from the raw document (case-format.md, "Figures")."""

import math
from collections.abc import Mapping
from typing import Any

Document = Mapping[str, Any]
Record = Mapping[str, Any]

# The 95th percentile of the standard normal distribution: low and high of a (log)normal are the 5th and 95th.
NORMAL_95 = 1.6448536269514722


def follow_shared(document: Document, figure: Any) -> Any:
    """The figure itself, where its place holds the name of a shared one (which may name another one)."""
    while isinstance(figure, str):
        if not figure.startswith("shared."):
            raise ValueError(f"not a figure: {figure!r}")
        figure = document["shared"][figure.removeprefix("shared.")]
    return figure


def mode_of_table(table: Record) -> float:
    """The most likely value of a figure written as a table."""
    if "mode" in table:
        return float(table["mode"])
    if "probability" in table:
        return 1.0 if table["probability"] > 0.5 else 0.0
    low, high = float(table["low"]), float(table["high"])
    if table.get("shape") in ("uniform", "normal"):
        return (low + high) / 2
    if table.get("shape") == "lognormal":
        middle = (math.log(low) + math.log(high)) / 2
        spread = (math.log(high) - math.log(low)) / (2 * NORMAL_95)
        return math.exp(middle - spread**2)
    raise ValueError(f"no mode can be worked out: {table!r}")


def mode_of_plan(document: Document, table: Record) -> float:
    """The most likely outcome of a plan: times the likeliest ratio of its class; of a duration only what is beyond."""
    named = next(one for one in document["reference_classes"] if one["id"] == table["reference_class"])
    ratio = mode_of_table({"shape": named.get("shape", "pert"), **named["ratio"]})
    plan = float(table["plan"])
    return plan * ratio - plan if named["planned"] == "duration" else plan * ratio


def central_of_table(document: Document, table: Record) -> float:
    """The most likely value of a table, whether its range is made by hand or comes from a class."""
    return mode_of_plan(document, table) if "plan" in table else mode_of_table(table)


def value_and_unit(document: Document, figure: Any) -> tuple[float, str]:
    """The value that a figure is settled at, else its mode, as written, and its unit; no unit for a bare number."""
    figure = follow_shared(document, figure)
    if isinstance(figure, Mapping):
        value = float(figure["settled"]) if "settled" in figure else central_of_table(document, figure)
        return value, str(figure.get("unit", ""))
    return float(figure), ""


def number(document: Document, record: Record, field: str, default: float = 0.0) -> float:
    """A figure whose place has only one unit: months, people, money paid once, minutes."""
    if field not in record:
        return default
    return value_and_unit(document, record[field])[0]


def number_or_none(document: Document, record: Record, field: str) -> float | None:
    """A figure that means something else when it is left out, for example a lease without an expiry."""
    return number(document, record, field) if field in record else None


def fraction(document: Document, record: Record, field: str, default: float = 0.0) -> float:
    """A figure written in per cent, as a fraction; so is the default (1.0 for 100 %)."""
    if field not in record:
        return default
    return value_and_unit(document, record[field])[0] / 100


def yearly_amount(document: Document, record: Record, field: str) -> float:
    """Money over time, a year; 0 where it is left out. A bare number is a year's amount already."""
    if field not in record:
        return 0.0
    value, unit = value_and_unit(document, record[field])
    return value * 12 if unit.endswith("/month") else value


def by_year(document: Document, record: Record, field: str, changes: str, years: int, first: float) -> list[float]:
    """A figure in each budget year: `first`, until an entry of the list `changes` says what it is from a year on."""
    figures = [first] * years
    for change in record.get(changes, []):
        for year in range(change["from_year"], years):
            figures[year] = value_and_unit(document, change[field])[0]
    return figures


def fractions_by_year(document: Document, written: Any, years: int) -> list[float]:
    """One per-cent figure for all years, or a list with one per year, the last going on; as fractions."""
    figures = written if isinstance(written, list) else [written]
    last = len(figures) - 1
    return [value_and_unit(document, figures[min(year, last)])[0] / 100 for year in range(years)]
