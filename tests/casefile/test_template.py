"""The template validates as it is, is written beside its table, and never over anything."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import colocate
from colocate.analysis.depth import how_deep
from colocate.analysis.uncertainty.odds import odds
from colocate.casefile.template import DEPTHS, Depth, write_template


def test_the_template_is_a_case_without_fault(tmp_path: Path) -> None:
    path, table = write_template(tmp_path / "my case.toml")
    assert table.name == "my case-constituents.csv"
    case = colocate.load_case(path)
    assert case.access is not None
    assert case.access.constituents == table.name
    assert [option.id for option in case.options] == ["stay", "move"]
    assert "CONSTITUENTS-FILE" not in path.read_text(encoding="utf-8")


def test_every_figure_of_the_template_that_is_no_fact_says_that_it_is_assumed(tmp_path: Path) -> None:
    case = colocate.load_case(write_template(tmp_path / "case.toml")[0])
    for quantity in case.quantities.values():
        assert quantity.source.strip()
        assert quantity.is_uncertain or quantity.quality == "exact", quantity.path
        assert quantity.low <= quantity.value <= quantity.high


@pytest.mark.parametrize("taken", ["case.toml", "case-constituents.csv"])
def test_nothing_is_overwritten(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="nothing was written"):
        write_template(tmp_path / "case.toml")
    assert [path.name for path in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text(encoding="utf-8") == "mine"


def test_what_is_commented_out_is_live_in_a_full_case(tmp_path: Path) -> None:
    """The blocks on estimates, weighing, classes, leases, income and owning, as a user would take them in."""
    case = colocate.load_case(write_template(tmp_path / "case.toml", "full")[0])
    assert case.access is not None
    assert case.weighing is not None
    assert [one.constituent for one in case.access.estimates] == ["Trade union centre"]
    assert [one.name for one in case.weighing.judgements] == ["Country director"]
    assert len(case.office.people_from) == 1
    stay, other, build = (case.option(name) for name in ("stay", "other", "build"))
    assert (stay.lease.payments, stay.lease.in_advance, len(stay.lease.steps)) == ("quarterly", True, 1)
    assert stay.lease.indexation is not None
    assert stay.lease.indexation.share == 0.75
    assert stay.lease.deposit_interest == 0.01
    assert other.lease.indexation is not None
    assert other.lease.indexation.amount == 6.0
    assert [len(one) for one in (other.lease.incentives, other.income)] == [1, 1]
    assert case.quantities["options[other].one_offs[Fit-out].amount"].reference_class == "fit-outs"
    assert [len(one) for one in (build.works, build.loans, build.capital_charges, build.sales)] == [1, 1, 1, 1]
    assert case.option("move").disruption is not None
    assert [one.name for one in case.option("move").premises] == ["Annex"]
    assert [one.name for one in case.ruled_out] == ["Tower in the city centre"]
    assert case.paper is not None
    assert (case.paper.option, case.paper.amount, case.paper.recommendation) == ("move", 120_000, "")
    assert [len(one) for one in (case.paper.risks, case.paper.documents, case.paper.next_steps)] == [1, 1, 1]
    access = colocate.evaluate(case).option("stay").access
    assert access is not None
    assert access.known == ("distance", "distance", "own estimate")


def test_a_standard_case_has_the_same_lines_as_comments(tmp_path: Path) -> None:
    full, standard = (
        write_template(tmp_path / f"{depth}.toml", depth)[0].read_text(encoding="utf-8").splitlines()
        for depth in ("full", "standard")
    )
    assert len(full) == len(standard)
    for live, commented in zip(full, standard, strict=True):
        assert commented in (live, f"# {live}") or "constituents" in live


@pytest.mark.parametrize("depth", DEPTHS)
def test_each_depth_is_what_it_says_and_is_evaluated(tmp_path: Path, depth: Depth) -> None:
    case = colocate.load_case(write_template(tmp_path / "case.toml", depth)[0])
    assert how_deep(case).depth == depth
    futures = colocate.evaluate(case, draws=64, seed=1)
    assert all(math.isfinite(one.present_value.mean) for one in odds(futures))


def test_a_short_case_has_no_table_beside_it(tmp_path: Path) -> None:
    assert write_template(tmp_path / "case.toml", "short") == (tmp_path / "case.toml",)
    assert [path.name for path in tmp_path.iterdir()] == ["case.toml"]
    with pytest.raises(FileExistsError, match="nothing was written"):
        write_template(tmp_path / "case.toml", "short")
