"""National Coordinators are counted together or by country, and an option plans for every country once."""

from __future__ import annotations

from typing import Any

import pytest

from colocate.casefile.building import build_case
from colocate.casefile.changing import change
from colocate.casefile.reading import faults_of_document
from tests.examples import Record, office_document, option

TWO: Record = {"driver": "prices", "countries": [{"name": "A", "number": 1}, {"name": "B", "number": 2}]}
LOST: Record = {"country": "B", "arrangement": "may be lost", "desk_cost": 900, "lost": 1, "lost_from": 9}
PLANS: Record = {"countries": [LOST, {"country": "A"}]}


def document(coordinators: Record, plan: Record | None = None) -> Record:
    parts = {} if plan is None else {"coordinators": plan}
    return office_document(option("stay", **parts), coordinators=coordinators)


def faults(coordinators: Record, plan: Record | None = None) -> dict[str, str]:
    return {one.path: f"{one.problem}. {one.remedy}" for one in faults_of_document(document(coordinators, plan))}


def test_both_ways_to_count_and_to_plan_pass() -> None:
    assert faults({"number": 0, "driver": "prices"}) == {}
    assert faults(TWO) == {}
    assert faults(TWO, {"arrangement": "house", "desk_cost": 5, "fund": "Regular budget"}) == {}
    assert faults(TWO, PLANS | {"fund": "Regular budget"}) == {}
    assert faults({"number": 1, "driver": "prices", "countries": []}, {"countries": []}) == {}


WRONG: dict[str, tuple[Record, Record | None, str, str]] = {
    "nobody is counted": ({"driver": "prices"}, None, "coordinators.number", "is missing. Due: how many"),
    "a list of no country": (
        {"driver": "prices", "countries": []},
        None,
        "coordinators.number",
        "or [[coordinators.countries]] with a number for each",
    ),
    "counted twice": (TWO | {"number": 3}, None, "coordinators.number", "stands beside countries"),
    "valued twice": (TWO | {"value_of_hosting": 3}, None, "coordinators.value_of_hosting", "stands beside countries"),
    "the same country twice": (
        {"driver": "prices", "countries": [{"name": "A", "number": 1}, {"name": "A", "number": 2}]},
        None,
        "coordinators.countries[1].name",
        "stands twice",
    ),
    "a country without a number": (
        {"driver": "prices", "countries": [{"name": "A", "number": -1}]},
        None,
        "coordinators.countries[0].number",
        "Due: 0 or more",
    ),
    "a plan for a country of no case": (
        {"number": 1, "driver": "prices"},
        PLANS,
        "options[0].coordinators.countries",
        "the case names no countries",
    ),
    "a country without a plan": (
        TWO,
        {"countries": [LOST]},
        "options[0].coordinators.countries",
        'has no plan for "A". Due: a plan for every country',
    ),
    "a country planned twice": (
        TWO,
        {"countries": [LOST, {"country": "A"}, {"country": "A"}]},
        "options[0].coordinators.countries[2].country",
        "stands twice",
    ),
    "an unknown country": (
        TWO,
        {"countries": [LOST, {"country": "A"}, {"country": "a"}]},
        "options[0].coordinators.countries[2].country",
        'the coordinators have no country "a". Known: A, B.',
    ),
    "an unknown arrangement": (
        TWO,
        {"countries": [LOST | {"arrangement": "hotel"}, {"country": "A"}]},
        "options[0].coordinators.countries[0].arrangement",
        '"hotel" is not known',
    ),
}


@pytest.mark.parametrize(("coordinators", "plan", "path", "words"), WRONG.values(), ids=WRONG)
def test_a_contradiction_is_told_by_its_path(coordinators: Record, plan: Record | None, path: str, words: str) -> None:
    found = faults(coordinators, plan)
    assert list(found) == [path]
    assert words in found[path]


@pytest.mark.parametrize("key", ["arrangement", "desk_cost", "lost", "lost_from"])
def test_a_plan_for_all_does_not_stand_beside_plans_for_countries(key: str) -> None:
    value: Any = "house" if key == "arrangement" else 1
    assert list(faults(TWO, PLANS | {key: value})) == [f"options[0].coordinators.{key}"]


def test_figures_of_a_country_have_paths_by_its_name() -> None:
    case = build_case(document(TWO, PLANS))
    assert {path for path in case.quantities if "coordinators" in path} == {
        "coordinators.countries[A].number",
        "coordinators.countries[B].number",
        "options[stay].coordinators.countries[B].desk_cost",
        "options[stay].coordinators.countries[B].lost",
        "options[stay].coordinators.countries[B].lost_from",
    }
    changed = change(case, {"options[stay].coordinators.countries[B].desk_cost": 950})
    assert changed.options[0].coordinators.countries[0].desk_cost == 950
