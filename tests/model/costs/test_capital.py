"""Charges on capital: on what is invested or written down, by hand, late, as cash or as efficiency."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import SAME_EACH_TIME, Record, lines, moving, office, option, yearly


def charge(value: float = 1_000, month: float = 0, years: int = 2, on: str = "invested", **terms: object) -> Record:
    """A charge of 10 % a year."""
    named = {"name": "Capital charge", "rate": 10, "counts_as": "cash"}
    return named | {"value": value, "month": month, "years": years, "on": on} | terms


# Three years. Written down over two years, 1,000 are 750 on average in the first and 250 in the second.
CHARGED: dict[str, tuple[Record, list[float]]] = {
    "on what is invested": (charge(), [100, 100, 0]),
    "on what is written down": (charge(on="written down"), [75, 25, 0]),
    "from the middle of a year": (charge(month=6), [50, 100, 50]),
    # Values at months 6, 12, 24, 30: 1,000, 750, 250, 0
    "written down from the middle of a year": (charge(month=6, on="written down"), [43.75, 50, 6.25]),
    "for longer than the years looked at": (charge(month=12, years=4, on="written down"), [0, 87.5, 62.5]),
}


@pytest.mark.parametrize(("record", "expected"), CHARGED.values(), ids=CHARGED)
def test_a_charge_by_year(record: Record, expected: list[float]) -> None:
    outcome = office(option("stay", capital_charges=[record]), growth=10)
    assert yearly(outcome, "stay", "capital charge") == pytest.approx(expected)
    assert [line.one_time for line in lines(outcome, "stay", "capital charge")] == [False]


def test_it_counts_as_the_case_states() -> None:
    for counts_as, cash in (("cash", 200), ("efficiency", 0)):
        outcome = office(option("stay", capital_charges=[charge(counts_as=counts_as)]))
        money = outcome.option("stay").money
        assert money["agency", "cash"].total == pytest.approx([cash])
        assert money["agency", "cash and efficiency"].total == pytest.approx([200])


def test_delay_shifts_what_shifts_with_it() -> None:
    late = [charge(month=0), charge(name="Other", shifts_with_delay=False)]
    outcome = office(option("stay"), moving(9, delay=12, capital_charges=late))
    assert yearly(outcome, "move", "capital charge") == pytest.approx([100, 200, 100])


@SAME_EACH_TIME
@given(st.integers(1, 30), st.integers(0, 120))
def test_written_down_to_nothing_it_is_half_of_what_is_charged_on_all(years: int, month: int) -> None:
    both = (charge(years=years, month=month, on=on) for on in ("invested", "written down"))
    whole, half = (office(option("stay", capital_charges=[one]), horizon_years=40) for one in both)
    assert sum(yearly(half, "stay", "capital charge")) == pytest.approx(
        sum(yearly(whole, "stay", "capital charge")) / 2
    )
    assert sum(yearly(whole, "stay", "capital charge")) == pytest.approx(100 * years)
