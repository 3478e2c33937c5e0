"""Figures that are hardly meant: each caution is there when it is due, and silent on what is meant."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.analysis.cautions import cautions
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from tests.documents import DATA_CASES
from tests.examples import ACCESS, Record, commercial, moving, office_case, option, running
from tests.words.test_cautions import STAY, words

UNION = "Union,workers,9.03,38.74,10,5,,\n"
MINISTRY = "Ministry,government,9.02,38.76,10,5,,\n"
HOUSE = {"latitude": 9.01, "longitude": 38.75}
STAYS = option("stay", place=HOUSE)
MOVES = moving(place={"latitude": 9.05, "longitude": 38.80})
TIMES = "".join(f"{who},{door},{{}}\n" for who in ("Union", "Ministry") for door in ("stay", "move"))


def assumed(unit: str, source: str = "made up", quality: str = "assumed", **numbers: Any) -> Record:
    return {"unit": unit, "source": source, "quality": quality, **numbers}


def reached(table: str, **access: Any) -> Record:
    """Changes that give the case constituents."""
    return {"access": ACCESS | access, "table": table}


def free(tenure: str, expiry: float, **terms: Any) -> Record:
    market = {"rent": 100, "driver": "prices"}
    return {"tenure": tenure, "expiry": expiry, "market_value": market, "renewal": market, **terms}


def market(rent: float) -> Record:
    """The office stays at a rent, where the market's is 100 at the renewal."""
    return commercial(rent, expiry=24, renewal={"rent": 100, "driver": "prices"})


Case = tuple[tuple[Record, ...], Record]
DUE: dict[str, tuple[str, Case, Case]] = {
    # (what is told, a case where it is due, and one where it is not)
    "nobody works there": (
        "Nobody works in the office: it has 0 people, and every figure for each person is 0.",
        ((STAY,), {"office": {"people": 0, "m2_per_desk": 10}}),
        ((STAY,), {}),
    ),
    "rent-free months": (
        "Moving: 30 rent-free months in a lease of 24 months. No rent is ever paid.",
        ((STAY, moving(0, commercial(expiry=24, rent_free_months=30))), {}),
        ((STAY, moving(0, commercial(expiry=24, rent_free_months=24))), {}),
    ),
    "dearer than the market": (
        "Staying: the rent is 12 times that of the market in this case. Same unit, same currency?",
        ((option("stay", market(1200)),), {}),
        ((option("stay", market(1000)),), {}),
    ),
    "cheaper than the market": (
        "Staying: the rent is 9 % of that of the market in this case. Same unit, same currency?",
        ((option("stay", market(9)),), {}),
        ((option("stay", market(10)),), {}),
    ),
    "dearer than another option's market": (
        "Moving: the rent is 11 times that of the market in this case. Same unit, same currency?",
        ((option("stay", market(100)), moving(0, commercial(1100))), {}),
        ((option("stay", market(100)), moving(0, commercial(1100, per="person"))), {}),
    ),
    "promise outlasts the horizon": (
        "Staying: the promise of a rent-free lease holds until January 2029, after the 3 years looked at. The rent "
        "that follows is not counted.",
        ((option("stay", free("rent-free", 36)),), {}),
        ((option("stay", free("rent-free", 35)),), {}),
    ),
    "move beyond the horizon": (
        "Moving: the move falls in January 2029, after the 3 years looked at. In these figures the office never moves.",
        ((STAY, moving(36)), {}),
        ((STAY, moving(35)), {}),
    ),
    "move may fall beyond it": (
        "Moving: with its delay the move may fall in January 2029, after the 3 years looked at. In such futures the "
        "office never moves.",
        ((STAY, moving(24, delay=assumed("month", low=0, mode=6, high=12))), {}),
        ((STAY, moving(24, delay=assumed("month", low=0, mode=6, high=11))), {}),
    ),
    "a cost ends before the move": (
        "Moving: Guards never counts: it ends before the move, or begins after the years looked at.",
        ((STAY, moving(6, running=[running(10, end=6)])), {}),
        ((STAY, moving(6, running=[running(10, end=7)])), {}),
    ),
    "costs begin after the horizon": (
        "Staying: Guards and Dogs never count: they end before the move, or begin after the years looked at.",
        ((option("stay", running=[running(10, start=36), running(10, "Dogs", start=40)]),), {}),
        ((option("stay", running=[running(10, start=35), running(10, "Dogs", start=30)]),), {}),
    ),
    "an assumption within a few per cent": (
        "1 range is narrower than its source allows, or a few per cent of an assumption: rent (Staying).",
        ((option("stay", commercial(assumed("USD/m2/year", low=100, mode=101, high=104))),), {}),
        ((option("stay", commercial(assumed("USD/m2/year", "books", "exact", low=100, mode=101, high=104))),), {}),
    ),
    "a range inside that of its source": (
        "1 range is narrower than its source allows, or a few per cent of an assumption: rent (Staying).",
        ((option("stay", commercial(assumed("USD/m2/year", "field range 80 to 150", low=90, mode=99, high=120))),), {}),
        ((option("stay", commercial(assumed("USD/m2/year", "field range 90 to 120", low=90, mode=99, high=120))),), {}),
    ),
    "fractions for per cent": (
        "2 figures in per cent look like fractions: prices: growth and contingency (Moving). Per cent are written as "
        "15, not 0.15.",
        ((STAY, moving(contingency=0.15)), {"growth": 0.03}),
        ((STAY, moving(contingency=1)), {"growth": 0.3}),
    ),
    "rate of exchange upside down": (
        "One USD is taken to buy 0.00004 VND. Is the rate of exchange upside down? The other way round it is 25,000.",
        ((STAY,), {"currencies": [{"code": "VND", "rate": 0.00004, "change": 2}]}),
        ((STAY,), {"currencies": [{"code": "VND", "rate": 25_000, "change": 2}]}),
    ),
    "dollars from a weak currency": (
        "One VND is taken to buy 25,000 USD. Is the rate of exchange upside down? The other way round it is 0.00004.",
        ((STAY,), {"currency": "VND", "currencies": [{"code": "USD", "rate": 25_000, "change": 2}]}),
        ((STAY,), {"currency": "VND", "currencies": [{"code": "USD", "rate": 0.00004, "change": 2}]}),
    ),
    "coordinates swapped": (
        "Ministry lies 4,437 km from the middle of all places. Are latitude and longitude swapped?",
        ((STAYS, MOVES), reached(UNION + MINISTRY.replace("9.02,38.76", "38.76,9.02"))),
        ((STAYS, MOVES), reached(UNION + MINISTRY)),
    ),
    "a minus missing": (
        "Ministry lies 2,006 km from the middle of all places. Is a minus missing, or one too many? South and west are "
        "below 0.",
        ((STAYS, MOVES), reached(UNION + MINISTRY.replace("9.02", "-9.02"))),
        ((STAYS, MOVES), reached(UNION + MINISTRY)),
    ),
    "far away": (
        "Ministry lies 1,110 km from the middle of all places. Is that its place?",
        ((STAYS, MOVES), reached(UNION + MINISTRY.replace("9.02", "19.02"))),
        ((STAYS, MOVES), reached(UNION + MINISTRY.replace("9.02", "11.02"))),
    ),
    "the office swapped": (
        "Move lies 4,439 km from the middle of all places. Are latitude and longitude swapped?",
        ((STAYS, moving(place={"latitude": 38.80, "longitude": 9.05})), reached(UNION + MINISTRY)),
        ((STAYS, MOVES), reached(UNION + MINISTRY)),
    ),
    "seconds for minutes": (
        "The measured ways take 900 minutes at the middle, 0.3 km an hour in a straight line. Are they in minutes, "
        "and from these places?",
        ((STAYS, MOVES), reached(UNION + MINISTRY, travel_times="times.csv") | {"times": TIMES.replace("{}", "900")}),
        ((STAYS, MOVES), reached(UNION + MINISTRY, travel_times="times.csv") | {"times": TIMES.replace("{}", "15")}),
    ),
}


