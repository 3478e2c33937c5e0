"""Outcomes that tests of charts, tables and pages share: the template and every case of `data/`, and hostile names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import colocate
from colocate.casefile.template import write_template
from colocate.model.outcome import Outcome

DATA = Path(__file__).parent.parent / "data"
CASES = ["template", *sorted(path.stem for path in DATA.glob("*.toml"))]
BAD = "<script>alert(1)</script> & =cmd|'/c' %{x} $a$ <b>bold</b> <a href='javascript:1'>x</a>"


@cache
def outcome_of(name: str, folder: str) -> Outcome:
    if name != "template":
        return colocate.evaluate(colocate.load_case(DATA / f"{name}.toml"))
    path = Path(folder) / "case.toml"
    write_template(path)
    return colocate.evaluate(colocate.load_case(path))


@pytest.fixture(params=CASES)
def outcome(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    folder = str(tmp_path_factory.getbasetemp())
    return outcome_of(request.param, folder)


@pytest.fixture
def template(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return outcome_of("template", str(tmp_path_factory.getbasetemp()))


def renamed(outcome: Outcome, name: str) -> Outcome:
    """The same outcome with this name at every option, constituent, group, fund and theme."""
    case = outcome.case
    names = [f"{name} {place}" for place in range(len(case.options))]
    options = tuple(replace(option, name=one, short=one) for one, option in zip(names, case.options, strict=True))
    constituents = tuple(
        replace(one, name=f"{name} {place}", group=f"{name} {one.group}") for place, one in enumerate(case.constituents)
    )
    checklist = tuple(replace(item, theme=f"{name} {item.theme}", text=name) for item in case.checklist)
    changed = replace(
        case,
        title=name,
        summary=name,
        options=options,
        constituents=constituents,
        checklist=checklist,
        travel_times=(),
    )
    return colocate.evaluate(changed)
