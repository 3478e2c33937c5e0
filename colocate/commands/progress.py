"""How far a long command is: one line on standard error, written anew each time, and only where a person sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_line(words: str) -> Iterator[Callable[[float], None] | None]:
    """Give what to tell the part done to (0 to 1), or None where standard error is no terminal.

    The line is taken away at the end, however that comes.
    """
    if not sys.stderr.isatty():
        yield None
        return
    written = ""

    def tell(part: float) -> None:
        nonlocal written
        line = f"{words}: {100 * part:.0f} % done (Ctrl-C stops)"
        if line != written:
            print(f"\r{line.ljust(len(written))}", end="", file=sys.stderr, flush=True)
            written = line

    try:
        yield tell
    finally:
        print(f"\r{' ' * len(written)}\r", end="", file=sys.stderr, flush=True)
