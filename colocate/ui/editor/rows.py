"""The table of constituents: cells that are typed or pasted, rows added and deleted."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from colocate.casefile.editing import rows as table
from colocate.casefile.editing.state import Editing
from colocate.safe import for_markdown
from colocate.ui import parts as pieces
from colocate.ui.editor import plan
from colocate.ui.editor.holding import Act, does
from colocate.ui.failing import guarded
from colocate.words.language import Language
from colocate.words.pages import editor as words

BASE = "rows as the table began"
TALL = 420
"""Pixels of the table; more rows scroll in it."""

Rows = list[dict[str, str]]


def draw(editing: Editing, language: Language) -> None:
    """Draw the table, and a place to paste rows into."""
    say = language.say
    columns, rows = table.rows_of(editing)
    pieces.heading(words.rows_counted(len(rows), language))
    st.caption(say(words.ROWS_HELP))
    base = _base(rows)
    key = f"rows {hashlib.sha256(repr(base).encode()).hexdigest()[:12]}"
    st.data_editor(
        base,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        height=min(TALL, 90 + 35 * len(base)),
        column_order=columns,
        column_config={
            column: st.column_config.TextColumn(say(words.COLUMNS[column]) if column in words.COLUMNS else column)
            for column in columns
        },
        on_change=guarded(does(_changed)),
        args=(key,),
        alt=words.table_words(len(rows), language),
    )
    plan.draw(editing, language)
    with st.expander(say(words.PASTE), key="paste rows"):
        st.text_area(say(words.PASTE), key="pasted rows", help=say(words.PASTE_HELP), height=160)
        with st.container(horizontal=True, gap="small"):
            st.button(say(words.PASTE_ADD), key="add pasted", on_click=guarded(does(_pasted)), args=(False,))
            st.button(say(words.PASTE_INSTEAD), key="pasted instead", on_click=guarded(does(_pasted)), args=(True,))
        if st.session_state.get("pasted rows") and not table.pasted(st.session_state["pasted rows"]):
            st.caption(for_markdown(say(words.DID_NOT_HELP)))


def _base(rows: Rows) -> Rows:
    """Give the rows that the table began with: the same until another place changes them."""
    base, now = st.session_state.get(BASE, (None, None))
    if base is None or now != rows:
        st.session_state[BASE] = (rows, rows)
        return rows
    found: Rows = base
    return found


def _changed(key: str) -> Act:
    """Take over what was typed, added and deleted since the table began."""
    edits: Mapping[str, Any] = st.session_state[key]
    base, _ = st.session_state[BASE]
    rows = with_edits(base, edits)
    st.session_state[BASE] = (base, rows)
    return lambda editing: table.with_rows(editing, rows)


def with_edits(base: Sequence[Mapping[str, str]], edits: Mapping[str, Any]) -> Rows:
    """Give the rows of a table with what its editor says was changed, deleted and added."""
    columns = list(base[0]) if base else list(words.COLUMNS)
    changed: dict[int, Mapping[str, Any]] = {int(place): one for place, one in edits.get("edited_rows", {}).items()}
    gone = set(edits.get("deleted_rows", ()))
    kept = [
        {**row, **{column: _text(cell) for column, cell in changed.get(place, {}).items()}}
        for place, row in enumerate(base)
        if place not in gone
    ]
    added = [{column: _text(row.get(column)) for column in columns} for row in edits.get("added_rows", ())]
    return [*kept, *(row for row in added if any(row.values()))]


def _pasted(instead: bool) -> Act:
    new = table.pasted(st.session_state["pasted rows"] or "")
    if new:
        st.session_state["pasted rows"] = ""

    def do(editing: Editing) -> Editing:
        before = [] if instead else table.rows_of(editing)[1]
        return table.with_rows(editing, [*before, *new]) if new else editing

    return do


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)
