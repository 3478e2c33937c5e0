"""Every line of an option: a table of all, and one opened down to its formula, its years and the figures behind it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from colocate.analysis.money.provenance import provenance
from colocate.model.costs.line import Factor, Line, LineKey, keys_of
from colocate.model.totals import present_amounts
from colocate.ui.parts import Cell, heading, sentence, table
from colocate.ui.state import Scene
from colocate.ui.words import markdown, plain
from colocate.words.money import PAYER_NAMES
from colocate.words.naming import name_of, unit_of
from colocate.words.numbers import number, plain_figure, unit_in_words

ORIGINS = "origins"
NATURES = {"cash": "cash", "efficiency": "staff time", "in kind": "in kind"}


def draw(here: Scene) -> None:
    """Draw the table of lines, and the one that is picked."""
    option = here.outcome.option(here.option)
    heading(f"Every line of {option.name}")
    rows = [_row(line, here) for line in option.lines]
    columns = ("Line", "Who pays", "Counts as", f"All years, {here.currency}", f"In today's money, {here.currency}")
    table(columns, rows, title="Every line of this option", tall=True)
    names = [_name(line) for line in option.lines]
    chosen = st.selectbox(
        "Show how a line is worked out",
        range(len(names)),
        index=None,
        format_func=lambda place: names[place],
        placeholder="Choose a line",
        key=f"line {here.source.key} {option.id}",
    )
    if chosen is not None and chosen < len(option.lines):
        _open(option.lines[chosen], keys_of(option.lines)[chosen], here)


def _row(line: Line, here: Scene) -> tuple[Cell, ...]:
    fund = f"from {line.fund}" if line.fund else ""
    once = "once" if line.one_time else "every year"
    return (
        Cell(line.name, below=line.category),
        Cell(PAYER_NAMES[line.payer], below=fund),
        Cell(NATURES[line.nature], below=once),
        Cell(number(float(line.amounts[:, 0].sum()), here.locale), "number"),
        Cell(number(float(present_amounts(line, here.outcome.prices)[:, 0].sum()), here.locale), "number"),
    )


def _name(line: Line) -> str:
    return plain(f"{line.category}: {line.name} ({PAYER_NAMES[line.payer].lower()}, {NATURES[line.nature]})", 160)


def _open(line: Line, key: LineKey, here: Scene) -> None:
    """Show one line: formula in words, each factor and the amount by year, and the figures of the case behind it."""
    st.markdown(f"**{markdown(_name(line))}**")
    sentence(f"{line.name} = {line.formula}")
    years = range(1, here.outcome.case.horizon_years + 1)
    columns = ("", *(f"Year {year}" for year in years))
    rows = [_factor_row(factor, len(years), here) for factor in line.factors]
    amounts = [Cell(number(one, here.locale), "number") for one in line.amounts[:, 0].tolist()]
    rows.append((Cell("Amount", below=f"{here.currency}, not discounted"), *amounts))
    table(columns, rows, title="Factors and amounts by year")
    _figures_behind(key, here)


def _factor_row(factor: Factor, years: int, here: Scene) -> tuple[Cell, ...]:
    below = unit_in_words(factor.unit)
    values = [Cell(plain_figure(one, here.locale), "number") for one in _by_year(factor.value, years)]
    return (Cell(factor.name, below=below), *values)


def _by_year(value: Any, years: int) -> list[float]:
    """Give a factor's figure in each year; a single one is the same in all."""
    dimensions = getattr(value, "ndim", 0)
    if dimensions == 2:
        column: list[float] = value[:, 0].tolist()
        return column if len(column) == years else column * years
    return [float(value.ravel()[0]) if dimensions else float(value)] * years


def _figures_behind(key: LineKey, here: Scene) -> None:
    case = here.outcome.case
    paths = _origins(here).get(key, ())
    if not paths:
        sentence("No figure of the case went into this line.", quiet=True)
        return
    rows = [
        (
            Cell(name_of(case, quantity, with_option=True), "changed" if _changed(path, here) else "", path),
            Cell(plain_figure(quantity.value, here.locale), below=unit_of(quantity)),
            quantity.quality,
            Cell(quantity.source, "quiet"),
        )
        for path in paths
        if (quantity := case.quantities.get(path)) is not None
    ]
    table(("Figure behind this line", "Value", "Quality", "Source"), rows, title="Figures behind this line", stack=True)


def _changed(path: str, here: Scene) -> bool:
    return path in here.choice.changes


def _origins(here: Scene) -> dict[Any, tuple[str, ...]]:
    """Trace the case once per outcome, and only when a line is opened."""
    kept = st.session_state.get(ORIGINS)
    if kept is None or kept[0] is not here.outcome:
        kept = (here.outcome, provenance(here.outcome.case))
        st.session_state[ORIGINS] = kept
    origins: dict[Any, tuple[str, ...]] = kept[1]
    return origins
