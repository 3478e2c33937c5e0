"""Switching values against algebra: expected costs cross where they are equal, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from colocate.analysis.deciding.decisive import confirm_main, confirm_turning, decided, decided_roughly, deciding
from colocate.analysis.deciding.switching_values import Crossing, confirmed
from colocate.analysis.deciding.tornado import tornado
from colocate.analysis.deciding.two_way_map import two_way
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.case import Case
from colocate.casefile.building import build_case
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from colocate.model.totals import Reading
from tests.documents import ROOT
from tests.examples import SAME_EACH_TIME, Record, commercial, many, moving, office_case, one_off, option, running
from tests.strategies import documents


def ranged(low: float, mode: float, high: float, unit: str, **more: Any) -> Record:
    """A figure as a table, triangular unless told."""
    words = {"unit": unit, "source": "worked by hand", "quality": "assumed"}
    return {"low": low, "mode": mode, "high": high, "shape": "triangular"} | words | more


def yearly(low: float, mode: float, high: float) -> Record:
    return running(ranged(low, mode, high, "USD/year"))  # type: ignore[arg-type]


def crossings(case: Case, draws: int = 256) -> dict[str, list[tuple[float, str, str]]]:
    futures = evaluate(case, draws)
    held = HeldRuns(futures)
    found = confirm_turning(held, deciding(futures), tornado(held).may_turn)
    assert all(one.switching.confirmed for one in found.figures)
    return {
        one.quantity.path: [(each.value, each.below, each.above) for each in one.switching.crossings]
        for one in found.figures
    }


def test_two_yearly_costs_cross_where_they_are_equal() -> None:
    case = office_case(option("stay", running=[yearly(500, 1_000, 1_500)]), option("other", running=[running(1_200)]))
    path = "options[stay].running[Guards].amount"
    assert crossings(case) == {path: [(pytest.approx(1_200, rel=1e-9), "stay", "other")]}


def test_a_figure_that_never_flips_has_none() -> None:
    case = office_case(option("stay", running=[yearly(500, 1_000, 1_100)]), option("other", running=[running(1_200)]))
    assert crossings(case) == {"options[stay].running[Guards].amount": []}


@SAME_EACH_TIME
@given(st.floats(0.0, 500.0).map(lambda cost: round(cost, 2)), st.floats(0.5, 3.0), st.floats(500.0, 5_000.0))
def test_a_rent_against_a_one_off_crosses_where_algebra_says(growth: float, area: float, fixed: float) -> None:
    # Three years, no discounting, 100 m2: rent x 100 x area factor a year against a fixed sum once, plus a yearly cost.
    rent = ranged(1, 10, 60, "USD/m2/year")
    stay = option("stay", commercial(rent, area=100 * area), running=[running(growth)])  # type: ignore[arg-type]
    case = office_case(
        stay, option("other", one_offs=[one_off(fixed)], running=[running(growth)]), discounting={"rate": 0}
    )
    expected = fixed / (3 * 100 * area)
    found = crossings(case)["options[stay].lease.rent"]
    if 1 < expected < 60:
        assert found == [(pytest.approx(expected, rel=1e-9), "stay", "other")]
    else:
        assert found == []


def test_a_discount_rate_crosses_at_the_internal_rate_of_return() -> None:
    # 1,000 once against 600 at the end of each of two years: 13.07 %, the root of 1000 (1+r)^2 = 600 (1+r) + 600.
    case = office_case(
        option("stay", running=[running(600, end=24)]),
        option("other", one_offs=[one_off(1_000)]),
        horizon_years=2,
        discounting={"rate": ranged(2, 5, 30, "%/year"), "timing": "end"},
    )
    root = (600 + np.sqrt(600**2 + 4 * 1_000 * 600)) / 2_000 - 1
    assert crossings(case)["discounting.rate"] == [(pytest.approx(100 * root, rel=1e-9), "other", "stay")]


def test_several_switching_values_are_all_found() -> None:
    # With k = 1 + growth, stay costs 1000 + 1000 k + 1000 k^2 over three years, other 80 + 3100 k - 160: the difference
    # is 1000 k^2 - 2100 k + 1080, below 0 between its roots 0.9 and 1.2.
    case = office_case(
        option("stay", running=[running(1_000)]),
        option(
            "other",
            one_offs=[one_off(3_100, month=12), one_off(80, name="Level", month=0)],
            residual_value=160,
        ),
        growth=ranged(-30, 0, 40, "%/year"),
        discounting={"rate": 0},
    )
    assert crossings(case)["drivers[prices].growth"] == [
        (pytest.approx(-10, rel=1e-6), "other", "stay"),
        (pytest.approx(20, rel=1e-6), "stay", "other"),
    ]


def test_a_third_option_that_wins_between_two_looked_at_values_is_found() -> None:
    # 3x, 2x + 995 and x + 2000: steep is cheapest below 995, middle up to 1005, flat above. The values looked at are 66
    # apart, so that the middle one is the cheapest at none of them.
    def times(count: int, level: float) -> list[Record]:
        again: Any = [running("shared.x", name=f"Line {place}") for place in range(count)]  # type: ignore[arg-type]
        return [*again, running(level, name="Level")]

    case = office_case(
        option("steep", running=times(3, 0)),
        option("middle", running=times(2, 995)),
        option("flat", running=times(1, 2_000)),
        shared={"x": ranged(0, 100, 2_100, "USD/year")},
    )
    assert crossings(case)["shared.x"] == [
        (pytest.approx(995, rel=1e-9), "steep", "middle"),
        (pytest.approx(1_005, rel=1e-9), "middle", "flat"),
    ]


def test_a_jump_is_a_switching_value_too() -> None:
    # The tenant is counted in years that begin before it leaves: at month 12 our share of 900 jumps in the second year.
    house = {
        "id": "house",
        "name": "House",
        "already_running": True,
        "tenants": [{"name": "Other", "people": 20, "leaves": ranged(6, 20, 30, "month")}],
        "costs": [{"name": "Guards", "category": "security", "amount": 900, "driver": "prices", "shared_by": "people"}],
    }
    # Ours with the tenant there: 300 a year; alone 900. Years 1, 2, 3: 300, 300, 300 or 900.
    case = office_case(
        option("stay", running=[running(550)]),
        option("join", house="house"),
        houses=[house],
        discounting={"rate": 0},
    )
    # Leaves in (6, 12]: 300 + 900 + 900 = 2,100; in (12, 24]: 1,500; beyond 24: 900. Stay: 1,650.
    assert crossings(case)["houses[house].tenants[Other].leaves"] == [(pytest.approx(12, abs=1e-6), "stay", "join")]


def test_a_yes_or_no_says_what_each_answer_leads_to() -> None:
    chance = {"shape": "yes/no", "probability": 0.3, "unit": "yes/no", "source": "worked by hand", "quality": "assumed"}
    case = office_case(
        option(
            "stay",
            coordinators={"arrangement": "may be lost", "desk_cost": 1_000, "lost": chance, "lost_from": 0},
        ),
        option("other", running=[running(500)], coordinators={"arrangement": "hosted"}),
        coordinators={"number": 1, "driver": "prices"},
    )
    assert crossings(case)["options[stay].coordinators.lost"] == [(1.0, "stay", "other")]


def test_an_option_that_fails_a_gate_never_wins() -> None:
    barred = [{"name": "security", "status": "fail", "evidence": "seen"}]
    case = office_case(
        option("stay", running=[yearly(500, 1_000, 1_500)]),
        option("other", running=[running(1_200)]),
        option("barred", running=[running(1)], gates=barred),
    )
    assert crossings(case)["options[stay].running[Guards].amount"] == [(pytest.approx(1_200), "stay", "other")]


def test_the_map_puts_each_pair_of_values_where_algebra_says() -> None:
    # Stay costs x a year, moving y once: three years without discounting, so stay is cheaper where 3x < y.
    case = office_case(
        option("stay", running=[yearly(0, 500, 1_000)]),
        moving(0, one_offs=[one_off(ranged(0, 1_500, 3_000, "USD"))]),  # type: ignore[arg-type]
        discounting={"rate": 0},
    )
    futures = evaluate(case, 64)
    found = two_way(futures, "options[stay].running[Guards].amount", "options[move].one_offs[Fit-out].amount", steps=21)
    x, y = np.meshgrid(found.first_values, found.second_values)
    assert found.options == ("stay", "move")
    assert found.costs[0] == pytest.approx(3 * x)
    assert found.costs[1] == pytest.approx(y)
    clear = np.abs(3 * x - y) > 1e-6
    assert np.array_equal(found.cheapest[clear] == 0, (3 * x < y)[clear])


def test_a_map_needs_two_different_figures_with_ranges() -> None:
    case = office_case(option("stay", running=[yearly(0, 500, 1_000)]))
    path = "options[stay].running[Guards].amount"
    with pytest.raises(ValueError, match="both are the same"):
        two_way(evaluate(case, 8), path, path)
    with pytest.raises(ValueError, match="has no range"):
        two_way(evaluate(case, 8), path, "discounting.rate")


def test_the_others_stay_uncertain_and_count_by_their_mean() -> None:
    # Three years without discounting: rent x area on one side, 1,000 to 3,000 a year on the other. Held alone, the rent
    # turns the answer where rent x mean area = mean of the other, and the yearly cost where it is the mean of the
    # product; the skewed range has a mean well above its most likely value.
    area = ranged(50, 60, 200, "m2")
    case = office_case(
        option("stay", commercial(ranged(1, 10, 60, "USD/m2/year"), area=area)),  # type: ignore[arg-type]
        option("other", running=[yearly(1_000, 1_200, 6_000)]),
        discounting={"rate": 0},
    )
    drawn = evaluate(case, 256).figures
    rent, size = drawn["options[stay].lease.rent"], drawn["options[stay].lease.area"]
    level = drawn["options[other].running[Guards].amount"]
    found = crossings(case)
    assert found["options[stay].lease.rent"] == [(pytest.approx(level.mean() / size.mean()), "stay", "other")]
    assert found["options[stay].lease.area"] == [(pytest.approx(level.mean() / rent.mean()), "stay", "other")]
    assert found["options[other].running[Guards].amount"] == [(pytest.approx((rent * size).mean()), "other", "stay")]
    assert level.mean() > 1.5 * 1_200


def test_holding_a_correlated_figure_is_holding_it_alone() -> None:
    # Stay costs x, other 500 + y, with x and y tied closely. Given x, y is expected to rise with it; held, it is not:
    # the answer turns where x is 500 + the mean of y.
    tied = [{"first": "shared.x", "second": "shared.y", "rank": 0.9}]
    case = office_case(
        option("stay", running=[running("shared.x")]),  # type: ignore[arg-type]
        option("other", running=[running("shared.y"), running(500, name="Level")]),  # type: ignore[arg-type]
        shared={"x": ranged(0, 1_000, 2_000, "USD/year"), "y": ranged(0, 100, 900, "USD/year")},
        correlations=tied,
    )
    mean = evaluate(case, 256).figures["shared.y"].mean()
    assert crossings(case)["shared.x"] == [(pytest.approx(500 + mean), "stay", "other")]


def test_a_figure_that_varies_much_and_turns_nothing_is_not_one_that_the_answer_hangs_on() -> None:
    # What both options pay alike may vary as it will.
    case = office_case(
        option("stay", running=[running("shared.both", name="Both"), yearly(0, 500, 1_000)]),  # type: ignore[arg-type]
        option("other", running=[running("shared.both", name="Both"), running(450)]),  # type: ignore[arg-type]
        shared={"both": ranged(0, 10_000, 90_000, "USD/year")},
    )
    futures = evaluate(case, 1024)
    found = confirm_main(HeldRuns(futures), deciding(futures))
    assert [one.quantity.path for one in found.main] == ["options[stay].running[Guards].amount"]
    assert found.main[0].switching.crossings[0].value == pytest.approx(450)
    assert found.cheapest == "other"


def test_main_has_three_figures_at_most_and_those_worth_most() -> None:
    lines = [yearly(0, 500, 1_000) | {"name": f"Line {place}"} for place in range(5)]
    case = office_case(option("stay", running=lines), option("other", running=[running(2_480)]))
    futures = evaluate(case, 2048)
    found = confirm_main(HeldRuns(futures), deciding(futures))
    assert len(found.main) == 3
    assert len(found.turning) == 5
    assert found.main == found.figures[:3]


def test_roughly_is_near_what_runs_confirm_and_names_the_same_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    futures = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 512)
    exact = decided(futures)
    monkeypatch.setattr(HeldRuns, "run", lambda *_: pytest.fail("something is run again"))
    rough = decided_roughly(futures)
    assert rough.main
    assert not any(one.switching.confirmed for one in rough.main)
    found = {one.quantity.path: one.switching for one in exact.figures}
    for one in rough.main:
        quantity, (near,) = one.quantity, one.switching.crossings
        turning = found[quantity.path].crossings
        if turning:  # a figure that turns nothing may be named until runs tell so
            nearest = min(abs(near.value - crossing.value) for crossing in turning)
            assert nearest < 0.02 * (quantity.high - quantity.low), quantity.path
    assert rough.main[0].quantity.path == exact.main[0].quantity.path
    assert rough.everything == exact.everything


def test_roughly_takes_a_curve_that_turns_the_answer_twice_for_chance() -> None:
    case = office_case(
        option("stay", running=[running("shared.x", name="X"), running(100, name="Both")]),  # type: ignore[arg-type]
        option("move", running=[running("shared.x", name="X"), yearly(50, 100, 150)]),  # type: ignore[arg-type]
        shared={"x": ranged(0, 1_000, 2_000, "USD/year")},
    )
    rough = decided_roughly(evaluate(case, 256))
    assert all(len(one.switching.crossings) <= 1 for one in rough.figures)
    assert [one.quantity.path for one in rough.main] == ["options[move].running[Guards].amount"]
    assert rough.main[0].switching.crossings[0].value == pytest.approx(100, abs=2)


def turns(held: HeldRuns, path: str, crossing: Crossing, step: float, reading: Reading) -> bool:
    """Whether the option of lowest expected cost changes from a little below a value to a little above, as told."""
    names = held.known.options
    cheapest = [names[int(np.argmin(held.costs(path, crossing.value + side, reading)))] for side in (-step, step)]
    return cheapest == [crossing.below, crossing.above]


def test_a_little_on_either_side_of_twenty_figures_of_hanoi() -> None:
    # Ranges widened fivefold, within what each figure can be at all, so that more than a handful turn the answer.
    futures = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 32)
    held, reading, seen = HeldRuns(futures), Reading(), 0
    for swing in tornado(held, shown=0).swings[:40]:
        quantity = swing.quantity
        if quantity.shape == "yes/no":
            continue
        wide = 2 * (quantity.high - quantity.low)
        low, high = max(quantity.least, quantity.low - wide), min(quantity.most, quantity.high + wide)
        found = confirmed(held, replace(quantity, low=low, high=high), (quantity.value,))
        for crossing in found.crossings:
            step = 1e-6 * (high - low)
            assert turns(held, quantity.path, crossing, step, reading), (quantity.path, crossing)
        seen += bool(found.crossings)
    assert seen >= 20


def hold_on_either_side(document: Record, reading: Reading) -> int:
    """Hold every figure that may turn a case a little on either side of its switching values; give how many there are.

    Where a third option comes nearer than the step, or a jump lies there, the two sides are those of the neighbours.
    """
    case = build_case(document)
    futures = evaluate(case, 64)
    if not futures.figures:
        return 0
    held = HeldRuns(futures)
    found = confirm_turning(held, deciding(futures, reading), tornado(held, reading).may_turn, reading)
    for one in found.turning:
        low, high = one.quantity.low, one.quantity.high
        values = [low, *(crossing.value for crossing in one.switching.crossings), high]
        assert values == sorted(values)
        for place, crossing in enumerate(one.switching.crossings, start=1):
            gap = min(values[place] - values[place - 1], values[place + 1] - values[place])
            if one.quantity.shape == "yes/no":
                names = [option.id for option in futures.ranked]
                ends = [names[int(np.argmin(held.costs(one.quantity.path, end, reading)))] for end in (0.0, 1.0)]
                assert ends == [crossing.below, crossing.above]
            else:
                step = min(1e-5 * (high - low), 0.4 * gap)
                assert turns(held, one.quantity.path, crossing, step, reading), (one.quantity.path, crossing)
    return len(found.turning)


@settings(SAME_EACH_TIME, max_examples=5, phases=(Phase.generate,))
@given(documents())
def test_a_little_on_either_side_in_random_cases(document: Record) -> None:
    hold_on_either_side(document, Reading())


@pytest.mark.slow
@settings(SAME_EACH_TIME, max_examples=many(200, 25), phases=(Phase.generate,))
@given(documents(), st.sampled_from([Reading(), Reading("everyone", "cash and efficiency")]))
def test_a_little_on_either_side_in_many_random_cases(document: Record, reading: Reading) -> None:
    hold_on_either_side(document, reading)


@pytest.mark.slow
def test_a_map_of_few_futures_is_nearly_that_of_all() -> None:
    futures = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 256)
    first, second = (one.quantity.path for one in tornado(HeldRuns(futures), shown=0).swings[:2])
    few, all_of_them = two_way(futures, first, second), two_way(futures, first, second, grid=17, few=256)
    assert np.mean(few.cheapest != all_of_them.cheapest) <= 0.02
    assert few.expected == (
        futures.figures[first].mean() / few.first.scale,
        futures.figures[second].mean() / few.second.scale,
    )


def test_a_settled_figure_gives_what_holding_it_gives() -> None:
    case = load_case(ROOT / "data" / "hanoi.toml")
    path = "shared.space_per_desk"
    settled = evaluate(change(case, {path: 12.0}), 64)
    held = HeldRuns(evaluate(case, 64))
    assert held.costs(path, 12.0) == pytest.approx(
        [option.money[Reading()].present_value.mean() for option in settled.ranked]
    )
