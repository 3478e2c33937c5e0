"""How long long commands take to end after Ctrl-C at random moments, and whether any of them hangs.

Run: python -m benchmarks.interrupts [HOW MANY [SEED]] (Linux and macOS; 100 unless told, in turn over three commands)

The moments are even over the time that each command takes undisturbed, from when Python itself has started: until then
an interrupt is Python's matter. Each must end within two seconds with exit code 130, or 0 where it had finished.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.timing import machine

ROOT = Path(__file__).parents[1]
CASE = "data/regional-office.toml"
MOST_SECONDS = 2.0
HANGS = 30.0
"""Seconds after which a process counts as one that never ends."""


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (None: it hung), what it said, and the seconds since it was interrupted."""

    code: int | None
    words: str
    seconds: float

    @property
    def is_fine(self) -> bool:
        """Whether it ended in time and in order."""
        return self.code in (0, 130) and self.seconds <= MOST_SECONDS and "Traceback" not in self.words

    @property
    def is_pythons(self) -> bool:
        """Whether Python itself was interrupted, before a line of ours had run, or before it heard anything."""
        by_python = "KeyboardInterrupt" in self.words and str(ROOT) not in self.words
        return self.seconds <= MOST_SECONDS and (by_python or (self.code == -signal.SIGINT and not self.words))


def commands(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Give the commands that take long."""
    return (
        ("sensitivity", CASE),
        ("compare", CASE, "--draws", "131072"),
        ("export", CASE, "--out", str(folder)),
    )


def started(arguments: tuple[str, ...], python: tuple[str, ...] = ("-m", "colocate")) -> subprocess.Popen[bytes]:
    """Start the program so that it hears Ctrl-C even where we ourselves do not, as in the background."""
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, *python, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
    finally:
        signal.signal(signal.SIGINT, ours)


def interrupted(arguments: tuple[str, ...], after: float) -> Ended:
    """Run the program, interrupt it so many seconds after its start, and see how it ends."""
    process = started(arguments)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    sent = time.perf_counter()
    try:
        _none, words = process.communicate(timeout=HANGS)
    except subprocess.TimeoutExpired:
        process.kill()
        _none, words = process.communicate(timeout=HANGS)
        return Ended(None, words.decode(), HANGS)
    return Ended(process.returncode, words.decode(), time.perf_counter() - sent)


def undisturbed(arguments: tuple[str, ...], python: tuple[str, ...] = ("-m", "colocate")) -> float:
    """Give the seconds that a command takes."""
    begun = time.perf_counter()
    process = started(arguments, python)
    process.communicate(timeout=300)
    return time.perf_counter() - begun


def at_random_moments(count: int, seed: int = 1) -> Iterator[tuple[str, float, Ended]]:
    """Interrupt the commands in turn; give each one's name, the moment in seconds, and how it ended."""
    moments = np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as folder:
        long = commands(Path(folder))
        first = 2 * undisturbed((), ("-c", "import colocate.stopping, pathlib, subprocess"))
        lasts = [undisturbed(one) for one in long[:count]]
        for number in range(count):
            command = long[number % len(long)]
            moment = float(moments.uniform(first, lasts[number % len(long)]))
            yield command[0], moment, interrupted(command, moment)


def main() -> None:
    """Print how each ended, and in the end how many ended how and the longest time that one took."""
    asked = [int(one) for one in sys.argv[1:]]
    count, seed = (*asked, *(100, 1)[len(asked) :])
    print(machine())
    found = []
    for name, moment, one in at_random_moments(count, seed):
        found.append((name, moment, one))
        print(f"{name} at {moment:.2f} s: {one.code} after {one.seconds:.2f} s", flush=True)
    for name in dict.fromkeys(name for name, _moment, _ended in found):
        ended = [one for command, _moment, one in found if command == name]
        codes = ", ".join(f"{count} with {code}" for code, count in Counter(one.code for one in ended).items())
        seconds = np.array([one.seconds for one in ended])
        print(f"{name}: {codes}; seconds: {np.median(seconds):.2f} in the middle, {seconds.max():.2f} at most")
    early = [one for one in found if one[2].is_pythons]
    print(f"in Python's own start, before a line of ours: {len(early)}")
    wrong = [one for one in found if not one[2].is_fine and not one[2].is_pythons]
    for name, moment, one in wrong:
        print(f"WRONG: {name} at {moment:.2f} s: {one.code} after {one.seconds:.2f} s: {one.words}")
    if wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
