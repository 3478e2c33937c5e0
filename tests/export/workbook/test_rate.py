"""The rate that a move earns is found at and beside the rates that the workbook tries."""

from __future__ import annotations

import pytest

import colocate
from colocate.export.workbook import workbook
from colocate.model.evaluate import work_out
from tests.examples import moving, office_case, one_off, option
from tests.export.workbook.cases import returns_agree
from tests.export.workbook.engines import by_formualizer, by_ironcalc, read


@pytest.mark.parametrize(
    ("saved", "month"),
    [
        pytest.param(1000, 24, id="the present value is 0 at a rate that is tried"),
        pytest.param(0.5, 12, id="nearly all is lost"),
        pytest.param(1500, 24, id="between two rates"),
        pytest.param(500_000, 12, id="very much is earned"),
    ],
)
def test_the_workbook_finds_the_rate_that_the_program_finds(saved: float, month: float) -> None:
    baseline = option("stay", one_offs=[one_off(saved, month)])
    case = office_case(baseline, moving(one_offs=[one_off(1000)]))
    content = workbook(colocate.evaluate(case, 2))
    file = read(content)
    for values in (file.stored, by_formualizer(content, file), by_ironcalc(content, file)):
        returns_agree(case, work_out(case), file, values)
