"""Ctrl-C: work stops where nothing is half done, nothing hangs, and a second one ends the process at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest

from benchmarks.interrupts import at_random_moments, started
from colocate.casefile.tables import read_constituents
from colocate.casefile.template import write_template
from colocate.commands import main
from colocate.model.workers import in_order
from colocate.stopping import PATIENCE, STOPPED, Stop, heeding, look
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


WHILE_LOADING = """
import os, runpy, signal, sys

class Interrupts:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupts())
runpy.run_module("colocate", run_name="__main__")
"""


@pytest.mark.parametrize("loaded", ["colocate.stopping", "colocate.commands", "numpy"])
def test_it_ends_in_order_while_the_program_is_loaded(loaded: str) -> None:
    program = started((loaded,), ("-c", WHILE_LOADING))
    _none, words = program.communicate(timeout=60)
    assert program.returncode == STOPPED
    assert b"Traceback" not in words


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


def test_work_hears_the_stop_of_whoever_waits_for_it_and_nobody_elses() -> None:
    stop, other = Stop(), Stop()
    with heeding(stop.look):
        look()
        with heeding(other.look):
            stop.asked = True
            look()
        with pytest.raises(KeyboardInterrupt):
            look()
        in_a_thread = []
        thread = Thread(target=lambda: in_a_thread.append(look()))
        thread.start()
        thread.join(timeout=20)
        assert in_a_thread == [None]
    look()


def test_workers_give_up_inside_a_block_when_nobody_waits_any_more() -> None:
    stop, begun, ended = Stop(), Event(), Event()

    def work(_block: int) -> None:
        begun.set()
        try:
            while True:
                look()
                time.sleep(0.001)
        finally:
            ended.set()

    def asked() -> None:
        stop.asked = begun.is_set()
        stop.look()

    with heeding(asked), pytest.raises(KeyboardInterrupt):
        list(in_order(work, range(8)))
    assert ended.wait(timeout=30)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The template: a small case, whose commands are quick."""
    path = tmp_path_factory.mktemp("case") / "small.toml"
    write_template(path)
    return str(path)


class Watched(Stop):
    """A flag that keeps when it was looked at, in processor time: other work on the machine does not count."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = [time.process_time()]

    def look(self) -> None:
        self.looks.append(time.process_time())
        super().look()

    def longest_gap(self) -> float:
        """Give the longest time between two looks, as a part of the whole run."""
        times = [*self.looks, time.process_time()]
        return max(after - before for before, after in pairwise(times)) / (times[-1] - times[0])


LONG = {"sensitivity": "4096", "compare": "65536", "weigh": "32768", "access": "65536"}
"""Commands, and draws with which each takes a second or two."""

MOST_GAP = 0.25


@pytest.mark.parametrize("name", LONG)
@pytest.mark.slow
def test_long_work_looks_often_whether_to_stop(name: str, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The gap is a part of the run: runs here are short; in one ten times as long it is a tenth of that."""
    assert main([name, case, "--draws", "8"]) == 0  # what is loaded or prepared once is no part of it
    watched = Watched()
    assert main([name, case, "--draws", LONG[name]], stop=watched) == 0
    assert capsys.readouterr().err == ""
    assert len(watched.looks) > 100
    assert watched.longest_gap() < MOST_GAP


@pytest.mark.slow
def test_an_export_looks_before_every_file_and_leaves_no_part_of_itself(
    tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stopped at any look, the folder is not there, and nothing else is left beside it."""
    command = ["export", case, "--draws", "8", "--out"]
    watched = Watched()
    assert main([*command, str(tmp_path / "whole")], stop=watched) == 0
    whole = {path.name for path in (tmp_path / "whole").iterdir()}
    looks = len(watched.looks)
    assert looks > len(whole) > 4
    for number, part in enumerate((0.2, 0.9, 0.95, 0.98, 0.99, 0.995)):
        folder = tmp_path / str(number)
        assert main([*command, str(folder)], stop=After(int(part * looks))) == STOPPED
        assert [path.name for path in tmp_path.iterdir()] == ["whole"]
    assert "Traceback" not in capsys.readouterr().err


class After(Stop):
    """A flag that is set at a certain look."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.left = looks

    def look(self) -> None:
        self.left -= 1
        self.asked = self.left < 0
        super().look()


@pytest.mark.slow
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_command_stops_at_the_very_look(part: float, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No work runs on after the flag: nothing is printed, and the next look is not asked for."""
    command = ["sensitivity", case, "--draws", "64"]
    watched = Watched()
    assert main(command, stop=watched) == 0
    capsys.readouterr()
    stop = After(int(part * (len(watched.looks) - 2)))
    assert main(command, stop=stop) == STOPPED
    assert stop.left == -1
    assert capsys.readouterr() == ("", "Stopped.\n")


def test_a_big_table_and_many_constituents_are_given_up_between_rows() -> None:
    rows = "".join(f"Office {row},Public,21.03,105.85,1,1\n" for row in range(5_000))
    text = f"name,group,latitude,longitude,visits_by_them,visits_by_us\n{rows}"
    watched = Watched()
    with heeding(watched.look):
        found, faults = read_constituents(text, "constituents.csv")
    assert (len(found), faults) == (5_000, [])
    assert len(watched.looks) > 5_000
    with heeding(After(7_000).look), pytest.raises(KeyboardInterrupt):
        read_constituents(text, "constituents.csv")


@pytest.mark.slow
def test_no_interrupt_at_a_random_moment_hangs_or_takes_long() -> None:
    """Six, in a whole run alone; `python -m benchmarks.interrupts` makes a hundred."""
    wrong = [one for one in at_random_moments(6) if not (one[2].is_fine or one[2].is_pythons)]
    assert not wrong, wrong


@pytest.mark.slow
def test_an_interrupt_in_the_last_moments_changes_nothing() -> None:
    """When the work is done the process takes its time to go; Python gives back every handler but an ignored one."""
    words = (
        "import atexit, signal, sys, colocate.__main__ as program; sys.argv = ['colocate', 'schema']; "
        "atexit.register(lambda: print(signal.getsignal(signal.SIGINT).name, file=sys.stderr)); sys.exit(program.run())"
    )
    found = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (found.returncode, found.stderr) == (0, b"SIG_IGN\n")
