"""The first page: which option is better, why, on what conditions, and the four criteria side by side."""

from __future__ import annotations

import streamlit as st

from colocate.charts.picture import cumulative_picture
from colocate.model.totals import HEADLINE
from colocate.ui import chart
from colocate.ui.parts import Cell, bullets, heading, sentence, table
from colocate.ui.state import Scene, futures, scene
from colocate.ui.words import as_html
from colocate.words.cautions import cautions
from colocate.words.verdict import Criterion, Verdict, verdict
from colocate.words.verdict_with_odds import verdict_with_odds

ODDS_SEEN, TO_POINT_AT = "odds seen", "chart to point at"


def show() -> None:
    """Show the answer in words and numbers first, then a light picture.

    In a new session the central case is shown at once and the odds when they are drawn. After that everything is worked
    out before anything is sent: a browser takes one burst of changes faster than many small ones.
    """
    here = scene()
    if ODDS_SEEN in st.session_state:
        _answer(here, verdict_with_odds(futures(here), here.locale))
        _chart(here)
        return
    place = st.empty()
    with place.container():
        _answer(here, verdict(here.outcome, here.locale))
    _chart(here)
    drawn = futures(here)
    with place.container():
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
    if not here.choice.charts:
        sentence("Charts are switched off at the side. The page Money has the amounts in tables.", quiet=True)
        return
    book, view = here.choice.book, here.choice.view
    if st.session_state.get(TO_POINT_AT):
        chart.show(lambda charts: charts.cumulative_cost(here.outcome, book, view, locale=here.locale, dark=here.dark))
    else:
        chart.show_picture(cumulative_picture(here.outcome, book, view, locale=here.locale, dark=here.dark))
    st.toggle(
        "A chart to point at and to save",
        key=TO_POINT_AT,
        help="Loads the program that draws charts: some megabytes, once.",
    )


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
