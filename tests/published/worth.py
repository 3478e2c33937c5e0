"""What a published example comes to in the model: one option of a small case, in the agency's own cash."""

from __future__ import annotations

from typing import Any

from colocate.model.outcome import OptionOutcome
from tests.examples import Record, office, option

ARREARS, ADVANCE = "end", "start"
"""When the payments of a year fall, as the case says it."""


def built(of_the_example: Record, rate: float, years: int, timing: str = ARREARS, **changes: Any) -> OptionOutcome:
    """Evaluate an option (the first of its case) at a nominal rate in per cent over some years."""
    discounting = {"rate": rate, "timing": timing}
    outcome = office(of_the_example, horizon_years=years, discounting=discounting, **changes)
    return outcome.options[0]


def worth(of_the_example: Record, rate: float, years: int, timing: str = ARREARS, **changes: Any) -> float:
    """Give the present value of what the option costs."""
    return float(built(of_the_example, rate, years, timing, **changes).money["agency", "cash"].present_value[0])


def level(of_the_example: Record, rate: float, years: int, timing: str = ARREARS, **changes: Any) -> float:
    """Give the equal amount at the end of each year that costs the same."""
    return float(built(of_the_example, rate, years, timing, **changes).money["agency", "cash"].equivalent_annual[0])


def let(rent: float, per: str = "office", **terms: Any) -> Record:
    """An option that rents for an amount a year."""
    return option("let", {"tenure": "commercial", "rent": rent, "per": per} | terms)
