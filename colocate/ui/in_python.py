"""*Reproduce in Python* at the foot of a page: the lines that give its figures, to be copied."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from colocate.casefile.reading import SUFFIX
from colocate.export.snippets import TWO_CASES, Shown, snippet
from colocate.ui import others
from colocate.ui.making import stem_of
from colocate.ui.parts import sentence
from colocate.ui.state import Scene
from colocate.ui.waiting import UPLOAD
from colocate.words.pages import in_python as words


def draw(scene: Scene, page: str, data: Path) -> None:
    """Fold the lines for a page, where it shows figures; `data` has our own cases."""
    choice, language = scene.choice, scene.language
    is_own = choice.case == UPLOAD
    file = f"{stem_of(scene)}{SUFFIX}" if is_own else f"data/{scene.source.file_name}"
    other = others.file_of(scene, file, data) if page == TWO_CASES else None
    lines = snippet(
        page,
        Shown(
            file=file,
            case=scene.outcome.case,
            draws=scene.draws,
            changes=choice.changes,
            reading=scene.reading,
            weights=choice.weights,
            other="" if other is None else other.name,
            other_changed=other is not None and other.is_changed,
        ),
    )
    if not lines:
        return
    with st.expander(words.label(language)):
        sentence(words.own_case(file, language) if is_own else words.our_case(language), quiet=True)
        if other is not None and other.is_own:
            sentence(words.other_case(other.name, language), quiet=True)
        st.code(lines, language="python", wrap_lines=True)
