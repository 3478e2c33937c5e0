"""What a session has typed as answers to the questions, and which question it is at.

The question stands in the address, so that the browser's way back leads to the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from colocate.casefile.questions.answers import QUESTIONS
from colocate.casefile.questions.typed import LONGEST_WORDS, Typed, is_field, kept_text, typed_in

QUESTION, CHECK = "question", "check"
"""The parameter of the address that names the question, and the name of the page on which answers are checked."""

TYPED, AT, OTHERS, ASIDE = "answers typed", "question seen last", "other answers", "answers put aside"
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


def take_up(kept: Sequence[tuple[str, bool]]) -> None:
    """Take up the answers of this tab, unless something has been typed since; those of other tabs stand by.

    `kept` has each text, and whether it is this tab's.
    """
    for text, own in kept:
        if own and not typed():
            st.session_state[TYPED] = typed_in(text)
    st.session_state[OTHERS] = [found for text, own in kept if not own and (found := typed_in(text))]


def others() -> list[dict[str, str]]:
    """Give other answers that the browser keeps, typed in another tab or put aside; none that is as here."""
    found: list[dict[str, str]] = st.session_state.get(OTHERS, [])
    return [one for one in found if one != typed()]


def exchange(chosen: Typed) -> None:
    """Take up other answers in place of these, which are put aside."""
    if typed():
        st.session_state[ASIDE] = (*st.session_state.get(ASIDE, ()), as_text())
        st.session_state[OTHERS] = [*others(), typed()]
    st.session_state[TYPED] = dict(chosen)


def put_aside() -> tuple[str, ...]:
    """Give the answers that are to be kept beside those of this tab."""
    found: tuple[str, ...] = st.session_state.get(ASIDE, ())
    return found


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
