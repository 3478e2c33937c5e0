"""The fields of a part of the case: a box or a choice for each, its unit beside it, and what is wrong at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

import streamlit as st

from colocate.casefile.editing import actions
from colocate.casefile.editing.fields_typed import as_shown
from colocate.casefile.editing.figures_typed import is_table, unit_of
from colocate.casefile.editing.places import FIGURES, Spot
from colocate.casefile.editing.state import Editing, Typed
from colocate.casefile.editing.typed import shown
from colocate.casefile.faults import Steps, path_of
from colocate.casefile.references import REFERS_TO, called_in, names_in
from colocate.quantity import Quality
from colocate.safe import for_html, for_markdown, one_line
from colocate.ui import parts as pieces
from colocate.ui.editor.holding import OPENED, Act, does
from colocate.ui.failing import guarded
from colocate.words.language import Language
from colocate.words.pages import editor as words

LONG_TEXT = ("summary", "source", "evidence", "reason", "text", "worst", "best")
BOX = 360
"""Pixels of a box beside which a unit has room; on a telephone it takes the whole line."""


def draw(editing: Editing, spot: Spot, language: Language, label: str = "") -> None:
    """Draw one field, in a place of its own: what is told in one moves no other."""
    with st.container(gap="small"):
        _field(editing, spot, language, label)


def _field(editing: Editing, spot: Spot, language: Language, label: str) -> None:
    label = label or language.say(spot.field.note.label)
    kind = spot.field.kind
    if kind in FIGURES and isinstance(spot.written, list):
        _by_year(editing, spot, label, language)
        return
    if kind in FIGURES:
        _figure(editing, spot, label, language)
    elif kind == "switch":
        _switch(spot, label, language)
    elif kind == "choice" or (kind == "text" and spot.field.name in REFERS_TO and spot.record.steps):
        _choice(editing, spot, label, language)
    else:
        _words(editing, spot, label, language)
    _wrong(editing, spot, language)


def _figure(editing: Editing, spot: Spot, label: str, language: Language) -> None:
    """Draw the one box of a figure, its unit, where it is from, and on demand its parts."""
    key = _key(spot.steps)
    unit = words.unit_beside(unit_of(spot), language)
    pending = editing.typed.get(spot.steps)
    st.session_state[key] = shown(spot.written) if pending is None else pending.text
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            for_markdown(words.boxed(label, unit, language)),
            key=key,
            help=for_markdown(words.help_of_field(spot, language)),
            on_change=guarded(does(_typed)),
            args=(spot.steps, key),
            width=BOX,
            max_chars=400,
        )
        if spot.written is not None:
            is_open = st.session_state.get(OPENED) == spot.steps
            st.button(
                language.say(words.CLOSE if is_open else words.DETAILS),
                key=f"open {key}",
                help=for_markdown(words.details_of(label, language)),
                type="tertiary",
                icon=":material/close:" if is_open else ":material/edit_note:",
                on_click=guarded(_open),
                args=(spot.steps, is_open),
            )
    _where_from(editing, spot, language)
    if spot.written is not None and st.session_state.get(OPENED) == spot.steps:
        _details(editing, spot, language)


def _where_from(editing: Editing, spot: Spot, language: Language) -> None:
    """Say where a figure comes from, and whether it is a default or shared with other places."""
    written, told = spot.written, []
    if is_table(written):
        told.append(words.where_from(str(written.get("quality", "")), str(written.get("source", "")), language))
        told.append(words.a_default(str(written.get("default", "")), language))
    elif written is not None:
        told.append(words.stated(language))
    name = spot.shared or (str(spot.steps[1]) if spot.steps[0] == "shared" else "")
    uses = editing.map.uses.get(name, ())
    if name and len(uses) > 0:
        told.append(words.used_in(len(uses), name, language))
    if any(told):
        st.caption(for_markdown(" · ".join(one for one in told if one)))


def _details(editing: Editing, spot: Spot, language: Language) -> None:
    """Draw what a figure has besides its numbers."""
    say, key, written = language.say, _key(spot.steps), spot.written
    table: Mapping[str, Any] = written if is_table(written) else {}
    with st.container(border=True):
        st.session_state[f"source {key}"] = str(table.get("source", ""))
        st.text_area(
            say(words.SOURCE),
            key=f"source {key}",
            on_change=guarded(does(_part_typed)),
            args=(spot.steps, "source", f"source {key}"),
            height="content",
            max_chars=4000,
        )
        with st.container(horizontal=True, gap="small"):
            qualities = list(get_args(Quality))
            _part(spot, "quality", words.QUALITY, qualities, words.QUALITIES, table.get("quality", "exact"), language)
            units = {unit: words.unit_beside(unit, language) for unit in spot.units}
            if len(units) > 1:
                _part(spot, "unit", words.UNIT, list(units), units, unit_of(spot), language)
            if "low" in table and "high" in table:
                _part(
                    spot, "shape", words.SHAPE, list(words.SHAPES), words.SHAPES, table.get("shape", "pert"), language
                )
        if table and not spot.is_chance:
            here = (*spot.steps, "settled")
            pending = editing.typed.get(here)
            st.session_state[f"hold {key}"] = shown(table.get("settled")) if pending is None else pending.text
            st.text_input(
                say(words.HOLD),
                key=f"hold {key}",
                help=say(words.HOLD_HELP),
                on_change=guarded(does(_held)),
                args=(spot.steps, f"hold {key}"),
                width=BOX,
            )
            if pending is not None:
                tell(words.not_taken(pending, language))
        st.session_state[f"lever {key}"] = bool(table.get("lever"))
        st.toggle(
            say(words.LEVER),
            key=f"lever {key}",
            on_change=guarded(does(_part_typed)),
            args=(spot.steps, "lever", f"lever {key}"),
        )
        if spot.shared:
            st.button(
                say(words.OWN_FIGURE),
                key=f"own {key}",
                on_click=guarded(does(_own_figure)),
                args=(spot.steps,),
            )
        if spot.field.kind == "figures" and spot.steps[0] != "shared" and not isinstance(spot.steps[-1], int):
            st.button(
                say(words.ONE_MORE_YEAR),
                key=f"year {key}",
                on_click=guarded(does(_by_years)),
                args=(spot.steps,),
            )


def _part(
    spot: Spot, part: str, label: str, values: list[Any], names: Mapping[Any, str], now: Any, language: Language
) -> None:
    """Draw the choice of a part of a figure."""
    key = f"{part} {_key(spot.steps)}"
    known = values if now in values else [*values, now]
    st.session_state[key] = now
    st.selectbox(
        language.say(label),
        known,
        format_func=lambda one: language.say(names[one]) if one in names else str(one),
        key=key,
        on_change=guarded(does(_part_typed)),
        args=(spot.steps, part, key),
        width=BOX,
    )


def _by_year(editing: Editing, spot: Spot, label: str, language: Language) -> None:
    """Draw a figure that has one value a year."""
    for year in range(len(spot.written)):
        inner = editing.map.spot((*spot.steps, year))
        if inner is not None:
            draw(editing, inner, language, words.label_of_year(label, year, language))
    with st.container(horizontal=True, gap="small"):
        key = _key(spot.steps)
        st.button(
            language.say(words.ONE_MORE_YEAR),
            key=f"year {key}",
            on_click=guarded(does(_by_years)),
            args=(spot.steps,),
        )
        if len(spot.written) > 1:
            last = (*spot.steps, len(spot.written) - 1)
            st.button(
                language.say(words.ONE_YEAR_LESS),
                key=f"less {key}",
                on_click=guarded(does(_leave_out)),
                args=(last,),
            )


def _switch(spot: Spot, label: str, language: Language) -> None:
    usual = spot.field.default
    names: dict[bool | None, str] = {True: words.YES, False: words.NO}
    if spot.written is None and not isinstance(usual, bool):
        names = {None: words.NOT_TOLD, **names}
    now = spot.written if spot.written in (True, False) else usual if isinstance(usual, bool) else None
    _pick(spot, label, list(names), now, lambda one: language.say(names[one]), language)


def _choice(editing: Editing, spot: Spot, label: str, language: Language) -> None:
    """Draw the choice among several words, or among the names of a list of the case."""
    field = spot.field
    refers = REFERS_TO.get(field.name, "") if field.kind == "text" else ""
    known = names_in(editing.document, refers) if refers else [one for one in field.choices if one]
    known = list(dict.fromkeys([spot.record.base, *known])) if refers == "currencies" else known
    usual = field.default if isinstance(field.default, str) else ""
    now = spot.written if isinstance(spot.written, str) else usual
    values = known if now in known and field.required else ["", *known]
    values = values if now in values else [*values, now]

    called = called_in(editing.document, refers) if refers else {}

    def name(one: str) -> str:
        if not one:
            return language.say(words.NOT_TOLD)
        return one_line(called.get(one, one), 120) if one in known else words.not_one_of(one, language)

    _pick(spot, label, values, now, name, language)


def _pick(
    spot: Spot, label: str, values: list[Any], now: object, name: Callable[[Any], str], language: Language
) -> None:
    """Draw the box in which one of several values is picked."""
    key = _key(spot.steps)
    st.session_state[key] = now
    st.selectbox(
        for_markdown(label),
        values,
        format_func=name,
        key=key,
        help=for_markdown(words.help_of_field(spot, language)),
        on_change=guarded(does(_chosen)),
        args=(spot.steps, key),
        width=BOX,
    )


def _words(editing: Editing, spot: Spot, label: str, language: Language) -> None:
    """Draw a box for words, a whole number, a day, or a list of them."""
    key, field = _key(spot.steps), spot.field
    pending = editing.typed.get(spot.steps)
    st.session_state[key] = as_shown(field, spot.written) if pending is None else pending.text
    label, explained = for_markdown(label), for_markdown(words.help_of_field(spot, language))
    given = (spot.steps, key)
    if field.kind in ("texts", "weights") or field.name in LONG_TEXT:
        st.text_area(
            label,
            key=key,
            help=explained,
            on_change=guarded(does(_typed)),
            args=given,
            height="content",
            max_chars=4000,
        )
    else:
        width: int | Literal["stretch"] = BOX if field.kind in ("whole", "date") else "stretch"
        st.text_input(
            label, key=key, help=explained, on_change=guarded(does(_typed)), args=given, width=width, max_chars=4000,
        )  # fmt: skip


def _wrong(editing: Editing, spot: Spot, language: Language) -> None:
    """Say at a field what is wrong there: with what was typed and not taken, and with what stands there."""
    pending = editing.typed.get(spot.steps)
    if pending is not None:
        tell(words.not_taken(pending, language))
        _readings(spot.steps, pending)
        return
    for fault in dict.fromkeys([*editing.faults_at(spot.steps), *(editing.faults_at(spot.of) if spot.shared else ())]):
        tell(words.fault_words(fault, language))


def _readings(steps: Steps, pending: Typed) -> None:
    with st.container(horizontal=True, gap="small"):
        for reading in pending.readings:
            st.button(
                for_markdown(reading),
                key=f"reading {reading} {_key(steps)}",
                on_click=guarded(does(_take_reading)),
                args=(steps, reading),
            )


def tell(said: str) -> None:
    """Say what is wrong, at its place."""
    st.html(f'<p class="co-text co-after" role="alert">{for_html(said)}</p>')


def note(said: str) -> None:
    """Write a quiet sentence between fields."""
    pieces.sentence(said, quiet=True)


def _key(steps: Steps) -> str:
    return f"edit {path_of(steps)}"


def _open(steps: Steps, is_open: bool) -> None:
    st.session_state[OPENED] = None if is_open else steps


def _typed(steps: Steps, key: str) -> Act:
    text = st.session_state[key] or ""
    return lambda editing: actions.type_at(editing, steps, text)


def _chosen(steps: Steps, key: str) -> Act:
    value = st.session_state[key]
    return lambda editing: actions.choose_at(editing, steps, value)


def _part_typed(steps: Steps, part: str, key: str) -> Act:
    value = st.session_state[key]
    return lambda editing: actions.set_part(editing, steps, part, value)


def _held(steps: Steps, key: str) -> Act:
    text = st.session_state[key] or ""
    return lambda editing: actions.hold_at(editing, steps, text)


def _own_figure(steps: Steps) -> Act:
    return lambda editing: actions.own_figure(editing, steps)


def _by_years(steps: Steps) -> Act:
    return lambda editing: actions.by_year(editing, steps)


def _leave_out(steps: Steps) -> Act:
    return lambda editing: actions.leave_out(editing, steps)


def _take_reading(steps: Steps, reading: str) -> Act:
    if steps[-1] == "settled":
        return lambda editing: actions.hold_at(editing, steps[:-1], reading)
    return lambda editing: actions.type_at(editing, steps, reading)
