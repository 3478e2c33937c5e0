"""The template validates as it is, is written beside its table, and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

import colocate
from colocate.casefile.template import write_template


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


OWNING = tuple(f"# [[options.{one}]]" for one in ("works", "loans", "capital_charges", "sales"))
TAKEN_IN = ("# [[access.estimates]]", "# [weighing]", "# [options.disruption]", "# [[ruled_out]]", *OWNING)


@pytest.mark.parametrize("taken", ["case.toml", "case-constituents.csv"])
def test_nothing_is_overwritten(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="nothing was written"):
        write_template(tmp_path / "case.toml")
    assert [path.name for path in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text(encoding="utf-8") == "mine"


def test_what_is_commented_out_is_right_once_the_marks_are_taken_away(tmp_path: Path) -> None:
    """The blocks on estimates, weighing, disruption, owning and what was ruled out, as a user would take them in."""
    path = write_template(tmp_path / "case.toml")[0]
    lines, inside = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        inside = line.startswith(TAKEN_IN) or (inside and line.startswith("# "))
        lines.append(line.removeprefix("# ") if inside else line)
    path.write_text("\n".join(lines), encoding="utf-8")
    case = colocate.load_case(path)
    assert case.access is not None
    assert case.weighing is not None
    assert [one.constituent for one in case.access.estimates] == ["Trade union centre"]
    assert [one.name for one in case.weighing.judgements] == ["Country director"]
    move = case.option("move")
    assert [len(one) for one in (move.works, move.loans, move.capital_charges, move.sales)] == [1, 1, 1, 1]
    assert move.disruption is not None
    assert [one.name for one in case.ruled_out] == ["Tower in the city centre"]
    access = colocate.evaluate(case).option("stay").access
    assert access is not None
    assert access.known == ("distance", "distance", "own estimate")
