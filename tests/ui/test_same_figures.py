"""The same quantity is the same figure wherever it appears: pages, terminal, JSON, CSV and the exported page."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.scenarios import compared
from colocate.analysis.uncertainty.odds import DRAWS
from colocate.analysis.verdict import verdict
from colocate.analysis.weighing.weighing import weighed_if_it_can_be
from colocate.commands import main
from colocate.export.access import access_json, decision_reading
from colocate.export.figures import figures
from colocate.export.pages import page
from colocate.export.tables import table, tables
from colocate.export.tables_of_access import tables_of_access
from colocate.export.tables_of_futures import odds_rows
from colocate.export.weighing import weighing_json
from colocate.model.futures import Futures
from colocate.model.totals import HEADLINE
from colocate.words.criteria import rows
from colocate.words.futures import count_of_hundred
from colocate.words.futures_columns import ODDS_COLUMNS
from colocate.words.numbers import about, money
from colocate.writing import write_all
from tests.documents import LARGE_IS_SLOW
from tests.ui.test_pages import CASES, DATA, started, texts, turned

Found = dict[tuple[str, str], dict[str, float]]
"""What was found of a quantity of an option, by the place where it was found."""


def words(app: object) -> str:
    """All words of a page, with plain spaces."""
    return plain(" ".join(texts(app)))  # type: ignore[arg-type]


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u2060", "").replace("&#x27;", "'").replace("&amp;", "&")


def drawn(case: str) -> Futures:
    return colocate.evaluate(colocate.load_case(DATA / f"{case}.toml"), DRAWS)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def collect(futures: Futures, folder: Path) -> Found:
    """Every place where a figure of an option leaves the program, by the name of the figure."""
    found: Found = defaultdict(dict)

    def note(name: str, option: str, place: str, value: Any) -> None:
        if value not in (None, ""):
            found[name, option][place] = float(value)

    told = verdict(futures)
    for name, criterion in (("cost", "money"), ("access", "access"), ("government", "government")):
        for one in told.criterion(criterion).standings:  # type: ignore[arg-type]
            note(name, one.option, "verdict", one.value)
            if criterion == "money":
                note("chance", one.option, "verdict", one.chance)
                note("cost p5", one.option, "verdict", one.low)
    for one in told.criterion("mandate").standings:
        note("mandate low", one.option, "verdict", one.low)
        note("mandate high", one.option, "verdict", one.high)
    _in_json(futures, note)
    _in_tables(futures, folder, note)
    for both in compared(futures, futures).options:
        note("cost", both.option, "scenario", both.before.cost)
        note("access", both.option, "scenario", both.before.access)
        note("chance", both.option, "scenario", both.after.odds)
    return found


def _in_json(futures: Futures, note: Any) -> None:
    written = json.loads(json.dumps(figures(futures)))
    for one in written["options"]:
        cash = one["money"]["agency"]["cash"]
        note("cost", one["id"], "figures.json", cash["present_value"])
        note("cost", one["id"], "figures.json, lines", sum(line_present(line) for line in one["lines"]))
        note("total", one["id"], "figures.json", sum(cash["by_year"]))
        note("one-off", one["id"], "figures.json", sum(one["one_off_budget_by_year"]))
        note("mandate low", one["id"], "figures.json", one["mandate"]["score_low"])
        note("mandate high", one["id"], "figures.json", one["mandate"]["score_high"])
        if one["access"]:
            note("access", one["id"], "figures.json", one["access"]["tripartite_score"])
    for one in written["futures"]["options"]:
        cash = one["money"]["agency"]["cash"]
        note("cost", one["id"], "figures.json, futures", cash["present_value"]["mean"])
        note("cost p5", one["id"], "figures.json, futures", cash["present_value"]["p5"])
        note("total", one["id"], "figures.json, futures", cash["total"]["mean"])
        note("chance", one["id"], "figures.json, futures", cash["cheapest"] if one["ranked"] else None)
        note("one-off", one["id"], "figures.json, futures", one["one_off_budget"]["mean"])
        if one["access"]:
            note("access", one["id"], "figures.json, futures", one["access"]["tripartite_score"]["mean"])
    weighed = weighed_if_it_can_be(futures)
    if weighed is not None:
        for one in json.loads(weighing_json(futures, weighed))["options"]:
            note("cost", one["id"], "weighing.json", one["criteria"]["money"]["measure"])
            if "access" in one["criteria"]:
                note("access", one["id"], "weighing.json", one["criteria"]["access"]["measure"])
    reach = json.loads(access_json([(decision_reading(futures.case), futures)]))
    for one in reach["readings"][0]["options"]:
        if one["measures"]:
            note("access", one["id"], "access.json", one["measures"]["score"])


def line_present(line: dict[str, Any]) -> float:
    counted = line["payer"] == "agency" and line["nature"] == "cash"
    return float(line["present_value"]) if counted else 0.0


def _in_tables(futures: Futures, folder: Path, note: Any) -> None:
    write_all(folder, tables(futures))
    write_all(folder, tables_of_access(futures))
    write_all(folder, [("odds.csv", table(ODDS_COLUMNS, odds_rows(futures)))])
    for one in read(folder / "options.csv"):
        if (one["book"], one["view"]) == HEADLINE:
            note("cost", one["option"], "options.csv", one["present value"])
            note("cost p5", one["option"], "options.csv", one["present value, 5 of 100 below"])
            note("total", one["option"], "options.csv", one["total"])
            note("one-off", one["option"], "options.csv", one["one-off budget of the agency"])
    for one in read(folder / "odds.csv"):
        if (one["book"], one["view"]) == HEADLINE:
            note("cost", one["option"], "odds.csv", one["present value mean"])
            note("chance", one["option"], "odds.csv", one["share cheapest"] if one["ranked"] == "yes" else None)


@pytest.mark.parametrize("case", CASES)
def test_a_quantity_is_the_same_figure_wherever_it_leaves(case: str, tmp_path: Path) -> None:
    found = collect(drawn(case), tmp_path)
    assert max(len(places) for places in found.values()) >= 6, "the places were looked at"
    for name, places in found.items():
        first = next(iter(places.values()))
        assert all(value == pytest.approx(first, rel=1e-9, abs=1e-9) for value in places.values()), (name, places)


@pytest.mark.parametrize("case", LARGE_IS_SLOW)
def test_pages_terminal_and_exported_page_write_the_same(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    path, futures = DATA / f"{case}.toml", drawn(case)
    assert main(["compare", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(figures(futures)))
    assert main(["compare", str(path)]) == 0
    terminal, exported = plain(capsys.readouterr().out), plain(page(futures))
    app = started(case=case)
    decision = words(app)
    turned(app, "money")
    app.session_state["money-key"] = True
    money_page = words(app.run())
    sure = words(turned(app, "how_sure"))
    for row in rows(futures.case, verdict(futures)):
        for cell in row.cells:
            assert plain(cell.words) in decision, (row.name, cell.option)
    currency = futures.case.currency
    told = verdict(futures).criterion("money")
    for option in futures.expected.options:
        found = option.money[HEADLINE]
        for amount in (found.total, found.present_value, found.equivalent_annual):
            assert plain(about(float(amount[0]), currency)) in money_page, option.id
            assert plain(money(float(amount[0]), currency)) in terminal, option.id
        cost = plain(about(float(found.present_value[0]), currency))
        assert cost in decision
        assert cost in exported
        chance, count = told.of(option.id).chance, told.of(option.id).of_hundred
        if chance is not None and count is not None:
            assert all(count_of_hundred(chance, count) in one for one in (decision, sure, terminal)), option.id
