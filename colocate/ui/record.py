"""Keeping the user's weights as a judgement of the case, so that several people's can stand beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from colocate.case.weighing import Judgement, SwingChoice
from colocate.casefile.changing import write_changes
from colocate.casefile.judgements import write_judgement
from colocate.ui import state
from colocate.ui.parts import sentence
from colocate.ui.state import Scene
from colocate.words.weighing_questions import LONGEST_NAME, LONGEST_SOURCE, fault_of_name, judgement_of


def draw(here: Scene, points: Mapping[str, float], choices: Sequence[SwingChoice], changed: str) -> None:
    """Ask whose weights these are and who was asked, and offer the case with them in it."""
    weights = here.choice.weights
    st.html('<h3 class="co-small">Keep these weights in the case</h3>')
    _text("by", "Whose weights: a role or body, not a person's name", weights.by, LONGEST_NAME)
    _text("asked", "Who was asked, when and how", weights.asked, LONGEST_SOURCE)
    fault = fault_of_name(weights.by)
    if fault:
        sentence(fault)
    ready = bool(weights.by.strip() and weights.asked.strip() and not fault)
    st.download_button(
        "Save the case with these weights (TOML)",
        partial(_case, here, judgement_of(weights.by, weights.asked, points, choices, changed)) if ready else b"",
        file_name=f"{Path(here.source.file_name).stem}-weights.toml",
        mime="application/toml",
        on_click="ignore",
        disabled=not ready,
        key="save judgement",
    )
    sentence(
        "Open the saved case together with its tables, and the next person's weights can stand beside these. Weights "
        "changed after their result was seen are kept with a note that says so.",
        quiet=True,
    )


def _text(name: str, label: str, value: str, most: int) -> None:
    key = f"judgement {name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    st.text_input(
        label,
        key=key,
        max_chars=most,
        on_change=lambda: state.choose(weights=replace(state.choice().weights, **{name: st.session_state[key]})),
    )


def _case(here: Scene, judgement: Judgement) -> bytes:
    return write_judgement(write_changes(here.source.text, here.choice.changes), judgement).encode()
