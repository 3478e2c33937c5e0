"""Edit case: every part of the case, its fields to type in, and at once what the case says then."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.verdict import verdict
from colocate.casefile.editing.state import Editing, redo, undo
from colocate.safe import for_html, for_markdown
from colocate.ui import state
from colocate.ui.editor import holding, parts
from colocate.ui.editor.holding import Act, does
from colocate.ui.failing import guarded
from colocate.ui.parts import sentence, title
from colocate.ui.state import Scene, futures, scene
from colocate.ui.waiting import UPLOAD
from colocate.words import verdict as answer
from colocate.words.pages import editor as words


def show() -> None:
    """Show the result of the last good state, what is to be mended, and the part of the case that is chosen."""
    here = scene()
    editing = holding.current(here.source)
    st.session_state[state.IS_EDITED] = True
    title(here.language.say(words.TITLE))
    _result(here)
    with st.container():  # of its own, so that the box that is typed in below keeps its place, and the keyboard
        _told(here, editing)
    _back_and_forth(here, editing)
    parts.draw(editing, here.language)


def _result(here: Scene) -> None:
    case, found = here.outcome.case, verdict(futures(here), here.reading)
    said = words.result(
        answer.headline(case, found, here.language), answer.in_money(case, found, here.language), here.language
    )
    st.html(f'<p class="co-lead" aria-live="polite">{for_html(said)}</p>')


def _told(here: Scene, editing: Editing) -> None:
    """Say whose case it is, what becomes of moved levers, and what is to be mended, and where."""
    language = here.language
    sentence(words.whose_case(here.source.case, language, is_own=here.choice.case == UPLOAD), quiet=True)
    if here.choice.changes:
        st.info(for_markdown(words.moved_levers(len(here.choice.changes), language)), icon=":material/tune:")
    if holding.is_back(here.source):
        sentence(language.say(words.BACK))
    faults = editing.faults or holding.without_end()
    if faults or editing.typed:
        st.warning(
            for_markdown(words.result_before(len(faults), len(editing.typed), language)), icon=":material/build:"
        )
    if faults:
        with st.expander(language.say(words.TO_MEND), key="to mend"):
            parts.draw_faults(editing, faults, language)


def _back_and_forth(here: Scene, editing: Editing) -> None:
    say = here.language.say
    with st.container(horizontal=True, gap="small"):
        st.button(
            say(words.UNDO),
            key="undo",
            icon=":material/undo:",
            disabled=not editing.past,
            on_click=guarded(does(_undo)),
        )
        st.button(
            say(words.REDO),
            key="redo",
            icon=":material/redo:",
            disabled=not editing.future,
            on_click=guarded(does(_redo)),
        )


def _undo() -> Act:
    return undo


def _redo() -> Act:
    return redo


if __name__ == "__main__":
    show()
