"""A figure to be written into a case: an answer with its range, or the assumption that stands for one nobody has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from colocate.casefile.defaults import default_figures
from colocate.casefile.questions.answers import TAKEN, Answers, Told
from colocate.casefile.toml_values import value_text
from colocate.quantity import Quality
from colocate.units import MONTHS_PER_YEAR, limits_of

DIGITS = 12


@dataclass(frozen=True)
class Written:
    """A figure as a case file has it: one number, both ends, or low, most likely and high; with unit and source."""

    numbers: Told
    unit: str
    source: str
    quality: Quality
    lever: bool = False
    default: str = ""

    @property
    def central(self) -> float:
        """Return the single value: the most likely one, or the middle between two ends."""
        ends = self.numbers
        return ends[1] if len(ends) == 3 else (ends[0] + ends[-1]) / 2.0

    @property
    def three(self) -> tuple[float, float, float]:
        """Return low, central and high."""
        return self.numbers[0], self.central, self.numbers[-1]

    def each(self, change: Callable[[float], float], unit: str) -> Written:
        """Give the figure with every number changed, in another unit; what is next to nothing is nothing."""
        nearest = limits_of(unit).nearest
        numbers = tuple(0.0 if abs(one := change(number)) < nearest else one for number in self.numbers)
        changed = replace(self, numbers=numbers, unit=unit)
        return changed if abs(changed.central) >= nearest else replace(changed, numbers=(0.0,))

    @property
    def table(self) -> dict[str, Any]:
        """Return the figure as the table that a document holds."""
        low, mode, high = (_plain(one) for one in self.three)
        if not low < high:
            ends: dict[str, Any] = {"mode": mode}
        elif len(self.numbers) == 2:
            ends = {"low": low, "high": high, "shape": "uniform"}
        else:
            ends = {"low": low, "mode": mode, "high": high}
        more: dict[str, Any] = {"lever": True} if self.lever and low < high else {}
        more |= {"default": self.default} if self.default else {}
        return {**ends, "unit": self.unit, "source": self.source, "quality": self.quality, **more}


def market(answers: Answers) -> str:
    """Give the kind of market whose defaults stand for what is not known."""
    return answers.market or TAKEN["market"]


def answered(numbers: Told, unit: str, source: str, *, is_exact: bool = False, lever: bool = False) -> Written:
    """Give an answer as a figure: exact where it is one number of what is there today, else estimated."""
    quality: Quality = "exact" if is_exact and len(numbers) == 1 else "estimated"
    return Written(numbers, unit, source, quality, lever)


def assumed(name: str, answers: Answers) -> Written:
    """Give the assumption of a name for the answers' kind of market; KeyError where there is none."""
    return of_table(default_figures(market(answers))[name], market(answers))


def of_table(table: Mapping[str, Any], kind: str) -> Written:
    """Give a default as a figure, marked as assumed and as a default of that kind of market."""
    numbers = tuple(float(table[key]) for key in ("low", "mode", "high"))
    return Written(numbers, table["unit"], table["source"], "assumed", bool(table.get("lever")), kind)


def after(month: Written, years: Written) -> Written:
    """Give the month so many years after the likely one of another, and never before that: a lease follows its move.

    It is assumed where one of both is.
    """
    low, mode, high = (month.central + MONTHS_PER_YEAR * length for length in years.three)
    first = month.numbers[-1] + 1.0
    low, mode, high = max(low, first), max(mode, first), max(high, first)
    told = month if month.quality == "assumed" and years.quality != "assumed" else years
    numbers = (mode,) if low == high else (low, mode, high)
    return Written(numbers, "month", told.source, told.quality, True, told.default)


def written_text(value: Any) -> str:
    """Write a value as TOML does; of a figure the table."""
    return value_text(_as_told(value))


def _as_told(value: Any) -> Any:
    """Give a value with its figures as tables, and numbers to so many digits as were told."""
    if isinstance(value, Written):
        return value.table
    if isinstance(value, dict):
        return {key: _as_told(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_told(one) for one in value]
    return _plain(value) if isinstance(value, float) else value


def _plain(number: float) -> float:
    rounded = float(f"{number:.{DIGITS}g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e12 else rounded
