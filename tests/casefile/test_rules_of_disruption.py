"""What contradicts itself in what a case says of disruption, told by path with a suggestion."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents import MOVE, STAY, Spoil, both, faults_after, put


def disrupted(*, keep: tuple[str, ...] = ("cost_per_person", "driver"), **terms: Any) -> Spoil:
    named = {"cost_per_person": 26_000, "driver": "inflation"}
    return put(*MOVE, "disruption", {name: named[name] for name in keep} | terms)


HERE = "options[1].disruption"
FAULTY: list[tuple[str, Spoil, str, str]] = [
    (
        "an option that stays",
        put(*STAY, "disruption", {"driver": "inflation", "days_lost": 3, "cost_per_person": 1}),
        "options[0].disruption",
        "the option does not move. Add a [move], or take it out",
    ),
    (
        "days that cost nothing",
        disrupted(keep=("driver",), days_lost=3),
        f"{HERE}.cost_per_person",
        "is missing. Due beside days_lost",
    ),
    ("slower for no months", disrupted(slower_start=20), f"{HERE}.slower_months", "Due beside slower_start"),
    ("months of nothing", disrupted(slower_months=3), f"{HERE}.slower_start", "Due beside slower_months"),
    ("nobody to replace", disrupted(cost_to_replace=900), f"{HERE}.leave", "Due beside cost_to_replace"),
    ("nobody's post", disrupted(vacant_months=9), f"{HERE}.leave", "Due beside vacant_months"),
    (
        "leaving without a cost",
        disrupted(leave=20),
        f"{HERE}.leave",
        "comes to nothing. State cost_to_replace or vacant_months beside it",
    ),
    ("fares of no trip", disrupted(fare_a_trip=4), f"{HERE}.trips_a_week", "Due beside fare_a_trip"),
    (
        "trips that cost nothing",
        disrupted(trips_a_week=5, months_at_both=3),
        f"{HERE}.trips_a_week",
        "State minutes_a_trip or fare_a_trip beside it",
    ),
    ("no driver", disrupted(keep=("cost_per_person",), days_lost=3), f"{HERE}.driver", "is missing"),
    ("a driver that is not there", disrupted(driver="none", days_lost=3), f"{HERE}.driver", "there is no driver"),
    ("a fund that is not there", disrupted(fund="none", days_lost=3), f"{HERE}.fund", "there is no fund"),
    ("days of no year", disrupted(days_lost=3, working_days=0), f"{HERE}.working_days", "is too low"),
    ("more days than a year has", disrupted(days_lost=400), f"{HERE}.days_lost", "is beyond what Days lost can be"),
    ("more than all leave", disrupted(leave=120, vacant_months=3), f"{HERE}.leave", "is too high"),
    ("counted as nothing", disrupted(days_lost=3, time_counts_as="time"), f"{HERE}.time_counts_as", "is not known"),
]


@pytest.mark.parametrize(("spoil", "path", "told"), [row[1:] for row in FAULTY], ids=[row[0] for row in FAULTY])
def test_what_is_wrong_is_told_where_it_stands(spoil: Spoil, path: str, told: str) -> None:
    found = faults_after(spoil)
    assert told in found.get(path, ""), found


TRIPS = disrupted(trips_a_week=5, fare_a_trip=4)
NO_MONTHS = "there are no months in which both sites run"


def test_trips_need_months_in_which_both_sites_run() -> None:
    at_once = put(*MOVE, "lease", "start", 9)
    assert NO_MONTHS in faults_after(both(at_once, TRIPS))[f"{HERE}.trips_a_week"]
    assert faults_after(both(at_once, disrupted(trips_a_week=5, fare_a_trip=4, months_at_both=2))) == {}
    assert faults_after(TRIPS) == {}  # the lease of the template starts three months before the move


def test_a_whole_disruption_has_no_fault() -> None:
    whole = disrupted(days_lost=3, slower_start=20, slower_months=6, leave=5, cost_to_replace=900, vacant_months=3)
    assert faults_after(whole) == {}
    assert faults_after(disrupted(keep=("driver",), leave=5, cost_to_replace=900)) == {}
