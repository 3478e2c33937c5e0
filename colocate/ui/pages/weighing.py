"""Weighing: the plain table, who comes first without weights, the user's weights, and then what they give."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.weighing.scales import weighable
from colocate.analysis.weighing.weighing import Weighing, weighing
from colocate.model.futures import Futures
from colocate.ui import chart, state, weighed, weights
from colocate.ui.parts import Cell, bullets, heading, sentence, table, title
from colocate.ui.state import Scene, futures, scene
from colocate.ui.weights import Asked
from colocate.ui.words import as_html
from colocate.words.numbers import number, percent
from colocate.words.plain_table import plain_table
from colocate.words.verdict_with_odds import of_hundred
from colocate.words.weighing import cautions_of_weighing, dominance_words, without_weights
from colocate.words.weighing_charts import counted_once
from colocate.words.weighing_questions import fault_of, starts_of

TABLE, WEIGHED = "what there is to weigh", "weighing"
NEVER = "never first: nothing can be said"


def show() -> None:
    """Show what needs no weights first; what the user's weights give is shown when it is asked for."""
    here = scene()
    title("Weighing")
    drawn = futures(here)
    book, view = here.choice.book, here.choice.view
    try:
        what = state.kept(TABLE, here, lambda: weighable(drawn, book, view), book, view)
        starts = starts_of(here.outcome.case, what)
        asked = weights.asked_of(here, starts)
        found = _weighed(here, drawn, asked)
    except ValueError as reason:
        _plain(here, drawn)
        heading("Nothing can be weighed here")
        sentence(f"The reason: {reason}.")
        return
    st.html(f'<p class="co-lead">{as_html(without_weights(found, here.locale))}</p>')
    _plain(here, drawn)
    bullets(dominance_words(what, found.dominances, here.locale))
    _anyhow(here, drawn, found)
    weights.draw(here, what, starts, asked, found)
    first = weights.first_seen(here)
    if first and not fault_of(asked.points, what.criteria):
        weighed.draw(here, drawn, found, first, asked)
    _limits(here, found)


def _weighed(here: Scene, drawn: Futures, asked: Asked) -> Weighing:
    """Weigh with the weights in force; where they are none, with those at the start, which show no result."""
    book, view = here.choice.book, here.choice.view
    usable = asked.touched and not fault_of(asked.points, tuple(asked.points))
    swings = dict(asked.points) if usable else None
    choices = asked.choices if usable else ()
    start = asked.start.name
    return state.kept(
        WEIGHED,
        here,
        lambda: weighing(drawn, swings, choices, book, view, start=start),
        book,
        view,
        tuple(asked.points.items()),
        asked.choices,
        asked.touched,
        start,
    )


def _plain(here: Scene, drawn: Futures) -> None:
    """Show every option by every criterion, in its own unit."""
    heading("First the plain table: nothing is weighed here")
    rows = [
        (Cell(row.title, below=row.explanation), *(Cell(words, below=below) for words, below in row.cells))
        for row in plain_table(drawn, here.choice.book, here.choice.view, here.locale)
    ]
    columns = ("Criterion", *(option.name for option in here.outcome.options))
    table(columns, rows, title="Options by criteria, not weighed", stack=True)
    sentence("Second line of money and access: the range of 90 of 100 futures.", quiet=True)


def _anyhow(here: Scene, drawn: Futures, found: Weighing) -> None:
    """Show who comes first over all weights, and which weights each option's friends would have."""
    heading("Without any weights: who comes first over all of them")
    chart.show(lambda charts: charts.ranks(drawn, found, locale=here.locale, dark=here.dark))
    what, ranking = found.table, found.anyhow
    vectors, draws = (number(count, here.locale) for count in (ranking.vectors, drawn.draws))
    sentence(
        f"{vectors} sets of weights, drawn evenly over all that make 100 % (seed {found.seed}), each with one of the "
        f"{draws} futures.",
        quiet=True,
    )
    rows = []
    for place, name in enumerate(what.names):
        centre, sure = ranking.central_weights[place], ranking.confidence[place]
        if centre is None or sure is None:
            cells = [Cell(NEVER), *(Cell("-") for _scale in what.scales), Cell("-")]
        else:
            first = Cell(f"in {of_hundred(ranking.first[place], here.locale)}")
            told = (Cell(percent(part, here.locale, 0)) for part in centre)
            cells = [first, *told, Cell(f"in {of_hundred(sure, here.locale)} futures")]
        rows.append((Cell(name), *cells))
    columns = ("Option", "First, over all weights", *(scale.title for scale in what.scales), "First at these weights")
    st.html('<h3 class="co-small">The weights of those who would choose each option</h3>')
    table(columns, rows, title="Central weights of each option", stack=True)
    sentence(
        "Weights: the mean of all those that put the option first. Last: in how many futures it is first at them. "
        "Near 100 of 100: who weighs so can be sure of it. Far below: even then another option may prove better.",
        quiet=True,
    )


def _limits(here: Scene, found: Weighing) -> None:
    heading("What no weight can do")
    case = here.outcome.case
    failing = found.table.failing
    gates = (
        ()
        if failing
        else ("Every option here passes its gates so far. One that failed would be named and not weighed.",)
    )
    bullets((*cautions_of_weighing(found), *gates, counted_once(case, found.table, here.locale)))


if __name__ == "__main__":
    show()
