"""A tiny office for examples: ten people on 100 m2, one driver, and only what a test says besides."""

from __future__ import annotations

import datetime
import os
from typing import Any

import numpy as np
from hypothesis import HealthCheck, settings

from colocate.case import Case
from colocate.casefile.reading import check_document
from colocate.model.costs.line import Line
from colocate.model.evaluate import evaluate
from colocate.model.expected import Expected
from colocate.model.outcome import Outcome
from colocate.model.prices import Prices, prices_of
from tests.single_figures import expected_of

Record = dict[str, Any]
WHOLE = os.environ.get("COLOCATE_WHOLE") == "1"
"""Whether random tests that take minutes run at their whole length, as by hand before a release; in CI, a part."""

SAME_EACH_TIME = settings(
    max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def many(whole: int, part: int) -> int:
    """Give how many random cases there are: all of them when asked for, else a part."""
    return whole if WHOLE else part


OWNED: Record = {"tenure": "owned"}  # costs nothing and lasts
PLACE: Record = {"latitude": 0.0, "longitude": 0.0}
ACCESS: Record = {
    "constituents": "constituents.csv",
    "ideal": 20,
    "limit": 60,
    "circuity": 1,
    "modes": [{"name": "car", "share": 100, "peak_speed": 30, "free_speed": 30}],
}
"""Two minutes a kilometre, as the crow flies."""


def office_document(*options: Record, growth: Any = 0, **changes: Any) -> Record:
    """A case as a document: three years, 10 % a year, a driver `prices`, and two options at least."""
    document: Record = {
        "format": 1,
        "title": "Example",
        "agency": "Agency",
        "illustrative": False,
        "decision_date": datetime.date(2026, 1, 1),
        "horizon_years": 3,
        "currency": "USD",
        "discounting": {"rate": 10},
        "drivers": [{"id": "prices", "name": "Prices", "growth": growth}],
        "office": {"people": 10, "m2_per_desk": 10},
        "options": [*options, *(option(name) for name in ("another", "other")[len(options) :])],
    }
    return document | changes


def office_case(*options: Record, growth: Any = 0, table: str = "", times: str = "", **changes: Any) -> Case:
    """The same, checked; `table` and `times` are the rows of the constituents and of measured times beside it."""
    files = {
        "constituents.csv": f"name,group,latitude,longitude,visits_by_them,visits_by_us,since,until\n{table}",
        "times.csv": f"from_id,to_id,travel_time\n{times}",
    }
    return check_document(office_document(*options, growth=growth, **changes), lambda name: files[name].encode())


def office(*options: Record, **changes: Any) -> Outcome:
    """The same, evaluated."""
    return evaluate(office_case(*options, **changes))


def expected_office(*options: Record, **changes: Any) -> Expected:
    """The same, as expected values: where no figure has a range, the figures themselves."""
    return expected_of(office(*options, **changes))


def option(name: str, lease: Record = OWNED, **parts: Any) -> Record:
    """An option with its lease, in a building that costs nothing unless the test says so."""
    return {"id": name, "name": name.capitalize(), "lease": lease} | parts


def moving(month: float = 0, lease: Record = OWNED, **parts: Any) -> Record:
    """The option `move`, which leaves `stay` in a month."""
    return option("move", lease, move={"leaves": "stay", "month": month, "delay": parts.pop("delay", 0)}, **parts)


def commercial(rent: float = 120, **terms: Any) -> Record:
    """A lease of 100 m2; at 120 a m2 it costs 1,000 a month."""
    return {"tenure": "commercial", "rent": rent} | terms


def running(amount: float, name: str = "Guards", category: str = "security", **terms: Any) -> Record:
    """A running cost of the whole office, a year."""
    return {"name": name, "category": category, "amount": amount, "driver": "prices"} | terms


def one_off(amount: float, month: float = 0, name: str = "Fit-out", category: str = "fit-out", **terms: Any) -> Record:
    """A one-off cost of the whole office."""
    return {"name": name, "category": category, "amount": amount, "month": month, "driver": "prices"} | terms


def lines(outcome: Outcome, option_id: str, category: str, payer: str = "agency") -> list[Line]:
    """The lines of an option under a heading that one payer bears."""
    return [one for one in outcome.option(option_id).lines if (one.category, one.payer) == (category, payer)]


def yearly(outcome: Outcome, option_id: str, category: str, payer: str = "agency") -> list[float]:
    """What a payer bears under a heading, year by year."""
    found = lines(outcome, option_id, category, payer)
    total: Any = sum((one.amounts for one in found), np.zeros((outcome.case.horizon_years, 1)))
    return [float(amount) for amount in total[:, 0]]


def example_prices(growth: Any = 0, **changes: Any) -> Prices:
    """The prices of the tiny office."""
    return prices_of(office_case(growth=growth, **changes))
