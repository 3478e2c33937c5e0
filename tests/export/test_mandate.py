"""The mandate's measures, the government's evidence and the coordinators as JSON, CSV and in the terminal."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.mandate.coordinators import hosting_of
from colocate.analysis.mandate.costs_of_measures import measures
from colocate.commands.compare import report
from colocate.export.figures import figures
from colocate.export.tables import write_tables
from colocate.model.futures import Futures
from colocate.words.coordinators import hosting_in_words
from tests.outcomes import DATA


@cache
def futures_of(name: str) -> Futures:
    return colocate.evaluate(colocate.load_case(DATA / f"{name}.toml"), 64)


def options_of(name: str) -> dict[str, Any]:
    return {one["id"]: one for one in figures(futures_of(name).central, futures_of(name))["options"]}


def test_json_holds_the_coordinators_of_every_option() -> None:
    central = futures_of("regional-office").central
    for name, option in options_of("regional-office").items():
        assert option["coordinators"] == [
            {key: value for key, value in vars(row).items() if key != "option"} for row in hosting_of(central, name)
        ]
    move = options_of("regional-office")["move"]["coordinators"][0]
    # Four desks at 4,800 a year, with a chance of 35 in 100; the ministry's own are worth 3,500 each.
    assert (move["country"], move["desks"], move["chance"]) == ("all", 19_200, 0.35)
    assert (move["expected"], move["value_of_hosting"]) == pytest.approx((6_720, 14_000))
    assert all(option["coordinators"] == [] for option in options_of("hanoi").values())


def test_json_holds_their_range_over_the_futures() -> None:
    found = figures(futures_of("regional-office").central, futures_of("regional-office"))["futures"]["options"]
    ranges = {one["id"]: one["coordinators"] for one in found}
    assert ranges["stay"] == {"all": {"mean": 0, "median": 0, "p5": 0, "p95": 0}}
    assert ranges["move"]["all"]["p95"] > ranges["move"]["all"]["mean"] > 0
    hanoi = figures(futures_of("hanoi").central, futures_of("hanoi"))["futures"]["options"]
    assert {str(one["coordinators"]) for one in hanoi} == {"{}"}


def test_json_holds_measures_with_what_they_cost() -> None:
    central = futures_of("national-coordinator").central
    answers = options_of("national-coordinator")["serviced-office"]["mandate"]["answers"]
    by_measure = [one for one in answers if one["answer"] == "mitigated"]
    assert [one["id"] for one in by_measure] == ["meeting"]
    (line,) = (
        line
        for line in options_of("national-coordinator")["serviced-office"]["lines"]
        if line["name"] == by_measure[0]["mitigation"]
    )
    assert by_measure[0]["mitigation_present_value"] == pytest.approx(line["present_value"])
    assert measures(central, "serviced-office")["meeting"].present_value == pytest.approx(line["present_value"])
    assert {one["mitigation_present_value"] for one in answers if one["answer"] != "mitigated"} == {None}


def test_json_holds_the_form_of_the_evidence() -> None:
    found = {name: one["government"] for name, one in options_of("regional-office").items()}
    told = {name: (one["form"], one["form_asked"], one["weaker_than_asked"]) for name, one in found.items()}
    assert told == {
        "stay": ("", "", False),
        "stay-renegotiated": ("", "", False),
        "move": ("written", "budgeted", True),
        "host-others": ("spoken", "written", True),
    }
    assert options_of("hanoi")["move"]["government"]["form"] == "signed"


def test_tables_hold_the_same(tmp_path: Path) -> None:
    central = futures_of("regional-office").central
    folder = {path.name: path for path in write_tables(central, tmp_path)}

    def rows(name: str) -> list[dict[str, str]]:
        with folder[name].open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    desks = [(row["option"], row["country"], float(row["expected cost a year"])) for row in rows("coordinators.csv")]
    assert desks == [
        ("stay", "all", 0),
        ("stay-renegotiated", "all", 0),
        ("move", "all", 6_720),
        ("host-others", "all", 10_000),
    ]
    assert [row["weaker than asked"] for row in rows("government.csv")] == ["no", "no", "yes", "yes"]


def test_the_terminal_tells_of_the_coordinators() -> None:
    told = " ".join(report(futures_of("regional-office")).replace("\xa0", " ").split())
    for sentence in hosting_in_words(futures_of("regional-office").central):
        assert sentence.replace("\xa0", " ") in told
    assert "National Coordinators" not in report(futures_of("hanoi"))
