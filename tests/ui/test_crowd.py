"""How many futures an answer gets: all of them while few press, fewer in a crowd, and the rest when it is quiet."""

from __future__ import annotations

import re
from contextlib import ExitStack
from threading import Event, Thread
from time import sleep

import pytest

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.stopping import heeding
from colocate.ui import frame, state
from colocate.ui.crowd import FEWEST, LADDER, ONE_AT_A_TIME, QUIET, Crowd, Turns
from colocate.words.futures import on_average
from tests.ui.test_pages import started, texts


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_more_press_at_once_the_fewer_futures_each_gets() -> None:
    crowd = Crowd(Clock())
    with ExitStack() as answers:
        given = [answers.enter_context(crowd.answering()) for _ in range(8)]
    assert given == [DRAWS] + [DRAWS // 2] * 2 + [FEWEST] * 5
    assert [most for most, _ in LADDER] == [1, 3]
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


def test_work_is_done_in_turn_in_the_order_in_which_it_was_asked_for() -> None:
    turns, order, held = Turns(), [], Event()
    first = Thread(target=turns.in_turn, args=(lambda: order.append(0) or held.wait(timeout=20),))
    first.start()
    others = []
    for number in (1, 2, 3):
        others.append(Thread(target=turns.in_turn, args=(lambda number=number: order.append(number),)))
        others[-1].start()
        while turns.waiting < number:
            sleep(0.001)
    held.set()
    for one in (first, *others):
        one.join(timeout=20)
    assert order == [0, 1, 2, 3]
    assert turns.in_turn(lambda: "free again") == "free again"


def test_who_is_not_wanted_any_more_leaves_the_row_and_who_fails_passes_the_turn_on() -> None:
    turns, held, sat = Turns(), Event(), Event()
    first = Thread(target=turns.in_turn, args=(lambda: sat.set() or held.wait(timeout=20),))
    first.start()
    assert sat.wait(timeout=20)

    def not_wanted() -> None:
        raise KeyboardInterrupt

    with heeding(not_wanted), pytest.raises(KeyboardInterrupt):
        turns.in_turn(lambda: None)
    assert turns.waiting == 0
    held.set()
    first.join(timeout=20)
    with pytest.raises(ZeroDivisionError):
        turns.in_turn(lambda: 1 / 0)
    assert turns.in_turn(lambda: 7) == 7


def test_the_page_says_how_many_futures_there_are_and_that_more_follow() -> None:
    assert on_average() == "On average over 2,048 possible futures; bars hold 90 of 100."
    assert on_average(FEWEST) == (
        "On average over 512 possible futures; bars hold 90 of 100. Others use this server now: all 2,048 follow."
    )


def test_in_a_crowd_the_box_says_about_where_the_answer_turns_and_exactly_when_it_is_quiet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    crowd = Crowd()
    monkeypatch.setattr(frame, "CROWD", crowd)
    state.SHELF.clear()
    with ExitStack() as others:
        for _ in range(8):
            others.enter_context(crowd.answering())
        app = started()
    (box,) = [text for text in texts(app) if 'class="co-before"' in text]
    (about,) = re.findall(r"Rent at renewal: about ([\d.]+) USD", box)
    assert float(about) == pytest.approx(8.2, rel=0.1)  # exactly 8.2: see the page What matters
    assert any("512 possible futures" in text for text in texts(app))
    app.run()
    (box,) = [text for text in texts(app) if 'class="co-before"' in text]
    assert "about" not in box
    assert not any("512 possible futures" in text for text in texts(app))
