"""What leaves the tool over draws: odds, ranges and what would change the answer, as JSON, as CSV, and on the page."""

from __future__ import annotations

import csv
import json
import math
import os
import re
import subprocess
import sys
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from colocate.analysis.deciding.what_would_change import WhatChanges, what_changes
from colocate.analysis.money.returns import returns
from colocate.analysis.verdict import verdict
from colocate.casefile.reading import check_document, load_case
from colocate.export.bundle import write_bundle
from colocate.export.figures import figures, figures_json
from colocate.export.pages import page
from colocate.export.sensitivity import sensitivity, sensitivity_json
from colocate.export.tables_of_futures import tables_of_futures
from colocate.model.evaluate import evaluate
from colocate.model.futures import Futures
from colocate.model.outcome import Outcome
from colocate.model.totals import BOOKS, VIEWS
from colocate.safe import for_csv
from colocate.words import verdict as answer
from colocate.writing import write_all
from tests.documents import DATA_CASES, ROOT, template_case, template_document, template_table
from tests.examples import office_case, option, running
from tests.export.test_export import read_page
from tests.outcomes import BAD, outcome_of, renamed

DRAWS, SEED = 256, 5
QUICK = {"base": 16, "most": 4}
"""Few draws for the shares of variance, and few figures with a share of their own."""

CASES = [path.stem for path in DATA_CASES]
TABLES = ["odds.csv", "switching.csv", "worth.csv", "tornado.csv"]


@cache
def futures_of(name: str) -> Futures:
    return evaluate(load_case(ROOT / "data" / f"{name}.toml"), DRAWS, SEED)


@cache
def changes_of(name: str) -> WhatChanges:
    return what_changes(futures_of(name), **QUICK)


@pytest.fixture
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return renamed(outcome_of("template", str(tmp_path_factory.getbasetemp())), BAD)


def plain(found: Any) -> Any:
    """What a reader of the JSON gets; a NaN or an infinity is refused."""
    return json.loads(json.dumps(found, allow_nan=False))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", CASES)
def test_odds_and_ranges_are_those_of_the_draws(name: str) -> None:
    futures = futures_of(name)
    found = plain(figures(futures))
    block = found["futures"]
    assert (block["draws"], block["seed"]) == (DRAWS, SEED)
    for book in BOOKS:
        for view in VIEWS:
            costs = {one.id: one.money[book, view].present_value for one in futures.options}
            ranked = [one.id for one in futures.options if not futures.central.option(one.id).fails]
            lowest = [min(costs[one][draw] for one in ranked) for draw in range(DRAWS)]
            shares = []
            for one in block["options"]:
                money, mine = one["money"][book][view], costs[one["id"]]
                assert one["ranked"] == (one["id"] in ranked)
                shares.append(money["cheapest"])
                if one["id"] in ranked:
                    won = sum(cost == best for cost, best in zip(mine, lowest, strict=True))
                    assert money["cheapest"] == pytest.approx(won / DRAWS, abs=1e-12)
                regret = math.fsum(cost - best for cost, best in zip(mine, lowest, strict=True)) / DRAWS
                assert money["regret"] == pytest.approx(regret, rel=1e-9, abs=1e-6)
                assert money["present_value"]["mean"] == pytest.approx(math.fsum(mine) / DRAWS, rel=1e-12)
                below = [sum(cost < money["present_value"][part] for cost in mine) / DRAWS for part in ("p5", "p95")]
                assert below == pytest.approx([0.05, 0.95], abs=1 / DRAWS)
                if one["baseline"]:
                    assert money["saving"] is money["cheaper_than_baseline"] is None
                    continue
                saved = costs[futures.baseline.id] - mine
                assert money["cheaper_than_baseline"] == sum(saved > 0) / DRAWS
                assert money["saving"]["mean"] == pytest.approx(float(np.mean(saved)), rel=1e-12)
            assert math.fsum(shares) == pytest.approx(1)


@pytest.mark.parametrize("name", CASES)
def test_fan_access_and_fit_are_whole(name: str) -> None:
    futures = futures_of(name)
    years = futures.case.horizon_years
    for one, option_ in zip(figures(futures)["futures"]["options"], futures.options, strict=True):
        edges = list(one["cumulative_cost_by_year"].values())
        assert list(one["cumulative_cost_by_year"]) == ["p5", "p25", "p50", "p75", "p95"]
        assert all(len(edge) == years + 1 and edge[0] == 0.0 for edge in edges)
        assert all(low <= high for lower, upper in pairwise(edges) for low, high in zip(lower, upper, strict=True))
        assert edges[0][-1] == pytest.approx(one["money"]["agency"]["cash"]["total"]["p5"], rel=1e-12)
        assert one["fits"] == option_.fits.sum() / DRAWS
        assert (one["access"] is None) == (option_.access is None)
        if one["access"] is not None and option_.access is not None:
            assert list(one["access"]["minutes"]) == [each.name for each in option_.access.constituents]
            for shares in (one["access"]["worst_group"], one["access"]["worst_served"]):
                assert math.fsum(shares.values()) == pytest.approx(1)


