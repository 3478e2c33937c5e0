"""The original beside the user's own: a strip that shows what the changes do, and keeps them under a name."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

import streamlit as st

from colocate.analysis.scenarios import Comparison, compared
from colocate.casefile.changing import Value
from colocate.safe import for_html, one_line
from colocate.ui import address, state
from colocate.ui.failing import guarded
from colocate.ui.opened import scenarios_of
from colocate.ui.parts import Words, table
from colocate.ui.state import Scene
from colocate.ui.waiting import UPLOAD
from colocate.words import scenarios as said
from colocate.words.naming import short_name

COMPARED, NAME, SHOWN = "compared", "scenario name", "scenario shown"

Kept = dict[str, Mapping[str, Value]]


def draw(here: Scene) -> None:
    """Draw the strip as soon as something is changed, and the choice of scenarios once one is kept."""
    kept = _kept(here)
    changes, name = here.choice.changes, here.choice.name
    if changes and name and name not in kept:
        kept[name] = dict(changes)  # as named by the link that was opened
    if not changes and not kept:
        return
    with st.container(border=True, gap="small", key="strip"):
        if changes:
            _strip(here)
        if kept:
            _choice(here, kept)
        if changes:
            _name_and_link(here, kept)


def _strip(here: Scene) -> None:
    """Show what was changed, and each option before and after."""
    found = state.kept(
        COMPARED, here, lambda: compared(state.original(here), state.futures(here), here.reading), here.reading
    )
    case, say = here.outcome.case, here.language.say
    changes = "".join(f"<li>{for_html(one)}</li>" for one in said.changes_in_words(found, case, here.language))
    st.html(
        f'<h2 class="co-section co-close">{for_html(say(said.TITLE))}</h2>'
        f'<p class="co-text">{for_html(said.finding(found, case, here.language))}</p>'
        f'<ul class="co-list co-quiet co-close">{changes}</ul>'
    )
    _table(here, found)


def _table(here: Scene, found: Comparison) -> None:
    """Write each option's cost, odds and access before and after; columns without anything in them are left out."""
    language, standings = here.language, [one for each in found.options for one in (each.before, each.after)]
    columns = [language.say(said.OPTION), language.say(said.COST, currency=here.currency)]
    rows: list[list[Words]] = [
        [short_name(here.outcome.case, each.option), said.costs_in_words(each, language)] for each in found.options
    ]
    for known, heading, written in (
        (any(one.odds is not None for one in standings), said.ODDS, said.odds_in_words),
        (any(one.access is not None for one in standings), said.ACCESS, said.access_in_words),
    ):
        if known:
            columns.append(language.say(heading))
            for row, each in zip(rows, found.options, strict=True):
                row.append(written(each, language))
    table(columns, rows, title=language.say(said.TITLE), dense=True)


def _choice(here: Scene, kept: Kept) -> None:
    """Draw the choice between the original and the scenarios kept, with what is shown now if it is neither."""
    say, changes, name = here.language.say, here.choice.changes, here.choice.name
    labels = {"": say(said.ORIGINAL), **{f"={one}": one_line(one) for one in kept}}
    shown = f"={name}" if kept.get(name) == changes else ""
    if changes and not shown:
        shown = "?"
        labels[shown] = said.changed_since(one_line(name), here.language) if name in kept else say(said.NOT_KEPT)
    st.session_state[SHOWN] = shown
    st.selectbox(
        say(said.SHOWN),
        list(labels),
        format_func=lambda one: labels[one],
        key=SHOWN,
        on_change=guarded(_switched),
        args=(kept,),
    )


def _name_and_link(here: Scene, kept: Kept) -> None:
    say, name = here.language.say, here.choice.name
    with st.expander(say(said.NAME_AND_SHARE), expanded=False, key="scenario fold", on_change="rerun") as fold:
        if not fold.open:
            return
        st.session_state.setdefault(NAME, name)
        st.text_input(say(said.NAME), key=NAME, max_chars=address.LONGEST_NAME, help=say(said.NAME_HELP))
        with st.container(horizontal=True, gap="small"):
            st.button(
                say(said.KEEP), key="keep scenario", on_click=guarded(_keep), args=(kept, dict(here.choice.changes))
            )
            if name in kept:
                st.button(say(said.RENAME), key="rename scenario", on_click=guarded(_rename), args=(kept, name))
                st.button(say(said.REMOVE), key="remove scenario", on_click=guarded(_remove), args=(kept, name))
        st.caption(say(said.LINK))
        st.code(link(here), language=None, wrap_lines=True)
        if here.choice.case == UPLOAD:
            st.caption(say(said.LINK_OF_AN_UPLOAD))


def link(here: Scene) -> str:
    """Give the address that opens what is shown in another browser."""
    page = (st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode(address.written(here.choice, here.source, ''), quote_via=quote)}"


def _kept(here: Scene) -> Kept:
    """Give the scenarios of this case that the session keeps, by name."""
    return scenarios_of(here.source)


def _typed(kept: Kept, otherwise: str) -> str:
    """Give the name in the field; where it is empty, the one it had, or a number."""
    numbered = next(str(number) for number in range(1, len(kept) + 2) if str(number) not in kept)
    return one_line(str(st.session_state[NAME]), address.LONGEST_NAME) or otherwise or numbered


def _keep(kept: Kept, changes: Mapping[str, Value]) -> None:
    name = _typed(kept, "")
    kept[name] = changes
    state.choose(name=name)
    st.session_state[NAME] = name


def _rename(kept: Kept, old: str) -> None:
    name = _typed(kept, old)
    entries = [(name if one == old else one, changes) for one, changes in kept.items() if one == old or one != name]
    kept.clear()
    kept.update(entries)
    state.choose(name=name)


def _remove(kept: Kept, name: str) -> None:
    """Take a scenario out of the list; its changes stay on the screen, without a name."""
    kept.pop(name)
    state.choose(name="")
    st.session_state[NAME] = ""


def _switched(kept: Kept) -> None:
    chosen = st.session_state[SHOWN]
    if chosen == "":
        state.choose(changes={}, name="")
    elif chosen != "?":
        state.choose(changes=dict(kept[chosen[1:]]), name=chosen[1:])
    st.session_state[NAME] = state.choice().name
