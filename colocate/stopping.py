"""Stopping long work: it looks, between its blocks, whether whoever waits for it still wants it.

An interrupt that raises wherever the program happens to be can leave a lock taken, and whoever waits for that lock
waits for ever. So Ctrl-C raises nowhere: it sets a flag, and work calls `look` at places where nothing is half done.
Whoever begins long work says by `heeding` what a look does; where nobody said so, as in a library
call, it does nothing. A second Ctrl-C ends the process at once.
"""

from __future__ import annotations

import _thread
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from types import FrameType
from typing import NoReturn, TypeVar

STOPPED = 130
"""The exit code of a program that Ctrl-C ended, as shells have it."""

PATIENCE = 1.0
"""Seconds that work has to come to a place where it looks; the process is ended after them."""


One = TypeVar("One")

_look: ContextVar[Callable[[], None] | None] = ContextVar("look", default=None)


def look() -> None:
    """Give the work up, by an error, where whoever waits for it does not want it any more; else do nothing.

    For places where nothing is half done, at least every half second of long work.
    """
    asked = _look.get()
    if asked is not None:
        asked()


def looking(several: Iterable[One]) -> Iterator[One]:
    """Give one after another, with a look before each.

    >>> list(looking([1, 2]))
    [1, 2]
    """
    for one in several:
        look()
        yield one


@contextmanager
def heeding(asked: Callable[[], None]) -> Iterator[None]:
    """Let `look` call this until the end of the block, in this thread alone: it raises where the work should stop."""
    before = _look.set(asked)
    try:
        yield
    finally:
        _look.reset(before)


class Stop:
    """Whether somebody asked the work to stop; `working` says whether there is work that looks."""

    def __init__(self) -> None:
        self.asked = False
        self.working = False

    def look(self) -> None:
        """Raise KeyboardInterrupt if the work should stop; for places where nothing is half done."""
        if self.asked:
            raise KeyboardInterrupt


def hear_ctrl_c(stop: Stop) -> None:
    """Let Ctrl-C ask for the stop from now on, but where it is ignored (a job in the background).

    It ends the process at once where nobody would look, as while modules are loaded, and when it comes again.
    """

    def heard(_number: int, _frame: FrameType | None) -> None:
        if stop.asked or not stop.working:
            end_now(b"\nStopped.\n")
        stop.asked = True
        # Not threading.Thread: it takes a lock, and the interrupted work may hold that very lock.
        _thread.start_new_thread(end_late, ())

    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, heard)


def hear_no_more() -> None:
    """Let Ctrl-C do nothing: the work is done, and the last moments of a process are no time to end it otherwise."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_late() -> NoReturn:
    """End the process when the work had its time to stop of itself."""
    time.sleep(PATIENCE)
    end_now(b"\nStopped.\n")


def end_now(words: bytes = b"") -> NoReturn:
    """End the process and wait for nothing: no worker, no lock, no clearing up."""
    with suppress(OSError):
        os.write(2, words)
    os._exit(STOPPED)
