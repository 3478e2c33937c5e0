"""The command `diff`: what it prints and writes, what it gives as JSON, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.changing import write_changes
from colocate.commands import main
from tests.documents import ROOT

HANOI = ROOT / "data" / "hanoi.toml"
COORDINATOR = ROOT / "data" / "national-coordinator.toml"
FEW = ("--draws", "64")
TABLES = {"bridge.csv", "inputs.csv", "both_cases.csv"}
HOSTILE = '=1+1 <script>alert(1)</script> \u202e\u0007 {{ x }} "quoted"'


@pytest.fixture
def version(tmp_path: Path) -> Path:
    """Another version of Hanoi, beside its table: four inputs differ, one of them a name that is hostile."""
    changes = {"horizon_years": 12, "shared.market_rent": 20, "houses[gounh].occupancy": 80}
    text = write_changes(
        HANOI.read_text(encoding="utf-8"), {**changes, "options[stay].name": HOSTILE.replace("\u0007", "")}
    )
    path = tmp_path / "another.toml"
    path.write_text(text, encoding="utf-8")
    table = HANOI.with_name("hanoi-constituents.csv")
    (tmp_path / table.name).write_bytes(table.read_bytes())
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_a_case_and_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(COORDINATOR), str(COORDINATOR), *FEW]) == 0
    assert capsys.readouterr().out.endswith("Nothing differs between the two cases.\n")


def test_report_json_and_tables_say_the_same_and_add_up(
    version: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["diff", str(HANOI), str(version), "--out", str(out), *FEW]) == 0
    told = capsys.readouterr()
    assert "4 inputs differ." in told.out
    assert "step 1" in told.out
    assert {path.name for path in out.iterdir()} == {*TABLES, "bridge.xlsx"}
    assert main(["diff", str(HANOI), str(version), "--json", *FEW]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (found["shape"], found["adds_up"], len(found["inputs"])) == ("colocate-diff", True, 4)
    lines = rows_of(out / "bridge.csv")
    for bridge in found["bridges"]:
        total = sum(round(100 * row["amount"]) for row in bridge["rows"])
        assert round(100 * bridge["first"]) + total == round(100 * bridge["second"])
        of_it = [
            line
            for line in lines
            if (line["measure"], line["option"], line["book"], line["view"])
            == (bridge["measure"], bridge["option"], "agency", "cash")
        ]
        assert [float(line["amount"]) for line in of_it] == [
            bridge["first"],
            *(row["amount"] for row in bridge["rows"]),
            bridge["second"],
        ]
    assert [line["step"] for line in rows_of(out / "inputs.csv")] == ["1", "2", "", "3"]


def test_hostile_names_are_inert(version: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["diff", str(HANOI), str(version), "--out", str(out), *FEW]) == 0
    assert not {"\u202e", "\x1b", "\x07"} & set(capsys.readouterr().out)
    for path in out.glob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
            assert not any(cell.lstrip().startswith(("=", "+", "@")) for cell in row)


def test_nothing_is_written_over_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = ["diff", str(COORDINATOR), str(COORDINATOR), "--out", str(tmp_path / "out"), *FEW]
    assert [main(same), main(same), main([*same, "--replace"])] == [0, 2, 0]
    capsys.readouterr()


def test_only_the_formats_asked_for_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = ["diff", str(COORDINATOR), str(COORDINATOR), *FEW]
    assert main([*same, "--out", str(tmp_path / "csv"), "--formats", "csv"]) == 0
    assert {path.name for path in (tmp_path / "csv").iterdir()} == TABLES
    assert main([*same, "--out", str(tmp_path / "xlsx"), "--formats", "XLSX,xlsx"]) == 0
    assert [path.name for path in (tmp_path / "xlsx").iterdir()] == ["bridge.xlsx"]
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        main([*same, "--out", str(tmp_path / "pdf"), "--formats", "pdf"])
    assert left.value.code == 2
    assert '"pdf" is no format. Due: of csv, xlsx, json' in " ".join(capsys.readouterr().err.split())


def test_the_case_at_fault_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("format = 2", encoding="utf-8")
    assert main(["diff", str(COORDINATOR), str(wrong), *FEW]) == 1
    assert "wrong.toml" in capsys.readouterr().err
    assert main(["diff", str(COORDINATOR), str(tmp_path / "none.toml"), *FEW]) == 1
    assert "none.toml" in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main(["diff", str(COORDINATOR)])
    assert left.value.code == 2


def test_other_currencies_and_other_options_are_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.toml"
    text = COORDINATOR.read_text(encoding="utf-8").replace('"USD', '"EUR')
    other.write_text(text, encoding="utf-8")
    for table in COORDINATOR.parent.glob("national-coordinator-*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    assert main(["diff", str(COORDINATOR), str(other), *FEW]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "amounts of two currencies do not add up" in told
    assert main(["diff", str(COORDINATOR), str(HANOI), *FEW]) == 0
    assert "the cases have no option in common" in " ".join(capsys.readouterr().out.split())
