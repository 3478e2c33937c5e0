"""Blocks of work side by side: numpy leaves Python's lock while it counts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, NamedTuple, TypeVar

from colocate.stopping import Stop, heeding, look

Block = TypeVar("Block")
Result = TypeVar("Result")

WORKERS = 2
"""Blocks worked out at once; more would wait for each other in Python's own part of the work."""

AHEAD = 2 * WORKERS
"""Blocks worked out or asked for before the first of them is taken: results are kept for no more."""


GLANCE = 0.05
"""Seconds after which whoever waits for a block looks whether to go on waiting."""


class Done(NamedTuple, Generic[Result]):
    """What became of one block: its place, and its result or the error that it ended in."""

    place: int
    result: list[Result]
    error: BaseException | None = None


def in_order(work: Callable[[Block], Result], blocks: Sequence[Block]) -> Generator[Result]:
    """Work blocks out side by side and give their results in their order; an error of one comes through.

    Whoever leaves early, by an error or at a look, waits for nobody: workers look between and inside blocks whether
    they are still wanted, and nothing here takes a lock that an interrupt could leave taken.

    >>> list(in_order(abs, [-1, -2, -3]))
    [1, 2, 3]
    """
    asked: SimpleQueue[int | None] = SimpleQueue()
    done: SimpleQueue[Done[Result]] = SimpleQueue()
    leave = Stop()

    def worker() -> None:
        with heeding(leave.look):
            while (place := asked.get()) is not None and not leave.asked:
                try:
                    done.put(Done(place, [work(blocks[place])]))
                except BaseException as error:  # noqa: BLE001 - raised again by the one who waits for this block
                    done.put(Done(place, [], error))

    def next_done() -> Done[Result]:
        while True:
            look()
            with suppress(Empty):
                return done.get(timeout=GLANCE)

    kept: dict[int, Done[Result]] = {}
    try:
        for _ in range(WORKERS):
            Thread(target=worker, daemon=True).start()
        for place in range(min(AHEAD, len(blocks))):
            asked.put(place)
        for place in range(len(blocks)):
            while place not in kept:
                found = next_done()
                kept[found.place] = found
            if place + AHEAD < len(blocks):
                asked.put(place + AHEAD)
            ready = kept.pop(place)
            if ready.error is not None:
                raise ready.error
            yield from ready.result
    finally:
        leave.asked = True
        for _ in range(WORKERS):
            asked.put(None)
