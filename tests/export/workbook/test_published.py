"""The workbook of every case of the published examples, worked out by two engines of other hands, is the model's."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.case import Case
from colocate.export.workbook import workbook
from tests import examples
from tests.export.workbook.cases import check
from tests.export.workbook.engines import read

EXAMPLES = sorted(path.stem for path in (Path(__file__).parents[2] / "published").glob("test_*.py"))
FEW = ("test_loans_paid_by_the_month", "test_residual_interest_of_a_building")
"""Examples that are gone through each time: loans by the month, and amounts that are all on one side."""


def runs_of(test: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """The arguments that a test is run with, one run after the other."""
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    columns = []
    for mark in marks:
        names = [mark.args[0]] if isinstance(mark.args[0], str) else list(mark.args[0])
        rows = [row if len(names) > 1 else (row,) for row in mark.args[1]]
        columns.append([dict(zip(names, row, strict=True)) for row in rows])
    for chosen in itertools.product(*columns):
        yield {name: value for part in chosen for name, value in part.items()}


def cases_of(example: str) -> list[Case]:
    """Every case that the tests of an example work out, each once."""
    module, made, plain = import_module(f"tests.published.{example}"), {}, examples.office_case

    def kept(*options: Any, **changes: Any) -> Case:
        case = plain(*options, **changes)
        made[repr(case.document)] = case
        return case

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examples, "office_case", kept)
        for name in [one for one in vars(module) if one.startswith("test_")]:
            for arguments in runs_of(getattr(module, name)):
                getattr(module, name)(**arguments)
    return list(made.values())


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES if examples.WHOLE else FEW)
def test_engines_find_what_the_model_finds_of_a_published_case_and_with_ten_other_inputs(example: str) -> None:
    cases = cases_of(example)
    assert cases
    for case in cases:
        content = workbook(colocate.evaluate(case, 2))
        check(case, content, read(content), seed=7)
