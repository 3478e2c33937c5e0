"""Weighing: who comes first without any weights, the user's weights, and then what they give."""

from __future__ import annotations

from colocate.analysis.weighing.asking import are_weights, starts_of
from colocate.analysis.weighing.scales import CannotWeighError, weighable
from colocate.analysis.weighing.weighing import Weighing, weighing
from colocate.model.futures import Futures
from colocate.ui import chart, state, weighed, weights
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, bullets, sentence, table, title
from colocate.ui.state import Scene, futures, scene
from colocate.ui.weights import Asked
from colocate.words.naming import short_name
from colocate.words.pages import weighing as words
from colocate.words.plain_table import plain_table
from colocate.words.weighing import cannot_weigh_words, cautions_of_weighing, dominance_words, without_weights
from colocate.words.weighing_charts import finding_ranks
from colocate.words.weighing_tables import centres_table

TABLE, WEIGHED = "what there is to weigh", "weighing"


def show() -> None:
    """Show what needs no weights first; what the user's weights give is shown when it is asked for."""
    here = scene()
    drawn = futures(here)
    try:
        what = state.kept(TABLE, here, lambda: weighable(drawn, here.reading), here.reading)
        starts = starts_of(what)
        asked = weights.asked_of(here, starts)
        found = _weighed(here, drawn, asked)
    except CannotWeighError as fault:
        title(words.heading("nothing", here.language))
        sentence(cannot_weigh_words(fault, here.language))
        _plain(here, drawn, varies=bool(drawn.figures))
        return
    title(finding_ranks(found, "all", here.language).title)
    first = weights.first_seen(here)
    if not first:
        _ranks(here, found)
    if not here.choice.charts:
        sentence(without_weights(found, here.language))
    weights.draw(here, what, starts, asked, found)
    if first and are_weights(asked.points, what.criteria):
        weighed.draw(here, found, first, asked)
    with weighed.folded(here, "plain"):
        _plain(here, drawn, varies=what.varies)
        bullets(dominance_words(what, found.dominances, here.language))
    _friends(here, drawn, found, picture=bool(first))
    with weighed.folded(here, "limits"):
        _limits(here, found)


def _weighed(here: Scene, drawn: Futures, asked: Asked) -> Weighing:
    """Weigh with the weights in force; where they are none, with those at the start, which show no result."""
    usable = asked.touched and are_weights(asked.points, tuple(asked.points))
    swings = dict(asked.points) if usable else None
    choices = asked.choices if usable else ()
    start = asked.start.name
    return state.kept(
        WEIGHED,
        here,
        lambda: weighing(drawn, swings, choices, here.reading, start=start),
        here.reading,
        tuple(asked.points.items()),
        asked.choices,
        asked.touched,
        start,
    )


def _ranks(here: Scene, found: Weighing) -> None:
    chart.show(lambda charts: charts.ranks(found, language=here.language, dark=here.dark), titled=False)


def _plain(here: Scene, drawn: Futures, *, varies: bool) -> None:
    """Show every option by every criterion, in its own unit."""
    rows = [
        (Cell(row.title, below=row.explanation), *(Cell(words, below=below) for words, below in row.cells))
        for row in plain_table(drawn, here.reading, here.language)
    ]
    options = (short_name(drawn.case, option.id) for option in drawn.options)
    columns = (words.criterion_heading(here.language), *options)
    table(columns, rows, title=words.plain_title(here.language), stack=True)
    sentence(words.plain_note(drawn.draws, varies, here.language), quiet=True)


@part
def _friends(here: Scene, drawn: Futures, found: Weighing, *, picture: bool) -> None:
    """Show which weights each option's friends would have, and what the shares over all weights rest on.

    With the `picture` over all weights, where the result has taken its place on the page.
    """
    with weighed.with_chart(here, "friends") as fold:
        if picture and fold.open:
            _ranks(here, found)
        weighed.show_table(centres_table(found, here.language))
        sentence(words.note("friends and odds" if found.table.varies else "friends", here.language), quiet=True)
        sentence(words.drawn_note(found, drawn.draws, here.language), quiet=True)


def _limits(here: Scene, found: Weighing) -> None:
    gates = () if found.table.failing else (words.note("gates", here.language),)
    cautions = cautions_of_weighing(found, here.language)
    bullets((*cautions, *gates, *words.counted_once(found, here.language)))


if __name__ == "__main__":
    show()
