"""Sizes and months of an option: the space it needs, when it moves, until when the old rent is owed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from colocate.case.replacing import with_figures
from colocate.model.costs.premises import Size, Stay, size_of, stay_of
from tests.examples import Record, commercial, moving, office_case, option


def size(lease: Record | None = None, people: dict[str, Any] | None = None, **terms: Any) -> Size:
    """The size of an option of an office of 20 people, 10 m2 a desk and half as much again of shared space."""
    office = {"people": 20, "m2_per_desk": 10, "shared_space": 50} | (people or {})
    case = office_case(option("stay", lease or commercial(), **terms), office=office)
    return size_of(case, case.options[0])


def test_space_needed() -> None:
    # 20 people x 1 desk x 10 m2 x 1.5 = 300 m2.
    assert size() == Size(people=20, workstations=20, area=300, area_needed=300, own_area=300, use=0)


def test_shared_desks_need_less_space() -> None:
    # 20 x 0.8 = 16 desks x 10 m2 x 1.5 = 240 m2.
    shared = size(people={"desks_per_person": 0.8})
    assert (shared.workstations, shared.area_needed) == pytest.approx((16, 240))


def test_an_option_may_have_its_own_desks() -> None:
    # 20 x 0.5 = 10 desks x 8 m2 x 1.5 = 120 m2.
    own = size(desks_per_person=0.5, m2_per_desk=8)
    assert (own.workstations, own.area_needed) == pytest.approx((10, 120))


def test_the_area_let_need_not_be_the_area_needed() -> None:
    let = size(commercial(area=450))
    assert (let.area, let.area_needed, let.own_area) == pytest.approx((450, 300, 450))


def test_who_hosts_others_counts_for_the_space_it_needs() -> None:
    home = {"id": "house", "name": "House", "already_running": True, "tenants": [{"name": "A", "people": 5}]}
    case = office_case(option("stay", commercial(area=450, shared_by="people"), house="house"), houses=[home])
    assert size_of(case, case.options[0]).own_area == pytest.approx(100)


def test_what_an_amount_is_multiplied_by() -> None:
    measures = Size(people=20.0, workstations=16.0, area=300.0, area_needed=240.0, own_area=300.0, use=5.0)
    assert [measures.per(per) for per in ("m2", "person", "workstation", "office")] == [300, 20, 16, 1]


def stay(lease: Record, month: float | None = None, delay: float = 0, own: Record | None = None) -> Stay:
    """An option that stays on the lease, or, with a month, the one that leaves it for its own."""
    if month is None:
        case = office_case(option("stay", lease))
        return stay_of(case, case.options[0])
    case = office_case(option("stay", lease), moving(month, own or commercial(start=month), delay=delay))
    return stay_of(case, case.options[1])


def test_who_stays_is_there_from_month_0() -> None:
    here = stay(commercial(start=-20, expiry=18))
    assert (here.moving_in, here.delay, here.left, here.left_size) == (0, 0, None, None)
    assert (here.lease_start, here.lease_expiry, here.premises_end) == (-20, 18, 18)


@pytest.mark.parametrize(
    ("terms", "end"),
    [
        ({}, 36),  # open-ended: the horizon
        ({"expiry": 50}, 36),
        ({"expiry": 18}, 18),
        ({"expiry": 18, "renewal": {"rent": 1, "driver": "prices"}}, 36),
    ],
)
def test_end_of_premises(terms: Record, end: float) -> None:
    assert stay(commercial(**terms)).premises_end == end


def test_a_late_opening_shifts_the_new_lease_as_a_whole() -> None:
    late = stay(commercial(), 9, 6, commercial(start=7, expiry=20))
    assert (late.moving_in, late.lease_start, late.lease_expiry, late.premises_end) == (15, 13, 26, 26)


def test_but_not_a_dated_promise() -> None:
    late = stay(commercial(), 9, 6, commercial(start=7, expiry=20, fixed_expiry=True))
    assert (late.lease_start, late.lease_expiry, late.premises_end) == (13, 20, 20)


@pytest.mark.parametrize(
    ("terms", "owed_until", "used"),
    # Planned for month 9, opening in month 12.
    [
        ({}, 12, 0),  # open-ended: until moving out
        ({"expiry": 30}, 30, 0),
        ({"expiry": 6}, 6, 0),
        ({"break_option": {"month": 4}}, 9, 1),  # notice is given for the plan
        ({"break_option": {"month": 15}}, 15, 1),
        ({"expiry": 30, "break_option": {"month": 4}}, 9, 1),
        ({"expiry": 30, "break_option": {"month": 15}}, 15, 1),
        ({"expiry": 15, "break_option": {"month": 15}}, 15, 0),  # it ends of itself
        ({"expiry": 6, "break_option": {"month": 4}}, 6, 0),
    ],
)
def test_until_when_the_old_rent_is_owed(terms: Record, owed_until: float, used: float) -> None:
    here = stay(commercial(**terms), 9, 3)
    assert (here.obligation_end, here.break_used) == (owed_until, used)


def test_draws_of_months_give_what_a_loop_gives() -> None:
    old = commercial(expiry=20, break_option={"month": 14})
    case = office_case(option("stay", old), moving(9, commercial(start=9, expiry=30), delay=3))
    draws = {
        "options[move].move.month": np.array([9.0, 13.5, 19.0, 25.0]),
        "options[move].move.delay": np.array([0.0, 3.3, 10.0, 24.0]),
        "options[stay].lease.break_option.month": np.array([2.0, 14.0, 20.0, 14.0]),
    }
    drawn = with_figures(case, draws)
    together = stay_of(drawn, drawn.options[1])
    for draw in range(4):
        single = with_figures(case, {path: float(values[draw]) for path, values in draws.items()})
        alone = stay_of(single, single.options[1])
        for name in ("moving_in", "lease_start", "lease_expiry", "premises_end", "obligation_end", "break_used"):
            assert getattr(together, name)[draw] == getattr(alone, name), (name, draw)
