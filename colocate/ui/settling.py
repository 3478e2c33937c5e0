"""What stays for good is kept out of the way of the collector of unused memory, once the first page has been shown."""

from __future__ import annotations

import gc
from threading import Lock

OFTEN = 10_000
"""New objects after which the collector looks at the young ones. Python's own 700 is some hundred looks a press."""

_FIRST = Lock()


def settle() -> None:
    """Let the collector pass over all that is loaded by now; the first call does it, every other does nothing.

    The libraries are some 200,000 objects that never go. Looking through all of them took 160 ms, at every fifteenth
    press or so (`docs/decisions.md`).
    """
    if _FIRST.acquire(blocking=False):
        gc.collect()
        gc.freeze()
        _young, *older = gc.get_threshold()
        gc.set_threshold(OFTEN, *older)
