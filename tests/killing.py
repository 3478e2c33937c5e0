"""A process that starts writers, kills them at random moments and lines, and tells what they left.

Run: python -m tests.killing WHAT FOLDER HOW-MANY SEED, with WHAT one of the names in WRITERS. It writes as JSON what
was wrong: what is neither whole nor as before. Writers are forked from here, where everything is loaded already.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

from colocate.analysis.deciding.what_would_change import what_changes
from colocate.casefile.one_file import load_whole
from colocate.casefile.reading import load_case
from colocate.casefile.template import write_template
from colocate.export.bundle import bundle, write_bundle, write_zip
from colocate.export.formats import Taken
from colocate.model.evaluate import evaluate
from tests.documents import ROOT

OLD = b"as before"
ABOUT_FILES = ("pathlib", "pathlib._local", "shutil", "colocate.writing", "colocate.casefile.template")
"""Modules at whose lines a process is killed."""

FEW = 2000

Files = dict[str, bytes]


def files_of(folder: Path) -> Files:
    """Every file of a folder with its bytes, hidden ones too."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def export(folder: Path) -> Callable[[], object]:
    """Give what writes all results of a case into a folder."""
    case = load_case(ROOT / "data" / "national-coordinator.toml")
    futures = evaluate(case, 16)
    found = what_changes(futures, base=16, most=2)
    return lambda: write_bundle(futures, found, folder / "out")


def as_zip(folder: Path) -> Callable[[], object]:
    """Give what writes a bundle as one zip, over what is there."""
    saved = load_whole(ROOT / "data" / "national-coordinator.toml")
    futures = evaluate(saved.changed, 16)
    files = list(bundle(Taken(futures, what_changes(futures, base=16, most=2)), saved, ("json",)))
    return lambda: write_zip(folder / "out.zip", iter(files))


def new(folder: Path) -> Callable[[], object]:
    """Give what writes a template."""
    return lambda: write_template(folder / "case.toml")


def started(work: Callable[[], object]) -> int:
    """Let a process of its own do the work; give its id."""
    number = os.fork()
    if number == 0:
        try:
            work()
        finally:
            os._exit(0)
    return number


def traced(work: Callable[[], object], last: int | None = None) -> int:
    """Do the work, and kill the process at a line of what has to do with files; give how many such lines there are."""
    passed = 0

    def at_line(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal passed
        if event == "line":
            if passed == last:
                os.kill(os.getpid(), signal.SIGKILL)
            passed += 1
        return at_line

    def at_call(frame: FrameType, _event: str, _argument: object) -> object:
        return at_line if frame.f_globals.get("__name__") in ABOUT_FILES else None

    sys.settrace(at_call)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(None)
    return passed


def wrong_after_kills(
    work: Callable[[], object], folder: Path, many: int, seed: int, old: tuple[str, ...]
) -> list[str]:
    """Kill the work at random moments; tell which files were neither whole, nor as before, nor absent.

    Half of them are random lines that have to do with files (all such lines, where they are few), the others lie
    anywhere or in the last tenth, where things are moved into place. `old` names files that are there before.
    """
    chance = random.Random(seed)  # noqa: S311

    def afresh(*, with_old: bool) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in old if with_old else ():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(OLD)

    afresh(with_old=False)
    began = time.perf_counter()
    os.waitpid(started(work), 0)
    takes = time.perf_counter() - began
    whole = files_of(folder)
    afresh(with_old=True)
    lines = traced(work)
    wrong = [] if whole else ["nothing was written at all"]
    at_lines = range(lines) if lines < FEW else sorted(chance.sample(range(lines), many // 2))
    for line in at_lines:
        afresh(with_old=True)
        os.waitpid(started(partial(traced, work, line)), 0)
        wrong += wrong_in(folder, whole, old)
    for _ in range(many // 2):
        afresh(with_old=True)
        number = started(work)
        time.sleep(takes * chance.uniform(*chance.choice(((0.0, 1.0), (0.9, 1.1)))))
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        wrong += wrong_in(folder, whole, old)
    if not old:
        os.waitpid(started(work), 0)
        if files_of(folder) != whole:
            wrong.append(f"the next run left {sorted(files_of(folder))}")
    return wrong


def wrong_in(folder: Path, whole: Files, old: tuple[str, ...]) -> list[str]:
    """Tell which files of a folder are neither whole nor old, and whether a new folder has some of its files only."""
    left = {name: content for name, content in files_of(folder).items() if ".unfinished" not in name}
    wrong = [
        f"{name}: {len(content)} bytes"
        for name, content in left.items()
        if content != whole.get(name) and not (name in old and content == OLD)
    ]
    wrong += [f"{name}: gone" for name in old if name not in left]
    if not old and (folder / "out").is_dir() and left.keys() != whole.keys():
        wrong.append(f"a folder with {len(left)} of {len(whole)} files")
    return wrong


WRITERS: dict[str, tuple[Callable[[Path], Callable[[], object]], tuple[str, ...]]] = {
    "export": (export, ()),
    "export over old files": (export, ("out/charts.html", "out/figures.json", "out/lines.csv", "out/weighing.json")),
    "zip": (as_zip, ()),
    "zip over an old one": (as_zip, ("out.zip",)),
    "new": (new, ()),
}
"""What makes each writer, and the files that are there before it begins."""


if __name__ == "__main__":
    what, where, count, seed = sys.argv[1:]
    make, before = WRITERS[what]
    place = Path(where)
    print(json.dumps(wrong_after_kills(make(place), place, int(count), int(seed), before)))
