"""The cases that the tests of published examples work out."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from colocate.case import Case
from tests import examples

EXAMPLES = sorted(path.stem for path in (Path(__file__).parents[2] / "published").glob("test_*.py"))


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
