"""The first page: which option is better, why, on what conditions, and the four criteria side by side."""

from __future__ import annotations

from typing import Any

import streamlit as st

from colocate.analysis.cautions import cautions
from colocate.analysis.odds_in_words import verdict_with_odds
from colocate.analysis.verdict import Criterion, Verdict, verdict
from colocate.totals import HEADLINE
from colocate.ui import chart
from colocate.ui.parts import Cell, bullets, heading, sentence, table
from colocate.ui.state import Scene, futures, scene
from colocate.ui.words import as_html

ODDS_SEEN = "odds seen"


def show() -> None:
    """Show the answer in words and numbers first; the chart is below them, and the odds follow when they are drawn.

    In a new session the central case is shown until then. After a lever was moved the verdict before it stays for the
    moment that the draws take: the chart is sent first, so that the browser draws it meanwhile.
    """
    here = scene()
    seen_before = ODDS_SEEN in st.session_state
    place: Any = st.container() if seen_before else st.empty()
    below = st.container()
    if not seen_before:
        with place.container():
            _answer(here, verdict(here.outcome, here.locale))
    with below:
        _chart(here)
    drawn = futures(here)
    with place if seen_before else place.container():
        _answer(here, verdict_with_odds(drawn, here.locale))
    st.session_state[ODDS_SEEN] = True


def _answer(here: Scene, told: Verdict) -> None:
    """Show the verdict, its conditions, the plain table and the cautions."""
    st.html(f'<h1 class="co-verdict">{as_html(told.headline)}</h1>')
    bullets(told.sentences)
    bullets(told.conditions, title="On these conditions", quiet=True)
    _criteria(here, told.rows)
    _cautions(here)


def _chart(here: Scene) -> None:
    heading("Cost over the years")
    if (here.choice.book, here.choice.view) != HEADLINE:
        sentence("The verdict counts the agency's cash. The chart counts what is chosen at the side.", quiet=True)
    if here.choice.charts:
        chart.show(
            lambda charts: charts.cumulative_cost(
                here.outcome, here.choice.book, here.choice.view, locale=here.locale, dark=here.dark
            )
        )
    else:
        sentence("Charts are switched off at the side. The page Money has the amounts in tables.", quiet=True)


def _criteria(here: Scene, rows: tuple[Criterion, ...]) -> None:
    """Show the plain table: one row per criterion, one column per option; nothing is weighed."""
    columns = ("Criterion", *(option.name for option in here.outcome.options))
    body = [(Cell(row.title, below=row.explanation), *_cells(row)) for row in rows]
    heading("The four criteria")
    table(columns, body, title="The four criteria side by side", stack=True)


def _cells(row: Criterion) -> list[Cell]:
    """Give the cells of a row; the best ones are marked, unless all are alike."""
    alike = len(row.best) == len(row.cells)
    return [Cell(cell.words, "best" if cell.option in row.best and not alike else "", cell.odds) for cell in row.cells]


def _cautions(here: Scene) -> None:
    found = cautions(here.outcome, here.locale)
    if found:
        count = f"{len(found)} point{'' if len(found) == 1 else 's'} that an auditor would raise"
        with st.expander(count, expanded=False):
            bullets(one.words for one in found)


if __name__ == "__main__":
    show()
