"""The plan in the editor on which the place of a constituent is picked; no map is fetched from anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from colocate.analysis.access.plan import bar_length
from colocate.casefile.editing.ground import Ground, ground_of, moved_to, names_of, picked
from colocate.casefile.editing.rows import rows_of
from colocate.casefile.editing.state import Editing
from colocate.safe import for_markdown, one_line
from colocate.ui.editor.holding import act
from colocate.ui.editor.plan_script import SCRIPT
from colocate.ui.failing import guarded
from colocate.words.language import Language
from colocate.words.pages import editor as words

PLAN = st.components.v2.component("colocate_plan", js=SCRIPT, isolate_styles=False)
CHOSEN = "constituent placed"
LONGEST = 60


def draw(editing: Editing, language: Language) -> None:
    """Draw, on demand, the choice of a constituent and the plan; a press on it puts the constituent there."""
    _, rows = rows_of(editing)
    if not rows:
        return
    with st.expander(language.say(words.PICK), key="pick a place", on_change="rerun") as folded:
        if folded.open:
            _plan(editing, {number: one_line(name, LONGEST) for number, name in names_of(rows).items()}, language)


def _plan(editing: Editing, names: Mapping[int, str], language: Language) -> None:
    ground = ground_of(editing)
    if ground is None:
        st.caption(for_markdown(language.say(words.NO_GROUND)))
        return
    row = st.selectbox(
        language.say(words.PICK_WHOM),
        list(names),
        format_func=lambda number: f"{number + 1}. {names[number]}",
        key=CHOSEN,
        on_change=guarded(lambda: None),
    )
    st.caption(for_markdown(language.say(words.PICK_HELP)))
    told = _told(ground, int(row), names, language)
    said = PLAN(key="plan", data=told, on_picked_change=lambda: None)
    place = picked(said.get("picked"))
    if place is not None:
        number, east, north = place
        guarded(act)(lambda editing: moved_to(editing, number, ground.degrees(east, north)))
        st.rerun()


def _told(ground: Ground, row: int, names: Mapping[int, str], language: Language) -> dict[str, Any]:
    """Give what the plan shows: doors by name, constituents by number, the bar of its scale, and where the cross is."""
    bar = bar_length(2.0 * ground.half)
    return {
        "row": row,
        "half": ground.half,
        "at": list(ground.points.get(row, (0.0, 0.0))),
        "label": words.plan_words(names[row], language),
        "bar": bar,
        "barLabel": words.plan_bar(bar, language),
        "doors": [{"name": one_line(name, 24), "east": at[0], "north": at[1]} for name, at in ground.doors.items()],
        "points": [{"name": str(number + 1), "east": at[0], "north": at[1]} for number, at in ground.points.items()],
    }
