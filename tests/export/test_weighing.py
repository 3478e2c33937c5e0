"""A weighing as tables: the same figures as from Python, cells that a spreadsheet does not run."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from colocate.analysis.weighing.weighing import Weighing, weighing
from colocate.casefile.reading import load_case
from colocate.export.tables_of_weighing import tables_of_weighing
from colocate.model.evaluate import evaluate
from colocate.words.weighing_names import whose
from colocate.writing import write_all
from tests.analysis.weighing.test_scales import drawn, move, stay
from tests.documents import DATA_CASES


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(params=DATA_CASES, ids=lambda path: path.stem)
def found(request: pytest.FixtureRequest) -> Weighing:
    return weighing(evaluate(load_case(request.param), 64, 1))


def test_parts_add_up_to_the_total(found: Weighing, tmp_path: Path) -> None:
    table = rows(write_all(tmp_path, tables_of_weighing(found))[0])
    sums = {
        (row["judgement"], row["option"]): float(row["weight x value"]) for row in table if row["criterion"] == "sum"
    }
    assert len(sums) == len(found.several) * len(found.table.options)
    for (name, option), total in sums.items():
        mine = [
            row for row in table if (row["judgement"], row["option"]) == (name, option) and row["criterion"] != "sum"
        ]
        assert sum(float(row["weight"]) for row in mine) == pytest.approx(1.0)
        assert sum(float(row["weight"]) * float(row["value"]) for row in mine) == pytest.approx(total)
    for one in found.several:
        for place, option in enumerate(found.table.options):
            assert sums[whose(one), option] == float(one.totals[place])


def test_shares_are_those_of_the_analysis(found: Weighing, tmp_path: Path) -> None:
    table = rows(write_all(tmp_path, tables_of_weighing(found))[1])
    ways = (found.anyhow, found.in_order, found.in_range)
    assert len(table) == len(ways) * len(found.table.options)
    for number, row in enumerate(table):
        one, place = ways[number // len(found.table.options)], number % len(found.table.options)
        assert float(row["share of rank 1"]) == one.first[place]
        assert (row["confidence"] == "") == (one.confidence[place] is None)
        assert (row["central weight of money"] == "") == (one.central_weights[place] is None)


def test_a_name_that_looks_like_a_formula_is_only_words(tmp_path: Path) -> None:
    judgement = {
        "name": "=1+1",
        "swings": {"money": 100, "access": 0, "mandate": 0, "government": 0},
        "source": "@SUM(A1)",
    }
    found = weighing(drawn(stay(), move(), weighing={"judgements": [judgement]}))
    for row in rows(write_all(tmp_path, tables_of_weighing(found))[0]):
        assert row["judgement"] == "'=1+1"
        assert row["source"] == "'@SUM(A1)"
