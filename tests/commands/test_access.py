"""The command `access`: a readable table, the same figures as JSON and in the bundle, and faults in words."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import colocate
from colocate.analysis.access.measures import counts_of
from colocate.analysis.access.what_if import Moved, WhatIf, read_as
from colocate.analysis.deciding.what_would_change import what_changes
from colocate.casefile.template import write_template
from colocate.commands import main
from colocate.export.access import access, access_json, decision_reading
from colocate.export.bundle import write_bundle
from tests.documents import DATA_CASES, ROOT
from tests.export.test_odds import documented, held

HANOI = str(ROOT / "data" / "hanoi.toml")
FEW = ("--draws", "64", "--seed", "3")
VCA = "VCA (Viet Nam Cooperative Alliance)"


def run(capsys: Any, *arguments: str) -> tuple[int, str, str]:
    code = main(["access", *arguments])
    told, wrong = capsys.readouterr()
    return code, told, wrong


def read(capsys: Any, *arguments: str) -> Any:
    code, told, _wrong = run(capsys, *arguments, "--json", *FEW)
    assert code == 0
    return json.loads(told, parse_constant=lambda word: pytest.fail(f"{word} in JSON"))


@pytest.mark.parametrize("path", DATA_CASES, ids=lambda path: path.stem)
def test_the_table_can_be_read(path: Path, capsys: Any) -> None:
    code, told, wrong = run(capsys, str(path), *FEW)
    assert (code, wrong) == (0, "")
    assert max(len(line) for line in told.splitlines()) <= 110
    outcome = colocate.evaluate(colocate.load_case(path))
    for words in ("the decision date", "Within 30 minutes", "90 of 100 futures", "from distance", "are assumed"):
        assert words in told
    for option in outcome.options:
        assert option.id in told
    assert "None" not in told
    assert "nan" not in told.lower().replace("finance", "")


def test_json_is_what_python_gives(capsys: Any) -> None:
    case = colocate.load_case(HANOI)
    found = read(capsys, HANOI)
    futures = colocate.evaluate(case, 64, 3)
    expected = access([(decision_reading(case), futures)])
    assert found == json.loads(json.dumps(expected))
    assert (found["shape"], found["shape_version"], found["changes"]) == ("colocate-access", 2, None)
    for one in found["readings"][0]["options"]:
        reached = futures.option(one["id"]).access
        assert reached is not None
        assert [way["minutes"] for way in one["constituents"]] == reached.minutes.mean(axis=1).tolist()
        mean = counts_of(reached).mean_minutes
        assert mean is not None
        assert one["measures"]["mean_minutes"] == float(mean.mean())
        assert one["measures"]["coordinates_assumed"] == 4


def test_three_readings_of_hanoi(capsys: Any) -> None:
    then = read(capsys, HANOI, "--on", "2025-04-01")
    assert [one["day"] for one in then["readings"]] == ["2018-10-31", "2025-04-01"]
    names = [[way["name"][:6] for way in one["options"][0]["constituents"]] for one in then["readings"]]
    assert "MOLISA" in names[0]
    assert "MOHA (" in names[1]
    assert "MOLISA" not in names[1]
    assert "New then: MOHA (Ministry of Home Affairs)." in then["changes"]
    moved = read(capsys, HANOI, "--moved", f"{VCA}=21.02,105.85")
    assert moved["readings"][1]["moved"] == [{"constituent": VCA, "latitude": 21.02, "longitude": 105.85}]
    assert any(VCA in sentence and ": now" in sentence for sentence in moved["changes"])
    both = read(capsys, HANOI, "--on", "2025-04-01", "--moved", f"{VCA}=21.02,105.85")
    case = colocate.load_case(HANOI)
    reading = WhatIf(date(2025, 4, 1), (Moved(VCA, 21.02, 105.85),))
    reached = colocate.evaluate(read_as(case, reading), 64, 3).option("move").access
    assert reached is not None
    move = next(one for one in both["readings"][1]["options"] if one["id"] == "move")
    assert [way["minutes"] for way in move["constituents"]] == reached.minutes.mean(axis=1).tolist()


def test_who_gains_and_who_loses_stands_in_the_table(capsys: Any) -> None:
    _code, told, _wrong = run(capsys, HANOI, "--on", "2025-04-01", *FEW)
    words = " ".join(told.split())
    assert "Who gains, who loses" in told
    assert "UN House, MOHA (Ministry of Home Affairs): now not there, then 3 minutes less." in words


def test_set_changes_a_figure_here_too(capsys: Any) -> None:
    usual = read(capsys, HANOI)["readings"][0]["options"][2]["measures"]["mean_minutes"]
    later = read(capsys, HANOI, "--set", "options[move].place.screening=20")
    drawn = colocate.evaluate(colocate.load_case(HANOI), 64, 3).figures["options[move].place.screening"]
    # The entry check takes 20 minutes then in every future, and has taken its mean before.
    assert later["readings"][0]["options"][2]["measures"]["mean_minutes"] == pytest.approx(usual + 20 - drawn.mean())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--moved", "Nobody=21,105"), 'there is no constituent "Nobody" on 31 October 2018. There: MOLISA'),
        (("--moved", "MOHA (Ministry of Home Affairs)=21,105"), "on 31 October 2018"),
        (("--on", "2025-04-01", "--moved", "Nobody=21,105"), "on 1 April 2025. There: MOHA"),
    ],
)
def test_an_unknown_constituent_is_told_and_gives_2(capsys: Any, arguments: tuple[str, ...], words: str) -> None:
    code, told, wrong = run(capsys, HANOI, *arguments)
    assert (code, told) == (2, "")
    assert words in wrong
    assert "Traceback" not in wrong


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--moved", f"{VCA}=91,105"), "latitude 91 is off the scale: due is -90 to 90"),
        (("--moved", f"{VCA}=21,-181"), "longitude -181 is off the scale"),
        (("--moved", f"{VCA}=nan,105"), "latitude nan is off the scale"),
        (("--moved", f"{VCA}=21"), "is not KEY=LAT,LON"),
        (("--moved", f"{VCA}=21,105,3"), "is not KEY=LAT,LON"),
        (("--moved", f"{VCA}=north,east"), "is not KEY=LAT,LON"),
        (("--moved", "=21,105"), "names no constituent"),
        (("--moved", "21,105"), "names no constituent"),
        (("--on", "01/04/2025"), "is not a date. Due: like 2025-04-01"),
        (("--on", "2025-02-30"), "is not a date"),
        (("--on", ""), "is not a date"),
        (("--draws", "0"), "0"),
    ],
)
def test_bad_words_on_the_command_line_give_2(capsys: Any, arguments: tuple[str, ...], words: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["access", HANOI, *arguments])
    told, wrong = capsys.readouterr()
    assert (stopped.value.code, told) == (2, "")
    assert words in wrong


def test_a_case_at_fault_gives_1(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "case.toml"
    path.write_text("format = 1\n", encoding="utf-8")
    code, told, wrong = run(capsys, str(path))
    assert (code, told) == (1, "")
    assert "is missing" in wrong


def test_a_case_without_constituents_says_so(tmp_path: Path, capsys: Any) -> None:
    path = write_template(tmp_path / "case.toml")[0]
    table = next(tmp_path.glob("*.csv"))
    rows = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([rows[0], "Old,government,0,0,1,1,,2000-01-01"]), encoding="utf-8")
    code, told, _wrong = run(capsys, str(path), *FEW)
    assert code == 0
    assert "nothing can be said of access" in told
    code, told, _wrong = run(capsys, str(path), "--on", "1999-01-01", *FEW)
    assert code == 0
    found = read(capsys, str(path))
    assert [one["measures"] for one in found["readings"][0]["options"]] == [None] * len(found["readings"][0]["options"])


def test_every_documented_key_is_there_and_every_key_is_documented(capsys: Any) -> None:
    text = (ROOT / "docs" / "access-json.md").read_text(encoding="utf-8")
    found = read(
        capsys,
        str(ROOT / "data" / "regional-office.toml"),
        "--on",
        "2026-05-01",
        "--moved",
        "Federation of Employers=8,-32",
    )
    keys = [key for key in documented(text) if not key.startswith("case")]
    for key in keys:
        if key != "readings[].moved":
            assert held(found, key), key
    assert f"`shape_version` is {found['shape_version']}" in text
    option = found["readings"][1]["options"][1]
    for part in (
        found,
        found["readings"][1],
        option,
        option["measures"],
        option["measures"]["within"][0],
        option["measures"]["groups"][0],
        option["measures"]["hours_a_year"],
        option["measures"]["worst_served"],
        option["constituents"][0],
    ):
        for name in set(part) - {"options", "within", "groups"}:  # documented by what they hold
            assert re.search(rf"\b{name}(\[\])?`", text), name


def test_the_bundle_holds_the_same_json(tmp_path: Path, capsys: Any) -> None:
    case = colocate.load_case(HANOI)
    futures = colocate.evaluate(case, 64, 3)
    write_bundle(futures, what_changes(futures, base=16, most=4), tmp_path)
    written = (tmp_path / "access.json").read_text(encoding="utf-8")
    assert written == access_json([(decision_reading(case), futures)])
    assert json.loads(written) == read(capsys, HANOI)
