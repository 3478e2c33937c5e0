"""Keeping the user's weights as a judgement of the case, so that several people's can stand beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from colocate.analysis.weighing.asking import judgement_of
from colocate.case.weighing import Judgement, SwingChoice
from colocate.casefile.changing import write_changes
from colocate.casefile.judgements import write_judgement
from colocate.ui import state
from colocate.ui.failing import guarded
from colocate.ui.parts import sentence
from colocate.ui.state import Scene
from colocate.words.pages import weighing as words
from colocate.words.weighing_questions import LONGEST_NAME, LONGEST_SOURCE, fault_of_name, with_note


def draw(here: Scene, points: Mapping[str, float], choices: Sequence[SwingChoice], changed: str) -> None:
    """Ask whose weights these are and who was asked, and offer the case with them in it."""
    weights, language = here.choice.weights, here.language
    _text("by", words.label("by", language), weights.by, LONGEST_NAME)
    _text("asked", words.label("asked", language), weights.asked, LONGEST_SOURCE)
    fault = fault_of_name(weights.by, language)
    if fault:
        sentence(fault)
    ready = bool(weights.by.strip() and weights.asked.strip() and not fault)
    judgement = with_note(judgement_of(weights.by, weights.asked, points, choices), changed, language)
    st.download_button(
        words.label("save", language),
        partial(_case, here, judgement) if ready else b"",
        file_name=f"{Path(here.source.file_name).stem}-weights.toml",
        mime="application/toml",
        on_click="ignore",
        disabled=not ready,
        key="save judgement",
    )
    sentence(words.note("keep", language), quiet=True)


def _text(name: str, label: str, value: str, most: int) -> None:
    key = f"judgement {name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    st.text_input(
        label,
        key=key,
        max_chars=most,
        on_change=guarded(
            lambda: state.choose(weights=replace(state.choice().weights, **{name: st.session_state[key]}))
        ),
    )


def _case(here: Scene, judgement: Judgement) -> bytes:
    return write_judgement(write_changes(here.source.text, here.choice.changes), judgement).encode()
