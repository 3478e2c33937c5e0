"""A short case with several premises, disruption and options ruled out: every outlet knows each part, by its name."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.money.cost_headings import GROUP_OF
from colocate.case import Case
from colocate.commands import main
from colocate.words.ruled_out import ruled_out_title
from tests.ui.test_pages import PAGES, SECTIONS, is_fine, opened, started, texts, turned, upload

FILE = Path(__file__).parent / "all-parts.toml"
TABLE = FILE.with_name("all-parts-constituents.csv")
ANNEX, STORE = "Annex in Station Street", "Store by the river"
BY_ID = re.compile(r"annex-1|\bwh\b|options\[|premises\[|shared\.\w", re.IGNORECASE)
"""Ids and paths, which are for files and programs; the page Figures tells the path beside each figure."""


@cache
def case() -> Case:
    return colocate.load_case(FILE)


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments[:1], str(FILE), *arguments[1:]]) == 0
    return " ".join(capsys.readouterr().out.replace("\xa0", " ").split())


@pytest.mark.parametrize("command", ["compare", "sensitivity", "access", "weigh"])
def test_every_command_answers_in_names_alone(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = output(capsys, command, "--draws", "64")
    assert BY_ID.search(told) is None, BY_ID.search(told)
    if command == "compare":
        assert "Tower in the city centre: ruled out by the gate “security”." in told
        assert "Short case: 32 of 75 figures are defaults." in told


def test_every_table_has_every_part(tmp_path: Path) -> None:
    assert main(["export", str(FILE), "--draws", "64", "--out", str(tmp_path)]) == 0

    def rows(name: str) -> list[dict[str, str]]:
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    lines = rows("lines.csv")
    assert {line["category"] for line in lines} <= set(GROUP_OF)
    assert {f"Rent, {ANNEX}", f"Guards, {ANNEX}", f"Garage let on, {ANNEX}"} <= {
        line["name"] for line in lines if line["option"] == "stay"
    }
    assert {f"Rent, {STORE}", f"Rent, {ANNEX}, old premises", "Pay saved while posts are vacant"} <= {
        line["name"] for line in lines if line["option"] == "move"
    }
    out = rows("ruled_out.csv")
    assert [(one["ruled out"], one["ruled out by"], one["gates failed"]) for one in out] == [
        ("city-centre", "the gate “security”", "security"),
        ("villa", "the owner's wish to sell", ""),
    ]
    assert out[0]["gates open"] == "legal; accessibility"
    assert [one["passes every gate"] for one in out] == ["no", "no"]
    told: dict[str, Any] = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in told["ruled_out"]] == ["Tower in the city centre", "Villa by the lake"]
    names = {one["id"]: [there["name"] for there in one["premises"]] for one in told["options"]}
    assert names == {"stay": [ANNEX], "move": [STORE]}
    charts = (tmp_path / "charts.html").read_text(encoding="utf-8")
    assert ruled_out_title() in charts


def test_a_case_that_rules_nothing_out_has_the_table_all_the_same(tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8").split("[[ruled_out]]")[0]
    path = tmp_path / FILE.name
    path.write_text(text, encoding="utf-8")
    (tmp_path / TABLE.name).write_bytes(TABLE.read_bytes())
    assert main(["export", str(path), "--draws", "64", "--out", str(tmp_path / "out")]) == 0
    assert len((tmp_path / "out" / "ruled_out.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_every_page_shows_every_part_by_its_name() -> None:
    app = upload(started(), (FILE.name, FILE.read_bytes()), (TABLE.name, TABLE.read_bytes()))
    shown: dict[str, str] = {}
    for page in PAGES:
        turned(app, page)
        opened(app)
        if page == "money":
            for section in SECTIONS:
                app.session_state[f"money-{section}"] = True
            app.selectbox(key="option").select_index(1).run()
        is_fine(app)
        shown[page] = " ".join(texts(app)).replace("⁠", "")
        if page != "figures":
            assert BY_ID.search(re.sub(r"<[^>]*>", " ", shown[page])) is None, page
    assert "Villa by the lake: ruled out by the owner's wish to sell." in shown["decision"].replace("&#x27;", "'")
    assert f"{ANNEX}: rent" in shown["decision"]
    assert "Fit-out (USD per m2)" in shown["decision"]
    for line in (f"Rent, {STORE}", f"Garage let on, {ANNEX}, old premises", "Working days lost by moving"):
        assert line in shown["money"], line
    assert "Disruption by moving" in shown["money"]
    assert "main premises: 300 m2 for a need of 286 m2" in shown["mandate"]
    assert f"{STORE}: part of the people, from year 4" in shown["figures"]
