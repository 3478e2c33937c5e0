"""The model on draws against the month-by-month reference, which reads each draw as a case of its own."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from colocate.case import Case
from colocate.case.reach import Constituent
from colocate.case.replacing import with_figures
from colocate.casefile.building import build_case
from colocate.casefile.reading import faults_of_document
from colocate.draws.sampling import sample, uncertain
from colocate.model.evaluate import evaluate, work_out
from colocate.model.expected import Expected
from colocate.quantity import Array
from tests.examples import SAME_EACH_TIME, many
from tests.reference import present_values, total_costs
from tests.strategies import documents, documents_with_travel

DRAWS = 4
CLOSE = 1e-9
WITHOUT_SHRINKING = (Phase.generate,)
"""A whole case at fault tells enough; to make it smaller takes minutes."""
MANY = settings(SAME_EACH_TIME, max_examples=many(200, 40), phases=WITHOUT_SHRINKING)
FEW = settings(MANY, max_examples=12)
Document = dict[str, Any]
Rows = tuple[Document, ...]
Key = tuple[str, int, str, str, str]
STEP = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)|\[([^\]]+)\]")


def case_of(document: Document) -> Case:
    faults = faults_of_document(document)
    assert not faults, "\n".join(str(fault) for fault in faults)
    return build_case(document)


def place_of(document: Document, path: str) -> tuple[Any, Any]:
    """The record or list that holds a figure, and its key there; a path has short names in its brackets."""
    place: Any = document
    *steps, last = [name or key for name, key in STEP.findall(path)]
    for step in steps:
        place = place[place_in(place, step)]
    return place, place_in(place, last)


def place_in(place: Any, step: str) -> Any:
    if isinstance(place, dict):
        return step
    short = ("id", "code", "name", "service", "item", "country")
    named = [at for at, one in enumerate(place) if isinstance(one, dict) and step in [one.get(key) for key in short]]
    return named[0] if named else int(step)


def draw_as_document(case: Case, document: Document, figures: Mapping[str, Array], draw: int) -> Document:
    """The document with every uncertain figure fixed at its value in one draw, in the unit of the file."""
    written = copy.deepcopy(document)
    for path, values in figures.items():
        place, key = place_of(written, path)
        assert place[key]["unit"] == case.quantities[path].unit
        place[key] = {
            "mode": float(values[draw]) / case.quantities[path].scale,
            "unit": place[key]["unit"],
            "source": "a draw",
            "quality": "assumed",
        }
    return written


def costs_by_draw(case: Case, figures: Mapping[str, Array]) -> dict[Key, Array]:
    """The model's totals by option, year, category, payer and nature, shape `(draws,)` each."""
    found: dict[Key, Array] = defaultdict(lambda: np.zeros(DRAWS))
    for option in work_out(with_figures(case, figures)).options:
        for line in option.lines:
            for year, amounts in enumerate(line.amounts):
                found[option.id, year, line.category, line.payer, line.nature] += amounts
    return found


def compare(document: Document, case: Case, rows: Rows = (), seed: int = 1) -> None:
    """Hold every draw against the reference: its amounts to 1e-9 of each, its present values to 1e-9 of the largest."""
    figures = sample(case, DRAWS, seed)
    ours, futures = costs_by_draw(case, figures), evaluate(case, DRAWS, seed)
    means: dict[Key, float] = defaultdict(float)
    present: dict[tuple[str, str], float] = defaultdict(float)
    for draw in range(DRAWS):
        written = draw_as_document(case, document, figures, draw)
        theirs = total_costs(written, rows)
        largest = max((abs(amount) for amount in theirs.values()), default=1.0)
        for key, amount in theirs.items():
            means[key] += amount / DRAWS
        for key in ours.keys() | theirs.keys():
            mine = float(ours[key][draw]) if key in ours else 0.0
            other = theirs.get(key, 0.0)
            assert abs(mine - other) <= CLOSE * max(abs(other), 1e-3 * largest), (draw, key, mine, other)
        for (option, book), value in present_values(written, rows).items():
            mine = float(futures.option(option).money[book, "cash"].present_value[draw])  # type: ignore[index]
            assert abs(mine - value) <= CLOSE * max(abs(value), largest), (draw, option, book, mine, value)
            present[option, book] += value / DRAWS
    hold_expected(futures.expected, means, present)


