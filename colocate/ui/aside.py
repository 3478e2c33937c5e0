"""Heavy work done aside: in processes of their own, so that one session's long work keeps no other one waiting.

A page's own thread shares one Python with all other sessions. What takes longer than a page goes to a worker process,
and the thread waits, which costs nobody anything. Without a server (in a test, say), and until the first worker is up,
work is done where it is asked for.
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from streamlit import runtime

from colocate.stopping import look

if TYPE_CHECKING:
    from loky.process_executor import ProcessPoolExecutor  # type: ignore[import-untyped]

Result = TypeVar("Result")

GLANCE = 0.2
"""Seconds between two looks whether whoever waits still wants the result; each look takes the server's Python."""

PARTED = 2.0
"""Seconds between two looks of a worker whether its server is still there."""

LEFT_ALONE = 600
"""Seconds after which a worker that nobody needs is gone, with its memory."""

ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Workers share the cores already; threads inside of one would only be in the way of the others."""

LOG = logging.getLogger(__name__)
_lock = Lock()
_first: Future[None] | None = None
_pool: ProcessPoolExecutor | None = None
_refused = False
"""Whether this machine gave no processes: all work is done where it is asked for then."""


def aside(work: Callable[..., Result], *arguments: object) -> Result:
    """Give what `work`, a function of a module below the screen, makes of its arguments; its errors come through.

    What is not begun yet when nobody wants it any more is never begun.
    """
    return _done(work, arguments, look)


def aside_with_progress(work: Callable[..., Result], *arguments: object, progress: Callable[[float], None]) -> Result:
    """Do the same for work that takes `progress` and tells it the part done, from 0 to 1; `progress` may raise to stop.

    The worker writes the part down in a folder of this piece of work; where that is gone, it gives the work up.
    """
    if ready() is None:
        return work(*arguments, progress=progress)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        note = Path(folder) / "part"

        def glance() -> None:
            with suppress(OSError, ValueError):
                progress(float(note.read_text(encoding="ascii")))

        noting: Callable[..., Result] = _noting
        return _done(noting, (work, arguments, note), glance)


def ready() -> ProcessPoolExecutor | None:
    """Give the workers where there are any yet; the first call on a server starts them."""
    global _pool, _first, _refused  # noqa: PLW0603 - one set of workers for the whole server
    if not runtime.exists() or type(runtime.get_instance()) is not runtime.Runtime:  # Streamlit's tests pretend one
        return None
    with _lock:
        if _pool is None and not _refused:
            from loky.process_executor import ProcessPoolExecutor  # noqa: PLC0415 - nothing else needs it

            try:
                _pool = ProcessPoolExecutor(
                    max_workers=os.cpu_count() or 1,
                    timeout=LEFT_ALONE,
                    initializer=_begin,
                    initargs=(os.getpid(),),
                    env=ONE_THREAD,
                )
                _first = _pool.submit(_nothing)
            except (OSError, RuntimeError):  # no more processes, or none allowed, on this machine
                LOG.exception("no worker processes")
                _pool, _refused = None, True
        return _pool if _first is not None and _first.done() and _first.exception() is None else None


def stop() -> None:
    """Send the workers away, whatever they do; the next work starts new ones."""
    global _pool, _first
    with _lock:
        pool, _pool, _first = _pool, None, None
    if pool is not None:
        pool.shutdown(wait=False, kill_workers=True)


def _done(work: Callable[..., Result], arguments: Sequence[object], glance: Callable[[], None]) -> Result:
    """Have work done by a worker, with a glance at what else there is to do while waiting; here where there is none."""
    pool = ready()
    if pool is None:
        return work(*arguments)
    try:
        asked: Future[Result] = pool.submit(work, *arguments)
        return _waited_for(asked, glance)
    except BrokenProcessPool:
        LOG.exception("worker process ended")
        stop()
        return work(*arguments)


def _waited_for(asked: Future[Result], glance: Callable[[], None]) -> Result:
    try:
        while True:
            try:
                return asked.result(GLANCE)
            except TimeoutError:
                if asked.done():  # the work itself ended so
                    raise
                glance()
                look()
    finally:
        asked.cancel()


def _noting(work: Callable[..., Result], arguments: Sequence[object], note: Path) -> Result:
    """Do work and write down now and then how far it is: an error, which ends it, where nobody reads it any more."""
    written = time.monotonic()

    def progress(part: float) -> None:
        nonlocal written
        if time.monotonic() - written >= GLANCE:
            note.write_text(str(part), encoding="ascii")
            written = time.monotonic()

    return work(*arguments, progress=progress)


def _begin(server: int) -> None:
    """Let pages go first, leave Ctrl-C to the server, and end with it."""
    import signal  # noqa: PLC0415 - for workers only

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(5)
    if os.getppid() == server:
        Thread(target=_end_with, args=(server,), daemon=True).start()


def _end_with(server: int) -> None:
    """End this worker when its server was killed, which says nothing to it; Windows leaves it until `LEFT_ALONE`."""
    while os.getppid() == server:
        time.sleep(PARTED)
    os._exit(1)


def _nothing() -> None:
    """Be there: load what the work needs."""
    import colocate.analysis.deciding.decisive  # noqa: F401, PLC0415
