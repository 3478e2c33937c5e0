"""A judgement written into a case file reads back, and leaves the rest of the file as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from colocate.case.weighing import Judgement, SwingChoice
from colocate.casefile.judgements import write_judgement
from colocate.casefile.reading import load_case
from tests.documents import DATA_CASES, ROOT

MINE = Judgement(
    name="Staff union",
    swings={"money": 20.0, "access": 100.0, "mandate": 62.5, "government": 0.0},
    choices=(SwingChoice(first="access", worth="much more", second="money"),),
    source='Asked on 3 March, "in writing"',
)


def written(path: Path, folder: Path, judgement: Judgement) -> Path:
    for beside in path.parent.glob("*.csv"):
        (folder / beside.name).write_bytes(beside.read_bytes())
    changed = folder / path.name
    changed.write_text(write_judgement(path.read_text(encoding="utf-8"), judgement), encoding="utf-8")
    return changed


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_it_reads_back_and_stands_beside_the_others(path: Path, tmp_path: Path) -> None:
    before = load_case(path).weighing
    after = load_case(written(path, tmp_path, MINE)).weighing
    assert after is not None
    others = () if before is None else before.judgements
    assert after.judgements == (*(one for one in others if one.name != MINE.name), MINE)
    if before is not None:
        assert (after.money_best, after.money_worst) == (before.money_best, before.money_worst)


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_every_other_line_stays(path: Path, tmp_path: Path) -> None:
    before = path.read_text(encoding="utf-8").splitlines()
    after = set(written(path, tmp_path, MINE).read_text(encoding="utf-8").splitlines())
    lost = [line for line in before if line.strip() and line not in after]
    assert all("Staff union" in line or "swings" in line or "source" in line for line in lost)
    assert len(lost) <= 3


def test_the_same_name_again_replaces_the_judgement(tmp_path: Path) -> None:
    path = written(ROOT / "data" / "hanoi.toml", tmp_path, MINE)
    changed = Judgement(name=MINE.name, swings=MINE.swings | {"money": 30.0}, source="Asked again on 4 March")
    path.write_text(write_judgement(path.read_text(encoding="utf-8"), changed), encoding="utf-8")
    weighing = load_case(path).weighing
    assert weighing is not None
    assert weighing.judgements == (changed,)


def test_what_stands_below_a_judgement_stays() -> None:
    text = (
        '[weighing]\n\n[[weighing.judgements]]\nname = "Staff union"\nsource = "old"\n\n# on Finance\n'
        '[[weighing.judgements]]\nname = "Finance"\nsource = "kept" # beside\n\n# on the office\n\n'
        "[office]\npeople = 3\n"
    )
    found = write_judgement(text, MINE)
    assert '\n\n[[weighing.judgements]]\nname = "Finance"\nsource = "kept" # beside\n\n[[weighing' in found
    assert found.index("# on Finance\n") < found.index("\n# on the office\n\n[office]\npeople = 3\n")
    assert write_judgement(found, MINE) == found


def test_judgements_in_one_line_become_a_list_of_tables() -> None:
    text = (
        '[weighing]\njudgements = [{ name = "Finance", source = "kept" }, { name = "Staff union", source = "old" }]\n'
    )
    found = tomllib.loads(write_judgement(text, MINE))["weighing"]["judgements"]
    assert [one["name"] for one in found] == ["Finance", "Staff union"]
    assert [one["source"] for one in found] == ["kept", MINE.source]


def test_whole_points_are_written_as_people_write_them() -> None:
    text = write_judgement("format = 1 # kept\n", MINE)
    assert "format = 1 # kept" in text
    assert "swings = {money = 20, access = 100, mandate = 62.5, government = 0}" in text


@pytest.mark.parametrize(
    "weighing",
    [
        "weighing = { money_best = 3_000_000, money_worst = 4_000_000 }",
        "weighing.money_best = 3_000_000\nweighing.money_worst = 4_000_000",
        'weighing = { money_best = 3_000_000, judgements = [{ name = "A", source = "B", swings = { money = 100 } }] }',
    ],
)
def test_a_weighing_in_one_line_takes_a_judgement_too(weighing: str) -> None:
    changed = tomllib.loads(write_judgement(f'title = "T"\n{weighing}\n\n[office]\npeople = 3\n', MINE))
    before = tomllib.loads(weighing)["weighing"]
    assert changed["office"] == {"people": 3}
    assert changed["weighing"] | {"judgements": []} == before | {"judgements": []}
    assert [one["name"] for one in changed["weighing"]["judgements"]] == [
        *(one["name"] for one in before.get("judgements", [])),
        MINE.name,
    ]
