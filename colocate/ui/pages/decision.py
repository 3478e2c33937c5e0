"""The first page: the answer in one sentence, the four criteria as pictures, and what to do before deciding."""

from __future__ import annotations

import streamlit as st

from colocate.analysis.verdict import Criterion, Verdict, placed, verdict
from colocate.charts.strips import Mark, strips
from colocate.model.futures import Futures
from colocate.safe import for_html
from colocate.ui import scenarios, state
from colocate.ui.parts import Cell, bullets, table
from colocate.ui.state import Scene, futures, scene
from colocate.words import criteria
from colocate.words import verdict as answer
from colocate.words.cautions import caution_words
from colocate.words.conditions import conditions
from colocate.words.futures import on_average
from colocate.words.naming import short_names
from colocate.words.pages import decision as words
from colocate.words.ruled_out import ruled_out_title, ruled_out_words


def show() -> None:
    """Show sentence and pictures at once; the box, which takes longer, has its place and is filled at the very end."""
    here = scene()
    drawn = futures(here)
    found = verdict(drawn, here.reading)
    st.html(f'<h1 class="co-verdict">{for_html(answer.headline(here.outcome.case, found, here.language))}</h1>')
    scenarios.draw(here)
    tiles = "".join(_tile(here, one) for one in found.criteria)
    said = f'<p class="co-quiet">{for_html(on_average(drawn.draws, here.language))}</p>' if found.varies else ""
    st.html(f'<div class="co-tiles">{tiles}</div>{said}')
    box = st.empty()
    if not state.knows_decisive(here):
        box.html(_box(here, f"<p>{for_html(words.working(here.language))}</p>"))
    _folded(here, drawn, found)
    state.afterwards(lambda: box.html(_box(here, _inside(here, drawn, found))))


def _tile(here: Scene, one: Criterion) -> str:
    """Draw one criterion: who leads, and every option on one scale."""
    case, language = here.outcome.case, here.language
    names = short_names(case)
    title, unit = criteria.title_words(one.name, language), criteria.unit_words(case, one.name, language)
    marks = []
    for number, (each, there) in enumerate(zip(one.standings, placed(one), strict=True)):
        figure = criteria.value_words(one.name, each, language)
        more = criteria.range_words(case, one.name, each, language)
        said = words.said_of(names[each.option], figure, more, language)
        first = each.option in one.leaders
        marks.append(Mark(number, names[each.option], figure, there.value, there.low, there.high, first, said))
    leader = criteria.leader_words(case, one, language)
    return (
        f'<section class="co-tile"><h2>{for_html(title)} <span class="co-unit">{for_html(unit)}</span></h2>'
        f"<p>{for_html(leader)}</p>{strips(marks, dark=here.dark)}</section>"
    )


def _box(here: Scene, inside: str) -> str:
    return f'<section class="co-before"><h2>{for_html(words.before_title(here.language))}</h2>{inside}</section>'


def _inside(here: Scene, drawn: Futures, found: Verdict) -> str:
    """Name the figures to find out with the value at which each turns the answer, then what else is open."""
    decisive = state.decisive_briefly(here)
    figures, rest = words.before_deciding(drawn, found, decisive, here.language)
    lead = words.find_out(here.language) if figures else words.nothing_decides(decisive, drawn.draws, here.language)
    items = "".join(f"<li>{for_html(one)}</li>" for one in figures)
    listed = f"<ul>{items}</ul>" if items else ""
    return f"<p>{for_html(lead)}</p>{listed}<p>{for_html(' '.join(rest))}</p>"


def _folded(here: Scene, drawn: Futures, found: Verdict) -> None:
    """Show what is behind the answer: reasons and conditions, the table, what was ruled out, an auditor's points."""
    language, case = here.language, here.outcome.case
    with st.expander(words.why_title(language)):
        bullets(answer.why(drawn, found, language))
        bullets(conditions(drawn, found, language), title=words.conditions_title(language), quiet=True)
    with st.expander(words.table_title(language)):
        columns = (words.criterion_column(language), *short_names(case).values())
        body = [
            (
                Cell(row.title, below=row.explanation),
                *(Cell(one.words, "best" if one.leads else "", one.below) for one in row.cells),
            )
            for row in criteria.rows(case, found, language)
        ]
        table(columns, body, title=words.table_title(language), stack=True)
    ruled_out = ruled_out_words(case, language)
    if ruled_out:
        with st.expander(ruled_out_title(language)):
            bullets(ruled_out)
    objections = caution_words(drawn.expected, language)
    if objections:
        with st.expander(words.auditor_title(len(objections), language)):
            bullets(objections)


if __name__ == "__main__":
    show()
