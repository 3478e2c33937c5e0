"""What matters: the figures that the answer hangs on, where each turns it, and what it is worth to find them out."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from colocate.analysis.deciding.decisive import Deciding, confirm_turning
from colocate.analysis.deciding.tornado import Tornado, tornado
from colocate.analysis.deciding.two_way_map import two_way
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.sensitivity import VarianceShares, variance_shares
from colocate.model.futures import Futures
from colocate.safe import for_markdown, one_line
from colocate.ui import chart, state
from colocate.ui.aside import aside, aside_with_progress
from colocate.ui.failing import guarded
from colocate.ui.fragment import part, tried
from colocate.ui.parts import Cell, sentence, table, title_html
from colocate.ui.state import Scene, futures, scene
from colocate.words.deciding import METHODS
from colocate.words.deciding_tables import (
    figures_table,
    main_title,
    shares_table,
    shares_words,
    swings_table,
    swings_words,
    turning_title,
    turning_words,
)
from colocate.words.decisive import everything_in_words, hangs_on
from colocate.words.naming import name_of
from colocate.words.pages import common
from colocate.words.pages import what_matters as words
from colocate.words.uncertainty import counted
from colocate.words.weighing_tables import Table

TURNING, SHARES = "turning figures", "variance shares"
ASKED, CANCELLED = "shares asked for", "shares cancelled"
LONGEST = 120


def show() -> None:
    """Show the finding and the picture of each figure alone; the rest is folded.

    What takes some seconds comes after all else has been sent, so that the levers stand at the side meanwhile.
    """
    here = scene()
    drawn = futures(here)
    head, rest = st.empty(), st.container()
    found_before = state.is_kept(state.DECISIVE, here, here.reading) and state.is_kept(state.SWINGS, here, here.reading)
    if found_before:
        _found(here, drawn, head, rest)
        return
    head.html(title_html(words.looking(here.language)))

    def work() -> None:
        tried(_found)(here, drawn, head, rest)
        state.do_afterwards()

    state.afterwards(work)


def _found(here: Scene, drawn: Futures, head: DeltaGenerator, rest: DeltaGenerator) -> None:
    """Write the finding in its place, and what stands below it."""
    main = state.decisive(here)
    head.html(title_html(hangs_on(main, drawn, here.language)))
    if drawn.figures:
        with rest:
            _below(here, drawn, main)


def _below(here: Scene, drawn: Futures, main: Deciding) -> None:
    held = state.held_runs(here)
    with st.spinner(words.looking(here.language)):
        swings = state.kept(state.SWINGS, here, lambda: aside(tornado, held, here.reading), here.reading)
    if here.choice.charts:
        chart.show(
            lambda charts: charts.tornado(drawn, swings, here.reading, language=here.language, dark=here.dark),
            titled=False,
        )
    else:
        sentence(swings_words(drawn, swings, here.language))
        _write(swings_table(drawn, swings, here.language))
    sentence(everything_in_words(main, here.currency, here.language))
    sentence(counted(here.reading, here.language), quiet=True)
    if main.main:
        with st.expander(for_markdown(words.main_label(here.language))):
            _write(figures_table(main.main, drawn, main_title(here.language), here.language))
    _when_opened(words.turning_label(here.language), "turning", lambda: _turning(here, held, main, swings))
    _when_opened(words.worth_label(here.language), "worth", lambda: _worth(here, drawn, main))
    _when_opened(words.map_label(here.language), "map", lambda: _map(here, drawn, main, swings))
    _opened_with_the_page(words.shares_label(here.language), "shares", lambda: _shares(here, drawn, swings))


@part
def _when_opened(label: str, name: str, draw: Callable[[], None]) -> None:
    """Fold a section: what stands in it is worked out when it is opened."""
    _opened_with_the_page(label, name, draw)


def _opened_with_the_page(label: str, name: str, draw: Callable[[], None]) -> None:
    """Fold a section whose controls run the whole page: only so does Streamlit let one of them end a run under way."""
    with st.expander(for_markdown(label), key=f"what matters {name}", on_change="rerun") as folded:
        if folded.open:
            draw()


def _turning(here: Scene, held: HeldRuns, main: Deciding, swings: Tornado) -> None:
    """Show every figure that turns the answer within its range; say how many do not."""
    found = state.kept(
        TURNING, here, lambda: aside(confirm_turning, held, main, swings.may_turn, here.reading), here.reading
    )
    sentence(turning_words(found, here.language))
    if found.turning:
        _write(figures_table(found.turning, futures(here), turning_title(here.language), here.language))
        sentence(words.nearness(here.language), quiet=True)


def _worth(here: Scene, drawn: Futures, found: Deciding) -> None:
    chart.show(lambda charts: charts.worth(drawn, found, language=here.language, dark=here.dark))
    sentence(words.worth_note(here.language), quiet=True)


def _map(here: Scene, drawn: Futures, found: Deciding, swings: Tornado) -> None:
    """Show which option costs least on average over any two figures."""
    case, language = drawn.case, here.language
    paths = [one.quantity.path for one in swings.swings if one.quantity.shape != "yes/no"]
    if len(paths) < 2:
        sentence(words.map_needs_two(language))
        return
    main = [one.quantity.path for one in found.main if one.quantity.path in paths]
    usual = list(dict.fromkeys([*main, *paths]))
    names = {
        path: one_line(name_of(case, case.quantities[path], with_option=True, language=language), LONGEST)
        for path in paths
    }
    columns = st.columns(2)
    chosen = [
        column.selectbox(side, usual, index=place, format_func=lambda path: names[path], key=f"map {place}")
        for place, (column, side) in enumerate(zip(columns, words.map_sides(language), strict=True))
    ]
    if chosen[0] == chosen[1]:
        sentence(words.choose_two(language))
        return
    laid_out = two_way(drawn, chosen[0], chosen[1], here.reading)
    chart.show(lambda charts: charts.two_way(drawn, laid_out, here.reading, language=language, dark=here.dark))


def _shares(here: Scene, drawn: Futures, swings: Tornado) -> None:
    """Split the variance by figure when it is asked for: it takes some seconds, and can be cancelled.

    It is worked out after all else has been sent, so that Cancel and every lever can be pressed meanwhile.
    """
    pair, widest, language = swings.pair, [one.quantity.path for one in swings.swings], here.language
    asked = st.session_state.get(ASKED, False)
    is_kept = state.is_kept(SHARES, here, here.reading, pair)
    if not asked and not is_kept:
        st.button(words.work_out(language), key="shares", on_click=guarded(_ask), args=(True,))
        if st.session_state.pop(CANCELLED, False):
            sentence(common.cancelled(language), quiet=True)
        return
    place = st.empty()
    if is_kept:
        with place.container():
            _show_shares(here, drawn, state.kept(SHARES, here, _never, here.reading, pair))
        return
    with place.container():
        st.button(common.cancel(language), key="stop shares", on_click=guarded(_cancel))
        bar = st.progress(0.0, text=words.done(0.0, language))

    def far(part: float) -> None:
        bar.progress(part, text=words.done(part, language))

    def work() -> None:
        shares = state.kept(
            SHARES,
            here,
            lambda: aside_with_progress(variance_shares, drawn.case, pair, widest, here.reading, progress=far),
            here.reading,
            pair,
        )
        st.session_state[ASKED] = False
        with place.container():
            _show_shares(here, drawn, shares)

    state.afterwards(work)


def _never() -> VarianceShares:
    raise AssertionError("what is kept is not worked out again")


def _show_shares(here: Scene, drawn: Futures, shares: VarianceShares) -> None:
    language = here.language
    chart.show(lambda charts: charts.variance(drawn, shares, here.reading, language=language, dark=here.dark))
    sentence(shares_words(drawn, shares, language))
    _write(shares_table(drawn, shares, language))
    sentence(language.say(METHODS[shares.are_correlated]), quiet=True)


def _ask(wanted: bool) -> None:
    st.session_state[ASKED] = wanted
    st.session_state.pop(CANCELLED, None)


def _cancel() -> None:
    _ask(False)
    st.session_state[CANCELLED] = True


def _write(told: Table) -> None:
    """Write a table in words as a table on the page."""
    rows = [[Cell(entry.words, below=entry.below) for entry in row] for row in told.rows]
    table(told.columns, rows, title=told.title, stack=True, tall=len(rows) > 8)


if __name__ == "__main__":
    show()
