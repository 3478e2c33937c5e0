"""Reference classes: the range of a plan, faults by path, ranges changed by hand, and the classes that are shipped."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate.casefile.changing import change, write_changes
from colocate.casefile.faults import CaseError
from colocate.casefile.reading import read_case
from colocate.draws.sampling import correlated_sets, sample
from colocate.model.evaluate import evaluate
from colocate.quantity import Quantity
from tests.examples import Record, office_case, one_off, option, running

SHIPPED = Path(__file__).parents[2] / "data" / "classes" / "reference-classes.toml"
SHIPPED_CLASSES = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["reference_classes"]
SHIPPED_IDS = [one["id"] for one in SHIPPED_CLASSES]
WORDS: Record = {"source": "made up", "quality": "assumed"}
COST: Record = {
    "id": "buildings",
    "name": "Past buildings",
    "planned": "capital cost",
    "projects": 50,
    "ratio": {"low": 1.0, "mode": 1.2, "high": 2.0},
    **WORDS,
}
TIME = COST | {"id": "openings", "planned": "duration"}
USE = COST | {"id": "houses", "planned": "occupancy", "ratio": {"low": 0.6, "high": 1.0}, "shape": "uniform"}


def planned(plan: float, name: str = "buildings", unit: str = "USD", **more: Any) -> Record:
    return {"plan": plan, "reference_class": name, "unit": unit, **WORDS, **more}


def fit_out(amount: Any, name: str = "Fit-out", **terms: Any) -> Record:
    return one_off(amount, name=name, **terms)


def figure_of(amount: Any, *classes: Record) -> Quantity:
    case = office_case(option("stay", one_offs=[fit_out(amount)]), reference_classes=list(classes or [COST]))
    return case.quantities["options[stay].one_offs[Fit-out].amount"]


def faults(*options: Record, **changes: Any) -> dict[str, str]:
    with pytest.raises(CaseError) as told:
        office_case(*options, **changes)
    return {fault.path: str(fault) for fault in told.value.faults}


# (class's shape and ratio, plan, low, mode and high by hand)
RANGES: dict[str, tuple[Record, float, tuple[float, float, float]]] = {
    "pert": ({}, 170, (170, 204, 340)),
    "triangular": ({"shape": "triangular", "ratio": {"low": 1.1, "mode": 1.24, "high": 1.5}}, 170, (187, 210.8, 255)),
    "uniform: the middle": ({"shape": "uniform", "ratio": {"low": 1.0, "high": 1.5}}, 200, (200, 250, 300)),
    "normal: the middle": ({"shape": "normal", "ratio": {"low": 0.9, "high": 1.3}}, 100, (90, 110, 130)),
}


@pytest.mark.parametrize(("of_the_class", "plan", "ends"), RANGES.values(), ids=RANGES)
def test_the_range_is_the_plan_times_the_ratio(
    of_the_class: Record, plan: float, ends: tuple[float, float, float]
) -> None:
    found = figure_of(planned(plan), COST | of_the_class)
    assert (found.low, found.mode, found.high) == ends
    assert (found.plan, found.reference_class, found.shape) == (plan, "buildings", of_the_class.get("shape", "pert"))


def test_a_lognormal_ratio_scales_with_the_plan() -> None:
    """Median sqrt(1 x 4) = 2; spread ln(4) / (2 x 1.6449); mode = median x exp(-spread^2)."""
    found = figure_of(planned(100), COST | {"shape": "lognormal", "ratio": {"low": 1.0, "high": 4.0}})
    spread = np.log(4.0) / (2 * 1.6448536269514722)
    assert (found.low, found.high) == (100, 400)
    assert found.mode == pytest.approx(200 * np.exp(-(spread**2)), rel=1e-11)


def test_of_a_duration_the_figure_is_the_delay() -> None:
    move = option("move", move={"leaves": "stay", "month": 6, "delay": planned(20, "openings", "month")})
    case = office_case(option("stay"), move, reference_classes=[TIME])
    delay = case.quantities["options[move].move.delay"]
    assert (delay.low, delay.mode, delay.high) == (0, 4, 20)


def test_a_class_without_figures_and_a_range_by_hand_that_is_the_same_change_nothing() -> None:
    by_hand = {"low": 100, "mode": 120, "high": 200, "unit": "USD", **WORDS}
    plain = office_case(option("stay", one_offs=[fit_out(by_hand)]))
    with_class = office_case(option("stay", one_offs=[fit_out(planned(100))]), reference_classes=[COST, TIME, USE])
    costs = [evaluate(case, 256).option("stay").money["agency", "cash"].present_value for case in (plain, with_class)]
    np.testing.assert_array_equal(costs[0], costs[1])


def test_what_one_class_says_of_an_option_is_drawn_together() -> None:
    """Two halves of one project vary nearly as much as the whole; those of two options do not know each other."""
    halves = [fit_out(planned(100), "First"), fit_out(planned(100), "Second")]
    case = office_case(
        option("stay", one_offs=halves),
        option("move", one_offs=[fit_out(planned(100), "Third")]),
        reference_classes=[COST],
    )
    first, second = (f"options[stay].one_offs[{name}].amount" for name in ("First", "Second"))
    assert correlated_sets(case) == ((first, second),)
    drawn = sample(case, 4096)
    spread = np.std(drawn[first] + drawn[second]) / (2 * np.std(drawn[first]))
    assert 0.99 < spread <= 1.0
    assert abs(np.corrcoef(drawn[first], drawn["options[move].one_offs[Third].amount"])[0, 1]) < 0.05


def test_a_stated_correlation_goes_before() -> None:
    halves = [fit_out(planned(100), "First"), fit_out(planned(100), "Second")]
    first, second = (f"options[stay].one_offs[{name}].amount" for name in ("First", "Second"))
    tie = {"first": second, "second": first, "rank": 0.2}
    case = office_case(option("stay", one_offs=halves), reference_classes=[COST], correlations=[tie])
    drawn = sample(case, 4096)
    assert np.corrcoef(drawn[first], drawn[second])[0, 1] == pytest.approx(0.2, abs=0.05)


def test_ties_that_contradict_a_stated_correlation_are_told() -> None:
    halves = [fit_out(planned(100), name) for name in ("First", "Second")]
    cost = running({"low": 1, "mode": 2, "high": 3, "unit": "USD/year", **WORDS})
    paths = [f"options[stay].one_offs[{name}].amount" for name in ("First", "Second")]
    ties = [
        {"first": path, "second": "options[stay].running[Guards].amount", "rank": rank}
        for path, rank in zip(paths, (0.9, -0.9), strict=True)
    ]
    told = faults(option("stay", one_offs=halves, running=[cost]), reference_classes=[COST], correlations=ties)
    assert "cannot all hold at once" in told["correlations"]


AMOUNT = "options[0].one_offs[0].amount"
RATIO = "reference_classes[0].ratio"
# (what the one-off's amount is, what the class is, path of the fault, words of it)
FAULTS: dict[str, tuple[Record, Record, str, str]] = {
    "an unknown class": (planned(1, "building"), {}, f"{AMOUNT}.reference_class", 'Did you mean "buildings"?'),
    "another kind": (planned(1), {"planned": "saving"}, f"{AMOUNT}.reference_class", "of saving, not of capital cost"),
    "a plan of nothing": (planned(0), {}, f"{AMOUNT}.plan", "has no range"),
    "no plan": ({"reference_class": "buildings", "unit": "USD", **WORDS}, {}, f"{AMOUNT}.plan", "is missing"),
    "no class": ({"plan": 5, "unit": "USD", **WORDS}, {}, f"{AMOUNT}.reference_class", "is missing"),
    "a range besides": (planned(5, low=1), {}, f"{AMOUNT}.low", "stands beside a reference class"),
    "a shape besides": (planned(5, shape="uniform"), {}, f"{AMOUNT}.shape", "stands beside a reference class"),
    "no high": (planned(5), {"ratio": {"low": 1, "mode": 2}}, f"{RATIO}.high", "is missing"),
    "no mode": (planned(5), {"ratio": {"low": 1, "high": 2}}, f"{RATIO}.mode", "is missing"),
    "ends exchanged": (planned(5), {"ratio": {"low": 2, "mode": 2, "high": 1}}, f"{RATIO}.low", "is above high"),
    "a part it has not": (planned(5), {"ratio": COST["ratio"] | {"mean": 1}}, f"{RATIO}.mean", "is no part of a ratio"),
    "off the scale": (planned(5), {"ratio": COST["ratio"] | {"high": 500}}, f"{RATIO}.high", "is off the scale"),
    "below 0": (planned(5), {"ratio": COST["ratio"] | {"low": -1}}, f"{RATIO}.low", "is off the scale"),
}  # fmt: skip


@pytest.mark.parametrize(("amount", "of_the_class", "path", "words"), FAULTS.values(), ids=FAULTS)
def test_faults(amount: Record, of_the_class: Record, path: str, words: str) -> None:
    told = faults(option("stay", one_offs=[fit_out(amount)]), reference_classes=[COST | of_the_class])
    assert words in told[path], told


def test_a_figure_that_no_plan_is_made_of() -> None:
    told = faults(
        option("stay", {"tenure": "commercial", "rent": planned(10, unit="USD/m2/year")}), reference_classes=[COST]
    )
    assert "no plan is made of" in told["options[0].lease.rent.reference_class"]


def test_a_delay_begins_at_nothing() -> None:
    for wrong, path in (
        ({"ratio": {"low": 0.9, "mode": 1.2, "high": 2.0}}, f"{RATIO}.low"),
        ({"shape": "lognormal", "ratio": {"low": 1.0, "high": 2.0}}, "reference_classes[0].shape"),
    ):
        assert path in faults(option("stay"), reference_classes=[TIME | wrong])


def test_a_class_of_the_same_name_twice() -> None:
    assert "stands twice" in faults(option("stay"), reference_classes=[COST, COST])["reference_classes[1].id"]


def test_optimism_counts_once() -> None:
    """A contingency on top of a class is refused, unless the one-off takes none."""
    stay = option("stay", one_offs=[fit_out(planned(100))], contingency=10)
    told = faults(stay, reference_classes=[COST])
    assert "count twice" in told["options[0].one_offs[0].contingency"]
    stay["one_offs"] = [fit_out(planned(100), contingency=False)]
    office_case(stay, reference_classes=[COST])


def test_a_shared_figure_may_take_its_range_from_a_class() -> None:
    case = office_case(
        option("stay", one_offs=[fit_out("shared.works")]), reference_classes=[COST], shared={"works": planned(100)}
    )
    assert case.quantities["shared.works"].high == 200


def test_settling_holds_the_outcome_and_keeps_the_class() -> None:
    case = office_case(option("stay", one_offs=[fit_out(planned(100))]), reference_classes=[COST])
    path = "options[stay].one_offs[Fit-out].amount"
    held = change(case, {path: 150})
    assert (held.quantities[path].value, held.quantities[path].reference_class) == (150, "buildings")
    assert change(held, {path: "free"}).quantities[path] == case.quantities[path]


def test_a_new_end_makes_the_range_one_of_hand() -> None:
    case = office_case(option("stay", one_offs=[fit_out(planned(100))]), reference_classes=[COST])
    path = "options[stay].one_offs[Fit-out].amount"
    found = change(case, {f"{path}.high": 300}).quantities[path]
    assert (found.low, found.mode, found.high, found.reference_class, found.plan) == (100, 120, 300, "", None)


def test_a_new_plan_or_ratio_moves_the_range() -> None:
    case = office_case(option("stay", one_offs=[fit_out(planned(100))]), reference_classes=[COST])
    path = "options[stay].one_offs[Fit-out].amount"
    assert change(case, {f"{path}.plan": 200}).quantities[path].high == 400
    assert change(case, {"reference_classes[buildings].ratio.high": 3}).quantities[path].high == 300


def test_a_saved_case_is_whole() -> None:
    """Hanoi, whose house takes its occupancy from a class, is the same after it was written with a change and back."""
    folder = SHIPPED.parents[1]
    text = (folder / "hanoi.toml").read_text(encoding="utf-8")
    path = "houses[gounh].occupancy"
    for changes, ends in (({path: 80}, (65, 77, 95)), ({f"{path}.high": 99}, (65, 77, 99))):
        saved = write_changes(text, changes)
        case = read_case(saved.encode(), lambda name: (folder / name).read_bytes())
        found = case.quantities[path]
        assert (found.low, found.mode, found.high) == ends
        assert case.reference_class("un-house-occupancy").projects == 1


@pytest.mark.parametrize("one", SHIPPED_CLASSES, ids=SHIPPED_IDS)
def test_shipped_classes_can_be_used_and_have_a_source(one: Record) -> None:
    source = one["source"]
    assert source.startswith("Assumption") == (one["quality"] == "assumed")
    assert "https://" in source or "(" in source
    places: dict[str, Record] = {
        "capital cost": option("stay", one_offs=[fit_out(planned(100, one["id"]))]),
        "running cost": option("stay", running=[running(planned(100, one["id"], "USD/year"))]),
        "duration": option("move", move={"leaves": "stay", "month": 6, "delay": planned(14, one["id"], "month")}),
    }
    given = places.get(one["planned"], option("stay"))
    options = [given] if given["id"] == "stay" else [option("stay"), given]
    service = {
        "service": "ict", "opt_in": True, "owed_to_move": False, "driver": "prices", "people": 1,
        "cost_per_person": 1000, "saving": planned(20, one["id"], "%"),
    }  # fmt: skip
    house = {
        "id": "house", "name": "House", "already_running": True, "occupancy": planned(100, one["id"], "%"),
        "tenants": [{"name": "Other", "people": 9}],
    }  # fmt: skip
    more: Record = {"saving": {"back_office": [service]}, "occupancy": {"houses": [house]}}.get(one["planned"], {})
    if "houses" in more:
        options = [option("stay", house="house")]
    case = office_case(*options, reference_classes=[one], **more)
    (found,) = [quantity for quantity in case.quantities.values() if quantity.reference_class]
    assert found.is_uncertain
    evaluate(case, 64)
