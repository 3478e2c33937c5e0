"""What stands around every page: the address, the case, the levers, the way from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from colocate.casefile.faults import CaseError
from colocate.model.totals import BOOKS, VIEWS
from colocate.ui import address, levers, picker, save, state, style
from colocate.ui.parts import faults_list
from colocate.ui.state import Scene, Source
from colocate.ui.weights_address import read_weights
from colocate.ui.words import as_html, markdown
from colocate.words.language import Language
from colocate.words.money import BOOK_NAMES
from colocate.words.verdict_with_odds import futures_in_words

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

SIDE = "To change a figure or the case: » at the top left."
WITH_ODDS = ("", "decision", "how-sure", "what-changes", "weighing")
VIEW_NAMES = {"cash": "Cash only", "cash and efficiency": "Cash and staff time"}


def show(pages: Sequence[Page], data: Path) -> None:
    """Show the page that the address names, with everything around it."""
    page = st.navigation(list(pages), position="hidden")
    source, left_out = _begin(page.url_path, data)
    outcome, faults = state.work_out(source)
    scene = Scene(source, state.choice(), outcome, _language(), st.context.theme.type == "dark")
    st.session_state[state.SCENE] = scene
    if state.FUTURES in st.session_state and page.url_path in WITH_ODDS:
        state.futures(scene)  # before anything is sent: see the page Decision
    style.draw()
    wanted = address.written(scene.choice, picker.default(data))
    with st.container(horizontal=True, key="pages", gap="small"):
        for one in pages:
            st.page_link(one, query_params=wanted or None)
    picker.draw_faults()
    if faults:
        faults_list("These figures cannot stand together. Shown is the last state that could be worked out.", faults)
    if left_out:
        st.warning(markdown(left_out), icon=":material/link_off:")
    _title(scene)
    page.run()
    # The side is drawn last: a press on a lever changes the page, and what the side shows has changed already.
    with st.sidebar:
        picker.draw(data)
        _readings()
        levers.draw(scene)
        save.draw(scene)
    address.write(scene.choice, picker.default(data))


def _begin(page: str, data: Path) -> tuple[Source, str]:
    """Find out which case and which choice to show; where the address was changed from outside, read it."""
    if not address.must_be_read(page):
        return _source(state.choice(), data), ""
    parameters = address.parameters()
    chosen, ignored = address.read_choice(parameters, picker.known(data), picker.default(data), _language())
    source = _source(chosen, data)
    changes, left_out = address.read_levers(parameters, source.case)
    option = chosen.option if chosen.option in {one.id for one in source.case.options} else ""
    weights, unread = read_weights(parameters, source.case)
    case = state.choice().case
    st.session_state[state.CHOICE] = replace(chosen, case=case, changes=changes, option=option, weights=weights)
    return source, address.note([*ignored, *left_out, *unread], _language())


def _source(chosen: state.Choice, data: Path) -> Source:
    """Give the case chosen; where its file is at fault, say so and take the first that is not."""
    for name in dict.fromkeys([chosen.case or picker.default(data), *picker.known(data)]):
        try:
            source = picker.source_of(name, data)
        except CaseError as error:
            faults_list(f"The case {name} cannot be used; another one is shown.", error.faults)
        except (OSError, KeyError):
            st.error(markdown(f"The case {name} cannot be opened; another one is shown."))
        else:
            same = name == chosen.case
            st.session_state[state.CHOICE] = (
                chosen if same else replace(chosen, case=name, changes={}, option="", weights=state.Weights())
            )
            return source
    st.error("No case can be read. Put a case into the folder data.")
    return st.stop()


def _readings() -> None:
    """Draw whose money is counted, what counts as money, and whether charts are shown."""
    session, choice = st.session_state, state.choice()
    session["book"], session["view"], session["charts"] = choice.book, choice.view, choice.charts
    st.selectbox(
        "Whose money",
        list(BOOKS),
        format_func=lambda book: f"{BOOK_NAMES[book][:1].upper()}{BOOK_NAMES[book][1:]}",
        key="book",
        on_change=lambda: state.choose(book=session["book"]),
        help="The agency alone; all UN entities; or everyone, with the host government and donors.",
    )
    st.selectbox(
        "What counts",
        list(VIEWS),
        format_func=lambda view: VIEW_NAMES[view],
        key="view",
        on_change=lambda: state.choose(view=session["view"]),
        help="Cash leaves or stays in a budget. Staff time is valued in money, and no budget falls by it.",
    )
    st.toggle(
        "Charts",
        key="charts",
        on_change=lambda: state.choose(charts=session["charts"]),
        help="Switch charts off on a slow line. Every finding also stands in words and tables.",
    )


def _title(scene: Scene) -> None:
    case, changed = scene.outcome.case, len(scene.choice.changes)
    made_up = " · illustrative: the office and its figures are made up" if case.illustrative else ""
    st.html(f'<p class="co-case">{as_html(case.agency)} · {as_html(case.title)}{made_up}</p>')
    said = futures_in_words(locale=scene.locale)
    if changed:
        said += f" {changed} {'figure is' if changed == 1 else 'figures are'} changed by you."
    st.html(f'<p class="co-quiet">{as_html(said)} <span class="co-phone">{SIDE}</span></p>')


def _language() -> Language:
    return Language(st.context.locale or "en")
