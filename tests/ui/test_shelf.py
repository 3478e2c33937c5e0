"""The shelf of results: each is worked out once, whoever asks, and the least used goes where there is no more room."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from colocate.casefile.reading import load_case
from colocate.model.evaluate import futures_of
from colocate.stopping import heeding
from colocate.ui.shelf import RECORDS, Shelf, bytes_of
from tests.documents import ROOT
from tests.model.test_futures import values_of


def never() -> str:
    raise AssertionError("worked out again")


def side_by_side(*works: Callable[[], object]) -> None:
    threads = [threading.Thread(target=work, daemon=True) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
        assert not thread.is_alive()


def test_what_is_there_is_not_worked_out_again() -> None:
    shelf = Shelf(10**6)
    assert shelf.give("sum", lambda: "three") == "three"
    assert shelf.give("sum", never) == "three"
    assert "sum" in shelf
    assert shelf.find("sum") == "three"
    assert shelf.find("product") is None


def test_who_asks_at_the_same_time_waits_for_the_one_who_works() -> None:
    shelf, begun, go_on, worked, given = Shelf(10**6), threading.Event(), threading.Event(), [], []

    def work() -> str:
        begun.set()
        assert go_on.wait(timeout=10)
        worked.append(1)
        return "result"

    def first() -> None:
        given.append(shelf.give("it", work))

    def other() -> None:
        assert begun.wait(timeout=10)
        given.append(shelf.give("it", work))

    def release() -> None:
        assert begun.wait(timeout=10)
        time.sleep(0.1)
        go_on.set()

    side_by_side(first, other, other, release)
    assert given == ["result"] * 3
    assert len(worked) == 1


def test_where_one_fails_the_next_tries() -> None:
    shelf, begun, given = Shelf(10**6), threading.Event(), []

    def fails() -> str:
        begun.set()
        time.sleep(0.2)
        raise OverflowError

    def first() -> None:
        with pytest.raises(OverflowError):
            shelf.give("it", fails)

    def second() -> None:
        assert begun.wait(timeout=10)
        given.append(shelf.give("it", lambda: "result"))

    side_by_side(first, second)
    assert given == ["result"]


def test_who_waits_looks_whether_it_is_still_wanted() -> None:
    shelf, begun, go_on = Shelf(10**6), threading.Event(), threading.Event()

    def works() -> None:
        shelf.give("it", lambda: begun.set() or go_on.wait(timeout=10))

    def gives_up() -> None:
        raise KeyboardInterrupt

    def waits() -> None:
        assert begun.wait(timeout=10)
        with heeding(gives_up), pytest.raises(KeyboardInterrupt):
            shelf.give("it", never)
        go_on.set()

    side_by_side(works, waits)


def test_the_least_recently_used_goes_first() -> None:
    shelf = Shelf(3 * (RECORDS + 800))
    for name in ("a", "b", "c"):
        shelf.give(name, lambda: np.zeros(100))
    shelf.find("a")
    shelf.give("d", lambda: np.zeros(100))
    assert [name in shelf for name in "abcd"] == [True, False, True, True]
    assert shelf.size <= shelf.most


def test_what_is_larger_than_the_shelf_is_kept_alone() -> None:
    shelf = Shelf(RECORDS + 1000)
    shelf.give("small", lambda: "small")
    shelf.give("large", lambda: np.zeros(10_000))
    assert "large" in shelf
    assert len(shelf) == 1


def test_a_result_is_as_large_as_its_arrays() -> None:
    futures = futures_of(load_case(ROOT / "data" / "hanoi.toml"), 64)
    not_kept = ("minutes", "scores")  # they are worked out again, block by block
    kept = [{name: each for name, each in values_of(one).items() if name not in not_kept} for one in futures.options]
    by_draw = sum(array.nbytes for values in kept for array in values.values())
    assert bytes_of(futures) >= RECORDS + by_draw
    assert bytes_of("words") == RECORDS
