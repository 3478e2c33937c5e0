"""A case read on another day or with a constituent moved: who is there, who gains, who loses, and what stays."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

import colocate
from colocate.analysis.access.what_if import (
    Moved,
    NotThereError,
    OffTheGlobeError,
    Somewhere,
    WhatIf,
    checked_place,
    places_of,
    read_as,
    read_on,
    shifted,
    what_if_of,
)
from colocate.case import Case
from colocate.model.access import constituents_at
from colocate.model.futures import Futures
from colocate.words.what_if import gains_and_losses, not_there, off_the_globe, somewhere
from tests.examples import ACCESS, PLACE, office_case, option
from tests.outcomes import DATA

BEFORE, AFTER = date(2026, 1, 1), date(2030, 1, 1)
EAST = PLACE | {"longitude": 0.3}
TABLE = "Old,government,0,0,10,0,,2028-01-01\nNew,government,0,0.3,10,0,2028-01-01,\nUnion,workers,0,0.1,5,0,,\n"
VCA = "VCA (Viet Nam Cooperative Alliance)"


def example(table: str = TABLE, times: str = "", **access: str) -> Case:
    doors = option("stay", place=PLACE), option("move", place=EAST)
    return office_case(*doors, table=table, times=times, access=ACCESS | access)


def both(case: Case, reading: WhatIf) -> tuple[Futures, Futures]:
    """The case as it is and as it is read, over the same few futures."""
    return colocate.evaluate(case, 16), colocate.evaluate(read_as(case, reading), 16)


def names(case: Case) -> list[str]:
    return [one.name for one in constituents_at(case)]


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2027, 12, 31), ["Old", "Union"]),
        (date(2028, 1, 1), ["New", "Union"]),  # since that day, until and not on that day
        (AFTER, ["New", "Union"]),
    ],
)
def test_who_is_there_on_another_day(day: date, there: list[str]) -> None:
    assert names(read_on(example(), day)) == there


def test_reading_on_another_day_moves_no_cost() -> None:
    case = example()
    then = read_on(case, AFTER)
    assert then.decision_date == case.decision_date == BEFORE
    first, second = colocate.evaluate(case), colocate.evaluate(then)
    for one, other in zip(first.options, second.options, strict=True):
        assert one.money["agency", "cash"].present_value == other.money["agency", "cash"].present_value
    assert names(read_on(then, BEFORE)) == ["New", "Union"]  # what was left out is not there again


def test_the_decision_date_is_the_case_itself() -> None:
    case = example()
    assert read_as(case, WhatIf(BEFORE)) is case


def test_a_move_worked_by_hand() -> None:
    # Two minutes a kilometre along the equator, 11.1195 km for 0.1 degrees: the union at 0.1 needs 22 minutes to stay
    # and 44 to move; at 0.3 it would need 67 and none.
    case = example()
    reading = WhatIf(BEFORE, (Moved("Union", 0.0, 0.3),))
    first, second = both(case, reading)
    union = next(one for one in shifted(first, second, "move") if one.name == "Union")
    assert union.first is not None
    assert union.second is not None
    assert (union.first.change, union.second.change) == (22, -67)
    said = gains_and_losses(first, second, (WhatIf(BEFORE), reading))
    assert "Moving, Union: now 22 minutes more, then 67 minutes less." in said
    assert said[0] == "Now is 1 January 2026, the decision date. Then is 1 January 2026, with Union moved to 0, 0.3."


def test_who_is_new_and_who_is_gone_is_said() -> None:
    case, reading = example(), WhatIf(AFTER)
    first, second = both(case, reading)
    said = gains_and_losses(first, second, (WhatIf(BEFORE), reading))
    assert "New then: New." in said
    assert "No longer there: Old." in said
    assert "Moving, Old: now 67 minutes more, then not there." in said
    assert "Moving, New: now not there, then 67 minutes less." in said


def test_what_does_not_change_is_said_once() -> None:
    case, reading = example("Union,workers,0,0.1,5,0,,\n"), WhatIf(AFTER)
    first, second = both(case, reading)
    assert gains_and_losses(first, second, (WhatIf(BEFORE), reading))[1:] == (
        "Moving: the way gets longer for 1 of 1 constituents, most for Union: 22 minutes (both now and then).",
    )


def test_nobody_is_there() -> None:
    case, reading = example("Old,government,0,0,10,0,,2028-01-01\n"), WhatIf(AFTER)
    said = gains_and_losses(*both(case, reading), (WhatIf(BEFORE), reading))
    assert said == ("On 1 January 2030 nobody of the constituents' table is there.",)


def test_many_changes_are_cut_short_and_counted() -> None:
    rows = [f"c{place},government,0,0.{place:02d},1,0,,2028-01-01" for place in range(12)]
    case, reading = example("\n".join(rows) + "\nUnion,workers,0,0.1,5,0,,\n"), WhatIf(AFTER)
    first, second = both(case, reading)
    said = gains_and_losses(first, second, (WhatIf(BEFORE), reading))
    assert sum(one.startswith("Moving, c") for one in said) == 8
    assert said[-1] == "Moving: 4 more constituents change."


def test_one_that_moves_loses_what_was_measured_of_it() -> None:
    case = example(times="Union,stay,5\nUnion,move,6\n", travel_times="times.csv")
    moved = colocate.evaluate(read_as(case, WhatIf(BEFORE, (Moved("Union", 0.0, 0.3),))))
    access = moved.baseline.access
    assert access is not None
    assert dict(zip(names(moved.case), access.known, strict=True))["Union"] == "distance"


def test_another_reading_is_over_the_same_futures() -> None:
    case = colocate.load_case(DATA / "hanoi.toml")
    first, second = both(case, WhatIf(date(2025, 4, 1), (Moved(VCA, 21.02, 105.85),)))
    assert first.figures.keys() == second.figures.keys()
    assert all(np.array_equal(values, second.figures[path]) for path, values in first.figures.items())


def test_a_move_to_where_one_is_is_no_move() -> None:
    case = example()
    assert what_if_of(case, BEFORE, [Moved("Union", 0.0, 0.1)]) == WhatIf(BEFORE)
    moved = Moved("Union", 0.0, 0.2)
    assert what_if_of(case, BEFORE, [moved]) == WhatIf(BEFORE, (moved,))


def test_one_that_is_not_there_on_that_day_cannot_move() -> None:
    with pytest.raises(NotThereError) as refused:
        read_as(example(), WhatIf(AFTER, (Moved("Old", 0.0, 0.0),)))
    assert (refused.value.key, refused.value.day, refused.value.there) == ("Old", AFTER, ("New", "Union"))
    assert not_there(refused.value) == 'there is no constituent "Old" on 1 January 2030. There: New and Union'


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90.01, 0), (-91, 0), (0, 180.5), (0, -181), (float("nan"), 0), (0, float("inf"))]
)
def test_a_place_off_the_globe_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(OffTheGlobeError) as refused:
        checked_place(latitude, longitude)
    assert "is off the scale: due is -" in off_the_globe(refused.value)
    with pytest.raises(OffTheGlobeError):
        read_as(example(), WhatIf(BEFORE, (Moved("Union", latitude, longitude),)))


def test_places_to_move_to_begin_with_where_it_is() -> None:
    found = places_of(example(), BEFORE, "Union")
    assert list(found) == ["beside Union", "beside Old", "door of move"]  # Old is at the door of `stay`
    assert found["door of move"] == Somewhere("option", "move", 0, 0.3)
    assert [somewhere(example(), one) for one in found.values()] == [
        "it stays where it is",
        "to where Old is",
        "to the door of “Moving”",
    ]


# ---- Hanoi: the decision date, after the merger of March 2025, and with a constituent moved


def test_hanoi_after_the_merger() -> None:
    case = colocate.load_case(DATA / "hanoi.toml")
    reading = WhatIf(date(2025, 4, 1))
    first, second = both(case, reading)
    said = gains_and_losses(first, second, (WhatIf(case.decision_date), reading))
    assert "New then: MOHA (Ministry of Home Affairs)." in said
    assert "No longer there: MOLISA (Ministry of Labour, Invalids and Social Affairs)." in said
    move = {one.name[:4]: one.second for one in shifted(first, second, "move")}
    assert move["MOHA"] is not None
    assert move["MOHA"].change < 0 < (move["VGCL"].change if move["VGCL"] else 0)
    assert all(one.is_assumed for one in case.constituents)


def test_hanoi_the_day_before_and_the_day_of_the_merger() -> None:
    case = colocate.load_case(DATA / "hanoi.toml")
    last, first = names(read_on(case, date(2025, 2, 28))), names(read_on(case, date(2025, 3, 1)))
    assert [one[:6] for one in last if one.startswith("MO")] == ["MOLISA"]
    assert [one[:6] for one in first if one.startswith("MO")] == ["MOHA ("]


def test_hanoi_with_one_moved_to_the_old_quarter() -> None:
    case = colocate.load_case(DATA / "hanoi.toml")
    reading = WhatIf(case.decision_date, (Moved(VCA, 21.02, 105.85),))
    first, second = both(case, reading)
    found = next(one for one in shifted(first, second, "move") if one.name == VCA)
    assert found.first is not None
    assert found.second is not None
    assert found.first.change < 0 < found.second.change
