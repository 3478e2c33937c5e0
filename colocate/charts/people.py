"""The chart on who bears: what each payer pays more or less."""

from __future__ import annotations

from collections.abc import Sequence

from colocate.analysis.money.shift import shift
from colocate.charts.theme import (
    Chart,
    Colours,
    Figure,
    colours,
    empty_figure,
    file_name,
    finish,
    nothing_to_draw,
    rounded,
    row_height,
    row_labels,
    rows_axis,
)
from colocate.model.outcome import Outcome
from colocate.model.totals import View
from colocate.words.money import PAYER_NAMES, change_in_words, finding_books
from colocate.words.numbers import about

BAR = 40


def books(outcome: Outcome, option_id: str, view: View = "cash", *, locale: str = "en", dark: bool = False) -> Chart:
    """Draw what each payer bears more or less than under the baseline, and what everyone does; a shift is hatched."""
    look, figure = colours(dark), empty_figure(colours(dark), locale)
    finding, currency = finding_books(outcome, option_id, view, locale), outcome.case.currency
    name = file_name("who-pays", option_id, "" if view == "cash" else view)
    if option_id == outcome.baseline.id:
        return nothing_to_draw(finding, name, look, locale)
    moved = shift(outcome, option_id, view)
    told = {payer: amount for payer, amount in moved.by_payer.items() if abs(amount) >= 0.5 or payer == "agency"}
    amounts = [*told.values(), moved.everyone]
    names = [*(PAYER_NAMES[payer] for payer in told), "Everyone together"]
    saved = [amounts[0] + moved.shifted, *amounts[1:]]
    _bars(figure, saved, look, "")
    if moved.shifted > 0:
        _bars(figure, [-moved.shifted], look, "/")
    labels = [
        f"{words}: {change_in_words(amount, currency, locale)}" for words, amount in zip(names, amounts, strict=True)
    ]
    if moved.shifted > 0:
        labels[0] += f" (hatched: {about(moved.shifted, currency, locale)} only shifted to others)"
    row_labels(figure, list(enumerate(labels))[:-1], 0.24, look)
    row_labels(figure, [(len(labels) - 1, labels[-1])], 0.24, look, bold=True)
    rows_axis(figure, len(labels))
    figure.update_layout(barmode="relative")
    figure.update_xaxes(title_text=f"{currency}, in today's money; left of 0: costs less", nticks=5)
    return finish(figure, finding, name, height=row_height(labels, BAR) * len(labels) + 70)


def _bars(figure: Figure, amounts: Sequence[float], look: Colours, hatch: str) -> None:
    shade = [look.less if amount <= 0 else look.more for amount in amounts]
    figure.add_bar(
        orientation="h",
        x=rounded(amounts),
        y=list(range(len(amounts))),
        width=0.42,
        hoverinfo="skip",
        marker={
            "color": shade,
            "line": {"width": 0},
            "pattern": {"shape": hatch, "fillmode": "overlay", "fgcolor": look.background, "solidity": 0.35},
        },
    )
