"""What a typed figure makes of the one that stands in its place: its numbers are new, its source and quality stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from colocate.casefile.changing import MODE_FOLLOWS
from colocate.casefile.editing.places import Spot
from colocate.casefile.editing.typed import Figure

ORDER = (
    "plan", "reference_class", "low", "mode", "high", "shape", "probability", "settled", "unit", "source", "quality",
    "lever", "default",
)  # fmt: skip
NUMBERS = ("plan", "reference_class", "low", "mode", "high", "probability", "settled", "default")
"""What a new value takes the place of."""

GUESSED, STATED = "assumed", "exact"


def figure_written(spot: Spot, figure: Figure, no_source: str) -> Any:
    """Give what to write for a typed figure: a number where one stood alone in the same unit, else a table."""
    before = spot.written
    is_alone = isinstance(before, (int, float)) and not isinstance(before, bool)
    if figure.form == "value" and is_alone and figure.unit in ("", spot.units[0]):
        return figure.numbers[0]
    if is_table(before) and "plan" in before and "reference_class" in before and figure.form == "value":
        return ordered({**before, "plan": figure.numbers[0], **({"unit": figure.unit} if figure.unit else {})})
    table = {key: one for key, one in table_of(spot, no_source).items() if key not in NUMBERS}
    if is_alone and figure.form != "value":
        table["quality"] = GUESSED
    if figure.unit:
        table["unit"] = figure.unit
    return ordered(table | _numbers(spot, figure, table.pop("shape", None)))


def table_of(spot: Spot, no_source: str) -> dict[str, Any]:
    """Give the figure in a place as a table: one that stands there as a number is exact, as the format reads it."""
    before = spot.written
    if is_table(before):
        return dict(before)
    stands = isinstance(before, (int, float)) and not isinstance(before, bool)
    table: dict[str, Any] = {}
    if stands and spot.is_chance:
        table = {"shape": "yes/no", "probability": before}
    elif stands:
        table = {"mode": before}
    return table | {"unit": spot.units[0], "source": no_source, "quality": STATED if stands else GUESSED}


def unit_of(spot: Spot) -> str:
    """Give the unit of the figure in a place; the first that is due where none is written."""
    unit = spot.written.get("unit") if is_table(spot.written) else None
    return unit if isinstance(unit, str) else spot.units[0]


def is_table(written: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether a figure is written as a table."""
    return isinstance(written, Mapping)


def _numbers(spot: Spot, figure: Figure, shape: Any) -> dict[str, Any]:
    """Give the numbers of a figure, with the shape that fits them."""
    if spot.is_chance:
        return {"shape": "yes/no", "probability": figure.numbers[0]}
    if figure.form == "value":
        return {"mode": figure.numbers[0]}
    if figure.form == "ends":
        low, high = figure.numbers
        return {"low": low, "high": high, "shape": shape if shape in MODE_FOLLOWS else "uniform"}
    low, mode, high = figure.numbers
    kept = {"shape": shape} if shape == "triangular" else {}
    return {"low": low, "mode": mode, "high": high, **kept}


def ordered(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give the table of a figure with its keys in the order in which a reader looks for them."""
    return {key: table[key] for key in (*ORDER, *table) if key in table}
