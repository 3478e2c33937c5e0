"""The workbook of every case of the published examples, worked out by two engines of other hands, is the model's."""

from __future__ import annotations

import pytest

import colocate
from colocate.export.workbook import workbook
from tests.examples import WHOLE
from tests.export.workbook.cases import check
from tests.export.workbook.engines import read
from tests.export.workbook.published import EXAMPLES, cases_of

FEW = ("test_loans_paid_by_the_month", "test_residual_interest_of_a_building")
"""Examples that are gone through each time: loans by the month, and amounts that are all on one side."""


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES if WHOLE else FEW)
def test_engines_find_what_the_model_finds_of_a_published_case_and_with_ten_other_inputs(example: str) -> None:
    cases = cases_of(example)
    assert cases
    for case in cases:
        content = workbook(colocate.evaluate(case, 2))
        check(case, content, read(content), seed=7)
