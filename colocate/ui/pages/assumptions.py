"""Assumptions: every figure of the case with its value, range, quality and source, and how many are assumed."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from colocate.quantity import Quantity
from colocate.ui.levers import FROM_THE_DECISION
from colocate.ui.parts import Cell, Words, heading, sentence, table, title
from colocate.ui.state import Scene, scene
from colocate.ui.words import markdown
from colocate.words.naming import heading_of, headings, name_of, unit_of
from colocate.words.numbers import NOTHING, month_of, number, plain_figure

QUALITIES = {
    "exact": "from the books",
    "estimated": "borrowed from a like office or a source named",
    "assumed": "judged by whoever wrote the case; no source gives it",
}
CHANGED = "changed by you"
COLUMNS = ("Figure", "Value", "Range", "Quality", "Source")
FEW = 25


def show() -> None:
    """Show the count by quality, the filter, and the figures."""
    here = scene()
    title("Assumptions")
    quantities = list(here.outcome.case.quantities.values())
    _counts(here, quantities)
    wanted = _filter(here)
    kept = [one for one in quantities if _is_wanted(one, wanted, here)]
    heading(f"{number(len(kept), here.locale)} of {number(len(quantities), here.locale)} figures")
    if not kept:
        sentence("No figure fits. Take a part of the filter away.")
    for above in headings(here.outcome.case):
        rows = [_row(here, one) for one in kept if heading_of(here.outcome.case, one.path) == above]
        if rows:
            with st.expander(markdown(f"{above}: {number(len(rows), here.locale)}", 120), expanded=len(kept) <= FEW):
                table(COLUMNS, rows, title=above, stack=True)


def _counts(here: Scene, quantities: list[Quantity]) -> None:
    counts = Counter[str](one.quality for one in quantities)
    every, assumed = number(len(quantities), here.locale), number(counts["assumed"], here.locale)
    st.html(f'<p class="co-lead"><strong>{assumed} of {every} figures are assumed.</strong></p>')
    rows = [
        (Cell(quality, below=meaning), Cell(number(counts[quality], here.locale), "number"))
        for quality, meaning in QUALITIES.items()
    ]
    table(("Quality", "Figures"), rows, title="Figures by quality")


def _filter(here: Scene) -> tuple[list[str], str]:
    kinds = [*QUALITIES, "can be moved", CHANGED]
    chosen = st.pills("Show only", kinds, selection_mode="multi", key=f"kinds {here.source.key}")
    text = st.text_input("Words in the name or source", key=f"words {here.source.key}", max_chars=100)
    return chosen, text


def _is_wanted(quantity: Quantity, wanted: tuple[list[str], str], here: Scene) -> bool:
    """Tell whether a figure has one of the qualities, all of the other marks, and the words."""
    kinds, text = wanted
    qualities = [kind for kind in kinds if kind in QUALITIES]
    if qualities and quantity.quality not in qualities:
        return False
    if "can be moved" in kinds and not quantity.lever:
        return False
    if CHANGED in kinds and quantity.path not in here.choice.changes:
        return False
    said = f"{name_of(here.outcome.case, quantity, with_option=True)} {quantity.path} {quantity.source}"
    return text.casefold() in said.casefold()


def _row(here: Scene, quantity: Quantity) -> tuple[Words, ...]:
    was = here.source.case.quantities.get(quantity.path)
    changed = quantity.path in here.choice.changes and was is not None
    value = plain_figure(quantity.value, here.locale)
    below = unit_of(quantity)
    if quantity.shape == "yes/no":
        value, below = "yes" if quantity.value else "no", ""
    if quantity.unit == "month" and FROM_THE_DECISION in quantity.help:
        below += f" from the decision: {month_of(here.outcome.case.decision_date, quantity.value, here.locale)}"
    if changed and was is not None:
        below += f"; {CHANGED}, was {plain_figure(was.value, here.locale)}"
    return (
        Cell(name_of(here.outcome.case, quantity), "changed" if changed else "", quantity.path),
        Cell(value, "changed" if changed else "", below),
        _range(quantity, here.locale),
        quantity.quality,
        Cell(quantity.source, "quiet"),
    )


def _range(quantity: Quantity, locale: str) -> Words:
    if quantity.shape == "yes/no":
        chance = quantity.probability
        return "yes or no" if chance is None else f"chance of yes: {plain_figure(chance, locale)}"
    if not quantity.is_uncertain:
        return NOTHING
    low, high = plain_figure(quantity.low, locale), plain_figure(quantity.high, locale)
    return Cell(f"{low} to {high}", below=quantity.shape)


if __name__ == "__main__":
    show()
