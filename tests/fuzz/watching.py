"""What a program opens and writes, seen from inside the process: every file opened, made, moved or removed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

MAKES = {"os.mkdir": 1, "os.rename": 2, "os.remove": 1, "os.rmdir": 1, "os.link": 2, "os.symlink": 2, "os.truncate": 1}
"""Events of the interpreter that change the disk, and how many of their arguments are paths."""

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_heard: list[list[tuple[bool, str]]] = []


@cache
def _begin_to_hear() -> None:
    """Begin to hear the interpreter's events: once, since a hook cannot be taken away again."""
    sys.addaudithook(_hear)


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if not _heard:
        return
    if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        _heard[-1].append((bool(arguments[2] & WRITES), os.fsdecode(arguments[0])))
    elif event in MAKES:
        paths = arguments[: MAKES[event]]
        _heard[-1].extend((True, os.fsdecode(one)) for one in paths if isinstance(one, (str, bytes, os.PathLike)))


@contextmanager
def watched() -> Iterator[list[tuple[bool, str]]]:
    """Give a list that fills with every path opened or changed, and whether it was for writing."""
    _begin_to_hear()
    seen: list[tuple[bool, str]] = []
    _heard.append(seen)
    try:
        yield seen
    finally:
        _heard.remove(seen)


def written_outside(seen: list[tuple[bool, str]], folder: Path) -> list[str]:
    """Give what was written outside a folder; the interpreter's own compiled files do not count."""
    inside = folder.resolve()
    written = [path for writes, path in seen if writes and "__pycache__" not in path and path != os.devnull]
    return [path for path in written if not (folder / path).resolve().is_relative_to(inside)]
