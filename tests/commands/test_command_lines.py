"""Command lines as people and programs write them: each ends with its exit code, and in words that fit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest

from colocate.casefile.template import write_template
from colocate.commands import main
from colocate.commands.layout import side_by_side, table
from tests.documents import ROOT

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such thing there")
NARROW = 40
FEW = ("--draws", "64")
PRINTING = [
    pytest.param(line, id=" ".join(line), marks=[pytest.mark.slow] if line[0] != "schema" else [])
    for line in [("compare", "case.toml", "--json", *FEW), ("schema",), ("--help",), ("validate", "case.toml")]
]
LONG = "Ministerium" * 30

LINES: list[tuple[Sequence[str], int]] = [
    ((), 2),
    (("--help",), 0),
    (("compare", "--help"), 0),
    (("compar",), 2),
    (("compare",), 2),
    (("compare", ""), 1),
    (("compare", "."), 1),
    (("compare", "none.toml"), 1),
    (("compare", "none\x1b[2J.toml"), 1),
    (("compare", "fault.toml"), 1),
    (("compare", "case.toml", *FEW), 0),
    (("compare", "long.toml", *FEW), 0),
    (("sensitivity", "case.toml", *FEW), 0),
    (("sensitivity", "long.toml", *FEW), 0),
    (("access", "case.toml", *FEW), 0),
    (("access", "long.toml", *FEW), 0),
    (("access", "case.toml", *FEW, "--on", "2030-01-01"), 0),
    (("access", "case.toml", "--on", "tomorrow"), 2),
    (("access", "case.toml", "--moved", "Nobody=1,2"), 2),
    (("access", "case.toml", "--moved", "x"), 2),
    (("weigh", "case.toml", *FEW), 0),
    (("weigh", "long.toml", *FEW), 0),
    (("weigh", "case.toml", "--weights", "money=1"), 2),
    (("weigh", "case.toml", "--weights", "money"), 2),
    (("validate", "case.toml"), 0),
    (("validate", "long.toml"), 0),
    (("validate", "fault.toml"), 1),
    (("compare", "case.toml", "--set", "x"), 2),
    (("compare", "case.toml", "--set", "=1"), 2),
    (("compare", "case.toml", "--set", "x=1"), 1),
    (("compare", "case.toml", "--set", "access.constituents=other.csv"), 1),
    (("compare", "case.toml", "--set", "access.travel_times=other.csv"), 1),
    (("compare", "case.toml", "--set", "options[move].move.delay=-1"), 1),
    (("compare", "case.toml", "--draws", "0"), 2),
    (("compare", "case.toml", "--draws", "9" * 5000), 2),
    (("compare", "case.toml", "--seed", "x"), 2),
    (("export", "case.toml"), 2),
    (("export", "case.toml", "--out", ""), 2),
    (("export", "case.toml", "--out", " "), 2),
    (("export", "case.toml", *FEW, "--out", "case.toml"), 3),
    (("export", "case.toml", *FEW, "--out", "case.toml/deeper"), 3),
    (("export", "case.toml", *FEW, "--out", "results"), 0),
    (("export", "case.toml", *FEW, "--out", "raw", "--raw"), 0),
    (("reproduce", "case.toml"), 1),
    (("reproduce", "none"), 1),
    (("reproduce", "case-constituents.csv"), 1),
    (("reproduce",), 2),
    (("freeze", "case.toml", "--out", "f.zip"), 2),
    (("freeze", "case.toml", "--out", "", "--by", "x"), 2),
    (("freeze", "case.toml", "--out", "f.zip", "--by", "x", "--on", "soon"), 2),
    (("freeze", "fault.toml", "--out", "f.zip", "--by", "x"), 1),
    (("export", "case.toml", *FEW, "--out", "results.zip", "--formats", "csv, json"), 0),
    (("export", "case.toml", *FEW, "--out", "none/results.zip", "--formats", "csv"), 3),
    (("export", "case.toml", "case.toml", *FEW, "--out", "both", "--formats", "csv"), 0),
    (("export", "case.toml", "none.toml", *FEW, "--out", "both"), 1),
    (("export", "case.toml", "--out", "results", "--formats", ""), 2),
    (("export", "case.toml", "--out", "results", "--formats", "csv,exe"), 2),
    (("export", "case.toml", "--out", "results", "--formats", "csv,,json"), 2),
    (("new", ""), 2),
    (("new", "."), 2),
    (("new", ".."), 2),
    (("new", "folder/"), 2),
    (("new", "case.toml"), 2),
    (("new", "none/case.toml"), 3),
    (("new", "x" * 300 + ".toml"), 3),
    (("new", "it's.toml"), 0),
    (("schema", "extra"), 2),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case, one with long names, and one at fault."""
    folder = tmp_path_factory.mktemp("place")
    for name in ("case", "long", "fault"):
        write_template(folder / f"{name}.toml")
    long = folder / "long.toml"
    text = long.read_text(encoding="utf-8")
    numbers = count()
    for name, longest in (("name", 300), ("title", 300), ("short", 24), ("agency", 300)):
        pattern = re.compile(rf'^{name} = ".*"', flags=re.MULTILINE)
        text = pattern.sub(lambda _: name + ' = "' + (str(next(numbers)) + LONG)[:longest] + '"', text)  # noqa: B023
    long.write_text(text, encoding="utf-8")
    rows = folder / "long-constituents.csv"
    rows.write_text(rows.read_text("utf-8").replace("Ministry of Labour", LONG[:80]), encoding="utf-8")
    fault = folder / "fault.toml"
    fault.write_text(fault.read_text("utf-8").replace("people = 20", "people = 2,0"), encoding="utf-8")
    return folder


