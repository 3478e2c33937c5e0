"""Ctrl-C: work stops where nothing is half done, nothing hangs, and a second one ends the process at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from benchmarks.interrupts import at_random_moments, started
from colocate.commands.progress import progress_line
from colocate.stopping import PATIENCE, STOPPED, Stop
from tests.documents import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no Ctrl-C to a single process")

HEARING = "import sys, time; from colocate.stopping import Stop, hear_ctrl_c; stop = Stop(); hear_ctrl_c(stop); "
SAY = "print('ready', file=sys.stderr, flush=True); "
LOOKS = "exec('while True:\\n    stop.look()\\n    time.sleep(0.01)')"
NEVER_LOOKS = "time.sleep(60)"


class Running:
    """A small program that said it is ready."""

    def __init__(self, *parts: str) -> None:
        self.process = started((), ("-c", HEARING + "".join(parts)))
        assert self.process.stderr is not None
        assert self.process.stderr.readline() == b"ready\n"

    def interrupt(self) -> float:
        self.process.send_signal(signal.SIGINT)
        return time.perf_counter()

    def ended(self) -> tuple[int, str]:
        _none, words = self.process.communicate(timeout=30)
        return self.process.returncode, words.decode()


@pytest.fixture
def running() -> Iterator[list[Running]]:
    """Programs to be stopped, whatever a test makes of them."""
    programs: list[Running] = []
    yield programs
    for one in programs:
        one.process.kill()
        one.process.communicate(timeout=30)


def start(running: list[Running], *parts: str) -> Running:
    running.append(Running(*parts))
    return running[-1]


def test_it_ends_at_once_where_no_work_looks_yet(running: list[Running]) -> None:
    program = start(running, SAY, NEVER_LOOKS)
    sent = program.interrupt()
    assert program.ended() == (STOPPED, "\nStopped.\n")
    assert time.perf_counter() - sent < PATIENCE


def test_work_that_looks_stops_by_an_error_of_its_own(running: list[Running]) -> None:
    program = start(running, "stop.working = True; ", SAY, LOOKS)
    program.interrupt()
    code, words = program.ended()
    assert code != STOPPED  # nothing in so small a program turns the error into words
    assert "in look" in words


def test_work_that_does_not_look_is_ended_after_a_second(running: list[Running]) -> None:
    program = start(running, "stop.working = True; ", SAY, NEVER_LOOKS)
    sent = program.interrupt()
    assert program.ended() == (STOPPED, "\nStopped.\n")
    assert PATIENCE <= time.perf_counter() - sent < 2 * PATIENCE


def test_a_second_ctrl_c_ends_it_at_once(running: list[Running]) -> None:
    program = start(running, "stop.working = True; ", SAY, NEVER_LOOKS)
    sent = program.interrupt()
    time.sleep(0.1)
    program.interrupt()
    assert program.ended() == (STOPPED, "\nStopped.\n")
    assert time.perf_counter() - sent < PATIENCE


def test_where_ctrl_c_is_ignored_it_stays_so(running: list[Running]) -> None:
    deaf = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); hear_ctrl_c(stop); "
    program = start(running, deaf, SAY, "time.sleep(1)")
    program.interrupt()
    assert program.ended() == (0, "")


def test_it_ends_without_a_traceback_while_modules_are_loaded() -> None:
    process = started(("compare", "data/hanoi.toml"), ("-v", "-m", "colocate"))
    try:
        assert process.stderr is not None
        while line := process.stderr.readline():
            if b"numpy" in line:
                process.send_signal(signal.SIGINT)
                break
        _none, words = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == STOPPED
    assert b"Traceback" not in words
    assert words.endswith(b"\nStopped.\n")


def test_the_package_loads_nothing_that_takes_long() -> None:
    """Else an interrupt in the first second would come before the program hears it."""
    words = "import sys, colocate.__main__; print(sorted({'numpy', 'scipy', 'pydantic', 'plotly'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert found.stdout == b"[]\n"


def test_who_tells_how_far_it_is_hears_the_stop() -> None:
    stop = Stop()
    with progress_line("Drawing", stop) as tell:
        tell(0.5)
        stop.asked = True
        with pytest.raises(KeyboardInterrupt):
            tell(0.6)


@pytest.mark.slow
def test_no_interrupt_at_a_random_moment_hangs_or_takes_long() -> None:
    """Twelve here; `python -m benchmarks.interrupts` makes a hundred."""
    wrong = [one for one in at_random_moments(12) if not one[2].is_fine]
    assert not wrong, wrong


def test_an_interrupt_in_the_last_moments_changes_nothing() -> None:
    """When the work is done the process takes its time to go; Python gives back every handler but an ignored one."""
    words = (
        "import atexit, signal, sys, colocate.__main__ as program; sys.argv = ['colocate', 'schema']; "
        "atexit.register(lambda: print(signal.getsignal(signal.SIGINT).name, file=sys.stderr)); sys.exit(program.run())"
    )
    found = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (found.returncode, found.stderr) == (0, b"SIG_IGN\n")
