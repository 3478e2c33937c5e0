"""What a session has typed as answers to the questions, and which question it is at.

The question stands in the address, so that the browser's way back leads to the one before.
"""

from __future__ import annotations

import streamlit as st

from colocate.casefile.questions.answers import QUESTIONS
from colocate.casefile.questions.typed import LONGEST_WORDS, Typed, is_field, kept_text, typed_in

QUESTION, CHECK = "question", "check"
"""The parameter of the address that names the question, and the name of the page on which answers are checked."""

TYPED, AT, NUMBER = "answers typed", "question seen last", "answers changed"
STEPS = (*QUESTIONS, CHECK)


def typed() -> Typed:
    """Give what was typed, by field."""
    found: dict[str, str] = st.session_state.setdefault(TYPED, {})
    return found


def put(name: str, text: str) -> None:
    """Keep what was typed into a field; KeyError for a field that there is not."""
    if not is_field(name):
        raise KeyError(name)
    found = {**typed(), name: text[:LONGEST_WORDS]}
    st.session_state[TYPED] = {one: kept for one, kept in found.items() if kept}


def forget() -> None:
    """Forget all answers, and begin again."""
    st.session_state[TYPED] = {}
    turn_to(STEPS[0])


def as_text() -> str:
    """Give what was typed as text to be kept; empty where nothing is."""
    return kept_text(typed()) if typed() else ""


def take_up(text: str) -> None:
    """Take up what was kept, unless something has been typed since."""
    if not typed():
        st.session_state[TYPED] = typed_in(text)


def shown() -> str:
    """Give the question that the address names, else the one seen last, else the first."""
    named = st.query_params.get(QUESTION, "")
    here: str = named if named in STEPS else st.session_state.get(AT, STEPS[0])
    st.session_state[AT] = here
    return here


def turn_to(name: str) -> None:
    """Turn to a question, or to the page on which answers are checked."""
    st.session_state[AT] = name
    st.query_params[QUESTION] = name


def after(name: str) -> str:
    """Give what follows a question."""
    return STEPS[STEPS.index(name) + 1]


def before(name: str) -> str:
    """Give the question before one; empty before the first."""
    return STEPS[STEPS.index(name) - 1] if STEPS.index(name) else ""
