"""The lines under *Reproduce in Python* give, in a fresh process, the figures of the page as the JSON has them."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.weighing.weighing import weighing
from colocate.case.weighing import SwingChoice
from colocate.casefile.one_file import load_whole, one_file
from colocate.casefile.opened import Opened, Weights
from colocate.commands import main
from colocate.export.access import access, decision_reading
from colocate.export.figures import figures
from colocate.export.sensitivity import sensitivity
from colocate.export.snippets import SNIPPETS, Shown, snippet
from colocate.export.weighing import weighing_figures
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE, Reading
from tests.documents import ROOT

POINTS = {"money": 10.0, "access": 70.0, "mandate": 15.0, "government": 5.0}
CHOICES = (SwingChoice(first="access", worth="more", second="money"),)

NAMES = (
    'it\'s "quoted".toml',
    "\"); import os; os.remove('x') #",
    "two\nlines\r\tand \x00 \x1b[2J",
    "\u202eright to left\u202c",
    "{braces} {{and}} {file} $x %s \\n \\",
    "emoji \U0001f600 H\xe0 N\u1ed9i",
    '"""',
    "x" * 32_000,
)

SEVERAL = """
import json, sys
told = {}
for page, lines in json.load(sys.stdin).items():
    names = {}
    exec(lines.replace("print(figures)", ""), names)
    told[page] = names["figures"]
print(json.dumps(told))
"""