@pytest.mark.parametrize(("told", "due", "not_due"), DUE.values(), ids=DUE)
def test_a_figure_that_is_hardly_meant_is_asked_about(told: str, due: Case, not_due: Case) -> None:
    assert told in words(*due[0], **due[1]).splitlines()
    other = {one.kind for one in _of(not_due)}
    assert {one.kind for one in _of(due)} - other, "the pair does not differ"
    assert told not in words(*not_due[0], **not_due[1]).splitlines()


def _of(case: Case) -> Any:
    return cautions(evaluate(office_case(*case[0], **case[1]), 16).expected)


OF_OURS = {
    "headquarters": {
        "assumed without a range",
        "unlike sizes",
        "costs omitted",
        "old lease ends before the move",
        "returns after loans",
    },
    "hanoi": {
        "assumed without a range",
        "disruption not stated",
        "savings are staff time",
        "staff time as cash",
        "subsidised lease ends",
    },
    "national-coordinator": {
        "assumed without a range",
        "disruption not stated",
        "savings are staff time",
        "staff time as cash",
        "subsidised lease ends",
    },
    "regional-office": {
        "assumed without a range",
        "ways not measured",
        "unlike sizes",
        "disruption not stated",
        "savings are staff time",
        "staff time as cash",
        "subsidised lease ends",
        "wish on weak evidence",
    },
}


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_cases_that_we_ship_raise_these_cautions_and_no_others(path: Any) -> None:
    assert {one.kind for one in cautions(evaluate(load_case(path), 64).expected)} == OF_OURS[path.stem]
