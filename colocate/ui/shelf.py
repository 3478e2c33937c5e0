"""Results kept for everybody: worked out once for a case and its levers, whoever asks; the least used goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Event, Lock
from typing import Any, TypeVar

from colocate.stopping import look

Result = TypeVar("Result")

RECORDS = 2**17
"""Bytes that every result is taken for besides its arrays; a case with all its lines has about so many."""

GLANCE = 0.5
"""Seconds between two looks, while another session works the same result out, whether this one is still wanted."""


class Shelf:
    """Room for results by what was wanted, bounded in bytes; safe for sessions that ask at the same time.

    Who asks for what another is working out waits for it. A result is shared and must not be changed.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self._results: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._being_made: dict[Hashable, Event] = {}
        self._lock = Lock()

    def __contains__(self, wanted: Hashable) -> bool:
        """Tell whether a result is there already."""
        return wanted in self._results

    def __len__(self) -> int:
        """Return the number of results."""
        return len(self._results)

    def find(self, wanted: Hashable) -> Any:
        """Give a result if it is there, else None."""
        with self._lock:
            if wanted not in self._results:
                return None
            self._results.move_to_end(wanted)
            return self._results[wanted][0]

    def give(self, wanted: Hashable, work_out: Callable[[], Result]) -> Result:
        """Give a result, worked out where nobody has done it yet; whatever the work raises comes through."""
        while True:
            with self._lock:
                if wanted in self._results:
                    self._results.move_to_end(wanted)
                    found: Result = self._results[wanted][0]
                    return found
                other = self._being_made.get(wanted)
                if other is None:
                    self._being_made[wanted] = Event()
            if other is None:
                return self._made(wanted, work_out)
            while not other.wait(GLANCE):
                look()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._results.clear()
            self.size = 0

    def _made(self, wanted: Hashable, work_out: Callable[[], Result]) -> Result:
        """Work a result out and put it on the shelf; who waits for it tries on where that fails."""
        try:
            made = work_out()
            self._put(wanted, made)
        finally:
            with self._lock:
                self._being_made.pop(wanted).set()
        return made

    def _put(self, wanted: Hashable, made: object) -> None:
        size = bytes_of(made)
        with self._lock:
            self._results[wanted] = (made, size)
            self.size += size
            while self.size > self.most and len(self._results) > 1:
                _, (_, freed) = self._results.popitem(last=False)
                self.size -= freed


def bytes_of(result: object) -> int:
    """Give the bytes that a result is taken for: those of the arrays that it says it has, and some for all else."""
    return RECORDS + int(getattr(result, "nbytes", 0))
