"""Saving or shift: what the agency saves and others bear is a shift."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.money.shift import present_by_category, shift
from colocate.model.expected import Expected
from tests.examples import commercial, expected_office, option, running


def changed(agency: float, host: float, un: float = 0) -> Expected:
    """Without discounting, over a year: what each payer bears under the other option, of 1,000 each today."""

    def each(*amounts: float) -> list[Any]:
        payers = ("agency", "host", "un")
        return [running(amount, name=payer, payer=payer) for amount, payer in zip(amounts, payers, strict=True)]

    now, then = each(1_000, 1_000, 1_000), each(1_000 + agency, 1_000 + host, 1_000 + un)
    terms: dict[str, Any] = {"discounting": {"rate": 0}, "horizon_years": 1}
    return expected_office(option("stay", running=now), option("other", running=then), **terms)


@pytest.mark.parametrize(
    ("agency", "host", "un", "shifted"),
    [
        (-300, 0, 0, 0),  # a saving, and nobody pays for it
        (-300, 200, 0, 200),  # two thirds of it is the host's to bear
        (-300, 200, 400, 300),  # the others bear more than the agency saves: all of it is a shift
        (-300, 200, -200, 200),  # what a third payer saves does not make it less of a burden to the host
        (-300, -100, 0, 0),  # all save
        (300, 200, 0, 0),  # the agency saves nothing that could be a shift
    ],
)
def test_shifted_is_the_smaller_of_saving_and_burden(agency: float, host: float, un: float, shifted: float) -> None:
    found = shift(changed(agency, host, un), "other")
    assert found.by_payer == pytest.approx({"agency": agency, "un": un, "host": host, "donor": 0})
    assert found.everyone == pytest.approx(agency + host + un)
    assert found.shifted == pytest.approx(shifted)


def test_the_books_agree_with_it() -> None:
    outcome = changed(-300, 200, 50)
    found = shift(outcome, "other")
    against = outcome.against_baseline("other", "everyone").present_value
    assert against.tolist() == pytest.approx([found.everyone])


def test_value_in_kind_is_a_burden_of_the_host() -> None:
    # A rent of 12,000 a year becomes free; the host gives what the market would pay for it, 12,000: no saving at all.
    free = {"tenure": "rent-free", "expiry": 36, "market_value": {"rent": 120, "driver": "prices"}}
    outcome = expected_office(option("stay", commercial()), option("other", free), discounting={"rate": 0})
    found = shift(outcome, "other")
    assert (found.by_payer["agency"], found.by_payer["host"]) == pytest.approx((-36_000, 36_000))
    assert (found.shifted, found.everyone) == pytest.approx((36_000, 0))


def test_staff_time_is_seen_in_its_view_only() -> None:
    outcome = expected_office(option("stay", running=[running(100, staff_time=True)]), discounting={"rate": 0})
    assert shift(outcome, "other").by_payer["agency"] == 0
    assert shift(outcome, "other", "cash and efficiency").by_payer["agency"] == pytest.approx(-300)


def test_present_value_by_category_adds_up_to_the_present_value() -> None:
    others = [running(50, "Gate", payer="host"), running(60, "Minding", staff_time=True)]  # in neither book nor view
    outcome = expected_office(option("stay", commercial(), running=[running(1_000), *others]))
    stay = outcome.options[0]
    found = present_by_category(stay, "agency", "cash")
    # The middle of three years at 10 %: the same factor for both.
    factor = sum(1.1 ** -(year + 0.5) for year in range(3))
    assert found == pytest.approx({"rent": 12_000 * factor, "security": 1_000 * factor})
    assert sum(found.values()) == pytest.approx(float(stay.money["agency", "cash"].present_value[0]))
