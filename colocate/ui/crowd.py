"""How many people press at once, and how many possible futures each answer gets while they do.

Averages over fewer futures are a little less exact, but there in time: who waits for minutes does not look at ranges.
They are filled up when it has become quieter.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock
from typing import TypeVar

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.stopping import look

Result = TypeVar("Result")

LADDER = ((1, DRAWS), (3, DRAWS // 2))
"""Up to how many answers under way each gets how many futures."""

FEWEST = DRAWS // 4

QUIET = 2.0
"""Seconds without more than one answer under way after which it is quiet."""

GLANCE = 0.5
"""Seconds between two looks, while others have their turn, whether the work is still wanted."""

ONE_AT_A_TIME = 0.5
"""Seconds between two answers that are filled up: all of them together would be a crowd again."""


class Turns:
    """Work that takes all of a Python is done one piece after the other, in the order in which it was asked for.

    A dozen pieces at the same time would all be done at the end of the dozen, and be in each other's way besides.
    """

    def __init__(self) -> None:
        self._waiting: deque[Event] = deque()
        self._free = True
        self._lock = Lock()

    @property
    def waiting(self) -> int:
        """Return how many wait for their turn."""
        return len(self._waiting)

    def in_turn(self, work: Callable[[], Result]) -> Result:
        """Wait for the turn, with a look now and then whether the work is still wanted, and do the work."""
        mine = Event()
        with self._lock:
            if self._free:
                self._free = False
                mine.set()
            else:
                self._waiting.append(mine)
        try:
            while not mine.wait(GLANCE):
                look()
            return work()
        finally:
            self._pass_on(mine)

    def _pass_on(self, mine: Event) -> None:
        """Give the turn to whoever waits longest; who never had it leaves the row."""
        with self._lock:
            if not mine.is_set():
                self._waiting.remove(mine)
            elif self._waiting:
                self._waiting.popleft().set()
            else:
                self._free = True


class Crowd:
    """The answers under way on this server; `now` tells the time in seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.under_way = 0
        self._now = now
        self._crowded = self._filled = -QUIET
        self._lock = Lock()

    @contextmanager
    def answering(self) -> Iterator[int]:
        """Count an answer while it is under way; gives the number of futures that it gets."""
        with self._lock:
            self.under_way += 1
            if self.under_way > 1:
                self._crowded = self._now()
            draws = next((draws for most, draws in LADDER if self.under_way <= most), FEWEST)
        try:
            yield draws
        finally:
            with self._lock:
                if self.under_way > 1:
                    self._crowded = self._now()
                self.under_way -= 1

    def may_fill_up(self) -> bool:
        """Tell whether it is quiet enough to fill an answer up; who asks is expected to do so at once if it is."""
        with self._lock:
            now = self._now()
            quiet = self.under_way == 0 and now - self._crowded >= QUIET and now - self._filled >= ONE_AT_A_TIME
            if quiet:
                self._filled = now
            return quiet
