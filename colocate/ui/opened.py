"""Cases of a session's own: whatever brings one in (an upload, a form, questions, the editor) ends here.

They stay with the session: nobody else's can come at them by an address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import streamlit as st

from colocate.case import Case
from colocate.casefile.changing import Value
from colocate.casefile.faults import CaseError
from colocate.casefile.one_file import one_file, read_one_file
from colocate.casefile.opened import Decided, Opened, Weights
from colocate.casefile.reading import ReadBeside, read_with_tables, text_of
from colocate.ui import state, waiting
from colocate.ui.state import Choice, Source
from colocate.ui.waiting import UPLOAD
from colocate.ui.weights_address import read_weights, written_weights
from colocate.words.pages import picker as words

OWN, EARLIER, SCENARIOS, DECIDED = "own case", "earlier own cases", "scenarios", "decided"
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


def read_saved(file_name: str, content: bytes) -> tuple[Source, Opened]:
    """Read a saved case as a source, and how it stood; CaseError, in words, with everything that is wrong with it."""
    saved = read_one_file(content)
    weights, strange = read_weights(written_weights(saved.opened.weights, exactly=True), saved.case)
    if strange:
        raise CaseError([words.weights_at_fault(one) for one in strange])
    return source(file_name, saved.text, saved.case, saved.tables), replace(saved.opened, weights=weights)


def to_save(case: Source, made: Choice) -> bytes:
    """Give a case with its tables, and with all that was chosen for it and fits it, as one file."""
    weights, _ = read_weights(written_weights(made.weights, exactly=True), case.case)
    return one_file(
        case.text,
        case.tables,
        Opened(
            file_name=case.file_name,
            changes=made.changes,
            name=made.name,
            scenarios=scenarios_of(case),
            weights=weights,
            decided=decided_of(case),
        ),
    )


def decided_of(case: Source) -> Decided | None:
    """Give the decision that a case of this session was last frozen at, None where it never was."""
    found: Decided | None = st.session_state.get(DECIDED, {}).get(case.key)
    return found


def keep_decided(case: Source, decided: Decided | None) -> None:
    """Keep with a case the decision that it was frozen at."""
    if decided is not None:
        st.session_state.setdefault(DECIDED, {})[case.key] = decided


def scenarios_of(case: Source) -> dict[str, Mapping[str, Value]]:
    """Give the scenarios that the session keeps for a case, by name; what is put into it is kept."""
    every: dict[str, dict[str, Mapping[str, Value]]] = st.session_state.setdefault(SCENARIOS, {})
    return every.setdefault(case.key, {})


def open_saved(file_name: str, content: bytes) -> None:
    """Make a saved case the session's own, and show it as it stood; CaseError where it is at fault."""
    open_as_it_stood(*read_saved(file_name, content))


def open_as_it_stood(case: Source, stood: Opened) -> None:
    """Make a source the session's own case, and show it as it stood; CaseError as with `open_own`."""
    open_own(case, changes=stood.changes, name=stood.name, weights=stood.weights)
    scenarios_of(case).update(stood.scenarios)
    keep_decided(case, stood.decided)


def open_own(
    opened: Source,
    *,
    changes: Mapping[str, Value] = NO_CHANGES,
    name: str = "",
    weights: Weights | None = None,
    option: str = "",
) -> None:
    """Make a source the session's own case, and show it with these changes, their name, weights and option in detail.

    Raises CaseError where the case, or the case with the changes, cannot be worked out: then the one before it stays.
    """
    state.try_out(opened, NO_CHANGES)
    if changes:
        state.try_out(opened, changes)
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
