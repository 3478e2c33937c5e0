"""What the weights give: points with their parts, what a minute is worth, where another option comes first."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from colocate.analysis.weighing.weighing import Weighing
from colocate.safe import for_html
from colocate.ui import chart, record
from colocate.ui.fragment import part
from colocate.ui.parts import Cell, bullets, heading, sentence, table
from colocate.ui.state import Scene
from colocate.ui.weights import Asked
from colocate.words.judgements import changed_words, headline, parting_words
from colocate.words.pages import weighing as words
from colocate.words.weighing import flip_words, in_order_words, in_range_words, way_worth_words
from colocate.words.weighing_tables import (
    Table,
    kinds_table,
    people_table,
    points_table,
    triangle_table,
    values_table,
    worths_table,
)


def draw(here: Scene, found: Weighing, first: Mapping[str, float], asked: Asked) -> None:
    """Show the result, with a note where the weights were changed after it was first seen."""
    heading(words.heading("given", here.language))
    changed = changed_words(found.table, first, asked.points, here.language)
    if changed:
        st.html(f'<p class="co-text co-after" role="note">{for_html(changed)}</p>')
    else:
        sentence(words.note("same", here.language), quiet=True)
    st.html(f'<p class="co-lead co-headline"><strong>{for_html(headline(found, here.language))}</strong></p>')
    chart.show(lambda charts: charts.values(found, language=here.language, dark=here.dark), titled=False)
    _points(here, found)
    with folded(here, "worth"):
        sentence(way_worth_words(found, here.language))
        show_table(worths_table(found, here.language))
    _turning(here, found)
    with folded(here, "few"):
        bullets((in_order_words(found, here.language), in_range_words(found, here.language)))
        show_table(kinds_table(found, here.language))
    if found.triangle is not None:
        _triangle(here, found)
    with folded(here, "people"):
        _people(here, found)
    with folded(here, "keep"):
        record.draw(here, asked.points, asked.choices, changed)


@part
def _points(here: Scene, found: Weighing) -> None:
    """Show what the points are made of."""
    with with_chart(here, "points") as fold:
        show_table(points_table(found, here.language))
        if fold.open:
            chart.show(lambda charts: charts.value_functions(found, language=here.language, dark=here.dark))
        show_table(values_table(found, here.language))
        sentence(words.note("scales", here.language), quiet=True)


@part
def _turning(here: Scene, found: Weighing) -> None:
    """Show at which weight of each criterion another option comes first."""
    with with_chart(here, "turning") as fold:
        if fold.open:
            chart.show(lambda charts: charts.turning_weights(found, language=here.language, dark=here.dark))
        bullets(flip_words(found, flip, here.language) for flip in found.flips)
        sentence(words.note("turning", here.language), quiet=True)


@part
def _triangle(here: Scene, found: Weighing) -> None:
    """Show who comes first over money, access and the rest."""
    with with_chart(here, "triangle") as fold:
        if fold.open:
            chart.show(lambda charts: charts.weight_triangle(found, language=here.language, dark=here.dark))
        show_table(triangle_table(found, here.language))
        sentence(words.note("triangle", here.language), quiet=True)


def show_table(told: Table) -> None:
    """Show a table of words; its rows become cards on a telephone."""
    rows = [[Cell(entry.words, below=entry.below) for entry in row] for row in told.rows]
    table(told.columns, rows, title=told.title, stack=True)


def _people(here: Scene, found: Weighing) -> None:
    """Show the weights of everyone asked beside each other, and where they part."""
    if len(found.several) < 2:
        sentence(words.note("alone", here.language))
        return
    bullets(parting_words(found, here.language))
    show_table(people_table(found, here.language))


def folded(here: Scene, name: str) -> AbstractContextManager[object]:
    """Give a place for detail, folded under its heading."""
    return st.expander(words.heading(name, here.language))


def with_chart(here: Scene, name: str) -> ExpanderContainer:
    """Give a fold that tells whether it is open: its chart is drawn only then, so that no lever waits for it."""
    return st.expander(words.heading(name, here.language), key=f"weighing {name}", on_change="rerun")
