"""The workbook, worked out by two engines of other hands, is the model's most likely case, also with other inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import colocate
from colocate.case import Case
from colocate.casefile.building import build_case
from colocate.export.workbook import workbook
from colocate.model.evaluate import work_out
from tests.examples import many
from tests.export.workbook.cases import DATA, FEW, agrees, cells_of, changed, control, made, model_on, returns_agree
from tests.export.workbook.engines import File, by_formualizer, by_ironcalc, differences, read
from tests.strategies import documents

ENGINES = {"formualizer": by_formualizer, "ironcalc": by_ironcalc}
RANDOM = settings(
    max_examples=many(30, 1),
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=(Phase.generate,),
)
SHORT = [
    pytest.param(path, marks=[] if path.stem == "national-coordinator" else pytest.mark.slow, id=path.stem)
    for path in DATA
    if path.stem != "headquarters"
]


def check(case: Case, content: bytes, file: File, seed: int) -> None:
    figures = changed(case, seed)
    cells = cells_of(case, file, figures)
    for name, work in ENGINES.items():
        found = work(content, file)
        assert differences(found, file.stored) == [], name
        assert not [place for place, value in found.items() if str(value).startswith("#")], name
        assert found["Control", 3, 7] == 0, name
        moved = work(content, file, cells)
        for outcome, values in ((work_out(case), found), (model_on(case, figures), moved)):
            agrees(outcome, control(file, values))
            returns_agree(case, outcome, file, values)


@pytest.mark.parametrize("path", SHORT)
def test_engines_find_what_the_model_found_and_with_ten_other_inputs_what_it_finds_then(path: Path) -> None:
    check(*made(path), seed=3)


@pytest.mark.slow
def test_a_case_of_fifty_years_agrees_as_well() -> None:
    check(*made(next(path for path in DATA if path.stem == "headquarters")), seed=3)


@RANDOM
@given(documents())
def test_random_cases_agree(document: dict[str, Any]) -> None:
    case = build_case(document)
    content = workbook(colocate.evaluate(case, FEW))
    check(case, content, read(content), seed=5)
