"""Which option a page shows in detail; the choice holds on every page and stands in the address."""

from __future__ import annotations

import streamlit as st

from colocate.ui import state
from colocate.ui.state import Scene
from colocate.ui.words import plain


def pick_option(here: Scene) -> None:
    """Draw the picker of options; the baseline can be looked at, too."""
    names = {option.id: plain(option.name, 120) for option in here.outcome.options}
    baseline = here.outcome.baseline.id
    st.session_state["option"] = here.option
    st.selectbox(
        "Option in detail",
        list(names),
        format_func=lambda one: f"{names[one]} (the others are compared with it)" if one == baseline else names[one],
        key="option",
        on_change=lambda: state.choose(option=st.session_state["option"]),
    )