def run(*arguments: str, given: str = "") -> str:
    """Give what a fresh process of Python says."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        input=given,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(name: str, draws: int, **more: Any) -> Shown:
    file = f"data/{name}.toml"
    case = colocate.change(colocate.load_case(ROOT / file), more.get("changes", {}))
    return Shown(file=file, case=case, draws=draws, **{"other": file} | more)


def plain(found: object) -> Any:
    return json.loads(json.dumps(found))


def due(here: Shown) -> dict[str, Any]:
    """The figures of each page, out of the JSON of everything."""
    futures = colocate.evaluate(here.case, here.draws)
    book, view = here.reading
    said = plain(figures(futures))
    drawn = {one["id"]: one for one in said["futures"]["options"]}
    expected = {one["id"]: one for one in said["options"]}
    money = {id_: one["money"][book][view] for id_, one in drawn.items()}
    ranges = {id_: [one["present_value"][end] for end in ("mean", "p5", "p95")] for id_, one in money.items()}
    reach = plain(access([(decision_reading(here.case), futures)]))["readings"][0]["options"]
    return {
        "money": {
            id_: {
                "present value": [expected[id_]["money"][book][view]["present_value"], *ranges[id_][1:]],
                "total": expected[id_]["money"][book][view]["total"],
                "equivalent annual cost": expected[id_]["money"][book][view]["equivalent_annual_cost"],
                "by year": expected[id_]["money"][book][view]["by_year"],
            }
            for id_ in money
        },
        "how-sure": {id_: [one["cheapest"], *ranges[id_]] for id_, one in money.items()},
        "edit": {id_: one["money"][book][view]["present_value"] for id_, one in expected.items()},
        "access": {
            one["id"]: {
                "score": drawn[one["id"]]["access"]["tripartite_score"]["mean"],
                "minutes": [
                    [each["name"], *(each["minutes_range"][end] for end in ("mean", "p5", "p95"))]
                    for each in one["constituents"]
                ],
            }
            for one in reach
            if one["measures"]
        },
        "mandate": {
            id_: {
                "mandate": [one["mandate"][key] for key in ("score", "score_low", "score_high")],
                "gates": {gate["name"]: gate["status"] for gate in one["gates"]},
            }
            for id_, one in expected.items()
        },
        "weighing": _weighing(futures, here),
    }


def _weighing(futures: Futures, here: Shown) -> Any:
    mine = here.weights
    found = weighing(futures, mine.swings or None, mine.choices if mine.swings else (), here.reading, start=mine.start)
    said = plain(weighing_figures(futures, found))
    return {
        "weights": said["chosen"]["weights"],
        "points": {id_: one["total"] for id_, one in said["chosen"]["options"].items()},
        "first, whatever the weights": {id_: one["ranks"][0] for id_, one in said["all_weights"]["options"].items()},
    }


def _what_matters(here: Shown) -> Any:
    said = plain(sensitivity(what_changes(colocate.evaluate(here.case, here.draws), base=2, most=2)))
    return {
        "worth of everything": said["worth"]["everything"]["value"],
        "worth": {one["path"]: one["value"] for one in said["worth"]["figures"]},
        "swings": {one["path"]: [one["at_low"], one["at_high"]] for one in said["tornado"]},
    }


def equal_to_the_json(here: Shown, found: dict[str, Any]) -> None:
    wanted = due(here)
    if here.reading == HEADLINE:
        wanted["what-matters"] = _what_matters(here)
    for page, told in wanted.items():
        assert found[page] == told, page
    assert found["how-sure"].keys() == found["decision"]["money"].keys()
    for id_, (_, *money) in found["how-sure"].items():
        assert found["decision"]["money"][id_] == money
    for path, (value, low, high, unit, quality) in found["figures"].items():
        one = here.case.quantities[path]
        assert (value, low, high, unit, quality) == (one.value, one.low, one.high, one.unit, one.quality)


def test_the_lines_of_every_page_give_its_figures_in_a_fresh_process() -> None:
    here = shown(
        "national-coordinator",
        64,
        changes={"discounting.rate": 7.25},
        reading=Reading("un family", "cash and efficiency"),
        weights=Weights(swings=POINTS, choices=CHOICES),
    )
    found = json.loads(run("-c", SEVERAL, given=json.dumps({page: snippet(page, here) for page in SNIPPETS})))
    assert found.keys() == SNIPPETS.keys()
    equal_to_the_json(here, found)


@pytest.mark.slow
@pytest.mark.parametrize("page", SNIPPETS)
def test_each_page_as_it_is_copied(page: str) -> None:
    here = shown("hanoi", DRAWS, changes={"options[move].move.delay": 14.0})
    said = ast.literal_eval(run("-c", snippet(page, here)))
    wanted = due(here) | {"what-matters": _what_matters(here) if page == "what-matters" else None}
    if page in wanted:
        assert plain(said) == wanted[page]
    else:
        assert said


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_and_a_path_are_called_stands_in_a_literal(name: str) -> None:
    here = shown("national-coordinator", 8)
    strange = Shown(
        file=name,
        case=here.case,
        draws=8,
        changes={f"options[{name}].x": "free", name: 1.5},
        weights=Weights(swings={"money": 1.0}, start=name),
        other=name,
    )
    for page in SNIPPETS:
        lines = snippet(page, strange)
        tree = ast.parse(lines)
        held = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        assert {name, f"options[{name}].x"} <= held
        calls = {ast.unparse(one.func) for one in ast.walk(tree) if isinstance(one, ast.Call)}
        plain_calls = {
            ast.unparse(one.func) for one in ast.walk(ast.parse(snippet(page, here))) if isinstance(one, ast.Call)
        }
        assert calls - plain_calls <= {"colocate.change", "SwingChoice"}
        assert all(mark.isprintable() or mark == "\n" for mark in lines)


def test_every_page_that_shows_figures_has_its_lines() -> None:
    pages = {path.stem.replace("_", "-") for path in (ROOT / "colocate" / "ui" / "pages").glob("*.py")}
    pages -= {"--init--", "your-office", "questions"}
    assert {"edit" if one == "editor" else one for one in pages} <= set(SNIPPETS)


@pytest.mark.slow
@pytest.mark.parametrize("saved", [False, True])
def test_two_cases_are_compared_as_by_diff(saved: bool, tmp_path: Path, capsys: Any) -> None:
    path = ROOT / "data" / "national-coordinator.toml"
    changes = {"discounting.rate": 7.25, "drivers[rents].growth": -1.5}
    whole = load_whole(path)
    first, second = str(path), str(tmp_path / "changed.colocate")
    Path(second).write_bytes(one_file(whole.text, whole.tables, Opened(changes=changes)))
    if saved:
        first, second = second, first
    here = Shown(second, colocate.load_case(second), 64, other=first, other_changed=saved)
    told = ast.literal_eval(run("-c", snippet("two-cases", here)))
    assert main(["diff", first, second, "--draws", "64", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert told["inputs"] == [one["path"] for one in said["inputs"]]
    assert len(told["inputs"]) == 2
    for side in ("first", "second"):
        keys = ("expected_cost", "low", "high", "share_cheapest")
        assert told[f"{side} case"] == {one["id"]: tuple(one[key] for key in keys) for one in said[side]["options"]}
    assert told["bridges"] == [
        (
            "saving" if one["measure"] == "saving" else one["option"],
            [one["first"], *(row["amount"] for row in one["rows"]), one["second"]],
        )
        for one in said["bridges"]
    ]
    assert told["bridges"]


def test_pages_without_figures_have_none() -> None:
    assert snippet("your-office", shown("national-coordinator", 8)) == ""
    assert snippet("two-cases", shown("national-coordinator", 8, other="")) == ""
    assert snippet("", shown("national-coordinator", 8)).startswith("import colocate\n")
