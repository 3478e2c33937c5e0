"""The workbook, worked out by two engines of other hands, is the model's most likely case, also with other inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import colocate
from colocate.casefile.building import build_case
from colocate.export.workbook import workbook
from tests.export.workbook.cases import DATA, FEW, RANDOM, check, made
from tests.export.workbook.engines import read
from tests.strategies import documents

SHORT = [
    pytest.param(path, marks=[] if path.stem == "national-coordinator" else pytest.mark.slow, id=path.stem)
    for path in DATA
    if path.stem != "headquarters"
]


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
