"""Work done aside, in processes of their own: the same results and errors, and nobody is stuck when one dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from math import sqrt
from pathlib import Path

import pytest
from loky.process_executor import ProcessPoolExecutor
from streamlit import runtime

from colocate.analysis.deciding.decisive import decided, decided_briefly
from colocate.analysis.uncertainty.ranked_costs import ranked_costs
from colocate.casefile.reading import load_case
from colocate.model.evaluate import futures_of
from colocate.stopping import heeding
from colocate.ui import aside
from tests.documents import ROOT


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers as on a server, up and ready."""
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: object.__new__(runtime.Runtime))
    limit = time.monotonic() + 60
    while aside.ready() is None:
        assert time.monotonic() < limit
        time.sleep(0.05)
    yield
    aside.stop()


def test_without_a_server_work_is_done_where_it_is_asked_for() -> None:
    assert aside.ready() is None
    assert aside.aside(os.getpid) == os.getpid()


def test_where_no_process_can_be_started_work_is_done_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_settings: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: object.__new__(runtime.Runtime))
    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    monkeypatch.setattr(aside, "_refused", False)
    assert aside.aside(os.getpid) == os.getpid()
    assert aside.ready() is None


@pytest.mark.usefixtures("workers")
@pytest.mark.slow
def test_results_and_errors_come_back() -> None:
    assert aside.aside(os.getpid) != os.getpid()
    with pytest.raises(ValueError, match=r"math domain|nonnegative"):
        aside.aside(sqrt, -1.0)
    futures = futures_of(load_case(ROOT / "data" / "hanoi.toml"), 256)
    here, there = decided(futures), aside.aside(decided, futures)
    assert [one.quantity.path for one in there.main] == [one.quantity.path for one in here.main]
    assert [one.switching for one in there.main] == [one.switching for one in here.main]
    brief = aside.aside(decided_briefly, ranked_costs(futures))
    assert [one.quantity.path for one in brief.worthwhile] == [one.quantity.path for one in here.worthwhile]
    assert [one.switching for one in brief.main] == [one.switching for one in here.main]
    assert brief.everything == here.everything


@pytest.mark.slow
@pytest.mark.usefixtures("workers")
def test_who_is_not_wanted_any_more_does_not_wait() -> None:
    def not_wanted() -> None:
        raise KeyboardInterrupt

    start = time.monotonic()
    with heeding(not_wanted), pytest.raises(KeyboardInterrupt):
        aside.aside(time.sleep, 30)
    assert time.monotonic() - start < 20


@pytest.mark.usefixtures("workers")
@pytest.mark.slow
def test_work_of_a_worker_that_dies_is_done_once_more() -> None:
    me = os.getpid()
    assert aside.aside(die_unless, me) == me
    assert aside.ready() is None or aside.aside(os.getpid) != me


SERVER = """
import os, time
from streamlit import runtime
from colocate.ui import aside
runtime.exists = lambda: True
runtime.get_instance = lambda: object.__new__(runtime.Runtime)
while aside.ready() is None:
    time.sleep(0.05)
print(aside.aside(os.getpid), flush=True)
time.sleep(60)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process there keeps the number of a parent that is gone")
def test_workers_end_with_a_server_that_is_killed() -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        worker = int(server.stdout.readline())
        os.kill(worker, 0)
    finally:
        server.kill()
        server.wait(timeout=20)
        server.stdout.close()
    limit = time.monotonic() + 30
    while is_there(worker):
        assert time.monotonic() < limit, "the worker outlives its server"
        time.sleep(0.2)


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def die_unless(process: int) -> int:
    """End the process at once, unless it is the one told."""
    if os.getpid() != process:
        os._exit(1)
    return process


@pytest.mark.slow
@pytest.mark.usefixtures("workers")
def test_how_far_the_work_is_comes_back_while_it_goes_on() -> None:
    parts: list[float] = []
    assert aside.aside_with_progress(count_to, 8, progress=parts.append) == "done"
    assert parts == sorted(parts)
    assert 0 < parts[0] <= parts[-1] <= 1


@pytest.mark.slow
@pytest.mark.usefixtures("workers")
def test_work_that_is_cancelled_is_given_up_by_its_worker(tmp_path: Path) -> None:
    def cancel(_part: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        aside.aside_with_progress(count_to, 600, tmp_path / "end", progress=cancel)
    limit = time.monotonic() + 30
    while not (tmp_path / "end").exists():  # what a worker writes when its work ends early
        assert time.monotonic() < limit
        time.sleep(0.05)


def count_to(tenths: int, end: Path | None = None, *, progress: Callable[[float], None]) -> str:
    """Take so many tenths of a second and tell how far it is."""
    try:
        for done in range(tenths):
            time.sleep(0.1)
            progress((done + 1) / tenths)
    except OSError:
        assert end is not None
        end.touch()
        raise
    return "done"


@pytest.mark.slow
@pytest.mark.usefixtures("workers")
def test_two_sessions_are_served_side_by_side() -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(aside.aside(os.getpid)), daemon=True) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(found) == 4
    assert os.getpid() not in found
