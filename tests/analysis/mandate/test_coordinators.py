"""National Coordinators by country: each figure by hand, the same money as in the lines, and the sentences."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import colocate
from colocate.analysis.mandate.coordinators import ALL, hosting, hosting_of
from colocate.model.outcome import Outcome
from colocate.model.totals import HEADLINE
from tests.examples import SAME_EACH_TIME, Record, moving, office, office_case, option

COUNTRIES: Record = {
    "driver": "prices",
    "countries": [
        {"name": "A", "number": 1, "value_of_hosting": 1_000},
        {"name": "B", "number": 2, "value_of_hosting": 1_500},
        {"name": "C", "number": 1, "value_of_hosting": 700},
    ],
}
PLAN: Record = {
    "countries": [
        {"country": "A"},
        {"country": "B", "arrangement": "may be lost", "desk_cost": 1_200, "lost_from": 12},
        {"country": "C", "arrangement": "house", "desk_cost": 900},
    ]
}


def chance(probability: float) -> Record:
    words = {"unit": "yes/no", "source": "made up", "quality": "assumed"}
    return {"shape": "yes/no", "probability": probability} | words


def plan(lost: Any) -> Record:
    first, second, third = PLAN["countries"]
    return {"countries": [first, second | {"lost": lost}, third]}


def three(lost: Any = 0) -> Outcome:
    """Stay, or move in month 6; 10 % a year, mid-year, no growth, three years."""
    return office(option("stay"), moving(6, coordinators=plan(lost)), coordinators=COUNTRIES)


def plain(words: str) -> str:
    return words.replace("\xa0", " ")


def test_every_figure_by_hand() -> None:
    a, b, c = hosting_of(three(chance(0.25)), "move")
    # A stays hosted: 1 x 1,000 in kind, and nothing else.
    assert (a.country, a.arrangement, a.number, a.value_of_hosting) == ("A", "hosted", 1, 1_000)
    assert (a.chance, a.lost_from, a.desks, a.expected) == (0, None, 0, 0)
    assert (a.present_value.mean, a.if_lost.mean) == (0, 0)
    # B: 2 x 1,500 in kind; 2 x 1,200 a year elsewhere, a quarter of it expected. The likelier answer is no; if it is
    # lost, 2,400 in the years 1 and 2, at their middles.
    assert (b.value_of_hosting, b.chance, b.lost_from, b.desks, b.expected) == (3_000, 0.25, 12, 2_400, 600)
    assert b.present_value.mean == 0
    assert b.if_lost.mean == pytest.approx(2_400 * (1.1**-1.5 + 1.1**-2.5))
    # C moves with the office in month 6: half of 900, then 900 a year; there is no chance in it.
    assert (c.arrangement, c.chance, c.lost_from, c.desks, c.expected) == ("house", None, None, 900, 900)
    assert c.present_value == c.if_lost
    assert c.present_value.mean == pytest.approx(450 * 1.1**-0.5 + 900 * (1.1**-1.5 + 1.1**-2.5))


@pytest.mark.parametrize(("lost", "known"), [(0, 0.0), (1, 1.0), (chance(0.8), 0.8)])
def test_the_chance_is_what_the_case_states(lost: Any, known: float) -> None:
    row = hosting_of(three(lost), "move")[1]
    assert row.chance == known
    assert row.expected == pytest.approx(2_400 * known)
    # An outcome has single figures: above one half, yes is the likelier answer, and all of it is paid.
    assert row.present_value.mean == pytest.approx(row.if_lost.mean if known > 0.5 else 0.0)


def test_one_plan_for_all_countries_holds_in_each() -> None:
    alike = {"arrangement": "may be lost", "desk_cost": 1_200, "lost": chance(0.4)}
    rows = hosting_of(office(option("stay"), moving(6, coordinators=alike), coordinators=COUNTRIES), "move")
    assert [(one.country, one.chance, one.desks) for one in rows] == [
        ("A", 0.4, 1_200),
        ("B", 0.4, 2_400),
        ("C", 0.4, 1_200),
    ]


def test_coordinators_counted_together_are_one_row() -> None:
    together = {"number": 4, "value_of_hosting": 100, "driver": "prices"}
    desks = {"arrangement": "house", "desk_cost": 500}
    found = hosting(office(option("stay"), moving(0, coordinators=desks), coordinators=together))
    assert [(one.option, one.country, one.number, one.desks) for one in found] == [
        ("stay", ALL, 4, 0),
        ("move", ALL, 4, 2_000),
    ]


def test_without_coordinators_there_is_nothing_to_say() -> None:
    case = office_case(option("stay"))
    futures = colocate.evaluate(case, 4)
    assert hosting(futures.central) == hosting(futures) == ()


@SAME_EACH_TIME
@given(st.floats(0, 1), st.floats(0, 24).map(lambda month: round(month, 2)), st.integers(1, 500))
def test_the_rows_are_the_money_of_the_option(probability: float, month: float, seed: int) -> None:
    """Where an option costs nothing but desks, its rows add up to its cost in the central case and in every draw."""
    first, second, third = plan(chance(probability))["countries"]
    desks = {"countries": [first, second | {"lost_from": month}, third]}
    case = office_case(option("stay"), moving(6, coordinators=desks), coordinators=COUNTRIES)
    futures = colocate.evaluate(case, 16, seed)
    central = float(futures.central.option("move").money[HEADLINE].present_value[0])
    assert sum(one.present_value.mean for one in hosting_of(futures.central, "move")) == pytest.approx(central)
    drawn = futures.option("move").money[HEADLINE].present_value
    ranges = [one.present_value for one in hosting_of(futures, "move")]
    assert sum(one.mean for one in ranges) == pytest.approx(float(drawn.mean()))
    assert all(one.low <= one.high for one in ranges)


def test_the_share_of_draws_in_which_hosting_is_lost_is_the_chance() -> None:
    futures = colocate.evaluate(
        office_case(option("stay"), moving(6, coordinators=plan(chance(0.25))), coordinators=COUNTRIES), 2048
    )
    row = hosting_of(futures, "move")[1]
    assert (row.country, row.chance) == ("B", 0.25)
    assert row.present_value.mean == pytest.approx(0.25 * row.if_lost.mean, rel=0.01)
    assert (row.present_value.low, row.present_value.high) == pytest.approx((0.0, row.if_lost.mean))


def test_means_are_over_the_futures() -> None:
    """A desk costs 900 to 2,100 a year, most likely 1,200, and two people sit there: 2 x 1,400 on average."""
    spread = {"low": 900, "mode": 1_200, "high": 2_100, "shape": "triangular"}
    spread |= {"unit": "USD/person/year", "source": "made up", "quality": "assumed"}
    desks = {"arrangement": "house", "desk_cost": spread}
    case = office_case(option("stay"), moving(0, coordinators=desks), coordinators={"number": 2, "driver": "prices"})
    (row,) = hosting_of(colocate.evaluate(case, 2048), "move")
    assert row.desks == row.expected == pytest.approx(2_800, rel=1e-3)
    assert row.present_value.mean == pytest.approx(2_800 * (1.1**-0.5 + 1.1**-1.5 + 1.1**-2.5), rel=1e-3)
    assert row.present_value.low < row.present_value.mean < row.present_value.high


def test_a_row_has_no_array_in_it() -> None:
    assert not [value for row in hosting(three()) for value in vars(row).values() if isinstance(value, np.ndarray)]
