"""How many futures an answer gets: all of them while few press, fewer in a crowd, and the rest when it is quiet."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.ui.crowd import FEWEST, LADDER, ONE_AT_A_TIME, QUIET, Crowd
from colocate.words.futures import on_average


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_more_press_at_once_the_fewer_futures_each_gets() -> None:
    crowd = Crowd(Clock())
    with ExitStack() as answers:
        given = [answers.enter_context(crowd.answering()) for _ in range(8)]
    assert given == [DRAWS] * 3 + [DRAWS // 2] * 3 + [FEWEST] * 2
    assert [most for most, _ in LADDER] == [3, 6]
    assert crowd.under_way == 0
    with crowd.answering() as again:
        assert again == DRAWS


def test_an_answer_that_fails_is_under_way_no_more() -> None:
    crowd = Crowd(Clock())
    with pytest.raises(OverflowError), crowd.answering():
        raise OverflowError
    assert crowd.under_way == 0


def test_answers_are_filled_up_one_at_a_time_when_it_is_quiet() -> None:
    clock = Clock()
    crowd = Crowd(clock)
    with crowd.answering(), crowd.answering():
        assert not crowd.may_fill_up()
    assert not crowd.may_fill_up()
    clock.now += QUIET
    with crowd.answering():
        assert not crowd.may_fill_up()
    assert crowd.may_fill_up()
    assert not crowd.may_fill_up()
    clock.now += ONE_AT_A_TIME
    assert crowd.may_fill_up()


def test_the_page_says_how_many_futures_there_are_and_that_more_follow() -> None:
    assert on_average() == "On average over 2,048 possible futures; bars hold 90 of 100."
    assert on_average(FEWEST) == (
        "On average over 512 possible futures; bars hold 90 of 100. Many people use this server now: all 2,048 follow."
    )