def test_the_figures_are_expected_values_and_the_most_likely_case_stands_in_one_place() -> None:
    futures = futures_of("hanoi")
    found = plain(figures(futures))
    assert found["result"] == "expected values"
    for place, option_ in enumerate(futures.options):
        worked, range_ = (found[key]["options"] for key in ("worked_example", "futures"))
        told = found["options"][place]["money"]["agency"]["cash"]["present_value"]
        assert told == pytest.approx(float(option_.money["agency", "cash"].present_value.mean()), rel=1e-12)
        assert told == pytest.approx(range_[place]["money"]["agency"]["cash"]["present_value"]["mean"], rel=1e-12)
        central = float(futures.central.options[place].money["agency", "cash"].present_value[0])
        assert worked[place]["money"]["agency"]["cash"]["present_value"] == central
        assert all(line["formula"] for line in worked[place]["lines"])
    money = found["verdict"]["criteria"][0]
    assert money["name"] == "money"
    values = {option: cell["value"] for option, cell in money["options"].items()}
    assert found["verdict"]["lowest_expected_cost"] == min(values, key=lambda option: values[option])


def test_a_range_worked_by_hand() -> None:
    # Between 0 and 1,000 a year against 250, one year, no discounting: cheaper a quarter of the time (tests of odds).
    between = {
        "low": 0,
        "high": 1000,
        "shape": "uniform",
        "unit": "USD/year",
        "source": "made up",
        "quality": "assumed",
    }
    case = office_case(
        option("stay", running=[running(250)]),
        option("other", running=[running(between)]),
        discounting={"rate": 0},
        horizon_years=1,
    )
    futures = evaluate(case, 1024, 3)
    found = figures(futures)["futures"]["options"][1]["money"]["agency"]["cash"]
    assert (found["cheapest"], found["cheaper_than_baseline"]) == (0.25, 0.25)
    assert found["saving"] == pytest.approx({"mean": -250, "p5": -700, "p95": 200}, abs=2)
    change = sensitivity(what_changes(evaluate(case, 1024, 3)))
    (switching,) = change["switching_values"]
    assert switching["crossings"] == [{"value": pytest.approx(250), "below": "other", "above": "stay"}]
    assert change["pair"] == {"first": "stay", "second": "other", "expected_difference": pytest.approx(250, abs=0.5)}
    (swing,) = change["tornado"]
    assert (swing["at_low"], swing["at_high"], swing["confirmed"]) == (-250.0, 750.0, True)
    # Who knows the figure saves 250 - x in the quarter of futures where it is below 250: 31.25 on average.
    assert change["worth"]["everything"]["value"] == pytest.approx(31.25, abs=0.5)
    assert change["worth"]["figures"][0]["value"] == pytest.approx(31.25, abs=2.5)
    (share,) = change["variance"]["shares"]
    assert (share["first"], share["total"]) == pytest.approx((1, 1), abs=0.05)


@pytest.mark.parametrize("name", CASES)
def test_every_uncertain_figure_stands_in_the_sensitivity(name: str) -> None:
    found, futures = plain(sensitivity(changes_of(name))), futures_of(name)
    uncertain = [path for path, quantity in futures.case.quantities.items() if quantity.is_uncertain]
    assert [one["path"] for one in found["switching_values"]] == uncertain
    for part in (found["tornado"], found["worth"]["figures"]):
        assert sorted(one["path"] for one in part) == sorted(uncertain)
    assert sorted(path for share in found["variance"]["shares"] for path in share["paths"]) == sorted(uncertain)
    for confirmed in (True, False):
        of_these = [one for one in found["tornado"] if one["confirmed"] == confirmed]
        widths = [abs(one["at_high"] - one["at_low"]) for one in of_these]
        assert widths == sorted(widths, reverse=True)
    worths = [one["value"] for one in found["worth"]["figures"]]
    assert worths == sorted(worths, reverse=True)
    assert max(worths) <= found["worth"]["everything"]["value"]
    for one in found["switching_values"]:
        quantity = futures.case.quantities[one["path"]]
        values = [crossing["value"] for crossing in one["crossings"]]
        assert values == sorted(values)
        assert all(quantity.low <= value <= quantity.high for value in values)
        assert all(before["above"] == after["below"] for before, after in pairwise(one["crossings"]))
        assert all(crossing["below"] != crossing["above"] for crossing in one["crossings"])