def hold_expected(expected: Expected, means: Mapping[Key, float], present: Mapping[tuple[str, str], float]) -> None:
    """Hold expected values by line and year against the mean of the reference's cases, one for each draw."""
    ours: dict[Key, float] = defaultdict(float)
    for option in expected.options:
        for line in option.lines:
            for year, amount in enumerate(line.amounts[:, 0]):
                ours[option.id, year, line.category, line.payer, line.nature] += float(amount)
    largest = max((abs(amount) for amount in means.values()), default=1.0)
    for key in ours.keys() | means.keys():
        mine, other = ours.get(key, 0.0), means.get(key, 0.0)
        assert abs(mine - other) <= CLOSE * max(abs(other), 1e-3 * largest), (key, mine, other)
    for (name, book), value in present.items():
        found = float(expected.option(name).money[book, "cash"].present_value[0])  # type: ignore[index]
        assert abs(found - value) <= CLOSE * max(abs(value), largest), (name, book, found, value)


@pytest.mark.slow
@MANY
@given(documents(), st.integers(0, 1000))
def test_every_draw_is_what_the_reference_makes_of_it(document: Document, seed: int) -> None:
    compare(document, case_of(document), seed=seed)


@pytest.mark.slow
@FEW
@given(documents_with_travel())
def test_so_it_is_with_travel_in_money(drawn: tuple[Document, list[Document]]) -> None:
    document, rows = drawn
    case = replace(case_of(document), constituents=tuple(Constituent(**row) for row in rows))
    compare(document, case, tuple(rows))


def with_correlations(document: Document) -> Document:
    """The same document with its first uncertain figures tied, one to the next: 0.5, -0.5, 0.5."""
    case = case_of(document)
    loose = [path for path in uncertain(case) if case.quantities[path].shape != "yes/no"]
    loose = [path for path in loose if not case.quantities[path].reference_class][:4]  # those are tied already
    pairs = [
        {"first": first, "second": second, "rank": (-1) ** place / 2}
        for place, (first, second) in enumerate(pairwise(loose))
    ]
    return document | ({"correlations": pairs} if pairs else {})


@pytest.mark.slow
@FEW
@given(documents())
def test_so_it_is_where_figures_are_correlated(document: Document) -> None:
    tied = with_correlations(document)
    compare(tied, case_of(tied))


def with_a_chance(document: Document, probability: float) -> Document:
    """The same document with coordinators whose desks may be lost, at every option that has no plan for them."""
    words = {"source": "made up", "quality": "assumed"}
    driver = document["drivers"][0]["id"]
    value = {"low": 2000, "mode": 4000, "high": 9000, "unit": f"{document['currency']}/person/year", **words}
    lost = {"shape": "yes/no", "probability": probability, "unit": "yes/no", **words}
    plan = {"arrangement": "may be lost", "lost": lost, "lost_from": 5, "desk_cost": 3000}
    coordinators = {"number": 3, "value_of_hosting": value, "driver": driver}
    options = [{"coordinators": copy.deepcopy(plan)} | option for option in document["options"]]
    return {"coordinators": coordinators} | document | {"options": options}


@pytest.mark.slow
@FEW
@given(documents(), st.integers(1, 9))
def test_so_it_is_where_hosting_may_be_lost(document: Document, tenths: int) -> None:
    chancy = with_a_chance(document, tenths / 10)
    case = case_of(chancy)
    lost = [values for path, values in sample(case, DRAWS).items() if path.endswith(".lost")]
    assume(lost)
    assert set(np.concatenate(lost)) <= {0.0, 1.0}
    compare(chancy, case)
