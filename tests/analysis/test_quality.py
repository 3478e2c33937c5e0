"""How well the figures are known: counted by quality, with the assumed ones that the answer hangs on."""

from __future__ import annotations

from colocate.analysis.deciding.decisive import deciding
from colocate.analysis.quality import known
from colocate.casefile.changing import change
from colocate.casefile.reading import load_case
from colocate.model.evaluate import evaluate
from tests.documents import ROOT

HANOI = evaluate(load_case(ROOT / "data" / "hanoi.toml"), 1024)
RENT = "options[move].lease.renewal.rent"


def test_figures_are_counted_by_quality() -> None:
    found = known(HANOI, deciding(HANOI))
    assert found.all == len(HANOI.case.quantities)
    for quality, count in found.counts.items():
        assert count == sum(one.quality == quality for one in HANOI.case.quantities.values())
    assert found.varies


def test_the_assumed_ones_that_matter_are_those_that_the_answer_hangs_on() -> None:
    assert known(HANOI, deciding(HANOI)).assumed_that_matter[0].path == RENT
    held = evaluate(change(HANOI.case, {RENT: 10}), 1024)
    assert RENT not in [one.path for one in known(held, deciding(held)).assumed_that_matter]
