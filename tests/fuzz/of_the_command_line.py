"""Hostile command lines, run in this process: a known exit code, words, and nothing written elsewhere."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any

from colocate.casefile.template import write_template
from colocate.commands import main
from tests.fuzz.bases import bases
from tests.fuzz.checking import NO_NUMBER
from tests.fuzz.mutating import NUMBERS, WORDS, spoilt_bytes
from tests.fuzz.of_forms import spoilt_form
from tests.fuzz.watching import watched, written_outside

CODES = (0, 1, 2, 3, 130)
ABOVE = "above.csv"
"""A table above the case's folder, which no case may reach."""

COMMANDS = ("compare",) * 6 + ("validate",) * 6 + ("access",) * 5 + ("weigh",) * 3 + ("sensitivity", "diff", "export")
WITH_JSON = ("compare", "access", "weigh", "sensitivity", "diff")
FORMATS = ("json",) * 12 + ("csv", "json,csv", "parquet", "html", "xlsx", "docx", "json,json", "exe", "", ",", "../csv")
"""Commands that print JSON where asked, and what a folder of results may be asked for: mostly what is soon made."""

OF_FORMS = ("form", "import")
FILES = ("out.xlsx", "out.toml", "out.colocate", "my.toml", "my-constituents.csv", "no/where/out.xlsx", "\u202e.toml")
"""What a form, or a case out of one, may be asked to be written to."""

WRONG = (
    "--set",
    "--draws",
    "--seed",
    "--json",
    "--help",
    "-h",
    "--weights",
    "--on",
    "--moved",
    "--out",
    "--",
    "-",
    "compare",
)
SHOWN = re.compile(r"Traceback|RuntimeWarning|Error: |<class |object at 0x|numpy")
MONEY = ("money=40", "access=30", "mandate=20", "government=10")
OUTS = (
    "out",
    "deep/er/out",
    "case",
    ".",
    "..",
    "my.toml",
    "my.toml/out",
    "a\0b",
    "x" * 300,
    "",
    "Büro 河内",
    "out/\n",
    "../link",
)


