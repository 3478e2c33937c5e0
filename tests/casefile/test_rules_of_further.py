"""What contradicts itself in further premises of an option, told by path with a suggestion."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.changing import change
from tests.documents import MOVE, STAY, Spoil, both, faults_after, put
from tests.examples import commercial, office_case, option

LEASE = {"tenure": "commercial", "rent": 100}


def annex(at: tuple[str | int, ...] = STAY, **parts: Any) -> Spoil:
    lease = LEASE | parts.pop("lease", {})
    one = {"id": "annex", "name": "Annex", "people_share": 20, "lease": lease} | parts
    return put(*at, "premises", [one])


def two(first: Any, second: Any) -> Spoil:
    named = {"name": "Annex", "lease": LEASE}
    shares = (("a", first), ("b", second))
    return put(*STAY, "premises", [{"id": name, "people_share": share} | named for name, share in shares])


RANGE = {"low": 30, "mode": 40, "high": 60, "unit": "%", "source": "made up", "quality": "assumed"}
GROSS = {"gross": True, "includes": ["cleaning"]}
CLEANING = {"name": "Cleaning", "category": "cleaning", "amount": 5, "driver": "inflation"}

FAULTS: list[tuple[str, Spoil, str, str]] = [
    ("more people than there are", two(60, 50), "options[0].premises", "110 % of the people sit in further premises"),
    ("perhaps more than there are", two(50, RANGE), "options[0].premises", "up to 110 % of the people could sit"),
    (
        "more than there are one day",
        annex(people_share_from=[{"from_year": 2, "people_share": 120}]),
        "options[0].premises[0].people_share_from[0].people_share",
        "is too high",
    ),
    (
        "years out of order",
        annex(people_share_from=[{"from_year": 3, "people_share": 1}, {"from_year": 2, "people_share": 1}]),
        "options[0].premises[0].people_share_from[1].from_year",
        "is not after the year before it",
    ),
    (
        "an annex shared with a house",
        annex(MOVE, lease={"shared_by": "people"}),
        "options[1].premises[0].lease.shared_by",
        "only the main premises are shared with a house",
    ),
    (
        "new premises held already",
        annex(MOVE, lease={"start": -3}),
        "options[1].premises[0].lease.start",
        "before the decision",
    ),
    (
        "over before the move",
        annex(MOVE, lease={"expiry": 5}),
        "options[1].premises[0].lease.expiry",
        "before moving in (month 9)",
    ),
    (
        "a deposit paid for a lease to come",
        annex(lease={"start": 6, "deposit": 5, "deposit_paid": True}),
        "options[0].premises[0].lease.deposit_paid",
        "the lease has not begun",
    ),
    (
        "a deposit carried over by one that moves",
        annex(MOVE, lease={"deposit": 5, "deposit_carried": 5}),
        "options[1].premises[0].lease.deposit_carried",
        "comes back by itself",
    ),
    (
        "a buy-out where nobody moves",
        annex(lease={"incentives": [{"name": "Gift", "kind": "buy-out", "amount": 5, "month": 0}]}),
        "options[0].premises[0].lease.incentives[0].kind",
        "no lease is bought out",
    ),
    (
        "paid twice by the option",
        annex(lease=GROSS),
        "options[0].running[0].category",
        "is in the gross rent already",
    ),
    (
        "paid twice by the annex",
        both(annex(lease=GROSS, running=[CLEANING]), put(*STAY, "running", [])),
        "options[0].premises[0].running[0].category",
        "is in the gross rent already",
    ),
    (
        "a driver that is not there",
        annex(running=[CLEANING | {"driver": "none"}]),
        "options[0].premises[0].running[0].driver",
        "there is no driver",
    ),
    (
        "no lease",
        put(*STAY, "premises", [{"id": "a", "name": "A", "people_share": 1}]),
        "options[0].premises[0].lease",
        "",
    ),
    ("no short name", annex(id="annex!"), "options[0].premises[0].id", "is not a short name"),
]


@pytest.mark.parametrize(("spoil", "path", "message"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS])
def test_faults_are_told_by_path(spoil: Spoil, path: str, message: str) -> None:
    found = faults_after(spoil)
    assert message in found[path], found


def test_a_figure_of_further_premises_is_set_by_its_path() -> None:
    premises = [{"id": "annex", "name": "Annex", "people_share": 20, "lease": commercial()}]
    case = office_case(option("stay", premises=premises))
    changed = change(
        case, {"options[stay].premises[annex].lease.rent": 50, "options[stay].premises[annex].people_share": 5}
    )
    assert changed.options[0].premises[0].lease.rent == 50
    assert changed.options[0].premises[0].people_share == 0.05
