"""What is taken away: one table of formats, a folder or a zip, several cases, and nothing written over unasked."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from colocate.commands import export, main
from colocate.commands.export import folders_of
from colocate.export import formats
from colocate.export.formats import USUAL, Files, Maker, Taken
from colocate.export.pictures.finding import BrowserFailsError
from tests.documents import ROOT
from tests.export.quickly import QUICK

CASE = str(ROOT / "data" / "national-coordinator.toml")
FEW = ("--draws", "16")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "what_changes", QUICK)


def told(capsys: Any, *arguments: str, code: int = 0) -> tuple[list[str], str]:
    assert main(["export", *arguments]) == code
    out, err = capsys.readouterr()
    return out.splitlines(), " ".join(err.split())


def test_no_two_files_have_one_name_and_every_format_has_its_ending(tmp_path: Path, capsys: Any) -> None:
    paths, _ = told(capsys, CASE, *FEW, "--out", str(tmp_path / "out"), "--raw")
    names = [Path(path).name for path in paths]
    assert len({name.casefold() for name in names}) == len(names)
    assert {Path(name).suffix.removeprefix(".") for name in names} >= set(USUAL)


@pytest.mark.slow
def test_a_zip_holds_the_files_of_the_folder_and_the_same_bytes_each_time(tmp_path: Path, capsys: Any) -> None:
    some = (*FEW, "--formats", "csv,json")
    folder, first, second = tmp_path / "out", tmp_path / "one.zip", tmp_path / "two.ZIP"
    told(capsys, CASE, *some, "--out", str(folder))
    assert told(capsys, CASE, *some, "--out", str(first))[0] == [str(first)]
    told(capsys, CASE, *some, "--out", str(second))
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first.read_bytes())) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            path.name: path.read_bytes() for path in folder.iterdir()
        }


def test_several_cases_have_a_folder_each(tmp_path: Path, capsys: Any) -> None:
    other = tmp_path / "NATIONAL-coordinator.toml"
    other.write_bytes(Path(CASE).read_bytes())
    table = "national-coordinator-constituents.csv"
    (tmp_path / table).write_bytes((ROOT / "data" / table).read_bytes())
    out = tmp_path / "out"
    told(capsys, CASE, str(other), *FEW, "--out", str(out), "--formats", "json")
    assert sorted(one.name for one in out.iterdir()) == ["NATIONAL-coordinator-2", "national-coordinator"]
    same = [(one / "figures.json").read_bytes() for one in out.iterdir()]
    assert same[0] == same[1]


@pytest.mark.parametrize("names", [["a.toml", "A.toml", "a-2.toml"], ["..", "x/../..", '"|"'], ["CON", "con.toml", ""]])
def test_names_of_folders_are_safe_and_unlike_each_other(names: list[str]) -> None:
    found = folders_of([Path(name) for name in names])
    assert len({one.casefold() for one in found}) == len(names)
    assert all(one.strip(". ") and not set(one) & set('/\\:"|') for one in found)


@pytest.mark.parametrize("out", ["out", "out.zip"])
def test_nothing_is_written_over_unless_asked(out: str, tmp_path: Path, capsys: Any) -> None:
    place, some = tmp_path / out, (*FEW, "--formats", "csv")
    mine = place if out.endswith(".zip") else place / "odds.csv"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine")
    said = told(capsys, CASE, *some, "--out", str(place), code=2)
    assert said == ([], f"{mine}: is there already, and nothing was written. Choose another --out, or say --replace.")
    assert [one.read_text() for one in tmp_path.rglob("*") if one.is_file()] == ["mine"]
    told(capsys, CASE, *some, "--out", str(place), "--replace")
    assert mine.read_bytes() != b"mine"


def test_what_cannot_be_made_here_is_told_and_all_else_is_made(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pictures(_taken: Taken, wanted: Collection[str]) -> Files:
        yield from ((f"costs.{one}", b"drawn") for one in wanted)

    others = tuple(maker for maker in formats.MAKERS if not {"png", "svg"} & set(maker.formats))

    def makers(why: str | None) -> tuple[Maker, ...]:
        return (Maker("pictures", ("png", "svg"), pictures, lambda _language: why, "hash"), *others)

    some = (*FEW, "--formats", "csv,svg", "--out")
    monkeypatch.setattr(formats, "MAKERS", makers("No browser is installed: install Chromium."))
    paths, said = told(capsys, CASE, *some, str(tmp_path / "without"), code=4)
    assert said == "Not made: svg. No browser is installed: install Chromium. All else is made."
    assert {Path(path).suffix for path in paths} >= {".csv"}
    assert not any(path.endswith(".svg") for path in paths)
    monkeypatch.setattr(formats, "MAKERS", makers(None))
    paths, said = told(capsys, CASE, *some, str(tmp_path / "with"))
    assert said == ""
    assert str(tmp_path / "with" / "costs.svg") in paths
    assert not any(path.endswith(".png") for path in paths)


@pytest.mark.slow
@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_browser_that_fails_in_the_middle_leaves_all_else_made(
    meanwhile: bool, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pictures(_taken: Taken, _wanted: Collection[str]) -> Files:
        yield "costs.svg", b"drawn"
        raise BrowserFailsError

    makers = (Maker("pictures", ("svg",), pictures, comparison="hash", meanwhile=meanwhile), *formats.MAKERS)
    monkeypatch.setattr(formats, "MAKERS", [one for one in makers if one.formats in (("svg",), ("csv",))])
    paths, said = told(capsys, CASE, *FEW, "--formats", "csv,svg", "--out", str(tmp_path / "out"), code=4)
    assert "did not answer and was ended" in said
    assert {"costs.svg", "odds.csv", "manifest.json"} <= {Path(path).name for path in paths}
    left = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["left_out"]
    assert [one["formats"] for one in left] == [["svg"]]


def test_what_failed_for_one_case_is_not_left_out_of_the_next(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    browsers = iter((False, True))

    def pictures(_taken: Taken, _wanted: Collection[str]) -> Files:
        if not next(browsers):
            raise BrowserFailsError
        yield "costs.svg", b"drawn"

    monkeypatch.setattr(formats, "MAKERS", (Maker("pictures", ("svg",), pictures, comparison="hash"),))
    other = tmp_path / "other.toml"
    other.write_bytes(Path(CASE).read_bytes())
    table = "national-coordinator-constituents.csv"
    (tmp_path / table).write_bytes((ROOT / "data" / table).read_bytes())
    told(capsys, CASE, str(other), *FEW, "--formats", "svg", "--out", str(tmp_path / "out"), code=4)
    said = [
        json.loads((tmp_path / "out" / name / "manifest.json").read_text("utf-8"))
        for name in ("other", Path(CASE).stem)
    ]
    assert [len(one["left_out"]) for one in said] == [0, 1]


def test_each_format_is_made_by_somebody_and_named_in_order() -> None:
    assert set(USUAL) <= set(formats.formats()) <= set(formats.ORDER)
    assert {one for maker in formats.MAKERS for one in maker.formats} == set(formats.formats())
