"""Files made in a thread of their own: in order, with their error, and no thread left whoever stops."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from colocate.export.meanwhile import meanwhile
from colocate.stopping import heeding, look, looking


class CancelledError(Exception):
    pass


def threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name == "meanwhile"]


def test_things_are_made_while_others_are_and_come_in_their_order() -> None:
    made, hear = [], threading.Event()

    def make() -> Iterator[int]:
        for one in range(5):
            made.append(one)
            yield one
        hear.set()

    with meanwhile(make) as taken:
        assert hear.wait(timeout=20)
        assert made == [0, 1, 2, 3, 4]
        assert list(taken) == made
    assert not threads()


def test_an_error_comes_through_after_all_that_was_made() -> None:
    def make() -> Iterator[int]:
        yield 1
        raise CancelledError("of the thread")

    with meanwhile(make) as taken:
        assert next(taken) == 1
        with pytest.raises(CancelledError, match="of the thread"):
            next(taken)
    assert not threads()


def test_who_leaves_the_block_stops_the_thread_where_it_looks_and_waits_for_it() -> None:
    begun, tidied = threading.Event(), []

    def make() -> Iterator[int]:
        begun.set()
        try:
            for one in looking(range(10**9)):
                time.sleep(0.01)
                yield one
        finally:
            tidied.append(True)

    with meanwhile(make) as taken:
        assert begun.wait(timeout=20)
        assert next(taken) == 0
    assert tidied == [True]
    assert not threads()


def test_who_waits_for_the_thread_looks_and_the_thread_heeds_nobody_else() -> None:
    waiting = threading.Event()
    asked: set[str] = set()

    def stop() -> None:
        asked.add(threading.current_thread().name)
        if waiting.is_set():
            raise CancelledError

    def make() -> Iterator[int]:
        for _ in range(10**9):
            look()
            waiting.set()
            time.sleep(0.01)
        yield 0

    with heeding(stop), pytest.raises(CancelledError), meanwhile(make) as taken:
        list(taken)
    assert asked == {threading.current_thread().name}
    assert not threads()
