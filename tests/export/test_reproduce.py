"""A bundle is worked out again: equal anywhere, and one byte changed is told with its file and its figure."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from colocate.casefile.one_file import read_one_file
from colocate.commands import main
from colocate.export.comparing import differences, is_near
from colocate.export.formats import formats as known_formats
from colocate.export.formats import left_out
from colocate.export.manifest import CASE, MANIFEST, hash_of, is_as_written, read_manifest
from colocate.export.opening import BundleError, Held, open_bundle
from colocate.export.reproducing import Again, reproduce, worked_out_again
from colocate.safe import for_json
from tests.documents import ROOT
from tests.examples import many
from tests.export.quickly import quickly

NATIONAL = str(ROOT / "data" / "national-coordinator.toml")
FEW = ("--draws", "16", "--formats", "html,csv,json,parquet")


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    with quickly():
        yield


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, _quick: None) -> Path:
    out = tmp_path_factory.mktemp("bundle") / "out"
    assert main(["export", NATIONAL, *FEW, "--out", str(out), "--set", "discounting.rate=7.25"]) == 0
    return out


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def packed(files: dict[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@cache
def again_of(bundle: Path) -> Again:
    """What is made again of a bundle, once for all tests that change a byte of it."""
    saved = read_one_file((bundle / CASE).read_bytes())
    return worked_out_again(read_manifest((bundle / MANIFEST).read_text("utf-8")), saved)


def test_it_is_equal(bundle: Path, capsys: Any) -> None:
    assert main(["reproduce", str(bundle)]) == 0
    made = len(files_of(bundle)) - 2
    assert " ".join(capsys.readouterr().out.split()) == (
        f"Equal: {made} files were worked out again, and are the same to the last byte. 1 more is as the manifest "
        "lists it, by its hash."
    )
    assert "compared_with" not in json.loads((bundle / MANIFEST).read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["hanoi", "national-coordinator"])
def test_it_is_equal_in_another_process_folder_and_time_zone(name: str, tmp_path: Path) -> None:
    path = str(ROOT / "data" / f"{name}.toml")
    formats = ",".join(one for one in known_formats() if not left_out([one]))
    moved = tmp_path / "elsewhere" / "under another name.zip"
    moved.parent.mkdir()
    commands = (
        ("export", path, "--draws", "64", "--formats", formats, "--out", "first.zip"),
        ("reproduce", moved.name),
    )
    for command, folder, zone, seed in zip(
        commands, (tmp_path, moved.parent), ("America/St_Johns", "Pacific/Kiritimati"), "75", strict=True
    ):
        done = subprocess.run(
            [sys.executable, "-m", "colocate", *command],
            cwd=folder,
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            timeout=400,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        if command[0] == "export":
            (tmp_path / "first.zip").rename(moved)
    assert done.stdout.startswith("Equal: ")


def test_the_bundle_opens_as_the_case_that_it_shows(bundle: Path, capsys: Any) -> None:
    few = ("--draws", "16", "--json")
    assert main(["compare", str(bundle / CASE), *few]) == 0
    assert capsys.readouterr().out == (bundle / "figures.json").read_text("utf-8") + "\n"
    assert main(["compare", NATIONAL, "--set", "discounting.rate=7.25", *few]) == 0
    assert capsys.readouterr().out == (bundle / "figures.json").read_text("utf-8") + "\n"


@pytest.mark.slow
def test_several_cases_are_each_told(bundle: Path, tmp_path: Path, capsys: Any) -> None:
    both = {f"{name}/{file}": content for name in ("one", "two") for file, content in files_of(bundle).items()}
    both["two/odds.csv"] = both["two/odds.csv"].replace(b"0.", b"1.", 1)
    assert main(["reproduce", str(packed(both, tmp_path / "both.zip"))]) == 5
    said = capsys.readouterr().out
    assert said.startswith("one: Equal: ")
    assert "two: Not equal: 1 difference.\n  odds.csv: row 2 (" in said


def told(held: Held, again: Again) -> set[str]:
    """Names of the files that are told; of the manifest alone where it cannot be read, and so nothing can."""
    try:
        return {one.file for one in reproduce(held, again=again).differences}
    except BundleError as error:
        return {MANIFEST} if error.kind in ("manifest", "half") else {error.kind}


def digits(content: bytes) -> list[int]:
    """Places of digits in figures, where another digit changes a figure and nothing else."""
    return [found.start() + 1 for found in re.finditer(rb"[-,: ]\d\d*\.\d", content)]


@pytest.mark.parametrize("name", ["figures.json", "sensitivity.json", "weighing.json", "lines.csv", "odds.csv"])
def test_a_changed_digit_is_told_with_its_figure_and_both_values(name: str, bundle: Path) -> None:
    held = files_of(bundle)
    chance = random.Random(name)  # noqa: S311
    for place in chance.sample(digits(held[name]), many(40, 2)):
        content = bytearray(held[name])
        content[place] = ord("1") if content[place] != ord("1") else ord("2")
        (apart,) = reproduce(held | {name: bytes(content)}, again=again_of(bundle)).differences
        assert (apart.file, apart.place != "") == (name, True)
        was, now = held[name].decode("utf-8-sig"), bytes(content).decode("utf-8-sig")
        assert apart.made in was
        assert apart.kept in now
        assert apart.kept != apart.made
        if name.endswith(".csv"):
            row, column = re.match(r"(\d+).*, (.+)$", apart.place).groups()  # type: ignore[union-attr]
            heading, *_ = table = list(csv.reader(io.StringIO(now)))
            assert table[int(row) - 1][heading.index(column)] == apart.kept


def test_any_byte_changed_in_any_file_is_told_with_the_file(bundle: Path) -> None:
    held = files_of(bundle)
    chance = random.Random(3)  # noqa: S311
    for name in held:
        for _ in range(many(20, 1)):
            content = bytearray(held[name])
            place = chance.randrange(len(content))
            content[place] ^= 1 << chance.randrange(7)
            assert name in told(held | {name: bytes(content)}, again_of(bundle)), (name, place)


@pytest.mark.slow
def test_a_byte_changed_in_a_zip_is_told_with_the_file(bundle: Path, tmp_path: Path) -> None:
    path = packed(files_of(bundle), tmp_path / "out.zip")
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        listed = archive.infolist()
    for one in listed[:: many(1, 3)]:
        content = bytearray(whole)
        content[one.header_offset + 30 + len(one.filename) + one.compress_size // 2] ^= 4
        path.write_bytes(content)
        assert one.filename in told(open_bundle(path)[""], again_of(bundle))


def test_files_that_are_missing_or_were_put_in_are_told(bundle: Path) -> None:
    held = files_of(bundle)
    found = reproduce({**held, "mine.txt": b"hello"}, again=again_of(bundle))
    assert [(one.file, one.place) for one in found.differences] == [("mine.txt", "not listed")]
    found = reproduce({name: held[name] for name in held if name != "odds.csv"}, again=again_of(bundle))
    assert [(one.file, one.place) for one in found.differences] == [("odds.csv", "not there")]
    found = reproduce({name: held[name] for name in held if name != CASE})
    assert [(one.file, one.place) for one in found.differences] == [(CASE, "not there")]


def test_a_hash_changed_in_the_manifest_is_told(bundle: Path) -> None:
    held = files_of(bundle)
    said = json.loads(held[MANIFEST])
    entry = next(one for one in said["files"] if one["name"] == "odds.csv")
    changed = held[MANIFEST].replace(entry["sha256"].encode(), b"0" * 64)
    (first, *_) = reproduce(held | {MANIFEST: changed}, again=again_of(bundle)).differences
    assert (first.file, first.place) == (MANIFEST, "files[odds.csv].sha256")
    assert (first.kept, first.made) == (f'"{"0" * 64}"', f'"{entry["sha256"]}"')
    assert is_as_written(held[MANIFEST].decode())


def written_anew(said: dict[str, Any]) -> bytes:
    """A manifest as whoever changes one would write it, with its own hash as it ought to be."""
    said.pop("manifest_sha256", None)
    return for_json(said | {"manifest_sha256": hash_of(for_json(said).encode())}).encode()


def test_who_changes_a_file_and_the_manifest_both_is_told(bundle: Path) -> None:
    held = files_of(bundle)
    odds = held["odds.csv"].replace(b"0.", b"1.", 1)
    said = json.loads(held[MANIFEST])
    said["formats"].remove("csv")
    entry = next(one for one in said["files"] if one["name"] == "odds.csv")
    entry |= {"bytes": len(odds), "sha256": hash_of(odds), "comparison": "hash"}
    changed = written_anew(said)
    assert is_as_written(changed.decode())
    again = again_of(bundle)
    no_tables = Again(again.taken, {name: made for name, made in again.files.items() if not name.endswith(".csv")})
    found = reproduce(held | {MANIFEST: changed, "odds.csv": odds}, again=no_tables)
    assert ("odds.csv", "not made") in {(one.file, one.place) for one in found.differences}


def test_what_a_manifest_says_of_the_case_is_told_whatever_its_hash(bundle: Path) -> None:
    held = files_of(bundle)
    decided = {"by": "Nobody", "on": "2026-01-01", "version": 1, "fingerprint": "0" * 16, "before": ""}
    for changed in ({"decided": decided}, {"case": json.loads(held[MANIFEST])["case"] | {"title": "Another"}}):
        manifest = written_anew(json.loads(held[MANIFEST]) | changed)
        assert is_as_written(manifest.decode())
        (apart,) = (
            one
            for one in reproduce(held | {MANIFEST: manifest}, again=again_of(bundle)).differences
            if one.place != "manifest_sha256"
        )
        assert (apart.file, apart.place.split(".")[0]) == (MANIFEST, *changed)


@pytest.mark.parametrize("strange", ["NaN", "1e999", "[" * 600 + "]" * 600])
def test_a_part_that_cannot_be_written_is_a_difference(strange: str, bundle: Path) -> None:
    held = files_of(bundle)
    text = held[MANIFEST].decode().rstrip()[:-1] + f', "more": {strange}}}'
    assert MANIFEST in told(held | {MANIFEST: text.encode()}, again_of(bundle))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("part", ['<c r="A1">', '<c r="A1"', "<t ", "<w:t>"])
@pytest.mark.parametrize("name", ["workbook.xlsx", "paper.docx"])
def test_parts_that_end_nowhere_take_no_time(name: str, part: str) -> None:
    kept, made = (io.BytesIO() for _ in range(2))
    for stream, content in ((kept, part * 50_000), (made, "<t>1</t>")):
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("sheet.xml", content)
    assert differences(name, kept.getvalue(), made.getvalue())


def test_last_digits_of_another_processor_are_no_difference_unless_the_file_was_touched() -> None:
    one, other = b'{"a": 1.0000000000000002, "b": "x 3"}', b'{"a": 1.0, "b": "x 3"}'
    assert is_near("figures.json", one, other)
    assert not is_near("figures.json", one.replace(b"x", b"y"), other)
    assert not is_near("figures.json", one.replace(b"1.0", b"1.1"), other)
    assert [found.place for found in differences("figures.json", one, other)] == ["a"]


STRANGE: dict[str, Any] = {
    "path": ["../x", "a/b/c", "/etc/x", "a\\b", "c:x"],
    "twice": ["manifest.json", "MANIFEST.json"],
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in STRANGE.items() for name in names])
def test_strange_names_in_a_zip_are_refused(kind: str, name: str, bundle: Path, tmp_path: Path) -> None:
    path = packed(files_of(bundle), tmp_path / "out.zip")
    with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that stands twice
        archive.writestr(name, b"x")
    with pytest.raises(BundleError) as refused:
        open_bundle(path)
    assert refused.value.kind == kind
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.zip"]


@pytest.mark.parametrize("is_zip", [True, False])
def test_one_of_several_cases_without_its_manifest_is_told(is_zip: bool, bundle: Path, tmp_path: Path) -> None:
    both = {f"{name}/{file}": content for name in ("one", "two") for file, content in files_of(bundle).items()}
    del both[f"two/{MANIFEST}"]
    if is_zip:
        place = packed(both, tmp_path / "both.zip")
    else:
        place = tmp_path / "both"
        for name, content in both.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
    with pytest.raises(BundleError) as refused:
        open_bundle(place)
    assert (refused.value.kind, refused.value.name) == ("no manifest", "two")


def test_what_is_no_bundle_is_told_in_words(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("hello")
    (tmp_path / "half.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "manifest").mkdir()
    (tmp_path / "manifest" / MANIFEST).write_text('{"shape": "colocate-bundle", "shape_version": 1}')
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / MANIFEST).symlink_to("/etc/hostname")
    for name, said in (
        ("empty", "there is no manifest.json in it"),
        ("text.zip", "neither a folder nor a zip"),
        ("half.zip", "half written or broken"),
        ("manifest", "manifest.json is not as export writes it"),
        ("link", "is a link, a pipe or a device"),
        ("none", "cannot be opened"),
    ):
        assert main(["reproduce", str(tmp_path / name)]) == 1, name
        assert said in " ".join(capsys.readouterr().err.split()), name


def test_no_manifest_breaks_the_reader(bundle: Path) -> None:
    """Whatever stands in it: it is refused in words, or told as a difference."""
    held: Held = files_of(bundle)
    text = (bundle / MANIFEST).read_text("utf-8")
    strange = ("null", "-1", "1e400", '"x"', "[]", "{}", "[null]", '[{"name": 1}]', "true", "9" * 30)
    keys = ("case", "draws", "seed", "language", "formats", "files", "left_out", "decided", "versions", "shape_version")
    for key in keys:
        for value in strange:
            said = json.loads(text)
            said[key] = json.loads(value)
            assert MANIFEST in told({**held, MANIFEST: json.dumps(said).encode()}, again_of(bundle))


def test_a_zip_that_unpacks_without_end_is_refused(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("colocate.export.opening.LARGEST", 3_000_000)
    path = packed(files_of(bundle) | {"zeros.csv": bytes(4_000_000)}, tmp_path / "out.zip")
    with pytest.raises(BundleError) as refused:
        open_bundle(path)
    assert refused.value.kind == "too large"