def documented(text: str) -> set[str]:
    """The keys in the first columns of tables of a Markdown text."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {key for row in rows for key in re.findall(r"`([^`]+)`", row)}


def held(found: Any, path: str) -> bool:
    """Whether a documented key, such as options[].money[BOOK][VIEW].total, is there, in every entry of a list."""
    key, _dot, rest = path.partition(".")
    name, *places = re.split(r"\[", key)
    values = [found.get(name, ...)] if isinstance(found, dict) else [...]
    for place in places:
        assert all(isinstance(value, list if place == "]" else dict) and value for value in values), path
        values = [each for value in values for each in (value if place == "]" else value.values())]
    return all(value is not ... and (not rest or held(value, rest)) for value in values)


def test_every_documented_key_is_there_and_every_key_is_documented() -> None:
    text = (ROOT / "docs" / "figures-json.md").read_text(encoding="utf-8")
    of_figures, of_sensitivity = text.split("# What would change the answer, as JSON")
    found = plain(figures(futures_of("hanoi")))
    assert f"`shape_version` is {found['shape_version']}" in of_figures
    for key in documented(of_figures):
        if key.startswith(("BOOK", "one_off_by_payer", "cost_per_m2", "size", "gates", "government")):
            continue
        assert held(found, key), key
    change = plain(sensitivity(changes_of("hanoi")))
    for key in documented(of_sensitivity):
        assert held(change, key), key
    assert set(change) <= {key.split(".")[0].split("[")[0] for key in documented(of_sensitivity)}
    one = found["futures"]["options"][0]
    for name in {*found["futures"], *one, *one["money"]["agency"]["cash"], *one["access"]} - {"options", "money"}:
        assert re.search(rf"\b{name}`", of_figures), name
    for name in (*change["variance"]["shares"][0], *change["tornado"][0], *change["worth"]["figures"][0]):
        assert re.search(rf"\b{name}`", of_sensitivity), name


@pytest.mark.slow
def test_the_same_case_draws_and_seed_give_the_same_bytes() -> None:
    program = (
        "from colocate.export.figures import figures_json\n"
        "from colocate.export.sensitivity import sensitivity_json\n"
        "from colocate.analysis.deciding.what_would_change import what_changes\n"
        "from colocate.model.evaluate import evaluate\n"
        "from tests.documents import template_case\n"
        "futures = evaluate(template_case(), 100, 7)\n"
        "found = what_changes(futures, base=16, most=4)\n"
        "print(figures_json(futures), sensitivity_json(found))\n"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    case = template_case()
    futures = evaluate(case, 100, 7)
    for _time in range(2):
        found = what_changes(evaluate(case, 100, 7), base=16, most=4)
        here = f"{figures_json(futures)} {sensitivity_json(found)}\n"
        assert here.encode() == elsewhere
    other = evaluate(case, 100, 0)
    assert figures_json(other) != figures_json(futures)


@pytest.mark.parametrize("name", CASES)
def test_tables_read_back_are_the_json(name: str, tmp_path: Path) -> None:
    futures, changes = futures_of(name), changes_of(name)
    paths = write_all(tmp_path, tables_of_futures(futures, changes))
    assert [path.name for path in paths] == TABLES
    told, switching, worth, tornado = (read(path) for path in paths)
    options = {one["id"]: one for one in figures(futures)["futures"]["options"]}
    assert len(told) == len(options) * len(BOOKS) * len(VIEWS)
    for row in told:
        option_ = options[row["option"]]
        money = option_["money"][row["book"]][row["view"]]
        assert float(row["share cheapest"]) == money["cheapest"]
        assert float(row["expected regret"]) == money["regret"]
        assert float(row["share in which the office fits"]) == option_["fits"]
        for column, key in (
            ("present value", "present_value"),
            ("total", "total"),
            ("equivalent annual cost", "equivalent_annual_cost"),
            ("saving", "saving"),
        ):
            for part in ("mean", "p5", "p95"):
                wanted = "" if money[key] is None else repr(money[key][part])
                assert row[f"{column} {part}"] == wanted
        assert float(row["one-off budget of the agency p95"]) == option_["one_off_budget"]["p95"]
    found = sensitivity(changes)
    crossings = [(one["path"], each) for one in found["switching_values"] for each in one["crossings"]]
    flipping = [row for row in switching if row["switching value"]]
    assert [(row["path"], float(row["switching value"])) for row in flipping] == [
        (path, each["value"]) for path, each in crossings
    ]
    assert {row["path"] for row in switching} == {one["path"] for one in found["switching_values"]}
    assert [(row["path"], float(row["worth"])) for row in worth[1:]] == [
        (one["path"], one["value"]) for one in found["worth"]["figures"]
    ]
    assert float(worth[0]["worth"]) == found["worth"]["everything"]["value"]
    assert [(row["path"], float(row["saving at low"]), float(row["saving at high"])) for row in tornado] == [
        (one["path"], one["at_low"], one["at_high"]) for one in found["tornado"]
    ]


@pytest.mark.parametrize("start", ["=", "@", "\t", " =", "-"])
def test_no_cell_becomes_a_formula(hostile: Outcome, tmp_path: Path, start: str) -> None:
    bad = renamed(hostile, f"{start}cmd|'/c calc'!A1")
    futures = evaluate(bad.case, 16)
    found = what_changes(evaluate(bad.case, 16), **QUICK)
    for path in write_all(tmp_path, tables_of_futures(futures, found)):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n") > 0
        for row in read(path):
            for cell in row.values():
                if re.match(r"\s*[=+@\-\t\r]", cell):
                    float(cell)
    assert read(tmp_path / "odds.csv")[0]["option name"] == for_csv(f"{start}cmd|'/c calc'!A1 0")


@pytest.mark.parametrize("name", ["hanoi"])
def test_the_page_has_the_odds_and_what_would_change_them(name: str) -> None:
    futures, changes = futures_of(name), changes_of(name)
    text = page(futures, changes)
    reader = read_page(text)
    said = unescape(text)
    assert answer.headline(futures.case, verdict(futures)) in said
    assert f"{DRAWS} possible futures" in said
    assert said.index("<h2>How sure</h2>") < said.index("<h2>What matters</h2>")
    drawn = [attributes for _tag, attributes in reader.tags if attributes.get("class") == "chart"]
    options, reached = len(futures.options), sum(one.access is not None for one in futures.options)
    together = 4  # costs, cost over the years, scores of access, mandate
    sure = 2 + 2 * options  # odds and savings; the fan and the one-off budget of each
    each = 2 * options + 2 * (options - 1)  # years and one-offs of each; steps and payers of all but the baseline
    places = reached + reached - 1  # the plan of each, minutes of each but the baseline
    assert len(drawn) == together + sure + 4 + each + places
    ids = [attributes["id"] for _tag, attributes in reader.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)


def test_names_on_the_page_cannot_become_markup(hostile: Outcome) -> None:
    text = page(evaluate(hostile.case, 32), what_changes(evaluate(hostile.case, 32), **QUICK))
    read_page(text)
    assert "<script>alert" not in text
    assert text.count("<script>") == text.count("</script>") == 2
    assert "javascript:1'>" not in text


def test_the_bundle_holds_everything_once(tmp_path: Path) -> None:
    futures, changes = futures_of("national-coordinator"), changes_of("national-coordinator")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "odds.csv").symlink_to(elsewhere)
    (folder / "sensitivity.json").symlink_to(elsewhere)
    written = write_bundle(futures, changes, folder)
    assert sorted(path.name for path in written) == sorted(path.name for path in folder.iterdir())
    assert {*TABLES, "charts.html", "figures.json", "sensitivity.json"} <= {path.name for path in written}
    assert (folder / "figures.json").read_text(encoding="utf-8") == figures_json(futures)
    assert (folder / "sensitivity.json").read_text(encoding="utf-8") == sensitivity_json(changes)
    assert elsewhere.read_text(encoding="utf-8") == "mine"


def test_correlated_figures_share_one_place() -> None:
    document = template_document()
    rank = {"mode": 0.5, "unit": "ratio", "source": "made up", "quality": "assumed"}
    names = ["shared.market_rent", "drivers[rents].growth"]
    document["correlations"] = [{"first": names[0], "second": names[1], "rank": rank}]
    found = plain(sensitivity(what_changes(evaluate(check_document(document, template_table), 64), **QUICK)))
    assert sorted(names) in [sorted(share["paths"]) for share in found["variance"]["shares"]]
    assert "Correlated figures" in found["variance"]["method"]


def test_a_case_without_ranges_has_nothing_to_find_out(tmp_path: Path) -> None:
    case = office_case(option("stay", running=[running(250)]), option("other", running=[running(400)]))
    futures = evaluate(case, 8)
    changes = what_changes(futures)
    found = plain(sensitivity(changes))
    assert (found["tornado"], found["switching_values"], found["variance"]) == ([], [], None)
    assert found["worth"] == {"everything": {"value": 0.0, "standard_error": 0.0}, "figures": []}
    assert read_page(page(futures, changes)).open == []
    assert len(read(write_all(tmp_path, tables_of_futures(futures, changes))[2])) == 1
    assert returns(futures.expected, "other").payback.value is None
    assert figures(futures)["futures"]["options"][0]["money"]["agency"]["cash"]["cheapest"] == 1.0
