"""Whether the script run under way is still wanted: a press of Cancel, of a lever or a closed tab ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from colocate.stopping import heeding

Result = TypeVar("Result")


def while_wanted(work: Callable[[], Result]) -> Result:
    """Do long work of the session, which is given up at its next look when another run of the script was asked for.

    Streamlit itself ends a run only where it sends something; its own check, called at each look, raises what ends the
    run. A press inside a fragment does not end the run of a page or of a fragment: Streamlit lets it wait.
    """
    run = get_script_run_ctx(suppress_warning=True)
    with heeding(_nothing if run is None else run.yield_check):
        return work()


def _nothing() -> None:
    """Do nothing: outside a run of the script, as in a test of a function, nobody asks for another."""
