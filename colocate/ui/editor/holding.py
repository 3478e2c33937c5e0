"""The case that a session changes: kept by the version of the case that it led to, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import cast

import streamlit as st

from colocate.casefile.changing import change, write_changes
from colocate.casefile.editing.drafts import draft_of, read_draft, with_draft
from colocate.casefile.editing.state import Editing, Good, begin, with_text
from colocate.casefile.faults import CaseError, Fault, Steps
from colocate.ui import opened, state
from colocate.ui.state import Source, scene
from colocate.ui.weights_address import read_weights, written_weights

EDITINGS, PART, OPENED, REMOVING = "cases being changed", "part of the case", "figure opened", "part to remove"
ENDLESS, BACK, LEFT = "case without end", "typed before loading", "cases left by edits"
MOST_HELD = 20
"""Versions of cases that are being changed, for the browser's way back."""

Act = Callable[[Editing], Editing]


def current(source: Source) -> Editing:
    """Give the case as it is being changed: begun with what is shown, unless it was begun before."""
    held = _held()
    if source.key not in held:
        _keep(source.key, begin(source.file_name, source.text, source.tables))
    return held[source.key]


def act(do: Act) -> None:
    """Change the case; where it is good after that, it is the session's own, and what all pages show."""
    source = scene().source
    before = current(source)
    changes = state.choice().changes
    left = changes
    if changes:
        try:
            before = with_text(before, write_changes(before.text, changes))
        except CaseError:  # of a case that is at fault: what was moved stays moved
            pass
        else:
            left = {}
    after = do(before)
    st.session_state.pop(ENDLESS, None)
    st.session_state.pop(BACK, None)
    if after.good is None or (after.good.text, after.good.tables) == (source.text, source.tables):
        _keep(source.key, after)
        return
    good = after.good
    made = opened.source(source.file_name, good.text, good.case, good.tables)
    _keep(source.key, after)
    if made.key == source.key:
        return
    chosen = state.choice()
    option = chosen.option if chosen.option in {one.id for one in good.case.options} else ""
    state.keep_over_edit(source, made)
    weights, _ = read_weights(written_weights(chosen.weights, exactly=True), good.case)
    try:
        opened.open_own(made, changes=left, name=chosen.name if left else "", weights=weights, option=option)
    except CaseError as error:  # it can be read, and not worked out
        st.session_state[ENDLESS] = error.faults
        return
    _keep(source.key, before)
    _keep(made.key, after)
    st.session_state[LEFT] = (*left_behind(), source.key)[-MOST_HELD:]
    _take_scenarios_along(source, made)
    opened.keep_decided(made, opened.decided_of(source))


def _take_scenarios_along(before: Source, after: Source) -> None:
    """Keep the scenarios of a case for the one that it has become, those that can still be made."""
    found = opened.scenarios_of(after)
    for name, changes in opened.scenarios_of(before).items():
        with suppress(CaseError):
            change(after.case, changes)
            found.setdefault(name, changes)


def without_end() -> tuple[Fault, ...]:
    """Give why the case cannot be worked out, though nothing is wrong with any field of it."""
    return cast("tuple[Fault, ...]", st.session_state.get(ENDLESS, ()))


def does(do: Callable[..., Act]) -> Callable[..., None]:
    """Make what a control does of an action and what the action needs; to be guarded, so that the case stays."""
    return lambda *given: act(do(*given))


def shown_part() -> Steps:
    """Give the place of the part that is shown."""
    return cast("Steps", st.session_state.get(PART, ()))


def show_part(steps: Steps) -> None:
    """Show another part."""
    st.session_state[PART] = steps
    st.session_state.pop(REMOVING, None)
    st.session_state.pop(OPENED, None)


def draft(source: Source) -> str:
    """Give what was typed and is not good yet of a case, as text to be kept; empty where all of it is."""
    held = _held().get(source.key)
    return "" if held is None else draft_of(held, source.text, source.tables, shown_part())


def take_up(kept: str) -> bool:
    """Take up what was not good yet when the page was loaded anew, at its place, unless something was typed since."""
    source, found = scene().source, read_draft(kept)
    before = current(source)
    if found is None or before.past or before.typed:
        return False
    after = with_draft(before, found)
    endless = () if after.good is None else _why_not_worked_out(source, after.good)
    if after.is_good and not after.typed and not endless:
        return False
    st.session_state[ENDLESS] = endless
    _keep(source.key, after)
    show_part(found.part)
    st.session_state[BACK] = source.key
    return True


def is_back(source: Source) -> bool:
    """Tell whether what is typed was brought back, and nothing has been typed since."""
    return bool(st.session_state.get(BACK) == source.key)


def left_behind() -> tuple[str, ...]:
    """Give the keys of the cases that edits have made others of: nothing of them is unfinished any more."""
    found: tuple[str, ...] = st.session_state.get(LEFT, ())
    return found


def _why_not_worked_out(source: Source, good: Good) -> tuple[Fault, ...]:
    """Give why a case that can be read cannot be worked out; nothing where it can."""
    try:
        state.try_out(opened.source(source.file_name, good.text, good.case, good.tables), opened.NO_CHANGES)
    except CaseError as error:
        return error.faults
    return ()


def _held() -> dict[str, Editing]:
    held: dict[str, Editing] = st.session_state.setdefault(EDITINGS, {})
    return held


def _keep(key: str, editing: Editing) -> None:
    held = _held()
    held.pop(key, None)
    held[key] = editing
    while len(held) > MOST_HELD:
        held.pop(next(iter(held)))
