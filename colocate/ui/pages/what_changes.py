"""What would change it? The few figures that the answer hangs on, where each flips it, and what each is worth."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.deciding.decisive import Deciding, confirm_turning, deciding
from colocate.analysis.deciding.tornado import Tornado, tornado
from colocate.analysis.deciding.two_way_map import two_way
from colocate.analysis.uncertainty.held import HeldRuns
from colocate.analysis.uncertainty.sensitivity import VarianceShares, variance_shares
from colocate.model.futures import Futures
from colocate.model.totals import Reading
from colocate.quantity import Quantity
from colocate.ui import chart, state
from colocate.ui.parts import Cell, heading, sentence, table, title
from colocate.ui.state import Scene, futures, scene
from colocate.ui.words import as_html, plain
from colocate.words.decisive import flips_in_words, hangs_on, worth_in_words
from colocate.words.money import BOOK_NAMES
from colocate.words.naming import name_of, unit_of
from colocate.words.numbers import number, percent, plain_figure

WORTH, SHARES, ASKED = "what each figure does", "variance shares", "shares asked for"


def show() -> None:
    """Show the answer in words first; what takes longer says how far it is, and stops when anything else is asked."""
    here = scene()
    title("What would change it?")
    drawn = futures(here)
    _held, swings, found = state.kept(WORTH, here, lambda: _found(drawn, here.reading), here.reading)
    st.html(f'<p class="co-lead">{as_html(hangs_on(found, drawn))}</p>')
    everything = worth_in_words(found.everything, here.currency, here.locale)
    sentence(f"To find out every figure before deciding: {everything[:1].lower()}{everything[1:]}")
    counted = "cash" if here.choice.view == "cash" else "cash and staff time valued in money"
    sentence(f"Counted: {counted}, for {BOOK_NAMES[here.choice.book]}. Choose at the side.", quiet=True)
    _main(here, drawn, found)
    _worth(here, drawn, found)
    _tornado(here, drawn, swings)
    _switching(here, drawn, found)
    _map(here, drawn, found, swings)
    _shares(here, drawn, swings)


def _found(drawn: Futures, reading: Reading) -> tuple[HeldRuns, Tornado, Deciding]:
    """Work out what each figure does to the answer; kept until a lever moves."""
    held = HeldRuns(drawn)
    swings = tornado(held, reading)
    return held, swings, confirm_turning(held, deciding(drawn, reading), swings.may_turn, reading)


def _main(here: Scene, drawn: Futures, found: Deciding) -> None:
    """Show the few deciding figures: their range, where each flips the answer, what finding it out is worth."""
    told = found.main or found.figures[:3] if found.everything.value > 0 else ()
    if not told:
        return
    rows = [
        (
            Cell(name_of(drawn.case, one.quantity, with_option=True), below=_source(one.quantity)),
            Cell(_range(one.quantity, here), below=unit_of(one.quantity)),
            Cell(_capital(flips_in_words(one, drawn, here.locale))),
            Cell(worth_in_words(one.worth, here.currency, here.locale)),
        )
        for one in told
    ]
    table(
        ("Figure", "Low, most likely, high", "Where it flips the answer, alone", "Worth"),
        rows,
        title="The figures that the answer hangs on",
        stack=True,
    )


def _worth(here: Scene, drawn: Futures, found: Deciding) -> None:
    heading("What it is worth to find out more")
    chart.show(lambda charts: charts.worth(drawn, found, locale=here.locale, dark=here.dark))
    sentence(
        "Worth: what a figure known before the decision would save on average, since one could then choose the option "
        "that is cheapest at that figure. No survey or negotiation to learn it should cost more.",
        quiet=True,
    )


def _tornado(here: Scene, drawn: Futures, swings: Tornado) -> None:
    heading("One figure at a time")
    chart.show(lambda charts: charts.tornado(drawn, swings, locale=here.locale, dark=here.dark))


def _switching(here: Scene, drawn: Futures, found: Deciding) -> None:
    """Show every figure that flips the answer within its range; say how many do not."""
    flipping = found.turning
    still = len(found.figures) - len(flipping)
    heading("Where the answer flips")
    if not flipping:
        sentence("No figure alone makes another option the cheapest within its range.")
        return
    sentence(
        f"With all other figures at their most likely values, {number(len(flipping), here.locale)} figures flip the "
        f"answer within their range; {number(still, here.locale)} do so nowhere in theirs."
    )
    rows = [
        (
            Cell(name_of(drawn.case, one.quantity, with_option=True)),
            Cell(_range(one.quantity, here), below=unit_of(one.quantity)),
            Cell(_capital(flips_in_words(one, drawn, here.locale))),
        )
        for one in flipping
    ]
    columns = ("Figure", "Low, most likely, high", "Cheapest option")
    with st.expander("Each of them, the nearest flip first"):
        table(columns, rows, title="Switching values", stack=True, tall=True)
    sentence("Near: as a part of the figure's range, from its most likely value.", quiet=True)


@st.fragment
def _map(here: Scene, drawn: Futures, found: Deciding, swings: Tornado) -> None:
    """Show which option is cheapest over any two figures; runs by itself."""
    heading("Two figures together")
    case = drawn.case
    paths = [one.quantity.path for one in swings.swings if one.quantity.shape != "yes/no"]
    if len(paths) < 2:
        sentence("A map needs two figures with a range.")
        return
    main = [one.quantity.path for one in found.main if one.quantity.path in paths]
    usual = list(dict.fromkeys([*main, *paths]))
    names = {path: plain(name_of(case, case.quantities[path], with_option=True), 120) for path in paths}
    columns = st.columns(2)
    chosen = [
        column.selectbox(words, usual, index=place, format_func=lambda path: names[path], key=f"map {place}")
        for place, (column, words) in enumerate(zip(columns, ("Across", "Up"), strict=True))
    ]
    if chosen[0] == chosen[1]:
        sentence("Choose two different figures.")
        return
    laid_out = two_way(drawn, chosen[0], chosen[1], here.reading)
    chart.show(lambda charts: charts.two_way(drawn, laid_out, locale=here.locale, dark=here.dark))


@st.fragment
def _shares(here: Scene, drawn: Futures, swings: Tornado) -> None:
    """Split the variance by figure when it is asked for: it takes some seconds, and can be stopped."""
    if not drawn.figures:
        return
    heading("All figures at once")
    book, view = here.choice.book, here.choice.view
    pair, widest = swings.pair, [one.quantity.path for one in swings.swings]
    names = {option.id: option.name for option in drawn.options}
    sentence(
        f"How much of the spread of the difference between {names[pair.first]} and {names[pair.second]} comes from "
        "each figure, when all of them vary together (Sobol indices)."
    )
    asked = st.session_state.get(ASKED, False)
    if not asked and not state.is_kept(SHARES, here, book, view, pair):
        st.button("Work it out (some seconds)", key="shares", on_click=_ask, args=(True,))
        return
    stop = st.empty()
    if not state.is_kept(SHARES, here, book, view, pair):
        stop.button("Stop", key="stop shares", on_click=_ask, args=(False,))
    bar = st.empty()

    def far(part: float) -> None:
        bar.progress(part, text=f"{percent(part, here.locale, 0)} done")

    shares = state.kept(
        SHARES, here, lambda: variance_shares(drawn.case, pair, widest, here.reading, progress=far), book, view, pair
    )
    bar.empty()
    stop.empty()
    st.session_state[ASKED] = False
    _show_shares(here, drawn, shares)


def _ask(wanted: bool) -> None:
    st.session_state[ASKED] = wanted


def _show_shares(here: Scene, drawn: Futures, shares: VarianceShares) -> None:
    chart.show(lambda charts: charts.variance(drawn, shares, locale=here.locale, dark=here.dark))
    case = drawn.case
    rows = []
    for share in shares.shares[:12]:
        quantities = [case.quantities[path] for path in share.paths]
        name = name_of(case, quantities[0], with_option=True)
        if len(quantities) > 1:
            name = f"{number(len(quantities), here.locale)} figures together"
        index = share.index
        rows.append(
            (
                Cell(name),
                Cell(
                    _share(index.first, here),
                    below=f"{_share(index.first_low, here)} to {_share(index.first_high, here)}",
                ),
                Cell(
                    _share(index.total, here),
                    below=f"{_share(index.total_low, here)} to {_share(index.total_high, here)}",
                ),
            )
        )
    with st.expander("The shares as a table, with 95 % intervals"):
        table(("Figure", "By itself", "With all it works together with"), rows, title="Shares of variance", stack=True)
    sentence(f"{shares.method} Base {shares.base}, seed {shares.seed}.", quiet=True)


def _share(value: float, here: Scene) -> str:
    return percent(value, here.locale, 0)


def _range(quantity: Quantity, here: Scene) -> str:
    if quantity.shape == "yes/no":
        return f"yes in {percent(quantity.probability or 0.0, here.locale, 0)}"
    values = (quantity.low, quantity.value, quantity.high)
    return ", ".join(plain_figure(float(f"{value:.4g}"), here.locale) for value in values)


def _source(quantity: Quantity) -> str:
    return plain(quantity.source, 160)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


if __name__ == "__main__":
    show()
