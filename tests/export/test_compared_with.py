"""A bundle of a case that is compared with another one: it holds both, says so, and is worked out again whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.one_file import load_whole, one_file, read_one_file
from colocate.casefile.opened import Opened
from colocate.commands import main
from colocate.export.manifest import CASE, MANIFEST, OTHER, ManifestError, read_manifest
from colocate.export.reproducing import Again, reproduce, worked_out_again
from colocate.words.paper.annex import title
from tests.documents import ROOT
from tests.export.paper.made import squeezed, texts_of_docx
from tests.export.quickly import quickly

CASE_FILE = ROOT / "data" / "national-coordinator.toml"
FEW = ("--draws", "16", "--formats", "docx,xlsx,json")
RATE = 7.25


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    with quickly():
        yield


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, _quick: None) -> Path:
    """The case compared with one that was saved with a change in it."""
    folder = tmp_path_factory.mktemp("bundle")
    whole = load_whole(CASE_FILE)
    saved = Opened(file_name="before.toml", changes={"discounting.rate": RATE})
    (folder / "before.colocate").write_bytes(one_file(whole.text, whole.tables, saved))
    asked = ["export", str(CASE_FILE), "--compared-with", str(folder / "before.colocate"), *FEW]
    assert main([*asked, "--out", str(folder / "out")]) == 0
    return folder / "out"


@pytest.fixture(scope="module")
def held(bundle: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in bundle.iterdir()}


@pytest.fixture(scope="module")
def again(held: dict[str, bytes]) -> Again:
    saved, other = (read_one_file(held[name]) for name in (CASE, OTHER))
    return worked_out_again(read_manifest(held[MANIFEST].decode()), saved, other=other)


def test_it_holds_both_cases_the_annex_and_the_comparison(held: dict[str, bytes]) -> None:
    said = json.loads(held[MANIFEST])["compared_with"]
    assert (said["file"], said["read_from"]) == (OTHER, "before.toml")
    assert read_one_file(held[OTHER]).changed.quantities["discounting.rate"].settled == RATE
    assert {"bridge.xlsx", "bridge.json", "decision-paper.docx"} <= held.keys()
    bridge = json.loads(held["bridge.json"])
    assert [one["path"] for one in bridge["inputs"]] == ["discounting.rate"]
    assert bridge["first"]["fingerprint"] == said["fingerprint"]
    paper = texts_of_docx(held["decision-paper.docx"])
    assert squeezed(title()) in paper
    assert squeezed(f"(before.toml, case {said['fingerprint']})") in paper


def test_it_is_equal_in_a_new_run(bundle: Path, capsys: Any) -> None:
    assert main(["reproduce", str(bundle)]) == 0
    assert "2 more are as the manifest lists them" in " ".join(capsys.readouterr().out.split())


def test_the_bundle_opens_as_its_own_case_and_not_as_the_other(bundle: Path) -> None:
    assert load_whole(bundle / CASE).changed.quantities["discounting.rate"].settled is None


def test_another_case_put_in_its_place_is_told(held: dict[str, bytes], again: Again) -> None:
    assert reproduce(held, again=again).differences == ()
    found = reproduce({**held, OTHER: held[CASE]}, again=again).differences
    assert [(one.file, one.place) for one in found] == [(OTHER, "not as listed")]
    found = reproduce({**held, OTHER: b"broken"}).differences
    assert [(one.file, one.place) for one in found] == [(OTHER, "not as listed")]
    found = reproduce({name: content for name, content in held.items() if name != OTHER}).differences
    assert [(one.file, one.place) for one in found] == [(OTHER, "not there")]


def test_a_figure_changed_in_the_comparison_is_told(held: dict[str, bytes], again: Again) -> None:
    figure = json.loads(held["bridge.json"])["bridges"][0]["second"]
    spoilt = held["bridge.json"].replace(str(figure).encode(), str(figure + 1).encode(), 1)
    (apart,) = reproduce({**held, "bridge.json": spoilt}, again=again).differences
    assert apart.file == "bridge.json"
    assert {apart.kept, apart.made} == {str(figure + 1), str(figure)}


def test_what_the_manifest_says_of_the_other_case_is_held_against_it(held: dict[str, bytes], again: Again) -> None:
    said = json.loads(held[MANIFEST])
    for key, wrong in (("title", "Another"), ("read_from", "x.toml"), ("fingerprint", "0" * 16)):
        spoilt = json.dumps({**said, "compared_with": said["compared_with"] | {key: wrong}}).encode()
        told = reproduce({**held, MANIFEST: spoilt}, again=again).differences
        assert f"compared_with.{key}" in {one.place for one in told if one.file == MANIFEST}
    for wrong in ([], "x", {"title": 1}):
        with pytest.raises(ManifestError):
            read_manifest(json.dumps({**said, "compared_with": wrong}))
    without = {key: one for key, one in said.items() if key != "compared_with"} | {"formats": ["json"]}
    assert OTHER in {one.file for one in reproduce({**held, MANIFEST: json.dumps(without).encode()}).differences}


def test_another_case_at_fault_is_named_and_nothing_is_written(tmp_path: Path, capsys: Any) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("format = 2", encoding="utf-8")
    asked = ["export", str(CASE_FILE), "--compared-with", str(wrong), *FEW, "--out", str(tmp_path / "out")]
    assert main(asked) == 1
    assert "wrong.toml" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
