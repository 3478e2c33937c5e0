"""Making files in a thread of its own meanwhile: for what another process, as a browser, does most of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from colocate.stopping import heeding, look

One = TypeVar("One")

GLANCE = 0.1
"""Seconds between two looks of who waits for the thread, whether the work is still wanted."""


class _NobodyWaitsError(Exception):
    """The block was left before everything was made."""


class _Last:
    """What the thread gives when it ends, with the error that ended it."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


@contextmanager
def meanwhile(make: Callable[[], Iterable[One]]) -> Iterator[Iterator[One]]:
    """Begin to make several things in a thread of its own; give them one after another, as they are taken.

    An error comes through where the thing would have come that was not made. The thread is stopped at its next look,
    and waited for, where the block ends before everything is made.
    """
    made: SimpleQueue[One | _Last] = SimpleQueue()
    left = Event()

    def stop() -> None:
        if left.is_set():
            raise _NobodyWaitsError

    def work() -> None:
        error = None
        try:
            with heeding(stop):
                for one in make():
                    made.put(one)
        except BaseException as raised:  # noqa: BLE001 - raised again where the next thing is taken
            error = raised
        made.put(_Last(error))

    thread = Thread(target=work, name="meanwhile", daemon=True)
    thread.start()
    try:
        yield _taken(made)
    finally:
        left.set()
        thread.join()


def _taken(made: SimpleQueue[One | _Last]) -> Iterator[One]:
    """Give what the thread makes, with a look now and then while there is nothing."""
    while True:
        look()
        try:
            one = made.get(timeout=GLANCE)
        except Empty:
            continue
        if isinstance(one, _Last):
            if one.error is not None:
                raise one.error
            return
        yield one
