"""What stands around every page: the address, the case, the levers, the way from page to page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.faults import CaseError, Fault
from colocate.model.totals import BOOKS, VIEWS
from colocate.ui import address, aside, levers, picker, save, state, style
from colocate.ui.crowd import Crowd
from colocate.ui.parts import faults_list
from colocate.ui.state import Scene, Source
from colocate.ui.weights_address import read_weights
from colocate.ui.words import as_html, markdown
from colocate.words.language import Language
from colocate.words.pages import frame as words

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

CROWD = Crowd()
FILLED_UP = 3.0
"""Seconds after which an answer over fewer futures asks again whether it may be filled up."""

HIDDEN = "decision"
"""The first page has no address of its own; this one leads to it, for whoever types the page's name."""


def show(pages: Sequence[Page], data: Path) -> None:
    """Show the page that the address names, with everything around it."""
    language = Language(st.context.locale or "en")
    hidden = st.Page(lambda: None, title=HIDDEN, url_path=HIDDEN, visibility="hidden")
    page = st.navigation([*pages, hidden], position="top")
    if page.url_path == HIDDEN:
        st.switch_page(pages[0], query_params=address.parameters() or None)
    with CROWD.answering() as draws:
        scene = _answer(page, data, language, draws)
    _without_end(state.do_afterwards)
    if scene.draws < DRAWS:
        _fill_up()


def _answer(page: Page, data: Path, language: Language, draws: int) -> Scene:
    """Show the page, over so many futures unless all of them are known, and all around it."""
    aside.ready()
    source, left_out = _begin(page.url_path, data, language)
    outcome, faults = state.work_out(source)
    choice = state.choice()
    draws = DRAWS if state.has_futures(source, choice.changes, DRAWS) else draws
    scene = Scene(source, choice, outcome, language, st.context.theme.type == "dark", draws)
    st.session_state[state.SCENE] = scene
    st.set_page_config(page_title=words.tab_title(page.url_path, outcome.case, language))
    endless: tuple[Fault, ...] = ()
    if state.FUTURES in st.session_state:
        endless = _without_end(lambda: state.futures(scene))  # before anything is sent: see the page Decision
    style.draw()
    picker.draw_faults(language)
    if faults:
        faults_list(words.figures_apart(language), faults, language)
    if left_out:
        st.warning(markdown(left_out), icon=":material/link_off:")
    _case_line(scene)
    endless = endless or _without_end(page.run)
    if endless:
        faults_list(words.no_figures(language), endless, language)
    # The side is drawn last: a press on a lever changes the page, and what the side shows has changed already.
    with st.sidebar:
        picker.draw(data, language)
        _readings(language)
        _without_end(lambda: levers.draw(scene))
        save.draw(scene)
    address.write(scene.choice, picker.default(data))
    return scene


def _without_end(work: Callable[[], object]) -> tuple[Fault, ...]:
    """Do some work on the case's futures; give the faults where one of them has no end, so that nothing is shown."""
    try:
        work()
    except CaseError as error:
        return error.faults
    return ()


@st.fragment(run_every=FILLED_UP)
def _fill_up() -> None:
    """Look from time to time whether it is quiet enough to work the answer out over all futures."""
    if CROWD.may_fill_up():
        st.rerun()


def _begin(page: str, data: Path, language: Language) -> tuple[Source, str]:
    """Find out which case and which choice to show; where the address was changed from outside, read it."""
    if not address.must_be_read(page):
        return _source(state.choice(), data, language), ""
    parameters = address.parameters()
    chosen, ignored = address.read_choice(parameters, picker.known(data), picker.default(data), language)
    source = _source(chosen, data, language)
    changes, left_out = address.read_levers(parameters, source.case)
    option = chosen.option if chosen.option in {one.id for one in source.case.options} else ""
    weights, unread = read_weights(parameters, source.case)
    case = state.choice().case
    st.session_state[state.CHOICE] = replace(chosen, case=case, changes=changes, option=option, weights=weights)
    return source, address.note([*ignored, *left_out, *unread], language)


def _source(chosen: state.Choice, data: Path, language: Language) -> Source:
    """Give the case chosen; where its file is at fault, say so and take the first that is not."""
    for name in dict.fromkeys([chosen.case or picker.default(data), *picker.known(data)]):
        try:
            source = picker.source_of(name, data)
        except CaseError as error:
            faults_list(words.case_at_fault(name, language), error.faults, language)
        except (OSError, KeyError):
            st.error(markdown(words.case_not_opened(name, language)))
        else:
            same = name == chosen.case
            st.session_state[state.CHOICE] = (
                chosen if same else replace(chosen, case=name, changes={}, option="", weights=state.Weights())
            )
            return source
    st.error(words.no_case(language))
    return st.stop()


def _readings(language: Language) -> None:
    """Draw whose money is counted, what counts as money, and whether charts are shown."""
    session, choice = st.session_state, state.choice()
    session["book"], session["view"], session["charts"] = choice.book, choice.view, choice.charts
    label, explained = words.whose_money(language)
    st.selectbox(
        label,
        list(BOOKS),
        format_func=lambda book: language.say(words.BOOKS[book]),
        key="book",
        on_change=lambda: state.choose(book=session["book"]),
        help=explained,
    )
    label, explained = words.what_counts(language)
    st.selectbox(
        label,
        list(VIEWS),
        format_func=lambda view: language.say(words.VIEWS[view]),
        key="view",
        on_change=lambda: state.choose(view=session["view"]),
        help=explained,
    )
    label, explained = words.charts_switch(language)
    st.toggle(label, key="charts", on_change=lambda: state.choose(charts=session["charts"]), help=explained)


def _case_line(scene: Scene) -> None:
    case, language = scene.outcome.case, scene.language
    st.html(
        f'<p class="co-case">{as_html(words.case_line(case, language))} '
        f'<span class="co-phone">{as_html(words.where_the_side_is(language))}</span></p>'
    )