def run(
    place: Path, *arguments: str, columns: int = NARROW, out: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "colocate", *arguments],
        cwd=place,
        env={**os.environ, "COLUMNS": str(columns), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def wrong_with(done: subprocess.CompletedProcess[bytes], code: int, columns: int) -> list[str]:
    """What is wrong with how a command ended, besides its words."""
    told = (done.stdout or b"").decode() + done.stderr.decode()
    wrong = [words for words in ("Traceback", "Exception ignored", "\x1b") if words in told]
    wrong += [line for line in told.splitlines() if len(line) > columns]
    if done.returncode != code:
        wrong.append(f"exit code {done.returncode}")
    if code and not done.stderr.strip():
        wrong.append("no words")
    return wrong


def left_by(arguments: Sequence[str], columns: int, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code and words of a command in this process."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COLUMNS", str(columns))
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
    return code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "code"), LINES, ids=[re.sub(r"[^\w.=-]+", " ", " ".join(line))[:60] for line, _code in LINES]
)
@pytest.mark.slow
def test_a_command_line_ends_in_order(
    arguments: Sequence[str],
    code: int,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    columns = 80 if code == 0 and arguments[0] in ("new", "export") else NARROW  # they print paths; a path stays whole
    ended, told, wrong = left_by(arguments, columns, capsys)
    assert ended == code, wrong
    assert bool(wrong) == (code != 0)
    assert [line for line in (told + wrong).splitlines() if len(line) > columns] == []
    assert "\x1b" not in told + wrong


@pytest.mark.parametrize(
    ("arguments", "code"),
    [LINES[0], *(pytest.param(*LINES[place], marks=pytest.mark.slow) for place in (1, 6, 9, 27, 36, 43))],
)
def test_a_command_line_in_a_process_of_its_own(arguments: Sequence[str], code: int, place: Path) -> None:
    assert wrong_with(run(place, *arguments), code, NARROW) == []


CASES = ["case.toml", "long.toml", *(str(one) for one in sorted((ROOT / "data").glob("*.toml")))]
LARGEST = str(ROOT / "data" / "headquarters.toml")
"""It takes minutes at every width: the narrowest and the usual one must do."""


@pytest.mark.slow
@pytest.mark.parametrize("command", ["compare", "sensitivity", "access", "weigh", "validate"])
@pytest.mark.parametrize(
    ("case", "columns"),
    [(case, width) for case in CASES for width in (20, 60, 72, 80, 100) if case != LARGEST or width in (20, 80)],
)
def test_no_line_is_wider_than_the_terminal(
    command: str,
    case: str,
    columns: int,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    code, told, _wrong = left_by((command, case, *(() if command == "validate" else FEW)), columns, capsys)
    assert code == 0
    assert [line for line in told.splitlines() if len(line) > columns] == []


@POSIX
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_full_device_is_told_with_exit_code_3(arguments: tuple[str, ...], place: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no full device here")
    with Path("/dev/full").open("wb") as full:
        done = run(place, *arguments, out=full.fileno(), columns=100)
    assert wrong_with(done, 3, 100) == []
    assert done.stderr.startswith(b"standard output: cannot be written (No space left on device).")


@POSIX
@pytest.mark.slow
def test_standard_error_that_is_full_changes_no_exit_code(place: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no full device here")
    for arguments, code in ((("validate", "fault.toml"), 1), (("compare",), 2), (("new", "none/case.toml"), 3)):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "colocate", *arguments],
                cwd=place,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=subprocess.PIPE,
                stderr=full,
                timeout=60,
                check=False,
            )
        assert (done.returncode, done.stdout) == (code, b"")


@POSIX
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_reader_that_goes_away_is_no_trouble(arguments: tuple[str, ...], place: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        done = run(place, *arguments, out=writes)
    finally:
        os.close(writes)
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
@pytest.mark.parametrize("command", ["compare", pytest.param("validate", marks=pytest.mark.slow)])
def test_a_pipe_as_case_is_refused_at_once(command: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.toml")
    done = run(tmp_path, command, "case.toml", columns=100)
    assert wrong_with(done, 1, 100) == []
    assert b"is no file but a pipe or a device" in done.stderr


@POSIX
def test_a_pipe_as_table_is_refused_at_once(tmp_path: Path) -> None:
    path, rows = write_template(tmp_path / "case.toml")
    rows.unlink()
    os.mkfifo(rows)
    done = run(tmp_path, "validate", path.name, columns=100)
    assert wrong_with(done, 1, 100) == []
    assert b"access.constituents: is no file but a pipe or a device" in done.stderr


@pytest.mark.parametrize("width", [20, 40, 72, 100])
@pytest.mark.parametrize("length", [80, 300])
def test_a_long_word_breaks_anywhere(length: int, width: int) -> None:
    word = LONG[:length]
    for written in (
        table(("figure", "low"), ((word, "USD 10"), ("Rent", word)), ("wrap", "right"), width),
        table(("figure", word), ((word, "USD 10"), ("Rent", "")), ("left", "wrap"), width),
        side_by_side((word, "b"), ((word, ("USD 10", "USD 2")), ("Rent", ("1", word))), width),
    ):
        assert max(len(line) for line in written.splitlines()) <= width
        assert written.replace("\n", "").replace(" ", "").count(LONG[:11]) >= 2
