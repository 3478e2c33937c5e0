"""What the weights give: points with their parts, what a minute is worth, where another option comes first."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

import streamlit as st

from colocate.analysis.weighing.weighing import Weighing
from colocate.model.futures import Futures
from colocate.ui import chart, record
from colocate.ui.parts import Cell, Words, bullets, heading, sentence, table
from colocate.ui.state import Scene
from colocate.ui.weights import Asked
from colocate.ui.words import NO_BREAK, as_html
from colocate.words.numbers import number, percent
from colocate.words.verdict_with_odds import of_hundred
from colocate.words.weighing import (
    flip_words,
    headline,
    in_order_words,
    in_range_words,
    parting_words,
    scale_words,
    way_worth_words,
)
from colocate.words.weighing_charts import (
    ranking_of,
    share_of_best,
    triangle_rows,
    worth_words,
)
from colocate.words.weighing_questions import changed_words


def draw(here: Scene, drawn: Futures, found: Weighing, first: Mapping[str, float], asked: Asked) -> None:
    """Show the result, with a note where the weights were changed after it was first seen."""
    heading("What these weights give")
    changed = changed_words(found.table, first, asked.points, here.locale)
    if changed:
        st.html(f'<p class="co-text co-after" role="note">{as_html(changed)}</p>')
    else:
        sentence("The result was first seen with these weights.", quiet=True)
    st.html(f'<p class="co-lead co-headline"><strong>{as_html(headline(found, here.locale))}</strong></p>')
    _values(here, found)
    _worth(here, found)
    _turning(here, drawn, found)
    _without_points(here, found)
    _triangle(here, drawn, found)
    _scales(here, drawn, found)
    _people(here, found)
    record.draw(here, asked.points, asked.choices, changed)


def _values(here: Scene, found: Weighing) -> None:
    chart.show(lambda charts: charts.values(found, locale=here.locale, dark=here.dark))
    chosen, what = found.chosen, found.table
    columns = (
        "Option",
        "Sum",
        *(
            f"{scale.title}, weight {percent(weight, here.locale, 0)}".replace(" %", f"{NO_BREAK}%")
            for scale, weight in zip(what.scales, chosen.weights.tolist(), strict=True)
        ),
        "First",
    )
    rows = []
    for place, name in enumerate(what.names):
        parts = zip(chosen.parts[place].tolist(), what.central_values[place].tolist(), strict=True)
        told = [
            Cell(number(part, here.locale, 1), below=f"value {number(value, here.locale)}") for part, value in parts
        ]
        share = of_hundred(float(chosen.share_first[place]), here.locale)
        total = Cell(f"{number(float(chosen.totals[place]), here.locale, 1)} points")
        rows.append((Cell(name), total, *told, Cell(f"in {share} futures")))
    with _as_a_table(here, "The points as a table: weight x value"):
        table(columns, rows, title="Points by option and criterion: weight x value", stack=True)


def _worth(here: Scene, found: Weighing) -> None:
    heading("What these weights say a point is worth in money")
    sentence(way_worth_words(here.outcome.case, found.table, found.ways, here.locale))
    columns = ("One point of", "Is worth, in today's money", "The same, every year")
    table(columns, worth_words(here.outcome.case, found, here.locale), title="Worth of a point in money", stack=True)


def _turning(here: Scene, drawn: Futures, found: Weighing) -> None:
    heading("At which weight the answer turns")
    chart.show(lambda charts: charts.turning_weights(drawn, found, locale=here.locale, dark=here.dark))
    bullets(flip_words(found.table, flip, here.locale) for flip in found.flips)
    sentence("One weight at a time; the others keep their proportions.", quiet=True)


def _without_points(here: Scene, found: Weighing) -> None:
    """Show who comes first where only the order or a range of the weights is trusted."""
    heading("If only the order of the weights, or a range, can be trusted")
    bullets((in_order_words(found, here.locale), in_range_words(found, here.locale)))
    kinds = [ranking_of(found, kind).first for kind in ("all", "in order", "in range")]
    rows = [
        (Cell(name), *(Cell(f"in {of_hundred(first[place], here.locale)}") for first in kinds))
        for place, name in enumerate(found.table.names)
    ]
    columns = ("Comes first", "Over all weights", "In this order only", "With weights in these ranges")
    with _as_a_table(here, "Each option as a table"):
        table(columns, rows, title="Who comes first over many weights", stack=True)


def _triangle(here: Scene, drawn: Futures, found: Weighing) -> None:
    if found.triangle is None:
        return
    heading("All weights at once: a triangle")
    chart.show(lambda charts: charts.weight_triangle(drawn, found, locale=here.locale, dark=here.dark))
    columns = ("First over the triangle", "Part of it", "Of that, sure (9 of 10 futures or more)")
    told = triangle_rows(found, here.locale)
    with _as_a_table(here, "The triangle as a table"):
        table(columns, told, title="Who comes first over the triangle of weights", stack=True)
    sentence(
        "Each corner is a weight of 100 %. Filled marks: first in at least 90 of 100 futures; hollow: in fewer.",
        quiet=True,
    )


def _scales(here: Scene, drawn: Futures, found: Weighing) -> None:
    heading("From measure to value: the scales")
    chart.show(lambda charts: charts.value_functions(drawn, found, locale=here.locale, dark=here.dark))
    what = found.table
    rows: list[tuple[Words, ...]] = []
    for place, scale in enumerate(what.scales):
        worst, best = scale_words(here.outcome.case, scale, here.locale)
        values = what.central_values[:, place].tolist()
        rows.append((Cell(scale.title, below=f"{worst} to {best}"), *(number(one, here.locale) for one in values)))
    with _as_a_table(here, "The values as a table"):
        table(("Value, 0 to 100", *what.names), rows, title="Values by criterion and option", stack=True)
    sentence(
        "The ends are fixed and do not depend on which options are compared: one more option never turns the order of "
        "the others.",
        quiet=True,
    )


def _people(here: Scene, found: Weighing) -> None:
    """Show the weights of everyone asked beside each other, and where they part."""
    several, what = found.several, found.table
    heading("Several people's weights")
    if len(several) < 2:
        sentence("Nobody else was asked. Ask the director, the staff union and headquarters; keep each in the case.")
        return
    bullets(parting_words(what, found, here.locale))
    rows: list[tuple[Words, ...]] = [
        (Cell(scale.title), *(percent(float(one.weights[place]), here.locale, 0) for one in several))
        for place, scale in enumerate(what.scales)
    ]
    rows.append((Cell("Puts first"), *(Cell(what.name(one.best)) for one in several)))
    rows.append((Cell("By"), *(f"{number(one.lead, here.locale, 1)} points" for one in several)))
    sure = [of_hundred(share_of_best(what, one), here.locale) for one in several]
    rows.append((Cell("First in"), *(f"{one} futures" for one in sure)))
    rows.append((Cell("Source"), *(Cell(one.source or "asked here", "quiet") for one in several)))
    table(("Weight of", *(one.name for one in several)), rows, title="Weights of several people", stack=True)


def _as_a_table(here: Scene, words: str) -> AbstractContextManager[object]:
    """Give a place for a chart's figures as a table: folded below the chart, open where charts are switched off."""
    return st.expander(words, expanded=not here.choice.charts)
