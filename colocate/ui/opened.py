"""Cases of a session's own: whatever brings one in (an upload, a form, questions, the editor) ends here.

They stay with the session: nobody else's can come at them by an address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from colocate.case import Case
from colocate.casefile.changing import Value
from colocate.casefile.reading import ReadBeside, read_with_tables, text_of
from colocate.model.evaluate import evaluate
from colocate.ui import state, waiting
from colocate.ui.state import Source, Weights
from colocate.ui.waiting import UPLOAD

OWN, EARLIER = "own case", "earlier own cases"
MOST_EARLIER = 5
"""Cases of its own that a session keeps for the browser's way back."""

NO_CHANGES: Mapping[str, Value] = MappingProxyType({})
NO_TABLES: Mapping[str, bytes] = MappingProxyType({})


def source(file_name: str, text: str, case: Case, tables: Mapping[str, bytes] = NO_TABLES) -> Source:
    """Give a case as a source: its key is made of all that its file and its tables say."""
    said = "\0".join((text, repr(case.constituents), repr(case.travel_times)))
    return Source(hashlib.sha256(said.encode()).hexdigest()[:16], file_name, text, case, tables)


def read_own(file_name: str, content: bytes, beside: ReadBeside) -> Source:
    """Read a case and the tables that it names as a source; CaseError with every fault.

    `beside` gives a table's bytes by its name, and raises CaseError where there is none.
    """
    text = text_of(content)
    case, tables = read_with_tables(content, beside)
    return source(file_name, text, case, tables)


def open_own(
    opened: Source,
    *,
    changes: Mapping[str, Value] = NO_CHANGES,
    name: str = "",
    weights: Weights | None = None,
    option: str = "",
) -> None:
    """Make a source the session's own case, and show it with these changes, their name, weights and option in detail.

    Raises CaseError where the case cannot be worked out: then the one before it stays.
    """
    evaluate(opened.case)
    earlier = [one for one in st.session_state.get(EARLIER, ()) if one.key != opened.key]
    st.session_state[EARLIER] = [*earlier, opened][-MOST_EARLIER:]
    st.session_state[OWN] = opened
    state.choose(case=UPLOAD, changes=dict(changes), name=name, option=option, weights=weights or Weights())


def own() -> Source | None:
    """Give the session's own case, if it has one."""
    found: Source | None = st.session_state.get(OWN)
    return found


def take_up(version: str) -> None:
    """Make an earlier case of this session's own, named by its version, its own case again."""
    for one in st.session_state.get(EARLIER, ()):
        if waiting.version_of(one) == version:
            st.session_state[OWN] = one
