"""The command weigh: the same figures as from Python, weights that are refused in words, and every case."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import tomlkit

from colocate.analysis.weighing.weighing import weighing
from colocate.casefile.reading import load_case
from colocate.commands import main
from colocate.export.weighing import weighing_figures
from colocate.model.evaluate import evaluate
from colocate.words import weighing as words
from colocate.words.judgements import headline, parting_words
from tests.documents import DATA_CASES, ROOT
from tests.examples import office_document, option

FEW = ["--draws", "256", "--seed", "7"]
HANOI = str(ROOT / "data" / "hanoi.toml")
ALL_FOUR = "money=40,access=30,mandate=20,government=10"


def told(capsys: Any, *arguments: str) -> str:
    assert main(list(arguments)) == 0
    out, wrong = capsys.readouterr()
    assert wrong == ""
    return " ".join(str(out).replace("\xa0", " ").split())


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_command_says_what_python_finds(capsys: Any, path: Path) -> None:
    futures = evaluate(load_case(path), 256, 7)
    found = weighing(futures)
    said = told(capsys, "weigh", str(path), *FEW)
    for one in (
        headline(found),
        words.without_weights(found),
        words.way_worth_words(found),
        *words.dominance_words(found.table, found.dominances),
        *(words.flip_words(found, flip) for flip in found.flips),
        *parting_words(found),
    ):
        assert " ".join(one.replace("\xa0", " ").split()) in said
    assert not re.search(r"\b(nan|None|inf)\b", said)


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_its_json_is_that_of_python(capsys: Any, path: Path) -> None:
    written = json.loads(
        told(capsys, "weigh", str(path), "--json", *FEW), parse_constant=lambda word: pytest.fail(f"{word} in JSON")
    )
    futures = evaluate(load_case(path), 256, 7)
    found = json.loads(json.dumps(weighing_figures(futures, weighing(futures))).replace("\\u00a0", " "))
    assert written == found


def test_every_key_of_the_json_is_documented(capsys: Any) -> None:
    page = (ROOT / "docs" / "weighing-json.md").read_text(encoding="utf-8")
    written = json.loads(told(capsys, "weigh", HANOI, "--json", *FEW))
    assert all(f"`{key}`" in page or f"`{key}[]`" in page for key in written), "a key is not in docs/weighing-json.md"


def test_weights_are_taken_in_any_unit(capsys: Any) -> None:
    one = json.loads(told(capsys, "weigh", HANOI, "--json", *FEW, "--weights", ALL_FOUR))
    other = json.loads(
        told(capsys, "weigh", HANOI, "--json", *FEW, "--weights", "government=0.1,money=0.4,access=.3,mandate=0.2")
    )
    assert one["chosen"]["weights"] == pytest.approx({"money": 0.4, "access": 0.3, "mandate": 0.2, "government": 0.1})
    for key in ("total", "first_in_futures"):
        assert one["chosen"]["options"]["stay"][key] == pytest.approx(other["chosen"]["options"]["stay"][key])
    assert one["chosen"]["name"] == "Your weights"


@pytest.mark.parametrize(
    ("weights", "wrong"),
    [
        ("money=40", "access, mandate, government are missing"),
        ("money=40,acess=30,mandate=20,government=10", 'Did you mean "access"?'),
        (f"{ALL_FOUR},money=5", '"money" stands twice'),
        ("money", '"money" is not NAME=POINTS'),
        ("money=lots,access=1", '"lots" is not a number'),
        ("money=nan,access=1", "is not a number of 0 or more"),
        ("money=-1,access=1", "is not a number of 0 or more"),
        ("money=1e400,access=1", "is not a number of 0 or more"),
        ("money=0,access=0,mandate=0,government=0", "at least one criterion"),
        ("", "is not NAME=POINTS"),
    ],
)
def test_weights_that_cannot_be_used_are_wrong_use(capsys: Any, weights: str, wrong: str) -> None:
    try:
        code = main(["weigh", HANOI, f"--weights={weights}", *FEW])
    except SystemExit as stopped:
        code = int(str(stopped.code))
    out, said = capsys.readouterr()
    assert (code, out) == (2, "")
    assert wrong in " ".join(said.split())


def test_a_case_of_one_criterion_is_told_so(capsys: Any, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(tomlkit.dumps(office_document(option("stay"), option("other"))), encoding="utf-8")
    code = main(["weigh", str(path), *FEW])
    out, said = capsys.readouterr()
    assert (code, out) == (1, "")
    assert "cannot be weighed: The case speaks of one criterion only" in said
