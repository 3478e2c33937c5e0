"""Which option a page shows in detail; the choice holds on every page and stands in the address."""

from __future__ import annotations

import streamlit as st

from colocate.safe import one_line
from colocate.ui import state
from colocate.ui.failing import guarded
from colocate.ui.state import Scene
from colocate.words.pages import common as words


def pick_option(here: Scene) -> None:
    """Draw the picker of options; the baseline can be looked at, too."""
    names = {option.id: one_line(option.name, 120) for option in here.outcome.options}
    baseline = here.outcome.baseline.id
    names[baseline] = words.as_the_baseline(names[baseline], here.language)
    st.session_state["option"] = here.option
    st.selectbox(
        words.option_in_detail(here.language),
        list(names),
        format_func=names.__getitem__,
        key="option",
        on_change=guarded(lambda: state.choose(option=st.session_state["option"])),
    )
