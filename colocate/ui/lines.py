"""Every line of an option in expected values, and one opened down to its factors and the figures behind it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from colocate.analysis.money.provenance import provenance
from colocate.analysis.rounding import rounded_parts
from colocate.model.costs.line import Factor, Line, LineKey, keys_of
from colocate.model.expected import LineMean
from colocate.model.futures import Futures
from colocate.safe import for_markdown, one_line
from colocate.ui.failing import guarded
from colocate.ui.parts import Cell, sentence, table
from colocate.ui.state import Scene, kept
from colocate.words.categories import category_in_words
from colocate.words.labels import source_of, unit_in_words, unit_of
from colocate.words.levers import quality_in_words
from colocate.words.money import NATURES, PAYER_NAMES
from colocate.words.naming import name_of, quoted_name
from colocate.words.pages import money as words

ASKED, WORKED = "line asked for", "line worked out"
SECTION = "money-worked"
"""The key of the folded place of the worked example."""


def draw(here: Scene, drawn: Futures) -> None:
    """Draw the table of an option's lines in expected values, and the choice of the one that is worked out below."""
    option, language = drawn.expected.option(here.option), here.language
    lines = [line for line in option.lines if not line.comes_to_nothing]
    totals = rounded_parts([float(line.amounts.sum()) for line in lines])
    presents = rounded_parts([float(line.present.sum()) for line in lines])
    rows = [_row(*one, here) for one in zip(lines, totals, presents, strict=True)]
    sums = (Cell(language.number(sum(one)), "number") for one in (totals, presents))
    rows.append((Cell(words.lines_total(language)), Cell(""), Cell(""), *sums))
    name = words.lines_title(quoted_name(drawn.case, option.id, language), language)
    table(words.lines_columns(here.currency, language), rows, title=name, tall=True)
    if len(lines) < len(option.lines):
        sentence(words.lines_left_out(len(option.lines) - len(lines), language), quiet=True)
    st.selectbox(
        words.pick_label(language),
        _keys(here),
        index=None,
        format_func=lambda key: one_line(words.line_name(key, language), 160),
        placeholder=words.pick_nothing(language),
        key=f"{ASKED} {here.source.key} {option.id}",
        on_change=guarded(_go_to_the_worked_example),
        args=(here,),
    )


def draw_worked_example(here: Scene) -> None:
    """Draw one line with each factor and its amount by year, every figure at its most likely value."""
    sentence(words.note("worked", here.language), quiet=True)
    option = here.outcome.option(here.option)
    keys = _keys(here)
    chosen = st.selectbox(
        words.worked_label(here.language),
        keys,
        index=None,
        format_func=lambda key: one_line(words.line_name(key, here.language), 160),
        placeholder=words.pick_nothing(here.language),
        key=_worked(here),
    )
    if chosen in keys:
        _open(option.lines[keys.index(chosen)], chosen, here)


def _keys(here: Scene) -> list[LineKey]:
    return keys_of(here.outcome.option(here.option).lines)


def _worked(here: Scene) -> str:
    return f"{WORKED} {here.source.key} {here.option}"


def _go_to_the_worked_example(here: Scene) -> None:
    """Open the worked example at the line that was asked for."""
    st.session_state[_worked(here)] = st.session_state[f"{ASKED} {here.source.key} {here.option}"]
    st.session_state[SECTION] = True


def _row(line: LineMean, total: float, present: float, here: Scene) -> tuple[Cell, ...]:
    language = here.language
    return (
        Cell(line.name, below=category_in_words(line.category, language)),
        Cell(language.say(PAYER_NAMES[line.payer]), below=words.fund_in_words(line.fund, language)),
        Cell(language.say(NATURES[line.nature]), below=words.how_often(line.one_time, language)),
        Cell(language.number(total), "number"),
        Cell(language.number(present), "number"),
    )


def _open(line: Line, key: LineKey, here: Scene) -> None:
    """Show one line: formula in words, each factor and the amount by year, and the figures of the case behind it."""
    language = here.language
    st.markdown(f"**{for_markdown(words.line_name(key, language))}**")
    sentence(words.formula_in_words(line.name, line.formula, language))
    years = range(1, here.outcome.case.horizon_years + 1)
    columns = ("", *(words.year_label(year, language) for year in years))
    rows = [_factor_row(factor, len(years), here) for factor in line.factors]
    amounts = [Cell(language.number(one), "number") for one in line.amounts[:, 0].tolist()]
    name, below = words.amount_row(here.currency, language)
    rows.append((Cell(name, below=below), *amounts))
    table(columns, rows, title=words.factors_title(language))
    _figures_behind(key, here)


def _factor_row(factor: Factor, years: int, here: Scene) -> tuple[Cell, ...]:
    values = [Cell(here.language.figure(one), "number") for one in _by_year(factor.value, years)]
    return (Cell(factor.name, below=unit_in_words(factor.unit, here.language)), *values)


def _by_year(value: Any, years: int) -> list[float]:
    """Give a factor's figure in each year; a single one is the same in all."""
    dimensions = getattr(value, "ndim", 0)
    if dimensions == 2:
        column: list[float] = value[:, 0].tolist()
        return column if len(column) == years else column * years
    return [float(value.ravel()[0]) if dimensions else float(value)] * years


def _figures_behind(key: LineKey, here: Scene) -> None:
    case, language = here.outcome.case, here.language
    paths = kept("origins", here, lambda: provenance(case)).get(key, ())
    if not paths:
        sentence(words.note("no figure", language), quiet=True)
        return
    rows = [
        (
            Cell(
                name_of(case, quantity, with_option=True, language=language),
                "changed" if path in here.choice.changes else "",
                path,
            ),
            Cell(language.figure(quantity.value), below=unit_of(quantity, language)),
            quality_in_words(quantity.quality, language),
            Cell(source_of(quantity, language), "quiet"),
        )
        for path in paths
        if (quantity := case.quantities.get(path)) is not None
    ]
    columns = tuple(words.column(name, language) for name in ("figure", "value", "quality", "source"))
    table(columns, rows, title=words.column("figure", language), stack=True)
