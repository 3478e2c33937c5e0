"""A decided case is frozen with all that was on the table; a later version names it, and the old one still opens."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.one_file import load, load_whole
from colocate.casefile.opened import Decided
from colocate.commands import export, main
from colocate.export.freezing import formats_to_freeze, is_as_decided
from tests.documents import ROOT
from tests.export.quickly import QUICK

CASE = str(ROOT / "data" / "national-coordinator.toml")
FEW = ("--draws", "16")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "what_changes", QUICK)
    monkeypatch.setattr("colocate.export.formats.USUAL", ("csv", "json"))
    monkeypatch.setattr("colocate.commands.freeze.formats_to_freeze", lambda: ("csv", "json"))


def freeze(case: Path | str, out: Path, *more: str, code: int = 0) -> Path:
    assert main(["freeze", str(case), *FEW, "--out", str(out), *more]) == code
    return out


def decided_in(path: Path) -> Decided:
    with zipfile.ZipFile(path) as archive:
        said = json.loads(archive.read("manifest.json"))
    decided = load_whole(path).opened.decided
    assert decided is not None
    assert said["decided"] == vars(decided)
    return decided


@pytest.mark.slow
def test_a_later_decision_is_a_new_version_and_the_old_one_opens(tmp_path: Path, capsys: Any) -> None:
    by = ("--by", "Country director", "--on")
    first = freeze(CASE, tmp_path / "1.zip", *by, "2026-03-01")
    second = freeze(first, tmp_path / "2.zip", *by, "2026-05-02", "--set", "discounting.rate=7.25")
    one, two = decided_in(first), decided_in(second)
    assert (one.version, one.on, one.before) == (1, "2026-03-01", "")
    assert (two.version, two.on, two.before) == (2, "2026-05-02", one.fingerprint)
    assert one.fingerprint != two.fingerprint
    for path, decided in ((first, one), (second, two)):
        assert is_as_decided(load(path)[0], decided)
    capsys.readouterr()
    for path, settings in ((first, ()), (second, ("--set", "discounting.rate=7.25"))):
        assert main(["compare", str(path), "--json", *FEW]) == 0
        said = capsys.readouterr().out
        assert main(["compare", CASE, "--json", *FEW, *settings]) == 0
        assert capsys.readouterr().out == said
    assert main(["validate", str(first)]) == 0
    assert "Version 1, decided by Country director on 2026-03-01" in " ".join(capsys.readouterr().out.split())


@pytest.mark.slow
def test_a_case_that_was_mended_by_hand_names_the_one_before(tmp_path: Path, capsys: Any) -> None:
    first = freeze(CASE, tmp_path / "1.zip", "--by", "Board", "--on", "2026-03-01")
    second = freeze(CASE, tmp_path / "2.zip", "--by", "Board", "--on", "2026-04-01", "--after", str(first))
    assert decided_in(second).before == decided_in(first).fingerprint
    assert decided_in(second).version == 2
    freeze(CASE, tmp_path / "3.zip", "--by", "Board", "--after", CASE, code=2)
    assert "was never frozen" in capsys.readouterr().err


@pytest.mark.slow
def test_what_is_frozen_is_never_written_over(tmp_path: Path, capsys: Any) -> None:
    path = freeze(CASE, tmp_path / "1.zip", "--by", "Board", "--on", "2026-03-01")
    before = path.read_bytes()
    freeze(CASE, path, "--by", "Somebody else", "--on", "2026-03-01", code=2)
    assert "is there already, and nothing was written" in " ".join(capsys.readouterr().err.split())
    assert path.read_bytes() == before
    assert freeze(CASE, tmp_path / "2.zip", "--by", "Board", "--on", "2026-03-01").read_bytes() == before


def test_a_case_whose_table_was_changed_is_not_as_decided(tmp_path: Path) -> None:
    path = freeze(CASE, tmp_path / "1.zip", "--by", "Board", "--on", "2026-03-01")
    case, decided = load(path)[0], decided_in(path)
    assert is_as_decided(case, decided)
    assert not is_as_decided(replace(case, constituents=case.constituents[1:]), decided)


@pytest.mark.slow
def test_without_a_browser_all_else_is_frozen_and_what_is_missing_is_told(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("colocate.export.pictures.why_not", lambda _language: "No browser.")
    monkeypatch.setattr("colocate.commands.freeze.formats_to_freeze", formats_to_freeze)
    out = freeze(CASE, tmp_path / "1.zip", "--by", "Board", "--on", "2026-03-01", code=4)
    assert "Not made: png, svg, pdf. No browser. All else is made." in " ".join(capsys.readouterr().err.split())
    with zipfile.ZipFile(out) as archive:
        assert {"decision-paper.pdf", "decision-paper.docx", "index.html", "workbook.xlsx"} <= set(archive.namelist())
        assert json.loads(archive.read("manifest.json"))["left_out"][0]["formats"] == ["png", "svg", "pdf"]


@pytest.mark.parametrize("by", ["", " ", "\u202e\u200b", "x" * 600])
def test_who_decided_must_be_said(by: str, tmp_path: Path, capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main(["freeze", CASE, "--by", by, "--out", str(tmp_path / "1.zip")])
    assert "Due: words, at most 500 characters" in " ".join(capsys.readouterr().err.split())
    assert not list(tmp_path.iterdir())


def test_a_decision_of_another_form_is_refused(tmp_path: Path) -> None:
    path = freeze(CASE, tmp_path / "1.zip", "--by", "Board", "--on", "2026-03-01")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content if name != "case.colocate" else b"PK\x03\x04 nothing")
    assert main(["validate", str(path)]) == 1
