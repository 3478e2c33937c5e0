"""How far a long command is: one line on standard error, written anew each time, and only where a person sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from colocate.commands.layout import lines_to
from colocate.words.commands import part_done


@contextmanager
def progress_line(busy: str) -> Iterator[Callable[[float], None]]:
    """Give what to tell the part done to (0 to 1).

    The line is written where standard error is a terminal, and taken away at the end, however that comes.
    """
    shown = sys.stderr.isatty()
    written = ""

    def tell(part: float) -> None:
        nonlocal written
        if not shown:
            return
        line = part_done(busy, part)
        line = line[: lines_to(sys.stderr) - 1]
        if line != written:
            print(f"\r{line.ljust(len(written))}", end="", file=sys.stderr, flush=True)
            written = line

    try:
        yield tell
    finally:
        if shown:
            print(f"\r{' ' * len(written)}\r", end="", file=sys.stderr, flush=True)
