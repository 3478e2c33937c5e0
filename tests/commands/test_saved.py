"""Every command takes a saved case, with what was changed in it, and says so on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest

from colocate.casefile.one_file import one_file
from colocate.casefile.opened import Opened, Weights
from colocate.commands import main
from tests.documents import ROOT

CASE = ROOT / "data" / "national-coordinator.toml"
TABLE = "national-coordinator-constituents.csv"
CHANGES = {"discounting.rate": 7.25}
POINTS = {"money": 10.0, "access": 70.0, "mandate": 15.0, "government": 5.0}
Capture = pytest.CaptureFixture[str]


def saved(folder: Path, stood: Opened) -> str:
    path = folder / "mine.colocate"
    tables = {TABLE: (ROOT / "data" / TABLE).read_bytes()}
    path.write_bytes(one_file(CASE.read_text(encoding="utf-8"), tables, stood))
    return str(path)


def told(capture: Capture, *arguments: str) -> tuple[str, str]:
    assert main(list(arguments)) == 0
    return capture.readouterr()


@pytest.mark.parametrize("command", ["compare", "access", "weigh"])
@pytest.mark.slow
def test_a_saved_case_gives_what_its_case_gives(tmp_path: Path, capsys: Capture, command: str) -> None:
    more = ("--json", "--draws", "16")
    plain = told(capsys, command, str(CASE), *more)
    assert told(capsys, command, saved(tmp_path, Opened()), *more) == plain
    changed = told(capsys, command, str(CASE), "--set", "discounting.rate=7.25", *more)[0]
    out, err = told(capsys, command, saved(tmp_path, Opened("x", CHANGES)), *more)
    assert out == changed
    assert "mine.colocate: with 1 change saved in it." in " ".join(err.split())
    again = told(capsys, command, saved(tmp_path, Opened("x", CHANGES)), "--set", "discounting.rate=free", *more)[0]
    assert again == told(capsys, command, str(CASE), "--set", "discounting.rate=free", *more)[0]


def test_weights_saved_in_it_weigh_unless_others_are_told(tmp_path: Path, capsys: Capture) -> None:
    path = saved(tmp_path, Opened("x", weights=Weights(swings=POINTS, by="Head of office")))
    more = ("--json", "--draws", "16")
    points = ",".join(f"{name}={value:g}" for name, value in POINTS.items())
    out, err = told(capsys, "weigh", path, *more)
    assert "with the weights saved in it (Head of office)" in " ".join(err.split())
    mine = told(capsys, "weigh", str(CASE), "--weights", points, *more)
    assert out == mine[0]
    others = points.replace("money=10", "money=90")
    assert told(capsys, "weigh", path, "--weights", others, *more) == told(
        capsys, "weigh", str(CASE), "--weights", others, *more
    )


def test_validate_says_what_is_saved_in_it(tmp_path: Path, capsys: Capture) -> None:
    stood = Opened("x", CHANGES, "Dear", {"Dear": CHANGES, "As it is": {}}, Weights(swings=POINTS))
    out = " ".join(told(capsys, "validate", saved(tmp_path, stood))[0].split())
    assert "no fault" in out
    assert "every command takes: 1; scenarios: 2; criteria with points: 4." in out


def test_a_fault_in_it_is_told_with_its_place(tmp_path: Path, capsys: Capture) -> None:
    path = saved(tmp_path, Opened("x", {"discounting.rate": 10**6}))
    assert main(["compare", path]) == 1
    assert "opened.json, changes, discounting.rate" in " ".join(capsys.readouterr().err.split())


def test_export_takes_it(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    written = told(capsys, "export", saved(tmp_path, Opened("x", CHANGES)), "--out", str(out), "--draws", "8")[0]
    assert written
    assert list(out.iterdir())
