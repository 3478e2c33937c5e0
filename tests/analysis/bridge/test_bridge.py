"""The bridge between two cases: its steps, their sum, their order, and what it says where there is none."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import Phase, given, settings

import colocate
from colocate.analysis.bridge.between import READINGS, Between
from colocate.analysis.bridge.bridge import Bridge, bridge, bridge_between
from colocate.analysis.bridge.steps import MOST_STEPS, grouped, standing, worked_steps
from colocate.case import Case
from colocate.casefile.changing import change
from colocate.casefile.reading import check_document, load_case
from colocate.draws.sampling import rows_of, sample, sample_by_row
from colocate.model.evaluate import futures_of
from colocate.model.totals import HEADLINE
from colocate.stopping import heeding
from colocate.words.bridge_rows import bridge_rows, measures_of
from tests.analysis.bridge.pairs import versions
from tests.documents import ROOT
from tests.examples import (
    OWNED,
    SAME_EACH_TIME,
    Record,
    commercial,
    many,
    office_case,
    office_document,
    option,
    running,
)
from tests.strategies import documents

DRAWS = 64
LONG = pytest.mark.timeout(1800)
PAIRS = settings(SAME_EACH_TIME, max_examples=many(100, 2), phases=(Phase.generate,))
HANOI = load_case(ROOT / "data" / "hanoi.toml")
TEN = {
    "shared.people": 40,
    "shared.market_rent": 16,
    "shared.service_charge": 5.5,
    "discounting.rate": 4,
    "drivers[rents].growth": 1,
    "houses[gounh].occupancy": 80,
    "options[move].move.delay": 6,
    "options[stay-renegotiated].lease.rent": 14,
    "back_office[ict].saving": 20,
    "houses[gounh].costs[Common Services Unit].amount": 60_000,
}
SOURCE = {"source": "assumed here", "quality": "assumed"}


def cents(amount: float) -> int:
    return round(100 * amount)


def adds_up(found: Bridge) -> None:
    """Every bridge, in every reading, as shown whole and as shown with the rest together, to the last unit."""
    for reading in READINGS:
        for measure in measures_of(found, reading):
            for digits, most in ((2, None), (2, 3), (0, None), (0, 10)):
                rows = bridge_rows(found, measure, reading, digits=digits, most=most)
                assert sum(cents(row.amount) for row in rows[:-1]) == cents(rows[-1].amount)
            if measure:
                ends = found.ends[measure]
                rows = bridge_rows(found, measure, reading, digits=2)
                assert (rows[0].amount, rows[-1].amount) == (round(ends.old[reading], 2), round(ends.new[reading], 2))


def figures_of(case: Case) -> dict[str, float]:
    """What the program says of a case on any other page."""
    expected = colocate.evaluate(case, DRAWS).expected
    return {one.id: float(one.money[HEADLINE].present_value[0]) for one in expected.options}


@LONG
@PAIRS
@given(versions())
def test_steps_between_two_versions_add_up_to_the_cent(pair: tuple[Record, Record]) -> None:
    old, new = (check_document(one) for one in pair)
    found = bridge(old, new, DRAWS)
    adds_up(found)
    assert {one: found.ends[one].old[HEADLINE] for one in found.common} == figures_of(old)
    assert {one: found.ends[one].new[HEADLINE] for one in found.common} == figures_of(new)


@LONG
@settings(PAIRS, max_examples=many(100, 1))
@given(documents(years=(1, 6)), documents(years=(1, 6)))
def test_steps_between_two_strange_cases_add_up_to_the_cent(one: Record, other: Record) -> None:
    found = bridge(check_document(one), check_document(other), DRAWS)
    adds_up(found)
    assert len(found.steps) <= MOST_STEPS


@LONG
@settings(PAIRS, max_examples=many(20, 1))
@given(versions())
def test_the_order_of_the_steps_does_not_change_their_sum(pair: tuple[Record, Record]) -> None:
    old, new = (check_document(one) for one in pair)
    common = tuple(one.id for one in old.options if one.id in {other.id for other in new.options})
    totals = []
    for seed in range(3):
        between = Between(old, new, common, DRAWS, 1)
        shuffled = list(between.inputs)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
        between.inputs = tuple(shuffled)
        steps = worked_steps(between)
        for way in ("forward", "backward"):
            totals.append({one: sum(getattr(step, way)[one][HEADLINE] for step in steps) for one in common})
    for total in totals[1:]:
        assert total == pytest.approx(totals[0], rel=1e-9, abs=1e-6)


def test_ten_changes_of_a_case_are_ten_steps_with_nothing_left_and_the_way_back_is_the_same() -> None:
    new = change(HANOI, TEN)
    there, back = bridge(HANOI, new, DRAWS), bridge(new, HANOI, DRAWS)
    assert [len(step.inputs) for step in there.steps] == [1] * len(TEN)
    assert {one.path for one in there.differences} == set(TEN)
    for option_id in there.common:
        assert there.chance(option_id) == 0.0
        assert [-one for one in there.moves(option_id)] == pytest.approx(list(back.moves(option_id)), abs=1e-6)


def test_a_step_is_the_mean_of_both_orders() -> None:
    """1,000 m2 years: rent 120 to 240 and 3 years to 4, undiscounted: 36,000 to 96,000 by 100 m2."""
    old = _rented(120, 3)
    new = _rented(240, 4)
    found = bridge(old, new, 1)
    by_path = {step.inputs[0].path: step for step in found.steps}
    rent, years = by_path["options[stay].lease.rent"], by_path["horizon_years"]
    assert years.forward["stay"][HEADLINE] == pytest.approx(12_000)
    assert rent.forward["stay"][HEADLINE] == pytest.approx(48_000)
    assert rent.backward["stay"][HEADLINE] == pytest.approx(36_000)
    assert years.backward["stay"][HEADLINE] == pytest.approx(24_000)
    assert found.moves("stay") == pytest.approx([18_000, 42_000])
    assert (found.ends["stay"].old[HEADLINE], found.ends["stay"].new[HEADLINE]) == pytest.approx((36_000, 96_000))
    assert found.saver() == "other"


def _rented(rent: float, years: int) -> Case:
    return office_case(
        option("stay", commercial(rent)), option("other", OWNED), discounting={"rate": 0}, horizon_years=years
    )


def test_a_case_differs_from_itself_by_nothing() -> None:
    found = bridge(HANOI, HANOI, DRAWS)
    assert (found.differences, found.steps) == ((), ())
    assert [row.amount for row in bridge_rows(found, "stay")] == [
        round(found.ends["stay"].old[HEADLINE]),
        round(found.ends["stay"].new[HEADLINE]),
    ]


def test_words_sources_and_gates_are_differences_and_no_steps() -> None:
    document: Any = office_document(
        option("stay", gates=[{"name": "Security", "status": "pass", "evidence": "letter"}])
    )
    other: Any = office_document(
        option("stay", gates=[{"name": "Security", "status": "fail", "evidence": "letter"}], summary="Another"),
        title="Another title",
    )
    found = bridge(check_document(document), check_document(other), DRAWS)
    assert [one.path for one in found.differences] == [
        "title",
        "options[stay].summary",
        "options[stay].gates[Security].status",
    ]
    assert found.steps == ()
    assert [found.step_of(one) for one in found.differences] == [None] * 3


def test_a_driver_comes_with_what_grows_by_it_and_a_record_is_one_step() -> None:
    old = office_case(option("stay", running=[running(1000)]))
    drivers = [{"id": "prices", "name": "Prices", "growth": 0}, {"id": "wages", "name": "Wages", "growth": 5}]
    guards = running(1000) | {"driver": "wages"}
    new = office_case(
        option("stay", running=[guards, running(50, name="Water", category="utilities")]), drivers=drivers
    )
    found = bridge(old, new, DRAWS)
    assert [one.path for one in found.differences] == [
        "drivers[wages]",
        "options[stay].running[Guards].driver",
        "options[stay].running[Water]",
    ]
    assert [[one.path for one in step.inputs] for step in found.steps] == [
        ["options[stay].running[Guards].driver"],
        ["options[stay].running[Water]"],
    ]
    assert all(step.forward["stay"][HEADLINE] > 0 for step in found.steps)
    assert found.chance("stay") == 0.0


def test_what_cannot_stand_alone_is_one_step() -> None:
    """A cost in month 50 is beyond a horizon of 3 years: it comes after the horizon, not before."""
    late = {"name": "Roof", "category": "other one-off", "amount": 100, "month": 50, "driver": "prices"}
    old = office_case(option("stay"))
    new = office_case(option("stay", one_offs=[late]), horizon_years=5)
    found = bridge(old, new, DRAWS)
    assert [[one.path for one in step.inputs] for step in found.steps] == [
        ["horizon_years", "options[stay].one_offs[Roof]"]
    ]
    adds_up(found)


def test_a_unit_goes_with_the_amount_in_it() -> None:
    old = office_case(option("stay", running=[running(10_000)]))
    new = office_case(option("stay", running=[running(120) | {"per": "m2"}]))
    (step,) = bridge(old, new, DRAWS).steps
    assert {one.path for one in step.inputs} == {
        "options[stay].running[Guards].per",
        "options[stay].running[Guards].amount",
    }


def test_options_are_matched_by_their_ids() -> None:
    old = office_case(option("stay"), option("move"), option("old-one"))
    new = office_case(option("stay"), option("new-one"), option("move", running=[running(10)]))
    found = bridge(old, new, DRAWS)
    assert (found.common, found.only_old, found.only_new) == (("stay", "move"), ("old-one",), ("new-one",))
    assert [[one.path for one in step.inputs] for step in found.steps] == [["options[move].running[Guards]"]]


def test_two_currencies_are_not_added_up() -> None:
    found = bridge(office_case(option("stay")), office_case(option("stay"), currency="VND"), DRAWS)
    assert (found.apart, found.steps, measures_of(found), found.saver()) == ("currencies", (), (), "")
    apart = bridge(office_case(option("a"), option("b")), office_case(option("c"), option("d")), DRAWS)
    assert (apart.apart, apart.common, measures_of(apart)) == ("no option in both", (), ())


def test_too_many_inputs_are_put_together_by_the_records_that_they_are_in() -> None:
    lines = [running(100 + place, name=f"Line {place}") for place in range(MOST_STEPS + 5)]
    more = [one | {"amount": one["amount"] * 2} for one in lines]
    old, new = office_case(option("stay", running=lines)), office_case(option("stay", running=more), horizon_years=4)
    found = bridge(old, new, 1)
    assert [len(step.inputs) for step in found.steps] == [1, MOST_STEPS + 5]
    adds_up(found)
    rows = bridge_rows(found, "stay", most=None)
    assert [row.kind for row in rows] == ["old", "step", "step", "new"]


def test_the_draws_of_a_figure_stay_with_it_where_others_are_added() -> None:
    uncertain = {"low": 0, "mode": 4, "high": 20, "unit": "month"} | SOURCE
    rows = rows_of(HANOI, DRAWS)
    assert {path: values.tolist() for path, values in sample_by_row(HANOI, rows).items()} == {
        path: values.tolist() for path, values in sample(HANOI, DRAWS).items()
    }
    delay = {"leaves": "stay", "month": 3, "delay": uncertain}
    guards = running(0) | {"amount": {"low": 5, "mode": 9, "high": 50, "unit": "USD/year"} | SOURCE}
    old = office_case(option("stay", running=[guards]), option("move", move=delay))
    added = {"low": 1, "mode": 2, "high": 9, "unit": "%/year"} | SOURCE
    new = office_case(option("stay", running=[guards]), option("move", move=delay), growth=added)
    found = bridge(old, new, DRAWS)
    assert [one.path for one in found.differences] == ["drivers[prices].growth"]
    assert found.chance("stay") == 0.0


def test_work_is_given_up_where_nobody_wants_it_and_tells_how_far_it_is() -> None:
    new, parts = change(HANOI, TEN), []
    bridge(HANOI, new, 16, progress=parts.append)
    assert parts == sorted(parts)
    assert parts[-1] == pytest.approx(1.0)
    looks = 0

    def stop() -> None:
        nonlocal looks
        looks += 1
        if looks > 40:
            raise KeyboardInterrupt

    with heeding(stop), pytest.raises(KeyboardInterrupt):
        bridge(HANOI, change(HANOI, TEN | {"shared.people": 41}), 16)


def test_futures_of_other_draws_are_not_compared() -> None:
    with pytest.raises(ValueError, match="same number of draws"):
        bridge_between(futures_of(HANOI, 16), futures_of(HANOI, 32))


def test_figures_without_influence_are_not_worked_out_again() -> None:
    between = Between(HANOI, change(HANOI, TEN), ("stay", "stay-renegotiated", "move"), 16, 1)
    groups = standing(between, grouped(between.bundles()))
    assert [len(group) for group in groups] == [1] * len(TEN)
    rent = [one.place for one in between.inputs if one.path == "options[stay-renegotiated].lease.rent"]
    alone, none = between.amounts(rent), between.amounts(())
    assert alone["stay"] is none["stay"]
    assert alone["stay-renegotiated"] is not none["stay-renegotiated"]
