"""What stands around every page: the address, the case, the levers, the way from page to page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from colocate.analysis.uncertainty.odds import DRAWS
from colocate.casefile.faults import CaseError, Fault
from colocate.model.totals import BOOKS, VIEWS
from colocate.safe import for_html, for_markdown
from colocate.ui import (
    address,
    aside,
    beginning,
    failing,
    in_python,
    kept,
    levers,
    picker,
    save,
    settling,
    state,
    style,
    typed_answers,
    waiting,
)
from colocate.ui.alone import stay_alone
from colocate.ui.crowd import Crowd
from colocate.ui.failing import guarded
from colocate.ui.parts import faults_list
from colocate.ui.state import Scene
from colocate.words.language import Language
from colocate.words.pages import frame as words
from colocate.words.pages import kept as about_kept

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

CROWD = Crowd()
FILLED_UP = 6.0
"""Seconds after which an answer over fewer futures asks again whether it may be filled up: each time costs a run."""

QUESTIONS = "questions"
"""The page whose address says which question it shows."""

HIDDEN = "decision"
"""The first page has no address of its own; this one leads to it, for whoever types the page's name."""


def show(pages: Sequence[Page], data: Path) -> None:
    """Show the page that the address names, with everything around it."""
    stay_alone()
    st.session_state.pop(state.AFTERWARDS, None)  # of a run that was given up
    language = Language(st.context.locale or "en")
    hidden = st.Page(lambda: None, title=HIDDEN, url_path=HIDDEN, visibility="hidden")
    page = st.navigation([*pages, hidden], position="top")
    if page.url_path == HIDDEN:
        st.switch_page(pages[0], query_params=address.parameters() or None)
    with CROWD.answering() as draws:
        scene = _answer(page, data, language, draws)
        _shown(state.do_afterwards, "what takes longer", lambda code: failing.tell(words.part_failed(code, language)))
    if scene.draws < DRAWS:
        _fill_up()
    settling.settle()


def _answer(page: Page, data: Path, language: Language, draws: int) -> Scene:
    """Show the page, over so many futures unless all of them are known, and all around it."""
    aside.ready()
    source, said_of_address = beginning.begin(page.url_path, data, language)
    if kept.is_looking():
        style.draw()
        kept.draw_looking(language)
        st.stop()
    source, outcome, faults = beginning.worked_out(source, data, language)
    choice = state.choice()
    draws = DRAWS if state.has_futures(source, choice.changes, DRAWS) else draws
    scene = Scene(source, choice, outcome, language, st.context.theme.type == "dark", draws)
    st.session_state[state.SCENE] = scene
    st.set_page_config(page_title=words.tab_title(page.url_path, outcome.case, language))
    if page.url_path in words.WITHOUT_A_CASE:
        _before_a_case(page, scene, said_of_address)
        question = typed_answers.shown() if page.url_path == QUESTIONS else ""
        address.write(state.choice(), source, picker.default(data), question)
        kept.speak(page.url_path)
        return scene
    endless: tuple[Fault, ...] = ()
    if state.FUTURES in st.session_state:
        # Before anything is sent: see the page Decision. What fails here fails on the page again, and is told there.
        endless = _shown(lambda: state.futures(scene), "the possible futures")
    style.draw()
    picker.draw_faults(language)
    if faults:
        faults_list(words.figures_apart(language), faults, language)
    _told(said_of_address, language)
    waiting.draw(source, language)
    _case_line(scene)
    endless = endless or _shown(
        page.run, f"the page {page.url_path or page.title}", lambda code: _page_failed(code, language)
    )
    if endless:
        faults_list(words.no_figures(language), endless, language)
    _shown(lambda: in_python.draw(scene, page.url_path, data), "the lines of python")
    # The side is drawn last: a press on a lever changes the page, and what the side shows has changed already.
    with st.sidebar:
        for where, draw in (
            ("the picker", lambda: picker.draw(data, language)),
            ("the readings", lambda: _readings(language)),
            ("the levers", lambda: levers.draw(scene)),
            ("the downloads", lambda: save.draw(scene)),
        ):
            _shown(draw, where, lambda code: failing.tell(words.side_failed(code, language)))
    address.write(scene.choice, source, picker.default(data))
    kept.speak(page.url_path)
    return scene


def _before_a_case(page: Page, scene: Scene, said_of_address: str) -> None:
    """Show a page that leads to a case: nothing of the one that is open stands around it."""
    language = scene.language
    style.draw()
    picker.draw_faults(language)
    _told(said_of_address, language)
    _shown(page.run, f"the page {page.url_path}", lambda code: _page_failed(code, language))


def _told(said_of_address: str, language: Language) -> None:
    """Tell what went wrong with the last press, and with the address."""
    if code := failing.press_failed():
        failing.tell(words.press_failed(code, language))
    if said_of_address:
        st.warning(for_markdown(said_of_address), icon=":material/link_off:")
    if kept.is_spoilt():
        st.warning(for_markdown(about_kept.spoilt(language)), icon=":material/link_off:")


def _shown(draw: Callable[[], object], where: str, failed: Callable[[str], None] | None = None) -> tuple[Fault, ...]:
    """Draw something; give the faults where a figure of the case has no end, so that nothing is shown.

    Whatever else goes wrong is logged and told by `failed`, where there is one, by its code; what is around it stays.
    Streamlit's own ends of a run are no errors, and pass.
    """
    try:
        draw()
    except CaseError as error:
        return error.faults
    except Exception:  # noqa: BLE001 - whatever it is, the frame stays
        if failed is not None:
            st.session_state.pop(state.AFTERWARDS, None)
            failed(failing.logged(where))
    return ()


def _page_failed(code: str, language: Language) -> None:
    """Say that the page failed, and offer what may mend it."""
    failing.tell(words.page_failed(code, language))
    with st.container(horizontal=True, gap="small"):
        if state.can_take_back():
            st.button(words.take_back(language), key="take back", on_click=guarded(state.take_back))
        if state.choice().changes:
            st.button(words.all_back(language), key="all back", on_click=guarded(state.reset))


@st.fragment(run_every=FILLED_UP)
def _fill_up() -> None:
    """Look from time to time whether it is quiet enough to work the answer out over all futures."""
    if CROWD.may_fill_up():
        st.rerun()


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
        on_change=guarded(lambda: state.choose(book=session["book"])),
        help=explained,
    )
    label, explained = words.what_counts(language)
    st.selectbox(
        label,
        list(VIEWS),
        format_func=lambda view: language.say(words.VIEWS[view]),
        key="view",
        on_change=guarded(lambda: state.choose(view=session["view"])),
        help=explained,
    )
    label, explained = words.charts_switch(language)
    st.toggle(label, key="charts", on_change=guarded(lambda: state.choose(charts=session["charts"])), help=explained)


def _case_line(scene: Scene) -> None:
    case, language = scene.outcome.case, scene.language
    st.html(
        f'<p class="co-case">{for_html(words.case_line(case, language))} '
        f'<span class="co-phone">{for_html(words.where_the_side_is(language))}</span></p>'
    )
