"""Blocks side by side: results in order, errors where they are waited for, and nobody waits for who is not wanted."""

from __future__ import annotations

import time
from threading import Event, active_count

import pytest

from colocate.model.workers import AHEAD, WORKERS, in_order


@pytest.mark.parametrize("count", [0, 1, WORKERS, AHEAD, AHEAD + 1, 100])
def test_results_come_in_the_order_of_the_blocks(count: int) -> None:
    def work(block: int) -> int:
        time.sleep(0.001 * (block % 3))  # later ones are often done first
        return block * block

    assert list(in_order(work, range(count))) == [block * block for block in range(count)]


@pytest.mark.parametrize("error", [ValueError, MemoryError, KeyboardInterrupt])
def test_an_error_comes_through_after_the_blocks_before_it(error: type[BaseException]) -> None:
    def work(block: int) -> int:
        if block == 3:
            raise error("the third")
        return block

    results = in_order(work, range(100))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(error, match="the third"):
        next(results)


def test_who_leaves_waits_for_nobody_and_the_workers_go_home() -> None:
    before = active_count()
    held, begun = Event(), []

    def work(block: int) -> int:
        begun.append(block)
        if block > 0:
            held.wait(timeout=30)
        return block

    results = in_order(work, range(100))
    assert next(results) == 0
    results.close()  # one or two workers are in the midst of a block
    held.set()
    for _ in range(300):
        if active_count() <= before:  # a thread of another test may go home meanwhile
            break
        time.sleep(0.01)
    assert active_count() <= before
    assert len(begun) <= 1 + WORKERS


def test_no_more_than_a_few_results_are_kept() -> None:
    begun: list[int] = []
    for place, _result in enumerate(in_order(begun.append, range(50))):
        time.sleep(0.005)
        assert len(begun) <= place + 1 + AHEAD
