"""What nobody foresaw: told in words with a code, its trace in the log under the same code."""

from __future__ import annotations

import hashlib
import logging
import sys
import traceback
from collections.abc import Callable
from functools import wraps

import streamlit as st

from colocate.safe import for_markdown

LOG = logging.getLogger(__name__)
PRESS = "press that failed"
"""Where a session keeps the code of a press that failed, until the page that it leads to tells it."""
LETTERS = 6
"""Letters of a code: enough to find its trace in a log."""


def logged(where: str) -> str:
    """Log the trace of the error that is being handled; give its code, the same whenever the same place fails."""
    kind, error, trace = sys.exc_info()
    places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    name = "" if kind is None else kind.__name__
    code = hashlib.sha256("\0".join((name, *places)).encode()).hexdigest()[:LETTERS].upper()
    LOG.error("%s: %s", code, where, exc_info=error)
    return code


def tell(said: str) -> None:
    """Say in words that something failed."""
    st.error(for_markdown(said), icon=":material/error:")


def guarded(act: Callable[..., object]) -> Callable[..., None]:
    """Let what a press does fail without taking the page with it: `press_failed` has the code, once."""

    @wraps(act)
    def pressed(*given: object) -> None:
        try:
            act(*given)
        except Exception:  # noqa: BLE001 - whatever it is, the page can be shown as it was
            st.session_state[PRESS] = logged("what a press does")

    return pressed


def press_failed() -> str:
    """Give the code of a press that failed just now, and forget it; nothing where none did."""
    code: str = st.session_state.pop(PRESS, "")
    return code
