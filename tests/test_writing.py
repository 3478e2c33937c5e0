"""Files are written whole or not at all, whatever ends the writing; and one module writes them all."""

from __future__ import annotations

import ast
import errno
import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from colocate import writing
from colocate.casefile.template import write_template
from colocate.writing import AFTER, BEFORE, PlaceError, whole_folder, write_new, write_whole
from tests.documents import ROOT
from tests.examples import many

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL and no limit of file sizes there")
PARTS = int(os.environ.get("COLOCATE_WRITING_PARTS", "1"))
"""How many parts of kills and full disks are run, of ten each (four, unless all is asked for): 20 make two hundred."""

NEW = {f"{number}.csv": f"new {number}" for number in range(3)}


def killed(what: str, folder: Path, many: int, seed: int = 7) -> Any:
    """What was wrong after so many kills of a writer."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.killing", what, str(folder), str(many), str(seed)],
        cwd=ROOT,
        capture_output=True,
        timeout=590,
        check=True,
    )
    return json.loads(done.stdout)


@POSIX
@pytest.mark.slow
def test_a_kill_leaves_no_half_file(tmp_path: Path) -> None:
    assert killed("export over old files", tmp_path / "place", 1) == []


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("what", ["export", "export over old files", "zip", "zip over an old one", "new"])
def test_many_kills_leave_no_half_file(what: str, part: int, tmp_path: Path) -> None:
    assert killed(what, tmp_path / "place", many(10, 3), part) == []


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder, hidden ones too."""
    return {str(one.relative_to(folder)): one.read_text("utf-8") for one in folder.rglob("*") if one.is_file()}


LIMITED = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); "
    "from colocate.commands import main; sys.exit(main(sys.argv[1:]))"
)


