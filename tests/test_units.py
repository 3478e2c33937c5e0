"""Units: which may stand in a place, and the factor of each to what the model computes in."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from colocate.case import Case
from colocate.case.premises import Per
from colocate.casefile.fields import fields_of
from colocate.units import PER, scale, units_due


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("USD/month", 12.0), ("USD/m2/month", 12.0), ("VND/m2/month", 12.0), ("USD/person/month", 12.0),
        ("USD/year", 1.0), ("USD/m2/year", 1.0), ("USD", 1.0), ("USD/m2", 1.0), ("m2", 1.0), ("km/h", 1.0),
        ("month", 1.0), ("%", 0.01), ("%/year", 0.01), ("VND/USD", 1.0), ("yes/no", 1.0),
    ],
)  # fmt: skip
def test_only_months_of_money_and_per_cent_are_scaled(unit: str, factor: float) -> None:
    """A month that dates something stays a month; an amount a month is 12 of them a year."""
    assert scale(unit) == factor


@pytest.mark.parametrize(
    ("template", "per", "due"),
    [
        ("money/per/time", "m2", ("USD/m2/year", "USD/m2/month")),
        ("money/per/time", "person", ("USD/person/year", "USD/person/month")),
        ("money/per/time", "workstation", ("USD/workstation/year", "USD/workstation/month")),
        ("money/per/time", "office", ("USD/year", "USD/month")),
        ("money/per", "m2", ("USD/m2",)),
        ("money/per", "office", ("USD",)),
        ("money/person/time", "office", ("USD/person/year", "USD/person/month")),
        ("money/person/time", "m2", ("USD/person/year", "USD/person/month")),
        ("money/time", "m2", ("USD/year", "USD/month")),
        ("money", "m2", ("USD",)),
        ("money/m2", "office", ("USD/m2",)),
        ("money/hour", "office", ("USD/hour",)),
        ("money/km", "office", ("USD/km",)),
        ("%/year", "m2", ("%/year",)),
        ("m2", "person", ("m2",)),
    ],
)
def test_the_units_due(template: str, per: str, due: tuple[str, ...]) -> None:
    assert units_due(template, "USD", per, "EUR") == due


def test_the_first_unit_is_by_the_year_and_in_the_records_currency() -> None:
    assert units_due("money/per/time", "VND", "m2", "USD")[0] == "VND/m2/year"
    assert units_due("rate of exchange", "VND", "office", "USD") == ("VND/USD",)


def every_template(record: type, seen: set[type]) -> set[str]:
    seen.add(record)
    found: set[str] = set()
    for field in fields_of(record):
        if field.kind in ("figure", "figures"):
            found.add(field.measure.unit)
        if field.record is not None and field.record not in seen:
            found |= every_template(field.record, seen)
    return found


PLAIN = {"m2", "person", "workstation", "workstation/person", "m2/workstation", "month", "year", "minute", "degree",
         "ratio", "km/h", "%", "%/year", "use/year", "yes/no", "point",
         "day/person", "day/year", "hour/day", "trip/week"}  # fmt: skip


@pytest.mark.parametrize("template", sorted(every_template(Case, set())))
def test_every_unit_of_the_format_is_known(template: str) -> None:
    """A template that is not filled in would show its bones to the user."""
    for per in PER:
        for unit in units_due(template, "USD", per, "EUR"):
            parts: list[Any] = unit.split("/")
            assert template in PLAIN or parts[0] == "USD"
            assert not {"money", "per", "time"} & set(parts)


def test_every_basis_is_a_unit() -> None:
    assert set(get_args(Per)) == set(PER)
