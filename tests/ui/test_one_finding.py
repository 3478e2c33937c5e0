"""Every page that shows results opens with one finding and one picture; another finding than that is folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.ui.test_pages import CASES, PAGES, started, turned

PLOTLY, PICTURES = "plotly_chart", ('<div class="co-tiles"', '<div class="co-picture"')


def unfolded(block: Any) -> Iterator[Any]:
    """Everything that stands on the page outside of its folds."""
    for one in block.children.values():
        if one.type == "expander":
            continue
        if hasattr(one, "children"):
            yield from unfolded(one)
        else:
            yield one


NO_FINDING_YET = ("editor", "two_cases")
"""Pages that ask something first: what to change, and what to compare with."""


@pytest.mark.parametrize("page", [page for page in PAGES if page not in NO_FINDING_YET])
@pytest.mark.parametrize("case", CASES)
def test_one_finding_and_one_picture(case: str, page: str) -> None:
    shown = list(unfolded(turned(started(case=case), page).main))
    written = [one.proto.body for one in shown if one.type == "html"]
    assert sum(body.count("<h1") for body in written) == 1
    assert not [body for body in written if '<h2 class="co-finding"' in body]
    pictures = [one for one in shown if one.type == PLOTLY]
    assert len(pictures) + sum(kind in body for body in written for kind in PICTURES) == 1