def with_room_for(size: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command that can write no file larger than this."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED.format(size=size), *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def export_with_little_room(size: int, folder: Path) -> None:
    """Export over old files, the largest of which does not fit: everything must be as it was."""
    out = folder / "out"
    out.mkdir(parents=True)
    (out / "lines.csv").write_text("old", encoding="utf-8")
    before = contents(folder)
    done = with_room_for(size, "export", "data/national-coordinator.toml", "--draws", "16", "--replace", "--out", out)
    assert done.returncode == 3, (size, done.stderr)
    assert done.stdout == ""
    said = "".join(done.stderr.split())  # lines end where the terminal does, in a long path as well
    assert said.startswith(f"{out}{os.sep}"), size
    assert "cannotbewritten(Filetoolarge).Thecaseisnotatfault" in said
    assert said.count("cannotbewritten") == 1
    assert contents(folder) == before, size


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("size", [0, 5_000, 1_000_000])
def test_a_full_disk_gives_3_and_changes_nothing(size: int, tmp_path: Path) -> None:
    export_with_little_room(size, tmp_path)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_a_full_disk_at_many_sizes_gives_3_and_changes_nothing(part: int, tmp_path: Path) -> None:
    chance = random.Random(part)  # noqa: S311
    for one in range(many(10, 3)):
        export_with_little_room(int(10 ** chance.uniform(0.0, 6.7)), tmp_path / str(one))


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("size", [0, 20_000])
def test_a_zip_that_does_not_fit_gives_3_and_changes_nothing(size: int, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_text("old", encoding="utf-8")
    before = contents(tmp_path)
    more = ["--draws", "16", "--replace", "--formats", "csv,json"]
    done = with_room_for(size, "export", "data/national-coordinator.toml", "--out", out, *more)
    assert (done.returncode, done.stdout) == (3, ""), done.stderr
    assert "cannotbewritten(Filetoolarge).Thecaseisnotatfault" in "".join(done.stderr.split())
    assert contents(tmp_path) == before


@POSIX
@pytest.mark.parametrize("size", [500, *(pytest.param(one, marks=pytest.mark.slow) for one in (0, 1, 8_000))])
def test_a_template_that_does_not_fit_gives_3_and_leaves_nothing(size: int, tmp_path: Path) -> None:
    done = with_room_for(size, "new", tmp_path / "case.toml")
    assert (done.returncode, done.stdout) == (3, "")
    assert "cannot be written (File too large)" in done.stderr
    assert list(tmp_path.iterdir()) == []


STEPS = 40
"""More than any of the writers below takes: each write, each move, each name is one."""


class Failing:
    """A disk that is full from a given step on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int) -> None:
        self.step, self.last, self.failed = 0, last, False
        for owner, name in ((os, "fsync"), (os, "link"), (Path, "replace"), (Path, "rename"), (Path, "mkdir")):
            monkeypatch.setattr(owner, name, self._counting(getattr(owner, name)))

    def _counting(self, function: Any) -> Any:
        def counted(*arguments: Any, **named: Any) -> Any:
            self.step += 1
            if self.step > self.last:
                self.failed = True
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return function(*arguments, **named)

        return counted


def fill(folder: Path) -> None:
    with whole_folder(folder) as draft:
        for name, words in NEW.items():
            write_whole(draft / name, words)


@pytest.mark.parametrize("last", range(STEPS))
def test_a_new_folder_is_there_whole_or_not_at_all(last: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "deep" / "out"
    with monkeypatch.context() as patched:
        failing = Failing(patched, last)
        try:
            fill(out)
            told = None
        except PlaceError as error:
            told = error
    assert failing.failed == (failing.step > last)
    if told is None:
        assert contents(out) == NEW
        assert [one.name for one in (tmp_path / "deep").iterdir()] == ["out"]
    else:
        assert told.path.is_relative_to(tmp_path)
        assert BEFORE not in str(told.path)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("last", range(STEPS))
def test_files_of_a_folder_are_replaced_when_all_are_whole(
    last: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"0.csv": "old 0", "mine.txt": "mine"}
    for name, words in old.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    with monkeypatch.context() as patched:
        failing = Failing(patched, last)
        try:
            fill(tmp_path)
        except PlaceError:
            assert failing.failed
    left = contents(tmp_path)
    assert left["mine.txt"] == "mine"
    assert left["0.csv"] in ("old 0", "new 0")
    assert all(words == NEW[name] for name, words in left.items() if name not in old)
    assert left == old | NEW or failing.failed


@pytest.mark.parametrize("last", range(STEPS))
def test_a_template_is_written_with_its_table_or_not(
    last: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        failing = Failing(patched, last)
        try:
            write_template(tmp_path / "case.toml")
        except PlaceError:
            assert failing.failed
            assert list(tmp_path.iterdir()) == []
            return
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case-constituents.csv", "case.toml"]


def test_an_error_in_the_middle_leaves_everything_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"

    def stopped() -> None:
        with whole_folder(out) as draft:
            write_whole(draft / "0.csv", "new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_is_told_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "2.csv").mkdir()
    (tmp_path / "0.csv").write_text("old", encoding="utf-8")
    with pytest.raises(PlaceError) as told:
        fill(tmp_path)
    assert told.value.path == tmp_path / "2.csv"
    assert contents(tmp_path) == {"0.csv": "old"}


def test_a_link_is_replaced_and_what_it_led_to_stays(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine", encoding="utf-8")
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere")
    write_whole(tmp_path / "out.csv", "new")
    assert contents(tmp_path) == {"elsewhere": "mine", "out.csv": "new"}
    assert not (tmp_path / "out.csv").is_symlink()


@POSIX
def test_rights_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_whole(path, "new")
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_nothing_new_takes_the_place_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new({tmp_path / "a": "new", tmp_path / "b": "new"})
    assert contents(tmp_path) == {"b": "mine"}


def test_new_goes_on_where_a_kill_left_the_table_alone(tmp_path: Path) -> None:
    path, table = write_template(tmp_path / "case.toml")
    whole = contents(tmp_path)
    path.unlink()
    assert write_template(path) == (path, table)
    assert contents(tmp_path) == whole


def test_a_disk_without_second_names_is_written_to_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EPERM, "no second names")

    monkeypatch.setattr(os, "link", refuse)
    write_new({tmp_path / "a": "new"})
    assert contents(tmp_path) == {"a": "new"}


def test_leftovers_are_cleared_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    left, folder = tmp_path / f"{BEFORE}1{AFTER}", tmp_path / f"{BEFORE}2{AFTER}"
    left.write_text("half", encoding="utf-8")
    folder.mkdir()
    (folder / "half.csv").write_text("half", encoding="utf-8")
    if sys.platform == "win32":
        long_ago = time.time() - 2 * writing.OLD
        os.utime(left, (long_ago, long_ago))
        os.utime(folder, (long_ago, long_ago))
    with whole_folder(tmp_path / "out") as draft:
        assert not left.exists()
        assert not folder.exists()
        write_whole(tmp_path / "beside.csv", "whole")
        write_whole(draft / "0.csv", "whole")
    assert contents(tmp_path) == {"beside.csv": "whole", str(Path("out", "0.csv")): "whole"}


WRITES = {"write_text", "write_bytes", "touch", "mkdir", "makedirs", "rename", "replace", "unlink", "rmdir", "rmtree"}
ON_TEXT = {"replace"}
"""Methods of text as well, where they have two arguments."""


def written_by(path: Path) -> list[str]:
    """Where a file opens others to write, or changes names on the disk."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "open":
            words = [*node.args, *(one.value for one in node.keywords if one.arg == "mode")]
            modes = [one.value for one in words if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if any(set(mode) & set("wax+") and len(mode) <= 3 for mode in modes):
                found.append(f"{path.name}:{node.lineno} open")
        elif name in WRITES and not (name in ON_TEXT and (len(node.args) != 1 or node.keywords)):
            found.append(f"{path.name}:{node.lineno} {name}")
    return found


NOTES = ["aside.py write_text"]
"""A number that one process of the app leaves for another in a temporary folder, which is no file of anybody."""


def test_one_module_writes_all_files() -> None:
    paths = [*(ROOT / "colocate").rglob("*.py"), ROOT / "app.py"]
    others = [re.sub(r":\d+", "", one) for path in paths if path.name != "writing.py" for one in written_by(path)]
    assert others == NOTES
    assert written_by(ROOT / "colocate" / "writing.py")


def test_the_guard_sees_every_way_to_write(tmp_path: Path) -> None:
    path = tmp_path / "some.py"
    path.write_text(
        "open(p, 'w')\np.open('xb')\np.open(mode='a')\np.write_text('')\np.write_bytes(b'')\nq.replace(p)\n"
        "p.open('rb')\nopen(p)\nwords.replace('a', 'b')\n",
        encoding="utf-8",
    )
    assert [int(one.split(":")[1].split()[0]) for one in written_by(path)] == [1, 2, 3, 4, 5, 6]
