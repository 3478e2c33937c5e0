"""Several premises in one option: works by hand, and what must hold whatever the figures are."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colocate.case.replacing import with_figures
from colocate.model.criteria import SpaceFound
from colocate.model.evaluate import evaluate, work_out
from colocate.model.expected import area_in_use
from colocate.words.cautions import caution_words
from tests.examples import (
    SAME_EACH_TIME,
    Record,
    commercial,
    expected_office,
    moving,
    office,
    office_case,
    one_off,
    option,
    running,
    yearly,
)

RENT = {"rent": 240, "driver": "prices"}


def annex(share: float = 20, name: str = "annex", **parts: Any) -> Record:
    """Two of ten people, on 20 m2, at 180 a m2: 3,600 a year."""
    lease = {"tenure": "commercial", "rent": 180} | parts.pop("lease", {})
    return {"id": name, "name": name.capitalize(), "people_share": share, "lease": lease} | parts


def here(*premises: Record, **parts: Any) -> Record:
    """An option that stays: 120 a m2 in its main building, on the space that its people need."""
    return option(
        "stay", commercial(parts.pop("rent", 120), **parts.pop("lease", {})), premises=list(premises), **parts
    )


def test_who_sits_in_further_premises_does_not_sit_in_the_main_ones() -> None:
    found = office(here(annex()))
    # 80 m2 at 120 and 20 m2 at 180.
    assert yearly(found, "stay", "rent") == [13_200, 13_200, 13_200]
    assert [one.name for one in found.option("stay").lines if one.category == "rent"] == ["Rent", "Rent, Annex"]


def test_without_a_renewal_its_use_ends_and_its_people_come_to_the_main_building() -> None:
    later = annex(lease={"start": 12, "expiry": 24}, running=[running(500)])
    found = office(here(later, running=[running(10, "Cleaning", "cleaning", per="m2")]))
    assert yearly(found, "stay", "rent") == pytest.approx([12_000, 9_600 + 3_600, 12_000])
    assert yearly(found, "stay", "security") == [0, 500, 0]
    assert yearly(found, "stay", "cleaning") == pytest.approx([1_000, 1_000, 1_000])  # of 100 m2, wherever they are
    assert area_in_use(found.option("stay").stay, 3)[:, 0] == pytest.approx([100, 100, 100])
    assert not found.option("stay").fails  # nothing has to follow an annex


def test_with_a_renewal_it_goes_on() -> None:
    found = office(here(annex(lease={"expiry": 12, "renewal": RENT})))
    assert yearly(found, "stay", "rent") == pytest.approx([13_200, 9_600 + 4_800, 9_600 + 4_800])


def test_the_part_of_the_people_may_change_with_the_years() -> None:
    grows = annex(people_share_from=[{"from_year": 1, "people_share": 50}])
    assert yearly(office(here(grows)), "stay", "rent") == pytest.approx([13_200, 6_000 + 9_000, 6_000 + 9_000])


def test_income_and_running_costs_of_a_building_are_of_its_own_size() -> None:
    let = {"name": "Sublease", "kind": "sublease", "driver": "prices", "per": "m2", "amount": 50}
    found = office(here(annex(income=[let], running=[running(30, per="person")]), income=[let]))
    assert yearly(found, "stay", "income") == pytest.approx([-50 * 20 - 50 * 100] * 3)
    assert yearly(found, "stay", "security") == pytest.approx([60] * 3)


# ---- leaving


def test_a_move_leaves_every_building_by_its_own_terms() -> None:
    held = annex(
        lease={"break_option": {"month": 18, "penalty": 700}, "expiry": 30, "deposit": 90, "deposit_paid": True}
    )
    found = office(here(held), moving(9))
    # Nine months of both; the annex is owed for nine months more.
    assert yearly(found, "move", "rent") == pytest.approx([0.75 * 13_200, 0, 0])
    assert yearly(found, "move", "double rent") == pytest.approx([900, 1_800, 0])
    assert yearly(found, "move", "exit penalty") == [0, 700, 0]
    assert yearly(found, "move", "deposit") == [0, -90, 0]
    assert {one.name for one in found.option("move").lines if "Annex" in one.name} == {
        "Rent, Annex, old premises",
        "Rent, Annex, old premises after moving out",
        "Staying on in the old premises, Annex",
        "Exit penalty, Annex",
        "Deposit, Annex, old premises, back",
    }


def test_nobody_stays_on_in_an_annex_whose_lease_has_ended() -> None:
    over = annex(lease={"expiry": 6, "restoration": 10, "restoration_driver": "prices", "holdover_premium": 50})
    found = office(here(over), moving(9))
    # Half a year of the annex; its two people are in the main building in the second half: nine of them on average.
    assert yearly(found, "move", "rent") == pytest.approx([0.5 * 3_600 + 0.75 * 90 * 120, 0, 0])
    assert yearly(found, "move", "holdover") == [0, 0, 0]
    assert yearly(found, "move", "restoration") == [200, 0, 0]


def test_one_that_is_renewed_is_stayed_on_in() -> None:
    over = annex(lease={"expiry": 6, "holdover_premium": 50, "renewal": RENT})
    found = office(here(over), moving(9))
    assert yearly(found, "move", "holdover") == pytest.approx([0.25 * 3_600 * 1.5, 0, 0])


def test_a_lease_that_would_begin_after_the_move_is_never_signed() -> None:
    terms = {"start": 12, "expiry": 30, "deposit": 500, "restoration": 10, "restoration_driver": "prices"}
    terms |= {"break_option": {"month": 20, "penalty": 700}, "service_charge": 9, "service_charge_driver": "prices"}
    given = [{"name": "Allowance", "kind": "allowance", "amount": 50, "month": 3}]
    planned = annex(running=[running(500)], lease=terms | {"incentives": given})
    found = office(here(planned), moving(9))
    assert [one.name for one in found.option("move").lines if "Annex" in one.name and one.amounts.any()] == []
    assert yearly(found, "move", "rent") == pytest.approx([9_000, 0, 0])
    # Moved a year later, it is signed.
    assert yearly(office(here(planned), moving(21)), "move", "security") == pytest.approx([0, 375, 0])


def test_what_is_never_signed_costs_nothing_at_a_rate_below_0_either() -> None:
    planned = annex(lease={"start": 12, "restoration": 10, "restoration_driver": "prices", "payments": "quarterly"})
    for rate in (-50, -1.92):
        found = office(here(planned), moving(9), discounting={"rate": rate})
        bare = office(here(), moving(9), discounting={"rate": rate})
        costs = [one.option("move").money["agency", "cash"].present_value for one in (found, bare)]
        assert costs[0] == pytest.approx(costs[1])


def test_new_premises_may_begin_later_than_the_move() -> None:
    found = office(here(), moving(6, commercial(100), premises=[annex(lease={"start": 18})]))
    # Until month 18 the main building has all ten.
    rents = [6_000 + 0.5 * 10_000, 0.5 * 3_600 + 90 * 100, 3_600 + 80 * 100]
    assert yearly(found, "move", "rent") == pytest.approx(rents)
    early = office(here(), moving(6, commercial(100), premises=[annex(lease={"start": 3})]))
    assert yearly(early, "move", "double rent") == pytest.approx([900 + 0.5 * 8_000, 0, 0])


# ---- room


def test_each_building_must_hold_who_sits_there() -> None:
    found = office(here(annex(lease={"area": 19}), lease={"area": 500}))
    gate = next(one for one in found.option("stay").gates if one.name == "space")
    assert gate.status == "fail"
    assert gate.found == SpaceFound(19, 20, None, 2, None, "Annex")
    assert [
        one.status for one in office(here(annex(lease={"area": 20}))).option("stay").gates if one.name == "space"
    ] == ["pass"]


def test_it_fits_draw_by_draw_as_one_by_one() -> None:
    ranged = {"low": 15, "high": 25, "shape": "uniform", "unit": "m2", "source": "made up", "quality": "assumed"}
    moves = {"low": 6, "high": 14, "shape": "uniform", "unit": "month", "source": "made up", "quality": "assumed"}
    held = annex(lease={"start": 9, "area": ranged, "expiry": 30})
    case = office_case(here(held), moving(6, premises=[annex(lease={"start": 8, "expiry": 31})], delay=moves))
    futures = evaluate(case, 16)
    assert 0 < futures.option("stay").fits.mean() < 1
    for draw in range(16):
        single = with_figures(case, {path: values[draw] for path, values in futures.figures.items()})
        for found in work_out(single).options:
            together = futures.option(found.id).money["agency", "cash"].present_value
            alone = found.money["agency", "cash"].present_value
            assert np.broadcast_to(together, 16)[draw] == pytest.approx(float(alone[0]), rel=1e-12)


# ---- whatever the figures are

LUMPS = ("deposit", "surrender_premium")


@st.composite
def leases(draw: Any, moves_in: int | None) -> Record:
    """A lease of 100 m2 with any terms, whose amounts per m2 or as a lump sum can be parted."""
    start = draw(st.integers(-24, 0)) if moves_in is None else draw(st.integers(0, moves_in))
    lease = commercial(draw(st.integers(1, 300)), area=100, start=start, holdover_premium=20)
    lease |= {
        "service_charge": 20,
        "service_charge_driver": "prices",
        "restoration": 30,
        "restoration_driver": "prices",
    }
    if draw(st.booleans()):
        lease |= {
            "payments": draw(st.sampled_from(("monthly", "quarterly", "yearly"))),
            "in_advance": draw(st.booleans()),
        }
    if draw(st.booleans()):
        lease |= {"expiry": draw(st.integers(19, 50)), "renewal": RENT | {"term_years": draw(st.integers(1, 4))}}
    if draw(st.booleans()):
        lease["indexation"] = {"driver": "prices", "amount": draw(st.integers(0, 5))}
    if draw(st.booleans()):
        lease["surrender_premium"] = draw(st.integers(-500, 900))
    if draw(st.booleans()):
        lease |= {"deposit": draw(st.integers(0, 900)), "deposit_interest": draw(st.integers(0, 5))}
    if draw(st.booleans()):
        lease["incentives"] = [{"name": "Gift", "kind": "allowance", "per": "m2", "amount": 7, "month": 7}]
    return lease


def parted(whole: Record, part: float) -> Record:
    """The same option in two buildings, the second with this part of it."""
    two = copy.deepcopy(whole)
    lease = two["lease"]
    other = copy.deepcopy(lease)
    other["area"] = lease["area"] * part
    lease["area"] -= other["area"]
    for lump in LUMPS:
        if lump in lease:
            other[lump] = lease[lump] * part
            lease[lump] -= other[lump]
    two["premises"] = [{"id": "second", "name": "Second", "people_share": 100 * part, "lease": other}]
    return two


@SAME_EACH_TIME
@given(st.data(), st.integers(1, 99), st.integers(0, 18), st.integers(0, 8))
def test_a_building_parted_in_two_costs_the_same(data: st.DataObject, hundredths: int, month: int, delay: int) -> None:
    costs = {
        "running": [running(9, per="m2"), running(11, "Desks", per="workstation"), running(800, "Lump")],
        "one_offs": [one_off(40, month, per="m2"), one_off(70, month, "Crates", "moving", per="person")],
    }
    stay = option("stay", data.draw(leases(None)), **costs)
    move = moving(month, data.draw(leases(month)), delay=delay, contingency=10, **costs)
    part = hundredths / 100
    one = office(stay, move, growth=4)
    for two in (office(parted(stay, part), move, growth=4), office(stay, parted(move, part), growth=4)):
        for name in ("stay", "move"):
            for pair, money in one.option(name).money.items():
                again = two.option(name).money[pair]
                assert np.broadcast_to(again.by_year, money.by_year.shape) == pytest.approx(money.by_year, abs=1e-6)
                assert again.present_value == pytest.approx(money.present_value, abs=1e-6)


@SAME_EACH_TIME
@given(st.integers(0, 36), st.integers(1, 36), st.integers(0, 100))
def test_a_building_at_the_same_rent_changes_nothing_where_areas_follow_people(
    start: int, lasts: int, share: int
) -> None:
    one = office(here())
    two = office(here(annex(share, lease={"rent": 120, "start": start, "expiry": start + lasts})))
    # In whole years of use; a year of part use has people of part of it on the area of that part.
    if start % 12 == 0 and lasts % 12 == 0:
        assert yearly(two, "stay", "rent") == pytest.approx(yearly(one, "stay", "rent"))
    assert sum(yearly(two, "stay", "rent")) == pytest.approx(sum(yearly(one, "stay", "rent")))


def test_a_caution_names_the_building() -> None:
    over = annex(lease={"expiry": 6, "renewal": RENT})
    told = caution_words(expected_office(here(over), moving(9)))
    assert any("Annex: the old lease ends" in one for one in told), told
