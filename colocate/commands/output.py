"""What commands print: nothing in it steers the terminal, and whatever becomes of the stream ends in an exit code."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from colocate.safe import for_terminal
from colocate.words import commands as words
from colocate.writing import PlaceError

FINE, CASE_AT_FAULT, WRONG_USE, PLACE_AT_FAULT, NOT_MADE, NOT_EQUAL = 0, 1, 2, 3, 4, 5


def put(text: str) -> None:
    """Print lines on standard output; PlaceError where it takes no more, BrokenPipeError where nobody reads on."""
    try:
        print(_safe(text))
    except OSError as error:
        raise _told(error) from error


def complain(text: str) -> None:
    """Print lines on standard error, where it takes them."""
    try:
        print(_safe(text), file=sys.stderr, flush=True)
    except OSError:
        _to_nowhere(sys.stderr)


def ended(code: int) -> int:
    """Send on its way what was printed, and give the exit code: where nobody reads on, there is nothing to tell."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _to_nowhere(sys.stdout)
        if isinstance(_told(error), PlaceError):
            complain(words.not_written(words.standard_output(), str(error.strerror)))
            return PLACE_AT_FAULT
    return code


def _safe(text: str) -> str:
    return "\n".join(for_terminal(line) for line in text.split("\n"))


def _told(error: OSError) -> Exception:
    """Tell a reader that went away, which Windows calls an argument that is no good, from a place with no room."""
    if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
        return BrokenPipeError()
    return PlaceError(Path(words.standard_output()), error.strerror or str(error))


def _to_nowhere(stream: TextIO) -> None:
    """Let what is still kept back for a stream go nowhere, so that Python does not stumble over it at the end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