def a_command_line(random: Random) -> None:
    """Run one command line on a case of its own, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="colocate-fuzz-") as place:
        _tried(random, Path(place).resolve())


def _tried(random: Random, root: Path) -> None:
    folder = root / "case"
    folder.mkdir()
    (root / "link").symlink_to(folder, target_is_directory=True)
    case, _ = write_template(folder / "my.toml")
    shutil.copy(folder / "my-constituents.csv", root / ABOVE)
    text = case.read_text(encoding="utf-8")
    if random.random() < 0.2:
        text = text.replace("my-constituents.csv", random.choice((f"../{ABOVE}", str(root / ABOVE), "..", *WORDS)))
        case.write_text(text, encoding="utf-8", errors="replace", newline="")
    elif random.random() < 0.2:
        case.write_bytes(spoilt_bytes(random, case.read_bytes()))
    arguments = _of_forms(random, case) if random.random() < 0.15 else _arguments(random, case)
    before = _files(root)
    home = Path.cwd()
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True) for _ in range(2))
    os.chdir(folder)
    try:
        with watched() as seen, redirect_stdout(out), redirect_stderr(err):
            code = _code_of(arguments)
    finally:
        os.chdir(home)
    told = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]
    assert code in CODES, (arguments, code)
    _words(code, *told, arguments, case)
    elsewhere = written_outside([(writes, os.path.join(folder, path)) for writes, path in seen], root)  # noqa: PTH118
    assert not elsewhere, (arguments, elsewhere)
    told_to = any(one.endswith(ABOVE) for one in arguments)
    assert told_to or not [path for _, path in seen if path.endswith(ABOVE)], (arguments, "what lies above was opened")
    folders = [folder / arguments[place + 1] for place, one in enumerate(arguments[:-1]) if one == "--out"]
    folders += [folder / one.partition("=")[2] for one in arguments if one.startswith("--out=")]
    if arguments[0] == "import":  # tables stand beside the case that comes out of a form
        folders += [table for one in folders if "\0" not in str(one) for table in one.parent.glob("*.csv")]
    folders = [one for one in folders if "\0" not in str(one)]  # where help was asked for as well
    assert arguments[0] not in OF_FORMS or {*before.items()} <= {*_files(root).items()}, (arguments, "written over")
    _only_in(before, root, folders, code)


def _code_of(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as end:  # argparse ends a wrong use itself
        return end.code if isinstance(end.code, int) else 0 if end.code is None else -1


def _words(code: int, out: str, err: str, arguments: list[str], case: Path) -> None:
    """Look whether what was said is words, and figures that are some."""
    wanted = " ".join(arguments)
    shown = SHOWN.search(out + err)
    if shown and shown.group() not in wanted:
        raise AssertionError((arguments, (out + err)[-800:]))
    if code:
        assert err.strip(), (arguments, "refused without a word")
        return
    if (
        "--json" in arguments
        and arguments[0] in ("compare", "access", "weigh", "sensitivity", "diff")
        and out.startswith("{")
    ):
        json.loads(out, parse_constant=_no_number)
    written = case.read_bytes().decode("utf-8", "replace") if case.is_file() else ""
    if NO_NUMBER.search(out) and not NO_NUMBER.search(written + wanted):
        raise AssertionError((arguments, out[-800:]))


def _no_number(word: str) -> float:
    raise AssertionError(f"{word} in JSON")


def _only_in(before: dict[str, bytes], root: Path, folders: list[Path], code: int) -> None:
    """Look whether files came to be or were changed only in the folders told, and none where it was refused."""
    after = _files(root)
    changed = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    allowed = [str(os.path.relpath(os.path.realpath(one), root)) for one in folders if code == 0]
    for name in changed:
        assert any(one == "." or name == one or name.startswith(f"{one}/") for one in allowed), (name, allowed, code)


def _files(root: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(root)): one.read_bytes()
        for one in root.rglob("*")
        if one.is_file() and "link" not in one.parts
    }


def _arguments(random: Random, case: Path) -> list[str]:
    command = random.choice(COMMANDS)
    given = [command, str(case) if random.random() < 0.96 else random.choice((*WORDS, ".", "missing.toml", "my.toml"))]
    if command != "validate":
        given += ["--draws", random.choice(("8",) * 60 + ("1", "2", "0", "-1", "1e3", "131073", "8.0", "", "9" * 5000))]
    how_many = 0 if command == "validate" and random.random() < 0.9 else random.choice((0, 1, 1, 2, 4))
    for _ in range(how_many):
        given += _option(random, command)
    if command == "export":
        given += ["--formats", random.choice(FORMATS)] if random.random() < 0.97 else []
        given += ["--compared-with", _another(random, case)] if random.random() < 0.2 else []
    if command == "diff":
        given.insert(random.choice((1, 2, 2)), _another(random, case))
    if command == "export" or (command == "diff" and random.random() < 0.3):
        given += ["--out", random.choice((*("out",) * 6, *OUTS))]
    if random.random() < 0.05:
        given.insert(random.randint(0, len(given)), random.choice((*WRONG, *WORDS)))
    if "--help" in given or "-h" in given:
        return given
    return [*given, *(["--json"] if random.random() < 0.3 and command not in ("validate", "export") else [])]


def _another(random: Random, case: Path) -> str:
    """Give the path of a case to compare with: the same but for a figure, a spoilt one, or none."""
    other, text = case.with_name("other.toml"), case.read_bytes()
    kind = random.randrange(4)
    if kind == 0:
        return random.choice((str(case), "missing.toml", ".", *WORDS))
    number = re.search(rb"= [1-9]\d*(?=\n)", text)
    if kind < 3 and number:
        other.write_bytes(text[: number.start()] + b"= %d" % random.randrange(1, 40) + text[number.end() :])
    else:
        other.write_bytes(spoilt_bytes(random, text))
    return str(other)


def _of_forms(random: Random, case: Path) -> list[str]:
    """Give a line that writes a form, or reads one that is spoilt."""
    if random.random() < 0.5:
        form = case.with_name("form.xlsx")
        form.write_bytes(spoilt_form(random) if random.random() < 0.7 else case.read_bytes())
        given = ["import", random.choice((*[str(form)] * 8, str(case), "missing.xlsx", *WORDS))]
    else:
        depth = ["--depth", random.choice(("short", "standard", "full", "deep", ""))]
        given = ["form", *random.choice(([str(case)], [str(case)], ["--empty"], ["--empty", *depth], [], depth))]
    given += ["--out", random.choice((*FILES * 3, *OUTS))] if random.random() < 0.95 else []
    if random.random() < 0.05:
        given.insert(random.randint(1, len(given)), random.choice((*WRONG, *WORDS)))
    return given


def _changed(random: Random, points: str) -> str:
    return points if random.random() < 0.9 else points.replace("0", str(random.choice(NUMBERS[:-4])))


def _option(random: Random, command: str) -> list[str]:
    if command == "weigh" and random.random() < 0.6:
        points = [_changed(random, one) for one in MONEY]
        return ["--weights", ",".join(random.choice((*[points] * 6, points[1:], [*points, random.choice(WORDS)])))]
    if command == "access" and random.random() < 0.6:
        where = random.choice(("21.0,105.8", "91,0", "0,181", "nan,0", "1", "", "90,180", "1e-320,0"))
        who = random.choice(("Ministry of Labour", *(one.key for one in bases()["template"].case.constituents), *WORDS))
        days = ("2026-01-01", "0001-01-01", "9999-12-31", "2025-02-30", "20260101", *WORDS)
        return random.choice((["--moved", f"{who}={where}"], ["--on", random.choice(days)]))
    if random.random() < 0.1:
        return ["--seed", random.choice(("1", "-1", "0", str(2**64), "abc", "9" * 5000))]
    quantity: Any = random.choice(list(bases()["template"].case.quantities.values()))
    ends = ("", "", "", "", ".low", ".high", ".mode", random.choice((".unit", ".", "[0]", ".low.low")))
    path = quantity.path + random.choice(ends)
    if random.random() < 0.15:
        path = random.choice(
            ("options", "options[0]", "name", "shared", "format", "options[9].lease", "[", "a]b", "é", "x" * 600)
        )
    near = (quantity.mode, quantity.low, quantity.high, quantity.least, quantity.most)
    value = random.choice((*near * 6, *near, *near, *near, *NUMBERS[:-4], *WORDS, "free", "true"))
    text = f"{path}={value}"
    return random.choice((["--set", text], [f"--set={text}"]))
